"""Text → nodes: days, months, years, clocks, connectors and cues, each one letter; what says nothing becomes `x`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from agenda_scraper.when.lexicon import Lexicon, Meaning, Rest, lexicon
from agenda_scraper.when.shapes import shapes

_MARKS = {
    **dict.fromkeys("[(", "("),
    **dict.fromkeys("])", ")"),
    **dict.fromkeys("|·•,", ","),
    **dict.fromkeys("!?;", ";"),
    **dict.fromkeys("&+", "&"),
    "@": "a",
    ":": ":",
    ".": ".",
    "/": "/",
    "~": "~",
}
_DIGITS = re.compile(r"\d+")
# Which meaning of a word holds where its neighbours do not tell.
_PREFERRED = "nMPRhpCTANKgZfatu&beEX~o#cwzqIiV"


class Node:
    """A piece of the text: its kind (one letter), where it stands, a number and whatever the kind needs."""

    __slots__ = ("end", "kind", "number", "start", "value")

    def __init__(self, kind: str, start: int, end: int, number: int = 0, value: Any = None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.number = number
        self.value = value

    def __repr__(self) -> str:
        return f"{self.kind}{self.number or ''}{'' if self.value is None else f'={self.value}'}"


def kinds_of(nodes: list[Node]) -> str:
    """The nodes as one string of kinds: what the rules match."""
    return "".join([node.kind for node in nodes])


def tokenize(text: str, language: str) -> list[Node]:
    """The nodes of a text that went through `plain`."""
    lex = lexicon(language)
    words, phrases = lex.words, lex.phrases
    groups, pieces, ends = _cut(text, language)
    nodes: list[Node] = []
    index, count = 0, len(ends)
    while index < count:
        piece = pieces[index]
        end = ends[index]
        start = end - len(piece)
        group = groups[index]
        index += 1
        if piece in phrases:
            taken, meaning = _phrase(pieces, index, phrases[piece])
            if taken:
                nodes.append(_named(meaning, start, ends[taken - 1]))
                index = taken
                continue
        if group == "word":
            known = words.get(piece)
            if known is None or (known[0] == "#" and not pieces[index][:1].isdigit()):
                _unknown(nodes, piece, start, end)
            elif len(known[0]) == 1:
                nodes.append(_named(known, start, end))
            else:
                nodes.append(_settle(known, nodes, Cut(start, end, pieces[index]), lex))
        else:
            glued = groups[index] == "word" and ends[index] - len(pieces[index]) == end
            cut = Cut(start, end, pieces[index] if glued else "")
            if group == "mark":
                _mark(nodes, piece, cut, text)
            else:
                _FIGURES_BY_SHAPE[group](nodes, piece, cut, lex)
    return nodes


def _cut(text: str, language: str) -> tuple[list[str], list[str], list[int]]:
    """The shape, the text and the end of every piece; one empty piece more, so that one may always look ahead."""
    groups, pieces, ends = [], [], []
    for match in shapes(language).finditer(text):
        group = match.lastgroup or ""
        groups.append(group)
        pieces.append(match[group])
        ends.append(match.end())
    return [*groups, ""], [*pieces, ""], ends


class Cut(NamedTuple):
    """Where a piece stands, and the piece after it (for marks and figures only a word glued to it)."""

    start: int
    end: int
    follows: str


def _named(meaning: Meaning, start: int, end: int) -> Node:
    kind, value = meaning
    return Node(kind, start, end, value, None) if value.__class__ is int else Node(kind, start, end, 0, value)


def _phrase(pieces: list[str], index: int, rests: tuple[Rest, ...]) -> tuple[int, Meaning]:
    """Where the longest phrase that continues here ends (0: none does) and what it means; hyphens do not count."""
    count = len(pieces) - 1
    for rest, meaning in rests:
        place = index
        for piece in rest:
            if pieces[place] in ("-", "/"):
                place += 1
            if place >= count or pieces[place] != piece:
                break
            place += 1
        else:
            return place, meaning
    return 0, ("x", 0)


def _unknown(nodes: list[Node], piece: str, start: int, end: int) -> None:
    """Words that say nothing of dates: a run of them is one node, its number how many; `am` and `pm` say the half."""
    last = nodes[-1] if nodes else None
    if last is not None and last.kind == "x":
        last.end = end
        last.number += 1
    elif last is not None and piece in ("am", "pm") and last.kind in "nhr":
        nodes.append(Node("m", start, end, 0, piece[0]))
    else:
        nodes.append(Node("x", start, end, 1))


def _settle(meaning: Meaning, nodes: list[Node], cut: Cut, lex: Lexicon) -> Node:
    """Choose among the meanings of one word by its neighbours."""
    kinds, values = meaning
    before = nodes[-1].kind if nodes else ""
    next_kinds = lex.words.get(cut.follows, ("", 0))[0]
    if "#" in kinds and cut.follows.isdigit():
        kind = "#"
    elif "M" in kinds and before in ("n", "."):
        kind = "M"
    elif "e" in kinds and "M" in next_kinds:
        kind = "e"
    elif "W" in kinds and not (lex.month_first and "M" in kinds):
        kind = "W"
    elif "o" in kinds and ("W" in next_kinds or "V" in next_kinds or "P" in next_kinds):
        kind = "o"
    elif "c" in kinds and before == "n":
        kind = "c"
    elif "w" in kinds and before == "W":
        kind = "w"
    elif "q" in kinds and ("n" in next_kinds or cut.follows.isdigit()):
        kind = "q"
    else:
        kind = next(letter for letter in _PREFERRED if letter in kinds)
    return _named((kind, values[kind]), cut.start, cut.end)


def _mark(nodes: list[Node], sign: str, cut: Cut, text: str) -> None:
    """Punctuation: a dot of an abbreviation and a hyphen inside a word are not marks."""
    last = nodes[-1] if nodes else None
    touching = last is not None and last.end == cut.start
    kind = _MARKS.get(sign) or ("\n" if sign[0] == "\n" else "-")
    if last is None or not touching:
        pass
    elif kind == ".":
        # "déc." and "M. Dupont" do not end a sentence
        if (
            last.kind in "MWVK"
            or (last.kind == "C" and last.end - last.start < 4)
            or (last.kind == "x" and text[cut.start - 2 : cut.start - 1] in " ")
        ):
            return
    elif kind == "-" and cut.follows and last.kind not in "nMWVhyd":
        return
    if kind == "\n" and last is not None and last.kind == "\n":
        return
    nodes.append(Node(kind, cut.start, cut.end))


def _number(nodes: list[Node], piece: str, cut: Cut, lex: Lexicon) -> None:
    """A bare number: a day, an hour or a year; glued to unknown letters ("T5", "2e", "3D") it is none of them."""
    digits = _DIGITS.match(piece)
    length = digits.end() if digits else 0
    last = nodes[-1] if nodes else None
    known = not cut.follows or cut.follows in lex.words or cut.follows in lex.phrases or cut.follows in ("am", "pm")
    if last is not None and last.kind in "xC" and last.end == cut.start:
        known = False
    if known and length <= 2:
        counted = "#" if last is not None and last.kind == "#" else None
        nodes.append(Node("n", cut.start, cut.end, int(piece[:length]), piece[length:] or counted))
    elif known and length == 4 and 1900 <= int(piece[:4]) < 2100:
        nodes.append(Node("y", cut.start, cut.end, int(piece[:4])))
    else:
        _unknown(nodes, "", cut.start, cut.end)


def _clock(nodes: list[Node], piece: str, cut: Cut, _: Lexicon) -> None:
    """`18h30`, `18 h 30`, `18:30`, `20.30h` as minutes since midnight; the value tells a bare hour from `18:30`."""
    parts = [int(part) for part in _DIGITS.findall(piece)[:2]]
    minutes = parts[0] * 60 + (parts[1] if len(parts) > 1 else 0)
    if minutes > 24 * 60:
        _unknown(nodes, "", cut.start, cut.end)
        return
    style = ":" if ":" in piece else "h" if len(parts) > 1 else "bare"
    nodes.append(Node("h", cut.start, cut.end, minutes, style))


def _pair(nodes: list[Node], piece: str, cut: Cut, _: Lexicon) -> None:
    first, second = _DIGITS.findall(piece)
    nodes.append(Node("r", cut.start, cut.end, int(first), (int(second), "/" if "/" in piece else ".", len(second))))


def _kern(nodes: list[Node], piece: str, cut: Cut, _: Lexicon) -> None:
    nodes.append(Node("n", cut.start, cut.end, int(piece[0] + piece[2])))


def _mute(nodes: list[Node], _piece: str, cut: Cut, _: Lexicon) -> None:
    _unknown(nodes, "", cut.start, cut.end)


def _whole(shape: str) -> Callable[[list[Node], str, Cut, Lexicon], None]:
    """A day or an instant in one shape, read later: `12/03/2026`, `2026-03-12T18:30`."""
    kind = "i" if shape == "stamp" else "d"

    def append(nodes: list[Node], piece: str, cut: Cut, _: Lexicon) -> None:
        nodes.append(Node(kind, cut.start, cut.end, 0, (shape, piece)))

    return append


_FIGURES_BY_SHAPE: dict[str, Callable[[list[Node], str, Cut, Lexicon], None]] = {
    "number": _number,
    "ordinal": _number,
    "clock": _clock,
    "pair": _pair,
    "kern": _kern,
    "mute": _mute,
    "junk": _mute,
    **{shape: _whole(shape) for shape in ("stamp", "ymd", "dmy", "mdy")},
}
