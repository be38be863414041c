"""A person's word on a field of an event: read, checked, and put above what every source says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from itertools import groupby
from typing import Any, TypeAlias

from agenda_scraper.errors import AgendaError
from agenda_scraper.history import Act, Correction
from agenda_scraper.model import Context, Facts, Mode, Moment, Organiser, Place, Status, When
from agenda_scraper.text import web_address
from agenda_scraper.zones import day_of, elapsed, zone

# How a place is completed from what is known of its town; merge itself knows no gazetteer.
Locate: TypeAlias = Callable[[Place, Context], Place]


def edited(facts: Facts, corrections: Sequence[Correction], locate: Locate | None = None) -> Facts:
    """The facts with every standing edit that can still be, in the order they were made."""
    edits = [each for each in corrections if each.act is Act.EDIT and each.field and each.value is not None]
    for each in edits:
        if not _of_place(each):
            # an end that a person gave may lie before the start that a source tells now: no crawl fails of that
            with suppress(AgendaError):
                facts = with_edit(facts, each.field or "", each.value or "")
    # what was said in one command was said at one moment
    moments = groupby(filter(_of_place, edits), key=lambda each: each.at)
    words = [dict(_place_word(each.field or "", each.value or "") for each in said) for _, said in moments]
    return replace(facts, place=_placed(facts, words, locate)) if words else facts


def _of_place(correction: Correction) -> bool:
    return (correction.field or "").startswith("place.")


def with_edit(facts: Facts, field: str, value: str) -> Facts:
    """The facts with one value replaced; an empty value takes it away.

    AgendaError for a field nobody may set or a value that cannot be: it names what can.
    """
    read = _FIELDS.get(field)
    if read is None:
        meant = get_close_matches(field, _FIELDS, 1)
        fix = f"did you mean '{meant[0]}'?" if meant else f"one of {', '.join(_FIELDS)}"
        raise AgendaError("no field one can correct", where=field, fix=fix)
    return read(facts, field, value.strip())


def _plain(facts: Facts, field: str, value: str) -> Facts:
    if field == "title" and not value:
        raise AgendaError("an event has a title", where=field, fix="write one, or hide the event")
    told: dict[str, Any] = {field: value if field in ("title", "url") else value or None}
    return replace(facts, **told)


def _address(facts: Facts, field: str, value: str) -> Facts:
    if value and web_address(value) is None:
        raise AgendaError(f"'{value}' is no web address", where=field, fix="write https://…")
    return _plain(facts, field, value)


def _summary(facts: Facts, field: str, value: str) -> Facts:
    return replace(facts, summary=value or None, summary_html=None)


def _themes(facts: Facts, field: str, value: str) -> Facts:
    return replace(facts, themes=tuple(theme.strip() for theme in value.split(",") if theme.strip()))


def _organisers(facts: Facts, field: str, value: str) -> Facts:
    names = [name.strip() for name in value.split(";") if name.strip()]
    return replace(facts, organisers=tuple(Organiser(name) for name in names))


def _free(facts: Facts, field: str, value: str) -> Facts:
    known = {"yes": True, "no": False, "": None}
    if value.lower() not in known:
        raise AgendaError(f"'{value}' is neither yes nor no", where=field, fix="write free=yes or free=no")
    return replace(facts, free=known[value.lower()])


def _choice(kind: type[Status] | type[Mode]) -> Callable[[Facts, str, str], Facts]:
    def read(facts: Facts, field: str, value: str) -> Facts:
        try:
            chosen: dict[str, Any] = {field: kind(value)}
            return replace(facts, **chosen)
        except ValueError:
            fix = f"one of {', '.join(each.value for each in kind)}"
            raise AgendaError(f"'{value}' is no {field}", where=field, fix=fix) from None

    return read


def _place(facts: Facts, field: str, value: str) -> Facts:
    return replace(facts, place=_placed(facts, [dict([_place_word(field, value)])], None))


def _place_word(field: str, value: str) -> tuple[str, Any]:
    """A field of Place and what a person says of it; None takes it away."""
    name, value = field.partition(".")[2], value.strip()
    if name not in ("latitude", "longitude") or not value:
        return name, value or None
    try:
        return name, float(value)
    except ValueError:
        raise AgendaError(f"'{value}' is no number", where=field, fix="write degrees, such as 50.63") from None


def _placed(facts: Facts, words: Iterable[Mapping[str, Any]], locate: Locate | None) -> Place:
    """The place with what people said of it, command after command; where another town lies is looked up."""
    said: dict[str, Any] = {}
    for told in words:
        # what was said of the town before is not said of another one
        stays = {name: value for name, value in said.items() if name in _AT_HAND} if "city" in told else said
        said = {**stays, **told}
    place = facts.place or Place()
    if "city" in said or "postcode" in said:
        # nor does where the town that was read lies say anything of the one a person names
        place = replace(Place(place.name, place.address, country=place.country), **said)
        if locate and (place.city or place.postcode):
            context = Context(facts.language or "", day_of(facts.when.start or date.min), facts.when.timezone)
            place = locate(place, context)
    return replace(place, **said)


# What one town and another may share.
_AT_HAND = ("name", "address", "country")


def _when(facts: Facts, field: str, value: str) -> Facts:
    moment = _moment(field, value, facts.when.timezone)
    name = field.partition(".")[2]
    if name == "start" and moment is None:
        raise AgendaError("an event has a start", where=field, fix="write 2026-11-18 or 2026-11-18T18:30")
    # what a person says of the start or the end is said of the whole: sittings that sources list are another event's
    when = replace(facts.when, occurrences=(), rrule=None)
    when = replace(when, start=moment) if name == "start" else replace(when, end=moment)
    if not _in_order(when):
        if name == "end":
            raise AgendaError(f"'{value}' is not after the start", where=field, fix=f"the start is {when.start}")
        when = replace(when, end=None)
    return replace(facts, when=when)


def _in_order(when: When) -> bool:
    start, end = when.start, when.end
    if start is None or end is None:
        return True
    return isinstance(start, datetime) is isinstance(end, datetime) and elapsed(start, end) >= timedelta()


def _moment(field: str, value: str, timezone: str) -> Moment | None:
    if not value:
        return None
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise AgendaError(f"'{value}' is no date", where=field, fix="write 2026-11-18 or 2026-11-18T18:30") from None
    there = zone(timezone)
    return moment.astimezone(there) if moment.tzinfo else moment.replace(tzinfo=there)


def _deadline(facts: Facts, field: str, value: str) -> Facts:
    return replace(facts, deadline=_moment(field, value, facts.when.timezone))


_FIELDS: dict[str, Callable[[Facts, str, str], Facts]] = {
    **dict.fromkeys(("title", "type", "audience", "price", "language"), _plain),
    **dict.fromkeys(("url", "registration_url", "image"), _address),
    "summary": _summary,
    "themes": _themes,
    "organisers": _organisers,
    "free": _free,
    "status": _choice(Status),
    "mode": _choice(Mode),
    "deadline": _deadline,
    "when.start": _when,
    "when.end": _when,
    **{
        f"place.{name}": _place
        for name in ("name", "address", "postcode", "city", "department", "region", "country", "latitude", "longitude")
    },
}
