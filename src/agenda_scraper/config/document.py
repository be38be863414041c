"""YAML text → a tree of what is written, with its lines. The door of ruamel.

Every scalar stays the text it is (`no` is a word, `18:30` a time): the reader of a key knows what it wants.
Anchors, aliases and tags are refused: they hide what a source says, and let a small file grow without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from agenda_scraper.config.mend import Fault, mended, path_at, without_entry
from agenda_scraper.errors import Problem

_DEEPEST = 12  # levels; the language itself needs seven
_MOST_MENDS = 20  # each one reads the file again
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CUT = re.compile(r"\s+(#\S.*)")
_ALL_CUT = re.compile(r"[^#]*:\s+(#\S.*)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar. `cut` is what YAML took for a comment although it may have been meant, as in `main #agenda li`."""

    line: int
    text: str
    quoted: bool = False
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A sequence."""

    line: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping; a node's line is that of its key."""

    line: int
    nodes: Mapping[str, Node] = field(default_factory=dict)


Node = Leaf | Series | Branch


@dataclass(frozen=True, slots=True)
class Document:
    """A file as written; `root` None when it is empty or past reading. `whole` is false when a part was left out."""

    root: Node | None
    problems: tuple[Problem, ...]
    whole: bool = True


def read_document(text: str, file: str) -> Document:
    """The tree of a YAML text and all that is wrong with it as YAML; a fault in one entry leaves the others read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = _HIDDEN.search(text)
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        what = f"a control character (U+{ord(hidden[0]):04X})"
        return Document(None, (Problem(file, line, "", what, "delete it"),), whole=False)
    lines = text.split("\n")
    problems: list[Problem] = []
    whole = True
    for _ in range(_MOST_MENDS):
        tree = _Tree(file, lines)
        fault = tree.grow()
        if fault is None:
            return Document(tree.root, (*problems, *tree.problems), whole)
        mend = mended(lines, fault)
        problems.append(Problem(file, fault.line, shown(path_at(lines, fault.line)), mend.what, mend.fix))
        whole = whole and mend.lines is not None
        remaining = mend.lines or without_entry(lines, fault.line)
        if remaining is None:
            break
        lines = remaining
    return Document(None, tuple(problems), whole=False)


def shown(path: str) -> str:
    """A key path as problems name it: what belongs to a source begins with its id."""
    return path.removeprefix("sources.")


class _Tree:
    """Grows the tree from ruamel's events; what is wrong but readable goes to `problems`."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file, self.lines = file, lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.depth = 0

    def grow(self) -> Fault | None:
        """Read all; the fault at which YAML gives up, None when it reads to the end."""
        try:
            events: Iterator[Any] = YAML(typ="safe", pure=True).parse("\n".join(self.lines))
            for event in events:
                if isinstance(event, DocumentStartEvent):
                    if self.root is not None:
                        self._wrong(event, "", "a second document begins here", "delete the line '---'")
                        return None
                    self.root = self._node(events, next(events), "", line=None)
        except _TooDeep as deep:
            return Fault(deep.line, 0, "too deep")
        except MarkedYAMLError as error:
            return self._fault(error)
        except Exception as error:  # ruamel lets bare errors of Python through on text made to hurt it
            return Fault(1, 0, str(error))
        return None

    def _fault(self, error: MarkedYAMLError) -> Fault:
        mark, says = error.problem_mark or error.context_mark, f"{error.context or ''} {error.problem or ''}"
        began = error.context_mark
        # What is never closed is found out at the end of the file: name where it was opened.
        if mark and began and began.line < mark.line and ("flow" in says or "quoted" in says):
            mark = began
        line, column = (mark.line + 1, mark.column) if mark else (1, 0)
        return Fault(min(line, len(self.lines)), column, says.strip())

    def _wrong(self, event: Any, path: str, what: str, fix: str) -> None:
        self.problems.append(Problem(self.file, event.start_mark.line + 1, shown(path), what, fix))

    def _node(self, events: Iterator[Any], event: Any, path: str, *, line: int | None) -> Node:
        here = line or event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            self._wrong(event, path, f"'*{event.anchor}' is an alias to YAML", "put it in quotes if it is text")
            return Leaf(here, f"*{event.anchor}", quoted=True)
        self._refuse_marks(event, path)
        if isinstance(event, ScalarEvent):
            return self._leaf(event, here)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _TooDeep(here)
        mapping = isinstance(event, MappingStartEvent)
        node = Branch(here, dict(self._pairs(events, path))) if mapping else Series(here, self._entries(events, path))
        self.depth -= 1
        return node

    def _refuse_marks(self, event: Any, path: str) -> None:
        if event.anchor:
            self._wrong(event, path, f"'&{event.anchor}' is an anchor to YAML", "put it in quotes, or use 'defaults:'")
        elif event.ctag is not None:
            self._wrong(event, path, f"'{event.ctag}' is a tag to YAML", "put it in quotes if it is text")

    def _leaf(self, event: Any, line: int) -> Leaf:
        if event.style:
            return Leaf(line, event.value, quoted=True)
        # An empty value has no place of its own: what follows its key is looked at.
        at, column = (event.end_mark.line, event.end_mark.column) if event.value else (line - 1, 0)
        rest = self.lines[at][column:] if at < len(self.lines) else ""
        cut = (_CUT if event.value else _ALL_CUT).match(rest)
        return Leaf(line, event.value, cut=cut[1] if cut else "")

    def _entries(self, events: Iterator[Any], path: str) -> tuple[Node, ...]:
        inside = takewhile(lambda event: not isinstance(event, SequenceEndEvent), events)
        return tuple(self._node(events, event, path, line=None) for event in inside)

    def _pairs(self, events: Iterator[Any], path: str) -> Iterator[tuple[str, Node]]:
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                return
            key = event.value if isinstance(event, ScalarEvent) else ""
            here, line = f"{path}.{key}" if path else key, event.start_mark.line + 1
            if not isinstance(event, ScalarEvent):
                self._wrong(event, path, "a key that is no word", "write 'word: value'")
                self._node(events, event, path, line=None)
            node = self._node(events, next(events), here, line=line)
            if key in lines:
                self._wrong(event, here, f"written twice, first on line {lines[key]}", "keep one of the two")
            elif isinstance(event, ScalarEvent):
                lines[key] = line
                yield key, node


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line
