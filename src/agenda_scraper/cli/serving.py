"""Serving on the command line: what was published, to calendars, readers and browsers on this machine."""

from __future__ import annotations

import click

from agenda_scraper.cli.session import Session
from agenda_scraper.cli.words import say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.pass_obj
def serve(session: Session, *, host: str, port: int) -> None:
    """Serve the published feeds and pages."""
    from agenda_scraper.serve import server_for

    public = session.public_path()
    if not (public / "index.html").exists():
        session.say(say("nothing yet", public=public))
    with server_for(public, host=host, port=port) as server:
        session.say(say("serving", public=public, url=f"http://{host}:{server.server_address[1]}/"))
        server.serve_forever()
