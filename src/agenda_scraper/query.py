"""The one question everyone asks the store, by an address, on the command line or in YAML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Query:
    """The one question everyone asks the store; every field narrows, None asks nothing."""

    text: str | None = None
    region: str | None = None
    department: str | None = None
    city: str | None = None
    country: str | None = None
    type: str | None = None
    theme: str | None = None
    audience: str | None = None
    organiser: str | None = None
    source: str | None = None
    language: str | None = None
    online: bool | None = None
    free: bool | None = None
    since: date | None = None
    until: date | None = None
    everything: bool = False
