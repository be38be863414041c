"""Which of the eight languages a text is in: its small words, weighed by how few languages share them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

from agenda_scraper.about.vocabulary import LANGUAGES, table, tokens
from agenda_scraper.text import fold

_LETTERS = {
    "fr": "êùœ",
    "es": "ñ¿¡",
    "de": "ßäöü",
    "it": "ìò",
    "pt": "ãõ",
    "ca": "·",
    "nl": "ĳ",
}  # theirs alone, or nearly
_OWN = re.compile(f"[{''.join(_LETTERS.values())}]")
_FOREIGN = re.compile("[\u0370-\u1fff\u2c80-\uabff\uac00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_READ = 1500  # letters: enough to be sure, and cheap
_WORDS = 200  # words counted
_LEAST = 1.0  # weight of evidence: two words of its own, or one with a letter of its own
_SHARE = 0.07  # of all words; prose has three times as much, a table of dates less


def detect_language(text: str) -> str | None:
    """One of fr, en, es, de, it, nl, pt, ca; None when the text is too short to tell, or in another language."""
    sample = text[:_READ]
    return None if _FOREIGN.search(sample) and _mostly_foreign(sample) else language_of(sample, tokens(fold(sample)))


def language_of(sample: str, found: list[str]) -> str | None:
    """The language of a text whose folded words are given."""
    weights = _weights()
    scores: dict[str, float] = defaultdict(float)
    for word in found[:_WORDS]:
        for language, weight in weights.get(word, ()):
            scores[language] += weight
    own = Counter(_OWN.findall(sample.lower()))
    for language, letters in _LETTERS.items():
        scores[language] += min(3, sum(own[letter] for letter in letters)) * 0.4
    if not scores:
        return None
    best, weight = max(scores.items(), key=lambda pair: pair[1])
    return best if best in LANGUAGES and weight >= max(_LEAST, _SHARE * min(len(found), _WORDS)) else None


def _mostly_foreign(sample: str) -> bool:
    letters = sum(letter.isalpha() for letter in sample)
    return len(_FOREIGN.findall(sample)) * 3 > letters


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each small word with the languages it speaks for: a word of one language weighs 1, of four a quarter."""
    spoken = defaultdict(set)
    others = tomllib.loads(files(__package__).joinpath("languages", "others.toml").read_text(encoding="utf-8"))
    lists = {name: f"{table(name)['stop']} {table(name)['calendar']}" for name in LANGUAGES} | others
    for language, words in lists.items():
        for word in tokens(fold(words)):
            spoken[word].add(language)
    return {word: tuple((name, len(names) ** -1) for name in sorted(names)) for word, names in spoken.items()}
