"""Zones: the page's, those a text names, and instants with an offset."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import chain
from zoneinfo import ZoneInfo

from agenda_scraper.errors import AgendaError
from agenda_scraper.when.reading import Read, Reading
from agenda_scraper.when.tokens import Node, kinds_of

_MAIL = re.compile(
    r"\s*(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|[A-Z]{1,4})\s*$"
)
_HALVES = {(5, 30): "Asia/Kolkata", (5, 45): "Asia/Kathmandu", (9, 30): "Australia/Darwin", (3, 30): "Asia/Tehran"}
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[t ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?(z|[+-]\d\d:?\d\d)?")


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name; AgendaError where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise AgendaError(
            f"unknown time zone {name!r}", where="when", fix="give an IANA name such as Europe/Paris"
        ) from None


def named_zone(name: str, at: datetime, page: str) -> str:
    """The zone a text names, as IANA name: the page's own where the clocks agree (`CET` on a page of Berlin)."""
    if name[0] in "+-":
        name = _of_offset(name)
    return page if zone(page).utcoffset(at) == zone(name).utcoffset(at) else name


def _of_offset(offset: str) -> str:
    """`+1`, `-05:00` as a zone; IANA counts the sign of `Etc/GMT` the other way round."""
    hours, _, rest = offset[1:].partition(":")
    if rest in ("", "00") and int(hours) <= 14:
        return f"Etc/GMT{'-' if offset[0] == '+' else '+'}{int(hours)}" if int(hours) else "UTC"
    return _HALVES.get((int(hours), int(rest or 0)), "UTC") if offset[0] == "+" else "UTC"


def read_stamps(nodes: list[Node], kinds: str, reading: Reading) -> Read:
    """The nodes with every ISO instant cut into a day and a clock of the page's zone (RFC 3339, ISO 8601)."""
    if "i" not in kinds:
        return nodes, kinds
    made = list(chain.from_iterable(_stamp(node, reading.timezone) if node.kind == "i" else (node,) for node in nodes))
    return made, kinds_of(made)


def mail_stamp(text: str) -> datetime | None:
    """The instant of a stamp as mail and RSS write it: `Tue, 10 Mar 2026 09:00:00 +0100` (RFC 5322, section 3.3)."""
    if not _MAIL.match(text):
        return None
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _stamp(node: Node, page: str) -> list[Node]:
    match = _STAMP.match(node.value[1])
    if match is None:
        text = node.value[1][:10]
        return [Node("d", node.start, node.end, 0, ("ymd", text))] if text.count("-") == 2 else []
    year, month, day, hour, minute = (int(match[place]) for place in range(1, 6))
    try:
        moment = datetime(year, month, day, hour % 24, minute, tzinfo=UTC)
    except ValueError:
        return [Node("d", node.start, node.end, 0, ("ymd", f"{year}-{month}-{day}"))]
    named = None
    if match[7]:
        moment, named = _local(moment, match[7], page)
    clock = Node("h", node.start, node.end, moment.hour * 60 + moment.minute, ":")
    day_node = Node("d", node.start, node.end, 0, ("ymd", f"{moment:%Y-%m-%d}"))
    return [day_node, clock, *([Node("Z", node.end, node.end, 0, named)] if named else [])]


def _local(moment: datetime, offset: str, page: str) -> tuple[datetime, str | None]:
    """An instant on the page's clock; on its own clock where it names an offset that is neither UTC nor the page's."""
    if offset == "z":
        return moment.astimezone(zone(page)), None
    digits = offset[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    try:
        instant = moment.replace(tzinfo=timezone(away if offset[0] == "+" else -away))
        local = instant.astimezone(zone(page))
    except (ValueError, OverflowError):
        return moment, None
    if not away or local.utcoffset() == instant.utcoffset():
        return local, None
    return instant, f"{offset[0]}{digits[:2]}:{digits[2:]}"


def aware(day: date, minutes: int, where: tzinfo) -> datetime:
    """A clock of a day in a zone; minutes may run past midnight."""
    days, rest = divmod(minutes, 24 * 60)
    if days:
        day += timedelta(days=days)
    return datetime(day.year, day.month, day.day, rest // 60, rest % 60, tzinfo=where)


def shown_midnight(day: date, minutes: int, where: tzinfo) -> bool:
    """Whether a clock is midnight UTC shown locally: what a CMS prints for a day without a time.

    Only offsets up to five hours count: nothing begins at two in the morning, much begins at nine.
    """
    offset = datetime(day.year, day.month, day.day, 12, tzinfo=where).utcoffset()
    return offset is not None and timedelta(0) < offset <= timedelta(hours=5) and offset == timedelta(minutes=minutes)
