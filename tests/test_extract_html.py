"""Pages read by selectors: what is found, where, and what is said when nothing is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.agenda import Rule
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import completed, extract, extract_detail, has_details
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.rules import Entry, Field
from pages_of import html_source, page

LIST = """
<html><body><ul>
<li class=event><h3><a href="/e/1?x=1&amp;y=2">Réunion   publique</a></h3><p class=quand>12 mai</p><p class=quand>18h</p></li>
<li class=event><h3><a href="https://b.example/2">Forum</a></h3><p class=quand>13 mai</p><b hidden>caché</b></li>
</ul><a class=next href="?page=1">suite</a></body></html>
"""
RULES = {"items": "li.event", "next": "a.next", "title": "h3 > a", "url": "h3 > a @href", "when": "p.quand"}


def texts(notice, name):
    return [found.text for found in notice.fields.get(name, ())]


def test_a_list_gives_its_notices_in_page_order_with_where_each_value_stood():
    extraction = extract(page(LIST), html_source(**RULES))
    first, second = extraction.notices
    assert texts(first, "title") == ["Réunion publique"]
    assert texts(first, "when") == ["12 mai", "18h"]
    assert first.first("title").where == "li.event[1] h3 > a"
    assert second.first("url").where == "li.event[2] h3 > a @href"
    assert extraction.follow == ("https://a.example/e/1?x=1&y=2", "https://b.example/2")
    assert extraction.next_url == "https://a.example/agenda?page=1"


def test_a_required_field_that_is_absent_is_counted_and_an_optional_one_is_not():
    extraction = extract(page(LIST), html_source(**RULES, place="p.lieu", summary="p.texte?"))
    assert dict(extraction.missing) == {"place": 2}


def test_nothing_found_is_an_error_that_names_the_selector_unless_the_page_says_it_is_empty():
    with pytest.raises(ExtractError, match=r"li\.ev` finds nothing.*empty_when") as caught:
        extract(page(LIST), html_source("li.ev", title="h3"))
    assert "Réunion publique" in caught.value.excerpt
    empty = replace(html_source("li.ev", title="h3"), empty_when="a.next")
    assert extract(page(LIST), empty).proved_empty


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04rest", b"ab\x00\x00\x00cd"])
def test_what_is_no_page_is_said_to_be_none(body):
    with pytest.raises(ExtractError, match="not a web page"):
        extract(page(body, media_type="application/pdf"), html_source(**RULES))


def test_a_notice_is_completed_by_its_own_page_which_knows_better():
    source = html_source(**RULES, detail={"place": ".lieu", "summary": ".texte @html"})
    assert has_details(source)
    listed = extract(page(LIST), source).notices[0]
    own = page(
        '<link rel=canonical href="/e/1"><p class=lieu>Lille</p><div class=texte><p>Mot</p></div>',
        "https://a.example/print/e/1",
    )
    whole = completed(listed, extract_detail(own, source))
    assert texts(whole, "url") == ["https://a.example/e/1"]
    assert texts(whole, "place") == ["Lille"]
    assert texts(whole, "summary") == ["<p>Mot</p>"]
    assert texts(whole, "title") == ["Réunion publique"]


def test_a_canonical_link_to_another_site_is_not_believed():
    source = html_source(detail={"title": "h1"})
    own = page('<link rel=canonical href="https://spam.example/x"><h1>T</h1>')
    assert texts(extract(own, source).notices[0], "url") == ["https://a.example/agenda"]


def test_keep_and_drop_choose_the_notices():
    source = replace(html_source(**RULES), keep={"title": "réunion|forum"}, drop={"title": "^forum"})
    extraction = extract(page(LIST), source)
    assert [notice.text("title") for notice in extraction.notices] == ["Réunion publique"]
    assert len(extraction.follow) == 1


def test_base_href_resolves_links():
    extraction = extract(page('<base href="https://c.example/d/">' + LIST), html_source(**RULES))
    assert extraction.follow[0] == "https://c.example/e/1?x=1&y=2"


@pytest.mark.parametrize(
    ("verbs", "want"),
    [
        ({"match": r"Lieu : (.*)"}, ["Lille, Nord"]),
        ({"match": r"absent"}, []),
        ({"replace": (("Lieu : ", ""), (", Nord", " (59)"))}, ["Lille (59)"]),
        ({"match": r": (.*)", "split": r"\s*,\s*"}, ["Lille", "Nord"]),
        ({"match": r": (\w+)", "prepend": "à ", "append": " !"}, ["à Lille !"]),
        ({"match": r": (\w+)", "map": {"Lille": "Rijsel"}}, ["Rijsel"]),
    ],
)
def test_verbs_shape_a_text(verbs, want):
    root = Markup(page("<p>Lieu : Lille, Nord</p>")).root
    assert [found.text for found in Field("place", Rule("p", **verbs), "").read(Entry(root))] == want


def test_join_makes_one_text_of_several_nodes_in_page_order():
    root = Markup(page("<b>18h</b><i>12 mai</i><b>20h</b>")).root
    found = Field("when", Rule("i", join="b"), "").read(Entry(root))
    assert [each.text for each in found] == ["18h\n12 mai\n20h"]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "#top", "mailto:a@b.example", "data:text/html,x", "http://[oops", ""]
)
def test_only_web_addresses_are_links(href):
    root = Markup(page(f'<a href="{href}">x</a>')).root
    assert Field("url", Rule("a", attr="href"), "https://a.example/").read(Entry(root)) == ()


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<div>a<b>b</b> c</div>", "ab c"),
        ("<div><p>a</p><p>b</p></div>", "a\nb"),
        ("<div>a<br>b<script>x()</script></div>", "a\nb"),
        ("<div>a\n   b</div>", "a b"),
        ("<div><ul><li>a<li>b</ul>c</div>", "a\nb\nc"),
        ("<div>a<span style='display: none'>no</span><span hidden>no</span></div>", "a"),
        ("<div>a\u202eb\u200bc</div>", "abc"),
    ],
)
def test_text_is_what_a_reader_sees(markup, want):
    assert text_of(Markup(page(markup)).css("div")[0]) == want


def test_ten_thousand_nested_nodes_are_no_recursion():
    deep = "<div>" * 10_000 + "fond" + "</div>" * 10_000
    assert "fond" in text_of(Markup(page(deep)).root)


@given(st.text() | st.text(alphabet="<>abdivp/= \"'&;#x"))
def test_no_page_breaks_the_reader(text):
    markup = Markup(page("<p>" + text.replace("\0", "")))
    assert isinstance(text_of(markup.root), str)
