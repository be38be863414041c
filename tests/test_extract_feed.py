"""Feeds of every sort, and as templates write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from agenda_scraper.extract.feed.xml import mended
from pace import paced
from pages_of import page, source

FEED = source("feed")
SPACES = (
    'xmlns:ev="http://purl.org/rss/1.0/modules/event/" xmlns:xCal="urn:ietf:params:xml:ns:xcal" '
    'xmlns:gd="http://schemas.google.com/g/2005" xmlns:mec="http://webnus.net/rss/mec/" '
    'xmlns:cal="https://town.example/Calendar.aspx" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:georss="http://www.georss.org/georss" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)


def rss(more: str = "", title: str = "Fête des voisins") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {SPACES}><channel><title>F</title>'
        f"<item><title>{title}</title><link>/1</link>{more}</item></channel></rss>"
    )


def all_of(body, kind=FEED, **how) -> list[dict]:
    notices = extract(page(body, "https://a.example/feed", **how), kind).notices
    return [{name: [found.text for found in each] for name, each in notice.fields.items()} for notice in notices]


def one(body, kind=FEED, **how) -> dict:
    (told,) = all_of(body, kind, **how)
    return told


# ── the sorts of feed ─────────────────────────────────────────────────────────────────────────────

RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:ev="http://purl.org/rss/1.0/modules/event/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>F</title></channel>
<item rdf:about="https://a.example/1"><title>Fête des voisins</title><link>https://a.example/1</link><dc:date>2026-11-02T10:15:00+01:00</dc:date>
<ev:startdate>2027-05-03</ev:startdate></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title>F</title><entry><id>tag:a.example,2026:1</id>
<title type="html">Fête des &amp;lt;b&amp;gt;voisins</title><link rel="edit" href="/edit"/><link href="1"/><published>2026-11-02T10:15:00Z</published>
<updated>2026-11-03T10:15:00Z</updated><category term="Quartier"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le <b>3 mai</b></p></div></content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "F",
    "items": [
        {
            "id": 1, "url": "/1", "title": "Fête des voisins", "content_html": "<p>Le 3 mai</p>", "content_text": "Le 3 mai",
            "date_published": "2026-11-02T10:15:00Z", "date_modified": "2026-11-03T10:15:00Z", "tags": ["Quartier", None, 3],
            "image": "https://a.example/i.png", "language": "fr", "authors": [{"name": "A"}],
            "_event": {"start_date": "2027-05-03T18:00:00+02:00", "endDate": "2027-05-03T20:00:00+02:00", "location": {"name": "Halle"}},
        },
        "no item",
    ],
}  # fmt: skip


def test_rdf():
    told = one(RDF)
    assert (told["start"], told["url"]) == (["2027-05-03"], ["https://a.example/1"])
    assert told["modified"] == ["2026-11-02T10:15:00+01:00"]


def test_atom():
    told = one(ATOM)
    assert (told["id"], told["url"]) == (["tag:a.example,2026:1"], ["https://a.example/1"])
    assert (told["published"], told["modified"]) == (["2026-11-02T10:15:00Z"], ["2026-11-03T10:15:00Z"])
    assert (told["themes"], told["summary"]) == (["Quartier"], ["<p>Le <b>3 mai</b></p>"])


def test_json_feed():
    told = one(json.dumps(JSON), media_type="application/feed+json")
    assert told == {
        "id": ["1"], "url": ["https://a.example/1"], "title": ["Fête des voisins"], "summary": ["<p>Le 3 mai</p>"],
        "published": ["2026-11-02T10:15:00Z"], "modified": ["2026-11-03T10:15:00Z"], "themes": ["Quartier", "3"],
        "image": ["https://a.example/i.png"], "language": ["fr"], "place": ["Halle"],
        "start": ["2027-05-03T18:00:00+02:00"], "end": ["2027-05-03T20:00:00+02:00"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "{",
        '{"version": 1}',
        '{"version": "https://jsonapi.org/1"}',
        "[" * 9999,
        "{" * 9999,
        "<html><p>Page",
        "{{ feed }}",
    ],
)
def test_what_is_no_feed(body):
    with pytest.raises(ExtractError, match="not a feed"):
        all_of(body)


@pytest.mark.parametrize("items", [[], None, "x", {}])
def test_a_json_feed_without_items_is_empty(items):
    assert extract(page(json.dumps(JSON | {"items": items})), FEED).proved_empty


# ── when, by a module ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "want"),
    [
        ("<ev:startdate>2027-05-03T18:00:00+02:00</ev:startdate>", {"start": ["2027-05-03T18:00:00+02:00"]}),
        ("<xCal:dtstart>20270503T160000Z</xCal:dtstart>", {"start": ["20270503T160000Z"]}),
        ("<xCal:dtstart>2027-05-03</xCal:dtstart><xCal:dtend>2027-05-05</xCal:dtend>", {"start": ["2027-05-03"], "end": ["2027-05-04"]}),
        ("<ev:startdate>2027-05-03</ev:startdate><ev:enddate>2027-05-05</ev:enddate>", {"start": ["2027-05-03"], "end": ["2027-05-05"]}),
        ('<gd:when startTime="2027-05-03T18:00:00+02:00" endTime="2027-05-03T20:00:00+02:00"/>',
         {"start": ["2027-05-03T18:00:00+02:00"], "end": ["2027-05-03T20:00:00+02:00"]}),
        ('<gd:where valueString="Halle"/>', {"place": ["Halle"]}),
        ("<mec:startDate>2027-05-03</mec:startDate><mec:startHour>6:00 pm</mec:startHour><mec:endDate>2027-05-03</mec:endDate>",
         {"start": ["2027-05-03T18:00"], "end": ["2027-05-03"]}),
        ("<cal:EventDates>May 3, 2027</cal:EventDates><cal:EventTimes>06:00 PM - 08:00 PM</cal:EventTimes>", {"when": ["May 3, 2027 06:00 PM - 08:00 PM"]}),
        ("<start_date>2027-05-03</start_date><start_time>18:00</start_time>", {"start": ["2027-05-03T18:00"]}),
        ("<startdate>2027-05-03 18:00</startdate>", {"start": ["2027-05-03 18:00"]}),
        ("<starttime>18:00</starttime>", {"start": ["18:00"]}),
        ("<ev:startdate>bientôt</ev:startdate>", {"start": None}),
        ("<ev:location>Halle</ev:location><ev:organizer>Ville</ev:organizer><ev:type>débat</ev:type>",
         {"place": ["Halle"], "organisers": ["Ville"], "type": ["débat"]}),
        ("<georss:point>48.4 -4.5</georss:point>", {"latitude": ["48.4"], "longitude": ["-4.5"]}),
        ("<geo:lat>48.4</geo:lat><geo:long>-4.5</geo:long>", {"latitude": ["48.4"], "longitude": ["-4.5"]}),
        ('<media:content url="/i.jpg" medium="image"/>', {"image": ["https://a.example/i.jpg"]}),
        ('<media:content url="/f.mp4" medium="video"/><enclosure url="/i.jpg" type="image/jpeg" length="1"/>', {"image": ["https://a.example/i.jpg"]}),
        ('<enclosure url="/f.mp3" type="audio/mpeg" length="1"/>', {"image": None}),
        ("<pubDate>Mon, 02 Nov 2026 10:15:00 +0000</pubDate>", {"start": None, "modified": None, "published": ["Mon, 02 Nov 2026 10:15:00 +0000"]}),
        ("<description>court</description><content:encoded>&lt;p&gt;Le texte entier&lt;/p&gt;</content:encoded>", {"summary": ["<p>Le texte entier</p>"]}),
        ("<category>Climat</category><category>Débat</category>", {"themes": ["Climat", "Débat"]}),
    ],
)  # fmt: skip
def test_what_an_entry_says_of_its_event(more, want):
    told = one(rss(more))
    assert {name: told.get(name) for name in want} == want


def test_another_prefix_for_a_known_module_is_read():
    body = rss("<evt:startdate>2027-05-03</evt:startdate>").replace("xmlns:ev=", "xmlns:evt=")
    assert one(body)["start"] == ["2027-05-03"]


def test_the_publication_date_is_the_start_only_if_the_source_says_so_and_no_module_does():
    published = "<pubDate>Mon, 02 Nov 2026 10:15:00 +0000</pubDate>"
    kind = source("feed", when="published")
    assert one(rss(published), kind)["start"] == ["Mon, 02 Nov 2026 10:15:00 +0000"]
    assert one(rss(published + "<ev:startdate>2027-05-03</ev:startdate>"), kind)["start"] == ["2027-05-03"]


# ── templates ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "before",
    ["\n\n  ", "\ufeff\n", "<br />\n<b>Warning</b>: Undefined variable in <b>x.php</b>\n", "<!-- cached -->",
     '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">]>'],
)  # fmt: skip
def test_what_stands_before_the_feed(before):
    assert one(before + rss())["title"] == ["Fête des voisins"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("F&ecirc;te&nbsp;d&rsquo;hiver", "Fête d’hiver"), ("Bal & caf&eacute;", "Bal & café"), ("Bal &amp; café", "Bal & café"),
        ("A&T; 1 &#38; 2", "A&T; 1 & 2"), ("<![CDATA[Bal & café]]>", "Bal & café"), ("Bal\x0c\x00", "Bal"), ("1 &lt; 2", "1 < 2"),
        ("&LT;b", "<b"), ("<![CDATA[Bal", "Bal"),
    ],
)  # fmt: skip
def test_titles_as_templates_write_them(written, title):
    assert one(rss(title=written))["title"][0].startswith(title)


def test_links_keep_their_ampersands():
    body = rss().replace("<link>/1</link>", "<link><![CDATA[https://a.example/?a=1&copy=2]]></link>")
    assert one(body)["url"] == ["https://a.example/?a=1&copy=2"]
    assert one(rss().replace("/1", "/?a=1&b=2"))["url"] == ["https://a.example/?a=1&b=2"]


@pytest.mark.parametrize(
    ("declared", "charset", "header"),
    [("us-ascii", "utf-8", "utf-8"), ("us-ascii", "utf-8", None), ("utf-8", "cp1252", None), ("utf-16", "utf-8", None),
     ("ISO-8859-1", "cp1252", "utf-8"), ("no-such", "utf-8", None)],
)  # fmt: skip
def test_a_charset_declared_wrong(declared, charset, header):
    body = rss().replace('"utf-8"', f'"{declared}"').encode(charset)
    assert one(body, encoding=header)["title"] == ["Fête des voisins"]


def test_a_feed_that_breaks_off_tells_what_came():
    assert one(rss()[: -len("</item></channel></rss>")])["title"] == ["Fête des voisins"]


def test_tags_that_overlap_are_read_around():
    assert one(rss("<description>a <b>b</description>"))["title"] == ["Fête des voisins"]


def test_a_feed_too_broken_to_tell_an_entry_is_an_error():
    with pytest.raises(ExtractError, match="not a feed"):
        all_of("<rss <<>> <>")


@given(st.text(alphabet="<>&;!-[]CDATArsfed/ #x1né\"'=", max_size=200))
def test_no_text_breaks_the_reader(text):
    try:
        all_of("<rss version='2.0'><channel><item>" + text)
    except ExtractError:
        pass


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["items", "id", "url", "title", "_e", "start", "tags", "image"]), inner)))  # fmt: skip
def test_no_json_breaks_the_reader(value):
    assert isinstance(all_of(json.dumps(JSON | {"items": [value, {"_e": value, "tags": value, "title": value}]})), list)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["<![CDATA[", "&", "<item>", "<a ", "&#", "<rss "])
def test_mending_takes_time_in_proportion(piece):
    assert paced(lambda: mended("<rss>" + piece * 200_000))[1] < 2
