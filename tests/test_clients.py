"""Real programs that people subscribe with, through a change, a cancellation and a merge; each where it is installed."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from reader import make_reader

from agenda_scraper.history import News
from agenda_scraper.model import Status
from agenda_scraper.query import Query
from agenda_scraper.serve import Application
from agenda_scraper.store import open_store
from loopback import Loopback, Reply, served
from samples import AGENDA, NOW
from stored import put
from test_cli import HEAD, agenda, sources
from test_publication import NUMBERED

EVENT, OTHER = NUMBERED[0], NUMBERED[1]
HTML = "text/html; charset=utf-8"


class Program:
    """A program with a home of its own, subscribed to a server."""

    needs: tuple[str, ...]

    def __init__(self, home, world):
        self.home, self.world, self.url = home, world, world.url
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


class Calcurse(Program):
    """An agenda in a terminal, which takes a file in; it knows no subscription, so each time all of it anew."""

    needs = ("calcurse", "curl")

    def set_up(self):
        pass

    def refresh(self):
        shutil.rmtree(self.home / "kept", ignore_errors=True)
        (self.home / "kept").mkdir()
        self.run("curl", "-sSf", f"{self.url}/feeds/all.ics", "-o", "all.ics")
        self.run("calcurse", "-q", "-D", "kept", "-C", "kept", "-i", "all.ics")

    def shown(self):
        lines = (self.home / "kept" / "apts").read_text("utf-8").splitlines()
        # each with a note of its own, named by what is in it
        return [(line, re.split(r">\w{40} \|?", line)[1]) for line in lines]


class Thunderbird(Program):
    """The mail program with its calendar, without a window: what it shows is what its cache holds."""

    needs = ("thunderbird",)
    name = "11111111-2222-4333-8444-555555555555"

    def set_up(self):
        kept = {
            "type": "ics", "uri": f"{self.url}/feeds/all.ics", "name": "agenda", "cache.enabled": True,
            "readOnly": True, "calendar-main-in-composite": True,
        }  # fmt: skip
        # a proxy that nobody is: only this machine is ever asked
        elsewhere = {
            "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
            "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "app.update.enabled": False,
            "datareporting.policy.dataSubmissionEnabled": False, "mail.provider.suppress_dialog_on_startup": True,
            "mail.accountmanager.accounts": "account1", "mail.account.account1.server": "server1",
            "mail.accountmanager.localfoldersserver": "server1", "mail.server.server1.type": "none",
            "mail.server.server1.hostname": "Local Folders", "mail.server.server1.userName": "nobody",
        }  # fmt: skip
        chosen = {f"calendar.registry.{self.name}.{key}": value for key, value in kept.items()} | elsewhere
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in chosen.items()]
        self.write("profile/user.js", "".join(lines))

    def refresh(self):
        """Runs it until it has asked, and had the time to keep what it was told."""
        asked = len(self.world.asked)
        env = os.environ | {"HOME": str(self.home), "MOZ_HEADLESS": "1"}
        words = ("thunderbird", "--headless", "--no-remote", "--profile", str(self.home / "profile"), "-calendar")
        # a group of its own: the command is a script whose child would stay
        with subprocess.Popen(words, env=env, stderr=subprocess.DEVNULL, start_new_session=True) as running:
            try:
                for _ in range(120):
                    if len(self.world.asked) > asked:
                        break
                    time.sleep(0.5)
                time.sleep(6)
            finally:
                os.killpg(running.pid, signal.SIGKILL)
        (self.home / "profile" / "lock").unlink(missing_ok=True)

    def shown(self):
        with closing(sqlite3.connect(self.home / "profile" / "calendar-data" / "cache.sqlite")) as kept:
            return kept.execute("SELECT id, title, ical_status FROM cal_events ORDER BY id").fetchall()


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


class Reader(Program):
    """The library `reader`, which others build readers on; RSS, Atom and JSON Feed."""

    needs = ()

    def set_up(self):
        self.kept = make_reader(str(self.home / "reader.sqlite"))
        for name in ("all.rss", "all-changes.atom", "all-upcoming.json"):
            self.kept.add_feed(f"{self.url}/feeds/{name}")

    def refresh(self):
        self.kept.update_feeds(scheduled=False)  # as one who asks at once, before `max-age` is over
        assert [feed.last_exception for feed in self.kept.get_feeds()] == [None] * 3

    def shown(self):
        return [
            (entry.feed_url + entry.id, entry.title)
            for entry in self.kept.get_entries()
            if "upcoming" not in entry.feed_url
        ]


class World:
    """A store, a server on it, the clock of both, and the paths that were asked for."""

    def __init__(self, store, url):
        self.store, self.store_url, self.now = store, url, NOW
        self.answer = Application(AGENDA, store, clock=lambda: self.now)
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        return self.answer(environ, start_response)

    def becomes(self, event, news):
        self.now += timedelta(hours=6)
        later = replace(event, changed_at=self.now, sequence=event.sequence + 1)
        put(self.store, later, now=self.now, news=news, before=EVENT.facts)


@pytest.fixture
def world(tmp_path):
    url = f"sqlite:///{tmp_path / 'agenda.db'}"
    with open_store(url) as store:
        world = World(store, url)
        put(store, *NUMBERED, now=NOW)
        with served(world) as port:
            world.url = f"http://127.0.0.1:{port}"
            yield world


def subscribed(kind, world, folder):
    lost = [name for name in kind.needs if shutil.which(name) is None]
    if lost:
        pytest.skip(f"{', '.join(lost)} is not installed")
    folder.mkdir()
    program = kind(folder, world)
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
@pytest.mark.parametrize("kind", [Khal, Calcurse, Thunderbird])
@pytest.mark.parametrize("name", CHANGES)
def test_a_calendar_shows_the_event_once_as_it_is_now(world, tmp_path, kind, name):
    calendar = subscribed(kind, world, tmp_path / "client")
    # vdirsyncer gives what it fetched names of its own: what counts is what a person sees
    before = Counter(row[1:] for row in calendar.shown())
    world.becomes(CHANGES[name][1], CHANGES[name][0])
    calendar.refresh()
    after = Counter(row[1:] for row in calendar.shown())
    ((was, *_),) = (before - after).elements()
    ((now, *status),) = (after - before).elements()
    assert was == EVENT.facts.title
    become = {"changed": "Rencontres déplacées", "cancelled": f"Annulé\u00a0: {was}", "merged": f"Doublon\u00a0: {was}"}
    assert now == become[name]
    # calcurse tells nothing of the status
    assert not status or ("CANCELLED" in status[0]) is (name != "changed")


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Newsboat, Sfeed, Reader])
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


# ── the whole way: a site, a crawl, a server, a program ───────────────────────────────────────────

LINE = '<li><a href="/n/{number}">{title}</a> <b>14 janvier 2027, 18h30</b></li>'


class Source:
    """A site with a list of two notices, and the crawl that reads it into the store of a world."""

    def __init__(self, world, folder, web):
        self.world, self.web = world, web
        rules = "{items: li, title: a, url: a, when: b}"
        told = f"a: {{name: A, url: '{web.url('/')}', timezone: Europe/Paris, list: {rules}}}"
        self.options = ("--sources", sources(folder, HEAD + f"  {told}\n"), "--database", world.store_url)
        self.options += ("--public", str(folder / "public"))
        self.says("Réunion sur la ligne 4", "Atelier de la place haute")

    def says(self, *titles):
        lines = (LINE.format(number=number, title=title) for number, title in enumerate(titles))
        self.web.pages["/"] = Reply(f"<meta charset=utf-8><ul>{''.join(lines)}</ul>", headers={"Content-Type": HTML})
        self.run("crawl", "--now", self.world.now.isoformat(), "a")

    def run(self, *words):
        done = agenda(*self.options, *words, AGENDA_ALLOW_NETWORKS="127.0.0.0/8")
        assert done.returncode == 0, done.stdout + done.stderr

    def becomes(self, name):
        self.world.now += timedelta(days=1)
        first, second = "Réunion sur la ligne 4", "Atelier de la place haute"
        if name == "merged":
            uids = {event.facts.title: event.uid for event in self.world.store.find(Query(), now=self.world.now)}
            self.run("merge", uids[first], uids[second], "--now", self.world.now.isoformat())
        else:
            self.says({"changed": "Réunion déplacée", "cancelled": f"ANNULÉ : {first}"}[name], second)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Khal, Thunderbird, Reader])
@pytest.mark.parametrize("name", CHANGES)
def test_what_a_crawl_brings_reaches_who_subscribed_once(world, tmp_path, kind, name):
    with Loopback({}) as web:
        source = Source(world, tmp_path, web)
        program = subscribed(kind, world, tmp_path / "client")
        before = Counter(row[1] for row in program.shown())
        source.becomes(name)
        program.refresh()
    new = list((Counter(row[1] for row in program.shown()) - before).elements())
    become = {
        "changed": "Réunion déplacée",
        "cancelled": "Annulé\u00a0: ",
        "merged": "Désormais annoncé ici\u00a0: " if kind is Reader else "Doublon\u00a0: Atelier de la place haute",
    }
    told = [title for title in new if become[name] in title]
    assert told and all(title.upper().count("ANNULÉ") + title.count("Doublon") <= 1 for title in told), new
    # a reader is told of it once more, beside the announcement that stays; a calendar shows it changed
    assert len(program.shown()) == before.total() + (kind is Reader), new
