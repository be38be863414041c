"""Days without a year get one, by the weekday and the reference day; what cannot be is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

BACK = timedelta(days=30)


@dataclass(slots=True)
class Day:
    """A day as written: what is missing is None; `weekday` counts from Monday 0."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """This day in that year, None where the calendar has no such day."""
        try:
            return date(year, self.month or 0, self.day)
        except ValueError:
            return None


def resolve(days: Sequence[Day], reference: date) -> list[date] | None:
    """The dates of days written in one breath, in their order; None when one of them cannot be.

    Years written hold; a day without one takes the nearest year that keeps the order. Where none is written,
    the years around the reference day are tried: those that fit the weekdays, then the first that is not over
    for more than 30 days (a range may have begun before), else the latest.
    """
    for place, day in enumerate(days):
        if day.year is not None:
            return _around(days, place)
    if len(days) == 1 and (soon := _soon(days[0], reference)):
        return [soon]
    near = range(reference.year - 2, reference.year + 3)
    possible = [run for year in near if (run := _from(days, year)) is not None]
    runs = [run for run in possible if not mismatch(days, run)] or possible or _leap(days, reference)
    coming = [run for run in runs if run[0] >= reference - BACK or run[-1] >= reference]
    return coming[0] if coming else runs[-1] if runs else None


def _soon(day: Day, reference: date) -> date | None:
    """A day without weekday that this year has and that is still to come, or over for 30 days at most."""
    if day.weekday is not None:
        return None
    found = day.on(reference.year)
    back = reference - BACK
    return found if found and found >= back > date(reference.year, 1, 1) else None


def _leap(days: Sequence[Day], reference: date) -> list[list[date]]:
    """29 February may be further away than two years."""
    runs = [_from(days, year) for year in range(reference.year, reference.year + 9)]
    return [run for run in runs if run and all(day.month == 2 and day.day == 29 for day in days)][:1]


def _from(days: Sequence[Day], year: int) -> list[date] | None:
    """Every day at or after the one before it, the first in `year`."""
    first = days[0].on(year)
    if first is None or len(days) == 1:
        return None if first is None else [first]
    return _forward(days[1:], [first])


def _forward(days: Sequence[Day], run: list[date]) -> list[date] | None:
    for day in days:
        previous = run[-1]
        if day.year is not None:
            found = day.on(day.year)
        else:
            found = day.on(previous.year)
            if found is None or found < previous:
                found = day.on(previous.year + 1) if (day.month or 0) < previous.month else found
        if found is None:
            return None
        run.append(found)
    return run


def _around(days: Sequence[Day], place: int) -> list[date] | None:
    """From the first day with a year, on to the later ones and back to the earlier ones."""
    anchor = days[place].on(days[place].year or 0)
    if anchor is None or len(days) == 1:
        return None if anchor is None else [anchor]
    run = _forward(days[place + 1 :], [anchor])
    if run is None:
        return None
    for day in reversed(days[:place]):
        found = day.on(run[0].year)
        if (found is None or found > run[0]) and (day.month or 0) > run[0].month:
            found = day.on(run[0].year - 1)
        if found is None:
            return None
        run.insert(0, found)
    return run


def mismatch(days: Sequence[Day], run: Sequence[date]) -> bool:
    """Whether a weekday written disagrees with its date."""
    told = [(day.weekday, found) for day, found in zip(days, run, strict=True) if day.weekday is not None]
    return any(weekday != found.weekday() for weekday, found in told) if told else False
