"""Which components are one event: versions of one, a series and its sittings moved, changed or called off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agenda_scraper.extract.ical.lines import Component
from agenda_scraper.extract.ical.spans import Marks, Span, sittings, span_of
from agenda_scraper.extract.ical.zones import Zones

_PRIVATE = ("PRIVATE", "CONFIDENTIAL")
# What makes a sitting of a series news of its own.
_TELLING = ("SUMMARY", "LOCATION", "STATUS", "URL")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event to tell: its component, its number in the file, its sittings (none: no start that reads), its id."""

    event: Component
    number: int
    spans: tuple[Span, ...]
    id: str


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    event: Component

    @property
    def edition(self) -> tuple[int, str]:
        """Which of two versions is the later (RFC 5545, 3.8.7.4); DTSTAMP is none: some write the start there."""
        told = self.event.text("SEQUENCE")
        return int(told) if told.isdigit() and len(told) < 10 else 0, self.event.text("LAST-MODIFIED")


def groups_of(calendar: Component) -> list[list[_Numbered]]:
    """The public events of a calendar by their UID, in the order of the file; those without one stand alone."""
    groups: dict[str, list[_Numbered]] = {}
    for number, event in enumerate(calendar.named("VEVENT"), start=1):
        groups.setdefault(event.text("UID") or f"\n{number}", []).append(_Numbered(number, event))
    return list(groups.values())


def told_of(group: Sequence[_Numbered], zones: Zones, *, around: date) -> Iterator[Telling]:
    """What one UID tells: its event or series, then the sittings of it that differ. Private ones are left out."""
    masters = _latest([each for each in group if not each.event.first("RECURRENCE-ID")])
    changes = _latest([each for each in group if each.event.first("RECURRENCE-ID")])
    for each in masters:
        if _is_private(each.event):
            return
        span, id = span_of(each.event, zones), each.event.text("UID")
        if len(masters) > 1 and span is not None:
            id = f"{id}/{span.start:%Y%m%dT%H%M}"  # several events, one UID: their starts tell them apart
        spans = [span] if span is not None else []
        if span is not None and _repeats(each.event):
            spans, changes = _with_changes(each.event, span, changes, zones, around)
            if not spans:
                continue  # every sitting was taken out
        yield Telling(each.event, each.number, tuple(spans), id)
    for each in changes:
        if not _is_private(each.event):
            id = f"{each.event.text('UID')}/{each.event.text('RECURRENCE-ID')}"
            span = span_of(each.event, zones)
            yield Telling(each.event, each.number, (span,) if span else (), id)


def _with_changes(
    series: Component, span: Span, changes: Sequence[_Numbered], zones: Zones, around: date
) -> tuple[list[Span], list[_Numbered]]:
    """The sittings of a series with those that were merely moved; and the changes that are news of their own."""
    replaced = Marks.of([told for each in changes for told in each.event.all("RECURRENCE-ID")], zones)
    spans = [each for each in sittings(series, span, zones, around=around) if not replaced.hold(each.start)]
    news = [each for each in changes if _differs(each.event, series)]
    moved = [span_of(each.event, zones) for each in changes if each not in news and not _is_private(each.event)]
    spans += [each for each in moved if each is not None]
    return sorted(spans, key=lambda each: each.start.isoformat()), news


def _latest(versions: Sequence[_Numbered]) -> list[_Numbered]:
    """Of the versions of one event the last; events that only share a UID are all kept."""
    latest: dict[str, _Numbered] = {}
    for each in versions:
        key = each.event.text("RECURRENCE-ID") or each.event.text("DTSTART")
        if key not in latest or each.edition >= latest[key].edition:
            latest[key] = each
    if len({each.edition[0] for each in latest.values()}) > 1 and not versions[0].event.first("RECURRENCE-ID"):
        return [max(latest.values(), key=lambda each: each.edition)]
    return sorted(latest.values(), key=lambda each: each.number)


def _repeats(event: Component) -> bool:
    return bool(event.first("RRULE") or event.first("RDATE"))


def _is_private(event: Component) -> bool:
    return event.text("CLASS").upper() in _PRIVATE


def _differs(change: Component, series: Component) -> bool:
    return any((told := change.text(name)) and told != series.text(name) for name in _TELLING)
