"""Fixtures: the pages of a source as fetched, and what is read from them. The tests and the demo replay them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from agenda_scraper.agenda import Source
from agenda_scraper.errors import AgendaError
from agenda_scraper.harvest import Fetches
from agenda_scraper.model import Page, Validators
from agenda_scraper.publish.json import sighting_record
from agenda_scraper.report import Rejected
from agenda_scraper.trial import Trial, try_source

_SUFFIXES = {"text/calendar": ".ics", "application/json": ".json", "application/ld+json": ".json"}


class Recorder:
    """A fetcher that keeps what it was given."""

    def __init__(self, fetcher: Fetches) -> None:
        self._fetcher = fetcher
        self.pages: list[Page] = []

    def get(self, url: str, *, validators: Validators, pause: float, post: str | None = None) -> Page:
        """The page at an address, kept."""
        page = self._fetcher.get(url, validators=validators, pause=pause, post=post)
        self.pages.append(page)
        return page


def record_source(source: Source, recorder: Recorder, *, folder: Path, pages: bool) -> list[Path]:
    """Try a source and write what it gave; with `pages`, the pages themselves too. Returns the files written.

    `recorder.pages` is filled as the source is read; `now` of the reading is when its first page was fetched.
    Raises the source's own error when it cannot be read, AgendaError when its files cannot be written.
    """
    trial = try_source(source, recorder)
    if trial.gathered.error is not None:
        raise trial.gathered.error
    expected = folder / "expected.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = _write_pages(recorder.pages, folder, source) if pages else []
        expected.write_text(expected_of(trial), encoding="utf-8")
    except OSError as error:
        fix = "name another folder with --fixtures, or free some space on the disk"
        raise AgendaError(error.strerror or str(error), where=error.filename or str(folder), fix=fix) from error
    return [*written, expected]


def expected_of(trial: Trial) -> str:
    """What a fixture's expected.json holds: the sightings in page order, and the notices rejected, with the reason."""
    told = {
        "events": [sighting_record(sighting) for sighting in trial.sightings],
        "rejected": [_refusal(each) for each in trial.rejected],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _refusal(rejected: Rejected) -> dict[str, str]:
    return {"title": rejected.title, "reason": rejected.reason}


def _write_pages(pages: Iterable[Page], folder: Path, source: Source) -> list[Path]:
    """The bodies, and page.yaml with their addresses. JSON is YAML: the lines are written as such.

    Recordings are shown to others: secrets stand in them by their names, in a page that repeats its own address too.
    """
    written, lines, fetched_at = [], [], ""
    for number, page in enumerate(map(source.without_secrets, pages), start=1):
        suffix = _SUFFIXES.get(
            page.media_type, ".xml" if "xml" in page.media_type and "xhtml" not in page.media_type else ".html"
        )
        path = folder / (f"page{suffix}" if number == 1 else f"page-{number}{suffix}")
        path.write_bytes(page.body)
        written.append(path)
        fetched_at = fetched_at or page.fetched_at.isoformat(timespec="seconds")
        kind = page.media_type + (f"; charset={page.encoding}" if page.encoding else "")
        # the fragment of an address to which a query was posted tells its pages apart
        url = page.asked if "#" in page.asked else page.url
        told = {"file": path.name, "url": url, "headers": {"Content-Type": kind}}
        lines.append(f"  - {json.dumps(told, ensure_ascii=False)}\n")
    meta = folder / "page.yaml"
    meta.write_text(f"fetched_at: {fetched_at}\npages:\n{''.join(lines)}", encoding="utf-8")
    return [*written, meta]
