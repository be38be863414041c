"""Moments and durations as calendars write them (RFC 5545, section 3.3), and as they should not have."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

# "20270114T180000Z"; seconds may lack, and some write it as ISO 8601 does. A name of a zone may stand in front.
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?([+-]\d\d:?\d\d|Z)?)?$", re.I)
_DURATION = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.I)


def moment_of(text: str) -> tuple[date, str] | None:
    """A date, or a local time and the offset behind it ("Z", "+01:00" or none); None when it is no moment."""
    found = _MOMENT.search(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day, ""
        # ISO 8601 knows 24:00, and a minute may have a 61st second
        hour, minute, second = int(found[4]), int(found[5]), min(int(found[6] or 0), 59)
        late = hour == 24
        clock = datetime.combine(day, time(0 if late else hour, minute, second)) + timedelta(days=late)
    except (ValueError, OverflowError):
        return None
    return clock, (found[7] or "").upper()


def clock_of(text: str) -> datetime | None:
    """A local time, whatever its offset; a date is its midnight."""
    told = moment_of(text)
    if told is None:
        return None
    return told[0] if isinstance(told[0], datetime) else datetime.combine(told[0], time())


def duration_of(text: str) -> timedelta | None:
    """A duration; None when it is none, negative or longer than any event."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (min(int(number or 0), 10**6) for number in found.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
