"""The measures of the house: sizes, names, comments. A failing test names the place to look."""

import ast
import re
import statistics
from functools import cache
from pathlib import Path

import agenda_scraper

ROOT = Path(agenda_scraper.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager"}


@cache
def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def size(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_and_functions_keep_their_size():
    large = [f"{path}: {count} lines" for path in FILES if (count := path.read_text("utf-8").count("\n")) > 300]
    assert large == [], "a file is a step; which idea in it has no file yet?"
    long = [f"{path}:{node.lineno}: {size(node)}" for path in FILES for node in functions(path) if size(node) > 40]
    assert long == [], "lines of one function"


def test_no_file_is_a_drawer():
    assert [str(path) for path in FILES if path.stem in DRAWERS] == [], "a drawer is no room: name the idea"


def test_functions_take_few_arguments():
    many = []
    for path in FILES:
        for node in functions(path):
            # click hands its options to a command as it likes
            if any("command" in ast.unparse(decorator) for decorator in node.decorator_list):
                continue
            positional = [each for each in (*node.args.posonlyargs, *node.args.args) if each.arg not in ("self", "cls")]
            named = node.args.kwonlyargs
            if len(positional) > (3 if named else 6) or len(positional) + len(named) > 6:
                many.append(f"{path}:{node.lineno}: {node.name}")
    assert many == [], "more than six want a type; beside keywords, no more than three go without a name"


def test_the_median_function_is_short():
    assert statistics.median(size(node) for path in FILES for node in functions(path)) <= 10


def test_the_suite_hardly_mocks():
    here = Path(__file__)
    mocks = [
        f"{path.name}: {line.strip()}"
        for path in here.parent.rglob("*.py")
        for line in (path.read_text().splitlines() if path != here else ())
        if re.search(r"unittest\.mock|\bmocker\b|monkeypatch\.set(?:attr|item)", line)
    ]
    assert len(mocks) < 5, mocks
