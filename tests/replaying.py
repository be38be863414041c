"""A source tried on its recording, on the day it was recorded: what fixtures and systems share."""

from pathlib import Path

from agenda_scraper.agenda import Site, Source
from agenda_scraper.config import read_recordings
from agenda_scraper.fetch import Clock, Fetcher, Recording
from agenda_scraper.trial import Trial, try_source


def replayed(source: Source, folder: Path) -> Trial:
    """What a source gives from the pages recorded under its id."""
    kept = [each for each in read_recordings(folder) if each.source == source.id]
    recordings = [Recording(source.revealed(each.url), each.body_path, each.headers, each.status) for each in kept]
    clock = Clock(now=lambda: kept[0].fetched_at)
    with Fetcher(site=Site("t", "https://t.example", "c"), version="0", clock=clock, replay=recordings) as fetcher:
        return try_source(source, fetcher)
