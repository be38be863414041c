"""Formats a maintainer writes: strptime's, with the month and weekday names of the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from agenda_scraper.errors import AgendaError
from agenda_scraper.model import Moment
from agenda_scraper.text import squash
from agenda_scraper.when.lexicon import lexicon
from agenda_scraper.when.shapes import plain
from agenda_scraper.when.years import Day, resolve
from agenda_scraper.when.zones import zone

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORD = re.compile(r"[^\W\d_]+\.?")
_CLOCK = re.compile(r"%-?[HIMSTXRcs]")
_YEAR = re.compile(r"%[YycGxDFs]")


def read_formats(
    text: str, formats: Sequence[str], *, language: str, reference: date, timezone: str
) -> tuple[Moment, str] | None:
    """The moment the first fitting format reads, and that format; where it has no year the rule of years gives one."""
    named = squash(_in_english(text, language))
    for layout in formats:
        try:
            found = datetime.strptime(named, squash(_in_english_format(layout)))  # noqa: DTZ007  # the zone comes next
        except ValueError:
            continue
        except re.error as error:
            raise AgendaError(f"format {layout!r} is not one of strptime's", where="when", fix=str(error)) from None
        moment = _dated(found, layout, reference)
        if moment is None:
            continue
        if not _CLOCK.search(layout):
            return moment.date(), layout
        return (moment.astimezone(zone(timezone)) if moment.tzinfo else moment.replace(tzinfo=zone(timezone))), layout
    return None


def _dated(found: datetime, layout: str, reference: date) -> datetime | None:
    """The moment with its year, chosen around the reference day where the format has none."""
    if _YEAR.search(layout):
        return found
    run = resolve([Day(found.day, found.month)], reference)
    return found.replace(year=run[0].year, month=run[0].month, day=run[0].day) if run else None


def _in_english(text: str, language: str) -> str:
    """The text with the names of months and weekdays as strptime reads them in the C locale."""
    words = lexicon(language).words

    def name(match: re.Match[str]) -> str:
        kinds, values = words.get(plain(match[0]).rstrip("."), ("", None))
        value = values if len(kinds) == 1 else {}
        number = value if isinstance(value, int) else (values or {}).get("M") if "M" in kinds else None
        if "M" in kinds and number:
            return _MONTHS[number - 1]
        return _DAYS[number] if kinds == "W" and number is not None else match[0]

    return _WORD.sub(name, text)


def _in_english_format(layout: str) -> str:
    """Long names are abbreviated on both sides; `%-d` is `%d` to strptime."""
    return layout.replace("%B", "%b").replace("%A", "%a").replace("%-", "%")
