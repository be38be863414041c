"""`verified:` noted in place: one line changes, the maintainer's layout and comments stay."""

from datetime import date

import pytest

from agenda_scraper.config import load, mark_verified
from agenda_scraper.errors import ConfigError

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
