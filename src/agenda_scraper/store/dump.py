"""The whole store as JSON lines and back: from one database to another, into a backup, out of it. Nothing is lost.

The first line says which revision the rows are of; each other line is a table's name and one row. Texts rendered for
publication are left out: they follow from the events. So are the hosts that want to be left alone: for a day at most.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, MetaData, Table, TypeDecorator, delete, func, insert, select

from agenda_scraper.errors import StoreError
from agenda_scraper.store.tables import (
    METADATA,
    REVISION,
    corrections,
    events,
    facets,
    pages,
    sightings,
    sources,
    versions,
)

# In an order in which no row speaks of one that is still to come.
_TABLES = (sources, pages, events, facets, sightings, versions, corrections)
_AT_ONCE = 1000
# Revisions whose exports hold the same tables with the same columns, but for what `_as_now` adds.
_READ = (REVISION, "0004", "0003", "0002")
_MARK = "agenda-scraper"
_FIX = "export it again with `agenda-scraper export`"


def dumped(connection: Connection) -> Iterator[str]:
    """Every row as a line of JSON, in an order that is always the same."""
    yield json.dumps({_MARK: REVISION})
    for table in _TABLES:
        rows = connection.execution_options(stream_results=True, yield_per=_AT_ONCE).execute(
            _plain(table).order_by(*table.primary_key)
        )
        for row in rows:
            yield json.dumps([table.name, dict(row._mapping)], ensure_ascii=False, separators=(",", ":"))


def loaded(connection: Connection, lines: Iterable[str], *, where: str, replace: bool) -> int:
    """Put the rows of such lines into a store; returns how many. With `replace` what stands there goes first.

    StoreError when the store holds something, or a line cannot be read: the transaction it runs in is left to fail.
    """
    told = iter(lines)
    _believe(next(told, ""), where)
    if replace:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(delete(table))
    elif any(connection.execute(select(func.count()).select_from(table)).scalar() for table in _TABLES):
        raise StoreError(
            "there is something in this store already", where=where, fix="name a new one, or use --replace"
        )
    count = 0
    known = {table.name: table for table in _TABLES}
    rows = (_row(line, number, where, known) for number, line in enumerate(told, start=2) if line.strip())
    for name, listed in groupby(rows, key=lambda row: row[0]):
        each = (values for _, values in listed)
        while portion := list(islice(each, _AT_ONCE)):
            # values stand as they do in the tables: the types of the columns have been at work already
            connection.execute(insert(_untyped(known[name])), portion)
            count += len(portion)
    return count


def _believe(line: str, where: str) -> None:
    try:
        revision = json.loads(line)[_MARK]
    except (ValueError, KeyError, TypeError):
        raise StoreError("this is no export of a store", where=where, fix=_FIX) from None
    if revision not in _READ:
        newer = str(revision) > REVISION
        fix = "pip install --upgrade agenda-scraper" if newer else "open it with the program that wrote it, then export"
        raise StoreError(f"the export is of revision {revision}, this program of {REVISION}", where=where, fix=fix)


def _row(line: str, number: int, where: str, known: dict[str, Table]) -> tuple[str, dict[str, Any]]:
    try:
        name, values = json.loads(line)
        values = _as_now(name, values)
        if set(values) == set(known[name].columns.keys()):
            return name, values
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise StoreError(f"line {number} is no row of a store", where=where, fix=_FIX)


def _as_now(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """A row with what its revision did not say: until 0003 whether one may go to an event, until 0004 when it wrote."""
    if name == "sources":
        return {"written_at": None} | values
    if name != "events" or "onsite" in values:
        return values
    return values | {"onsite": json.loads(values["facts"]).get("mode") != "online"}


def _plain(table: Table) -> Any:
    """Columns as the database holds them: seconds, texts, truths."""
    return select(*_untyped(table).columns)


def _untyped(table: Table) -> Table:
    bare = table.to_metadata(MetaData())
    for column in bare.columns:
        if isinstance(column.type, TypeDecorator):
            column.type = column.type.impl_instance
    return bare
