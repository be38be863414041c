"""The next events as a page of its own, under 2 kB and without script, for a frame on somebody else's site."""

from __future__ import annotations

from collections.abc import Sequence

from agenda_scraper.model import Event
from agenda_scraper.site.cards import card_of, clocks_said, mark_of
from agenda_scraper.site.frame import Frame
from agenda_scraper.text import shorten

_TITLE = 80


def render_widget(title: str, events: Sequence[Event], frame: Frame) -> bytes:
    """The page; every link is whole and opens in the window around it."""
    words, zone = frame.words, frame.site.timezone
    cards = [(card_of(event, words, today=frame.today, home=zone), event.facts) for event in events]
    entries = [
        {
            "address": frame.home + card.page,
            "mark": mark_of(facts, words),
            "title": shorten(card.title, _TITLE),
            "language": card.language,
            "when": card.dates[0].words if card.dates else "",
            "clocks": clocks_said(facts.when, words, zone),
            "place": shorten(card.place, _TITLE),
        }
        for card, facts in cards
        if card
    ]
    return frame.rendered("widget.html", title=title, entries=entries)
