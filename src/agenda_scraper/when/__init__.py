"""Text → When: the best reader of event dates we can write, in eight languages.

The solver reads raw text: pieces, then clocks, days, recurrences, then what each date is in its sentence. The words
of a language are one file in `words/`; the rules are shared by all.
"""

from __future__ import annotations

from collections.abc import Sequence

from agenda_scraper.model import Context, Moment, When
from agenda_scraper.when.lexicon import LANGUAGES, language_of
from agenda_scraper.when.solver import solve
from agenda_scraper.when.zones import zone

__all__ = ["LANGUAGES", "read_moment", "read_when"]


def read_when(
    text: str, context: Context, *, formats: Sequence[str] = (), default_time: str | None = None
) -> When:
    """Read when an event is, from its date text or its whole notice."""
    zone(context.timezone)
    return solve(text, context, language_of(context.language), None)


def read_moment(text: str, context: Context) -> Moment | None:
    return read_when(text, context).start
