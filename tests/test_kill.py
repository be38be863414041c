"""Killed at any moment and run again, a crawl ends where an undisturbed one does."""

import re
import sqlite3
import time
from pathlib import Path

import pytest

from typed import agenda

pytestmark = pytest.mark.slow

NOW = "2026-11-23T12:00:00+01:00"


def run(folder: Path, *, kill_after: float | None = None) -> float:
    """Crawl; with `kill_after`, for so many seconds. Returns the seconds it ran."""
    where = ("--database", f"sqlite:///{folder / 'agenda.db'}", "--public", str(folder / "public"))
    began = time.monotonic()
    done = agenda(*where, "crawl", "--replay", "fixtures", "--now", NOW, kill_after=kill_after)
    assert kill_after or done.returncode == 0, done.stdout + done.stderr
    return time.monotonic() - began


def state(folder: Path) -> tuple[list[str], dict[str, bytes]]:
    """All that is stored and all that is published."""
    with sqlite3.connect(folder / "agenda.db") as database:
        # what is marked as published names its folder, and each run has its own
        stored = sorted(re.sub(r"'page:[0-9a-f]+'", "'page'", line) for line in database.iterdump())
    public = folder / "public"
    return stored, {
        str(path.relative_to(public)): path.read_bytes() for path in sorted(public.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    agenda("--version")  # so that what comes is not timed with what it is forked from
    folder = tmp_path_factory.mktemp("undisturbed")
    return run(folder), state(folder)


@pytest.mark.parametrize("tenth", range(10))
def test_a_killed_crawl_run_again_ends_in_the_same_store_and_feeds(undisturbed, tmp_path, tenth):
    took, want = undisturbed
    run(tmp_path, kill_after=took * (0.05 + 0.09 * tenth))
    run(tmp_path)
    (stored, feeds), (stored_then, feeds_then) = state(tmp_path), want
    assert sorted(set(stored) ^ set(stored_then)) == []
    assert stored == stored_then
    assert feeds == feeds_then


def test_a_second_run_changes_nothing(tmp_path):
    run(tmp_path)
    _, feeds = state(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*") if path.is_file()}
    run(tmp_path)
    assert state(tmp_path)[1] == feeds
    assert {path: path.stat().st_mtime_ns for path in times} == times, "unchanged bytes are not written again"
