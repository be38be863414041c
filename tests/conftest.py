"""How hypothesis runs here: no clock on single examples (machines are shared), the same examples in CI each time.

A property is tried on a hundred examples: all of them are slow.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    # what is slow as a whole need not be imported to be left out
    fast = config.option.markexpr == "not slow" and collection_path.suffix == ".py"
    return True if fast and "\npytestmark = pytest.mark.slow\n" in collection_path.read_text("utf-8") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for each in items:
        if getattr(getattr(each, "obj", None), "is_hypothesis_test", False):
            each.add_marker("slow")
