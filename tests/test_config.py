"""What a maintainer writes, and the sources it makes."""

from datetime import date, timedelta
from textwrap import dedent

import pytest

from agenda_scraper import config
from agenda_scraper.agenda import ListRules, Rule
from agenda_scraper.errors import ConfigError
from agenda_scraper.model import Status
from agenda_scraper.query import Query
from pace import paced

HEAD = """\
schema: 1
site: {title: Agenda, url: https://agenda.example, contact: agenda@agenda.example}
"""
WHOLE = """\
schema: 1
site:
  title: Agenda citoyen
  url: https://agenda.example        # in links and UIDs
  contact: bonjour@agenda.example
  language: fr
defaults: {country: FR, every: 12h, constants: {city: Lille, price: gratuit}}
feeds:
  nord: {title: Nord, department: Nord, online: no way}
sources:
  maison:                            # the id is for life
    name: Maison des habitants
    url: https://maison.example/agenda
    verified: 2026-11-02
    list:
      items: li.annonce
      next: a.suivant
      title: h3 > a
      url: h3 > a @href
      when: {select: .jour, join: .heure, match: '(\\d+ \\w+)', replace: {'^Le ': ''}, default_time: 18:30}
    detail:
      place: p.lieu
      organisers: p.qui?
      summary: div.texte @html?
    status:
      cancelled: {title: ANNULÉ}
    empty_when: p.rien
    constants: {city: Roubaix}
    map: {type: {Atelier: workshop}}
  reseau: {name: Réseau, url: https://reseau.example/agenda.ics, verified: never, pause: 2.5}
"""


@pytest.fixture
def load(tmp_path):
    def loaded(text, **environ):
        path = tmp_path / "sources.yaml"
        path.write_text(dedent(text), encoding="utf-8")
        return config.load(path, environ=environ)

    return loaded


def source(text, **environ):
    return config.load_source(dedent(text), origin="given.yaml", environ=environ)


def test_a_whole_file(load):
    agenda = load(WHOLE.replace("online: no way", "online: true"))
    assert agenda.site.title == "Agenda citoyen"
    assert agenda.site.timezone == "Europe/Paris"
    assert [(feed.id, feed.title, feed.query) for feed in agenda.feeds] == [
        ("nord", "Nord", Query(department="Nord", online=True))
    ]
    maison, reseau = agenda.sources
    assert (maison.id, maison.kind, maison.origin, maison.verified) == (
        "maison",
        "html",
        "sources.yaml:11",
        date(2026, 11, 2),
    )
    when = Rule(
        ".jour", join=".heure", match=r"(\d+ \w+)", replace=(("^Le ", ""),), default_time="18:30"
    )  # 18:30 stays a time: YAML 1.1 would make 1110 of it
    assert maison.list == ListRules(
        "li.annonce",
        Rule("a.suivant", "href"),
        {"title": Rule("h3 > a"), "url": Rule("h3 > a", "href"), "when": when},
    )
    assert maison.detail == {
        "place": Rule("p.lieu"),
        "organisers": Rule("p.qui", optional=True),
        "summary": Rule("div.texte", html=True, optional=True),
    }
    assert maison.status == {Status.CANCELLED: {"title": "ANNULÉ"}}
    assert maison.constants == {"city": "Roubaix", "price": "gratuit"}
    assert maison.map == {"type": {"Atelier": "workshop"}}
    assert (maison.country, maison.every, maison.empty_when) == ("FR", timedelta(hours=12), "p.rien")
    assert (reseau.kind, reseau.verified, reseau.pause) == ("ical", None, 2.5)
    assert agenda.warnings == ()


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("h3", Rule("h3")),
        ("h3?", Rule("h3", optional=True)),
        ("h3 ?", Rule("h3", optional=True)),
        ("a @href", Rule("a", "href")),
        ("a @data-date?", Rule("a", "data-date", optional=True)),
        ("div @html", Rule("div", html=True)),
        ("div @text?", Rule("div", optional=True)),
        ("'@href'", Rule("", "href")),
        ("\"a[href*='@x']\"", Rule("a[href*='@x']")),
        ("{select: h3 @title, optional: true}", Rule("h3", "title", optional=True)),
        ("{match: '\\d+'}", Rule("", match=r"\d+")),
        ("{select: p, html: true, split: ', '}", Rule("p", html=True, split=", ")),
        ("{select: p, formats: '%d.%m.%Y', map: {a: b}}", Rule("p", formats=("%d.%m.%Y",), map={"a": "b"})),
        ("{select: p, formats: ['%d', '%m'], append: ''}", Rule("p", formats=("%d", "%m"))),
    ],
)
def test_a_rule_is_a_string_or_a_mapping(written, rule):
    assert source(f"url: https://x.example\ndetail:\n  title: h1\n  price: {written}").detail["price"] == rule


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://x.example/agenda.ics", "ical"),
        ("https://x.example/agenda.ics?year=2026", "ical"),
        ("https://x.example/news.rss", "feed"),
        ("https://x.example/atom.xml", "feed"),
        ("https://x.example/agenda/feed/", "feed"),
        ("https://x.example/?feed=rss2", "feed"),
    ],
)
def test_an_address_tells_the_kind(url, kind):
    assert source(f"url: {url}").kind == kind
    assert source(f"url: {url}\nkind: auto").kind == kind
    assert source(f"url: {url}\nkind: jsonld").kind == "jsonld"


def test_keys_of_one_kind_alone_are_its_options():
    assert source("url: https://x.example/news.rss\nwhen: published").options == {"when": "published"}


def test_words_stay_words():
    written = source("url: https://x.example/a.ics\nname: no\nconstants: {city: 'Yes', price: 1.0, phone: 0123}")
    assert written.name == "no"
    assert written.constants == {"city": "Yes", "price": "1.0", "phone": "0123"}


def test_secrets_come_from_the_environment():
    written = source("url: https://x.example/a.ics?key=${KEY}", KEY="s3cret")
    assert written.revealed(written.url) == "https://x.example/a.ics?key=s3cret"


def test_secrets_are_nowhere_but_in_the_request():
    written = source("url: https://x.example/a.ics?key=${KEY}", KEY="s3cret")
    assert "s3cret" not in repr(written)
    assert written.hidden("https://x.example/a.ics?key=s3cret&page=2") == "https://x.example/a.ics?key=${KEY}&page=2"


def test_included_files_bring_sources_and_feeds(load, tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.yaml").write_text("sources:\n  b: {name: B, url: https://b.example/b.ics}\n")
    (tmp_path / "more" / "a.yaml").write_text("feeds: {lille: {title: Lille, city: Lille, source: b}}\n")
    agenda = load(f"{HEAD}include: more/*.yaml\n")
    assert [(each.id, each.origin) for each in agenda.sources] == [("b", "more/b.yaml:2")]
    assert [feed.id for feed in agenda.feeds] == ["lille"]


def test_a_comment_after_a_selector_is_a_comment(load):
    assert (
        source("url: https://x.example\nlist:\n  items: li.event  # each notice\n  title: h3").list.items == "li.event"
    )


def test_selectors_that_a_redesign_breaks_are_doubted(load):
    agenda = load(f"""\
{HEAD}
sources:
  x:
    name: X
    url: https://x.example
    list: {{items: "div:nth-child(2) > ul:nth-child(3) > li", title: h3, url: h3 a, when: "{"div > " * 20}p"}}
""")
    assert sorted(agenda.warnings) == [
        "sources.yaml:8: x.list.items: a chain of :nth-child will not survive a redesign (choose a class near the text)",
        "sources.yaml:8: x.list.url: reads a text, not an address (write 'h3 a @href')",
        "sources.yaml:8: x.list.when: a selector of 121 characters will not survive a redesign "
        "(choose a class near the text)",
    ]


BASE = "url: https://x.example\nname: X\nlist: {items: li, title: h3}\n"


@pytest.mark.parametrize(
    "more",
    ["every: 1w", "pause: 3", "verified: never"],
)
def test_the_hash_of_the_rules_outlives_what_does_not_change_them(more):
    assert source(BASE + more).rules_hash == source(BASE).rules_hash
    assert source("list: {title: h3, items: li}\nname: Y\nurl: https://x.example").rules_hash == source(BASE).rules_hash


@pytest.mark.parametrize(
    "more",
    ["language: de", "timezone: Europe/Berlin", "constants: {city: Lille}", "max_items: 3", "detail: {price: p}"],
)
def test_the_hash_of_the_rules_changes_with_what_is_read(more):
    base = "url: https://x.example\nlist: {items: li, title: h3, url: a @href}\n"
    assert source(base + more).rules_hash != source(base).rules_hash


def test_the_hash_of_the_rules_is_the_same_in_every_run():
    assert source(BASE).rules_hash == config.rules_hash(source(BASE))
    assert len(source(BASE).rules_hash) == 64


@pytest.mark.slow
def test_hundreds_of_sources_are_read_at_once(load):
    entry = WHOLE[WHOLE.index("  maison:") : WHOLE.index("  reseau:")]
    text = HEAD + "sources:\n" + "".join(entry.replace("maison", f"maison-{n}", 1) for n in range(130))
    agenda, taken = paced(lambda: load(text))
    assert len(agenda.sources) == 130
    assert taken < 2  # about 0.15; a generous bound that only a blow-up breaks


def test_a_given_source_reports_like_a_file():
    with pytest.raises(ConfigError) as caught:
        source("url: https://x.example\nlist:\n  itms: li\n  items: li\n  title: h3")
    assert str(caught.value) == "given.yaml:3: list.itms: unknown key (did you mean 'items'?)"


def test_a_given_source_takes_what_it_does_not_say_from_defaults():
    given = {"language": "en", "timezone": "Europe/London", "url": "https://y.example"}
    read = config.load_source("kind: jsonld\nlanguage: de", origin="given.yaml", defaults=given)
    assert (read.language, read.timezone, read.url) == ("de", "Europe/London", "https://y.example")
