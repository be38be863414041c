"""A store that may be read and not written: a copy on a read-only medium, another user's file."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from agenda_scraper.errors import StoreError
from agenda_scraper.publication import publish
from agenda_scraper.query import Query
from agenda_scraper.serve import Application
from agenda_scraper.store import open_store
from samples import AGENDA, NOW
from stored import put
from test_publication import NUMBERED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="who may write is told otherwise there"),
]
_NOBODY = 65534


@contextmanager
def without_leave(folder, mode=0o555):
    """As somebody who may not write the files of a folder, nor (by its mode) make others there."""
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(mode)
    if os.geteuid() == 0:
        # root may write whatever a file says
        os.seteuid(_NOBODY)
    try:
        yield f"sqlite:///{folder / 'agenda.db'}"
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def folder():
    """A folder that anybody may enter, with a store in it."""
    place = Path(tempfile.mkdtemp(prefix="frozen"))
    place.chmod(0o755)
    with open_store(f"sqlite:///{place / 'agenda.db'}") as store:
        put(store, *NUMBERED, now=NOW)
    yield place
    shutil.rmtree(place)


def test_a_copy_that_may_only_be_read_is_asked_served_and_published(folder, tmp_path):
    public = Path(tempfile.mkdtemp(prefix="public"))
    public.chmod(0o777)
    with open_store("sqlite://") as store:
        # what is imported and read on the way may lie where nobody may look
        put(store, *NUMBERED, now=NOW)
        publish(AGENDA, store, public=tmp_path, now=NOW)
    with without_leave(folder) as address, open_store(address) as store:
        assert len(store.find(Query(), now=NOW)) > 5
        answer = Application(AGENDA, store, clock=lambda: NOW)(
            {"REQUEST_METHOD": "GET", "PATH_INFO": "/feeds/all.ics"}, lambda *_: None
        )
        assert b"BEGIN:VEVENT" in b"".join(answer)
        first = publish(AGENDA, store, public=public, now=NOW)
        assert (public / "index.html").is_file() and len(first.paths) > 20
        # nothing can be marked as published, and what is made again is the same
        assert publish(AGENDA, store, public=public, now=NOW).paths == ()
    assert [file.name for file in folder.iterdir()] == ["agenda.db"]
    shutil.rmtree(public)


def test_who_wants_to_write_there_is_told_at_once(folder):
    with without_leave(folder) as address, open_store(address) as store:
        with pytest.raises(StoreError, match="folder writable"), store.crawling():
            pass
        with pytest.raises(StoreError, match="folder writable"):
            put(store, *NUMBERED, now=NOW)


def test_a_file_in_a_folder_that_may_be_written_is_read(folder):
    with without_leave(folder, 0o777) as address, open_store(address) as store:
        assert store.find(Query(), now=NOW) and not store.writable


def test_what_was_written_last_is_read_or_missed_aloud(folder):
    file = folder / "agenda.db"
    # a writer at work, or one that was killed
    writer = sqlite3.connect(file)
    writer.execute("UPDATE events SET hidden = 1, listed = 0")
    writer.commit()
    with without_leave(folder) as address, open_store(address) as store:
        assert store.find(Query(), now=NOW) == []
    copy = Path(tempfile.mkdtemp(prefix="frozen"))
    for name in ("agenda.db", "agenda.db-wal"):
        shutil.copyfile(folder / name, copy / name)
    with without_leave(copy) as address, pytest.raises(StoreError, match=r"agenda\.db-wal.*agenda-scraper backup"):
        open_store(address)
    writer.close()
    shutil.rmtree(copy)


def test_one_who_may_write_meanwhile_is_seen(folder):
    with without_leave(folder) as address, open_store(address) as store:
        assert store.find(Query(), now=NOW)
        if os.getuid() != 0:
            pytest.skip("only root can be two")
        os.seteuid(0)
        with sqlite3.connect(folder / "agenda.db") as writer:
            writer.execute("UPDATE events SET hidden = 1, listed = 0")
        writer.close()
        os.seteuid(_NOBODY)
        assert store.find(Query(), now=NOW) == []
