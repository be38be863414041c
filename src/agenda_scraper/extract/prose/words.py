"""The words around the facts of a notice, read once from `words.toml`; letters keep their places when folded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from agenda_scraper.text import fold


class _Letters(dict[int, str]):
    """Each letter folded on its own, where that gives one letter; filled as texts are read."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        self[code] = folded if len(folded) == 1 else letter.lower() if len(letter.lower()) == 1 else letter
        return self[code]


_LETTERS = _Letters()


def align(text: str) -> str:
    """The text folded letter by letter, so that a position in it is the position in the text."""
    return text.translate(_LETTERS)


@cache
def vocabulary() -> dict[str, Any]:
    """All of `words.toml`."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def bag(*path: str) -> frozenset[str]:
    """A set of single words."""
    node: Any = vocabulary()
    for name in path:
        node = node[name]
    return frozenset(align(node).split())


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any phrase of a list as whole words; `~` in a phrase is up to 90 letters within one clause."""
    return re.compile(rf"(?<!\w)(?:{alternatives(vocabulary()[name])})(?!\w)")


def alternatives(listed: Iterable[str]) -> str:
    """One expression for many phrases, the longest first so that the fullest wins."""
    longest_first = sorted({align(phrase) for phrase in listed}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(phrase.replace(" ~", r"(?: (?:[^.:;!?]|(?<=\d)[.:]){0,90}?)?? ") for phrase in longest_first)
