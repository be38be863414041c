"""Where one notice ends and the next begins: the repeating block, or the run of lines that each begin with a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from agenda_scraper.extract.auto.context import is_bare_day
from agenda_scraper.extract.auto.tree import BOLD_LEVEL, Block, Line, headings_of, lines_of
from agenda_scraper.extract.days import clock_at, day_in, day_keys, hours_in, without_days, year_in
from agenda_scraper.text import fold, words

_NAME = 8  # letters: what says more beside a day than "from" or "start date"
_JOINING = 3  # letters of "the", "and", "von"
_CARD_DATES = 3  # a card of one event may name more days: its end, those of its text


@dataclass(slots=True, eq=False)
class Record:
    """The lines of one notice in page order, and the headings above them, nearest last.

    `hours`, `announced` and `setting` are what the page says once for all days of a list: when they begin, what they
    are, where they are held;
    `own_head` says that the nearest heading is above this record alone, as that of each of its neighbours is, `named`
    that a heading stands right before its date.
    """

    lines: list[Line]
    heads: tuple[Line, ...] = ()
    beside: bool = False
    name: str = ""
    hours: str = ""
    announced: str = ""
    setting: str = ""
    own_head: bool = False
    named: bool = False

    @property
    def sort(self) -> str:
        """What the cards of a list have in common: the first class of their block; empty for a run of lines."""
        return self.name.split(" ")[0]

    @property
    def dated(self) -> Line:
        """The line that dates it: one with an hour, else one with a year, else the first."""
        dated = [line for line in self.lines if line.when]
        return max(dated, key=lambda line: (clock_at(line.when) >= 0, _says_year(line.when)))


def _says_year(text: str) -> bool:
    day = day_in(text)
    return year_in(text) != "" or (day is not None and day.has_year)


@dataclass(slots=True)
class Finder:
    """Walks the tree and collects records; `counts` remembers how many dated lines a part holds."""

    records: list[Record] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)

    def count(self, part: Block | Line) -> int:
        """The dated lines of a part."""
        if isinstance(part, Line):
            return int(bool(part.when))
        if id(part) not in self.counts:
            self.counts[id(part)] = sum(self.count(each) for each in part.parts)
        return self.counts[id(part)]

    def find(self, block: Block, heads: tuple[Line, ...] = (), *, beside: bool = False) -> None:
        """The records of a block: its cards, or the runs of its lines."""
        run = _Run(heads, _names_come_first(block, self.count), beside or block.beside)
        for number, part in enumerate(block.parts):
            count = self.count(part)
            if isinstance(part, Line):
                run.line(part, before_date=self._dated_at(block, number + 1))
            elif not count:
                run.quiet(part, before_date=self._dated_at(block, number + 1))
            elif self._is_one(part, count):
                run.card(part)
            else:
                run.close()
                self.records += run.records
                run.records = []
                self.find(part, run.all_heads, beside=run.beside)
        self.records += run.records

    def _dated_at(self, block: Block, number: int) -> bool:
        return number < len(block.parts) and self.count(block.parts[number]) > 0

    def _is_one(self, block: Block, count: int) -> bool:
        """Whether a block with dates is one notice rather than a list of them."""
        if count == 1:
            return True
        if self._holds_cards(block) or (block.tag == "tr" and _lists_in_cell(block)):
            return False
        dated = [line for line in lines_of(block) if line.when]
        if count <= 2 * _CARD_DATES and (_same_day(dated) or _told_twice(block, dated)):
            return True
        if block.tag == "tr" and (len(block.parts) > 1 or _days_of_one(dated, lines_of(block))):
            return count <= _CARD_DATES and not self._is_grid(block) and not _is_layout(block)
        names = [line for line in lines_of(block) if 0 < line.level < BOLD_LEVEL and not line.when]
        differ = len({line.where for line in dated}) == len(dated)
        return count <= _CARD_DATES and differ and len(names) == 1

    def _holds_cards(self, block: Block) -> bool:
        """Whether a block holds cards of one sort, each of a day and a heading of its own."""
        cards = [part for part in block.parts if isinstance(part, Block) and self.count(part)]
        if len(cards) == 1:
            return self._holds_cards(cards[0])
        heads = [_heading_of(card) for card in cards]
        return len({card.name for card in cards}) == 1 and "" not in heads and len(set(heads)) == len(cards)

    def _is_grid(self, row: Block) -> bool:
        """Whether each cell of a row is an event: two or more are dated, and none is there to name them."""
        cells = [part for part in row.parts if isinstance(part, Block) and lines_of(part)]
        dated = [cell for cell in cells if self.count(cell)]
        if len(dated) < 2:
            return False
        bare = [cell for cell in dated if all(is_bare_day(line.text) for line in lines_of(cell))]
        return len(dated) == len(cells) if bare else len(dated) * 2 > len(cells)


def _heading_of(card: Block) -> str:
    """The only heading of a block that is no date; empty when there are none or several."""
    heads = headings_of(card)
    return heads[0] if len(heads) == 1 else ""


def _lists_in_cell(row: Block) -> bool:
    """Whether the first cell of a row is a list by itself: lines with a day of their own and its name, nothing else."""
    first = next((lines_of(part) for part in row.parts if isinstance(part, Block) and lines_of(part)), [])
    named = all(line.when and sum(map(len, words(without_days(line.text)))) > _NAME for line in first)
    return named and len({day_keys(line.when) for line in first}) == len(first) > 1


def _days_of_one(days: list[Line], lines: list[Line]) -> bool:
    """Whether lines are a name, then its days, one below the other, then what more there is to say of it."""
    first = lines.index(days[0])
    return 0 < first <= 2 and lines[first : first + len(days)] == days and all(map(_is_bare, days))


def _is_bare(line: Line) -> bool:
    """Whether nothing but days and hours, and what joins them, stands in a line."""
    return all(len(word) <= _JOINING for word in words(without_days(line.text)))


def _is_layout(row: Block) -> bool:
    """Whether a row is there to place things side by side: another table stands in one of its cells."""
    stack = [part for part in row.parts if isinstance(part, Block)]
    while stack:
        block = stack.pop()
        if block.tag in ("table", "tbody", "tr"):
            return True
        stack += [part for part in block.parts if isinstance(part, Block)]
    return False


def _same_day(lines: list[Line]) -> bool:
    """Whether lines date one thing: the same day, and no two of them an hour of their own."""
    keys = [day_keys(line.when) for line in lines]
    return bool(keys[0]) and all(key == keys[0] for key in keys) and sum(clock_at(line.text) >= 0 for line in lines) < 2


def _told_twice(block: Block, dated: list[Line]) -> bool:
    """Whether a block tells of one thing in short, then at length: the one heading begins the other."""
    heads = headings_of(block)
    same = len(heads) > 1 and all(head.startswith(heads[0]) for head in heads)
    hours = {fold(hours_in(line.text)) for line in dated} - {""}
    return same and len(hours) < 2 and _same_day([replace(line, text="") for line in dated])


def _names_come_first(block: Block, count: object) -> bool:
    """Whether, in a run without headings, the line before a date names it: nothing follows the last date."""
    dated = [number for number, part in enumerate(block.parts) if count(part)]  # type: ignore[operator]
    if len(dated) < 2 or dated[0] == 0 or dated[-1] != len(block.parts) - 1:
        return False
    before = block.parts[dated[0] - 1]
    gaps = all(later - earlier > 1 for earlier, later in pairwise(dated))
    return gaps and isinstance(before, Block | Line) and not (isinstance(before, Line) and before.level)


class _Run:
    """The records of one block being told apart, part by part."""

    def __init__(self, heads: tuple[Line, ...], names_first: bool, beside: bool) -> None:
        self.outer, self.names_first, self.beside = heads, names_first, beside
        self.heads: list[Line] = []
        self.records: list[Record] = []
        self.current: Record | None = None
        self.pending: list[Line] = []
        self.last: Line | None = None  # the line before, where it was a heading

    @property
    def all_heads(self) -> tuple[Line, ...]:
        return (*self.outer, *self.heads)

    def close(self) -> None:
        self.current, self.pending = None, []

    def line(self, line: Line, *, before_date: bool) -> None:
        if line.when:
            if self.current and _same_day([each for each in self.current.lines if each.when] + [line]):
                self.current.lines.append(line)
                return
            self._open([*self.pending, line], named=self.last is not None and self.last.level == line.level)
            if line.level:
                self._push(line)
        elif line.level:
            self._heading(line, before_date)
        else:
            self._text([line], before_date)
        self.last = line if line.level else None

    def _heading(self, line: Line, before_date: bool) -> None:
        day = self.current.dated if self.current else None
        named = line.level == BOLD_LEVEL and self.heads and self.heads[-1].level == BOLD_LEVEL
        if before_date and named and not _is_bare(line):
            self.close()  # as the one before it, what is in bold names the date below it
        if self.current and day and self._is_its_name(line, day):
            self.current.lines.append(line)
            return
        # below a day in a heading, a deeper heading names what happens on it; the next one is another notice
        if self.current and day and (0 < day.level < line.level or (day.level == 0 and line.level == BOLD_LEVEL)):
            if any(each.level == line.level for each in self.current.lines) and is_bare_day(day.text):
                self._open([day])
            self.current.lines.append(line)
            return
        self.close()
        self._push(line)

    def _is_its_name(self, line: Line, day: Line) -> bool:
        """Whether a heading that follows a day in a heading of its level names it, as no heading before it did."""
        assert self.current is not None
        alone = len(self.current.lines) == 1 and not self.current.named
        return alone and day.level == line.level < BOLD_LEVEL and is_bare_day(day.text)

    def _push(self, line: Line) -> None:
        while self.heads and self.heads[-1].level >= line.level:
            self.heads.pop()
        self.heads.append(line)

    def _open(self, lines: list[Line], name: str = "", *, named: bool = False) -> None:
        self.current = Record(lines, self.all_heads, self.beside, name, named=named)
        self.records.append(self.current)
        self.pending = []

    def _text(self, lines: list[Line], before_date: bool) -> None:
        if self.current is None or (self.names_first and before_date):
            self.pending = lines if self.names_first else []
        else:
            self.current.lines += lines

    def quiet(self, block: Block, *, before_date: bool) -> None:
        """A block without a date: its headings head what follows, its text goes on with what stands before."""
        lines = lines_of(block)
        if lines and lines[0].level:
            self._heading(lines[0], before_date)
            if self.current:
                self.current.lines += lines[1:]
        elif lines:
            self._text(lines, before_date)

    def card(self, block: Block) -> None:
        lines = lines_of(block)
        if block.beside:
            self.records.append(Record([*self.pending, *lines], self.all_heads, True, block.name))
            self.close()
            return
        self._open([*self.pending, *lines], block.name)
        if any(line.level and line.level < BOLD_LEVEL and line.when for line in lines[:1]):
            self._push(lines[0])


def _settle_heads(records: list[Record]) -> None:
    """Find out whether each record of a page stands under a heading of its own: then it is called so."""
    shared = Counter(record.heads[-1].text for record in records if record.heads)
    alone = [
        record
        for record in records
        if record.heads and shared[record.heads[-1].text] == 1 and _names(record.heads[-1], record)
    ]
    for record in alone:
        record.own_head = len(alone) > 2 and len(alone) * 3 > len(records) * 2


def _names(head: Line, record: Record) -> bool:
    """Whether a heading can name a record below it, which has none itself."""
    return 0 < head.level <= BOLD_LEVEL and not head.when and not any(line.level for line in record.lines)


def records_of(tree: Block) -> Iterator[Record]:
    """The records of a page, in its order."""
    finder = Finder()
    finder.find(tree)
    _settle_heads(finder.records)
    return iter(finder.records)
