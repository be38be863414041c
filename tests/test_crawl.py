"""The whole line on real parts: a real web server on the loopback, a real SQLite file, real feed parsers."""

import json
import sqlite3
import time
from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.crawl import Wanted
from agenda_scraper.model import Status
from agenda_scraper.report import Outcome
from crawling import PLAIN, listing, row
from loopback import Reply
from pages_of import html_source
from stored import fresh

pytestmark = pytest.mark.slow

pytest_plugins = ["crawled_world"]


def test_a_notice_becomes_an_event_in_a_calendar_and_a_feed(world):
    (report,) = world.crawl()
    assert (report.outcome, report.found, report.new) == (Outcome.OK, 2, 2)
    events = Calendar.from_ical(world.feed()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Réunion publique", "Forum ouvert"]
    assert events[0]["DTSTART"].dt.isoformat() == "2027-01-12T18:00:00+01:00"
    assert events[1]["DTEND"].dt.isoformat() == "2027-02-05"
    titles = [entry.title for entry in feedparser.parse(world.feed("all.rss")).entries]
    assert any("Forum ouvert" in title and "févr. 2027" in title for title in titles)


def test_an_unchanged_site_costs_a_304_and_leaves_the_same_bytes(world):
    world.site.pages["/agenda"] = lambda handler: (
        Reply(status=304) if handler.headers["If-None-Match"] == '"v1"' else replace(PLAIN, headers={"ETag": '"v1"'})
    )
    world.crawl()
    before = world.feed(), world.feed("all.rss")
    world.now += timedelta(hours=6)
    (report,) = world.crawl()
    assert report.outcome is Outcome.UNCHANGED
    assert (world.feed(), world.feed("all.rss")) == before


def test_what_a_slow_site_brings_is_dated_by_when_it_was_written(world):
    def slow(handler):
        time.sleep(1.1)
        return PLAIN

    world.site.pages["/agenda"] = slow
    world.crawl()
    with fresh(world.folder) as store:
        assert store.states()["asso"].last_crawled == world.now
        # what a server says it was last modified: who asked meanwhile must hear of it
        assert store.revision()[1] > world.now


def test_changed_rules_read_an_unchanged_page_again(world):
    world.site.pages["/agenda"] = lambda handler: (
        Reply(status=304) if handler.headers["If-None-Match"] else replace(PLAIN, headers={"ETag": '"v1"'})
    )
    world.crawl()
    listed = world.source.list
    shorter = replace(listed, fields={name: rule for name, rule in listed.fields.items() if name != "place"})
    (report,) = world.crawl(replace(world.source, list=shorter, rules_hash="2"))
    assert report.changed == 2
    assert world.events()[0].facts.place is None


def test_a_rename_and_a_move_keep_the_uid_and_raise_the_sequence(world):
    world.crawl()
    before = {event.facts.title: event for event in world.events()}
    world.site.pages["/agenda"] = listing(
        row(1, "Réunion publique : le tram", "le 14 janvier 2027 à 19h", "Roubaix"),
        row(2, "Forum ouvert", "3 et 4 février 2027"),
    )
    world.now += timedelta(days=1)
    (report,) = world.crawl()
    assert (report.changed, report.unchanged) == (1, 1)
    after = {event.facts.title: event for event in world.events()}
    assert after["Réunion publique : le tram"].uid == before["Réunion publique"].uid
    assert after["Réunion publique : le tram"].sequence == 1
    assert after["Forum ouvert"] == replace(before["Forum ouvert"], last_seen=world.now)


def test_vanished_is_not_cancelled(world):
    world.crawl()
    world.site.pages["/agenda"] = listing(row(1, "Réunion publique", "le 12 janvier 2027 à 18h"))
    (report,) = world.crawl()
    assert report.vanished == 1
    assert [(gone.title, gone.url) for gone in report.gone] == [("Forum ouvert", world.site.url("/e/2"))]
    (kept,) = [event for event in world.events(everything=True) if event.facts.title == "Forum ouvert"]
    assert (kept.facts.status, kept.vanished) == (Status.SCHEDULED, True)
    assert report.gone[0].uid == kept.uid


def test_what_is_over_leaves_its_list_without_being_missed(world):
    world.crawl()
    world.site.pages["/agenda"] = listing(row(2, "Forum ouvert", "3 et 4 février 2027"))
    world.now += timedelta(days=60)
    (report,) = world.crawl()
    assert (report.vanished, report.gone) == (1, ())


def test_a_source_that_collapses_is_held_and_its_feed_stands_until_someone_accepts(world):
    many = [row(n, f"Atelier numéro {n}", f"{n} mars 2027") for n in range(1, 21)]
    world.site.pages["/agenda"] = listing(*many)
    world.crawl()
    before = world.feed()
    world.site.pages["/agenda"] = listing(many[0])
    (report,) = world.crawl()
    assert report.outcome is Outcome.HELD
    assert "--accept" in report.error
    assert world.feed() == before
    (report,) = world.crawl(wanted=Wanted(everything=True, accept=True))
    assert report.vanished == 19


BAD = [
    (Reply("gone", 404), "404"),
    (Reply("oops", 500), "500"),
    (Reply("\x00\x00\x01garbage\x00\x00", headers={"Content-Type": "application/octet-stream"}), "not a web page"),
    (Reply(""), "finds nothing"),
    (Reply("x" * 50_000_000), "larger"),
    (Reply("", 302, {"Location": "/agenda"}), "redirect"),
]


@pytest.mark.parametrize(("reply", "said"), BAD, ids=[said for _, said in BAD])
def test_a_source_that_breaks_says_so_loses_nothing_and_the_rest_goes_on(world, reply, said):
    good = replace(world.source, id="good", url=world.site.url("/good"))
    world.site.pages["/good"] = PLAIN
    world.crawl(world.source, good)
    before = world.feed()
    world.site.pages["/agenda"] = reply
    world.site.pages["/good"] = listing(row(1, "Réunion publique", "le 12 janvier 2027 à 18h"), row(3, "Balade", "5 mai 2027"),
                                        row(2, "Forum ouvert", "3 et 4 février 2027"))  # fmt: skip
    broken, went = world.crawl(world.source, good)
    assert broken.outcome is Outcome.BROKEN
    assert said in broken.error.lower() or said in broken.error
    assert (went.outcome, went.new) == (Outcome.OK, 1)
    assert before.count(b"BEGIN:VEVENT") + 1 == world.feed().count(b"BEGIN:VEVENT")


def test_undeclared_latin_1_is_read(world):
    body = "<ul>" + row(1, "Réunion à Châlons", "12 février 2027") + "</ul>"
    world.site.pages["/agenda"] = Reply(body.encode("latin-1"), headers={"Content-Type": "text/html"})
    world.crawl()
    assert [event.facts.title for event in world.events()] == ["Réunion à Châlons"]


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("à bientôt", "no date"),
        ("le 31 juin 2027", "no date"),
        ("", "no date"),
        ("2027-03-05T18:00/2027-03-04T18:00", ""),
    ],
)
def test_what_cannot_be_believed_is_rejected_with_its_words(world, when, reason):
    world.site.pages["/agenda"] = listing(row(1, "Réunion", when), row(2, "Forum", "3 mai 2027"))
    (report,) = world.crawl()
    (rejected,) = report.rejected
    assert rejected.title == "Réunion"
    assert reason in rejected.reason
    assert when in rejected.reason
    assert report.new == 1


def test_an_end_before_its_start_is_rejected(world):
    block = {"@type": "Event", "name": "A", "startDate": "2027-03-05T18:00", "endDate": "2027-03-04T18:00"}
    world.site.pages["/agenda"] = Reply(f'<script type="application/ld+json">{json.dumps(block)}</script>')
    (report,) = world.crawl(replace(world.source, kind="jsonld", list=None))
    assert "the end is before the start" in report.rejected[0].reason


def test_a_notice_that_cannot_be_read_any_more_keeps_what_was_known(world):
    world.crawl()
    world.site.pages["/agenda"] = listing(
        row(1, "Réunion publique", "date à venir"), row(2, "Forum ouvert", "3 et 4 février 2027")
    )
    (report,) = world.crawl()
    assert (report.vanished, len(report.rejected)) == (0, 1)
    assert len(world.events()) == 2


def test_pages_follow_each_other_within_bounds(world):
    pages = {
        f"/agenda?p={n}": replace(listing(row(n, f"Atelier {n} du soir", f"{n} mars 2027")), headers={})
        for n in range(1, 6)
    }
    for n, (path, reply) in enumerate(pages.items(), start=1):
        world.site.pages[path] = replace(
            reply, body=str(reply.body) + f'<a class=next href="/agenda?p={n % 5 + 1}">suite</a>'
        )
    source = html_source("li.e", next="a.next", title="h3 a", url="h3 a @href", when="p.q")
    source = replace(source, url=world.site.url("/agenda?p=1"), pause=0)
    (report,) = world.crawl(source)  # the fifth page leads back to the first
    assert report.found == 5
    (report,) = world.crawl(replace(source, max_pages=2))
    assert report.found == 2
    assert report.vanished == 0, "pages that were not read prove nothing"
    assert "max_pages" in report.warnings[0]


def test_a_lost_page_makes_nothing_vanish(world):
    first = listing(row(1, "Atelier du lundi", "1 mars 2027"), '<a class=next href="/agenda?p=2">suite</a>')
    world.site.pages["/agenda?p=1"] = first
    world.site.pages["/agenda?p=2"] = listing(row(2, "Atelier du mardi", "2 mars 2027"))
    source = html_source("li.e", next="a.next", title="h3 a", url="h3 a @href", when="p.q")
    source = replace(source, url=world.site.url("/agenda?p=1"), pause=0)
    world.crawl(source)
    world.site.pages["/agenda?p=2"] = Reply("", 500)
    (report,) = world.crawl(source)
    assert (report.found, report.vanished) == (1, 0)
    assert "was lost" in report.warnings[0]


def test_a_lost_detail_page_leaves_what_was_known(world):
    source = replace(
        html_source("li.e", title="h3 a", url="h3 a @href", when="p.q", detail={"place": ".lieu"}),
        url=world.site.url("/agenda"), pause=0,
    )  # fmt: skip
    world.site.pages |= {
        "/e/1": Reply("<p class=lieu>Mairie, 59100 Roubaix</p>"),
        "/e/2": Reply("<p class=lieu>Lyon</p>"),
    }
    world.crawl(source)
    world.site.pages["/e/1"] = Reply("", 503)
    (report,) = world.crawl(source)
    assert (report.changed, report.unchanged) == (0, 2)
    assert world.events()[0].facts.place.city == "Roubaix"


def test_the_same_words_keep_their_year(world):
    world.site.pages["/agenda"] = listing(row(1, "Réunion publique", "mardi 12 janvier à 18h"))
    world.crawl()
    world.now += timedelta(days=150)
    (report,) = world.crawl()
    assert report.unchanged == 1
    assert world.events(everything=True)[0].facts.when.start.year == 2027


def test_only_what_is_due_or_named_is_crawled(world):
    world.crawl(wanted=Wanted())
    world.now += timedelta(hours=1)
    assert world.crawl(wanted=Wanted()) == ()
    assert len(world.crawl(wanted=Wanted(ids=["asso"]))) == 1
    world.now += timedelta(hours=6)
    assert len(world.crawl(wanted=Wanted())) == 1


def test_a_general_agenda_gives_what_is_relevant(world):
    world.site.pages["/agenda"] = listing(
        row(1, "Atelier du budget participatif", "12 janvier 2027"), row(2, "Concert de jazz", "13 janvier 2027")
    )
    world.crawl(replace(world.source, relevance=0.5))
    assert [event.facts.title for event in world.events()] == ["Atelier du budget participatif"]


def test_the_store_is_one_file_any_program_reads(world):
    world.crawl()
    with sqlite3.connect(world.folder / "agenda.db") as database:
        assert database.execute("select count(*) from events").fetchone() == (2,)


def test_a_host_that_asked_to_be_left_alone_is_by_the_next_run_too(world):
    other = replace(world.source, id="other", url=world.site.url("/other"))
    world.site.pages |= {"/agenda": Reply("later", 429, {"Retry-After": "3600"}), "/other": PLAIN}
    (report,) = world.crawl()
    assert "429" in report.error and world.site.paths == ["/agenda"]
    world.site.pages["/agenda"] = PLAIN
    world.now += timedelta(minutes=1)
    first, second = world.crawl(world.source, other)
    assert first.error == second.error.replace("/other", "/agenda")
    assert "left alone (it may be asked again in 59 min)" in first.error
    assert world.site.paths == ["/agenda"], "nothing of that host is asked, by any source"
    world.now += timedelta(minutes=60)
    assert [each.outcome for each in world.crawl(world.source, other)] == [Outcome.OK, Outcome.OK]


def test_a_clock_that_was_wrong_once_keeps_no_host_alone_for_years(world):
    world.site.pages["/agenda"] = [Reply("later", 429, {"Retry-After": "3600"}), PLAIN]
    world.now += timedelta(days=3000)
    world.crawl()
    world.now -= timedelta(days=3000)
    assert world.crawl()[0].outcome is Outcome.OK
