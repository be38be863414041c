"""The command line: words → one call each. The only place that prints or exits.

Nothing heavy is imported before a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import errno
import io
import sys
from codecs import lookup
from typing import Any

import click

from agenda_scraper import __version__
from agenda_scraper.cli.asking import events, explain, sources
from agenda_scraper.cli.correcting import corrections, edit, hide, history, merge, split, undo
from agenda_scraper.cli.crawling import check, crawl, publish, record
from agenda_scraper.cli.keeping import backup, export, forget, import_, restore
from agenda_scraper.cli.reading import extract, read, schema, when
from agenda_scraper.cli.serving import serve
from agenda_scraper.cli.session import Session
from agenda_scraper.cli.words import say
from agenda_scraper.errors import AgendaError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "AGENDA"})
@click.version_option(__version__, prog_name="agenda-scraper")
@click.option("--sources", "sources_path", envvar="AGENDA_SOURCES", default="sources.yaml", show_default=True)
@click.option("--database", envvar="AGENDA_DATABASE", default="sqlite:///agenda.db", show_default=True, metavar="URL")
@click.option("--public", envvar="AGENDA_PUBLIC", default="public", show_default=True, metavar="DIR")
@click.option("--gzip", "packed", envvar="AGENDA_GZIP", is_flag=True, help="Publish pages and feeds as .gz too.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is done, as it is done.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.pass_context
def group(context: click.Context, /, **options: Any) -> None:
    """Read event notices on many small sites; publish feeds people subscribe to once.

    The usual day: `agenda-scraper crawl`, then `agenda-scraper serve`.
    """
    context.obj = Session(**options)


_COMMANDS = (
    *(crawl, publish, serve, events, explain, history, sources, check, record, schema, when, read, extract),
    *(edit, merge, split, hide, corrections, undo, export, import_, backup, restore, forget),
)
# Options of all commands, which people write behind one.
_BEFORE = frozenset(name for option in group.params for name in option.opts)
# What a disk says that has no room: without the name of a file it was the one that the shell writes to.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
for command in _COMMANDS:
    group.add_command(command)


def main() -> None:
    """Run the command line; an error one can act on is one sentence and its exit code."""
    _speak_any_language()
    try:
        group(standalone_mode=False)
    except AgendaError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption) and error.option_name in _BEFORE:
            click.echo(say("before", option=error.option_name), err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        if error.filename is None and error.errno not in _FULL:
            raise
        where = error.filename or "the output"
        click.echo(f"{where}: {error.strerror} (check the rights and the space left there)", err=True)
        sys.exit(1)


def _speak_any_language() -> None:
    """Let no letter stop a command: events have accents and arrows where the machine was told of ASCII alone."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        # as Python itself does in the C locale, unless it is told not to (PEP 540)
        if lookup(stream.encoding).name == "ascii":
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
        elif stream is not sys.stdin:
            stream.reconfigure(errors="backslashreplace")
