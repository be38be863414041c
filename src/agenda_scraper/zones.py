"""Moments on the clocks of a zone: dates stay dates, hours are told as the clocks of a place show them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from agenda_scraper.model import Moment, When


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


def clocks_of(when: When, home: str) -> str:
    """The zone an event's hours are told in, where the clocks of `home` show others; else empty."""
    if not isinstance(when.start, datetime):
        return ""
    there, here = local(when.start, when.timezone), local(when.start, home)
    apart = isinstance(there, datetime) and isinstance(here, datetime) and there.utcoffset() != here.utcoffset()
    return zone(when.timezone).key if apart else ""
