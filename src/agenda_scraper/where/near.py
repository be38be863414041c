"""The spot that "within 25 km of …" is measured from: a town by its name or postcode, or two numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.errors import AgendaError
from agenda_scraper.query import NEAR, Query
from agenda_scraper.where.gazetteer import key, towns

_POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,8})?)[,;] ?(-?\d{1,3}(?:\.\d{1,8})?)")


def located(query: Query, *, country: str | None = None) -> Query:
    """The question with its `spot` looked up; of towns of one name the most populous, one of `country` first.

    AgendaError when nobody knows the place: a circle around nowhere would be an empty feed for years.
    """
    if not query.near:
        return query if query.within is None else replace(query, within=None)
    return replace(query, spot=_spot(query.near, query.country or country), within=query.within or NEAR)


def _spot(near: str, country: str | None) -> tuple[float, float]:
    point = _POINT.fullmatch(near.strip())
    if point and abs(float(point[1])) <= 90 and abs(float(point[2])) <= 180:
        return float(point[1]), float(point[2])
    known = [town for town in towns(key(near)) if town.latitude is not None and town.longitude is not None]
    at_home = [town for town in known if town.country == country]
    for town in at_home or known:
        if town.latitude is not None and town.longitude is not None:
            return town.latitude, town.longitude
    raise AgendaError(f"no town is known as '{near}'", where="near", fix="write its postcode, or near=50.63,3.06")
