"""schema.org events in microdata and RDFa."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract, extract_detail
from pages_of import page, source

SOURCE = source("microdata")


def told(html: str) -> list[dict]:
    notices = extract(page(html), SOURCE).notices
    return [{name: [found.text for found in each] for name, each in notice.fields.items()} for notice in notices]


MICRODATA = """<div itemscope itemtype="https://schema.org/SocialEvent">
<a itemprop="url" href="/e/7"><span itemprop="name">Assemblée du quartier</span></a>
<time itemprop="startDate" datetime="2027-02-03T18:30">3 février</time><meta itemprop="endDate" content="2027-02-03T20:00">
<div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Salle des fêtes</b>
<p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="addressLocality">Tours</i></p></div>
<a itemprop="organizer" href="/asso">Comité</a><link itemprop="eventStatus" href="https://schema.org/EventCancelled">
</div>"""

RDFA = """<div vocab="https://schema.org/" typeof="Event"><span property="name">Assemblée du quartier</span>
<span property="startDate" content="2027-02-03T18:30">3 février</span>
<div property="location" typeof="Place"><span property="schema:name">Salle des fêtes</span></div></div>"""


def test_an_item_gives_every_field_its_own_way():
    (event,) = told(MICRODATA)
    assert event["title"] == ["Assemblée du quartier"]
    assert event["url"] == ["https://a.example/e/7"]
    assert (event["start"], event["end"]) == (["2027-02-03T18:30"], ["2027-02-03T20:00"])
    assert (event["place"], event["city"]) == (["Salle des fêtes"], ["Tours"])
    assert (event["organisers"], event["status"]) == (["Comité"], ["EventCancelled"])


def test_rdfa_says_the_same_in_other_attributes():
    (event,) = told(RDFA)
    assert (event["title"], event["start"], event["place"]) == (
        ["Assemblée du quartier"], ["2027-02-03T18:30"], ["Salle des fêtes"],
    )  # fmt: skip


def test_an_event_of_an_event_is_none_of_its_own_but_a_neighbour_is():
    inner = (
        '<div itemprop="subEvent" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Atelier</b></div>'
    )
    beside = '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Atelier</b></div>'
    whole = '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Semaine</b>{}</div>'
    assert [event["title"] for event in told(whole.format(inner))] == [["Semaine"]]
    assert [event["title"] for event in told(whole.format(beside))] == [["Semaine"], ["Atelier"]]


def test_itemref_brings_what_stands_elsewhere():
    html = (
        '<p id="q"><b itemprop="name">Débat</b></p><div itemscope itemtype="http://schema.org/Event" itemref="q"></div>'
    )
    assert told(html)[0]["title"] == ["Débat"]


@pytest.mark.parametrize("kind", ["http://schema.org/Organization", "http://schema.org/PublicationEvent"])
def test_what_is_no_event_is_left(kind):
    with pytest.raises(ExtractError, match=r"no schema\.org Event"):
        told(f'<div itemscope itemtype="{kind}"><b itemprop="name">X</b></div>')


def test_events_of_other_vocabularies_are_left():
    with pytest.raises(ExtractError):
        told('<div typeof="lode:Event"><b property="dc:title">X</b></div>')


def test_the_page_of_one_notice_is_read_without_selectors():
    assert extract_detail(page(MICRODATA), SOURCE).text("city") == "Tours"


PIECES = ["<div itemscope itemtype='http://schema.org/Event'>", "<i itemprop='name'>a", "<p itemprop='location' itemscope>",
          "</div>", "</p>", "<a itemprop='url' href='[x'>", "<b typeof='Event' property='event'>", "<u itemref='a b' id='a'>"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_markup_breaks_the_reader(pieces):
    try:
        assert told("".join(pieces))
    except ExtractError:
        pass


@pytest.mark.slow
def test_items_within_items_without_end_are_bounded():
    told("<div itemscope itemtype='http://schema.org/Event' itemprop='location'><i itemprop=name>x</i>" * 3000)


def test_a_place_of_which_only_the_link_is_marked_is_called_by_its_text():
    place = (
        '<td itemprop="location" itemscope itemtype="http://schema.org/Place"><a itemprop="url" href="/h">Tide Hall</a>'
    )
    row = f'<tr itemscope itemtype="http://schema.org/Event"><td itemprop="name">Low Tide<td>{{}}{place}</tr>'
    assert "Tide Hall" in str(told(f"<table>{row}</table>"))


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ('<a itemprop="url" href="/hall">Old Mill</a>', ["Old Mill"]),
        ('<a itemprop="url" href="/hall">Old Mill</a><b itemprop="name">The Old Mill</b>', ["The Old Mill"]),
        ('<a itemprop="url" href="/hall">Website</a>', None),
        ('<a itemprop="url" href="/hall">www.mill.example</a>', None),
        ('<a itemprop="url" href="/hall"></a>', None),
        ('<a href="/hall">Old Mill</a>', None),
    ],
)
def test_beside_an_address_the_marked_link_names_the_place(link, place):
    address = (
        '<p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="addressLocality">'
    )
    html = f"""<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Forum</b>
      <div itemprop="location" itemscope itemtype="https://schema.org/Place">{link}{address}Selby</i></p></div></div>"""
    (event,) = told(html)
    assert (event.get("place"), event["city"]) == (place, ["Selby"])
