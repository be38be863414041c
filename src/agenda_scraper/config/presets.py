"""Where the presets of known systems stand, and what they are called."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def system_names() -> tuple[str, ...]:
    """Every known system, by the name a maintainer writes."""
    folder = files("agenda_scraper.extract").joinpath("systems")
    return tuple(sorted(each.name.removesuffix(".yaml") for each in folder.iterdir() if each.name.endswith(".yaml")))


def preset_text(name: str) -> str:
    """The preset of a system as YAML."""
    return files("agenda_scraper.extract").joinpath("systems", f"{name}.yaml").read_text("utf-8")
