"""What the page itself says of the event: as planned, cancelled, postponed, moved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agenda_scraper.agenda import Source
from agenda_scraper.model import Notice, Status, When
from agenda_scraper.normalise.titles import plain
from agenda_scraper.text import fold

# schema.org's and iCalendar's words, and what fields of sites say; a mere "confirmed" says nothing against the title.
_WORDS = {
    "eventcancelled": Status.CANCELLED,
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
    "annule": Status.CANCELLED,
    "eventpostponed": Status.POSTPONED,
    "postponed": Status.POSTPONED,
    "reporte": Status.POSTPONED,
    "eventrescheduled": Status.RESCHEDULED,
    "rescheduled": Status.RESCHEDULED,
    "eventmovedonline": Status.MOVED_ONLINE,
    "moved-online": Status.MOVED_ONLINE,
    "soldout": Status.FULL,
    "full": Status.FULL,
    "complet": Status.FULL,
}


def status_of(notice: Notice, source: Source, *, said: Status | None, when: When) -> Status:
    """The status by the page's own words, strongest first: its status field, the source's rules, title, date text."""
    told = _WORDS.get(fold(plain(notice.text("status", " "))))
    ruled = next((status for status, words in source.status.items() if _fits(notice, words)), None)
    status = told or ruled or said or when.status or Status.SCHEDULED
    # "reporté au 28 mars" names the new date: it has been rescheduled, not put off
    if status is Status.POSTPONED and when.start is not None and when.status is Status.RESCHEDULED:
        return Status.RESCHEDULED
    return status


def _fits(notice: Notice, words: Mapping[str, str]) -> bool:
    return any(re.search(expression, notice.text(name), re.I) for name, expression in words.items())
