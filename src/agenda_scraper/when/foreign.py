"""The last resort: single dates in languages we have no words for, by dateparser, held to what is plausible."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any

from agenda_scraper.model import Context, When
from agenda_scraper.when.zones import zone

_LONGEST = 80
_FIGURES = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:.]\d\d(?!\d|[./-]\d)|\d ?(?:[ap]\.?m|h|u|kl)\b|kl\.? ?\d", re.IGNORECASE)


@cache
def _parser(language: str) -> Any:
    """One parser a language, kept: making it costs more than reading."""
    from dateparser.date import DateDataParser  # 75 ms to import, for languages few will ask for

    settings = {"REQUIRE_PARTS": ["day", "month"], "RETURN_AS_TIMEZONE_AWARE": False, "DATE_ORDER": "DMY"}
    return DateDataParser(languages=[language], settings=settings)


def known(language: str) -> bool:
    """Whether dateparser has words for a language."""
    from dateparser.data.languages_info import language_order

    return language in language_order


def read_foreign(text: str, context: Context, language: str) -> When:
    """A short text that is one date; no date where the year is not within five of the reference day."""
    nothing = When(None, timezone=context.timezone)
    text = text.strip()
    if len(text) > _LONGEST or not _FIGURES.search(text):
        return nothing
    try:
        found = _parser(language).get_date_data(text).date_obj
    except (ValueError, OverflowError, TypeError, KeyError, RecursionError):
        return nothing
    if found is None or abs(found.year - context.reference.year) > 5:
        return nothing
    day: date = found.date()
    start = datetime.combine(day, found.time(), zone(context.timezone)) if _CLOCK.search(text) else day
    return When(start, timezone=context.timezone, trace=(f"dateparser reads {text!r} in {language}",))
