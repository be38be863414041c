"""Work on many events shared out among the processors."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def shared(portions: Iterator[list[T]], start: Callable[[], Callable[[list[T]], R]]) -> Iterator[R]:
    """What comes of each portion, in their order; with more than one every processor has a hand in it.

    `start` makes what does the work, once for each hand; it goes to another process, so it has to be picklable.
    """
    first, second = next(portions, None), next(portions, None)
    if first is None:
        return
    if second is None:
        yield start()(first)
        return
    hands = max(os.cpu_count() or 1, 1)
    # spawned, not forked: a forked child inherits locks that other threads hold
    with ProcessPoolExecutor(hands, get_context("spawn"), initializer=_begin, initargs=(start,)) as pool:
        waiting: deque[Future[R]] = deque()
        for portion in chain((first, second), portions):
            waiting.append(pool.submit(_done, portion))
            if len(waiting) > 2 * hands:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_work: list[Callable[[Any], Any]] = []


def _begin(start: Callable[[], Callable[[Any], Any]]) -> None:
    # one whose publication was killed would wait for ever for more to do
    Thread(target=_leave_with, args=(parent_process(),), daemon=True).start()
    _work.append(start())


def _leave_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(portion: Any) -> Any:
    return _work[0](portion)
