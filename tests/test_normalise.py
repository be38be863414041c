"""From what a page says to what we understood: values, where they were read, and what is not believed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.agenda import Source
from agenda_scraper.links import address_key, canonical
from agenda_scraper.model import Found, Mode, Notice, Role, Sighting, Status
from agenda_scraper.normalise import normalise, own_key
from agenda_scraper.normalise.summaries import plain_lines, sanitised
from agenda_scraper.normalise.titles import plain, sentence_case, status_in
from agenda_scraper.report import Rejected
from pages_of import html_source

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 23)
SOURCE = Source("asso", "Asso", "https://a.example/agenda", "html", "sources.yaml:7", country="FR")


def notice(**fields: str | list[str]) -> Notice:
    found = {
        name: tuple(Found(text, f"sel {name}") for text in ([texts] if isinstance(texts, str) else texts))
        for name, texts in fields.items()
    }
    return Notice("asso", "https://a.example/agenda", found)


def read(source: Source = SOURCE, **fields) -> Sighting:
    sighting = normalise(
        notice(**({"title": "Réunion publique", "when": "12 janvier 2027"} | fields)), source, reference=TODAY
    )
    assert isinstance(sighting, Sighting), sighting
    return sighting


# ── addresses and identity ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://A.example:443/x?utm_source=n&id=3#haut", "https://a.example/x?id=3"),
        ("https://a.example/print/actualites/forum", "https://a.example/actualites/forum"),
        ("https://a.example/fr/print/actualites/forum", "https://a.example/fr/actualites/forum"),
        ("https://a.example/print/2101", "https://a.example/print/2101"),  # a number names no page but this
        ("https://a.example/caf%C3%A9?fbclid=1", "https://a.example/caf%C3%A9"),
        ("https://a.example/#!/event/12", "https://a.example/#!/event/12"),
        (
            "https://a.example/spip.php?article44&id_evenement=12",
            "https://a.example/spip.php?article44&id_evenement=12",
        ),
        ("https://a.example/?q=&n=1", "https://a.example/?q=&n=1"),
        ("http://[oops", "http://[oops"),
    ],
)
def test_an_address_loses_what_follows_the_reader(url, want):
    assert canonical(url) == want


@pytest.mark.parametrize(
    "other", ["http://www.a.example/e/1/", "https://a.example/e/1?utm_campaign=x", "https://A.EXAMPLE/e/1#top"]
)
def test_spellings_of_one_address_have_one_key(other):
    assert address_key(other) == address_key("https://a.example/e/1")


@given(st.text())
def test_canonical_is_its_own_canonical(text):
    url = canonical("https://a.example/" + text.replace("[", "").replace("]", ""))
    assert canonical(url) == url


def test_the_key_is_the_sources_own_and_the_list_itself_names_nothing():
    assert own_key(notice(url="https://www.a.example/e/1/"), SOURCE) == "url:a.example/e/1"
    listed = html_source("li", title="h3")
    assert own_key(notice(url="https://a.example/agenda", id="77"), listed) == "id:77"
    assert own_key(notice(url="https://a.example/"), listed) is None
    assert read(title="Réunion !").key == "title:reunion|2027-01-12"


# ── titles ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("title", "rest", "status"),
    [
        ("[ANNULÉ] Forum", "Forum", Status.CANCELLED),
        ("Annulé : forum ouvert", "Forum ouvert", Status.CANCELLED),
        ("Forum (complet)", "Forum", Status.FULL),
        ("REPORTÉ - Balade", "Balade", Status.POSTPONED),
        ("ABGESAGT: Bürgerrat", "Bürgerrat", Status.CANCELLED),
        ("Cancelled! Town hall", "Town hall", Status.CANCELLED),
        ("Forum – annulé", "Forum", Status.CANCELLED),
        ("Complément d'enquête", "Complément d'enquête", None),
        ("Reporters citoyens : atelier", "Reporters citoyens : atelier", None),
        ("Full house: how towns decide", "Full house: how towns decide", None),
        ("Annulé", "Annulé", None),
        ("Réunion publique annulée", "Réunion publique", Status.CANCELLED),
        ("L’atelier annulé sur le climat", "L’atelier sur le climat", Status.CANCELLED),
        ("Balade urbaine reportée au 12 mars", "Balade urbaine reportée au 12 mars", Status.POSTPONED),
        ("Taller participativo cancelado", "Taller participativo", Status.CANCELLED),
        ("Débat : le projet annulé de la gare", "Débat : le projet annulé de la gare", None),
        ("Vol annulé : vos droits", "Vol annulé : vos droits", None),
        ("Reunión vecinal suspendida", "Reunión vecinal", Status.CANCELLED),
        ("Findet nicht statt: Sitzung", "Sitzung", Status.CANCELLED),
        ("Werkstatt (ausverkauft)", "Werkstatt", Status.FULL),
        ("Ple: sessió ordinària", "Ple: sessió ordinària", None),
    ],
)
def test_a_status_word_is_not_part_of_the_title(title, rest, status):
    assert status_in(title) == (rest, status)


def test_a_shouted_title_becomes_a_sentence_with_the_bodys_own_names():
    body = "La journée du CNFPT à Lille réunit les agents de la métropole."
    assert sentence_case("JOURNÉE DU CNFPT À LILLE", body) == "Journée du CNFPT à Lille"
    assert sentence_case("PLU : RÉUNION DE QUARTIER", "") == "PLU : réunion de quartier"
    assert sentence_case("Journée du CNFPT", body) == "Journée du CNFPT"


def test_a_title_has_no_markup_and_no_entities():
    assert plain("Caf&amp;eacute; <b>citoyen</b>\n &#8211; d&eacute;bat") == "Café citoyen – débat"
    assert plain("Budget <2027 et après") == "Budget <2027 et après"


# ── when ──────────────────────────────────────────────────────────────────────────────────────────


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("start", "end", "want"),
    [
        ("2027-01-14T18:00:00+01:00", "2027-01-14T20:00:00+01:00", (at(2027, 1, 14, 18), at(2027, 1, 14, 20))),
        ("2027-01-14T17:00:00Z", "", (at(2027, 1, 14, 18), None)),
        ("2027-01-14", "2027-01-16", (date(2027, 1, 14), date(2027, 1, 16))),
        ("2027-01-14", "2027-01-14", (date(2027, 1, 14), None)),
        ("2027-01-14T01:00:00+01:00", "2027-01-15T01:00:00+01:00", (date(2027, 1, 14), date(2027, 1, 15))),
        ("2027-07-14T02:00:00+02:00", "2027-07-15T02:00:00+02:00", (date(2027, 7, 14), date(2027, 7, 15))),
        ("2027-01-14T00:00:00+01:00", "2027-01-15T00:00:00+01:00", (date(2027, 1, 14), date(2027, 1, 14))),
        ("2027-01-14T00:00:00+01:00", "2027-01-14T23:59:59+01:00", (date(2027, 1, 14), None)),
        ("2027-01-14T00:00:00+01:00", "", (date(2027, 1, 14), None)),
        ("2027-01-14T22:00:00+01:00", "2027-01-15T01:00:00+01:00", (at(2027, 1, 14, 22), at(2027, 1, 15, 1))),
    ],
)
def test_structured_moments(start, end, want):
    when = read(when="", start=start, end=end).facts.when
    assert (when.start, when.end) in (want, (want[0], None if want[1] == want[0] else want[1]))


@pytest.mark.parametrize(("start", "end"), [("00:30", "01:30"), ("00:45", "01:15")])
def test_an_event_in_the_hour_that_the_clocks_show_twice_keeps_its_end(start, end):
    when = read(when="", start=f"2026-10-25T{start}:00Z", end=f"2026-10-25T{end}:00Z").facts.when
    assert [when.start.astimezone(UTC).strftime("%H:%M"), when.end.astimezone(UTC).strftime("%H:%M")] == [start, end]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("jeudi 14 janvier 2027, 18h - 20h30", at(2027, 1, 14, 20, 30)),
        ("du 14 janvier 2027 à 18h au 15 janvier 2027 à 12h", at(2027, 1, 15, 12)),
        ("jeudi 14 janvier 2027, 19h - 20h30", None),  # another start: which is believed is plain, its end is not
        ("jeudi 14 janvier 2027", None),
    ],
)
def test_the_text_beside_a_machines_start_tells_its_end(text, end):
    when = read(start="2027-01-14T17:00:00Z", when=text).facts.when
    assert (when.start, when.end) == (at(2027, 1, 14, 18), end)


@pytest.mark.parametrize(
    ("said", "start", "end", "want"),
    [
        ("false", "2027-01-14 00:00:00", "2027-01-16 23:59:00", (at(2027, 1, 14), at(2027, 1, 16, 23, 59))),
        ("false", "2027-01-14 00:00:00", "2027-01-14 00:00:00", (date(2027, 1, 14), None)),
        ("true", "2027-01-14 08:00:00", "2027-01-16 17:00:00", (date(2027, 1, 14), date(2027, 1, 16))),
        ("1", "2027-01-14T00:00:00+01:00", "2027-01-16T00:00:00+01:00", (date(2027, 1, 14), date(2027, 1, 15))),
        ("oui", "2027-01-14 00:00:00", "", (date(2027, 1, 14), None)),
        ("?", "2027-01-14 00:00:00", "2027-01-16 23:59:59", (date(2027, 1, 14), date(2027, 1, 16))),
    ],
)
def test_a_notice_that_says_whether_it_is_all_day_is_believed(said, start, end, want):
    when = read(when="", start=start, end=end, all_day=said).facts.when
    assert (when.start, when.end) == want


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("$.events[3].organizer.organizer", ["Ville de Lyon, Conseil citoyen Nord"]),
        ("$[0].organizers[*].title", ["Ville de Lyon, Conseil citoyen Nord"]),
        ("$.records[3].fields.organisateur", ["Ville de Lyon", "Conseil citoyen Nord"]),
    ],
)
def test_what_a_list_of_an_api_names_is_one_organiser(where, names):
    told = Notice(
        "a",
        "https://a.example/",
        {
            **notice(title="Forum", when="12 janvier 2027").fields,
            "organisers": (Found("Ville de Lyon, Conseil citoyen Nord", where),),
        },
    )
    assert [each.name for each in normalise(told, SOURCE, reference=date(2026, 11, 23)).facts.organisers] == names


@pytest.mark.parametrize("far", ["9999-12-31", "9999-12-31T23:59:59Z", "9999-12-31T23:00:00-11:00", "9999-01-01T00:00"])
def test_the_end_of_time_says_that_none_is_known(far):
    told = read(start="2027-01-14T18:00+01:00", end=far, when="").facts.when
    assert (told.start, told.end) == (at(2027, 1, 14, 18), None)
    assert read(start="2027-01-14", end=far, when="").facts.when == replace(told, start=date(2027, 1, 14))
    # a start that is none leaves what people are told to be read, and without that there is no date
    assert read(start=far, end=far, when="12 janvier 2027").facts.when.start == date(2027, 1, 12)
    undated = normalise(notice(title="Réunion", when="", start=far), SOURCE, reference=TODAY)
    assert isinstance(undated, Rejected) and "no date" in undated.reason


def test_the_first_hours_of_time_are_no_crash():
    assert read(start="0001-01-01T00:00:00+11:00").facts.when.start.year == 1


def test_occurrences_span_the_event():
    when = read(
        start="2027-01-14", occurrences=["2027-01-21T18:00+01:00/2027-01-21T19:00+01:00", "2027-01-14T18:00+01:00/"]
    ).facts.when
    assert when.occurrences == ((at(2027, 1, 14, 18), None), (at(2027, 1, 21, 18), at(2027, 1, 21, 19)))
    assert (when.start, when.end) == (at(2027, 1, 14, 18), at(2027, 1, 21, 19))


def test_a_publication_date_settles_the_year():
    assert read(when="le 12 mars", published="Publié le 2 février 2020").facts.when.start == date(2020, 3, 12)


def test_a_date_field_without_a_date_leaves_the_text_to_be_read():
    facts = read(when="Voir ci-dessous", summary="Rendez-vous le 14 mai 2027 à 18h.").facts
    assert facts.when.start == at(2027, 5, 14, 18)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": ""}, "no title"),
        ({"when": "31 juin 2027"}, "no date"),
        ({"when": ""}, "no date"),
        ({"when": "", "start": "2027-01-14T18:00", "end": "2027-01-13T18:00"}, "the end is before the start"),
    ],
)
def test_what_is_not_believed(fields, reason):
    rejected = normalise(notice(**({"title": "Réunion", "when": "12 mai 2027"} | fields)), SOURCE, reference=TODAY)
    assert isinstance(rejected, Rejected)
    assert reason in rejected.reason


# ── the rest ──────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_notice():
    sighting = read(
        title="[REPORTÉ] ATELIER DU BUDGET PARTICIPATIF",
        when="mardi 19 janvier 2027, 14h-17h",
        place="Maison de quartier\n12 rue des Lilas, 59000 Lille",
        summary="<p>Organisé par la <b>Ville de Lille</b> en partenariat avec l’association Parlons.</p><script>x()</script>"
        "<p>Gratuit. Contact : ateliers@lille.example</p>",
    )
    facts = sighting.facts
    assert (facts.title, facts.status) == ("Atelier du budget participatif", Status.POSTPONED)
    assert (facts.when.start, facts.when.end) == (at(2027, 1, 19, 14), at(2027, 1, 19, 17))
    assert (facts.place.name, facts.place.city, facts.place.department) == ("Maison de quartier", "Lille", "Nord")
    assert [(who.name, who.role) for who in facts.organisers][:1] == [("Ville de Lille", Role.ORGANISER)]
    assert facts.contacts[0].email == "ateliers@lille.example"
    assert (facts.free, facts.mode) == (True, Mode.OFFLINE)
    assert "script" not in facts.summary_html
    assert facts.summary.startswith("Organisé par la Ville de Lille")
    where = {each.field: each.where for each in sighting.evidence}
    assert where["when"] == "sel when"
    assert where["organisers"] == "text"


def test_a_status_field_beats_its_softwares_default():
    assert read(status="EventScheduled", title="[ANNULÉ] Forum").facts.status is Status.CANCELLED
    assert read(status="https://schema.org/EventCancelled").facts.status in (Status.CANCELLED, Status.SCHEDULED)
    assert read(status="CANCELLED").facts.status is Status.CANCELLED
    ruled = Source("asso", "A", "https://a.example/", "html", status={Status.FULL: {"title": "plus de place"}})
    assert read(ruled, title="Forum, plus de place").facts.status is Status.FULL


@pytest.mark.parametrize(
    ("fields", "mode"),
    [
        ({"virtual": "https://visio.example"}, Mode.ONLINE),
        ({"virtual": "online", "place": "Mairie, Lyon"}, Mode.MIXED),
        ({"mode": "OnlineEventAttendanceMode"}, Mode.ONLINE),
        ({"mode": "MixedEventAttendanceMode", "place": "Lyon"}, Mode.MIXED),
        ({"mode": "OfflineEventAttendanceMode", "summary": "Un webinaire en visioconférence."}, Mode.ONLINE),
        ({"place": "Lyon"}, Mode.OFFLINE),
        ({"place": "Lyon", "status": "EventMovedOnline"}, Mode.ONLINE),
        ({"place": "Lyon", "status": "EventMovedOnline", "mode": "MixedEventAttendanceMode"}, Mode.MIXED),
    ],
)
def test_how_one_takes_part(fields, mode):
    assert read(**fields).facts.mode is mode


def test_the_title_beside_the_date_is_no_place():
    assert read(title="Holm Golf USA", text="12 janvier 2027\nHolm Golf USA").facts.place is None


def test_where_all_are_held_is_where_a_notice_without_place_is():
    held = read(setting="à la salle Aragon, 4 rue Haute").facts.place
    assert held is not None and held.name == "salle Aragon"
    assert read(setting="13 Quay Street").facts.place.address == "13 Quay Street"
    assert read(setting="à huis clos").facts.place is None
    assert read(setting="à la salle Aragon", text="12 janvier 2027, salle Bleue").facts.place.name == "salle Bleue"


def test_coordinates_of_the_page_are_surer_than_the_towns_and_null_island_is_none():
    assert read(place="Lyon", latitude="45.7701", longitude="4.8801").facts.place.latitude == 45.7701
    assert read(place="Lyon", latitude="0", longitude="0").facts.place.latitude != 0


def test_constants_fill_what_the_page_leaves_out():
    source = Source(
        "asso", "A", "https://a.example/", "html", constants={"place": "Roubaix", "organisers": "Ville de Roubaix"}
    )
    facts = read(source).facts
    assert (facts.place.city, facts.organisers[0].name) == ("Roubaix", "Ville de Roubaix")
    assert read(source, place="Lille").facts.place.city == "Lille"


def test_map_turns_a_sources_words_into_ours():
    source = Source("asso", "A", "https://a.example/", "html", map={"type": {"Atelier": "workshop"}})
    assert read(source, type="Atelier").facts.type == "workshop"
    assert read(source, type="Autre").facts.type == "Autre"


def test_a_weekday_that_disagrees_is_told_and_the_date_wins():
    sighting = read(when="lundi 12 janvier 2027")  # a Tuesday
    assert sighting.facts.when.start == date(2027, 1, 12)
    assert "weekday" in sighting.warnings[0]


# ── no harm ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markup", "never"),
    [
        ("<p onclick=x()>a</p>", "onclick"),
        ("<a href='javascript:x()'>a</a>", "javascript"),
        ("<img src=x onerror=x()>", "<img"),
        ("<p style='position:fixed'>a</p>", "style"),
        ("<iframe src=https://a.example></iframe><p>a</p>", "iframe"),
        ("<p>a\u202eb</p>", "\u202e"),
    ],
)
def test_no_markup_harms_a_reader(markup, never):
    assert never not in (sanitised(markup) or "")


def test_html_escaped_once_more_is_html_again():
    told = r"&lt;p&gt;Une journ&eacute;e&lt;/p&gt;\n&lt;script&gt;x()&lt;/script&gt;"
    assert plain_lines(told) == "Une journée"
    assert sanitised(told) == "<p>Une journée</p>"


def test_plain_lines_keep_the_ends_of_blocks():
    assert plain_lines("<p>a\nb</p><ul><li>c</li><li>d &amp; e</li></ul>") == "a b\nc\nd & e"
    assert plain_lines("deux\nlignes, 3 < 4") == "deux\nlignes, 3 < 4"


@given(
    st.dictionaries(
        st.sampled_from(
            ["title", "when", "place", "summary", "start", "end", "organisers", "contact", "price", "status", "url"]
        ),
        st.text(),
    )
)
def test_no_notice_breaks_the_reading(fields):
    normalise(notice(**fields), SOURCE, reference=TODAY)


# ── places ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["Virtual", "Zoom", "https://meet.example/j/12", "TBA"])
def test_a_labelled_name_that_is_no_place_leaves_the_rest(name):
    place = read(place=name, city="Lille").facts.place
    assert place is not None and (place.name, place.city) == (None, "Lille")
    assert read(place="Salle Verte", address="https://meet.example/j/12", city="Lille").facts.place.address is None


@pytest.mark.parametrize(
    ("setting", "name", "address"),
    [
        ("at Lamp Bar (32 N. Selby Avenue)", "Lamp Bar", "32 N. Selby Avenue"),
        ("in English", None, None),
        ("at Lamp Bar", None, None),
    ],
)
def test_a_setting_that_no_word_calls_a_house_needs_its_address(setting, name, address):
    source = replace(SOURCE, language="en", timezone="America/Chicago", country="US")
    place = read(source, setting=setting).facts.place
    assert (place and place.name, place and place.address) == (name, address)


def test_a_link_where_the_place_should_stand_leaves_it_to_the_text():
    said = read(place="https://meet.example/j/12", text="La réunion se tient à la salle Verte, 59000 Lille.")
    assert said.facts.place is not None and (said.facts.place.name, said.facts.place.city) == ("salle Verte", "Lille")
    assert read(place="En ligne", text="Notre siège : salle Verte, 59000 Lille.").facts.place is None
