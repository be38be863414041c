"""A store that holds events made up for a test, as if sources had told them."""

from agenda_scraper.history import News, Version
from agenda_scraper.report import Changes, Dossier
from agenda_scraper.store import Store


def put(store: Store, *events, now, news=News.ANNOUNCED, before=None) -> None:
    """Write events, each with a version that says what is new of it."""
    believed = [
        Dossier(each, (), (), (Version(each.uid, each.sequence, now, news, each.facts, before, (), "exemple"),))
        for each in events
    ]
    with store.writing() as desk:
        desk.write(Changes("exemple"), believed, now=now)
