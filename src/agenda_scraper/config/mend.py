"""Where YAML gives up: what the maintainer meant, what to type, and the text with just that mended.

Mending lets one run name every problem of a file; nothing is ever written back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIR = re.compile(r"^(?P<head>\s*(?:- )?[^\s#'\"{\[][^:]*:\s+)(?P<value>\S.*?)\s*$")
_KEY = re.compile(r"\s*(?:- )?([\w-]+):(?:\s|$)")
_OPENS = re.compile(r"\s*(?:- )?[\w-]+:\s*(?:#.*)?$")
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
    if moved := _moved(lines, fault):
        return moved
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


def _moved(lines: list[str], fault: Fault) -> Mend | None:
    """The mend of a key that is not as deep as those it stands among; None where that is not the fault."""
    line, deep = lines[fault.line - 1], _depth(lines[fault.line - 1])
    before = next((each for each in reversed(lines[: fault.line - 1]) if each.split("#")[0].strip()), "")
    if not _KEY.match(line):
        return None
    if _depth(before) == deep and not _KEY.match(before) and not before.lstrip().startswith("- "):
        return Mend(f"'{_cut(before.strip())}' above it is no key with a value", "write 'key: value', the space too")
    above = dict(_open_at(lines, fault.line - 1))
    if deep in above or not above or (deep > max(above) and _OPENS.match(before)):
        return None
    meant, *other = sorted(above, key=lambda each: (abs(each - deep), -each))[:2]
    # what is below a line that moves to the right may no longer be below it
    moved = _put(lines, fault, " " * meant + line.lstrip()) if deep > meant else None
    ways = " or ".join(f"by {each}, as '{above[each]}:'" for each in (meant, *other))
    return Mend(f"indented by {deep}, as no line above it is", f"indent it {ways}", moved)


def _open_at(lines: list[str], end: int) -> Iterator[tuple[int, str]]:
    """Depth and key of the last of some lines, and of each key it stands below."""
    level = 1000
    for line in reversed(lines[:end]):
        key = _KEY.match(line)
        if key and _depth(line) < level:
            level = _depth(line)
            yield level, key[1]


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
