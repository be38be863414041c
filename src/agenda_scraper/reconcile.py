"""What one source said before, held against what it says now → Changes. Pure; nothing is written here.

Distrust rules: a page that failed never makes anything vanish, and a source that suddenly loses much is held until
a person accepts it. Vanished is not cancelled: only the page's own word changes a status.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError, HeldError
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
    nothing is announced (`empty_when`). `unread` are keys of notices that are announced and could not be believed this
    time, with the reason; what was known of them stands among the sightings. `lacking` names, in sentences, the fields
    that selectors found nowhere.
    """

    sightings: Sequence[Sighting] = ()
    complete: bool = True
    proved_empty: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)
    lacking: Sequence[str] = ()


def reconcile(
    source: Source, known: Mapping[str, Known], *, harvest: Harvest, now: datetime, accept: bool = False
) -> Changes:
    """What is new, changed, unchanged, gone and back since the last crawl of this source.

    `known` holds all that the source ever showed, by key. `accept` lets a sudden loss pass.
    Raises HeldError when upcoming notices are lost that one cannot believe are gone, ExtractError when they are
    announced and cannot be read any more.
    """
    if not accept:
        _doubt_reading(source, known, harvest, now)
    found = _once(_by_key(harvest.sightings), known)
    rekeyed = _rekeyed(known, found, now)
    known = _under_new_keys(known, rekeyed)
    gone = {key: each for key, each in known.items() if key not in found and each.vanished_at is None}
    if not harvest.complete:
        gone = {}
    elif not accept and not harvest.proved_empty:
        lost, upcoming = _upcoming(gone, now), _upcoming(known, now)
        if _sudden(lost, upcoming, found=len(found)):
            raise _held(source, f"{lost} of {upcoming} upcoming notices are gone", harvest.lacking)
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
        rekeyed=rekeyed,
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


def _once(found: Mapping[str, Sighting], known: Mapping[str, Known]) -> dict[str, Sighting]:
    """A list that tells one event under two addresses tells one event: under the key known longest, else the first."""
    chosen: dict[object, str] = {}
    for key, each in found.items():
        facts = each.facts
        hall = facts.place and (facts.place.city, facts.place.name)
        told = words(facts.title), facts.when.start, facts.when.end, hall, facts.mode
        # a page for each of several rooms may bear one title; without an hour one cannot tell them apart
        twin = chosen.get(told) if isinstance(facts.when.start, datetime) else None
        if twin is None or (key in known and twin not in known):
            chosen[told if isinstance(facts.when.start, datetime) else key] = key
    kept = set(chosen.values())
    return {key: each for key, each in found.items() if key in kept}


def _shown(known: Mapping[str, Known], key: str) -> bool:
    return key in known and known[key].vanished_at is None


def _upcoming(known: Mapping[str, Known], now: datetime) -> int:
    return sum(each.vanished_at is None and not over(each.sighting.facts, now) for each in known.values())


# ── ids that churn ────────────────────────────────────────────────────────────────────────────────

# From the surest sign that two notices of one source are one to the least; below, nothing is believed.
_SURE, _CLEAR, _LIKELY = 3, 2, 1
_ALIKE = 0.6
_SHORT = 3


def _rekeyed(known: Mapping[str, Known], found: Mapping[str, Sighting], now: datetime) -> tuple[tuple[str, str], ...]:
    """Notices whose source names them anew: (key before, key now), each once.

    Office 365, Doctolib and Decidim give other ids at each fetch, The Events Calendar when the hours change, and a
    redesign changes every address at once. What no key tells any more, title and day do.
    """
    arrived = {key: each for key, each in found.items() if key not in known}
    missing = {key: each for key, each in known.items() if key not in found} if arrived else {}
    # the surest first; among equals in the order of the page, so that the same crawl decides the same
    pairs = sorted(_pairs(missing, arrived, now), key=lambda each: -each[0])
    taken: dict[str, str] = {}
    for _, before, after in pairs:
        if before not in taken and after not in taken.values():
            taken[before] = after
    return tuple(taken.items())


def _pairs(
    missing: Mapping[str, Known], arrived: Mapping[str, Sighting], now: datetime
) -> Iterator[tuple[int, str, str]]:
    titles = Counter(words(each.facts.title) for each in arrived.values())
    upcoming = {key for key, each in missing.items() if not over(each.sighting.facts, now)}
    named = Counter(words(missing[key].sighting.facts.title) for key in upcoming)
    by_clue: dict[object, list[str]] = {}
    for key, each in missing.items():
        for clue in _clues(each.sighting.facts):
            by_clue.setdefault(clue, []).append(key)
    for after, sighting in arrived.items():
        near = dict.fromkeys(key for clue in _clues(sighting.facts) for key in by_clue.get(clue, ()))
        for before in near:
            title = words(sighting.facts.title)
            alone = before in upcoming and titles[title] == named[title] == 1
            sureness = _sureness(missing[before].sighting.facts, sighting.facts, alone=alone)
            if sureness:
                yield sureness, before, after


def _clues(facts: Facts) -> list[object]:
    return [clue for clue in (words(facts.title), _first_day(facts), facts.url) if clue]


def _sureness(before: Facts, after: Facts, *, alone: bool) -> int:
    """How sure one is that a source means the same notice; `alone`: no other of it has this title."""
    title = words(before.title) == words(after.title)
    same_start = before.when.start == after.when.start
    same_day = _first_day(before) is not None and _first_day(before) == _first_day(after)
    if _town(before) and _town(after) and _town(before) != _town(after):
        return 0
    linked = bool(before.url) and before.url == after.url
    if (title or linked) and same_start:
        return _SURE
    if title and (same_day or linked):
        return _CLEAR
    if title and alone:
        return _LIKELY
    return _LIKELY if same_start and before.place == after.place and _shared(before.title, after.title) else 0


def _first_day(facts: Facts) -> date | None:
    return None if facts.when.start is None else _day(facts.when.start)


def _town(facts: Facts) -> tuple[str, ...]:
    return words(facts.place.city) if facts.place and facts.place.city else ()


def _shared(one: str, other: str) -> bool:
    """Whether most words of two titles are the same, and every figure: "Atelier 1" is not "Atelier 2"."""
    first, second = ({word for word in words(each) if len(word) > _SHORT or word.isdigit()} for each in (one, other))
    figures = {word for word in first ^ second if any(letter.isdigit() for letter in word)}
    return not figures and len(first & second) >= _ALIKE * len(first | second)


def _under_new_keys(known: Mapping[str, Known], rekeyed: Sequence[tuple[str, str]]) -> Mapping[str, Known]:
    new = dict(rekeyed)
    return {new.get(key, key): each for key, each in known.items()} if new else known


def _sudden(lost: int, upcoming: int, *, found: int) -> bool:
    """Whether nothing is left, or over a fifth of the upcoming and more than five are lost."""
    return (lost > 0 and not found) or (lost > _FEW and lost > upcoming * _SHARE)


def _held(source: Source, lost: str, lacking: Sequence[str]) -> HeldError:
    """What to say of a sudden loss: first what selectors do not find, for that is the likelier cause."""
    accept = f"if it is right: agenda-scraper crawl {source.id} --accept"
    look = f"run agenda-scraper check {source.id} and mend the selectors" if lacking else f"look at {source.url}"
    told = "; ".join([*lacking, lost])
    return HeldError(
        f"{told}; nothing is written until someone has looked", where=source.origin, fix=f"{look}; {accept}"
    )


# What is said of notices by why they were rejected, up to the words of the page.
_LOST = {"no date of an event": "have no date any more", "no title": "have no title any more"}


def _doubt_reading(source: Source, known: Mapping[str, Known], harvest: Harvest, now: datetime) -> None:
    """Raise ExtractError when as many can be read no more as would be held were they gone.

    What is known of them stands, so that nothing is lost; but it would stand for ever, moved or cancelled meanwhile.
    """
    unread = {key: each for key, each in known.items() if key in harvest.unread}
    lost, upcoming = _upcoming(unread, now), _upcoming(known, now)
    if not _sudden(lost, upcoming, found=sum(each.key not in unread for each in harvest.sightings)):
        return
    reasons = [harvest.unread[key] for key in unread]
    (reason, _), *_ = Counter(each.partition(": ")[0] for each in reasons).most_common(1)
    example = next(each for each in reasons if each.startswith(reason))
    why = "; ".join(harvest.lacking) or f"for instance, {example}"
    raise ExtractError(
        f"{lost} of {upcoming} known notices {_LOST.get(reason, 'cannot be believed any more')}: {why}; "
        "they stand as they were known, and no move or cancellation is seen",
        where=source.origin,
        fix=f"run agenda-scraper check {source.id} and mend the selector; "
        f"if the page is right: agenda-scraper crawl {source.id} --accept",
    )


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _today(moment: date, now: datetime) -> date:
    return now.astimezone(moment.tzinfo).date() if isinstance(moment, datetime) else now.date()
