"""A page nobody wrote rules for: what it says of itself first, else its main text read as a notice."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Source
from agenda_scraper.extract import feed, ical, jsonld
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Extraction, Found, Notice, Page

_MAIN = ("main", "[role=main]", "article", "body")
# What stands around the notice on every page of a site.
_AROUND = "nav, aside, header nav, footer, form, [role=navigation], [role=complementary], .breadcrumb, .print-breadcrumb"
_HEAD = 2048


def read(page: Page, source: Source) -> Extraction:
    """The events of a page by what it is: a calendar, a feed, JSON-LD, else one notice in its main text."""
    head = page.body[:_HEAD].lstrip()
    if b"BEGIN:VCALENDAR" in head:
        return ical.read(page, source)
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and b"<html" not in head:
        return feed.read(page, source)
    if page.media_type == "text/plain" or not head.startswith(b"<"):
        return Extraction((read_prose(decode(page), source=source.id, url=page.url, language=source.language),), follow=(None,))
    markup = Markup(page)
    found = tuple(Notice(source.id, page.url, fields) for fields in jsonld.events(markup))
    return Extraction(found or (_notice(markup, source),), follow=(None,) * max(len(found), 1))


def _notice(markup: Markup, source: Source) -> Notice:
    """The main text of a page as one notice, its heading as the title."""
    heading = _heading(markup)
    lines = text_of(_main(markup))
    told = read_prose(f"{heading}\n{lines}" if heading else lines, source=source.id, url=markup.page.url, language=source.language)
    fields = dict(told.fields)
    if heading:
        fields["title"] = (Found(heading, "h1"),)
    own = markup.canonical()
    fields["url"] = (Found(own or markup.page.url, "link[rel=canonical]" if own else "the page's address"),)
    return Notice(source.id, markup.page.url, fields)


def _heading(markup: Markup) -> str:
    for selector in ("h1", "title"):
        for node in markup.css(selector):
            text = text_of(node).replace("\n", " ")
            if text:
                return text
    return ""


def _main(markup: Markup) -> LexborNode:
    """The part of the page that is the notice: the tree loses what stands around it."""
    for node in markup.css(_AROUND):
        node.decompose()
    for selector in _MAIN:
        nodes = markup.css(selector)
        if len(nodes) == 1 or selector == "body":
            return nodes[0] if nodes else markup.root
    return markup.root
