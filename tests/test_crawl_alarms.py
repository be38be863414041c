"""What a crawl must not pass over in silence: sources that are read no more, or never were."""

from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from agenda_scraper.config import load_source
from agenda_scraper.crawl import Wanted
from agenda_scraper.report import Outcome
from agenda_scraper.trial import try_source
from crawling import PLAIN, listing, row
from loopback import Loopback, Reply
from pages_of import html_source
from stored import fresh

pytestmark = pytest.mark.slow

pytest_plugins = ["crawled_world"]

HTML = {"Content-Type": "text/html; charset=utf-8"}


SIX = [f"Atelier numéro {n}" for n in range(1, 7)]


def test_a_source_whose_dates_are_not_found_any_more_is_broken_and_loses_nothing(world):
    world.site.pages["/agenda"] = listing(*(row(n, title, f"{n} mars 2027") for n, title in enumerate(SIX, start=1)))
    world.crawl()
    before = world.feed()
    redesigned = "".join(row(n, title, f"{n} avril 2027") for n, title in enumerate(SIX, start=1)).replace(
        "class=q", "class=d"
    )
    world.site.pages["/agenda"] = listing(redesigned)
    (report,) = world.crawl()
    assert (report.outcome, len(report.rejected), report.warnings) == (Outcome.BROKEN, 6, ())
    assert "6 of 6 known notices have no date any more: `when` is missing in 6 of 6 notices" in report.error
    assert "agenda-scraper check asso" in report.error
    assert world.feed() == before
    with fresh(world.folder) as store:
        assert store.states()["asso"].error == report.error
    (report,) = world.crawl(wanted=Wanted(everything=True, accept=True))
    assert (report.outcome, report.unchanged) == (Outcome.UNCHANGED, 6)


def test_words_that_are_no_dates_any_more_are_quoted(world):
    world.site.pages["/agenda"] = listing(*(row(n, title, f"{n} mars 2027") for n, title in enumerate(SIX, start=1)))
    world.crawl()
    world.site.pages["/agenda"] = listing(*(row(n, title, "bientôt") for n, title in enumerate(SIX, start=1)))
    assert "'bientôt'" in world.crawl()[0].error


def unread(address):
    return replace(load_source(f"url: {address}", origin="sources.yaml:7"), id="asso", pause=0)


@pytest.mark.parametrize(
    "page",
    [
        Reply("<h1>Bienvenue</h1><p>Notre association.</p>", headers=HTML),
        Reply("", headers=HTML),
        Reply(b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj", headers={"Content-Type": "application/pdf"}),
    ],
    ids=["no events", "nothing", "pdf"],
)
def test_a_source_that_never_gave_anything_is_broken_and_says_what_was_tried(world, page):
    world.site.pages["/agenda"] = page
    (report,) = world.crawl(unread(world.source.url))
    assert report.outcome is Outcome.BROKEN
    assert "kind: auto" in report.error
    with fresh(world.folder) as store:
        assert store.states()["asso"].error == report.error


def test_a_source_all_of_whose_notices_are_rejected_from_the_first_is_broken(world):
    world.site.pages["/agenda"] = listing(row(1, "Réunion", "bientôt"), row(2, "Forum", "bientôt"))
    (report,) = world.crawl()
    assert (report.outcome, len(report.rejected)) == (Outcome.BROKEN, 2)
    assert (
        "nothing in 2 notices can be believed, read by the selectors of `list:`: no date of an event in 2"
        in report.error
    )


def test_a_page_that_proves_itself_empty_is_believed_from_the_first(world):
    world.site.pages["/agenda"] = Reply("<p class=none>Aucun événement</p>", headers=HTML)
    (report,) = world.crawl(replace(world.source, empty_when="p.none"))
    assert (report.outcome, report.error) == (Outcome.EMPTY, None)


def test_notices_that_are_not_relevant_are_notices_all_the_same(world):
    world.site.pages["/agenda"] = listing(row(1, "Concert de jazz", "13 janvier 2027"))
    (report,) = world.crawl(replace(world.source, relevance=0.9))
    assert (report.outcome, report.found) == (Outcome.UNCHANGED, 0)


def test_check_says_why_nothing_is_found(world):
    world.site.pages["/agenda"] = Reply("<h1>Bienvenue</h1>", headers=HTML)
    trial = try_source(unread(world.source.url), world.fetcher())
    assert not trial.good
    assert "kind: auto" in str(trial.trouble) and "`list:`" in trial.trouble.fix


def with_pages(world, *, when="p.quand", place=".lieu"):
    for number in (1, 2):
        page = f"<p class=quand>{number} mars 2027</p><p class=lieu>Lyon</p>"
        world.site.pages[f"/e/{number}"] = Reply(page, headers=HTML)
    return replace(
        html_source("li.e", title="h3 a", url="h3 a @href", detail={"when": when, "place": place}),
        url=world.site.url("/agenda"), pause=0,
    )  # fmt: skip


def test_what_detail_pages_do_not_say_any_more_is_counted_and_shown(world):
    source = with_pages(world, place=".salle")
    told = "`place` of `detail:` is missing in 2 of 2 pages"
    assert told in world.crawl(source)[0].warnings
    assert told in try_source(source, world.fetcher()).gathered.warnings
    assert world.crawl(with_pages(world, place=".salle?"))[0].warnings == ()


def test_dates_that_detail_pages_do_not_say_any_more_are_named(world):
    world.crawl(with_pages(world))
    (report,) = world.crawl(replace(with_pages(world, when=".date"), rules_hash="2"))
    assert report.outcome is Outcome.BROKEN
    assert "2 of 2 known notices have no date any more: `when` of `detail:` is missing in 2 of 2 pages" in report.error


@pytest.mark.parametrize("in_order", [False, True])
def test_a_slow_source_keeps_no_other_out_of_the_store(world, in_order):
    written = Event()

    def slow(handler):
        written.wait(0.5 if in_order else 10)
        return PLAIN

    done = []

    def tell(report):
        done.append(report.source)
        written.set()

    with Loopback() as other:  # the pages of one site wait for each other
        other.pages["/agenda"] = slow
        late = replace(world.source, id="late", url=other.url("/agenda"))
        reports = world.crawl(late, world.source, wanted=Wanted(everything=True, in_order=in_order), tell=tell)
    assert done == (["late", "asso"] if in_order else ["asso", "late"])
    assert [report.source for report in reports] == ["late", "asso"], "the table keeps the order of the file"


def test_a_source_is_held_with_the_selectors_that_find_nothing_first(world):
    world.site.pages["/agenda"] = listing(*(row(n, title, f"{n} mars 2027") for n, title in enumerate(SIX, start=1)))
    world.crawl()
    redesigned = "".join(f"<li class=e><b>{title}</b></li>" for title in SIX)
    world.site.pages["/agenda"] = listing(redesigned)
    (report,) = world.crawl()
    assert report.outcome is Outcome.HELD
    assert report.error.startswith("sources.yaml:7: `title` is missing in 6 of 6 notices; ")
    assert report.error.index("`title`") < report.error.index("6 of 6 upcoming notices are gone")
    assert report.error.index("agenda-scraper check asso") < report.error.index("--accept")


def test_check_counts_the_entries_that_give_nothing(world):
    world.site.pages["/agenda"] = listing("<li class=e><b>Réunion</b></li>" * 6)
    trial = try_source(world.source, world.fetcher())
    assert "`title` is missing in 6 of 6 notices" in trial.gathered.warnings


def test_a_source_all_of_whose_own_pages_are_lost_is_told_as_broken(world):
    source = with_pages(world)
    world.crawl(source)
    world.site.pages |= {"/e/1": Reply("", 500), "/e/2": Reply("", 500)}
    world.now += timedelta(days=1)
    (report,) = world.crawl(source)
    assert (report.outcome, report.found, report.vanished) == (Outcome.BROKEN, 2, 0)
    assert "the own pages of all 2 notices were lost" in report.error and "500" in report.error
    assert not try_source(source, world.fetcher()).good
    assert len(world.events()) == 2


def test_a_first_crawl_that_loses_all_own_pages_names_them(world):
    source = with_pages(world)
    world.site.pages |= {"/e/1": Reply("", 500), "/e/2": Reply("", 500)}
    (report,) = world.crawl(source)
    assert "the own pages of all 2 notices were lost" in report.error


def test_one_own_page_that_is_lost_is_a_warning(world):
    source = with_pages(world)
    world.crawl(source)
    world.site.pages["/e/1"] = Reply("", 500)
    (report,) = world.crawl(source)
    assert (report.outcome, report.error, len(report.warnings)) == (Outcome.UNCHANGED, None, 1)
