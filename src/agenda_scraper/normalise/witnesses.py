"""A start that is told twice and differs: which is believed, and what to say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from agenda_scraper.model import Found, Moment, When

_UTC = ("z", "+00:00", "+0000")


class Agreed(NamedTuple):
    """The date that is believed and where it was read; where another was told, that one, and a sentence about both."""

    when: When
    found: Found | None
    other: Found | None = None
    warning: str = ""


def agreed(first: Agreed, other: When, found: Found, *, settled: bool = False) -> Agreed:
    """The more precise of two readings, else the first; a `settled` one is only held against the other.

    A machine that writes the clock on its wall as UTC is an offset away from what others tell, who are right then.
    """
    if _same(first.when, other):
        return first
    if not settled and _lacks_hours(first.when, other):
        return Agreed(replace(other, trace=(*first.when.trace, *other.trace)), found, first.found, first.warning)
    if not settled and _is_wall_clock(first, other):
        moved = replace(other, end=other.end or _on_the_wall(first.when), trace=(*first.when.trace, "a clock as UTC"))
        told = _sentence((moved, found), first, "a clock written as UTC is an artefact")
        return Agreed(moved, found, first.found, told)
    told = _sentence((first.when, first.found), Agreed(other, found), "the maintainer's" if settled else "told first")
    return Agreed(first.when, first.found, found, told)


def _same(first: When, other: When) -> bool:
    """Whether both can be so: one moment, a day beside an hour of it, a series beside a sitting of it."""
    start, told = first.start, other.start
    if start is None or told is None or other.approx:
        return True
    if _day(start) != _day(told):
        return _covers(first, _day(told)) or _covers(other, _day(start))
    if not isinstance(start, datetime):
        return not isinstance(told, datetime)
    if not isinstance(told, datetime) or abs(start - told) < timedelta(minutes=1):
        return True
    return start in _sittings(other) or told in _sittings(first)


def _lacks_hours(first: When, other: When) -> bool:
    """Whether one tells a single day and the other an hour of it."""
    alone = first.end is None and not first.occurrences and not first.rrule
    return alone and isinstance(other.start, datetime) and first.start == other.start.date()


def _is_wall_clock(first: Agreed, other: When) -> bool:
    start, told = first.when.start, other.start
    as_utc = first.found is not None and first.found.text.strip().casefold().endswith(_UTC)
    if not as_utc or first.when.occurrences or not isinstance(start, datetime) or not isinstance(told, datetime):
        return False
    return start.astimezone(UTC).replace(tzinfo=None) == told.replace(tzinfo=None)


def _on_the_wall(when: When) -> Moment | None:
    """The end of a date whose clocks were written as UTC, on the clocks of its zone."""
    if not isinstance(when.end, datetime) or not isinstance(when.start, datetime):
        return None
    return when.end.astimezone(UTC).replace(tzinfo=when.start.tzinfo)


def _sittings(when: When) -> list[Moment]:
    return [start for start, _ in when.occurrences]


def _covers(when: When, day: date) -> bool:
    pairs = when.occurrences or (((when.start, when.end),) if when.start is not None else ())
    return any(_day(start) <= day <= _day(end or start) for start, end in pairs)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _sentence(kept: tuple[When, Found | None], other: Agreed, why: str) -> str:
    return f"two dates are told: {_shown(*kept)} is kept ({why}), {_shown(other.when, other.found)} is not"


def _shown(when: When, found: Found | None) -> str:
    moment = when.start
    said = moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else str(moment)
    return f"{said} at {found.where!r}" if found else said
