"""What a source said before, held against what it says now."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import HeldError
from agenda_scraper.model import Evidence, Facts, When
from agenda_scraper.reconcile import Harvest, differing, over, reconcile
from agenda_scraper.report import Known
from store_world import NOW, seen, source


def known(*sightings, gone=()):
    first = NOW - timedelta(days=3)
    return {
        each.key: Known(each, f"uid-{each.key}", first, first, vanished_at=first if each.key in gone else None)
        for each in sightings
    }


def decide(before, *found, accept=False, now=NOW, **harvest):
    return reconcile(source(), before, harvest=Harvest(found, **harvest), now=now, accept=accept)


def test_each_sighting_gets_one_verdict():
    before = known(seen(1), seen(2, "Atelier budget"), seen(3, "Débat"), seen(4, "Forum"), gone=["4"])
    renamed = seen(2, "Conseil de quartier sud")
    changes = decide(before, seen(1), renamed, seen(4, "Forum"), seen(5, "Bal des pompiers"))
    assert changes.unchanged == (seen(1),)
    assert [(change.before, change.after, change.fields) for change in changes.changed] == [
        (seen(2, "Atelier budget"), renamed, ("title",))
    ]
    assert changes.vanished == ("3",)
    assert changes.restored == (seen(4, "Forum"),)
    assert changes.new == (seen(5, "Bal des pompiers"),)


def test_where_it_was_read_is_no_change():
    moved = replace(seen(1), evidence=(Evidence("title", "mairie", "h2", "x", "y"),), page_url="https://other.example")
    assert decide(known(seen(1)), moved).unchanged == (moved,)


def test_a_day_and_its_midnight_differ():
    assert differing(seen(1, days=date(2026, 12, 1)), seen(1, days=NOW.replace(month=12, day=1, hour=0))) == ("when",)


def test_a_failed_page_makes_nothing_vanish():
    before = known(*(seen(key) for key in range(30)))
    changes = decide(before, seen(0), complete=False)
    assert (changes.vanished, changes.unchanged) == ((), (seen(0),))
    assert decide(before, complete=False).vanished == ()


@pytest.mark.parametrize(
    ("had", "left", "held"), [(1, 0, True), (6, 1, False), (7, 1, True), (60, 48, False), (60, 47, True)]
)
def test_sudden_loss_is_held(had, left, held):
    before = known(*(seen(key, f"Réunion {key}") for key in range(had)))
    found = [seen(key, f"Réunion {key}") for key in range(left)]
    if not held:
        assert len(decide(before, *found).vanished) == had - left
        return
    with pytest.raises(HeldError) as caught:
        decide(before, *found)
    assert "agenda-scraper crawl mairie --accept" in caught.value.fix
    assert len(decide(before, *found, accept=True).vanished) == had - left


def test_a_page_that_says_it_is_empty_is_believed():
    assert decide(known(seen(1), seen(2)), proved_empty=True).vanished == ("1", "2")


def test_what_is_past_may_leave_in_numbers():
    before = known(*(seen(key, days=-key - 1) for key in range(40)), seen("next"))
    changes = decide(before, seen("next"))
    assert len(changes.vanished) == 40
    assert len(decide(known(*(seen(key, days=-2) for key in range(3)))).vanished) == 3


def test_ids_that_churn_are_known_again_by_title_and_day():
    before = known(*(seen(f"old{key}", f"Réunion {key}", url=f"https://m.example/{key}a") for key in range(20)))
    changes = decide(
        before, *(seen(f"new{key}", f"Réunion {key}", url=f"https://m.example/{key}a") for key in range(20))
    )
    assert changes.rekeyed == tuple((f"old{key}", f"new{key}") for key in range(20))
    assert len(changes.unchanged) == 20 and not (changes.new or changes.vanished)


def test_a_new_id_and_a_new_hour_at_once_is_a_change():
    before, after = seen("a", "Conseil de quartier", url=""), seen("b", "Conseil de quartier", days=12, url="")
    changes = decide(known(before), after)
    assert changes.rekeyed == (("a", "b"),)
    assert [(change.before, change.after) for change in changes.changed] == [(before, after)]


def test_a_new_id_and_a_new_title_at_once_needs_the_place_and_most_words():
    before = seen("a", "Conseil de quartier nord", url="")
    assert decide(known(before), seen("b", "Conseil du quartier nord", url="")).rekeyed == (("a", "b"),)
    assert decide(known(before), seen("b", "Bal des pompiers", url=""), accept=True).rekeyed == ()
    session = seen("a", "Atelier budget participatif 1", url="")
    assert decide(known(session), seen("b", "Atelier budget participatif 2", url=""), accept=True).rekeyed == ()


def test_next_years_edition_is_another_event():
    over = seen("2025", "Fête des associations", days=-3, url="")
    changes = decide(known(over), seen("2026", "Fête des associations", days=360, url=""))
    assert changes.rekeyed == () and len(changes.new) == 1


def test_sessions_of_one_title_keep_their_own_hours():
    morning, evening = (NOW + timedelta(days=3)).replace(hour=10), (NOW + timedelta(days=3)).replace(hour=18)
    before = known(seen("a", days=morning, url=""), seen("b", days=evening, url=""))
    changes = decide(before, seen("c", days=evening, url=""), seen("d", days=morning, url=""))
    assert set(changes.rekeyed) == {("a", "d"), ("b", "c")} and len(changes.unchanged) == 2


def test_what_comes_back_under_another_id_is_restored():
    changes = decide(known(seen("a", url=""), gone=["a"]), seen("b", url=""))
    assert changes.rekeyed == (("a", "b"),) and [each.key for each in changes.restored] == ["b"]


def test_one_event_under_two_addresses_of_a_list_is_one():
    twice = seen("a"), seen("b", url="https://mairie.example/a-la-une")
    assert [each.key for each in decide({}, *twice).new] == ["a"]
    assert [each.key for each in decide(known(twice[1]), *twice).unchanged] == ["b"]
    rooms = [replace(each, facts=replace(each.facts, place=None)) for each in (seen("a"), seen("b", days=11))]
    assert len(decide({}, *rooms).new) == 2


def test_a_key_twice_keeps_the_first_and_says_so():
    changes = decide({}, seen(1), seen(1), seen(1, "Autre réunion"))
    (kept,) = changes.new
    assert kept.facts.title == "Conseil de quartier nord"
    assert len(kept.warnings) == 1 and "Autre réunion" in kept.warnings[0]
    assert decide(known(kept), kept, seen(1, "Autre réunion")).seen[0].warnings == kept.warnings


def test_a_key_is_what_a_database_can_hold():
    changes = decide({}, seen("a\0b\ud83d"))
    assert [each.key for each in changes.new] == ["ab"]
    assert decide(known(*changes.new), seen("a\0b\ud83d")).unchanged == changes.new


@pytest.mark.parametrize(
    ("when", "past"),
    [
        (When(None), False),
        (When(date(2026, 11, 1)), True),
        (When(date(2026, 11, 2)), False),
        (When(date(2026, 10, 1), date(2026, 11, 2)), False),
        (When(NOW - timedelta(hours=2)), False),
        (When(NOW - timedelta(hours=13)), True),
        (When(date(2026, 10, 1), rrule="FREQ=WEEKLY"), False),
        (When(date(2026, 10, 1), occurrences=((date(2026, 10, 1), None), (date(2026, 11, 5), None))), False),
        (When(date(2026, 10, 1), occurrences=((date(2026, 10, 1), None), (date(2026, 10, 5), None))), True),
    ],
)
def test_an_event_is_over_when_its_last_day_is(when, past):
    assert over(Facts("x", when), NOW) is past


KEYS = st.lists(st.integers(0, 30), max_size=30)


@given(KEYS, KEYS, st.sets(st.integers(0, 30)), st.booleans())
def test_nothing_is_forgotten_and_nothing_told_twice(before, now, gone, complete):
    remembered = known(*(seen(key) for key in before), gone={str(key) for key in gone})
    changes = decide(remembered, *(seen(key, f"Réunion {key}") for key in now), complete=complete, accept=True)
    told = [each.key for each in changes.seen]
    assert len(told) == len(set(told)) and set(told) == {str(key) for key in now}
    live = {key for key, each in remembered.items() if each.vanished_at is None}
    assert set(changes.vanished) == (live - set(told) if complete else set())
