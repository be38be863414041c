"""A person's word on an event, from the command to the store: read, decided and written in one turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from agenda_scraper.about import classify
from agenda_scraper.about.vocabulary import table
from agenda_scraper.agenda import Site
from agenda_scraper.errors import AgendaError
from agenda_scraper.history import Act, Correction
from agenda_scraper.merge import correct
from agenda_scraper.model import Context
from agenda_scraper.query import Query
from agenda_scraper.report import Dossier
from agenda_scraper.store import Store
from agenda_scraper.where import resolve
from agenda_scraper.where.gazetteer import region_meant


def put_right(store: Store, corrections: Sequence[Correction], *, site: Site, now: datetime) -> tuple[Correction, ...]:
    """Apply what one command says of an event and keep it, above all sources, until it is undone.

    All or none, as one change: subscribers hear of no state in between. A split that names no sightings takes out
    those of its sources named in `value`. Returns the corrections with their numbers; AgendaError says what cannot be.
    """
    for each in corrections:
        _check_words(each, store, site=site, now=now)
    # an end is held against its start, whichever was written first
    corrections = sorted(corrections, key=lambda each: each.field == "when.end")
    with store.writing() as desk:
        named = {uid for each in corrections for uid in (each.uid, each.other) if uid}
        dossiers = desk.dossiers(named)
        for uid in named - {each.event.uid for each in dossiers}:
            raise AgendaError("no event has this UID", where=uid, fix="`agenda-scraper events --all` lists them")
        chosen = [_chosen(each, dossiers) if each.act is Act.SPLIT else _by_own_name(each) for each in corrections]
        settled, believed = correct(chosen, dossiers, site=site, now=now, locate=resolve)
        *first, last = settled
        return (*(desk.correct(each, ()) for each in first), desk.correct(last, believed))


# Fields that are written in words of the vocabulary: its table there, and what a question calls them.
_CODED = {"type": ("types", "type"), "themes": ("themes", "theme"), "audience": ("audience", "audience")}


def _check_words(correction: Correction, store: Store, *, site: Site, now: datetime) -> None:
    """Refuse a type, theme or audience that the vocabulary does not know and no source uses: no one asks for it."""
    field, value = correction.field or "", correction.value or ""
    if field not in _CODED:
        return
    listed, asked = _CODED[field]
    known = [*table("en")[listed]]  # every language has the same codes
    for word in filter(None, map(str.strip, value.split(",") if field == "themes" else [value])):
        query: dict[str, Any] = {asked: word}
        # what the `map:` of a source says is a word too
        if word in known or (word.lower() not in known and store.count(Query(everything=True, **query), now=now)):
            continue
        about = classify(word, "", Context(site.language, date.min, "UTC"))
        meant = [each for each in (about.type, about.audience, *about.themes) if each in known]
        near = dict.fromkeys([*get_close_matches(word.lower(), known), *meant])
        fix = f"did you mean {' or '.join(map(str, near))}?" if near else f"one of {', '.join(known)}"
        raise AgendaError(f"'{word}' is no {asked}", where=field, fix=fix)


def _by_own_name(correction: Correction) -> Correction:
    """A correction that names a region in another language, with the name the region is kept and asked by."""
    of_region = correction.field == "place.region" and correction.value
    return replace(correction, value=region_meant(correction.value or "")) if of_region else correction


def take_back(store: Store, number: int, *, site: Site, now: datetime) -> Correction:
    """Undo a correction: what the sources say holds again."""
    with store.writing() as desk:
        correction = desk.correction(number)
        if correction is None or correction.undone_at:
            what = "was taken back already" if correction else "does not exist"
            raise AgendaError(f"correction {number} {what}", fix="`agenda-scraper corrections` lists those that stand")
        dossiers = desk.dossiers({correction.uid, correction.other or correction.uid})
        (settled,), believed = correct(
            [replace(correction, undone_at=now)], dossiers, site=site, now=now, locate=resolve
        )
        return desk.correct(settled, believed)


def _chosen(correction: Correction, dossiers: Sequence[Dossier]) -> Correction:
    """The sightings of the sources that a split names; without names, those of all but the first source."""
    (dossier,) = (each for each in dossiers if each.event.uid == correction.uid)
    named = set((correction.value or "").split())
    first = dossier.sightings[0].sighting.source if dossier.sightings else ""
    chosen = (
        known.number
        for known in dossier.sightings
        if (known.sighting.source in named if named else known.sighting.source != first)
    )
    return replace(correction, members=tuple(chosen))
