"""JSON APIs: paths, fields, pages."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from agenda_scraper.extract.paths import select
from pages_of import page, source

FIELDS = {"title": "title", "start": "begin", "url": "link?"}


def read(answer, *, asked="https://a.example/api", **options):
    body = answer if isinstance(answer, str) else json.dumps(answer)
    return extract(page(body, asked, media_type="application/json"), source("json", **{"fields": FIELDS} | options))


def told(each, **fields) -> dict:
    (notice,) = read([each], fields=fields).notices
    return {name: [found.text for found in found_all] for name, found_all in notice.fields.items()}


@pytest.mark.parametrize(
    ("path", "want"),
    [("$.a.b[*].c", [1, 2]), ("a.b[0].c", [1]), ("a.b[-1].c", [2]), ("a.b.c", [1, 2]), ("a['x y']", [3]), ("a.*[1].c", [2]),
     ("a.none.c", []), ("$['x', \"a\"].b[0].c", [1]), ("$.a['x y','b'][1].c", [2]), ("a.b[9]", []), ("$", [{"a": {"b": [{"c": 1}, {"c": 2}], "x y": 3}}])],
)  # fmt: skip
def test_paths(path, want):
    assert select({"a": {"b": [{"c": 1}, {"c": 2}], "x y": 3}}, path) == want


DAYS = {"days": [{"date": "2027-01-14", "place": {"town": "Lille", "slots": [{"t": "A", "at": "18:30"}, {"t": "B"}]}}]}


def test_an_event_is_told_what_the_object_it_stands_in_says():
    fields = {"title": "t", "start": "{^^.date}T{at}?", "city": "^.town", "summary": "^^^^.none?"}
    found = read(DAYS, items="$.days[*].place.slots[*]", fields=fields)
    said = [{name: texts[0].text for name, texts in notice.fields.items()} for notice in found.notices]
    assert said == [{"title": "A", "start": "2027-01-14T18:30", "city": "Lille"}, {"title": "B", "city": "Lille"}]


def test_several_lists_are_read_as_one():
    answer = {"next": [{"title": "A"}], "past": [{"title": "B"}], "other": [{"title": "C"}]}
    found = read(answer, items="$['next','past'][*]", fields={"title": "title"})
    assert [notice.text("title") for notice in found.notices] == ["A", "B"]


def test_events_with_their_pages():
    found = read({"events": [{"title": "A", "begin": "2027-01-14", "link": "/a"}, {"title": "B"}]}, items="$.events[*]")
    assert [notice.text("title") for notice in found.notices] == ["A", "B"]
    assert found.follow == ("https://a.example/a", None)
    assert found.missing == {"start": 1}
    assert found.notices[0].fields["start"][0].where == "$.events[0].begin"


@pytest.mark.parametrize(
    ("each", "path", "want"),
    [({"t": {"fr": "Fête", "en": "Feast"}}, "t", ["Fête"]), ({"t": {"rendered": "Fête"}}, "t", ["Fête"]),
     ({"t": ["a", "b"]}, "t", ["a", "b"]), ({"t": True}, "t", ["true"]), ({"t": 3, "u": "x"}, "n°{t} {u}", ["n°3 x"])],
)  # fmt: skip
def test_values_as_texts(each, path, want):
    assert told(each, title=path)["title"] == want


@pytest.mark.parametrize("number", [1800000000, "1800000000", 1800000000000])
def test_numbers_that_are_moments(number):
    assert told({"s": number}, start="s") == {"start": ["2027-01-15T08:00:00+00:00"]}


@pytest.mark.parametrize(
    ("options", "asked", "want"),
    [({"next": "$.n"}, "", "https://a.example/2"),
     ({"page": {"param": "p", "first": "1"}}, "", "https://a.example/api?p=2"),
     ({"page": {"param": "p", "first": "1"}}, "?p=4&q=x", "https://a.example/api?q=x&p=5"),
     ({"page": {"param": "o", "first": "0", "step": "50"}}, "", "https://a.example/api?o=50"),
     ({"cursor": {"param": "after", "path": "c"}}, "?after=9", "https://a.example/api?after=x&after=y"), ({}, "", None)],
)  # fmt: skip
def test_the_next_page(options, asked, want):
    answer = {"e": [{"title": "A"}], "n": "/2", "c": ["x", "y"]}
    assert read(answer, asked=f"https://a.example/api{asked}", items="e[*]", **options).next_url == want


def test_an_empty_list_ends_the_pages_and_proves_that_nothing_is_announced():
    found = read({"e": []}, items="e[*]", page={"param": "p", "first": "1"})
    assert found.proved_empty
    assert found.next_url is None


@pytest.mark.parametrize(
    ("answer", "items", "says"),
    [("<html>", "e", "not JSON"), ("[" * 100_000, "e", "not JSON"), ({"x": 1}, "e[*]", "finds nothing"), ({}, "e[", "no path")],
)  # fmt: skip
def test_what_is_wrong_is_said(answer, items, says):
    with pytest.raises(ExtractError, match=says):
        read(answer, items=items)


def test_max_items_holds():
    few = replace(source("json", items="[*]", fields=FIELDS), max_items=3)
    assert len(extract(page(json.dumps([{"title": "A"}] * 9)), few).notices) == 3


TREE = st.recursive(st.none() | st.booleans() | st.floats() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["e", "title", "begin", "link", "fr", "name"]), inner))  # fmt: skip


@given(TREE)
def test_no_answer_breaks_the_reader(answer):
    try:
        read(answer, items="e[*]", next="title", fields=FIELDS)
    except ExtractError:
        pass


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ({"nl-BE": "Wijkatelier", "fr-BE": "Atelier de quartier"}, "Atelier de quartier"),
        ({"fr": "Atelier", "fr-CA": "Atelier du Québec"}, "Atelier"),
        ({"en": "Workshop", "da_DK": "Værksted"}, "Workshop"),
        ({"rendered": "Atelier", "protected": False}, "Atelier"),
        ({"low": "Rien", "high": "Rien"}, ""),
    ],
)
def test_a_text_in_many_languages_is_told_in_the_sources_own(title, told):
    found = read([{"title": title, "day": "2027-02-03"}], fields={"title": "title", "start": "day"}).notices
    assert [notice.text("title") for notice in found] == [told]
