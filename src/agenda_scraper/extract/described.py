"""What a page tells machines of its events: in the first vocabulary that tells any, beside what the others say."""

from __future__ import annotations

from collections import Counter

from agenda_scraper.extract import jsonld, microdata, microformats
from agenda_scraper.extract.channels import doubted
from agenda_scraper.extract.markup import Markup
from agenda_scraper.extract.structured import Fields, with_shown
from agenda_scraper.text import fold

# What a page holds that may describe an event in microdata, RDFa or microformats.
_MARKS = ("itemtype", "typeof", "h-event", "vevent")


def described(markup: Markup) -> list[Fields]:
    """The events of the page's JSON-LD, else of its microdata or RDFa, else of its microformats.

    A start that a later vocabulary tells otherwise is kept as `other_start`; the page of one event shows its `when`.
    """
    found: list[Fields] = []
    for vocabulary in (jsonld, microdata, microformats):
        if not found or any(mark in markup.text for mark in _MARKS):
            told = [each for each in vocabulary.events(markup) if not _is_several(each)]
            found = _witnessed(found, told) if found else told
    return [with_shown(found[0], markup)] if len(found) == 1 else found


def _is_several(fields: Fields) -> bool:
    """Whether one item holds several events: a table marked up as a whole, its rows not at all."""
    starts = {found.text for found in fields.get("start", ())}
    return len(starts) > 1 and len(fields.get("title", ())) > 1


def _witnessed(found: list[Fields], told: list[Fields]) -> list[Fields]:
    """The events found, each with the start that another vocabulary tells of it: the same title, or each alone."""
    if len(found) == len(told) == 1:
        return [doubted(found[0], told[0])]
    by_title: dict[str, list[Fields]] = {}
    for each in told:
        by_title.setdefault(_title(each), []).append(each)
    titles = [_title(each) for each in found]
    often = Counter(titles)
    return [
        doubted(each, by_title[title][0]) if often[title] == len(by_title.get(title, ())) == 1 else each
        for each, title in zip(found, titles, strict=True)
    ]


def _title(fields: Fields) -> str:
    return fold(fields["title"][0].text) if "title" in fields else ""
