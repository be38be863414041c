"""Hours of a sentence that names no date: which of the dates around it they are said of."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from itertools import islice

from agenda_scraper.when.clocks import Window
from agenda_scraper.when.layout import EVENTFUL, Dated, Layout, place_of

# What stands between hours told once and the list of their dates.
_LISTED = re.compile(r"[^\n.;DQH]*[:.]?[-\n]+")
# "De vergaderingen beginnen om 20 uur.", then a line a date.
_LINED = re.compile(r"[^\n.;DQH]*\.?\n")
_SEVERAL = 3
_BULLETED = re.compile(r"(?:^|\n)[-,n.]{1,2}g?(?=D)")


def house(layout: Layout, homeless: list[int]) -> None:
    """Windows of a sentence without a date: for the date before them that has no hours, else for the next."""
    taken: dict[int, int] = {}
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    # "Ce 14 octobre… ce jour-là… Rendez-vous dès 14h"; "Wonen, vandaag en morgen" takes no hours from a written day
    written = next((dated.place for dated in events if not dated.chain.relative), len(layout.nodes))
    events = [dated for dated in events if not dated.chain.relative or dated.place < written]
    events = [dated for dated in events if dated.chain.relative != "R"] or events
    # "Aplazado al 25 de marzo el taller del 4 de marzo. A las 17.30 h": hours told apart are those of the new day
    events = [dated for dated in events if dated.role == "new"] or events
    if len({layout.sentences[place] for place in homeless}) == 1 and not any(dated.windows for dated in layout.dated):
        _give_each(layout, homeless, events)
    for place in homeless if events else ():
        sentence = layout.sentences[place]
        following = bisect(events, place, key=place_of)
        before = events[following - 1] if following else None
        after = events[following] if following < len(events) else None
        if before and len(homeless) == 1 and _tells_end(before, layout.nodes[place].value):
            before.windows = [layout.nodes[place].value]
            continue
        if before and _ends(before, layout.nodes[place].value):
            before.windows = [Window(before.windows[0].start, layout.nodes[place].value.end)]
            continue
        owner = before or events[following]
        if before and before.windows and id(before) not in taken and after and not after.windows:
            owner = after
        listed = after and (
            _LISTED.match(layout.kinds, place + 1) if owner is after else _heads_list(layout, place, after)
        )
        if listed and _give_all(layout, place, islice(events, following, None)):
            continue
        follows_on = owner.windows and owner.windows[-1].end == layout.nodes[place].value.start
        if owner.windows and taken.get(id(owner)) != sentence and not (id(owner) in taken and follows_on):
            continue
        if any(span.opens or span.windows for span in owner.chain.spans):
            continue
        taken[id(owner)] = sentence
        owner.windows.append(layout.nodes[place].value)
        owner.aside = layout.nodes[place].value.end is None


def _tells_end(dated: Dated, window: Window) -> bool:
    """`Le 4 mai dès 18h … Horaire : 18h à 20h30`: the same hour again, with the one it ends at."""
    told = dated.windows[0] if len(dated.windows) == 1 else None
    return told is not None and told.end is None and told.start == window.start and window.end is not None


def _ends(dated: Dated, window: Window) -> bool:
    """`9h45 Ouverture ⏎ 14h Ateliers ⏎ 16h45 Fin`: the last line of a programme tells when all of it ends."""
    told = dated.windows[0] if len(dated.windows) == 1 else None
    opens = told.start if told is not None and told.end is None else None
    return opens is not None and window.start is None and window.end is not None and opens < window.end


def take_weekly(layout: Layout) -> None:
    """`els dijous, a les 7 de la tarda`, and then the Thursdays: their hours are those told of the weekday."""
    events = [dated for dated in layout.dated if dated.role in EVENTFUL]
    days = [span.first for dated in events for span in dated.chain.spans]
    for recurring in layout.recurring if len(days) > 1 and not any(dated.windows for dated in events) else ():
        if recurring.windows and recurring.rule.days and all(map(recurring.rule.holds, days)):
            for dated in events:
                dated.windows = list(recurring.windows)
            return


def _heads_list(layout: Layout, place: int, after: Dated) -> bool:
    """Whether the line of hours is followed by a list of dates, one at the head of each line."""
    line = _LINED.match(layout.kinds, place + 1)
    first = _BULLETED.match(layout.kinds, line.end() - 1) if line else None
    return bool(first and first.end() == after.place and _BULLETED.search(layout.kinds, after.place))


def _give_all(layout: Layout, place: int, after: Iterable[Dated]) -> bool:
    """`De 18h30 à 20h30 :`, then a line a date: the hours of them all; whether there was such a line."""
    given = False
    for dated in after:
        line = layout.kinds.rfind("\n", 0, dated.place) + 1
        if dated.windows or layout.kinds[line : dated.place].strip("-,gW#"):
            break
        dated.windows.append(layout.nodes[place].value)
        given = True
    return given


def _give_each(layout: Layout, places: list[int], events: list[Dated]) -> None:
    """Several dates, and then hours that are said of each: "Los geht es jeweils um 18 Uhr".

    Where no word says "each", three days told with their weekdays are the meetings the hours are of.
    """
    sentence = layout.sentences[places[0]]
    before = events[: bisect(events, places[0], key=place_of)]
    here = (node for node, number in zip(layout.nodes, layout.sentences, strict=True) if number == sentence)
    listed = bool(before) and all(
        _BULLETED.match(layout.kinds, layout.kinds.rfind("\n", 0, each.place)) for each in before
    )
    named = len(before) >= _SEVERAL and sum(each.chain.weekday for each in before) >= _SEVERAL
    if (
        not listed
        and not named
        and not any(node.kind == "E" or (node.kind == "C" and node.value == "each") for node in here)
    ):
        return
    for dated in before[:-1] if before else events[1:]:
        dated.windows = [layout.nodes[place].value for place in places]
