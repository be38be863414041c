"""Records that hold others and are no events: the empty cells of a calendar, the days above hours."""

from __future__ import annotations

from itertools import groupby, pairwise

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.days import clock_at, day_in

_WEEKS = 14  # days in a row that nobody lists but a calendar
_FRONT = 4  # letters before an hour that begins a line


def without_scaffold(records: list[Record]) -> list[Record]:
    """The records of a page that may be events."""
    return _without_heading_days(_without_grids(records))


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
