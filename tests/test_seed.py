"""The notice this project began with: from its page, its print page and as plain text, one and the same event."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agenda_scraper.agenda import Source
from agenda_scraper.model import Context, Role
from agenda_scraper.trial import read_notice, read_page
from pages_of import html_source, page

PAGES = Path(__file__).parent / "pages"
URL = "https://www.irev.fr/actualites-0/les-deuxiemes-rencontres-nationales-de-la-democratie-participative"
PRINT = URL.replace("actualites-0", "print/actualites-0")
TODAY = date(2014, 10, 15)
AUTO = Source("irev", "IREV", URL, "auto", country="FR")
RULES = replace(
    html_source(detail={"title": "h1", "when": ".field-name-field-dates .field-item", "place": ".field-name-field-lieu .field-item", "summary": ".field-name-body .field-item @html?", "published": ".submitted"}),
    url=URL,
)  # fmt: skip


def from_page(name: str, source: Source, url: str):
    (sighting,), rejected = read_page(page((PAGES / name).read_bytes(), url), source, today=TODAY)
    assert rejected == []
    return sighting


READINGS = {
    "node": lambda: from_page("drupal7-node.html", AUTO, URL),
    "node by selectors": lambda: from_page("drupal7-node.html", RULES, URL),
    "print": lambda: from_page("drupal7-print.html", AUTO, PRINT),
    "text": lambda: read_notice(
        (PAGES / "drupal7-notice.txt").read_text("utf-8"), Context("fr", TODAY, "Europe/Paris", "FR")
    ),
}


@pytest.mark.parametrize("how", READINGS)
def test_one_event_however_it_is_read(how):
    sighting = READINGS[how]()
    facts = sighting.facts
    assert facts.title == "Rencontres nationales des professionnels de la démocratie participative"
    assert (facts.when.start, facts.when.end, facts.when.all_day) == (date(2014, 11, 18), date(2014, 11, 19), True)
    assert (facts.place.city, facts.place.department, facts.place.region) == ("Lille", "Nord", "Hauts-de-France")
    assert [(who.name, who.role) for who in facts.organisers] == [
        ("Département du Nord", Role.ORGANISER),
        ("Institut de la Concertation", Role.PARTNER),
        ("Centre national de la fonction publique territoriale", Role.PARTNER),
    ]
    assert facts.organisers[2].acronym == "CNFPT"
    assert [contact.email for contact in facts.contacts] == ["contact-jeparticipe@cg59.fr"]
    assert (facts.audience, facts.published_at, facts.url) == ("professionals", date(2014, 10, 8), URL)
    assert {"when", "place", "organisers", "contacts", "title"} <= {each.field for each in sighting.evidence}


@pytest.mark.parametrize("how", ["print", "text"])
def test_the_modification_is_read_where_it_stands(how):
    assert READINGS[how]().facts.modified_at == datetime(2014, 10, 10, 16, 53, tzinfo=ZoneInfo("Europe/Paris"))
