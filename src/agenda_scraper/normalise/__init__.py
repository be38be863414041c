"""Notice → Sighting: text becomes values, here and nowhere else. What cannot be believed is Rejected, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from agenda_scraper.about import classify
from agenda_scraper.agenda import Source
from agenda_scraper.links import canonical
from agenda_scraper.model import Context, Facts, Found, Moment, Notice, Sighting, Status, When
from agenda_scraper.normalise.dates import ends_before_start, when_of
from agenda_scraper.normalise.identity import key_of, own_key
from agenda_scraper.normalise.parties import with_access, with_parties
from agenda_scraper.normalise.places import with_place
from agenda_scraper.normalise.reading import Reading
from agenda_scraper.normalise.status import status_of
from agenda_scraper.normalise.subject import with_subject
from agenda_scraper.normalise.summaries import plain_lines, sanitised, summary_of
from agenda_scraper.normalise.titles import plain, sentence_case, status_in
from agenda_scraper.report import Rejected
from agenda_scraper.text import shorten, squash
from agenda_scraper.when import read_moment

__all__ = ["normalise", "own_key"]


def normalise(notice: Notice, source: Source, *, reference: date) -> Sighting | Rejected:
    """One notice understood, or why it is not believed. `reference` is the day it was first read (local).

    A publication date on the page is the better reference for dates without a year, and is taken when it is earlier.
    """
    notice = _in_our_words(notice, source)
    body = plain_lines(notice.text("text") or notice.text("summary"))
    context = Context(source.language, reference, source.timezone, source.country, source.region)
    published, modified = (_stamp(notice, name, context) for name in ("published", "modified"))
    if published is not None and (day := _day(published)) < reference:
        context = replace(context, reference=day)
    title, said = status_in(plain(notice.text("title", " ")))
    reading = Reading(notice, source, context, sentence_case(title, body), body)
    told = when_of(notice, source, context, prose=reading.prose, put_off=said is Status.POSTPONED)
    when, found = told.when, told.found
    reason = _unbelievable(title, when, found)
    if reason:
        return Rejected(source.id, notice.page_url, reading.title or shorten(squash(body), 80), reason)
    if told.warning:
        reading.warnings.append(told.warning)
        reading.note("other_start", told.other, "told otherwise, and not believed")
    address = notice.text("url") or notice.page_url
    facts = Facts(
        reading.title,
        when,
        status=status_of(notice, source, said=said, when=when),
        url=canonical(address) if address else "",
        image=notice.text("image") or None,
        published_at=published,
        modified_at=modified,
    )
    return _sighting(facts, reading, found)


def _in_our_words(notice: Notice, source: Source) -> Notice:
    """The notice with the source's constants where it is silent, and `map:`'s words for its own."""
    fields = {name: (Found(text, source.origin),) for name, text in source.constants.items()} | dict(notice.fields)
    for name, words in source.map.items():
        fields[name] = tuple(replace(each, text=words.get(each.text, each.text)) for each in fields.get(name, ()))
    return replace(notice, fields={name: found for name, found in fields.items() if found})


def _sighting(facts: Facts, reading: Reading, found: Found | None) -> Sighting:
    for step in (with_place, with_parties, with_access, _with_summary):
        facts = step(facts, reading)
    about = classify(reading.title, reading.body, reading.context, gone=_gone(facts.when, reading.context.reference))
    facts = with_subject(facts, reading, about)
    reading.note("when", found, "; ".join(facts.when.trace))
    reading.note("title", reading.notice.first("title"), "in sentence case" if facts.title.isupper() else "as written")
    if facts.when.weekday_mismatch and found:
        reading.warnings.append(f"the weekday disagrees with the date: {shorten(squash(found.text), 80)!r}")
    for name in ("url", "status", "published", "modified", "image"):
        if reading.notice.first(name):
            reading.note(name, reading.notice.first(name), "field")
    key = key_of(reading.notice, reading.source, facts)
    return Sighting(
        reading.source.id,
        key,
        facts,
        reading.notice.page_url,
        evidence=reading.evidence,
        warnings=tuple(reading.warnings),
        announces=about.is_event,
    )


def _unbelievable(title: str, when: When, found: Found | None) -> str | None:
    """Why a notice is no event, in one sentence; None when it is one."""
    said = f": {shorten(squash(found.text), 120)!r}" if found else ""
    if not title:
        return "no title"
    if ends_before_start(when):
        return f"the end is before the start{said}"
    # an event put off with no new date, or called off, is news its subscribers need
    if when.start is None and not (when.previous_start and when.status in (Status.POSTPONED, Status.CANCELLED)):
        return f"no date of an event{said}"
    return None


def _gone(when: When, reference: date) -> date | None:
    """The first day of an event that was over before it was read of."""
    ends = [when.start, when.end, *(moment for sitting in when.occurrences for moment in sitting)]
    days = [_day(moment) for moment in ends if moment is not None]
    return min(days) if days and not when.rrule and max(days) < reference else None


def _with_summary(facts: Facts, reading: Reading) -> Facts:
    markup = reading.notice.text("summary")
    reading.note("summary", reading.notice.first("summary") or reading.notice.first("text"), "sanitised")
    return replace(facts, summary=summary_of(reading.body), summary_html=sanitised(markup) if markup else None)


def _stamp(notice: Notice, name: str, context: Context) -> Moment | None:
    found = notice.first(name)
    return read_moment(found.text, context) if found else None


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
