"""Feeds and pages on disk: every file is the old one or the new one, never half of either.

A file that does not parse never replaces one that does, and an empty feed never one that still announces something.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel, Format
from agenda_scraper.publish.posts import Post
from agenda_scraper.publish.words import WORDS

Check = Callable[[bytes], None] | None
_LOG = logging.getLogger(__name__)
_FEEDS = tuple(FORMATS[name] for name in ("ics", "rss", "atom", "jsonfeed"))
# Fewer than this may well have been taken back together.
_MANY = 3
_STARTS = re.compile(rb'(?:\nDTSTART[^:\r\n]*:|<ev:startdate>|"startdate": ")(\d{4})-?(\d\d)-?(\d\d)')


def publish_all(
    events_by_feed: Mapping[str, Sequence[Event]],
    *,
    agenda: Agenda,
    public: Path,
    now: datetime,
    pages: Mapping[str, bytes] | None = None,
    posts_by_feed: Mapping[str, Sequence[Post]] | None = None,
) -> tuple[Path, ...]:
    """Write `feeds/NAME` as .ics, .rss, .atom and .json for every name given ("all" is everything), then the pages.

    A calendar alone shows events that turned out to be another: who has them saved must see that they are off.
    `posts_by_feed` are feeds of posts ("all-changes"), in the three formats readers know; `pages` maps a path below
    `public` to the bytes the site rendered. All files are tried before PublishError is raised for the first that could
    not be written; files of feeds that are no longer named are left alone.
    """
    paths: list[Path] = []
    problems: list[PublishError] = []
    for name, events in events_by_feed.items():
        for kind in _FEEDS:
            path = public / "feeds" / f"{name}{kind.suffix}"
            paths.append(path)
            try:
                shown = events if kind.name == "ics" else [event for event in events if not event.merged_into]
                body = kind.render(shown, channel=_channel(name, kind, agenda), now=now)
                _refuse_sudden_silence(path, body, now)
                write_whole(path, body, check=kind.check)
            except PublishError as problem:
                problems.append(problem)
    for below, body, check in (*_told(posts_by_feed or {}, agenda), *((*each, None) for each in (pages or {}).items())):
        paths.append(public / below)
        try:
            write_whole(public / below, body, check=check)
        except PublishError as problem:
            problems.append(problem)
    if problems:
        raise problems[0]
    return tuple(paths)


def _told(posts_by_feed: Mapping[str, Sequence[Post]], agenda: Agenda) -> Iterator[tuple[str, bytes, Check]]:
    """The files of feeds of posts: where, the bytes, and how to read them back."""
    for name, posts in posts_by_feed.items():
        for kind in _FEEDS[1:]:
            channel = _channel(name, kind, agenda)
            yield f"feeds/{name}{kind.suffix}", kind.tell(posts, channel), kind.check


def write_whole(path: Path, body: bytes, *, check: Callable[[bytes], None] | None = None) -> bool:
    """Put the bytes in place at once; True when the file changed, False when it already said the same.

    `check` reads the new bytes back and raises to refuse them. PublishError: the one before still stands.
    """
    try:
        if path.is_file() and _standing(path) == body:
            return False
        if check:
            _believe(path, body, check)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, body)
    except OSError as error:
        raise PublishError(
            f"could not be written: {error.strerror or error}",
            where=str(path),
            fix="the file before still stands; check the folder's rights and the space left",
        ) from error
    _LOG.info("file published", extra={"path": str(path), "octets": len(body)})
    return True


def _replace(path: Path, body: bytes) -> None:
    # What a killed run left behind is taken away by the next.
    for left in path.parent.glob(f".{path.name}.*.new"):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files only their owner may read; these are for a web server.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Without this a rename may be forgotten when the power goes."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _believe(path: Path, body: bytes, check: Callable[[bytes], None]) -> None:
    try:
        check(body)
    except PublishError as problem:
        raise PublishError(problem.what, where=str(path), fix="the file before still stands; report this") from problem


def _refuse_sudden_silence(path: Path, body: bytes, now: datetime) -> None:
    if _STARTS.search(body):
        return
    today = now.astimezone(UTC).strftime("%Y%m%d").encode("ascii")
    ahead = sum(b"".join(found.groups()) >= today for found in _STARTS.finditer(_standing(path)))
    if ahead >= _MANY:
        raise PublishError(
            f"is empty now, but the file before announces {ahead} events to come",
            where=str(path),
            fix="the file before still stands; delete it to accept the empty one",
        )


def _standing(path: Path) -> bytes:
    """What is published now; nothing when there is no file, or none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _channel(name: str, kind: Format, agenda: Agenda) -> Channel:
    site = agenda.site
    home = site.url.rstrip("/") + "/"
    base = name.removesuffix("-changes").removesuffix("-upcoming")
    title = next((feed.title for feed in agenda.feeds if feed.id == base), site.title)
    said = "changes" if name.endswith("-changes") else "upcoming" if name.endswith("-upcoming") else None
    if said:
        title = f"{title} – {WORDS[site.language if site.language in WORDS else 'en'][said]}"
    return Channel(title, f"{home}feeds/{name}{kind.suffix}", home, site.language, site.timezone)
