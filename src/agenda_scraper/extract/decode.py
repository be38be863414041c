"""Bytes → text, when the charset is declared, undeclared or declared wrong."""

from __future__ import annotations

import codecs
import re

from agenda_scraper.model import Page

# WHATWG reads these labels as windows-1252, and so do browsers (https://encoding.spec.whatwg.org/#names-and-labels).
_AS_WINDOWS = {"iso8859-1", "ascii", "latin-1", "iso-8859-1"}
# Python knows codecs that no browser takes for a charset: they would turn a page into other text.
_NO_CHARSETS = {
    "unicode-escape",
    "unicode_escape",
    "raw-unicode-escape",
    "raw_unicode_escape",
    "utf-7",
    "punycode",
    "idna",
}
# Every second byte of a Latin text in these is zero; without one, whoever names them is wrong.
_WIDE = ("utf-16", "utf-32")
_META = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)""", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 2048  # where HTML wants its charset declared: the first 1,024 bytes; pages are late


def decode(page: Page) -> str:
    """The text of a page: by its byte order mark, its header, its own declaration, then what fits."""
    for mark, charset in _BOMS:
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(charset, "replace")
    for name in (page.encoding, *_declared(page.body[:_HEAD]), "utf-8"):
        text = _strictly(page.body, name)
        if text is not None:
            return text
    return _guess(page.body)


def _declared(head: bytes) -> list[str]:
    return [(match.group(1) or match.group(2)).decode("ascii", "replace") for match in _META.finditer(head)]


def _strictly(body: bytes, name: str | None) -> str | None:
    """The text if every byte fits the charset, else None."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name)
        if codec.name in _NO_CHARSETS or (codec.name.startswith(_WIDE) and b"\0" not in body[:_HEAD]):
            return None
        if codec.name in _AS_WINDOWS:
            # UTF-8 served as Latin-1 is commoner than Latin-1 that happens to be valid UTF-8.
            return _strictly(body, "utf-8") or body.decode("cp1252", "replace")
        return body.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(body: bytes) -> str:
    """Not UTF-8, and nothing fits what it declares: windows-1252 if it fits, else what beautifulsoup detects."""
    from bs4.dammit import UnicodeDammit  # late: 150 ms, and few pages need it

    return UnicodeDammit(body, ["windows-1252"]).unicode_markup or body.decode("cp1252", "replace")
