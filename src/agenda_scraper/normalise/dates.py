"""The `When` of a notice: structured moments first, then the page's date text, then the whole notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, date, datetime, timedelta
from typing import overload
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Rule, Source
from agenda_scraper.model import Context, Found, Moment, Notice, Occurrence, Status, When
from agenda_scraper.normalise.witnesses import Agreed, agreed
from agenda_scraper.when import read_moment, read_when
from agenda_scraper.zones import elapsed

Reading = tuple[When, Found | None]
_YES, _NO = frozenset(("true", "yes", "1", "oui")), frozenset(("false", "no", "0", "non"))


def when_of(notice: Notice, source: Source, context: Context, *, prose: str, put_off: bool) -> Agreed:
    """When the event is and where that was read. `start` None with a reason in the trace when nothing is believable.

    A notice that says it is put off (`put_off`) tells in its prose to which day, and from which: the date field of
    many sites goes on showing the old one.
    """
    read = _said(notice, source, context, prose)
    if put_off and read.when.status is not Status.RESCHEDULED:
        told = read_when(prose, context)
        # to a day that is over nothing is put off: that is the stamp of who wrote the notice
        if told.status is Status.RESCHEDULED and told.start is not None and _as_day(told.start) > context.reference:
            return Agreed(told, Found(prose, "text"))
    return read


def _said(notice: Notice, source: Source, context: Context, body: str) -> Agreed:
    structured = _structured(notice, context)
    found = notice.fields.get("when")
    joined = Found("\n".join(piece.text for piece in found), found[0].where, found[0].raw) if found else None
    if structured is not None:
        return _witnessed(Agreed(*structured), notice, joined, context)
    told = Agreed(*_in_words(source, context, body, joined))
    for other, where in _others(notice, context):
        told = agreed(told, other, where, settled=True)
    return told


def _in_words(source: Source, context: Context, body: str, joined: Found | None) -> Reading:
    """The date as people are told it, by the date field or by the whole notice."""
    if joined:
        rule = _when_rule(source)
        when = read_when(joined.text, context, formats=rule.formats, default_time=rule.default_time)
        if when.start is not None or when.status is not None:
            return when, joined
        # a date field that holds no date ("Tous les détails ici") leaves the rest of the notice to be read
        whole = (
            read_when(body, context)
            if len(body) > len(joined.text) and not any(c.isdigit() for c in joined.text)
            else when
        )
        return whole, joined
    return read_when(body, context), Found(body, "text") if body else None


def _witnessed(told: Agreed, notice: Notice, shown: Found | None, context: Context) -> Agreed:
    """What a machine wrote, held against what it wrote elsewhere and what people are shown, which may know the end."""
    if notice.text("all_day").casefold() not in _YES:
        for other, where in _others(notice, context):
            told = agreed(told, other, where)
    if shown is None:
        return told
    read = read_when(shown.text, replace(context, timezone=told.when.timezone))
    start, end = told.when.start, told.when.end
    if end is None and start is not None and read.start == start and type(read.end) is type(start):
        if read.end is not None and elapsed(start, read.end) > timedelta():
            return told._replace(when=replace(told.when, end=read.end, trace=(*told.when.trace, *read.trace)))
        return told
    return told if notice.text("all_day").casefold() in _YES else agreed(told, read, shown)


def _others(notice: Notice, context: Context) -> list[tuple[When, Found]]:
    """The starts that machines told otherwise, read as the one that counts is."""
    apart = {name: found for name, found in notice.fields.items() if name in ("timezone", "all_day")}
    notices = [replace(notice, fields={**apart, "start": (each,)}) for each in notice.fields.get("other_start", ())]
    read = [_structured(each, context) for each in notices]
    return [(when, found) for when, found in filter(None, read) if found is not None]


def _when_rule(source: Source) -> Rule:
    listed = source.list.fields if source.list else {}
    return source.detail.get("when") or listed.get("when") or Rule("")


def _structured(notice: Notice, context: Context) -> Reading | None:
    """`start` and `end` as a machine wrote them; None when the notice has none or they do not read."""
    start_text = notice.first("start")
    if start_text is None:
        return None
    named = notice.text("timezone")
    if named and _known(named):
        context = replace(context, timezone=named)  # hours without an offset are those of the zone named beside them
    start = _moment(start_text.text, context)
    if start is None:
        return None
    end_text = notice.first("end")
    end = _moment(end_text.text, context) if end_text else None
    zone = _zone(start, context, named=context.timezone == named)
    start, end = _local(start, zone), _local(end, zone) if end is not None else None
    start, end, artefact = _all_day(start, end, said=notice.text("all_day").casefold())
    if end is not None and isinstance(start, datetime) != isinstance(end, datetime):
        end = None  # two precisions: the end says less than the start
    end = None if end is not None and not elapsed(start, end) else end
    rule = "midnight UTC shown locally: all day" if artefact else "structured moments"
    previous = notice.first("previous_start")
    when = When(
        start,
        end,
        timezone=zone,
        occurrences=_occurrences(notice, context, zone),
        rrule=notice.text("rrule") or None,
        previous_start=_moment(previous.text, context) if previous else None,
        trace=(f"{rule}: {start_text.text!r}" + (f" … {end_text.text!r}" if end_text else ""),),
    )
    return _spanned(when), start_text


def _moment(text: str, context: Context) -> Moment | None:
    """A moment a machine wrote in ISO 8601, taken at its word; anything else is read as a person's stamp.

    A person's "01:00" may be midnight UTC; a machine's single instant is not doubted, only both ends together are.
    The last year there can be is how a machine says that it knows none.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return read_moment(text, context)
    if moment.year == MAXYEAR:
        return None
    if len(text.strip()) <= len("2027-01-14"):
        return moment.date()
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(context.timezone))


def _zone(start: Moment, context: Context, *, named: bool) -> str:
    """The zone the notice names, the one its moments carry, else the source's."""
    if named:
        return context.timezone
    key = getattr(start.tzinfo, "key", None) if isinstance(start, datetime) else None
    return str(key) if key and key != "UTC" else context.timezone


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _local(moment: Moment, zone: str) -> Moment:
    try:
        return moment.astimezone(ZoneInfo(zone)) if isinstance(moment, datetime) else moment
    except OverflowError:  # the last hours of the year 9999, the first of the year 1
        return moment


def _all_day(start: Moment, end: Moment | None, *, said: str) -> tuple[Moment, Moment | None, bool]:
    """Drupal's date-only fields come out as midnight UTC in local time, on both ends: they are days.

    Whole days written midnight to midnight (or 23:59) are days too, unless the notice says otherwise (`said`); the
    last is inclusive.
    """
    if said in _YES:
        return *_days(start, end), False
    if not isinstance(start, datetime) or (said in _NO and end not in (None, start)):
        return start, end, False
    if _clock(start) == start.utcoffset() != timedelta() and (end is None or _shows_midnight_utc(end)):
        return start.date(), _as_day(end), True
    if _clock(start) != timedelta():
        return start, end, False
    if end is None or end == start:
        return start.date(), None, False
    whole = _clock(end) in (timedelta(), timedelta(hours=23, minutes=59)) and (
        _clock(end) or _as_day(end) > start.date()
    )
    return (*_days(start, end), False) if whole else (start, end, False)


def _days(start: Moment, end: Moment | None) -> tuple[date, date | None]:
    """The days of a whole-day event, the last inclusive: one that ends at midnight ends the day before."""
    first, last = _as_day(start), _as_day(end)
    midnight = last is not None and last > first and isinstance(end, datetime) and _clock(end) == timedelta()
    return first, last - timedelta(days=1) if last is not None and midnight else last


def _shows_midnight_utc(moment: Moment) -> bool:
    return isinstance(moment, datetime) and _clock(moment) == moment.utcoffset()


def _clock(moment: Moment) -> timedelta | None:
    return timedelta(hours=moment.hour, minutes=moment.minute) if isinstance(moment, datetime) else None


@overload
def _as_day(moment: Moment) -> date: ...
@overload
def _as_day(moment: None) -> None: ...
def _as_day(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _occurrences(notice: Notice, context: Context, zone: str) -> tuple[Occurrence, ...]:
    """`start/end` texts as pairs of moments, sorted."""
    pairs: list[Occurrence] = []
    for found in notice.fields.get("occurrences", ()):
        first, _, last = found.text.partition("/")
        start, end = _moment(first, context), _moment(last, context) if last else None
        if start is not None:
            pairs.append((_local(start, zone), _local(end, zone) if end is not None else None))
    return tuple(sorted(pairs, key=lambda pair: pair[0].isoformat()))


def _spanned(when: When) -> When:
    """With occurrences, the start is that of the first and the end that of the last (docs/dates.md)."""
    if len(when.occurrences) < 2:
        return replace(when, occurrences=())  # one sitting is the event itself, whose start and end were just read
    return replace(when, start=when.occurrences[0][0], end=when.occurrences[-1][1])


def ends_before_start(when: When) -> bool:
    """Whether the page contradicts itself."""
    if when.start is None or when.end is None:
        return False
    return elapsed(when.start, when.end) < timedelta()
