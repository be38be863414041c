"""The solver: a text through every rule, to one When with its trace."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agenda_scraper.model import Context, Moment, Occurrence, When
from agenda_scraper.when.assemble import assemble, set_quoted
from agenda_scraper.when.clocks import read_clocks
from agenda_scraper.when.compose import collect, moments, one_instant, with_default
from agenda_scraper.when.days import read_days
from agenda_scraper.when.direct import direct
from agenda_scraper.when.figures import american
from agenda_scraper.when.layout import Dated, Layout
from agenda_scraper.when.lexicon import LANGUAGES, lexicon
from agenda_scraper.when.reading import Reading
from agenda_scraper.when.recurrence import read_recurrences
from agenda_scraper.when.relative import read_companions, read_relative
from agenda_scraper.when.series import Series, read_series
from agenda_scraper.when.shapes import plain
from agenda_scraper.when.sittings import Sitting
from agenda_scraper.when.tokens import kinds_of, tokenize
from agenda_scraper.when.verdict import Verdict, judge
from agenda_scraper.when.years import Day, resolve
from agenda_scraper.when.zones import mail_stamp, read_stamps, zone

# A month or an impossible date of its own: the text is in its language, and names no day.
_UNTOLD = frozenset("!M")


# Each reads one sort of piece: the nodes with what it read in its place, and their kinds.
_STEPS = (read_stamps, read_clocks, read_days, read_relative, read_companions, read_recurrences)


def laid_out(text: str, context: Context, language: str) -> Layout:
    """The layout of a plain text after every rule that reads pieces: clocks, days, relative days, recurrences."""
    numbers = american(context.timezone, language) or context.country == "US"
    reading = Reading(context.reference, context.timezone, lexicon(language).month_first, numbers)
    nodes = tokenize(text, language)
    kinds = kinds_of(nodes)
    for step in _STEPS:
        nodes, kinds = step(nodes, kinds, reading)
    layout = assemble(nodes, kinds)
    set_quoted(layout, text)
    return layout


def solve(text: str, context: Context, language: str, default: int | None) -> When:
    """The reading of a text in one of our languages; `default` is the minute of a day without an hour.

    A text without any date in its own language is read once more in those whose month names it holds.
    """
    text = plain(text)
    layout = laid_out(text, context, language)
    if not layout.dated and not layout.recurring and _UNTOLD.isdisjoint(layout.kinds):
        for other in _others(text, language):
            foreign = laid_out(text, context, other)
            if foreign.dated:
                layout = foreign
                break
    return _solved(layout, text, context, default)


def stamp(text: str, context: Context, language: str) -> Moment | None:
    """The first day of a text with its clock, whatever it is the day of; without a year the latest one gone by."""
    mailed = mail_stamp(text)
    if mailed is not None:
        return mailed.astimezone(zone(context.timezone))
    text = plain(text)
    layout = laid_out(text, context, language)
    if not layout.dated:
        layout = next(
            (found for other in _others(text, language) if (found := laid_out(text, context, other)).dated),
            layout,
        )
    if not layout.dated:
        return None
    first = layout.dated[0]
    span = first.chain.spans[0]
    if not first.chain.year and span.first > context.reference:
        earlier = resolve([Day(span.first.day, span.first.month)], context.reference - timedelta(days=335))
        span.first = earlier[0] if earlier else span.first
    first.windows = first.windows[:1]
    moment = _moment(first, zone(context.timezone))
    return moment.astimezone(zone(context.timezone)) if isinstance(moment, datetime) else moment


def _others(text: str, language: str) -> list[str]:
    """The other languages whose months a text names, English first."""
    if not any(letter.isdigit() for letter in text):
        return []
    names = set(re.findall(r"[^\W\d_]{3,}", text[:4000]))
    return [
        other
        for other in ("en", *LANGUAGES)
        if other != language and any(lexicon(other).words.get(name, " ")[0] == "M" for name in names)
    ]


def _solved(layout: Layout, text: str, context: Context, default: int | None) -> When:
    plainly = direct(layout, zone(context.timezone)) if default is None else None
    if plainly is None:
        return whole_way(layout, text, context, default)
    dated = layout.dated[0]
    return When(
        *plainly,
        context.timezone,
        approx=bool(dated.windows) and dated.windows[0].approx,
        weekday_mismatch=dated.chain.mismatch,
        trace=trace(layout, text),
    )


def whole_way(layout: Layout, text: str, context: Context, default: int | None) -> When:
    """The reading of a layout by every rule: what is event and what is not, sittings, recurrences."""
    where = zone(context.timezone)
    verdict = judge(layout, context.reference)
    for dated in layout.dated:
        if len(dated.windows) > 1:
            dated.windows = one_instant(dated.windows, context.timezone, dated.chain.spans[0].first)
    series = read_series(layout, context.reference) if layout.recurring else None
    if series is not None and _untimed(series) and any(dated.windows for dated in verdict.event):
        series = None  # "les vendredis suivants" says less than "samedi 22 mars de 15h à 18h"
    if series is not None and (series.bounded or not verdict.event or series.used):
        return _when(verdict, series.sittings, context, series, trace(layout, text))
    found = [with_default(sitting, default) for sitting in collect(verdict.event, where)]
    return _when(verdict, found, context, None, trace(layout, text))


def _untimed(series: Series) -> bool:
    return not series.used and not any(sitting.timed for sitting in series.sittings)


def _when(
    verdict: Verdict, found: list[Sitting], context: Context, series: Series | None, told: tuple[str, ...]
) -> When:
    composed = moments(found, context.timezone)
    pairs = composed.occurrences
    listed = len(pairs) > 1 or (series is not None and series.bounded)
    where = zone(context.timezone)
    return When(
        start=pairs[0][0] if pairs else None,
        end=_end(pairs),
        timezone=composed.timezone,
        occurrences=pairs if listed else (),
        rrule=series.rrule if series else None,
        status=verdict.status,
        previous_start=_moment(verdict.previous, where),
        deadline=_moment(verdict.deadline, where, last=True),
        published=_moment(verdict.published, where),
        approx=composed.approx,
        weekday_mismatch=any(dated.chain.mismatch for dated in verdict.event),
        trace=told,
    )


def _end(pairs: tuple[Occurrence, ...]) -> Moment | None:
    """The end of the last sitting; of several whole days the last one ends it all."""
    if not pairs:
        return None
    start, end = pairs[-1]
    return start if end is None and len(pairs) > 1 and not isinstance(start, datetime) else end


def _moment(dated: Dated | None, where: ZoneInfo, last: bool = False) -> Moment | None:
    """The first moment of a candidate, or the last one: a deadline is when it is over."""
    found = collect([dated], where) if dated is not None else []
    if not found:
        return None
    start, end = moments(found[-1:] if last else found[:1], where.key).occurrences[0]
    return (end or start) if last else start


def trace(layout: Layout, text: str) -> tuple[str, ...]:
    """Which rule read what, a sentence each, in the order of the text."""
    nodes = layout.nodes
    said = []
    for dated in layout.dated:
        node = nodes[dated.place]
        written = text[node.start : node.end]
        said.append(f"days: '{written}' is {_spans(dated)}, role {dated.role}")
        for window in dated.windows:
            said.append(f"hours: {window} belong to '{written}'")
    for recurring in layout.recurring:
        node = nodes[recurring.place]
        said.append(f"recurrence: {text[node.start : node.end]!r} is {recurring.rule.text(None)}")
    return tuple(said)


def _spans(dated: Dated) -> str:
    spans = dated.chain.spans
    if len(spans) == 1 and spans[0].last is None:
        return spans[0].first.isoformat()
    return ", ".join([f"{span.first}/{span.last}" if span.last else str(span.first) for span in spans])
