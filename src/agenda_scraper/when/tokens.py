"""Text → nodes: days, months, years, clocks, connectors and cues, each one letter; what says nothing becomes `x`."""

from __future__ import annotations

import re
from typing import Any

from agenda_scraper.when.lexicon import Lexicon, Meaning, lexicon
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
_FIGURES = re.compile(r"\d+")


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
    found = list(shapes(language).finditer(text))
    nodes: list[Node] = []
    index, count = 0, len(found)
    while index < count:
        match = found[index]
        group = match.lastgroup
        index += 1
        if group == "word":
            name = match[0]
            if name in phrases:
                taken, meaning = _phrase(found, index, phrases[name])
                if taken:
                    nodes.append(_named(meaning, match.start(), found[taken - 1].end()))
                    index = taken
                    continue
            meaning = words.get(name)
            if meaning is None:
                _junk(nodes, match.start(), match.end())
            elif len(meaning[0]) == 1:
                nodes.append(_named(meaning, match.start(), match.end()))
            else:
                after = found[index] if index < count else None
                nodes.append(_settle(meaning, nodes, match, after, lex))
        elif group == "mark":
            _mark(nodes, match, found[index] if index < count else None, text)
        else:
            index = _figure(nodes, found, index, group or "", lex)
    return nodes


def _named(meaning: Meaning, start: int, end: int) -> Node:
    kind, value = meaning
    return Node(kind, start, end, value, None) if value.__class__ is int else Node(kind, start, end, 0, value)


def _phrase(found: list[re.Match[str]], index: int, rests: tuple[Any, ...]) -> tuple[int, Meaning]:
    """Where the longest phrase that continues here ends (0: none does) and what it means; hyphens do not count."""
    for rest, meaning in rests:
        place = index
        for piece in rest:
            if place < len(found) and found[place][0] in "-/":
                place += 1
            if place >= len(found) or found[place][0] != piece:
                break
            place += 1
        else:
            return place, meaning
    return 0, ("x", 0)


def _junk(nodes: list[Node], start: int, end: int) -> None:
    """Words that say nothing of dates: a run of them is one node, its number how many."""
    if nodes and nodes[-1].kind == "x":
        nodes[-1].end = end
        nodes[-1].number += 1
    else:
        nodes.append(Node("x", start, end, 1))


def _settle(
    meaning: Meaning, nodes: list[Node], match: re.Match[str], after: re.Match[str] | None, lex: Lexicon
) -> Node:
    """Choose among the meanings of one word by its neighbours."""
    kinds, values = meaning
    before = nodes[-1].kind if nodes else ""
    follows = after[0] if after else ""
    next_kinds = lex.words.get(follows, ("", 0))[0]
    if "#" in kinds and follows.isdigit():
        kind = "#"
    elif "M" in kinds and before in ("n", "."):
        kind = "M"
    elif "W" in kinds and not (lex.month_first and "M" in kinds):
        kind = "W"
    elif "o" in kinds and ("W" in next_kinds or "V" in next_kinds or "P" in next_kinds):
        kind = "o"
    elif "c" in kinds and before == "n":
        kind = "c"
    elif "w" in kinds and before == "W":
        kind = "w"
    else:
        kind = next(k for k in "nMPRhpCTANKgZfatu&beEX~o#cwzqIiV" if k in kinds)
    return _named((kind, values[kind]), match.start(), match.end())


def _mark(nodes: list[Node], match: re.Match[str], after: re.Match[str] | None, text: str) -> None:
    """Punctuation: a dot of an abbreviation and a hyphen inside a word are not marks."""
    sign, start, end = match[0], match.start(), match.end()
    last = nodes[-1] if nodes else None
    kind = _MARKS.get(sign)
    if kind == ".":
        # "déc." and "M. Dupont" do not end a sentence
        if last and last.end == start and (last.kind in "MWVK" or (last.kind == "x" and text[start - 2 : start - 1] in " ")):
            return
    elif kind is None:
        kind = "\n" if sign[0] == "\n" else "-"
        inside = after is not None and after.start() == end and after.lastgroup == "word"
        if kind == "-" and inside and last and last.end == start and last.kind not in "nMWVhyd":
            return
    if kind == "\n" and last and last.kind == "\n":
        return
    nodes.append(Node(kind, start, end))


def _figure(nodes: list[Node], found: list[re.Match[str]], index: int, group: str, lex: Lexicon) -> int:
    """A shape of figures; returns where to go on. Figures glued to unknown letters ("T5", "2e", "3D") are no numbers."""
    match = found[index - 1]
    start, end = match.start(), match.end()
    if match[0] in lex.phrases:
        taken, meaning = _phrase(found, index, lex.phrases[match[0]])
        if taken:
            nodes.append(_named(meaning, start, found[taken - 1].end()))
            return taken
    if group == "number":
        number = int(match[0][:9]) if match[0].isdigit() else int(match["number"][:9])
        after = found[index] if index < len(found) else None
        glued = after is not None and after.start() == end and after.lastgroup == "word"
        known = not (glued and after is not None and after[0] not in lex.words and after[0] not in lex.phrases)
        if nodes and nodes[-1].end == start and nodes[-1].kind in "xC":
            known = False
        if known and nodes and nodes[-1].kind == "#":
            nodes.pop()
            known = False
        length = len(match["number"])
        if known and length <= 2:
            nodes.append(Node("n", start, end, number, match[0][length:] or None))
        elif known and length == 4 and 1900 <= number < 2100:
            nodes.append(Node("y", start, end, number))
        else:
            _junk(nodes, start, end)
    elif group == "clock":
        _clock(nodes, match)
    elif group == "pair":
        first, second = _FIGURES.findall(match[0])
        nodes.append(Node("r", start, end, int(first), (int(second), "/" if "/" in match[0] else ".", len(second))))
    elif group == "kern":
        nodes.append(Node("n", start, end, int(match[0][0] + match[0][2])))
    elif group == "meridiem":
        nodes.append(Node("m", start, end, 0, match[0][0]))
    elif group in ("url", "junk", "other"):
        _junk(nodes, start, end)
    else:
        nodes.append(Node("i" if group == "stamp" else "d", start, end, 0, (group, match[0])))
    return index


def _clock(nodes: list[Node], match: re.Match[str]) -> None:
    """`18h30`, `18 h 30`, `18:30`, `20.30h` as minutes since midnight; the value tells a bare hour from `18:30`."""
    parts = [int(part) for part in _FIGURES.findall(match[0])[:2]]
    minutes = parts[0] * 60 + (parts[1] if len(parts) > 1 else 0)
    if minutes > 24 * 60:
        _junk(nodes, match.start(), match.end())
        return
    style = ":" if ":" in match[0] else "h" if len(parts) > 1 else "bare"
    nodes.append(Node("h", match.start(), match.end(), minutes, style))
