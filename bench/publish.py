"""Publication of very many events, and a server on them; beside what a user would pick instead.

usage: python bench/publish.py [--events 100000] [--keep DIR]
Each publication is a process of its own, as it is for who runs it; its peak is told, and that of its largest worker.
The peers do the calendar alone: `icalendar` writing it, and `feedgen` writing the RSS of it, on the same events.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from random import Random

from feedgen.feed import FeedGenerator
from icalendar import Calendar
from icalendar import Event as Entry

from agenda_scraper.agenda import Agenda, Feed, Site
from agenda_scraper.history import News, Version
from agenda_scraper.model import Event, Facts, Organiser, Place, When, Witness
from agenda_scraper.publication import publish
from agenda_scraper.query import Query
from agenda_scraper.report import Changes, Dossier
from agenda_scraper.serve import Application
from agenda_scraper.store import Store, open_store

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SITE = Site("Banc d’essai", "https://bench.example", "bench@bench.example")
REGIONS = ("Bretagne", "Occitanie", "Normandie", "Grand Est", "Hauts-de-France", "Île-de-France", "Corse", "PACA")
TYPES = ("workshop", "public-meeting", "conference", "debate", "walk", "forum", "training", "webinar")
THEMES = ("mobility", "urban-planning", "environment-climate", "budget-finance", "youth-education", "method")
WORDS = (
    *("budget", "participatif", "climat", "logement", "mobilité", "tramway", "quartier", "conseil", "citoyen"),
    *("atelier", "réunion", "débat", "énergie", "école", "santé", "jeunesse", "gare", "place", "marché", "forum"),
)
AGENDA = Agenda(SITE, (), (Feed("bretagne", "En Bretagne", Query(region="Bretagne")),))
# Ten years of events: about one in twelve is to come.
DAYS, AHEAD = 3650, 300


def made_up(number: int, rng: Random) -> Event:
    """An event of a thousand towns, a hundred départements, five hundred organisers and as many sources."""
    start = (NOW + timedelta(days=AHEAD - rng.randrange(DAYS))).replace(hour=rng.choice((9, 14, 18)), minute=30)
    town, who = rng.randrange(1000), rng.randrange(500)
    facts = Facts(
        f"{' '.join(rng.sample(WORDS, 4))} {number}",
        When(start, start + timedelta(hours=2), timezone="Europe/Paris"),
        Place("Salle", "1 place de la Mairie", f"{10000 + town}", f"Ville {town}", f"Département {town % 100}",
              REGIONS[town % 8], "FR", 47.0 + town / 1000, 2.0),
        organisers=(Organiser(f"Collectif {who}"),),
        url=f"https://source.example/{number}",
        type=rng.choice(TYPES),
        themes=tuple(rng.sample(THEMES, 2)),
        summary=" ".join(rng.choices(WORDS, k=40)),
        language="fr",
        free=rng.random() < 0.5,
    )  # fmt: skip
    uid = f"{sha256(str(number).encode()).hexdigest()[:32]}@bench.example"
    seen = min(NOW, start) - timedelta(days=rng.randrange(1, 90))
    return Event(uid, facts, 0, seen, NOW, seen, (Witness(f"s{number % 500}", facts.url),), sittings=(0,))


def put(store: Store, events: list[Event], news: News) -> None:
    """Write events as a crawl would."""
    with store.writing() as desk:
        told = [
            Dossier(each, (), (), (Version(each.uid, each.sequence, each.changed_at, news, each.facts),))
            for each in events
        ]
        desk.write(Changes("s0"), told, now=NOW)


def timed(name: str, work: Callable[[], object]) -> float:
    """How long it takes, said in seconds or milliseconds."""
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    said = f"{took:8.1f} s " if took > 1 else f"{1000 * took:8.2f} ms"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {name:<58} {said}   (peak {peak:.0f} MB)", flush=True)
    return took


def publication(name: str, folder: Path, now: datetime) -> None:
    """One publication, timed in a process of its own: what an earlier one held in memory is gone."""
    alone = get_context("spawn").Process(target=_published, args=(name, folder, now))
    alone.start()
    alone.join()
    if alone.exitcode:
        raise SystemExit(alone.exitcode)


def _published(name: str, folder: Path, now: datetime) -> None:
    with open_store(f"sqlite:///{folder / 'agenda.db'}") as store:
        timed(name, lambda: publish(AGENDA, store, public=folder / "public", now=now))
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if worker:
        print(f"  {'':<58} {'':>10}   (a worker {worker:.0f} MB, much of it shared)", flush=True)


def median(name: str, ask: Callable[[int], object], rounds: int = 40) -> None:
    """The median of a question asked with changing values."""
    ask(0)
    taken = []
    for number in range(1, rounds + 1):
        began = time.perf_counter()
        ask(number)
        taken.append(time.perf_counter() - began)
    print(f"  {name:<58} {1000 * sorted(taken)[rounds // 2]:8.2f} ms", flush=True)


def ask(application: Application, path: str, query: str = "", **headers: str) -> tuple[str, int, str]:
    """A request without a socket: status, bytes, ETag."""
    told: dict[str, str] = {}
    status: list[str] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, **headers}

    def start(line: str, given: list[tuple[str, str]]) -> None:
        status.append(line)
        told.update(given)

    body = b"".join(application(environ, start))
    return status[0], len(body), told.get("ETag", "")


def served(agenda: Agenda, store: Store) -> None:
    """What a calendar costs a server, filtered, from the store."""
    until = f"until={NOW.date() + timedelta(days=17)}"

    def filtered(_: int) -> tuple[str, int, str]:
        # a new copy of the server each time: nothing of what was answered before is at hand
        return ask(Application(agenda, store, clock=lambda: NOW), "/feeds/all.ics", until)

    median("a filtered calendar of some 500 events, from the store", filtered)
    _, size, etag = filtered(0)
    print(f"  it has {size:,} bytes")
    application = Application(agenda, store, clock=lambda: NOW)
    median("the same, unchanged (304)", lambda _: ask(application, "/feeds/all.ics", until, HTTP_IF_NONE_MATCH=etag))


def peers(store: Store) -> None:
    """The libraries people write a calendar and a feed with, on the events to come."""
    events = store.find(Query(), now=NOW)

    def calendar() -> bytes:
        whole = Calendar()
        for event in events:
            entry = Entry()
            entry.add("uid", event.uid)
            entry.add("summary", event.facts.title)
            entry.add("dtstart", event.facts.when.start)
            entry.add("dtend", event.facts.when.end)
            entry.add("dtstamp", event.changed_at)
            entry.add("description", event.facts.summary)
            whole.add_component(entry)
        return whole.to_ical()

    def feed() -> bytes:
        whole = FeedGenerator()
        whole.title("Agenda")
        whole.link(href="https://bench.example/")
        whole.description("Agenda")
        for event in events[:500]:
            entry = whole.add_entry()
            entry.id(event.uid)
            entry.title(event.facts.title)
            entry.link(href=event.facts.url)
            entry.description(event.facts.summary)
        return whole.rss_str()

    print(f"beside them, one calendar and one feed of the {len(events):,} events to come, without pages:")
    timed("icalendar writes the calendar", calendar)
    timed("feedgen writes the newest 500 as RSS", feed)


def main() -> None:
    """Fill, publish, change a hundred, publish again, serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    folder = args.keep or Path(tempfile.mkdtemp(prefix="bench-publish-"))
    folder.mkdir(parents=True, exist_ok=True)
    rng = Random(1)
    public = folder / "public"
    with open_store(f"sqlite:///{folder / 'agenda.db'}") as store:
        if not store.count(Query(everything=True), now=NOW):
            for first in range(0, args.events, 2000):
                put(store, [made_up(n, rng) for n in range(first, min(first + 2000, args.events))], News.ANNOUNCED)
        print(f"{args.events:,} events")
        publication("first publication", folder, NOW)
        print(f"  {sum(1 for path in public.rglob('*') if path.is_file()):,} files")
        publication("nothing changed", folder, NOW)
        changed = [
            replace(event, facts=replace(event.facts, title=f"{event.facts.title} (déplacé)"), sequence=1)
            for event in rng.sample(store.find(Query(), now=NOW), min(100, args.events // 20))
        ]
        put(store, changed, News.MOVED)
        publication(f"after {len(changed)} changes", folder, NOW)
        publication("the next day", folder, NOW + timedelta(days=1))
        served(AGENDA, store)
        peers(store)
    if not args.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
