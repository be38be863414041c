"""Records that hold others and are no events: empty cells of a calendar, days above hours, weeks above days."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.days import clock_at, day_in, is_of_the_page, without_days
from agenda_scraper.text import words

_WEEKS = 14  # days in a row that nobody lists but a calendar
_FRONT = 4  # letters before an hour that begins a line
_SPAN = re.compile(r"\b(?:du|vom|dal|del?|from|van)\b\D*\d.*?(?:\b(?:au|bis|al?|to|tot|t/m)\b|[-–])\D*\d", re.I | re.S)
_SHORT = 200  # letters of a line in which a span is looked for
_SPAN_WORDS = 14  # letters beside the two days of a span: "week", "semaine du … au"


def without_scaffold(records: list[Record]) -> list[Record]:
    """The records of a page that may be events."""
    return _without_spans(_without_heading_days(_without_grids(records)))


def _without_grids(records: list[Record]) -> list[Record]:
    kept: list[Record] = []
    for cells, run in groupby(records, _is_cell):
        beside = list(run)
        empty = cells and _is_grid(beside)
        kept += [record for record in beside if not (empty and len(record.lines) == 1)]
    return kept


def _is_cell(record: Record) -> bool:
    """Whether a record may be the cell of a calendar: it begins with the bare number of its day."""
    text = record.lines[0].text
    return len(text) <= 2 and text.isdecimal()


def _is_grid(records: list[Record]) -> bool:
    """Whether records are the cells of a calendar: one day after the other for weeks."""
    numbers = [int(record.lines[0].text) for record in records]
    follow = all(after - before in (0, 1, -27, -28, -29, -30) for before, after in pairwise(numbers))
    return follow and len(set(numbers)) > _WEEKS


def _has_hour_of_day(record: Record) -> bool:
    """Whether a record is an hour below its day, and what takes place then."""
    line = record.dated
    return 0 <= clock_at(line.text) <= _FRONT and not day_in(line.text) and day_in(line.when) is not None


def _without_heading_days(records: list[Record]) -> list[Record]:
    """The records without the bare days that only head the hours below them."""
    below = [record.dated.when if _has_hour_of_day(record) else "" for record in (*records[1:], *records[:1])]
    return [
        record
        for record, after in zip(records, below, strict=True)
        if not (after and len(record.lines) == 1 and after.startswith(f"{record.dated.when},"))
    ]


def _without_spans(records: list[Record]) -> list[Record]:
    """The records without the spans of days that only head those days: "Semaine du 8 au 12 février"."""
    headed = {id(record) for record, below in pairwise(records) if _heads_days(record, below)}
    return [record for record in records if id(record) not in headed]


def _heads_days(record: Record, below: Record) -> bool:
    """Whether a record is a span in a heading of the next one, or a bare one under a heading it shares."""
    line = record.dated
    if clock_at(line.text) >= 0 or not _SPAN.search(line.text[:_SHORT]) or _SPAN.search(below.dated.text[:_SHORT]):
        return False
    if line.level:  # a heading of its own rank follows it, and stands not below it
        return line in below.heads and not 0 < below.dated.level <= line.level
    alone = all(each is line or is_of_the_page(each.text) for each in record.lines)
    bare = sum(len(word) for word in words(without_days(line.text)) if word.isalpha()) <= _SPAN_WORDS
    return alone and bare and bool(record.heads) and below.heads[: len(record.heads)] == record.heads
