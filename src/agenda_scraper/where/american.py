"""Segments as maps of North America write them: "12 Main Street Selby, CA, 93223 United States"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.words import STREET_LAST

_ZIP = r"\d{5}(?:-\d{4})?"
_STATE = r"[A-Z]{2}"
_CODE_THEN_COUNTRY = re.compile(rf"(?P<state>{_STATE} )?(?P<code>{_ZIP}) (?P<country>[A-Z][A-Za-z. ]+)")
_CODED_STATE = re.compile(rf"{_STATE} {_ZIP}")
_TOWN_BEHIND = re.compile(rf"\d.*\s(?:{STREET_LAST})\.?(?:\s(?:[NSEW]|[NS][EW]))?\s(?P<town>[A-Z][^\d]+)", re.I)


def rejoined(parts: Iterable[str]) -> list[str]:
    """The segments with a postcode beside its state rather than its country, and both behind the town of a street."""
    whole: list[str] = []
    for part in (piece for each in parts for piece in _without_country(each)):
        if whole and re.fullmatch(_ZIP, part) and re.fullmatch(_STATE, whole[-1]):
            part = f"{whole.pop()} {part}"
        behind = _TOWN_BEHIND.fullmatch(whole[-1]) if whole and _CODED_STATE.fullmatch(part) else None
        if behind and behind["town"][0].isupper():
            part = f"{whole.pop()} {part}"
        whole.append(part)
    return whole


def _without_country(part: str) -> tuple[str, ...]:
    found = _CODE_THEN_COUNTRY.fullmatch(part)
    if found is None or key(found["country"]) not in gazetteer.countries():
        return (part,)
    return f"{found['state'] or ''}{found['code']}", found["country"]
