"""Work on many events shared out among the processors."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import Thread, active_count
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Fewer are not worth a process of their own: it begins with nothing parsed, compiled or asked for.
_FEW = 250


def hands() -> int:
    """How many processes work side by side: one for each processor."""
    return max(os.cpu_count() or 1, 1)


def shared(
    portions: Iterator[list[T]], start: Callable[[], Callable[[list[T]], R]], *, carried: bool = True
) -> Iterator[R]:
    """What comes of each portion, in their order; with more than one every processor has a hand in it.

    A large portion that is alone is divided where that costs nothing. `start` makes what does the work, once for each
    hand; `carried`: it can be pickled. If not, only a forked process can have it: where none can be, all is done here.
    """
    first = list(islice(portions, 2))
    if len(first) == 1 and _forkable():
        first = _divided(first[0])
    if len(first) < 2 or not (carried or _forkable()):
        work = start() if first else None
        yield from (work(portion) for portion in chain(first, portions) if work)
        return
    with ProcessPoolExecutor(hands(), _context(), initializer=_begin, initargs=(start,)) as pool:
        waiting: deque[Future[R]] = deque()
        for portion in chain(first, portions):
            waiting.append(pool.submit(_done, portion))
            if len(waiting) > 2 * hands():
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _divided(portion: list[T]) -> list[list[T]]:
    size = max(-(-len(portion) // hands()), _FEW)
    return [portion[first : first + size] for first in range(0, len(portion), size)] or [portion]


def _forkable() -> bool:
    # a forked process would wait for ever for a lock that another thread held; elsewhere the system itself holds some
    return sys.platform == "linux" and active_count() == 1


def _context() -> BaseContext:
    """A forked process has at once all that is in hand; a spawned one takes a second to begin."""
    return get_context("fork" if _forkable() else "spawn")


_work: list[Callable[[Any], Any]] = []


def _begin(start: Callable[[], Callable[[Any], Any]]) -> None:
    # what was inherited stays as it is: to look through it for garbage would copy its pages
    gc.freeze()
    # one whose publication was killed would wait for ever for more to do
    Thread(target=_leave_with, args=(parent_process(),), daemon=True).start()
    _work.append(start())


def _leave_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(portion: Any) -> Any:
    return _work[0](portion)
