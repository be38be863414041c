"""Lists whose entries are not said by nesting: headings, sections, rows that share a cell, several notices in a text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.agenda import Rule
from agenda_scraper.extract import extract
from agenda_scraper.extract.dating import dated
from pages_of import html_source, page


def read(body, source):
    return [
        {name: [found.text for found in each] for name, each in notice.fields.items()}
        for notice in extract(page(body), source).notices
    ]


def listed(items, how=None, **rules):
    source = html_source(items, **{name: rule for name, rule in rules.items() if isinstance(rule, str)})
    fields = dict(source.list.fields) | {name: rule for name, rule in rules.items() if isinstance(rule, Rule)}
    return replace(source, list=replace(source.list, fields=fields, **(how or {})))


def test_a_heading_holds_what_follows_it_up_to_the_next_and_to_a_higher_one():
    body = """<main><h2>Mars</h2><h3>Forum</h3><p class=d>12 mars</p>18 h<h3>Atelier</h3><p class=d>13 mars</p>
    <h2>Autres</h2><p class=d>jamais</p></main>"""
    assert read(body, listed("h3", title="h3", when="p.d")) == [
        {"title": ["Forum"], "when": ["12 mars"]},
        {"title": ["Atelier"], "when": ["13 mars"]},
    ]


def test_terms_hold_their_definitions():
    body = "<dl><dt>12 mars<dd>Forum<dt>13 mars<dd>Atelier</dl>"
    assert read(body, listed("dt", title="dd", when="dt")) == [
        {"title": ["Forum"], "when": ["12 mars"]},
        {"title": ["Atelier"], "when": ["13 mars"]},
    ]


def test_an_item_of_any_kind_may_be_said_to_hold_what_follows_it():
    body = "<table><tr class=e><td>Forum<tr><td><i>12 mars</i><tr class=e><td>Atelier<tr><td><i>13 mars</i></table>"
    want = [{"title": ["Forum"], "when": ["12 mars"]}, {"title": ["Atelier"], "when": ["13 mars"]}]
    assert read(body, listed("tr.e", {"section": True}, title="tr.e", when="i")) == want
    assert read(body, listed("tr.e", title="tr.e", when="i")) == [{"title": ["Forum"]}, {"title": ["Atelier"]}]


def test_headings_before_an_item_are_read_first_and_are_no_items_themselves():
    body = """<h1>2026</h1><table><tr class=m><th>Janvier<tr><td>3<td>Forum<tr class=m><th>Mars<tr><td>4<td>Atelier
    </table><h1>2027</h1><table><tr class=m><th>Mai<tr><td>5<td>Débat</table>"""
    when = Rule("td:first-child", before=("h1", "tr.m"))
    assert read(body, listed("tr", title="td + td", when=when)) == [
        {"title": ["Forum"], "when": ["3 Janvier 2026"]},
        {"title": ["Atelier"], "when": ["4 Mars 2026"]},
        {"title": ["Débat"], "when": ["5 Mai 2027"]},
    ]


def test_a_heading_alone_is_the_field_and_none_stands_in_for_a_value_that_is_missing():
    body = "<ul><li><b>Zéro</b></ul><h2>Salle A</h2><ul><li><b>Forum</b><i>3 mai</i><li><b>Atelier</b></ul>"
    source = listed("li", title="b", place=Rule("", before=("h2",)), when=Rule("i", before=("h2",)))
    assert read(body, source) == [
        {"title": ["Zéro"]},
        {"title": ["Forum"], "place": ["Salle A"], "when": ["3 mai"]},
        {"title": ["Atelier"], "place": ["Salle A"]},
    ]
    assert dict(extract(page(body), source).missing) == {"place": 1, "when": 2}
    fields = extract(page(body), source).notices[1].fields
    assert [fields[name][0].where for name in ("place", "when")] == ["h2 before li[2]", "li[2] i, h2 before li[2]"]


@pytest.mark.parametrize(
    ("text", "headings", "want"),
    [
        ("7 novembre à 18h", ["2025"], "7 novembre 2025 à 18h"),
        ("January 14 10:00 AM", ["2022 meetings"], "January 14 2022 10:00 AM"),
        ("7 novembre 2024", ["2025"], "7 novembre 2024"),
        ("14 Forum", ["Mars 2026"], "14 Mars 2026 Forum"),
        ("14", ["2026", "Mars"], "14 Mars 2026"),
        ("18h, salle A", ["2026", "Lundi 3 mai"], "Lundi 3 mai 2026, 18h, salle A"),
        ("Friday, April 12, 2019", ["All are held from 10:00 a.m. - 11:30 a.m."], "10:00 a.m. - 11:30 a.m."),
        ("3 et 5 mai, puis 7 juin", ["2026"], "2026"),
        ("à venir", ["2026", "Mars"], "2026\nMars\nà venir"),
        ("7 novembre", ["Salle A"], "7 novembre"),
    ],
)
def test_a_date_takes_from_its_headings_what_it_lacks(text, headings, want):
    assert dated(text, headings).endswith(want)


@given(st.text(max_size=40), st.lists(st.text(max_size=30), max_size=3))
def test_no_heading_takes_a_letter_away(text, headings):
    letters = iter("".join(dated(text, headings).split()))
    assert all(letter in letters for letter in "".join(text.split()))


def test_a_text_of_several_notices_is_split():
    body = "<p>Mardi 3 mai, mairie. Jeudi 5 mai, école.<br>Samedi 7 mai</p><p>Dimanche 8 mai</p>"
    source = listed("p", {"split": r"\n|(?<=\.) "}, title=Rule("", match=r"^\w+"), when=Rule("", match=r"\d+ \w+"))
    assert [each["when"] for each in read(body, source)] == [["3 mai"], ["5 mai"], ["7 mai"], ["8 mai"]]
    assert extract(page(body), source).notices[1].fields["when"][0].where == "p[1][2]"


def test_a_cell_that_spans_rows_stands_in_each_of_them():
    body = """<table><tr><td rowspan=3>12 mai<td colspan=2>Ouverture<tr><td>18h<td>Forum<tr><td rowspan=2>20h<td>Bal
    <tr><td>13 mai<td>Repas</table>"""
    rules = {"when": "td:nth-child(1)", "text": "td:nth-child(2)", "title": "td:last-child"}
    assert [(each["when"], each["text"], each["title"]) for each in read(body, listed("tr", **rules))] == [
        (["12 mai"], ["Ouverture"], ["Ouverture"]),
        (["12 mai"], ["18h"], ["Forum"]),
        (["12 mai"], ["20h"], ["Bal"]),
        (["13 mai"], ["20h"], ["Repas"]),
    ]


def test_tables_within_tables_are_spread_on_their_own():
    body = """<table><tr><td rowspan=2>A<td>1<tr><td><table><tr><td rowspan=2>x<td>y<tr><td>z</table></table>"""
    assert [each["title"] for each in read(body, listed("table table tr", title="td:nth-child(1)"))] == [["x"], ["x"]]


@pytest.mark.parametrize("span", ["999999999", "-1", "0", "zwei", "2.5"])
def test_a_span_made_to_hurt_is_bounded(span):
    body = f"<table><tr><td rowspan={span} colspan={span}>a<td>b" + "<tr><td>c" * 2000 + "</table>"
    assert len(read(body, listed("tr", title="td:last-child"))) == 500


def test_an_item_that_fits_two_parts_of_a_selector_is_one():
    assert len(read("<ul><li class=e>a<li>b</ul>", listed("li, .e, ul li", title="li, .e"))) == 2
    assert read("<p class=a>x", listed("p", title="p, .a")) == [{"title": ["x"]}]


def test_an_item_within_an_item_keeps_its_words_to_itself():
    inner = (
        "<ul><li>Mars<ul><li><b>Forum</b><i>3 mai</i><ul><li><b>Atelier</b><i>4 mai</i></ul><li><b>Bal</b></ul></ul>"
    )
    assert read(inner, listed("li", title="b", when="i", text=Rule(""))) == [
        {"text": ["Mars"]},
        {"title": ["Forum"], "when": ["3 mai"], "text": ["Forum3 mai"]},
        {"title": ["Atelier"], "when": ["4 mai"], "text": ["Atelier4 mai"]},
        {"title": ["Bal"], "text": ["Bal"]},
    ]
