"""All that is remembered between two crawls, in SQLite or PostgreSQL by the same code."""

from agenda_scraper.store.archive import Store, open_store
from agenda_scraper.store.desk import Desk
from agenda_scraper.store.reading import KnownPage

__all__ = ["Desk", "KnownPage", "Store", "open_store"]
