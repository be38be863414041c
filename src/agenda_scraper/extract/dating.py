"""A date text completed by the headings that stand before it: their month, year, day or hours where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agenda_scraper.extract.days import begins_with_number, clock_at, day_in, days_in, hours_in, month_in, year_in
from agenda_scraper.text import squash


def dated(text: str, headings: Sequence[str]) -> str:
    """The text with what it lacks of a date, taken from the nearest heading that says it; headings outermost first.

    "3 mai" under "2025" is "3 mai 2025", "14" under "Mars 2026" is "14 Mars 2026", "18h" under "Lundi 3 mai" is
    "Lundi 3 mai, 18h", and a day without an hour takes the hours that a heading says for all.
    """
    nearest = [squash(heading) for heading in reversed(headings)]
    day = day_in(text)
    if day is None:
        return _of_number(text, nearest) or _of_clock(text, nearest) or "\n".join((*headings, text))
    if not (day.has_year or year_in(text)) and (year := _first(map(year_in, nearest))):
        text = f"{text} {year}" if days_in(text) > 1 else f"{text[: day.end]} {year}{text[day.end :]}"
    hours = _first(map(hours_in, nearest)) if clock_at(text) < 0 else ""
    return f"{text}, {hours}" if hours else text


def _of_number(text: str, nearest: list[str]) -> str:
    """A day number below a month."""
    end = begins_with_number(text)
    month = _first(month_in(heading) for heading in nearest if day_in(heading) is None) if end else ""
    if not month:
        return ""
    year = "" if year_in(text) or year_in(month) else _first(map(year_in, nearest))
    return squash(f"{text[:end]} {month} {year}") + text[end:]


def _of_clock(text: str, nearest: list[str]) -> str:
    """An hour below a day, which may itself stand below its year."""
    if clock_at(text) < 0:
        return ""
    for number, heading in enumerate(nearest):
        if day_in(heading):
            return f"{dated(heading, nearest[:number:-1])}, {text}"
    return ""


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
