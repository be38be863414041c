"""A hub is told of the feeds that changed, and feeds say which hub that is."""

import json
from dataclasses import replace
from urllib.parse import parse_qs

import feedparser
import pytest

from agenda_scraper.agenda import Site
from agenda_scraper.views.answers import Answers
from agenda_scraper.websub import changed_feeds
from loopback import Loopback, Reply
from samples import NOW
from test_cli import sources
from test_publication import site as site
from typed import agenda

pytestmark = pytest.mark.slow

HUB = "https://hub.example/?a=1&b=2"
WHOLE = """\
schema: 1
site: {{title: Essai, url: 'https://agenda.example.org', contact: a@example.org, hub: '{hub}'}}
feeds: {{paris: {{title: Paris, city: Paris}}}}
sources: {more}
"""


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_feeds_say_which_hub_tells_of_them(site, kind):
    site.agenda = replace(site.agenda, site=replace(site.agenda.site, hub=HUB))
    site.publish()
    for name in ("all", "all-changes", "region/bretagne"):
        links = {each.rel: each.href for each in feedparser.parse(site[f"feeds/{name}.{kind}"]).feed.links}
        assert links["hub"] == HUB and links["self"].endswith(f"/feeds/{name}.{kind}")


def test_a_json_feed_says_which_hub_tells_of_it(site):
    assert "hubs" not in json.loads(site["feeds/all.json"] if site.publish() else "{}")
    site.agenda = replace(site.agenda, site=replace(site.agenda.site, hub=HUB))
    assert "feeds/region/bretagne.rss" in site.publish()
    assert json.loads(site["feeds/all.json"])["hubs"] == [{"type": "WebSub", "url": HUB}]


def test_a_filter_that_is_answered_live_names_no_hub(site):
    site.agenda = replace(site.agenda, site=replace(site.agenda.site, hub=HUB))
    answers = Answers(site.agenda, site.store, now=NOW, live=True)
    assert b'rel="hub"' in answers.answer("feeds/all.rss").body
    assert b'rel="hub"' not in answers.answer("feeds/all.rss", [("region", "bretagne")]).body


def test_what_readers_read_is_told_and_nothing_else():
    site = Site("Agenda", "https://a.example/sub/", "a@a.example")
    paths = ("feeds/all.rss", "feeds/all.ics", "feeds/all.events.json", "feeds/all.csv", "index.html", "feeds/x/é.json")
    assert changed_feeds(site, paths) == [
        "https://a.example/sub/feeds/all.rss",
        "https://a.example/sub/feeds/x/%C3%A9.json",
    ]


def publish(folder, hub, *words, more="{}", **env):
    path = sources(folder, WHOLE.format(hub=hub, more=more))
    options = ("--sources", path, "--database", f"sqlite:///{folder / 'a.db'}", "--public", str(folder / "public"))
    return agenda(*options, *(words or ("publish",)), **{"AGENDA_ALLOW_NETWORKS": "127.0.0.0/8"} | env)


def test_a_crawl_tells_the_hub_of_what_it_brought(tmp_path):
    page = Reply('<ul><li><a href="/n/1">Réunion publique</a> <b>jeudi 14 janvier 2027</b></li></ul>')
    lines = "{items: 'ul > li', title: a, url: a, when: b}"
    with Loopback({"/hub": Reply(status=204), "/agenda": page}) as web:
        source = f"{{a: {{name: A, url: '{web.url('/agenda')}', list: {lines}}}}}"
        words = ("crawl", "--now", "2026-11-23T12:00:00+01:00")
        first = publish(tmp_path, web.url("/hub"), *words, more=source)
        again = publish(tmp_path, web.url("/hub"), *words, more=source)
        told = [parse_qs(each.body.decode())["hub.url"] for each in web.asked if each.path == "/hub"]
    assert first.returncode == again.returncode == 0, first.stderr + again.stderr
    assert len(told) == 1 and "https://agenda.example.org/feeds/source/a.rss" in told[0]


def test_the_hub_is_told_once_of_each_feed_that_changed(tmp_path):
    closed = Reply("User-agent: *\nDisallow: /")
    with Loopback({"/hub": Reply(status=204), "/robots.txt": closed}) as hub:
        done = publish(tmp_path, hub.url("/hub"))
        assert done.returncode == 0 and "The hub was told of 18 feeds" in done.stderr
        publish(tmp_path, hub.url("/hub"))
    (told,) = hub.asked
    assert told.headers["Content-Type"] == "application/x-www-form-urlencoded"
    form = parse_qs(told.body.decode())
    assert form["hub.mode"] == ["publish"] and len(set(form["hub.url"])) == len(form["hub.url"]) == 18
    assert {f"https://agenda.example.org/feeds/{name}.rss" for name in ("all", "all-changes", "paris")} <= {
        *form["hub.url"]
    }


def test_a_hub_that_refuses_or_is_away_fails_nothing(tmp_path):
    with Loopback({"/hub": Reply("no", status=400)}) as hub:
        refused = publish(tmp_path, hub.url("/hub"))
    assert refused.returncode == 0 and "it answers 400" in refused.stderr
    away = publish(tmp_path, hub.url("/other"), LANG="fr_FR.UTF-8")
    assert away.returncode == 0 and "18 flux modifiés n'ont pas été annoncés au hub" in away.stderr
    assert (tmp_path / "public/feeds/all.rss").is_file()


def test_a_hub_in_a_private_network_is_not_told(tmp_path):
    with Loopback({"/hub": Reply(status=204)}) as hub:
        done = publish(tmp_path, hub.url("/hub"), AGENDA_ALLOW_NETWORKS="")
    assert done.returncode == 0 and "not told" in done.stderr and not hub.asked
