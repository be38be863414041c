"""What goes on by a rule, without a list of its days: in words (« tous les mardis de 18 h à 20 h »), and as schema.org
says it.

The page of an event follows from the event alone and stands for years: it names no day as the day.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from agenda_scraper.model import Moment, When
from agenda_scraper.recurrence import Rule, completed, last_day, rule_of
from agenda_scraper.site.words import Words
from agenda_scraper.zones import day_of, elapsed, local

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A Monday that begins a month of 31 days and a leap year: it lends days their names.
_MONDAY = date(2024, 1, 1)
_ONE_DAY = timedelta(days=1)


def by_rule(when: When) -> bool:
    """Whether an event is told by a rule alone."""
    return bool(when.rrule) and not when.occurrences and when.start is not None


# ── in words ──────────────────────────────────────────────────────────────────────────────────────


def said_rule(when: When, words: Words) -> str:
    """When that is held which is told by a rule alone, with its hours."""
    rule, start, end = _told(when)
    days = words("rule.other")
    if rule is not None:
        days = _days(completed(rule, _clock(start)), words) or days
    return words.hours(days, start, end)


def said_bounds(when: When, words: Words) -> list[str]:
    """From which day on it is held, and until which or how often."""
    rule, start, _ = _told(when)
    told = [words("rule.from", date=words.day(day_of(start)))]
    last = last_day(when.rrule or "") if rule else None
    if last is not None:
        told.append(words("rule.until", date=words.day(last)))
    if rule and rule.count:
        told.append(words.count("rule.times", rule.count))
    return told


def _told(when: When) -> tuple[Rule | None, Moment, Moment | None]:
    """The rule, and the first sitting on local clocks; of one that lasts days, no end is told."""
    assert when.start is not None
    rule, start = rule_of(when.rrule or ""), local(when.start, when.timezone)
    if when.end is None or not timedelta() < elapsed(when.start, when.end) < _ONE_DAY:
        return rule, start, None
    return rule, start, local(when.end, when.timezone)


def _days(rule: Rule, words: Words) -> str:
    """The days of a rule; empty for those that no sentence of ours tells."""
    told = set(rule.by)
    if rule.frequency == "DAILY" and not told and not rule.weekdays:
        return words.count("rule.daily", rule.interval)
    if rule.frequency == "WEEKLY" and not told:
        days = [words.day(_MONDAY + _ONE_DAY * day, "rule.weekday") for _, day in sorted(rule.weekdays)]
        return words.count("rule.weekly", rule.interval, days=words.all_of(days))
    if rule.frequency == "MONTHLY" and (told == {"MONTHDAY"}) != bool(rule.weekdays) and told <= {"MONTHDAY"}:
        days = _of_month(rule, words)
        return words.count("rule.monthly", rule.interval, days=words.all_of(days)) if all(days) else ""
    return ""


def _of_month(rule: Rule, words: Words) -> list[str]:
    """The days of each month: « le premier mardi », « le 15 »; empty ones for what is counted in no such words."""
    numbers = [day if 0 < day <= 31 else 0 for day in rule.by.get("MONTHDAY", ())]
    told = [words.day(_MONDAY.replace(day=number), "rule.monthday") if number else "" for number in numbers]
    for nth, weekday in rule.weekdays:
        sentence = words.sentences.get(f"rule.nth.{nth}", "")
        told.append(sentence.format(day=words.day(_MONDAY + _ONE_DAY * weekday, "date.weekday")))
    return told


# ── as schema.org ─────────────────────────────────────────────────────────────────────────────────


def schedule(when: When) -> dict[str, Any] | None:
    """The rule as a Schedule (https://schema.org/Schedule); None for one that it has no words for."""
    rule, start, end = _told(when)
    if rule is None or not rule.by.keys() <= {"MONTHDAY", "MONTH"}:
        return None
    last = last_day(when.rrule or "")
    clocks = [f"{moment:%H:%M:%S}" if isinstance(moment, datetime) else None for moment in (start, end)]
    told = {
        "@type": "Schedule",
        "repeatFrequency": f"P{rule.interval}{rule.frequency[0]}",
        "byDay": [_day(nth, day) for nth, day in rule.weekdays],
        "byMonthDay": list(rule.by.get("MONTHDAY", ())),
        "byMonth": list(rule.by.get("MONTH", ())),
        "startDate": day_of(start).isoformat(),
        "endDate": last and last.isoformat(),
        "repeatCount": rule.count,
        "startTime": clocks[0],
        "endTime": clocks[1],
        "scheduleTimezone": when.timezone,
    }
    return {name: value for name, value in told.items() if value}


def _day(nth: int, weekday: int) -> str:
    """A day of the week by its name, or the nth of a month as iCal writes it: schema.org has no other word."""
    return f"{nth}{_DAYS[weekday][:2].upper()}" if nth else f"https://schema.org/{_DAYS[weekday]}"


def _clock(start: Moment) -> datetime:
    return start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
