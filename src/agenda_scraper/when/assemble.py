"""Nodes → dated candidates: each chain of days with its role and the windows that belong to it."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from agenda_scraper.text import QUOTATION
from agenda_scraper.when.clocks import MIDNIGHT, Window
from agenda_scraper.when.days import Chain
from agenda_scraper.when.recurrence import Rule
from agenda_scraper.when.roles import clock_role, prefix, role_of
from agenda_scraper.when.tokens import STAMPED, Node

_CANDIDATE = re.compile("[DQB]")
_LIST = 3  # dates, each at the head of its line
# What stands between hours told once and the list of their dates.
_LISTED = re.compile(r"[^\n.;DQH]*[:.]?[-\n]+")
_OPENING = frozenset("«“„")
_ENDS = frozenset(".;\n")
_BEFORE_DAY = re.compile(r"[gTf]+$|^$")
# Dates that no hour in their sentence belongs to.
_WITHOUT_HOURS = frozenset(("except", "law", "street"))
# What a date is when the event is on it.
_EVENTFUL = frozenset(("event", "new"))
_MORNING = 8 * 60
# What a date is where the text has no cue at all.
_PLAIN_ROLES = {"X": "except", "u": "until"}


@dataclass(slots=True)
class Dated:
    """A chain of days where it stands: its role, sentence, connector before it, and windows."""

    place: int
    chain: Chain
    role: str
    letter: str
    sentence: int
    windows: list[Window] = field(default_factory=list)
    layout: bool = False


@dataclass(slots=True)
class Recurring:
    """A recurrence where it stands, and the windows of its sentence."""

    place: int
    rule: Rule
    letter: str
    sentence: int
    windows: list[Window] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """All candidates of a text, with the nodes they were read from and the sentence of each node.

    `months` are the places of months that may bound a recurrence.
    """

    nodes: list[Node]
    kinds: str
    sentences: list[int]
    dated: list[Dated] = field(default_factory=list)
    recurring: list[Recurring] = field(default_factory=list)
    months: list[int] = field(default_factory=list)


def assemble(nodes: list[Node], kinds: str) -> Layout:
    """Find the candidates, then give each window of hours to the one it belongs to."""
    layout = Layout(nodes, kinds, _sentences(kinds))
    cued = "C" in kinds or "EP" in kinds
    for match in _CANDIDATE.finditer(kinds):
        place = match.start()
        letter = prefix(nodes, place)[0]
        value, sentence = nodes[place].value, layout.sentences[place]
        if match[0] == "B":
            layout.months.append(place)
        elif match[0] == "Q":
            layout.recurring.append(Recurring(place, value, letter, sentence))
        else:
            role = role_of(nodes, place) if cued else _PLAIN_ROLES.get(letter, "event")
            layout.dated.append(Dated(place, value, role, letter, sentence))
    if "H" in kinds and (layout.dated or layout.recurring):
        _share(layout)
    return layout


def set_quoted(layout: Layout, text: str) -> None:
    """`« Ce qui change au 1er janvier »`: a date in a title or in quoted words is no event's, if another is told."""
    if _OPENING.isdisjoint(text):
        return
    quotes = [found.span() for found in QUOTATION.finditer(text)]
    for dated in layout.dated:
        node = layout.nodes[dated.place]
        if dated.role == "event" and any(start < node.start and node.end < end for start, end in quotes):
            dated.role = "quoted"


def _sentences(kinds: str) -> list[int]:
    """The number of the sentence each node is in; a line is a sentence."""
    if _ENDS.isdisjoint(kinds):
        return [0] * len(kinds)
    sentences: list[int] = []
    number = 0
    for kind in kinds:
        sentences.append(number)
        if kind in _ENDS:
            number += 1
    return sentences


def _share(layout: Layout) -> None:
    """Give each window to a date of its sentence, those without one to the nearest date that has none."""
    homeless: list[int] = []
    days: dict[int, list[Dated]] = {}
    for dated in layout.dated:
        if dated.role not in _WITHOUT_HOURS:
            days.setdefault(dated.sentence, []).append(dated)
    rules = {found.sentence: found for found in reversed(layout.recurring) if found.letter != "X"}
    for place, kind in enumerate(layout.kinds):
        if kind != "H" or clock_role(layout.nodes, place) != "event" or _stray(layout, place):
            continue
        window: Window = layout.nodes[place].value
        if _closing(layout, place):
            window.start, window.end = None, window.start
        sentence = layout.sentences[place]
        owner = _owner(layout, place, days[sentence]) if sentence in days else rules.get(sentence)
        if owner is not None:
            owner.windows.append(window)
        else:
            homeless.append(place)
    _spread(layout)
    _spread_each(layout)
    _house(layout, homeless)
    _set_stamped(layout)
    for dated in layout.dated:
        dated.layout = _is_layout(layout, dated)


def _set_stamped(layout: Layout) -> None:
    """`2026-02-03 08:15:42`: a day told to the second is when a page was written, if another is told."""
    events = [dated for dated in layout.dated if dated.role in _EVENTFUL]
    stamped = [dated for dated in events if any(window.style == STAMPED for window in dated.windows)]
    for dated in stamped if len(stamped) < len(events) else ():
        dated.role = "published"


def _closing(layout: Layout, place: int) -> bool:
    """`Début 14h00 Fin 17h00`: an hour that a label calls the end."""
    at = place - 1
    while at >= 0 and layout.kinds[at] in ":g":
        at -= 1
    window: Window = layout.nodes[place].value
    cue = layout.nodes[at].value if at >= 0 and layout.kinds[at] == "C" else ""
    return cue == "finish" and window.end is None and window.start is not None


def _stray(layout: Layout, place: int) -> bool:
    """A bare small hour without a word before it is a length of time: `Atelier (2h)`."""
    window: Window = layout.nodes[place].value
    if window.end is not None or window.start is None or window.start > 5 * 60:
        return False
    if window.style == "led":
        # "chaque séance d'1h30", "un atelier de 2h": no event begins at that hour of the night
        return layout.kinds[place - 1 : place] in ("x", "C")
    if window.style != "bare":
        return False
    return (
        layout.nodes[place].start == _clock_start(layout, place)
        and layout.kinds[place - 1 : place]
        in (
            "",
            "(",
            "x",
            ",",
            '"',
        )
    ) or (layout.kinds[place - 1 : place] == "-" and layout.kinds[place - 2 : place - 1] in ('"', "x"))


def _clock_start(layout: Layout, place: int) -> int:
    return layout.nodes[place].number or layout.nodes[place].start


def _owner(layout: Layout, place: int, here: list[Dated]) -> Dated | None:
    """The date of the window's own sentence: the one before it, unless it stands right before the next one."""
    following = bisect(here, place, key=_place)
    if following < len(here) and (not following or _leads(layout, place, here[following].place)):
        return next((dated for dated in islice(here, following, None) if dated.role == "event"), here[following])
    return here[following - 1]


def _place(dated: Dated) -> int:
    return dated.place


def _leads(layout: Layout, place: int, following: int) -> bool:
    """`8.30am-5.30pm on 20th October & 9.30am-5.30pm on 21st October`."""
    between = layout.kinds[place + 1 : following]
    return bool(_BEFORE_DAY.match(between)) and layout.kinds[place - 1 : place] in ("&", ",", ";", "-", "(")


def _spread(layout: Layout) -> None:
    """Dates joined in one sentence share the hours of the last: `mercredi à Lyon et jeudi à Paris, 19h`."""
    for first, second in zip(reversed(layout.dated[:-1]), reversed(layout.dated[1:]), strict=True):
        if first.windows or not second.windows or first.sentence != second.sentence or first.role != "event":
            continue
        if second.role == "event" and "&" in layout.kinds[first.place : second.place]:
            first.windows = list(second.windows)


def _spread_each(layout: Layout) -> None:
    """Hours said of each date of their sentence: `entrambi alle 20.30, martedì 3 marzo e venerdì 6 marzo`."""
    each = {
        layout.sentences[place] for place, node in enumerate(layout.nodes) if node.kind == "C" and node.value == "each"
    }
    for sentence in each:
        here = [dated for dated in layout.dated if dated.sentence == sentence and dated.role in _EVENTFUL]
        told = [dated for dated in here if dated.windows]
        for dated in here if len(told) == 1 else ():
            dated.windows = list(told[0].windows)


def _house(layout: Layout, homeless: list[int]) -> None:
    """Windows of a sentence without a date: for the date before them that has no hours, else for the next."""
    taken: dict[int, int] = {}
    events = [dated for dated in layout.dated if dated.role in _EVENTFUL]
    # "Ce 14 octobre… ce jour-là… Rendez-vous dès 14h"
    written = next((dated.place for dated in events if not dated.chain.relative), len(layout.nodes))
    events = [dated for dated in events if not dated.chain.relative or dated.place < written]
    if len({layout.sentences[place] for place in homeless}) == 1 and not any(dated.windows for dated in layout.dated):
        _give_each(layout, homeless, events)
    for place in homeless if events else ():
        sentence = layout.sentences[place]
        following = bisect(events, place, key=_place)
        before = events[following - 1] if following else None
        after = events[following] if following < len(events) else None
        owner = before or events[following]
        if before and before.windows and id(before) not in taken and after and not after.windows:
            owner = after
        listed = owner is after and _LISTED.match(layout.kinds, place + 1) is not None
        if listed and _give_all(layout, place, islice(events, following, None)):
            continue
        follows_on = owner.windows and owner.windows[-1].end == layout.nodes[place].value.start
        if owner.windows and taken.get(id(owner)) != sentence and not (id(owner) in taken and follows_on):
            continue
        if any(span.opens or span.windows for span in owner.chain.spans):
            continue
        taken[id(owner)] = sentence
        owner.windows.append(layout.nodes[place].value)


def _give_all(layout: Layout, place: int, after: Iterable[Dated]) -> bool:
    """`De 18h30 à 20h30 :`, then a line a date: the hours of them all; whether there was such a line."""
    given = False
    for dated in after:
        if dated.windows or not _opens_line(layout, dated):
            break
        dated.windows.append(layout.nodes[place].value)
        given = True
    return given


def _opens_line(layout: Layout, dated: Dated) -> bool:
    """Whether a date begins its line, bullets and articles apart."""
    line = layout.kinds.rfind("\n", 0, dated.place) + 1
    return not layout.kinds[line : dated.place].strip("-,gW#")


def _give_each(layout: Layout, places: list[int], events: list[Dated]) -> None:
    """Several dates, and then hours that are said of each: "Los geht es jeweils um 18 Uhr", or of a list of them."""
    sentence = layout.sentences[places[0]]
    here = (node for node, number in zip(layout.nodes, layout.sentences, strict=True) if number == sentence)
    before = events[: bisect(events, places[0], key=_place)]
    listed = len(before) >= _LIST and all(_opens_line(layout, dated) for dated in before)
    if not listed and not any(node.kind == "E" or (node.kind == "C" and node.value == "each") for node in here):
        return
    for dated in before[:-1]:
        dated.windows = [layout.nodes[place].value for place in places]


def _is_layout(layout: Layout, dated: Dated) -> bool:
    """Two bare ranges, days then hours, on two lines or in figures only: the ends of one event (Events Manager)."""
    if len(dated.windows) != 1:
        return False
    # "Du 4 juin au 5 juin, 19:00 - 14:00": nobody sits each day until the next afternoon
    if (dated.windows[0].end or 0) - MIDNIGHT > _MORNING and any(span.last for span in dated.chain.spans):
        return True
    if dated.chain.worded or dated.windows[0].worded or (dated.letter in "fb" and dated.letter):
        return False
    following = layout.kinds[dated.place + 1 : dated.place + 2]
    return following == "\n" or not dated.chain.compact
