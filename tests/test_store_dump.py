"""The whole store as lines, into another database and back: nothing is lost, nothing half read."""

import json

import pytest

from agenda_scraper.correcting import put_right
from agenda_scraper.errors import StoreError
from agenda_scraper.history import Act, Correction
from agenda_scraper.query import Query
from agenda_scraper.store import open_store
from store_world import HOUR, NOW, SITE, crawl, crawl_each_way, seen

pytestmark = pytest.mark.slow


def filled(store):
    crawl(store, seen(1), seen("é", "Bal \ud83d populaire", themes=("climat",)))
    crawl(store, seen("x", at="journal", price="5 €"), at="journal", now=NOW + HOUR)
    crawl(store, seen(1, "Autre titre"), now=NOW + 2 * HOUR, complete=False)
    uid = store.find(Query(text="autre"), now=NOW)[0].uid
    put_right(store, [Correction(uid, Act.EDIT, NOW, field="price", value="7 €")], site=SITE, now=NOW + 3 * HOUR)
    return list(store.export())


@pytest.fixture
def lines():
    with open_store("sqlite://") as store:
        crawl_each_way(store)
        return filled(store)


def test_what_is_read_is_what_was_written(lines):
    with open_store("sqlite://") as store:
        assert store.load(lines) == len(lines) - 1
        assert list(store.export()) == lines
        assert [event.facts.price for event in store.find(Query(text="titre"), now=NOW)] == ["7 €"]


def test_a_backup_is_whole_or_not_at_all(lines, tmp_path):
    with open_store(f"sqlite:///{tmp_path}/a.db") as store:
        store.load(lines)
        assert store.export_to(tmp_path / "backup.jsonl") == len(lines)
        crawl(store, seen(9, "Après la sauvegarde"), now=NOW + 9 * HOUR, accept=True)
        with (tmp_path / "backup.jsonl").open() as file:
            store.load(file, replace=True)
        assert list(store.export()) == lines
        with pytest.raises(StoreError, match="name another file"):
            store.export_to(tmp_path / "no" / "folder")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda lines: [*lines[:3], "{", *lines[3:]], "line 4"),
        (lambda lines: [*lines, '["events", {"id": 1}]'], "no row of a store"),
        (lambda lines: [*lines, '["events", {"facts": "[]"}]'], "no row of a store"),
        (lambda lines: [*lines, '["nothing", {}]'], "no row of a store"),
        (lambda lines: lines[1:], "no export"),
        (lambda lines: [], "no export"),
        (lambda lines: [json.dumps({"agenda-scraper": "9999"}), *lines[1:]], "pip install --upgrade"),
    ],
)
def test_what_cannot_be_read_changes_nothing(lines, spoil, says):
    with open_store("sqlite://") as store:
        crawl(store, seen(5, "Déjà là"))
        before = list(store.export())
        with pytest.raises(StoreError, match=says):
            store.load(spoil(lines), replace=True)
        assert list(store.export()) == before


def test_a_store_that_holds_something_is_not_overwritten_by_chance(lines):
    with open_store("sqlite://") as store:
        crawl(store, seen(5, "Déjà là"))
        with pytest.raises(StoreError, match="--replace"):
            store.load(lines)


def test_an_export_of_before_hosts_were_remembered_is_read(lines):
    with open_store("sqlite://") as store:
        store.load([json.dumps({"agenda-scraper": "0002"}), *lines[1:]])
        assert list(store.export()) == lines


def test_an_export_of_before_one_could_ask_where_to_go_is_read(lines):
    older = [json.loads(line) for line in lines[1:]]
    for _, values in older:
        values.pop("onsite", None)
    with open_store("sqlite://") as store:
        store.load([json.dumps({"agenda-scraper": "0003"}), *map(json.dumps, older)])
        assert list(store.export()) == lines
