"""Where YAML gives up: what the maintainer meant, what to type, and the text with just that mended.

Mending lets one run name every problem of a file; nothing is ever written back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIR = re.compile(r"^(?P<head>\s*(?:- )?[^\s#'\"{\[][^:]*:\s+)(?P<value>\S.*?)\s*$")
# What YAML reads as an indicator when a value begins with it, and CSS, a text or a pattern as a character.
_INDICATORS = "@`%>|[]*&!{},"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the parser stopped (line from 1, column from 0) and what it says."""

    line: int
    column: int
    says: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What to tell the maintainer; `lines` is the text mended, None when only a person can."""

    what: str
    fix: str
    lines: list[str] | None = None


def mended(lines: list[str], fault: Fault) -> Mend:
    """The mend of a fault: the traps of YAML that a selector, a text or a pattern falls into."""
    line = lines[fault.line - 1]
    if fault.says == "too deep":
        return Mend("nested deeper than anything here is", "look at the brackets and the indentation")
    if "\t" in line[: fault.column + 1]:
        return Mend("a tab in the indentation", "indent with spaces")
    if "unknown escape character" in fault.says:
        what = rf"'\{line[fault.column : fault.column + 1]}' in double quotes is an escape to YAML"
        return Mend(
            what,
            "use single quotes for a pattern",
            _put(lines, fault, line[: fault.column] + "\\" + line[fault.column :]),
        )
    pair = _PAIR.match(line)
    if pair and _is_meant_as_text(pair["value"], fault):
        quoted = _quoted(pair["value"])
        key = pair["head"].strip().removeprefix("- ")
        return Mend(
            f"YAML cannot read {_cut(pair['value'])} without quotes",
            f"put the {'text' if ': ' in pair['value'] else 'selector'} in quotes: {key} {quoted}",
            _put(lines, fault, pair["head"] + quoted),
        )
    return Mend(*_sentence(line, fault))


def _is_meant_as_text(value: str, fault: Fault) -> bool:
    if value[0] in _INDICATORS:
        # A list or mapping in brackets that merely lacks its end is not meant as text.
        return value[0] not in "[{" or fault.says.startswith("while parsing a block mapping")
    return (
        value[0] not in "'\"" and "mapping values are not allowed" in fault.says and bool(re.search(r":(\s|$)", value))
    )


def _sentence(line: str, fault: Fault) -> tuple[str, str]:
    """What and fix for a fault without an obvious mend."""
    if " #" in line and "flow" in fault.says:
        return "a bracket is not closed: YAML reads what follows ' #' as a comment", "put the selector in quotes"
    if "flow" in fault.says:
        return "a bracket is not closed, or a comma is missing", "close it: {title: h3, when: p.date}"
    if "quoted scalar" in fault.says:
        return "a quote is not closed", "close it, or write a ' within single quotes twice: 'l''agenda'"
    if "could not find expected ':'" in fault.says:
        return "a key without ':'", "write 'key: value'"
    return "the indentation or a ':' does not fit the lines around", "give the keys of one entry the same indentation"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _cut(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:59]}…"


def _put(lines: list[str], fault: Fault, line: str) -> list[str]:
    return [*lines[: fault.line - 1], line, *lines[fault.line :]]


def without_entry(lines: list[str], number: int) -> list[str] | None:
    """The lines with the entry around line `number` (from 1) blanked; None when it is no entry of a section.

    An entry is what stands one level below a key at the margin, such as a source below `sources:`.
    """
    top = next((at for at in range(number - 1, -1, -1) if re.match(r"[^\s#]", lines[at])), None)
    if top is None or top == number - 1 or not lines[number - 1].strip():
        return None
    first = next((at for at in range(top + 1, number) if re.match(r"\s*[^\s#]", lines[at])), None)
    if first is None:
        return None
    level = _depth(lines[first])
    start = next(at for at in range(number - 1, top, -1) if lines[at].strip() and _depth(lines[at]) <= level)
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at].strip() and _depth(lines[at]) <= level), len(lines)
    )
    return [*lines[:start], *[""] * (max(end, number) - start), *lines[max(end, number) :]]


def path_at(lines: list[str], number: int) -> str:
    """The key path of a line (from 1), read from the indentation above it."""
    keys: list[str] = []
    level = 1000
    for line in reversed(lines[:number]):
        key = re.match(r"^( *)([\w-]+):(?:\s|$)", line)
        if key and len(key[1]) < level:
            keys.insert(0, key[2])
            level = len(key[1])
    return ".".join(keys)


def _depth(line: str) -> int:
    return len(line.expandtabs()) - len(line.lstrip())
