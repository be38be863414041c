"""The calendars on the web that take an event by an address, each with that address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from urllib.parse import quote_plus

from agenda_scraper.model import Event, Moment
from agenda_scraper.recurrence import rule_of
from agenda_scraper.site.cards import Card, sittings
from agenda_scraper.site.words import Words
from agenda_scraper.text import web_address
from agenda_scraper.zones import day_of


def web_calendars(event: Event, card: Card, words: Words) -> list[tuple[str, str]]:
    """Name and address; none without a date. They take one entry, so of several sittings it is the first.

    What goes on by a rule is the whole series to Google; Outlook takes no rule.
    """
    when, told = event.facts.when, sittings(event)
    if not told:
        return []
    start, last = told[0]
    end = last or start
    title, place, details = map(quote_plus, (card.title, card.place, web_address(event.facts.url) or ""))
    google = {
        "action": "TEMPLATE",
        "text": title,
        "dates": f"{_compact(start)}%2F{_compact(end, last=True)}",
        "ctz": quote_plus(when.timezone),
        "location": place,
        "details": details,
    }
    if when.rrule and not when.occurrences and rule_of(when.rrule):
        google["recur"] = quote_plus(f"RRULE:{when.rrule}")
    outlook = {
        "path": "%2Fcalendar%2Faction%2Fcompose",
        "rru": "addevent",
        "subject": title,
        "startdt": _quoted(start),
        "enddt": _quoted(end),
        "allday": str(not isinstance(start, datetime)).lower(),
        "location": place,
        "body": details,
    }
    doors = [
        (words("calendar.google"), f"https://calendar.google.com/calendar/render?{_asked(google)}"),
        ("Outlook", f"https://outlook.live.com/calendar/0/deeplink/compose?{_asked(outlook)}"),
    ]
    # Google wants the day after the last one, which the last of all days has not
    return doors[1:] if day_of(end) == date.max else doors


def _asked(values: Mapping[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in values.items())


def _quoted(moment: Moment) -> str:
    return moment.isoformat().replace(":", "%3A").replace("+", "%2B")


def _compact(moment: Moment, *, last: bool = False) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat()[:19].replace("-", "").replace(":", "")
    day = moment + timedelta(days=1) if last and moment < date.max else moment
    return day.isoformat().replace("-", "")
