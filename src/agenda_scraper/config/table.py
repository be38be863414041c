"""Reads a mapping by the options declared for it: unknown, missing and empty keys, then every value by its shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from agenda_scraper.config.spot import Spot, Wrong, advice, nearest
from agenda_scraper.extract.kinds import Option

T = TypeVar("T")
Reader = Callable[[Spot], Any]


def noted(spot: Spot, read: Callable[[Spot], T]) -> T | None:
    """What `read` makes of a spot; None when it raises Wrong, which is noted there."""
    try:
        return read(spot)
    except Wrong as error:
        spot.wrong(error.what, error.fix)
        return None


def read_table(
    spot: Spot, options: Sequence[Option], readers: Mapping[str, Reader], *, foreign: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The values of a mapping by key, those that could not be read left out and noted; raises Wrong when it is none.

    `foreign` names keys that are known elsewhere, each with the sentence that says where.
    """
    branches = spot.branches()
    known = {option.name: option for option in options}
    unknown = [key for key in branches if key not in known]
    for key in unknown:
        branches[key].wrong("unknown key", (foreign or {}).get(key) or advice(key, known))
    meant = {nearest(key, known) for key in unknown}  # `titel:` is one fault, not a missing `title:` too
    for option in options:
        if option.required and option.name not in branches and option.name not in meant:
            spot.below(option.name, spot.node).wrong("missing", f"write {option.name}: {option.example}")
    values = {}
    for key, below in branches.items():
        if key in known:
            try:
                values[key] = readers[known[key].type](below)
            except Wrong as error:
                below.wrong(error.what, error.fix)
    return values
