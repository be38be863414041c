"""The common case at once: one day or range, one window of hours at most, and no word that makes it anything else."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from agenda_scraper.model import Occurrence
from agenda_scraper.when.clocks import Window
from agenda_scraper.when.layout import Layout
from agenda_scraper.when.zones import aware

# No zone shows midnight UTC later than this on the clock (see `zones.shown_midnight`).
_SMALL_HOURS = 5 * 60


def direct(layout: Layout, where: ZoneInfo) -> Occurrence | None:
    """The start and the end of the one event a text plainly names; None where the whole way must be gone.

    It answers for two texts in three and must agree with the whole way, which a test asks of every text it knows.
    """
    if len(layout.dated) != 1 or layout.recurring or "C" in layout.kinds:
        return None
    dated = layout.dated[0]
    chain = dated.chain
    span = chain.spans[0]
    if dated.role != "event" or chain.relative or len(chain.spans) > 1 or span.windows or span.opens or span.closes:
        return None
    if not dated.windows:
        return span.first, span.last
    return _timed(span.first, dated.windows[0], where) if len(dated.windows) == 1 and span.last is None else None


def _timed(day: date, window: Window, where: ZoneInfo) -> Occurrence | None:
    """The hours of a day; None where they may be what a CMS prints for a day without a time, or are another zone's."""
    opens, closes = window.start, window.end
    if opens is None or window.zone or (window.style and opens <= (_SMALL_HOURS if window.style == ":" else 0)):
        return None
    start = aware(day, opens, where)
    return start, aware(day, closes, where) if closes is not None else None
