"""Calendar files (RFC 5545) as real producers write them: one notice an event, its repetitions as occurrences."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from urllib.parse import quote, urldefrag

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.ical.fields import fields_of
from agenda_scraper.extract.ical.lines import calendar_in
from agenda_scraper.extract.ical.series import Telling, groups_of, told_of
from agenda_scraper.extract.ical.zones import zones_of
from agenda_scraper.model import Extraction, Notice, Page
from agenda_scraper.text import shorten, squash


def read(page: Page, source: Source) -> Extraction:
    """The events of a calendar. An empty body, as Decidim sends for no events, is an empty calendar.

    Known by content, never by media type: Decidim says type/calendar. Of a calendar with more than `max_items`
    events those to come are kept first. Raises ExtractError when it is none, or ends within an event.
    """
    if not page.body.removeprefix(BOM_UTF8).strip():
        return Extraction(proved_empty=True)
    found = calendar_in(page)
    if found is None:
        raise ExtractError(
            f"not a calendar but {page.media_type or 'something else'}",
            where=f"{source.origin} {page.url}".strip(),
            excerpt=shorten(squash(decode(page)[:400]), 120),
            fix="look for the address that ends in .ics, or use kind: html",
        )
    calendar, broken_off = found
    if broken_off:  # half a calendar would make the other half vanish
        raise ExtractError(
            "the calendar breaks off within an event",
            where=f"{source.origin} {page.url}".strip(),
            fix="tell its owner, or read the web page instead",
        )
    zones, around = zones_of(calendar, source.timezone), page.fetched_at.date()
    told = list(chain.from_iterable(told_of(group, zones, around=around) for group in groups_of(calendar)))
    kept = _nearest(told, around, source.max_items)
    notices = tuple(
        _with_own_links([Notice(source.id, page.url, fields_of(each, zones, base=page.url)) for each in kept])
    )
    follow = tuple(notice.text("url") or None for notice in notices)
    return Extraction(notices, follow=follow, proved_empty=not notices)


def _nearest(told: list[Telling], around: date, most: int) -> list[Telling]:
    """The events to come, soonest first, then the past, latest first: as many as may be, in the order of the file."""
    if len(told) <= most:
        return told

    def away(each: Telling) -> tuple[bool, int]:
        days = [(_day(span.start) - around).days for span in each.spans]
        return max(days, default=0) < 0, min((abs(day) for day in days), default=0)

    return sorted(sorted(told, key=away)[:most], key=lambda each: each.number)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _with_own_links(notices: Sequence[Notice]) -> Iterator[Notice]:
    """Notices whose links name them: of a link that several share, each gets its id as the route of its fragment.

    A link is the surest name of a notice; sites that write the same page for all their events, and the sittings of a
    series, would be taken for one.
    """
    shared = Counter(notice.text("url") for notice in notices)
    for notice in notices:
        link, id = notice.first("url"), notice.text("id")
        if link is not None and id and shared[link.text] > 1:
            own = replace(link, text=f"{urldefrag(link.text).url}#/{quote(id)}")
            notice = replace(notice, fields={**notice.fields, "url": (own,)})
        yield notice
