"""Sources that are read no more: what they said last would stand for ever, above those who still speak."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches

from agenda_scraper.agenda import Agenda, Site, Source
from agenda_scraper.crawl import believed
from agenda_scraper.errors import AgendaError
from agenda_scraper.reconcile import Harvest, over, reconcile
from agenda_scraper.report import Known
from agenda_scraper.store import Store


def orphaned(agenda: Agenda, store: Store, *, now: datetime) -> dict[str, int]:
    """How many notices still stand of each source that the sources file names no more, by its id."""
    here = {source.id for source in agenda.sources}
    told = {name: len(_standing(store.known(name), now)) for name in sorted(store.states()) if name not in here}
    return {name: count for name, count in told.items() if count}


def forget(name: str, store: Store, *, site: Site, now: datetime) -> int:
    """Let go of the notices of a source; returns how many there were.

    An event that others announce too goes on by their word, under its UID; one that nobody else announces is gone, as
    if its source had taken it away. Raises AgendaError for a source that never was.
    """
    if name not in (states := store.states()):
        near = get_close_matches(name, states, 1)
        fix = f"did you mean {near[0]}?" if near else "`agenda-scraper sources` names those that are no more"
        raise AgendaError("no source of this name was ever crawled", where=name, fix=fix)
    with store.writing() as desk:
        known = desk.known(name)
        gone = reconcile(
            Source(name, name, "", "html"), known, harvest=Harvest((), complete=True), now=now, accept=True
        )
        desk.write(gone, believed(gone, desk, site=site, now=now), now=now)
    return len(gone.vanished)


def _standing(known: dict[str, Known], now: datetime) -> list[Known]:
    return [each for each in known.values() if each.vanished_at is None and not over(each.sighting.facts, now)]
