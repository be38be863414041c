"""A SQLite file that may be read and not written: a copy on a medium, another user's store.

SQLite keeps what was written last beside the file (write-ahead log) and wants to make that file even to read. Where the
folder forbids it and no log is there, the file holds everything and is read as one that nobody changes.
https://www.sqlite.org/wal.html#read_only_databases
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import URL

from agenda_scraper.errors import StoreError

_OWN = os.access in os.supports_effective_ids


def frozen(url: URL) -> Path | None:
    """The file of a database that is there and may not be written; None for any other."""
    named = url.database or ""
    if url.get_backend_name() != "sqlite" or named.startswith((":", "file:")) or not Path(named).is_file():
        return None
    file = Path(named).absolute()
    return None if _writable(file) and _writable(file.parent) else file


def opener(file: Path, patience: float) -> Callable[[], sqlite3.Connection]:
    """How to open such a file: anew for each look at it, since one who may write it can do so between two."""

    def opened() -> sqlite3.Connection:
        log = Path(f"{file}-wal")
        logged = log.is_file() and log.stat().st_size > 0
        if logged and not _writable(file.parent) and not Path(f"{file}-shm").is_file():
            fix = "open it once where it may be written, or copy it with `agenda-scraper backup`"
            raise StoreError(f"what was written last lies in {log.name}, without its -shm", where=str(file), fix=fix)
        still = "" if logged or _writable(file.parent) else "&immutable=1"
        return sqlite3.connect(f"{file.as_uri()}?mode=ro{still}", uri=True, timeout=patience, check_same_thread=False)

    return opened


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=_OWN)
