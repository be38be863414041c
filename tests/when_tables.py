"""How the tables of date texts write a reading: one short line a When, and one test for all languages."""

from datetime import date, datetime

from agenda_scraper.model import Context, Moment, When
from agenda_scraper.when import read_when


def moment(value: Moment | None) -> str:
    """A moment on its own clock, to the minute."""
    if value is None:
        return ""
    return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value.isoformat()


def line(when: When) -> str:
    """`START/END`, sittings side by side, after a status and before the marks ≠ (weekday) and ~ (about)."""
    pairs = when.occurrences or (((when.start, when.end),) if when.start else ())
    told = " ".join("/".join(filter(None, (moment(start), moment(end)))) for start, end in pairs) or "-"
    status = f"{when.status} {moment(when.previous_start)}".strip() + ": " if when.status else ""
    marks = (" ≠" if when.weekday_mismatch else "") + (" ~" if when.approx else "")
    return status + told + marks


def read_line(row: tuple[str, ...], language: str, zone: str, reference: str) -> str:
    """What a row of a table reads as; its third cell, if any, is another reference day."""
    day = date.fromisoformat(row[2] if len(row) > 2 else reference)
    return line(read_when(row[0], Context(language, day, zone)))
