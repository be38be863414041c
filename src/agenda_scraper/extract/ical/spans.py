"""From when to when: the moments of a component in its zone, and its repetitions near the day of the crawl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from agenda_scraper.extract.ical.lines import Component, Property
from agenda_scraper.extract.ical.values import duration_of, moment_of
from agenda_scraper.extract.ical.zones import Zones
from agenda_scraper.model import Moment
from agenda_scraper.recurrence import repeated, rule_of
from agenda_scraper.zones import elapsed

# How far repetitions are followed from the day of the crawl, and how many at most.
_BACK, _AHEAD, _MOST = timedelta(days=60), timedelta(days=550), 400


@dataclass(frozen=True, slots=True)
class Span:
    """When a component is: a start, an inclusive end, and the zone its repetitions keep the clock of."""

    start: Moment
    end: Moment | None
    tzid: str = ""

    @property
    def length(self) -> timedelta | None:
        """From start to end on the clock of its place; None without an end."""
        return _clock(self.end) - _clock(self.start) if self.end is not None else None


def moment_in(told: Property, zones: Zones, *, value: str = "") -> Moment | None:
    """A date or an aware moment; None when the value is neither. `value` is one of a list, else the whole."""
    read = moment_of(value or told.value)
    if read is None:
        return None
    moment, offset = read
    if not isinstance(moment, datetime) or told.params.get("VALUE", "").upper() == "DATE":
        return moment.date() if isinstance(moment, datetime) else moment
    if offset == "Z":
        return moment.replace(tzinfo=UTC)
    return zones.placed(moment, f"UTC{offset}" if offset else told.params.get("TZID", ""))


def span_of(event: Component, zones: Zones) -> Span | None:
    """When an event is; None without a start that reads. DTEND of days is the day after the last (RFC 5545, 3.6.1)."""
    told = event.first("DTSTART")
    start = moment_in(told, zones) if told else None
    if told is None or start is None:
        return None
    tzid = told.params.get("TZID", "")
    ends, lasts = event.first("DTEND"), duration_of(event.text("DURATION"))
    end = moment_in(ends, zones) if ends else _after(start, lasts)
    if not isinstance(start, datetime):
        last = _day(end) - timedelta(days=1) if end is not None and _day(end) > start else None
        return Span(start, last if last is not None and last > start else None, tzid)
    return Span(start, end if isinstance(end, datetime) and elapsed(start, end) > timedelta() else None, tzid)


def _after(start: Moment, lasts: timedelta | None) -> Moment | None:
    try:
        return start + lasts if lasts is not None else None
    except OverflowError:
        return None


def sittings(series: Component, span: Span, zones: Zones, *, around: date) -> list[Span]:
    """What a series says in so many words (DTSTART, RDATE), and what its rules imply near a day; sorted, none twice."""
    excluded = Marks.of(series.all("EXDATE"), zones)
    found = {each.start: each for each in (*_implied(series, span, zones, around), *_named(series, span, zones), span)}
    left_out = {each.start for each in _implied(series, span, zones, around, name="EXRULE")}
    kept = (each for start, each in found.items() if start not in left_out and not excluded.hold(start))
    return sorted(kept, key=lambda each: each.start.isoformat())[:_MOST]


def _implied(series: Component, span: Span, zones: Zones, around: date, name: str = "RRULE") -> Iterator[Span]:
    # Whole months: what a series shows changes twelve times a year, not with every crawl.
    since = datetime.combine((around - _BACK).replace(day=1), time())
    until = datetime.combine((around + _AHEAD).replace(day=1), time())
    for told in series.all(name):
        rule = rule_of(told.value)
        if rule is None:
            continue
        last = _until(rule.until, span, zones)
        moments = repeated(rule, _clock(span.start), since=since, until=min(until, last or until))
        yield from (_moved(span, moment, zones) for moment in islice(moments, _MOST))


def _until(text: str, span: Span, zones: Zones) -> datetime | None:
    """The last local time of a rule: UNTIL is in UTC, or a day to its end, or local as DTSTART is."""
    read = moment_of(text)
    if read is None:
        return None
    moment, offset = read
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(23, 59, 59))
    if not offset or not isinstance(span.start, datetime):
        return moment
    there = zones.placed(moment, span.tzid).tzinfo if span.start.tzinfo is not UTC else UTC
    try:
        return moment.replace(tzinfo=UTC).astimezone(there).replace(tzinfo=None)
    except OverflowError:
        return None


def _named(series: Component, span: Span, zones: Zones) -> Iterator[Span]:
    """The days of RDATE; one of its periods has an end or a length of its own."""
    for told in series.all("RDATE"):
        for value in told.value.split(",")[:_MOST]:
            begins, _, ends = value.partition("/")
            start = moment_in(told, zones, value=begins)
            if start is None or isinstance(start, datetime) != isinstance(span.start, datetime):
                continue
            end = moment_in(told, zones, value=ends) if ends else _after(start, span.length)
            end = _after(start, duration_of(ends)) if ends.upper().startswith("P") else end
            yield Span(start, end if end is not None and _clock(end) > _clock(start) else None, span.tzid)


def _moved(span: Span, clock: datetime, zones: Zones) -> Span:
    """The span as it is when it begins at another local time."""
    lasts = span.length
    ends = clock + lasts if lasts is not None else None
    if not isinstance(span.start, datetime):
        return Span(clock.date(), ends.date() if ends else None)
    if span.start.tzinfo is UTC:
        return Span(clock.replace(tzinfo=UTC), ends.replace(tzinfo=UTC) if ends else None)
    return Span(zones.placed(clock, span.tzid), zones.placed(ends, span.tzid) if ends else None, span.tzid)


def following(change: Span, at: Moment, spans: Iterable[Span], zones: Zones) -> list[Span]:
    """The sittings that were after `at`, as far from their old hour and as long as the one that was moved from there.

    RANGE=THISANDFUTURE of RECURRENCE-ID (RFC 5545, section 3.2.13).
    """

    def clock(moment: Moment) -> datetime:
        here = change.start.tzinfo if isinstance(change.start, datetime) else None
        return _clock(moment.astimezone(here) if here and isinstance(moment, datetime) else moment)

    away = _clock(change.start) - clock(at)
    moved = (clock(each.start) + away for each in spans if clock(each.start) > clock(at))
    return [_moved(change, moment, zones) for moment in moved]


@dataclass(frozen=True, slots=True)
class Marks:
    """Starts that a calendar points at (EXDATE, RECURRENCE-ID). A bare day means whatever begins on it."""

    moments: frozenset[datetime]
    days: frozenset[date]

    @classmethod
    def of(cls, told: Iterable[Property], zones: Zones) -> Marks:
        """The marks of some properties, each of which may be a list."""
        read = [moment_in(each, zones, value=value) for each in told for value in each.value.split(",")]
        moments = frozenset(moment for moment in read if isinstance(moment, datetime))
        return cls(moments, frozenset(day for day in read if day is not None and not isinstance(day, datetime)))

    def hold(self, start: Moment) -> bool:
        """Whether a start is one of them."""
        if isinstance(start, datetime):
            return start in self.moments or start.date() in self.days
        return start in self.days or start in {moment.date() for moment in self.moments}


def _clock(moment: Moment) -> datetime:
    """A moment as its local clock shows it."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
