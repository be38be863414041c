"""What it costs: the words of the price as written, and whether taking part is free."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from agenda_scraper.model import Context
from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Pattern, lexicon, phrases, practice
from agenda_scraper.who.plain import Plain, plain, sentence_at, within

_FIGURE = r"\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2}|,-)?"
_UNIT = r"(?:€|eur(?:os?)?|£|chf|francs?|fr\.|\$|usd|gbp|f?cfa|kr\.?|reais)"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?:nz|au?|ca?|us|r)?[$£€] ?(?:{_FIGURE})"
    rf"|(?:chf|eur) (?:{_FIGURE})"
    rf"|(?:\d{{1,4}} ?(?:[-–/]|a|to|bis|e|ou|o) ?)?(?:{_FIGURE}) ?{_UNIT}(?:\d\d)?)(?![\w²])"
)
_MONEY = re.compile(rf"[$£€\d](?:(?<=[$£€])| ?{_UNIT})|chf \d|eur \d")
_MANY = re.compile(
    r" ?(?:millions?|milliards?|mio|mrd|m(?:illion)?€|k€|k\b|m\b|bn|de (?:budget|dotation|subvention)|/m)"
)
DEAREST = 5000  # in any currency: more is a budget
BEFORE = 45  # characters before an amount or "gratuit" that say what it is the price of
CHAIN = 28  # characters between two amounts of one price ("45 Euro, ermäßigt 20 Euro")


class Price(NamedTuple):
    """A stretch that speaks of money."""

    start: int
    end: int
    free: bool


@cache
def _words(kind: str, language: str) -> Pattern:
    return re.compile(rf"\b(?:{phrases(*(getattr(words, kind) for words in practice(language)))})(?!\w)")


@cache
def _extras(language: str) -> frozenset[str]:
    return frozenset(word for words in practice(language) for word in words.extras.split())


def read_price(text: str, context: Context) -> tuple[str | None, bool | None]:
    """The price words as written, and free or not; (None, None) when nothing is said of money.

    Budgets, prizes and the price of the meal are not the price. "Gratuit pour les adhérents" alone settles nothing:
    its words are given, with None.
    """
    words = plain(text)
    amounts = _amounts(words, context.language)
    frees: list[Price] = []
    partly: list[Price] = []
    for free in _frees(words, context.language):
        span = sentence_at(words, free.start)
        paid = within(amounts, span)
        depends = _depends(words, free, context.language, priced=bool(paid))
        depends = depends or any(one.end <= free.start for one in paid)
        (partly if depends else frees).append(free)
    if frees:
        return _shown(words, frees[0]), True
    if amounts:
        zero = all(one.free for one in amounts)
        return _shown(words, _chained(words, amounts, context.language)), zero
    if charged := _words("charged", context.language).search(words.flat):
        return squash(words.shown[charged.start() : charged.end()]), False
    return (_shown(words, partly[0]), None) if partly else (None, None)


def _shown(text: Plain, price: Price) -> str:
    return squash(text.shown[price.start : price.end])


def _amounts(text: Plain, language: str) -> list[Price]:
    """The amounts that one pays to take part."""
    if not _MONEY.search(text.flat):
        return []
    found = []
    for match in _AMOUNT.finditer(text.flat):
        span = sentence_at(text, match.start())
        before = text.flat[max(span.start, match.start() - BEFORE) : match.start()]
        value = float(re.sub(r"[^\d]", "", re.split(r"[.,]\d{1,2}(?!\d)", match[0])[0]) or 0)
        # "1.450" is a thousand and more in half of Europe; cents were cut above
        if value > DEAREST or _MANY.match(text.flat, match.end()) or _words("not_price", language).search(before):
            continue
        if not _is_extra("", before, language):
            found.append(Price(match.start(), match.end(), value == 0))
    return found


def _is_extra(after: str, before: str, language: str) -> bool:
    """Whether the words around speak of a meal, a car park, a phone call: not of taking part."""
    clause = re.split(r"[.;:!?,()]\s", before)[-1]
    near = {*re.findall(r"[\w'-]+", clause)[-3:], *re.findall(r"[\w'-]+", after)[:2]}
    return not near.isdisjoint(_extras(language))


def _frees(text: Plain, language: str) -> list[Price]:
    """The words that say free of charge, of taking part and not of the car park."""
    found = []
    charged: list[tuple[int, int]] | None = None
    for match in _words("free", language).finditer(text.flat):
        span = sentence_at(text, match.start())
        if charged is None:
            charged = [match.span() for match in _words("charged", language).finditer(text.flat)]
        before, after = (
            text.flat[max(span.start, match.start() - BEFORE) : match.start()],
            text.flat[match.end() : match.end() + 24],
        )
        if before.endswith("-") or any(start < match.end() and match.start() < end for start, end in charged):
            continue
        if not _is_extra("" if after[:1] in ",.;:!" else after, before, language) and not after.startswith(("-", "/")):
            found.append(Price(match.start(), match.end(), True))
    return found


def _depends(text: Plain, free: Price, language: str, *, priced: bool) -> bool:
    """Whether only some enter free: "gratuit pour les adhérents"; "for all" is no such limit.

    Beside an amount, any "pour …" limits: "gratuit pour les élus, 50 € pour les autres".
    """
    end = sentence_at(text, free.start).end
    after = text.flat[free.end : min(end, free.end + BEFORE)].lstrip(" (:,")
    if _words("everyone", language).match(after):
        return False
    first = re.match(r"\w+", after)
    named = priced and first is not None and first[0] in lexicon(language).towards
    return named or _words("only_for", language).match(after) is not None


@cache
def _around(language: str) -> tuple[Pattern, Pattern]:
    """What qualifies an amount before it ("early-bird") and after it ("HT", "pro Person")."""
    before, after = (
        phrases(*(getattr(words, kind) for words in practice(language))) for kind in ("reduced", "qualifiers")
    )
    return re.compile(rf"\b(?:{before})[ :]*$"), re.compile(rf" ?(?:{after})(?!\w)")


def _chained(text: Plain, amounts: list[Price], language: str) -> Price:
    """The first amount with the words that belong to it and the amounts that follow closely."""
    start, end = amounts[0].start, amounts[0].end
    for other in amounts[1:]:
        if other.start - end > CHAIN or "\n" in text.flat[end : other.start]:
            break
        end = other.end
    before = text.flat[max(0, start - BEFORE) : start]
    qualified, qualifier = _around(language)
    if found := qualified.search(before):
        start -= len(before) - found.start()
    if found := qualifier.match(text.flat, end):
        end = found.end()
    if text.flat.count("(", start, end) > text.flat.count(")", start, end):
        close = text.flat.find(")", end, end + CHAIN)
        end = close + 1 if close > 0 else end
    return Price(start, end, False)
