"""Nodes → dated candidates: each chain of days with its role and the windows that belong to it."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import islice

from agenda_scraper.text import QUOTATION
from agenda_scraper.when.clocks import MIDNIGHT, Window
from agenda_scraper.when.homeless import house, take_weekly
from agenda_scraper.when.layout import EVENTFUL, Dated, Layout, Recurring, place_of
from agenda_scraper.when.roles import clock_role, prefix, role_of
from agenda_scraper.when.tokens import Node

_CANDIDATE = re.compile("[DQB]")
# The label of an hour that stands behind it.
_LABELLED = re.compile(r"c?(C)(?=$|[,.;\n])")
# "LYON, le 3 mars 2026 /wire/ –", "Thursday, April 28, 2016 (Halifax, NS) –"
_DATELINE = re.compile(r"(?:^|\n)(?:(x),g*(D)[/()x]{0,4}|(D)\([^()\n]{1,6}\))-")
_LONGEST_TOWN = 3  # words
_OPENING = frozenset("«“„")
_ENDS = frozenset(".;\n")
_BEFORE_DAY = re.compile(r"[gTf]+$|^$")
# Dates that no hour in their sentence belongs to.
_WITHOUT_HOURS = frozenset(("except", "law", "street"))
_MORNING = 8 * 60
# What may stand before a length of time; "" is nothing.
_BEFORE_LENGTH = ("", "(", "x", ",", '"')
# What a date is where the text has no cue at all.
_PLAIN_ROLES = {"X": "except", "u": "until"}


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
    _set_dateline(layout)
    if "H" in kinds and (layout.dated or layout.recurring):
        _share(layout)
    return layout


def _set_dateline(layout: Layout) -> None:
    """`LYON, le 3 mars 2026 – … aura lieu le 9 mai`: where and when it was written, if a later day is told."""
    lines = list(islice(_DATELINE.finditer(layout.kinds), 2)) if len(layout.dated) > 1 else []
    if len(lines) != 1:
        return  # "Lille, 4 mars 2026 – mairie ⏎ Douai, 11 mars 2026 – mairie" are stops of a tour
    found = lines[0]
    if found[1] and layout.nodes[found.start(1)].number > _LONGEST_TOWN:
        return
    at = next(index for index, dated in enumerate(layout.dated) if dated.place == found.start(found.lastindex or 0))
    written = layout.dated[at].chain
    if len(written.spans) > 1 or written.spans[0].last is not None or not written.year:
        return
    later = (dated for dated in layout.dated[at + 1 :] if dated.role in ("event", "new"))
    if any(dated.chain.spans[0].first > written.spans[0].first for dated in later):
        layout.dated[at].role = "published"


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
    house(layout, homeless)
    take_weekly(layout)
    for dated in layout.dated:
        dated.layout = _is_layout(layout, dated)


def _closing(layout: Layout, place: int) -> bool:
    """`Début 14h00 Fin 17h00`, "start 18.45 uur, 21.30 uur einde": an hour that a label calls the end."""
    window: Window = layout.nodes[place].value
    if window.end is not None or window.start is None:
        return False
    at = place - 1
    while at >= 0 and layout.kinds[at] in ":g":
        at -= 1
    if at >= 0 and layout.kinds[at] == "C":
        return bool(layout.nodes[at].value == "finish")
    after = _LABELLED.match(layout.kinds, place + 1)
    return bool(after and layout.nodes[after.start(1)].value == "finish")


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
    before, further = layout.kinds[place - 1 : place], layout.kinds[place - 2 : place - 1]
    alone = layout.nodes[place].start == _clock_start(layout, place) and before in _BEFORE_LENGTH
    return alone or (before == "-" and further in ('"', "x"))


def _clock_start(layout: Layout, place: int) -> int:
    return layout.nodes[place].number or layout.nodes[place].start


def _owner(layout: Layout, place: int, here: list[Dated]) -> Dated | None:
    """The date of the window's own sentence: the one before it, unless it stands right before the next one."""
    following = bisect(here, place, key=place_of)
    if following < len(here) and (not following or _leads(layout, place, here[following].place)):
        return next((dated for dated in islice(here, following, None) if dated.role == "event"), here[following])
    return here[following - 1]


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
        here = [dated for dated in layout.dated if dated.sentence == sentence and dated.role in EVENTFUL]
        told = [dated for dated in here if dated.windows]
        for dated in here if len(told) == 1 else ():
            dated.windows = list(told[0].windows)


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
