"""Tables and progress for people: they fit the terminal, and lose their colours when piped or NO_COLOR is set."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from agenda_scraper.cli.session import Session
from agenda_scraper.cli.words import say
from agenda_scraper.report import Outcome

if TYPE_CHECKING:
    from agenda_scraper.agenda import Source
    from agenda_scraper.history import Correction, Version
    from agenda_scraper.model import Event, When
    from agenda_scraper.report import CrawlReport, SourceReport, SourceState
    from agenda_scraper.trial import Trial

_COLOURS = {
    Outcome.OK: "green",
    Outcome.UNCHANGED: "dim",
    Outcome.EMPTY: "dim",
    Outcome.HELD: "yellow",
    Outcome.BROKEN: "red",
}
_PIPED = 110  # columns of a table when there is no terminal to fit


def console() -> Console:
    """Standard output as a person's terminal, or as plain text when it is none."""
    return Console(width=None if sys.stdout.isatty() else _PIPED, highlight=False)


@contextmanager
def progress(session: Session, total: int) -> Iterator[Callable[[SourceReport], None]]:
    """A bar on a terminal, silence in a pipe; what it yields is told of each source as it is done."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=session.quiet or not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(say("crawling"), total=total)
        yield lambda report: bar.update(task, advance=1, description=report.source)


@contextmanager
def publishing(session: Session) -> Iterator[Callable[[str], None]]:
    """What is being written, on a terminal; silence in a pipe."""
    line = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        # drawn when there is news: beside a thread that draws, no process could be forked
        auto_refresh=False,
        disable=session.quiet or not sys.stderr.isatty(),
    )
    with line:
        task = line.add_task(say("publishing"))
        yield lambda name: line.update(task, description=f"{say('publishing')} {name[:40]}", refresh=True)


def show_report(report: CrawlReport, untried: Set[str]) -> None:
    """One row a source, a line a trouble, and the sum; those never tried live bear a mark."""
    out = console()
    if not report.sources:
        out.print(say("nothing due"))
        return
    table = Table(box=None, pad_edge=False)
    for name in ("source", "outcome"):
        table.add_column(say(name), no_wrap=True)
    for name in ("found", "new", "changed", "gone", "rejected", "time"):
        table.add_column(say(name), justify="right")
    for each in report.sources:
        mark = " [yellow]*[/]" if each.source in untried else ""
        table.add_row(escape(each.source) + mark, _coloured(each.outcome), *_counts([each]))
    table.add_section()
    table.add_row(say("total"), "", *_counts(report.sources), style="bold")
    out.print(table)
    marked = sum(each.source in untried for each in report.sources)
    if marked:
        out.print("[yellow]*[/] " + say("not verified", count=marked, total=len(report.sources)), soft_wrap=True)
    for each in report.sources:
        _troubles(out, each)


def _counts(reports: Sequence[SourceReport]) -> list[str]:
    names = ("found", "new", "changed", "vanished")
    numbers = [sum(getattr(each, name) for each in reports) for name in names]
    numbers.append(sum(len(each.rejected) for each in reports))
    return [*map(str, numbers), f"{sum(each.seconds for each in reports):.1f} s"]


def _troubles(out: Console, report: SourceReport) -> None:
    if report.error:
        out.print(f"[red]{escape(report.source)}[/]: {escape(report.error)}", soft_wrap=True)
    for gone in report.gone:
        told = f"{say('listed no more')}: {escape(gone.title)} {escape(gone.url)}"
        out.print(f"{escape(report.source)}: {told}", soft_wrap=True)
    for rejected in report.rejected:
        title = escape(rejected.title or rejected.page_url)
        out.print(f"{escape(report.source)}: {say('rejected')}: {title}: {escape(rejected.reason)}", soft_wrap=True)
    for warning in report.warnings:
        out.print(f"{escape(report.source)}: {escape(warning)}", soft_wrap=True)


def _coloured(outcome: Outcome) -> str:
    return f"[{_COLOURS.get(outcome, 'default')}]{outcome}[/]"


def show_events(events: Sequence[Event], today: date) -> None:
    """Events, soonest first; of what goes on by a rule, the next sitting from a day on."""
    from agenda_scraper.views.recurring import next_sitting

    if not events:
        console().print(say("no events"))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column(say("when"), no_wrap=True)
    table.add_column(say("title"), ratio=1)
    table.add_column(say("where"), max_width=24)
    table.add_column(say("type"), no_wrap=True)
    coming = [(next_sitting(event, today), event) for event in events]
    for when, event in sorted(coming, key=lambda each: str(each[0].start or "~")[:10]):
        facts = event.facts
        place = (facts.place.city or facts.place.name or "") if facts.place else ""
        marks = [*([] if facts.status == "scheduled" else [facts.status]), *([say("hidden")] if event.hidden else [])]
        marks += [say("listed no more")] if event.vanished else []
        title = "".join(f"[yellow]{mark}[/] " for mark in marks) + escape(facts.title)
        table.add_row(
            _when(when), title, escape(place or ("" if facts.mode == "offline" else facts.mode)), facts.type or ""
        )
    console().print(table)


def _when(when: When) -> str:
    if when.start is None:
        return "?"
    text = when.start.strftime("%Y-%m-%d %H:%M" if isinstance(when.start, datetime) else "%Y-%m-%d")
    if when.end is None:
        return text
    if isinstance(when.end, datetime) and isinstance(when.start, datetime) and when.end.date() == when.start.date():
        return f"{text}–{when.end:%H:%M}"
    return f"{text} → {when.end:%Y-%m-%d}"


def show_explanation(event: Event, same: Mapping[str, str], names: Mapping[str, str]) -> None:
    """Each value of an event with the piece of page it was read from; `names` are those of sources."""
    out = console()
    out.print(f"[bold]{escape(event.facts.title)}[/]  {_when(event.facts.when)}", soft_wrap=True)
    out.print(f"{event.uid}  SEQUENCE {event.sequence}")
    for witness in event.witnesses:
        why = f"  ({say('same event')}: {same[witness.source]})" if witness.source in same else ""
        source = _named(witness.source, names)
        out.print(f"  {escape(source)}  {escape(witness.url)}{escape(why)}", soft_wrap=True)
    for conflict in event.conflicts:
        told = "; ".join(f"{_named(source, names)} {value}" for source, value in conflict.said)
        out.print(f"[yellow]{say('conflict')}[/] {conflict.field}: {escape(told)}", soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    table.add_column(say("field"), no_wrap=True)
    table.add_column(say("value"), max_width=34)
    many = len(event.witnesses) > 1 or any(not each.source for each in event.evidence)
    if many:
        table.add_column(say("source"), max_width=14)
    table.add_column(say("read at"), max_width=26, overflow="fold")
    table.add_column(say("said"), ratio=1)
    table.add_column(say("rule"), max_width=24)
    for each in event.evidence:
        table.add_row(
            each.field,
            escape(_value(event, each.field)),
            *([escape(each.source or say("by hand"))] if many else []),
            escape(each.where),
            escape(each.raw),
            escape(each.rule),
        )
    out.print(table)


def _named(source: str, names: Mapping[str, str]) -> str:
    return f"{source} ({names[source]})" if names.get(source, source) != source else source


def _value(event: Event, name: str) -> str:
    value = getattr(event.facts, {"published": "published_at", "modified": "modified_at"}.get(name, name), "")
    if name == "when":
        return _when(event.facts.when)
    if name == "place" and event.facts.place:
        place = event.facts.place
        return ", ".join(part for part in (place.name, place.address, place.city, place.region) if part)
    if isinstance(value, tuple):
        return "; ".join(
            " ".join(filter(None, (getattr(v, "name", None), getattr(v, "email", None)))) or str(v) for v in value
        )
    return str(value or "")[:120]


def show_corrections(corrections: Sequence[Correction]) -> None:
    """What people put right, one row each, with the number that takes it back."""
    table = Table(box=None, pad_edge=False)
    for name in ("number", "when", "act", "event"):
        table.add_column(say(name), no_wrap=True)
    table.add_column(say("value"), ratio=1)
    for each in corrections:
        told = f"{each.field} = {each.value}" if each.field else each.other or ""
        why = f" ({each.reason})" if each.reason else ""
        mark = f" [dim]{say('taken back')}[/]" if each.undone_at else ""
        table.add_row(str(each.number), f"{each.at:%Y-%m-%d}", each.act.value, each.uid[:12], escape(told + why) + mark)
    console().print(table if corrections else say("no corrections"))


def show_history(versions: Sequence[Version], names: Mapping[str, str]) -> None:
    """Each version of an event: when, what news, by whose word (`names` are those of sources), what replaced what."""
    from agenda_scraper.publish.json import version_record

    out = console()
    for each in versions:
        source = escape(_named(each.source, names) or say("by hand"))
        told = f"{each.at:%Y-%m-%d %H:%M}  [bold]{each.news.value}[/]  SEQUENCE {each.sequence}  {source}"
        out.print(told, soft_wrap=True)
        changes = version_record(each)["changes"]
        for name, (before, now) in changes.items():  # type: ignore[attr-defined]
            out.print(f"    {name}: {escape(str(before))} → {escape(str(now))}", soft_wrap=True)


def show_sources(sources: Sequence[Source], states: Mapping[str, SourceState]) -> None:
    """The sources and how their last crawl went; those never tried live stand apart by their `never`."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("source"), no_wrap=True)
    table.add_column(say("kind"), no_wrap=True)
    table.add_column(say("verified"), no_wrap=True)
    table.add_column(say("last crawl"), no_wrap=True)
    table.add_column(say("outcome"), no_wrap=True)
    table.add_column(say("found"), justify="right")
    for source in sorted(sources, key=lambda each: each.verified is None):
        state = states.get(source.id)
        verified = source.verified.isoformat() if source.verified else f"[yellow]{say('never')}[/]"
        last = f"{state.last_crawled:%Y-%m-%d %H:%M}" if state else say("never")
        outcome = _coloured(state.outcome) if state else ""
        table.add_row(source.id, source.kind, verified, last, outcome, str(state.found) if state else "")
    out = console()
    out.print(table)
    for state in states.values():
        if state.error:
            out.print(f"[red]{escape(state.source)}[/]: {escape(state.error)}", soft_wrap=True)


def show_check(trial: Trial) -> None:
    """What a source gives now: events, fields filled, notices rejected, warnings."""
    out = console()
    mark = "[green]ok[/]" if trial.good else "[red]broken[/]"
    counts = f"{len(trial.sightings)} {say('found')}, {len(trial.rejected)} {say('rejected')}"
    out.print(f"[bold]{escape(trial.gathered.source.id)}[/] {mark}  {counts}")
    if trial.trouble:
        out.print(f"  {escape(str(trial.trouble))}", soft_wrap=True)
    fields = ", ".join(f"{name} {count}" for name, count in sorted(trial.filled.items()))
    if fields:
        out.print(f"  {fields}")
    for rejected in trial.rejected:
        out.print(f"  {say('rejected')}: {escape(rejected.title)}: {escape(rejected.reason)}", soft_wrap=True)
    for warning in trial.gathered.warnings:
        out.print(f"  {escape(warning)}", soft_wrap=True)
    for sighting in trial.sightings[:5]:
        out.print(f"  {_when(sighting.facts.when)}  {escape(sighting.facts.title)}", soft_wrap=True)
