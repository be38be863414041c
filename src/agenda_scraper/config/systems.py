"""Known systems: the presets of `extract/systems/`, read by the same rules as sources.yaml, and put under a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from agenda_scraper.agenda import Channel, Source, System
from agenda_scraper.config import options
from agenda_scraper.config.document import read_document
from agenda_scraper.config.presets import preset_text, system_names
from agenda_scraper.config.sources import read_source
from agenda_scraper.config.spot import Desk, Spot
from agenda_scraper.errors import ConfigError
from agenda_scraper.extract import applied
from agenda_scraper.extract.kinds import Option

_WINS = Option("wins", "names", "Fields on which it has the last word.", "[organisers]")
_CHANNEL = (
    Option(
        "urls",
        "texts",
        "Its addresses, in the order they are tried; `{linked}` is each calendar that the page links.",
        "['{site}/agenda.ics']",
        required=True,
    ),
    Option("kind", "kind", "What is read there.", "ical", required=True),
    Option("otherwise", "boolean", "Whether it is asked only while no channel before it found anything.", "true"),
    Option("adds", "boolean", "Whether it brings events that no channel before it has.", "true"),
    Option("ignore", "names", "Fields that it tells worse than another channel.", "[organisers]"),
    _WINS,
)
_SYSTEM = (
    Option("title", "text", "What the software is called.", "Gancio", required=True),
    Option("marks", "texts", "Regular expressions any of which its pages show.", "['generator. content=.gancio']"),
    Option("address", "pattern", "What is taken from the `url:` of a source, by named groups.", "'/(?P<uid>[0-9]+)'"),
    Option("probe", "text", "What to ask a site whose page shows no mark.", "'{site}/wp-json/'"),
    Option("proof", "pattern", "What such a site answers there, as a regular expression.", "'tribe.{1,2}events'"),
    Option("channels", "entries", "How it tells its events, the best witness first.", "[]", required=True),
    _WINS,
    *options.SHARED,
)
# What the page of one notice knows better than any list of them; everything else only fills a gap.
_BETTER_ON_ITS_PAGE = frozenset(("text", "organisers", "partners", "registration", "deadline", "summary"))


def resolved(source: Source) -> Source:
    """The source with what its system, or none at all, makes of it."""
    name = source.options.get("system")
    if name:
        return applied(source, read_system(name))
    if source.kind != "auto":
        return source
    kind, wins = source.detail_kind or "auto", _BETTER_ON_ITS_PAGE | source.detail.keys()
    return replace(source, systems=_all(), detail_kind=kind, detail_wins=frozenset(wins))


@cache
def _all() -> tuple[System, ...]:
    return tuple(read_system(name) for name in system_names())


@cache
def read_system(name: str) -> System:
    """A known system by its name; raises ConfigError where its preset is wrong, which a test excludes."""
    desk = Desk(f"{name}.yaml", {})
    document = read_document(preset_text(name), desk.file)
    desk.problems += document.problems
    system = _system(Spot(desk, document.root), name) if document.root is not None else None
    if desk.problems or system is None:
        raise ConfigError(desk.problems)
    return system


def _system(spot: Spot, name: str) -> System | None:
    source = read_source(spot, id=name, defaults={"kind": "auto"}, known=_SYSTEM)
    if source is None:
        return None
    own = source.options
    channels = tuple(_channel(entry, name) for entry in own["channels"])
    return System(
        name,
        own["title"],
        own.get("marks", ()),
        tuple(channel for channel in channels if channel),
        replace(source, options={}, detail_wins=frozenset(own.get("wins", ()))),
        own.get("address", ""),
        own.get("probe", ""),
        own.get("proof", ""),
    )


def _channel(spot: Spot, name: str) -> Channel | None:
    source = read_source(spot, id=name, defaults={}, known=_CHANNEL)
    if source is None:
        return None
    own: Mapping[str, Any] = source.options
    kept = {key: value for key, value in own.items() if key not in ("urls", "wins", "adds", "otherwise")}
    return Channel(
        replace(source, options=kept),
        own["urls"],
        frozenset(own.get("wins", ())),
        adds=own.get("adds", False),
        otherwise=own.get("otherwise", False),
    )
