"""The verdict → When: sittings sorted and merged, recurrences expanded, zones and empty clocks of a CMS settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from agenda_scraper.model import Occurrence
from agenda_scraper.when.clocks import MIDNIGHT, Window
from agenda_scraper.when.layout import SUMMED, Dated
from agenda_scraper.when.sittings import Sitting, sittings
from agenda_scraper.when.zones import aware, named_zone, shown_midnight, zone

_ALL_DAY_END = MIDNIGHT - 1


@dataclass(slots=True)
class Composed:
    """The sittings of an event as moments, and the zone they are told in."""

    occurrences: tuple[Occurrence, ...]
    timezone: str
    approx: bool = False


def collect(event: Iterable[Dated], where: ZoneInfo) -> list[Sitting]:
    """All sittings of the candidates, without doubles; a range that holds the others is the whole."""
    found: list[Sitting] = []
    for dated in event:
        found += [_settled(sitting, where) for sitting in sittings(dated.chain, dated.windows, dated.layout)]
    if len(found) < 2:
        return found
    timed = [sitting for sitting in found if sitting.timed]
    covering = [
        sitting
        for sitting in found
        if sitting.last is not None
        and sitting.last > sitting.first
        and all(other.first >= sitting.first and other.end_day <= sitting.last for other in found)
    ]
    if covering and (not timed or not _daily(covering[0], timed)):
        return covering[:1]
    found = _unique(timed or found)
    return sorted(found)


def _daily(whole: Sitting, timed: list[Sitting]) -> bool:
    """Whether sittings with hours fill the range they lie in, day by day, or are what it sums up, end to end."""
    days = {sitting.first for sitting in timed}
    length = (whole.end_day - whole.first).days + 1
    summed = len(days) >= SUMMED and min(days) == whole.first and max(days) == whole.end_day
    return len(days) == length or whole.timed or summed


def _unique(found: list[Sitting]) -> list[Sitting]:
    """One sitting for each start, the one that tells the end."""
    kept: dict[tuple[date, int], Sitting] = {}
    for sitting in found:
        key = (sitting.first, sitting.opens)
        if key not in kept or (kept[key].last is None and sitting.last is not None):
            kept[key] = sitting
    return list(kept.values())


def _settled(sitting: Sitting, where: ZoneInfo) -> Sitting:
    """A sitting whose clocks are what a CMS prints for a day without a time becomes all-day."""
    if not sitting.timed or sitting.window is None:
        return sitting
    style = sitting.window.style
    last, closes = sitting.last, sitting.closes
    open_end = last is None or closes == sitting.opens or (closes == 0 and sitting.opens == 0)
    if sitting.opens == 0 and style and (open_end or closes >= _ALL_DAY_END):
        return Sitting(sitting.first, last=last if last and last > sitting.first else None)
    if style == ":" and shown_midnight(sitting.first, sitting.opens, where):
        if last is None:
            return Sitting(sitting.first)
        if last >= sitting.first and shown_midnight(last, closes, where):
            return Sitting(sitting.first, last=last if last > sitting.first else None)
    return sitting


def moments(found: list[Sitting], page: str) -> Composed:
    """The sittings as moments of the page's zone, or of the one the text names."""
    name = page
    for sitting in found:
        if sitting.timed and sitting.window and sitting.window.zone:
            name = named_zone(sitting.window.zone, aware(sitting.first, sitting.opens, zone(page)), page)
            break
    where = zone(name)
    pairs = [_moments(sitting, where) for sitting in found]
    return Composed(tuple(pairs), name, any(sitting.window.approx for sitting in found if sitting.window))


def _moments(sitting: Sitting, where: ZoneInfo) -> Occurrence:
    if not sitting.timed:
        return sitting.first, sitting.last
    start = aware(sitting.first, sitting.opens, where)
    if sitting.last is None:
        return start, None
    end = aware(sitting.last, sitting.closes, where)
    return start, end if end > start else None


def one_instant(windows: list[Window], page: str, day: date) -> list[Window]:
    """`18h (Paris) / 12h (Montréal)`: hours of one instant in several zones are one, the page's if it is there."""
    zoned = [window for window in windows if window.zone and window.start is not None]
    if len(windows) < 2 or not zoned:
        return windows
    told: list[tuple[Window, str]] = []
    for window in windows:
        start = aware(day, window.start or 0, zone(page))
        told.append((window, named_zone(window.zone, start, page) if window.zone else page))
    instants = {aware(day, window.start or 0, zone(name)).timestamp() for window, name in told}
    if len(instants) > 1:
        return windows
    best = next((window for window, name in told if name == page), windows[0])
    return [best]


def with_default(sitting: Sitting, default: int | None) -> Sitting:
    """A single day with the hour the maintainer gave for days without one."""
    if default is None or sitting.timed or sitting.last is not None:
        return sitting
    return replace(sitting, opens=default, window=Window(default))
