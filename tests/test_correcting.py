"""What people put right stands above all sources, through every crawl, until it is taken back."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from agenda_scraper.correcting import put_right, take_back
from agenda_scraper.errors import AgendaError
from agenda_scraper.history import Act, Correction, News
from agenda_scraper.merge import with_edit
from agenda_scraper.model import Mode, Status
from agenda_scraper.query import Query
from agenda_scraper.where.near import located
from store_world import HOUR, NOW, PARIS, SITE, crawl, seen
from stored import fresh

pytestmark = pytest.mark.slow


@pytest.fixture
def store(tmp_path):
    with fresh(tmp_path) as opened:
        yield opened


def shown(store, **more):
    return store.find(Query(), now=NOW, **more)


def say(store, act, uid, *, now=NOW, **told):
    (kept,) = put_right(store, [Correction(uid, act, now, **told)], site=SITE, now=now)
    return kept


def test_an_edit_stands_through_every_crawl_and_is_taken_back(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    kept = say(store, Act.EDIT, event.uid, field="title", value="Conseil citoyen", now=NOW + HOUR)
    crawl(store, seen(1, "Conseil de quartier, nouveau titre", price="5 €"), now=NOW + 2 * HOUR)
    (after,) = shown(store)
    assert (after.uid, after.facts.title, after.facts.price) == (event.uid, "Conseil citoyen", "5 €")
    assert store.event(event.uid).evidence[0].rule == "corrected by hand"
    take_back(store, kept.number, site=SITE, now=NOW + 3 * HOUR)
    assert shown(store)[0].facts.title == "Conseil de quartier, nouveau titre"
    assert [version.news for version in store.history(event.uid)] == [
        *(News.ANNOUNCED, News.CORRECTED, News.CORRECTED, News.CORRECTED),
    ]
    assert store.corrections() == [] and store.corrections(undone=True)[0].undone_at == NOW + 3 * HOUR


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_said_in_one_command_is_one_change(store, backwards):
    crawl(store, seen(1))
    (event,) = shown(store)
    words = [("when.start", "2026-11-13T20:00"), ("when.end", "2026-11-13T22:00"), ("title", "Conseil citoyen")]
    said = [
        Correction(event.uid, Act.EDIT, NOW, field=field, value=value)
        for field, value in (reversed(words) if backwards else words)
    ]
    kept = put_right(store, said, site=SITE, now=NOW + HOUR)
    first, change = store.history(event.uid)
    assert (first.news, change.news, change.sequence, change.fields) == (
        *(News.ANNOUNCED, News.MOVED),
        1,
        ("title", "when"),
    )
    (after,) = shown(store)
    told = after.facts.when
    assert (told.start.hour, told.end.hour, after.facts.title, after.sequence) == (20, 22, "Conseil citoyen", 1)
    # each is kept as a word of its own, and can be taken back
    assert sorted(each.number for each in kept) == [each.number for each in store.corrections()] == [1, 2, 3]
    title = next(each.number for each in kept if each.field == "title")
    take_back(store, title, site=SITE, now=NOW + 2 * HOUR)
    (after,) = shown(store)
    assert (after.facts.title, after.facts.when) == (event.facts.title, told)


def test_a_town_put_right_is_looked_up_again(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    kept = say(store, Act.EDIT, event.uid, field="place.city", value="Lille", now=NOW + HOUR)
    # through a crawl that says something else, too
    crawl(store, seen(1, price="5 €"), now=NOW + 2 * HOUR)
    place = shown(store)[0].facts.place
    assert (place.name, place.city, place.department) == ("Salle des fêtes", "Lille", "Nord")
    assert (place.region, round(place.latitude, 1), place.postcode) == ("Hauts-de-France", 50.6, None)
    assert [each.uid for each in store.find(Query(region="Hauts-de-France"), now=NOW)] == [event.uid]
    take_back(store, kept.number, site=SITE, now=NOW + 3 * HOUR)
    assert shown(store)[0].facts.place == event.facts.place


@pytest.mark.parametrize(
    ("commands", "told"),
    [
        # 93200 and 97400 are both Saint-Denis; the word of the person says which
        ([{"city": "Saint-Denis", "postcode": "97400"}], ("Saint-Denis", "97400", "La Réunion")),
        ([{"postcode": "93200", "city": "Saint-Denis"}], ("Saint-Denis", "93200", "Île-de-France")),
        ([{"city": "Saint-Denis"}, {"postcode": "97400"}], ("Saint-Denis", "97400", "La Réunion")),
        ([{"city": "Lille", "postcode": "59777"}], ("Lille", "59777", "Hauts-de-France")),
        ([{"region": "Bretagne", "city": "Lille"}], ("Lille", None, "Bretagne")),
        ([{"region": "Bretagne"}, {"city": "Lille"}], ("Lille", None, "Hauts-de-France")),
        ([{"city": "Lille"}, {"postcode": ""}], ("Lille", None, "Hauts-de-France")),
        ([{"city": "Nullepart-sur-Rien"}], ("Nullepart-sur-Rien", None, None)),
        ([{"city": ""}], (None, None, None)),
    ],
)
def test_what_a_person_says_beside_the_town_wins(store, commands, told):
    crawl(store, seen(1))
    (event,) = shown(store)
    for number, words in enumerate(commands, 1):
        at = NOW + number * HOUR
        said = [
            Correction(event.uid, Act.EDIT, at, field=f"place.{name}", value=value) for name, value in words.items()
        ]
        put_right(store, said, site=SITE, now=at)
    place = shown(store)[0].facts.place
    assert (place.city, place.postcode, place.region) == told


def test_a_region_put_right_in_another_language_is_found_by_all_its_names(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    say(store, Act.EDIT, event.uid, field="place.region", value="Beieren")
    assert shown(store)[0].facts.place.region == "Bayern"
    assert [each.uid for each in store.find(located(Query(region="Bavière")), now=NOW)] == [event.uid]


def test_an_end_put_right_fails_no_crawl_when_the_start_moves_behind_it(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    say(store, Act.EDIT, event.uid, field="when.end", value="2026-11-12T20:00")
    assert shown(store)[0].facts.when.end.hour == 20
    crawl(store, seen(1, days=12), now=NOW + HOUR)
    assert (shown(store)[0].facts.when.start.day, shown(store)[0].facts.when.end) == (14, None)
    crawl(store, seen(1), now=NOW + 2 * HOUR)
    assert shown(store)[0].facts.when.end.hour == 20


def test_a_command_of_which_one_word_cannot_be_changes_nothing(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    said = [Correction(event.uid, Act.EDIT, NOW, field=field, value="x") for field in ("title", "free")]
    with pytest.raises(AgendaError, match="free"):
        put_right(store, said, site=SITE, now=NOW + HOUR)
    assert shown(store) == [event] and store.corrections() == []


def test_a_merge_leaves_a_pointer_and_can_be_taken_back(store):
    crawl(store, seen(1), seen(2, "Fête du fleuve"))
    one, other = sorted(shown(store), key=lambda event: event.facts.title)
    kept = say(store, Act.MERGE, one.uid, other=other.uid, now=NOW + HOUR)
    crawl(store, seen(1), seen(2, "Fête du fleuve et des berges"), now=NOW + 2 * HOUR)
    assert [event.uid for event in shown(store)] == [one.uid]
    pointer = next(event for event in shown(store, pointers=True) if event.uid == other.uid)
    assert (pointer.merged_into, pointer.sequence, pointer.cancelled_at) == (one.uid, 1, NOW + HOUR)
    assert store.history(other.uid)[-1].news is News.MERGED
    take_back(store, kept.number, site=SITE, now=NOW + 3 * HOUR)
    assert {event.uid: event.facts.title for event in shown(store)} == {
        one.uid: "Conseil de quartier nord",
        other.uid: "Fête du fleuve et des berges",
    }
    assert store.history(other.uid)[-1].news is News.BACK
    assert store.event(other.uid).sequence == 2


def test_what_was_split_never_joins_again(store):
    crawl(store, seen(1))
    crawl(store, seen("x", at="journal"), at="journal", now=NOW + HOUR)
    (event,) = shown(store)
    kept = say(store, Act.SPLIT, event.uid, value="journal", now=NOW + 2 * HOUR)
    for hours in (3, 4):
        crawl(store, seen("x", at="journal", price=f"{hours} €"), at="journal", now=NOW + hours * HOUR)
        crawl(store, seen(1, price=f"{hours} €"), now=NOW + hours * HOUR)
        assert {each.uid for each in shown(store)} == {event.uid, kept.other}
    take_back(store, kept.number, site=SITE, now=NOW + 5 * HOUR)
    assert [each.uid for each in shown(store)] == [event.uid]


def test_what_is_hidden_is_nowhere_but_in_the_store(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    kept = say(store, Act.HIDE, event.uid)
    crawl(store, seen(1, "Nouveau titre"), now=NOW + HOUR)
    assert shown(store) == [] and store.news(NOW, Query(), now=NOW) == []
    assert [each.uid for each in store.find(Query(everything=True), now=NOW)] == [event.uid]
    take_back(store, kept.number, site=SITE, now=NOW + 2 * HOUR)
    assert [each.uid for each in shown(store)] == [event.uid]


def test_what_is_hidden_once_is_shown_by_one_undo(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    kept = say(store, Act.HIDE, event.uid)
    with pytest.raises(AgendaError, match="hidden already") as error:
        say(store, Act.HIDE, event.uid)
    assert f"undo {kept.number}`" in error.value.fix
    take_back(store, kept.number, site=SITE, now=NOW + HOUR)
    assert [each.uid for each in shown(store)] == [event.uid]
    say(store, Act.HIDE, event.uid, now=NOW + 2 * HOUR)
    assert shown(store) == []


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "Autre", lambda facts: facts.title == "Autre"),
        ("status", "cancelled", lambda facts: facts.status is Status.CANCELLED),
        ("mode", "online", lambda facts: facts.mode is Mode.ONLINE),
        ("free", "yes", lambda facts: facts.free is True),
        ("themes", "budget, climat", lambda facts: facts.themes == ("budget", "climat")),
        (
            "organisers",
            "Ville de Tours; IREV",
            lambda facts: [o.name for o in facts.organisers] == ["Ville de Tours", "IREV"],
        ),
        ("when.start", "2026-12-01", lambda facts: facts.when.start == date(2026, 12, 1)),
        ("when.end", "2026-11-12T20:00", lambda facts: facts.when.end == datetime(2026, 11, 12, 20, tzinfo=PARIS)),
        ("place.city", "Blois", lambda facts: (facts.place.city, facts.place.latitude) == ("Blois", None)),
        ("place.latitude", "47.6", lambda facts: facts.place.latitude == 47.6),
        ("summary", "Deux mots", lambda facts: facts.summary == "Deux mots"),
        ("price", "", lambda facts: facts.price is None),
        ("url", "https://ailleurs.example/1", lambda facts: facts.url == "https://ailleurs.example/1"),
        ("deadline", "2026-11-10", lambda facts: facts.deadline == date(2026, 11, 10)),
    ],
)
def test_every_field_can_be_put_right(field, value, told):
    assert told(with_edit(seen(1).facts, field, value))


@pytest.mark.parametrize(
    ("field", "value", "fix"),
    [
        ("titel", "x", "did you mean 'title'"),
        ("uid", "x", "one of title"),
        ("title", "", "hide"),
        ("status", "off", "cancelled"),
        ("free", "maybe", "free=yes"),
        ("when.start", "", "2026-11-18"),
        ("when.start", "18/11/2026", "2026-11-18"),
        ("when.end", "2020-01-01T10:00", "the start is"),
        ("url", "javascript:alert(1)", "https://"),
        ("place.latitude", "north", "50.63"),
    ],
)
def test_what_cannot_be_says_what_can(field, value, fix):
    with pytest.raises(AgendaError, match=field) as error:
        with_edit(seen(1).facts, field, value)
    assert fix in error.value.fix


@pytest.mark.parametrize(
    ("field", "value", "fix"),
    [
        ("type", "wrokshop", "did you mean workshop"),
        ("type", "Workshop", "did you mean workshop"),
        ("type", "balade urbaine", "did you mean walk"),
        ("type", "xyz", "one of public-inquiry, "),
        ("themes", "mobility, climate", "did you mean environment-climate"),
        ("audience", "researcher", "did you mean researchers"),
    ],
)
def test_a_word_that_the_vocabulary_does_not_know_is_refused(store, field, value, fix):
    crawl(store, seen(1, type="workshop"))
    (event,) = shown(store)
    with pytest.raises(AgendaError, match=field) as error:
        say(store, Act.EDIT, event.uid, field=field, value=value)
    assert fix in error.value.fix
    assert shown(store) == [event] and store.corrections() == []


def test_words_of_the_vocabulary_and_of_sources_can_be_said(store):
    crawl(store, seen(1), seen(2, "Fête du fleuve", type="fest-noz"))
    (event,) = store.find(Query(text="conseil"), now=NOW)
    for field, value in (("type", "fest-noz"), ("type", "walk"), ("themes", "rural, mobility"), ("audience", "")):
        say(store, Act.EDIT, event.uid, field=field, value=value)
    (event,) = store.find(Query(text="conseil"), now=NOW)
    assert (event.facts.type, event.facts.themes, event.facts.audience) == ("walk", ("rural", "mobility"), None)


def test_a_correction_that_cannot_be_made_writes_nothing(store):
    crawl(store, seen(1))
    (event,) = shown(store)
    for told in (
        {"act": Act.MERGE, "uid": event.uid, "other": event.uid},
        {"act": Act.MERGE, "uid": event.uid, "other": "nobody"},
        {"act": Act.SPLIT, "uid": event.uid},
        {"act": Act.EDIT, "uid": event.uid, "field": "titel", "value": "x"},
    ):
        with pytest.raises(AgendaError):
            say(store, **told)
    with pytest.raises(AgendaError, match="does not exist"):
        take_back(store, 7, site=SITE, now=NOW)
    assert store.corrections(undone=True) == [] and shown(store) == [replace(event)]


def test_sources_that_disagree_are_shown(store):
    crawl(store, seen(1, registration_url="https://tickets.example/event/12345"))
    late = (NOW.replace(hour=19, minute=30)).replace(day=12)
    told = seen("x", at="journal", days=late, registration_url="https://tickets.example/event/12345")
    crawl(store, told, at="journal", now=NOW + HOUR)
    (event,) = shown(store)
    (conflict,) = event.conflicts
    assert conflict.field == "when"
    assert [source for source, _ in conflict.said] == ["mairie", "journal"]
