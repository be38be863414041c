"""One entry of `sources:` → a Source: its kind, what defaults give it, and whether its parts fit together."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from agenda_scraper.agenda import Source
from agenda_scraper.config import options
from agenda_scraper.config.document import Branch, Leaf
from agenda_scraper.config.rules import readers
from agenda_scraper.config.spot import Spot, nearest
from agenda_scraper.config.table import noted, read_table
from agenda_scraper.extract.kinds import FIELDS, KINDS, LIST, Kind, Option

_FEED_ADDRESS = re.compile(r"\.(rss|atom|rdf|xml)$|/(feed|rss|atom)/?$|[?&]feed=(rss|atom)", re.I)
_SOURCE_FIELDS = frozenset(field.name for field in fields(Source))
# What is made of a source, and not written in it: a preset's `channels:` are read into channels later.
_MADE = frozenset(("channels", "systems", "secrets", "detail_wins", "origin", "rules_hash"))
# What does not change what is read: a page answered 304 stays read as it was.
_BESIDE_RULES = frozenset(("name", "origin", "every", "pause", "verified", "rules_hash", "secrets"))


def read_source(
    spot: Spot, *, id: str, defaults: Mapping[str, Any], known: tuple[Option, ...] = options.SOURCE
) -> Source | None:
    """The source written at a spot; None, and problems at the desk, when it cannot be used."""
    before = len(spot.desk.problems)
    kind = _kind(spot)
    own = kind.options if kind else tuple(option for each in KINDS.values() for option in each.options)
    if kind and kind.name == "auto":
        own = (*own, LIST)  # with it, it would be another kind: `lst:` means just that
    values = noted(spot, lambda here: read_table(here, (*known, *own), readers(), foreign=_foreign(kind))) or {}
    if kind and kind.name == "html":
        _check_html(spot, {"follow": defaults.get("follow"), **values})
    if len(spot.desk.problems) > before or kind is None:
        return None
    return _source(spot, {**values, "id": id, "kind": kind.name}, {"name": id, "url": "", **defaults})


def _source(spot: Spot, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Source:
    detail = dict(values.get("detail", {}))
    values = {**values, "detail_kind": detail.pop("kind", ""), "detail": detail}
    direct = {name: value for name, value in values.items() if name in _SOURCE_FIELDS - _MADE}
    own = {name: value for name, value in values.items() if name not in direct}
    constants = {**defaults.get("constants", {}), **values.get("constants", {})}
    source = Source(**{**defaults, **direct, "constants": constants, "options": own, "origin": spot.origin})
    source = _kept_secret(replace(source, secrets=spot.secrets()))
    return replace(source, rules_hash=rules_hash(source))


def _kept_secret(source: Source) -> Source:
    """The source with the names of secrets, not their values, where they would be stored and shown."""
    shown = {key: source.hidden(value) if isinstance(value, str) else value for key, value in source.options.items()}
    return replace(source, url=source.hidden(source.url), options=shown) if source.secrets else source


def rules_hash(source: Source) -> str:
    """SHA-256, in hex, of all that changes what is read; the order of keys in the file does not."""
    rules = {name: getattr(source, name) for name in sorted(_SOURCE_FIELDS - _BESIDE_RULES)}
    return hashlib.sha256(json.dumps(rules, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A rule as its parts; asdict would copy what it descends into, at three times the cost."""
    return {part.name: getattr(value, part.name) for part in fields(value)} if is_dataclass(value) else str(value)


def _written(spot: Spot, key: str) -> str:
    node = spot.node.nodes.get(key) if isinstance(spot.node, Branch) else None
    return node.text if isinstance(node, Leaf) else ""


def _kind(spot: Spot) -> Kind | None:
    """The kind written, else the one that the keys or the address make plain, else `auto`."""
    name, address = _written(spot, "kind"), _written(spot, "url")
    if name not in ("", "auto"):
        return KINDS.get(name)
    written = spot.node.nodes.keys() if isinstance(spot.node, Branch) else ()
    if "system" in written:
        return KINDS["auto"]
    if "list" in written or ("detail" in written and not name):
        return KINDS["html"]
    if address.split("?")[0].lower().endswith(".ics") or address.startswith("webcal:"):
        return KINDS["ical"]
    return KINDS["feed" if _FEED_ADDRESS.search(address) else "auto"]


def _foreign(kind: Kind | None) -> dict[str, str]:
    """Keys of other kinds, and which kinds have them; fields, and where they are written."""
    having: dict[str, list[str]] = {}
    for other in KINDS.values() if kind else ():
        for option in other.options:
            having.setdefault(option.name, []).append(other.name)
    named = kind.name if kind else ""
    foreign = {name: f"kind {named} has none; these have: {', '.join(kinds)}" for name, kinds in having.items()}
    if named in ("auto", "html"):
        within = dict.fromkeys(each.name for each in options.LIST) | dict.fromkeys(FIELDS)
        foreign |= dict.fromkeys(within, "write it below 'list:' or 'detail:', indented by two spaces more")
    return foreign


def _check_html(spot: Spot, values: Mapping[str, Any]) -> None:
    """A page read by selectors needs a title somewhere, and a way from the list to what is read on detail pages."""
    written = spot.node.nodes.keys() if isinstance(spot.node, Branch) else ()
    listed, detail = values.get("list"), values.get("detail", {})
    if "list" not in written and "detail" not in written:
        if any(nearest(key, ("list", "detail")) for key in written):
            return  # noted as `lst:`
        spot.below("list", spot.node).wrong("missing", "write list: with items:, title:, url: and when:")
        return
    if ("list" in written and listed is None) or ("detail" in written and not detail):
        return  # already noted
    if not {"title", "kind"} & detail.keys() and not (listed and "title" in listed.fields):
        key = "list" if listed else "detail"
        spot.below(f"{key}.title", spot.node).wrong("missing: a notice has no name without it", "write title: h3")
    if listed and detail and values.get("follow") is not False and "url" not in listed.fields:
        fix = "write url: a @href"
        spot.below("list.url", spot.node).wrong("missing: it leads to the pages that 'detail' reads", fix)
