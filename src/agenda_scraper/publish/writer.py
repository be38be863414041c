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
from collections.abc import Callable, Iterator
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
    """

    def __init__(self, public: Path, *, packed: bool = False) -> None:
        self._public, self._packed = public, packed
        self._waiting: list[tuple[Path, str]] = []
        self._count = 0
        self.changed: list[str] = []
        self.problems: list[PublishError] = []

    def put(
        self, below: str, body: bytes, *, check: Callable[[bytes], None] | None = None, silent: datetime | None = None
    ) -> None:
        """A file by its path below the folder, put in place with the others; one that says the same stays.

        `check` reads the bytes back and raises PublishError to refuse them; `silent`: the moment as of which an empty
        feed is refused where the one before announces events. What is refused stands in `problems`.
        """
        path = self._public / below
        try:
            standing = _standing(path)
            if standing != body:
                if silent:
                    _refuse_sudden_silence(path, standing or b"", body, silent)
                if check:
                    _believe(path, body, check)
                self._keep(below, body)
            self._pack(f"{below}.gz", body, same=standing == body)
        except PublishError as problem:
            self.problems.append(problem)
        except OSError as error:
            self.problems.append(_unwritten(path, error))

    def _pack(self, below: str, body: bytes, *, same: bool) -> None:
        if not self._packed or not below.endswith(_PACKED):
            # one left from before would be sent in place of what stands now
            self.drop(below)
        elif not same or not (self._public / below).is_file():
            self._keep(below, gzip.compress(body, mtime=0))

    def drop(self, below: str) -> None:
        """Take a file away, if there is one."""
        path = self._public / below
        if path.is_file():
            path.unlink()
            self.changed.append(below)

    def _keep(self, below: str, body: bytes) -> None:
        # in one folder alone a file system looks ever longer for room: three times as long at 10,000 files
        self._count += 1
        new = self._public / _WAITING / str(self._count % _FOLDERS) / str(self._count)
        new.write_bytes(body)
        new.chmod(0o644)
        self._waiting.append((new, below))
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Bring what waits to the disk, and then into place."""
        waiting, self._waiting = self._waiting, []
        _flush([new for new, _ in waiting])
        folders = {(self._public / below).parent for _, below in waiting}
        for folder in folders:
            self._trying(folder, partial(folder.mkdir, parents=True, exist_ok=True))
        for new, below in waiting:
            if self._trying(self._public / below, partial(new.replace, self._public / below)):
                self.changed.append(below)
        for folder in filter(Path.is_dir, folders):
            _fsync(folder)

    def _trying(self, path: Path, act: Callable[[], object]) -> bool:
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
    press = Press(public, packed=packed)
    try:
        public.mkdir(parents=True, exist_ok=True)
        with _alone(public):
            # what a killed run left behind
            shutil.rmtree(public / _WAITING, ignore_errors=True)
            for number in range(_FOLDERS):
                (public / _WAITING / str(number)).mkdir(parents=True)
            try:
                yield press
                press.settle()
            finally:
                shutil.rmtree(public / _WAITING, ignore_errors=True)
    except OSError as error:
        raise _unwritten(public, error) from error
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


def _flush(files: list[Path]) -> None:
    """Without this the power may go between a rename and the bytes it names."""
    if len(files) > _AT_ONCE // 10 and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        _fsync(file)


def _fsync(path: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritten(path: Path, error: OSError) -> PublishError:
    return PublishError(
        f"could not be written: {error.strerror or error}",
        where=str(path),
        fix="the file before still stands; check the folder's rights and the space left",
    )


def _believe(path: Path, body: bytes, check: Callable[[bytes], None]) -> None:
    try:
        check(body)
    except PublishError as problem:
        raise PublishError(problem.what, where=str(path), fix="the file before still stands; report this") from problem


def _refuse_sudden_silence(path: Path, standing: bytes, body: bytes, now: datetime) -> None:
    if _STARTS.search(body):
        return
    today = now.astimezone(UTC).strftime("%Y%m%d").encode("ascii")
    ahead = sum(b"".join(found.groups()) >= today for found in _STARTS.finditer(standing))
    if ahead >= _MANY:
        raise PublishError(
            f"is empty now, but the file before announces {ahead} events to come",
            where=str(path),
            fix="the file before still stands; delete it to accept the empty one",
        )


def _standing(path: Path) -> bytes | None:
    """What is published now; None when there is no file."""
    return path.read_bytes() if path.is_file() else None
