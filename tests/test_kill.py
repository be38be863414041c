"""Killed at any moment and run again, a crawl ends where an undisturbed one does."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOW = "2026-11-23T12:00:00+01:00"


def command(folder: Path) -> list[str]:
    where = [
        "--sources",
        str(ROOT / "sources.yaml"),
        "--database",
        f"sqlite:///{folder / 'agenda.db'}",
        "--public",
        str(folder / "public"),
    ]
    return [sys.executable, "-m", "agenda_scraper", *where, "crawl", "--replay", str(ROOT / "fixtures"), "--now", NOW]


def run(folder: Path, *, kill_after: float | None = None) -> float:
    """Crawl; with `kill_after`, for so many seconds. Returns the seconds it ran."""
    began = time.monotonic()
    env = {name: value for name, value in os.environ.items() if not name.startswith("AGENDA_")}
    crawl = subprocess.Popen(command(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env)
    try:
        told, _ = crawl.communicate(timeout=kill_after or 60)
        assert crawl.returncode == 0, told.decode()
    except subprocess.TimeoutExpired:
        crawl.kill()
        crawl.communicate()
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
    folder = tmp_path_factory.mktemp("undisturbed")
    return run(folder), state(folder)


@pytest.mark.slow
@pytest.mark.parametrize("tenth", range(10))
def test_a_killed_crawl_run_again_ends_in_the_same_store_and_feeds(undisturbed, tmp_path, tenth):
    took, want = undisturbed
    # the first third of a run is spent on imports: kill where there is something to break
    run(tmp_path, kill_after=took * (0.3 + 0.07 * tenth))
    run(tmp_path)
    (stored, feeds), (stored_then, feeds_then) = state(tmp_path), want
    assert sorted(set(stored) ^ set(stored_then)) == []
    assert stored == stored_then
    assert feeds == feeds_then


@pytest.mark.slow
def test_a_second_run_changes_nothing(tmp_path):
    run(tmp_path)
    _, feeds = state(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*") if path.is_file()}
    run(tmp_path)
    assert state(tmp_path)[1] == feeds
    assert {path: path.stat().st_mtime_ns for path in times} == times, "unchanged bytes are not written again"
