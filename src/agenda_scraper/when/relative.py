"""Days told from the reference day: `demain soir`, `jeudi prochain`, `lundi en huit`, `le 3 du mois prochain`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from agenda_scraper.when.days import Chain, Span
from agenda_scraper.when.reading import Read, Reading, rewrite
from agenda_scraper.when.tokens import Node
from agenda_scraper.when.years import Day

_NEEDED = frozenset("RNTwA")
# No number that something else is counted by: "mardi 3 ateliers", "lundi 18 h".
_COMPANION = re.compile(r"W(?:[.,]?[gT#]?n(?=$|[,;.:()\naAHfg&-])|\(n\))|(?<=g)n(?:,?W(?=$|[,;.:()\naAHfg&-])|\(W\))")
# A weekday and a number without a month are the nearest day of that name, so far gone by and so far ahead.
_GONE, _AHEAD = 20, 45
_DAY_NAMES = (" dia", " día")
_TOLD_TOGETHER = re.compile(r"R(?:[,&gf]{1,3}R)+")
_RELATIVE = re.compile(
    r"(?P<day>R(?:[,g]?W(?P<out>,?[g#]{0,2}n(?=$|[,;.:()\n-]))?)?(?:[gfa]?p)?)"
    r"|(?P<week>[gT]*NP[,g]{0,2}W|W[gf]{0,2}P?N)"
    r"|(?P<next>(?:N[g]?Wp?|W(?:N|w)p?|TWp?)(?P<told>\(n\)|(?<=W),[g#]{0,2}n(?=[,;.]))?)"
    r"|(?P<coming>Nn(?=$|[,;.:()\naAH-]))"
    r"|(?P<ahead>A(?:n|[gf]?)P)"
    r"|(?P<month>n[gf]{0,2}(?:PN|TP|NP))"
    r"|(?P<weekend>TP|PN|NP)"
)


def read_relative(nodes: list[Node], kinds: str, reading: Reading) -> Read:
    """The nodes, whose kinds are given, with every day told from the reference day read; nothing is guessed at."""
    if _NEEDED.isdisjoint(kinds):
        return nodes, kinds
    nodes, kinds = rewrite(nodes, kinds, _TOLD_TOGETHER, _ages)
    return rewrite(nodes, kinds, _RELATIVE, lambda match, part: _relative(match, part, reading.reference))


def _ages(match: re.Match[str], part: list[Node]) -> list[Node] | None:
    """`Le quartier d'hier et de demain`: ages are spoken of, no days."""
    before = match.string[: match.start()][-1:]
    of = before == "f" or (before == "g" and "f" in match[0])
    if of or any(node.kind == "R" and node.value[0] < 0 for node in part):
        return [Node("x", part[0].start, part[-1].end, 1)]
    return None


def _relative(match: re.Match[str], part: list[Node], reference: date) -> list[Node] | None:
    spans = _spans(match, part, reference)
    if spans is None or (match.start() and match.string[match.start() - 1] in "Eo"):
        return None
    chain = Chain([spans], compact=True, year=True)
    # "Amanhã, terça-feira, dia 12", "24 deste mês": written out
    beside = match["out"] or match["told"] or match["month"] or match["coming"]
    written = beside and any(node.kind == "n" and node.number == spans.first.day for node in part)
    chain.relative = "" if written else "R" if match["day"] else "W"
    evening = any(node.kind == "p" and node.value == "evening" for node in part)
    chain.evening = evening or any(node.kind == "R" and node.value[1] == "evening" for node in part)
    weekdays = [node.number for node in part if node.kind == "W"]
    chain.mismatch = bool(weekdays) and weekdays[0] != spans.first.weekday()
    return [Node("D", part[0].start, part[-1].end, 0, chain)]


def read_companions(nodes: list[Node], kinds: str, reading: Reading) -> Read:
    """`Du 8 au 14 juin… réunion le samedi 6`: a weekday and a number have the month of a day near them, if it fits.

    Else that of the reference day: `na quinta-feira (30)`, `el lunes 26`.
    """
    if "W" not in kinds or "n" not in kinds:
        return nodes, kinds
    days = [span.last or span.first for node in nodes if node.kind == "D" for span in node.value.spans]
    return rewrite(nodes, kinds, _COMPANION, lambda match, part: _companion(match, part, days, reading.reference))


def _companion(match: re.Match[str], part: list[Node], days: list[date], reference: date) -> list[Node] | None:
    if match.string[: match.start()].rstrip("gT")[-1:] in ("E", "o"):
        return None
    weekday, number = (next(node.number for node in part if node.kind == kind) for kind in "Wn")
    near = (Day(number, day.month).on(day.year) for day in days)
    found = next((day for day in near if day is not None and day.weekday() == weekday), None)
    found = found or _nearest(weekday, number, reference)
    if found is None:
        return None
    chain = Chain([Span(found)], compact=True, year=True, weekday=True)
    return [Node("D", part[0].start, part[-1].end, 0, chain)]


def _nearest(weekday: int, number: int, reference: date) -> date | None:
    """The day of that weekday and number that is nearest to the reference day, if one is near."""
    away = (weekday - reference.weekday()) % 7
    near = (reference + timedelta(days=days) for days in range(away - 7 * (_GONE // 7), _AHEAD + 1, 7))
    fitting = [day for day in near if day.day == number]
    return min(fitting, key=lambda day: abs(day - reference), default=None)


def _spans(match: re.Match[str], part: list[Node], reference: date) -> Span | None:
    """The day or days a match stands for."""
    if match["day"]:
        return Span(reference + timedelta(days=part[0].value[0]))
    if match["week"] and any(node.kind == "P" for node in part):
        return _in_next_week(part, reference)
    if match["week"] or match["next"]:
        return _coming(part, reference)
    if match["coming"]:
        return _coming_day(part, reference)
    if match["ahead"]:
        return _ahead(part, reference)
    if match["month"]:
        return _of_month(part, reference)
    return _weekend(part, reference)


def _period(part: list[Node]) -> str:
    return next((str(node.value) for node in part if node.kind == "P"), "")


def _in_next_week(part: list[Node], reference: date) -> Span | None:
    """`jeudi de la semaine prochaine`: that day of the week that follows the reference day's week."""
    if _period(part) != "week":
        return None
    weekday = next(node.number for node in part if node.kind == "W")
    return Span(reference + timedelta(days=7 - reference.weekday() + weekday))


def _coming(part: list[Node], reference: date) -> Span:
    """The weekday named: strictly after the reference day when `next` is said, on or after it with `this`."""
    weekday = next(node.number for node in part if node.kind == "W")
    away = (weekday - reference.weekday()) % 7
    if part[0].kind != "T":
        away = away or 7
    away += next((node.number for node in part if node.kind == "w"), 0)
    coming = reference + timedelta(days=away)
    # "next Tuesday (14)": the number tells which
    told = next((node.number for node in part if node.kind == "n"), coming.day)
    return Span(coming if coming.day == told else _nearest(coming.weekday(), told, reference) or coming)


def _coming_day(part: list[Node], reference: date) -> Span | None:
    """`o próximo dia 17`, `el proper dia 4`: the next day of that number; "as próximas 3 sessões" is none."""
    if not str(part[0].value).endswith(_DAY_NAMES):
        return None
    coming = (reference + timedelta(days=days) for days in range(1, 32))
    return next((Span(day) for day in coming if day.day == part[1].number), None)


def _ahead(part: list[Node], reference: date) -> Span | None:
    """`dans 3 jours`, `in two weeks`."""
    number = next((node.number for node in part if node.kind == "n"), 1)
    days = {"day": 1, "week": 7}.get(_period(part))
    return Span(reference + timedelta(days=days * number)) if days else None


def _of_month(part: list[Node], reference: date) -> Span | None:
    """`le 3 du mois prochain`, `le 15 de ce mois`."""
    if _period(part) != "month":
        return None
    later = any(node.kind == "N" for node in part)
    month = reference.month + later
    day = Day(part[0].number, (month - 1) % 12 + 1).on(reference.year + (month > 12))
    return Span(day) if day else None


def _weekend(part: list[Node], reference: date) -> Span | None:
    """`ce week-end`, `le week-end prochain`: Saturday and Sunday."""
    if _period(part) != "weekend":
        return None
    saturday = reference + timedelta(days=(5 - reference.weekday()) % 7)
    if reference.weekday() == 6 and part[0].kind == "T":
        return Span(reference - timedelta(days=1), reference)
    return Span(saturday, saturday + timedelta(days=1))
