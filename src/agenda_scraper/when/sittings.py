"""Days and windows → sittings: when exactly each part of an event is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from agenda_scraper.when.clocks import MIDNIGHT, NOON, Window
from agenda_scraper.when.days import Chain, Span

# A range with hours is expanded to one sitting a day up to this length; longer ones are opening times.
_DAILY = 400
_FORTNIGHT = 14
# Hours that may be the length of a sitting, in minutes.
_SHORT = 5 * 60
# No sitting of its own is as short: such a window is a turn of a programme.
_TURN = 20


@dataclass(slots=True, order=True)
class Sitting:
    """One part of an event: a first day and minutes (-1: no time), a last day and minutes (None: no end)."""

    first: date
    opens: int = -1
    last: date | None = field(default=None, compare=False)
    closes: int = field(default=-1, compare=False)
    window: Window | None = field(default=None, compare=False)

    @property
    def timed(self) -> bool:
        return self.opens >= 0

    @property
    def end_day(self) -> date:
        return self.last or self.first


def sittings(chain: Chain, windows: Sequence[Window], layout: bool) -> list[Sitting]:
    """Every sitting of a chain of days; `layout`: a range and a window on two lines, which are its ends."""
    found: list[Sitting] = []
    for span in chain.spans:
        found += _of_span(span, span.windows or _ready(windows, chain), layout)
    return found


def _ready(windows: Sequence[Window], chain: Chain) -> list[Window]:
    """The windows of a day: an end alone closes the one before, a programme is one window, an evening is late."""
    ready: list[Window] = []
    lengths = {window.end - window.start for window in windows if window.start is not None and window.end}
    for window in windows:
        if window.end is None and window.start in lengths and window.start < _SHORT:
            continue  # "de 12h30 à 13h45 (webinaire, 1h15)"
        if window.start is None:
            if ready and ready[-1].end is None and ready[-1].start is not None and (window.end or 0) > ready[-1].start:
                ready[-1] = _shaped(ready[-1], ready[-1].start, window.end)
            continue
        if chain.evening and window.start < NOON and window.style in ("bare", "h"):
            window = _shaped(window, window.start + NOON, window.end + NOON if window.end else None)
        ready.append(window)
    return _programme(ready)


def _shaped(window: Window, start: int, end: int | None) -> Window:
    made = Window(start, end, style=window.style, worded=window.worded)
    made.zone, made.approx = window.zone, window.approx
    return made


def _programme(windows: list[Window]) -> list[Window]:
    """Windows that follow on each other without a gap are the hours of one programme."""
    if len(windows) < 2 or any(window.zone for window in windows):
        return windows
    whole = [window for window in windows if window.end is not None]
    touching = len(whole) == len(windows) and all(a.end == b.start for a, b in pairwise(whole))
    if touching and (len(whole) > 2 or any(_lasting(window) <= _TURN for window in whole)):
        return [_shaped(windows[0], windows[0].start or 0, whole[-1].end)]
    first = windows[0]
    if first.end is not None and all(
        (window.start or 0) >= (first.start or 0) and (window.end or window.start or 0) <= first.end
        for window in windows[1:]
    ):
        return [first]
    return windows


def _lasting(window: Window) -> int:
    return (window.end or 0) - (window.start or 0)


def _of_span(span: Span, windows: Sequence[Window], layout: bool) -> list[Sitting]:
    if span.opens is not None or span.closes is not None:
        return [_between(span)]
    if not windows:
        return [Sitting(span.first, last=span.last)]
    if span.last is None:
        return [_on(span.first, window) for window in windows]
    if layout and len(windows) == 1 and windows[0].end is not None:
        window = windows[0]
        return [Sitting(span.first, window.start or 0, span.last, (window.end or 0) % MIDNIGHT, window)]
    days = (span.last - span.first).days
    # "du 20 mai au 5 juin 2023 à 16h": nobody meets so often at an hour without an end; it closes then
    if days > _DAILY or (days > _FORTNIGHT and all(window.end is None for window in windows)):
        return [Sitting(span.first, last=span.last)]
    return [_on(span.first + timedelta(days=day), window) for day in range(days + 1) for window in windows]


def _between(span: Span) -> Sitting:
    """A range with clocks at its ends; with a clock at one end only, the days alone are sure."""
    if span.opens is None or span.closes is None or span.opens.start is None:
        if span.last is not None and span.last != span.first:
            return Sitting(span.first, last=span.last)
        if span.opens is None:
            return Sitting(span.first)
        return Sitting(span.first, span.opens.start or 0 if span.opens else -1)
    closes = span.closes.end if span.closes.end is not None else span.closes.start
    last = span.last or span.first
    if last == span.first and (closes or 0) <= span.opens.start and span.closes.style != ":":
        last += timedelta(days=1)
    return Sitting(span.first, span.opens.start, last, closes or 0, span.opens)


def _on(day: date, window: Window) -> Sitting:
    start = window.start or 0
    if window.end is None:
        return Sitting(day, start, window=window)
    return Sitting(day, start, day + timedelta(days=window.end // MIDNIGHT), window.end % MIDNIGHT, window)
