"""Events already in words: which stand where, their texts, and those whose texts are no longer true."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from agenda_scraper.rendered import Rendered, Renderings
from agenda_scraper.store.reading import in_portions
from agenda_scraper.store.tables import corrections, events, renderings, sources, versions

_AT_ONCE = 500
_COLUMNS = (
    *(events.c.id, events.c.uid, events.c.starts, events.c.ends, events.c.first_seen, events.c.changed_at),
    *(events.c.last_seen, events.c.merged_into),
)


def listed_of(connection: Connection, chosen: Any) -> list[Rendered]:
    """The events of a question without their texts, in its order."""
    rows = connection.execute(chosen.with_only_columns(*_COLUMNS)).all()
    return [
        Rendered(uid, "", starts, ends, first, changed, last, number, other is not None)
        for number, uid, starts, ends, first, changed, last, other in rows
    ]


def texts_of(
    connection: Connection, numbers: Collection[int], formats: Collection[str], voice: str, today: str
) -> dict[str, dict[int, str]]:
    """The texts of events in some formats, by format and number, as far as they are true."""
    found: dict[str, dict[int, str]] = {format: {} for format in formats}
    for portion in in_portions(numbers):
        rows = connection.execute(
            select(renderings.c.format, renderings.c.event, renderings.c.text).where(
                renderings.c.format.in_(formats),
                renderings.c.event.in_(portion),
                renderings.c.voice == voice,
                or_(renderings.c.until.is_(None), renderings.c.until >= today),
            )
        )
        # fetched together, and unpacked, not read by name: there are tens of thousands of them
        for format, number, text in rows.all():
            found[format][number] = text
    return found


def stale_of(connection: Connection, chosen: Any, format: str, voice: str, today: str) -> list[tuple[int, str]]:
    """The numbers of those of some events whose text in a format is missing or untrue, with what it was."""
    kept = renderings.alias("kept")
    mine = and_(kept.c.event == events.c.id, kept.c.format == format)
    untrue = or_(kept.c.event.is_(None), kept.c.voice != voice, kept.c.until < today)
    asked = chosen.with_only_columns(events.c.id, kept.c.text).select_from(events.outerjoin(kept, mine)).where(untrue)
    return [(number, text or "") for number, text in connection.execute(asked)]


def written(connection: Connection, told: Iterable[Renderings]) -> None:
    """Keep texts of events in place of those kept before, format by format."""
    left = iter(told)
    while portion := list(islice(left, _AT_ONCE)):
        for format in sorted({format for each in portion for format in each.texts}):
            mine = [each for each in portion if format in each.texts]
            stale = renderings.c.event.in_([each.number for each in mine])
            connection.execute(delete(renderings).where(renderings.c.format == format, stale))
            connection.execute(insert(renderings), [_row(each, format) for each in mine])


def _row(each: Renderings, format: str) -> dict[str, Any]:
    return {
        "format": format,
        "event": each.number,
        "voice": each.voice,
        "until": each.until.isoformat() if each.until else None,
        "text": each.texts[format].replace("\0", "").encode("utf-8", "replace").decode("utf-8"),
    }


def revision_of(connection: Connection) -> tuple[str, datetime | None]:
    """A word that changes whenever anything was written that a reader may see, and when that was."""
    asked = (
        select(func.max(versions.c.id)),
        select(func.max(corrections.c.id)),
        # not only when the crawl began: it writes source after source, and is read meanwhile
        select(func.max(func.coalesce(sources.c.written_at, sources.c.last_crawled))),
        select(func.max(corrections.c.at)),
        select(func.max(corrections.c.undone_at)),
    )
    whole = connection.execute(select(*(each.scalar_subquery() for each in asked))).one()
    return ".".join(str(each or 0) for each in whole), max(filter(None, whole[2:]), default=None)
