"""Which of the dates of a text is the event's, and what became of it: kept, cancelled, moved or put off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from agenda_scraper.model import Status
from agenda_scraper.when.clocks import Window
from agenda_scraper.when.days import Chain, Span
from agenda_scraper.when.layout import EVENTFUL, Dated, Layout
from agenda_scraper.when.ranges import settle_open, settle_ranges
from agenda_scraper.when.tokens import STAMPED

# A line that is a day and an hour and nothing else.
_PRINTED = re.compile(r"D[,-]?Hc?(?=$|\n)")
_SHORT = 45
_STORY = timedelta(days=180)


@dataclass(slots=True)
class Verdict:
    """The candidates that are the event, in page order, and what is said beside them."""

    event: list[Dated] = field(default_factory=list)
    status: Status | None = None
    previous: Dated | None = None
    deadline: Dated | None = None
    published: Dated | None = None


def judge(layout: Layout, reference: date) -> Verdict:
    """Sort the candidates by their role and settle what the words of status mean for them."""
    _settle_stamped(layout)
    _settle_printed(layout, reference)
    _settle_relative(layout)
    _settle_quoted(layout)
    settle_open(layout)
    _settle_stamps(layout)
    _settle_ongoing(layout, reference)
    settle_ranges(layout)
    if "C" not in layout.kinds and all(dated.role == "event" for dated in layout.dated):
        return Verdict(_upcoming(layout.dated, reference, len(layout.nodes) > _SHORT))
    by_role: dict[str, list[Dated]] = {}
    for dated in layout.dated:
        by_role.setdefault(dated.role, []).append(dated)
    verdict = Verdict(
        event=by_role.get("event", []),
        deadline=next(iter(by_role.get("deadline", [])), None),
        published=next(iter(by_role.get("published", [])), None),
    )
    _close(verdict, by_role.get("finish", []))
    if "new" not in by_role:
        _end_first(verdict, by_role.get("until", []), layout)
    said = _said(layout)
    _move(verdict, by_role, said)
    if verdict.status is None and "cancelled" in said and not _elsewhere(layout, verdict):
        verdict.status = Status.CANCELLED
    elif verdict.status is None and "full" in said:
        verdict.status = Status.FULL
    verdict.event = verdict.event or by_role.get("press", [])
    verdict.event = _upcoming(verdict.event, reference, len(layout.nodes) > _SHORT)
    return verdict


def _settle_stamped(layout: Layout) -> None:
    """`2026-02-03 08:15:42`: a day told to the second is when a page was written, if another is told."""
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    stamped = [dated for dated in events if any(window.style == STAMPED for window in dated.windows)]
    for dated in stamped if len(stamped) < len(events) else ():
        dated.role = "published"


def _settle_printed(layout: Layout, reference: date) -> None:
    """`viernes 17 de febrero, 14:25`, a line of the reference day: when a page was written that says "this Monday"."""
    if "TD" not in layout.kinds and not any(dated.chain.relative for dated in layout.dated):
        return
    for dated in layout.dated:
        line = _PRINTED.match(layout.kinds, dated.place)
        if line is None or layout.kinds[dated.place - 1 : dated.place] not in ("", "\n") or len(dated.windows) != 1:
            continue
        told, start = dated.chain.spans[0], dated.windows[0].start
        others = [other for other in layout.dated if other is not dated and other.role in EVENTFUL]
        if start is None or start % 15 == 0:
            # no meeting begins at 14:25, but pages are written at any minute; "today at 18.30" is not half past ten
            others = [other for other in others if other.chain.relative == "R" and other.chain.spans[0] == told]
        if told.first == reference and told.last is None and any(_tells(other, start) for other in others):
            dated.role = "published"


def _tells(dated: Dated, start: int | None) -> bool:
    """Whether a date has hours, and other ones."""
    return bool(dated.windows) and all(window.start != start for window in dated.windows)


def _settle_relative(layout: Layout) -> None:
    """`La ville de demain`, `aujourd'hui, la participation…`: in prose such words are no date without an hour.

    Beside a day that is written out no day told from the reference day counts.
    """
    if not any(dated.chain.relative for dated in layout.dated):
        return
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    written = [dated for dated in events if not dated.chain.relative]
    # "este martes … desde las 18:00", and results on 4 November: the hours tell which
    timed = any(dated.windows for dated in events if dated.chain.relative)
    if timed and not any(dated.windows or _is_long(dated) for dated in written):
        for dated in written:
            dated.role = "loose"
        written = []
    words = sum(node.number for node in layout.nodes if node.kind == "x")
    for dated in layout.dated:
        loose = dated.chain.relative == "R" and not dated.windows and words > 1
        if dated.chain.relative and dated.role == "event" and (loose or written):
            dated.role = "loose"


def _is_long(dated: Dated) -> bool:
    return len(dated.chain.spans) > 1 or dated.chain.spans[0].last is not None


def _settle_stamps(layout: Layout) -> None:
    """`Lundi 21 janvier 2019 - 09:18` above the notice is when it was written: nothing is held at eighteen past."""
    events = [dated for dated in layout.dated if dated.role == "event"]
    stamps = [dated for dated in events if dated.windows and all(map(_odd, dated.windows))]
    if stamps and len(stamps) < len(events):
        for dated in stamps:
            dated.role = "published"


def _settle_ongoing(layout: Layout, reference: date) -> None:
    """`Depuis le 2 mai et jusqu'au 17 juin`, read in between: what has begun is not past."""
    for dated in layout.dated:
        if dated.role == "past" and dated.chain.spans[0].first <= reference <= (dated.chain.spans[-1].last or date.min):
            dated.role = "event"


def _odd(window: Window) -> bool:
    return window.end is None and window.start is not None and window.start % 5 != 0


def _settle_quoted(layout: Layout) -> None:
    """Dates in quotes, or of what is done beside an event, hold where no other does."""
    quoted = [dated for dated in layout.dated if dated.role in ("quoted", "aside")]
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    if quoted and (not events or _frames(quoted[0], events)):
        for dated in quoted:
            dated.role = "event"


def _frames(whole: Dated, events: list[Dated]) -> bool:
    """`Het plan ligt van 4 februari tot 17 maart ter inzage. Op 11 februari is er een spreekuur`: a day of it."""
    span = whole.chain.spans[0]
    if span.last is None or any(dated.windows for dated in events):
        return False
    return all(dated.place > whole.place and span.first <= dated.chain.spans[0].first <= span.last for dated in events)


def _close(verdict: Verdict, ends: list[Dated]) -> None:
    """`Début : 12 mars, 9h ⏎ Fin : 14 mars, 17h`: two labelled days are one range."""
    for end in ends:
        starts = [dated for dated in verdict.event if dated.place < end.place and len(dated.chain.spans) == 1]
        last = end.chain.spans[-1].first
        if starts and starts[-1].chain.spans[0].last is None and starts[-1].chain.spans[0].first <= last:
            first = starts[-1].chain.spans[0].first
            opens, closes = (dated.windows[0] if dated.windows else None for dated in (starts[-1], end))
            starts[-1].chain.spans = [Span(first, last if last > first or opens else None, opens, closes)]
        elif not starts:
            verdict.event = [*verdict.event, end]


def _end_first(verdict: Verdict, ends: list[Dated], layout: Layout) -> None:
    """An end without a start: `jusqu'au 13 juillet ; ouverture ce 2 avril` is a range, alone it is a deadline.

    "Maandag om 20 uur. … Het onderzoek loopt tot 26 september": what another sentence ends is no meeting with an hour.
    """
    for end in ends:
        last = end.chain.spans[-1].last or end.chain.spans[-1].first
        starts = [dated for dated in verdict.event if len(dated.chain.spans) == 1 and dated.chain.spans[0].last is None]
        meeting = bool(starts and starts[0].windows) and end.sentence > starts[0].sentence and not end.windows
        if len(verdict.event) == 1 and starts and starts[0].chain.spans[0].first < last and not meeting:
            span = starts[0].chain.spans[0]
            starts[0].chain.spans = [Span(span.first, last, span.opens, span.closes, span.windows)]
            starts[0].chain.worded = True
        elif verdict.deadline is None:
            verdict.deadline = end


def _said(layout: Layout) -> set[str]:
    """The words of status that speak of the event: in a short text, in a date's sentence, or at the head of a line."""
    said: set[str] = set()
    near = {dated.sentence for dated in layout.dated}
    conditional = -1
    for place, node in enumerate(layout.nodes):
        if node.kind != "C":
            continue
        sentence = layout.sentences[place]
        if node.value in ("condition", "if"):
            conditional = sentence
        if sentence == conditional or node.value not in ("moved", "cancelled", "full"):
            continue
        head = layout.kinds[place - 1 : place] in ("", "\n", "(", "-", ";", ".")
        closed = layout.kinds[place + 1 : place + 2] in ("", "\n", ")", "-", ";", ".", ":")
        if node.value == "full":
            if head and closed:
                said.add("full")
        elif sentence in near or head or len(layout.nodes) <= _SHORT:
            said.add(node.value)
    return said


def _move(verdict: Verdict, by_role: dict[str, list[Dated]], said: set[str]) -> None:
    """Rescheduled when a new date is given, postponed when none is."""
    new, previous = by_role.get("new", []), by_role.get("previous", [])
    moved = by_role.get("moved", [])
    if moved:
        span = moved[0].chain.spans[0]
        verdict.previous = _copy(moved[0], span.first)
        moved[0].chain.spans = [Span(span.last or span.first, windows=span.windows)]
        verdict.event, verdict.status = moved, Status.RESCHEDULED
    elif "moved" in said or (previous and (verdict.event or new)):
        old = previous or verdict.event
        verdict.previous = old[0] if old else None
        if new or (previous and verdict.event):
            verdict.event, verdict.status = new or verdict.event, Status.RESCHEDULED
        elif "moved" in said:
            verdict.event, verdict.status = [], Status.POSTPONED
    else:
        verdict.event = sorted([*verdict.event, *new, *previous], key=lambda dated: dated.place)


def _copy(dated: Dated, day: date) -> Dated:
    return Dated(dated.place, Chain([Span(day)]), "previous", "", dated.sentence)


def _elsewhere(layout: Layout, verdict: Verdict) -> bool:
    """Whether the word stands in the sentence of one date and the event goes on at another."""
    told = {
        layout.sentences[place]
        for place, node in enumerate(layout.nodes)
        if node.kind == "C" and node.value == "cancelled"
    }
    cancelled = [dated for dated in verdict.event if dated.sentence in told]
    if cancelled and len(cancelled) < len(verdict.event):
        kept = [dated for dated in verdict.event if dated not in cancelled]
        if all(dated.chain.spans[0].first != cancelled[0].chain.spans[0].first for dated in kept):
            verdict.event = kept
            return True
    return False


def _upcoming(event: list[Dated], reference: date, long: bool) -> list[Dated]:
    """Dates gone by are the story of a text when others are still to come: in a long one, or half a year before."""
    if len(event) < 2:
        return event
    coming = [dated for dated in event if _last(dated) >= reference]
    if long or not coming:
        return coming or event
    first = min(dated.chain.spans[0].first for dated in coming)
    written = any(dated.chain.compact for dated in coming)
    return [
        dated
        for dated in event
        if _last(dated) >= min(reference, first - _STORY) and (dated in coming or not written or _worded(dated))
    ]


def _worded(dated: Dated) -> bool:
    """Whether a day is more than figures: `Draft 2023-11-02` beside `on November 29th` is the name of a file."""
    return dated.chain.compact or bool(dated.windows)


def _last(dated: Dated) -> date:
    return dated.chain.spans[-1].last or dated.chain.spans[-1].first
