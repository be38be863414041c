"""What things cost here, side by side with what one would use instead: ratios of one run, never a test.

python bench/run.py [help] [read] [extract] [dates] [relevance]
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent


def seconds(*command: str, times: int = 7) -> float:
    """The median wall time of a command."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return median(taken)


def answering_help() -> None:
    ours = seconds("-m", "agenda_scraper", "--help")
    theirs = seconds("-c", "import requests, bs4, dateparser, feedgen.feed, sqlalchemy")
    print(
        f"--help: {1000 * ours:.0f} ms; the five libraries' imports alone: {1000 * theirs:.0f} ms ({theirs / ours:.1f})"
    )


def other(name: str) -> Callable[[], None]:
    """A measurement with a file of its own."""
    command = [sys.executable, str(HERE / f"{name}.py")]
    return lambda: print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


PARTS = {
    "help": answering_help,
    "read": other("read"),
    "extract": other("extract"),
    "dates": other("dates"),
    "relevance": other("relevance"),
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
