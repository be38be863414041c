"""What several channels of one site say of the same events, put together: notices in, notices out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from urllib.parse import urlsplit

from agenda_scraper.model import Notice
from agenda_scraper.text import fold

_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}")


def merged(known: Sequence[Notice], told: Sequence[Notice], *, wins: Collection[str], adds: bool) -> list[Notice]:
    """The notices known, filled by those of a further channel, which has the last word on the fields it `wins`.

    Two notices are one when they have the same address, or else the same title, and among several such the same
    day (a series shares both). Where nothing is known yet, what is told is all there is.
    """
    if not known:
        return list(told)
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
        return Notice(notice.source, own.page_url, {**notice.fields, **own.fields})
    better = {name: found for name, found in own.fields.items() if name in wins}
    return Notice(notice.source, notice.page_url, {**own.fields, **notice.fields, **better})


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
    """The address without what differs between channels: scheme, `www.`, a last slash, the fragment."""
    try:
        parts = urlsplit(notice.text("url"))
    except ValueError:
        return ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}" if parts.netloc else ""


def _day(notice: Notice) -> str:
    found = _DAY.search(notice.text("start") or notice.text("when"))
    return found[0].replace("-", "") if found else ""
