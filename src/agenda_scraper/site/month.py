"""A month as a sheet of a calendar: seven columns, the first titles of each day, on a phone only days with events."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agenda_scraper.site.addresses import day_page, month_page
from agenda_scraper.site.frame import Frame

# So many are shown on a day; a day with more has a page of its own.
A_DAY = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on a day of the sheet; `mark` is what became of it, in a word.

    `language` is that of the title when it is not the page's.
    """

    clock: str
    title: str
    page: str
    over: bool
    mark: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the sheet."""

    number: int
    long: str
    machine: str
    inside: bool
    today: bool
    entries: tuple[Entry, ...]
    more: int
    page: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The month before or after."""

    label: str
    path: str


def render_month(
    month: date, days: Mapping[date, Sequence[Entry]], frame: Frame, *, count: int, known: Sequence[date]
) -> bytes:
    """The sheet of a month; `days` holds the entries of each day in their order, `known` the months with a page."""
    words = frame.words
    weeks = [[day and _day(day, month, days.get(day, ()), frame) for day in week] for week in _weeks(month)]
    monday = date(2024, 1, 1)
    names = [monday + timedelta(days=number) for number in range(7)]
    before = max((each for each in known if each < month), default=None)
    after = min((each for each in known if each > month), default=None)
    return frame.rendered(
        "month.html",
        title=words.day(month, "date.month"),
        heading=words.day(month, "date.month"),
        weekdays=[(words.day(day, "date.weekday"), words.day(day, "date.weekday.short")) for day in names],
        weeks=weeks,
        count=count,
        before=_neighbour(before, frame),
        after=_neighbour(after, frame),
    )


def _weeks(month: date) -> list[list[date | None]]:
    """The days from Monday to Sunday; None for those after the last that a date can be, in December 9999."""
    days = [
        date(year, number, day) if year <= date.max.year else None
        for year, number, day, _ in Calendar().itermonthdays4(month.year, month.month)
    ]
    return [days[first : first + 7] for first in range(0, len(days), 7)]


def _day(day: date, month: date, entries: Sequence[Entry], frame: Frame) -> Day:
    inside = day.month == month.month
    return Day(
        number=day.day,
        long=frame.words.day(day, "date.part"),
        machine=day.isoformat(),
        inside=inside,
        today=day == frame.today,
        entries=tuple(entries[:A_DAY]) if inside else (),
        more=max(len(entries) - A_DAY, 0) if inside else 0,
        page=day_page(day),
    )


def _neighbour(month: date | None, frame: Frame) -> Neighbour | None:
    return Neighbour(frame.words.day(month, "date.month"), month_page(month)) if month else None
