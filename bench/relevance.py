"""How well relevance is told: precision and recall on the labelled notices, as shipped and cross-validated.

Run `python bench/relevance.py`. The shipped weights are by hand. For the cross-validated figures the weights are
learned again, fold by fold: logistic regression drawn towards the mean weight of each kind of evidence, trained
on some notices and measured on others. Notices written after one pattern (`group`) are never in both.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from agenda_scraper.about import classify
from agenda_scraper.about.evidence import evidence_of
from agenda_scraper.about.relevance import features, weights
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Context

NOTICES = Path(__file__).parents[1] / "tests" / "notices.jsonl"
FOLDS = 10
ROUNDS = 150
RATE = 0.3
DRAWN = 0.003  # pull towards the weights one starts from


class Row(NamedTuple):
    """A notice as evidence, and what it is."""

    language: str
    group: str
    amounts: Mapping[str, float]
    relevant: bool
    shipped: bool


def read(path: Path) -> list[Row]:
    return [row_of(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def row_of(label: dict[str, str]) -> Row:
    text, language = label["text"], label["lang"]
    title = read_prose(text).text("title")
    amounts: dict[str, float] = defaultdict(float)
    for feature in features(evidence_of(title, text, declared=language)):
        amounts[feature.name] += feature.amount
    about = classify(title, text, Context(language, date.fromisoformat(label["reference_date"]), label["tz"]))
    group = label.get("group") or label["id"]
    return Row(language, group, amounts, bool(label["is_participatory"]), about.relevance >= 0.5)


def start() -> dict[str, float]:
    """Where learning starts: one weight for all evidence for, one against, by where it stands; no fine tuning."""
    usual = {"title": 2.5, "opening": 1.5, "text": 0.4}
    signs = {name: math.copysign(1.0, weight) for name, weight in weights().items()}
    return {name: sign * usual.get(name.rpartition("_")[2], 1.0) for name, sign in signs.items()}


def chance(table: Mapping[str, float], amounts: Mapping[str, float]) -> float:
    total = sum(table.get(name, 0.0) * amount for name, amount in amounts.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def learned(rows: list[Row]) -> dict[str, float]:
    """Weights by gradient descent, each drawn towards the one it started from."""
    prior = start()
    table = dict(prior)
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for row in rows:
            wrong = chance(table, row.amounts) - row.relevant
            for name, amount in row.amounts.items():
                slope[name] += wrong * amount / len(rows)
        for name in table:
            table[name] -= RATE * (slope[name] + DRAWN * (table[name] - prior[name]))
    return table


def folds(rows: list[Row]) -> Iterable[tuple[list[Row], list[Row]]]:
    """(train, measure), with every group on one side."""
    groups = sorted({row.group for row in rows})
    for fold in range(FOLDS):
        aside = set(groups[fold::FOLDS])
        yield [row for row in rows if row.group not in aside], [row for row in rows if row.group in aside]


def figures(pairs: list[tuple[bool, bool]]) -> str:
    """Precision and recall of (said, true)."""
    hits = sum(said and true for said, true in pairs)
    said, true = sum(said for said, _ in pairs), sum(true for _, true in pairs)
    return f"precision {hits / max(said, 1):6.1%}  recall {hits / max(true, 1):6.1%}  of {len(pairs)}"


def main(path: Path) -> None:
    rows = read(path)
    print(f"{path.name}: {len(rows)} notices in {len({row.group for row in rows})} groups")
    told: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for train, aside in folds(rows):
        table = learned(train)
        for row in aside:
            for language in ("all", row.language):
                told[language].append((chance(table, row.amounts) >= 0.5, row.relevant))
    print(f"as shipped           {figures([(row.shipped, row.relevant) for row in rows])}")
    for language in ("all", *sorted(set(told) - {"all"})):
        print(f"cross-validated {language:4} {figures(told[language])}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else NOTICES)
