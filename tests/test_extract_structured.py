"""JSON-LD, calendars and feeds as real software writes them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract, extract_detail
from agenda_scraper.extract.jsonld import mended
from pages_of import html_source, page, source

JSONLD, ICAL, FEED = source("jsonld"), source("ical"), source("feed")


def ld(text) -> str:
    return f'<script type="application/ld+json">{text if isinstance(text, str) else json.dumps(text)}</script>'


def fields(notice) -> dict:
    return {name: [found.text for found in each] for name, each in notice.fields.items()}


def only(body, kind=JSONLD, **how):
    (notice,) = extract(page(body, **how), kind).notices
    return fields(notice)


EVENT = {"@type": "Event", "name": "Forum", "startDate": "2027-01-14T18:00+01:00"}


# ── JSON-LD ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "block",
    [
        EVENT,
        [EVENT],
        {"@graph": [{"@type": "WebPage"}, EVENT]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": EVENT}]},
        EVENT | {"@type": ["Thing", "https://schema.org/EducationEvent"]},
        {"@type": "WebPage", "mainEntity": EVENT},
    ],
)
def test_an_event_is_found_wherever_it_stands(block):
    assert only(ld(block))["title"] == ["Forum"]


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Event","name":"A","startDate":"2027-01-14",}',
        '/* tribe */ {"@type":"Event","name":"A","startDate":"2027-01-14"}',
        '{"@type":"Event","name":"A",\n// the day\n"startDate":"2027-01-14"}',
        '<!-- {"@type":"Event","name":"A","startDate":"2027-01-14"} -->',
        '{"@type":"Event","name":"A","description":"two\nlines","startDate":"2027-01-14"}',
    ],
)
def test_broken_json_is_mended(text):
    assert only(ld(text))["start"] == ["2027-01-14"]


@pytest.mark.parametrize(
    "text",
    [
        "{&quot;@type&quot;:&quot;Event&quot;,&quot;name&quot;:&quot;A&quot;,&quot;startDate&quot;:&quot;2027-01-14&quot;}",
        r"""{"@type":"Event","name":"A","startDate":"2027-01-14","description":"l\'eau"};""",
        '{"@type":"Thing"}\n{"@type":"Event","name":"A","startDate":"2027-01-14"}',
        '{"@type":"Event","name":"A","startDate":"2027-01-14"},{"@type":',
    ],
)
def test_json_no_parser_takes_is_read_as_far_as_it_goes(text):
    assert only(ld(text))["start"] == ["2027-01-14"]


def test_scripts_are_found_however_they_are_written_and_not_where_they_are_commented_out():
    event = json.dumps(EVENT)
    for tag in (
        "<SCRIPT TYPE='application/ld+json'>",
        "<script id=a type=application/ld+json class='x>y'>",
        "<!-- a --> <script type='application/ld+json; charset=utf-8'>",
    ):
        assert only(f"<p>x</p>{tag}{event}</script>")["title"] == ["Forum"], tag
    gone = json.dumps(EVENT | {"name": "Passé"})
    body = f"<!-- <script type='application/ld+json'>{gone}</script> --><script type='application/ld+json'>{event}</script>"
    assert only(body)["title"] == ["Forum"]
    assert only(f"<script>var a='ld+json'</script>{ld(EVENT)}")["title"] == ["Forum"]


def test_number_keywords_and_a_second_hall_are_read_for_what_they_are():
    halls = [{"@type": "Place", "name": "Salle A"}, {"@type": "Place", "name": "Salle B", "address": "2 rue B"}]
    said = {"identifier": {"@type": "PropertyValue", "value": 42}, "keywords": "débat, eau", "location": halls}
    told = only(ld(EVENT | said))
    assert (told["id"], told["themes"], told["place"]) == (["42"], ["débat", "eau"], ["Salle A"])
    assert "address" not in told


def test_the_words_a_maintainer_points_at_complete_and_overrule_what_machines_are_told():
    body = (
        ld(EVENT | {"startDate": "2027-01-14", "endDate": "2027-01-14"}) + "<p class=d>14 janvier, 18h</p><i>Lille</i>"
    )
    detail = html_source(detail={"when": "p.d", "place": "i"}).detail
    told = only(body, replace(JSONLD, detail=detail))
    assert (told["title"], told["when"], told["place"]) == (["Forum"], ["14 janvier, 18h"], ["Lille"])
    assert not {"start", "end"} & told.keys()
    whole = fields(extract_detail(page(body), replace(JSONLD, detail={"place": detail["place"]})))
    assert (whole["start"], whole["place"]) == (["2027-01-14"], ["Lille"])


def test_a_schedule_gives_the_first_sitting_and_the_rule():
    plan = {"@type": "Schedule", "startDate": "2027-01-13", "startTime": "18:00", "endTime": "20:00"}
    plan |= {"repeatFrequency": "P1W", "byDay": ["https://schema.org/Wednesday"], "endDate": "2027-03-31"}
    told = only(ld({"@type": "Event", "name": "Forum", "eventSchedule": plan}))
    assert (told["start"], told["end"]) == (["2027-01-13T18:00"], ["2027-01-13T20:00"])
    assert told["rrule"] == ["FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331"]
    assert only(ld({"@type": "Event", "name": "Forum", "eventSchedule": "weekly"})) == {"title": ["Forum"]}


def test_hopeless_json_and_a_graph_made_to_hurt_give_none():
    assert mended("{{{") is None
    assert mended("[" * 100_000) is None
    deep = '{"@graph":' * 500 + json.dumps(EVENT) + "}" * 500
    with pytest.raises(ExtractError):
        extract(page(ld(deep)), JSONLD)


def test_a_page_without_events_says_so():
    with pytest.raises(ExtractError, match=r"no schema\.org Event"):
        extract(page(ld({"@type": "Organization"}) + ld({"@type": "PublicationEvent"})), JSONLD)


def test_place_people_and_offer_are_read_in_their_usual_shapes():
    told = only(
        ld(
            EVENT
            | {
                "name": "Journ&amp;#233;e &amp;amp; débat",
                "location": [
                    {"@type": "VirtualLocation", "url": "https://visio.example"},
                    {
                        "@type": "Place",
                        "name": "Salle A",
                        "address": {"@type": "PostalAddress", "addressLocality": "Lyon", "postalCode": "69003"},
                        "geo": {"latitude": 45.76, "longitude": "4.84"},
                    },
                ],
                "organizer": [{"name": "Ville de Lyon"}, "Métropole"],
                "sponsor": {"name": "Région"},
                "eventStatus": "https://schema.org/EventCancelled",
                "offers": [{"price": 0, "priceCurrency": "EUR", "url": "/inscription"}],
                "isAccessibleForFree": True,
                "image": {"@type": "ImageObject", "url": "/a.png"},
            }
        )
    )
    assert told["title"] == ["Journée & débat"]
    assert (told["place"], told["city"], told["postcode"]) == (["Salle A"], ["Lyon"], ["69003"])
    assert (told["latitude"], told["longitude"]) == (["45.76"], ["4.84"])
    assert told["organisers"] == ["Ville de Lyon", "Métropole"]
    assert told["funders"] == ["Région"]
    assert told["status"] == ["EventCancelled"]
    assert told["price"] == ["0 EUR"]
    assert told["registration"] == ["https://a.example/inscription"]
    assert told["image"] == ["https://a.example/a.png"]
    assert told["virtual"] == ["https://visio.example"]
    assert told["free"] == ["true"]


@pytest.mark.parametrize(
    ("location", "want"),
    [
        ("Mairie", {"place": ["Mairie"]}),
        ({"@type": "Place", "address": "1 rue A, Lyon"}, {"address": ["1 rue A, Lyon"]}),
    ],
)
def test_a_place_may_be_a_mere_text(location, want):
    told = only(ld(EVENT | {"location": location}))
    assert {name: told[name] for name in want} == want


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["@type", "name", "location", "address", "geo", "offers", "organizer", "@graph", "startDate"]), inner)))  # fmt: skip
def test_no_json_breaks_the_reader(value):
    block = json.dumps({"@type": "Event", "x": value} | (value if isinstance(value, dict) else {})).replace(
        "</", "<\\/"
    )
    try:
        extract(page(ld(block)), JSONLD)
    except ExtractError:
        pass


# ── calendars ─────────────────────────────────────────────────────────────────────────────────────


def calendar(*lines: str, head: str = "") -> str:
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            *filter(None, [head]),
            "BEGIN:VEVENT",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )


def event(*lines: str, head: str = ""):
    return only(calendar("UID:1", "SUMMARY:Réunion", *lines, head=head), ICAL, media_type="text/calendar")


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART;VALUE=DATE:20270130", "DTEND;VALUE=DATE:20270201"], "2027-01-30", "2027-01-31"),
        (["DTSTART;VALUE=DATE:20270130", "DTEND;VALUE=DATE:20270131"], "2027-01-30", None),
        (["DTSTART;VALUE=DATE:20270130"], "2027-01-30", None),
        (
            ["DTSTART:20270130T170000Z", "DTEND:20270130T190000Z"],
            "2027-01-30T18:00:00+01:00",
            "2027-01-30T20:00:00+01:00",
        ),
        (["DTSTART:20270130T170000"], "2027-01-30T17:00:00+01:00", None),
        (["DTSTART:20270130T170000", "DURATION:PT90M"], "2027-01-30T17:00:00+01:00", "2027-01-30T18:30:00+01:00"),
        (["DTSTART;TZID=America/Montreal:20270130T170000"], "2027-01-30T17:00:00-05:00", None),
        (["DTSTART:20270130T170000", "DTEND:20270130T160000"], "2027-01-30T17:00:00+01:00", None),
    ],
)
def test_moments_of_a_calendar(lines, start, end):
    told = event(*lines)
    assert (told["start"], told.get("end")) == ([start], [end] if end else None)


def test_a_calendar_is_known_by_what_it_is_and_an_empty_one_is_no_error():
    body = calendar("UID:1", "SUMMARY:R", "DTSTART:20270130T170000Z")
    assert only(body, ICAL, media_type="type/calendar")["title"] == ["R"]
    assert extract(page("", media_type="type/calendar"), ICAL).proved_empty
    with pytest.raises(ExtractError, match="not a calendar"):
        extract(page("<html>Connexion</html>"), ICAL)


def test_a_series_keeps_its_rule_and_its_coming_days_without_the_excluded_one():
    told = event("DTSTART;TZID=Europe/Paris:20261203T120000", "DTEND;TZID=Europe/Paris:20261203T130000",
                 "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Paris:20261210T120000")  # fmt: skip
    assert [text[:16] for text in told["occurrences"]] == ["2026-12-03T12:00", "2026-12-17T12:00"]
    assert told["rrule"] == ["FREQ=WEEKLY;COUNT=3"]


def test_a_series_without_end_is_bounded():
    told = event("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY")
    assert 100 < len(told["occurrences"]) <= 400


def test_who_and_what_a_calendar_names():
    told = event("DTSTART:20270130T170000Z", 'ORGANIZER;CN="Ville de Lyon":mailto:a@lyon.example', "CATEGORIES:Débat,Quartier",
                 "GEO:45.7;4.8", "STATUS:CANCELLED", "URL:https://a.example/1")  # fmt: skip
    assert told["organisers"] == ["Ville de Lyon"]
    assert told["email"] == ["a@lyon.example"]
    assert told["themes"] == ["Débat", "Quartier"]
    assert told["status"] == ["CANCELLED"]
    assert told["url"] == ["https://a.example/1"]


def test_one_broken_event_does_not_cost_the_others():
    good = "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Bon\r\nDTSTART:20270130T170000Z\r\nEND:VEVENT\r\n"
    bad = good.replace("UID:2", "UID:1").replace("Bon", "Mauvais").replace("20270130T170000Z", "99991231T999999")
    body = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{bad}{good}END:VCALENDAR\r\n"
    notices = extract(page(body), ICAL).notices
    assert [notice.text("title") for notice in notices] == ["Mauvais", "Bon"]
    assert [bool(notice.text("start")) for notice in notices] == [False, True]


def test_a_rule_by_the_second_is_not_followed():
    told = event("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY;COUNT=100000000")
    assert "occurrences" not in told


@given(st.text(alphabet="BEGIN:VENTDS\r\n;=ZT20270130ULRY", max_size=200))
def test_no_calendar_breaks_the_reader(text):
    body = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + text + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    try:
        extract(page(body), ICAL)
    except ExtractError:
        pass


# ── feeds ─────────────────────────────────────────────────────────────────────────────────────────

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>F</title>
<item><title>Forum</title><link>https://a.example/1</link><guid isPermaLink="false">p1</guid>
<pubDate>Mon, 02 Nov 2026 10:15:00 +0000</pubDate><description>&lt;p&gt;Le 3 mai&lt;/p&gt;</description>%s</item></channel></rss>"""


def test_an_entry_is_a_notice():
    told = only(RSS % "", FEED, media_type="application/rss+xml")
    assert (told["title"], told["url"], told["id"]) == (["Forum"], ["https://a.example/1"], ["p1"])
    assert told["summary"] == ["<p>Le 3 mai</p>"]
    assert "start" not in told


def test_the_event_module_is_read():
    told = only(RSS % "<ev:startdate>2027-05-03T18:00:00+02:00</ev:startdate><ev:location>Lyon</ev:location>", FEED)
    assert (told["start"], told["place"]) == (["2027-05-03T18:00:00+02:00"], ["Lyon"])


def test_the_publication_date_is_the_event_only_when_the_source_says_so():
    told = only(RSS % "", source("feed", when="published"))
    assert told["start"] == ["Mon, 02 Nov 2026 10:15:00 +0000"]


def test_what_is_no_feed_is_said_to_be_none():
    with pytest.raises(ExtractError, match="not a feed"):
        extract(page("<html><body>Page</body></html>"), FEED)
    empty = '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title></channel></rss>'
    assert extract(page(empty), FEED).proved_empty


def test_a_page_that_closes_nothing_still_tells_its_event():
    body = (
        '<html><head><title>Forum<body><h1><b>Forum</h1><script type=application/ld+json>{"@type": "Event", '
        '"name": "Forum", "startDate": "2027-03-04"}'
    )
    (notice,) = extract(page(body), source("jsonld")).notices
    assert notice.text("start") == "2027-03-04"
