"""Days in figures: `12/03/2026`, `2026-03-12`, `am 12.5.`; which number is the month, and whether it is a date."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.when.reading import Reading
from agenda_scraper.when.tokens import Node, kinds_of
from agenda_scraper.when.years import Day

_NUMBERS = re.compile(r"\d+")
_NEAR = 30  # nodes in which the next line of a list begins


def numeric_day(node: Node, weekday: int | None, reading: Reading) -> Day:
    """`12/03/2026`, `2026-03-12`, `05-14, 2025`; month first where that is the custom or the only way."""
    shape, text = node.value
    first, second, third = (int(number) for number in _NUMBERS.findall(text)[:3])
    if shape == "ymd":
        return Day(third, second, first, weekday)
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    if shape == "mdy":
        return Day(second, first, year, weekday)
    return _ordered(first, second, year, weekday, reading.american)


def _ordered(first: int, second: int, year: int | None, weekday: int | None, american: bool) -> Day:
    if (american and first <= 12) or (second > 12 >= first):
        return Day(second, first, year, weekday)
    return Day(first, second, year, weekday)


def paired_day(nodes: list[Node], place: int, weekday: int | None, reading: Reading, later: bool) -> Day | None:
    """`12/03`, `am 12.5. um`: a day and a month, where something says that it is one."""
    node = nodes[place]
    second, sign, width = node.value
    before = nodes[place - 1].kind if place else ""
    after = nodes[place + 1].kind if place + 1 < len(nodes) else ""
    # "de dia 18/02" says in so many words that it is a day
    told = weekday is not None or before in ("f", "g", "b", "T", "u", "t") or later
    told = told or (before == "P" and nodes[place - 1].value == "day")
    if sign == ".":
        ranged = after in ("-", "t", "a", "u") and place + 2 < len(nodes) and nodes[place + 2].kind == "d"
        told = (
            (told and (after == "." or ranged))
            or (after == "." and place + 2 < len(nodes))
            or (told and weekday is not None)
        )
    elif not told:
        told = width == 2 and (not before or before in "\n,:;(-./") and (not after or after != "x")
        listed = before in ("", "\n") and _listed(nodes, place)
        told = told or (width == 2 and (after in "-tau" or listed))
    day = _ordered(node.number, second, None, weekday, reading.american)
    return day if told and 1 <= day.day <= 31 and 1 <= (day.month or 0) <= 12 else None


def _listed(nodes: list[Node], place: int) -> bool:
    """`16/02 Beni comuni ⏎ 02/03 Voto ai sedicenni`: a line a day, each begun by its figures."""
    first = max(0, place - _NEAR)
    near = enumerate(nodes[first : place + _NEAR], first)
    heads = (node for at, node in near if node.kind == "r" and (not at or nodes[at - 1].kind == "\n"))
    return len([node for node in heads if node.value[1:] == ("/", 2)]) > 1


def split_figures(nodes: list[Node]) -> list[Node]:
    """`17/18 mars`: a pair before a month is two days; so are figures after one, `September 28-30, 2026`."""
    made: list[Node] = []
    for place, node in enumerate(nodes):
        following = kinds_of(nodes[place + 1 : place + 3]).lstrip(".g")
        if node.kind == "r" and following[:1] == "M":
            made += [
                Node("n", node.start, node.start + 1, node.number),
                Node("/", node.start + 1, node.start + 1),
                Node("n", node.end - 1, node.end, node.value[0]),
            ]
        elif node.kind == "d" and node.value[0] == "mdy" and _after_month(nodes, place):
            if made[-1].kind == ",":
                made.pop()  # "October, 22-24, 2026"
            made += _two_days(node)
        else:
            made.append(node)
    return made


def _after_month(nodes: list[Node], place: int) -> bool:
    before = [node.kind for node in nodes[max(0, place - 2) : place]]
    return before[-1:] == ["M"] or before == ["M", ","]


def _two_days(node: Node) -> list[Node]:
    first, last, year = (int(number) for number in _NUMBERS.findall(node.value[1]))
    return [
        Node("n", node.start, node.start + 2, first),
        Node("-", node.start + 2, node.start + 3),
        Node("n", node.start + 3, node.start + 5, last),
        Node(",", node.start + 5, node.start + 6),
        Node("y", node.end - 4, node.end, year),
    ]


def year_at(nodes: list[Node], place: int) -> int | None:
    """The year at a place, if there is one."""
    return nodes[place].number if place >= 0 else None


def short_year(node: Node) -> int | None:
    """`12 mars 26`; "20 settembre. Tre giorni" has none."""
    return 2000 + node.number if node.end - node.start == 2 and node.number > 9 else None


@cache
def american(timezone: str, language: str) -> bool:
    """Whether numbers are month first: in the zones of the United States, and in English elsewhere in America."""
    if timezone.startswith("US/") or timezone in _STATES:
        return True
    return timezone.startswith(("America/Indiana", "America/Kentucky", "America/North_Dakota")) or (
        timezone.startswith("America/") and language == "en"
    )


_STATES = {
    *(f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit", "Boise")),
    *(
        f"America/{city}"
        for city in ("Anchorage", "Juneau", "Sitka", "Nome", "Adak", "Metlakatla", "Yakutat", "Menominee")
    ),
    "Pacific/Honolulu",
    "EST5EDT",
    "CST6CDT",
    "MST7MDT",
    "PST8PDT",
}
