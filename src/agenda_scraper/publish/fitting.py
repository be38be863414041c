"""A calendar that Google reads to its end: where it is too large, its descriptions are cut until it fits.

Only the joined calendar is cut, all its entries alike; the entries that are kept stay whole, and so does each feed that
is small enough. One that no cut makes small enough stays whole as well: other clients read all of it.
"""

from __future__ import annotations

import re

from agenda_scraper.publish.lines import escaped, line, unescaped
from agenda_scraper.text import shorten

# Google leaves out what comes after about 1 MB (docs/clients.md).
GOOGLE = 1_000_000
# Characters of a description, from the first that fits: what an event is, in ever fewer words.
_LENGTHS = (1000, 500, 250, 120)
# Of the last paragraph, which says who organises it, how to register and where it was announced.
_DETAILS = 400
_FOLDED = r"([^\r]*(?:\r\n [^\r]*)*)"
_BEFORE = "\r\nDESCRIPTION:"
_TEXT = re.compile(_BEFORE + _FOLDED)
_HTML = re.compile(rf"\r\nX-ALT-DESC[^:\r]*:{_FOLDED}")


def fitting(entries: str, room: int = GOOGLE) -> str:
    """Entries of a calendar in at most `room` bytes, where cutting descriptions makes them that small."""
    if _size(entries) <= room:
        return entries
    # the same text twice: what shows HTML shows the other one just as well; descriptions stand at every second place
    parts = _TEXT.split(_HTML.sub("", entries))
    whole = parts[1::2]
    left = room - _size("".join(parts[::2])) - len(_BEFORE) * len(whole)
    if left < 0:
        return entries
    for length in (None, *_LENGTHS):
        told = [_shortened(value, length) for value in whole] if length else whole
        if _size("".join(told)) <= left:
            parts[1::2] = (_BEFORE + value for value in told)
            return "".join(parts)
    return entries


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8"))


def _shortened(value: str, length: int) -> str:
    if len(value) <= length:
        return value  # folded and escaped it is longer than what it says
    text, _, details = unescaped(value.replace("\r\n ", "")).rpartition("\n\n")
    told = "\n\n".join(part for part in (shorten(text, length), shorten(details, max(length, _DETAILS))) if part)
    return line("DESCRIPTION", escaped(told)).removesuffix("\r\n").removeprefix("DESCRIPTION:")
