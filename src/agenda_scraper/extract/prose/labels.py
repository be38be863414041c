"""Labels and what they name: "Lieu : Lille", "Quand ? … Où ? …", a label on one line and its value on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from agenda_scraper.extract.prose.dates import names_a_day, names_hours
from agenda_scraper.extract.prose.words import alternatives, bag, vocabulary
from agenda_scraper.text import align, squash

# A label begins a line, a sentence, or what a dash, bullet or bar sets apart.
_BOUNDARY = r"(?:^[^\w\n]{0,6}|(?<=[.;!?…»)])\s+|\s[–—|•·●*▪-]\s+)"
_FILLER = r"(?:[ '’/&(),.·-]{1,3}[^\W\d]{1,16}){0,5}"
_COLUMN = " " * 4
_OWN_LINE = 60  # letters: a longer line is no label waiting for its value
_SENTENCE_END = re.compile(r"(?<=[^\W_]{2}[^\W\d_][.!?…»])\s+(?=[A-ZÀ-Þ«“\"])")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_FULL_STOP = re.compile(r"(?<=[^\W_]{4})\.$|(?<=-[^\W_]{3})\.$|(?<=\.)\.$|(?<=\d)\.$|(?<=\dh)\.$")
# Verbs with their preposition ("Publié le 8 octobre") need no colon; everything else does.
_BARE = ("published", "modified")
_EXACT = ("audience", "speakers", "title", "other")  # their words begin too many other phrases
_ASKED = ("on",)  # Catalan "On?" asks where, English "On:" a day


class Labelled(NamedTuple):
    """A value under a label: its field, its text, and the line (from 1) it stands on."""

    field: str
    text: str
    line: int


@cache
def _fields() -> dict[str, str]:
    """Folded phrase → field; a word shared by several fields goes to the field listed last but `other`."""
    labels: dict[str, list[str]] = vocabulary()["labels"]
    order = sorted(labels, key=lambda name: name != "other")
    return {align(phrase): name for name in order for phrase in labels[name]}


@cache
def _inline() -> re.Pattern[str]:
    listed = alternatives(_fields())
    return re.compile(
        rf"{_BOUNDARY}(?P<name>{listed})(?![^\W\d_])(?P<rest>{_FILLER})"
        # a label in a column of its own: "Lieu         Maison des Rives"
        r"(?: ?\([^()\n]{0,60}\))?(?:\s?(?P<mark>[:?])(?!//)\s*|\s{4,}(?=\S))"
    )


@cache
def _dated() -> re.Pattern[str]:
    labels = vocabulary()["labels"]
    listed = alternatives(phrase for name in _BARE for phrase in labels[name] if " " in phrase)
    return re.compile(rf"(?<!\w)(?P<name>{listed})(?!\w)[ :]{{1,3}}(?P<value>[^\n()|;]{{0,60}})")


def labelled(lines: list[str]) -> Iterator[Labelled]:
    """Every labelled value of a notice, in page order; a value of its own line takes the next one."""
    for at, line in enumerate(lines):
        folded = align(line)
        found = list(_on_line(line, folded)) if ":" in line or "?" in line or _COLUMN in line else []
        if not found and (field := _whole_line(folded)):
            found = [(field, "")]
        for field, value in found:
            text, number = ("\n".join([value, *_hanging(lines, at)]), at + 1) if value else _below(lines, at, field)
            if text:
                yield Labelled(field, text, number)
        for field, value in _stamps(line, folded):
            yield Labelled(field, value, at + 1)


def begins_with_label(line: str) -> str | None:
    """The field a line is labelled with, None when it is ordinary text."""
    folded = align(line)
    match = _inline().match(folded)
    if match and _fits(match):
        return _field(match)
    return _whole_line(folded) or next((name for name, _ in _stamps(line, folded) if _dated().match(folded)), None)


def _on_line(line: str, folded: str) -> Iterator[tuple[str, str]]:
    matches = [match for match in _inline().finditer(folded) if _fits(match)]
    ends = [*(match.start() for match in matches[1:]), len(line)]
    for match, end in zip(matches, ends, strict=False):
        value = line[match.end() : end]
        field = _field(match)
        if field not in _BARE:
            yield field, _value(field, value, whole=match.start() == 0)


def _value(field: str, value: str, *, whole: bool) -> str:
    """The value without its tail: a date label may own its whole line, others end with their sentence."""
    if not (whole and field in ("when", "contact", "url", "title")):
        value = _SENTENCE_END.split(value, maxsplit=1)[0]
    return _FULL_STOP.sub("", squash(value).strip(" ;,|•·–—-"))


def _field(match: re.Match[str]) -> str:
    return _fields()[match["name"]]


def _fits(match: re.Match[str]) -> bool:
    """What follows the phrase in the label is filler: "Date de l'événement", not "Public meeting"."""
    if match["name"] in _ASKED and match["mark"] != "?":
        return False
    rest = _WORD.findall(match["rest"])
    return not rest or (_field(match) not in _EXACT and all(word in bag("filler") for word in rest))


def _whole_line(folded: str) -> str | None:
    """The field when the line is nothing but a label; `other` words such as "Agenda" are as often headings."""
    line = folded.strip(" \t\u00a0#*•-–—:?")
    return _fields().get(line) if len(line) <= _OWN_LINE else None


def _below(lines: list[str], at: int, field: str) -> tuple[str, int]:
    """The value under a label: the next line with words, and the date lines that go on from it."""
    rest = [(number, squash(line)) for number, line in enumerate(lines[at + 1 : at + 7], at + 2) if line.strip()]
    if not rest or begins_with_label(rest[0][1]) or len(rest[0][1]) > 300:
        return "", at + 1
    texts = [rest[0][1]]
    for _, line in rest[1:4]:
        dated = names_a_day(line) or names_hours(line)
        if field != "when" or len(line) > 80 or begins_with_label(line) or not dated:
            break
        texts.append(line)
    return "\n".join(texts).strip(" ;,|•·–—-"), rest[0][0]


def _hanging(lines: list[str], at: int) -> list[str]:
    """The lines that go on with a value, set under it in the column of values."""
    further = (squash(line) if line.startswith(_COLUMN) else "" for line in lines[at + 1 : at + 5])
    return list(takewhile(lambda line: line and not begins_with_label(line), further))


def _stamps(line: str, folded: str) -> Iterator[tuple[str, str]]:
    """When the notice was published or modified: "Publié le 8 octobre", "(modifié le 10/10/2014 - 16:53)"."""
    if not _DIGIT.search(line):
        return
    for match in _dated().finditer(folded):
        value = squash(line[match.start("value") : match.end("value")]).strip(" .,;:–-")
        if _DIGIT.search(value):
            yield _fields()[match["name"]], value
