"""A calendar that Google reads to its end: where it is too large, its descriptions are cut until it fits.

Only the joined calendar is cut, all its entries alike; the entries that are kept stay whole, and so does each feed that
is small enough. One that no cut makes small enough stays whole as well: other clients read all of it.
"""

from __future__ import annotations

import re
from functools import partial

from agenda_scraper.publish.lines import escaped, line, unescaped
from agenda_scraper.text import shorten

# Google leaves out what comes after about 1 MB (docs/clients.md).
GOOGLE = 1_000_000
# Characters of a description, from the first that fits: what an event is, in ever fewer words.
_LENGTHS = (1000, 500, 250, 120)
# Of the last paragraph, which says who organises it, how to register and where it was announced.
_DETAILS = 400
_FOLDED = r"((?:[^\r]|\r\n )*)"
_TEXT = re.compile(rf"\r\nDESCRIPTION:{_FOLDED}")
_HTML = re.compile(rf"\r\nX-ALT-DESC[^:\r]*:{_FOLDED}")


def fitting(entries: str, room: int = GOOGLE) -> str:
    """Entries of a calendar in at most `room` bytes, where cutting descriptions makes them that small."""
    size = len(entries.encode("utf-8"))
    if size <= room:
        return entries
    # the same text twice: what shows HTML shows the other one just as well
    plain = _HTML.sub("", entries)
    told = sum(len(found[0].encode("utf-8")) for found in _TEXT.finditer(plain))
    if len(plain.encode("utf-8")) - told > room:
        return entries
    for length in (None, *_LENGTHS):
        cut = _TEXT.sub(partial(_shortened, length=length), plain) if length else plain
        if len(cut.encode("utf-8")) <= room:
            return cut
    return entries


def _shortened(found: re.Match[str], length: int) -> str:
    text, _, details = unescaped(found[1].replace("\r\n ", "")).rpartition("\n\n")
    told = "\n\n".join(part for part in (shorten(text, length), shorten(details, max(length, _DETAILS))) if part)
    return "\r\n" + line("DESCRIPTION", escaped(told)).removesuffix("\r\n")
