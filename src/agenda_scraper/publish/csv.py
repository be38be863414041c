"""Events as a table for spreadsheets: one row an event, UTF-8 with a header, comma-separated (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event, Place, Role
from agenda_scraper.publish import Channel
from agenda_scraper.publish.moments import iso
from agenda_scraper.publish.prose import addresses
from agenda_scraper.rendered import Rendered
from agenda_scraper.text import visible, web_address

_COLUMNS = (
    *("uid", "title", "start", "end", "all_day", "timezone", "status", "mode", "place", "address", "postcode", "city"),
    *("department", "region", "country", "latitude", "longitude", "organisers", "type", "themes", "audience", "free"),
    *("price", "language", "url", "registration_url", "summary", "first_seen", "sequence"),
)


def entry_csv(event: Event, channel: Channel | None = None) -> str:
    """The row of an event."""
    return _line(_cell(value) for value in _row(event).values())


def joined_csv(entries: Sequence[Rendered], *, channel: Channel | None = None, now: datetime | None = None) -> bytes:
    """A header and one row an event, in the order given; channel and clock play no part."""
    return "".join((_line(_COLUMNS), *(each.text for each in entries))).encode("utf-8")


def render_csv(events: Sequence[Event]) -> bytes:
    """Events in hand as that table."""
    return "".join((_line(_COLUMNS), *map(entry_csv, events))).encode("utf-8")


def _line(cells: Iterable[str]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\r\n").writerow(cells)
    return sheet.getvalue()


def check_csv(body: bytes) -> None:
    """Read the table back; PublishError when a row does not have the columns of the header."""
    rows = csv.reader(io.StringIO(body.decode("utf-8"), newline=""), strict=True)
    if any(len(row) != len(_COLUMNS) for row in rows):
        raise PublishError("the table has rows of different lengths")


def _row(event: Event) -> dict[str, object]:
    facts, when = event.facts, event.facts.when
    place = facts.place or Place()
    return {
        "uid": event.uid,
        "title": facts.title,
        "start": iso(when.start, when.timezone),
        "end": iso(when.end, when.timezone),
        "all_day": when.all_day,
        "timezone": when.timezone,
        "status": facts.status,
        "mode": facts.mode,
        "place": place.name,
        "address": place.address,
        "postcode": place.postcode,
        "city": place.city,
        "department": place.department,
        "region": place.region,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "organisers": "; ".join(who.name for who in facts.organisers if who.role == Role.ORGANISER),
        "type": facts.type,
        "themes": "; ".join(facts.themes),
        "audience": facts.audience,
        "free": facts.free,
        "price": facts.price,
        "language": facts.language,
        "url": next(iter(addresses(event)), None),
        "registration_url": web_address(facts.registration_url),
        "summary": facts.summary,
        "first_seen": event.first_seen.isoformat(timespec="seconds"),
        "sequence": event.sequence,
    }


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or not isinstance(value, str):
        return "" if value is None else str(value)
    text = visible(value).strip()
    # A spreadsheet runs what begins like a formula (OWASP, CSV injection).
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
