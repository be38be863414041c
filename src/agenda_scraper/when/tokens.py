"""Text → nodes: days, months, years, clocks, connectors and cues, each one letter; what says nothing becomes `x`."""

from __future__ import annotations

import re
from typing import Any

from agenda_scraper.when.lexicon import SHORT, Lexicon, Meaning, Met, Rest, lexicon
from agenda_scraper.when.shapes import SKIPPED, cutter, shapes

# Signs whose meaning hangs on what stands beside them; the others are in the lexicon.
_MARKS = frozenset(".\n-‐‑‒–—―−→›⇒➔➜➝>")
_NUMBERS = {name: int(name) for number in range(100) for name in (str(number), f"{number:02}")}
_NUMBERS |= {str(year): year for year in range(1900, 2100)}
# What may stand between the words of a phrase.
_INNER = frozenset("-/")
# "de 17:30 h. a 20 h.": the dot of an abbreviated hour before its end.
_JOINED = re.compile(r" (?:[-–—]|(?:a|to|au?|bis|tot|ate|fins) ?\d|(?:alle|a las|a les|as) )")
_DIGITS = re.compile(r"\d+")
# Marks that follow the short name of a weekday.
_BEHIND = frozenset(".,-‐‑‒–—−/:\n")
_HALVES = frozenset(("am", "pm"))
# How a piece is read: it means one thing anywhere; a word that says nothing of dates; no word at all; a phrase may
# begin; a number; its neighbours have a say.
SURE, UNKNOWN, SILENT, PHRASE, NUMBER, BESIDE = range(6)
# So many pieces of a language are kept, and none as long: the words of its notices, not whatever was ever written.
_MOST_MET, _LONG = 50_000, 24
# The style of a clock that tells the second: a machine stamped it.
STAMPED = "stamped"
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
    met = lex.met
    pieces = cutter(language).findall(text)
    pieces.append("")  # so that one may always look ahead
    nodes: list[Node] = []
    end = resume = 0
    for following, whole in enumerate(pieces, 1):
        end += len(whole)
        if following <= resume:
            continue
        way, width, kind, number, value = met.get(whole) or _meet(whole, lex)
        start = end - width
        if way == PHRASE:
            seconds, way, value = value
            second = pieces[following].lstrip(SKIPPED)
            if second in seconds or second in _INNER:
                resume, meaning = _phrase(pieces, following, seconds)
                if resume:
                    nodes.append(_named(meaning, start, end + sum(map(len, pieces[following:resume]))))
                    continue
        if way == SURE:
            nodes.append(Node(kind, start, end, number, value))
        elif way == UNKNOWN:
            _unknown(nodes, start, end)
        elif way == NUMBER and not pieces[following].isalpha() and (not nodes or nodes[-1].kind not in "xC#"):
            nodes.append(Node(kind, start, end, number))
        elif way != SILENT:
            _beside(nodes, Cut(whole[-width:], start, end, pieces[following]), lex, text)
    return nodes


def _meet(whole: str, lex: Lexicon) -> Met:
    """What a piece is, with the blanks before it; kept where it is short, for texts say the same again and again."""
    piece = whole.lstrip(SKIPPED)
    way, kind, number, value = _alone(piece, lex)
    if piece in lex.phrases:
        way, value = PHRASE, (lex.phrases[piece], way, value)
    found = (way, len(piece), kind, number, value)
    if len(lex.met) < _MOST_MET and len(whole) < _LONG:
        lex.met[whole] = found
    return found


def _alone(piece: str, lex: Lexicon) -> tuple[int, str, int, Any]:
    """How a piece is read, and the parts of its node where no neighbour has a say in it."""
    if not piece:
        return SILENT, "", 0, None
    if piece in lex.single:
        return SURE, *lex.single[piece]
    if piece in _NUMBERS:
        return NUMBER, "n" if len(piece) < 3 else "y", _NUMBERS[piece], None
    if piece in lex.words or piece in _HALVES or piece.isdigit() or piece[0] in _MARKS:
        return BESIDE, "", 0, None
    return (UNKNOWN, "", 0, None) if piece.isalpha() else _figures(piece, lex)


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


def _unknown(nodes: list[Node], start: int, end: int) -> None:
    """Words that say nothing of dates: a run of them is one node, its number how many."""
    last = nodes[-1] if nodes else None
    if last is not None and last.kind == "x":
        last.end = end
        last.number += 1
    else:
        nodes.append(Node("x", start, end, 1))


def _beside(nodes: list[Node], cut: Cut, lex: Lexicon, text: str) -> None:
    """A piece whose neighbours have a say in what it is."""
    piece = cut.piece
    if piece in lex.words:
        _known(nodes, lex.words[piece], cut, lex)
    elif piece[0] in _MARKS:
        _mark(nodes, cut, text)
    elif piece in _HALVES and nodes and nodes[-1].kind in "nhr":
        nodes.append(Node("m", cut.start, cut.end, 0, piece[0]))
    elif piece in _HALVES:
        _unknown(nodes, cut.start, cut.end)
    else:
        _number(nodes, cut, lex)


def _known(nodes: list[Node], meaning: Meaning, cut: Cut, lex: Lexicon) -> None:
    """A word of several meanings, or that means something only before a number ("atelier 3")."""
    if (meaning[0] == "#" and not cut.follows.lstrip(SKIPPED)[:1].isdigit()) or (
        meaning[0] == "W" and not _is_weekday(nodes, cut, lex)
    ):
        _unknown(nodes, cut.start, cut.end)
    elif len(meaning[0]) == 1:
        nodes.append(_named(meaning, cut.start, cut.end))
    else:
        nodes.append(_settle(meaning, nodes, cut, lex))


def _is_weekday(nodes: list[Node], cut: Cut, lex: Lexicon) -> bool:
    """Whether a short name stands where a weekday does: before figures or a mark, or joined to another one."""
    follows = cut.follows.lstrip(SKIPPED)
    if len(cut.piece) > SHORT or follows[:1].isdigit() or follows[:1] in _BEHIND:
        return True
    before = nodes[-1].kind if nodes else "\n"
    if before in "-/tuE" or (before == "&" and len(nodes) > 1 and nodes[-2].kind == "W"):
        return True
    return any(kind in "WMtu" for kind in lex.words.get(follows, ("", 0))[0])


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
    elif "W" in kinds and not (lex.month_first and "M" in kinds) and _is_weekday(nodes, cut, lex):
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
            if cut.follows.isalpha() and last.kind not in "nMWVhyd":
                return
        # "déc." and "M. Dupont" do not end a sentence
        elif (
            last.kind in "MWVK"
            or (last.kind == "C" and last.end - last.start < 4)
            or (last.kind in "hc" and text[start - 1].isalpha() and _JOINED.match(text, start + 1))
            or (last.kind == "x" and text[start - 2 : start - 1] in " ")
        ):
            return
    nodes.append(Node(kind, start, cut.end))


def _number(nodes: list[Node], cut: Cut, lex: Lexicon) -> None:
    """A bare number: a day, an hour or a year; glued to unknown letters ("T5", "2e", "3D") it is none of them."""
    piece = cut.piece
    # only a word glued to figures tells something of them
    follows = cut.follows if cut.follows.isalpha() else ""
    digits = piece if piece.isdigit() else _DIGITS.findall(piece)[0]
    last = nodes[-1] if nodes else None
    known = not follows or follows in lex.words or follows in lex.phrases or follows in _HALVES
    if last is not None and last.end == cut.start and last.kind in "xC":
        known = False
    if known and len(digits) <= 2:
        counted = "#" if last is not None and last.kind == "#" else None
        nodes.append(Node("n", cut.start, cut.end, int(digits), piece[len(digits) :] or counted))
    elif known and len(digits) == 4 and 1900 <= int(digits) < 2100:
        nodes.append(Node("y", cut.start, cut.end, int(digits)))
    else:
        _unknown(nodes, cut.start, cut.end)


def _figures(piece: str, lex: Lexicon) -> tuple[int, str, int, Any]:
    """Days, clocks and instants in one shape (`12/03/2026`, `18h30`, `2026-03-12T18:30`), prices and telephones."""
    found = shapes(lex.language).fullmatch(piece)
    shape = found.lastgroup if found else None
    if shape == "ordinal":
        return BESIDE, "", 0, None
    if shape is None and len(piece) == 1:
        return SILENT, "", 0, None  # a sign that says nothing
    made: tuple[str, int, Any] | None = None
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
    return (SURE, *made) if made else (UNKNOWN, "", 0, None)


def _clock(piece: str) -> tuple[str, int, str] | None:
    """`18h30`, `18 h 30`, `18:30`, `20.30h` as minutes since midnight; the value tells a bare hour from `18:30`."""
    parts = _DIGITS.findall(piece)
    minutes = int(parts[0]) * 60 + (int(parts[1]) if len(parts) > 1 else 0)
    style = ":" if ":" in piece else "h" if len(parts) > 1 else "bare"
    if len(parts) > 2 and parts[2].strip("0"):
        style = STAMPED
    return ("h", minutes, style) if minutes <= 24 * 60 else None
