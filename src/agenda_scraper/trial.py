"""A source, a page or a text tried without the store: what `check`, `record`, `extract` and `read` show.

The same code as the crawl's, so that what a maintainer sees is what subscribers will get.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Source
from agenda_scraper.errors import SourceError
from agenda_scraper.extract import extract
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.harvest import Fetches, Gathered, gather, lost_pages, nothing_in
from agenda_scraper.model import Context, Notice, Page, Sighting
from agenda_scraper.normalise import normalise
from agenda_scraper.report import Rejected

_MOST = 5000  # events of one page that is read without rules


def source_for(rules: str | None, *, url: str, lang: str, tz: str) -> Source:
    """The source a page is read by: the maintainer's YAML, else none at all (`auto`)."""
    if rules is not None:
        from agenda_scraper.config import load_source  # late: ruamel, which auto does without

        given = {"language": lang, "timezone": tz, "url": url}
        return load_source(rules, origin="source", defaults=given)
    return Source("page", "page", url, "auto", language=lang, timezone=tz, max_items=_MOST)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a source gives now, understood; nothing of it is stored."""

    gathered: Gathered
    sightings: tuple[Sighting, ...]
    rejected: tuple[Rejected, ...]

    @property
    def good(self) -> bool:
        """Whether the source works: it answers, and gives events or proves that there are none."""
        return self.trouble is None

    @property
    def trouble(self) -> SourceError | None:
        """Why the source does not work."""
        gathered = self.gathered
        if gathered.error is not None or self.sightings or (gathered.proved_empty and not gathered.notices):
            return gathered.error or lost_pages(gathered)
        return nothing_in(gathered, [each.reason for each in self.rejected])

    @property
    def filled(self) -> Counter[str]:
        """How many sightings have a value, by field."""
        return Counter(evidence.field for sighting in self.sightings for evidence in sighting.evidence)


def try_source(source: Source, fetcher: Fetches) -> Trial:
    """Fetch and understand a source as a crawl would on the day of its pages, without the store."""
    gathered = gather(source, fetcher, lambda source_id, url: None)
    sightings: list[Sighting] = []
    rejected: list[Rejected] = []
    if gathered.pages:
        today = gathered.pages[0].fetched_at.astimezone(ZoneInfo(source.timezone)).date()
        sightings, rejected = _understood(gathered.notices, gathered.source, today)
    return Trial(gathered, tuple(sightings), tuple(rejected))


def read_page(page: Page, source: Source, *, today: date) -> tuple[list[Sighting], list[Rejected]]:
    """The events on a page, and the notices that are not believed."""
    return _understood(extract(page, source).notices, source, today)


def read_notice(text: str, context: Context) -> Sighting | None:
    """A whole notice as text, understood; None when it announces no event."""
    read = try_notice(text, context)
    return read if isinstance(read, Sighting) and read.announces else None


def try_notice(text: str, context: Context) -> Sighting | Rejected:
    """A whole notice as text, understood whether it announces an event or not; or why it is not believed."""
    notice = read_prose(text, language=context.language)
    source = Source("text", "text", "", "auto", language=context.language, timezone=context.timezone)
    return normalise(notice, source, reference=context.reference)


def _understood(notices: Iterable[Notice], source: Source, today: date) -> tuple[list[Sighting], list[Rejected]]:
    read = [normalise(notice, source, reference=today) for notice in notices]
    return [each for each in read if isinstance(each, Sighting)], [each for each in read if isinstance(each, Rejected)]
