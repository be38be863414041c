"""Pages without rules: lists in their shapes, and the notices that are not lists."""

import pytest

from agenda_scraper.extract.auto import read
from pages_of import page, source


def found(body, **kwargs):
    notices = read(page(body, **kwargs), source("auto")).notices
    return [(notice.text("title"), notice.text("when")) for notice in notices]


def test_cards_give_a_notice_each_with_its_link():
    card = '<div class="card"><p class="d">{} mars 2027</p><h3><a href="/e/{}">{}</a></h3></div>'
    names = ["Atelier budget", "Balade urbaine", "Conseil citoyen"]
    body = "".join(card.format(3 + n, n, name) for n, name in enumerate(names))
    notices = read(page(f"<main><h1>Agenda</h1>{body}</main>"), source("auto")).notices
    assert [notice.text("title") for notice in notices] == names
    assert [notice.text("url") for notice in notices] == [f"https://a.example/e/{n}" for n in range(3)]
    assert "4 mars 2027" in notices[1].text("when")


def test_a_month_heading_dates_the_numbers_below_it():
    body = "<h1>Agenda</h1><h2>Mars 2027</h2><p>Samedi 6 : Forum du quartier</p><p>Mardi 9 : Conseil municipal</p>"
    dated = found(body + "<h2>Avril 2027</h2><p>Jeudi 1 : Atelier carto</p>")
    assert [title for title, _ in dated] == ["Forum du quartier", "Conseil municipal", "Atelier carto"]
    assert "6 Mars 2027" in dated[0][1] and "1 Avril 2027" in dated[2][1]


def test_a_year_heading_dates_lines_parted_by_breaks():
    dated = found("<h1>Board</h1><h3>2027 Meetings</h3><p>February 3<br>April 7<br>July 14</p>")
    assert [when for _, when in dated] == ["February 3 2027", "April 7 2027", "July 14 2027"]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Agenda</h1><p>Aucun événement pour le moment.</p>",
        "<nav><p>12 mars 2027</p></nav><footer><p>Publié le 3 mai 2026</p></footer>",
        "",
    ],
)
def test_a_page_without_a_day_is_silent(body):
    assert found(f"<html><body>{body}</body></html>") == []


def test_news_of_a_list_are_no_events():
    entry = '<li><a href="/actualites/{0}">Une nouvelle école {0}</a><p>{0} mai 2026</p></li>'
    body = "<h2>Actualités</h2><ul>" + "".join(entry.format(n) for n in range(2, 7)) + "</ul>"
    event = '<li><a href="/agenda/{0}">Réunion publique {0}</a><p>{0} juin 2027 à 18h30</p></li>'
    body += "<h2>Agenda</h2><ul>" + "".join(event.format(n) for n in range(2, 5)) + "</ul>"
    assert [title for title, _ in found(body)] == [f"Réunion publique {n}" for n in range(2, 5)]


def test_a_notice_that_repeats_its_day_is_one():
    body = "<h1>Rencontres</h1><p>Les 18 et 19 mars 2027 à Lille.</p><p>Dates : 18 mars 2027 - 19 mars 2027</p>"
    assert [title for title, _ in found(body)] == ["Rencontres"]


def test_json_with_events_is_read_by_the_names_of_its_keys():
    body = '{"data": [{"title": "Forum", "start_date": "2027-03-06T18:00:00"}, {"name": "no date"}]}'
    notices = read(page(body, media_type="application/json"), source("auto")).notices
    assert [(n.text("title"), n.text("start")) for n in notices] == [("Forum", "2027-03-06T18:00:00")]


@pytest.mark.slow
def test_nesting_and_length_are_bounded():
    deep = "<div>" * 5000 + "<p>3 mars 2027 : Forum</p>"
    rows = "".join(f"<tr><td>{n % 28 + 1} mars 2027<td>Séance {n}" for n in range(5000))
    assert found(deep)
    assert len(found(f"<table>{rows}</table>")) == source("auto").max_items
