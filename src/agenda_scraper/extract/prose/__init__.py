"""A whole notice as plain text → Notice: its title, its labelled fields, and the text. Nothing is interpreted."""

from __future__ import annotations

import unicodedata

from agenda_scraper.extract.prose.dates import names_a_day
from agenda_scraper.extract.prose.labels import Labelled, labelled
from agenda_scraper.extract.prose.titles import title_of
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import visible, web_address

_LINES_READ = 400  # lines searched for labels; `text` always keeps them all
_LINE_READ = 2000  # letters of a line


def read_prose(text: str, *, source: str = "", url: str = "", language: str = "fr") -> Notice:
    """The notice a text is: `title`, the fields its labels name, and `text`, which is the whole text.

    Labels of all eight languages are known, whatever `language` says: notices mix them. Never raises.
    """
    whole = unicodedata.normalize("NFC", visible(text))
    lines = [line[:_LINE_READ] for line in whole.split("\n")[:_LINES_READ]]
    values = list(labelled(lines))
    fields: dict[str, tuple[Found, ...]] = {}
    if title := title_of(lines, values):
        fields["title"] = (Found(title.text, f"line {title.line}", title.raw.strip()),)
    for name in dict.fromkeys(value.field for value in values):
        if name not in ("title", "other") and (found := _found(name, values, lines)):
            fields[name] = found
    return Notice(source, url, {**fields, "text": (Found(whole, "text", text),)})


def _found(name: str, values: list[Labelled], lines: list[str]) -> tuple[Found, ...]:
    texts = [
        (_address(value.text) if name == "url" else value.text, value.line) for value in values if value.field == name
    ]
    # hours alone are no date: then the whole text is read instead
    if name == "when" and not any(names_a_day(text) for text, _ in texts):
        return ()
    return tuple(Found(text, f"line {line}", lines[line - 1].strip()) for text, line in texts if text)


def _address(value: str) -> str:
    """The address in "Lien : <https://…>"; empty when the value holds none."""
    word = next((word for word in value.split() if "://" in word), "")
    return web_address(word.strip("<>()[],.;")) or ""
