"""What a notice says that bears on its subject: the phrases of the vocabulary, and where in the notice they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from agenda_scraper.about.language import language_of
from agenda_scraper.about.vocabulary import LANGUAGES, Hit, calendar, tokens, vocabulary
from agenda_scraper.text import fold

_READ = 4000  # letters of the text that are read: a notice says what it is early
_LEAD = 45  # words of the text that count as its opening
_NEAR = 6  # words before the title
_TITLE_WITHIN = 80  # words of the text in which the title is looked for
_CURRENCIES = frozenset({"€", "$", "£", "euro", "eur"})
_DIGITS = 6  # of a price; a longer number is none
_NUMERIC = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
_HOUR = re.compile(
    r"(?<!\d)\d{1,2}(?: ?(?:h|uhr|uur|am|pm|a\.m|p\.m|hs|hrs|heures)\b|h\d\d\b|[:.]\d\d\b"
    r"|(?<=\bore \d)\b|(?<=\bore \d\d)\b|(?<=\b(?:at|um|om|as) \d)\b|(?<=\b(?:at|um|om|as) \d\d)\b)"
)
# Words that a false friend takes away from the phrases within it: "participation aux frais" is no participation.
_MASKS = (
    "against.price",
    "against.culture_of",
    "against.shareholding",
    "against.inquest",
    "against.internal",
    "against.call",
    "against.survey",
)
# What a word says of a subject, which it does not when it names the room.
_SUBJECTS = ("matter", "against.leisure", "against.business")


class Hits:
    """Phrases found, by concept and by family of concepts ("types."), in the order of the text."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._named: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            for name in _names(hit.concept):
                self._named[name].append(hit)

    def of(self, *concepts: str) -> list[Hit]:
        """The hits of some concepts."""
        return [hit for concept in concepts for hit in self._named.get(concept, ())]


@cache
def _names(concept: str) -> tuple[str, ...]:
    """A concept and its family."""
    family, dot, _ = concept.partition(".")
    return (concept, f"{family}.") if dot else (concept,)


_SENTENCE = re.compile(
    r"\n+|(?<=[.!?…]) (?=\S)"
    # "Am 12. März": the stop of an ordinal ends nothing
    r"(?!(?<=\d\. )(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)\b)"
)
_TELLING = ("against.report", "against.past", "against.told")
# How far a report goes on behind an hour, and what ends its sentence.
_GOES_ON = 40
_CLAUSE_END = re.compile(r"\n|[.;:] ")
# How far before an hour its day is told; "14 aprile scorso, lunedì 11 maggio alle 17" tells another one.
_LED = 60
_LED_END = re.compile(r"\n|[.;:] |(?<=scors[oa]), ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The phrases of a notice: just before its title, in the title (or before it), in the opening, in all the text."""

    language: str | None
    words: tuple[str, ...]
    title_words: tuple[str, ...]
    before: Hits
    title: Hits
    opening: Hits
    text: Hits
    hour: bool
    dated: bool
    price: int | None


def evidence_of(title: str, text: str, *, declared: str) -> Evidence:
    """Reads a notice with the words of its own language, and of the one its source declares."""
    sample = f"{title[:500]} {text[:_READ]}"
    title, text = fold(title[:500]), fold(text[:_READ])
    title_words, text_words = tokens(title), tokens(text)
    language = language_of(sample, [*title_words, *text_words])
    # a title too short to tell its language may be English in any country
    heard = (language or "en", declared[:2].lower())
    spoken = [name for name in dict.fromkeys(heard) if name in LANGUAGES]
    told = list(_outside_venues(_hits(text_words, spoken)))
    before = _before(title_words, text_words, told)
    hour = _tells_hour(text, spoken, gone=any(hit.concept == "against.earlier" for hit in told))
    return Evidence(
        language,
        tuple(text_words),
        tuple(title_words),
        Hits(before),
        Hits([*before, *_hits(title_words, spoken)]),
        Hits(hit for hit in told if hit.start < _LEAD),
        Hits(told),
        hour,
        hour or _dated([*title_words, *text_words], spoken) or bool(_NUMERIC.search(text)),
        _price(text_words),
    )


def _tells_hour(text: str, spoken: Sequence[str], *, gone: bool) -> bool:
    """Whether an hour is told that no report goes on from: "El 15 de marzo a las 11 h, se realizó un taller".

    Nor is it of a day gone by, when any is told: "Afgelopen zaterdag om 14 uur".
    """
    for found in _HOUR.finditer(text):
        rest = _CLAUSE_END.split(text[found.end() : found.end() + _GOES_ON], maxsplit=1)[0]
        after = tokens(rest)
        if after and any(hit.concept == "against.report" and hit.start < 2 for hit in _hits(after, spoken)):
            continue
        led = tokens(_LED_END.split(text[max(0, found.start() - _LED) : found.start()])[-1]) if gone else []
        if not any(hit.concept == "against.earlier" for hit in _hits(led, spoken)):
            return True
    return False


def reports(evidence: Evidence, day: date, text: str, *, declared: str) -> bool:
    """Whether a notice of a day gone by looks back: in several words, or where it tells the day."""
    said = {hit.phrase for hit in evidence.text.of("against.report")}
    return len(said) > 1 or _tells_of(day, text, declared=declared)


def _tells_of(day: date, text: str, *, declared: str) -> bool:
    """Whether a sentence that holds the number of a day says what was done then: "Le 14 mai, le conseil a réuni …"."""
    number = re.compile(rf"(?<!\d)0?{day.day}(?!\d)")
    for sentence in _SENTENCE.split(fold(text[:_READ])):
        if not number.search(sentence):
            continue
        words = tokens(sentence)
        spoken = dict.fromkeys((language_of(sentence, words) or "en", declared[:2].lower()))
        known = [name for name in spoken if name in LANGUAGES]
        if _dated(words, known) and any(hit.concept in _TELLING for hit in _hits(words, known)):
            return True
    return False


def _price(words: list[str]) -> int | None:
    """The highest amount beside the sign or name of a currency."""
    if _CURRENCIES.isdisjoint(words):
        return None
    signs = [at for at, word in enumerate(words) if word in _CURRENCIES]
    near = [words[at + step] for at in signs for step in (-1, 1) if 0 <= at + step < len(words)]
    return max((int(word) for word in near if word.isdecimal() and len(word) < _DIGITS), default=None)


def _dated(words: list[str], languages: Iterable[str]) -> bool:
    """Whether a month or a weekday stands beside a number."""
    names = frozenset().union(*(calendar(language) for language in languages))
    if names.isdisjoint(words):
        return False
    places = [at for at, word in enumerate(words) if word in names]
    return any(word[0].isdigit() for at in places for word in words[max(0, at - 3) : at + 3])


def _before(title: list[str], text: list[str], told: list[Hit]) -> list[Hit]:
    """Hits just before the place where the text says the title: "vous propose une matinée d'échanges « … »"."""
    for at in range(1, min(len(text) - len(title) + 1, _TITLE_WITHIN)) if title else ():
        if text[at] == title[0] and text[at : at + len(title)] == title:
            return [hit for hit in told if at - _NEAR <= hit.start and hit.end <= at]
    return []


def _hits(words: list[str], languages: Sequence[str]) -> Iterator[Hit]:
    found = vocabulary(languages[0]).hits(words)
    if len(languages) > 1:
        every = dict.fromkeys(
            (*found, *(hit for language in languages[1:] for hit in vocabulary(language).hits(words)))
        )
        found = sorted(every, key=lambda hit: hit.start)
    against = _by_word(hit for hit in found if hit.concept.startswith("against."))
    if not against:
        yield from found
        return
    kinds = _by_word(hit for hit in found if hit.concept.startswith("types."))
    for hit in found:
        # "conseil municipal des enfants" is no "conseil municipal", "participation aux frais" no participation
        stronger = against.get(hit.start)
        if stronger and hit.concept.startswith("against."):
            stronger = kinds.get(hit.start)
        if not (stronger and any(_within(hit, other) for other in stronger)):
            yield hit


def _outside_venues(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Without the subjects that are but the name of a place: "à la médiathèque", "école Pasteur"."""
    listed = list(hits)
    venues = _by_word(hit for hit in listed if hit.concept == "venues")
    if not venues:
        yield from listed
        return
    for hit in listed:
        here = venues.get(hit.start)
        subject = here and (hit.concept in _SUBJECTS or hit.concept.startswith("themes."))
        if not (here and subject and any(hit.end <= venue.end for venue in here)):
            yield hit


def _by_word(hits: Iterable[Hit]) -> dict[int, list[Hit]]:
    """The hits over each word."""
    over: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        for at in range(hit.start, hit.end):
            over[at].append(hit)
    return over


def _within(hit: Hit, other: Hit) -> bool:
    """Whether a hit is part of one over its first word; one as long is so only when the other takes words away."""
    longer = other.end - other.start > hit.end - hit.start or other.concept in _MASKS
    return longer and hit.end <= other.end
