"""What the tests of store, reconcile and merge share: a way to make notices, and one to crawl them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Site, Source
from agenda_scraper.crawl import believed
from agenda_scraper.model import Evidence, Facts, Mode, Place, Sighting, When
from agenda_scraper.reconcile import Harvest, reconcile
from agenda_scraper.report import Outcome, SourceReport

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 2, 12, tzinfo=PARIS)
SITE = Site("Agenda", "https://agenda.example/", "hello@agenda.example")
HOUR = timedelta(hours=1)


def source(name="mairie"):
    return Source(name, name.title(), f"https://{name}.example/agenda", "html")


def seen(key, title="Conseil de quartier nord", *, at="mairie", days=10, city="Tours", **facts):
    """A sighting `days` after NOW at 18:30, or all day when days is a date; facts override what is usual."""
    start = days if not isinstance(days, int) else (NOW + timedelta(days=days)).replace(hour=18, minute=30)
    url = facts.pop("url", f"https://{at}.example/agenda/{key}")
    place = Place(name="Salle des fêtes", city=city) if city else None
    told = Facts(title, When(start, timezone="Europe/Paris"), place, url=url, **facts)
    evidence = (Evidence("title", at, "h1", title.upper(), "sentence case"),)
    return Sighting(at, str(key), told, f"https://{at}.example/agenda", evidence)


def crawl(store, *found, at="mairie", now=NOW, complete=True, accept=False):
    """One crawl of one source as the line does it; returns its Changes."""
    with store.writing() as desk:
        changes = reconcile(
            source(at), desk.known(at), harvest=Harvest(found, complete=complete), now=now, accept=accept
        )
        desk.write(changes, believed(changes, desk, site=SITE, now=now), now=now)
        desk.remember_outcome(SourceReport(at, Outcome.OK, found=len(found)), now=now)
    return changes


def crawl_each_way(store):
    """Events one takes part in on the spot, on a screen, either way, and one that does not say how, nor where."""
    found = (
        seen("hall", "Bal des voisins", at="foyer"),
        seen("screen", "Webinaire mobilité", at="foyer", city=None, mode=Mode.ONLINE),
        seen("both", "Assemblée du canal", at="foyer", mode=Mode.MIXED),
        seen("untold", "Café philo", at="foyer", city=None),
    )
    return crawl(store, *found, at="foyer", now=NOW - HOUR)


FROM_AFAR = {"Webinaire mobilité", "Assemblée du canal"}
ON_THE_SPOT = {"Bal des voisins", "Assemblée du canal", "Café philo"}
