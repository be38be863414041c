"""A sitemap (https://www.sitemaps.org/protocol.html): each address it lists, and `match` fits, is a notice's page."""

from __future__ import annotations

import html as entities
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.described import described
from agenda_scraper.extract.html import read_own
from agenda_scraper.extract.markup import Markup, absolute
from agenda_scraper.extract.structured import Fields, with_own
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten, squash

# One scan, no parser: what matters is two flat elements, and a sitemap may hold 50,000 of them. `image:loc` is none.
_ELEMENTS = re.compile(r"<(?P<name>loc|lastmod)>\s*(?:<!\[CDATA\[\s*)?(?P<text>[^<\s]+)")
_GZIP = b"\x1f\x8b"
_LARGEST = 50 * 1024 * 1024  # the protocol's own limit for one file, unpacked


def read(page: Page, source: Source) -> Extraction:
    """The addresses a sitemap lists, in its order: a notice each, to be read on its own page."""
    text = _unpacked(page, source)
    if "<sitemapindex" in text:
        listed = [match["text"] for match in _ELEMENTS.finditer(text) if match["name"] == "loc"]
        raise ExtractError(
            "a sitemap of sitemaps",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(" ".join(listed[:8]), 300),
            fix="write as `url` the one that lists the events",
        )
    if "<urlset" not in text and not text.lstrip().startswith(("http://", "https://")):
        raise ExtractError(
            f"not a sitemap but {page.media_type or 'something else'}",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(squash(text[:400]), 120),
            fix="look for its address in /robots.txt",
        )
    fits = re.compile(source.options.get("match", ""))
    found = [fields for fields in _entries(text, page.url) if fits.search(fields["url"][0].text)][: source.max_items]
    notices = tuple(Notice(source.id, page.url, fields) for fields in found)
    return Extraction(notices, follow=tuple(notice.text("url") for notice in notices), proved_empty=not notices)


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: its structured data, the selectors of `detail` on top."""
    markup = Markup(page)
    fields = with_own(next(iter(described(markup)), {}), read_own(markup, source)[0])
    if not fields.keys() - {"url"}:
        raise ExtractError(
            "nothing describes an event in the page",
            where=page.url,
            fix="write `detail:` with selectors, or a narrower `match`",
        )
    return Notice(source.id, page.url, fields)


def _unpacked(page: Page, source: Source) -> str:
    if not page.body.startswith(_GZIP):
        return decode(page)
    try:
        body = zlib.decompressobj(wbits=31).decompress(page.body, _LARGEST)
    except zlib.error as error:
        raise ExtractError("the packed sitemap breaks off", where=f"{source.origin} {page.url}") from error
    return decode(replace(page, body=body))


def _entries(text: str, base: str) -> Iterator[Fields]:
    """The address and, where it is given, the last change of each entry; the text form is one address a line."""
    if "<" not in text:
        for number, line in enumerate(text.split(), start=1):
            if address := absolute(base, line):
                yield {"url": (Found(address, f"line {number}"),)}
        return
    number, entry = 0, Fields()
    for match in _ELEMENTS.finditer(text):
        said = entities.unescape(match["text"].removesuffix("]]>"))
        if match["name"] == "lastmod":
            entry.setdefault("modified", (Found(said, f"url[{number}]/lastmod"),))
        elif address := absolute(base, said):
            if "url" in entry:
                yield entry
            number += 1
            entry = {"url": (Found(address, f"url[{number}]/loc"),)}
    if "url" in entry:
        yield entry
