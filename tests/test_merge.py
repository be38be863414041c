"""Sightings of several sources become events, each under one UID for life."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.merge import merge
from agenda_scraper.model import Organiser, Place, Status, When, Witness
from agenda_scraper.report import Change, Changes
from store_world import HOUR, NOW, SITE, seen


def told(*new, before=(), now=NOW, **changes):
    """The dossiers after a source says something; what was not touched stays."""
    at = new[0].source if new else changes.pop("at", "mairie")
    after = {dossier.event.uid: dossier for dossier in before}
    merged = merge(Changes(at, new=new, **changes), before, site=SITE, now=now)
    return [*(after | {dossier.event.uid: dossier for dossier in merged}).values()]


def events(dossiers):
    return [dossier.event for dossier in dossiers]


def test_a_new_event_begins_at_zero_with_a_uid_of_the_site():
    (event,) = events(told(seen(1)))
    assert event.uid.endswith("@agenda.example") and event.sequence == 0
    assert event.first_seen == event.last_seen == event.changed_at == NOW
    assert event.witnesses == (Witness("mairie", "https://mairie.example/agenda/1"),)
    assert event.evidence == seen(1).evidence


def test_the_same_crawl_again_mints_the_same_uids():
    once, again = (told(seen(1), seen(2), now=now) for now in (NOW, NOW + HOUR))
    assert [event.uid for event in events(once)] == [event.uid for event in events(again)]
    assert len({event.uid for event in events(once)}) == 2


def test_a_taken_uid_is_passed_over():
    (mine,) = told(seen(1))
    taken = replace(mine, sightings=told(seen("other", "Bal des pompiers"))[0].sightings)
    taken = replace(taken, sightings=tuple(replace(known, uid=mine.event.uid) for known in taken.sightings))
    fresh = told(seen(1), before=[taken])
    assert len({event.uid for event in events(fresh)}) == 2


def test_rename_move_and_postponement_keep_the_uid():
    dossiers = told(seen(1))
    versions = [seen(1, "Autre titre"), seen(1, "Autre titre", days=90), seen(1, "Autre titre", days=90, city="Blois")]
    before = seen(1)
    for number, after in enumerate(versions, start=1):
        change = Change(before, after, ("title",))
        dossiers = told(before=dossiers, changed=(change,), now=NOW + number * HOUR)
        (event,) = events(dossiers)
        assert (event.uid, event.sequence) == (told(seen(1))[0].event.uid, number)
        assert event.facts == after.facts and event.changed_at == NOW + number * HOUR
        before = after


def test_vanishing_is_neither_a_change_nor_a_cancellation():
    dossiers = told(before=told(seen(1)), vanished=("1",), now=NOW + HOUR)
    (event,) = events(dossiers)
    assert event.vanished and event.sequence == 0 and event.facts.status is Status.SCHEDULED
    assert event.changed_at == NOW and event.witnesses
    (back,) = events(told(before=dossiers, restored=(seen(1),), now=NOW + 2 * HOUR))
    assert not back.vanished and (back.uid, back.sequence) == (event.uid, 0)


def heard(one, other):
    """How many events two notices of two sources make."""
    return len(told(other, before=told(one)))


def other(key="x", title="Conseil de quartier nord", **facts):
    return seen(key, title, at="journal", **facts)


@pytest.mark.parametrize(
    "second",
    [
        other(),
        other(title="CONSEIL DE QUARTIER – Nord"),
        other(city=None),
        other(days=date(2026, 11, 12)),
        other(title="Un autre titre", url=seen(1).facts.url),
        other(days=40, url=seen(1).facts.url),
    ],
)
def test_two_sources_tell_of_one_event(second):
    assert heard(seen(1), second) == 1


@pytest.mark.parametrize(
    "second",
    [
        other(city="Rouen"),
        other(city="Rouen", url=seen(1).facts.url),
        other(title="Conseil de quartier sud"),
        other(days=11),
        other(days=(NOW + timedelta(days=10)).replace(hour=10)),
        other(title="Un autre titre", days=40, url=seen(1).facts.url),
        seen(2),
    ],
)
def test_what_is_not_clearly_the_same_stays_apart(second):
    assert heard(seen(1), second) == 2


def test_a_short_title_without_a_town_proves_nothing():
    assert heard(seen(1, "Réunion publique"), other(title="Réunion publique", city=None)) == 2
    assert heard(seen(1, "Réunion publique"), other(title="Réunion publique")) == 1


def test_sessions_of_one_source_meet_their_own_counterparts():
    ten, noon = ((NOW + timedelta(days=3)).replace(hour=hour) for hour in (10, 14))
    dossiers = told(seen("a", days=ten), seen("b", days=noon))
    dossiers = told(other("c", days=noon), other("d", days=ten), before=dossiers)
    assert [[known.sighting.key for known in dossier.sightings] for dossier in dossiers] == [["a", "d"], ["b", "c"]]


def test_a_key_that_churned_keeps_its_event():
    (first,) = events(told(seen("id-123")))
    (event,) = events(told(seen("id-456"), before=told(seen("id-123")), vanished=("id-123",)))
    assert (event.uid, event.vanished, event.sequence) == (first.uid, False, 1)
    assert event.facts == seen("id-456").facts


def test_the_second_witness_fills_gaps_and_adds_the_hour():
    day = date(2026, 11, 12)
    own = seen(1, days=day, organisers=(Organiser("Ville de Tours"),))
    second = other(days=10, price="5 €", organisers=(Organiser("La Ville"),), summary="Ordre du jour")
    (event,) = events(told(second, before=told(own), now=NOW + HOUR))
    assert event.facts.organisers == (Organiser("Ville de Tours"),)
    assert (event.facts.price, event.facts.summary) == ("5 €", "Ordre du jour")
    assert event.facts.when == second.facts.when
    assert event.sequence == 1 and [each.source for each in event.witnesses] == ["mairie", "journal"]
    assert {each.source for each in event.evidence} == {"mairie", "journal"}


def test_a_witness_with_nothing_to_add_changes_nothing():
    (event,) = events(told(other(), before=told(seen(1)), now=NOW + HOUR))
    assert event.sequence == 0 and event.changed_at == NOW and len(event.witnesses) == 2


def test_the_organiser_is_believed_before_who_only_links_to_it():
    linking = replace(other(title="Conseil de quartier Nord"), page_url="https://journal.example/agenda")
    linking = replace(linking, facts=replace(linking.facts, url=seen(1).facts.url))
    (event,) = events(told(seen(1), before=told(linking)))
    assert event.facts.title == seen(1).facts.title


def test_date_and_status_come_from_one_mouth():
    late = replace(
        other(), facts=replace(other().facts, when=When(NOW + timedelta(days=80)), status=Status.RESCHEDULED)
    )
    dossiers = told(other(), before=told(seen(1)))
    (event,) = events(told(before=dossiers, changed=(Change(other(), late, ("when",)),), at="journal"))
    assert (event.facts.status, event.facts.when) == (Status.RESCHEDULED, late.facts.when)


def test_the_last_source_to_show_it_keeps_it_alive():
    dossiers = told(before=told(other(), before=told(seen(1))), vanished=("1",))
    (event,) = events(dossiers)
    assert not event.vanished and [each.source for each in event.witnesses] == ["journal"]
    assert events(told(before=dossiers, vanished=("x",), at="journal"))[0].vanished


@given(st.text(), st.text(), st.text())
def test_no_text_raises(title, key, url):
    strange = seen(key, title, city=title, url=url)
    (dossier,) = told(replace(strange, page_url=url))
    assert dossier.event.facts == strange.facts


@given(st.lists(st.sampled_from(["Tours", "Rouen", None]), min_size=2, max_size=6))
def test_an_event_never_joins_two_towns(cities):
    dossiers = []
    for number, city in enumerate(cities):
        dossiers = told(seen(number, at=f"s{number}", city=city), before=dossiers)
    for dossier in dossiers:
        places = (known.sighting.facts.place for known in dossier.sightings)
        assert len({place.city for place in places if isinstance(place, Place)}) <= 1
