"""The words of the field, one file a language: phrases by what they stand for, found in a notice in one pass."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from agenda_scraper.text import fold

LANGUAGES = ("fr", "en", "es", "de", "it", "nl", "pt", "ca")
_REMEMBERED = 20_000  # words of one language
_GAP = 3  # words that `~` may skip
_SIGN = re.compile(r"[*~#]")
_LONG = 4  # letters: a longer word may be a plural
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# ASCII as `str.translate` wants it: letters, digits and the dollar sign, a blank for every other sign.
_PARTED = "".join(letter if letter.isalnum() or letter == "$" else " " for letter in map(chr, range(128)))


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
    second: str  # how its second word begins, empty when that tells nothing
    needed: str  # a word it cannot do without
    rest: tuple[str, ...] | None  # the words after the first, when they are matched letter by letter


@cache
def table(language: str) -> dict[str, Any]:
    """The file of one language."""
    return tomllib.loads(files(__package__).joinpath("languages", f"{language}.toml").read_text(encoding="utf-8"))


def tokens(text: str) -> list[str]:
    """The words, numbers and currency signs of a folded text; the "s" of a plural is left off long words."""
    parted = text if text.isascii() else _NOT_ASCII.sub(_apart, text)
    words = parted.replace("$", " $ ").translate(_PARTED).split()
    return [word[:-1] if word[-1] == "s" and len(word) > _LONG else word for word in words]


def _apart(found: re.Match[str]) -> str:
    """A letter as it is, a sign of currency by itself, a blank for any other sign."""
    return found[0] if found[0].isalnum() else f" {found[0]} " if found[0] in "€£" else " "


@cache
def calendar(language: str) -> frozenset[str]:
    """The months and weekdays of one language, folded."""
    return frozenset(tokens(table(language)["calendar"]))


class Openings(NamedTuple):
    """The phrases one word may begin: by their second word, and those that have none or one of many."""

    fixed: dict[str, list[Phrase]]  # with the loose ones before them
    loose: list[Phrase]


class _Met(dict[str, Openings | None]):
    """What each word may begin, found out the first time it is met; forgotten when there are too many."""

    def __init__(self, openings: Callable[[str], Openings | None]) -> None:
        super().__init__()
        self._openings = openings

    def __missing__(self, word: str) -> Openings | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = self._openings(word)
        return self[word]


class Vocabulary:
    """All phrases of one language, looked up by their first two words."""

    def __init__(self, language: str) -> None:
        self._exact: dict[str, list[Phrase]] = defaultdict(list)
        self._open: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in _phrases(table(language)):
            (self._open if "*" in phrase.words[0] else self._exact)[phrase.words[0]].append(phrase)
        self._met = _Met(self._openings)

    def _openings(self, word: str) -> Openings | None:
        phrases = list(self._exact.get("#" if word.isdigit() else word, ()))
        for pattern, listed in self._open.items():
            if _fits(pattern, word):
                phrases += listed
        if not phrases:
            return None
        seconds = [phrase.words[1] if len(phrase.words) > 1 else "*" for phrase in phrases]
        loose = [phrase for phrase, second in zip(phrases, seconds, strict=True) if _SIGN.search(second)]
        fixed: dict[str, list[Phrase]] = {}
        for phrase, second in zip(phrases, seconds, strict=True):
            if not _SIGN.search(second):
                fixed.setdefault(second, [*loose]).append(phrase)
        return Openings(fixed, loose)

    def hits(self, words: list[str]) -> list[Hit]:
        """Every phrase of the vocabulary in a list of words, in their order."""
        found = []
        met, every, there = self._met, tuple(words), frozenset(words)
        for at, (word, following) in enumerate(zip(every, (*every[1:], ""), strict=False)):
            openings = met[word]
            if openings is None:
                continue
            for text, pattern, concepts, second, needed, rest in openings.fixed.get(following, openings.loose):
                end = at + len(pattern)
                if rest is None:  # most cannot be there, and are not looked for
                    possible = following.startswith(second) and (not needed or needed in there)
                    end = _end(pattern, every, at) if possible else 0
                elif rest and every[at + 1 : end] != rest:
                    continue
                if end:
                    for concept in concepts:
                        found.append(Hit(concept, text, at, end))
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
        pattern = _pattern(phrase)
        second = _SIGN.split(pattern[1], maxsplit=1)[0] if len(pattern) > 1 else ""
        plain = [word for word in pattern[1:] if not _SIGN.search(word)]
        exact = len(plain) == len(pattern) - 1
        yield Phrase(
            phrase, pattern, tuple(named), second, max(plain, key=len, default=""), pattern[1:] if exact else None
        )


def _pattern(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they are matched: folded, `*`, `~` and `#` kept."""
    words = re.findall(r"[^\W_*]*\*?[^\W_]+\*?|\*|[~#€£$]", fold(phrase))
    return tuple(re.sub(r"(?<=\w{4})s(?=\*?$)", "", word) for word in words)


def _end(pattern: tuple[str, ...], words: tuple[str, ...], at: int) -> int:
    """The word after the phrase that begins at a word; 0 when it is not there."""
    position = at + 1
    for index in range(1, len(pattern)):
        if pattern[index] == "~":
            return _after_gap(pattern[index + 1 :], words, position)
        if position >= len(words) or not _fits(pattern[index], words[position]):
            return 0
        position += 1
    return position


def _after_gap(rest: tuple[str, ...], words: tuple[str, ...], position: int) -> int:
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
