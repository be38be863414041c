"""Moments of an event in its own zone: dates stay dates, hours are told as its clocks show them."""

from __future__ import annotations

from datetime import date, datetime

from agenda_scraper.model import Moment, Occurrence, When
from agenda_scraper.zones import day_of, follows, local


def iso(moment: Moment | None, timezone: str) -> str | None:
    """`2014-11-18`, or `2014-11-18T18:30+01:00` (with seconds only where there are some)."""
    if moment is None:
        return None
    there = local(moment, timezone)
    if isinstance(there, datetime):
        return there.isoformat(timespec="seconds" if there.second else "minutes")
    return there.isoformat()


def day(moment: Moment, timezone: str) -> date:
    """The day a moment falls on in a zone."""
    return day_of(local(moment, timezone))


def sittings(when: When) -> tuple[Occurrence, ...]:
    """When people meet: the occurrences, else the one span from start to end, else nothing.

    An end that lies before its start, or is a date where the start has an hour, is not believed.
    """
    spans = when.occurrences or (((when.start, when.end),) if when.start is not None else ())
    return tuple((start, end if follows(start, end) else None) for start, end in spans)


def believed_end(when: When) -> Moment | None:
    """The end of the whole, None when none is told or it lies before the start."""
    return when.end if when.start is not None and follows(when.start, when.end) else None
