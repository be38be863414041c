"""The dossiers on the table while they are merged: found by member, by day and by address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import count

from agenda_scraper.history import Act, Correction, Version
from agenda_scraper.links import address_key
from agenda_scraper.merge.belief import conflicts, rank, weigh, witnesses
from agenda_scraper.merge.edits import Locate, edited
from agenda_scraper.merge.likeness import ENOUGH, TWO_TOWNS, evidence
from agenda_scraper.merge.versions import changed_fields, sittings_of, version_of
from agenda_scraper.model import Event, Facts, Moment, Sighting, Status
from agenda_scraper.report import Dossier, Known
from agenda_scraper.zones import day_of

Member = tuple[str, str]


class Desk:
    """Events with their sightings and what people said of them; `touched` are those to be believed anew."""

    def __init__(self, dossiers: Sequence[Dossier], *, host: str, now: datetime, locate: Locate | None = None) -> None:
        self._locate = locate
        self._host = host
        self._now = now
        self._events = {dossier.event.uid: dossier.event for dossier in dossiers}
        self._corrections = {dossier.event.uid: dossier.corrections for dossier in dossiers}
        self._members: dict[str, dict[Member, Known]] = {}
        self._owner: dict[Member, str] = {}
        self._clues: defaultdict[object, dict[str, None]] = defaultdict(dict)
        self._merged: dict[str, str] = {}
        self.touched: dict[str, None] = {}
        for dossier in dossiers:
            self._members[dossier.event.uid] = {}
            for known in dossier.sightings:
                self._file(known)

    # ── what a source says ────────────────────────────────────────────────────────────────────────

    def rekey(self, source: str, before: str, after: str) -> None:
        """A source names a notice anew; nothing else is changed by that."""
        known = self._known((source, before))
        del self._members[known.uid][source, before], self._owner[source, before]
        self._file(replace(known, sighting=replace(known.sighting, key=after)))

    def update(self, sighting: Sighting) -> None:
        """A sighting says something else, or is back: its event stays the same, and may turn out to be another one."""
        member = (sighting.source, sighting.key)
        known = replace(self._known(member), sighting=sighting, last_seen=self._now, vanished_at=None)
        self._touch(known)
        other = self._same(sighting, besides=known.uid)
        if other is not None:
            older, younger = sorted((known.uid, other), key=self._age)
            self.join(younger, older)

    def vanish(self, member: Member) -> None:
        """A sighting is gone; its event remembers it."""
        self._touch(replace(self._known(member), vanished_at=self._now))

    def add(self, sighting: Sighting) -> None:
        """A sighting never seen before joins the event it tells of, or begins one."""
        uid = self._same(sighting) or self.mint((sighting.source, sighting.key))
        self._touch(Known(sighting, uid, first_seen=self._now, last_seen=self._now))
        if sighting.facts.when.occurrences:
            self._gather(sighting, uid)

    def _gather(self, series: Sighting, uid: str) -> None:
        """Events that are but dates of a series become that series."""
        while (other := self._same(series, besides=uid)) is not None:
            older, younger = sorted((uid, other), key=self._age)
            self.join(younger, older)
            uid = older

    # ── what people say ───────────────────────────────────────────────────────────────────────────

    def corrected(self, correction: Correction) -> None:
        """Put a correction on its event, or take away the one that was undone."""
        said = self._corrections.get(correction.uid, ())
        # those of one command have no number yet
        kept = tuple(each for each in said if not each.number or each.number != correction.number)
        standing = () if correction.undone_at else (correction,)
        self._corrections[correction.uid] = (*kept, *standing)
        self.touched[correction.uid] = None

    def join(self, lost: str, kept: str) -> None:
        """Every sighting of one event goes over to another; the one that is lost stays as a pointer."""
        for known in list(self._members[lost].values()):
            self._move(known, kept)
        self._merged[lost] = kept
        self.touched[lost] = self.touched[kept] = None

    def part(self, uid: str, members: Iterable[int], into: str) -> None:
        """Some sightings of an event, by their numbers, go to another one, which may be a pointer or new."""
        chosen = set(members)
        for known in [each for each in self._members[uid].values() if each.number in chosen]:
            self._move(known, into)
        self._merged.pop(into, None)
        self.touched[uid] = self.touched[into] = None

    def members(self, uid: str) -> list[Known]:
        """The sightings of an event."""
        return list(self._members.get(uid, {}).values())

    def mint(self, member: tuple[str, ...]) -> str:
        """A UID out of the key, so that a crawl run again mints the same; the next one when it is taken."""
        names = ("\0".join((self._host, *member, str(attempt))) for attempt in count())
        uids = (f"{sha256(name.encode('utf-8', 'replace')).hexdigest()[:32]}@{self._host}" for name in names)
        return next(uid for uid in uids if uid not in self._members)

    # ── what to believe ───────────────────────────────────────────────────────────────────────────

    def believed(self, uid: str, source: str) -> Dossier:
        """An event as its sightings tell it now; SEQUENCE and `changed_at` move exactly when content does."""
        before = self._events.get(uid)
        members = tuple(sorted(self._members.get(uid, {}).values(), key=rank))
        event = self._merged_away(before, uid) if not members and before else self._told(before, uid, members)
        version = version_of(before, event, source=source)
        versions: tuple[Version, ...] = (version,) if version else ()
        return Dossier(event, members, self._corrections.get(uid, ()), versions)

    def _told(self, before: Event | None, uid: str, members: tuple[Known, ...]) -> Event:
        facts = edited(weigh(members), self._corrections.get(uid, ()), self._locate)
        changed = before is None or bool(changed_fields(before.facts, facts)) or bool(before.merged_into)
        off = facts.status is Status.CANCELLED
        return Event(
            uid=uid,
            facts=facts,
            sequence=0 if before is None else before.sequence + changed,
            first_seen=min(known.first_seen for known in members),
            last_seen=max(known.last_seen for known in members),
            changed_at=self._now if changed or before is None else before.changed_at,
            witnesses=witnesses(members),
            evidence=tuple(evidence for known in members for evidence in known.sighting.evidence),
            vanished=all(known.vanished_at for known in members),
            cancelled_at=((before and before.cancelled_at) or self._now) if off else None,
            hidden=any(each.act is Act.HIDE for each in self._corrections.get(uid, ())),
            sittings=sittings_of(before, facts.when),
            conflicts=conflicts(members, facts),
        )

    def _merged_away(self, before: Event, uid: str) -> Event:
        kept = self._merged.get(uid) or before.merged_into
        if kept is None or before.merged_into == kept:
            return before
        return replace(
            before,
            sequence=before.sequence + 1,
            changed_at=self._now,
            merged_into=kept,
            cancelled_at=before.cancelled_at or self._now,
            witnesses=(),
            conflicts=(),
        )

    # ── the same? ─────────────────────────────────────────────────────────────────────────────────

    def _same(self, sighting: Sighting, *, besides: str = "") -> str | None:
        """The event that is most clearly the same, of equals the oldest; not one its own source shows beside it."""
        found: dict[str, float] = {}
        near = {uid: None for clue in _clues(sighting.facts) for uid in self._clues.get(clue, ())}
        for uid in near:
            if uid != besides and self._members[uid] and not self._beside(uid, sighting, besides):
                found[uid] = self._alike(uid, sighting)
        most = max(found.values(), default=0.0)
        return min((uid for uid in found if found[uid] == most), key=self._age) if most >= ENOUGH else None

    def _alike(self, uid: str, sighting: Sighting) -> float:
        """How alike the most alike sighting of an event is; not at all when one is of another town.

        One that names no town must not make a bridge between two that do.
        """
        weighed = [evidence(sighting.facts, known.sighting.facts) for known in self._members[uid].values()]
        if any(what == TWO_TOWNS for each in weighed for what, _ in each):
            return 0.0
        return round(max(sum(weight for _, weight in each) for each in weighed), 2)

    def _beside(self, uid: str, sighting: Sighting, mine: str) -> bool:
        """Whether a source shows both at once, and not as dates of one series, or a person set them apart."""
        ours = [sighting, *self._shown(mine)]
        theirs = self._shown(uid)
        rivals = [(a, b) for a in ours for b in theirs if a.source == b.source]
        series = _starts([*ours, *theirs])
        apart = {mine, uid}
        split = (each for one in apart for each in self._corrections.get(one, ()) if each.act is Act.SPLIT)
        beside = any(not {a.facts.when.start, b.facts.when.start} <= series for a, b in rivals)
        return beside or any({each.uid, each.other} == apart for each in split)

    def _shown(self, uid: str) -> list[Sighting]:
        return [known.sighting for known in self._members.get(uid, {}).values() if known.vanished_at is None]

    def _age(self, uid: str) -> tuple[datetime, str]:
        return min(known.first_seen for known in self._members[uid].values()), uid

    # ── the table itself ──────────────────────────────────────────────────────────────────────────

    def _known(self, member: Member) -> Known:
        return self._members[self._owner[member]][member]

    def _touch(self, known: Known) -> None:
        self._file(known)
        self.touched[known.uid] = None

    def _move(self, known: Known, uid: str) -> None:
        del self._members[known.uid][known.sighting.source, known.sighting.key]
        self._file(replace(known, uid=uid))

    def _file(self, known: Known) -> None:
        member = (known.sighting.source, known.sighting.key)
        self._owner[member] = known.uid
        self._members.setdefault(known.uid, {})[member] = known
        for clue in _clues(known.sighting.facts):
            self._clues[clue][known.uid] = None


def _starts(sightings: Iterable[Sighting]) -> set[Moment | None]:
    """The dates of every series among them."""
    return {start for each in sightings for start, _ in each.facts.when.occurrences}


def _clues(facts: Facts) -> list[object]:
    """What two sightings of one event share at least one of: the day, the moment, the address, where one registers."""
    starts = [facts.when.start, *(start for start, _ in facts.when.occurrences)]
    found: list[object] = list({day_of(start) for start in starts if start is not None})
    found += [start.timestamp() for start in starts if isinstance(start, datetime)]
    return found + [address_key(url) for url in (facts.url, facts.registration_url) if url]
