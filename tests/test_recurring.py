"""What goes on without a list of its days: its sittings near today, on cards, sheets of months and in digests."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.publication import publish
from agenda_scraper.recurrence import last_day
from agenda_scraper.views.recurring import listed_until, next_sitting, unrolled
from hostile_events import EVENTS
from samples import AGENDA, NOW, PARIS, at, event, when
from stored import fresh, put

TODAY = date(2026, 9, 14)


def starts(rule, start=None, end=None, today=TODAY):
    found = unrolled(event(1, "Permanence", when(start or at(6, 18), end, rrule=rule)), today).facts.when.occurrences
    return [first.isoformat()[:16] for first, _ in found]


def test_a_rule_is_followed_to_the_end_of_the_second_month_after_this():
    found = starts("FREQ=WEEKLY;BYDAY=TU")
    assert (found[0], found[-1]) == ("2026-10-06T18:00", "2026-11-24T18:00")
    assert starts("FREQ=WEEKLY;BYDAY=TU", today=date(2027, 3, 20))[0] == "2027-02-16T18:00"


def test_clocks_stay_what_they_are_when_the_hour_changes():
    found = unrolled(event(1, "Permanence", when(at(20, 18), at(20, 20), rrule="FREQ=WEEKLY")), TODAY).facts.when
    assert [(start.hour, end.hour) for start, end in found.occurrences] == [(18, 20)] * len(found.occurrences)
    assert len({start.utcoffset() for start, _ in found.occurrences}) == 2


def test_a_rule_until_the_end_of_time_has_no_end():
    assert last_day("FREQ=DAILY;UNTIL=20261222T180000Z") == date(2026, 12, 22)
    assert last_day("FREQ=DAILY;UNTIL=99991231T235959Z") is None


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=WEEKLY;UNTIL=20261020", 3),
        ("FREQ=WEEKLY;UNTIL=20261020T160000Z", 3),
        ("FREQ=WEEKLY;COUNT=2", 2),
        ("FREQ=MONTHLY;BYDAY=1TU", 2),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 0),
        ("FREQ=SECONDLY", 0),
        ("tous les mardis", 0),
    ],
)
def test_rules_end_where_they_say_and_those_that_read_as_none_list_nothing(rule, count):
    assert len(starts(rule)) == count


def test_sittings_as_long_as_all_time_are_no_list():
    endless = event(1, "Veille", when(date.min, date.max, rrule="FREQ=WEEKLY"))
    assert unrolled(endless, TODAY) is endless


def test_the_next_sitting_is_that_of_the_day_or_after():
    weekly = event(1, "Permanence", when(at(6, 18), at(6, 20), rrule="FREQ=WEEKLY"))
    assert next_sitting(weekly, date(2027, 3, 2)).start.isoformat()[:16] == "2027-03-02T18:00"
    assert next_sitting(weekly, date(2027, 3, 3)).end.isoformat()[:16] == "2027-03-09T20:00"
    over = event(2, "Cycle", when(at(6, 18), rrule="FREQ=WEEKLY;UNTIL=20261020"))
    assert next_sitting(over, date(2027, 3, 2)) == over.facts.when


def test_what_has_a_list_or_is_over_stays_as_it_is():
    listed = event(1, "Cycle", when(at(6, 18), rrule="FREQ=WEEKLY", occurrences=((at(6, 18), None),)))
    over = event(2, "Cycle", when(datetime(2025, 1, 7, 18, tzinfo=PARIS), rrule="FREQ=WEEKLY;UNTIL=20250301"))
    assert unrolled(listed, TODAY) is listed
    assert unrolled(over, TODAY) is over


@given(EVENTS, st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_whatever_a_source_says_the_list_is_short_and_in_order(told, today):
    found = [first for first, _ in unrolled(told, today).facts.when.occurrences]
    if not told.facts.when.occurrences:
        days = [first.date() if isinstance(first, datetime) else first for first in found]
        assert days == sorted(days)
        assert len(found) <= 200


@given(st.dates(date(1, 1, 1), date(9998, 1, 1)))
def test_a_list_reaches_to_the_end_of_a_month(today):
    last = listed_until(today)
    assert last >= today
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.slow
def test_every_week_tells_it_again_and_the_card_the_next_ones(tmp_path):
    weekly = event(3, "Permanence", when(datetime(2026, 9, 1, 18, tzinfo=PARIS), rrule="FREQ=WEEKLY;BYDAY=TU"))
    with fresh(tmp_path) as store:
        put(store, weekly, now=NOW)
        for now, days in (
            (NOW, ["2026-09-15", "2026-09-22"]),
            (NOW + timedelta(days=9), ["2026-09-29", "2026-10-06"]),
            (NOW + timedelta(days=90), ["2026-12-15", "2026-12-22"]),
        ):
            publish(AGENDA, store, public=tmp_path / "public", now=now)
            front = (tmp_path / "public" / "index.html").read_text("utf-8")
            assert [day[:10] for day in re.findall(r'<time datetime="([^"]+)"', front)] == days
            assert "puis régulièrement" in front
            month = (tmp_path / "public" / f"month/{days[0][:7]}.html").read_text("utf-8")
            assert month.count("Permanence") >= 4
            widget = (tmp_path / "public" / "widget/all.html").read_text("utf-8")
            assert int(days[0][8:]) == int(re.search(r"mardi (\d+)", widget)[1])
        told = (tmp_path / "public" / "feeds/all-upcoming.rss").read_text("utf-8")
        assert told.count("<item>") == 4
