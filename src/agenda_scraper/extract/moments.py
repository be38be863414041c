"""A moment that a page writes as a number, or in pieces: day, time, zone (https://microformats.org/wiki/value-class-pattern)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from agenda_scraper.text import squash

_DAY = r"(?P<day>\d{4}-\d{2}-\d{2}|\d{4}-\d{3}(?!\d))"
_ZONE = r"(?P<zone>Z|[+-]\d{1,2}(?::?\d{2})?)"
_CLOCK = r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?m\.?)?"
_WHOLE = re.compile(rf"{_DAY}(?:(?:\s*T\s*|\s+){_CLOCK}\s*{_ZONE}?)?", re.I)
_TIME = re.compile(rf"{_CLOCK}\s*{_ZONE}?", re.I)
_NUMBER = re.compile(r"-?\d{9,14}(\.\d{1,9})?", re.A)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS, _MILLISECONDS = 10**8, 10**11  # 1973 in seconds, 1973 in milliseconds: no event is older
_ZONE_ALONE = re.compile(_ZONE)


def unix_moment(text: str) -> str | None:
    """Seconds, or milliseconds, since 1970 as ISO 8601 in UTC; None for any other number or text."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    seconds = number / 1000 if number >= _MILLISECONDS else number
    try:
        return (_EPOCH + timedelta(seconds=int(seconds))).isoformat() if seconds >= _SECONDS else None
    except OverflowError:
        return None


def joined(parts: Iterable[str]) -> str:
    """The pieces of a moment as ISO 8601; of pieces that say it otherwise, the texts joined for the solver to read.

    The first of each sort counts: `joined(["2009-06-26", "7pm"])` is "2009-06-26T19:00". A time alone stays a time.
    """
    texts = [squash(part) for part in parts if part.strip()]
    said: dict[str, str] = {}
    for text in texts:
        fit = _WHOLE.fullmatch(text) or _time(text) or _ZONE_ALONE.fullmatch(text)
        if fit is None:
            return texts[-1] if "day" in said and re.search(r"\d{4}", text) else " ".join(texts)
        if "day" in fit.groupdict() and "day" in said and fit["hour"]:
            said = {}  # a second whole moment says more than the day before it
        for name, value in fit.groupdict().items():
            if value is not None:
                said.setdefault(name, value)
    return _written(said) or " ".join(texts)


def _time(text: str) -> re.Match[str] | None:
    """A time of day; a bare number is none without am or pm."""
    fit = _TIME.fullmatch(text)
    return fit if fit and (fit["minute"] or fit["half"]) else None


def _written(said: dict[str, str]) -> str:
    day = _day(said.get("day", ""))
    hour = int(said.get("hour", "0"))
    if not day or "hour" not in said:
        return day
    half = said.get("half", "")[:1].lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    clock = f"{hour:02}:{said.get('minute', '00')}" + (f":{said['second']}" if "second" in said else "")
    return f"{day}T{clock}{_offset(said.get('zone', ''))}"


def _day(text: str) -> str:
    """A day as year-month-day; the 177th of a year (ISO 8601 ordinal) is one."""
    if len(text) != len("2009-177"):
        return text
    try:
        return (date(int(text[:4]), 1, 1) + timedelta(days=int(text[5:]) - 1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _offset(zone: str) -> str:
    """`-8`, `-08`, `-0800` as `-08:00`."""
    if zone in ("", "Z", "z"):
        return zone.upper()
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return f"{zone[0]}{hours:0>2}:{minutes}"
