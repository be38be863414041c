"""Files on disk: the old one or the new one, never half, never worse."""

import os
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from agenda_scraper.errors import PublishError
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.writer import printing
from samples import EVENTS, NOW

CHANNEL = Channel("Agenda", "https://agenda.example.org/feeds/all.ics", "https://agenda.example.org/")


def write(public, files, **more):
    with printing(public) as press:
        for below, body in files.items():
            press.put(below, body, **more)
    return press.changed


def feeds(events, now=NOW):
    kinds = (FORMATS[name] for name in ("ics", "rss", "atom", "jsonfeed"))
    return {f"feeds/all{kind.suffix}": kind.render(events, channel=CHANNEL, now=now) for kind in kinds}


def contents(public):
    return {
        str(path.relative_to(public)): path.read_bytes()
        for path in public.rglob("*")
        if path.is_file() and path.name != ".publishing"
    }


def test_files_can_be_read_by_a_web_server(tmp_path):
    paths = write(tmp_path, {"a/b/c.html": b"c", "d": b"d"})
    assert all((tmp_path / path).stat().st_mode & 0o777 == 0o644 for path in paths)
    assert contents(tmp_path) == {"a/b/c.html": b"c", "d": b"d"}


def test_what_did_not_change_is_not_written_again(tmp_path):
    write(tmp_path, {"a": b"1", "b": b"1"})
    before = (tmp_path / "a").stat().st_mtime_ns
    time.sleep(0.02)
    assert write(tmp_path, {"a": b"1", "b": b"2"}) == ["b"]
    assert (tmp_path / "a").stat().st_mtime_ns == before


def test_an_empty_file_is_a_file(tmp_path):
    assert write(tmp_path, {"a": b""}) and contents(tmp_path) == {"a": b""}


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "old.ics").write_bytes(b"kept")
    write(tmp_path, {"feeds/new.ics": b"new"})
    assert contents(tmp_path)["feeds/old.ics"] == b"kept"


@pytest.mark.slow
def test_more_files_than_wait_at_once_are_all_written(tmp_path):
    many = {f"event/{number}.html": str(number).encode() for number in range(1203)}
    assert len(write(tmp_path, many)) == 1203
    assert contents(tmp_path) == many


def test_bytes_that_do_not_parse_never_replace_a_file(tmp_path):
    write(tmp_path, {"all.ics": b"good"})

    def refuse(body):
        raise PublishError("does not parse")

    with pytest.raises(PublishError, match=r"all\.ics: does not parse"):
        write(tmp_path, {"all.ics": b"bad", "other": b"x"}, check=refuse)
    assert contents(tmp_path) == {"all.ics": b"good"}


def test_an_empty_feed_does_not_silence_one_that_announces_much(tmp_path):
    write(tmp_path, feeds(EVENTS), silent=NOW)
    before = contents(tmp_path)
    with pytest.raises(PublishError, match="delete it to accept") as refused:
        write(tmp_path, feeds(()), silent=NOW)
    assert refused.value.exit_code == 4
    assert contents(tmp_path) == before
    # one event may well have been taken back
    write(tmp_path, {"feeds/one.ics": FORMATS["ics"].render(EVENTS[:1], channel=CHANNEL, now=NOW)}, silent=NOW)
    assert write(tmp_path, {"feeds/one.ics": feeds(())["feeds/all.ics"]}, silent=NOW)
    for path in before:
        (tmp_path / path).unlink()
    assert write(tmp_path, feeds(()), silent=NOW)


def test_a_feed_empties_when_its_season_is_over(tmp_path):
    later = NOW + timedelta(days=400)
    write(tmp_path, feeds(EVENTS), silent=NOW)
    assert write(tmp_path, feeds((), later), silent=later)


def test_one_file_that_cannot_be_written_does_not_stop_the_others(tmp_path):
    (tmp_path / "feeds" / "all.ics").mkdir(parents=True)
    with pytest.raises(PublishError, match=r"all\.ics: could not be written"):
        write(tmp_path, {"feeds/all.ics": b"a", "feeds/all.rss": b"b", "index.html": b"page"})
    assert contents(tmp_path) == {"feeds/all.rss": b"b", "index.html": b"page"}


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "feeds").write_bytes(b"")
    with pytest.raises(PublishError, match="could not be written"):
        write(tmp_path, {"feeds/all.ics": b"a"})
    with pytest.raises(PublishError, match="could not be written"):
        write(tmp_path / "feeds", {"all.ics": b"a"})


def test_a_file_is_taken_away(tmp_path):
    write(tmp_path, {"a": b"1"})
    with printing(tmp_path) as press:
        press.drop("a")
        press.drop("never")
    assert press.changed == ["a"] and not contents(tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="limits of processes are POSIX")
def test_a_full_disk_leaves_the_file_before(tmp_path):
    """A limit on the size of files stands in for a disk that is full: the write fails half way."""
    script = (
        "import resource, signal, sys, pathlib\n"
        "from agenda_scraper.publish.writer import printing\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "with printing(pathlib.Path(sys.argv[1])) as press:\n"
        "    press.put('all.ics', b'x' * 5000)\n"
    )
    write(tmp_path, {"all.ics": b"good"})
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True)
    assert "PublishError" in done.stderr and "could not be written" in done.stderr
    assert contents(tmp_path) == {"all.ics": b"good"}


def test_what_a_killed_run_left_behind_goes_with_the_next(tmp_path):
    left = tmp_path / ".new" / "17"
    left.parent.mkdir()
    left.write_bytes(b"BEGIN:VCAL")
    write(tmp_path, {"a": b"1"})
    assert contents(tmp_path) == {"a": b"1"}


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_old_or_new(tmp_path):
    script = (
        "import sys, pathlib\n"
        "from agenda_scraper.publish.writer import printing\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in b'ab':\n"
        "        with printing(pathlib.Path(sys.argv[1])) as press:\n"
        "            for number in range(5):\n"
        "                press.put(f'{number}.ics', bytes([letter]) * 600_000)\n"
    )
    for turn in range(8):
        with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE) as running:
            running.stdout.readline()
            while not (tmp_path / "0.ics").exists():
                time.sleep(0.001)
            time.sleep(0.004 * turn)
            running.kill()
        for path in tmp_path.glob("*.ics"):
            assert path.read_bytes() in (b"a" * 600_000, b"b" * 600_000)
    whole = {f"{number}.ics": b"c" for number in range(5)}
    write(tmp_path, whole)
    assert contents(tmp_path) == whole


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the lock is POSIX")
def test_two_runs_write_one_folder_one_after_the_other(tmp_path):
    script = (
        "import sys, pathlib\n"
        "from agenda_scraper.publish.writer import printing\n"
        "with printing(pathlib.Path(sys.argv[1])) as press:\n"
        "    press.put('a', b'other')\n"
    )
    with printing(tmp_path) as press:
        other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
        time.sleep(0.5)
        press.put("a", b"mine")
        assert other.poll() is None
    assert other.wait(30) == 0 and contents(tmp_path) == {"a": b"other"}
