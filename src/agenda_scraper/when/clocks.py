"""Clocks → windows: `de 14 h 30 à 17h`, `2–3.30pm`, `ore 10-13`, `halb acht`; a window is a node of kind `H`."""

from __future__ import annotations

import re

from agenda_scraper.when.reading import Read, Reading, rewrite
from agenda_scraper.when.tokens import Node, kinds_of

NOON, MIDNIGHT = 12 * 60, 24 * 60
_NIGHT = 4 * 60


class Window:
    """Hours of a day in minutes since midnight; `end` may be past midnight. `worded`: joined by words, not a dash."""

    __slots__ = ("approx", "end", "start", "style", "worded", "zone")

    def __init__(self, start: int | None, end: int | None = None, *, style: str = "", worded: bool = False) -> None:
        self.start = start
        self.end = end
        self.style = style
        self.worded = worded
        self.zone: str | None = None
        self.approx = False

    def __repr__(self) -> str:
        return f"{self.start}-{self.end}{'~' if self.approx else ''}{self.zone or ''}"


_NEEDED = frozenset("hmcKqr~:")
# Without these a clock is already whole.
_PLAIN = frozenset("mcKqpz:")
# Joints and connectors that are words, not dashes: "de 9h à 17h" is said of each day.
_WORDED, _LED = frozenset("tauK"), frozenset("fb")
_ATOM = re.compile(
    r"(?:q[gfaK]*[nh]c?|[nr](?=m)m|hm|(?<!Z[-&])[nr]cn?|(?<=K)(?:(?<![fA]K)|(?!nx))[nr](?:,n)?c?|(?<=~)n(?=[gfa]*p)|h)z?(?:[fga]*p)?"
    r"|nz|nh(?![-taum])|(?<=[aKf])n:n(?![.gf]*M|[nrc])"
)
# What makes a clock the end of something: another before it, or "until".
_BOUND = frozenset("un")
# A page that shows each clock both ways, glued: "4:00 PM16:00 6:00 PM18:00".
_TWICE = re.compile("hmhhmh")
# "18:30 20:30", as calendars print the start and the end.
_BESIDE = re.compile("(?<![hH&,])hh(?![hH&,])")
_ZONE = r"(?:\(?Z(?:[&-]n)?\)?)?"
_LEAD = "[fgabK~]*"
_TO = r"(?:[-tauK/]|,?&?u)(?:\.(?=h)|[gaK~])*"  # "bis ca. 21 Uhr"
_PAIR = re.compile(rf"{_LEAD}h{_ZONE}(?:c(?=u[~.]))?{_TO}h{_ZONE}|[fg]*b[gaK~]*h{_ZONE}&[gaK~]*h{_ZONE}")
_HALF = re.compile(rf"{_LEAD}(?<!N)n{_TO}h{_ZONE}|{_LEAD}h-n(?![.,gfM/-]*[Mnyd])")
_SINGLE = re.compile(rf"{_LEAD}u?[ga]*h{_ZONE}")
_MORE = re.compile(r"(?<=H)[&,]f?n[-ta]n(?![.gf]*[Mnr])")


def read_clocks(nodes: list[Node], kinds: str, reading: Reading) -> Read:
    """The nodes, whose kinds are given, with every clock and pair of clocks read."""
    if _NEEDED.isdisjoint(kinds):
        return nodes, kinds
    if "r" in kinds:
        nodes = _dotted(nodes, kinds)
        kinds = kinds_of(nodes)
    if not _PLAIN.isdisjoint(kinds):
        nodes, kinds = rewrite(nodes, kinds, _TWICE, _twice)
        nodes, kinds = rewrite(nodes, kinds, _ATOM, _whole_atom)
    if "hh" in kinds:
        nodes, kinds = rewrite(nodes, kinds, _BESIDE, _beside)
    for rule, least in ((_PAIR, 2), (_HALF, 1), (_SINGLE, 1)):
        if kinds.count("h") >= least:
            nodes, kinds = rewrite(nodes, kinds, rule, lambda match, part: _window(match, part, reading))
    if "H" in kinds and "n" in kinds:
        nodes, kinds = rewrite(nodes, kinds, _MORE, _bare_hours)
    return nodes, kinds


def _dotted(nodes: list[Node], kinds: str) -> list[Node]:
    """`14.00 – 16.00`: a pair with a dot is a clock where it cannot be a day, stands at one, or a date is written."""
    dated = "M" in kinds or "d" in kinds
    for place, node in enumerate(nodes):
        if node.kind != "r" or node.value[1] != "." or node.value[2] != 2 or node.number > 24 or node.value[0] > 59:
            continue
        before, after = kinds[place - 1 : place], kinds[place + 1 : place + 2]
        if before == "#":
            continue  # "Raum 3.05"
        month = 1 <= node.value[0] <= 12
        if not month or (before and before in "aK") or (dated and after != "." and before not in ("f", "t")):
            nodes[place] = Node("h", node.start, node.end, node.number * 60 + node.value[0], ":")
    return nodes


def _whole_atom(match: re.Match[str], part: list[Node]) -> list[Node] | None:
    """A clock without the article behind it: "om 20 uur een bijeenkomst" is not one past eight."""
    if len(part) < 3 or part[-1].kind != "n" or part[-1].number != 1:
        return _atom(match, part)
    clock = _atom(match, part[:-1])
    return [*clock, part[-1]] if clock else None


def _atom(_: re.Match[str], part: list[Node]) -> list[Node] | None:
    """One clock from its pieces; None when the numbers are no time of day."""
    if len(part) == 1 and part[0].kind == "h":
        return part
    minutes: int | None = None
    shift, style = 0, "h"
    numbers = 0
    if part[0].kind == "n" and part[0].value and part[0].value != "#":
        return None  # "a la 4a trobada"
    for node in part:
        kind = node.kind
        if kind == "q":
            shift, style = node.number, "bare"
        elif kind == "z":
            shift = node.number
        elif kind in "nh" and not (kind == "h" and numbers):
            value = node.number * (60 if kind == "n" and not numbers else 1)
            minutes = value if minutes is None else minutes + value
            numbers += 1
        elif kind == "r":
            if node.value[1] != "." or node.value[2] != 2 or node.value[0] > 59:
                return _slashed(part)
            minutes = node.number * 60 + node.value[0]
        elif kind == "m":
            minutes, style = _meridiem(minutes or 0, node.value), node.value + "m"
        elif kind == "p" and node.value == "evening" and minutes is not None and minutes + shift < NOON:
            minutes, style = minutes + NOON, "pm"
    if part[-1].kind == "c" and part[0].kind == "n" and part[0].end - part[0].start > 2:
        style = "bare"  # "due ore" is a length as often
    if part[-1].kind == "h" and part[0].kind == "n":
        if part[0].number != 12:
            return None
        minutes = part[-1].number
    if (
        minutes is None
        or not 0 <= minutes + shift <= MIDNIGHT
        or (len(part) > 2 and part[2].kind == "n" and part[2].number > 59)
    ):
        return None
    return [Node("h", part[0].start, part[-1].end, minutes + shift, style)]


def _twice(_: re.Match[str], part: list[Node]) -> list[Node] | None:
    """`4:00 PM16:00 6:00 PM18:00`: the start and the end, each told on both kinds of clock."""
    first, last = part[2], part[5]
    halves = [_meridiem(clock.number, half.value) for clock, half in (part[:2], part[3:5])]
    if halves != [first.number, last.number]:
        return None
    return [Node("H", part[0].start, last.end, 0, _between(first, last))]


def _beside(_: re.Match[str], part: list[Node]) -> list[Node] | None:
    """`18:30 20:30`: from the one to the other, when nothing else is told beside them."""
    first, last = part
    printed = first.value == last.value == ":" and first.number < last.number and last.start - first.end == 1
    return [Node("H", first.start, last.end, 0, _between(first, last))] if printed else None


def _slashed(part: list[Node]) -> list[Node] | None:
    """`19/21 Uhr`: two hours in one pair."""
    pair = part[0]
    if pair.kind != "r" or pair.value[1] != "/" or not pair.number < pair.value[0] <= 24:
        return None
    return [Node("H", pair.start, part[-1].end, 0, Window(pair.number * 60, pair.value[0] * 60))]


def _meridiem(minutes: int, half: str) -> int:
    if minutes >= NOON + 60:
        return minutes
    return minutes % NOON + (NOON if half == "p" else 0)


def _window(match: re.Match[str], part: list[Node], reading: Reading) -> list[Node] | None:
    """A window from one or two clocks, with the connectors before it and the zones beside it."""
    kinds = match[0]
    if kinds.count("h") == 1 and not _BOUND.intersection(kinds) and _is_length(part):
        return None
    if "n" not in kinds and "Z" not in kinds:
        return [_plain_window(part, kinds)]
    clocks = [node for node in part if node.kind in "hn" and not (node.kind == "n" and _offset_of(part, node))]
    first = clocks[0]
    lead = [node for node in part if node.start < first.start]
    letters = {node.kind for node in lead}
    before = match.string[max(0, match.start() - 2) : match.start()]
    if first.kind == "n" and not _hour_like(first, letters, before, reading.month_first):
        return None
    between = [node for node in part if first.start < node.start < clocks[-1].start] if len(clocks) > 1 else []
    joints = {node.kind for node in between}
    if "/" in joints and "Z" in joints:
        return [
            *_window_of(lead, [first], part[: part.index(clocks[-1])]),
            *_window_of([], [clocks[-1]], part[part.index(clocks[-1]) :]),
        ]
    window = _window_of(lead, clocks, part)
    if window and (joints & _WORDED or letters & _LED):
        window[0].value.worded = True
    return window


def _hour_like(first: Node, letters: set[str], before: str, month_first: bool) -> bool:
    """Whether a bare number before a clock is an hour (`de 9 à 17h`) and not a day (`jeudi 12 - 18h`)."""
    if first.number > 24 or (first.value and not letters & set("fK")):
        return False
    if letters & set("fKab"):
        return True
    if ("g" in letters and before != "y,") or (
        before[-1:] in ("W", "&", "n", "g", "T") and before not in ("h&", "H&", "c&")
    ):
        return False
    return not (month_first and before[-1:] == "M" and before[:1] != "n")


def _is_length(part: list[Node]) -> bool:
    """Whether the only clock is `24 heures`: nothing begins at the end of a day."""
    return any(node.kind == "h" and node.number == MIDNIGHT for node in part)


def _offset_of(part: list[Node], node: Node) -> bool:
    """Whether the number is the 1 of `GMT+1`."""
    place = part.index(node)
    return place >= 2 and part[place - 1].kind in "&-" and part[place - 2].kind == "Z"


def _plain_window(part: list[Node], kinds: str) -> Node:
    """A window of whole clocks without a zone, which most are."""
    place = kinds.index("h")
    first, last, lead = part[place], part[-1], kinds[:place]
    if last is first and (lead[-1:] == "u" or lead[:1] == "u"):
        window = Window(None, first.number, style=first.value or "", worded=True)
    else:
        window = _open(first) if last is first else _between(first, last)
        if last is first and lead in ("g", "f") and first.value == "h" and first.number < _NIGHT:
            window.style = "led"
        window.worded = not _WORDED.isdisjoint(kinds[place:]) or not _LED.isdisjoint(lead)
    window.approx = "~" in lead
    return Node("H", part[0].start, last.end, 0, window)


def _open(first: Node) -> Window:
    return Window(first.number if first.kind == "h" else first.number * 60, style=first.value or "")


def _between(first: Node, last: Node) -> Window:
    start = first.number if first.kind == "h" else first.number * 60
    end = last.number if last.kind == "h" else last.number * 60
    if last.value in ("am", "pm") and first.value not in ("am", "pm") and start <= NOON:
        start = _same_half(start, end)
    return Window(start, end if end > start else end + MIDNIGHT, style=first.value or "")


def _window_of(lead: list[Node], clocks: list[Node], part: list[Node]) -> list[Node]:
    """Minutes, halves of the day, zone and vagueness of the clocks given."""
    first, last = clocks[0], clocks[-1]
    kinds = [node.kind for node in lead]
    if len(clocks) > 1:
        window = _between(first, last)
    elif kinds[-1:] == ["u"] or part[0].kind == "u":
        window = Window(None, _open(first).start, style=first.value or "", worded=True)
    else:
        window = _open(first)
    window.approx = "~" in kinds
    window.zone = next((_zone(part, node) for node in part if node.kind == "Z"), None)
    begin = lead[0].start if lead else first.start
    return [Node("H", begin, max(last.end, part[-1].end if len(clocks) > 1 or window.zone else last.end), 0, window)]


def _same_half(start: int, end: int) -> int:
    """`8 - 9:30am`, `2–3.30pm`, `11 - 1pm`: the half of the end holds for the start where that is earlier."""
    options = [start % NOON, start % NOON + NOON]
    fitting = [option for option in options if option < end]
    return fitting[-1] if fitting else start


def _zone(part: list[Node], node: Node) -> str:
    """The zone's name, with the offset that may follow it (`GMT+1`)."""
    place = part.index(node)
    if len(part) > place + 2 and part[place + 1].kind in "&-" and part[place + 2].kind == "n":
        return f"{'+' if part[place + 1].kind == '&' else '-'}{part[place + 2].number}"
    return str(node.value)


def _bare_hours(_: re.Match[str], part: list[Node]) -> list[Node] | None:
    """`10-13 e 14-17`: hours without a word after hours with one."""
    start, end = (node.number for node in part if node.kind == "n")
    if not start < end <= 24:
        return None
    numbers = [node for node in part if node.kind == "n"]
    return [part[0], Node("H", numbers[0].start, numbers[1].end, 0, Window(start * 60, end * 60))]
