"""`keep:` and `drop:`: which notices of a general agenda a source is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from agenda_scraper.agenda import Source
from agenda_scraper.model import Extraction, Notice


def kept(extraction: Extraction, source: Source) -> Extraction:
    """The extraction without the notices that `keep` does not name or `drop` does."""
    follow = extraction.follow or (None,) * len(extraction.notices)
    pairs = [
        (notice, address)
        for notice, address in zip(extraction.notices, follow, strict=True)
        if (not source.keep or _says(notice, source.keep)) and not _says(notice, source.drop)
    ]
    return replace(extraction, notices=tuple(n for n, _ in pairs), follow=tuple(a for _, a in pairs))


def trusted(notice: Notice, ignored: Collection[str]) -> Notice:
    """The notice without the fields that the site fills with what is not so."""
    if not ignored:
        return notice
    fields = {name: found for name, found in notice.fields.items() if name not in ignored}
    return Notice(notice.source, notice.page_url, fields)


def _says(notice: Notice, words: Mapping[str, str]) -> bool:
    """Whether a field of the notice holds the words asked for, case aside; they may be a regular expression."""
    return any(re.search(expression, notice.text(name), re.I) for name, expression in words.items())
