"""One notice being read: what every step of the reading needs, and the evidence it leaves."""

from __future__ import annotations

from dataclasses import dataclass, field

from agenda_scraper.agenda import Source
from agenda_scraper.model import Context, Evidence, Found, Notice
from agenda_scraper.text import shorten, squash

_EXCERPT = 300  # characters of raw text kept as evidence


@dataclass(frozen=True, slots=True)
class Reading:
    """The notice, its source and context, title and body as plain text; `entries` and `warnings` fill as it is read."""

    notice: Notice
    source: Source
    context: Context
    title: str
    body: str
    entries: dict[str, Evidence] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    @property
    def prose(self) -> str:
        """Title and body: what a person reads."""
        return f"{self.title}\n{self.body}" if self.body else self.title

    def note(self, name: str, found: Found | None, rule: str) -> None:
        """Say where a value came from; without a finding it was read from the notice's text as a whole."""
        where, raw = (found.where, found.raw or found.text) if found else ("text", "")
        self.entries[name] = Evidence(name, self.notice.source, where, shorten(squash(raw), _EXCERPT), rule)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All entries, in the order of their field names."""
        return tuple(self.entries[name] for name in sorted(self.entries))
