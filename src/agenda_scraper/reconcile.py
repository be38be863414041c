"""What one source said before, held against what it says now → Changes. Pure; nothing is written here.

Distrust rules: a page that failed never makes anything vanish, and a source that suddenly loses much is held until
a person accepts it. Vanished is not cancelled: only the page's own word changes a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from agenda_scraper.agenda import Source
from agenda_scraper.errors import HeldError
from agenda_scraper.model import Facts, Sighting
from agenda_scraper.report import Change, Changes, Known
from agenda_scraper.text import visible, words

# A source may lose this many upcoming notices, or this share of them, before we doubt our own eyes.
_FEW = 5
_SHARE = 1 / 5
_FACTS = tuple(field.name for field in fields(Facts))


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that one crawl of a source found, in page order.

    `complete` False: a page could not be read, so absence proves nothing. `proved_empty`: the page itself says that
    nothing is announced (`empty_when`).
    """

    sightings: Sequence[Sighting] = ()
    complete: bool = True
    proved_empty: bool = False


def reconcile(
    source: Source, known: Mapping[str, Known], *, harvest: Harvest, now: datetime, accept: bool = False
) -> Changes:
    """What is new, changed, unchanged, gone and back since the last crawl of this source.

    `known` holds all that the source ever showed, by key. `accept` lets a sudden loss pass.
    Raises HeldError when upcoming notices are lost that one cannot believe are gone.
    """
    found = _by_key(harvest.sightings)
    gone = {key: each for key, each in known.items() if key not in found and each.vanished_at is None}
    if not harvest.complete:
        gone = {}
    elif not accept and not harvest.proved_empty:
        _doubt(source, _upcoming(known, now), lost=_lost(gone, found, known, now=now), found=len(found))
    return Changes(
        source=source.id,
        new=tuple(each for key, each in found.items() if key not in known),
        changed=tuple(
            Change(before=known[key].sighting, after=each, fields=what)
            for key, each in found.items()
            if _shown(known, key) and (what := differing(known[key].sighting, each))
        ),
        unchanged=tuple(
            each for key, each in found.items() if _shown(known, key) and not differing(known[key].sighting, each)
        ),
        vanished=tuple(gone),
        restored=tuple(each for key, each in found.items() if key in known and not _shown(known, key)),
    )


def differing(before: Sighting, after: Sighting) -> tuple[str, ...]:
    """The names of the fields of Facts that differ; where and when they were read does not count."""
    if before.facts == after.facts:
        return ()
    return tuple(name for name in _FACTS if getattr(before.facts, name) != getattr(after.facts, name))


def over(facts: Facts, now: datetime) -> bool:
    """Whether an event is past: its last day is before today, by its own clock. Without a date it never is."""
    when = facts.when
    if when.rrule and not when.occurrences:
        return False
    ends: list[date | None] = [end or start for start, end in when.occurrences] or [when.end or when.start]
    return all(moment is not None and _day(moment) < _today(moment, now) for moment in ends)


def _by_key(sightings: Iterable[Sighting]) -> dict[str, Sighting]:
    """One sighting a key, the first. The same notice met twice (list and "featured") is one; another one warns."""
    found: dict[str, Sighting] = {}
    for each in sightings:
        # A key is an identity that databases store: no NUL, no lone surrogate out of a site's broken JSON.
        key = visible(each.key)
        first = found.get(key)
        if first is None:
            found[key] = each if key == each.key else replace(each, key=key)
        elif first.facts != each.facts:
            warning = f"two notices have the key {key!r}: “{each.facts.title}” is left out"
            found[key] = replace(first, warnings=tuple(dict.fromkeys((*first.warnings, warning))))
    return found


def _shown(known: Mapping[str, Known], key: str) -> bool:
    return key in known and known[key].vanished_at is None


def _upcoming(known: Mapping[str, Known], now: datetime) -> int:
    return sum(each.vanished_at is None and not over(each.sighting.facts, now) for each in known.values())


def _lost(
    gone: Mapping[str, Known], found: Mapping[str, Sighting], known: Mapping[str, Known], *, now: datetime
) -> int:
    """How many upcoming notices are gone; one that is back under another key (ids that churn) is not lost."""
    arrived = {_likeness(each) for key, each in found.items() if key not in known}
    missing = (each.sighting for each in gone.values() if not over(each.sighting.facts, now))
    return sum(_likeness(each) not in arrived for each in missing)


def _likeness(sighting: Sighting) -> tuple[object, ...]:
    return words(sighting.facts.title), sighting.facts.when.start


def _doubt(source: Source, upcoming: int, *, lost: int, found: int) -> None:
    """Raise HeldError when nothing is left, or over a fifth of the upcoming and more than five are lost."""
    if (lost and not found) or (lost > _FEW and lost > upcoming * _SHARE):
        raise HeldError(
            f"{lost} of {upcoming} upcoming notices are gone; nothing is written until someone has looked",
            where=source.id,
            fix=f"look at {source.url}; if it is right: agenda-scraper crawl {source.id} --accept",
        )


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _today(moment: date, now: datetime) -> date:
    return now.astimezone(moment.tzinfo).date() if isinstance(moment, datetime) else now.date()
