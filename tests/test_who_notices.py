"""Our own labelled notices: the labels agree with the texts, and the readers of who agree with the labels."""

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from babel.dates import get_day_names

from agenda_scraper.model import Context, Role
from agenda_scraper.text import fold
from agenda_scraper.who import find_contacts, find_deadline_text, find_organisers, read_price

ROWS = [json.loads(line) for line in (Path(__file__).parent / "notices.jsonl").read_text(encoding="utf-8").splitlines()]
EVENTS = [row for row in ROWS if row["expected"]]


def context(row: dict) -> Context:
    return Context(row["lang"], date.fromisoformat(row["reference_date"]), row["tz"])


def test_there_are_enough_of_every_kind():
    languages = Counter(row["lang"] for row in ROWS)
    assert len(ROWS) >= 320 and set(languages) == {"fr", "en", "es", "de", "it", "nl", "pt", "ca"}
    assert min(languages.values()) >= 25
    assert 0.3 <= sum(row["negative_kind"] is not None for row in ROWS) / len(ROWS) <= 0.4
    assert len({row["id"] for row in ROWS}) == len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["id"])
def test_labels_stand_in_their_text(row):
    expected, text = row["expected"], row["text"]
    place, contact = expected["place"], expected["contact"]
    written = [place["venue"], place["address"], place["city"], expected["price"], contact["name"], contact["phone"]]
    for value in (*written, contact["url"], *expected["organisers"], *expected["partners"]):
        assert value is None or value in text
    start = datetime.fromisoformat(expected["start"])
    assert start.date() >= date.fromisoformat(row["reference_date"])
    assert expected["end"] is None or datetime.fromisoformat(expected["end"]) > start
    weekdays = {fold(name): number for number, name in get_day_names("wide", locale=row["lang"]).items()}
    before_the_day = rf"\b({'|'.join(weekdays)}),? {start.day}(?:er)?\b"
    for weekday in re.findall(before_the_day, fold(text)):
        assert weekdays[weekday] == start.weekday()


def f1(role: str, roles: set[Role]) -> float:
    hit = extra = lost = 0
    for row in EVENTS:
        want = {fold(name) for name in row["expected"][role]}
        read = {fold(one.name) for one in find_organisers(row["text"], context(row)) if one.role in roles}
        hit, extra, lost = hit + len(want & read), extra + len(read - want), lost + len(want - read)
    return 2 * hit / (2 * hit + extra + lost)


def test_organisers_and_partners_are_read():
    assert f1("organisers", {Role.ORGANISER}) >= 0.98
    assert f1("partners", {Role.PARTNER, Role.FUNDER}) >= 0.98


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["id"])
def test_contacts_price_and_deadline_are_read(row):
    expected, contacts = row["expected"], find_contacts(row["text"], context(row))
    for kind in ("name", "email", "phone"):
        value = expected["contact"][kind]
        assert value is None or value in {getattr(contact, kind) for contact in contacts}
    assert read_price(row["text"], context(row))[1] == expected["free"]
    assert "registration_deadline" not in expected or find_deadline_text(row["text"], context(row))
