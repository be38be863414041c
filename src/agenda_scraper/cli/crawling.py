"""The crawl trip on the command line: crawl, publish, check, record."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda_scraper.cli.keeping import tell_of_orphans
from agenda_scraper.cli.session import Session, known_sources, moment_of
from agenda_scraper.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda_scraper.agenda import Agenda, Site, Source
    from agenda_scraper.fetch import Fetcher
    from agenda_scraper.publication import Published
    from agenda_scraper.report import CrawlReport
    from agenda_scraper.store import Store

_REPLAY = click.option(
    "--replay", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Recorded pages, no network."
)
_NOW = click.option("--now", metavar="TIME", help="The moment to take as now (ISO 8601).")


@click.command()
@click.argument("ids", nargs=-1)
@_REPLAY
@_NOW
@click.option("--accept", is_flag=True, help="Believe a source that lost many notices at once.")
@click.option("--all", "everything", is_flag=True, help="Crawl every source, due or not.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON on standard output.")
@click.pass_obj
def crawl(
    session: Session,
    *,
    ids: tuple[str, ...],
    replay: Path | None,
    now: str | None,
    accept: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Crawl the sources that are due, or those named, then publish."""
    from agenda_scraper import crawl as line
    from agenda_scraper.cli.tables import progress, publishing, show_report

    agenda = session.agenda()
    known_sources(ids, [source.id for source in agenda.sources])
    moment = moment_of(now, agenda.site.timezone)
    replayed = replay is not None
    wanted = line.Wanted(ids, everything=everything or replayed, accept=accept, in_order=replayed)
    if replay is not None:
        agenda = _recorded(agenda, replay)
    with session.store() as store, session.fetcher(agenda.site, agenda.sources, now=moment, replay=replay) as fetcher:
        with store.crawling(), progress(session, len(ids) or len(agenda.sources)) as tell:
            report = line.crawl(agenda, store, fetcher=fetcher, now=moment, wanted=wanted, tell=tell)
        if not ids and not replayed:
            tell_of_orphans(session, agenda, store, now=moment)
        with publishing(session) as advance:
            published = _issued(session, agenda, store, now=moment, advance=advance)
        if replay is None:
            _tell_hub(session, fetcher, agenda.site, published)
    _warn(session, agenda.site, published)
    if as_json:
        click.echo(_as_json(report))
    elif not session.quiet:
        show_report(report, {source.id for source in agenda.sources if source.verified is None})
        _show_outputs(session, agenda)
    else:  # cron mails what is said: of a quiet crawl, the sources that need someone
        for each in report.broken:
            click.echo(f"{each.source}: {each.outcome}: {each.error}", err=True)
    sys.exit(1 if report.broken else 0)


def _as_json(report: CrawlReport) -> str:
    started = report.started_at.astimezone(UTC).isoformat(timespec="seconds")
    return json.dumps(asdict(report) | {"started_at": started}, ensure_ascii=False, indent=1)


def _issued(
    session: Session, agenda: Agenda, store: Store, *, now: datetime, advance: Callable[[str], None]
) -> Published:
    from agenda_scraper.publication import publish as issue

    return issue(agenda, store, public=session.public_path(), now=now, packed=session.packed, advance=advance)


def _tell_hub(session: Session, fetcher: Fetcher, site: Site, published: Published) -> None:
    """Tell the hub which feeds changed; readers find out by themselves when it is away, so that is no failure."""
    from agenda_scraper.errors import FetchError
    from agenda_scraper.websub import changed_feeds, tell

    topics = changed_feeds(site, published.paths)
    if not site.hub or not topics:
        return
    try:
        session.say(say("hub", count=tell(fetcher, site.hub, topics)))
    except FetchError as error:
        session.say(say("hub.away", count=len(topics), why=error))


def _warn(session: Session, site: Site, published: Published) -> None:
    from agenda_scraper.site.words import words

    for warning in published.warnings:
        session.say(warning)
    spoken = words(site.language).language
    if spoken != site.language.partition("-")[0].lower():
        session.say(say("untranslated", language=site.language, spoken=spoken))


@click.command()
@_NOW
@click.pass_obj
def publish(session: Session, *, now: str | None) -> None:
    """Write feeds and site from the store."""
    from agenda_scraper.cli.tables import publishing

    agenda = session.agenda()
    moment = moment_of(now, agenda.site.timezone)
    with session.store() as store, publishing(session) as advance:
        published = _issued(session, agenda, store, now=moment, advance=advance)
    if agenda.site.hub:
        with session.fetcher(agenda.site) as fetcher:
            _tell_hub(session, fetcher, agenda.site, published)
    _warn(session, agenda.site, published)
    session.say(say("written", count=len(published.paths)))
    if not session.quiet:
        _show_outputs(session, agenda)


@click.command()
@click.argument("ids", nargs=-1)
@_REPLAY
@_NOW
@click.option("--write/--no-write", default=None, help="Write the date into `verified:` without asking.")
@click.pass_obj
def check(session: Session, *, ids: tuple[str, ...], replay: Path | None, now: str | None, write: bool | None) -> None:
    """Try sources without storing anything; offer to note in sources.yaml that they work."""
    from agenda_scraper.cli.tables import show_check
    from agenda_scraper.config import mark_verified
    from agenda_scraper.trial import try_source

    agenda = session.agenda()
    known_sources(ids, [source.id for source in agenda.sources])
    moment = moment_of(now, agenda.site.timezone)
    failed = False
    with session.fetcher(agenda.site, agenda.sources, now=moment, replay=replay) as fetcher:
        session.heed(fetcher, moment)
        for source in agenda.sources:
            if ids and source.id not in ids:
                continue
            found = try_source(source, fetcher)
            show_check(found)
            failed = failed or not found.good
            # a recording proves nothing about the site of today
            if found.good and replay is None and _agreed(source, write):
                mark_verified(Path(session.sources_path).parent, source, day=moment.date())
    sys.exit(1 if failed else 0)


def _agreed(source: Source, write: bool | None) -> bool:
    if write is not None:
        return write
    return sys.stdin.isatty() and click.confirm(say("verify", source=source.id), default=True, err=True)


@click.command()
@click.argument("source_id")
@click.option("--fixtures", default="fixtures", show_default=True, type=click.Path(path_type=Path))
@_REPLAY
@_NOW
@click.pass_obj
def record(session: Session, *, source_id: str, fixtures: Path, replay: Path | None, now: str | None) -> None:
    """Keep the pages of a source and what is read from them, for the tests and the demo.

    With `--replay fixtures` nothing is fetched: only expected.json is written anew.
    """
    from agenda_scraper.recording import Recorder, record_source

    agenda = session.agenda()
    known_sources((source_id,), [source.id for source in agenda.sources])
    moment = recorded_at(replay, source_id) if replay and not now else moment_of(now, agenda.site.timezone)
    source = next(each for each in agenda.sources if each.id == source_id)
    with session.fetcher(agenda.site, agenda.sources, now=moment, replay=replay) as fetcher:
        session.heed(fetcher, moment)
        written = record_source(source, Recorder(fetcher), folder=fixtures / source_id, pages=replay is None)
    for path in written:
        click.echo(str(path))


def recorded_at(replay: Path, source_id: str) -> datetime:
    """When a source was recorded: the moment its dates are read as of."""
    from agenda_scraper.config import read_recordings

    moments = [each.fetched_at for each in read_recordings(replay) if each.source == source_id]
    if not moments:
        raise click.ClickException(f"{replay / source_id}: no recording; run `agenda-scraper record {source_id}` first")
    return min(moments)


def _recorded(agenda: Agenda, replay: Path) -> Agenda:
    """The agenda with the sources that have a recording: the others were never tried here."""
    from dataclasses import replace

    return replace(agenda, sources=tuple(each for each in agenda.sources if (replay / each.id).is_dir()))


def _show_outputs(session: Session, agenda: Agenda) -> None:
    public = session.public_path()
    names = [
        "index.html",
        *(f"feeds/{name}.{suffix}" for name in ("all", *(f.id for f in agenda.feeds)) for suffix in ("ics", "rss")),
    ]
    for name in names:
        if (public / name).exists():
            click.echo(f"  {public / name}")
