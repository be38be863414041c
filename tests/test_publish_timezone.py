"""VTIMEZONE against zoneinfo: whatever the zone, every hour has the offset the world agrees on."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from agenda_scraper.publish.timezone import vtimezone

pytestmark = pytest.mark.slow

YEARS = range(2025, 2029)
BY_RULE = [
    "Europe/Paris",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Sydney",
    "Asia/Jerusalem",
    "America/Nuuk",
    "Asia/Tokyo",
]
BY_CHANGE = ["Africa/Casablanca"]


def wall(year, month, day):
    """Noon on a clock on the wall, which knows no zone: what a calendar file writes beside TZID."""
    return datetime(year, month, day, 12, tzinfo=UTC).replace(tzinfo=None)


def observances(name, years=YEARS):
    zone = Calendar.from_ical(vtimezone(name, years=years))
    return zone.subcomponents


def offset_told(parts, there):
    """The offset a client derives for a local time: the last change of all observances before it (RFC 5545, 3.6.5)."""
    best = None
    for part in parts:
        start = part["DTSTART"].dt.replace(tzinfo=None)
        onset = start if start <= there else None
        if "RRULE" in part:
            onset = rrulestr(part["RRULE"].to_ical().decode(), dtstart=start).before(there, inc=True)
        if onset and (best is None or onset > best[0]):
            best = (onset, part["TZOFFSETTO"].td)
    return best[1]


@pytest.mark.parametrize("name", BY_RULE + BY_CHANGE)
def test_every_week_has_the_offset_of_the_zone(name):
    parts, zone = observances(name), ZoneInfo(name)
    at = wall(2025, 1, 1)
    while at.year < 2029:
        assert offset_told(parts, at) == at.replace(tzinfo=zone).utcoffset(), at
        at += timedelta(days=6, hours=7)


@pytest.mark.parametrize("name", BY_RULE)
def test_a_zone_with_a_rule_is_told_by_it(name):
    text = vtimezone(name, years=YEARS)
    changes = {datetime(2026, month, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset() for month in range(1, 13)}
    assert text.count("RRULE:FREQ=YEARLY") == (2 if len(changes) == 2 else 0)
    assert text.count("BYDAY=") == text.count("RRULE")
    assert "RDATE" not in text


def test_no_list_of_dates_even_where_there_is_no_rule():
    text = vtimezone("Africa/Casablanca", years=YEARS)
    assert "RDATE" not in text and text.count("BEGIN:") > 5


def test_a_year_before_the_rule_of_today_is_told_as_it_was():
    # The United States changed their rule in 2007.
    parts = observances("America/New_York", range(2005, 2009))
    for at in (wall(2006, 3, 20), wall(2007, 3, 20)):
        assert offset_told(parts, at) == at.replace(tzinfo=ZoneInfo("America/New_York")).utcoffset()


def test_winter_is_standard_even_in_ireland():
    summer, winter = sorted(observances("Europe/Dublin"), key=lambda part: part.name)
    assert (summer.name, summer["TZOFFSETTO"].td) == ("DAYLIGHT", timedelta(hours=1))
    assert (winter.name, winter["TZOFFSETTO"].td) == ("STANDARD", timedelta(0))


def test_the_text_does_not_depend_on_the_years_where_the_rule_holds():
    assert vtimezone("Europe/Paris", years=range(2024, 2026)) == vtimezone("Europe/Paris", years=range(2026, 2029))
