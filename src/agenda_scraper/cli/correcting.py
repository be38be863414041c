"""What people put right on the command line: edit, merge, split, hide, undo; and what has happened to an event."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from agenda_scraper.cli.asking import found_uid
from agenda_scraper.cli.session import Session, moment_of
from agenda_scraper.cli.words import say

if TYPE_CHECKING:
    from agenda_scraper.history import Correction

_REASON = click.option("--reason", default="", help="Why, for those who come after you.")
_NOW = click.option("--now", metavar="TIME", help="The moment to take as now (ISO 8601).")


@click.command()
@click.argument("uid")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE…")
@_REASON
@_NOW
@click.pass_obj
def edit(session: Session, *, uid: str, values: tuple[str, ...], reason: str, now: str | None) -> None:
    """Put values of an event right, above what every source says: edit UID title="…" when.start=2026-11-18T18:30.

    UID may be its beginning, or words of the title.
    """
    words = []
    for each in values:
        field, equals, value = each.partition("=")
        if not equals:
            raise click.UsageError(f"{each!r} is no FIELD=VALUE")
        words.append({"field": field.strip(), "value": value})
    _put(session, uid, now, act="edit", words=words, reason=reason)


@click.command()
@click.argument("uid")
@click.argument("other")
@_REASON
@_NOW
@click.pass_obj
def merge(session: Session, *, uid: str, other: str, reason: str, now: str | None) -> None:
    """Two events are one: UID stays, OTHER becomes a pointer to it."""
    _put(session, uid, now, act="merge", other=other, reason=reason)


@click.command()
@click.argument("uid")
@click.option("--source", "sources", multiple=True, help="The source whose notice is another event; may be repeated.")
@_REASON
@_NOW
@click.pass_obj
def split(session: Session, *, uid: str, sources: tuple[str, ...], reason: str, now: str | None) -> None:
    """One event is two: what the named sources tell gets a UID of its own."""
    _put(session, uid, now, act="split", value=" ".join(sources) or None, reason=reason)


@click.command()
@click.argument("uid")
@_REASON
@_NOW
@click.pass_obj
def hide(session: Session, *, uid: str, reason: str, now: str | None) -> None:
    """Take an event out of feeds and pages, whatever its sources say."""
    _put(session, uid, now, act="hide", reason=reason)


@click.command()
@click.argument("number", type=int)
@_NOW
@click.pass_obj
def undo(session: Session, *, number: int, now: str | None) -> None:
    """Take a correction back; `corrections` lists their numbers."""
    from agenda_scraper.correcting import take_back

    site = session.agenda().site
    with session.store() as store:
        correction = take_back(store, number, site=site, now=moment_of(now, site.timezone))
    session.say(say("undone", number=correction.number, act=correction.act.value, uid=correction.uid))


@click.command()
@click.option("--all", "everything", is_flag=True, help="Those taken back too.")
@click.option("--json", "as_json", is_flag=True, help="The same for a program.")
@click.pass_obj
def corrections(session: Session, *, everything: bool, as_json: bool) -> None:
    """What people put right, and the numbers to take it back with."""
    from agenda_scraper.cli.tables import show_corrections

    with session.store() as store:
        found = store.corrections(undone=everything)
    if as_json:
        click.echo(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=1))
    else:
        show_corrections(found)


@click.command()
@click.argument("uid")
@click.option("--json", "as_json", is_flag=True, help="The same for a program.")
@click.pass_obj
def history(session: Session, *, uid: str, as_json: bool) -> None:
    """Every version of an event: when, what changed, and by whose word."""
    from agenda_scraper.cli.tables import show_history
    from agenda_scraper.publish.json import version_record

    with session.store() as store:
        versions = store.history(found_uid(store, uid))
    names = session.names()
    if as_json:
        told = [version_record(each) | {"source_name": names.get(each.source)} for each in versions]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        show_history(versions, names)


def _put(
    session: Session, uid: str, now: str | None, *, act: str, words: Sequence[dict[str, Any]] = ({},), **told: Any
) -> None:
    """Say `told` of an event, once for each of `words`; all of it is one change."""
    from agenda_scraper.correcting import put_right
    from agenda_scraper.history import Act, Correction

    site = session.agenda().site
    moment = moment_of(now, site.timezone)
    with session.store() as store:
        event = found_uid(store, uid)
        if other := told.get("other"):
            told["other"] = found_uid(store, other)
        said = [Correction(event, Act(act), moment, author=_author(), **told, **each) for each in words]
        settled = put_right(store, said, site=site, now=moment)
    for kept in settled:
        session.say(say("corrected", number=kept.number, act=kept.act.value, uid=kept.uid))
        if kept.act is Act.SPLIT:
            session.say(say("split off", uid=kept.other))


def _author() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _record(correction: Correction) -> dict[str, Any]:
    names = ("number", "uid", "field", "value", "other", "author", "reason")
    told = {name: getattr(correction, name) for name in names}
    undone = correction.undone_at.isoformat() if correction.undone_at else None
    return told | {"act": correction.act.value, "at": correction.at.isoformat(), "undone_at": undone}
