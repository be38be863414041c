"""The reading trip on the command line: events, explain, sources."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agenda_scraper.cli.keeping import tell_of_orphans
from agenda_scraper.cli.session import Session, known_sources, moment_of
from agenda_scraper.cli.words import say

if TYPE_CHECKING:
    from agenda_scraper.report import Dossier
    from agenda_scraper.store import Store

_FORMATS = ("table", "json", "ics", "rss", "atom", "jsonfeed", "csv")


@click.command()
@click.option("--text", help="Words of the title, the summary or the place.")
@click.option("--region")
@click.option("--department")
@click.option("--city")
@click.option("--country", help="By its name or its code, such as FR.")
@click.option("--near", metavar="PLACE", help="Around a town, a postcode or 50.63,3.06.")
@click.option("--within", metavar="KM", type=click.IntRange(1, 20_000), help="So far around it at most.")
@click.option("--type", metavar="CODE", help="Such as workshop, conference, public-inquiry.")
@click.option("--theme")
@click.option("--audience")
@click.option("--organiser")
@click.option("--source")
@click.option("--language")
@click.option("--online/--offline", default=None, help="To follow from afar, or to go to; hybrid ones are both.")
@click.option("--free/--paid", default=None)
@click.option("--cancelled/--no-cancelled", default=None, help="Only cancelled ones, or none of them.")
@click.option("--from", "since", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--until", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--all", "everything", is_flag=True, help="Past, cancelled and vanished ones too.")
@click.option("--now", metavar="TIME", help="The moment to take as now (ISO 8601).")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.pass_obj
def events(session: Session, /, *, now: str | None, format_: str, **asked: Any) -> None:
    """The events that answer a question, soonest first."""
    from agenda_scraper.query import Query
    from agenda_scraper.site.words import country_of
    from agenda_scraper.where.near import located
    from agenda_scraper.zones import day_of

    query = Query(**{name: _day(value) for name, value in asked.items()})
    query = located(query, country=country_of(session.timezone()))
    moment = moment_of(now, session.timezone())
    with session.store() as store:
        if query.source is not None and query.source not in (crawled := store.states()):
            # one of the file that was never crawled has no events, but is there
            own = session.agenda().sources if Path(session.sources_path).is_file() else ()
            known_sources((query.source,), [*crawled, *(source.id for source in own)])
        found = store.find(query, now=moment)
    if format_ == "table":
        from agenda_scraper.cli.tables import show_events

        show_events(found, query.since or day_of(moment))
    elif format_ == "json":
        from agenda_scraper.publish.json import render_json

        sys.stdout.buffer.write(render_json(found))
    else:
        from agenda_scraper.publish import FORMATS, Channel
        from agenda_scraper.site.words import words

        site = session.agenda().site
        terms = words(site.language).sentences
        channel = Channel(site.title, site.url, site.url, site.language, site.timezone, terms=terms)
        sys.stdout.buffer.write(FORMATS[format_].render(found, channel=channel, now=moment))


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


@click.command()
@click.argument("uid")
@click.option("--json", "as_json", is_flag=True, help="The same for a program.")
@click.pass_obj
def explain(session: Session, *, uid: str, as_json: bool) -> None:
    """Where each value of an event was read. UID may be its beginning, or words of the title."""
    from agenda_scraper.cli.tables import show_explanation
    from agenda_scraper.publish.json import event_record, evidence_records

    with session.store() as store:
        dossier = store.dossier(found_uid(store, uid))
    assert dossier is not None  # what was found is there
    event, same, names = dossier.event, _why_one(dossier), session.names()
    if not as_json:
        show_explanation(event, same, names)
        return
    told = event_record(event) | {
        "sources": [
            {"source": each.source, "name": names.get(each.source), "url": each.url} for each in event.witnesses
        ],
        "evidence": evidence_records(event.evidence),
        "same": same,
        "conflicts": [{"field": each.field, "said": [list(pair) for pair in each.said]} for each in event.conflicts],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def _why_one(dossier: Dossier) -> dict[str, str]:
    """Why each source but the first is believed to tell of the same event."""
    from agenda_scraper.merge import evidence

    first, *others = (known.sighting for known in dossier.sightings) if dossier.sightings else (None,)
    return {
        each.source: ", ".join(f"{what} {weight:+.1f}" for what, weight in evidence(first.facts, each.facts))
        for each in others
        if first is not None
    }


def found_uid(store: Store, said: str) -> str:
    """The one event whose UID is or begins so or whose title says so; with none or many, an error that lists them."""
    from agenda_scraper.query import Query
    from agenda_scraper.text import fold

    if store.event(said) is not None:
        return said
    everything = store.find(Query(everything=True), now=moment_of(None, "UTC"), pointers=True)
    near = [each for each in everything if each.uid.startswith(said) or fold(said) in fold(each.facts.title)]
    if len(near) == 1:
        return near[0].uid
    listed = "".join(f"\n  {each.uid}  {each.facts.title}" for each in near[:10])
    fix = f"several do:{listed}" if near else "`agenda-scraper events --all` lists them"
    raise click.ClickException(f"{said}: no single event has this UID or title; {fix}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same for a program.")
@click.pass_obj
def sources(session: Session, *, as_json: bool) -> None:
    """The sources, how their last crawl went, and which were never tried live."""
    from agenda_scraper.cli.tables import show_sources

    agenda = session.agenda()
    with session.store() as store:
        states = store.states()
        tell_of_orphans(session, agenda, store, now=moment_of(None, agenda.site.timezone))
    if not as_json:
        show_sources(agenda.sources, states)
        untried = sum(source.verified is None for source in agenda.sources)
        if untried:
            session.say(say("not verified", count=untried, total=len(agenda.sources)))
        for warning in agenda.warnings:
            session.say(warning)
        return
    rows = []
    for source in agenda.sources:
        state = states.get(source.id)
        rows.append(
            {
                "id": source.id,
                "name": source.name,
                "url": source.url,
                "kind": source.kind,
                "verified": source.verified.isoformat() if source.verified else None,
                "outcome": state.outcome if state else None,
                "last_crawled": state.last_crawled.isoformat() if state else None,
                "failing_since": state.failing_since.isoformat() if state and state.failing_since else None,
                "found": state.found if state else None,
                "error": state.error if state else None,
            }
        )
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
