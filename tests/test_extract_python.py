"""Functions of the maintainer's own."""

import pytest

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from pages_of import page, source

MODULE = """
def parse(soup):
    return [{"title": b.get_text(), "url": b.a["href"], "themes": ["a", "b"], "end": None} for b in soup.find_all("h3")]
def fails(soup):
    return soup.find("table").tr
def shapeless(soup):
    return ["text"]
def unknown(soup):
    return [{"titel": "x"}]
def numbers(soup):
    return [{"title": 3}]
constant = 3
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    (tmp_path / "own_site.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    return lambda name: extract(
        page('<h3><a href="/1">Un</a></h3><h3><a href="/2">Deux</a></h3>'), source("python", python=name)
    )


def test_the_function_is_handed_the_soup(read):
    found = read("own_site:parse")
    assert [notice.text("title") for notice in found.notices] == ["Un", "Deux"]
    assert found.follow == ("https://a.example/1", "https://a.example/2")
    assert [theme.text for theme in found.notices[0].fields["themes"]] == ["a", "b"]
    assert "end" not in found.notices[0].fields


@pytest.mark.parametrize(
    ("name", "says"),
    [("fails", "raised AttributeError"), ("shapeless", "no dict but str"), ("unknown", "unknown field 'titel'"),
     ("numbers", "is no text"), ("constant", "no function"), ("none", "cannot be loaded")],
)  # fmt: skip
def test_what_goes_wrong_in_it_is_told(read, name, says):
    with pytest.raises(ExtractError, match=says):
        read(f"own_site:{name}")


def test_the_line_that_failed_is_named(read):
    with pytest.raises(ExtractError) as caught:
        read("own_site:fails")
    assert 'soup.find("table").tr' in caught.value.excerpt
