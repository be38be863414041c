"""How much faster the solver reads the date texts of our own tables than dateparser, language given.

usage: python bench/dates.py        prints both times a row and their ratio, of the best of five rounds
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import dateparser

from agenda_scraper.model import Context
from agenda_scraper.when import LANGUAGES, read_when

TESTS = Path(__file__).parent.parent / "tests"
ZONES = {"fr": "Paris", "en": "London", "de": "Berlin", "it": "Rome", "nl": "Amsterdam", "pt": "Lisbon"}
REFERENCE = date(2026, 2, 10)


def tables() -> list[tuple[str, str]]:
    """The texts of every table, each with its language."""
    sys.path.insert(0, str(TESTS))
    found = []
    for language in LANGUAGES:
        rows = importlib.import_module(f"test_when_{language}").ROWS
        found += [(row[0], language) for row in rows]
    return found


def best(read: Callable[[str, str], object], rows: list[tuple[str, str]]) -> float:
    """CPU seconds a row, of the best of five rounds."""
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for text, language in rows:
            read(text, language)
        rounds.append(time.process_time() - began)
    return min(rounds) / len(rows)


def main() -> None:
    rows = tables()
    contexts = {
        language: Context(language, REFERENCE, f"Europe/{ZONES.get(language, 'Madrid')}") for language in LANGUAGES
    }
    base = {"RELATIVE_BASE": datetime(2026, 2, 10)}  # noqa: DTZ001  # dateparser wants it naive
    ours = best(lambda text, language: read_when(text, contexts[language]), rows)
    theirs = best(lambda text, language: dateparser.parse(text, languages=[language], settings=base), rows)
    print(
        f"{len(rows)} rows: read_when {ours * 1e6:.0f} µs, dateparser {theirs * 1e6:.0f} µs, ratio {theirs / ours:.1f}"
    )


if __name__ == "__main__":
    main()
