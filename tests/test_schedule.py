"""Which sources are due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.agenda import Source
from agenda_scraper.report import Outcome, SourceState
from agenda_scraper.schedule import LONGEST_WAIT, due, wait

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
ASSO = Source("asso", "Asso", "https://asso.example", "html", every=6 * HOUR)


def state(ago, failures=0):
    return SourceState("asso", Outcome.BROKEN if failures else Outcome.OK, NOW - ago, failures=failures)


def is_due(ago, failures=0, *, source=ASSO):
    return due([source], {"asso": state(ago, failures)}, NOW) == (source,)


@pytest.mark.parametrize(
    ("ago", "failures", "expected"),
    [
        (6 * HOUR, 0, True),
        (5 * HOUR, 0, False),
        (6 * HOUR - timedelta(seconds=20), 0, True),  # a timer a little early
        (6 * HOUR, 1, False),  # the spread of the failing comes on top
        (7 * HOUR, 1, True),
        (11 * HOUR, 2, False),
        (14 * HOUR, 2, True),
        (23 * HOUR, 3, False),
        (27 * HOUR, 3, True),
        (timedelta(days=6), 30, False),
        (timedelta(days=8), 30, True),
        (-HOUR, 0, False),  # the clock was set back an hour
        (-timedelta(days=1), 0, True),  # … a day: no stop
    ],
)
def test_when_a_source_is_due(ago, failures, expected):
    assert is_due(ago, failures) is expected


def test_a_source_never_seen_is_due_and_order_is_kept():
    others = [replace(ASSO, id=name) for name in ("z", "asso", "a")]
    assert [source.id for source in due(others, {"asso": state(HOUR)}, NOW)] == ["z", "a"]


def test_after_one_success_the_pace_is_normal_again():
    assert wait(ASSO, state(HOUR, 9)) > wait(ASSO, state(HOUR)) == ASSO.every


def test_sources_that_failed_together_come_back_apart():
    waits = {wait(replace(ASSO, id=f"source-{n}"), state(HOUR, 3)) for n in range(30)}
    assert len(waits) > 15


@given(
    every=st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(weeks=9999)),
    failures=st.integers(0, 10_000),
    id=st.text("abc-", min_size=1),
)
def test_the_wait_grows_to_a_bound_and_is_never_shorter_than_the_pace(every, failures, id):
    source = replace(ASSO, id=id, every=every)
    rest = wait(source, state(HOUR, failures))
    assert every <= rest <= max(every, LONGEST_WAIT) * 1.1
    if failures:
        assert rest >= min(every * 2 ** min(failures - 1, 8), max(every, LONGEST_WAIT))


@given(back=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)))
def test_a_clock_set_back_stops_no_source_for_longer_than_two_rounds(back):
    states = {"asso": SourceState("asso", Outcome.OK, NOW + back)}
    assert any(due([ASSO], states, NOW + step * HOUR) for step in range(13))
