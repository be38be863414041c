"""Who may import whom: the imports of every file are read and held against one table."""

import ast
from functools import cache
from pathlib import Path

import pytest

import agenda_scraper

ROOT = Path(agenda_scraper.__file__).parent

# A room may import the rooms it names, the ground, and files of its own folder. Lazy imports count too.
GROUND = {
    "errors",
    "model",
    "query",
    "rendered",
    "history",
    "text",
    "links",
    "zones",
    "recurrence",
    "agenda",
    "report",
    "statuses",
}
STEPS = {
    "schedule",
    "fetch",
    "extract",
    "when",
    "where",
    "who",
    "about",
    "reconcile",
    "merge",
    "publish",
    "site",
}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "text": set(),
    "links": set(),
    "zones": {"model", "recurrence"},
    "recurrence": set(),
    "model": set(),
    "query": {"errors"},
    "rendered": {"model", "zones"},
    "history": {"model"},
    "statuses": {"model"},
    "agenda": {"model", "query"},
    "report": {"model", "history"},
    **dict.fromkeys(STEPS, GROUND),
    "normalise": GROUND | {"when", "where", "who", "about"},
    "store": GROUND,
    "config": GROUND | {"extract"},
    "harvest": GROUND | {"extract", "store"},
    "crawl": GROUND | STEPS | {"normalise", "store", "harvest"},
    "forgetting": GROUND | {"store", "reconcile", "crawl"},
    "correcting": GROUND | {"about", "merge", "store", "where"},
    "trial": GROUND | {"extract", "about", "normalise", "harvest", "config"},
    "recording": GROUND | {"publish", "harvest", "trial"},
    "views": GROUND | {"store", "publish", "site", "where"},
    "publication": GROUND | {"store", "publish", "site", "views"},
    "serve": GROUND | {"store", "publish", "site", "views"},
    "websub": GROUND | {"fetch", "site"},
    "cli": GROUND
    | STEPS
    | {
        "normalise",
        "store",
        "config",
        "crawl",
        "correcting",
        "forgetting",
        "publication",
        "views",
        "serve",
        "trial",
        "recording",
        "websub",
    },
    "__init__": set(),
    "__main__": {"cli"},
}

# The one door of each outside library.
DOORS = {
    "requests": {"fetch"},
    "urllib3": {"fetch"},
    "protego": {"fetch"},
    "idna": {"fetch"},
    "dateparser": {"when"},
    "babel": {"when", "site", "publish"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "feedgen": {"publish"},
    "lxml": {"publish"},
    "icalendar": {"extract", "publish"},
    "feedparser": {"extract"},
    "selectolax": {"extract"},
    "bs4": {"extract"},
    "nh3": {"normalise"},
    "rapidfuzz": {"merge"},
    "ruamel": {"config"},
    "jinja2": {"site"},
    "waitress": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write it whole"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_stay_in_their_layer(path):
    room = room_of(path)
    assert room in ALLOWED, f"unknown room {room!r}: add it to the table in tests/test_layers.py"
    for name in imports_of(path):
        parts = name.split(".")
        if (
            parts[0] == "agenda_scraper"
            and len(parts) > 1
            and (ROOT / parts[1]).with_suffix(".py").exists() | (ROOT / parts[1]).is_dir()
        ):
            assert parts[1] == room or parts[1] in ALLOWED[room], f"{room} may not import {parts[1]}"
        if parts[0] in DOORS:
            assert room in DOORS[parts[0]], f"{parts[0]} opens in {sorted(DOORS[parts[0]])}, not in {room}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_clock_is_read_only_at_the_edge(path):
    if room_of(path) not in {"crawl", "serve", "cli"}:
        text = path.read_text(encoding="utf-8")
        assert "datetime.now(" not in text and "date.today(" not in text, "time is an argument called now"
