"""Run the scorers that stand beside the project, print their figures, fail when one falls below `bench/field.json`.

`--raise` writes the figures seen into field.json where they are better: it only rises.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BESIDE = HERE.parent.parent / "shared"
FLOORS = HERE / "field.json"
BIN = Path(sys.executable).parent


def run(*command: str) -> str:
    """The standard output of a command that finds `agenda-scraper` on its path."""
    env = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    if not done.stdout:
        sys.exit(f"{' '.join(command)}: {done.stderr[-800:]}")
    return done.stdout


def share(text: str, pattern: str) -> float:
    """A percentage in a scorer's words."""
    found = re.findall(pattern, text)
    if not found:
        sys.exit(f"no figure {pattern!r} in: {text[-600:]}")
    return float(found[-1])


def dates() -> dict[str, float]:
    out = run(sys.executable, str(BESIDE / "tools/score_dates.py"), str(BESIDE / "data/dates.jsonl"), "--show", "3")
    print(out)
    false = re.search(r"false date[s:]*\s*(\d+)", out.splitlines()[-1])
    return {"dates exact %": share(out, r"([\d.]+)\s?%"), "dates not false": -float(false.group(1)) if false else 0.0}


def notices() -> dict[str, float]:
    out = run(sys.executable, str(BESIDE / "tools/score_notices.py"), str(BESIDE / "data/notices.jsonl"), "--show", "3")
    print(out)
    return {
        "notices lowest %": share(out, r"lowest figure: .*? ([\d.]+)%"),
        "notices mean %": share(out, r"mean ([\d.]+)%"),
    }


def seed() -> dict[str, float]:
    """The notice this project began with, from its page, its print page and as text: the share of values right."""
    folder = BESIDE / "corpus/seed"
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    told = ["--now", truth["now"], "--tz", truth["tz"], "--lang", truth["lang"]]
    pages = [
        json.loads(run("agenda-scraper", "extract", str(folder / name), "--url", truth["url"], *told))[0]
        for name in ("node.html", "print.html")
    ]
    text = json.loads(run("agenda-scraper", "read", str(folder / "notice.txt"), "--reference", truth["now"][:10]))
    right = total = 0
    for name, event in zip(("node", "print", "text"), (*pages, text), strict=True):
        for key, want in truth["event"].items():
            if key == "modified_at" and name == "node":
                continue  # the page does not show it
            total += 1
            right += fits(want, event[key])
            if not fits(want, event[key]):
                print(f"  seed {name} {key}: {event[key]!r}, not {want!r}")
    print(f"seed: {right}/{total} values\n")
    return {"seed %": round(100 * right / total, 1)}


def fits(want: object, got: object) -> bool:
    """Whether a value holds all that the truth says."""
    if isinstance(want, dict) and isinstance(got, dict):
        return all(fits(value, got.get(key)) for key, value in want.items())
    if isinstance(want, list) and isinstance(got, list):
        return len(want) == len(got) and all(fits(*pair) for pair in zip(want, got, strict=True))
    return want == got


def sites() -> dict[str, float]:
    """The recorded sites, by sources of a few lines."""
    figures = {}
    for name in ("drupal7", "wordpress-tec", "gancio"):
        rules = HERE / "sites" / f"{name}.yaml"
        if rules.exists():
            out = run(sys.executable, str(BESIDE / "tools/score_sites.py"), name, str(rules), "--show", "6")
            print(out)
            figures[f"site {name} %"] = share(out, r"= ([\d.]+)% of all values")
    return figures


def merged() -> dict[str, float]:
    """The sites that announce the same events, as three sources of one agenda: every event once, and nothing else."""
    names = "drupal7,wordpress-tec,gancio"
    out = run(sys.executable, str(BESIDE / "tools/score_sites.py"), names, str(HERE / "sites/all.yaml"), "--show", "9")
    print(out)
    return {"three sites as one %": share(out, r"= ([\d.]+)% of all values")}


def corpus() -> dict[str, float]:
    """The pages nobody here wrote, with no configuration at all."""
    out = run(sys.executable, str(BESIDE / "tools/score_corpus.py"), str(BESIDE / "corpus/real"), "--show", "0")
    print(out)
    return {
        "corpus mean of sites %": share(out, r"mean of sites ([\d.]+)%"),
        "corpus precision %": share(out, r"precision ([\d.]+)%"),
    }


def corpus_sources() -> dict[str, float]:
    """Pages nobody here wrote, each by a source of a few lines: the share of all values right, and of events given."""
    rules = HERE / "corpus-sources"
    told = str(BESIDE / "tools/score_corpus.py"), str(BESIDE / "corpus/real"), "--yaml", str(rules), "--show", "9"
    out = run(sys.executable, *told)
    print(out)
    counts = [(int(right), int(seen)) for right, seen in re.findall(r"(\d+)/(\d+) = ", out)]
    lines = sorted(path.read_text("utf-8").count("\n") for path in rules.glob("*.yaml"))
    return {
        "corpus by sources values %": round(100 * sum(r for r, _ in counts) / sum(s for _, s in counts), 1),
        "corpus by sources precision %": share(out, r"precision ([\d.]+)%"),
        "corpus by sources lines": -float(lines[len(lines) // 2]),
    }


PARTS = {
    "dates": dates,
    "notices": notices,
    "seed": seed,
    "sites": sites,
    "merged": merged,
    "corpus-sources": corpus_sources,
    "corpus": corpus,
}
# The corpus is asked for by name: it takes minutes, and reading pages without rules is not promised yet.
USUAL = ("dates", "notices", "seed", "sites", "merged", "corpus-sources")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="of " + ", ".join(PARTS))
    parser.add_argument("--raise", dest="lift", action="store_true", help="keep the better figures as the new floor")
    asked = parser.parse_args()
    if not BESIDE.is_dir():
        print("no data beside the project: nothing to score")
        return
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in asked.parts or USUAL:
            figures |= PARTS[name]()
    fallen = [
        f"{name}: {value} is below {floors[name]}" for name, value in figures.items() if value < floors.get(name, value)
    ]
    for name, value in figures.items():
        print(f"{name:28} {value:8.1f}  floor {floors.get(name, '–')}")
    if asked.lift:
        best = floors | {name: max(value, floors.get(name, value)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps(best, indent=1, sort_keys=True) + "\n", "utf-8")
    if fallen:
        sys.exit("\n".join(fallen))


if __name__ == "__main__":
    main()
