"""VTIMEZONE from the rule of a zone, as calendars of every age read it.

Outlook wants yearly RRULEs with BYDAY and ignores lists of dates; ical.js and vobject read only the first date of a
list. So the zone's own rule is used: the POSIX footer of its TZif file (RFC 8536, section 3.3), for example
`CET-1CEST,M3.5.0,M10.5.0/3`. It is held against `zoneinfo` for the years in question; where it does not hold (Ramadan
in Morocco, a rule that changed since), each change of the clocks is written out as an observance of its own.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from agenda_scraper.publish.lines import line
from agenda_scraper.zones import zone

_NAME = r"(<[A-Za-z0-9+-]+>|[A-Za-z]+)"
_CLOCK = r"([+-]?\d+(?::\d+){0,2})"
_FOOTER = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,([^,]+),([^,]+))?")
_YEARLY = re.compile(rf"M(\d+)\.(\d)\.(\d)(?:/{_CLOCK})?")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_EPOCH = 1970


@dataclass(frozen=True, slots=True)
class Change:
    """The clocks go from one offset to another at `at` (UTC), and each year since by `rule` if there is one."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    rule: str | None = None

    @property
    def step(self) -> tuple[datetime, timedelta, timedelta]:
        """What two tellings of the same change agree on."""
        return self.at, self.before, self.after


@dataclass(frozen=True, slots=True)
class Yearly:
    """A change of the clocks in the words of POSIX: in `month`, week 1–5 (5 is the last), weekday 0–6 from Sunday.

    `clock` is counted from midnight of that day and may be negative or pass 24 h: Nuuk and Jerusalem need it.
    """

    month: int
    week: int
    weekday: int
    clock: timedelta

    def day(self, year: int) -> datetime:
        """Midnight, local, of the day named for a year."""
        first = datetime(year, self.month, 1, tzinfo=UTC)
        ahead = (self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1)
        length = monthrange(year, self.month)[1]
        return first + timedelta(days=ahead if ahead < length else ahead - 7)

    def rrule(self) -> str | None:
        """The same in RFC 5545; None when the days spill over the month."""
        each = f"FREQ=YEARLY;BYMONTH={self.month}"
        shift = self.clock.days
        weekday = _DAYS[(self.weekday + shift) % 7]
        if not shift:
            return f"{each};BYDAY={-1 if self.week == 5 else self.week}{weekday}"
        length = monthrange(_EPOCH, self.month)[1]
        first = (length - 6 if self.week == 5 else 7 * self.week - 6) + shift
        if first < 1 or first + 6 > length or (self.week == 5 and self.month == 2):
            return None
        return f"{each};BYMONTHDAY={','.join(str(first + n) for n in range(7))};BYDAY={weekday}"


@dataclass(frozen=True, slots=True)
class Footer:
    """What a zone does from now on: one offset, or two and the yearly changes between them."""

    offsets: tuple[timedelta, ...]
    names: tuple[str, ...]
    changes: tuple[Yearly, ...]

    def told(self, year: int) -> list[Change]:
        """The changes of a year, in the order they come."""
        pairs = zip(self.changes, self.offsets, reversed(self.offsets), self.names, strict=True)
        found = [
            Change(each.day(year) + each.clock - before, before, after, name, each.rrule())
            for each, after, before, name in pairs
        ]
        return sorted(found, key=lambda change: change.at)

    def since_epoch(self) -> list[Change] | None:
        """What a VTIMEZONE says of it; None when a change cannot be said as RRULE with BYDAY."""
        if not self.changes:
            return [_steady(datetime(_EPOCH, 1, 1, tzinfo=UTC), self.offsets[0], self.names[0])]
        told = self.told(_EPOCH)
        return told if all(change.rule for change in told) else None

    def holds(self, observed: list[Change], years: range) -> bool:
        """True when `zoneinfo` saw exactly these changes in these years."""
        told = [change.step for year in years for change in self.told(year)] if self.changes else []
        return told == [change.step for change in observed[1:]] and (bool(told) or observed[0].after == self.offsets[0])


@lru_cache(maxsize=512)
def vtimezone(name: str, *, years: range) -> str:
    """The VTIMEZONE of an IANA zone, right for every moment of these years."""
    observed = list(_observed(name, years))
    footer = _footer(name)
    by_rule = footer.since_epoch() if footer and footer.holds(observed, years) else None
    told = "".join(_observance(change) for change in by_rule or observed)
    return line("BEGIN", "VTIMEZONE") + line("TZID", name) + told + line("END", "VTIMEZONE")


def _observance(change: Change) -> str:
    # Ireland's law calls winter the exception; a calendar wants DAYLIGHT to be the later clock.
    kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
    # RFC 5545, section 3.6.5: DTSTART is the local time told before the change.
    start = (change.at + change.before).strftime("%Y%m%dT%H%M%S")
    return (
        line("BEGIN", kind)
        + line("DTSTART", start)
        + line("TZOFFSETFROM", _offset(change.before))
        + line("TZOFFSETTO", _offset(change.after))
        + line("TZNAME", change.name)
        + (line("RRULE", change.rule) if change.rule else "")
        + line("END", kind)
    )


def _offset(delta: timedelta) -> str:
    seconds = int(delta.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02d}{minutes % 60:02d}" + (f"{rest:02d}" if rest else "")


def _steady(at: datetime, offset: timedelta, name: str) -> Change:
    return Change(at - offset, offset, offset, name)


@cache
def _footer(name: str) -> Footer | None:
    """The footer of the zone's file in the tzdata package, None when it has none we can read."""
    try:
        octets = files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
        found = _FOOTER.fullmatch(octets.rsplit(b"\n", 2)[-2].decode("ascii"))
    except (OSError, ValueError, IndexError, ModuleNotFoundError):
        return None
    if not found:
        return None
    first, clock, second, other, out, back = found.groups()
    # POSIX counts west of Greenwich as positive.
    offset = -_duration(clock)
    if second is None:
        return Footer((offset,), (first.strip("<>"),), ())
    changes = tuple(filter(None, map(_yearly, (back, out))))
    offsets = (offset, -_duration(other) if other else offset + timedelta(hours=1))
    return Footer(offsets, (first.strip("<>"), second.strip("<>")), changes) if len(changes) == 2 else None


def _yearly(text: str) -> Yearly | None:
    found = _YEARLY.fullmatch(text)
    if not found:
        return None
    month, week, weekday, clock = found.groups()
    return Yearly(int(month), int(week), int(weekday), _duration(clock or "2"))


def _duration(clock: str) -> timedelta:
    hours, minutes, seconds = (*map(int, clock.lstrip("+-").split(":")), 0, 0)[:3]
    return (-1 if clock.startswith("-") else 1) * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _observed(name: str, years: range) -> Iterator[Change]:
    """The offset at the start of the first year, then every change of the clocks until the end of the last."""
    there = zone(name)
    at = datetime(years.start, 1, 1, tzinfo=UTC)
    offset = _offset_at(at, name)
    yield _steady(at, offset, at.astimezone(there).tzname() or name)
    while at.year < years.stop:
        tomorrow = at + timedelta(days=1)
        after = _offset_at(tomorrow, name)
        if after != offset:
            exact = _turn(at, tomorrow, name)
            yield Change(exact, offset, after, exact.astimezone(there).tzname() or name)
        at, offset = tomorrow, after


def _offset_at(at: datetime, name: str) -> timedelta:
    return at.astimezone(zone(name)).utcoffset() or timedelta()


def _turn(before: datetime, after: datetime, name: str) -> datetime:
    """The second at which the offset changes between two moments, by halving."""
    old = _offset_at(before, name)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if _offset_at(middle, name) == old else (before, middle)
    return after
