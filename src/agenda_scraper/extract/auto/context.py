"""What dates a line: its own words, completed by the headings above it. "Mars 2026" gives "14" its month and year."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agenda_scraper.extract.auto.tree import BOLD_LEVEL, Line
from agenda_scraper.extract.days import (
    begins_with_number,
    clock_at,
    day_in,
    day_keys,
    days_in,
    goes_on,
    is_of_the_page,
    is_only,
    is_whole_month,
    month_in,
    tells_of_several,
    without_days,
    without_stamp,
    year_in,
)
from agenda_scraper.text import squash, words

_TERM = re.compile(r"\b(?:terms?|expir\w*|mandats?|amtszeit|mandato|vence|scadenza|termijn)\b", re.I)
_SINCE = re.compile(r"\b(?:depuis|since|seit|sinds)\s+(?:(?:le|dem|the|de|\w+day|\w+tag|\w+di)\s+){0,2}$", re.I)
_TUESDAY = re.compile(r"^\W*mar[.,]?\s+(?=\d{1,2}(?!\d))", re.I)  # "mar. 2" is a Tuesday below a month, else March 2
_FIGURES = re.compile(r"\W*\d{1,2}/\d{1,2}")
_FRONT = 40  # a date this near the front of a line is what the line is about
_SHORT = 120  # in a short line it is, wherever it stands
_TEXT_LEVEL = BOLD_LEVEL + 1  # of a line of text that heads those below it
_BARE = 60  # letters a date can take that stands alone
_WHEN = 160  # letters of a dated line that can be its date text


@dataclass(slots=True)
class _Heads:
    """The headings above a line: (level, text), outermost first."""

    stack: list[tuple[float, str]] = field(default_factory=list)
    announced: str = ""  # the year of "the 2027 meetings are held …"

    def push(self, level: float, text: str, *, follows: bool = False) -> None:
        """Add a heading; one that names a year or month stands above that which `follows` it, whatever their tags."""
        if follows and self.stack and self.stack[-1][0] >= level and _spans_time(self.stack[-1][1]):
            above = self.stack.pop()[1]
            self.push(level - 0.5, above)
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        self.stack.append((level, text))

    def year(self) -> str:
        return next((year for _, text in reversed(self.stack) if (year := year_in(text))), self.announced)

    def month(self) -> str:
        """The month of the nearest heading that names one and no day."""
        for _, text in reversed(self.stack):
            month = "" if day_in(text) else month_in(text)
            # "May" in a long heading is a verb as often as a month
            if month and (is_only("month", text) or (len(words(text)) <= 4 and is_whole_month(month))):
                return month
        return ""

    def day_is_over(self, line: Line) -> bool:
        """Whether a line of text names a day after one of text that dates the hours below it."""
        last = self.stack[-1] if self.stack else (0.0, "")
        day = day_in(line.text) if last[0] == _TEXT_LEVEL and is_bare_day(last[1]) else None
        return day is not None and day.begin <= _FRONT and clock_at(line.text) < 0 and line.when != ""

    def day(self) -> str:
        """The nearest heading that is a day, with its year."""
        return next((text for _, text in reversed(self.stack) if is_bare_day(text)), "")


def _spans_time(text: str) -> bool:
    """Whether a heading names a year or a month and no day."""
    return day_in(text) is None and bool(year_in(text) or is_only("month", text))


def is_bare_day(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return len(text) <= _BARE and day_in(text) is not None and sum(map(len, words(without_days(text)))) <= 4


def date_lines(lines: list[Line]) -> None:
    """Give each line that names a day of an event its date text, `when`, completed by its headings."""
    heads = _Heads()
    at = 0
    while at < len(lines):
        size = _badge(lines, at)
        line = lines[at]
        if size > 1:
            pieces = [piece.text for piece in lines[at : at + size]]
            # "Janvier" "Sam 16": a day is written before its month
            text = " ".join(sorted(pieces, key=lambda piece: 0 if begins_with_number(piece) else 1))
            line.when = _completed(text, heads)
        elif not line.of_the_page:
            line.when = "" if _is_another_date(line) else _in_column(line, heads) or _when(line, heads)
        line.when = _with_moment(line)
        if not (line.when or line.level) and tells_of_several(line.text):
            heads.announced = year_in(line.text) or heads.announced
        followed = not line.level and heads.day_is_over(line)
        level = line.level or (_TEXT_LEVEL if followed or _heads(lines, at) else 0)
        if level and size == 1:
            text = line.when if line.when and is_bare_day(line.text) else line.text
            text = _up_to_day(line.when) if followed else text
            heads.push(level, text, follows=at > 0 and 0 < line.level < BOLD_LEVEL and lines[at - 1].level > 0)
        at += size


def _is_another_date(line: Line) -> bool:
    """Whether the head of its column says that a cell dates something else: "Term Ends", "Last updated"."""
    return bool(line.label) and (_TERM.search(line.label) is not None or is_of_the_page(line.label))


def _with_moment(line: Line) -> str:
    """The date text with the year and hour that its `time` element is marked with, where it says none itself."""
    day = day_in(line.when) if line.moment else None
    if day is None or clock_at(line.when) >= 0:
        return line.when
    date, hour = line.moment[:10], line.moment[11:]
    if day_keys(date) != day_keys(line.when[day.begin : day.end]):
        return line.when
    year = "" if day.has_year or year_in(line.when) else f" {date[:4]}"
    return f"{line.when[: day.end]}{year} {hour}{line.when[day.end :]}"


def _up_to_day(when: str) -> str:
    """A date text up to its first day: "Friday, May 7, 2027" of "Friday, May 7, 2027 (Panels)"."""
    day = day_in(when)
    return when[: day.end] if day else when


def _heads(lines: list[Line], at: int) -> bool:
    """Whether a line of text dates those below: a month, a year, or a day above the hours of several events."""
    text = lines[at].text
    if is_only("month", text) or is_only("year", text):
        return True
    below = lines[at + 1 : at + 3]
    return is_bare_day(text) and clock_at(text) < 0 and len(below) == 2 and all(map(_names_an_hour, below))


def _names_an_hour(line: Line) -> bool:
    """Whether a line begins with an hour and names what takes place then; the cells of a table are no such lines."""
    return 0 <= clock_at(line.text) <= 4 and not line.label and bool(words(without_days(line.text)))


def _badge(lines: list[Line], at: int) -> int:
    """How many lines from here are one date in pieces ("Sam." "14" "mars"); 1 when the line stands for itself."""
    kinds: list[str] = []
    if len(lines[at].text) > _BARE:
        return 1  # most lines are longer than a piece of a date
    for line in lines[at : at + 4]:
        kind = next((k for k in ("weekday", "number", "month", "year") if is_only(k, line.text)), "")
        if not kind and day_in(line.text) and is_bare_day(line.text) and not kinds:
            kind = "number month"
        if kinds == ["month"] and 0 < lines[at].level < BOLD_LEVEL and not 0 < line.level < BOLD_LEVEL:
            return 1  # the heading of a month, and the first of its days
        if not kind or kind in kinds or (kind == "number" and "number month" in kinds):
            break
        kinds.append(kind)
    joined = set(" ".join(kinds).split())
    after = lines[at + len(kinds)].text if at + len(kinds) < len(lines) else ""
    if kinds[-1:] == ["number"] and is_only("number", after):
        return 1  # the numbers of a month, not the pieces of one date
    if {"number", "month"} <= joined and not ("number month" in kinds and kinds[-1] != "year"):
        return len(kinds)
    return 1


def _when(line: Line, heads: _Heads) -> str:
    text = line.text
    if _TUESDAY.match(text) and heads.month():
        text = _TUESDAY.sub("", text)
    day = day_in(text)
    if day is None:
        return _in_context(text, heads)
    if goes_on(text) or _SINCE.search(text[: day.begin]) or is_of_the_page(text[max(0, day.begin - 60) : day.begin]):
        return ""
    return _completed(without_stamp(text), heads) if day.begin <= _FRONT or len(text) <= _SHORT else ""


def _in_column(line: Line, heads: _Heads) -> str:
    """A day number in a column whose head is a month."""
    if not (line.label and is_only("number", line.text) and is_only("month", line.label)):
        return ""
    return squash(f"{line.text} {line.label} {year_in(line.label) or heads.year()}")


def _in_context(text: str, heads: _Heads) -> str:
    """A day number below a month, an hour below a day."""
    end = begins_with_number(text)
    month = heads.month() if end else ""
    if month:
        year = "" if year_in(month) else heads.year()
        return f"{text[:end]} {month} {year} {text[end:_WHEN]}".replace("  ", " ")
    clock = clock_at(text)
    if 0 <= clock <= 4 and (day := heads.day()):
        return f"{day}, {text[:_WHEN]}"
    return ""


def _completed(text: str, heads: _Heads) -> str:
    """The text with the year of its headings behind its day, when it says none itself."""
    day = day_in(text)
    year = heads.year()
    if day is None or day.has_year or not year or year_in(text):
        end = day.end if day else 0
        # beside a name, "06/03" is a fraction as often as a day: in a list it is the day
        apart = " –" if _FIGURES.fullmatch(text[:end]) and text[end : end + 2].strip().isalpha() else ""
        return f"{text[:end]}{apart}{text[end : end + _WHEN]}"
    if days_in(text) > 1:
        return f"{text[: day.end + _WHEN]} {year}"
    return f"{text[: day.end]} {year}{text[day.end : day.end + _WHEN]}"
