"""What a crawl must not pass over in silence: sources that are read no more, or never were."""

from agenda_scraper.crawl import Wanted
from agenda_scraper.report import Outcome
from agenda_scraper.store import open_store
from crawling import listing, row

pytest_plugins = ["crawling"]

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
    with open_store(f"sqlite:///{world.folder / 'agenda.db'}") as store:
        assert store.states()["asso"].error == report.error
    (report,) = world.crawl(wanted=Wanted(everything=True, accept=True))
    assert (report.outcome, report.unchanged) == (Outcome.UNCHANGED, 6)


def test_words_that_are_no_dates_any_more_are_quoted(world):
    world.site.pages["/agenda"] = listing(*(row(n, title, f"{n} mars 2027") for n, title in enumerate(SIX, start=1)))
    world.crawl()
    world.site.pages["/agenda"] = listing(*(row(n, title, "bientôt") for n, title in enumerate(SIX, start=1)))
    assert "'bientôt'" in world.crawl()[0].error
