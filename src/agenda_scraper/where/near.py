"""The spot that "within 25 km of …" is measured from: a town by its name or postcode, or two numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.errors import AgendaError
from agenda_scraper.query import NEAR, Query
from agenda_scraper.where.gazetteer import Town, by_code, countries, key, region_meant, towns

_POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,8})?)[,;] ?(-?\d{1,3}(?:\.\d{1,8})?)")


def located(query: Query, *, country: str | None = None) -> Query:
    """The question with its country by its code, its region by its own name, and its `spot` looked up.

    Of towns of one name the most populous is meant, one of `country` first.
    AgendaError when nobody knows the place, or none is named to be within some kilometres of: a circle around nowhere
    would be an empty feed for years, or one of everything.
    """
    query = replace(
        query,
        country=query.country and countries().get(key(query.country), query.country),
        region=query.region and region_meant(query.region),
    )
    if not query.near:
        if query.within is not None:
            raise AgendaError("asks nothing without near", where="within", fix="say around what: near=Lille&within=30")
        return query
    return replace(query, spot=_spot(query.near, query.country or country), within=query.within or NEAR)


def place_taken(query: Query, *, country: str | None = None) -> str:
    """The town that `near` was taken for, with its département where others bear its name: a reader sees which."""
    known = _known(query.near or "", query.country or country)
    if _point(query.near or "") or not known:
        return query.near or ""
    town, *others = known
    division = by_code().get((town.country, town.division))
    apart = division and any(each.division != town.division for each in others)
    return f"{town.name} ({division.name})" if division and apart else town.name


def _spot(near: str, country: str | None) -> tuple[float, float]:
    if point := _point(near):
        return point
    for town in _known(near, country):
        if town.latitude is not None and town.longitude is not None:
            return town.latitude, town.longitude
    raise AgendaError(f"no town is known as '{near}'", where="near", fix="write its postcode, or near=50.63,3.06")


def _point(near: str) -> tuple[float, float] | None:
    point = _POINT.fullmatch(near.strip())
    on_earth = point and abs(float(point[1])) <= 90 and abs(float(point[2])) <= 180
    return (float(point[1]), float(point[2])) if point and on_earth else None


def _known(near: str, country: str | None) -> list[Town]:
    """The towns of a name that have a spot, those at home alone where there are some."""
    known = [town for town in towns(key(near)) if town.latitude is not None and town.longitude is not None]
    return [town for town in known if town.country == country] or known
