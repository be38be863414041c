"""The words of the field, one file a language: phrases by what they stand for, found in a notice in one pass."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

LANGUAGES = ("fr", "en", "es", "de", "it", "nl", "pt", "ca")
_GAP = 3  # words that `~` may skip
_SIGN = re.compile(r"[*~#]")
_LONG = 4  # letters: a longer word may be a plural
_MARKS = re.compile("[\u0300-\u036f]+")  # the accents that NFKD sets apart
_TOKEN = re.compile(r"[^\W_]+|[€£$]")


class Hit(NamedTuple):
    """A phrase found: what it stands for ("types.walk"), the phrase, and the words from `start` up to `end`."""

    concept: str
    phrase: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A phrase of a vocabulary and all it stands for: "budget participatif" is a type and a theme."""

    text: str
    words: tuple[str, ...]
    concepts: tuple[str, ...]


@cache
def table(language: str) -> dict[str, Any]:
    """The file of one language."""
    return tomllib.loads(files(__package__).joinpath("languages", f"{language}.toml").read_text(encoding="utf-8"))


def folded(text: str) -> str:
    """The text in lower case without accents: as `text.fold`, ten times faster on the length of a notice."""
    plain = text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain.casefold()))


def tokens(text: str) -> list[str]:
    """The words, numbers and currency signs of a folded text; the "s" of a plural is left off long words."""
    return [word[:-1] if len(word) > _LONG and word[-1] == "s" else word for word in _TOKEN.findall(text)]


@cache
def calendar(language: str) -> frozenset[str]:
    """The months and weekdays of one language, folded."""
    return frozenset(tokens(table(language)["calendar"]))


class Openings(NamedTuple):
    """The phrases one word may begin: by their second word, and those that have none or one of many."""

    fixed: dict[str, list[Phrase]]
    loose: list[Phrase]

    def after(self, word: str) -> list[Phrase]:
        """The phrases that may go on with a word."""
        return [*self.loose, *self.fixed[word]] if word in self.fixed else self.loose


class Vocabulary:
    """All phrases of one language, looked up by their first two words."""

    def __init__(self, language: str) -> None:
        self._exact: dict[str, list[Phrase]] = defaultdict(list)
        self._open: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in _phrases(table(language)):
            (self._open if "*" in phrase.words[0] else self._exact)[phrase.words[0]].append(phrase)
        self._beginning = lru_cache(maxsize=20_000)(self._openings)

    def _openings(self, word: str) -> Openings | None:
        phrases = list(self._exact.get("#" if word.isdigit() else word, ()))
        for pattern, listed in self._open.items():
            if _fits(pattern, word):
                phrases += listed
        if not phrases:
            return None
        openings = Openings(defaultdict(list), [])
        for phrase in phrases:
            second = phrase.words[1] if len(phrase.words) > 1 else "*"
            (openings.loose if _SIGN.search(second) else openings.fixed[second]).append(phrase)
        return openings

    def hits(self, words: list[str]) -> list[Hit]:
        """Every phrase of the vocabulary in a list of words, in their order."""
        found = []
        for at, word in enumerate(words):
            openings = self._beginning(word)
            if openings is None:
                continue
            following = words[at + 1] if at + 1 < len(words) else ""
            for phrase in openings.after(following):
                if end := _end(phrase.words, words, at):
                    found += [Hit(concept, phrase.text, at, end) for concept in phrase.concepts]
        return found


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of one of LANGUAGES."""
    return Vocabulary(language)


def _phrases(listed: dict[str, Any]) -> Iterator[Phrase]:
    concepts: dict[str, dict[str, None]] = defaultdict(dict)
    for name, value in listed.items():
        groups = (
            {f"{name}.{key}": phrases for key, phrases in value.items()} if isinstance(value, dict) else {name: value}
        )
        for concept, phrases in groups.items():
            for phrase in phrases if isinstance(phrases, list) else ():
                concepts[phrase][concept] = None
    for phrase, named in concepts.items():
        yield Phrase(phrase, _pattern(phrase), tuple(named))


def _pattern(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they are matched: folded, `*`, `~` and `#` kept."""
    words = re.findall(r"[^\W_*]*\*?[^\W_]+\*?|\*|[~#€£$]", folded(phrase))
    return tuple(re.sub(r"(?<=\w{4})s(?=\*?$)", "", word) for word in words)


def _end(pattern: tuple[str, ...], words: list[str], at: int) -> int:
    """The word after the phrase that begins at a word; 0 when it is not there."""
    position = at + 1
    for index in range(1, len(pattern)):
        if pattern[index] == "~":
            return _after_gap(pattern[index + 1 :], words, position)
        if position >= len(words) or not _fits(pattern[index], words[position]):
            return 0
        position += 1
    return position


def _after_gap(rest: tuple[str, ...], words: list[str], position: int) -> int:
    for skipped in range(_GAP + 1):
        at = position + skipped
        if at < len(words) and _fits(rest[0], words[at]) and (end := _end(rest, words, at)):
            return end
    return 0


def _fits(pattern: str, word: str) -> bool:
    if pattern == "#":
        return word.isdigit()
    if not pattern.endswith("*"):
        return word.endswith(pattern[1:]) if pattern.startswith("*") else word == pattern
    return pattern[1:-1] in word if pattern.startswith("*") else word.startswith(pattern[:-1])
