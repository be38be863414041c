"""Reading on the command line, nothing stored: a date, a notice, a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agenda_scraper.cli.session import Session, moment_of, zone_of

if TYPE_CHECKING:
    from agenda_scraper.model import Sighting
    from agenda_scraper.report import Rejected

_LANG = click.option("--lang", default="fr", show_default=True, help="ISO 639-1 code of the text's language.")
_REFERENCE = click.option(
    "--reference", metavar="DATE", help="The day the text was published or read; today if absent."
)
_TZ = click.option("--tz", default="Europe/Paris", show_default=True, help="IANA zone of the text.")
_JSONL = click.option("--jsonl", is_flag=True, help="One JSON object a line in and out, `read` added.")


@click.command()
@click.argument("text", required=False)
@_LANG
@_REFERENCE
@_TZ
@_JSONL
@click.option("--trace", is_flag=True, help="Say which rule read what.")
def when(*, text: str | None, lang: str, reference: str | None, tz: str, jsonl: bool, trace: bool) -> None:
    """A date text, understood, as JSON. Without TEXT it is read from standard input."""
    from agenda_scraper.model import Context
    from agenda_scraper.publish.json import when_record
    from agenda_scraper.when import read_when

    def answer(asked: str, context: Context) -> dict[str, Any]:
        understood = read_when(asked, context)
        return when_record(understood) | ({"trace": list(understood.trace)} if trace else {})

    _answer(answer, text if text is not None or jsonl else sys.stdin.read(), (lang, reference, tz))


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@_LANG
@_REFERENCE
@_TZ
@_JSONL
@click.option("--explain", is_flag=True, help="Say where each value was read, and why a notice is no event.")
def read(*, file: str | None, lang: str, reference: str | None, tz: str, jsonl: bool, explain: bool) -> None:
    """A whole notice as text, understood, as JSON; null when it announces no event."""
    from agenda_scraper.model import Sighting
    from agenda_scraper.publish.json import sighting_record
    from agenda_scraper.trial import try_notice

    def answer(asked: str, context: Any) -> dict[str, Any] | None:
        read = try_notice(asked, context)
        if isinstance(read, Sighting) and read.announces:
            return sighting_record(read, explain=explain)
        if explain:
            click.echo(f"no event: {_why_none(read)}", err=True)
        return None

    text = None if jsonl else sys.stdin.read() if file in (None, "-") else _text_of(Path(file or ""))
    _answer(answer, text, (lang, reference, tz))


def _why_none(read: Sighting | Rejected) -> str:
    """Why a notice announces no event: it is not believed, or what its words weigh says so."""
    from agenda_scraper.report import Rejected

    if isinstance(read, Rejected):
        return read.reason
    return next(each.rule for each in read.evidence if each.field == "relevance")


def _text_of(path: Path) -> str:
    """The text of a file in whatever charset it has."""
    from agenda_scraper.extract.decode import decode
    from agenda_scraper.model import Page

    now = datetime.now().astimezone()
    return decode(Page(str(path), str(path), 200, "text/plain", path.read_bytes(), now))


def _answer(read: Callable[[str, Any], Any], text: str | None, told: tuple[str, str | None, str]) -> None:
    """One answer, or one a line of standard input."""
    if text is not None:
        click.echo(json.dumps(read(text, _context(*told)), ensure_ascii=False, indent=1))
        return
    lang, reference, tz = told
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            asked = _parsed(line, number)
            context = _context(asked.get("lang", lang), asked.get("reference_date", reference), asked.get("tz", tz))
            click.echo(json.dumps({**asked, "read": read(str(asked.get("text", "")), context)}, ensure_ascii=False))


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as error:
        raise click.ClickException(f"standard input, line {number}: not JSON ({error})") from error
    if not isinstance(asked, dict):
        raise click.ClickException(f"standard input, line {number}: not an object")
    return asked


def _context(lang: str, reference: str | None, tz: str) -> Any:
    from agenda_scraper.errors import AgendaError
    from agenda_scraper.model import Context

    zone_of(tz)
    try:
        day = date.fromisoformat(reference[:10]) if reference else datetime.now().astimezone(zone_of(tz)).date()
    except ValueError as error:
        raise AgendaError(f"{reference!r} is no date", where="--reference", fix="write 2026-11-23") from error
    return Context(lang, day, tz)


@click.command()
@click.argument("target")
@click.option("--url", metavar="U", help="The address the file was fetched from.")
@click.option("--now", metavar="TIME", help="The moment to take as now (ISO 8601).")
@_TZ
@_LANG
@click.option(
    "--source", "rules", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A source in YAML."
)
@click.option("--explain", is_flag=True, help="Say where each value was read, and what was rejected and why.")
@click.pass_obj
def extract(
    session: Session,
    *,
    target: str,
    url: str | None,
    now: str | None,
    tz: str,
    lang: str,
    rules: Path | None,
    explain: bool,
) -> None:
    """A page or a file → the events on it, as a JSON list; nothing is stored."""
    from agenda_scraper.publish.json import sighting_record
    from agenda_scraper.trial import read_page, source_for

    moment = moment_of(now, tz)
    source = source_for(rules.read_text("utf-8") if rules else None, url=url or target, lang=lang, tz=tz)
    sightings, rejected = read_page(_page(session, target, url=url, now=moment), source, today=moment.date())
    records = [sighting_record(each, explain=explain) for each in sightings]
    click.echo(json.dumps(records, ensure_ascii=False, indent=1))
    if explain:
        for each in rejected:
            click.echo(f"rejected: {each.title or each.page_url}: {each.reason}", err=True)


def _page(session: Session, target: str, *, url: str | None, now: datetime) -> Any:
    """The page of an address, politely fetched, or of a file."""
    from agenda_scraper.agenda import Site
    from agenda_scraper.model import Page

    if target.startswith(("http://", "https://")):
        # whoever has a sources.yaml says who they are; else the program says what it is
        own = Path(session.sources_path).is_file()
        site = session.agenda().site if own else Site("agenda-scraper", "https://pypi.org/project/agenda-scraper", "-")
        with session.fetcher(site, now=now) as fetcher:
            session.heed(fetcher, now)
            return fetcher.get(target)
    path = Path(target)
    if not path.is_file():
        raise click.ClickException(f"{target}: no such file, and no http(s) address")
    address = url or path.resolve().as_uri()
    return Page(address, address, 200, _MEDIA.get(path.suffix.lower(), "text/html"), path.read_bytes(), now)


_MEDIA = {".ics": "text/calendar", ".xml": "application/xml", ".rss": "application/rss+xml", ".txt": "text/plain"} | {
    ".json": "application/json",
    ".md": "text/plain",
    ".csv": "text/csv",
}


@click.command()
def schema() -> None:
    """The JSON Schema of sources.yaml, for editors."""
    from agenda_scraper.config import schema as the_schema

    click.echo(json.dumps(the_schema(), ensure_ascii=False, indent=1))
