"""Sitemaps, and functions of the maintainer's own."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract, extract_detail, has_details
from pages_of import page, source

SOURCE = source("sitemap", match="/agenda/")
MAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="x">
<url><loc>https://a.example/agenda/1?a=1&amp;b=2</loc><image:loc>https://a.example/agenda/p.png</image:loc>
<lastmod>2026-11-02</lastmod></url><url><loc> https://a.example/contact </loc></url>
<url><loc><![CDATA[https://a.example/agenda/2]]></loc></url></urlset>"""
WANT = ("https://a.example/agenda/1?a=1&b=2", "https://a.example/agenda/2")


@pytest.mark.parametrize(
    "body", [MAP, gzip.compress(MAP.encode()), f"{WANT[0]}\nhttps://a.example/contact\n{WANT[1]}\n"]
)
def test_the_addresses_that_fit_are_followed(body):
    found = extract(page(body, media_type="application/xml"), SOURCE)
    assert found.follow == WANT
    assert has_details(SOURCE)


def test_the_last_change_belongs_to_its_address():
    notices = extract(page(MAP), SOURCE).notices
    assert [notice.text("modified") for notice in notices] == ["2026-11-02", ""]


@pytest.mark.parametrize(
    ("body", "says"),
    [("<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc></sitemap></sitemapindex>", "sitemap of sitemaps"),
     ("<html><body>404</body></html>", "not a sitemap"), (b"\x1f\x8bbroken", "breaks off")],
)  # fmt: skip
def test_what_is_no_list_of_pages_says_so(body, says):
    with pytest.raises(ExtractError, match=says):
        extract(page(body), SOURCE)


def test_the_page_of_a_notice_is_read_by_what_describes_it():
    own = '<div class="h-event"><b class="p-name">Forum</b><time class="dt-start">2027-01-14</time></div>'
    assert extract_detail(page(own), SOURCE).text("start") == "2027-01-14"
    with pytest.raises(ExtractError, match="nothing describes"):
        extract_detail(page("<p>Bonjour</p>"), SOURCE)


@given(
    st.lists(
        st.sampled_from(["<urlset>", "<loc>", "</loc>", "https://a.example/agenda/1", "<lastmod>", " ", "]]>", "&amp;"])
    )
)
def test_no_sitemap_breaks_the_reader(pieces):
    extract(page("<urlset>" + "".join(pieces)), SOURCE)
