"""The fields of a notice: the rules of the maintainer applied to an entry of a list, or to a whole page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Rule
from agenda_scraper.extract.dating import dated
from agenda_scraper.extract.markup import absolute, apart, text_of
from agenda_scraper.model import Found
from agenda_scraper.text import squash, visible

# Fields whose text is an address: resolved against the page that says them.
ADDRESSES = frozenset({"url", "image", "registration", "next"})
# Fields that say when: a heading's month or year belongs into their text, not in front of it.
_DATES = frozenset({"when", "start", "end", "deadline"})
_VERBS = ("match", "replace", "prepend", "append", "split", "map")


class Entry(NamedTuple):
    """What is read as one notice: a node, how it was found, and by selector the heading that stands before it."""

    node: LexborNode
    where: str = ""
    headings: Mapping[str, LexborNode] = MappingProxyType({})


class Field:
    """A rule made ready to be read in many entries."""

    __slots__ = ("_base", "_link", "_plain", "_say", "_selector", "_shaped", "_suffix", "name", "rule")

    def __init__(self, name: str, rule: Rule, base: str) -> None:
        self.name, self.rule, self._base = name, rule, base
        self._link = name in ADDRESSES
        self._shaped = any(getattr(rule, verb) for verb in _VERBS)
        self._say = _speech(rule, link=self._link)
        self._selector = f"{rule.select}, {rule.join}" if rule.join and rule.select else rule.select
        self._plain = bool(rule.select) and not (self._shaped or rule.before or "," in self._selector)
        self._suffix = squash(f" {written(rule)}")

    def read(self, entry: Entry) -> tuple[Found, ...]:
        """What the rule finds in an entry, in page order, the headings it asks for in front; nothing, if nothing."""
        place = f"{entry.where} {self._suffix}" if entry.where and self._suffix else entry.where or self._suffix
        if self._plain:  # most rules are, and this is read for each field of each entry
            say, nodes = self._say, entry.node.css(self._selector)
            if self._link:
                return tuple([each for node in nodes if (text := say(node)) for each in self._made(text, place)])
            return tuple([Found(text, place) for node in nodes if (text := say(node))])
        texts = self._texts(entry.node)
        if self._shaped or self._link:
            found = [each for text in texts for each in self._made(text, place)]
        else:
            found = [Found(text, place) for text in texts]
        if self.rule.before and (found or not self._selector):
            found = self._under(entry, found)
        return tuple(found)

    def _texts(self, node: LexborNode) -> list[str]:
        selector = self._selector
        if selector:
            nodes = node.css(selector)
            nodes = apart(nodes, selector) if "," in selector else nodes
        else:
            nodes = [] if self.rule.before else [node]
        texts = [text for each in nodes if (text := self._say(each))]
        # `join` names pieces of one value, so they are one text in page order
        return ["\n".join(texts)] if self.rule.join and texts else texts

    def _under(self, entry: Entry, found: list[Found]) -> list[Found]:
        """What was found under its headings: they complete a date, and are read before anything else."""
        asked = ((selector, entry.headings.get(selector)) for selector in self.rule.before)
        above = [
            Found(text, f"{selector} before {entry.where}")
            for selector, head in asked
            if head and (text := text_of(head))
        ]
        if self.name not in _DATES or not above:
            return [*above, *found]
        heads = [each.text for each in above]
        places = ", ".join(each.where for each in above)
        return [Found(dated(each.text, heads), f"{each.where}, {places}", each.raw or each.text) for each in found]

    def _made(self, text: str, place: str) -> Iterable[Found]:
        for piece in shaped(self.rule, text) if self._shaped else (text,):
            value = absolute(self._base, piece) if self._link else piece
            if value:
                yield Found(value, place, text if text != value else "")


def fields_of(rules: Mapping[str, Rule], base: str) -> tuple[Field, ...]:
    """The rules of a list or of a detail page, ready to be read; `base` resolves their addresses."""
    return tuple(Field(name, rule, base) for name, rule in rules.items())


def read_fields(fields: Iterable[Field], entry: Entry) -> tuple[dict[str, tuple[Found, ...]], list[str]]:
    """Every field of a notice, and the names of the required ones that were not found."""
    said: dict[str, tuple[Found, ...]] = {}
    missing = []
    for each in fields:
        found = each.read(entry)
        if found:
            said[each.name] = found
        elif not each.rule.optional:
            missing.append(each.name)
    return said, missing


def written(rule: Rule) -> str:
    """The rule as a maintainer types it: `h3 > a @href`."""
    suffix = f" @{rule.attr}" if rule.attr else " @html" if rule.html else ""
    return f"{rule.select}{suffix}".strip()


def shaped(rule: Rule, text: str) -> list[str]:
    """match, replace, prepend, append, split and map, in this order; nothing when `match` does not fit."""
    if rule.match:
        fit = _pattern(rule.match).search(text)
        if fit is None:
            return []
        text = fit.group(1 if fit.re.groups else 0) or ""
    for old, new in rule.replace:
        text = _pattern(old).sub(new, text)
    text = f"{rule.prepend}{text}{rule.append}" if text else ""
    pieces = _pattern(rule.split).split(text) if rule.split else [text]
    pieces = [piece.strip() for piece in pieces if piece and piece.strip()]
    return [rule.map.get(piece, piece) for piece in pieces]


def _speech(rule: Rule, *, link: bool) -> Callable[[LexborNode], str]:
    """How a rule has a node speak: by an attribute, its markup, its text; where an address is meant, by its link."""
    attr = rule.attr
    if attr:
        return lambda node: visible(node.attributes.get(attr) or "").strip()
    if rule.html:
        return lambda node: (node.inner_html or "").strip()
    return _link if link else text_of


def _link(node: LexborNode) -> str:
    """An address where one is meant: of `next: a.next` the link, not its text."""
    attributes = node.attributes
    return visible(attributes.get("href") or attributes.get("src") or "").strip() or text_of(node)


@lru_cache(maxsize=1024)
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
