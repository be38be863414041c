"""Who may import whom: the imports of every file are read and held against one table."""

import ast
import re
from pathlib import Path

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


def test_every_room_stands_in_the_table():
    assert {room_of(path) for path in FILES} - set(ALLOWED) == set()


def test_imports_stay_in_their_layer():
    breaches = []
    for path in FILES:
        room = room_of(path)
        for other, *named in (name.split(".") for name in imports_of(path)):
            if other == "agenda_scraper" and named and is_room(named[0]) and named[0] not in ALLOWED[room] | {room}:
                breaches.append(f"{path}: {room} may not import {named[0]}")
            if room not in DOORS.get(other, {room}):
                breaches.append(f"{path}: {other} opens in {sorted(DOORS[other])}, not in {room}")
    assert breaches == []


def is_room(name: str) -> bool:
    return (ROOT / name).with_suffix(".py").exists() or (ROOT / name).is_dir()


def test_the_clock_is_read_only_at_the_edge():
    pure = [path for path in FILES if room_of(path) not in {"crawl", "serve", "cli"}]
    read = [str(path) for path in pure if re.search(r"datetime\.now\(|date\.today\(", path.read_text("utf-8"))]
    assert read == [], "time is an argument called now"
