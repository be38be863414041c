"""Random histories of several sources, written to a real store: what must hold after every crawl."""

from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from agenda_scraper.model import Status
from agenda_scraper.query import Query
from agenda_scraper.store.tables import facets, sightings
from store_world import HOUR, NOW, crawl, seen
from stored import fresh

NOTICES = st.builds(
    seen,
    st.integers(0, 5),
    st.sampled_from(["Conseil de quartier nord", "Conseil de quartier sud", "Bal"]),
    days=st.sampled_from([5, 6, date(2026, 11, 7)]),
    city=st.sampled_from(["Tours", "Rouen", None]),
    status=st.sampled_from([Status.SCHEDULED, Status.CANCELLED]),
    price=st.sampled_from([None, "5 €"]),
)
CRAWLS = st.lists(
    st.tuples(st.sampled_from(["mairie", "journal", "asso"]), st.lists(NOTICES, max_size=5), st.booleans()),
    min_size=1,
    max_size=7,
)


def at(name, notice):
    key = notice.key
    return seen(
        key,
        notice.facts.title,
        at=name,
        days=notice.facts.when.start,
        city=notice.facts.place.city if notice.facts.place else None,
        status=notice.facts.status,
        price=notice.facts.price,
    )


@settings(max_examples=60, deadline=None)
@given(CRAWLS)
def test_an_event_is_one_event_for_life(history):
    with TemporaryDirectory() as folder, fresh(Path(folder)) as store:
        owners, before = {}, {}
        for number, (name, notices, complete) in enumerate(history):
            now = NOW + number * HOUR
            crawl(store, *(at(name, notice) for notice in notices), at=name, now=now, complete=complete, accept=True)
            after = {event.uid: event for event in store.find(Query(everything=True), now=NOW, pointers=True)}
            _hold_together(store, after)
            _stay_with_their_event(store, owners)
            _count_their_changes(before, after, now)
            before = after


def _hold_together(store, events):
    """No event without a sighting, no key twice, nothing vanished that someone shows."""
    for event in events.values():
        dossier = store.dossier(event.uid)
        assert dossier.event == event
        if event.merged_into:
            assert not dossier.sightings and _at_last(store, event.uid) in events
            continue
        live = [known.sighting.source for known in dossier.sightings if known.vanished_at is None]
        assert event.vanished is (not live)
        assert {each.source for each in event.witnesses} == set(live or [k.sighting.source for k in dossier.sightings])
        cities = {known.sighting.facts.place.city for known in dossier.sightings if known.sighting.facts.place}
        assert event.facts.place is None or event.facts.place.city in cities
        if event.facts.status is Status.CANCELLED:
            assert Status.CANCELLED in {known.sighting.facts.status for known in dossier.sightings}
    with store.writing() as desk:
        rows = desk._connection.execute(select(sightings.c.source, sightings.c.key)).all()
        assert len(rows) == len(set(rows))
        count = desk._connection.execute(select(func.count()).select_from(facets)).scalar()
        assert count == sum(len({each.source for each in event.witnesses}) for event in events.values())


def _stay_with_their_event(store, owners):
    """A sighting belongs to one event for life, whatever its key becomes, but for one that turned out to be another."""
    for name in ("mairie", "journal", "asso"):
        for known in store.known(name).values():
            first = owners.setdefault(known.number, known.uid)
            assert known.uid in (first, _at_last(store, first))


def _at_last(store, uid):
    """The event that an event turned out to be, however often."""
    seen_before = set()
    while (event := store.event(uid)).merged_into:
        assert uid not in seen_before
        seen_before.add(uid)
        uid = event.merged_into
    return uid


def _count_their_changes(before, after, now):
    assert before.keys() <= after.keys()
    for uid, event in after.items():
        old = before.get(uid)
        if old is None:
            assert (event.sequence, event.first_seen, event.changed_at) == (0, now, now)
            continue
        changed = event.facts != old.facts or event.merged_into != old.merged_into
        assert event.sequence == old.sequence + changed
        assert event.changed_at == (now if changed else old.changed_at)
        assert event.first_seen <= old.first_seen and event.last_seen >= old.last_seen


@settings(max_examples=30, deadline=None)
@given(st.lists(NOTICES, max_size=5))
def test_the_same_crawl_twice_changes_nothing(notices):
    with TemporaryDirectory() as folder, fresh(Path(folder)) as store:
        crawl(store, *notices)
        before = store.find(Query(everything=True), now=NOW)
        changes = crawl(store, *notices)
        assert not (changes.new or changes.changed or changes.vanished or changes.restored)
        assert store.find(Query(everything=True), now=NOW) == before
        for start, events in groupby(before, key=lambda event: str(event.facts.when.start)[:10]):
            assert start and list(events)
