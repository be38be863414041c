"""What every rule is given beside the nodes, and the one way rules replace nodes they match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from agenda_scraper.when.tokens import Node, kinds_of


@dataclass(slots=True)
class Reading:
    """What a rule must know beside the nodes: the reference day, the page's zone, and where the month comes first."""

    reference: date
    timezone: str
    month_first: bool
    american: bool


# The nodes of a text and their kinds, one letter each: what every rule is given and hands on.
Read: TypeAlias = tuple[list[Node], str]
# What a rule makes of the nodes it matched; None leaves them as they are.
Build: TypeAlias = Callable[[re.Match[str], list[Node]], list[Node] | None]


def rewrite(nodes: list[Node], kinds: str, rule: re.Pattern[str], build: Build) -> Read:
    """The nodes and their kinds, with what the rule matches replaced; the very same ones where nothing is."""
    made: list[Node] = []
    letters = ""
    place = 0
    for match in rule.finditer(kinds):
        start, end = match.span()
        fresh = build(match, nodes[start:end])
        if fresh is not None:
            made += nodes[place:start]
            made += fresh
            letters += kinds[place:start] + (fresh[0].kind if len(fresh) == 1 else kinds_of(fresh))
            place = end
    if not place:
        return nodes, kinds
    made += nodes[place:]
    return made, letters + kinds[place:]
