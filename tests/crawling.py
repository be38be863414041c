"""A world to crawl: a real web server on the loopback, a real SQLite file, a clock that tests move."""

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

from agenda_scraper.agenda import Agenda, Site, Source
from agenda_scraper.crawl import Wanted, crawl
from agenda_scraper.fetch import Clock, Fetcher
from agenda_scraper.publication import publish
from agenda_scraper.query import Query
from loopback import Loopback, Reply
from pages_of import html_source
from stored import fresh

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SITE = Site("Agenda", "https://agenda.example.org", "agenda@example.org")
EVERYTHING = Wanted(everything=True)


def row(number: int, title: str, when: str, place: str = "Lille") -> str:
    return f'<li class=e><h3><a href="/e/{number}">{title}</a></h3><p class=q>{when}</p><p class=l>{place}</p></li>'


def listing(*rows: str) -> Reply:
    return Reply(f"<ul>{''.join(rows)}</ul>", headers={"Content-Type": "text/html; charset=utf-8"})


PLAIN = listing(row(1, "Réunion publique", "le 12 janvier 2027 à 18h"), row(2, "Forum ouvert", "3 et 4 février 2027"))


class World:
    """One site, one store, one agenda, and a clock one can move."""

    def __init__(self, site: Loopback, folder: Path) -> None:
        self.site, self.folder, self.now = site, folder, NOW
        rules = html_source("li.e", title="h3 a", url="h3 a @href", when="p.q", place="p.l")
        self.source = replace(rules, url=site.url("/agenda"), pause=0, rules_hash="1")

    def crawl(self, *sources: Source, wanted: Wanted = EVERYTHING, tell=lambda report: None):
        agenda = Agenda(SITE, sources or (self.source,))
        with (
            fresh(self.folder) as store,
            self.fetcher() as fetcher,
        ):
            report = crawl(agenda, store, fetcher=fetcher, now=self.now, wanted=wanted, tell=tell)
            publish(agenda, store, public=self.folder / "public", now=self.now)
        return report.sources

    def fetcher(self) -> Fetcher:
        clock = Clock(now=lambda: self.now, sleep=lambda seconds: None)
        return Fetcher(site=SITE, version="0", clock=clock, allow=[ip_network("127.0.0.0/8")])

    def events(self, **query):
        with fresh(self.folder) as store:
            return store.find(Query(**query), now=self.now)

    def feed(self, name: str = "all.ics") -> bytes:
        return (self.folder / "public" / "feeds" / name).read_bytes()
