"""Sightings of all sources → Events. Pure; mints UIDs and keeps them for life.

A sighting that belongs to an event stays with it through rename, postponement and change of place. Only a sighting
never seen before, or one that says something else, looks for an event that other sources tell of; it touches its
neighbours and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from agenda_scraper.agenda import Site
from agenda_scraper.errors import AgendaError
from agenda_scraper.history import Act, Correction
from agenda_scraper.merge.desk import Desk
from agenda_scraper.merge.edits import Locate, with_edit
from agenda_scraper.merge.likeness import evidence
from agenda_scraper.report import Changes, Dossier

__all__ = ["correct", "evidence", "merge", "with_edit"]


def merge(
    changes: Changes, neighbours: Sequence[Dossier], *, site: Site, now: datetime, locate: Locate | None = None
) -> tuple[Dossier, ...]:
    """The events that these changes touch, as they are believed from now on, each with its new version if it has one.

    `neighbours` holds the events of every sighting in `changes` but the new ones, and those that share a day or an
    address with a new or a changed one. The same input gives the same UIDs: a crawl that was killed can be run again.
    `locate` completes the place of a town that a person put right.
    """
    desk = Desk(neighbours, host=_host(site), now=_second(now), locate=locate)
    for before, after in changes.rekeyed:
        desk.rekey(changes.source, before, after)
    for change in changes.changed:
        desk.update(change.after)
    for sighting in changes.restored:
        desk.update(sighting)
    for key in changes.vanished:
        desk.vanish((changes.source, key))
    for sighting in changes.new:
        desk.add(sighting)
    return tuple(desk.believed(uid, changes.source) for uid in desk.touched)


def correct(
    corrections: Sequence[Correction],
    dossiers: Sequence[Dossier],
    *,
    site: Site,
    now: datetime,
    locate: Locate | None = None,
) -> tuple[tuple[Correction, ...], tuple[Dossier, ...]]:
    """A person's words, or their undoing (`undone_at` set), on the events of `uid` and `other`: one change of each.

    Returns the corrections as they are to be kept (a split names its new event, a merge the sightings it moved) and
    the events as they are believed from now on. AgendaError for what cannot be done: it says why.
    """
    desk = Desk(dossiers, host=_host(site), now=_second(now), locate=locate)
    known = {dossier.event.uid: dossier for dossier in dossiers}
    settled = []
    for correction in corrections:
        act = _undo if correction.undone_at else _ACTS[correction.act]
        settled.append(act(correction, known, desk))
        desk.corrected(settled[-1])
    return tuple(settled), tuple(desk.believed(uid, "") for uid in desk.touched)


def _edit(correction: Correction, known: dict[str, Dossier], desk: Desk) -> Correction:
    # what is said next is held against this: an end against the start that was just put right
    dossier = known[correction.uid]
    facts = with_edit(dossier.event.facts, correction.field or "", correction.value or "")
    known[correction.uid] = replace(dossier, event=replace(dossier.event, facts=facts))
    return correction


def _hide(correction: Correction, known: dict[str, Dossier], desk: Desk) -> Correction:
    # hidden twice, one undo would not show it again
    for said in known[correction.uid].corrections:
        if said.act is Act.HIDE:
            fix = f"`agenda-scraper undo {said.number}` shows it again"
            raise AgendaError("this event is hidden already", where=correction.uid, fix=fix)
    return correction


def _merge(correction: Correction, known: dict[str, Dossier], desk: Desk) -> Correction:
    other = correction.other or ""
    if other == correction.uid:
        raise AgendaError("an event cannot be merged with itself", where=other, fix="name two events")
    for uid in (correction.uid, other):
        if known[uid].event.merged_into:
            fix = f"name {known[uid].event.merged_into} instead"
            raise AgendaError("this event is merged already", where=uid, fix=fix)
    moved = tuple(each.number for each in desk.members(other))
    desk.join(other, correction.uid)
    return replace(correction, members=moved)


def _split(correction: Correction, known: dict[str, Dossier], desk: Desk) -> Correction:
    members = desk.members(correction.uid)
    chosen = [each for each in members if each.number in correction.members]
    if not chosen or len(chosen) == len(members):
        told = ", ".join(each.sighting.source for each in members)
        fix = f"its sources are {told}: name some of them" if len(members) > 1 else "it has one source"
        raise AgendaError("nothing to split", where=correction.uid, fix=fix)
    into = desk.mint(("split", correction.uid, *(str(each.number) for each in chosen)))
    desk.part(correction.uid, correction.members, into)
    return replace(correction, other=into)


def _undo(correction: Correction, known: dict[str, Dossier], desk: Desk) -> Correction:
    """Put things back: sightings go where they came from, a pointer comes back to life under its UID."""
    if correction.act is Act.MERGE and correction.other:
        desk.part(correction.uid, correction.members, correction.other)
    if correction.act is Act.SPLIT and correction.other:
        desk.join(correction.other, correction.uid)
    return correction


_ACTS = {Act.EDIT: _edit, Act.HIDE: _hide, Act.MERGE: _merge, Act.SPLIT: _split}


def _second(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0)


def _host(site: Site) -> str:
    try:
        return urlsplit(site.url).hostname or "localhost"
    except ValueError:
        return "localhost"
