"""Tables: what the head of a column says of its cells, and a cell that stands in several rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agenda_scraper.extract.auto.tree import BOLD_LEVEL, Block, Line, lines_of
from agenda_scraper.extract.days import day_in, is_only

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_COPIES = 5000  # lines that cells of several rows may add to a page


def settle_tables(tree: Block) -> None:
    """Give each line of a table the head of its column as its `label`, and each row the dates that span into it."""
    copies = _COPIES
    stack = [tree]
    while stack:
        block = stack.pop()
        inner = [part for part in block.parts if isinstance(part, Block)]
        stack += inner
        rows = [part for part in inner if part.tag == "tr"]
        grouped = [row for part in inner if part.tag in _GROUPS for row in _rows(part)]
        # a group whose table has other groups is read with them, under their common head
        if grouped or (rows and block.tag not in _GROUPS) or len(rows) > 1:
            copies -= _spread([*rows, *grouped], copies)
            _label([*rows, *grouped])


def _rows(group: Block) -> Iterator[Block]:
    return (part for part in group.parts if isinstance(part, Block) and part.tag == "tr")


def _cells(row: Block) -> list[Block]:
    return [part for part in row.parts if isinstance(part, Block) and part.tag in ("td", "th")]


def _label(rows: list[Block]) -> None:
    heads: list[str] = []
    for row in rows:
        cells = _cells(row)
        if _is_head(cells):
            heads = [" ".join(line.text for line in lines_of(cell)) for cell in cells]
        elif len(cells) == len(heads):
            for cell, head in zip(cells, heads, strict=True):
                for line in lines_of(cell):
                    line.label = line.label or head


def _is_head(cells: list[Block]) -> bool:
    """Whether a row names its columns: two or more short cells, all `th` or all bold."""
    lines = [line for cell in cells for line in lines_of(cell)]
    if len(cells) < 2 or len(lines) < 2 or any(len(line.text) > 60 for line in lines):
        return False
    return all(cell.tag == "th" for cell in cells) or all(0 < line.level <= BOLD_LEVEL for line in lines)


def _dates(text: str) -> bool:
    return day_in(text) is not None or is_only("month", text)


def _spread(rows: list[Block], allowed: int) -> int:
    """Copy each dated cell of several rows into the rows it spans; how many lines that added."""
    added = 0
    for number, row in enumerate(rows):
        for column, cell in enumerate(_cells(row)):
            lines = lines_of(cell)
            if cell.span < 2 or len(lines) > 5 or not any(_dates(line.text) for line in lines):
                continue
            for below in rows[number + 1 : number + cell.span]:
                if added + len(lines) > allowed:
                    return added
                copied: list[Block | Line] = [replace(line) for line in lines]
                below.parts.insert(min(column, len(below.parts)), Block(cell.tag, cell.name, copied))
                added += len(lines)
    return added
