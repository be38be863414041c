"""What a new belief is to those who subscribed to the old one: which fields changed, and what news that is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

from agenda_scraper.history import News, Version
from agenda_scraper.model import Event, Facts, Moment, Status, When

_FACTS = tuple(field.name for field in fields(Facts))
_OFF = {Status.CANCELLED: News.CANCELLED, Status.POSTPONED: News.POSTPONED}


def changed_fields(before: Facts, after: Facts) -> tuple[str, ...]:
    """The fields of content that differ; what we think of an event is no news to who subscribed to it."""
    if before == after or replace(before, relevance=after.relevance) == after:
        return ()
    return tuple(name for name in _FACTS if name != "relevance" and getattr(before, name) != getattr(after, name))


def version_of(before: Event | None, after: Event, *, source: str) -> Version | None:
    """The version to be written; None when nothing a subscriber sees has changed."""
    if before is None:
        return Version(after.uid, after.sequence, after.changed_at, News.ANNOUNCED, after.facts, source=source)
    if before.sequence == after.sequence:
        return None
    what = changed_fields(before.facts, after.facts)
    return Version(
        after.uid,
        after.sequence,
        after.changed_at,
        _news(before, after, what),
        after.facts,
        before.facts,
        what,
        source,
    )


def _news(before: Event, after: Event, what: tuple[str, ...]) -> News:
    if after.merged_into and not before.merged_into:
        return News.MERGED
    if before.merged_into and not after.merged_into:
        return News.BACK
    now, then = after.facts.status, before.facts.status
    if now is not then and now in _OFF:
        return _OFF[now]
    if now is not then and then in _OFF and now is not Status.RESCHEDULED:
        return News.BACK
    if "when" in what or "mode" in what or _spot(before.facts) != _spot(after.facts):
        return News.MOVED
    return News.CORRECTED


def _spot(facts: Facts) -> tuple[str | None, str | None]:
    return (facts.place.name, facts.place.city) if facts.place else (None, None)


# ── the numbers of sittings ───────────────────────────────────────────────────────────────────────


def sittings_of(before: Event | None, when: When) -> tuple[int, ...]:
    """A number for life for each sitting, in their order: 0 for the first there ever was, else its first known start.

    A sitting keeps its number when it moves: those whose start is known keep theirs, the others are paired in order
    while as many came as went. A number made of a start comes back only with that very sitting.
    """
    starts = [start for start, _ in when.occurrences] or ([when.start] if when.start is not None else [])
    if before is None or not before.sittings:
        return tuple(0 if place == 0 else _number(start) for place, start in enumerate(starts))
    told = before.facts.when
    then = [_stamp(start) for start, _ in told.occurrences] or [_stamp(told.start)]
    numbers = dict(zip(then, before.sittings, strict=False))
    kept = {_stamp(start): numbers[_stamp(start)] for start in starts if _stamp(start) in numbers}
    left = [number for stamp, number in numbers.items() if stamp not in kept]
    fresh = [start for start in starts if _stamp(start) not in kept]
    if len(left) == len(fresh) or len(starts) == 1:
        kept |= {_stamp(start): number for start, number in zip(fresh, left, strict=False)}
    return tuple(kept.get(_stamp(start), _number(start)) for start in starts)


def _stamp(moment: Moment | None) -> str:
    return moment.isoformat() if moment is not None else ""


def _number(start: Moment) -> int:
    return int(start.strftime("%Y%m%d%H%M") if isinstance(start, datetime) else start.strftime("%Y%m%d"))
