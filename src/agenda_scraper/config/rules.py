"""Readers of what is read from a page: selectors, rules, the fields of a list and of a detail page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from agenda_scraper.agenda import ListRules, Rule
from agenda_scraper.config import options
from agenda_scraper.config.document import Branch, Leaf, Series
from agenda_scraper.config.spot import Spot, Wrong
from agenda_scraper.config.table import Reader, noted, read_table
from agenda_scraper.config.values import SCALARS, one_of, read_text
from agenda_scraper.extract.kinds import DETAIL_KINDS, FIELDS, LONGEST_SELECTOR, Option, check_selector
from agenda_scraper.model import Status

# `h3 > a @href?`: a selector, the attribute (or html, or text), and whether it may be absent.
_SHORT = re.compile(r"(?P<select>.*?)(?:(?:^|\s+)@(?P<attr>[\w:.-]+))?\s*(?P<optional>\?)?", re.S)
_ADDRESSES = ("url", "image", "registration")

FIELD_OPTIONS = tuple(Option(name, "rule", sentence, f".{name}") for name, sentence in FIELDS.items())


_DETAIL_KIND = Option("kind", "detail_kind", "How the page describes itself.", "jsonld")


def read_selector(spot: Spot) -> str:
    """A CSS selector that compiles."""
    selector = _whole_text(spot)
    _check(spot, selector)
    return selector


def _whole_text(spot: Spot) -> str:
    """The text of a selector, refused when YAML cut it at ` #` (`main #agenda li` would be read as `main`)."""
    if isinstance(spot.node, Leaf) and spot.node.cut and not spot.empty:
        meant = f"{spot.node.text} {spot.node.cut}"
        raise Wrong(f"YAML reads '{spot.node.cut}' as a comment", f"put the selector in quotes: '{meant}'")
    if isinstance(spot.node, Series):
        raise Wrong("a bracket makes this no selector to YAML", "put the selector in quotes: '[data-x] a'")
    return read_text(spot)


def _check(spot: Spot, selector: str) -> None:
    fault = check_selector(selector)
    if fault:
        raise Wrong(f"'{selector}' is no selector", fault)
    if len(selector) > LONGEST_SELECTOR:
        spot.doubt(
            f"a selector of {len(selector)} characters will not survive a redesign", "choose a class near the text"
        )
    elif selector.count(":nth-child") > 1:
        spot.doubt("a chain of :nth-child will not survive a redesign", "choose a class near the text")


def _read_short(spot: Spot) -> Rule:
    """`h3 > a @href?` as a Rule; `@href` alone reads the item itself."""
    fit = _SHORT.fullmatch(_whole_text(spot).strip())
    assert fit, "every text fits"
    selector, attr = fit["select"], fit["attr"]
    if selector or not attr:
        _check(spot, selector)
    return Rule(
        selector, None if attr in ("html", "text") else attr, html=attr == "html", optional=fit["optional"] is not None
    )


def read_rule(spot: Spot) -> Rule:
    """A rule as a string, or as a mapping with verbs."""
    if not isinstance(spot.node, Branch):
        return _read_short(spot)
    values = read_table(spot, options.RULE, readers())
    rule: Rule = replace(values.pop("select", Rule("")), **values)
    return rule


def read_detail(spot: Spot) -> dict[str, Any]:
    """The fields of a notice's own page, and under `kind` how that page describes itself, which may stand alone."""
    if isinstance(spot.node, Leaf) and not spot.empty:
        return {"kind": one_of(spot, DETAIL_KINDS)}
    fields = read_table(spot, (_DETAIL_KIND, *FIELD_OPTIONS), readers())
    _doubt_addresses(spot, fields)
    return fields


def read_list(spot: Spot) -> ListRules:
    """`items`, `next`, and the fields within an item."""
    values = read_table(spot, (*options.LIST, *FIELD_OPTIONS), readers())
    items, following = values.pop("items", ""), values.pop("next", None)
    section, split = values.pop("section", False), values.pop("split", None)
    if following and following.attr is None:
        following = replace(following, attr="href")
    _doubt_addresses(spot, values)
    return ListRules(items, following, values, section, split)


def _doubt_addresses(spot: Spot, fields: Mapping[str, Rule]) -> None:
    branches = spot.branches()
    for name in _ADDRESSES:
        rule = fields.get(name)
        if rule and rule.attr is None and rule.match is None:
            meant = "src" if name == "image" else "href"
            branches[name].doubt("reads a text, not an address", f"write '{rule.select} @{meant}'")


def _by_word(spot: Spot, words: tuple[str, ...], kind: str) -> dict[str, Any]:
    """A mapping whose keys are among `words` and whose values are of one shape."""
    return read_table(spot, _keys(words, kind), readers())


@cache
def _keys(words: tuple[str, ...], kind: str) -> tuple[Option, ...]:
    return tuple(Option(word, kind, "", "") for word in words)


def read_words(spot: Spot) -> dict[str, str]:
    """Any words, and what they mean."""
    return {word: text for word, below in spot.branches().items() if (text := noted(below, Spot.text)) is not None}


def _read_texts(spot: Spot) -> tuple[str, ...]:
    return tuple(text for entry in spot.entries() if (text := noted(entry, read_text)) is not None)


def _read_selectors(spot: Spot) -> tuple[str, ...]:
    return tuple(text for entry in spot.entries() if (text := noted(entry, read_selector)) is not None)


def _read_replacements(spot: Spot) -> tuple[tuple[str, str], ...]:
    for pattern, below in spot.branches().items():
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            below.wrong(
                f"'{pattern}' is no regular expression: {error}", "put a \\ before . ( ) [ ] ? * + that are meant"
            )
    return tuple(read_words(spot).items())


@cache
def readers() -> Mapping[str, Reader]:
    """Every shape of value by its name in an Option."""
    fields = tuple(FIELDS)
    return {
        **SCALARS,
        "entries": lambda spot: tuple(spot.entries()),
        "selector": read_selector,
        "css": _read_short,
        "rule": read_rule,
        "detail": read_detail,
        "detail_kind": lambda spot: one_of(spot, DETAIL_KINDS),
        "list": read_list,
        "words": read_words,
        "texts": _read_texts,
        "selectors": _read_selectors,
        "replacements": _read_replacements,
        "constants": lambda spot: _by_word(spot, fields, "text"),
        "names": lambda spot: tuple(one_of(entry, fields) for entry in spot.entries()),
        "patterns": lambda spot: _by_word(spot, fields, "pattern"),
        "vocabulary": lambda spot: _by_word(spot, fields, "words"),
        "status": lambda spot: {
            Status(word): patterns for word, patterns in _by_word(spot, tuple(Status), "patterns").items()
        },
    }
