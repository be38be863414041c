"""Which components are one event: versions of one, a series and its sittings moved, changed or called off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from agenda_scraper.extract.ical.lines import Component
from agenda_scraper.extract.ical.spans import Marks, Span, following, moment_in, sittings, span_of
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
    later: dict[int, list[Span]] = {}
    for each in masters:
        if _is_private(each.event):
            return
        span, id = span_of(each.event, zones), each.event.text("UID")
        if len(masters) > 1 and span is not None:
            id = f"{id}/{span.start:%Y%m%dT%H%M}"  # several events, one UID: their starts tell them apart
        spans = [span] if span is not None else []
        if span is not None and _repeats(each.event):
            spans, changes, later = _with_changes(each.event, span, changes, zones, around)
            if not spans:
                continue  # every sitting was taken out
        yield Telling(each.event, each.number, tuple(spans), id)
    for each in changes:
        if not _is_private(each.event):
            id = f"{each.event.text('UID')}/{each.event.text('RECURRENCE-ID')}"
            span = span_of(each.event, zones)
            yield Telling(each.event, each.number, (span, *later.get(each.number, ())) if span else (), id)


def _with_changes(
    series: Component, span: Span, changes: Sequence[_Numbered], zones: Zones, around: date
) -> tuple[list[Span], list[_Numbered], dict[int, list[Span]]]:
    """The sittings of a series with those that were merely moved; the changes that are news of their own; by the
    number of a change that holds for all that follows, those sittings.
    """
    replaced = Marks.of([told for each in changes for told in each.event.all("RECURRENCE-ID")], zones)
    spans = [each for each in sittings(series, span, zones, around=around) if not replaced.hold(each.start)]
    told, later = list[Span](), dict[int, list[Span]]()
    news = [each for each in changes if _differs(each.event, series)]
    for each in sorted(changes, key=lambda each: each.event.text("RECURRENCE-ID"), reverse=True):
        moved = span_of(each.event, zones)
        if moved is None:
            continue
        spans, after = _parted(each.event, moved, spans, zones)
        if each in news:
            later[each.number] = after
        else:
            told += after if _is_private(each.event) else [moved, *after]
    return sorted([*spans, *told], key=lambda each: each.start.isoformat()), news, later


def _parted(change: Component, moved: Span, spans: list[Span], zones: Zones) -> tuple[list[Span], list[Span]]:
    """The sittings a change leaves as they were, and those that follow it where it holds for all to come."""
    told = change.first("RECURRENCE-ID")
    at = moment_in(told, zones) if told and told.params.get("RANGE", "").upper() == "THISANDFUTURE" else None
    if at is None or any(isinstance(at, datetime) != isinstance(each.start, datetime) for each in spans):
        return spans, []
    before = [each for each in spans if each.start < at]
    return before, following(moved, at, [each for each in spans if each not in before], zones)


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
