"""What a notice says that bears on its subject: the phrases of the vocabulary, and where in the notice they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda_scraper.about.language import language_of
from agenda_scraper.about.vocabulary import LANGUAGES, Hit, tokens, vocabulary
from agenda_scraper.text import fold

_READ = 4000  # letters of the text that are read: a notice says what it is early
_LEAD = 45  # words of the text that count as its opening
_HOUR = re.compile(r"\b\d{1,2} ?(?:h|uhr|uur|am|pm|a\.m|p\.m|hs|hrs|heures)\b|\b\d{1,2}h\d\d\b|\b\d{1,2}[:.]\d\d\b")
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """The phrases found in the title and in the text, without those a false friend takes away."""

    language: str | None
    title_words: tuple[str, ...]
    text_words: tuple[str, ...]
    title: tuple[Hit, ...]
    text: tuple[Hit, ...]
    hour: bool

    def titled(self, concept: str) -> list[Hit]:
        """Hits of a concept, or of a family of concepts ("types."), in the title."""
        return [hit for hit in self.title if hit.concept.startswith(concept)]

    def opening(self, concept: str) -> list[Hit]:
        """Hits in the first words of the text."""
        return [hit for hit in self.text if hit.start < _LEAD and hit.concept.startswith(concept)]

    def told(self, concept: str) -> list[Hit]:
        """Hits anywhere in the text."""
        return [hit for hit in self.text if hit.concept.startswith(concept)]


def evidence_of(title: str, text: str, *, declared: str) -> Evidence:
    """Reads a notice with the words of its own language, and of the one its source declares."""
    text = text[:_READ]
    title_words, text_words = tokens(title[:500]), tokens(text)
    language = language_of(f"{title} {text}", [*title_words, *text_words])
    spoken = [name for name in dict.fromkeys((language, declared[:2].lower())) if name in LANGUAGES] or ["en", "fr"]
    return Evidence(
        language,
        tuple(title_words),
        tuple(text_words),
        tuple(_hits(title_words, spoken)),
        tuple(_hits(text_words, spoken)),
        bool(_HOUR.search(fold(text))),
    )


def _hits(words: list[str], languages: Iterable[str]) -> Iterator[Hit]:
    found = {hit: None for language in languages for hit in vocabulary(language).hits(words)}
    masked = {at for hit in found if hit.concept in _MASKS for at in range(hit.start, hit.end)}
    for hit in sorted(found, key=lambda hit: hit.start):
        inside = all(at in masked for at in range(hit.start, hit.end))
        if not inside or hit.concept.startswith("against."):
            yield hit
