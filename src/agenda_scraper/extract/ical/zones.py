"""The zones of a calendar: IANA names however they are wrapped, Windows names, and zones that it defines itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from agenda_scraper.extract.ical.lines import Component
from agenda_scraper.extract.ical.values import clock_of
from agenda_scraper.recurrence import repeated, rule_of

_LONGEST = 64  # a name of kilobytes is an attack, not a zone
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?([0-5]\d)?(?:[0-5]\d)?")
# `(UTC+01:00) Brussels, Copenhagen` stands for several zones: its offset is all that is sure.
_DISPLAYED = re.compile(r"\((?:UTC|GMT)([+-])(\d{2})[:.]([0-5]\d)\)")
_UTC_NAMES = frozenset({"UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Zulu", "UCT", "Greenwich"})


@dataclass(slots=True)
class Zones:
    """Where the clocks of a calendar stand: `home` for times without a zone, VTIMEZONEs by their TZID."""

    home: ZoneInfo
    defined: dict[str, Component] = field(default_factory=dict)
    known: dict[str, tzinfo | None] = field(default_factory=dict)

    def zone(self, tzid: str) -> tzinfo | None:
        """The zone a TZID names; None when only its VTIMEZONE, or nobody, knows."""
        if tzid not in self.known:
            own = self.defined.get(tzid)
            wrapped = _named(own.text("X-LIC-LOCATION")) if own else None
            self.known[tzid] = _named(tzid) or wrapped or _windows(tzid)
        return self.known[tzid]

    def placed(self, clock: datetime, tzid: str) -> datetime:
        """A local time in the zone of a TZID; where nothing tells its offset it is a time of the calendar's home."""
        zone = self.zone(tzid)
        if zone is None and tzid in self.defined:
            offset = offset_of(self.defined[tzid], clock)
            zone = timezone(offset) if offset is not None else None
        return clock.replace(tzinfo=zone or _fixed(_DISPLAYED.match(tzid)) or self.home)

    def shown(self, moment: datetime) -> datetime:
        """A moment on the clock people read: instants in UTC are shown at home."""
        try:
            return moment.astimezone(self.home) if moment.tzinfo is UTC else moment
        except OverflowError:  # the last hours of the year 9999
            return moment


def zones_of(calendar: Component, fallback: str) -> Zones:
    """The zones of a calendar. Its own zone is what X-WR-TIMEZONE says, unless that is mere UTC; else the source's."""
    parts = [calendar, *calendar.named("VCALENDAR")]
    said = next((text for part in parts if (text := part.text("X-WR-TIMEZONE"))), "")
    home = _named(said) if said not in _UTC_NAMES else None
    defined = {zone.text("TZID").strip('"'): zone for zone in calendar.named("VTIMEZONE")}
    return Zones(home if isinstance(home, ZoneInfo) else _iana(fallback) or ZoneInfo("UTC"), defined)


def _named(tzid: str) -> tzinfo | None:
    """A zone by its IANA name, bare, quoted or at the end of a path (`/mozilla.org/20050126_1/Europe/Berlin`)."""
    if len(tzid) > _LONGEST * 2:
        return None
    parts = tzid.strip(' "/').split("/")
    for count in (3, 2, 1):
        zone = _iana("/".join(parts[-count:]))
        if zone is not None:
            return UTC if zone.key in _UTC_NAMES else zone
    return _fixed(_OFFSET.fullmatch(tzid.strip()))


@cache
def _iana(name: str) -> ZoneInfo | None:
    """A zone by its IANA name, case aside; looked up in the list of names, so that no path reaches the disk."""
    found = _names().get(name.replace(" ", "_").casefold())
    return ZoneInfo(found) if found else None


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _windows(tzid: str) -> ZoneInfo | None:
    """What Outlook calls a zone ("Romance Standard Time"), by the table of Unicode's CLDR that icalendar ships."""
    if len(tzid) > _LONGEST or "/" in tzid:
        return None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # late: 86 ms

    name = tzid.strip().replace("Daylight Time", "Standard Time").replace("Summer Time", "Standard Time")
    return _iana(WINDOWS_TO_OLSON.get(name, ""))


def _fixed(found: re.Match[str] | None) -> timezone | None:
    """A zone of one offset: sign, hours, minutes."""
    if found is None or int(found[2]) > 14:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset)


def offset_of(zone: Component, clock: datetime) -> timedelta | None:
    """What a VTIMEZONE adds to UTC at a local time: by the last change of the clock before it (RFC 5545, 3.6.5)."""
    changes = [change for part in zone.parts for change in _changes(part, clock)]
    past = [change for change in changes if change[0] <= clock]
    told = max(past, default=min(changes, default=None))
    return told[1] if told else None


def _changes(part: Component, clock: datetime) -> Iterator[tuple[datetime, timedelta]]:
    """When a STANDARD or DAYLIGHT part began to hold, up to a local time, and its offset."""
    zone, first = _fixed(_OFFSET.fullmatch(part.text("TZOFFSETTO"))), clock_of(part.text("DTSTART"))
    if zone is None or first is None:
        return
    rule = rule_of(part.text("RRULE"))
    onsets = repeated(rule, first, since=clock - timedelta(days=800), until=clock) if rule else []
    more = (clock_of(text) for told in part.all("RDATE") for text in told.words)
    yield from ((onset, zone.utcoffset(None)) for onset in (first, *onsets, *more) if onset is not None)
