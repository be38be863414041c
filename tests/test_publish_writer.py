"""Files on disk: the old one or the new one, never half, never worse."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.errors import PublishError
from agenda_scraper.history import News, Version
from agenda_scraper.publish import Channel
from agenda_scraper.publish.posts import changed
from agenda_scraper.publish.writer import publish_all, write_whole
from samples import AGENDA, EVENTS, NOW


def publish(public, events=EVENTS, now=NOW, **more):
    return publish_all({"all": events, "nord": events[:1]}, agenda=AGENDA, public=public, now=now, **more)


def contents(public):
    return {path: path.read_bytes() for path in public.rglob("*") if path.is_file()}


def test_every_feed_and_page_is_written(tmp_path):
    paths = publish(tmp_path, pages={"index.html": b"<!DOCTYPE html>", "style.css": b""})
    names = [str(path.relative_to(tmp_path)) for path in paths]
    feeds = [f"feeds/{name}{suffix}" for name in ("all", "nord") for suffix in (".ics", ".rss", ".atom", ".json")]
    assert names == [*feeds, "index.html", "style.css"]
    assert set(paths) == set(contents(tmp_path))
    assert b"SOURCE;VALUE=URI:https://agenda.example.org/feeds/nord.ics" in paths[4].read_bytes()
    assert b"<title>Dans le Nord</title>" in paths[5].read_bytes()


def test_files_can_be_read_by_a_web_server(tmp_path):
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in publish(tmp_path))


def test_what_did_not_change_is_not_written_again(tmp_path):
    first = [path.stat().st_mtime_ns for path in publish(tmp_path)]
    time.sleep(0.02)
    assert [path.stat().st_mtime_ns for path in publish(tmp_path, now=NOW + timedelta(hours=3))] == first
    assert write_whole(tmp_path / "a", b"1") is True
    assert write_whole(tmp_path / "a", b"1") is False
    assert write_whole(tmp_path / "a", b"2") is True


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "old.ics").write_bytes(b"kept")
    publish(tmp_path)
    assert (tmp_path / "feeds" / "old.ics").read_bytes() == b"kept"


def test_bytes_that_do_not_parse_never_replace_a_file(tmp_path):
    path = tmp_path / "all.ics"
    path.write_bytes(b"good")

    def refuse(body):
        raise PublishError("does not parse")

    with pytest.raises(PublishError, match=r"all\.ics: does not parse"):
        write_whole(path, b"bad", check=refuse)
    assert contents(tmp_path) == {path: b"good"}


def test_an_empty_feed_does_not_silence_one_that_announces_much(tmp_path):
    publish(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(PublishError, match="delete it to accept") as refused:
        publish(tmp_path, events=())
    assert refused.value.exit_code == 4
    after = contents(tmp_path)
    assert {path: body for path, body in after.items() if "all" in path.name} == {
        path: body for path, body in before.items() if "all" in path.name
    }
    # "nord" had one event: that may well have been taken back.
    assert b"VEVENT" not in (tmp_path / "feeds" / "nord.ics").read_bytes()
    for path in before:
        path.unlink()
    assert publish(tmp_path, events=())


def test_a_feed_empties_when_its_season_is_over(tmp_path):
    publish(tmp_path)
    assert publish(tmp_path, events=(), now=NOW + timedelta(days=400))


def test_one_file_that_cannot_be_written_does_not_stop_the_others(tmp_path):
    (tmp_path / "feeds" / "all.ics").mkdir(parents=True)
    with pytest.raises(PublishError, match=r"all\.ics: could not be written"):
        publish(tmp_path, pages={"index.html": b"page"})
    assert (tmp_path / "feeds" / "all.rss").is_file() and (tmp_path / "index.html").is_file()
    assert not list(tmp_path.rglob("*.new"))


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "feeds").write_bytes(b"")
    with pytest.raises(PublishError, match="could not be written"):
        publish(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="limits of processes are POSIX")
def test_a_full_disk_leaves_the_file_before(tmp_path):
    """A limit on the size of files stands in for a disk that is full: the write fails half way."""
    script = (
        "import resource, signal, sys, pathlib\n"
        "from agenda_scraper.publish.writer import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_whole(pathlib.Path(sys.argv[1]), b'x' * 5000)\n"
    )
    path = tmp_path / "all.ics"
    path.write_bytes(b"good")
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    assert "PublishError" in done.stderr and "could not be written" in done.stderr
    assert contents(tmp_path) == {path: b"good"}


def test_what_a_killed_run_left_behind_goes_with_the_next(tmp_path):
    (tmp_path / "feeds").mkdir()
    left = tmp_path / "feeds" / ".all.ics.x1y2.new"
    left.write_bytes(b"BEGIN:VCAL")
    publish(tmp_path)
    assert not left.exists()


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_old_or_new(tmp_path):
    script = (
        "import sys, pathlib\n"
        "from agenda_scraper.publish.writer import write_whole\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in b'ab':\n"
        "        write_whole(path, bytes([letter]) * 3_000_000)\n"
    )
    path = tmp_path / "all.ics"
    for turn in range(8):
        with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE) as running:
            running.stdout.readline()
            while not path.exists():
                time.sleep(0.001)
            time.sleep(0.004 * turn)
            running.kill()
        assert path.read_bytes() in (b"a" * 3_000_000, b"b" * 3_000_000)
    assert write_whole(path, b"c")
    assert list(contents(tmp_path)) == [path]


def test_what_turned_out_to_be_another_event_is_off_in_the_calendar_and_nowhere_else(tmp_path):
    merged = replace(EVENTS[0], merged_into=EVENTS[1].uid, sequence=2)
    publish_all({"all": (merged, EVENTS[1])}, agenda=AGENDA, public=tmp_path, now=NOW)
    (pointer,) = [
        entry
        for entry in Calendar.from_ical((tmp_path / "feeds/all.ics").read_bytes()).walk("VEVENT")
        if entry["UID"] == merged.uid
    ]
    assert pointer["STATUS"] == "CANCELLED" and pointer["RELATED-TO"] == EVENTS[1].uid
    assert "Désormais annoncé ici" in pointer["DESCRIPTION"]
    for suffix in ("rss", "atom", "json"):
        assert merged.uid.encode() not in (tmp_path / f"feeds/all.{suffix}").read_bytes()


def test_changes_and_weeks_are_feeds_of_their_own(tmp_path):
    version = Version(EVENTS[1].uid, 1, NOW, News.MOVED, EVENTS[1].facts, EVENTS[0].facts, ("when",), "irev")
    channel = Channel("Agenda", "https://agenda.example.org/", "https://agenda.example.org/")
    posts = {"nord-changes": [changed(version, EVENTS[1], channel)], "nord-upcoming": []}
    publish_all({}, agenda=AGENDA, public=tmp_path, now=NOW, posts_by_feed=posts)
    told = feedparser.parse((tmp_path / "feeds/nord-changes.atom").read_bytes())
    assert (told.feed.title, len(told.entries)) == ("Dans le Nord – Changements", 1)
    assert (
        feedparser.parse((tmp_path / "feeds/nord-upcoming.rss").read_bytes()).feed.title == "Dans le Nord – La semaine"
    )
