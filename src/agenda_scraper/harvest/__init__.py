"""All pages of one source, read politely and within its limits: what is fetched, extracted, and what went wrong."""

from __future__ import annotations

from dataclasses import replace

from agenda_scraper.agenda import Source
from agenda_scraper.errors import SourceError
from agenda_scraper.extract import applied, named_by, probe_of, proved
from agenda_scraper.harvest.nothing import lost_pages, nothing_in
from agenda_scraper.harvest.reader import Fetches, Gathered, Reader, Remembered, is_dated
from agenda_scraper.model import Page

__all__ = ["Fetches", "Gathered", "gather", "lost_pages", "nothing_in"]

# How many addresses a site is asked that shows nothing of itself.
_PROBES = 4


def gather(source: Source, fetcher: Fetches, remembered: Remembered) -> Gathered:
    """Read the list pages of a source and the page of each notice; never raises a SourceError, it is in `error`."""
    gathered = Gathered(source)
    reader = Reader(source, fetcher, remembered, gathered)
    try:
        if source.channels:
            reader.complete(reader.together(source), source)
        elif source.systems:
            _recognise(reader)
        else:
            reader.complete(reader.listed(source, source.url), source)
    except SourceError as error:
        gathered.error = error
    return gathered


def _recognise(reader: Reader) -> None:
    """A site nothing is known of: by its system where its page shows one, else by the page, else by what it links."""
    source = reader.source
    if _by_address(reader, source.url):
        return
    page = reader.listed(source, source.url)
    system = next((each for each in source.systems if each.name == page.system), None)
    if system is not None:
        site = applied(source, system)
        try:
            _read_as(reader, site)
            return
        except SourceError as error:
            reader.gathered.warnings.append(f"it runs {system.title}, but none of its channels answers: {error}")
    for url in () if page.notices else page.linked:
        if _by_address(reader, url):
            return
        linked = replace(source, kind="auto", systems=(), url=url)
        try:
            page = reader.listed(linked, url)
        except SourceError:
            continue  # a link to a calendar that is none is the site's matter
        if page.notices:
            break
    if (page.notices and is_dated(page.notices)) or not _probed(reader):
        reader.complete(page, source)


def _by_address(reader: Reader, url: str) -> bool:
    """Whether an address is one of a system that is known by it, and whether that told any event."""
    system = named_by(url, reader.source.systems)
    if system is None:
        return False
    site = applied(replace(reader.source, url=url), system)
    try:
        return _read_as(reader, site, if_any=True)
    except SourceError:
        return False


def _read_as(reader: Reader, site: Source, *, if_any: bool = False) -> bool:
    """Read a source as one of a system, whose words (`map`) its notices are in then; whether it was, `if_any` tells."""
    listed = reader.together(site)
    if if_any and not listed.notices:
        return False
    reader.gathered.source = site
    reader.complete(listed, site)
    return True


def _probed(reader: Reader) -> bool:
    """Read a site whose pages do not show what it runs on: a few known addresses are asked, each once; whether it was.

    robots.txt is heeded here as everywhere; what answers something else, or nothing, proves nothing.
    """
    source, answers = reader.source, dict[str, Page | None]()
    for system in (each for each in source.systems if each.probe):
        url = probe_of(source, system)
        if url not in answers and len(answers) < _PROBES:
            answers[url] = reader.asked(url)
        page = answers.get(url)
        if page is None or not proved(page, system):
            continue
        try:
            _read_as(reader, applied(source, system))
        except SourceError:
            continue
        told = f"it runs {system.title}, as {url} says: write `system: {system.name}`"
        reader.gathered.warnings.append(told)
        return True
    return False
