"""A map of metropolitan France as inline SVG: a dot where towns are, a circle with a link where events are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, radians, sin, sqrt

from agenda_scraper.site.frame import Frame, macro

# Degrees: what of the world the sheet shows, from Ouessant to Corsica.
_WEST, _EAST, _SOUTH, _NORTH = -5.3, 9.7, 41.2, 51.2
_WIDE = 1000
_NARROW = cos(radians(46.5))
_SCALE = _WIDE / ((_EAST - _WEST) * _NARROW)
_HIGH = round((_NORTH - _SOUTH) * _SCALE)
_DOT = 15
# Around the middle of a circle its number stands; among many circles there may be no room for all.
_NUMBER, _MOVES = 16, 10


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


def france(spots: Sequence[Spot], ground: Iterable[tuple[float, float]], frame: Frame) -> str:
    """The map with the spots that lie on it, empty when none does. `ground` is (latitude, longitude) of the country."""
    seen = [spot for spot in spots if _on(spot.latitude, spot.longitude)]
    if not seen:
        return ""
    most = max(spot.count for spot in seen)
    circles = [
        Circle(spot.label, spot.count, spot.path, *_at(spot.latitude, spot.longitude), _radius(spot.count, most))
        for spot in seen
    ]
    told = _apart(circles)
    return str(macro("pieces.html", "map", frame.words.language)(_ground(ground), told, _WIDE, _HIGH, frame.root))


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


def _on(latitude: float, longitude: float) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def _at(latitude: float, longitude: float) -> tuple[int, int]:
    return round((longitude - _WEST) * _NARROW * _SCALE), round((_NORTH - latitude) * _SCALE)


def _ground(ground: Iterable[tuple[float, float]]) -> str:
    """The country as the path of a grid of dots: a dot where at least one commune is."""
    cells = {
        (x // _DOT, y // _DOT) for latitude, longitude in ground if _on(latitude, longitude)
        for x, y in [_at(latitude, longitude)]
    }  # fmt: skip
    return "".join(f"M{column * _DOT + _DOT // 2} {row * _DOT + _DOT // 2}h0" for column, row in sorted(cells))
