"""The whole publication: every page and feed of a store as files, and only what changed written anew."""

import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.agenda import Feed
from agenda_scraper.errors import PublishError
from agenda_scraper.history import News
from agenda_scraper.links import event_page
from agenda_scraper.model import Organiser, Place, Role, Status
from agenda_scraper.publication import publish
from agenda_scraper.query import Query
from agenda_scraper.site.addresses import event_calendar
from agenda_scraper.views.answers import Answers
from agenda_scraper.views.eventfiles import EventFiles
from samples import AGENDA, EVENTS, LILLE, NOW, event, when
from store_world import crawl, seen
from stored import fresh, put

pytestmark = pytest.mark.slow

BREST = Place(city="Brest", postcode="29200", department="Finistère", region="Bretagne", country="FR")
NUMBERED = tuple(
    replace(
        each,
        uid=f"{number:016x}{0:016x}@agenda.example.org",
        facts=replace(each.facts, place=LILLE if number % 2 else BREST),
    )
    for number, each in enumerate(EVENTS, start=1)
)


class Site:
    """A store, a folder, and what was published into it."""

    def __init__(self, folder):
        self.store, self.public, self.now = fresh(folder), folder / "public", NOW
        self.agenda = AGENDA

    def put(self, *events, **more):
        put(self.store, *events, now=self.now, **more)

    def publish(self):
        published = publish(self.agenda, self.store, public=self.public, now=self.now)
        return set(published.paths)

    def __getitem__(self, path):
        return (self.public / path).read_text(encoding="utf-8")

    def has(self, path):
        return (self.public / path).is_file()

    def titles(self, path):
        return [str(each["SUMMARY"]) for each in Calendar.from_ical(self[path]).walk("VEVENT")]


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    with site.store:
        site.put(*NUMBERED)
        yield site


def page_of(event):
    return f"event/{event.uid[:16]}.html"


def test_every_selection_has_its_page_and_its_feeds(site):
    paths = site.publish()
    for name in ("all", "nord", "region/bretagne", "department/nord", "city/lille", "source/exemple"):
        for suffix in (".ics", ".rss", ".atom", ".json", "-changes.rss", "-upcoming.rss"):
            assert f"feeds/{name}{suffix}" in paths
    assert {"feeds/all.csv", "feeds/all.events.json", "feeds/nord.csv", "feeds/all.opml", "sitemap.xml"} <= paths
    assert {"index.html", "region/bretagne.html", "feed/nord.html", "month.html", "404.html"} <= paths
    assert {page_of(each) for each in NUMBERED} <= paths
    assert "X-WR-CALNAME:Bretagne · Agenda de la participation" in site["feeds/region/bretagne.ics"]
    assert feedparser.parse(site["feeds/nord.rss"]).feed.title == "Dans le Nord"
    assert len(json.loads(site["feeds/all.events.json"])) == len(NUMBERED)


def test_readers_sort_by_the_words_of_the_site_and_programs_by_its_codes(site):
    debated = event(57, "Débat", when(date(2026, 10, 2)), type="public-meeting", themes=("budget-finance",))
    site.put(replace(debated, uid=f"{57:016x}{0:016x}@agenda.example.org"))
    site.publish()
    told = ["Réunion publique", "Budget et finances"]
    entry = next(each for each in feedparser.parse(site["feeds/all.rss"]).entries if each.title.endswith("Débat"))
    assert [tag.term for tag in entry.tags] == told
    for calendar in ("feeds/all.ics", f"event/{57:016x}.ics"):
        found = [each for each in Calendar.from_ical(site[calendar]).walk("VEVENT") if each["SUMMARY"] == "Débat"]
        assert found[0]["CATEGORIES"].cats == told
    coded = next(each for each in json.loads(site["feeds/all.events.json"]) if each["title"] == "Débat")
    assert coded["type"] == "public-meeting"


def test_every_link_of_every_page_leads_somewhere(site):
    speakers = (Organiser("Ville de Lens"), Organiser("Ada Lovelace", Role.SPEAKER))
    told = event(8, "Débat", when(date(2026, 11, 1)), organisers=speakers)
    site.put(replace(told, uid=f"{8:016x}{0:016x}@agenda.example.org"))
    site.publish()
    for page in site.public.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", link):
                start = site.public if link.startswith("/") else page.parent
                assert (start / link.lstrip("/")).resolve().is_file(), f"{page.name}: {link}"


def test_no_page_knows_where_it_was_made(site):
    site.publish()
    assert not [path for path in site.public.rglob("*") if path.is_file() and str(site.public) in path.read_text()]


def test_what_did_not_change_is_not_written(site):
    site.publish()
    assert site.publish() == set()
    site.now += timedelta(hours=3)
    assert site.publish() == set()


def test_a_change_rewrites_the_event_and_what_it_stands_under(site):
    site.publish()
    site.now += timedelta(hours=1)
    moved = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, place=BREST), sequence=5, changed_at=site.now)
    site.put(moved, news=News.MOVED, before=NUMBERED[0].facts)
    paths = site.publish()
    assert {page_of(moved), "region/bretagne.html", "city/lille.html", "feeds/city/lille.ics", "index.html"} <= paths
    assert not {page_of(each) for each in NUMBERED[1:]} & paths
    assert moved.facts.title not in " ".join(site.titles("feeds/city/lille.ics"))
    assert moved.facts.title in " ".join(site.titles("feeds/city/brest.ics"))
    assert moved.facts.title in site["feeds/city/brest-changes.rss"]
    # who follows the town it left hears of it, or the feed of its département
    assert moved.facts.title in site["feeds/city/lille-changes.rss"]
    assert moved.facts.title in site["feeds/nord-changes.rss"]
    assert moved.facts.title in site["news.html"]


def test_a_selection_that_lost_all_its_events_is_empty_and_stays(site):
    alone = event(9, "Seul", when(date(2026, 12, 1)), place=replace(BREST, city="Quimper"))
    alone = replace(alone, uid=f"{9:016x}{0:016x}@agenda.example.org")
    site.put(alone)
    site.publish()
    assert site.titles("feeds/city/quimper.ics") == ["Seul"]
    site.put(replace(alone, facts=replace(alone.facts, place=BREST), sequence=1), news=News.MOVED)
    site.publish()
    assert site.titles("feeds/city/quimper.ics") == []
    assert "<h1>Quimper</h1>" in site["city/quimper.html"]
    assert "Seul" not in site["city/quimper.html"]


def test_a_new_day_lets_go_what_is_over(site):
    over = replace(event(8, "Hier", when(date(2026, 9, 14)), place=BREST), uid=f"{8:016x}{0:016x}@agenda.example.org")
    site.put(over)
    site.publish()
    assert "Hier" in site["city/brest.html"]
    site.now += timedelta(days=1)
    site.publish()
    assert "Hier" not in site["city/brest.html"] and "Hier" not in site["index.html"]
    # who kept its address still finds it
    assert "Hier" in site[page_of(over)]


def test_the_page_of_what_is_over_says_so_and_leads_on(site):
    url = "https://example.org/inscription"
    soon = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, when=when(date(2026, 9, 14)), registration_url=url))
    site.put(soon)
    calendar = page_of(soon).replace(".html", ".ics")
    site.publish()
    assert "Cet événement est passé" not in site[page_of(soon)] and calendar[6:] in site[page_of(soon)]
    assert url in site[page_of(soon)]
    site.now += timedelta(days=1)
    assert page_of(soon) in site.publish()
    page = site[page_of(soon)]
    assert 'Cet événement est passé. <a href="../index.html">' in page
    assert ".ics" not in page.partition("<main")[2] and url not in page
    # who has it in a calendar hears what is put right; nobody is offered a new one
    site.put(replace(soon, facts=replace(soon.facts, title="Bilan"), sequence=1))
    assert calendar in site.publish() and site.titles(calendar) == ["Bilan"]
    (site.public / calendar).unlink()
    site.put(replace(soon, facts=replace(soon.facts, title="Bilan en ligne"), sequence=2))
    assert calendar not in site.publish()


def test_a_feed_may_leave_out_what_is_cancelled(site):
    off = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, status=Status.CANCELLED), cancelled_at=site.now)
    merged = replace(NUMBERED[1], merged_into=NUMBERED[2].uid, cancelled_at=site.now, witnesses=())
    site.put(*NUMBERED, off, merged)
    site.agenda = replace(AGENDA, feeds=(Feed("maintenu", "Ce qui a lieu", Query(cancelled=False)),))
    site.publish()
    everything = site.titles("feeds/all.ics")
    told = [title for title in everything if NUMBERED[0].facts.title in title or NUMBERED[1].facts.title in title]
    assert len(told) == 2 and sorted({*everything} - {*told}) == sorted({*site.titles("feeds/maintenu.ics")})
    answers = Answers(site.agenda, site.store, now=site.now, live=True)
    asked = {said: answers.answer("search.html", [("cancelled", said)]).body.decode() for said in ("yes", "no")}
    assert "<h1>Annulés</h1>" in asked["yes"] and 'name="cancelled" value="yes" checked' in asked["yes"]
    assert "<h1>Sans les annulés</h1>" in asked["no"] and 'name="cancelled" value="no" checked' in asked["no"]
    assert page_of(off) in asked["yes"] and page_of(off) not in asked["no"]


def test_what_is_cancelled_takes_no_registration(site):
    facts = replace(NUMBERED[0].facts, registration_url="https://example.org/inscription")
    off = replace(NUMBERED[0], facts=replace(facts, status=Status.CANCELLED))
    site.put(replace(off, facts=facts), off)
    site.publish()
    assert "inscription" not in site[page_of(off)] and ".ics" in site[page_of(off)].partition("<main")[2]


def test_an_event_at_the_end_of_time_does_not_stop_the_others(site):
    far = replace(event(8, "Sans fin", when(date.max), place=BREST), uid=f"{8:016x}{0:016x}@agenda.example.org")
    site.put(far)
    paths = site.publish()
    assert {page_of(far), "month/9999-12.html", "index.html"} <= paths
    assert "Sans fin" in site["month/9999-12.html"]


def test_a_hidden_event_leaves_no_page(site):
    site.publish()
    site.put(replace(NUMBERED[0], hidden=True))
    site.publish()
    assert not site.has(page_of(NUMBERED[0])) and NUMBERED[0].facts.title not in site["index.html"]


def test_an_event_merged_into_another_leads_there(site):
    site.publish()
    merged = replace(NUMBERED[0], merged_into=NUMBERED[1].uid, sequence=9, cancelled_at=site.now, witnesses=())
    site.put(merged, news=News.MERGED)
    site.publish()
    assert f'href="../{page_of(NUMBERED[1])}"' in site[page_of(merged)]
    assert page_of(merged) not in site["index.html"]
    off = [each for each in Calendar.from_ical(site["feeds/all.ics"]).walk("VEVENT") if each["UID"] == merged.uid]
    assert [each["STATUS"] for each in off] == ["CANCELLED"]


def test_a_folder_that_was_emptied_is_filled_again(site):
    first = site.publish()
    for path in sorted(site.public.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert site.publish() == first


def test_two_folders_hear_of_the_same_change(site, tmp_path):
    site.publish()
    one, other = site.public, tmp_path / "other"
    site.public = other
    site.publish()
    site.put(replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, title="Autre titre"), sequence=3))
    for folder in (one, other):
        site.public = folder
        site.publish()
        assert "Autre titre" in site[page_of(NUMBERED[0])] and "Autre titre" in site["city/lille.html"]


def test_a_new_name_of_the_site_is_told_everywhere(site):
    site.publish()
    site.agenda = replace(AGENDA, site=replace(AGENDA.site, title="Autre nom"))
    site.publish()
    pages = [page for page in site.public.rglob("*.html") if page.parent.name != "widget"]
    assert all("Autre nom" in page.read_text(encoding="utf-8") for page in pages)


def test_many_events_are_told_on_further_pages(site):
    many = [
        replace(
            event(1, f"Réunion {number}", when(date(2026, 12, 1)), place=BREST), uid=f"{number:016x}{0:016x}@x.example"
        )
        for number in range(100, 230)
    ]
    site.put(*many)
    site.publish()
    pages = [site["city/brest.html"], site["city/brest/2.html"], site["city/brest/3.html"]]
    for each in many:
        assert sum(page_of(each) in page for page in pages) == 1
    assert not site.has("city/brest/4.html")
    assert "<h1>Brest</h1>" in pages[0] and 'rel="prev"' not in pages[0]
    assert "<h1>Brest, page 2</h1>" in pages[1] and "<title>Brest, page 3 · " in pages[2]
    assert '<a href="../../city/brest.html" rel="prev">' in pages[1]
    assert '<a href="../../city/brest/2.html" rel="prev">' in pages[2]
    assert '<a href="../index.html" rel="prev">' in site["page/2.html"]
    # a month shows the first of a day, and leads to the rest
    assert 'href="../day/2026-12-01.html"' in site["month/2026-12.html"] and site.has("day/2026-12-01.html")
    assert all(len(page.encode()) < 100_000 for page in pages)


def test_names_that_differ_in_accents_share_a_page(site):
    written = [
        replace(
            event(n, f"T{n}", when(date(2026, 12, n)), organisers=(Organiser(name),)), uid=f"{n:016x}{0:016x}@x.example"
        )
        for n, name in enumerate(("Forum Évry", "Forum Evry", "forum évry"), start=20)
    ]
    site.put(*written)
    site.publish()
    assert site.titles("feeds/organiser/forum-evry.ics") == ["T20", "T21", "T22"]


def many_of(numbers, summary, title="R", **more):
    return [
        replace(
            event(1, f"{title}{n}", when(date(2026, 12, 1)), summary=summary, **more),
            uid=f"{n + 1000:016x}{n:016x}@x.fr",
        )
        for n in numbers
    ]


def test_descriptions_are_cut_where_that_makes_a_calendar_small_enough_for_google(site):
    site.put(*many_of(range(600), "mot " * 3000, title="Mille "))
    published = publish(site.agenda, site.store, public=site.public, now=site.now)
    assert not published.warnings
    assert (site.public / "feeds/all.ics").stat().st_size <= 1_000_000
    entries = Calendar.from_ical(site["feeds/all.ics"]).walk("VEVENT")
    told = [str(each["DESCRIPTION"]) for each in entries if each["SUMMARY"].startswith("Mille ")]
    assert len(told) == 600 and all(900 < len(each) < 1200 and "Source" in each for each in told)
    (alone,) = Calendar.from_ical(site[f"event/{1000:016x}.ics"]).walk("VEVENT")
    assert len(str(alone["DESCRIPTION"])) > 1400


def test_a_calendar_too_large_for_google_is_told_with_the_feeds_to_offer_instead(site):
    rennes = replace(BREST, city="Rennes", department="Ille-et-Vilaine")
    # a title twice, a place and an organiser: nothing of that is cut
    large = {"title": "Réunion publique " * 14, "organisers": (Organiser("Collectif " * 60),)}
    for place, numbers in ((BREST, range(350)), (LILLE, range(350, 650)), (rennes, range(650, 900))):
        site.put(*many_of(numbers, "mot", place=replace(place, address="rue de la Mairie " * 40), **large))
    (warning,) = publish(site.agenda, site.store, public=site.public, now=site.now).warnings
    assert warning.startswith("feeds/all.ics has ")
    # Bretagne alone is too large
    offered = ("department/finistere", "region/hauts-de-france", "department/ille-et-vilaine")
    assert warning.endswith(f"point its readers to {', '.join(f'feeds/{each}.ics' for each in offered)}")


def test_a_feed_around_a_place_that_nobody_knows_is_refused(site):
    from agenda_scraper.errors import AgendaError

    site.agenda = replace(AGENDA, feeds=(Feed("ici", "Ici", Query(near="Nulle-part-sur-Rien")),))
    with pytest.raises(AgendaError, match=r"feeds\.ici"):
        site.publish()


def test_a_cancelled_event_says_so_on_every_page(site):
    cancelled = next(each for each in NUMBERED if each.facts.status is Status.CANCELLED)
    site.publish()
    assert "Annulé" in site[page_of(cancelled)]


def test_what_we_think_of_an_event_is_no_news(site):
    told = {}
    for hours, themes, price in ((0, ("mobility",), None), (1, ("method",), None), (2, ("method",), "5 €")):
        now = NOW + timedelta(hours=hours)
        crawl(site.store, seen("1", "Conseil de quartier", days=20, themes=themes, price=price), now=now)
        site.now = now
        site.publish()
        told[hours] = site["feeds/all-changes.rss"].count("Conseil de quartier"), site["news.html"].count("Conseil de")
    assert told[0] == told[1] == (0, 1), "its theme alone was another"
    assert told[2] > told[1]


def test_the_page_of_an_event_tells_where_its_values_come_from_published_and_served(site):
    crawl(site.store, seen("1", "Conseil de quartier", days=20), now=NOW)
    site.publish()
    told = site.store.find(Query(text="quartier"), now=NOW)[-1]
    page = site[event_page(told.uid)]
    assert '<td dir="auto">CONSEIL DE QUARTIER</td><td>mairie <code>h1</code></td>' in page
    served = Answers(site.agenda, site.store, now=NOW).answer(event_page(told.uid)).body
    assert served.decode("utf-8") == page


# As many as several hands are worth.
MANY = [
    replace(event(n % 28 + 1, f"R{n}", when(date(2026, 10, n % 28 + 1)), place=BREST), uid=f"{n:016x}{0:016x}@x.fr")
    for n in range(1000, 1600)
]


def test_many_hands_make_the_same_files(site):
    site.put(*MANY)
    site.publish()
    # alone: none of these portions is large enough for a second hand
    alone = EventFiles(site.agenda, now=site.now)
    for each in MANY[::50]:
        files = {
            event_page(each.uid): alone.page(site.store.beginning(each.uid[:16])),
            event_calendar(each.uid): alone.calendar(each),
        }
        assert {path: (site.public / path).read_bytes() for path in files} == files


BY_FORKS = """
import sys, threading
from pathlib import Path
from agenda_scraper.publication import publish
from agenda_scraper.store import open_store
from samples import AGENDA, NOW
folder = Path(sys.argv[1])
with open_store(f"sqlite:///{folder / 'agenda.db'}") as store:
    end = threading.Event()
    if sys.argv[2] == "alone":
        threading.Thread(target=end.wait).start()
    publish(AGENDA, store, public=folder / sys.argv[2], now=NOW)
    end.set()
"""


def test_forked_hands_make_the_same_files(site, tmp_path):
    site.put(*MANY)
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parent)]))}
    for folder in ("forked", "alone"):
        words = [sys.executable, "-c", BY_FORKS, str(tmp_path), folder]
        done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
    made = [
        {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (tmp_path / "forked", tmp_path / "alone")
    ]
    assert len(made[0]) > 100 and made[0] == made[1]


def test_pages_may_lie_there_packed_and_calendars_never(site):
    def packed(wanted):
        publish(site.agenda, site.store, public=site.public, now=site.now, packed=wanted)
        return {str(path.relative_to(site.public))[:-3] for path in site.public.rglob("*.gz")}

    found = packed(True)
    assert {"index.html", "style.css", "feeds/all.rss", page_of(NUMBERED[0])} <= found
    assert not [path for path in found if path.endswith(".ics")]
    site.put(replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, title="Autre titre"), sequence=3))
    assert packed(True) == found
    for path in found:
        assert gzip.decompress((site.public / f"{path}.gz").read_bytes()) == (site.public / path).read_bytes()
    # none is left that would be sent in place of what stands now
    assert packed(False) == set()


def test_what_was_refused_is_tried_again_the_same_day(site):
    blocked, other = page_of(NUMBERED[0]), page_of(NUMBERED[1])
    for path in (blocked, "feeds/all.rss"):
        (site.public / path).mkdir(parents=True)
    with pytest.raises(PublishError, match="could not be written"):
        site.publish()
    assert site.has(other)
    for path in (blocked, "feeds/all.rss"):
        (site.public / path).rmdir()
    paths = site.publish()
    assert {blocked, "feeds/all.rss"} <= paths and other not in paths
    assert not site.publish()


def test_a_ledger_that_cannot_be_written_leaves_nothing_behind(site):
    site.publish()
    (site.public / ".published.json").unlink()
    (site.public / ".published.json").mkdir()
    with pytest.raises(PublishError, match="could not be written"):
        site.publish()
    assert sorted(each.name for each in site.public.glob(".published*")) == [".published.json"]


def test_what_somebody_took_away_is_there_again(site):
    site.publish()
    for path in ("feeds/all.ics", "explore.html"):
        (site.public / path).unlink()
    assert site.publish() == {"feeds/all.ics", "explore.html"}


def test_a_page_that_is_taken_away_takes_its_packed_one_along(site):
    publish(site.agenda, site.store, public=site.public, now=site.now, packed=True)
    page = page_of(NUMBERED[0])
    assert site.has(f"{page}.gz")
    site.put(replace(NUMBERED[0], hidden=True))
    publish(site.agenda, site.store, public=site.public, now=site.now, packed=True)
    assert not site.has(page) and not site.has(f"{page}.gz")


def test_the_months_and_days_of_a_change_are_written(site):
    site.put(*many_of(range(8), "mot"), *(replace(each, uid=f"f{each.uid[1:]}") for each in many_of(range(1), "mot")))
    site.publish()
    assert site.has("day/2026-12-01.html")
    moved = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, title="Ailleurs"))
    site.put(moved)
    paths = site.publish()
    assert page_of(moved) in paths and "day/2026-12-01.html" not in paths
    (changed,) = many_of(range(1), "mot", title="Autre ")
    site.put(changed)
    assert {"day/2026-12-01.html", "month/2026-12.html"} <= site.publish()


@pytest.mark.parametrize(
    ("zone", "drawn"),
    [
        ("Europe/Paris", {"department/nord", "department/finistere"}),
        ("Europe/Berlin", {"region/bayern"}),
        ("Pacific/Auckland", set()),
    ],
)
def test_the_map_is_of_the_country_whose_clocks_the_site_tells(site, zone, drawn):
    bavarian = Place(city="Augsburg", region="Bayern", country="DE")
    site.agenda = replace(AGENDA, site=replace(AGENDA.site, timezone=zone))
    site.put(*NUMBERED, event(41, "Bürgerrat", when(date(2026, 12, 1)), place=bavarian))
    site.publish()
    circles = re.findall(r'<a href="([^"]+)\.html"><circle', site["explore.html"])
    assert set(circles) == drawn


def test_regions_stand_under_their_country_once_there_are_several(site):
    def shown():
        return [land or path for land, path in re.findall(r'"land">([^<]+)|<a href="(region/[^"]+)\.html', explore())]

    def explore():
        return site["explore.html"].partition('<div class="facets">')[2]

    site.publish()
    assert shown() == ["region/hauts-de-france", "region/bretagne"] and "facet-country" not in explore()
    places = (Place(region=region, country=country) for region, country in (("Limburg", "BE"), ("Limburg", "NL")))
    both = [
        event(41 + number, "Burgerraad", when(date(2026, 12, 1)), place=place) for number, place in enumerate(places)
    ]
    site.put(*NUMBERED, *both)
    site.publish()
    assert sorted(shown()[:3]) == ["France", "region/bretagne", "region/hauts-de-france"]
    assert shown()[3:] == ["Belgique et Pays-Bas", "region/limburg"]
    assert "Burgerraad" in site["country/be.html"] and "Burgerraad" in site["feeds/country/nl.ics"]
    assert "Burgerraad" not in site["country/fr.html"]


TOWNS = (("Augsburg", "Bayern"), ("Leipzig", "Sachsen"), ("Hannover", "Niedersachsen"), ("Firenze", "Toscana"))


def test_a_region_is_told_in_the_language_of_the_site_and_kept_by_its_own_name(site):
    zone = replace(AGENDA.site, timezone="Europe/Berlin")
    site.agenda = replace(AGENDA, site=zone, feeds=(Feed("sud", "Au sud", Query(region="Baviera")),))
    day, home = when(date(2026, 12, 1)), {"Toscana": "IT"}
    for number, (city, region) in enumerate(TOWNS, 41):
        site.put(event(number, "Bürgerrat", day, place=Place(city=city, region=region, country=home.get(region, "DE"))))
    site.publish()
    listed = re.findall(r'<a href="region/([^"]+)\.html">([^<]+)', site["explore.html"])
    # as many events each: by the name that is shown
    abroad = [label for _, label in listed if label not in ("Hauts-de-France", "Bretagne")]
    assert abroad == ["Basse-Saxe", "Bavière", "Saxe", "Toscane"]
    assert dict(listed)["bayern"] == "Bavière" and not site.has("region/baviere.html")
    assert set(re.findall(r"<circle[^>]*><title>([^<]+)", site["explore.html"])) == {"Basse-Saxe", "Bavière", "Saxe"}
    assert "<h1>Bavière</h1>" in site["region/bayern.html"]
    assert "X-WR-CALNAME:Bavière · Agenda" in site["feeds/region/bayern.ics"]
    assert 'text="Bavière"' in site["feeds/all.opml"] and "feeds/region/bayern.rss" in site["feeds/all.opml"]
    # a feed of the file, asked in a third language
    assert site.titles("feeds/sud.ics") == ["Bürgerrat"]
    (told,) = json.loads(site["feeds/sud.events.json"])
    assert told["place"]["region"] == "Bayern" and ",Bayern," in site["feeds/sud.csv"]
    assert "Bavière" not in site[event_calendar(told["uid"])] + site["feeds/sud.ics"]


def test_the_page_of_a_region_whose_events_are_over_is_called_as_before(site):
    bavarian = Place(city="Augsburg", region="Bayern", country="DE")
    site.put(event(41, "Bürgerrat", when(date(2026, 9, 16)), place=bavarian))
    site.publish()
    site.now += timedelta(days=7)
    site.publish()
    assert "<h1>Bavière</h1>" in site["region/bayern.html"]
