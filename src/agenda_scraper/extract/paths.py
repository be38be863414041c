"""Paths into JSON, the part of JSONPath (RFC 9535) that APIs need: `$.events[*]`, `venue.name`, `images[0].url`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_STEP = re.compile(
    r"\.?(?P<name>[^\s.\[\]'\"*]+)|\[(?P<number>-?\d{1,9})\]|\.?\[?(?P<all>\*)\]?|\[(['\"])(?P<quoted>.*?)\4\]"
)


@lru_cache(maxsize=1024)
def steps(path: str) -> tuple[str | int | None, ...]:
    """A path as its steps: a key, a number in a list, None for all of them. Raises ValueError where it is no path."""
    found: list[str | int | None] = []
    text = path.strip()
    position = 1 if text.startswith("$") else 0
    while position < len(text):
        step = _STEP.match(text, position)
        if step is None:
            raise ValueError(f"'{path}' is no path at '{text[position:]}'")
        if step["number"]:
            found.append(int(step["number"]))
        else:
            found.append(None if step["all"] else step["name"] if step["name"] is not None else step["quoted"])
        position = step.end()
    return tuple(found)


def select(value: Any, path: str) -> list[Any]:
    """All values at a path, in order; what is not there is left out. A key of a list is that of each of its entries."""
    values = [value]
    for step in steps(path):
        values = [below for each in values for below in _below(each, step)]
    return [each for each in values if each is not None]


def _below(value: Any, step: str | int | None) -> list[Any]:
    if isinstance(value, list):
        if step is None:
            return value
        if isinstance(step, int):
            return value[step : step + 1 or None]
        return [each[step] for each in value if isinstance(each, dict) and step in each]
    if isinstance(value, dict):
        if step is None:
            return list(value.values())
        return [value[str(step)]] if str(step) in value else []
    return []
