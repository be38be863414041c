"""Notice text made plain for matching: same length as the original, so that an offset in one holds in the other."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from agenda_scraper.text import align, visible
from agenda_scraper.who.lexicon import word_set

# A dot after one of these ends no sentence and no name.
ABBREVIATIONS = word_set(
    [
        "m mm mme mmes mlle dr dra pr prof me st ste sr sra srta sig dott dhr mevr mw mr mrs ms hr fr inc ltd co corp",
        "tel tfno tlf ext no nr art av bd bvd blvd str e.v s.a s.l s.r.l a.s.b.l asbl env approx max min ca bzw ggf",
        "inkl zzgl org coord resp info infos p.ex i.e z.b u.a d.h usw etc vs jr univ i.s.m m.m.v",
    ]
)
_BREAK = re.compile(r"[\n.!?…](?:(?<=\n)|[.!?…]*[»”\"’)\]]*(?=\s))")
_HOUR = re.compile(r"\d\sh$")  # "dès 11 h. Avec …"
_MONTH_AHEAD = re.compile(r"\s+(?:jan|feb|mar|maer|mai|apr|jun|jul|aug|sep|okt|nov|dez)")


class Span(NamedTuple):
    """A stretch of the text, end exclusive."""

    start: int
    end: int


class Plain(NamedTuple):
    """A notice twice: `shown` as it may be displayed, `flat` lower case without accents, character for character."""

    shown: str
    flat: str


@lru_cache(maxsize=8)
def plain(text: str) -> Plain:
    """The text without hidden characters, and its flat twin; the readers of one notice share the work."""
    shown = unicodedata.normalize("NFC", visible(text)).replace("\u00a0", " ").replace("\u202f", " ")
    return Plain(shown, align(shown))


@lru_cache(maxsize=8)
def sentences(text: Plain) -> tuple[Span, ...]:
    """The sentences in order: a newline ends one; so does a full stop but after abbreviations and German ordinals."""
    spans, start = [], 0
    for found in _BREAK.finditer(text.flat):
        if found[0].startswith(".") and not _ends(text.flat, found.start(), found.end()):
            continue
        spans.append(Span(start, found.start() if found[0] == "\n" else found.end()))
        start = found.end()
    spans.append(Span(start, len(text.flat)))
    return tuple(span for span in spans if text.flat[span.start : span.end].strip())


def sentence_at(text: Plain, offset: int) -> Span:
    """The sentence an offset lies in; the blanks between two sentences belong to the one before."""
    spans = sentences(text)
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[max(index, 0)] if spans else Span(0, len(text.flat))


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


def within(placed: Sequence[Placed], span: Span) -> Sequence[Placed]:
    """Those of an ordered list that begin in a stretch; looked up, for a long page has many of both."""
    first = bisect_left(placed, span.start, key=lambda one: one.start)
    return placed[first : bisect_left(placed, span.end, lo=first, key=lambda one: one.start)]


def _ends(flat: str, dot: int, after: int) -> bool:
    word = flat[max(0, dot - 16) : dot].replace("\n", " ").rpartition(" ")[2].strip("('«\"")
    if word.isdigit() and len(word) <= 2 and _MONTH_AHEAD.match(flat, after):
        return False
    if word == "h" and _HOUR.search(flat, max(0, dot - 4), dot):
        return True
    return word not in ABBREVIATIONS and not (len(word) == 1 and word.isalpha())
