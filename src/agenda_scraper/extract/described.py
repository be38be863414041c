"""What a page tells machines of its events, in the first vocabulary that tells any."""

from __future__ import annotations

from agenda_scraper.extract import jsonld, microdata, microformats
from agenda_scraper.extract.markup import Markup
from agenda_scraper.extract.structured import Fields


def described(markup: Markup) -> list[Fields]:
    """The events of the page's JSON-LD, else of its microdata or RDFa, else of its microformats."""
    for vocabulary in (jsonld, microdata, microformats):
        found = list(vocabulary.events(markup))
        if found:
            return found
    return []
