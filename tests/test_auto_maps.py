"""Links to maps, and times that only elements and their classes part."""

from datetime import date

import pytest

from agenda_scraper.extract.auto import read
from agenda_scraper.model import Context
from agenda_scraper.when import read_when
from pages_of import page, source

DAYS = ("Tuesday, March 9, 2027", "Tuesday, April 6, 2027", "Tuesday, May 4, 2027")
MAP = "https://maps.google.com?q=29 Orchard Road Selby, CA, 93662 United States"


def notices_of(card):
    body = "".join(f"<article><h2>Harbor Board {day}</h2><p>{day}</p>{card}</article>" for day in DAYS)
    return read(page(f"<html><body>{body}</body></html>"), source("auto")).notices


@pytest.mark.parametrize(
    ("card", "place", "address"),
    [
        (f"<p>Old Mill <a href='{MAP}'>(map)</a></p>", "Old Mill", MAP.partition("=")[2]),
        (f"<p>Old Mill [<a href='{MAP}'>map it</a>]</p>", "Old Mill", MAP.partition("=")[2]),
        ("<p>Old Mill <a href='https://www.openstreetmap.org/node/7'>voir le plan</a></p>", "Old Mill", ""),
        ("<p>Old Mill <a href='https://maps.google.com/?q=Old+Mill'>map</a></p>", "Old Mill", ""),
        (f"<p>29 Orchard Road <a href='{MAP}'>(map)</a></p>", "", ""),
        (f"<p>Devant <a href='{MAP}'>la vieille halle</a></p>", "la vieille halle", MAP.partition("=")[2]),
        (f"<p>See Map | <a href='{MAP}'>Get directions</a></p>", "", ""),
        (f"<p><a href='{MAP}'>29 Orchard Road</a></p>", "", ""),
        (f"<p>Old Mill <a href='{MAP}'>(map)</a></p><p>Town Hall <a href='{MAP}'>(map)</a></p>", "", ""),
        ("<p>Board packet <a href='/papers'>(map)</a></p>", "", ""),
        ("<p>Board packet <a href='https://x.test/sitemap?q=12'>(map)</a></p>", "", ""),
    ],
)
def test_what_stands_before_a_link_to_a_map_is_the_place(card, place, address):
    assert {(notice.text("place"), notice.text("address")) for notice in notices_of(card)} == {(place, address)}


def test_a_map_that_is_asked_for_degrees_gives_them():
    (notice, *_) = notices_of("<p>Old Mill <a href='https://www.google.com/maps?q=36.203,-119.088'>(map)</a></p>")
    assert [notice.text(name) for name in ("place", "latitude", "longitude")] == ["Old Mill", "36.203", "-119.088"]


def test_a_map_names_no_event_and_is_no_page_of_it():
    notices = notices_of(f"<p>Devant <a href='{MAP}'>la vieille halle</a></p><p><a href='/seance'>Plus d'infos</a></p>")
    assert {notice.text("url") for notice in notices} == {"https://a.example/seance"}


def test_the_words_that_lead_to_a_map_are_not_told():
    (notice, *_) = notices_of(f"<p>29 Orchard Road</p><p>Selby, CA 93662 [ <a href='{MAP}'>map it</a> ]</p>")
    assert notice.text("text").endswith("Selby, CA 93662")


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        ("<time class='t-12hr-start'>9:00 AM</time> <time class='t-12hr-end'>10:30 AM</time>", ("09:00", "10:30")),
        ("<span class=dtstart>9:00</span> <span class=dtend>10:30</span>", ("09:00", "10:30")),
        ("<time class=start>9:00</time> – <time class=end>10:30</time>", ("09:00", "10:30")),
        ("<time class=start>9:00 AM</time>", ("09:00", None)),
        ("<time>9:00 AM</time> <span class=trend>10:30 visitors</span>", ("09:00", None)),
    ],
)
def test_the_class_of_a_time_says_that_it_is_the_end(times, hours):
    notice = notices_of(f"<p>{times}</p>")[0]
    read_ = read_when(notice.text("when"), Context("en", date(2027, 1, 1), "America/Los_Angeles"))
    ends = read_.end and read_.end.strftime("%H:%M")
    assert (read_.start.strftime("%H:%M"), ends) == hours
