"""Functions of the maintainer's own."""

import pytest

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from pages_of import page, source


def read(name):
    body = '<h3><a href="/1">Un</a></h3><h3><a href="/2">Deux</a></h3>'
    return extract(page(body), source("python", python=f"own_site:{name}"))


def test_the_function_is_handed_the_soup():
    found = read("parse")
    assert [notice.text("title") for notice in found.notices] == ["Un", "Deux"]
    assert found.follow == ("https://a.example/1", "https://a.example/2")
    assert [theme.text for theme in found.notices[0].fields["themes"]] == ["a", "b"]
    assert "end" not in found.notices[0].fields


@pytest.mark.parametrize(
    ("name", "says"),
    [("fails", "raised AttributeError"), ("shapeless", "no dict but str"), ("unknown", "unknown field 'titel'"),
     ("numbers", "is no text"), ("constant", "no function"), ("none", "cannot be loaded")],
)  # fmt: skip
def test_what_goes_wrong_in_it_is_told(name, says):
    with pytest.raises(ExtractError, match=says):
        read(name)


def test_the_line_that_failed_is_named():
    with pytest.raises(ExtractError) as caught:
        read("fails")
    assert 'soup.find("table").tr' in caught.value.excerpt
