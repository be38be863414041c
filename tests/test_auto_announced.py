"""What is said once for many days: hours, years and names above a list; tables by their heads; stamps of the page."""

import pytest

from agenda_scraper.extract.auto import read
from agenda_scraper.extract.days import clock_at, hours_in
from pace import paced
from pages_of import page, source

DAYS = "<ul><li>Tuesday, March 9, 2027</li><li>Tuesday, April 6, 2027</li><li>Tuesday, May 4, 2027</li></ul>"


def notices_of(body):
    return read(page(f"<html><body><main>{body}</main></body></html>"), source("auto")).notices


def whens(body):
    return [notice.text("when") for notice in notices_of(body)]


@pytest.mark.parametrize(
    "said",
    [
        "All meetings are open to all. The meetings are held at the town hall at 2:00 PM.",
        "Toutes les séances se tiennent à la mairie à 18h30.",
        "Alle Sitzungen finden um 19:00 Uhr im Rathaus statt.",
    ],
)
def test_an_hour_said_once_is_that_of_each_day(said):
    hours = hours_in(said)
    assert hours and all(hours in when for when in whens(f"<h2>Meetings</h2><p>{said}</p>{DAYS}"))
    assert all(hours in when for when in whens(f"<h2>Meetings</h2>{DAYS}<p>{said}</p>"))


def test_a_line_of_hours_dates_the_list_below_it():
    assert all(
        "9:00 am – 10:30 am" in when for when in whens(f"<h3>Place</h3><p>9:00 am – 10:30 am</p><h3>Days</h3>{DAYS}")
    )


@pytest.mark.parametrize(
    "said",
    ["Office open Monday to Friday at 9:00 am.", "The meetings of the office open at 8:00 am.", "Call us at 9:00 am."],
)
def test_opening_hours_are_no_meeting_s(said):
    assert [clock_at(when) for when in whens(f"<p>{said}</p>{DAYS}")] == [-1, -1, -1]


def test_hours_of_one_section_stay_in_it():
    body = "<h2>Council</h2><p>Council meetings are held at 7:00 pm.</p><h1>Library</h1>" + DAYS
    assert [clock_at(when) for when in whens(body)] == [-1, -1, -1]


def test_the_year_and_the_name_may_stand_in_the_sentence_above():
    body = "<p>The 2027 Harbour Policy Board meetings are held each third Wednesday at 8:30 a.m.</p><table>"
    body += "".join(f"<tr><td>{left} 17<td>{right} 21" for left, right in (("March", "July"), ("February", "April")))
    found = notices_of(body + "</table>")
    assert len(found) == 4
    assert all("2027" in notice.text("when") and "8:30 a.m" in notice.text("when") for notice in found)
    assert {notice.text("title") for notice in found} == {"Harbour Policy Board meetings"}


def test_a_row_of_a_start_an_end_and_a_name_is_one_event():
    row = "<tr><td>{} mars 2027<td>{} avril 2027<td>Exposition {}</tr>"
    body = (
        "<table>" + "".join(row.format(n, n, name) for n, name in ((3, "Bleu"), (9, "Vert"), (12, "Gris"))) + "</table>"
    )
    assert [notice.text("title") for notice in notices_of(body)] == [
        "Exposition Bleu",
        "Exposition Vert",
        "Exposition Gris",
    ]


def test_a_date_that_spans_rows_dates_each():
    body = """<table><tr><td rowspan="2">3 mars 2027<td>10h00<td>Atelier poterie<tr><td>14h00<td>Balade urbaine
      <tr><td>9 mars 2027<td>18h00<td>Conseil municipal<tr><td>12 mars 2027<td>18h00<td>Forum ouvert</table>"""
    found = [(notice.text("title"), notice.text("when")) for notice in notices_of(body)]
    assert [title for title, _ in found] == ["Atelier poterie", "Balade urbaine", "Conseil municipal", "Forum ouvert"]
    assert "3 mars 2027" in found[1][1] and "14h00" in found[1][1]


@pytest.mark.slow
def test_a_hostile_table_is_read_in_bounded_time():
    rows = "".join(f"<tr><td rowspan=200>{n % 28 + 1} mars 2027<td>Séance {n}" for n in range(13000))
    notices, taken = paced(lambda: notices_of(f"<table>{rows}</table>"))
    assert len(notices) == source("auto").max_items
    assert taken < 10  # of 3; a table read anew for each row takes minutes


def test_a_long_block_of_the_class_published_is_the_page_itself():
    assert len(notices_of(f'<div class="widget published"><p>{"All that we do. " * 20}</p>{DAYS}</div>')) == 3
    assert len(notices_of(f'<p class="published">Friday, March 5, 2027</p>{DAYS}')) == 3


def test_what_invites_to_click_is_no_title():
    card = '<div class="row"><p>{}</p><p>{} mars 2027</p><a href="/{}.jpg">Cliquez ici pour plus de détails</a></div>'
    names = ["Tour du lac", "Courir ensemble", "Fête du pain"]
    body = "".join(card.format(name, 3 + n, n) for n, name in enumerate(names))
    assert [notice.text("title") for notice in notices_of(body)] == names


@pytest.mark.parametrize(
    ("text", "hours"),
    [("at 8:30 a.m. sharp", "8:30 a.m"), ("09:00am - 09:00am", "09:00am"), ("de 19h à 21h", "19h à 21h"), ("none", "")],
)
def test_hours_are_found_with_their_end(text, hours):
    assert hours_in(text).rstrip(".") == hours
