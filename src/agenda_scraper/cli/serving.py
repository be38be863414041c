"""Serving on the command line: the whole agenda, and any filter of it, to calendars, readers and browsers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from agenda_scraper.cli.session import Session
from agenda_scraper.cli.words import say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 256), help="Requests at a time.")
@click.pass_obj
def serve(session: Session, *, host: str, port: int, threads: int) -> None:
    """Serve pages and feeds from the store, any filter included."""
    from waitress.server import create_server

    from agenda_scraper.serve import Application

    agenda, public = session.agenda(), session.public_path()
    with session.store() as store:
        since = datetime.fromtimestamp(Path(session.sources_path).stat().st_mtime, UTC)
        application = Application(agenda, store, clock=lambda: datetime.now(UTC), public=public, since=since)
        server = create_server(
            application,
            host=host,
            port=port,
            threads=threads,
            ident="agenda-scraper",
            clear_untrusted_proxy_headers=True,
        )
        if not store.revision()[1]:
            session.say(say("nothing yet", public=session.database))
        # a name with several addresses makes several servers, all on the port that was asked for
        port = getattr(server, "effective_port", port)
        session.say(say("serving", public=session.database, url=f"http://{host}:{port}/"))
        server.run()
