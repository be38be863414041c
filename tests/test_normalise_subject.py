"""What a source itself says of type, themes, audience, language and price, in its own words."""

from datetime import date

import pytest

from agenda_scraper.agenda import Source
from agenda_scraper.model import Facts, Found, Notice, Sighting
from agenda_scraper.normalise import normalise

SOURCE = Source("asso", "Asso", "https://a.example/agenda", "auto", country="FR")


def read(source: Source = SOURCE, **fields: str | list[str]) -> Facts:
    told = {"title": "Réunion publique sur les pistes cyclables", "when": "12 janvier 2027", **fields}
    found = {
        name: tuple(Found(text, name) for text in ([texts] if isinstance(texts, str) else texts))
        for name, texts in told.items()
    }
    sighting = normalise(Notice("asso", "https://a.example/1", found), source, reference=date(2026, 11, 23))
    assert isinstance(sighting, Sighting), sighting
    return sighting.facts


def test_the_categories_of_a_source_are_believed_over_the_words_of_the_notice():
    assert read().themes == ("mobility",)
    assert read(themes=["Urbanisme", "Santé"]).themes == ("health-democracy", "urban-planning")


def test_categories_that_are_no_themes_leave_it_to_the_words():
    assert read(themes=["À la une", "Conseil de quartier"]).themes == ("mobility",)


def test_a_list_written_for_search_engines_is_not_heard():
    assert read(themes=["Santé", *(f"mot {number}" for number in range(20))]).themes == ("mobility",)


def test_map_and_constants_rule():
    mapped = Source("asso", "A", "https://a.example/", "html", map={"themes": {"Santé": "rural"}})
    assert read(mapped, themes="Santé").themes == ("rural",)
    fixed = Source("asso", "A", "https://a.example/", "html", constants={"type": "walk", "audience": "youth"})
    assert (read(fixed).type, read(fixed).audience) == ("walk", "youth")


def test_type_and_audience_are_heard_too():
    facts = read(type="Ateliers", audience="Professionnels")
    assert (facts.type, facts.audience) == ("workshop", "professionals")


@pytest.mark.parametrize(
    ("said", "code"),
    [("fr-FR", "fr"), ("de", "de"), ("German", "de"), ("Español", "es"), ("eng", "en"), ("en_GB", "en"), ("?", "fr")],
)
def test_a_language_is_its_code_however_it_is_said(said, code):
    assert read(language=said).language == code


@pytest.mark.parametrize(
    ("fields", "free"),
    [
        ({"price": "0"}, True),
        ({"price": "0 EUR"}, True),
        ({"price": "12 EUR"}, False),
        ({"free": "true"}, True),
        ({"free": "false"}, False),
        ({"free": "free"}, True),
        ({"free": "Entrée gratuite"}, True),
        ({"free": "external"}, None),
        ({"free": "external", "price": "5 €"}, False),
    ],
)
def test_what_a_source_says_of_its_price(fields, free):
    assert read(**fields).free is free
