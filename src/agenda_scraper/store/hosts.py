"""Hosts that asked to be left alone: each run tells the next one until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from agenda_scraper.store.tables import silences


def silences_of(connection: Connection, now: datetime) -> dict[str, datetime]:
    """The hosts that want to be left alone still, and until when."""
    rows = connection.execute(select(silences).where(silences.c.until > now).order_by(silences.c.host))
    return {row.host: row.until for row in rows}


def silenced(connection: Connection, hosts: Mapping[str, datetime], now: datetime) -> None:
    """Keep until when hosts want to be left alone, and forget those that no longer do."""
    if hosts:
        stale = delete(silences).where((silences.c.host == bindparam("told")) | (silences.c.until <= now))
        connection.execute(stale, [{"told": host} for host in hosts])
        connection.execute(insert(silences), [{"host": host, "until": until} for host, until in hosts.items()])
