"""What goes on without a list of its days ("tous les mardis") has sittings all the same: those near today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from agenda_scraper.model import Event, Moment, Occurrence, When
from agenda_scraper.recurrence import last_day, repeated, rule_of
from agenda_scraper.zones import day_of, local, zone

# The digests of the last weeks look back; the sheets of months look ahead, this one and the next ones.
_BACK, _MONTHS, _MOST = timedelta(weeks=5), 3, 200


def unrolled(event: Event, today: date) -> Event:
    """The event with the sittings of its rule near a day listed; as it is where it has a list or no rule that reads."""
    when = event.facts.when
    if not when.rrule or when.occurrences or when.start is None:
        return event
    try:
        found = tuple(islice(_sittings(when, when.start, today), _MOST))
    except OverflowError:
        return event  # from the first day of all to the last, each week
    return replace(event, facts=replace(event.facts, when=replace(when, occurrences=found))) if found else event


def next_sitting(event: Event, today: date) -> When:
    """When an event is held next from a day on: of what goes on by a rule the next sitting, else all it says."""
    when = event.facts.when
    near = unrolled(event, today).facts.when
    for start, end in near.occurrences if near is not when else ():
        if day_of(local(end or start, when.timezone)) >= today:
            return replace(when, start=start, end=end)
    return when


def listed_until(today: date, months: int = 1) -> date:
    """The last day on which such a list still reaches far enough: that of the month, or of one of the next."""
    month = today.year * 12 + today.month - 1 + months
    return date(min(month // 12, date.max.year), month % 12 + 1, 1) - timedelta(days=1)


def _sittings(when: When, start: Moment, today: date) -> Iterator[Occurrence]:
    rule = rule_of(when.rrule or "")
    if rule is None:
        return
    first, last = _clock(start, when), _clock(when.end, when) if when.end is not None else None
    since = datetime.combine(today - _BACK, time())
    until = datetime.combine(listed_until(today, _MONTHS), time(23, 59, 59))
    bound = last_day(when.rrule or "")
    if bound is not None:
        until = min(until, datetime.combine(bound, time(23, 59, 59)))
    for moment in repeated(rule, first, since=since, until=until):
        end = None if last is None else _placed(moment + (last - first), start, when)
        yield _placed(moment, start, when), end


def _clock(moment: Moment, when: When) -> datetime:
    """A moment as the clock of its place shows it."""
    there = local(moment, when.timezone)
    return there.replace(tzinfo=None) if isinstance(there, datetime) else datetime.combine(there, time())


def _placed(clock: datetime, like: Moment, when: When) -> Moment:
    return clock.replace(tzinfo=zone(when.timezone)) if isinstance(like, datetime) else clock.date()
