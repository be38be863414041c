"""The feed people read, as feedparser reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Place, Status
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.markup import clean_html
from agenda_scraper.publish.modules import NEWEST
from agenda_scraper.publish.rss import check_rss
from samples import EVENTS, NOW, SEEN, at, event, when

CHANNEL = Channel("Agenda", "https://agenda.example.org/feeds/all.rss", "https://agenda.example.org/")
render_rss = FORMATS["rss"].render


def feed(*events):
    body = render_rss(events, channel=CHANNEL, now=NOW)
    check_rss(body)
    found = feedparser.parse(body)
    assert not found.bozo
    return found


def item(given):
    (found,) = feed(given).entries
    return found


def test_the_newest_announcement_comes_first():
    assert [entry.id for entry in feed(*EVENTS).entries] == [each.uid for each in EVENTS[::-1]]


def test_the_clock_and_the_order_play_no_part():
    body = render_rss(EVENTS, channel=CHANNEL, now=NOW)
    assert render_rss(EVENTS[::-1], channel=CHANNEL, now=NOW + timedelta(days=1)) == body


def test_a_date_of_publication_is_never_the_date_of_the_event():
    found = item(EVENTS[0])
    assert datetime(*found.published_parsed[:6], tzinfo=UTC) == EVENTS[0].first_seen
    assert (found.ev_startdate, found.ev_enddate) == ("2026-11-17", "2026-11-18")


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (EVENTS[0], "17–18 nov. 2026 · Lille · Rencontres régionales de la concertation"),
        (EVENTS[2], "3 oct. 2026 (+2) · Tourcoing · Complet\u00a0: Atelier « Dessine ton quartier »"),
        (EVENTS[3], "25 oct. 2026 · Villeneuve-d’Ascq · Annulé\u00a0: Balade urbaine"),
        (EVENTS[5], "3 Dec 2026 · Deliberative democracy, one year on"),
        (EVENTS[4], "Reporté\u00a0: Budget participatif : vote"),
        (
            event(1, "Fête", when(date(2026, 12, 30), date(2027, 1, 1)), language="fr"),
            "30 déc. 2026 – 1er janv. 2027 · Fête",
        ),
    ],
)
def test_the_title_carries_the_days_and_the_town(given, title):
    # CLDR sets thin and no-break spaces as its edition likes.
    assert " ".join(item(given).title.split()) == " ".join(title.split())


def test_an_entry_leads_to_its_source_and_keeps_its_name():
    found = item(EVENTS[0])
    assert found.link == "https://source.example.org/agenda/1"
    assert (found.id, found.guidislink) == (EVENTS[0].uid, False)
    assert [tag.term for tag in found.tags] == ["conference", "urban-planning", "mobility"]


def test_programs_find_when_where_and_who():
    found = item(EVENTS[0])
    assert found.ev_location == "Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille"
    assert (found.ev_organizer, found.ev_type) == ("Département du Nord", "conference")
    assert found.where["coordinates"] == (3.07, 50.63)
    assert item(EVENTS[1]).ev_startdate == "2026-10-14T18:30+02:00"


def test_people_find_them_too():
    told = item(EVENTS[1]).summary
    for words in (
        "mer. 14 oct. 2026",
        "18:30",
        "20:00",
        "Salle des fêtes, Roubaix",
        "Ville de Roubaix",
        "source.example.org",
    ):
        assert words in told


def test_a_new_date_tells_the_old_one():
    moved = event(
        1, "Débat", when(at(14, 18), previous_start=date(2026, 10, 1)), status=Status.RESCHEDULED, language="fr"
    )
    assert "Nouvelle date" in item(moved).summary and "jeu. 1er oct. 2026" in item(moved).summary


def test_the_feed_says_who_it_is():
    about = feed(*EVENTS).feed
    assert (about.title, about.link, about.language, about.ttl) == ("Agenda", CHANNEL.home, "fr", "360")
    assert {"rel": "self", "href": CHANNEL.url, "type": "application/rss+xml"} in about.links
    assert datetime(*about.updated_parsed[:6], tzinfo=UTC) == max(each.changed_at for each in EVENTS)


def test_an_empty_feed_does_not_tell_the_time():
    assert render_rss((), channel=CHANNEL, now=NOW) == render_rss((), channel=CHANNEL, now=NOW + timedelta(days=1))


@pytest.mark.slow
def test_a_feed_keeps_the_newest_only():
    many = [replace(EVENTS[0], uid=f"u{n}", first_seen=SEEN + timedelta(minutes=n)) for n in range(NEWEST + 5)]
    entries = feed(*many).entries
    assert (len(entries), entries[0].id, entries[-1].id) == (NEWEST, f"u{NEWEST + 4}", "u5")


def test_a_broken_feed_is_refused():
    body = render_rss(EVENTS, channel=CHANNEL, now=NOW)
    for spoilt in (body[:-30], b"<rss/>", b""):
        with pytest.raises(PublishError):
            check_rss(spoilt)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>a <em>b</em></p>", "<p>a <em>b</em></p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<h2 onclick=x>T</h2><div style='x'>d</div>", "<p>T</p><p>d</p>"),
        ("a<script>alert(1)</script>b", "ab"),
        ("<style>p{}</style><svg><a href='https://x.org/'>s</a></svg>t", "t"),
        ("<a href='javascript:alert(1)'>a</a> <a href='/b'>b</a>", "a b"),
        ("<a href='https://x.org/?a=1&amp;b=2'>c</a>", '<a href="https://x.org/?a=1&amp;b=2">c</a>'),
        ("<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"),
        ("</p>&lt;script&gt; &#8238; <img src=x onerror=y>", "&lt;script&gt;"),
        ("<b><i>a</b></i>", "<b><i>a</i></b>"),
        ("<p>abcdefghijkl</p><p>m</p>", "<p>abcdefghij…</p>"),
    ],
)
def test_markup_is_written_anew(given, kept):
    assert clean_html(given, length=10 if "abcdef" in given else 500) == kept


def test_a_place_without_a_town_is_no_hole_in_the_title():
    found = item(event(1, "Débat", when(date(2026, 11, 3)), place=Place("Mairie"), language="fr"))
    assert " ".join(found.title.split()) == "3 nov. 2026 · Débat"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("<b>Débat</b> <script>x</script>", "Débat x"),
        ("Budget <5000 € & plus", "Budget <5000 € & plus"),
        ("<<b>script>alert(1)", "< script>alert(1)"),
        ("Fin <img src=x onerror=y ", "Fin < img src=x onerror=y"),
        ("<i></i>", "…"),
    ],
)
def test_a_title_is_no_html_to_any_reader(title, told):
    body = render_rss([event(1, title, when(None))], channel=CHANNEL, now=NOW)
    assert feedparser.parse(body, sanitize_html=False).entries[0].title == told


def test_an_end_before_the_start_is_told_to_no_program():
    assert "ev_enddate" not in item(event(1, "Débat", when(date(2026, 11, 3), date(2026, 11, 2))))


def test_hours_of_other_clocks_say_whose_they_are():
    moment = datetime(2026, 12, 9, 14, tzinfo=UTC)
    london = replace(when(moment), timezone="Europe/London")
    assert "14:00</strong> (Londres)" in item(event(1, "Webinar", london, language="fr")).description
    brussels = replace(when(moment), timezone="Europe/Brussels")
    assert "Bruxelles" not in item(event(1, "Webinar", brussels, language="fr")).description
    assert "(" not in item(event(1, "Webinar", when(date(2026, 12, 9)), language="fr")).description
