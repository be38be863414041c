"""The store on real SQLite files, opened and asked."""

import os
import pickle
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from agenda_scraper.errors import StoreError
from agenda_scraper.model import Extraction, Mode, Organiser, Place, Validators, When
from agenda_scraper.query import Query
from agenda_scraper.store import KnownPage, open_store
from agenda_scraper.store.opening import engine_for, migrate, reading, revision_of
from agenda_scraper.store.tables import METADATA, REVISION
from store_world import FROM_AFAR, HOUR, NOW, ON_THE_SPOT, crawl, crawl_each_way, seen
from stored import fresh


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'agenda.db'}"


@pytest.fixture
def store(tmp_path):
    with fresh(tmp_path) as opened:
        yield opened


FORKS = """
import os, sys
from agenda_scraper.query import Query
from agenda_scraper.store import open_store
from store_world import NOW
with open_store(sys.argv[1]) as store:
    assert store.count(Query(), now=NOW) == 1 and store._engine.pool.checkedin() == 1
    child = os.fork()
    if not child:
        os._exit(store._engine.pool.checkedin() or store.count(Query(), now=NOW) + 10)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 11
    assert store.count(Query(), now=NOW) == 1
"""


def titles(store, **query):
    return [event.facts.title for event in store.find(Query(**query), now=NOW)]


# ── opening ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_the_migrations_make_the_tables_of_the_code(url):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = engine_for(url)
    with reading(engine) as connection:
        assert revision_of(connection) == REVISION
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
        # the full-text index keeps tables of its own, which SQLAlchemy has no words for
        ours = [each for each in differences if each[0] != "modify_type" and "event_words" not in str(each[1])]
        assert ours == []
    migrate(engine, "base")
    with reading(engine) as connection:
        assert revision_of(connection) is None
    migrate(engine, REVISION)


def test_a_store_of_before_one_could_ask_where_to_go_is_told_by_what_it_holds(url):
    with open_store(url) as store:
        crawl_each_way(store)
    migrate(engine_for(url), "0003")
    with open_store(url) as store:
        assert set(titles(store, online=True)) == FROM_AFAR
        assert set(titles(store, online=False)) == ON_THE_SPOT


@pytest.mark.slow
def test_a_store_at_its_revision_opens_without_alembic(store, url):
    code = "import sys; from agenda_scraper.store import open_store; open_store(sys.argv[1]); "
    code += "print('alembic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_a_folder_is_made(tmp_path):
    open_store(f"sqlite:///{tmp_path}/new/folder/agenda.db").close()
    assert (tmp_path / "new/folder/agenda.db").exists()


def test_a_store_newer_than_the_code_is_refused(store, tmp_path, url):
    with sqlite3.connect(tmp_path / "agenda.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer than this program.*pip install --upgrade"):
        open_store(url)


@pytest.mark.parametrize(
    ("address", "fix"),
    [
        ("agenda.db", "sqlite:///agenda.db"),
        ("", "sqlite:///"),
        ("mysterious://host/db", "sqlite:///"),
        ("sqlite:////proc/nowhere/agenda.db", "--database"),
        ("postgresql://someone:secret@127.0.0.1:1/agenda", "database server"),
    ],
)
def test_an_address_that_does_not_work_says_what_to_do(address, fix):
    with pytest.raises(StoreError) as caught:
        open_store(address)
    assert fix in str(caught.value) and "secret" not in str(caught.value)


def test_a_file_that_is_something_else(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8\xff" * 1000)
    with pytest.raises(StoreError, match="this file is something else"):
        open_store(f"sqlite:///{tmp_path}/holiday.jpg")


def test_a_read_only_file_can_be_read_and_says_so_when_written(store, tmp_path):
    crawl(store, seen(1))
    with open_store(f"sqlite:///file:{tmp_path}/agenda.db?mode=ro&uri=true") as frozen:
        assert titles(frozen) == ["Conseil de quartier nord"]
        with pytest.raises(StoreError, match="writable"):
            crawl(frozen, seen(2))


def test_a_full_disk_writes_nothing(store, tmp_path):
    crawl(store, seen(1))
    with pytest.raises(StoreError, match="free some space"), store.writing() as desk:
        desk._connection.exec_driver_sql("PRAGMA max_page_count = 1")
        pages = [KnownPage("u", Validators(), "h", "r", NOW, Extraction(next_url="x" * 500_000))]
        desk.remember_pages("mairie", pages, now=NOW)
    assert store.page("mairie", "u") is None


def test_a_writer_that_waits_too_long_is_told_who_is_in_the_way(store, tmp_path):
    with (
        store.writing(),
        open_store(f"sqlite:///{tmp_path}/agenda.db", patience=0.05) as second,
        pytest.raises(StoreError, match="another crawl is writing"),
        second.writing(),
    ):
        pass


def test_one_crawl_at_a_time_is_at_work_on_a_store(store, url):
    with open_store(url) as second:
        with store.crawling():
            with pytest.raises(StoreError, match="another crawl is at work on it"), second.crawling():
                pass
            # and people may say something meanwhile
            with second.writing():
                pass
        with second.crawling():
            pass


def told(title, when):
    return replace(seen(title), facts=replace(seen(title, title).facts, when=when))


# ── asking ────────────────────────────────────────────────────────────────────────────────────────


def test_what_comes_first_is_first_and_what_is_over_is_left_out(store):
    late, soon = seen("late", "Tard", days=30), seen("soon", "Bientôt", days=2)
    today = seen("today", "Ce matin", days=NOW - 3 * HOUR)
    long = told("Exposition", When(date(2026, 9, 1), date(2026, 11, 2)))
    past = seen("past", "Hier", days=date(2026, 11, 1))
    undated = told("Reporté", When(None))
    crawl(store, late, soon, today, long, past, undated)
    assert titles(store) == ["Exposition", "Ce matin", "Bientôt", "Tard", "Reporté"]
    assert titles(store, everything=True) == ["Exposition", "Hier", "Ce matin", "Bientôt", "Tard", "Reporté"]
    assert titles(store, since=date(2026, 11, 1), until=date(2026, 11, 1)) == ["Exposition", "Hier"]
    assert titles(store, until=date(2026, 11, 3)) == ["Exposition", "Ce matin"]
    assert store.count(Query(), now=NOW) == 5
    assert [event.facts.title for event in store.find(Query(), now=NOW, limit=2, offset=1)] == ["Ce matin", "Bientôt"]


def test_what_vanished_is_shown_to_who_asks_for_everything(store):
    crawl(store, seen(1), seen(2, "Autre conseil"))
    crawl(store, seen(2, "Autre conseil"), now=NOW + HOUR)
    assert titles(store) == ["Autre conseil"]
    assert len(titles(store, everything=True)) == 2


@pytest.fixture
def asked(store):
    hall = Place(
        "Hôtel de Ville", city="Saint-Étienne", department="Loire", region="Auvergne-Rhône-Alpes", country="FR"
    )
    rich = seen(
        "rich",
        "Formation à la démocratie",
        type="training",
        themes=("participation", "climat"),
        audience="professionals",
        organisers=(Organiser("Centre national de la fonction publique", acronym="CNFPT"),),
        language="fr",
        free=True,
        mode=Mode.MIXED,
        summary="Une journée d’échanges",
    )
    crawl(store, replace(rich, facts=replace(rich.facts, place=hall)), seen("plain", "Bal", city=None, free=False))
    return store


@pytest.mark.parametrize(
    "query",
    [
        {"city": "saint etienne"},
        {"department": "LOIRE"},
        {"region": "auvergne rhône alpes"},
        {"country": "fr"},
        {"type": "training"},
        {"theme": "climat"},
        {"audience": "professionals"},
        {"organiser": "cnfpt"},
        {"organiser": "Centre National de la Fonction Publique"},
        {"language": "fr"},
        {"online": True},
        {"free": True},
        {"text": "DEMOCRATIE"},
        {"text": "échanges etienne"},
        {"theme": "participation", "city": "Saint-Étienne", "free": True},
    ],
)
def test_each_field_of_a_question_narrows(asked, query):
    assert titles(asked, **query) == ["Formation à la démocratie"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"city": "!"}, []),
        ({"theme": "—"}, []),
        ({"city": "Saint"}, []),
        ({"text": "democratie bal"}, []),
        ({"text": "%"}, ["Formation à la démocratie", "Bal"]),
        ({"free": False}, ["Bal"]),
        ({"online": False}, ["Formation à la démocratie", "Bal"]),
        ({"source": "mairie"}, ["Formation à la démocratie", "Bal"]),
        ({"source": "journal"}, []),
    ],
)
def test_a_question_is_taken_by_its_word(asked, query, found):
    assert sorted(titles(asked, **query)) == sorted(found)


def test_a_hybrid_event_is_followed_from_afar_and_gone_to(store):
    crawl_each_way(store)
    assert set(titles(store, online=True)) == FROM_AFAR
    assert set(titles(store, online=False)) == ON_THE_SPOT
    assert set(titles(store)) == FROM_AFAR | ON_THE_SPOT


@pytest.mark.parametrize(
    "query",
    [Query(city="Tours"), Query(region="Bretagne", type="debate"), Query(theme="climat"), Query(online=False), Query()],
)
def test_questions_are_answered_by_indexes(store, tmp_path, query):
    from agenda_scraper.store.asking import asked as ask

    sql = ask(query, NOW).compile(store._engine, compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in sqlite3.connect(tmp_path / "agenda.db").execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert not [step for step in plan if step.startswith("SCAN")], plan


# ── in other processes ────────────────────────────────────────────────────────────────────────────


def test_a_store_is_opened_anew_where_it_is_sent(store):
    crawl(store, seen(1))
    with pickle.loads(pickle.dumps(store)) as sent:
        assert sent.find(Query(), now=NOW) == store.find(Query(), now=NOW) != []
    assert store.reachable
    with open_store("sqlite://") as alone:
        assert not alone.reachable


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_no_connection_crosses_a_fork(store, url):
    crawl(store, seen(1))
    # in a process of its own: pytest may have threads
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parent)]))}
    done = subprocess.run([sys.executable, "-c", FORKS, url], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
