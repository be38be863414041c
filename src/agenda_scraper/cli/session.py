"""What every command shares: where the sources, the store and the output are, and what time it is."""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from agenda_scraper import __version__
from agenda_scraper.errors import AgendaError, ConfigError, Problem, StoreError

if TYPE_CHECKING:
    from agenda_scraper.agenda import Agenda, Site, Source
    from agenda_scraper.fetch import Fetcher
    from agenda_scraper.store import Store


class _WithFields(logging.Formatter):
    """A message and the fields that go with it: of which source, of which event, why."""

    _OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}

    def formatMessage(self, record: logging.LogRecord) -> str:
        fields = (f"{name}={value}" for name, value in vars(record).items() if name not in self._OWN)
        return " ".join((super().formatMessage(record), *fields))


@dataclass(slots=True)
class Session:
    """The options before the command. Opens things when asked, and no sooner."""

    sources_path: str
    database: str
    public: str
    packed: bool = False
    verbose: bool = False
    quiet: bool = False

    def __post_init__(self) -> None:
        level = logging.DEBUG if self.verbose else logging.ERROR
        logging.basicConfig(level=level)
        for handler in logging.getLogger().handlers:
            handler.setFormatter(_WithFields("%(levelname)s %(name)s: %(message)s"))
        for noisy in ("urllib3", "alembic"):
            logging.getLogger(noisy).setLevel(max(level, logging.WARNING))

    def agenda(self) -> Agenda:
        """sources.yaml, checked."""
        from agenda_scraper.config import load

        return load(Path(self.sources_path), environ=os.environ)

    def names(self) -> dict[str, str]:
        """What the sources are called, by id, as far as sources.yaml says so: the store knows ids alone."""
        try:
            return {source.id: source.name for source in self.agenda().sources}
        except ConfigError:
            return {}

    def timezone(self) -> str:
        """The zone of the agenda, as far as there is a sources.yaml that says so: the store knows none."""
        from agenda_scraper.agenda import Site

        try:
            return self.agenda().site.timezone
        except ConfigError:
            return Site("", "", "").timezone

    def store(self) -> Store:
        """The database, made or migrated if needed; the folder of a SQLite file is made too."""
        from agenda_scraper.store import open_store

        if self.database.startswith("sqlite:///"):
            folder = Path(self.database.removeprefix("sqlite:///")).parent
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                fix = "give --database a path in a folder you may write"
                raise StoreError(error.strerror or str(error), where=str(folder), fix=fix) from error
        return open_store(self.database)

    def fetcher(
        self, site: Site, sources: Sequence[Source] = (), *, now: datetime | None = None, replay: Path | None = None
    ) -> Fetcher:
        """A fetcher for this run; with `replay`, pages recorded of `sources` answer and the clock stands at `now`."""
        from agenda_scraper.fetch import Clock, Fetcher, Recording

        recordings = None
        if replay is not None:
            from agenda_scraper.config import read_recordings

            # a recording holds secrets by their names
            reveal = {source.id: source.revealed for source in sources}
            recordings = [
                Recording(reveal.get(each.source, str)(each.url), each.body_path, each.headers, each.status)
                for each in read_recordings(replay)
            ]
        clock = Clock(now=lambda: now or datetime.now().astimezone())
        return Fetcher(site=site, version=__version__, clock=clock, allow=allowed_networks(), replay=recordings)

    def heed(self, fetcher: Fetcher, now: datetime) -> None:
        """Have a fetcher leave alone the hosts that asked a crawl to, as far as there is a store that says so."""
        if self.database.startswith("sqlite") and not Path(self.database.removeprefix("sqlite:///")).is_file():
            return  # none is made for one who stores nothing
        with suppress(StoreError), self.store() as store:
            fetcher.leave_alone(store.silences(now=now))

    def public_path(self) -> Path:
        """Where feeds and pages are written."""
        return Path(self.public)

    def say(self, text: str) -> None:
        """Tell a person something, on standard error: standard output is for what a program reads."""
        if not self.quiet:
            click.echo(text, err=True)


def allowed_networks() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """AGENDA_ALLOW_NETWORKS: private address ranges that may be fetched all the same."""
    asked = os.environ.get("AGENDA_ALLOW_NETWORKS", "").replace(",", " ").split()
    try:
        return [ipaddress.ip_network(each) for each in asked]
    except ValueError as error:
        raise AgendaError(str(error), where="AGENDA_ALLOW_NETWORKS", fix="write ranges such as 127.0.0.0/8") from error


def known_sources(ids: Iterable[str], known: Collection[str]) -> None:
    """Refuse an id that no source has, and name the nearest that one has."""
    from difflib import get_close_matches

    wrong = {each: get_close_matches(each, known, 1) for each in ids if each not in known}
    fixes = {each: f"did you mean {near[0]}?" if near else "see `sources`" for each, near in wrong.items()}
    if fixes:
        raise ConfigError([Problem("sources", 0, each, "no such source", fix) for each, fix in fixes.items()])


def moment_of(text: str | None, timezone: str) -> datetime:
    """`--now` on the clocks of a zone, which say what day it is: now itself when it is not given or `none`."""
    zone = zone_of(timezone)
    if text is None or text.casefold() == "none":
        return datetime.now().astimezone(zone)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise AgendaError(f"{text!r} is no date", where="--now", fix="write 2026-11-23T12:00:00+01:00") from error
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def zone_of(timezone: str) -> ZoneInfo:
    """An IANA zone by its name."""
    try:
        return ZoneInfo(timezone)
    except (KeyError, ValueError, OSError) as error:
        raise AgendaError(
            f"{timezone!r} is no IANA zone", where="time zone", fix="write a name such as Europe/Paris"
        ) from error
