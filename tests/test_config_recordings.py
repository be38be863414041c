"""Recorded pages and what their page.yaml says."""

from datetime import datetime, timedelta, timezone

import pytest

from agenda_scraper import config
from agenda_scraper.agenda import Recorded
from agenda_scraper.errors import ConfigError

AT = datetime(2026, 11, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def place(tmp_path):
    (tmp_path / "asso").mkdir()
    (tmp_path / "asso" / "expected.json").write_text("[]")
    (tmp_path / "_notes").mkdir()
    return tmp_path / "asso"


def problems(folder):
    with pytest.raises(ConfigError) as caught:
        config.read_recordings(folder)
    return str(caught.value).splitlines()


def test_one_page(place):
    (place / "page.html").write_bytes(b"<p>\xe9</p>")
    (place / "page.yaml").write_text(
        "url: https://asso.example/agenda\nfetched_at: 2026-11-02T09:30:00+01:00\n"
        "headers:\n  Content-Type: text/html; charset=iso-8859-1\n  ETag: '\"a\"'\n"
    )
    headers = {"Content-Type": "text/html; charset=iso-8859-1", "ETag": '"a"'}
    assert config.read_recordings(place.parent) == (
        Recorded("asso", "https://asso.example/agenda", place / "page.html", AT, headers, 200),
    )


def test_several_pages(place):
    (place / "list.html").write_text("<ul>")
    (place / "1.html").write_text("<h1>")
    (place / "page.yaml").write_text(
        "fetched_at: 2026-11-02T09:30:00+01:00\npages:\n"
        "  - {file: list.html, url: https://asso.example/agenda}\n"
        "  - file: 1.html\n    url: https://asso.example/1\n    status: 410\n    headers: {Content-Type: text/html}\n"
    )
    assert config.read_recordings(place.parent) == (
        Recorded("asso", "https://asso.example/agenda", place / "list.html", AT),
        Recorded("asso", "https://asso.example/1", place / "1.html", AT, {"Content-Type": "text/html"}, 410),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "asso/page.yaml: empty (record it again: agenda-scraper record asso)"),
        ("url: https://a.example\n", "asso/page.yaml:1: fetched_at: missing (write fetched_at: 2026-11-23T08:00:00+01:00)"),
        ("fetched_at: 2026-11-02T09:30:00Z\n", "asso/page.yaml:1: url: missing (write url: https://asso.example/agenda)"),
        ("url: https://a.example\nfetched_at: yesterday\n", "asso/page.yaml:2: fetched_at: 'yesterday' is no moment"),
        ("url: https://a.example\nfetched_at: 2026-11-02T09:30:00\n", "asso/page.yaml:2: fetched_at: '2026-11-02T09:30:00' has no offset"),
        ("url: https://a.example\nfetched_at: 2026-11-02T09:30:00Z\nheader: {}\n", "asso/page.yaml:3: header: unknown key (did you mean 'headers'?)"),
        ("url: https://a.example\nfetched_at: 2026-11-02T09:30:00Z\nstatus: OK\n", "asso/page.yaml:3: status: 'OK' is no HTTP status"),
        ("fetched_at: 2026-11-02T09:30:00Z\npages: [{file: none.html, url: https://a.example}]\n", "asso/page.yaml:1: no file 'none.html' beside page.yaml"),
        ("fetched_at: 2026-11-02T09:30:00Z\npages: [{file: ../x, url: https://a.example}]\n", "asso/page.yaml:1: no file '../x' beside page.yaml"),
        ("fetched_at: 2026-11-02T09:30:00Z\npages: [x]\n", "asso/page.yaml:2: pages[1]: the text 'x' where a mapping belongs"),
        ("- a", "asso/page.yaml:1: a list where a mapping belongs"),
    ],
)  # fmt: skip
def test_what_cannot_be_replayed(place, text, expected):
    (place / "page.html").write_text("")
    (place / "page.yaml").write_text(text)
    found = problems(place.parent)
    assert any(each.startswith(expected) for each in found), found


def test_a_folder_without_its_page_or_with_two(place):
    assert problems(place.parent) == [
        "asso/page.yaml: cannot be read: No such file or directory (record it again: agenda-scraper record asso)"
    ]
    (place / "page.html").write_text("")
    (place / "page.ics").write_text("")
    (place / "page.yaml").write_text("url: https://a.example\nfetched_at: 2026-11-02T09:30:00Z\n")
    assert problems(place.parent) == [
        "asso/page.yaml:1: 2 files page.* beside it (keep one, or list them under pages:)"
    ]


def test_no_folder(tmp_path):
    assert problems(tmp_path / "none")[0].endswith("no such folder (give the folder that holds one folder a source)")
