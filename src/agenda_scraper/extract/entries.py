"""The entries of a list page: what `items` selects, with what belongs to it by its place on the page.

An item that is a heading stands for what follows it; the headings that date several items stand before them; a cell
that spans rows stands in each of them. None of it is said by nesting, so the tree is made to say it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from agenda_scraper.agenda import ListRules
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.rules import Entry

# Items of these kinds hold nothing but their own words: the notice is what follows, up to the next one.
_OPENING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "hr"})
_MOST_CELLS = 20_000  # cells written anew where one spans rows: no table that people read has more


def entries_of(markup: Markup, rules: ListRules, most: int) -> list[Entry]:
    """The entries that `items` selects, at most so many, in page order."""
    nodes = markup.css(rules.items)
    if markup.tree.css_first("[rowspan]"):
        _spread(markup, _MOST_CELLS)
    asked = {selector for rule in rules.fields.values() for selector in rule.before}
    before = {selector: _headings(markup, nodes, rules.items, selector) for selector in asked}
    # what heads others is itself no notice: the month of `items: tr`, `before: tr.month`
    heads = {heading.mem_id for found in before.values() for heading in found.values()}
    nodes = [node for node in nodes if node.mem_id not in heads][:most]
    _unnest(nodes)
    held = list(_held(markup, nodes)) if rules.section or {node.tag for node in nodes} & _OPENING else nodes
    entries = []
    for number, (node, own) in enumerate(zip(nodes, held, strict=True), start=1):
        entry = Entry(own, f"{rules.items}[{number}]")
        if before:
            above = {selector: found[node.mem_id] for selector, found in before.items() if node.mem_id in found}
            entry = entry._replace(headings=above)
        entries.append(entry)
    return entries if rules.split is None else [part for entry in entries for part in _parts(entry, rules.split)][:most]


def _headings(markup: Markup, nodes: Iterable[LexborNode], items: str, selector: str) -> dict[int, LexborNode]:
    """By item the nearest node that a selector names before it."""
    heading, found = None, {}
    heads = {node.mem_id for node in markup.css(selector)}
    wanted = {node.mem_id for node in nodes}
    for node in markup.css(f"{items}, {selector}"):
        if node.mem_id in heads:
            heading = node
        if node.mem_id in wanted and heading is not None:
            found[node.mem_id] = heading
    return found


def _unnest(nodes: list[LexborNode]) -> None:
    """Move an item that stands within another behind it: what it says is its own, not the other's."""
    items, free = {node.mem_id for node in nodes}, set[int]()
    within = []
    for node in nodes:
        passed, outer = [], node.parent
        while outer is not None and outer.mem_id not in free and outer.mem_id not in items:
            passed.append(outer.mem_id)
            outer = outer.parent
        if outer is not None and outer.mem_id in items:
            within.append((node, outer))
        else:
            free.update(passed)
    for node, outer in within:
        outer.insert_after(node, move=True)


def _held(markup: Markup, nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """Each item together with what follows it up to the next one, in an element of their own."""
    items = {node.mem_id for node in nodes}
    for node in nodes:
        section = markup.tree.create_node("section")
        node.insert_before(section, move=True)
        section.insert_child(node, move=True)
        following = section.next
        while following is not None and following.mem_id not in items and not _outranks(following, node):
            section.insert_child(following, move=True)
            following = section.next
        yield section


def _outranks(node: LexborNode, item: LexborNode) -> bool:
    """Whether a node is a heading above an item that is one: `h2` ends what `h3` began."""
    tags = (node.tag or "", item.tag or "")
    return all(re.fullmatch("h[1-6]", tag) for tag in tags) and tags[0] < tags[1]


def _parts(entry: Entry, split: str) -> Iterator[Entry]:
    """The pieces of an entry's text, each an entry: several events in one paragraph, or a line each."""
    for number, piece in enumerate(re.split(split, text_of(entry.node)), start=1):
        if piece and piece.strip():
            lines = html.escape(piece.strip()).replace("\n", "<br>")
            tree = LexborHTMLParser(f"<p>{lines}</p>")
            yield Entry(tree.css("p")[0], f"{entry.where}[{number}]", entry.headings)


def _spread(markup: Markup, most: int) -> None:
    """Write a cell that spans rows into each of them, so that `td:nth-child(2)` is the same column in every row."""
    for table in markup.css("table:has([rowspan])"):
        spans: dict[int, tuple[LexborNode, int]] = {}
        for row in markup_rows(table):
            most -= _fill(row, spans)
            if most < 0:
                return


def markup_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of a table itself, not those of the tables within."""
    return [row for row in table.css("tr") if _table_of(row) == table.mem_id]


def _table_of(row: LexborNode) -> int:
    holder = row.parent
    if holder is not None and holder.tag != "table":
        holder = holder.parent
    return holder.mem_id if holder is not None else 0


def _fill(row: LexborNode, spans: dict[int, tuple[LexborNode, int]]) -> int:
    """Put the cells that still span into a row, and remember those that begin to; how many were put there."""
    column, written = 0, 0
    cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
    at = 0
    while at < len(cells) or column in spans:
        if column in spans:
            cell, left = spans.pop(column)
            copied = cell.clone()
            if at < len(cells):
                cells[at].insert_before(copied, move=True)
            else:
                row.insert_child(copied, move=True)
            written += 1
        else:
            cell, left = cells[at], _whole(cells[at], "rowspan")
            at += 1
        if left > 1:
            spans[column] = (cell, left - 1)
        column += _whole(cell, "colspan")
    return written


def _whole(cell: LexborNode, name: str) -> int:
    """How many rows or columns a cell spans."""
    text = (cell.attributes.get(name) or "").strip()
    return min(int(text), 1000) if re.fullmatch(r"[1-9]\d{0,5}", text, re.A) else 1
