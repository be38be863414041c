"""Text → When: event dates as people write them, in eight languages.

The solver reads raw text in steps: pieces, clocks, days, recurrences, then what each date is in its sentence.
The words of a language are one file in `words/`; the rules are shared by all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agenda_scraper.errors import AgendaError
from agenda_scraper.model import Context, Moment, When
from agenda_scraper.when.foreign import known, read_foreign
from agenda_scraper.when.formats import read_formats
from agenda_scraper.when.lexicon import LANGUAGES, language_of, unknown_language
from agenda_scraper.when.solver import solve, stamp
from agenda_scraper.when.zones import zone

__all__ = ["LANGUAGES", "read_moment", "read_when"]

_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def read_when(text: str, context: Context, *, formats: Sequence[str] = (), default_time: str | None = None) -> When:
    """Read when an event is, from its date text or its whole notice; `start` is None when it names no date of an event.

    `formats` are strptime formats tried first, with the names of the language; `default_time` ("HH:MM") is the hour of
    single days that have none, only when a maintainer gave it. The convention is docs/dates.md. Never raises on a text;
    AgendaError for an unknown zone or language.
    """
    zone(context.timezone)
    language = _language(context)
    default = _minutes(default_time)
    if formats:
        found = read_formats(
            text, formats, language=_worded(language), reference=context.reference, timezone=context.timezone
        )
        if found:
            return When(found[0], timezone=context.timezone, trace=(f"format {found[1]!r}",))
    if language not in LANGUAGES:
        return read_foreign(text, context, language)
    return solve(text, context, language, default)


def read_moment(text: str, context: Context) -> Moment | None:
    """Read one stamp (of publication, of modification): the first day of the text, with its clock if it has one.

    A day without a year is the latest one that is not after the reference day. Datetimes are in the context's zone.
    """
    zone(context.timezone)
    language = _language(context)
    if language not in LANGUAGES:
        return read_foreign(text, context, language).start
    return stamp(text, context, language)


def _language(context: Context) -> str:
    if context.language in LANGUAGES:
        return context.language
    language = language_of(context.language)
    if language not in LANGUAGES and not known(language):
        raise unknown_language(context.language)
    return language


def _worded(language: str) -> str:
    return language if language in LANGUAGES else "en"


def _minutes(clock: str | None) -> int | None:
    """`18:30` as minutes since midnight."""
    if clock is None:
        return None
    match = _HOUR.fullmatch(clock.strip())
    if match is None:
        raise AgendaError(f"{clock!r} is no time of day", where="default_time", fix="write it as HH:MM, like 18:30")
    return int(match[1]) * 60 + int(match[2])
