"""Calendar files (RFC 5545) as real producers write them: one notice an event, its repetitions as occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten, squash

T = TypeVar("T")

# How far repetitions are followed from the day of the crawl; an event without end has no more than these.
_BACK, _AHEAD, _MOST = timedelta(days=60), timedelta(days=550), 400
# What icalendar and zoneinfo raise on values no calendar should hold; BrokenCalendarProperty is an AttributeError.
_BROKEN = (ValueError, OverflowError, OSError, TypeError, KeyError, AttributeError, IndexError)
# A rule by the hour, the minute or the second is no event that people go to, and would run for minutes.
_TOO_OFTEN = ("FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY")
_TEXTS = {"id": "UID", "title": "SUMMARY", "summary": "DESCRIPTION", "status": "STATUS", "place": "LOCATION"}


def read(page: Page, source: Source) -> Extraction:
    """The events of a calendar. An empty body, as Decidim sends for no events, is an empty calendar."""
    text = decode(page)
    if not text.strip():
        return Extraction(proved_empty=True)
    start = text.find("BEGIN:VCALENDAR")
    if start < 0:  # by content, never by media type: Decidim says type/calendar
        raise ExtractError(
            f"not a calendar but {page.media_type or 'something else'}",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(squash(text[:400]), 120),
            fix="look for the address that ends in .ics, or use kind: html",
        )
    calendar = _parsed(text[start:], page, source)
    around = page.fetched_at.date()
    notices = tuple(islice(_notices(calendar, source, page, around), source.max_items))
    follow = tuple(notice.text("url") or None for notice in notices)
    return Extraction(notices, follow=follow, proved_empty=not notices)


def _parsed(text: str, page: Page, source: Source) -> Any:
    from icalendar import Calendar  # late: 86 ms

    try:
        return Calendar.from_ical(text)
    except _BROKEN as error:
        raise ExtractError(
            f"the calendar breaks off: {shorten(str(error), 120)}",
            where=f"{source.origin} {page.url}",
            fix="tell its owner, or read the web page instead",
        ) from error


def _notices(calendar: Any, source: Source, page: Page, around: date) -> Iterator[Notice]:
    zone = str(calendar.get("X-WR-TIMEZONE") or source.timezone)
    zone = zone if _known(zone) else source.timezone
    events = [event for event in calendar.walk("VEVENT") if event.get("DTSTART") is not None]
    events.sort(key=lambda event: str(event.get("UID", "")))
    number = 0
    for _, group in groupby(events, key=lambda event: str(event.get("UID", "")) or id(event)):
        versions = list(group)
        series = next((event for event in versions if event.get("RRULE") or event.get("RDATE")), None)
        for event in [series] if series is not None else versions:
            number += 1
            try:
                fields = _fields(event, f"VEVENT[{number}]", zone=zone, page=page)
                if series is not None:
                    fields |= _repeated(calendar, series, zone=zone, around=around)
            except _BROKEN as error:
                # one broken event among good ones: it is shown without its dates, and so rejected with its title
                fields = _named(event, f"VEVENT[{number}]", error)
            yield Notice(source.id, page.url, fields)


def _named(event: Any, where: str, error: Exception) -> dict[str, tuple[Found, ...]]:
    """What can be said of an event whose values do not parse."""
    title = str(event.get("SUMMARY") or "")
    return {"title": (Found(title, f"{where}.SUMMARY"),), "when": (Found(str(error)[:200], where),)} if title else {}


def _fields(event: Any, where: str, *, zone: str, page: Page) -> dict[str, tuple[Found, ...]]:
    found: dict[str, str] = {name: str(event.get(key) or "") for name, key in _TEXTS.items()}
    start, end = _moments(event, zone)
    found |= {"start": _written(start), "end": _written(end)}
    found["url"] = absolute(page.url, str(event.get("URL") or "")) or ""
    found["modified"] = _stamp(event.get("LAST-MODIFIED"))
    found["published"] = _stamp(event.get("CREATED"))
    if event.get("GEO"):
        found |= {"latitude": str(event["GEO"].latitude), "longitude": str(event["GEO"].longitude)}
    organiser = event.get("ORGANIZER")
    if organiser is not None and not isinstance(organiser, list):
        found["organisers"] = str(organiser.params.get("CN", "")).strip('"')
        mail = str(organiser).removeprefix("mailto:").removeprefix("MAILTO:")
        found["email"] = mail if "@" in mail else ""
    contact = event.get("CONTACT")
    found["contact"] = str(contact[0] if isinstance(contact, list) else contact or "")
    said = {name: text.strip() for name, text in found.items() if text.strip()}
    return {name: (Found(text, f"{where}.{_TEXTS.get(name, name)}"),) for name, text in said.items()} | _types(
        event, where
    )


def _types(event: Any, where: str) -> dict[str, tuple[Found, ...]]:
    """CATEGORIES, which may stand several times and hold several words."""
    held = event.get("CATEGORIES") or []
    names = [str(name) for each in (held if isinstance(held, list) else [held]) for name in getattr(each, "cats", [])]
    return {"themes": tuple(Found(name, f"{where}.CATEGORIES") for name in names if name)} if names else {}


def _moments(event: Any, zone: str) -> tuple[date, date | None]:
    """Start and inclusive end: DTEND of dates is the day after the last (RFC 5545, 3.6.1)."""
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if event.get("DTEND") is not None else None
    if end is None and event.get("DURATION") is not None:
        end = start + event["DURATION"].dt
    if not isinstance(start, datetime):
        last = end.date() if isinstance(end, datetime) else end
        last = last - timedelta(days=1) if last is not None else None
        return start, last if last is not None and last > start else None
    if end is not None and not isinstance(end, datetime):
        end = None
    start, end = _local(start, zone), _local(end, zone) if end is not None else None
    return start, end if end is not None and end > start else None


def _local(moment: datetime, zone: str) -> datetime:
    """A moment with its zone: floating times are the calendar's, instants in UTC are shown in it."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZoneInfo(zone))
    return moment.astimezone(ZoneInfo(zone)) if moment.utcoffset() == timedelta(0) else moment


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError inside an OSError on some systems
        return False
    except KeyError:
        return False
    return True


def _repeated(calendar: Any, series: Any, *, zone: str, around: date) -> dict[str, tuple[Found, ...]]:
    """The occurrences of a series near the day of the crawl, as `start/end` texts, and its rule."""
    import recurring_ical_events

    rule = series.get("RRULE")
    told = (rule[0] if isinstance(rule, list) else rule).to_ical().decode() if rule is not None else ""
    if any(often in told for often in _TOO_OFTEN):
        return {}
    uid = str(series.get("UID", ""))
    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    near = (event for event in query.after(datetime.combine(around - _BACK, datetime.min.time(), ZoneInfo(zone))))
    sittings = []
    for event in _until(near, around + _AHEAD):
        if str(event.get("UID", "")) == uid and str(event.get("STATUS", "")).upper() != "CANCELLED":
            start, end = _moments(event, zone)
            sittings.append(f"{_written(start)}/{_written(end)}")
    fields = {"occurrences": tuple(Found(text, "RRULE") for text in sittings)} if sittings else {}
    if told:
        fields["rrule"] = (Found(told, "RRULE"),)
    return fields


def _until(events: Iterable[T], last: date) -> Iterator[T]:
    """The first events, to a day and to a number: a rule may have no end, or a million dates."""
    for event in islice(events, _MOST):
        if str(event["DTSTART"].dt)[:10] > last.isoformat():  # type: ignore[index]
            return
        yield event


def _written(moment: date | None) -> str:
    return moment.isoformat() if moment is not None else ""


def _stamp(value: Any) -> str:
    moment = getattr(value, "dt", None)
    return moment.isoformat() if isinstance(moment, date) else ""
