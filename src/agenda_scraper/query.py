"""The one question everyone asks the store, and how it is written in an address: `region=Bretagne&free=yes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlencode

from agenda_scraper.errors import AgendaError

# Within how many kilometres of a place, when nobody says.
NEAR = 25
# What an event is or is not.
CHOICES = ("online", "free", "cancelled")
_YES = {"yes": True, "true": True, "1": True, "oui": True, "no": False, "false": False, "0": False, "non": False}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Query:
    """Every field narrows, None asks nothing. `since` and `until` are days, both included.

    `near` is a town or "latitude,longitude", `within` kilometres around it; `spot` is where `near` lies, once somebody
    has looked it up: a question without it asks nothing of distance. `online` asks for what may be followed from afar,
    or for what one may go to: a hybrid event is found by both.
    """

    text: str | None = None
    region: str | None = None
    department: str | None = None
    city: str | None = None
    country: str | None = None
    near: str | None = None
    within: int | None = None
    type: str | None = None
    theme: str | None = None
    audience: str | None = None
    organiser: str | None = None
    source: str | None = None
    language: str | None = None
    online: bool | None = None
    free: bool | None = None
    cancelled: bool | None = None
    since: date | None = None
    until: date | None = None
    everything: bool = False
    spot: tuple[float, float] | None = None


def asked_by(pairs: Iterable[tuple[str, str]]) -> Query:
    """The question that the parameters of an address ask; empty ones ask nothing.

    AgendaError for a parameter nobody knows or a value that cannot be: a subscription that silently asked less would
    bring strangers' events for years.
    """
    query = Query()
    given: set[str] = set()
    for name, value in pairs:
        if not value.strip():
            continue
        if name in given:
            raise AgendaError("stands there twice", where=name[:40], fix="ask for one of them")
        given.add(name)
        read = _READERS.get(name)
        if read is None:
            meant = get_close_matches(name, _READERS, 1)
            fix = f"did you mean '{meant[0]}'?" if meant else f"known are {', '.join(_READERS)}"
            raise AgendaError("unknown parameter", where=name[:40], fix=fix)
        query = replace(query, **{_FIELDS.get(name, name): read(name, value.strip()[:_LONGEST])})
    return query


def narrowed(query: Query, by: Query) -> Query:
    """A question that asks what both ask; where both ask of the same thing, `by` has the word."""
    told: dict[str, Any] = {field.name: value for field in fields(Query) if (value := getattr(by, field.name))}
    asked = {name: getattr(by, name) for name in CHOICES if getattr(by, name) is not None}
    return replace(query, **(told | asked))


def parameters(query: Query) -> str:
    """A question as the parameters of an address, always in the same order; what is not asked is left out."""
    told = {name: getattr(query, _FIELDS.get(name, name)) for name in _READERS}
    return urlencode({name: _written(value) for name, value in told.items() if value is not None})


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(name: str, value: str) -> str:
    return value


def _words(name: str, value: str) -> str:
    if not any(letter.isalnum() for letter in value):
        raise AgendaError(f"'{value}' holds no word", where=name, fix="write words, or beginnings of words")
    return value


def _choice(name: str, value: str) -> bool:
    if value.lower() not in _YES:
        raise AgendaError(f"'{value}' is neither yes nor no", where=name, fix=f"write {name}=yes or {name}=no")
    return _YES[value.lower()]


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise AgendaError(f"'{value}' is no day", where=name, fix="write it as 2026-11-18") from None


def _kilometres(name: str, value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:5]) <= 20_000:
        raise AgendaError(f"'{value}' is no distance", where=name, fix="write kilometres, such as 25")
    return int(value)


# In an address `from` and `until` are what people would type; Python keeps `from` for itself.
_FIELDS = {"from": "since"}
_SPECIAL: dict[str, Callable[[str, str], Any]] = {
    "text": _words,
    "within": _kilometres,
    **dict.fromkeys(CHOICES, _choice),
    "from": _day,
    "until": _day,
}
_UNASKED = {"everything", "spot", "since"}
_READERS: dict[str, Callable[[str, str], Any]] = {
    name: _SPECIAL.get(name, _text)
    for name in (*(field.name for field in fields(Query) if field.name not in _UNASKED), "from")
}
