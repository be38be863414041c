"""The lines of a calendar (RFC 5545, section 3.1) as producers write them, and the components that they make.

No value is read here: one that does not parse costs its property, never the calendar.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from dataclasses import replace as changed

from agenda_scraper.extract.decode import decode
from agenda_scraper.model import Page

# A fold may stand within a letter of UTF-8 (it counts octets), so it is taken away before the bytes are read.
_FOLD = re.compile(rb"(?:\r{0,2}\n|\r)[ \t]")
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.S)
_PARAMETER = re.compile(r';([^=;]+)=((?:[^";]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\([\\;,nN])")
_UNESCAPED_COMMA = re.compile(r"(?<!\\),")
# What begins a line; anything else goes on with the text before it, whose line feed was not escaped.
_NAME = re.compile(
    r"(?:X-[A-Z0-9-]+|BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|NAME|UID|SUMMARY|DESCRIPTION|LOCATION|DT(?:START|END|STAMP)"
    r"|DURATION|RRULE|RDATE|EXDATE|EXRULE|SEQUENCE|STATUS|CLASS|CATEGORIES|URL|GEO|ORGANIZER|ATTENDEE"
    r"|CONTACT|ATTACH|CREATED|TRANSP|PRIORITY|COMMENT|RESOURCES|TRIGGER|ACTION"
    r"|REPEAT|DUE|COMPLETED|FREEBUSY|TZ[A-Z]+|SOURCE|COLOR|IMAGE|CONFERENCE|ACKNOWLEDGED|[A-Z]+(?:-[A-Z]+)+)[;:]"
)
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: its parameters by upper-case name (the first of each), its value as written."""

    name: str
    params: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes read (section 3.3.11), quoted-printable of vCalendar 1.0 too."""
        value = self.value
        if self.params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            charset = self.params.get("CHARSET", "utf-8")
            value = decode_quoted(value, charset)
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()

    @property
    def words(self) -> list[str]:
        """The value of a list, parted at its commas."""
        return [text for part in _UNESCAPED_COMMA.split(self.value) if (text := changed(self, value=part).text)]


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END: its own lines, and the components within it."""

    name: str
    lines: list[str] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """The properties of a name that say something, in order."""
        heads = (f"{name};", f"{name}:")
        found = (property_of(line) for line in self.lines if line.startswith(heads))
        return [each for each in found if each is not None and each.value.strip()]

    def first(self, name: str) -> Property | None:
        """The first property of a name that says something."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """The text of the first property of a name, empty when it says nothing."""
        found = self.first(name)
        return found.text if found else ""

    def named(self, name: str) -> Iterator[Component]:
        """The components of a name within this one, at any depth, in order."""
        stack = list(reversed(self.parts))
        while stack:
            part = stack.pop()
            if part.name == name:
                yield part
            stack += reversed(part.parts)


def property_of(line: str) -> Property | None:
    """A content line taken apart; None when it has no value. A quote that never closes quotes nothing."""
    found = _HEAD.match(line)
    head, value = (found[1], found[2]) if found else line.partition(":")[::2]
    name, *_ = head.partition(";")
    params: dict[str, str] = {}
    for key, text in _PARAMETER.findall(head[len(name) :]):
        params.setdefault(key.strip().upper(), text.strip().strip('"'))
    return Property(name.strip().upper(), params, value) if value else None


def decode_quoted(value: str, charset: str) -> str:
    """Quoted-printable text (RFC 2045) in its charset, or in UTF-8 when that is none."""
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def calendar_in(page: Page) -> tuple[Component, bool] | None:
    """All calendars of a file in one, and whether it breaks off within a component; None when there is none."""
    text = decode(changed(page, body=_FOLD.sub(b"", page.body)))
    start = text.find("BEGIN:VCALENDAR")
    return _nested(_lines(text[start:])) if start >= 0 else None


def _lines(text: str) -> Iterator[str]:
    """Content lines, each with the lines that go on with it: a text broken without a fold is one text."""
    held: list[str] = []
    for line in _LINE.split(text):
        if _NAME.match(line):
            if held:
                yield "\n".join(held)
            held = [line]
        elif held and (line.strip() or len(held) > 1) and held[0].startswith(_TEXTS):
            held.append(line)
    if held:
        yield "\n".join(held)


def _nested(lines: Iterator[str]) -> tuple[Component, bool]:
    """The components in each other as they stand. A VEVENT within a VEVENT is one whose END was forgotten."""
    root = Component("")
    open_parts = [root]
    for line in lines:
        word, _, name = line.partition(":")
        name = name.strip().upper()
        if word == "BEGIN":
            while name == "VEVENT" and any(part.name == "VEVENT" for part in open_parts):
                open_parts.pop()
            part = Component(name)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        elif word == "END":
            if any(part.name == name for part in open_parts):
                while open_parts.pop().name != name:
                    pass
        else:
            open_parts[-1].lines.append(line)
    return root, any(part.name not in ("", "VCALENDAR") for part in open_parts)
