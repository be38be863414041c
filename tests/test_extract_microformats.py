"""h-event and hCalendar: the cases of the microformats test-suite, told anew."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract, extract_detail
from agenda_scraper.extract.moments import joined
from pages_of import page, rule, source

SOURCE = source("h-event")


def told(html: str) -> dict:
    (notice,) = extract(page(html), SOURCE).notices
    return {name: [found.text for found in each] for name, each in notice.fields.items()}


def start(html: str) -> str:
    return told(f'<div class="h-event"><b class="p-name">Fête</b> {html}</div>')["start"][0]


@pytest.mark.parametrize(
    ("clock", "want"),
    [("07:00:00pm", "19:00:00"), ("07:00:00am", "07:00:00"), ("07:00pm", "19:00"), ("07pm", "19:00"), ("7pm", "19:00"),
     ("7:00pm", "19:00"), ("07:00p.m.", "19:00"), ("07:00PM", "19:00"), ("7:00am", "07:00"), ("12am", "00:00"), ("12pm", "12:00")],
)  # fmt: skip
def test_half_days(clock, want):
    html = (
        f'<p class="dt-start"><time class="value" datetime="2026-06-26">26 juin</time> <b class="value">{clock}</b></p>'
    )
    assert start(html) == f"2026-06-26T{want}"


@pytest.mark.parametrize(
    ("clock", "want"),
    [("19:00:00-08:00", "19:00:00-08:00"), ("19:00:00-0800", "19:00:00-08:00"), ("19:00:00+0800", "19:00:00+08:00"),
     ("19:00:00Z", "19:00:00Z"), ("19:00:00", "19:00:00"), ("19:00-08", "19:00-08:00"), ("19:00+08:00", "19:00+08:00"),
     ("19:00Z", "19:00Z"), ("19:00", "19:00")],
)  # fmt: skip
def test_times_with_zones(clock, want):
    html = (
        f'<p class="dt-start"><b class="value">2026-06-26</b>, <time class="value" datetime="{clock}">soir</time></p>'
    )
    assert start(html) == f"2026-06-26T{want}"


@pytest.mark.parametrize(
    "html",
    ['<time class="dt-start" datetime="2026-06-26">x</time>', '<time class="dt-start">2026-06-26</time>',
     '<abbr class="dt-start" title="2026-06-26">x</abbr>', '<data class="dt-start" value="2026-06-26">x</data>',
     '<input class="dt-start" value="2026-06-26">', '<ins class="dt-start" datetime="2026-06-26">x</ins>',
     '<p class="dt-start"><i class="value-title" title="2026-06-26"> </i>x</p>', '<p class="dt-start">2026-177</p>'],
)  # fmt: skip
def test_a_day_in_every_element(html):
    assert start(html) == "2026-06-26"


@pytest.mark.parametrize(
    "text", ["2026-06-26T19:00-08:00", "2026-06-26T19:00-0800", "2026-06-26 19:00-08", "2026-06-26T19:00-8"]
)
def test_a_moment_in_every_spelling(text):
    assert datetime.fromisoformat(
        start(f'<time class="dt-start" datetime="{text}">x</time>')
    ) == datetime.fromisoformat("2026-06-26T19:00-08:00")


def test_pieces_concatenate_and_an_end_takes_the_day_of_its_start():
    event = told('<div class="h-event"><b class="p-name">Fête</b><p class="dt-start"><time class="value" datetime="2026-06-26">'
                 '26 juin</time> de <time class="value" datetime="19:00">19 h</time></p>'
                 ' à <p class="dt-end"><time class="value" datetime="22:00">22 h</time></p></div>')  # fmt: skip
    assert (event["start"], event["end"]) == (["2026-06-26T19:00"], ["2026-06-26T22:00"])


def test_a_card_combined_with_a_location_gives_its_pieces():
    event = told(
        '<div class="h-event"><a class="p-name u-url" href="/camp">Camp</a><time class="dt-start">2026-06-30</time>'
        '<p class="p-location h-card"><a class="p-name p-org u-url" href="/lieu">La Halle</a>,'
        '<i class="p-street-address">3 rue Haute</i><i class="p-locality">Brest</i></p></div>'
    )
    assert (event["title"], event["url"]) == (["Camp"], ["https://a.example/camp"])
    assert (event["place"], event["address"], event["city"]) == (["La Halle"], ["3 rue Haute"], ["Brest"])


def test_those_who_attend_do_not_name_the_event():
    card = '<i class="p-attendee h-card"><b class="p-name">{}</b></i>'
    event = told(f'<div class="h-event"><b class="p-name">Camp</b>{card.format("Ana")}{card.format("Bo")}</div>')
    assert event == {"title": ["Camp"]}


def test_just_a_hyperlink_is_an_event():
    assert told('<a class="h-event" href="/camp">Camp 2026</a>') == {
        "title": ["Camp 2026"], "url": ["https://a.example/camp"],
    }  # fmt: skip


def test_a_calendar_of_the_elder_sort():
    event = told(
        '<div class="vevent"><h3 class="summary"><a class="url" href="/a12">Conseil</a></h3>'
        '<abbr class="dtstart" title="2026-12-03T19:00:00+01:00">3 déc.</abbr>'
        '<p class="lieu">à <i class="location">Mairie</i></p><p class="description">Ordre <b>du</b> jour</p>'
        '<abbr class="geo" title="48.1;-1.6">x</abbr></div>'
    )
    assert (event["title"], event["url"], event["place"]) == (["Conseil"], ["https://a.example/a12"], ["Mairie"])
    assert (event["start"], event["summary"]) == (["2026-12-03T19:00:00+01:00"], ["Ordre <b>du</b> jour"])


def test_a_page_without_any_says_so():
    with pytest.raises(ExtractError, match="no h-event"):
        told("<div class='h-entry'>Billet</div>")


def test_words_are_left_to_the_solver():
    assert joined(["26 juin", "19 h"]) == "26 juin 19 h"


@given(st.lists(st.text(alphabet="0123456789-:TZ+apm. ", max_size=20), max_size=4))
def test_no_pieces_break_the_joining(parts):
    assert isinstance(joined(parts), str)


PIECES = ["<div class='h-event'>", "<p class='vevent'>", "<i class='dt-start dtstart'>2026", "<b class=value>7pm</b>", "</div>",
          "<a class='u-url p-location h-card' href='[x'>", "<abbr class='geo location' title=';'>", "</p>", "<img alt=x>"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_markup_breaks_the_reader(pieces):
    try:
        assert extract(page("".join(pieces)), SOURCE).notices
    except ExtractError:
        pass


def test_just_a_name_is_an_event():
    assert told('<p class="h-event">Camp 2026</p>') == {"title": ["Camp 2026"]}


@pytest.mark.parametrize(
    ("event", "name", "place", "day", "card"),
    [("h-event", "p-name", "p-location", "dt-start", "p-attendee h-card"), ("vevent", "summary", "location", "dtstart", "attendee vcard")],
)  # fmt: skip
def test_attendees_named_by_their_card_alone(event, name, place, day, card):
    told_all = told(
        f'<div class="{event}"><b class="{name}">Camp</b> <time class="{day}" datetime="2026-10-10">10</time> à <i class="{place}">Brest</i>'
        f'<ul><li class="{card}">Ana</li><li class="{card}">Bo</li></ul></div>'
    )
    assert told_all == {"title": ["Camp"], "start": ["2026-10-10"], "place": ["Brest"]}


def test_a_card_of_the_elder_sort_gives_its_address():
    event = told(
        '<div class="vevent"><a class="summary url" href="/camp">Camp</a><time class="dtstart">2026-06-30</time>'
        '<time class="dtend">2026-07-01</time><p class="location vcard"><a class="fn org url" href="/lieu">La Halle</a>,'
        '<i class="adr"><i class="street-address">3 rue Haute</i>, <i class="locality">Brest</i></i></p></div>'
    )
    assert (event["start"], event["end"], event["url"]) == (["2026-06-30"], ["2026-07-01"], ["https://a.example/camp"])
    assert (event["place"], event["address"], event["city"]) == (["La Halle"], ["3 rue Haute"], ["Brest"])


def test_links_are_relative_to_the_base_and_categories_are_kept_apart_from_the_name():
    event = told(
        '<base href="https://b.example/d/"><div class="h-event"><a class="p-name u-url" href="e">Camp</a>'
        '<i class="p-category">un</i><i class="p-category">deux</i><div class="e-content">Un <b>camp</b></div></div>'
    )
    assert (event["title"], event["url"], event["summary"]) == (["Camp"], ["https://b.example/d/e"], ["Un <b>camp</b>"])


def test_a_maintainers_when_stands_for_all_that_was_said_of_the_date():
    hours = replace(SOURCE, detail={"when": rule("p.hours")})
    body = (
        '<div class="h-event"><h1 class="p-name">Forum</h1><time class="dt-start" datetime="2027-03-04">4 mars</time></div>'
        "<p class=hours>le 4 mars 2027 de 18h à 20h</p>"
    )
    notice = extract_detail(page(body), hours)
    assert notice.text("when") == "le 4 mars 2027 de 18h à 20h"
    assert not notice.text("start")


HALL = '<p id="hall" class="p-location location">Salle des fêtes</p>'


@pytest.mark.parametrize(
    "link", ['<a class="include" href="#hall"></a>', '<object class="include" data="#hall"></object>']
)
def test_what_stands_elsewhere_is_included(link):
    event = f'<div class="vevent"><b class="summary">Fête</b><i class="dtstart">2026-06-26</i>{link}</div>'
    assert told(event + HALL)["place"] == ["Salle des fêtes"]
    assert "place" not in told(event.replace("#hall", "#other") + HALL)


def test_a_cell_is_told_what_the_heads_it_names_say():
    head = '<th id="d1"><time class="dtstart" datetime="2026-06-26">Vendredi</time></th>'
    cell = '<td class="vevent" headers="d1"><b class="summary">Fête</b></td>'
    assert told(f"<table><tr>{head}</tr><tr>{cell}</tr></table>")["start"] == ["2026-06-26"]


def test_events_that_include_each_other_come_to_an_end():
    events = "".join(
        f'<div class="h-event" id="e{n}"><b class="p-name">{n}</b><a class="include" href="#e{n - 1}"></a></div>'
        for n in range(400)
    )
    assert len(extract(page(events), SOURCE).notices) == 400
