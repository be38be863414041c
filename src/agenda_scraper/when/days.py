"""Days → chains: one date, a range or a list, read in one breath and given years; a chain is a node of kind `D`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from agenda_scraper.when.clocks import Window
from agenda_scraper.when.figures import numeric_day, paired_day, short_year, split_figures, year_at
from agenda_scraper.when.reading import Read, Reading, rewrite
from agenda_scraper.when.tokens import Node, kinds_of
from agenda_scraper.when.years import Day, mismatch, resolve


@dataclass(slots=True)
class Span:
    """A day, or the days from `first` to `last`; `opens` and `closes` are clocks written beside the ends."""

    first: date
    last: date | None = None
    opens: Window | None = None
    closes: Window | None = None
    windows: list[Window] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """Spans read in one breath. `worded`: a range joined by words; `compact`: not figures only; `year`: has one."""

    spans: list[Span]
    mismatch: bool = False
    year: bool = False
    worded: bool = False
    compact: bool = False
    weekday: bool = False
    relative: str = ""
    evening: bool = False


_WEEKDAY = r"(?P<w>W[.,:]?[gTN#\n]{0,3})?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?:(?P<n>n)[.-]?\n?[gf]{{0,2}}(?P<m>M)\.?(?:[gfa,/.\n-]{{0,2}}(?P<y>y)|(?P<y2>n)(?![-tau/&M.]|$(?!)))?"
    r"|(?P<em>M)(?P<gap>[g.\n]{0,2})(?P<en>n)(?!\.?[gf]{0,2}M|c|(?<=\nn)\.)[.]?(?:[g,.\n]{0,2}(?P<ey>y))?"
    r"|(?P<d>[di])|(?P<r>r)|(?P<b>n)(?:[g,]{0,2}(?P<by>y))?)"
)
_SEP = re.compile(
    r"(?P<ins>[,:-]?g?H|,?\([^()]{1,6}\))?[.,]?"
    r"(?:(?P<range>\n?(?:[-tau]|&?u|,u)[gfTu]*)|(?P<list>,?&|/|,)[gfT,#]*)(?=[WnMdri])"
)
_CLOSE = re.compile(r"\(H\)|[,:-]?[ga]*H(?![-tau])")
# No list of days is longer; what goes on is read as a chain of its own.
_MOST = 60
_HEAD = re.compile("[WnMdr]")
_SPOKEN = frozenset("tau")
# "October, 6-8, 2026"
_LOOSE_COMMA = re.compile(r"(?<=M)(?<![nf.]M),(?=n-n,?y)")


def read_days(nodes: list[Node], kinds: str, reading: Reading) -> Read:
    """The nodes, whose kinds are given, with every chain of days read; days the calendar does not have become junk."""
    if "r" in kinds or "Md" in kinds or "M,d" in kinds:
        nodes = split_figures(nodes)
        kinds = kinds_of(nodes)
    if "M,n-n" in kinds:
        nodes, kinds = rewrite(nodes, kinds, _LOOSE_COMMA, lambda match, part: [])
    made: list[Node] = []
    letters = ""
    place = kept = 0
    while head := _HEAD.search(kinds, place):
        start = head.start()
        node, place = _chain(nodes, kinds, start, reading)
        if node is not None:
            made += nodes[kept:start]
            made.append(node)
            letters += kinds[kept:start] + node.kind
            kept = place
    if not made:
        return nodes, kinds
    made += nodes[kept:]
    return made, letters + kinds[kept:]


@dataclass(slots=True)
class _Link:
    """A day of a chain with what stood before it: "" at the head, "range" or "list", and the nodes inserted."""

    day: Day
    joint: str
    worded: bool
    start: int
    end: int
    windows: list[Window] = field(default_factory=list)
    numeric: bool = False
    english: bool = False
    comma: bool = False


def _chain(nodes: list[Node], kinds: str, place: int, reading: Reading) -> tuple[Node | None, int]:
    """The chain that begins at a place and where to go on; None when no day with a month is there."""
    links = _links(nodes, kinds, place, reading)
    if kinds[place - 1 : place] in ("f", "C") and _street(nodes, place):
        links = links[:1]
    if len(links) != 1 or links[0].day.month is None:
        if not any(link.day.month for link in links):
            # a later start would meet the same days, none of them with a month
            return None, links[-1].end if links else place + 1
        links = _trim(links, kinds)
    start = place
    if len(links) > 1:
        links, start = _lead(links, nodes, kinds, place)
    after = links[-1].end
    if len(links) > 1 and not _fill(links):
        return Node("x", nodes[place].start, nodes[after - 1].end, 1), after
    run = resolve([link.day for link in links], reading.reference)
    chain = _spans(links, run) if run else None
    if chain is None:
        return Node("!", nodes[place].start, nodes[after - 1].end), after
    if chain.spans[-1].last is not None and chain.spans[-1].opens:
        close = _CLOSE.match(kinds, after)
        if close:
            clock = next(node for node in nodes[after : close.end()] if node.kind == "H")
            chain.spans[-1].closes = clock.value
            after = close.end()
    if start > place:
        return None, start
    return Node("D", nodes[start].start, nodes[after - 1].end, 0, chain), after


def _street(nodes: list[Node], place: int) -> bool:
    """Whether a date is the name of a street: `Place du 11 Novembre, jeudi 9 avril` are two things."""
    at = place - 1 - (nodes[place - 1].kind == "f")
    return at >= 0 and nodes[at].kind == "C" and nodes[at].value == "street"


def _lead(links: list[_Link], nodes: list[Node], kinds: str, place: int) -> tuple[list[_Link], int]:
    """Drop a first number that is no day: `Atelier 3 – jeudi 19 mars`, `Paris 12, 13 mars`."""
    first, second = links[0], links[1] if len(links) > 1 else None
    if second is None or first.day.month is not None or first.day.weekday is not None:
        return links, place
    before = kinds[place - 1 : place]
    bare_dash = second.joint == "range" and not second.worded and second.day.weekday is not None and before not in "fb"
    bare_comma = second.joint == "list" and kinds[first.end] == "," and before == "x" and len(links) == 2
    # "telefone 200 111 222/3, no dia 4 de maio"
    return (links, second.start) if bare_dash or bare_comma or before == "/" else (links, place)


def _links(nodes: list[Node], kinds: str, place: int, reading: Reading) -> list[_Link]:
    """Day after day, as long as separators join them."""
    links: list[_Link] = []
    joint, worded, comma = "", False, False
    inner: list[Window] = []
    while len(links) < _MOST and (match := _DAY.match(kinds, place)):
        day = _day(match, nodes, reading, bool(links))
        if day is None:
            return links
        end, read = match.end(), match.lastgroup
        if read == "y2" and day.year is None:
            end = match.start("y2")
        numeric = read == "d"
        links.append(_Link(day, joint, worded, place, end, inner, numeric, read in ("en", "ey"), comma))
        sep = _SEP.match(kinds, end)
        if sep is None:
            return links
        inserted, ranged, listed = sep.groups()
        if (ranged or "").startswith("\n-") and (day.month is None or kinds[place - 1 : place] == "-"):
            return links  # the dash of a bullet
        if listed == "," and day.month and "T" in kinds[end : sep.end()]:
            return links  # "tras las sesiones del 13 y 15 de febrero, este lunes 20 de febrero"
        inner = []
        if inserted:
            inner = [node.value for node in nodes[end : sep.end("ins")] if node.kind == "H"]
            if ranged and any(window.end is not None for window in inner):
                return links
            if ranged == "a" and links[-1].english and kinds[sep.end()] == "n":
                return links  # "October 13, 2026 at 6:00 pm at 3 Public Square": the number of a house
        joint = "range" if ranged else "list"
        comma = listed == ","
        worded = bool(ranged) and not _SPOKEN.isdisjoint(ranged)
        if listed == "/" and numeric and kinds[sep.end()] == "d":
            joint = "range"
        if joint == "list" and links[-1].joint == "" and kinds[:place].rstrip("gT")[-1:] == "b":
            joint, worded = "range", True
        place = sep.end()
    return links


def _day(match: re.Match[str], nodes: list[Node], reading: Reading, later: bool) -> Day | None:
    """The day a match stands for; None when its numbers are no day."""
    at = match.start
    weekday = nodes[at("w")].number if at("w") >= 0 else None
    day: Day | None
    if at("n") >= 0:
        year = short_year(nodes[at("y2")]) if at("y2") >= 0 else year_at(nodes, at("y"))
        day = Day(nodes[at("n")].number, nodes[at("m")].number, year, weekday)
    elif at("em") >= 0:
        # "novembre 19, 2026": a system that writes its dates the English way
        if not (reading.month_first or "\n" in match["gap"] or "," in match.string[at("en") : max(at("ey"), 0)]):
            return None
        day = Day(nodes[at("en")].number, nodes[at("em")].number, year_at(nodes, at("ey")), weekday)
    elif at("d") >= 0:
        return numeric_day(nodes[at("d")], weekday, reading)
    elif at("r") >= 0:
        return paired_day(nodes, at("r"), weekday, reading, later)
    else:
        bare = nodes[at("b")]
        # "Atelier 3 – 19 mars", "on 29 November and one on …": what a noun counts is no day, nor is an article
        counted = bare.value == "#" or (later and bare.number == 1 and bare.end - bare.start > 2)
        day = Day(0 if counted else bare.number, None, year_at(nodes, at("by")), weekday)
    return day if 1 <= day.day <= 31 else None


def _trim(links: list[_Link], kinds: str) -> list[_Link]:
    """Cut days at the end that no month reaches; nothing is left when no month is there at all."""
    while links and links[-1].day.month is None:
        last = links[-1]
        named = [link for link in links if link.day.month]
        people = last.comma and last.day.year is None and kinds[last.end : last.end + 1] == "x"
        if named and (last.day.weekday is not None or (named[-1].english and not people)):
            break
        links = links[:-1]
    return links


def _fill(links: list[_Link]) -> bool:
    """Give each bare day the month of the next (`12, 13 et 14 mars`), else of the one before (`March 3–4`)."""
    days = [link.day for link in links]
    for place in range(len(days) - 2, -1, -1):
        day, following = days[place], days[place + 1]
        if day.month is None and following.month is not None:
            day.month, day.year = following.month, following.year
            if day.day > following.day and links[place + 1].joint == "range":
                # "du lundi 30 au jeudi 2 avril": the month before, if a weekday vouches for it
                if day.weekday is None or following.weekday is None:
                    return False
                day.month, day.year = (following.month + 10) % 12 + 1, None
    for place in range(1, len(days)):
        day, previous = days[place], days[place - 1]
        if day.month is None:
            day.month = previous.month
            previous.year = previous.year or day.year
    return all(day.month for day in days)


def _spans(links: list[_Link], run: list[date]) -> Chain | None:
    """Ranges and days of a chain; days of a list that touch are one span. None when an end precedes its start."""
    chain = Chain([], mismatch([link.day for link in links], run))
    for link in links:
        chain.year = chain.year or link.day.year is not None
        chain.weekday = chain.weekday or link.day.weekday is not None
        chain.compact = chain.compact or not link.numeric
    if len(links) == 1:
        chain.spans.append(Span(run[0]))
        return chain
    counting = len(links) > 2 and all(link.joint == "range" and not link.worded for link in links[1:])
    place = 0
    while place < len(links):
        following = links[place + 1] if place + 1 < len(links) else None
        if following is not None and following.joint == "range" and not counting:
            if run[place + 1] < run[place]:
                return None
            last = run[place + 1] if run[place + 1] != run[place] or following.windows else None
            chain.spans.append(Span(run[place], last, following.windows[0] if following.windows else None))
            chain.worded = chain.worded or following.worded
            place += 2
        else:
            chain.spans.append(Span(run[place]))
            if following is not None and following.windows:
                _give(chain.spans, following.windows)
            place += 1
    if len(chain.spans) > 1:
        chain.spans.sort(key=lambda span: span.first)
        chain.spans = join_touching(chain.spans)
    return chain


def _give(spans: list[Span], windows: list[Window]) -> None:
    """Hours inside a list hold for the days before them that have none: `le 9 et le 10, 9h-17h / le 11, 12h-17h`."""
    for span in spans:
        if not span.windows and span.opens is None:
            span.windows = windows


def join_touching(spans: list[Span]) -> list[Span]:
    """`les 18 et 19 novembre`: days that touch are one span, where none has hours of its own."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        plain = span.last is None and not span.windows
        if (
            last
            and plain
            and not last.windows
            and span.first - (last.last or last.first) == timedelta(days=1)
            and not last.opens
        ):
            last.last = span.first
        elif not (last and plain and span.first == last.first and last.last is None):
            joined.append(span)
    return joined
