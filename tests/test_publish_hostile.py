"""No byte of a source can harm a reader: every format, any text in any field, read back by other parsers."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import feedparser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.markup import clean_html
from agenda_scraper.text import web_address
from hostile_events import EVENTS, TEXT
from samples import NOW

CHANNEL = Channel("Agenda", "https://agenda.example.org/feeds/all", "https://agenda.example.org/")
FEW = st.lists(EVENTS, max_size=3, unique_by=lambda event: event.uid)
HIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
IN_ENTRY = {
    *("BEGIN", "END", "UID", "DTSTART", "DTEND", "RRULE", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "SUMMARY"),
    *("STATUS", "TRANSP", "LOCATION", "GEO", "ORGANIZER", "CONTACT", "CATEGORIES", "URL", "IMAGE", "DESCRIPTION"),
    *("X-ALT-DESC", "RELATED-TO"),
}
thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def render(name, events, title="Agenda"):
    body = FORMATS[name].render(events, channel=replace(CHANNEL, title=title or "x"), now=NOW)
    FORMATS[name].check(body)
    return body


class Markup(HTMLParser):
    """What a reader's browser would see in a piece of HTML."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = set(), [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def assert_harmless(markup):
    seen = Markup(markup)
    assert seen.tags <= {"p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "blockquote", "a"}
    for name, value in seen.attributes:
        assert name == "href" and re.match(r"https?://[^\s\"'<>]+$", value)
    assert not HIDDEN.search(seen.text)


@thorough
@given(FEW, TEXT)
def test_no_text_breaks_a_calendar(events, title):
    body = render("ics", events, title)
    text = body.decode("utf-8")
    assert not HIDDEN.search(text.replace("\r\n", ""))
    assert "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    unfolded = text.replace("\r\n ", "")
    for entry in re.findall(r"(?<=\n)BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", unfolded, re.S):
        assert {re.match("[A-Z-]+", line)[0] for line in entry.splitlines()} <= IN_ENTRY
    for entry in Calendar.from_ical(body).walk("VEVENT"):
        assert entry["UID"].startswith(tuple(event.uid for event in events))
        assert re.match(r"https?://", entry.get("URL", "https://"))
        assert_harmless(str(entry.get("X-ALT-DESC", "")))


@thorough
@given(FEW, TEXT)
def test_no_text_breaks_a_feed(events, title):
    body = render("rss", events, title)
    assert not HIDDEN.search(body.decode("utf-8"))
    assert not feedparser.parse(body, sanitize_html=False).bozo
    items = ElementTree.fromstring(body).findall("channel/item")
    assert {item.findtext("guid") for item in items} == {event.uid for event in events}
    for item in items:
        assert web_address(item.findtext("link")) == item.findtext("link")
        assert_harmless(item.findtext("description") or "")


@thorough
@given(FEW)
def test_no_text_breaks_json_or_a_table(events):
    assert [told["uid"] for told in json.loads(render("json", events))] == [event.uid for event in events]
    rows = list(csv.reader(io.StringIO(render("csv", events).decode("utf-8"), newline=""), strict=True))
    assert [row[0] for row in rows[1:]] == [event.uid for event in events]
    assert not any(cell.startswith(("=", "@", "\t", "\r")) for row in rows for cell in row)


@thorough
@given(st.lists(TEXT, max_size=6).map("".join))
def test_markup_written_anew_is_harmless_and_stays_so(markup):
    told = clean_html(markup, length=200)
    assert_harmless(told)
    assert clean_html(told, length=200) == told or "…" in told


@thorough
@given(TEXT)
def test_an_address_is_http_in_plain_ascii_or_none(text):
    address = web_address(text)
    if address is not None:
        assert re.fullmatch(r"https?://[a-z0-9_.-]+(:\d+)?([/?#][\x21-\x7e]*)?", address)
        assert not set(address) & set('<>"\\^`{|} ')
        assert web_address(address) == address
