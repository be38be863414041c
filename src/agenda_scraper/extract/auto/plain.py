"""Text without markup, or with Markdown's, as the tree of a page; tables of comma-separated values as notices."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from agenda_scraper.extract.auto.objects import notice_of_object
from agenda_scraper.extract.auto.tree import BOLD_LEVEL, Block, Line
from agenda_scraper.model import Notice
from agenda_scraper.text import squash, visible, web_address

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?=\S)")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\(([^)\s]{1,500})[^)\n]{0,100}\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
# What Jekyll, Hugo and Pelican write above a text: YAML between dashes, TOML between pluses, or bare "Key: value".
_FRONT_MATTER = re.compile(
    r"\A(?:---\s*\n(?P<yaml>.*?)\n---\s*\n|\+\+\+\s*\n(?P<toml>.*?)\n\+\+\+\s*\n"
    r"|(?P<bare>(?:[A-Z][\w-]{1,30}:[^\n]*\n){2,40})(?=\s*\n))",
    re.S,
)
_KEY = re.compile(r"^[ \t]*([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*?)[ \t]*$", re.M)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """What stands above a text about it, by its keys in small letters, and the text below."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    told = {key.lower(): value.strip("\"' ") for key, value in _KEY.findall(found[found.lastgroup or 0])}
    return told, text[found.end() :]


def plain_tree(text: str) -> Block:
    """The paragraphs, headings and bullets of a text as blocks and lines."""
    tree = Block("body")
    paragraph = Block("p")
    for raw in visible(text).split("\n"):
        heading = _HEADING.match(raw)
        if heading:
            tree.parts.append(_line(heading.group(2), len(heading.group(1))))
        elif _BULLET.match(raw) and not day_number(raw):
            tree.parts.append(Block("li", "", [_line(_BULLET.sub("", raw), 0)]))
        elif raw.strip():
            tree.parts.append(_line(raw, 0))
    if paragraph.parts:
        tree.parts.append(paragraph)
    return tree


def day_number(raw: str) -> bool:
    """Whether what looks like the number of a list is the day of a month ("12. März")."""
    return re.match(r"^\s*\d{1,2}\.\s+[^\W\d_]{3,}", raw) is not None and raw.lstrip()[0].isdigit()


def _line(raw: str, level: int) -> Line:
    links = tuple(
        (squash(found.group(1)), address)
        for found in _LINK.finditer(raw)
        if (address := web_address(found.group(2))) and not found.group().startswith("!")
    )
    text = _LINK.sub(r"\1", raw)
    bold = " ".join(found.group(2) for found in _BOLD.finditer(text))
    text = squash(_BOLD.sub(r"\2", text)).strip("*_ ")
    if not level and bold and squash(bold) == text:
        level = BOLD_LEVEL
    return Line(text, level, links, squash(bold), where="text")


def notices_of_csv(text: str, *, source: str, url: str) -> Iterator[Notice]:
    """The rows of a table of values whose first row names the columns."""
    sample = text[:4096]
    delimiter = max(",;\t|", key=sample.split("\n")[0].count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(rows, start=2):
            named: dict[str, Any] = {key: value for key, value in row.items() if key}
            notice = notice_of_object(named, f"line {number}", source=source, url=url)
            if notice:
                yield notice
    except csv.Error:
        return
