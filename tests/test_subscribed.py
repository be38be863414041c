"""Who subscribed once: a calendar and a reader that remember, through a change, a cancellation and a merge."""

from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.history import News
from agenda_scraper.model import Status
from samples import NOW
from stored import fresh, put
from test_publication import NUMBERED, Site

pytestmark = pytest.mark.slow


class Subscribed:
    """A calendar that takes a change only from an entry that looks newer, as Google does, and a reader of news."""

    def __init__(self, site):
        self.site, self.entries, self.news = site, {}, {}
        self.refresh()

    def refresh(self):
        for entry in Calendar.from_ical(self.site["feeds/all.ics"]).walk("VEVENT"):
            known = self.entries.get(str(entry["UID"]))
            if known is None or (entry["SEQUENCE"], entry["LAST-MODIFIED"].dt) > (
                known["SEQUENCE"],
                known["LAST-MODIFIED"].dt,
            ):
                self.entries[str(entry["UID"])] = entry
        for name in ("all", "all-changes"):
            for suffix in ("rss", "atom"):
                for post in feedparser.parse(self.site[f"feeds/{name}.{suffix}"]).entries:
                    self.news.setdefault((suffix, post.id), post.title)

    def told(self, words, suffix="rss"):
        return [title for (kind, _), title in self.news.items() if kind == suffix and words in title]


@pytest.fixture
def subscribed(tmp_path):
    site = Site(tmp_path)
    with fresh(tmp_path) as site.store:
        put(site.store, *NUMBERED, now=NOW)
        site.publish()
        yield Subscribed(site)


def said(subscribed, event, news, before):
    site = subscribed.site
    site.now += timedelta(hours=6)
    site.put(replace(event, changed_at=site.now), news=news, before=before.facts)
    site.publish()
    count, heard = len(subscribed.entries), len(subscribed.news)
    subscribed.refresh()
    assert len(subscribed.entries) == count, "an event is never shown twice"
    # one post in the feed of changes, in each of its two formats; what was announced is not announced again
    assert len(subscribed.news) == heard + 2
    return subscribed.entries[event.uid]


def test_a_change_is_shown_in_place_and_told_once(subscribed):
    event = NUMBERED[0]
    moved = replace(event, facts=replace(event.facts, title="Rencontres déplacées"), sequence=1)
    entry = said(subscribed, moved, News.MOVED, event)
    assert entry["SUMMARY"] == "Rencontres déplacées" and entry["STATUS"] == "CONFIRMED"
    assert len(subscribed.told("Rencontres déplacées")) == 1


def test_a_cancellation_is_shown_in_place_and_told_once(subscribed):
    event = NUMBERED[0]
    off = replace(event, facts=replace(event.facts, status=Status.CANCELLED), sequence=1, cancelled_at=NOW)
    entry = said(subscribed, off, News.CANCELLED, event)
    assert entry["STATUS"] == "CANCELLED" and "Annulé" in entry["SUMMARY"]
    (told,) = [title for title in subscribed.told(event.facts.title) if title.startswith("Annulé")]
    assert "nov." in told


def test_a_merge_calls_one_off_and_keeps_the_other(subscribed):
    event, other = NUMBERED[0], NUMBERED[1]
    merged = replace(event, merged_into=other.uid, sequence=1, witnesses=(), cancelled_at=NOW)
    entry = said(subscribed, merged, News.MERGED, event)
    assert entry["STATUS"] == "CANCELLED" and entry["RELATED-TO"] == other.uid
    assert subscribed.entries[other.uid]["STATUS"] != "CANCELLED"


def test_a_crawl_that_brings_nothing_tells_nothing(subscribed):
    before = dict(subscribed.entries), dict(subscribed.news)
    subscribed.site.now += timedelta(hours=6)
    subscribed.site.publish()
    subscribed.refresh()
    assert (subscribed.entries, subscribed.news) == before
