"""What the documents say is true: commands run, every command and kind is told, links lead somewhere."""

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agenda_scraper import reconcile
from agenda_scraper.cli import group
from agenda_scraper.config.presets import system_names
from agenda_scraper.extract.kinds import KINDS
from agenda_scraper.fetch import robots
from agenda_scraper.store import opening
from typed import ROOT, agenda

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
NEEDS_THE_WEB = ("crawl", "check", "record")


def commands() -> list[str]:
    """Every command line in the documents' shell blocks."""
    blocks = [block for page in PAGES for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S)]
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("agenda-scraper ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A checkout of its own, crawled once from recordings."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "sources.yaml", folder)
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    run("agenda-scraper crawl", folder)
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess:
    words = shlex.split(line)[1:]
    if set(words) & set(NEEDS_THE_WEB) and "--replay" not in words:
        words += ["--replay", "fixtures"]  # nothing here goes to an outside host
    return agenda(*words, cwd=folder)


@pytest.mark.slow
@pytest.mark.parametrize("line", sorted(set(commands())))
def test_a_command_of_the_documents_runs(folder, line):
    done = run(line, folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_commands_to_run():
    assert len(set(commands())) >= 6


@pytest.mark.parametrize("name", sorted(group.commands))
def test_every_command_has_help_and_stands_in_the_readme(name):
    assert group.commands[name].help
    assert f"`agenda-scraper {name}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_is_told_to_maintainers(name):
    assert f"`{name}`" in (ROOT / "docs/maintainers.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_make_targets_that_are_named_exist():
    rules = (ROOT / "Makefile").read_text("utf-8")
    for page in PAGES:
        for target in re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", page.read_text("utf-8"), re.M):
            assert re.search(rf"^{''.join(target)}:", rules, re.M), target


@pytest.mark.slow
def test_the_wheel_holds_all_that_is_needed_at_run_time(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        capture_output=True,
        text=True,
    )
    if "hatchling" in done.stderr and done.returncode:
        done = subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)],
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr[-800:]
    (wheel,) = tmp_path.glob("*.whl")
    import zipfile

    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    kept = {
        path.relative_to(source).as_posix()
        for path in (source / "agenda_scraper").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept <= names
    assert wheel.stat().st_size < 6_000_000


@pytest.mark.parametrize("name", system_names())
def test_every_system_is_told_to_maintainers(name):
    assert f"`{name}`" in (ROOT / "docs" / "maintainers.md").read_text("utf-8")


def test_every_key_is_told_as_it_is_checked():
    spec = importlib.util.spec_from_file_location("tell_keys", ROOT / "scripts" / "tell_keys.py")
    tell_keys = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tell_keys)
    assert tell_keys.PAGE.read_text("utf-8") == tell_keys.told(), "run `python scripts/tell_keys.py`"
    for key in ("schema", "hub", "every", "empty_when", "cursor", "section", "default_time", "within", "workshop"):
        assert f"`{key}`" in tell_keys.told()


def test_the_thresholds_that_are_told_are_those_that_hold():
    told = (ROOT / "docs/maintainers.md").read_text("utf-8")
    assert f"more than {reconcile._FEW} and over a fifth" in told and reconcile._SHARE == 1 / 5
    operators = (ROOT / "docs/operators.md").read_text("utf-8")
    assert f"`Crawl-delay` up to {robots._MAX_DELAY:g} seconds" in operators
    assert f"on SQLite {opening.PATIENCE:g} seconds" in operators
