"""Real programs that people subscribe with: how each is set up, fetches, and what it then shows."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from urllib.request import urlopen

from reader import make_reader


class Program:
    """A program with a home of its own, subscribed to a server."""

    needs: tuple[str, ...]

    def __init__(self, home, url):
        self.home, self.url, self.seen = home, url, []
        self.set_up()

    @classmethod
    def lost(cls):
        return [name for name in cls.needs if shutil.which(name) is None]

    def look(self):
        self.refresh()
        self.seen.append(self.shown())

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
        """Runs it until it keeps all that it was told, which is news to it."""
        with urlopen(f"{self.url}/feeds/all.ics") as told:
            count = told.read().count(b"BEGIN:VEVENT")
        before = self.seen[-1] if self.seen else []
        env = os.environ | {"HOME": str(self.home), "MOZ_HEADLESS": "1"}
        words = ("thunderbird", "--headless", "--no-remote", "--profile", str(self.home / "profile"), "-calendar")
        # a group of its own: the command is a script whose child would stay
        with subprocess.Popen(words, env=env, stderr=subprocess.DEVNULL, start_new_session=True) as running:
            try:
                for _ in range(300):
                    now = self.shown()
                    if len(now) == count and now != before:
                        break
                    time.sleep(0.2)
            finally:
                os.killpg(running.pid, signal.SIGKILL)
        (self.home / "profile" / "lock").unlink(missing_ok=True)

    def shown(self):
        # of a copy: it lets nobody read what it has open
        copy = self.home / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        try:
            shutil.copytree(self.home / "profile" / "calendar-data", copy)
            with closing(sqlite3.connect(copy / "cache.sqlite")) as kept:
                return kept.execute("SELECT id, title, ical_status FROM cal_events ORDER BY id").fetchall()
        except (OSError, sqlite3.Error):
            return []


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


CALENDARS = (Khal, Calcurse, Thunderbird)
READERS = (Newsboat, Sfeed, Reader)
