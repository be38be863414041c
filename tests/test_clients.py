"""Real programs that people subscribe with, through a change, a cancellation and a merge; each where it is installed."""

import os
import shutil
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from agenda_scraper.history import News
from agenda_scraper.model import Status
from agenda_scraper.serve import Application
from agenda_scraper.store import open_store
from loopback import served
from samples import AGENDA, NOW
from stored import put
from test_publication import NUMBERED

EVENT, OTHER = NUMBERED[0], NUMBERED[1]


class Program:
    """A program with a home of its own, subscribed to a server."""

    needs: tuple[str, ...]

    def __init__(self, home, url):
        self.home, self.url = home, url
        self.set_up()

    def write(self, name, text):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def run(self, *words, **more):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris"}
        done = subprocess.run(words, cwd=self.home, env=env, capture_output=True, text=True, timeout=120, **more)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout


class Khal(Program):
    """vdirsyncer fetches the calendar, khal shows it."""

    needs = ("vdirsyncer", "khal")

    def set_up(self):
        self.write(
            "sync.conf",
            f'[general]\nstatus_path = "{self.home}/status/"\n[pair agenda]\na = "far"\nb = "near"\ncollections = null\n'
            f'[storage far]\ntype = "http"\nurl = "{self.url}/feeds/all.ics"\n'
            f'[storage near]\ntype = "filesystem"\npath = "{self.home}/events/"\nfileext = ".ics"\n',
        )
        clock = "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        clock += "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        self.write(
            "khal.conf",
            f"[calendars]\n[[agenda]]\npath = {self.home}/events/\n[locale]\n{clock}[sqlite]\npath = {self.home}/k.db\n",
        )
        (self.home / "events").mkdir()
        self.run("vdirsyncer", "-c", "sync.conf", "discover", input="y\n" * 5)

    def refresh(self):
        self.run("vdirsyncer", "-c", "sync.conf", "sync")

    def shown(self):
        said = self.run(
            *("khal", "-c", "khal.conf", "list", "--once", "--day-format", "", "--format", "{uid}\t{title}\t{status}"),
            *("2026-01-01", "800d"),
        )
        return [tuple(line.split("\t")) for line in said.splitlines() if "\t" in line]


class Newsboat(Program):
    """A reader in a terminal, which keeps what it has read in SQLite."""

    needs = ("newsboat",)

    def set_up(self):
        (self.home / ".newsboat").mkdir()
        self.write("urls", f"{self.url}/feeds/all.rss\n{self.url}/feeds/all-changes.rss\n")
        self.write("config", "reload-threads 1\n")

    def refresh(self):
        self.run("newsboat", "-q", "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload")

    def shown(self):
        with closing(sqlite3.connect(self.home / "cache.db")) as cache:
            return cache.execute("SELECT feedurl || guid, title FROM rss_item WHERE deleted = 0").fetchall()


class Sfeed(Program):
    """A reader of shell scripts, which merges what it fetches into tables."""

    needs = ("sfeed_update", "curl")

    def set_up(self):
        feeds = "".join(f'feed "{name}" "{self.url}/feeds/{name}.atom"\n' for name in ("all", "all-changes"))
        self.write("sfeedrc", f'sfeedpath="{self.home}/news"\nfeeds() {{\n{feeds}}}\n')

    def refresh(self):
        self.run("sfeed_update", str(self.home / "sfeedrc"))

    def shown(self):
        rows = [
            (file.name, *line.split("\t"))
            for file in sorted((self.home / "news").iterdir())
            for line in file.read_text("utf-8").splitlines()
        ]
        return [(row[0] + row[6], row[2]) for row in rows]


class World:
    """A store, a server on it, and the clock of both."""

    def __init__(self, store):
        self.store, self.now = store, NOW

    def becomes(self, event, news):
        self.now += timedelta(hours=6)
        later = replace(event, changed_at=self.now, sequence=event.sequence + 1)
        put(self.store, later, now=self.now, news=news, before=EVENT.facts)


@pytest.fixture
def world(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'agenda.db'}") as store:
        world = World(store)
        put(store, *NUMBERED, now=NOW)
        with served(Application(AGENDA, store, clock=lambda: world.now)) as port:
            world.url = f"http://127.0.0.1:{port}"
            yield world


def subscribed(kind, world, folder):
    lost = [name for name in kind.needs if shutil.which(name) is None]
    if lost:
        pytest.skip(f"{', '.join(lost)} is not installed")
    folder.mkdir()
    program = kind(folder, world.url)
    program.refresh()
    assert len(program.shown()) == len({row[0] for row in program.shown()}) > 8
    return program


CHANGES = {
    "changed": (News.MOVED, replace(EVENT, facts=replace(EVENT.facts, title="Rencontres déplacées"))),
    "cancelled": (
        News.CANCELLED,
        replace(EVENT, facts=replace(EVENT.facts, status=Status.CANCELLED), cancelled_at=NOW),
    ),
    "merged": (News.MERGED, replace(EVENT, merged_into=OTHER.uid, witnesses=(), cancelled_at=NOW)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_a_calendar_shows_the_event_once_as_it_is_now(world, tmp_path, name):
    calendar = subscribed(Khal, world, tmp_path / "client")
    # vdirsyncer gives what it fetched names of its own: what counts is what a person sees
    before = Counter(row[1:] for row in calendar.shown())
    world.becomes(CHANGES[name][1], CHANGES[name][0])
    calendar.refresh()
    after = Counter(row[1:] for row in calendar.shown())
    ((was, _),) = (before - after).elements()
    ((now, status),) = (after - before).elements()
    assert was == EVENT.facts.title
    assert now == {"changed": "Rencontres déplacées", "cancelled": f"Annulé\u00a0: {was}"}.get(name, now)
    assert ("CANCELLED" in status) is (name != "changed")


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Newsboat, Sfeed])
@pytest.mark.parametrize("name", CHANGES)
def test_a_reader_is_told_once_and_nothing_is_announced_again(world, tmp_path, kind, name):
    reader = subscribed(kind, world, tmp_path / "client")
    before = {row[0] for row in reader.shown()}
    world.becomes(CHANGES[name][1], CHANGES[name][0])
    for _ in range(2):
        reader.refresh()
        told = {id: title for id, title in reader.shown() if id not in before}
        assert len(told) == 1
        # sfeed tells items apart by id and title: a new title stands beside the one before (docs/clients.md)
        again = 1 if kind is Sfeed and name != "merged" else 0
        assert len(reader.shown()) == len(before) + 1 + again
    (title,) = told.values()
    assert {"changed": "Rencontres déplacées", "cancelled": "Annulé", "merged": EVENT.facts.title}[name] in title
