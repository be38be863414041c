"""Moments on the clocks of a zone: dates stay dates, hours are told as the clocks of a place show them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from agenda_scraper.model import Moment, When
from agenda_scraper.recurrence import last_day

# Where an event without a date is sorted: after all others, and never past.
UNDATED = 253_402_300_799


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name; UTC for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return ZoneInfo("UTC")


def local(moment: Moment, timezone: str) -> Moment:
    """A moment on the clocks of a zone; a date has no zone and stays as it is.

    The way through UTC turns an hour the clocks skip in spring into one that exists.
    """
    if not isinstance(moment, datetime):
        return moment
    try:
        return moment.astimezone(UTC).astimezone(zone(timezone))
    except OverflowError:  # "until 31 December 9999, 23:59" west of Greenwich
        return moment


def day_of(moment: Moment) -> date:
    """The day of a local moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def elapsed(start: Moment, end: Moment) -> timedelta:
    """How long it is from one moment to another, in whole days where one of them is a day.

    Two hours of one zone would be compared by what its clocks show, which show one hour twice in autumn.
    """
    if isinstance(start, datetime) and isinstance(end, datetime):
        return timedelta(seconds=end.timestamp() - start.timestamp())
    return day_of(end) - day_of(start)


def follows(start: Moment, end: Moment | None) -> bool:
    """Whether an end can be believed: a day where the start is one, a moment where it is one, and after it."""
    alike = end is not None and isinstance(start, datetime) is isinstance(end, datetime)
    return end is not None and alike and elapsed(start, end) > timedelta()


def clocks_of(when: When, home: str) -> str:
    """The zone an event's hours are told in, where the clocks of `home` show others; else empty."""
    if not isinstance(when.start, datetime):
        return ""
    there, here = local(when.start, when.timezone), local(when.start, home)
    apart = isinstance(there, datetime) and isinstance(here, datetime) and there.utcoffset() != here.utcoffset()
    return zone(when.timezone).key if apart else ""


def span_of(when: When) -> tuple[int, int]:
    """First and last second of an event since 1970 UTC; a day lasts until its last second, in the event's own zone."""
    sittings = when.occurrences or ((when.start, when.end),)
    starts = [_second(start, when.timezone) for start, _ in sittings if start is not None]
    ends = [_second(last, when.timezone, last=True) for start, end in sittings if (last := end or start) is not None]
    if when.rrule and not when.occurrences:
        ends.append(_last_second(when.rrule, when.timezone))
    return min(starts, default=UNDATED), max(*ends, min(starts)) if starts else UNDATED


def last_of(when: When) -> date | None:
    """The last day of an event on its own clocks; None for one without a date or that goes on without an end."""
    if when.rrule and not when.occurrences:
        return last_day(when.rrule)
    told = [moment for sitting in when.occurrences or ((when.start, when.end),) for moment in sitting if moment]
    return max((day_of(local(moment, when.timezone)) for moment in told), default=None)


def is_past(when: When, today: date) -> bool:
    """Whether an event was over before a day: nobody takes part any more, or puts it into a calendar."""
    last = last_of(when)
    return last is not None and last < today


def _second(moment: Moment, name: str, *, last: bool = False) -> int:
    return int(moment.timestamp()) if isinstance(moment, datetime) else midnight(moment, zone(name), last=last)


def _last_second(rule: str, name: str) -> int:
    """When a recurrence ends; one that no UNTIL bounds never does."""
    last = last_day(rule)
    return midnight(last, zone(name), last=True) if last else UNDATED


def midnight(day: date, zone: tzinfo, *, last: bool = False) -> int:
    """The first second of a day in a zone, or its last."""
    return int(datetime.combine(day, time(23, 59, 59) if last else time(), zone).timestamp())
