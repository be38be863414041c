"""Recurrences with their bounds → sittings and an RRULE."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from agenda_scraper.when.days import Chain, Span
from agenda_scraper.when.layout import Dated, Layout, Recurring
from agenda_scraper.when.recurrence import Rule
from agenda_scraper.when.sittings import Sitting, sittings
from agenda_scraper.when.tokens import Node

_MOST = 400
_NEAR = 60
# No notice has more recurrences; in a list of opening hours the first tell.
_MOST_RULES = 40
_WEEK = 7
# Far enough for any monthly rule to fall once.
_AHEAD = 190


@dataclass(slots=True)
class Bounds:
    """From when to when a recurrence goes, and the dates that made it so."""

    first: date | None = None
    last: date | None = None
    used: list[Dated] = field(default_factory=list)


@dataclass(slots=True)
class Series:
    """A recurrence read: its sittings (one when nothing bounds it), its rule."""

    sittings: list[Sitting]
    rrule: str
    bounded: bool
    used: list[Dated]


def read_series(layout: Layout, reference: date) -> Series | None:
    """The first recurrence of the text that is one; None when there is none."""
    for recurring in layout.recurring[:_MOST_RULES]:
        if recurring.letter == "X":
            continue
        bounds = _bounds(layout, recurring, reference)
        if bounds is None or (bounds.last is None and (not recurring.rule.sure or _opening(layout, recurring))):
            continue
        if bounds.first and bounds.last and not recurring.rule.sure and (bounds.last - bounds.first).days < _WEEK:
            continue  # "les 12 et 13 décembre… les auditions du samedi sont publiques"
        found = _series(layout, recurring, bounds, reference)
        if found is not None:
            return found
    return None


def _opening(layout: Layout, recurring: Recurring) -> bool:
    """Opening hours are no event."""
    return any(
        node.kind == "C" and node.value == "opening" and layout.sentences[place] == recurring.sentence
        for place, node in enumerate(layout.nodes)
    )


def _bounds(layout: Layout, recurring: Recurring, reference: date) -> Bounds | None:
    """What bounds a recurrence; None when the dates beside it are its list, and it no recurrence at all."""
    bounds = Bounds()
    for dated in layout.dated:
        near = dated.sentence == recurring.sentence or len(layout.nodes) <= _NEAR
        if not near or dated.role in ("except", "published", "modified", "law", "street", "past", "condition"):
            continue
        span = dated.chain.spans[0]
        if len(dated.chain.spans) > 1:
            return None
        if dated.letter == "u" or (dated.role == "deadline" and dated.letter == "u") or dated.role == "until":
            bounds.last = span.last or span.first
        elif span.last is not None and dated.role == "event":
            bounds.first, bounds.last = span.first, span.last
        elif dated.letter == "f" and dated.role == "event":
            bounds.first = span.first
        elif dated.role == "event":
            return None
        else:
            continue
        bounds.used.append(dated)
    _months(layout, recurring, bounds, reference)
    return bounds


def _months(layout: Layout, recurring: Recurring, bounds: Bounds, reference: date) -> None:
    """`d'octobre à décembre 2026`, `de mai`, `jusqu'à fin juin`."""
    if bounds.last is not None:
        return
    for place in layout.months:
        near = layout.sentences[place] == recurring.sentence or len(layout.nodes) <= _NEAR
        if not near or _excepted(layout, place):
            continue
        first, last, first_year, last_year = layout.nodes[place].value
        if first == last and not recurring.rule.sure:
            continue  # "un samedi de juin" is one of them
        if last_year is None:
            last_year = reference.year + (last < reference.month)
        if first_year is None:
            first_year = last_year - (first > last)
        until = layout.kinds[max(0, place - 2) : place].rstrip("g")[-1:] == "u"
        if not until:
            bounds.first = date(first_year, first, 1)
        bounds.last = date(last_year, last, monthrange(last_year, last)[1])


def _series(layout: Layout, recurring: Recurring, bounds: Bounds, reference: date) -> Series | None:
    rule = recurring.rule
    first = max(reference, bounds.first) if bounds.first else reference
    if bounds.first and bounds.last and bounds.last < reference:
        first = bounds.first
    closed = [other for other in layout.recurring if other.letter == "X"]
    breaks = [layout.nodes[place] for place in layout.months if _excepted(layout, place)]
    idle = {month for node in breaks for month in _months_of(node)}
    shut = {
        day for dated in layout.dated if dated.role == "except" for span in dated.chain.spans for day in _days(span)
    }
    last = bounds.last or first + timedelta(days=_AHEAD)
    falls = (
        day
        for day in rule.days_from(first, last)
        if day not in shut and day.month not in idle and not any(other.rule.holds(day) for other in closed)
    )
    days = list(islice(falls, _MOST if bounds.last else 1))
    if not days:
        return None
    windows = recurring.windows or next((dated.windows for dated in bounds.used if dated.windows), [])
    found = [sitting for day in days for sitting in sittings(Chain([Span(day)]), windows, False)]
    if closed and not rule.days:
        rule = Rule(sorted({(0, day.weekday()) for day in days}))
    return Series(found, rule.text(bounds.last), bounds.last is not None, bounds.used)


def _excepted(layout: Layout, place: int) -> bool:
    """`hors juillet-août`: months that are no bound but a break."""
    return layout.kinds[max(0, place - 4) : place].rstrip("gf")[-1:] == "X"


def _months_of(node: Node) -> Iterator[int]:
    first, last, *_ = node.value
    return ((first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1))


def _days(span: Span) -> list[date]:
    last = span.last or span.first
    return [
        date.fromordinal(day)
        for day in range(span.first.toordinal(), min(last.toordinal(), span.first.toordinal() + 400) + 1)
    ]
