"""What a feed may show of a notice: sanitised HTML, and the same as plain text."""

from __future__ import annotations

import html
import re

import nh3

from agenda_scraper.text import shorten, squash, visible

_ALLOWED = {"p", "br", "ul", "ol", "li", "a", "strong", "b", "em", "i", "blockquote", "h3", "h4"}
_BREAKS = re.compile(r"<(?:br|/p|/li|/h\d|/div|/tr|/ul|/ol|/blockquote)\b[^>]*>", re.I)
# "<https://…>" in a plain text is an address between brackets, not a tag.
_TAG = re.compile(r"<(?!https?:|mailto:)[a-zA-Z/!][^>]*>")
_LONGEST = 6000  # characters of a description: Google drops calendars past about 1 MB


def unescaped(text: str) -> str:
    """A description as its author wrote it: HTML escaped once more (The Events Calendar's JSON-LD) is HTML again."""
    if not _TAG.search(text) and _TAG.search(html.unescape(text)):
        return html.unescape(text).replace("\\n", "\n")
    return text


def sanitised(markup: str) -> str | None:
    """HTML that harms no reader: few tags, http(s) and mail links, nothing else; None for plain text."""
    markup = unescaped(markup)
    if not _TAG.search(markup):
        return None
    clean = nh3.clean(
        visible(markup)[: 4 * _LONGEST],
        tags=_ALLOWED,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )
    return clean.strip() or None


def plain_lines(markup: str) -> str:
    """The text of HTML with its lines; plain text passes through, its entities read."""
    markup = unescaped(markup)
    if _TAG.search(markup):
        # a line feed in HTML is a blank; the ends of blocks are the lines
        markup = nh3.clean(_BREAKS.sub("\n", markup.replace("\n", " ")), tags=set())
    lines = (squash(line) for line in visible(html.unescape(html.unescape(markup))).split("\n"))
    return "\n".join(line for line in lines if line)


def summary_of(lines: str) -> str | None:
    """The text shown under a title, cut at a word."""
    return shorten(lines, _LONGEST) if lines else None
