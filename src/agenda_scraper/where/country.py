"""A country as a sheet to draw on: where its towns lie, and the middle of each of its départements and regions."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from agenda_scraper.where.gazetteer import by_code, key, spots

Spot = tuple[float, float]


@cache
def ground(country: str) -> tuple[Spot, ...]:
    """Latitude and longitude of the towns of a country."""
    return tuple(spot for spot, _ in _towns(country))


@cache
def middles(country: str) -> dict[str, Spot]:
    """The middle of the towns of each département and region, by the `key` of its name."""
    held: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot, division in sorted(_towns(country)):
        known = by_code().get((country, division))
        for name in {known.name, known.region} if known else ():
            held[key(name)].append(spot)
    return {
        name: (sum(spot[0] for spot in spots) / len(spots), sum(spot[1] for spot in spots) / len(spots))
        for name, spots in held.items()
    }


@cache
def _towns(country: str) -> set[tuple[Spot, str]]:
    return {((latitude, longitude), division) for latitude, longitude, division in spots(country)}
