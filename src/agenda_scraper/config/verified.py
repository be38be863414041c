"""`verified:` written into sources.yaml by `check`: one line changed, the maintainer's layout and comments kept."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

from agenda_scraper.agenda import Source
from agenda_scraper.errors import AgendaError, ConfigError, Problem

_FLOW = re.compile(r"(\bverified:\s*)[^\s,}]+")


def mark_verified(folder: Path, source: Source, *, day: date) -> None:
    """Note the day a source was seen to work, at its entry in the file its origin names, below `folder`.

    Raises ConfigError when the entry is not where it was: the file changed meanwhile; AgendaError when the file
    cannot be written.
    """
    name, _, number = source.origin.rpartition(":")
    path = (folder / name).resolve()
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = int(number) - 1
    head = lines[at] if at < len(lines) else ""
    if not re.match(rf"\s*['\"]?{re.escape(source.id)}['\"]?\s*:", head):
        raise ConfigError([Problem(name, at + 1, source.id, "its entry is not here any more", "run check again")])
    lines[at:] = _noted(lines[at:], f"{day:%Y-%m-%d}")
    _replaced(path, "".join(lines))


def _replaced(path: Path, text: str) -> None:
    """The file with another text, or, where the disk is full, as it was: it is all that a maintainer has."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8")
        shutil.copymode(path, new)
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        fix = "it is as it was; check the rights of its folder and the space left"
        raise AgendaError(error.strerror or str(error), where=str(path), fix=fix) from error


def _noted(lines: list[str], day: str) -> list[str]:
    """The lines from a source's entry on, the day noted in it."""
    head = lines[0]
    if "{" in head:
        noted = _FLOW.sub(rf"\g<1>{day}", head)
        return [noted if noted != head else re.sub(r"\}(\s*)$", rf", verified: {day}}}\1", head), *lines[1:]]
    deep = len(head) - len(head.lstrip())
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() and len(line) - len(line.lstrip()) <= deep:
            break
        if re.match(r"\s+verified:", line):
            return [*lines[:number], _FLOW.sub(rf"\g<1>{day}", line), *lines[number + 1 :]]
    return [head, f"{' ' * (deep + 2)}verified: {day}\n", *lines[1:]]
