"""The command line as a person types it, each time in a process of its own.

To start Python, import and compile takes a second and a half: a person waits for that once, the tests two hundred
times. So the processes are forked from one that did it before, unless the interpreter's own start is what counts.
"""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from multiprocessing import forkserver, get_all_start_methods, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from pytest import MonkeyPatch

from agenda_scraper.cli import main

ROOT = Path(__file__).parent.parent
LIMIT = 120  # seconds that anything may take
# What the interpreter reads when it starts, and never again.
AT_START = ("PYTHON", "LC_")
STREAMS = (("in", os.O_RDONLY), ("out", os.O_WRONLY | os.O_CREAT), ("err", os.O_WRONLY | os.O_CREAT))


def agenda(
    *words: str, cwd: Path = ROOT, stdin: str = "", kill_after: float | None = None, **env: str
) -> subprocess.CompletedProcess:
    """A command with its words, run to its end or killed after so many seconds; what it says is taken as UTF-8."""
    whole = surroundings(**env)
    if not any(name.startswith(AT_START) for name in env):
        return forked(_typed, *words, cwd=cwd, stdin=stdin, env=whole, kill_after=kill_after)
    told = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
    return subprocess.run(started(*words), input=stdin, cwd=cwd, timeout=LIMIT, env=whole, **told)


def started(*words: str) -> list[str]:
    """What to run for a command whose interpreter is to start with it."""
    return [sys.executable, "-m", "agenda_scraper", *words]


def surroundings(**env: str) -> dict[str, str]:
    """The environment of a command: nothing of the agenda or the language of whoever runs the tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("AGENDA_", "LC_", "LANG"))}
    return own | {"LANG": "C.UTF-8"} | env


def forked(
    function: Callable[..., object],
    *args: object,
    cwd: Path = ROOT,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
    kill_after: float | None = None,
) -> subprocess.CompletedProcess:
    """A function of a module, called in a process of its own; its exit code, and what it printed.

    `kill_after`: it is killed after so many seconds, wherever it is then.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / "in").write_text(stdin, "utf-8")
        began = (folder, str(cwd), dict(env if env is not None else os.environ))
        running = _context().Process(target=_called, args=(function, args, *began))
        running.start()
        running.join(kill_after or LIMIT)
        if running.is_alive():
            running.kill()
            running.join()
            if kill_after is None:
                raise subprocess.TimeoutExpired(args, LIMIT)
        out, err = (_said(Path(folder) / name) for name in ("out", "err"))
    return subprocess.CompletedProcess(args, running.exitcode, out, err)


def _said(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


def _context():
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["warmed"])
    with MonkeyPatch.context() as patched:
        # before 3.12 it looks for what it imports nowhere else
        patched.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
        forkserver.ensure_running()
    return context


def _called(function: Callable[..., object], args: tuple, folder: str, cwd: str, env: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(env)
    for number, (name, flags) in enumerate(STREAMS):
        opened = os.open(f"{folder}/{name}", flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (io.open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))  # noqa: SIM115, UP020
    os.chdir(cwd)
    function(*args)


def _typed(*words: str) -> None:
    sys.argv = ["agenda-scraper", *words]
    main()
