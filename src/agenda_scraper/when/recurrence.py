"""Recurrences: `tous les mardis`, `le premier samedi de chaque mois`, `du lundi au vendredi`; a node of kind `Q`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from agenda_scraper.when.reading import Read, Reading, rewrite
from agenda_scraper.when.tokens import Node

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS = r"[WV](?:[,&/gfE]{1,4}[WV])*"
_RULE = re.compile(
    rf"(?P<month>E?[gfT]*[on](?:[,&gf]{{1,3}}[on])*[gfE]*(?P<mdays>{_DAYS})[gfETa]*(?P<mp>P)?)"
    rf"|(?P<span>E?[gfbT]*[WV](?:[-ta]|(?<=W)&)[gT]*[WV])"
    rf"|(?P<week>(?P<every>[EI][gfTN]*)?(?P<days>{_DAYS})I?)"
    # "sessions sur deux jours" are as long, and no other day's
    r"|(?P<daily>E[gfT]*P|(?<![gfTNAnotaEI])P(?![N]))"
)
_NEEDED = frozenset("WVP")
_BOUND = re.compile(r"e?[gf]?M[gf]?y?(?:[gf]?[-ta][gf]*e?[gf]*M[gf]?y?)?")


@dataclass(slots=True)
class Rule:
    """A recurrence: weekdays with their rank in the month (0: every week), every how many weeks, how sure it is.

    `sure`: said by "every" or a plural; else only a bound makes `le mercredi` a recurrence.
    """

    days: list[tuple[int, int]]
    interval: int = 1
    sure: bool = True
    span: bool = False

    def text(self, until: date | None) -> str:
        """The rule as RFC 5545, section 3.3.10, writes it."""
        if self.days and self.days[0][0]:
            parts = ["FREQ=MONTHLY", "BYDAY=" + ",".join(f"{rank}{_NAMES[day]}" for rank, day in self.days)]
        elif self.days:
            parts = ["FREQ=WEEKLY", "BYDAY=" + ",".join(_NAMES[day] for _, day in self.days)]
        else:
            parts = ["FREQ=DAILY"]
        if self.interval > 1:
            parts.insert(1, f"INTERVAL={self.interval}")
        if until:
            parts.append(f"UNTIL={until:%Y%m%d}")
        return ";".join(parts)

    def holds(self, day: date) -> bool:
        """Whether the rule falls on a day (its interval apart)."""
        if not self.days:
            return True
        for rank, weekday in self.days:
            if weekday != day.weekday():
                continue
            if rank == 0 or rank == (day.day - 1) // 7 + 1:
                return True
            if (
                rank < 0
                and (day + timedelta(days=-7 * rank)).month != day.month
                and (rank == -1 or (day + timedelta(days=-7 * (rank + 1))).month == day.month)
            ):
                return True
        return False

    def days_from(self, first: date, last: date) -> Iterator[date]:
        """Every day of the rule from `first` to `last`."""
        monday = None
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if self.holds(day):
                week = day - timedelta(days=day.weekday())
                monday = monday or week
                if self.interval == 1 or ((week - monday).days // 7) % self.interval == 0:
                    yield day


def read_recurrences(nodes: list[Node], kinds: str, _: Reading) -> Read:
    """The nodes, whose kinds are given, with what recurs read, and the months that may bound it, of kind `B`."""
    if _NEEDED.isdisjoint(kinds):
        return nodes, kinds
    nodes, kinds = rewrite(nodes, kinds, _RULE, _rule)
    return rewrite(nodes, kinds, _BOUND, _months) if "Q" in kinds and "M" in kinds else (nodes, kinds)


def _rule(match: re.Match[str], part: list[Node]) -> list[Node] | None:
    """What recurs, from the words matched; None for words that only look like it."""
    weekdays = list(dict.fromkeys(node.number for node in part if node.kind in "WV"))
    kinds = {node.kind for node in part}
    if match["month"]:
        ranks = [node.number for node in part if node.kind == "o" or (node.kind == "n" and node.value)]
        if not ranks or any(not -2 <= rank <= 5 for rank in ranks):
            return None
        monthly = any(node.kind == "P" and node.value == "month" for node in part)
        rule = Rule([(rank, day) for rank in ranks for day in weekdays], sure=monthly or "E" in kinds)
    elif match["span"]:
        first, last = weekdays[0], weekdays[-1]
        if "&" in kinds and "b" not in kinds:
            rule = Rule([(0, day) for day in sorted(weekdays)], sure="V" in kinds or "E" in kinds)
        else:
            rule = Rule([(0, (first + step) % 7) for step in range((last - first) % 7 + 1)], sure=False, span=True)
    elif match["daily"]:
        # "daily", "täglich", "quotidien" recur on their own; "les beaux jours" and "giorni" do not
        if part[-1].value != "daily" and (part[-1].value != "day" or part[0].kind == "P"):
            return None
        rule = Rule([])
    else:
        rule = Rule([(0, day) for day in sorted(weekdays)], sure=bool(kinds & set("EVI")))
    if "I" in kinds:
        rule.interval = 2
    return [Node("Q", part[0].start, part[-1].end, 0, rule)]


def _months(_: re.Match[str], part: list[Node]) -> list[Node]:
    """The months a recurrence lasts: their numbers and years, first and last."""
    months = [node.number for node in part if node.kind == "M"]
    years = [node.number for node in part if node.kind == "y"]
    bound = (months[0], months[-1], years[0] if len(years) > 1 else None, years[-1] if years else None)
    return [Node("B", part[0].start, part[-1].end, 0, bound)]
