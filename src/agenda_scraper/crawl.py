"""The line, in order: one source, then all that are due.

sources.yaml → due → fetch → extract → normalise → reconcile → merge → store. Threads fetch and extract, one host
apart from another; one place understands, decides and writes, each source as soon as its pages are there: one slow
site must not keep the others out of the store. Recorded pages are taken in the order of sources.yaml, so that they give
the same store each time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Agenda, Site, Source
from agenda_scraper.errors import HeldError, SourceError
from agenda_scraper.harvest import Fetches, Gathered, gather, lost_pages, nothing_in
from agenda_scraper.merge import merge
from agenda_scraper.model import Notice, Sighting
from agenda_scraper.normalise import normalise, own_key
from agenda_scraper.reconcile import Harvest, over, reconcile
from agenda_scraper.report import Changes, CrawlReport, Dossier, Gone, Known, Outcome, Rejected, SourceReport
from agenda_scraper.schedule import due
from agenda_scraper.store import Desk, Store
from agenda_scraper.text import words
from agenda_scraper.where import resolve

_log = logging.getLogger(__name__)
_HOSTS_AT_ONCE = 16
# Fewer notices under new names are the day's work of an editor.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a crawl is asked: the named sources, or all that are due; `accept` lets a sudden loss pass.

    `in_order`: each source waits for those before it, so that the same pages give the same store.
    """

    ids: Collection[str] = ()
    everything: bool = False
    accept: bool = False
    in_order: bool = False


class Polite(Fetches, Protocol):
    """A fetcher that knows which hosts asked to be left alone, and until when."""

    @property
    def silences(self) -> dict[str, datetime]:
        """Those of this run, and those it was told of."""
        ...

    def leave_alone(self, hosts: Mapping[str, datetime]) -> None:
        """Ask these hosts nothing until then."""
        ...


def crawl(
    agenda: Agenda,
    store: Store,
    *,
    fetcher: Polite,
    now: datetime,
    wanted: Wanted = Wanted(),
    tell: Callable[[SourceReport], None] = lambda report: None,
) -> CrawlReport:
    """Crawl what is due, or what is named; `tell` hears of each source as it is done.

    One transaction a source: a crawl that is killed and run again ends where an undisturbed one does. Where two
    sources tell of an event for the first time, the one that was read first gives it its UID, unless `in_order`.
    """
    chosen = _chosen(agenda, store, now=now, wanted=wanted)
    reports: dict[str, SourceReport] = {}
    fetcher.leave_alone(silences := store.silences(now=now))
    began = time.monotonic()
    with ThreadPoolExecutor(_HOSTS_AT_ONCE, thread_name_prefix="fetch") as pool:
        read = _gathered(chosen, pool, lambda each: gather(each, fetcher, store.page), in_order=wanted.in_order)
        for source, gathered, seconds in read:
            # recordings give the same store each time
            written = now if wanted.in_order else now + timedelta(seconds=time.monotonic() - began)
            told = _written(gathered, agenda, store, now=now, written=written, accept=wanted.accept)
            report = replace(told, seconds=seconds)
            reports[source.id] = report
            if silences != fetcher.silences:
                with store.writing() as desk:
                    desk.leave_alone(silences := fetcher.silences, now=now)
            tell(report)
    return CrawlReport(now, tuple(reports[source.id] for source in chosen))


def _chosen(agenda: Agenda, store: Store, *, now: datetime, wanted: Wanted) -> Sequence[Source]:
    if wanted.ids:
        return [source for source in agenda.sources if source.id in wanted.ids]
    return agenda.sources if wanted.everything else due(agenda.sources, store.states(), now)


def _gathered(
    sources: Sequence[Source], pool: ThreadPoolExecutor, task: Callable[[Source], Gathered], *, in_order: bool
) -> Iterator[tuple[Source, Gathered, float]]:
    """Each source with what it gave and the seconds it took, as they are done or in the order of the sources."""

    def timed(source: Source) -> tuple[Source, Gathered, float]:
        began = time.monotonic()
        return source, task(source), time.monotonic() - began

    futures = [pool.submit(timed, source) for source in sources]
    for future in futures if in_order else as_completed(futures):
        yield future.result()


def _written(
    gathered: Gathered, agenda: Agenda, store: Store, *, now: datetime, written: datetime, accept: bool
) -> SourceReport:
    """One source understood, then decided and written in one transaction; a failure is written as such."""
    source = gathered.source
    if gathered.error is not None:
        return _failed(gathered, gathered.error, store, now=now, written=written)
    known = store.known(source.id)
    harvest, rejected = _understood(gathered, known, now)
    # what was never seen to work is not believed to be quiet: only a page that proves it is
    if not known and not harvest.proved_empty and len(rejected) == len(gathered.notices):
        nothing = nothing_in(gathered, [each.reason for each in rejected])
        return _failed(gathered, nothing, store, now=now, written=written, rejected=rejected)
    try:
        with store.writing() as desk:
            known = desk.known(source.id)
            changes = reconcile(source, known, harvest=harvest, now=now, accept=accept)
            desk.write(changes, believed(changes, desk, site=agenda.site, now=now), now=now)
            desk.remember_pages(source.id, gathered.pages, now=now)
            report = replace(_told(gathered, harvest, rejected, changes), gone=_gone(changes, known, now=now))
            desk.remember_outcome(report, now=now, written=written)
            return report
    except SourceError as error:
        return _failed(gathered, error, store, now=now, written=written, rejected=rejected)


def believed(changes: Changes, desk: Desk, *, site: Site, now: datetime) -> tuple[Dossier, ...]:
    """The events that follow from changes; where a UID would be minted that an event far away has, it is not."""
    near = desk.neighbours(changes)
    while True:
        events = merge(changes, near, site=site, now=now, locate=resolve)
        taken = desk.taken({each.event.uid for each in events} - {each.event.uid for each in near})
        if not taken:
            return events
        near = (*near, *desk.dossiers(taken))


def _failed(
    gathered: Gathered,
    error: SourceError,
    store: Store,
    *,
    now: datetime,
    written: datetime,
    rejected: tuple[Rejected, ...] = (),
) -> SourceReport:
    outcome = Outcome.HELD if isinstance(error, HeldError) else Outcome.BROKEN
    _log.warning("source failed", extra={"source": gathered.source.id, "error": str(error)})
    told = str(error)
    report = SourceReport(
        gathered.source.id,
        outcome,
        rejected=rejected,
        warnings=tuple(each for each in gathered.warnings if each not in told),
        requests=gathered.requests,
        error=told,
    )
    with store.writing() as desk:
        desk.remember_outcome(report, now=now, written=written)
    return report


def _understood(gathered: Gathered, known: Mapping[str, Known], now: datetime) -> tuple[Harvest, tuple[Rejected, ...]]:
    """The notices of a source as sightings, and those not believed."""
    sightings: list[Sighting] = []
    rejected: list[Rejected] = []
    unread: dict[str, str] = {}
    titled = _by_title(known)
    for number, notice in enumerate(gathered.notices):
        before = known.get(own_key(notice, gathered.source) or "") or titled.get(words(notice.text("title", " ")))
        read = _read(notice, gathered.source, before, now=now)
        if isinstance(read, Rejected):
            rejected.append(read)
            if before and number not in gathered.stale:
                unread[before.sighting.key] = read.reason
        # what cannot be read this time is announced all the same: what was known of it stands
        if before and (number in gathered.stale or isinstance(read, Rejected)):
            sightings.append(before.sighting)
        elif isinstance(read, Sighting):
            sightings.append(read)
    floor = gathered.source.relevance
    if floor is not None:
        sightings = [each for each in sightings if (each.facts.relevance or 0) >= floor]
    empty = gathered.proved_empty and not gathered.notices
    harvest = Harvest(sightings, gathered.complete, empty, unread=unread, lacking=gathered.lacking)
    return harvest, tuple(rejected)


def _by_title(known: Mapping[str, Known]) -> dict[tuple[str, ...], Known]:
    """The sightings by the words of their title, where one alone has it: for sources whose ids churn."""
    found: dict[tuple[str, ...], Known] = {}
    twice: set[tuple[str, ...]] = set()
    for each in known.values():
        title = words(each.sighting.facts.title)
        twice |= {title} if title in found else set()
        found[title] = each
    return {title: each for title, each in found.items() if title not in twice}


def _read(notice: Notice, source: Source, before: Known | None, *, now: datetime) -> Sighting | Rejected:
    """A notice understood. The same words keep the reading they had when first seen.

    "Le 18 novembre" read again next spring is still last autumn's day, as long as the page still says just that.
    """
    today = now.astimezone(ZoneInfo(source.timezone)).date()
    if before is not None:
        first = before.first_seen.astimezone(ZoneInfo(source.timezone)).date()
        again = normalise(notice, source, reference=first)
        if first == today or (isinstance(again, Sighting) and _date_words(again) == _date_words(before.sighting)):
            return again
    return normalise(notice, source, reference=today)


def _date_words(sighting: Sighting) -> str:
    return next((each.raw for each in sighting.evidence if each.field == "when"), "")


def _told(gathered: Gathered, harvest: Harvest, rejected: tuple[Rejected, ...], changes: Changes) -> SourceReport:
    touched = changes.new or changes.changed or changes.vanished or changes.restored
    outcome = Outcome.EMPTY if harvest.proved_empty else Outcome.OK if touched else Outcome.UNCHANGED
    # the list is written all the same, but without their pages no one sees what changes there
    lost = lost_pages(gathered)
    warnings = [*gathered.warnings, *_renamed(changes), *(told for each in changes.seen for told in each.warnings)]
    return SourceReport(
        gathered.source.id,
        Outcome.BROKEN if lost else outcome,
        found=len(changes.seen),
        new=len(changes.new),
        changed=len(changes.changed),
        unchanged=len(changes.unchanged),
        vanished=len(changes.vanished),
        restored=len(changes.restored),
        rejected=rejected,
        warnings=tuple(warnings),
        requests=gathered.requests,
        error=str(lost) if lost else None,
    )


def _gone(changes: Changes, known: Mapping[str, Known], *, now: datetime) -> tuple[Gone, ...]:
    missed = ((known[key].uid, known[key].sighting.facts) for key in changes.vanished)
    return tuple(Gone(uid, facts.title, facts.url) for uid, facts in missed if not over(facts, now))


def _renamed(changes: Changes) -> list[str]:
    """What a maintainer should know of ids that change between two crawls."""
    renamed, seen = len(changes.rekeyed), len(changes.seen)
    if renamed < _FEW or 2 * renamed < seen:
        return []
    return [f"ids or addresses are new for {renamed} of {seen} notices: they were known again by title and day"]
