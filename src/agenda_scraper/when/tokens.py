"""Text → nodes: days, months, years, clocks, connectors and cues, each one letter; what says nothing becomes `x`."""

from __future__ import annotations

import re
from typing import Any

from agenda_scraper.when.lexicon import Lexicon, Meaning, Rest, lexicon
from agenda_scraper.when.shapes import SKIPPED, cutter, shapes

# Signs whose meaning hangs on what stands beside them; the others are in the lexicon.
_MARKS = frozenset(".\n-‐‑‒–—―−→>")
_NUMBERS = {name: int(name) for number in range(100) for name in (str(number), f"{number:02}")}
_NUMBERS |= {str(year): year for year in range(1900, 2100)}
# What may stand between the words of a phrase.
_INNER = frozenset("-/")
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
    single, words, phrases = lex.single, lex.words, lex.phrases
    pieces = cutter(language).findall(text)
    pieces.append("")  # so that one may always look ahead
    nodes: list[Node] = []
    end = resume = 0
    for following, piece in enumerate(pieces, 1):
        end += len(piece)
        if following <= resume:
            continue
        piece = piece.lstrip(SKIPPED)
        start = end - len(piece)
        seconds = phrases.get(piece)
        if seconds is not None:
            second = pieces[following].lstrip(SKIPPED)
            if second in seconds or second in _INNER:
                resume, meaning = _phrase(pieces, following, seconds)
                if resume:
                    nodes.append(_named(meaning, start, end + sum(map(len, pieces[following:resume]))))
                    continue
        sure = single.get(piece)
        if sure is not None:
            nodes.append(Node(sure[0], start, end, sure[1], sure[2]))
        elif piece in _NUMBERS and not pieces[following].isalpha() and (not nodes or nodes[-1].kind not in "xC#"):
            nodes.append(Node("n" if len(piece) < 3 else "y", start, end, _NUMBERS[piece]))
        elif piece in words:
            _known(nodes, words[piece], Cut(piece, start, end, pieces[following]), lex)
        elif piece.isalpha():
            _unknown(nodes, piece, start, end)
        elif piece:
            _sign(nodes, Cut(piece, start, end, pieces[following]), lex, text)
    return nodes


class Cut:
    """A piece, where it stands, and the piece after it, with the blanks before that."""

    __slots__ = ("end", "follows", "piece", "start")

    def __init__(self, piece: str, start: int, end: int, follows: str) -> None:
        self.piece = piece
        self.start = start
        self.end = end
        self.follows = follows


def _named(meaning: Meaning, start: int, end: int) -> Node:
    kind, value = meaning
    return Node(kind, start, end, value, None) if value.__class__ is int else Node(kind, start, end, 0, value)


def _phrase(pieces: list[str], index: int, seconds: dict[str, tuple[Rest, ...]]) -> tuple[int, Meaning]:
    """Where the longest phrase that continues here ends (0: none does) and what it means; hyphens do not count."""
    second = pieces[index].lstrip(SKIPPED)
    if second in _INNER:
        index += 1
        second = pieces[index].lstrip(SKIPPED)
    for rest, meaning in seconds.get(second, ()):
        place = index + 1
        for word in rest:
            if place < len(pieces) and pieces[place].lstrip(SKIPPED) in _INNER:
                place += 1
            if place >= len(pieces) or pieces[place].lstrip(SKIPPED) != word:
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


def _known(nodes: list[Node], meaning: Meaning, cut: Cut, lex: Lexicon) -> None:
    """A word of several meanings, or that means something only before a number ("atelier 3")."""
    if meaning[0] == "#" and not cut.follows.lstrip(SKIPPED)[:1].isdigit():
        _unknown(nodes, cut.piece, cut.start, cut.end)
    elif len(meaning[0]) == 1:
        nodes.append(_named(meaning, cut.start, cut.end))
    else:
        nodes.append(_settle(meaning, nodes, cut, lex))


def _settle(meaning: Meaning, nodes: list[Node], cut: Cut, lex: Lexicon) -> Node:
    """Choose among the meanings of one word by its neighbours."""
    kinds, values = meaning
    before = nodes[-1].kind if nodes else ""
    follows = cut.follows.lstrip(SKIPPED)
    next_kinds = lex.words.get(follows, ("", 0))[0]
    if "#" in kinds and follows.isdigit():
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
    elif "q" in kinds and ("n" in next_kinds or follows.isdigit()):
        kind = "q"
    else:
        kind = next(letter for letter in _PREFERRED if letter in kinds)
    return _named((kind, values[kind]), cut.start, cut.end)


def _sign(nodes: list[Node], cut: Cut, lex: Lexicon, text: str) -> None:
    """A piece that is no word: a mark, or figures."""
    if not cut.follows.isalpha():
        cut.follows = ""  # only a word glued to figures and marks tells something of them
    if cut.piece.isdigit():
        _number(nodes, cut, lex)
    elif cut.piece[0] in _MARKS:
        _mark(nodes, cut, text)
    else:
        _figures(nodes, cut, lex)


def _mark(nodes: list[Node], cut: Cut, text: str) -> None:
    """Dots, dashes and lines: a dot of an abbreviation and a hyphen inside a word are not marks."""
    sign, start = cut.piece[0], cut.start
    kind = sign if sign in ".\n" else "-"
    last = nodes[-1] if nodes else None
    if last is None:
        pass
    elif kind == "\n":
        if last.kind == "\n":
            return
    elif last.end == start:
        if kind == "-":
            if cut.follows and last.kind not in "nMWVhyd":
                return
        # "déc." and "M. Dupont" do not end a sentence
        elif (
            last.kind in "MWVK"
            or (last.kind == "C" and last.end - last.start < 4)
            or (last.kind == "x" and text[start - 2 : start - 1] in " ")
        ):
            return
    nodes.append(Node(kind, start, cut.end))


def _number(nodes: list[Node], cut: Cut, lex: Lexicon) -> None:
    """A bare number: a day, an hour or a year; glued to unknown letters ("T5", "2e", "3D") it is none of them."""
    piece, follows = cut.piece, cut.follows
    digits = piece if piece.isdigit() else _DIGITS.findall(piece)[0]
    last = nodes[-1] if nodes else None
    known = not follows or follows in lex.words or follows in lex.phrases or follows in ("am", "pm")
    if last is not None and last.end == cut.start and last.kind in "xC":
        known = False
    if known and len(digits) <= 2:
        counted = "#" if last is not None and last.kind == "#" else None
        nodes.append(Node("n", cut.start, cut.end, int(digits), piece[len(digits) :] or counted))
    elif known and len(digits) == 4 and 1900 <= int(digits) < 2100:
        nodes.append(Node("y", cut.start, cut.end, int(digits)))
    else:
        _unknown(nodes, "", cut.start, cut.end)


def _figures(nodes: list[Node], cut: Cut, lex: Lexicon) -> None:
    """Days, clocks and instants in one shape (`12/03/2026`, `18h30`, `2026-03-12T18:30`), prices and telephones."""
    piece = cut.piece
    found = shapes(lex.language).fullmatch(piece)
    shape = found.lastgroup if found else None
    made: tuple[str, int, Any] | None = None
    if shape is None and len(piece) == 1:
        return  # a sign that says nothing
    if shape == "ordinal":
        _number(nodes, cut, lex)
        return
    if shape == "clock":
        made = _clock(piece)
    elif shape == "pair":
        first, second = _DIGITS.findall(piece)
        made = ("r", int(first), (int(second), "/" if "/" in piece else ".", len(second)))
    elif shape is None:
        # "1 4 avril": a shape only before the name of a month, which is not seen here
        made = ("n", int(piece[0] + piece[2]), None)
    elif shape in ("ymd", "dmy", "mdy"):
        made = ("d", 0, (shape, piece))
    elif shape == "stamp":
        made = ("i", 0, (shape, piece))
    if made is None:
        _unknown(nodes, "", cut.start, cut.end)
    else:
        nodes.append(Node(made[0], cut.start, cut.end, made[1], made[2]))


def _clock(piece: str) -> tuple[str, int, str] | None:
    """`18h30`, `18 h 30`, `18:30`, `20.30h` as minutes since midnight; the value tells a bare hour from `18:30`."""
    parts = _DIGITS.findall(piece)
    minutes = int(parts[0]) * 60 + (int(parts[1]) if len(parts) > 1 else 0)
    style = ":" if ":" in piece else "h" if len(parts) > 1 else "bare"
    return ("h", minutes, style) if minutes <= 24 * 60 else None
