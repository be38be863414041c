"""Content lines of iCalendar (RFC 5545, section 3.1): escaped, folded, ended by CR LF."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from agenda_scraper.text import shown, visible

_WIDTH = 75
# Parsers built on str.splitlines would break a line at the first two.
_SEPARATORS = (("\u2028", "\n"), ("\u2029", "\n"), ("\t", " "))
# The backslash first, else those of the others would be doubled.
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
_ESCAPED = re.compile(r"\\(.)")
_QUOTES = str.maketrans({'"': "'"})


def escaped(text: str) -> str:
    """Any text as a TEXT value (RFC 5545, section 3.3.11): no byte of it can end the line."""
    return _replaced(_replaced(visible(text), _SEPARATORS).strip(), _ESCAPES)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    # letter by letter, `str.translate` takes twenty times as long
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def unescaped(value: str) -> str:
    """A TEXT value as the text it says."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def quoted(text: str) -> str:
    """Any text as a quoted parameter value, which cannot hold a double quote (section 3.2)."""
    return f'"{shown(text).translate(_QUOTES)}"'


def stamp(moment: datetime) -> str:
    """A moment as a DATE-TIME in UTC, to the second."""
    # `strftime` takes twice as long, and writes the year 800 in three digits
    return moment.astimezone(UTC).isoformat()[:19].replace("-", "").replace(":", "") + "Z"


def line(name: str, value: str) -> str:
    """One content line, folded after 75 octets and never inside a character; `name` may carry parameters."""
    whole = f"{name}:{value}"
    if len(whole) <= _WIDTH and whole.isascii():
        return whole + "\r\n"
    octets = whole.encode("utf-8")
    if len(octets) <= _WIDTH:
        return whole + "\r\n"
    pieces, start, width = [], 0, _WIDTH
    while start < len(octets):
        end = start + width
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode("utf-8"))
        start, width = end, _WIDTH - 1
    return "\r\n ".join(pieces) + "\r\n"
