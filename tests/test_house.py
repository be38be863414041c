"""The measures of the house: sizes, names, comments. A failing test names the place to look."""

import ast
import re
import statistics
from functools import cache
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_keep_their_size(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 300, f"{lines} lines: a file is a step; which idea in it has no file yet?"
    assert path.stem not in DRAWERS, "a drawer is no room: name the idea"
    for node in functions(path):
        assert size(node) <= 40, f"{node.name} at line {node.lineno} has {size(node)} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_take_few_arguments(path):
    for node in functions(path):
        positional = [arg for arg in (*node.args.posonlyargs, *node.args.args) if arg.arg not in ("self", "cls")]
        # click hands its options to a command as it likes
        if any("command" in ast.unparse(decorator) for decorator in node.decorator_list):
            continue
        assert len(positional) <= 2 or not node.args.kwonlyargs or len(positional) <= 3, (
            f"{node.name}: keyword-only beyond two"
        )
        assert len(positional) + len(node.args.kwonlyargs) <= 6, f"{node.name} at line {node.lineno} wants a type"


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
