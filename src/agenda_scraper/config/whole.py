"""The whole of sources.yaml with the files it includes → an Agenda, or every problem of them all at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from agenda_scraper.agenda import Agenda, Feed, Site
from agenda_scraper.config import options
from agenda_scraper.config.document import Branch, read_document
from agenda_scraper.config.rules import readers
from agenda_scraper.config.sources import read_source
from agenda_scraper.config.spot import Desk, Spot, Wrong, advice
from agenda_scraper.config.systems import resolved
from agenda_scraper.config.table import Reader, noted, read_table
from agenda_scraper.config.values import read_text
from agenda_scraper.errors import Problem
from agenda_scraper.extract.kinds import KINDS, Option
from agenda_scraper.query import Query
from agenda_scraper.text import fold

_LARGEST = 2_000_000  # bytes: some 50,000 sources' worth of lines is no agenda but an accident
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_OF_SOURCES = (*options.SOURCE, *(option for kind in KINDS.values() for option in kind.options))
_INDENT = dict.fromkeys((each.name for each in _OF_SOURCES), "indent it, below the id of its source")
_EMPTY_SECTIONS = (("sources", "empty"), ("feeds", "empty"))


@dataclass(slots=True)
class Reading:
    """What has been read so far, over all files: spots by id until the whole is known."""

    folder: Path
    environ: Mapping[str, str]
    desks: list[Desk] = field(default_factory=list)
    sources: dict[str, Spot] = field(default_factory=dict)
    feeds: dict[str, Spot] = field(default_factory=dict)
    whole: bool = True

    @property
    def problems(self) -> list[Problem]:
        """All problems, file by file, from top to bottom."""
        return [problem for desk in self.desks for problem in sorted(desk.problems, key=lambda each: each.line)]


def read_agenda(path: Path, environ: Mapping[str, str]) -> tuple[Agenda | None, list[Problem]]:
    """The agenda of a file, None when there are problems."""
    reading = Reading(path.parent, environ)
    values = _read_file(reading, path.name, options.FILE)
    for spot, pattern in values.get("include", ()):
        _include(reading, spot, pattern)
    site: Site | None = values.get("site")
    shared = {"language": site.language, "timezone": site.timezone} if site else {}
    defaults = {**shared, **values.get("defaults", {})}
    sources = [read_source(spot, id=id, defaults=defaults) for id, spot in reading.sources.items()]
    feeds = [_feed(spot, id, reading) for id, spot in reading.feeds.items()]
    if site is None or reading.problems:
        return None, reading.problems
    warnings = tuple(str(warning) for desk in reading.desks for warning in desk.warnings)
    return Agenda(
        site, tuple(resolved(source) for source in sources if source), tuple(filter(None, feeds)), warnings
    ), []


def _read_file(reading: Reading, name: str, known: tuple[Option, ...]) -> dict[str, Any]:
    """The top level of one file; its sources and feeds are kept as spots."""
    desk = Desk(name, reading.environ)
    reading.desks.append(desk)
    try:
        document = read_document(text_of(reading.folder / name), name)
    except Wrong as error:
        desk.problems.append(Problem(name, 0, "", error.what, error.fix))
        reading.whole = False
        return {}
    desk.problems += document.problems
    reading.whole = reading.whole and document.whole
    if document.root is None:
        if document.whole:
            desk.problems.append(Problem(name, 0, "", "empty", "begin with 'schema: 1', 'site:' and 'sources:'"))
        return {}
    top = Spot(desk, document.root)
    values = noted(top, lambda top: read_table(top, known, _readers(reading), foreign=_INDENT)) or {}
    if not document.whole:
        # What was left out with an unreadable entry is not missing, and a section is not empty that had one.
        desk.problems[:] = [
            each
            for each in desk.problems
            if not each.what.startswith("missing") and (each.key, each.what) not in _EMPTY_SECTIONS
        ]
    return values


def text_of(path: Path) -> str:
    """The text of a UTF-8 file; raises Wrong when it has none."""
    try:
        body = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Wrong(f"cannot be read: {reason}", "give its path with --sources") from error
    if len(body) > _LARGEST:
        raise Wrong(f"{len(body)} bytes are too many for a sources file", "split it with include: sources/*.yaml")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise Wrong(f"line {line} is not UTF-8", "save the file as UTF-8") from error


def _readers(reading: Reading) -> Mapping[str, Reader]:
    """The shapes of the top level beside all others."""
    return {
        **readers(),
        "site": _site,
        "include": _patterns,
        "defaults": lambda spot: read_table(spot, options.DEFAULTS, readers()),
        "sources": lambda spot: _collect(spot, reading.sources, _OF_SOURCES),
        "feeds": lambda spot: _collect(spot, reading.feeds, options.FEED),
    }


def _site(spot: Spot) -> Site | None:
    values = read_table(spot, options.SITE, readers())
    return Site(**values) if {"title", "url", "contact"} <= values.keys() else None


def _collect(spot: Spot, into: dict[str, Spot], known: tuple[Option, ...]) -> None:
    """Keep the spots of a section under their ids; `known` are the keys of an entry."""
    keys, needed = {each.name for each in known}, {each.name for each in known if each.required}
    for id, below in spot.branches().items():
        written = below.node.nodes.keys() if isinstance(below.node, Branch) else ()
        if id in keys and not needed.intersection(written):
            below.wrong("a key of an entry stands where its id does", "indent it by two spaces more, below that id")
            continue
        if not _ID.fullmatch(id):
            meant = re.sub(r"[^a-z0-9]+", "-", fold(id))[:63].strip("-")
            below.wrong("an id is made of small letters, digits and '-'", f"write {meant or 'asso-example'}")
        if id in into:
            below.wrong(f"this id is taken, {into[id].origin}", "ids are for life: choose another for the new one")
        else:
            into[id] = below


def _patterns(spot: Spot) -> list[tuple[Spot, str]]:
    """The patterns of `include:`, each with its spot."""
    return [(entry, text) for entry in spot.entries() if (text := noted(entry, read_text)) is not None]


def _include(reading: Reading, spot: Spot, pattern: str) -> None:
    """Read every file that a pattern names, in the order of their names; none outside the folder of the agenda."""
    try:
        inside = ".." not in Path(pattern).parts
        paths = sorted(path for path in reading.folder.glob(pattern) if path.is_file()) if inside else []
    except (ValueError, NotImplementedError, OSError):  # an absolute path; a null; a loop of links
        paths = []
    if not paths:
        fix = "write a pattern such as sources/*.yaml, from the folder of this file"
        spot.wrong(f"no file here fits '{pattern}'", fix)
    for path in paths:
        name = path.relative_to(reading.folder).as_posix()
        if name not in (known.file for known in reading.desks):
            _read_file(reading, name, options.INCLUDED)


def _feed(spot: Spot, id: str, reading: Reading) -> Feed | None:
    values = noted(spot, lambda here: read_table(here, options.FEED, readers())) or {}
    source = values.get("source")
    if source and source not in reading.sources and reading.whole:
        spot.below("source", spot.node).wrong(f"'{source}' is no source", advice(source, reading.sources))
    if "within" in values and "near" not in values:
        spot.below("within", spot.node).wrong("asks nothing without 'near:'", "write near: and a town, or delete it")
    if id == "all":
        spot.wrong("'all' is the feed of everything", "choose another id")
    title = values.pop("title", None)
    return Feed(id, title, replace(Query(), **values)) if title else None
