"""The fixture `world`, for the tests of crawls."""

import pytest

from crawling import PLAIN, World
from loopback import Loopback


@pytest.fixture
def world(tmp_path):
    with Loopback() as site:
        site.pages["/agenda"] = PLAIN
        yield World(site, tmp_path)
