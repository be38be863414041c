"""Every error of the project: where it happened, what is wrong, how to mend it, and its exit code.

AgendaError
├─ ConfigError      exit 2   carries all problems of a sources file
├─ SourceError      exit 1   one source failed; the crawl goes on
│  ├─ FetchError             url, status, retry_after
│  │  └─ NotAllowed          robots.txt or a guarded address; never retried
│  ├─ ExtractError           selector or path, what was found instead
│  └─ HeldError              far fewer notices than last time
├─ StoreError       exit 3   database away, locked, or newer than the code
└─ PublishError     exit 4   an output could not be written
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


class AgendaError(Exception):
    """An error a person can act on; its text reads `where: what (fix)` on one line."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        self.where, self.what, self.fix = where, what, fix
        super().__init__(f"{where}: {what}" if where else what, fix)

    def __str__(self) -> str:
        return f"{self.args[0]} ({self.fix})" if self.fix else str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        # as it is, through a pipe from another process: its arguments are not those it was made with
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[AgendaError], args: tuple[object, ...]) -> AgendaError:
    return kind.__new__(kind, *args)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a sources file; `line` and `column` count from 1, 0 when unknown."""

    file: str
    line: int
    key: str
    what: str
    fix: str = ""
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        named = f"{place}: {self.key}" if self.key else place
        return f"{named}: {self.what}" + (f" ({self.fix})" if self.fix else "")


class ConfigError(AgendaError):
    """The sources file cannot be used; `problems` holds all that is wrong with it."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in the sources file")

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class SourceError(AgendaError):
    """One source could not be read; `where` is its address or its id."""


class FetchError(SourceError):
    """A page did not arrive. `status` is the HTTP status, None when there was no answer; `retry_after` seconds."""

    def __init__(
        self,
        what: str,
        *,
        url: str,
        status: int | None = None,
        retry_after: float | None = None,
        fix: str = "",
    ) -> None:
        self.url, self.status, self.retry_after = url, status, retry_after
        super().__init__(what, where=url, fix=fix)


class NotAllowed(FetchError):
    """robots.txt forbids the address, or it is one no crawler should visit; never retried."""


class ExtractError(SourceError):
    """A page was not what its source says it is; `excerpt` holds what was found instead."""

    def __init__(self, what: str, *, where: str, excerpt: str = "", fix: str = "") -> None:
        self.excerpt = excerpt
        super().__init__(what, where=where, fix=fix)


class HeldError(SourceError):
    """A source gives far fewer notices than last time: nothing is written until someone accepts it."""


class StoreError(AgendaError):
    """The database is away, locked, or newer than this program."""

    exit_code = 3


class PublishError(AgendaError):
    """An output could not be written; the one before it still stands."""

    exit_code = 4
