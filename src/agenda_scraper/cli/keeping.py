"""Keeping the store: export and import as JSON lines, backup and restore, sources that are no more."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda_scraper.cli.session import Session, moment_of
from agenda_scraper.cli.words import say
from agenda_scraper.errors import AgendaError

if TYPE_CHECKING:
    from agenda_scraper.agenda import Agenda
    from agenda_scraper.store import Store


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(session: Session, *, file: Path | None) -> None:
    """Write the whole store as JSON lines, to FILE or to standard output."""
    with session.store() as store:
        if file is None:
            for line in store.export():
                sys.stdout.buffer.write(f"{line}\n".encode())
            return
        count = store.export_to(file)
    session.say(say("exported", count=count, path=file))


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Even if there is something in the store: it goes.")
@click.pass_obj
def import_(session: Session, *, file: Path, replace: bool) -> None:
    """Read a store from JSON lines, into any database: all of it, or nothing."""
    with session.store() as store, file.open(encoding="utf-8") as lines:
        count = store.load(lines, where=str(file), replace=replace)
    session.say(say("imported", count=count, path=file))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(session: Session, *, file: Path) -> None:
    """Write a backup of the store to FILE, while crawls go on."""
    with session.store() as store:
        count = store.export_to(file)
    session.say(say("exported", count=count, path=file))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def restore(session: Session, *, file: Path) -> None:
    """Put the store back as it was in a backup: all of it, or nothing."""
    with session.store() as store, file.open(encoding="utf-8") as lines:
        count = store.load(lines, where=str(file), replace=True)
    session.say(say("imported", count=count, path=file))


@click.command()
@click.argument("source")
@click.option("--now", metavar="TIME", help="The moment to take as now (ISO 8601).")
@click.pass_obj
def forget(session: Session, *, source: str, now: str | None) -> None:
    """Let go of a SOURCE that sources.yaml names no more: events others announce go on, the rest is gone."""
    from agenda_scraper.forgetting import forget as let_go

    agenda = session.agenda()
    if any(each.id == source for each in agenda.sources):
        fix = "take it out of the file first, or it comes back with the next crawl"
        raise AgendaError(f"is still in {session.sources_path}", where=source, fix=fix)
    with session.store() as store:
        count = let_go(source, store, site=agenda.site, now=moment_of(now, agenda.site.timezone))
    session.say(say("forgotten", count=count, source=source))


def tell_of_orphans(session: Session, agenda: Agenda, store: Store, *, now: datetime) -> None:
    """Name the sources that the file does not name any more, and what still stands of each."""
    from agenda_scraper.forgetting import orphaned

    for source, count in orphaned(agenda, store, now=now).items():
        session.say(say("orphaned", source=source, count=count, file=session.sources_path))
