"""Towns no gazetteer knows, in notices of our own: language, town (none when the notice names none), text."""

from datetime import date
from pathlib import Path

import pytest

from agenda_scraper.model import Context
from agenda_scraper.where import find_place

ZONES = {
    "fr": "Europe/Paris", "en": "Europe/London", "de": "Europe/Berlin", "es": "Europe/Madrid", "it": "Europe/Rome",
    "nl": "Europe/Amsterdam", "pt": "Europe/Lisbon", "ca": "Europe/Madrid",
}  # fmt: skip
ROWS = [line.split("|", 2) for line in (Path(__file__).parent / "towns.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("language", "town", "text"), ROWS)
def test_the_town_of_a_notice(language, town, text):
    place = find_place(text.replace("\\n", "\n"), Context(language, date(2026, 2, 1), ZONES[language]))
    assert (place.city if place else None) == (town or None)
