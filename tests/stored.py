"""A store that holds events made up for a test, as if sources had told them."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from agenda_scraper.history import News, Version
from agenda_scraper.report import Changes, Dossier
from agenda_scraper.store import Store, open_store


def fresh(folder: Path) -> Store:
    """The store in a folder; a new one is a copy of one that was made before, which is ten times as fast."""
    path = folder / "agenda.db"
    if not path.exists():
        path.write_bytes(_made())
    return open_store(f"sqlite:///{path}")


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agenda.db"
        open_store(f"sqlite:///{path}").close()
        return path.read_bytes()


def put(store: Store, *events, now, news=News.ANNOUNCED, before=None) -> None:
    """Write events, each with a version that says what is new of it."""
    believed = [
        Dossier(each, (), (), (Version(each.uid, each.sequence, now, news, each.facts, before, (), "exemple"),))
        for each in events
    ]
    with store.writing() as desk:
        desk.write(Changes("exemple"), believed, now=now)
