"""Recorded pages: `<folder>/<source id>/page.yaml` says what the files beside it are answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from agenda_scraper.agenda import Recorded
from agenda_scraper.config.document import Branch, read_document
from agenda_scraper.config.rules import read_words, readers
from agenda_scraper.config.spot import Desk, Spot, Wrong
from agenda_scraper.config.table import Reader, noted, read_table
from agenda_scraper.config.whole import text_of
from agenda_scraper.errors import ConfigError, Problem
from agenda_scraper.extract.kinds import Option

_ANSWER = (
    Option("url", "url", "The address that was asked.", "https://asso.example/agenda", required=True),
    Option("headers", "words", "The headers of the answer.", "{Content-Type: text/html; charset=utf-8}"),
    Option("status", "http_status", "The status of the answer.", "200"),
)
_FILE = Option("file", "text", "The file with the bytes of the answer.", "page-2.html", required=True)
_FETCHED_AT = Option("fetched_at", "moment", "When, with its offset.", "2026-11-23T08:00:00+01:00", required=True)
_PAGES = Option(
    "pages", "pages", "Several answers: file, url, status, headers of each.", "[{file: a.html, url: https://…}]"
)


class _AsWritten(Mapping[str, str]):
    """An environment in which each `${NAME}` stands for itself: a recording holds secrets by their names."""

    def __getitem__(self, name: str) -> str:
        return f"${{{name}}}"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def read_recordings(folder: Path) -> tuple[Recorded, ...]:
    """Every page recorded below a folder, by source and in the order written; raises ConfigError with all problems.

    A folder of a source holds `page.yaml`: `url`, `fetched_at`, `headers` for the one file `page.*` beside it, or
    `fetched_at` and `pages`, a list of `file`, `url`, `status`, `headers`. Folders named `.x` or `_x` are left out.
    """
    problems: list[Problem] = []
    recorded: list[Recorded] = []
    for place in _places(folder, problems):
        name = f"{place.name}/page.yaml"
        desk = Desk(name, _AsWritten())
        try:
            document = read_document(text_of(place / "page.yaml"), name)
        except Wrong as error:
            problems.append(Problem(name, 0, "", error.what, "record it again: agenda-scraper record " + place.name))
            continue
        desk.problems += document.problems
        if document.root is not None:
            recorded += _answers(Spot(desk, document.root), place)
        elif document.whole:
            desk.problems.append(Problem(name, 0, "", "empty", "record it again: agenda-scraper record " + place.name))
        problems += desk.problems
    if problems:
        raise ConfigError(problems)
    return tuple(recorded)


def _places(folder: Path, problems: list[Problem]) -> list[Path]:
    if not folder.is_dir():
        problems.append(Problem(str(folder), 0, "", "no such folder", "give the folder that holds one folder a source"))
        return []
    return sorted(place for place in folder.iterdir() if place.is_dir() and not place.name.startswith((".", "_")))


def _answers(spot: Spot, place: Path) -> Iterator[Recorded]:
    """The answers of one source."""
    single = not (isinstance(spot.node, Branch) and "pages" in spot.node.nodes)
    known = (*_ANSWER, _FETCHED_AT) if single else (_PAGES, _FETCHED_AT)
    values = noted(spot, lambda here: read_table(here, known, _readers())) or {}
    answers = [{**values, "file": _only_page(spot, place)}] if single else values.get("pages", ())
    for answer in answers:
        if not {"url", "file"} <= answer.keys() or answer["file"] is None or "fetched_at" not in values:
            continue  # already noted
        body_path = place / answer["file"]
        if body_path.parent != place or not body_path.is_file():
            spot.wrong(f"no file '{answer['file']}' beside page.yaml", "name the file that holds the answer")
            continue
        yield Recorded(
            place.name,
            answer["url"],
            body_path,
            fetched_at=values["fetched_at"],
            headers=answer.get("headers", {}),
            status=answer.get("status", 200),
        )


def _only_page(spot: Spot, place: Path) -> str | None:
    names = sorted(path.name for path in place.glob("page.*") if path.name != "page.yaml")
    if len(names) != 1:
        spot.wrong(f"{len(names)} files page.* beside it", "keep one, or list them under pages:")
        return None
    return names[0]


def _read_pages(spot: Spot) -> list[dict[str, Any]]:
    read = (noted(entry, lambda here: read_table(here, (_FILE, *_ANSWER), _readers())) for entry in spot.entries())
    return [answer for answer in read if answer]


def _read_moment(spot: Spot) -> datetime:
    text = spot.text()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Wrong(f"'{text}' is no moment", "write 2026-11-23T08:00:00+01:00") from error
    if moment.tzinfo is None:
        raise Wrong(f"'{text}' has no offset", f"write {text}+01:00, or Z for UTC")
    return moment


def _read_http_status(spot: Spot) -> int:
    text = spot.text()
    if not re.fullmatch("[1-5][0-9][0-9]", text):
        raise Wrong(f"'{text}' is no HTTP status", "write 200")
    return int(text)


@cache
def _readers() -> Mapping[str, Reader]:
    return {
        **readers(),
        "words": read_words,
        "moment": _read_moment,
        "http_status": _read_http_status,
        "pages": _read_pages,
    }
