"""How long something takes, told in the time of a known piece of work done beside it: the same on any machine.

A bound in seconds fails where the machine is slow or shared; one in such seconds fails where work runs away.
"""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_STEPS = 300_000
_TAKES = 0.015  # seconds they take on the machine whose seconds are told


def _known_work() -> float:
    began = time.process_time()
    total = 0
    for step in range(_STEPS):
        total += step
    return time.process_time() - began


def paced(act: Callable[[], T]) -> tuple[T, float]:
    """What an act gives, and the processor's seconds it takes where known work takes as long as it should."""
    before = _known_work()
    began = time.process_time()
    given = act()
    taken = time.process_time() - began
    return given, taken * _TAKES / max(before, _known_work())
