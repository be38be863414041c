"""Repetition rules (RFC 5545, section 3.3.10), followed within a window and a number of steps, whatever they say.

Our own, for its bound: the usual libraries look for the next date until the year 9999, which a rule that never
matches (30 February) or a million repetitions turn into minutes.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import islice, product

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
# By the hour, the minute or the second nothing repeats that people go to.
_STEPS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST_PERIODS = 20_000  # days since 1972, weeks since the Middle Ages
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"UNTIL=(\d{4})(\d\d)(\d\d)")
_PART = re.compile(r"([A-Z]+)=([^;]*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart. `by` holds the numbers of BYMONTH, BYMONTHDAY…; `weekdays` pairs of ordinal (0: all), day."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    week_start: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()
    by: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def rule_of(text: str) -> Rule | None:
    """The rule that a text says; None when it says none, or one that repeats within the day."""
    parts = dict(_PART.findall(text.upper().replace(" ", "")))
    if parts.get("FREQ") not in _STEPS:
        return None
    numbers = {
        name[2:]: tuple(int(number) for number in re.findall(r"[+-]?\d{1,3}", parts[name]))
        for name in parts
        if name.startswith("BY") and name != "BYDAY"
    }
    count = re.fullmatch(r"\d{1,9}", parts.get("COUNT", ""))
    interval = re.fullmatch(r"\d{1,5}", parts.get("INTERVAL", ""))
    return Rule(
        parts["FREQ"],
        max(int(interval[0]), 1) if interval else 1,
        int(count[0]) if count else None,
        parts.get("UNTIL", ""),
        _WEEKDAYS.get(parts.get("WKST", "MO"), 0),
        tuple((int(nth or 0), _WEEKDAYS[day]) for nth, day in _WEEKDAY.findall(parts.get("BYDAY", ""))),
        {name: told for name, told in numbers.items() if told},
    )


def last_day(rule: str) -> date | None:
    """The last day of a rule by its UNTIL (RFC 5545, section 3.3.10); None for one without, or that is no date."""
    told = _UNTIL.search(rule)
    try:
        last = date(*map(int, told.groups())) if told else None
    except ValueError:
        return None
    # the last year there can be is how a machine says that there is no end
    return last if last and last.year < MAXYEAR else None


def repeated(rule: Rule, start: datetime, *, since: datetime, until: datetime) -> Iterator[datetime]:
    """The local times of a rule from `since` to `until`, in order; `until` of the rule itself is the caller's.

    COUNT counts from `start`, so that a counted rule is followed from there; any other begins near `since`.
    """
    rule = completed(rule, start)
    first = 0 if rule.count is not None else _period_before(rule, start, since)
    found = 0
    for number in range(first, first + _MOST_PERIODS):
        days = _days(rule, start, number)
        if days is None or (days and datetime.combine(days[0], time()) > until):
            return
        for moment in _sittings(rule, [day for day in days if _fits(rule, day)], start.time()):
            if moment < start:
                continue
            found += 1
            if moment > until or (rule.count is not None and found > rule.count):
                return
            if moment >= since:
                yield moment


def completed(rule: Rule, start: datetime) -> Rule:
    """The rule with what it leaves to the day it begins on (RFC 5545, section 3.3.10, "information … derived")."""
    by = dict(rule.by)
    weekdays = rule.weekdays
    if not weekdays and not {"WEEKNO", "YEARDAY", "MONTHDAY"} & set(by):
        if rule.frequency == "YEARLY":
            by.setdefault("MONTH", (start.month,))
        if rule.frequency in ("YEARLY", "MONTHLY"):
            by["MONTHDAY"] = (start.day,)
    if not weekdays and (rule.frequency == "WEEKLY" or "WEEKNO" in by):
        weekdays = ((0, start.weekday()),)
    return Rule(rule.frequency, rule.interval, rule.count, rule.until, rule.week_start, weekdays, by)


def _period_before(rule: Rule, start: datetime, since: datetime) -> int:
    """The number of the period before the one that holds `since`, or the first."""
    days = max((since - start).days, 0)
    length = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[rule.frequency]
    return max(days // (length * rule.interval) - 1, 0)


def _days(rule: Rule, start: datetime, number: int) -> list[date] | None:
    """The days of a period of a rule, None beyond the calendar: the 3rd of every second week is the sixth week."""
    away = number * rule.interval
    try:
        if rule.frequency == "DAILY":
            return [start.date() + timedelta(days=away)]
        if rule.frequency == "WEEKLY":
            monday = start.date() - timedelta(days=(start.weekday() - rule.week_start) % 7) + timedelta(weeks=away)
            return [monday + timedelta(days=day) for day in range(7)]
        if rule.frequency == "MONTHLY":
            years, month = divmod(start.month - 1 + away, 12)
            return _month(start.year + years, month + 1)
        months = rule.by.get("MONTH") or range(1, 13)
        return [day for month in sorted(months) if 1 <= month <= 12 for day in _month(start.year + away, month)]
    except (OverflowError, ValueError):
        return None


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _fits(rule: Rule, day: date) -> bool:
    by = rule.by
    if "MONTH" in by and day.month not in by["MONTH"]:
        return False
    if "MONTHDAY" in by and not _counted(by["MONTHDAY"], day.day, calendar.monthrange(day.year, day.month)[1]):
        return False
    if "YEARDAY" in by and not _counted(by["YEARDAY"], _year_day(day), _year_length(day)):
        return False
    if "WEEKNO" in by:
        last = date(day.isocalendar().year, 12, 28).isocalendar().week  # 28 December is always in the last week
        if not _counted(by["WEEKNO"], day.isocalendar().week, last):
            return False
    return not rule.weekdays or any(_is_weekday(rule, nth, weekday, day) for nth, weekday in rule.weekdays)


def _is_weekday(rule: Rule, nth: int, weekday: int, day: date) -> bool:
    """Whether a day is the nth of its weekday in its month, or in its year (0: any of them)."""
    if day.weekday() != weekday:
        return False
    if not nth or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    in_month = rule.frequency == "MONTHLY" or "MONTH" in rule.by
    number = day.day if in_month else _year_day(day)
    length = calendar.monthrange(day.year, day.month)[1] if in_month else _year_length(day)
    return nth in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _counted(told: tuple[int, ...], number: int, length: int) -> bool:
    """Whether a number is told, from the front or from the end (-1 is the last)."""
    return number in told or number - length - 1 in told


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _year_length(day: date) -> int:
    return 366 if calendar.isleap(day.year) else 365


def _sittings(rule: Rule, days: list[date], clock: time) -> list[datetime]:
    """The moments of the fitting days of a period, those that BYSETPOS chooses."""
    hours = [hour for hour in rule.by.get("HOUR", (clock.hour,)) if 0 <= hour < 24]
    minutes = [minute for minute in rule.by.get("MINUTE", (clock.minute,)) if 0 <= minute < 60]
    seconds = [second for second in rule.by.get("SECOND", (clock.second,)) if 0 <= second < 60]
    times = sorted(time(*clock) for clock in islice(product(hours, minutes, seconds), 400))
    moments = [datetime.combine(day, clock) for day in days for clock in times]
    places = rule.by.get("SETPOS")
    if not places:
        return moments
    return sorted({moments[at] for place in places if -len(moments) <= (at := place - (place > 0)) < len(moments)})
