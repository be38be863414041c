"""A source that gives no event, and never did: what was tried, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agenda_scraper.errors import ExtractError
from agenda_scraper.harvest.reader import Gathered


def nothing_in(gathered: Gathered, reasons: Sequence[str]) -> ExtractError:
    """What to say of a source whose notices are none, or were all rejected for `reasons`."""
    source = gathered.source
    told = f"no notice in {_many(gathered.requests, 'page')} read from {source.url}, {_tried(gathered)}"
    if gathered.notices:
        why = Counter(each.partition(": ")[0] for each in reasons).most_common()
        causes = "; ".join(
            [*(f"{reason} in {count}" for reason, count in why), *gathered.lacking, *filter(None, [gathered.lost])]
        )
        told = f"nothing in {_many(len(gathered.notices), 'notice')} can be believed, read {_tried(gathered)}: {causes}"
    fix = f"does {source.url} announce events? write its `system:`, its `kind:`, or `list:` with selectors"
    if source.list is not None or gathered.notices:
        fix = f"run agenda-scraper check {source.id} and mend the selectors, or write `list:` where there is none"
    return ExtractError(told, where=source.origin, fix=f"{fix}; `empty_when:` tells when a page announces nothing")


def lost_pages(gathered: Gathered) -> ExtractError | None:
    """What to say of a source not one of whose notices' own pages could be read; None while one could."""
    if not gathered.lost:
        return None
    source = gathered.source
    return ExtractError(
        f"{gathered.lost}; what the list says is kept",
        where=source.origin,
        fix=f"open one of them, then agenda-scraper check {source.id}; with `follow: false` the list alone is read",
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _tried(gathered: Gathered) -> str:
    source = gathered.source
    if source.channels:
        return "by the channels of its `system:`"
    if source.kind == "auto" and source.list is None:
        return "by structured data, linked calendars, lists and words (`kind: auto`)"
    return f"as `kind: {source.kind}`" if source.list is None else "by the selectors of `list:`"
