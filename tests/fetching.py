"""The parts that tests of fetching share, as fixtures: a clock on which sleeping is free, a fetcher, a server."""

import time
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest

from agenda_scraper.agenda import Site
from agenda_scraper.fetch import Clock, Fetcher, Patience
from loopback import Loopback


class Watch:
    """A clock on which sleeping takes no time, and tells how long one would have slept."""

    now = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __init__(self):
        self.slept = []

    def clock(self):
        return Clock(
            now=lambda: self.now, sleep=self.slept.append, monotonic=lambda: time.monotonic() + sum(self.slept)
        )


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def make_fetcher(watch):
    """Fetchers that are closed after the test; they may visit the loopback unless `allow` says otherwise."""
    made = []

    def make(*, contact="bot@agenda.example", allow=("127.0.0.0/8",), replay=None, **patience):
        site = Site("Agenda", "https://agenda.example/", contact)
        networks = [ip_network(network) for network in allow]
        more = {"clock": watch.clock(), "allow": networks, "replay": replay, "patience": Patience(**patience)}
        made.append(Fetcher(site=site, version="1.2", **more))
        return made[-1]

    yield make
    for fetcher in made:
        fetcher.close()


@pytest.fixture
def fetcher(make_fetcher):
    return make_fetcher()


@pytest.fixture
def server():
    with Loopback() as server:
        yield server
