"""Repetition rules held against another implementation, and their bounds."""

from datetime import datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda_scraper.recurrence import repeated, rule_of

START = datetime.fromisoformat("2026-01-29T18:30")
SINCE, UNTIL = datetime.fromisoformat("2026-11-01"), datetime.fromisoformat("2028-05-01")


def ours(text: str, start: datetime = START, since: datetime = SINCE) -> list[datetime]:
    rule = rule_of(text)
    assert rule is not None
    return list(islice(repeated(rule, start, since=since, until=UNTIL), 2000))


def theirs(text: str, start: datetime = START, since: datetime = SINCE) -> list[datetime]:
    return list(rrulestr(text, dtstart=start).between(since, UNTIL, inc=True))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;COUNT=300", "FREQ=DAILY;BYMONTH=1,12", "FREQ=DAILY;BYDAY=MO,FR",
        "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO",
        "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1,15", "FREQ=MONTHLY;BYDAY=1SA",
        "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2,3", "FREQ=MONTHLY;INTERVAL=5", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3,6",
        "FREQ=YEARLY;BYDAY=TH", "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYYEARDAY=1,-1,200",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=DAILY;BYHOUR=9;BYMINUTE=0,45",
    ],
)  # fmt: skip
def test_a_rule_means_what_it_means_elsewhere(text):
    expected = theirs(text)
    assert expected
    assert ours(text) == expected


def lists(low: int, high: int) -> st.SearchStrategy[str]:
    numbers = st.integers(low, high).filter(bool)
    return st.lists(numbers, min_size=1, max_size=3, unique=True).map(lambda each: ",".join(map(str, each)))


@st.composite
def rules(draw) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}", f"WKST={draw(st.sampled_from(['MO', 'SU']))}"]
    if draw(st.booleans()):
        parts.append("BYMONTH=" + draw(lists(1, 12)))
    if draw(st.booleans()) and frequency != "WEEKLY":
        parts.append("BYMONTHDAY=" + draw(lists(-28, 28)))
    if draw(st.booleans()):
        nth = draw(st.sampled_from(["", "1", "2", "-1"] if frequency in ("MONTHLY", "YEARLY") else [""]))
        days = draw(st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True))
        parts.append("BYDAY=" + ",".join(nth + day for day in days))
    return ";".join(parts)


@settings(max_examples=60, deadline=None)
@given(rules(), st.integers(0, 400), st.none() | st.integers(1, 60))
def test_any_rule_means_what_it_means_elsewhere(text, days, count):
    start = START + timedelta(days=days)
    # bounded here, because the other looks until the year 9999 for the days of a rule that has none
    whole = list(rrulestr(f"{text};UNTIL=20280501T000000", dtstart=start))[:count]
    counted = text if count is None else f"{text};COUNT={count}"
    assert ours(counted, start) == [moment for moment in whole if moment >= SINCE]


def test_beginning_near_changes_nothing():
    for text in ("FREQ=DAILY;INTERVAL=7", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY"):
        whole = ours(text, since=START)
        assert ours(text) == [moment for moment in whole if moment >= SINCE]


@pytest.mark.parametrize("text", ["", "FREQ=HOURLY", "COUNT=3", "freq", "FREQ=;FREQ=", "RRULE:FREQ"])
def test_what_is_no_rule(text):
    assert rule_of(text) is None


@pytest.mark.parametrize(
    ("text", "interval", "count"),
    [("freq=daily; interval=2", 2, None), ("FREQ=DAILY;INTERVAL=0", 1, None), ("FREQ=DAILY;COUNT=x", 1, None),
     ("FREQ=DAILY;COUNT=3;X=1", 1, 3)],
)  # fmt: skip
def test_a_rule_with_slips(text, interval, count):
    rule = rule_of(text)
    assert rule is not None
    assert (rule.interval, rule.count) == (interval, count)


@given(st.text(alphabet="FREQ=DAILYMONTHWEK;BUSPO0123456789-,", max_size=80))
def test_no_text_breaks_the_rules(text):
    rule = rule_of("FREQ=MONTHLY;" + text)
    if rule is not None:
        assert all(SINCE <= moment <= UNTIL for moment in islice(repeated(rule, START, since=SINCE, until=UNTIL), 500))
