"""The key of a sighting: what survives a rename and a move."""

from __future__ import annotations

from agenda_scraper.agenda import Source
from agenda_scraper.links import address_key
from agenda_scraper.model import Facts, Notice
from agenda_scraper.text import words


def own_key(notice: Notice, source: Source) -> str | None:
    """The source's own name for the notice: its link, else its id; None when it has neither.

    The link comes first: The Events Calendar builds its UID from the start, so that a moved event gets a new one,
    and Decidim's is random. A link that is the list's own address, or the site's front page, names no notice.
    """
    link = notice.text("url")
    if link:
        key = address_key(link)
        if key not in (address_key(source.url), address_key(notice.page_url)) or _is_its_own_page(notice, source):
            return f"url:{key}" if not key.endswith("/") or key.count("/") > 1 else None
    own = notice.text("id")
    return f"id:{own}" if own else None


def _is_its_own_page(notice: Notice, source: Source) -> bool:
    """Whether the page read is the notice's page, not a list of many."""
    return (source.list is None and source.kind in ("html", "auto")) or address_key(notice.page_url) != address_key(
        source.url
    )


def key_of(notice: Notice, source: Source, facts: Facts) -> str:
    """The key of a sighting: the source's own, as the last resort its title and first day."""
    own = own_key(notice, source)
    if own:
        return own
    day = facts.when.start.isoformat()[:10] if facts.when.start else "undated"
    return f"title:{' '.join(words(facts.title))}|{day}"
