"""Which sources are due now: each at its own pace, a failing one ever more rarely. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from agenda_scraper.agenda import Source
from agenda_scraper.report import SourceState

LONGEST_WAIT = timedelta(days=7)  # a source that fails for months is still tried once a week
_GRACE = timedelta(minutes=1)  # a timer that fires a few seconds early must not skip every other crawl
_MOST_DOUBLINGS = 16


def due(sources: Iterable[Source], states: Mapping[str, SourceState], now: datetime) -> tuple[Source, ...]:
    """The sources to crawl now, in their order; `states` is what is remembered of each, by id."""
    return tuple(source for source in sources if _is_due(source, states.get(source.id), now))


def wait(source: Source, state: SourceState) -> timedelta:
    """How long a source rests after its last crawl: `every`, doubled with each failure after the first, up to a week.

    Never less than `every`. Failing sources get up to a tenth more, by their id, so that those that failed together
    (a network gone, a host down) do not come back together.
    """
    if not state.failures:
        return source.every
    doublings = min(state.failures - 1, _MOST_DOUBLINGS) if source.every < LONGEST_WAIT else 0
    rest: timedelta = min(source.every * (1 << doublings), max(source.every, LONGEST_WAIT))
    return rest * (1 + _spread(source.id, state.failures) / 10)


def _is_due(source: Source, state: SourceState | None, now: datetime) -> bool:
    if state is None:
        return True
    # Both ways: after a clock was set back, a visit "in the future" must not stop the source.
    rest = wait(source, state)
    return abs(now - state.last_crawled) >= rest - min(_GRACE, rest / 20)


def _spread(id: str, failures: int) -> float:
    """From 0 to 1, the same on every machine and in every run."""
    return hashlib.sha256(f"{id} {failures}".encode()).digest()[0] / 255
