"""Being gentle: how long to wait before a host is asked again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# What a server may ask of us in Retry-After: at least a minute, at most a day.
_SHORTEST, LONGEST = 60.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as fetch knows it: `now` is aware; `sleep` and `monotonic` count seconds."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a page with all its redirects, and for a server's silence before its next byte."""

    page: float = 45.0
    silence: float = 10.0


def seconds_asked(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110, section 10.2.3), None when it is malformed."""
    told = value.strip()  # of more than what `float` leaves off: a server may send controls
    if re.fullmatch(r"[0-9]{1,12}", told):
        return float(told)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds()


def back_off(value: str | None, now: datetime) -> float:
    """Seconds to leave a host alone that said "later": a minute when it does not say how long, a day at most."""
    asked = seconds_asked(value, now) if value else None
    return min(max(asked or 0.0, _SHORTEST), LONGEST)


class Turns:
    """One host's turns: when it was asked last, and until when it wants to be left alone. Use under its lock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = float("-inf")
        self._quiet_until = float("-inf")

    def left_alone(self) -> float:
        """Seconds the host still wants silence, 0 when it does not."""
        return max(0.0, self._quiet_until - self._clock.monotonic())

    def leave_alone(self, seconds: float) -> None:
        """Keep from asking the host for so long."""
        self._quiet_until = max(self._quiet_until, self._clock.monotonic() + seconds)

    def wait(self, pause: float) -> None:
        """Sleep until `pause` seconds have passed since the last answer."""
        # counted from the end of the answer, so that a slow server gets its rest too
        left = self._last + pause - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(left)

    def done(self) -> None:
        """The host has answered, or failed to."""
        self._last = self._clock.monotonic()
