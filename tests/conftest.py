"""How hypothesis runs here: no clock on single examples (machines are shared), the same examples in CI each time.

A property is tried on a hundred examples: all of them are slow.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for each in items:
        if getattr(getattr(each, "obj", None), "is_hypothesis_test", False):
            each.add_marker("slow")
