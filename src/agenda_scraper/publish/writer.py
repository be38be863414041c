"""Feeds and pages on disk: every file is the old one or the new one, never half of either.

New files are written beside the published ones, brought to the disk together, and only then renamed into place.
A file that does not parse never replaces one that does, and an empty feed never one that still announces something.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from agenda_scraper.errors import PublishError

_LOG = logging.getLogger(__name__)
# Fewer than this may well have been taken back together.
_MANY = 3
# So many files wait for the disk at once.
_AT_ONCE = 1000
_FOLDERS = 32
# A gzipped calendar broke Outlook subscriptions (docs/clients.md).
_PACKED = tuple(f"{suffix}.gz" for suffix in (".html", ".css", ".rss", ".atom", ".json", ".xml", ".opml", ".csv"))
_WAITING, _LOCK = ".new", ".publishing"
_STARTS = re.compile(rb'(?:\nDTSTART[^:\r\n]*:|<ev:startdate>|"start": ")(\d{4})-?(\d\d)-?(\d\d)')


class Press:
    """Puts files below a folder, many at a time; open one with `printing()`. `changed` names those that differ now.

    `packed`: beside each text lies the same as .gz, for web servers that send it to who asks; never beside calendars.
    `desk` names a place of its own for what waits, so that another process may put files into the same folder.
    """

    def __init__(self, public: Path, *, packed: bool = False, desk: str = "0") -> None:
        self.public, self.packed = public, packed
        # paths as text: of hundreds of thousands of files, joining and looking at `Path` costs as much as writing them
        self._top, self._desk = str(public), f"{public}/{_WAITING}/{desk}"
        self._waiting: list[tuple[str, str]] = []
        self._count = 0
        self._folders: set[str] = set()
        self.changed: list[str] = []
        self.problems: list[PublishError] = []
        for number in range(_FOLDERS):
            os.makedirs(f"{self._desk}/{number}")

    def put(
        self, below: str, body: bytes, *, check: Callable[[bytes], None] | None = None, silent: datetime | None = None
    ) -> None:
        """A file by its path below the folder, put in place with the others; one that says the same stays.

        `check` reads the bytes back and raises PublishError to refuse them; `silent`: the moment as of which an empty
        feed is refused where the one before announces events. What is refused stands in `problems`.
        """
        path = f"{self._top}/{below}"
        try:
            size = _size(path)
            same = size == len(body) and _standing(path) == body
            if not same:
                if silent and size:
                    _refuse_sudden_silence(path, _standing(path), body, silent)
                if check:
                    _believe(path, body, check)
                self._keep(below, body)
            self._pack(f"{below}.gz", body, fresh=size is None, same=same)
        except PublishError as problem:
            self.problems.append(problem)
        except OSError as error:
            self.problems.append(_unwritten(path, error))

    def _pack(self, below: str, body: bytes, *, fresh: bool, same: bool) -> None:
        if self.packed and below.endswith(_PACKED):
            if not same or not self.has(below):
                self._keep(below, gzip.compress(body, mtime=0))
        elif not fresh:
            # one left from before would be sent in place of what stands now
            self._unlink(below)

    def has(self, below: str) -> bool:
        """Whether a file stands below the folder."""
        return os.path.isfile(f"{self._top}/{below}")

    def drop(self, below: str) -> None:
        """Take a file away, if there is one, and what lies packed beside it: a web server would go on sending that."""
        self._unlink(f"{below}.gz")
        self._unlink(below)

    def _unlink(self, below: str) -> None:
        path = f"{self._top}/{below}"
        if os.path.isfile(path):
            os.unlink(path)
            self.changed.append(below)

    def _keep(self, below: str, body: bytes) -> None:
        # in one folder alone a file system looks ever longer for room: three times as long at 10,000 files
        self._count += 1
        new = f"{self._desk}/{self._count % _FOLDERS}/{self._count}"
        with open(new, "wb") as file:
            file.write(body)
        os.chmod(new, 0o644)
        self._waiting.append((new, below))
        if len(self._waiting) >= _AT_ONCE:
            self.place()

    def place(self) -> None:
        """Bring what waits to the disk, and then into place."""
        waiting, self._waiting = self._waiting, []
        _flush([new for new, _ in waiting])
        for new, below in waiting:
            path = f"{self._top}/{below}"
            folder = os.path.dirname(path)
            if folder not in self._folders:
                self._trying(folder, partial(os.makedirs, folder, exist_ok=True))
                self._folders.add(folder)
            if self._trying(path, partial(os.replace, new, path)):
                self.changed.append(below)

    def told(self) -> tuple[tuple[str, ...], tuple[PublishError, ...]]:
        """What changed and what was refused since this was asked last: for the press of another process to `take`."""
        told = tuple(self.changed), tuple(self.problems)
        self.changed, self.problems = [], []
        return told

    def take(self, changed: Iterable[str], problems: Iterable[PublishError]) -> None:
        """Answer for what another process put in place below the same folder."""
        for below in changed:
            self.changed.append(below)
            self._folders.add(os.path.dirname(f"{self._top}/{below}"))
        self.problems += problems

    def settle(self) -> None:
        """All that was put is in place when this returns, and stays there when the power goes."""
        self.place()
        folders, self._folders = self._folders, set()
        _flush(list(filter(os.path.isdir, folders)))

    def _trying(self, path: str, act: Callable[[], object]) -> bool:
        """Whether it could be done; what could not stands in `problems`."""
        try:
            act()
        except OSError as error:
            self.problems.append(_unwritten(path, error))
            return False
        return True


@contextmanager
def printing(public: Path, *, packed: bool = False) -> Iterator[Press]:
    """A press for a folder, which nobody else writes meanwhile; PublishError at the end for the first file refused."""
    try:
        public.mkdir(parents=True, exist_ok=True)
        with _alone(public):
            # what a killed run left behind
            shutil.rmtree(public / _WAITING, ignore_errors=True)
            press = Press(public, packed=packed)
            try:
                yield press
                press.settle()
            finally:
                shutil.rmtree(public / _WAITING, ignore_errors=True)
    except OSError as error:
        raise _unwritten(str(public), error) from error
    if press.problems:
        raise press.problems[0]


@contextmanager
def _alone(public: Path) -> Iterator[None]:
    if os.name != "posix":
        yield
        return
    import fcntl  # there is none on Windows

    with (public / _LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _flush(files: list[str]) -> None:
    """Without this the power may go between a rename and the bytes it names."""
    if len(files) > _AT_ONCE // 10 and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        _fsync(file)


def _fsync(path: str) -> None:
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritten(path: str, error: OSError) -> PublishError:
    return PublishError(
        f"could not be written: {error.strerror or error}",
        where=path,
        fix="the file before still stands; check the folder's rights and the space left",
    )


def _believe(path: str, body: bytes, check: Callable[[bytes], None]) -> None:
    try:
        check(body)
    except PublishError as problem:
        raise PublishError(problem.what, where=path, fix="the file before still stands; report this") from problem


def _refuse_sudden_silence(path: str, standing: bytes, body: bytes, now: datetime) -> None:
    if _STARTS.search(body):
        return
    today = now.astimezone(UTC).strftime("%Y%m%d").encode("ascii")
    ahead = sum(b"".join(found.groups()) >= today for found in _STARTS.finditer(standing))
    if ahead >= _MANY:
        raise PublishError(
            f"is empty now, but the file before announces {ahead} events to come",
            where=path,
            fix="the file before still stands; delete it to accept the empty one",
        )


def _size(path: str) -> int | None:
    """How many bytes are published now; None when there is no file. Asked first: most of what changed has others."""
    try:
        return os.stat(path).st_size
    except (FileNotFoundError, NotADirectoryError):
        return None


def _standing(path: str) -> bytes:
    """What is published now; nothing when there is no file."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return b""
