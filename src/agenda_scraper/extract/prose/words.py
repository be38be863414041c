"""The words around the facts of a notice, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from agenda_scraper.model import Status
from agenda_scraper.statuses import NOT_FOR_ALL, SAID
from agenda_scraper.text import align, factored


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
    """Any phrase of a list as whole words; `~` in a phrase is up to 120 letters within one clause."""
    return re.compile(rf"(?<!\w)(?:{alternatives(vocabulary()[name])})(?!\w)")


@cache
def standing(behind: str = r"(?!\w)") -> re.Pattern[str]:
    """How a meeting stands, or what is new about it, with what must stand behind it."""
    told = "|".join((NOT_FOR_ALL, SAID[Status.MOVED_ONLINE], alternatives(vocabulary()["news"])))
    return re.compile(rf"(?<!\w)(?:{told}){behind}")


def alternatives(listed: Iterable[str]) -> str:
    """One expression for many phrases, the longest first so that the fullest wins."""
    longest_first = sorted({align(phrase) for phrase in listed}, key=lambda phrase: (-len(phrase), phrase))
    clause = r"(?: (?:[^.:;!?]|(?<=\d)[.:]){0,120}?)?? "
    return factored("|".join(phrase.replace(" ~", clause) for phrase in longest_first))
