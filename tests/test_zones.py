"""Moments on the clocks of a zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import When
from agenda_scraper.zones import clocks_of, day_of, elapsed, local


def test_a_date_has_no_zone():
    assert local(date(2026, 12, 9), "Europe/London") == date(2026, 12, 9)


def test_a_zone_nobody_knows_is_utc():
    assert local(datetime(2026, 12, 9, 14, tzinfo=UTC), "Mars/Base").utcoffset().total_seconds() == 0


def test_the_day_is_that_of_the_place():
    assert day_of(local(datetime(2026, 12, 9, 23, 30, tzinfo=UTC), "Europe/Paris")) == date(2026, 12, 10)


def test_an_hour_that_clocks_show_twice_passes_twice():
    first = datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York"))
    assert elapsed(first, first.replace(fold=1)) == timedelta(hours=1)
    assert elapsed(first.replace(minute=45), first.replace(fold=1, minute=15)) == timedelta(minutes=30)
    assert elapsed(first, date(2026, 11, 3)) == timedelta(days=2)


def test_clocks_that_show_another_hour_are_told():
    moment = datetime(2026, 12, 9, 14, tzinfo=UTC)
    assert clocks_of(When(moment, timezone="Europe/London"), "Europe/Paris") == "Europe/London"
    assert clocks_of(When(moment, timezone="Europe/Brussels"), "Europe/Paris") == ""
    assert clocks_of(When(moment.date(), timezone="Europe/London"), "Europe/Paris") == ""
    assert clocks_of(When(None), "Europe/Paris") == ""


@given(st.datetimes(timezones=st.just(UTC)), st.text(max_size=20))
def test_no_zone_breaks_the_reading(moment, name):
    assert isinstance(clocks_of(When(moment, timezone=name), "Europe/Paris"), str)
