"""A country as a sheet to draw on: where its towns lie, and the middle of each of its départements and regions."""

from __future__ import annotations

from functools import cache

from agenda_scraper.where.gazetteer import DATA

Spot = tuple[float, float]


@cache
def ground(country: str) -> tuple[Spot, ...]:
    """Latitude and longitude, to a tenth of a degree, of where a country has towns."""
    return tuple(spot for name, spot in _sheet(country) if not name)


@cache
def middles(country: str) -> dict[str, Spot]:
    """The middle of the towns of each département and region, by the `key` of its name."""
    return {name: spot for name, spot in _sheet(country) if name}


@cache
def _sheet(country: str) -> list[tuple[str, Spot]]:
    lines = (DATA / "sheets.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line.startswith(f"{country}\t"))
    return [(name, (float(latitude), float(longitude))) for _, name, latitude, longitude in cells]
