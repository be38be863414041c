"""The store written on real SQLite files: all or nothing, by one or by many, killed or not."""

import os
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.event import listen

from agenda_scraper.correcting import put_right
from agenda_scraper.history import Act, Correction
from agenda_scraper.model import Extraction, Found, Notice, Validators
from agenda_scraper.query import Query
from agenda_scraper.report import Outcome, SourceReport
from agenda_scraper.store import KnownPage, open_store
from agenda_scraper.store.tables import METADATA
from store_world import HOUR, NOW, SITE, crawl, seen
from stored import fresh
from typed import forked


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'agenda.db'}"


@pytest.fixture
def store(tmp_path):
    with fresh(tmp_path) as opened:
        yield opened


def test_an_event_comes_back_as_it_was_believed(store):
    crawl(store, seen(1), now=NOW)
    (event,) = store.find(Query(), now=NOW)
    whole = store.event(event.uid)
    assert whole == event and whole.facts == seen(1).facts
    assert whole.evidence == seen(1).evidence and event.evidence == ()
    assert whole.first_seen == NOW
    assert store.event("nobody@nowhere") is None


def test_a_crawl_that_finds_the_same_moves_last_seen_alone(store):
    crawl(store, seen(1))
    (before,) = store.find(Query(), now=NOW)
    changes = crawl(store, seen(1), now=NOW + HOUR)
    (after,) = store.find(Query(), now=NOW)
    assert changes.unchanged and after == replace(before, last_seen=NOW + HOUR)
    known = store.known("mairie")["1"]
    assert (known.first_seen, known.last_seen, known.uid) == (NOW, NOW + HOUR, after.uid)


def test_a_sighting_read_elsewhere_is_written_though_nothing_changed(store):
    crawl(store, seen(1))
    moved = replace(seen(1), page_url="https://mairie.example/print/1")
    assert crawl(store, moved).unchanged
    assert store.known("mairie")["1"].sighting.page_url == "https://mairie.example/print/1"


def test_all_or_nothing(store):
    crawl(store, seen(1))
    with pytest.raises(ZeroDivisionError), store.writing() as desk:
        desk.remember_outcome(SourceReport("other", Outcome.OK), now=NOW)
        desk.remember_outcome(SourceReport("mairie", Outcome.BROKEN), now=NOW)
        raise ZeroDivisionError
    assert [state.outcome for state in store.states().values()] == [Outcome.OK]


def test_a_source_is_remembered_with_its_failures(store):
    outcomes = [Outcome.OK, Outcome.BROKEN, Outcome.HELD, Outcome.UNCHANGED]
    states = []
    for number, outcome in enumerate(outcomes):
        failed = outcome in (Outcome.BROKEN, Outcome.HELD)
        error = "x: y" if outcome is Outcome.BROKEN else None
        report = SourceReport("mairie", outcome, found=0 if failed else 7, error=error)
        with store.writing() as desk:
            desk.remember_outcome(report, now=NOW + number * HOUR)
        states.append(store.states()["mairie"])
    assert [state.failures for state in states] == [0, 1, 2, 0]
    assert [state.failing_since for state in states] == [None, NOW + HOUR, NOW + HOUR, None]
    assert [state.last_ok for state in states] == [NOW, NOW, NOW, NOW + 3 * HOUR]
    assert [state.found for state in states] == [7, 7, 7, 7]
    assert [state.error for state in states] == [None, "x: y", None, None]
    # a crawl that found nothing new went well: news is told once, health is remembered
    assert [state.outcome for state in states] == [*outcomes[:3], Outcome.OK]


def test_a_page_is_kept_with_what_it_gave(store):
    notice = Notice("mairie", "https://mairie.example/", {"title": (Found("Bal", "h1", " Bal "),)})
    page = KnownPage("https://mairie.example/", Validators('"e1"', None), "h1", "r1", NOW, Extraction((notice,)))

    def kept(*pages, now=NOW):
        with store.writing() as desk:
            desk.remember_pages("mairie", pages, now=now)
        return store.page("mairie", page.url)

    assert store.page("mairie", page.url) is None
    assert kept(page) == page
    later = replace(page, fetched_at=NOW + HOUR)
    assert kept(later) == later
    redone = replace(later, rules_hash="r2", extraction=Extraction())
    assert kept(redone) == redone
    assert store.page("journal", page.url) is None
    assert kept(now=NOW + timedelta(days=200)) is None


def test_a_page_under_an_address_no_encoding_has_can_be_read_twice(store):
    page = KnownPage("https://mairie.example/\ud83d", Validators(), "h1", "r1", NOW, Extraction())
    for body_hash in ("h1", "h2"):
        with store.writing() as desk:
            desk.remember_pages("mairie", [replace(page, body_hash=body_hash)], now=NOW)
    assert store.page("mairie", page.url).body_hash == "h2"


@pytest.mark.slow
def test_two_crawls_at_once_wait_for_each_other(store, url):
    def one(name):
        with open_store(url) as mine:
            for count in range(4, 20, 4):
                notices = [seen(f"{name}{key}", f"Réunion {name} {key}", at=name) for key in range(count)]
                crawl(mine, *notices, at=name, accept=True)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(one, name) for name in ("a", "b", "c", "a")]:
            done.result()
    events = store.find(Query(everything=True), now=NOW)
    assert len(events) == len({event.uid for event in events}) == 3 * 16


def killed_writing(url, left, write):
    """Write into a store; killed at its statement `left`, or never with 0. Prints how many statements there were."""
    store = open_store(url)

    def counted(*_):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    listen(store._engine, "before_cursor_execute", counted)
    listen(store._engine, "commit", counted)
    write(store)
    print(-left)


def crawls(store):
    crawl(store, seen(0, "Autre titre"), seen(1, "Forum 1"), seen(9, "Forum 9"), now=NOW + HOUR)
    crawl(store, seen("x", at="journal"), at="journal", now=NOW + HOUR)


def corrects(store):
    one, other = sorted(event.uid for event in store.find(Query(everything=True), now=NOW))[:2]
    put_right(store, [Correction(one, Act.MERGE, NOW + HOUR, other=other)], site=SITE, now=NOW + HOUR)


def content(path):
    with sqlite3.connect(path) as raw:
        return {table: raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in METADATA.tables}


@pytest.mark.slow
def test_killed_at_any_statement_it_is_before_or_after_and_run_again_it_ends_the_same(store, tmp_path):
    crawl(store, *(seen(key, f"Forum {key}") for key in range(4)))
    store.close()
    before = (tmp_path / "agenda.db").read_bytes()

    def run(name, statement):
        path = tmp_path / f"{name}.db"
        if not path.exists():
            path.write_bytes(before)
        return path, forked(killed_writing, f"sqlite:///{path}", statement, crawls)

    whole, ended = run("undisturbed", 0)
    statements = int(ended.stdout)
    assert statements > 20
    for statement in range(1, statements + 1, statements // 10):
        path, ended = run(f"killed{statement}", statement)
        assert ended.returncode == -signal.SIGKILL
        assert len(content(path)["sightings"]) in (4, 5, 6)
        run(f"killed{statement}", 0)
        assert content(path) == content(whole)


@pytest.mark.slow
def test_a_correction_killed_at_any_statement_is_made_or_not(store, tmp_path):
    crawl(store, *(seen(key, f"Forum {key}") for key in range(3)))
    store.close()
    before = (tmp_path / "agenda.db").read_bytes()

    def run(statement):
        path = tmp_path / f"killed{statement}.db"
        path.write_bytes(before)
        return path, forked(killed_writing, f"sqlite:///{path}", statement, corrects)

    untouched, made = content(tmp_path / "agenda.db"), run(0)
    after = content(made[0])
    assert after != untouched
    statements = int(made[1].stdout)
    seen_states = []
    for statement in range(1, statements + 1, 2):
        path, ended = run(statement)
        assert ended.returncode == -signal.SIGKILL
        seen_states.append(content(path) == after)
        assert content(path) in (untouched, after)
    assert not seen_states[0]
