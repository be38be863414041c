"""One turn at writing: what is known is read, decided upon and written in one transaction, or nothing is.

A process killed at any moment leaves the database as it was before or as it is after; two crawls at once wait for
each other, and each sees what the other wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, true, update

from agenda_scraper.history import Correction, Version
from agenda_scraper.links import address_key
from agenda_scraper.model import Extraction, Facts, Sighting
from agenda_scraper.rendered import Renderings
from agenda_scraper.report import Changes, Dossier, Known, SourceReport
from agenda_scraper.store.hosts import silenced
from agenda_scraper.store.reading import KnownPage, dossiers, in_portions, known_by_key, state_of
from agenda_scraper.store.record import to_json
from agenda_scraper.store.rows import (
    correction_of,
    correction_row,
    days_of,
    event_facets,
    event_row,
    folded,
    sighting_row,
    state_after,
    version_row,
)
from agenda_scraper.store.shelf import written
from agenda_scraper.store.tables import corrections, events, facets, pages, renderings, sightings, sources, versions
from agenda_scraper.zones import span_of

# A page not asked for in half a year is read anew when it comes back.
_KEEP_PAGES = timedelta(days=180)


class Desk:
    """A turn at writing; open one with `Store.writing()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, source: str) -> dict[str, Known]:
        """All that a source ever showed, by key."""
        return known_by_key(self._connection, source)

    def neighbours(self, changes: Changes) -> tuple[Dossier, ...]:
        """The events these changes concern, and those that share a day or an address with a new or changed sighting."""
        before = {after: key for key, after in changes.rekeyed}
        touched = [*(change.after.key for change in changes.changed), *(each.key for each in changes.restored)]
        keys = [*(before.get(key, key) for key in touched), *changes.vanished, *before.values()]
        ids: set[int] = set()
        for portion in in_portions(keys):
            mine = sightings.c.source == changes.source
            ids.update(self._scalars(select(sightings.c.event).where(mine, sightings.c.key.in_(portion))))
        ids |= self._near([*changes.new, *(change.after for change in changes.changed), *changes.restored])
        return dossiers(self._connection, ids)

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Events with all their sightings and corrections, by UID."""
        return dossiers(self._connection, list(self._scalars(select(events.c.id).where(events.c.uid.in_(list(uids))))))

    def taken(self, uids: Iterable[str]) -> list[str]:
        """Those of these UIDs that events have."""
        return [
            uid
            for portion in in_portions(list(uids))
            for uid in self._connection.execute(select(events.c.uid).where(events.c.uid.in_(portion))).scalars()
        ]

    def write(self, changes: Changes, believed: Iterable[Dossier], *, now: datetime) -> None:
        """Write what one source changed and the events that follow from it; rows that say the same are left alone."""
        renamed = [{"k": before, "now": after} for before, after in changes.rekeyed]
        # a key may be handed from one notice to the next: none may stand twice on the way
        self._run(_of_source(changes.source).values(key="\x1f" + bindparam("now")), renamed)
        settled = [{"k": f"\x1f{each['now']}", "now": each["now"]} for each in renamed]
        self._run(_of_source(changes.source).values(key=bindparam("now")), settled)
        believed = list(believed)
        owners = self._write_events(believed)
        self._write_sightings(changes, owners, now)
        self._write_members(believed, owners)
        gone = [{"k": key, "at": now} for key in changes.vanished]
        self._run(_of_source(changes.source).values(vanished_at=bindparam("at")), gone)
        seen = [{"k": each.key, "at": now} for each in changes.seen]
        self._run(_of_source(changes.source).values(last_seen=bindparam("at"), vanished_at=None), seen)
        mine = select(sightings.c.event).where(sightings.c.source == changes.source, sightings.c.last_seen == now)
        self._connection.execute(update(events).where(events.c.id.in_(mine)).values(last_seen=now))

    def correct(self, correction: Correction, believed: Iterable[Dossier]) -> Correction:
        """Write what a person said, or took back, and the events that follow from it; returns it with its number."""
        row = correction_row(correction)
        if correction.number:
            self._connection.execute(update(corrections).where(corrections.c.id == correction.number).values(row))
        else:
            correction = replace(correction, number=self._next(corrections))
            self._run(insert(corrections), [{**row, "id": correction.number}])
        believed = list(believed)
        self._write_members(believed, self._write_events(believed))
        return correction

    def correction(self, number: int) -> Correction | None:
        """A correction by its number."""
        row = self._connection.execute(select(corrections).where(corrections.c.id == number)).one_or_none()
        return correction_of(row) if row else None

    def remember_pages(self, source: str, read: Sequence[KnownPage], *, now: datetime) -> None:
        """Keep what was read from pages, for when they answer that nothing changed."""
        known = {row.url: row for row in self._connection.execute(_validators(source))}
        rows = {row["url"]: row for row in (_page_row(source, page) for page in read)}
        same = [row for url, row in rows.items() if url in known and _same(row, known[url])]
        fresh = [row for url, row in rows.items() if url not in known or not _same(row, known[url])]
        page = update(pages).where(pages.c.source == source, pages.c.url == bindparam("u"))
        self._run(page.values(fetched_at=bindparam("at")), [{"u": row["url"], "at": row["fetched_at"]} for row in same])
        stale = delete(pages).where(pages.c.source == source, pages.c.url == bindparam("u"))
        self._run(stale, [{"u": row["url"]} for row in fresh])
        self._run(insert(pages), fresh)
        self._connection.execute(delete(pages).where(pages.c.source == source, pages.c.fetched_at < now - _KEEP_PAGES))

    def leave_alone(self, hosts: Mapping[str, datetime], *, now: datetime) -> None:
        """Keep until when hosts want to be left alone."""
        silenced(self._connection, hosts, now)

    def keep(self, told: Iterable[Renderings]) -> None:
        """Keep texts of events, in place of those of their formats kept before."""
        written(self._connection, told)

    def remember_outcome(self, report: SourceReport, *, now: datetime, written: datetime | None = None) -> None:
        """Keep how the crawl of a source went: since when it fails, when it last went well.

        `written` is the moment that readers are told it changed; the crawl of all sources may have begun long before.
        """
        state = state_after(state_of(self._connection, report.source), report, now, written=written or now)
        self._connection.execute(delete(sources).where(sources.c.source == report.source))
        self._connection.execute(insert(sources), [asdict(state)])

    def _near(self, found: Sequence[Sighting]) -> set[int]:
        """Events that share a day and no other town, a link or an address to register at with one of these."""
        ids: set[int] = set()
        # A sighting joins events of its own town, or of none; one without a town may join any of its day.
        towns = {folded(each.facts.place.city) if each.facts.place else None for each in found}
        town = true() if None in towns else events.c.city.in_(sorted(filter(None, towns))) | events.c.city.is_(None)
        for portion in in_portions(sorted({begins for each in found for begins in days_of(each.facts)})):
            ids.update(self._scalars(select(events.c.id).where(events.c.day.in_(portion), town)))
        ids |= self._titled([each.facts for each in found])
        for column, addresses in (
            (sightings.c.url, {each.facts.url for each in found}),
            (sightings.c.registration, {each.facts.registration_url for each in found}),
        ):
            for portion in in_portions(sorted({address_key(url) for url in addresses if url})):
                ids.update(self._scalars(select(sightings.c.event).where(column.in_(portion))))
        return ids

    def _titled(self, found: Sequence[Facts]) -> set[int]:
        """Events of the same title that begin at the same moment, or are a series of the town that goes on then."""
        wanted: defaultdict[str, list[tuple[int, int, str | None]]] = defaultdict(list)
        for facts in found:
            town = folded(facts.place.city) if facts.place else None
            wanted[folded(facts.title) or ""].append((*span_of(facts.when), town))
        spans = [span for each in wanted.values() for span in each]
        if not spans:
            return set()
        named = select(events.c.id, events.c.title, events.c.starts, events.c.ends, events.c.city).where(
            events.c.ends >= min(starts for starts, _, _ in spans), events.c.starts <= max(ends for _, ends, _ in spans)
        )
        return {
            row.id
            for portion in in_portions(wanted)
            for row in self._connection.execute(named.where(events.c.title.in_(portion)))
            for starts, ends, town in wanted[row.title]
            if row.starts == starts or (town and row.city == town and row.starts <= ends and row.ends >= starts)
        }

    def _write_members(self, believed: Iterable[Dossier], owners: dict[tuple[str, str], int]) -> None:
        """Sightings whose event is another one now."""
        known = [each for dossier in believed for each in dossier.sightings if each.number]
        before: dict[int, int] = {}
        for portion in in_portions([each.number for each in known]):
            rows = self._connection.execute(
                select(sightings.c.id, sightings.c.event).where(sightings.c.id.in_(portion))
            )
            before |= {row.id: row.event for row in rows}
        moved = [
            {"row": each.number, "owner": owner}
            for each in known
            if before.get(each.number) != (owner := owners[each.sighting.source, each.sighting.key])
        ]
        self._run(update(sightings).where(sightings.c.id == bindparam("row")).values(event=bindparam("owner")), moved)

    def _write_events(self, believed: Iterable[Dossier]) -> dict[tuple[str, str], int]:
        """Write events and their facets; returns the row id of the event of each member."""
        files = {dossier.event.uid: dossier for dossier in believed}
        ids: dict[str, int] = {}
        for portion in in_portions(files):
            known = self._connection.execute(select(events.c.uid, events.c.id).where(events.c.uid.in_(portion)))
            ids.update((row.uid, row.id) for row in known)
        fresh = [uid for uid in files if uid not in ids]
        rows = {uid: event_row(dossier.event) for uid, dossier in files.items()}
        self._run(_event_by_id(), [{**rows[uid], "row": each} for uid, each in ids.items()])
        self._run(delete(facets).where(facets.c.event == bindparam("row")), [{"row": each} for each in ids.values()])
        # Ids are given here, in order, so that a crawl that was killed and run again writes the same rows.
        ids.update((uid, number) for number, uid in enumerate(fresh, start=self._next(events)))
        self._run(insert(events), [{**rows[uid], "id": ids[uid]} for uid in fresh])
        pairs = ((uid, *pair) for uid, dossier in files.items() for pair in sorted(event_facets(dossier.event)))
        self._run(insert(facets), [{"facet": facet, "value": value, "event": ids[uid]} for uid, facet, value in pairs])
        told = [(ids[uid], version) for uid, dossier in files.items() for version in dossier.versions]
        self._write_versions(told)
        # not deleted: where the event stood until now is written there, and has to be published anew too
        stale = update(renderings).where(renderings.c.event == bindparam("row")).values(voice="")
        self._run(stale, [{"row": each} for uid, each in ids.items() if uid not in fresh])
        return {
            (known.sighting.source, known.sighting.key): ids[uid]
            for uid, dossier in files.items()
            for known in dossier.sightings
        }

    def _write_versions(self, told: list[tuple[int, Version]]) -> None:
        first = self._next(versions) if told else 0
        rows = [
            {**version_row(version), "id": first + place, "event": each} for place, (each, version) in enumerate(told)
        ]
        self._run(insert(versions), rows)

    def _write_sightings(self, changes: Changes, owners: dict[tuple[str, str], int], now: datetime) -> None:
        source = changes.source
        known = self._connection.execute(select(sightings.c.key, sightings.c.hash).where(sightings.c.source == source))
        hashes = {row.key: row.hash for row in known}
        rows = [sighting_row(each) for each in changes.seen]
        self._run(
            _of_source(source).values(
                url=bindparam("u"), registration=bindparam("g"), record=bindparam("r"), hash=bindparam("h")
            ),
            [
                {"k": row["key"], "u": row["url"], "g": row["registration"], "r": row["record"], "h": row["hash"]}
                for row in rows
                if row["key"] in hashes and hashes[row["key"]] != row["hash"]
            ],
        )
        fresh = [row for row in rows if row["key"] not in hashes]
        seen = {"source": source, "first_seen": now, "last_seen": now}
        self._run(
            insert(sightings),
            [
                {**row, **seen, "id": number, "event": owners[source, row["key"]]}
                for number, row in enumerate(fresh, start=self._next(sightings))
            ],
        )

    def _run(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        """executemany, when there is something to do."""
        if rows:
            self._connection.execute(statement, rows)

    def _next(self, table: Table) -> int:
        return (self._connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1

    def _scalars(self, statement: Any) -> Iterable[int]:
        return self._connection.execute(statement).scalars()


def _of_source(source: str) -> Any:
    return update(sightings).where(sightings.c.source == source, sightings.c.key == bindparam("k"))


def _event_by_id() -> Any:
    return update(events).where(events.c.id == bindparam("row"))


def _validators(source: str) -> Any:
    return select(pages.c.url, pages.c.etag, pages.c.last_modified, pages.c.body_hash, pages.c.rules_hash).where(
        pages.c.source == source
    )


def _page_row(source: str, page: KnownPage) -> dict[str, Any]:
    return {
        "source": source,
        "url": page.url,
        "etag": page.validators.etag,
        "last_modified": page.validators.last_modified,
        "body_hash": page.body_hash,
        "rules_hash": page.rules_hash,
        "fetched_at": page.fetched_at,
        "extraction": to_json(page.extraction, Extraction),
    }


def _same(row: dict[str, Any], known: Any) -> bool:
    return all(row[name] == each for name, each in known._mapping.items())
