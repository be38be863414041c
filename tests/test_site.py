"""The public page: what it shows, and that nothing of a source can act in it."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser
from importlib.resources import files
from math import hypot
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda_scraper.history import Biography, News, Turn, Version
from agenda_scraper.links import told_apart
from agenda_scraper.merge.edits import _FIELDS
from agenda_scraper.model import Evidence, Mode, Organiser, Role, Status, Witness
from agenda_scraper.site.addresses import month_page
from agenda_scraper.site.eventpage import render_event
from agenda_scraper.site.frame import Frame
from agenda_scraper.site.map import Paper, Spot, drawn
from agenda_scraper.site.month import Entry, render_month
from agenda_scraper.site.news import render_news
from agenda_scraper.site.pages import SHOWN, Listing, card_text, listed, render_list, render_missing, render_subscribe
from agenda_scraper.site.series import said_rule
from agenda_scraper.site.standing import standing, standing_of
from agenda_scraper.site.widget import render_widget
from agenda_scraper.site.words import words
from agenda_scraper.zones import day_of, local, span_of
from hostile_events import EVENTS as ANY_EVENT
from hostile_events import TEXT
from samples import EVENTS, NOW, PARIS, SITE, at, event, when

TRANSLATIONS = files("agenda_scraper.site").joinpath("translations")


class Page(HTMLParser):
    """A page as a browser takes it apart: tags with their attributes, text by the class it stands under."""

    def __init__(self, body):
        super().__init__(convert_charrefs=True)
        self.tags, self.scripts, self._stack = [], [], []
        self.text = {}
        self.feed(body.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br"}:
            self._stack.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag):
        if self._stack:
            self._stack.pop()

    def handle_data(self, data):
        name = self._stack[-1] if self._stack else ""
        if name == "script":
            self.scripts.append(data)
        elif data.strip():
            self.text.setdefault(name, []).append(data.strip())

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def frame_of(site=SITE, now=NOW, path="index.html"):
    return Frame(site, (), words(site.language), day_of(local(now, site.timezone)), path)


def render_index(events, *, site=SITE, now=NOW):
    frame = frame_of(site, now)
    ordered = sorted(events, key=lambda each: (*span_of(each.facts.when), each.uid))
    cards = [card_text(each, frame.words, today=frame.today, home=site.timezone)[0] for each in ordered]
    shown = [listed(card) for card in cards if card]
    feed = frame.subscription("all", site.title)
    return render_list(Listing(site.title, "", feed, shown[:SHOWN], len(shown)), frame)


def page(*events, site=SITE, now=NOW):
    return Page(render_index(events, site=site, now=now))


def event_page(given, site=SITE):
    return Page(render_event(Biography(given), frame_of(site, path="event/1.html")))


def titles(seen):
    return [text for text in seen.text.get("a", []) if text in {each.facts.title for each in EVENTS}]


def test_the_list_goes_from_what_is_on_to_what_has_no_date():
    headings = page(*EVENTS).text["h2"]
    assert headings == [
        *("En ce moment", "octobre 2026", "novembre 2026", "décembre 2026", "Date à venir"),
        "S’abonner à tout l’agenda",
    ]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 9, 13), None, False),
        (date(2026, 9, 14), None, True),
        (date(2026, 9, 1), date(2026, 9, 14), True),
        (datetime(2026, 9, 14, 0, 30, tzinfo=PARIS), None, True),
        (None, None, True),
    ],
)
def test_only_what_is_not_over_is_listed(start, end, shown):
    given = replace(EVENTS[0], facts=replace(EVENTS[0].facts, when=when(start, end)))
    assert (given.facts.title in titles(page(given))) is shown


def test_sittings_that_are_over_are_not_told():
    told = page(EVENTS[2], now=datetime(2026, 10, 5, tzinfo=PARIS)).text["time"]
    assert told == ["samedi 10 octobre 2026 de 9\u00a0h à 12\u00a0h", "samedi 17 octobre 2026 de 9\u00a0h à 12\u00a0h"]


@pytest.mark.parametrize(
    ("given", "french", "english"),
    [
        (when(date(2026, 11, 1)), "dimanche 1er novembre 2026", "Sunday 1 November 2026"),
        (
            when(date(2026, 11, 17), date(2026, 11, 18)),
            "mardi 17 et mercredi 18 novembre 2026",
            "Tuesday 17 and Wednesday 18 November 2026",
        ),
        (
            when(date(2026, 10, 30), date(2026, 11, 2)),
            "du vendredi 30 octobre au lundi 2 novembre 2026",
            "Friday 30 October to Monday 2 November 2026",
        ),
        (when(at(14, 18, 30)), "mercredi 14 octobre 2026 à 18\u00a0h\u00a030", "Wednesday 14 October 2026, 18:30"),
        (
            when(at(14, 18, 30), at(14, 20)),
            "mercredi 14 octobre 2026 de 18\u00a0h\u00a030 à 20\u00a0h",
            "Wednesday 14 October 2026, 18:30–20:00",
        ),
        (
            when(at(14, 20), at(15, 1)),
            "mercredi 14 octobre 2026 à 20\u00a0h – jeudi 15 octobre 2026 à 1\u00a0h",
            "Wednesday 14 October 2026, 20:00 – Thursday 15 October 2026, 01:00",
        ),
    ],
)
def test_dates_are_told_in_words(given, french, english):
    assert page(event(1, "Débat", given)).text["time"] == [french]
    assert page(event(1, "Débat", given), site=replace(SITE, language="en")).text["time"] == [english]


def test_badges_tell_what_changes_plans():
    shown = page(*EVENTS)
    assert shown.text["badge cancelled"] == ["Annulé"]
    assert shown.text["badge postponed"] == ["Reporté"]
    assert shown.text["badge full"] == ["Complet"]
    assert shown.text["badge free"] == ["Gratuit"]
    assert shown.text["badge moved-online"] == ["Passé en ligne"]
    mixed = event(1, "Débat", when(at(14, 18)), mode=Mode.MIXED)
    assert page(mixed).text["badge online"] == ["Aussi en ligne"]


def test_people_place_and_source_stand_beside_the_title():
    shown = page(EVENTS[0])
    assert shown.text["where"] == ["Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille"]
    assert shown.text["who"] == ["Organisé par Département du Nord, avec Institut « Dialogue », antenne de Lille"]
    assert shown.text["kind"] == ["Rencontres · Professionnels"]
    assert {"href": "https://source.example.org/agenda/1"} in shown.all("a")


def test_braces_in_a_name_stay_braces():
    braced = event(1, "Débat", when(at(14, 18)), organisers=(Organiser("{names} {0.x}"), Organiser("b", Role.PARTNER)))
    assert page(braced).text["who"] == ["Organisé par {names} {0.x}, avec b"]


def test_every_feed_can_be_subscribed_to():
    frame = frame_of(path="subscribe.html")
    shown = Page(render_subscribe([frame.subscription("all", "Tout"), frame.subscription("nord", "Nord")], frame))
    links = {attrs["href"] for attrs in shown.all("a")}
    for name in ("all", "nord"):
        assert {f"webcal://agenda.example.org/feeds/{name}.ics", f"feeds/{name}.ics", f"feeds/{name}.rss"} <= links
        assert {f"feeds/{name}-changes.rss", f"feeds/{name}-upcoming.rss", f"feeds/{name}.atom"} <= links
    copied = [attrs["value"] for attrs in shown.all("input")]
    assert "https://agenda.example.org/feeds/nord.ics" in copied
    alternates = [(link["type"], link["href"]) for link in shown.all("link") if link["rel"] == "alternate"]
    assert ("application/rss+xml", "feeds/all.rss") in alternates and ("text/calendar", "feeds/nord.ics") in alternates


def test_the_page_asks_nobody_for_anything():
    shown = page(*EVENTS)
    fetched = [link["href"] for link in shown.all("link") if link["rel"] in ("stylesheet", "icon")]
    assert fetched[1:] == ["style.css"] and fetched[0].startswith("data:image/svg+xml,")
    assert not shown.all("img") and not shown.all("iframe")
    style = files("agenda_scraper.site").joinpath("style.css").read_text()
    assert "url(" not in style and "@import" not in style


def test_machines_read_the_page_of_an_event():
    (script,) = event_page(EVENTS[0]).scripts
    (told,) = json.loads(script)["@graph"]
    assert (told["startDate"], told["endDate"]) == ("2026-11-17", "2026-11-18")
    assert told["location"]["address"]["addressLocality"] == "Lille"
    cancelled = next(each for each in EVENTS if each.facts.status is Status.CANCELLED)
    (told,) = json.loads(event_page(cancelled).scripts[0])["@graph"]
    assert told["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_speaker_is_named_without_a_page():
    told = replace(EVENTS[1], facts=replace(EVENTS[1].facts, organisers=(Organiser("Ada Lovelace", Role.SPEAKER),)))
    shown = event_page(told)
    assert "Ada Lovelace" in shown.text["dd"]
    assert not [link for link in shown.all("a") if "organiser" in link["href"]]


def test_the_calendar_of_google_is_called_as_its_readers_know_it():
    assert "Google Agenda" in event_page(EVENTS[0]).text["door"]
    english = event_page(EVENTS[0], site=replace(SITE, language="en")).text["door"]
    assert "Google Calendar" in english and "Google Agenda" not in english


def test_zero_is_singular_in_french_and_no_event_is_one():
    assert words("fr").count("month.events", 0) == "0 événement ce mois-ci"
    assert words("fr").count("sources.lead", 0) == "0 source est relevée."
    assert words("fr").count("upcoming", 2) == "2 événements à venir"
    assert words("en").count("month.events", 0) == "0 events this month"


def test_evidence_is_told_in_words():
    names = ("when.start", "place.city", "modified", "published", "registration_url", "other_start")
    evidence = tuple(Evidence(name, "exemple", "h1", "texte", "") for name in names)
    by_hand = Evidence("when.end", "", "correction 3", "2026-11-18", "corrected by hand")
    shown = event_page(replace(EVENTS[0], evidence=(by_hand, *evidence)))
    assert shown.text["th"][3:] == [
        *("Fin", "Début", "Ville", "Modifié", "Publié", "Page d’inscription", "Autre date annoncée")
    ]
    assert "correction n° 3, faite à la main" in shown.text["td"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_one_can_correct_has_a_name(language):
    named = words(language).sentences
    assert not [name for name in _FIELDS if f"field.{name}" not in named]


def test_an_event_can_be_put_into_any_calendar():
    links = [attrs["href"] for attrs in event_page(EVENTS[0]).all("a")]
    assert any(link.startswith("../event/") and link.endswith(".ics") for link in links)
    google = next(link for link in links if "calendar.google.com" in link)
    # the end of whole days is the day after
    assert "dates=20261117%2F20261119" in google
    assert any("outlook.live.com" in link for link in links)
    undated = next(each for each in EVENTS if each.facts.when.start is None)
    assert not [link for link in event_page(undated).all("a") if "google" in link["href"]]


def test_sittings_are_no_block_of_days():
    shown = event_page(EVENTS[2])
    links = [attrs["href"] for attrs in shown.all("a")]
    assert any("dates=20261003T090000%2F20261003T120000" in link for link in links)
    outlook = next(link for link in links if "outlook.live.com" in link)
    assert "startdt=2026-10-03T09%3A00" in outlook and "enddt=2026-10-03T12%3A00" in outlook
    graph = json.loads(shown.scripts[0])["@graph"]
    assert [(each["startDate"][:16], each["endDate"][:16]) for each in graph] == [
        (f"2026-10-{day:02}T09:00", f"2026-10-{day:02}T12:00") for day in (3, 10, 17)
    ]
    assert {each["name"] for each in graph} == {EVENTS[2].facts.title}


def test_google_takes_the_whole_series_of_what_goes_on_by_a_rule():
    told = event(7, "Café", when(at(6, 19), at(6, 21), rrule="FREQ=WEEKLY;BYDAY=TU"))
    links = [attrs["href"] for attrs in event_page(told).all("a")]
    assert any("google" in link and "recur=RRULE%3AFREQ%3DWEEKLY%3BBYDAY%3DTU" in link for link in links)
    nonsense = replace(told, facts=replace(told.facts, when=replace(told.facts.when, rrule="le mardi")))
    assert not [attrs for attrs in event_page(nonsense).all("a") if "recur=" in attrs["href"]]


def test_the_history_names_sources_as_people_know_them():
    turns = (Turn(NOW, News.ANNOUNCED, "exemple"), Turn(NOW, News.CORRECTED, ""), Turn(NOW, News.MOVED, "autre"))
    page = render_event(Biography(EVENTS[0], turns), frame_of(), {"exemple": "Exemple & Cie"}).decode()
    told = re.findall(r"<li><time[^>]*>lundi 14 septembre 2026\u00a0:</time> ([^<]+)</li>", page)
    assert told == ["Annoncé (Exemple &amp; Cie)", "Corrigé", "Déplacé (autre)"]


def test_two_pages_of_one_host_are_told_apart_and_two_spellings_are_one():
    own = "https://source.example.org/agenda/1"
    others = ("https://source.example.org/actualit%C3%A9s/2?p=3", "https://www.elsewhere.example/x")
    spelled = "https://www.source.example.org/agenda/1/"
    witnesses = tuple(Witness("autre", url) for url in (own, *others, spelled))
    told = replace(EVENTS[0], witnesses=witnesses)
    links = [
        ("source.example.org/agenda/1", own),
        ("source.example.org/actualités/2?p=3", others[0]),
        ("elsewhere.example", others[1]),
    ]
    page = render_event(Biography(told), frame_of()).decode()
    assert re.findall(r'<li><a href="(https://[^"]+)">([^<]+)</a></li>', page) == [(url, text) for text, url in links]
    long = [f"https://source.example.org/{'a/' * 60}{number}" for number in (1, 2)]
    assert len({text for text, _ in told_apart(long)}) == 2


@pytest.mark.parametrize(
    ("rule", "french", "english"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "tous les mardis", "every Tuesday"),
        ("FREQ=WEEKLY", "tous les mardis", "every Tuesday"),
        ("FREQ=WEEKLY;BYDAY=TH,TU,MO", "tous les lundis, mardis et jeudis", "every Monday, Tuesday, and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "toutes les 2 semaines, les mardis", "every 2 weeks on Tuesday"),
        ("FREQ=DAILY", "tous les jours", "every day"),
        ("FREQ=MONTHLY;BYDAY=1TU", "le premier mardi de chaque mois", "every month on the first Tuesday"),
        ("FREQ=MONTHLY;BYDAY=-1TU", "le dernier mardi de chaque mois", "every month on the last Tuesday"),
        ("FREQ=MONTHLY", "le 6 de chaque mois", "every month on day 6"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "régulièrement", "regularly"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "régulièrement", "regularly"),
        ("FREQ=YEARLY", "régulièrement", "regularly"),
        ("le mardi", "régulièrement", "regularly"),
    ],
)
def test_the_page_of_what_goes_on_says_the_rule_and_no_day_as_the_day(rule, french, english):
    told = event(7, "Café", when(at(6, 19), at(6, 21), rrule=rule))
    page = event_page(told)
    assert page.text["rule"] == [f"{french} de 19\u00a0h à 21\u00a0h"]
    assert page.text["note"] == ["à partir du mardi 6 octobre 2026"]
    assert said_rule(told.facts.when, words("en")) == f"{english}, 19:00–21:00"
    assert not [attrs for tag, attrs in page.tags if tag == "time"]
    described = next(attrs["content"] for attrs in page.all("meta") if attrs.get("name") == "description")
    assert french in described


def test_the_page_of_what_goes_on_says_until_when_whose_hours_and_what_moved():
    told = when(
        at(6, 19), rrule="FREQ=WEEKLY;UNTIL=20261222", previous_start=date(2026, 9, 8), timezone="Europe/London"
    )
    assert event_page(event(7, "Café", told)).text["note"] == [
        "heure de Londres, à partir du mardi 6 octobre 2026, jusqu’au mardi 22 décembre 2026, auparavant mardi 8 septembre 2026"
    ]
    counted = when(date(2026, 10, 6), rrule="FREQ=DAILY;COUNT=12")
    assert event_page(event(7, "Café", counted)).text["note"] == ["à partir du mardi 6 octobre 2026, 12 fois"]


def test_programs_are_told_the_schedule_of_what_goes_on_and_no_day_as_the_only_one():
    def graph(rule):
        told = event(7, "Café", when(at(6, 19), at(6, 21), rrule=rule))
        (only,) = json.loads(event_page(told).scripts[0])["@graph"]
        return only

    weekly = graph("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261222T180000Z")
    assert "startDate" not in weekly and "endDate" not in weekly
    assert weekly["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P2W",
        "byDay": ["https://schema.org/Tuesday"],
        "startDate": "2026-10-06",
        "endDate": "2026-12-22",
        "startTime": "19:00:00",
        "endTime": "21:00:00",
        "scheduleTimezone": "Europe/Paris",
    }
    assert graph("FREQ=MONTHLY;BYDAY=-1TU;COUNT=4")["eventSchedule"]["byDay"] == ["-1TU"]
    # schema.org has no word for it: better the first day than a rule that says more days
    assert graph("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1")["startDate"][:10] == "2026-10-06"


def test_news_tell_the_rule_of_what_goes_on():
    told = event(7, "Café", when(at(6, 19), rrule="FREQ=WEEKLY"))
    assert news_of(told).text["note"] == ["tous les mardis à 19\u00a0h"]


ANY_DAY = st.one_of(st.dates(), st.sampled_from([date.min, date.max]))
ANY_HOUR = st.one_of(
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-12)), timezone(timedelta(hours=14))])),
    st.sampled_from([datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]),
)
FAR_ZONES = st.sampled_from(["UTC", "Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago"])


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_DAY, ANY_HOUR), st.one_of(st.none(), ANY_DAY, ANY_HOUR), FAR_ZONES, st.booleans())
def test_no_day_a_date_can_be_stops_a_page(start, end, timezone, apart):
    sittings = ((start, end), (start, None)) if apart else ()
    told = event(1, "Débat", when(start, end, timezone=timezone, occurrences=sittings))
    harmless(render_event(Biography(told), frame_of(path="event/1.html")))
    harmless(render_index([told]))
    stands = standing_of(told, words("fr"))
    for day, clock in stands.days[-2:]:
        month = date.fromisoformat(day).replace(day=1)
        entries = {date.fromisoformat(day): [Entry(clock, stands.title, stands.page, stands.over)]}
        path = month_page(month)
        assert date.fromisoformat(f"{path[6:13]}-01") == month
        sheet = Page(render_month(month, entries, frame_of(path=path), count=1, known=[month]))
        assert {"href": f"../{stands.page}"} in sheet.all("a")
        assert len(sheet.all("td")) % 7 == 0


def test_the_last_of_all_days_is_told_without_the_one_after():
    links = [attrs["href"] for attrs in event_page(event(1, "Veille", when(date.max))).all("a")]
    assert any("outlook.live.com" in link for link in links) and not any("google" in link for link in links)


def test_an_event_that_was_merged_leads_to_the_other():
    merged = replace(EVENTS[0], merged_into=f"{'a' * 32}@agenda.example.org")
    assert {"href": f"../event/{'a' * 16}.html"} in event_page(merged).all("a")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_of_ours_begins_with_a_sign(language):
    said = words(language)
    told = [*said.sentences.values(), *(form for forms in said.forms.values() for form in forms)]
    assert not [each for each in told if re.search(" [:;!?»]|« ", each)]


def test_a_page_of_no_address_leads_home_from_any_depth():
    shown = Page(render_missing(frame_of(path="404.html")))
    links = [attrs["href"] for attrs in shown.all("a")] + [attrs["href"] for attrs in shown.all("link")]
    assert all(link.startswith(("https://agenda.example.org/", "/", "#", "data:")) for link in links)


def test_the_widget_is_small_and_its_links_are_whole():
    body = render_widget("Agenda", EVENTS, frame_of())
    assert len(body) < 2048 + 200 * len(EVENTS)
    assert all(link["href"].startswith("https://agenda.example.org/event/") for link in Page(body).all("a"))


def test_the_widget_says_what_is_cancelled_postponed_or_full():
    said = Page(render_widget("Agenda", EVENTS, frame_of())).text["b"]
    assert said == ["Complet\xa0:", "Annulé\xa0:", "Reporté\xa0:", "Passé en ligne\xa0:", "Nouvelle date\xa0:"]


def entry_of(told, **more):
    stands = standing(standing_of(told, words("fr"), **more).text())
    return Entry(stands.days[0][1], stands.title, stands.page, stands.over, stands.mark, stands.language)


def sheet(*entries):
    month = date(2026, 10, 1)
    return Page(render_month(month, {month: entries}, frame_of(path="month/2026-10.html"), count=1, known=[month]))


def test_a_sheet_says_in_words_what_is_cancelled_or_full():
    full, cancelled, plain = (entry_of(EVENTS[number]) for number in (2, 3, 1))
    assert sheet(full).text["mark"] == ["Complet\xa0:"]
    assert sheet(cancelled).text["hidden"][-1] == "Annulé\xa0:"
    assert "mark" not in sheet(plain, cancelled).text and "Annulé\xa0:" not in sheet(plain).text["hidden"]


def test_a_title_in_another_language_says_so_wherever_it_stands():
    english, french = EVENTS[5], EVENTS[0]
    widget = Page(render_widget("Agenda", [english, french], frame_of()))
    assert [link.get("lang") for link in widget.all("a")] == ["en", None]
    assert [link.get("lang") for link in news_of(english).all("a") if "event/" in link["href"]] == ["en"]
    titles = [span for span in sheet(entry_of(english), entry_of(french)).all("span") if span.get("class") == "title"]
    assert [span.get("lang") for span in titles] == ["en", None]


def test_the_news_tell_the_old_date_as_old():
    shown = news_of(EVENTS[1], before=replace(EVENTS[1].facts, when=when(date(2026, 10, 7))))
    assert shown.text["hidden"] == ["auparavant"] and shown.text["del"] == ["mercredi 7 octobre 2026"]
    assert "hidden" not in news_of(EVENTS[1]).text


def test_nothing_announced_is_said_kindly():
    shown = page()
    assert "Rien d’annoncé pour l’instant" in shown.text["h2"]
    assert not shown.all("article")


def test_a_long_agenda_shows_the_next_and_counts_the_rest():
    many = [replace(EVENTS[1], uid=f"u{n}") for n in range(SHOWN + 3)]
    shown = page(*many)
    assert len(shown.all("article")) == SHOWN
    assert shown.text["more"] == ["3 autres événements, plus lointains, se trouvent dans le calendrier."]
    assert shown.text["count"] == [f"{SHOWN + 3} événements à venir"]


def test_a_further_page_of_a_filter_leads_to_the_one_before():
    frame = replace(frame_of(path="search.html"), live=True)
    feed = frame.subscription("all", "Bretagne", "region=bretagne")
    before = {}
    for number in (1, 2, 3):
        listing = Listing("Bretagne", "", feed, [listed("\n")], SHOWN * 3, (number - 1) * SHOWN)
        shown = Page(render_list(listing, frame))
        before[shown.text["h1"][0]] = [link["href"] for link in shown.all("a") if link.get("rel") == "prev"]
    assert before == {
        "Bretagne": [],
        "Bretagne, page 2": ["?region=bretagne"],
        "Bretagne, page 3": ["?region=bretagne&page=2"],
    }


def test_the_bytes_change_with_the_day_only():
    body = render_index(EVENTS)
    assert render_index(EVENTS[::-1], now=NOW + timedelta(hours=10)) == body
    assert render_index(EVENTS, now=datetime(2026, 12, 20, tzinfo=PARIS)) != body


def test_the_languages_say_the_same_things():
    french, english = words("fr").sentences, words("en").sentences
    assert french.keys() == english.keys()
    for key, sentence in french.items():
        assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", english[key])), key


@pytest.mark.parametrize(
    ("asked", "given"), [("fr-FR", "fr"), ("EN", "en"), ("tlh", "en"), ("../fr", "en"), ("", "en")]
)
def test_an_unknown_language_reads_as_english(asked, given):
    assert words(asked).language == given


def test_every_status_has_a_word_in_every_language():
    for status in Status:
        if status != Status.SCHEDULED:
            assert words("fr")(f"status.{status}") != f"status.{status}" != words("en")(f"status.{status}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_EVENT, max_size=3), TEXT)
def test_no_text_acts_in_a_page(events, title):
    site = replace(SITE, title=title)
    for told in events:
        harmless(render_event(Biography(replace(told, facts=replace(told.facts, summary_html=None))), frame_of(site)))
    harmless(render_index(events, site=site))


def harmless(body):
    seen = Page(body)
    # No tag, and no attribute, that a template does not write itself.
    own = {*("html", "head", "meta", "title", "link", "body", "a", "header", "nav", "ul", "li", "main", "article", "p")}
    own |= {*("h1", "h2", "h3", "dl", "dt", "dd", "time", "br", "span", "div", "section", "footer", "script", "aside")}
    own |= {*("label", "input", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "code")}
    assert {tag for tag, _ in seen.tags} <= own
    assert not [name for _, attrs in seen.tags for name in attrs if name.startswith("on") or name == "style"]
    for link in seen.all("a"):
        assert re.match(r"(https?://|webcal://|mailto:|#|feeds/|(\.\./)*[a-z-]+(/[^:]*)?\.)[^\s\"'<>]*$", link["href"])
    assert not re.search("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]", body.decode("utf-8"))
    policy = next(meta["content"] for meta in seen.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    for script in seen.scripts:
        assert json.loads(script)["@context"] == "https://schema.org"
        # Only that very list may run as a script, and it is no program.
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
    assert seen.scripts or "script-src 'none'" in policy


def test_hours_of_other_clocks_say_whose_they_are():
    london = replace(when(datetime(2026, 12, 9, 15, tzinfo=PARIS)), timezone="Europe/London")
    assert page(event(1, "Webinar", london)).text["note"] == ["heure de Londres"]
    brussels = replace(london, timezone="Europe/Brussels")
    assert "note" not in page(event(1, "Webinar", brussels)).text


def test_hours_of_other_clocks_say_so_on_widget_sheet_and_news():
    webinar = EVENTS[5]
    assert "18\u00a0h, heure de Londres" in render_widget("Agenda", EVENTS, frame_of()).decode()
    assert standing_of(webinar, words("fr"), home="Europe/Paris").days == [("2026-12-03", "18:00 heure de Londres")]
    assert standing_of(webinar, words("fr"), home="Europe/London").days == [("2026-12-03", "18:00")]
    earlier = replace(webinar.facts, when=replace(webinar.facts.when, start=at(2, 17, month=12)))
    assert news_of(webinar, before=earlier).text["note"] == ["jeudi 3 décembre 2026 à 18\u00a0h, heure de Londres"]


def news_of(told, before=None):
    version = Version(told.uid, 1, NOW, News.MOVED, told.facts, before)
    return Page(render_news([(version, told)], frame_of(path="news.html")))


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(file.name.removesuffix(".po") for file in TRANSLATIONS.iterdir()))
def test_a_translation_has_every_sentence_with_its_blanks_and_every_form_of_a_plural(language):
    own, known = words(language), words("en")
    assert own.language == language
    assert own.sentences.keys() == known.sentences.keys() and own.forms.keys() == known.forms.keys()
    assert all(blanks(own.sentences[key]) == blanks(text) for key, text in known.sentences.items())
    for key, forms in own.forms.items():
        assert {own.form(count) for count in range(200)} == set(range(len(forms)))
        assert blanks(forms[own.form(5)]) == blanks(known.forms[key][known.form(5)]) >= {"count"}, key
    assert own.count("upcoming", 1) != own.count("upcoming", 21) and "21" in own.count("upcoming", 21)


@pytest.mark.parametrize(
    ("language", "hours", "days"),
    [
        ("fr", "mercredi 18 novembre 2026 de 18 h 30 à 20 h", "du samedi 28 novembre au mercredi 2 décembre 2026"),
        ("en", "Wednesday 18 November 2026, 18:30–20:00", "Saturday 28 November to Wednesday 2 December 2026"),
        ("de", "Mittwoch, 18. November 2026, 18:30–20:00 Uhr", "Samstag, 28. November bis Mittwoch, 2. Dezember 2026"),
        ("es", "miércoles 18 de noviembre de 2026 de 18:30 a 20:00 h",
         "del sábado 28 de noviembre al miércoles 2 de diciembre de 2026"),
        ("it", "mercoledì 18 novembre 2026, ore 18:30–20:00", "da sabato 28 novembre a mercoledì 2 dicembre 2026"),
        ("nl", "woensdag 18 november 2026, 18:30–20:00 uur",
         "zaterdag 28 november tot en met woensdag 2 december 2026"),
        ("pt", "quarta-feira 18 de novembro de 2026 das 18h30 às 20h",
         "de sábado 28 de novembro a quarta-feira 2 de dezembro de 2026"),
        ("ca", "dimecres 18 de novembre del 2026 de 18:30 a 20:00 h",
         "del dissabte 28 de novembre al dimecres 2 de desembre del 2026"),
    ],
)  # fmt: skip
def test_a_sitting_is_told_as_each_language_writes_it(language, hours, days):
    own = words(language)
    assert own.span(at(18, 18, 30, month=11), at(18, 20, month=11)).replace("\u00a0", " ") == hours
    assert own.span(date(2026, 11, 28), date(2026, 12, 2)) == days


def test_no_circle_of_the_map_covers_the_number_of_another():
    spots = [
        Spot(name, count, f"{name}.html", latitude, longitude) for name, count, latitude, longitude in AROUND_PARIS
    ]
    told = drawn(spots, Paper((41.2, -5.3), (51.2, 9.7)), [(48.8, 2.3)], frame_of(SITE))
    circles = [tuple(map(int, each)) for each in re.findall(r'cx="(\d+)" cy="(\d+)" r="(\d+)"', told)]
    assert len(circles) == len(spots)
    for number, (x, y, _) in enumerate(circles):
        for other_x, other_y, radius in circles[number + 1 :]:
            assert hypot(x - other_x, y - other_y) > radius + 10


AROUND_PARIS = (
    ("Seine-Saint-Denis", 2, 48.92, 2.46),
    ("Paris", 1, 48.86, 2.35),
    ("Hauts-de-Seine", 1, 48.86, 2.35),
    ("Rhône", 5, 45.8, 4.7),
)
