"""Several notices of one event put together: those of several channels, the rows of one list. Notices in and out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from agenda_scraper.extract.days import clock_at, day_in, day_keys, hours_in, is_of_the_page
from agenda_scraper.links import address_key
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import fold

Findings = tuple[Found, ...]
_LONGEST = 300  # letters of a line that says when
_SHORT = 60  # letters of the line below it that says the hours
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}")


def merged(known: Sequence[Notice], told: Sequence[Notice], *, wins: Collection[str], adds: bool) -> list[Notice]:
    """The notices known, filled by those of a further channel, which has the last word on the fields it `wins`.

    One that brings no events of its own, and tells of one where one is known, tells of that one.

    Two notices are one when they have the same address, or else the same title, and among several such the same
    day (a series shares both). Where nothing is known yet, what is told is all there is.
    """
    if not known:
        return list(told)
    if not adds and len(known) == len(told) == 1:
        return [completed(known[0], told[0], wins=wins)]
    result = list(known)
    by_address = _indexed(known, _address)
    by_title = _indexed(known, lambda notice: fold(notice.text("title")))
    for notice in told:
        place = _one(by_address.get(_address(notice), ()), notice, known)
        if place is None:
            place = _one(by_title.get(fold(notice.text("title")), ()), notice, known)
        if place is not None:
            result[place] = completed(result[place], notice, wins=wins)
        elif adds and _address(notice) not in by_address:
            result.append(notice)
    return result


def completed(notice: Notice, own: Notice, *, wins: Collection[str] | None = None) -> Notice:
    """A notice with what another says of the same event: all of it where `wins` is None, else those fields and gaps."""
    if wins is None:
        return Notice(notice.source, own.page_url, doubted({**notice.fields, **own.fields}, notice.fields))
    better = {name: found for name, found in own.fields.items() if name in wins}
    fields = {**own.fields, **notice.fields, **better}
    if "when" in notice.fields and "when" not in better and not {"start", "occurrences"} & own.fields.keys():
        fields["when"] = with_hours(notice.fields["when"], own.text("text"))
    return Notice(notice.source, notice.page_url, doubted(doubted(fields, own.fields), notice.fields))


def with_hours(when: Findings, text: str) -> Findings:
    """A day that a list tells, with the hours that the page of the notice tells of that day, and of no other."""
    keys = day_keys(when[0].text)
    if len(when) > 1 or len(keys) != 1 or clock_at(when[0].text) >= 0:
        return when
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        if len(line) <= _LONGEST and day_keys(line) == keys and not is_of_the_page(line):
            below = (each for each in lines[number + 1 : number + 3] if len(each) <= _SHORT and not day_in(each))
            hours = next(filter(None, map(hours_in, (line, *below))), "")
            if hours:
                return (replace(when[0], text=f"{when[0].text}, {hours}", raw=when[0].raw or when[0].text),)
    return when


def doubted(said: Mapping[str, Findings], told: Mapping[str, Findings]) -> dict[str, Findings]:
    """The fields of an event, and beside them the start that a machine tells otherwise, as `other_start`.

    The same without its zone, or without its hour, is not told otherwise.
    """
    others = told.get("start", ())[:1]
    known = (*said.get("start", ())[:1], *said.get("other_start", ()))
    if not others or not _ISO_DAY.match(others[0].text) or any(each.text.startswith(others[0].text) for each in known):
        return dict(said)
    return {**said, "other_start": (*said.get("other_start", ()), *others)}


def one_each(notices: Sequence[Notice]) -> list[Notice]:
    """The notices of a list, each event once: rows of one address and one title are the dates of one event.

    Such rows are what Drupal's Views prints for a date field of several values, and schema.org portals for timings.
    Rows without an address stay apart: the meetings of a council share a title, and are as many events.
    """
    rows: dict[tuple[str, str], list[Notice]] = {}
    for number, notice in enumerate(notices):
        address, title = _address(notice), fold(notice.text("title"))
        rows.setdefault((address, title) if address and title else ("", str(number)), []).append(notice)
    return [_of_rows(found) for found in rows.values()]


def _of_rows(rows: list[Notice]) -> Notice:
    first = rows[0]
    if len(rows) == 1 or "occurrences" in first.fields:
        return first
    if all(_ISO_DAY.match(row.text("start")) for row in rows):
        pairs = (replace(row.fields["start"][0], text=f"{row.text('start')}/{row.text('end')}") for row in rows)
        return Notice(first.source, first.page_url, {**first.fields, "occurrences": _apart(pairs)})
    when = _apart(found for row in rows for found in row.fields.get("when", ()))
    return Notice(first.source, first.page_url, {**first.fields, "when": when}) if when else first


def _apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """The findings without those that say the same again."""
    return tuple({each.text: each for each in reversed(tuple(found))}.values())[::-1]


def _indexed(notices: Sequence[Notice], key: Callable[[Notice], str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, notice in enumerate(notices):
        index.setdefault(key(notice), []).append(number)
    index.pop("", None)
    return index


def _one(places: Sequence[int], notice: Notice, known: Sequence[Notice]) -> int | None:
    """Which of the notices it may be it is; None when that is not plain."""
    if len(places) > 1:
        day = _day(notice)
        places = [place for place in places if day and _day(known[place]) == day]
    return places[0] if len(places) == 1 else None


def _address(notice: Notice) -> str:
    """What names the page of a notice, however a channel spells it; empty when it has none."""
    url = notice.text("url")
    return address_key(url) if url else ""


def _day(notice: Notice) -> str:
    found = _DAY.search(notice.text("start") or notice.text("when"))
    return found[0].replace("-", "") if found else ""
