"""A map of a country as inline SVG: a dot where towns are, a circle with a link where events are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import atan2, cos, hypot, radians, sin, sqrt

from agenda_scraper.site.frame import Frame, macro

_LONGER_SIDE, _DOT = 1000, 15
# Around the middle of a circle its number stands; among many circles there may be no room for all.
_NUMBER, _MOVES = 16, 10


@dataclass(frozen=True)
class Paper:
    """What of the world a map shows, by its corners in degrees; a degree of longitude is as narrow as at its middle."""

    south_west: tuple[float, float]
    north_east: tuple[float, float]

    @cached_property
    def _scale(self) -> tuple[float, float]:
        (south, west), (north, east) = self.south_west, self.north_east
        narrow = cos(radians((south + north) / 2))
        scale = _LONGER_SIDE / max((east - west) * narrow, north - south)
        return scale, scale * narrow

    @property
    def size(self) -> tuple[int, int]:
        """How wide and how high it is; the longer side is 1,000."""
        (south, west), (north, east) = self.south_west, self.north_east
        return round((east - west) * self._scale[1]), round((north - south) * self._scale[0])

    def at(self, latitude: float, longitude: float) -> tuple[int, int] | None:
        """Where a place lies, from the upper left corner; None outside."""
        (south, west), (north, east) = self.south_west, self.north_east
        if not (south <= latitude <= north and west <= longitude <= east):
            return None
        down, across = self._scale
        return round((longitude - west) * across), round((north - latitude) * down)

    def cell(self, latitude: float, longitude: float) -> tuple[int, int] | None:
        """The column and the row of the dot for a place."""
        place = self.at(latitude, longitude)
        return (place[0] // _DOT, place[1] // _DOT) if place else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with events: its name, how many, its page, where it lies."""

    label: str
    count: int
    path: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A spot on the sheet; `radius` makes its surface tell the count."""

    label: str
    count: int
    path: str
    x: int
    y: int
    radius: int


def drawn(spots: Sequence[Spot], paper: Paper, ground: Iterable[tuple[float, float]], frame: Frame) -> str:
    """The map with the spots that lie on it, empty when none does. `ground` is (latitude, longitude) of the country."""
    seen = [(spot, place) for spot in spots if (place := paper.at(spot.latitude, spot.longitude))]
    if not seen:
        return ""
    most = max(spot.count for spot, _ in seen)
    circles = [Circle(spot.label, spot.count, spot.path, *place, _radius(spot.count, most)) for spot, place in seen]
    dots = sorted({cell for each in ground if (cell := paper.cell(*each))})
    path = "".join(f"M{column * _DOT + _DOT // 2} {row * _DOT + _DOT // 2}h0" for column, row in dots)
    return str(macro("pieces.html", "map", frame.words.language)(path, _apart(circles), paper.size, frame.root))


def _apart(circles: Iterable[Circle]) -> list[Circle]:
    """The circles as they are drawn, small ones last; one that would cover a number is moved aside: Paris is small."""
    placed: list[Circle] = []
    for circle in sorted(circles, key=lambda each: -each.radius):
        clear = circle.radius + _NUMBER
        for _ in range(_MOVES):
            hidden = next((each for each in placed if hypot(circle.x - each.x, circle.y - each.y) < clear - 1), None)
            if hidden is None:
                break
            angle = atan2(circle.y - hidden.y, circle.x - hidden.x)
            aside = round(hidden.x + clear * cos(angle)), round(hidden.y + clear * sin(angle))
            circle = replace(circle, x=aside[0], y=aside[1])
        placed.append(circle)
    return placed


def _radius(count: int, most: int) -> int:
    return round(15 + 33 * sqrt(count / most))
