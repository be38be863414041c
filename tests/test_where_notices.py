"""Sixty notices labelled before any was read: the share of places and names found must not fall."""

import json
from datetime import date
from pathlib import Path

import pytest

from agenda_scraper.model import Context, Mode, Role
from agenda_scraper.text import fold
from agenda_scraper.where import find_place, read_mode
from agenda_scraper.who import find_organisers

FILE = Path(__file__).parent / "fresh_notices.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def context(row: dict) -> Context:
    return Context(row["lang"], date.fromisoformat(row["reference_date"]), row["tz"])


def found(field: str, wanted: str) -> float:
    """The share of the labelled notices whose place holds what the label says."""
    told = [(row["expected"]["place"][wanted], find_place(row["text"], context(row))) for row in ROWS]
    hits = [fold(value) in fold(getattr(place, field, None) or "") for value, place in told if value]
    return sum(hits) / len(hits)


@pytest.mark.parametrize(
    ("field", "wanted", "least"),
    [("city", "city", 0.85), ("name", "venue", 0.85), ("address", "address", 0.85), ("postcode", "postcode", 0.85)],
)
def test_places_are_found(field, wanted, least):
    assert found(field, wanted) >= least


def test_modes_are_read():
    right = [read_mode(row["text"], context(row)) for row in ROWS]
    told = [row["expected"]["place"]["mode"] for row in ROWS]
    assert sum((one or Mode.OFFLINE).value == other for one, other in zip(right, told, strict=True)) >= 57


def test_organisers_are_read():
    hit = extra = lost = 0
    for row in ROWS:
        want = {fold(name) for name in row["expected"]["organisers"]}
        read = {fold(one.name) for one in find_organisers(row["text"], context(row)) if one.role is Role.ORGANISER}
        hit, extra, lost = hit + len(want & read), extra + len(read - want), lost + len(want - read)
    assert 2 * hit / (2 * hit + extra + lost) >= 0.8


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Seminario en línea sobre datos", Mode.ONLINE),
        ("La sesión podrá seguirse también en línea", Mode.MIXED),
        ("Eine Teilnahme ist auch online möglich.", Mode.MIXED),
        ("Attend on site and online.", Mode.MIXED),
        ("Inscription possible aussi en ligne.", None),
    ],
)
def test_online_is_said_of_the_event(text, mode):
    assert read_mode(text, Context("fr", date(2026, 2, 1), "Europe/Paris")) == mode


@pytest.mark.parametrize(
    ("language", "zone", "text", "name", "city"),
    [
        ("fr", "Paris", "Débat le 3 mai à 18h, La Fabrique (12 rue des Prés, Lille).", "Fabrique", "Lille"),
        ("pt", "Lisbon", "Debate, 3 de maio, 18h, Mira Forum (Rua de Miraflor, 155, Porto).", "Mira Forum", "Porto"),
        ("fr", "Paris", "Université d'été, du 26 au 28 août 2026, Campus de Ker Lann, Bruz.", "Campus de Ker Lann", "Bruz"),
    ],
)  # fmt: skip
def test_a_house_before_its_street_is_the_venue(language, zone, text, name, city):
    place = find_place(text, Context(language, date(2026, 2, 1), f"Europe/{zone}"))
    assert name in (place.name or "") and place.city == city
