"""`verified:` noted in place: one line changes, the maintainer's layout and comments stay."""

from datetime import date

import pytest

from agenda_scraper.config import load, mark_verified
from agenda_scraper.errors import AgendaError, ConfigError
from fulldisk import full_disk

HEAD = "schema: 1\nsite: {title: T, url: https://t.example, contact: a@t.example}\nsources:\n  # the best one\n"
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("entry", "want"),
    [
        (
            "  a:\n    name: A\n    verified: never  # yet\n    url: https://a.example/a.ics\n",
            "    verified: 2026-11-23  # yet\n",
        ),
        ("  a:\n    name: A\n    url: https://a.example/a.ics\n", "  a:\n    verified: 2026-11-23\n"),
        ("  a: {name: A, url: https://a.example/a.ics, verified: never}\n", "a.ics, verified: 2026-11-23}\n"),
        ("  a: {name: A, url: https://a.example/a.ics}\n", "a.ics, verified: 2026-11-23}\n"),
    ],
)
def test_the_day_is_noted_and_nothing_else_changes(tmp_path, entry, want):
    path = tmp_path / "sources.yaml"
    rest = "  b: {name: B, url: https://b.example/b.ics, verified: never}\n"
    path.write_text(HEAD + entry + rest, "utf-8")
    mark_verified(tmp_path, load(path, environ={}).sources[0], day=DAY)
    text = path.read_text("utf-8")
    assert text.startswith(HEAD) and text.endswith(rest) and want in text
    assert [source.verified for source in load(path, environ={}).sources] == [DAY, None]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(HEAD + "  a: {name: A, url: https://a.example/a.ics}\n", "utf-8")
    (source,) = load(path, environ={}).sources
    path.write_text("# new first line\n" + path.read_text("utf-8"), "utf-8")
    with pytest.raises(ConfigError, match="not here any more"):
        mark_verified(tmp_path, source, day=DAY)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "sources.yaml"
    text = HEAD + "  a: {name: A, url: https://a.example/a.ics}\n"
    path.write_text(text, "utf-8")
    (source,) = load(path, environ={}).sources
    with pytest.raises(AgendaError, match=r"sources\.yaml") as error, full_disk():
        mark_verified(tmp_path, source, day=DAY)
    assert "space left" in error.value.fix
    assert path.read_text("utf-8") == text and [each.name for each in tmp_path.iterdir()] == ["sources.yaml"]


def test_the_file_keeps_its_rights_and_its_place_behind_a_link(tmp_path):
    path, link = tmp_path / "kept.yaml", tmp_path / "sources.yaml"
    path.write_text(HEAD + "  a: {name: A, url: https://a.example/a.ics}\n", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    mark_verified(tmp_path, load(link, environ={}).sources[0], day=DAY)
    assert "verified: 2026-11-23" in path.read_text("utf-8")
    assert link.is_symlink() and path.stat().st_mode & 0o777 == 0o640
