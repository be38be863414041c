"""Paths into JSON, the part of JSONPath (RFC 9535) that APIs need: `$.events[*]`, `venue.name`, `$['a','b'][*]`.

Beyond it `^` is the object that a value stands in, for APIs that say the day once for all its events.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

_QUOTED = r"'[^']*'|\"[^\"]*\""
_STEP = re.compile(
    r"\.?(?P<name>[^\s.\[\]'\"*]+)|\[(?P<number>-?\d{1,9})\]|\.?\[?(?P<all>\*)\]?"
    rf"|\[\s*(?P<quoted>(?:{_QUOTED})(?:\s*,\s*(?:{_QUOTED}))*)\s*\]"
)
Step = str | int | None | tuple[str, ...]


class Standing(NamedTuple):
    """A value and the objects it stands in, the nearest first; a list it stands in is none."""

    value: Any
    above: tuple[Any, ...] = ()

    def below(self, step: Step) -> list[Standing]:
        """What stands one step below, what is not there left out."""
        if isinstance(self.value, dict):
            return [Standing(each, (self.value, *self.above)) for each in _below(self.value, step) if each is not None]
        entries = [Standing(each, self.above) for each in self.value] if isinstance(self.value, list) else []
        if isinstance(step, str | tuple):  # a key of a list is that of each of its entries
            return [below for each in entries if isinstance(each.value, dict) for below in each.below(step)]
        return [each for each in _below(entries, step) if each.value is not None]


@lru_cache(maxsize=1024)
def steps(path: str) -> tuple[Step, ...]:
    """A path as its steps: a key, several, a number in a list, None for all. Raises ValueError where it is no path."""
    found: list[Step] = []
    text = path.strip()
    position = 1 if text.startswith("$") else 0
    while position < len(text):
        step = _STEP.match(text, position)
        if step is None:
            raise ValueError(f"'{path}' is no path at '{text[position:]}'")
        names = tuple(name[1:-1] for name in re.findall(_QUOTED, step["quoted"] or ""))
        if step["number"]:
            found.append(int(step["number"]))
        else:
            found.append(None if step["all"] else step["name"] or (names[0] if len(names) == 1 else names))
        position = step.end()
    return tuple(found)


def select(value: Any, path: str) -> list[Any]:
    """All values at a path, in order; what is not there is left out. A key of a list is that of each of its entries."""
    values = [value]
    for step in steps(path):
        values = [below for each in values for below in _below(each, step)]
    return [each for each in values if each is not None]


def standing(value: Any, path: str) -> list[Standing]:
    """All values at a path with the objects they stand in."""
    found = [Standing(value)]
    for step in steps(path):
        found = [below for each in found for below in each.below(step)]
    return found


def select_from(place: Standing, path: str) -> list[Any]:
    """All values at a path below a value; `^` before it begins at the object the value stands in, `^^` one higher."""
    rest = path.strip().lstrip("^")
    higher = len(path.strip()) - len(rest)
    if not higher:
        return select(place.value, path)
    return select(place.above[higher - 1], rest) if higher <= len(place.above) else []


def _below(value: Any, step: Step) -> list[Any]:
    if isinstance(value, list):
        if step is None:
            return value
        if isinstance(step, int):
            return value[step : step + 1 or None]
        return [below for each in value if isinstance(each, dict) for below in _below(each, step)]
    if isinstance(value, dict):
        if step is None:
            return list(value.values())
        return [value[str(name)] for name in (step if isinstance(step, tuple) else (step,)) if str(name) in value]
    return []
