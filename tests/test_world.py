"""Four hundred crawls of a small world: every event once, under one UID for life, whatever its sources do."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda_scraper.correcting import put_right
from agenda_scraper.history import Act, Correction
from agenda_scraper.model import Status
from agenda_scraper.query import Query
from agenda_scraper.store import open_store
from store_world import SITE, crawl
from stored import fresh
from world import BEGAN, SITES, STEP, Site, births, live, notices

pytestmark = pytest.mark.slow


class Run:
    """A world, its store, and what was true at every crawl."""

    def __init__(self, store, seed: int, *, events: int = 200) -> None:
        self.store, self.rng = store, Random(seed)
        self.world = births(self.rng, events)
        self.truth: dict[tuple[str, int], int] = {}
        self.keys: dict[tuple[str, str], int] = {}
        self.published: dict[str, tuple[int, object]] = {}
        self.first: dict[int, str] = {}

    def step(self, number: int, site: Site, *, events_change: float = 0.6) -> None:
        """Something happens, then one source is crawled."""
        if self.rng.random() < events_change:
            live(self.rng.choice(self.world), self.rng)
        shown = notices(site, self.world, number, self.rng)
        complete = True
        if site.habit == "outages":
            if number % 5 == 0:
                return
            if number % 3 == 0:
                shown, complete = shown[: len(shown) // 2], False
        for real, sighting in shown:
            self.keys[site.name, sighting.key] = real
        now = BEGAN + number * STEP
        crawl(self.store, *(each for _, each in shown), at=site.name, now=now, complete=complete, accept=True)
        for key, known in self.store.known(site.name).items():
            if (site.name, key) in self.keys:
                self.truth[site.name, known.number] = self.keys[site.name, key]

    def check(self, number: int) -> None:
        """What must hold after every crawl, seen as a subscriber."""
        now = BEGAN + number * STEP
        for event in self.store.find(Query(everything=True), now=now, pointers=True):
            content = replace(event.facts, relevance=None), event.merged_into
            sequence, before = self.published.get(event.uid, (-1, None))
            assert event.sequence > sequence if content != before else event.sequence >= sequence
            self.published[event.uid] = event.sequence, content
            if event.facts.status is Status.CANCELLED and not event.merged_into:
                reals = {self.truth[k.sighting.source, k.number] for k in self.store.dossier(event.uid).sightings}
                assert any(Status.CANCELLED in self.world[real].told for real in reals)

    def versions(self) -> None:
        """SEQUENCE rises exactly when content changes: each version says something else than the one before."""
        for uid, (sequence, _) in self.published.items():
            told = self.store.history(uid)
            assert [version.sequence for version in told] == list(range(sequence + 1))
            assert all(version.fields or version.news in ("merged", "back") for version in told[1:])

    def pairs(self) -> tuple[float, float]:
        """Precision and recall of pairs of sightings that are held for one event."""
        owner = {
            (name, known.number): known.uid
            for name in {s.name for s in SITES}
            for known in self.store.known(name).values()
        }
        by_uid, by_real = defaultdict(list), defaultdict(list)
        for member, uid in owner.items():
            by_uid[uid].append(member)
            by_real[self.truth[member]].append(member)
        held = [pair for each in by_uid.values() for pair in combinations(each, 2)]
        meant = [pair for each in by_real.values() for pair in combinations(each, 2)]
        right = sum(self.truth[a] == self.truth[b] for a, b in held)
        found = sum(owner[a] == owner[b] for a, b in meant)
        return right / len(held) if held else 1.0, found / len(meant) if meant else 1.0

    def doubles(self, number: int) -> list[tuple[int, int]]:
        """Real events that are published more than once now, each with how often."""
        now = BEGAN + number * STEP
        count = Counter()
        for event in self.store.find(Query(), now=now):
            members = self.store.dossier(event.uid).sightings
            count[Counter(self.truth[k.sighting.source, k.number] for k in members).most_common(1)[0][0]] += 1
        return [(real, times) for real, times in count.items() if times > 1]

    def lost(self, number: int) -> set[int]:
        """Real events to come that a source shows now and nobody would find."""
        now = BEGAN + number * STEP
        members = (
            (k.sighting.source, k.number)
            for event in self.store.find(Query(everything=True), now=now)
            for k in self.store.dossier(event.uid).sightings
        )
        found = {self.truth[member] for member in members}
        shown = {real.id for real in self.world if real.start > now and any(s.tells(real) for s in SITES[:2])}
        return shown - found


def whole(store, seed: int, crawls: int = 400) -> Run:
    run = Run(store, seed)
    for number in range(crawls):
        site = SITES[number % len(SITES)]
        if number >= site.since:
            run.step(number, site)
        if number % 10 == 9:
            run.check(number)
    return run


def test_four_hundred_crawls_of_twelve_sources():
    with open_store("sqlite://") as store:
        run = whole(store, 1)
        precision, recall = run.pairs()
        assert precision >= 0.99, precision
        assert recall >= 0.97, recall
        assert run.doubles(399) == []
        assert run.lost(399) == set()
        run.versions()


SMALL = st.lists(st.tuples(st.sampled_from(SITES), st.floats(0, 1)), min_size=2, max_size=14)


# `AGENDA_HISTORIES=5000 pytest tests/test_world.py` tries as many as one has time for.
@settings(
    max_examples=int(os.environ.get("AGENDA_HISTORIES", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 10_000), SMALL)
def test_random_histories_keep_the_promises(seed, history):
    with TemporaryDirectory() as folder, fresh(Path(folder)) as store:
        run = Run(store, seed, events=8)
        for number, (site, chance) in enumerate(history):
            run.step(number, site, events_change=chance)
            run.check(number)
        assert run.pairs()[0] == 1.0


def test_what_people_put_right_stands_at_the_end():
    with open_store("sqlite://") as store:
        run = Run(store, 7, events=30)
        said = []
        for number in range(60):
            run.step(number, SITES[number % len(SITES)])
            events = store.find(Query(), now=BEGAN + number * STEP)
            if number in (20, 30, 40) and events:
                uid = events[number % len(events)].uid
                told = Correction(uid, Act.EDIT, BEGAN + number * STEP, field="title", value=f"Corrigé {number}")
                said += put_right(store, [told], site=SITE, now=BEGAN + number * STEP)
        assert said
        for correction in said:
            event = store.event(correction.uid)
            told = store.event(event.merged_into) if event.merged_into else event
            assert told.facts.title == correction.value
