"""Sightings of all sources → Events. Pure; mints UIDs and keeps them for life.

A sighting that belongs to an event stays with it through rename, postponement and change of place. Only a sighting
never seen before looks for an event that other sources tell of; it touches its neighbours and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache, reduce
from hashlib import sha256
from itertools import count
from urllib.parse import urlsplit

from agenda_scraper.agenda import Site
from agenda_scraper.model import Event, Facts, Place, Sighting, Status, When, Witness
from agenda_scraper.report import Changes, Dossier, Known
from agenda_scraper.text import words

# Short titles ("Réunion publique") are said of many events: alone they prove nothing without a town.
_TELLING_WORDS = 3


def merge(changes: Changes, neighbours: Sequence[Dossier], *, site: Site, now: datetime) -> tuple[Dossier, ...]:
    """The events that these changes touch, as they are believed from now on.

    `neighbours` holds the events of every sighting in `changes` but the new ones, and those that share a day or an
    address with a new one. The same input gives the same UIDs, so a crawl that was killed can be run again.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    desk = _Desk(neighbours)
    for change in changes.changed:
        desk.update(change.after, now)
    for sighting in changes.restored:
        desk.update(sighting, now)
    for key in changes.vanished:
        desk.vanish((changes.source, key), now)
    for sighting in changes.new:
        desk.add(sighting, _host(site.url), now=now)
    return tuple(desk.believed(uid, now) for uid in desk.touched)


class _Desk:
    """The dossiers on the table, found by member, by day and by address."""

    def __init__(self, neighbours: Sequence[Dossier]) -> None:
        self.events = {dossier.event.uid: dossier.event for dossier in neighbours}
        self.members: dict[str, dict[tuple[str, str], Known]] = {}
        self.owner: dict[tuple[str, str], str] = {}
        self.clues: defaultdict[object, dict[str, None]] = defaultdict(dict)
        self.touched: dict[str, None] = {}
        for dossier in neighbours:
            self.members[dossier.event.uid] = {}
            for known in dossier.sightings:
                self._file(known)

    def update(self, sighting: Sighting, now: datetime) -> None:
        """A sighting says something else, or is back: its event stays the same."""
        known = self._known((sighting.source, sighting.key))
        self._touch(replace(known, sighting=sighting, last_seen=now, vanished_at=None))

    def vanish(self, member: tuple[str, str], now: datetime) -> None:
        """A sighting is gone; its event remembers it."""
        self._touch(replace(self._known(member), vanished_at=now))

    def add(self, sighting: Sighting, host: str, *, now: datetime) -> None:
        """A sighting never seen before joins the event it tells of, or begins one."""
        uid = self._same(sighting) or self._mint(sighting, host)
        self._touch(Known(sighting, uid, first_seen=now, last_seen=now))

    def believed(self, uid: str, now: datetime) -> Dossier:
        """An event as its sightings tell it now; SEQUENCE and `changed_at` move exactly when content does."""
        members = tuple(sorted(self.members[uid].values(), key=_rank))
        facts = _weigh(members)
        before = self.events.get(uid)
        # what we think of an event is no news to who subscribed to it
        changed = before is None or replace(before.facts, relevance=facts.relevance) != facts
        event = Event(
            uid=uid,
            facts=facts,
            sequence=0 if before is None else before.sequence + changed,
            first_seen=min(known.first_seen for known in members),
            last_seen=max(known.last_seen for known in members),
            changed_at=now if changed or before is None else before.changed_at,
            witnesses=_witnesses(members),
            evidence=tuple(evidence for known in members for evidence in known.sighting.evidence),
            vanished=all(known.vanished_at for known in members),
        )
        return Dossier(event, members)

    def _known(self, member: tuple[str, str]) -> Known:
        return self.members[self.owner[member]][member]

    def _touch(self, known: Known) -> None:
        self._file(known)
        self.touched[known.uid] = None

    def _file(self, known: Known) -> None:
        member = (known.sighting.source, known.sighting.key)
        self.owner[member] = known.uid
        self.members.setdefault(known.uid, {})[member] = known
        for clue in _clues(known.sighting.facts):
            self.clues[clue][known.uid] = None

    def _same(self, sighting: Sighting) -> str | None:
        """The oldest event that is clearly the same: of no other town, and not shown beside it by its own source."""
        near = {uid: None for clue in _clues(sighting.facts) for uid in self.clues.get(clue, ())}
        same = [uid for uid in near if any(_alike(sighting, known.sighting) for known in self._others(uid, sighting))]
        return min(same, key=self._age, default=None)

    def _others(self, uid: str, sighting: Sighting) -> Iterable[Known]:
        members = self.members[uid].values()
        beside = any(known.sighting.source == sighting.source and known.vanished_at is None for known in members)
        # One that names no town must not make a bridge between two that do.
        away = any(_apart(_city(sighting.facts), _city(known.sighting.facts)) for known in members)
        return () if beside or away else members

    def _age(self, uid: str) -> tuple[datetime, str]:
        return min(known.first_seen for known in self.members[uid].values()), uid

    def _mint(self, sighting: Sighting, host: str) -> str:
        """A UID out of the key, so that a crawl run again mints the same; the next one when it is taken."""
        names = ("\0".join((host, sighting.source, sighting.key, str(attempt))) for attempt in count())
        uids = (f"{sha256(name.encode('utf-8', 'replace')).hexdigest()[:32]}@{host}" for name in names)
        return next(uid for uid in uids if uid not in self.members)


# ── the same? ─────────────────────────────────────────────────────────────────────────────────────


def _clues(facts: Facts) -> list[object]:
    """What two sightings of one event share at least one of: the day, or the address."""
    return [clue for clue in (_day(facts.when.start), facts.url) if clue]


def _alike(one: Sighting, other: Sighting) -> bool:
    """Whether two notices clearly tell of one event: same address, or same title, day and hour."""
    a, b = one.facts, other.facts
    same_title = _folded(a.title) == _folded(b.title)
    same_day = _day(a.when.start) == _day(b.when.start)
    # One address alone may be a home page that many notices link to.
    if a.url and a.url == b.url and (same_title or same_day):
        return True
    telling = len(_folded(a.title)) >= _TELLING_WORDS or bool(_city(a) and _city(b))
    return same_title and telling and same_day and not _apart(_hour(a.when), _hour(b.when))


def _apart(one: object, other: object) -> bool:
    """Both are known and they differ."""
    return one is not None and other is not None and one != other


def _city(facts: Facts) -> tuple[str, ...] | None:
    return (_folded(facts.place.city) or None) if facts.place and facts.place.city else None


def _hour(when: When) -> datetime | None:
    return when.start if isinstance(when.start, datetime) else None


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


# ── whom to believe ───────────────────────────────────────────────────────────────────────────────


def _rank(known: Known) -> tuple[object, ...]:
    """Shown before gone, a site's own event before one it only links to, the first to tell before the later."""
    sighting = known.sighting
    own = _host(sighting.facts.url) == _host(sighting.page_url)
    return known.vanished_at is not None, not own, known.first_seen


def _weigh(members: Sequence[Known]) -> Facts:
    """Field by field the best witness wins, and the others fill what it leaves open.

    Date and status come from one mouth: the first that says more than "it takes place", for who has not heard of a
    postponement still tells the old day.
    """
    speaking = _speaking(members)
    voice = next((facts for facts in speaking if facts.status is not Status.SCHEDULED), speaking[0])
    believed = reduce(_filled, speaking)
    return replace(believed, status=voice.status, when=reduce(_finer, (facts.when for facts in speaking), voice.when))


def _speaking(members: Sequence[Known]) -> list[Facts]:
    """What the members say, best first, without the notices that their source replaced under another key."""
    shown = {known.sighting.source for known in members if known.vanished_at is None}
    return [
        known.sighting.facts for known in members if known.vanished_at is None or known.sighting.source not in shown
    ]


def _filled(facts: Facts, other: Facts) -> Facts:
    summary = facts if facts.summary or facts.summary_html else other
    return replace(
        facts,
        place=_located(facts.place, other.place),
        organisers=facts.organisers or other.organisers,
        contacts=facts.contacts or other.contacts,
        url=facts.url or other.url,
        registration_url=facts.registration_url or other.registration_url,
        deadline=facts.deadline or other.deadline,
        summary=summary.summary,
        summary_html=summary.summary_html,
        type=facts.type or other.type,
        themes=facts.themes or other.themes,
        audience=facts.audience or other.audience,
        free=other.free if facts.free is None else facts.free,
        price=facts.price or other.price,
        language=facts.language or other.language,
        image=facts.image or other.image,
        relevance=other.relevance if facts.relevance is None else facts.relevance,
        published_at=facts.published_at or other.published_at,
        modified_at=facts.modified_at or other.modified_at,
    )


def _finer(when: When, other: When) -> When:
    """The more precise of two datings of one day; a date that differs is a conflict, in which the best witness wins."""
    same_days = _day(when.start) == _day(other.start) and _day(when.end) == _day(other.end)
    return other if same_days and when.all_day and not other.all_day else when


def _located(place: Place | None, other: Place | None) -> Place | None:
    if place is None or other is None:
        return place or other
    cities = (words(place.city or ""), words(other.city or ""))
    if cities[0] == cities[1] and place.latitude is None and other.latitude is not None:
        return replace(place, latitude=other.latitude, longitude=other.longitude)
    return place if place.city or not other.city else replace(other, name=place.name or other.name)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "localhost"
    except ValueError:
        return "localhost"


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    return words(text)


def _witnesses(members: Iterable[Known]) -> tuple[Witness, ...]:
    """Who shows the event now; when nobody does any more, who did."""
    shown = [known for known in members if known.vanished_at is None] or list(members)
    return tuple(
        dict.fromkeys(
            Witness(known.sighting.source, known.sighting.facts.url or known.sighting.page_url) for known in shown
        )
    )
