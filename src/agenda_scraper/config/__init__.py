"""sources.yaml → Agenda: the one door of YAML. All problems of a file at once, each with its line and its mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from agenda_scraper.agenda import Agenda, Recorded, Source
from agenda_scraper.config import options
from agenda_scraper.config.document import read_document
from agenda_scraper.config.recordings import read_recordings
from agenda_scraper.config.schema import schema
from agenda_scraper.config.sources import read_source, rules_hash
from agenda_scraper.config.spot import Desk, Spot
from agenda_scraper.config.systems import resolved
from agenda_scraper.config.verified import mark_verified
from agenda_scraper.config.whole import read_agenda
from agenda_scraper.errors import ConfigError, Problem

__all__ = ["Recorded", "load", "load_source", "mark_verified", "read_recordings", "rules_hash", "schema"]


def load(path: Path, *, environ: Mapping[str, str]) -> Agenda:
    """The agenda of a sources file and of the files it includes; `${NAMES}` are read from `environ`.

    Raises ConfigError with every problem of all these files; what is merely doubtful is in `Agenda.warnings`.
    """
    agenda, problems = read_agenda(path, environ)
    if agenda is None:
        raise ConfigError(problems)
    return agenda


def load_source(
    text: str, *, origin: str, environ: Mapping[str, str] | None = None, defaults: Mapping[str, Any] | None = None
) -> Source:
    """One source written as YAML, without its id; `name` and `url` may be left out, `kind` where the rest tells.

    `defaults` holds attributes of Source that hold where the text says nothing (language, timezone, url). Raises
    ConfigError with every problem; `origin` stands for the file in them.
    """
    document = read_document(text, origin)
    desk = Desk(origin, environ or {}, list(document.problems))
    if document.root is None and document.whole:
        desk.problems.append(Problem(origin, 0, "", "empty", "write kind:, or list: with selectors"))
    known = tuple(replace(option, required=False) for option in options.SOURCE)
    source = document.root and read_source(Spot(desk, document.root), id="given", defaults=defaults or {}, known=known)
    if desk.problems or not source:
        raise ConfigError(desk.problems)
    return resolved(source)
