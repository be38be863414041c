"""What a text is laid out as: its nodes, the dates and recurrences among them, and the hours of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from agenda_scraper.when.clocks import Window
from agenda_scraper.when.days import Chain
from agenda_scraper.when.recurrence import Rule
from agenda_scraper.when.tokens import Node

# What a date is when the event is on it.
EVENTFUL = frozenset(("event", "new"))
# So many days are what a range sums up: an exhibition has an opening and a closing, which are two.
SUMMED = 3


@dataclass(slots=True)
class Dated:
    """A chain of days where it stands: its role, sentence, connector before it, and windows.

    `aside`: its windows are a lone hour of another sentence.
    """

    place: int
    chain: Chain
    role: str
    letter: str
    sentence: int
    windows: list[Window] = field(default_factory=list)
    layout: bool = False
    aside: bool = False


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


def place_of(dated: Dated) -> int:
    """Where a date stands among the nodes."""
    return dated.place
