"""Events as an iCalendar file people subscribe to (RFC 5545, RFC 7986).

The text is written here and read back with `icalendar`: writing it through that library costs a hundred times more
and leaves VALUE=DURATION out of REFRESH-INTERVAL. What clients choke on is told in docs/clients.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event, Moment, Role, Status
from agenda_scraper.publish import Channel
from agenda_scraper.publish.fitting import GOOGLE, fitting
from agenda_scraper.publish.lines import escaped, line, quoted, stamp
from agenda_scraper.publish.moments import sittings
from agenda_scraper.publish.prose import contact_line, names, page_of, place_line, plain, point, rich, topics
from agenda_scraper.publish.timezone import vtimezone
from agenda_scraper.publish.words import headline, language_of, one_line
from agenda_scraper.rendered import Rendered
from agenda_scraper.text import shorten, squash, web_address
from agenda_scraper.zones import local, midnight, zone

# So that it stays small: a calendar keeps a month behind and a year and a half ahead.
BEHIND = timedelta(days=30)
AHEAD = timedelta(days=548)
# What stands around the entries: names, addresses and the rules of a few zones.
_HEAD = 8_000
_FIRST = "".join(
    [
        line("BEGIN", "VCALENDAR"),
        line("VERSION", "2.0"),
        line("PRODID", "-//agenda-scraper//agenda-scraper//EN"),
        line("CALSCALE", "GREGORIAN"),
    ]
)
_OFTEN = line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H") + line("X-PUBLISHED-TTL", "PT6H")
_BEGIN, _ENDS = line("BEGIN", "VEVENT"), line("END", "VEVENT")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_RRULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*")
_NAMED = re.compile(r"([^:\r\n]+):(\d{4})")
_MOMENTS = ("\r\nDTSTART;TZID=", "\r\nDTEND;TZID=")
_DAY = 86_400
_START = re.compile(r"\r\nDTSTART[^:\r\n]*:(\d{8})")
# A line of its own: a long text that holds these words may be folded right after them.
_END = "\r\n" + _ENDS
_UNTIL = re.compile(r"UNTIL=(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?")


def entry_ical(event: Event, channel: Channel) -> str:
    """The VEVENTs of an event, one a sitting, each with a UID for life; empty without a date.

    One UID on several VEVENTs makes Google show only the last, so each sitting has one of its own: the event's for
    the first, and that with the sitting's number for the others.
    """
    body = "".join(_content(event, language_of(event, channel.language), channel))
    spans = sittings(event.facts.when)
    numbers = event.sittings if len(event.sittings) == len(spans) else range(1, len(spans) + 1)
    return "".join(
        _BEGIN + line("UID", escaped(_uid(event, number))) + "".join(_times(event, start, end)) + body + _ENDS
        for number, (start, end) in zip(numbers, spans, strict=True)
    )


def joined_ical(entries: Sequence[Rendered], *, channel: Channel, now: datetime) -> bytes:
    """A VCALENDAR of the events near `now`; the same events on the same day give the same bytes."""
    today = midnight(now.astimezone(UTC).date(), UTC)
    first, last = today - int(BEHIND.total_seconds()), today + int(AHEAD.total_seconds())
    near = [each for each in entries if each.text and each.ends >= first and each.starts <= last]
    near.sort(key=lambda each: (each.starts, each.uid))
    told = fitting("".join([_near(each, first, last) for each in near]), GOOGLE - _HEAD)
    changed = max((each.changed_at for each in entries), default=None)
    zones = "".join(vtimezone(name, years=years) for name, years in _zones(told))
    return (_opening(channel, changed) + zones + told + line("END", "VCALENDAR")).encode("utf-8")


def check_ical(body: bytes) -> None:
    """Read a calendar back; PublishError when another parser refuses it."""
    try:
        calendar = Calendar.from_ical(body)
    except (ValueError, IndexError, KeyError) as error:
        raise PublishError(f"the calendar does not parse: {error}") from error
    if any(part.errors for part in calendar.walk()) or len(calendar.walk("VEVENT")) != body.count(b"\nBEGIN:VEVENT\r"):
        raise PublishError("the calendar reads differently from what was written")


def _uid(event: Event, number: int) -> str:
    name, at, host = squash(event.uid).partition("@")
    return f"{name}{at}{host}" if number <= 1 else f"{name}-{number}{at}{host}"


def _opening(channel: Channel, changed: datetime | None) -> str:
    title, zone_name = escaped(one_line(channel.title) or channel.home), zone(channel.timezone).key
    return "".join(
        [
            _FIRST,
            line("NAME", title),
            line("X-WR-CALNAME", title),
            line("X-WR-TIMEZONE", zone_name),
            _OFTEN,
            *_addressed("SOURCE;VALUE=URI", channel.url),
            *_addressed("URL", channel.home),
            *([line("LAST-MODIFIED", stamp(changed))] if changed else []),
        ]
    )


# ── when ──────────────────────────────────────────────────────────────────────────────────────────


def _near(entry: Rendered, first: int, last: int) -> str:
    """Of an event held several times, the sittings between two seconds, give or take a day."""
    text = entry.text
    if first + _DAY <= entry.starts and entry.ends <= last - _DAY:
        return text
    parts = text.split(_END)
    if len(parts) <= 2:
        return text
    days = [f"{datetime.fromtimestamp(each, UTC):%Y%m%d}" for each in (first, last)]
    starts = [_START.search(part) for part in parts[:-1]]
    return "".join(
        part + _END for part, start in zip(parts, starts, strict=False) if start and days[0] <= start[1] <= days[1]
    )


def _times(event: Event, start: Moment, end: Moment | None) -> Iterator[str]:
    yield _moment("DTSTART", start, event)
    if not isinstance(start, datetime):
        # RFC 5545, section 3.6.1: the end of whole days is the day after the last.
        yield _moment("DTEND", _day_after(end or start), event)
    elif end is not None:
        yield _moment("DTEND", end, event)
    rule = _rule(event)
    if rule:
        yield line("RRULE", rule)


def _day_after(last: date) -> date:
    return last + timedelta(days=1) if last < date.max else last


def _moment(name: str, moment: Moment, event: Event) -> str:
    there = local(moment, event.facts.when.timezone)
    if not isinstance(there, datetime):
        return line(f"{name};VALUE=DATE", there.strftime("%Y%m%d"))
    if _only_in_utc(there):
        return line(name, stamp(there))
    key = zone(event.facts.when.timezone).key
    return line(f"{name};TZID={key}", there.strftime("%Y%m%dT%H%M%S"))


def _only_in_utc(there: datetime) -> bool:
    """True for UTC itself and for the hour that comes twice in autumn: clients disagree which of the two is meant."""
    return there.tzname() == "UTC" or there.utcoffset() != there.replace(fold=1 - there.fold).utcoffset()


def _rule(event: Event) -> str | None:
    """The RRULE of an event without a list of sittings; UNTIL in the type of DTSTART (RFC 5545, section 3.3.10)."""
    when = event.facts.when
    if when.occurrences or not when.rrule or not _RRULE.fullmatch(when.rrule):
        return None

    def bound(found: re.Match[str]) -> str:
        last = date.fromisoformat("".join(found.groups()))
        if when.all_day:
            return f"UNTIL={last:%Y%m%d}"
        return f"UNTIL={stamp(datetime.combine(last, time(23, 59, 59), zone(when.timezone)))}"

    try:
        return _UNTIL.sub(bound, when.rrule)
    except ValueError:
        return None


def _zones(told: str) -> list[tuple[str, range]]:
    """The zones that TZID names, each with the years it must be right for."""
    years: dict[str, set[int]] = {}
    # split, not searched: over calendars of megabytes an expression takes ten times as long
    for name in _MOMENTS:
        for start in {after[: after.find(":") + 5] for after in told.split(name)[1:]}:
            if found := _NAMED.match(start):
                years.setdefault(found[1], set()).add(int(found[2]))
    # One year more on each side: the offset of January was set the autumn before.
    return [(name, range(max(min(found) - 1, 1), min(max(found) + 2, 9999))) for name, found in sorted(years.items())]


# ── what ──────────────────────────────────────────────────────────────────────────────────────────


def _content(event: Event, language: str, channel: Channel) -> Iterator[str]:
    facts, home = event.facts, channel.home
    changed = stamp(event.changed_at)
    yield from (
        # DTSTAMP in a published file is when the entry last changed (section 3.8.7.2); the clock would change bytes.
        line("DTSTAMP", changed),
        line("LAST-MODIFIED", changed),
        line("CREATED", min(stamp(event.first_seen), changed)),
        line("SEQUENCE", str(event.sequence)),
        line("SUMMARY", escaped(shorten(headline(event, language), 250))),
        line("STATUS", "CANCELLED" if event.merged_into else _STATUS.get(facts.status, "CONFIRMED")),
        line("TRANSP", "TRANSPARENT"),
    )
    if event.merged_into:
        # the event goes on under another UID: who has this one in a calendar is led there
        yield line("RELATED-TO", escaped(squash(event.merged_into)))
    yield from _place(event, language)
    yield from _people(event)
    if told_of := topics(facts, channel.terms):
        yield line("CATEGORIES", ",".join(map(escaped, told_of)))
    yield from _addressed("URL", page_of(event, home))
    yield from _addressed("IMAGE;VALUE=URI;DISPLAY=BADGE", facts.image)
    told = escaped(plain(event, language, home))
    if told:
        yield line("DESCRIPTION", told)
    if told and facts.summary_html:
        yield line("X-ALT-DESC;FMTTYPE=text/html", escaped(rich(event, language, home)))


# iCalendar knows three words; the others are told in the title. POSTPONED makes two clients refuse the file.
_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}


def _place(event: Event, language: str) -> Iterator[str]:
    where = place_line(event.facts, language)
    if where:
        yield line("LOCATION", escaped(where))
    spot = point(event.facts.place)
    if spot:
        yield line("GEO", f"{spot[0]:.6f};{spot[1]:.6f}")


def _people(event: Event) -> Iterator[str]:
    """ORGANIZER needs an address to write to; without one, CONTACT tells who it is."""
    facts = event.facts
    organisers = names(facts, Role.ORGANISER)
    email = next((who.email for who in facts.contacts if who.email and _EMAIL.fullmatch(who.email)), None)
    if organisers and email:
        yield line(f"ORGANIZER;CN={quoted(organisers)}", f"mailto:{email}")
        return
    told = escaped("; ".join(part for part in (organisers, contact_line(facts)) if part))
    if told:
        yield line("CONTACT", told)


def _addressed(name: str, url: str | None) -> list[str]:
    address = web_address(url)
    return [line(name, address)] if address else []
