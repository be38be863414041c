"""The same posts in RSS, Atom and JSON Feed: announcements, changes and the week to come."""

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.errors import PublishError
from agenda_scraper.history import News, Version
from agenda_scraper.links import event_page
from agenda_scraper.model import Mode, Status
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.atom import check_atom, posts_atom
from agenda_scraper.publish.jsonfeed import check_jsonfeed, posts_jsonfeed
from agenda_scraper.publish.posts import announced, changed, mention, mentioned, weeks
from agenda_scraper.publish.rss import check_rss, posts_rss
from samples import EVENTS, LILLE, NOW, at, event, when

CHANNEL = Channel("Agenda", "https://agenda.example.org/feeds/all", "https://agenda.example.org/")


def told(name):
    body = FORMATS[name].render(EVENTS, channel=CHANNEL, now=NOW)
    FORMATS[name].check(body)
    return body


def test_all_feeds_tell_the_same_in_the_same_order():
    rss, atom = feedparser.parse(told("rss")), feedparser.parse(told("atom"))
    posts = json.loads(told("jsonfeed"))["items"]
    assert not rss.bozo
    assert not atom.bozo
    assert (
        [each.title for each in rss.entries]
        == [each.title for each in atom.entries]
        == [each["title"] for each in posts]
    )
    assert [each.ev_startdate for each in rss.entries if "ev_startdate" in each] == [
        each["_event"]["start"] for each in posts if "start" in each.get("_event", {})
    ]
    assert [each.published_parsed for each in rss.entries] == [each.published_parsed for each in atom.entries]


def test_an_atom_id_is_an_iri_and_for_life():
    before, after = (
        feedparser.parse(FORMATS["atom"].render([each], channel=CHANNEL, now=NOW)).entries[0]
        for each in (EVENTS[0], replace(EVENTS[0], sequence=3, changed_at=NOW))
    )
    assert before.id == after.id == "tag:agenda.example.org,2025:7d4c-0001"
    assert before.updated != after.updated


def test_a_json_feed_says_what_is_known_of_the_event():
    first = json.loads(told("jsonfeed"))["items"][-1]
    assert first["_event"] == {
        "start": "2026-11-17",
        "end": "2026-11-18",
        "location": "Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille",
        "organizer": "Département du Nord",
        "type": "conference",
        "latitude": 50.63,
        "longitude": 3.07,
    }


@pytest.mark.parametrize(
    ("check", "body"),
    [
        (check_atom, b"<feed"),
        (check_atom, b"<rss/>"),
        (check_jsonfeed, b"{"),
        (check_jsonfeed, b"[]"),
        (check_rss, b"<rss/>"),
    ],
)
def test_what_is_no_feed_is_refused(check, body):
    with pytest.raises(PublishError):
        check(body)


MOVED = event(1, "Réunion publique", when(at(20, 18)), language="fr")
BEFORE = replace(MOVED.facts, when=when(at(18, 18, 30)))
CANCELLED = replace(MOVED, facts=replace(MOVED.facts, status=Status.CANCELLED))


def version(news, now, *fields, before=BEFORE):
    return Version(now.uid, 2, NOW, news, now.facts, before, fields, "irev")


def test_a_change_is_news_of_its_own_that_says_what_replaced_what():
    post = changed(version(News.MOVED, MOVED, "when"), MOVED, CHANNEL)
    assert post.id == f"{MOVED.uid}#2"
    assert post.title == "Déplacé\u00a0: 20 oct. 2026 · Réunion publique"
    assert "<del>dim. 18 oct. 2026, 18:30</del> → mar. 20 oct. 2026, 18:00" in post.html
    assert post.published == NOW


def test_the_news_of_an_event_that_became_full_is_that():
    full = replace(MOVED, facts=replace(MOVED.facts, status=Status.FULL))
    post = changed(version(News.CORRECTED, full, "status", before=MOVED.facts), full, CHANNEL)
    assert post.title == "Complet\u00a0: 20 oct. 2026 · Réunion publique"
    assert "<ul><li>Complet</li></ul>" in post.html
    again = changed(version(News.CORRECTED, MOVED, "status", before=full.facts), MOVED, CHANNEL)
    assert again.title.startswith("Corrigé") and "<ul><li><del>Complet</del></li></ul>" in again.html
    # what was full already, and is corrected otherwise, is no such news
    still = changed(version(News.CORRECTED, full, "price", before=full.facts), full, CHANNEL)
    assert still.title == "Corrigé\u00a0: 20 oct. 2026 · Complet\u00a0: Réunion publique"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (replace(LILLE, city="Roubaix", postcode="59100"), "59100 Roubaix</del> → Hôtel de ville"),
        (
            replace(LILLE, name="Mairie de quartier"),
            "<del>Mairie de quartier, 2 place Augustin-Laurent, 59000 Lille</del> → Hôtel",
        ),
        (None, "<li>Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille</li>"),
    ],
)
def test_a_move_tells_the_old_place_and_the_new(before, told):
    there = replace(MOVED, facts=replace(MOVED.facts, place=LILLE))
    facts = replace(MOVED.facts, place=before)
    post = changed(version(News.MOVED, there, "place", before=facts), there, CHANNEL)
    assert told in post.html
    online = replace(there, facts=replace(there.facts, mode=Mode.ONLINE, place=None))
    post = changed(version(News.MOVED, online, "place", "mode", before=there.facts), online, CHANNEL)
    assert post.html.count("59000 Lille</del> → En ligne</li>") == 1


def test_a_cancellation_says_so_once():
    post = changed(version(News.CANCELLED, CANCELLED, "status", before=MOVED.facts), CANCELLED, CHANNEL)
    assert post.title == "Annulé\u00a0: 20 oct. 2026 · Réunion publique"
    assert "Annulé" not in post.html


@pytest.mark.parametrize("uid", [f"{'b' * 32}@agenda.example.org", "of another make/1", EVENTS[1].uid])
def test_an_event_that_is_another_leads_to_that_one(uid):
    there = f"https://agenda.example.org/{event_page(uid)}"
    gone = replace(MOVED, merged_into=uid, witnesses=())
    post = changed(version(News.MERGED, gone, before=MOVED.facts), gone, CHANNEL)
    assert post.link == there
    assert f'Désormais annoncé ici\u00a0: <a href="{there}">agenda.example.org</a>' in post.html
    assert post.html.count("Désormais") == 1
    (entry,) = Calendar.from_ical(FORMATS["ics"].render([gone], channel=CHANNEL, now=NOW)).walk("VEVENT")
    assert entry["URL"] == there and f"Désormais annoncé ici\u00a0: {there}" in entry["DESCRIPTION"]
    # where it was announced is still told
    assert gone.facts.url in entry["DESCRIPTION"]


def test_changes_are_told_in_every_feed():
    posts = [changed(version(news, MOVED, "when"), MOVED, CHANNEL) for news in (News.MOVED, News.BACK)]
    for write, check in ((posts_rss, check_rss), (posts_atom, check_atom), (posts_jsonfeed, check_jsonfeed)):
        body = write(posts, CHANNEL)
        check(body)
        assert body.decode().count("Déplacé") == 1


def test_a_post_of_many_feeds_is_set_in_words_once_for_each_format():
    post = announced(EVENTS[0], CHANNEL)
    first = {kind: kind.tell([post], CHANNEL) for kind in map(FORMATS.get, ("rss", "atom", "jsonfeed"))}
    assert len(post.said) == 3 and len(set(post.said.values())) == 3
    post.said.update({name: f"{text}<!-- kept -->" for name, text in post.said.items()})
    for kind, body in first.items():
        assert kind.tell([post], CHANNEL).count(b"kept") == 1 and body.count(b"kept") == 0


def test_an_empty_feed_says_no_day_it_was_built():
    empty = posts_rss([], CHANNEL)
    check_rss(empty)
    assert b"lastBuildDate" not in empty and b"1970" not in empty
    assert b"lastBuildDate" not in FORMATS["rss"].render([], channel=CHANNEL, now=NOW)
    assert told("rss").count(b"lastBuildDate") == 2


def test_a_week_is_told_on_its_monday_and_no_empty_one():
    monday = at(5, 0, 1)  # a crawl by night: no reader may be told of a post of later that day
    held = [
        mention(event(1, "Lundi", when(at(5, 18))), CHANNEL),
        mention(event(2, "Dimanche", when(date(2026, 10, 11))), CHANNEL),
        mention(event(3, "Après", when(at(12, 9))), CHANNEL),
    ]
    # as they are kept they say the same
    assert [mentioned(each.text()) for each in held] == held
    (post,) = weeks(held, CHANNEL, now=monday)
    assert post.title == "Semaine du 5 oct. 2026\u00a0: 2 événements"
    assert post.published <= monday
    assert "Après" not in post.html
    later = weeks(held, CHANNEL, now=monday + timedelta(days=8))
    assert [each.id for each in later][1:] == [post.id]
    assert asdict(later[1]) == asdict(post)


def test_a_week_says_whose_the_hours_of_other_clocks_are():
    evening = datetime(2026, 10, 8, 18, tzinfo=ZoneInfo("Europe/London"))
    held = mention(event(1, "Webinaire", when(evening, timezone="Europe/London"), mode=Mode.ONLINE), CHANNEL)
    (post,) = weeks([held], CHANNEL, now=evening)
    assert "jeu. 8 oct. 2026, 18:00 (Londres)" in post.html


def test_a_week_tells_the_sittings_of_a_series_that_fall_in_it():
    begun = [at(day, 18, month=12) for day in (3, 5, 8)]
    full = [datetime(2027, 1, day, 18, tzinfo=UTC) for day in (4, 5, 6, 7, 8)]
    series = mention(
        event(1, "Atelier", when(begun[0], occurrences=tuple((each, None) for each in begun + full))), CHANNEL
    )
    weekly = mention(event(2, "Permanence", when(begun[0], rrule="FREQ=WEEKLY")), CHANNEL)
    kept = [mentioned(each.text()) for each in (series, weekly)]
    assert kept == [series, weekly]
    (post, *_) = weeks(kept, CHANNEL, now=full[0])
    assert post.title.startswith("Semaine du 4 janv. 2027") and "2026" not in post.html
    assert "lun. 4 janv. 2027, 19:00 · mar. 5 janv. 2027, 19:00 · mer. 6 janv. 2027, 19:00 (+2)" in post.html
    (post, *_) = weeks(kept, CHANNEL, now=begun[0])
    assert post.html.count("jeu. 3 déc. 2026, 18:00") == 2 and "sam. 5 déc. 2026" in post.html
    assert "8 déc." not in post.html


def test_an_announcement_is_dated_when_we_first_saw_it():
    post = announced(EVENTS[0], CHANNEL)
    assert post.published == EVENTS[0].first_seen
