"""One field of a notice: a Rule of the maintainer applied to a node."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Rule
from agenda_scraper.extract.markup import absolute, text_of
from agenda_scraper.model import Found
from agenda_scraper.text import squash, visible

# Fields whose text is an address: resolved against the page that says them.
ADDRESSES = frozenset({"url", "image", "registration", "next"})


def read_field(name: str, rule: Rule, node: LexborNode, *, base: str, where: str = "") -> tuple[Found, ...]:
    """What a rule finds below a node, in page order; empty when it finds nothing."""
    found = []
    place = squash(f"{where} {written(rule)}")
    for text in _texts(rule, node, link=name in ADDRESSES):
        raw = text
        for piece in _verbs(rule, text):
            value: str | None = absolute(base, piece) if name in ADDRESSES else piece
            if value:
                found.append(Found(value, place, raw if raw != value else ""))
    return tuple(found)


def read_fields(
    rules: Mapping[str, Rule], node: LexborNode, *, base: str, where: str = ""
) -> tuple[dict[str, tuple[Found, ...]], list[str]]:
    """Every field of a notice, and the names of the required ones that were not found."""
    fields: dict[str, tuple[Found, ...]] = {}
    missing = []
    for name, rule in rules.items():
        found = read_field(name, rule, node, base=base, where=where)
        if found:
            fields[name] = found
        elif not rule.optional:
            missing.append(name)
    return fields, missing


def written(rule: Rule) -> str:
    """The rule as a maintainer types it: `h3 > a @href`."""
    suffix = f" @{rule.attr}" if rule.attr else " @html" if rule.html else ""
    return f"{rule.select}{suffix}".strip()


def _texts(rule: Rule, node: LexborNode, *, link: bool) -> Iterator[str]:
    selector = f"{rule.select}, {rule.join}" if rule.join and rule.select else rule.select
    # of two selectors joined by a comma, a node that fits both is found twice
    nodes = list({each.mem_id: each for each in node.css(selector)}.values()) if selector else [node]
    texts = [text for text in (_link(rule, found) if link else _text(rule, found) for found in nodes) if text]
    # `join` names pieces of one value, so they are one text in page order
    return iter(["\n".join(texts)] if rule.join and texts else texts)


def _link(rule: Rule, node: LexborNode) -> str:
    """An address where one is meant: of `next: a.next` the link, not its text."""
    if rule.attr or rule.html:
        return _text(rule, node)
    attributes = node.attributes
    return visible(attributes.get("href") or attributes.get("src") or "").strip() or _text(rule, node)


def _text(rule: Rule, node: LexborNode) -> str:
    if rule.attr:
        return visible(node.attributes.get(rule.attr) or "").strip()
    if rule.html:
        return (node.inner_html or "").strip()
    return text_of(node)


def _verbs(rule: Rule, text: str) -> list[str]:
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


@lru_cache(maxsize=1024)
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
