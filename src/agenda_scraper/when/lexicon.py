"""What a language calls things: one TOML file of words a language, made into tables the tokenizer can look up.

Kinds are one letter each, so that a text becomes a short string on which the shared rules are regular expressions.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from agenda_scraper.errors import AgendaError
from agenda_scraper.text import fold

WORDS = Path(__file__).parent / "words"
LANGUAGES: tuple[str, ...] = ("fr", *sorted(path.stem for path in WORDS.glob("*.toml") if path.stem != "fr"))

Meaning: TypeAlias = tuple[str, Any]
Rest: TypeAlias = tuple[tuple[str, ...], Meaning]
# A piece met before: how it is read, its width without blanks, and the parts of its node.
Met: TypeAlias = tuple[int, int, str, int, Any]

# Section "words" of a word file: its key, and the kind of token it makes.
KINDS = {
    "glue": "g",
    "from": "f",
    "to": "t",
    "at": "a",
    "until": "u",
    "between": "b",
    "and": "&",
    "hour": "c",
    "clock": "K",
    "every": "E",
    "alternate": "I",
    "except": "X",
    "next": "N",
    "this": "T",
    "ahead": "A",
    "inclusive": "i",
    "end_of": "e",
    "about": "~",
}
# Signs that mean one thing wherever they stand.
SIGNS = {
    **dict.fromkeys("[(", "("),
    **dict.fromkeys("])", ")"),
    **dict.fromkeys("|·•,", ","),
    **dict.fromkeys("!?;", ";"),
    **dict.fromkeys("&+", "&"),
    **dict.fromkeys("«»“”„", '"'),
    "@": "a",
    ":": ":",
    "/": "/",
    "~": "~",
}
# Weekdays no longer than this are other words as well ("die", "sa", "sun"): what stands beside them tells.
SHORT = 3
_PIECES = re.compile(r"\d+(?:/\d+)?|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `words` maps a single word; `phrases` the first and the second word of longer ones.

    `single` has kind, number and value of words and signs that mean one thing whatever stands beside them; `met` what
    the tokenizer found of pieces it met.
    """

    language: str
    month_first: bool
    words: dict[str, Meaning]
    phrases: dict[str, dict[str, tuple[Rest, ...]]]
    months: str
    ordinals: str
    single: dict[str, tuple[str, int, Any]]
    met: dict[str, Met]


def pieces(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokenizer meets it: folded words and numbers, without apostrophes and hyphens."""
    return tuple(_PIECES.findall(fold(phrase)))


def _alternatives(cell: str) -> list[str]:
    return cell.split("|") if "|" in cell else cell.split()


def _calendar(table: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Names of months and weekdays, and numbers in words."""
    for number, cell in enumerate(table["numbers"], 1):
        for name in _alternatives(cell):
            yield name, ("n", number)
    for number, cell in table["more_numbers"].items():
        yield cell, ("n", int(number))
    for kind, key in (("M", "months"), ("W", "weekdays"), ("V", "plural_weekdays")):
        for number, cell in enumerate(table[key]):
            for name in _alternatives(cell):
                yield name, (kind, number + (kind == "M"))


def _numbered(table: dict[str, Any], key: str, kind: str) -> Iterator[tuple[str, Meaning]]:
    for number, names in table.get(key, {}).items():
        for name in names:
            yield name, (kind, int(number))


def _clockwork(table: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Words of the day and the hour that carry a value."""
    yield from _numbered(table, "minutes_before", "q")
    yield from _numbered(table, "minutes_after", "z")
    yield from _numbered(table["words"], "week_later", "w")
    for part, names in table["parts"].items():
        for name in names:
            yield name, {"noon": ("h", 720), "midnight": ("h", 0), "all_day": ("*", 0)}.get(part, ("p", part))
    for key, names in table["relative"].items():
        part, _, number = key.rpartition("_")
        for name in names:
            yield name, ("R", (int(number), part))
    for period, names in table["periods"].items():
        for name in names:
            yield name, ("P", period)


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Every name of the file with its meaning; where two share a name the later one holds."""
    for zone, names in table["zones"].items():
        for name in names:
            yield name, ("Z", zone)
    yield "dtstart", ("C", "begin")
    yield "dtend", ("C", "finish")
    for cue, names in table["cues"].items():
        for name in names:
            yield name, ("#", cue) if cue == "counter" else ("C", cue)
    for key, kind in KINDS.items():
        for name in table["words"].get(key, ()):
            yield name, (kind, name)
    for number, cell in table["ranks"].items():
        for name in _alternatives(cell):
            yield name, ("o", int(number))
    yield from _clockwork(table)
    yield from _calendar(table)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language we know; built once."""
    table = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    words: dict[str, Any] = {}
    phrases: dict[str, dict[str, dict[tuple[str, ...], Meaning]]] = {}
    for name, meaning in _entries(table):
        first, *rest = pieces(name) or [""]
        kept = words.get(first) if not rest else None
        if kept and kept[0] != meaning[0]:
            meaning = _both(kept, meaning)
        if rest:
            phrases.setdefault(first, {}).setdefault(rest[0], {})[tuple(rest[1:])] = meaning
        else:
            words[first] = meaning
    months = sorted((re.escape(name) for name, meaning in words.items() if "M" in meaning[0]), key=len, reverse=True)
    ordinals = "|".join(fold(ordinal) for ordinal in table["ordinals"])
    return Lexicon(
        language,
        table["order"] == "month",
        words,
        {first: {second: _longest(rests) for second, rests in seconds.items()} for first, seconds in phrases.items()},
        "|".join(months),
        ordinals,
        _single(words),
        {},
    )


def _longest(rests: dict[tuple[str, ...], Meaning]) -> tuple[Rest, ...]:
    return tuple(sorted(rests.items(), key=lambda rest: -len(rest[0])))


def _single(words: dict[str, Meaning]) -> dict[str, tuple[str, int, Any]]:
    """Signs, and the words of one meaning, as the parts of their node."""
    single: dict[str, tuple[str, int, Any]] = {sign: (kind, 0, None) for sign, kind in SIGNS.items()}
    for name, (kind, value) in words.items():
        if name.isalpha() and len(kind) == 1 and kind != "#" and not (kind == "W" and len(name) <= SHORT):
            single[name] = (kind, value, None) if isinstance(value, int) else (kind, 0, value)
    return single


def _both(first: Meaning, second: Meaning) -> Meaning:
    """Two meanings of one word: the tokenizer chooses by its neighbours ("mar." is a month or a weekday)."""
    if len(first[0]) > 1:
        return first[0] + second[0], {**first[1], second[0]: second[1]}
    return first[0] + second[0], {first[0]: first[1], second[0]: second[1]}


def language_of(tag: str) -> str:
    """The base language of a tag like `pt-BR`; Norwegian is Bokmål, as its sites are written."""
    base = re.split(r"[-_]", tag, maxsplit=1)[0].lower()
    return "nb" if base == "no" else base


def unknown_language(tag: str) -> AgendaError:
    """What to say of a language nobody here reads."""
    return AgendaError(
        f"unknown language {tag!r}",
        where="when",
        fix=f"give one of {', '.join(LANGUAGES)}, or another ISO 639-1 code",
    )
