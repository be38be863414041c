"""Bad sources files: each fault named with its line, its key and what to type; all of them in one run."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agenda_scraper import config
from agenda_scraper.errors import ConfigError

SITE = "site: {title: A, url: https://a.example, contact: a@a.example}\n"
HEAD = f"schema: 1\n{SITE}"
# Sources begin on line 3, the one source on line 4, what a row adds to it on line 8.
SOURCE = f"{HEAD}sources:\n  irev:\n    name: IREV\n    url: https://irev.example\n    list: {{items: li, title: h3}}\n"
# The same up to the list, whose keys a row writes from line 8 on.
LIST = f"{HEAD}sources:\n  irev:\n    name: IREV\n    url: https://irev.example\n    list:\n      title: h3\n"


def problems(path, **environ):
    with pytest.raises(ConfigError) as caught:
        config.load(path, environ=environ)
    return str(caught.value).splitlines()


@pytest.fixture
def faults(tmp_path):
    def of(text):
        path = tmp_path / "s.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return problems(path)

    return of


QUOTES = "put the selector in quotes"

TRAPS = [
    ("items: main #agenda li", f"items: YAML reads '#agenda li' as a comment ({QUOTES}: 'main #agenda li')"),
    ("items: #agenda li", "items: empty: YAML reads '#agenda li' as a comment (put it in quotes)"),
    ("items: @href", f"items: YAML cannot read @href without quotes ({QUOTES}: items: '@href')"),
    ("items: > a", f"items: YAML cannot read > a without quotes ({QUOTES}: items: '> a')"),
    ("items: [data-x] a", f"items: YAML cannot read [data-x] a without quotes ({QUOTES}: items: '[data-x] a')"),
    ("items: [data-x]", f"items: a bracket makes this no selector to YAML ({QUOTES}: '[data-x] a')"),
    ("items: *.event a", f"items: YAML cannot read *.event a without quotes ({QUOTES}: items: '*.event a')"),
    ("items: %b", f"items: YAML cannot read %b without quotes ({QUOTES}: items: '%b')"),
]


@pytest.mark.parametrize(("line", "expected"), TRAPS)
def test_the_traps_of_yaml(faults, line, expected):
    found = faults(f"{LIST}      {line}\n")
    assert found[0] == f"s.yaml:9: irev.list.{expected}"


RULES = [
    ("items: 'li['", "items: 'li[' is no selector (it does not compile as CSS)"),
    ("items: //li", "items: '//li' is no selector (an XPath is not read here: write it as a CSS selector)"),
    ("itms: li", "itms: unknown key (did you mean 'items'?)"),
    ("items: li\n      lieu: p", "lieu: unknown key (did you mean 'place'?)"),
    ("items: li\n      wehn: p", "wehn: unknown key (did you mean 'when'?)"),
    (
        "items: li\n      url: a::attr(href)",
        "url: 'a::attr(href)' is no selector (write ' @href' instead of '::attr(href)')",
    ),
    ("items: li\n      when: {selct: p}", "when.selct: unknown key (did you mean 'select'?)"),
    ("items: li\n      when: {match: '('}", "when.match: '(' is no regular expression"),
    ('items: li\n      when: {match: "\\d"}', "when: '\\d' in double quotes is an escape to YAML (use single quotes"),
    (
        "items: li\n      when: {default_time: 1830}",
        "when.default_time: '1830' is no time of day (write hours:minutes: 18:30)",
    ),
    ("items: li\n      when: {html: maybe}", "when.html: 'maybe' is neither true nor false (write true or false)"),
    ("items: li\n      when:", "when: empty (write a value, or delete the key)"),
]


@pytest.mark.parametrize(("line", "expected"), RULES)
def test_rules_that_cannot_be(faults, line, expected):
    found = faults(f"{LIST}      {line}\n")
    number = 9 + line.count("\n")
    assert any(each.startswith(f"s.yaml:{number}: irev.list.{expected}") for each in found), found


KEYS = [
    ("evry: 6h", "evry: unknown key (did you mean 'every'?)"),
    ("every: 6", "every: '6' is no duration (write a number and m, h, d or w: 30m, 6h, 1d, 1w)"),
    ("pause: soon", "pause: 'soon' is no number from 0 to 3600 (write a number such as 2.5)"),
    ("max_pages: 0", "max_pages: '0' is no whole number above 0 (write a number such as 20)"),
    ("relevance: 50", "relevance: '50' is no number from 0 to 1 (write a number such as 0.5)"),
    ("timezone: CET", "timezone: 'CET' is an abbreviation, not a zone (use Europe/Paris)"),
    ("timezone: CEST", "timezone: 'CEST' is an abbreviation, not a zone (use Europe/Paris)"),
    ("timezone: EST", "timezone: 'EST' is an abbreviation, not a zone (use America/New_York)"),
    ("timezone: Europe/Pariss", "timezone: 'Europe/Pariss' is no time zone (use Europe/Paris)"),
    (
        "timezone: ../../etc/passwd",
        "timezone: '../../etc/passwd' is no time zone (use an IANA name such as Europe/Paris)",
    ),
    ("language: french", "language: 'french' is no language code (ISO 639-1) (write fr)"),
    ("country: France", "country: 'France' is no country code (ISO 3166-1) (write FR)"),
    ("kind: icla", "kind: 'icla' is unknown here (did you mean 'ical'?)"),
    ("kind: rss", "kind: 'rss' is unknown here (did you mean 'feed'?)"),
    ("kind: ICS", "kind: 'ICS' is unknown here (did you mean 'ical'?)"),
    ("kind: microformats", "kind: 'microformats' is unknown here (did you mean 'h-event'?)"),
    ("kind: gancio", "kind: 'gancio' is a system, not a kind (write system: gancio, and no kind:)"),
    ("verified: 2026-02-30", "verified: '2026-02-30' is no day (write year-month-day: 2026-11-23)"),
    ("region: ${NOWHERE}", "region: the environment variable NOWHERE is not set (export NOWHERE=… before the command)"),
    ("status: {canceled: {title: x}}", "status.canceled: unknown key (did you mean 'cancelled'?)"),
    ("keep: {titel: x}", "keep.titel: unknown key (did you mean 'title'?)"),
    ("keep: débat", "keep: the text 'débat' where a mapping belongs (write 'key: value' lines, without '- ')"),
    ("constants: [a]", "constants: a list where a mapping belongs (write 'key: value' lines, without '- ')"),
    (
        "region: {a: b}",
        "region: a mapping where a single value belongs (write one value, in quotes if it begins with [ or {)",
    ),
    ("name: Encore", "name: written twice, first on line 5 (keep one of the two)"),
    ("region: *nord", "region: '*nord' is an alias to YAML (put it in quotes if it is text)"),
    ("region: &nord x", "region: '&nord' is an anchor to YAML (put it in quotes, or use 'defaults:')"),
    ("region: !nord x", "region: '!nord' is a tag to YAML (put it in quotes if it is text)"),
    ("region: a: b", "region: YAML cannot read a: b without quotes (put the text in quotes: region: 'a: b')"),
    ("detail: {price: p}", "list.url: missing: it leads to the pages that 'detail' reads (write url: a @href)"),
]


@pytest.mark.parametrize(("line", "expected"), KEYS)
def test_keys_that_cannot_be(faults, line, expected):
    number = 4 if expected.startswith("list.url") else 8
    assert faults(f"{SOURCE}    {line}\n") == [f"s.yaml:{number}: irev.{expected}"]


FILES = [
    ("", "s.yaml: empty (begin with 'schema: 1', 'site:' and 'sources:')"),
    ("# nothing yet\n", "s.yaml: empty (begin with 'schema: 1', 'site:' and 'sources:')"),
    ("- a\n", "s.yaml:1: a list where a mapping belongs (write 'key: value' lines, without '- ')"),
    ("agenda", "s.yaml:1: the text 'agenda' where a mapping belongs (write 'key: value' lines, without '- ')"),
    (f"{HEAD}sources:\n  - a\n", "s.yaml:3: sources: a list where a mapping belongs (write 'key: value' lines, without '- ')"),
    (SITE, "s.yaml:1: schema: missing (write schema: 1)"),
    (f"schema: 2\n{SITE}", "s.yaml:1: schema: '2' is unknown here (write one of: 1)"),
    ("schema: 1\nsite: {title: A, url: https://a.example}\n", "s.yaml:2: site.contact: missing (write contact: agenda@example.org)"),
    (HEAD.replace("a@a", "a at a"), "s.yaml:2: site.contact: 'a at a.example' is no e-mail address (write contact: agenda@example.org)"),
    (HEAD.replace("https://", ""), "s.yaml:2: site.url: 'a.example' is no web address (write it whole: https://asso.example/agenda)"),
    (f"{HEAD}feeds: {{all: {{title: x}}}}\n", "s.yaml:3: feeds.all: 'all' is the feed of everything (choose another id)"),
    (f"{HEAD}feeds: {{x: {{title: x, town: y}}}}\n", "s.yaml:3: feeds.x.town: unknown key (write one of: title, text,"),
    (f"{HEAD}feeds: {{x: {{title: x, from: 2026-01-01}}}}\n", "s.yaml:3: feeds.x.from: unknown key (did you mean 'since'?)"),
    (
        SOURCE + "feeds: {x: {title: x, within: 20}}\n",
        "s.yaml:8: feeds.x.within: asks nothing without 'near:' (write near: and a town, or delete it)",
    ),
    (SOURCE + "feeds: {x: {title: x, source: ireev}}\n", "s.yaml:8: feeds.x.source: 'ireev' is no source (did you mean 'irev'?)"),
    (SOURCE.replace("irev:\n", "Été 1:\n"), "s.yaml:4: Été 1: an id is made of small letters, digits and '-' (write ete-1)"),
    (f"{HEAD}include: more/*.yaml\n", "s.yaml:3: include: no file here fits 'more/*.yaml' (write a pattern such as sources/*.yaml"),
    (f"{HEAD}include: /etc/*.yaml\n", "s.yaml:3: include: no file here fits '/etc/*.yaml'"),
    (f"{HEAD}include: ../*.yaml\n", "s.yaml:3: include: no file here fits '../*.yaml'"),
    (b"schema: 1\nsite: {title: D\xe9mocratie}\n", "s.yaml: line 2 is not UTF-8 (save the file as UTF-8)"),
    ("schema: 1\nsite:\n\ttitle: A\n", "s.yaml:3: site: a tab in the indentation (indent with spaces)"),
    (f"{HEAD}---\n{HEAD}", "s.yaml:3: a second document begins here (delete the line '---')"),
    ("schema: 1\x07\n", "s.yaml:1: a control character (U+0007) (delete it)"),
    ("[" * 10_000, "s.yaml:1: nested deeper than anything here is (look at the brackets and the indentation)"),
    (f"{HEAD}x: 'l'agenda\n", "s.yaml:3: x: "),
    (f"{HEAD}x: 'agenda\n", "s.yaml:3: x: a quote is not closed (close it,"),
    (f"{HEAD}x: {{a: b\n", "s.yaml:3: x: a bracket is not closed, or a comma is missing (close it:"),
    (f"{HEAD}x: {{a: b #c}}\n", "s.yaml:3: x: a bracket is not closed: YAML reads what follows ' #' as a comment"),
    (f"{HEAD}? [a]\n: b\n", "s.yaml:3: a key that is no word (write 'word: value')"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_files_that_cannot_be(faults, text, expected):
    found = faults(text)
    assert any(each.startswith(expected) for each in found), found


def test_kinds_ask_for_what_they_need(faults):
    text = f"{HEAD}sources:\n  a: {{name: A, url: https://a.example, system: drupla}}\n  b: {{name: B, url: https://b.example, kind: html}}\n"
    text += "  c: {name: C, url: https://c.example/c.ics, kind: ical, list: {items: li}}\n"
    text += "  d: {name: D, url: https://d.example, list: {items: li}}\n  e: {name: E, url: webcal://e.example/e.ics}\n  f:\n"
    assert faults(text) == [
        "s.yaml:4: a.system: 'drupla' is unknown here (did you mean 'drupal-8'?)",
        "s.yaml:5: b.list: missing (write list: with items:, title:, url: and when:)",
        "s.yaml:6: c.list: unknown key (kind ical has none; these have: html, jsonld, microdata, h-event)",
        "s.yaml:7: d.list.title: missing: a notice has no name without it (write title: h3)",
        "s.yaml:8: e.url: 'webcal://' is no address to fetch (write https://e.example/e.ics)",
        "s.yaml:9: f: empty (write its keys below it, indented by two spaces, or delete it)",
    ]


LAYOUTS = [
    (
        "    name: A\n      url: https://a.example\n    list: {itms: li, title: h3}\n",
        [
            "6: a.name.url: indented by 6, as no line above it is (indent it by 4, as 'name:' or by 2, as 'a:')",
            "7: a.list.itms: unknown key (did you mean 'items'?)",
        ],
    ),
    (
        "    name: A\n   url: https://a.example\n",
        ["6: a.url: indented by 3, as no line above it is (indent it by 4, as 'name:' or by 2, as 'a:')"],
    ),
    (
        "    name: A\n    url: https://a.example\n b: {name: B, url: https://b.example/b.ics}\n",
        ["7: b: indented by 1, as no line above it is (indent it by 2, as 'a:' or by 0, as 'sources:')"],
    ),
    (
        "    name:A\n    url: https://a.example\n",
        ["6: a.url: 'name:A' above it is no key with a value (write 'key: value', the space too)"],
    ),
    (
        "    name: A\n  url: https://a.example\n",
        [
            "4: a.url: missing (write url: https://asso.example/agenda)",
            "6: url: a key of an entry stands where its id does (indent it by two spaces more, below that id)",
        ],
    ),
    (
        "    name: A\nurl: https://a.example\n",
        [
            "4: a.url: missing (write url: https://asso.example/agenda)",
            "6: url: unknown key (indent it, below the id of its source)",
        ],
    ),
    (
        "    name: A\n    url: https://a.example\n    list:\n    items: li\n",
        [
            "7: a.list: empty (write its keys below it, indented by two spaces, or delete it)",
            "8: a.items: unknown key (write it below 'list:' or 'detail:', indented by two spaces more)",
        ],
    ),
    (
        "    name: A\n    url: https://a.example\n    lst: {items: li, title: h3}\n",
        ["7: a.lst: unknown key (did you mean 'list'?)"],
    ),
    (
        "    name: A\n    kind: html\n    url: https://a.example\n    lst: {items: li, title: h3}\n",
        ["8: a.lst: unknown key (did you mean 'list'?)"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), LAYOUTS)
def test_a_source_laid_out_wrongly_is_told_line_by_line(faults, lines, expected):
    assert faults(f"{HEAD}sources:\n  a:\n{lines}") == [f"s.yaml:{each}" for each in expected]


def test_every_problem_is_named_in_one_run(faults):
    text = """\
schema: 1
site: {title: A, url: https://a.example, contct: a@a.example}
sources:
  one:
    name: One
    url: https://one.example
    list:
      itms: li
      items: main #x
      title: h3
      url: @href
  two: {name: Two, url: https://two.example/a.ics, every: often}
  three:
    name: Three
\t  url: https://three.example
  four: {nme: Four, url: https://four.example/a.ics}
"""
    assert faults(text) == [
        "s.yaml:2: site.contct: unknown key (did you mean 'contact'?)",
        "s.yaml:8: one.list.itms: unknown key (did you mean 'items'?)",
        f"s.yaml:9: one.list.items: YAML reads '#x' as a comment ({QUOTES}: 'main #x')",
        f"s.yaml:11: one.list.url: YAML cannot read @href without quotes ({QUOTES}: url: '@href')",
        "s.yaml:12: two.every: 'often' is no duration (write a number and m, h, d or w: 30m, 6h, 1d, 1w)",
        "s.yaml:15: three.name: a tab in the indentation (indent with spaces)",
        "s.yaml:16: four.nme: unknown key (did you mean 'name'?)",
    ]


def test_included_files_are_checked_in_the_same_run(tmp_path):
    (tmp_path / "s.yaml").write_text(
        f"{HEAD}include: more/*.yaml\nsources:\n  a: {{name: A, url: https://a.example/a.ics}}\n"
    )
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "x.yaml").write_text(
        "sources:\n  a: {name: A, url: https://a.example/a.ics}\n  b: {name: B}\n"
    )
    (tmp_path / "more" / "y.yaml").write_text("site: {}\n")
    found = problems(tmp_path / "s.yaml")
    assert found[:2] == [
        "more/x.yaml:2: a: this id is taken, s.yaml:5 (ids are for life: choose another for the new one)",
        "more/x.yaml:3: b.url: missing (write url: https://asso.example/agenda)",
    ]
    assert found[-1] == "more/y.yaml:1: site: unknown key (write one of: feeds, sources)"


def test_a_file_that_is_not_there(tmp_path):
    assert problems(tmp_path / "none.yaml") == [
        "none.yaml: cannot be read: No such file or directory (give its path with --sources)"
    ]


def test_a_secret_that_is_set_is_never_shown(tmp_path):
    path = tmp_path / "s.yaml"
    path.write_text(SOURCE + "    every: ${KEY}\n")
    assert problems(path, KEY="s3cret") == [
        "s.yaml:8: irev.every: '${KEY}' is no duration (write a number and m, h, d or w: 30m, 6h, 1d, 1w)"
    ]


PIECES = st.sampled_from(
    [*"\n\n\n  :-#'\"[]{}>|&*!%@`?,\t", ": ", " #", "\n  ", "\n    ", "sources:", "site:", "a:", "list:", "items:", "when: ",
     "li.event", "@href", "{select: p", "}", "${X}", "schema: 1", "include: ", "\\", "é", "\x00", "\ufeff", "\u2028", "---", "..."]
)  # fmt: skip


GOOD = f"""\
{HEAD}defaults: {{country: FR, every: 12h, constants: {{city: Lille}}}}
feeds:
  nord: {{title: Nord, department: Nord}}
sources:
  maison:                            # the id is for life
    name: Maison
    url: https://maison.example/agenda
    list:
      items: li.annonce
      title: h3 > a
      url: h3 > a @href
      when: {{select: .jour, match: '(\\d+)', replace: {{'^Le ': ''}}}}
  reseau: {{name: Réseau, url: https://reseau.example/agenda.ics}}
"""


@st.composite
def slips(draw):
    """A good file after a few slips of the hand: something lost, something typed, a piece pasted elsewhere."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        at, lost = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        copied = draw(st.integers(0, len(text)))
        typed = draw(st.one_of(PIECES, st.just(text[copied : copied + 20])))
        text = text[:at] + typed + text[at + lost :]
    return text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(slips(), st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)), tail=st.booleans())
@example(text="a: !!binary x", tail=False)
@example(text='a: "\\U99999999"', tail=False)
@example(text="sources:\n # x\n  : a\n # y\n b", tail=False)
@example(text="%YAML 9.9\n---\n", tail=False)
@example(text="%TAG ! x\n---\na: !b c", tail=False)
def test_any_text_loads_or_is_refused_with_reasons(tmp_path, text, tail):
    path = tmp_path / "s.yaml"
    path.write_text(SOURCE + text if tail else text, encoding="utf-8", errors="replace")
    try:
        config.load(path, environ={})
    except ConfigError as error:
        assert error.problems
        assert all(problem.what and problem.file for problem in error.problems)
