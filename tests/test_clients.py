"""Real programs that people subscribe with, through a change, a cancellation and a merge; each where it is installed."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

import pytest

from agenda_scraper.history import News
from agenda_scraper.model import Status
from agenda_scraper.query import Query
from agenda_scraper.serve import Application
from agenda_scraper.store import open_store
from loopback import Loopback, Reply, served
from programs import CALENDARS, READERS, Sfeed
from samples import AGENDA, NOW
from stored import put
from test_cli import HEAD, agenda, sources
from test_publication import NUMBERED

EVENT, OTHER = NUMBERED[0], NUMBERED[1]


def told(event, **facts):
    return replace(event, facts=replace(event.facts, **facts))


CHANGED, CANCELLED, MERGED, LATER = (
    replace(told(EVENT, title=title), uid=f"{number:016x}{0:016x}@agenda.example.org")
    for number, title in enumerate(
        ("Rencontres de la rive", "Forum des halles", "Assises du fleuve", "Dialogues du port"), start=101
    )
)
CHANGES = (
    (News.MOVED, CHANGED, told(CHANGED, title="Rencontres déplacées")),
    (News.CANCELLED, CANCELLED, replace(told(CANCELLED, status=Status.CANCELLED), cancelled_at=NOW)),
    (News.MERGED, MERGED, replace(MERGED, merged_into=OTHER.uid, witnesses=(), cancelled_at=NOW)),
)
# what a calendar shows before and after, and the post that tells a reader; one refresh brings all of them
STORIES = {
    "put-changed": (
        "Rencontres de la rive",
        "Rencontres déplacées",
        "Déplacé\u00a0: 17–18 nov. 2026 · Lille · Rencontres déplacées",
    ),
    "put-cancelled": (
        "Forum des halles",
        "Annulé\u00a0: Forum des halles",
        "Annulé\u00a0: 17–18 nov. 2026 · Lille · Forum des halles",
    ),
    "put-merged": (
        "Assises du fleuve",
        "Doublon\u00a0: Assises du fleuve",
        "Désormais annoncé ici\u00a0: 17–18 nov. 2026 · Lille · Assises du fleuve",
    ),
    "crawl-changed": (
        "Balade au bord du canal",
        "Balade déplacée",
        "Corrigé\u00a0: 14 janv. 2027 · Balade déplacée",
    ),
    "crawl-cancelled": (
        "Fête du chantier",
        "Annulé\u00a0: Fête du chantier",
        "Annulé\u00a0: 14 janv. 2027 · Fête du chantier",
    ),
    "crawl-merged": (
        "Atelier de la place haute",
        "Doublon\u00a0: Atelier de la place haute",
        "Désormais annoncé ici\u00a0: 14 janv. 2027 · Atelier de la place haute",
    ),
}
WERE, ARE, POSTS = map(sorted, zip(*STORIES.values(), strict=True))


class World:
    """A store, a server on it, and the clock of both."""

    def __init__(self, store, url):
        self.store, self.store_url, self.now = store, url, NOW
        put(store, *NUMBERED, *(before for _, before, _ in CHANGES), now=NOW)
        self.answer = Application(AGENDA, store, clock=lambda: self.now)

    def becomes(self):
        self.now += timedelta(hours=6)
        for news, before, after in CHANGES:
            later = replace(after, changed_at=self.now, sequence=before.sequence + 1)
            put(self.store, later, now=self.now, news=news, before=before.facts)

    def announces(self):
        # what is only put, and not crawled, is newer to who asks by date when the day has turned
        self.now += timedelta(days=1)
        put(self.store, LATER, now=self.now)


KEPT, LOST = "Réunion sur la ligne 4", "Atelier de la place haute"
HTML = "text/html; charset=utf-8"
LINE = '<li><a href="/n/{number}">{title}</a> <b>14 janvier 2027, 18h30</b></li>'


class Source:
    """A site with a list of notices, and the crawl that reads it into the store of a world."""

    def __init__(self, world, folder, web):
        self.world, self.web = world, web
        rules = "{items: li, title: a, url: a, when: b}"
        told = f"a: {{name: A, url: '{web.url('/')}', timezone: Europe/Paris, pause: 0, list: {rules}}}"
        self.options = ("--sources", sources(folder, HEAD + f"  {told}\n"), "--database", world.store_url)
        self.options += ("--public", str(folder / "public"))
        self.says("Balade au bord du canal", "Fête du chantier", KEPT, LOST)

    def says(self, *titles):
        lines = (LINE.format(number=number, title=title) for number, title in enumerate(titles))
        self.web.pages["/"] = Reply(f"<meta charset=utf-8><ul>{''.join(lines)}</ul>", headers={"Content-Type": HTML})
        self.run("crawl", "--now", self.world.now.isoformat(), "a")

    def run(self, *words):
        done = agenda(*self.options, *words, AGENDA_ALLOW_NETWORKS="127.0.0.0/8")
        assert done.returncode == 0, done.stdout + done.stderr

    def becomes(self):
        self.world.now += timedelta(days=1)
        self.says("Balade déplacée", "ANNULÉ : Fête du chantier", KEPT, LOST)
        uids = {event.facts.title: event.uid for event in self.world.store.find(Query(), now=self.world.now)}
        self.run("merge", uids[KEPT], uids[LOST], "--now", self.world.now.isoformat())


def subscribed(kind, folder, world):
    folder.mkdir()
    program = kind(folder, world.url)
    program.look()
    (rows,) = program.seen
    assert len(rows) == len({row[0] for row in rows}) > 8
    return program


def returned_to(subscription):
    program = subscription.result()
    program.look()
    return program


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """Each program that is installed, which saw how things were and how they are; or what went wrong with it."""
    folder = tmp_path_factory.mktemp("clients")
    url = f"sqlite:///{folder / 'agenda.db'}"
    with open_store(url) as store, Loopback({}) as web, ThreadPoolExecutor(2) as pool:
        world = World(store, url)
        source = Source(world, folder, web)
        with served(world.answer) as port:
            world.url = f"http://127.0.0.1:{port}"
            kinds = [kind for kind in (*CALENDARS, *READERS) if not kind.lost()]
            programs = {kind: pool.submit(subscribed, kind, folder / kind.__name__, world) for kind in kinds}
            wait(programs.values())
            world.becomes()
            source.becomes()
            programs = {kind: pool.submit(returned_to, programs[kind]) for kind in kinds}
            wait(programs.values())
            # else the feeds stay what they were, and no reader takes them again
            world.announces()
            programs |= {kind: pool.submit(returned_to, programs[kind]) for kind in kinds if kind in READERS}
            wait(programs.values())
    return programs


def seen_by(kind, watched):
    if kind.lost():
        pytest.skip(f"{', '.join(kind.lost())} is not installed")
    return watched[kind].result().seen


@pytest.mark.slow
@pytest.mark.parametrize("kind", CALENDARS)
@pytest.mark.parametrize("story", STORIES)
def test_a_calendar_shows_the_event_once_as_it_is_now(watched, kind, story):
    was, now, _ = STORIES[story]
    before, after = ([row[1:] for row in rows if row[1] in (was, now)] for rows in seen_by(kind, watched))
    assert [title for title, *_ in before] == [was]
    assert [title for title, *_ in after] == [now]
    # calcurse tells nothing of the status
    for status in after[0][1:]:
        assert ("CANCELLED" in status) is ("changed" not in story), status


@pytest.mark.slow
@pytest.mark.parametrize("kind", CALENDARS)
def test_nothing_else_of_a_calendar_changes(watched, kind):
    # vdirsyncer gives what it fetched names of its own: what counts is what a person sees
    before, after = (Counter(row[1:] for row in rows) for rows in seen_by(kind, watched))
    assert sorted(title for title, *_ in (before - after).elements()) == WERE
    assert sorted(title for title, *_ in (after - before).elements()) == ARE


@pytest.mark.slow
@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("story", STORIES)
def test_a_reader_is_told_once(watched, kind, story):
    first, *later = seen_by(kind, watched)
    before = {row[0] for row in first}
    assert len(later) == 2
    for rows in later:
        assert [title for id, title in rows if id not in before].count(STORIES[story][2]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", READERS)
def test_nothing_is_announced_again(watched, kind):
    first, second, third = seen_by(kind, watched)
    before = {row[0] for row in first}
    # sfeed tells items apart by id and title: a new title stands beside the one before (docs/clients.md)
    again = sum("merged" not in story for story in STORIES) if kind is Sfeed else 0
    for rows, posts in ((second, POSTS), (third, [*POSTS, "17–18 nov. 2026 · Lille · Dialogues du port"])):
        assert sorted(title for id, title in rows if id not in before) == sorted(posts)
        assert len(rows) == len(first) + len(posts) + again
