"""A country as a sheet to draw on: where its towns lie, and the middle of each of its départements and regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from agenda_scraper.where.gazetteer import DATA

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Spots are latitude and longitude: the corners of the mainland, a town in each part of it (`ground`), and the
    middle of the towns of each département and region, by the `key` of its name.
    """

    south_west: Spot
    north_east: Spot
    ground: tuple[Spot, ...]
    middles: Mapping[str, Spot]


@cache
def sheet_of(country: str) -> Sheet | None:
    """The sheet of a country; None for one that is not drawn."""
    lines = (DATA / "sheets.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line.startswith(f"{country}\t"))
    spots = [(name, (float(latitude), float(longitude))) for _, name, latitude, longitude in cells]
    if not spots:
        return None
    middles = dict(spots)
    middles.pop("", None)
    return Sheet(middles.pop("<"), middles.pop(">"), tuple(spot for name, spot in spots if not name), middles)
