"""What the page says in a language: one gettext file of `translations/` each, and dates in words by CLDR's names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from gettext import c2py
from importlib.resources import files

from babel.core import Locale, get_global
from babel.dates import format_date, format_time, get_timezone_location
from babel.lists import format_list
from babel.messages.pofile import read_po

from agenda_scraper.model import Moment

# French sets a blank before these signs, which begins no line.
_SIGN = re.compile(r" (?=[:;!?»])|(?<=«) ")


def signed(text: str) -> str:
    """The text with no line that begins with a sign."""
    return _SIGN.sub("\u00a0", text)


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language, and the forms of those that count. One missing from its file reads as its key.

    `form` says which of the forms a number takes.
    """

    language: str
    sentences: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its blanks filled in."""
        sentence = self.sentences.get(key, key)
        return sentence.format(**values) if values else sentence

    def count(self, key: str, count: int, **values: object) -> str:
        """The sentence for one or for many, by the plurals of the language, with its other blanks filled in."""
        forms = self.forms.get(key)
        return forms[self.form(count)].format(count=count, **values) if forms else key

    def all_of(self, names: Sequence[str]) -> str:
        """Several names as one: « lundi, mardi et jeudi »."""
        return format_list(list(names), locale=self.language)

    def named(self, kind: str, code: str | None) -> str:
        """The name of a code of the taxonomy; a code without a name is shown as its own words."""
        return self.sentences.get(f"{kind}.{code}", (code or "").replace("-", " "))

    def country(self, code: str) -> str:
        """The name of a country: « Belgique » for BE; what is no code of one is its own name."""
        return _territories(self.language).get(code, code)

    def day(self, day: date, key: str = "date.full") -> str:
        """A day in words, by one of the patterns of the language."""
        return _date(day, self(key), self.language)

    def days(self, first: date, last: date) -> str:
        """A day, two days, or a range: « du lundi 3 au jeudi 6 novembre 2026 »."""
        if first >= last:
            return self.day(first)
        near = (first.year, first.month) == (last.year, last.month)
        start = self.day(first, "date.day" if near else "date.part" if first.year == last.year else "date.full")
        return self("date.two" if last - first == timedelta(days=1) else "date.range", start=start, end=self.day(last))

    def town(self, zone: str) -> str:
        """The town a zone is called by: « Londres »."""
        return get_timezone_location(zone, locale=self.language, return_city=True)

    def span(self, start: Moment, end: Moment | None) -> str:
        """A sitting in words, on the clocks its moments carry; an end that was not told is not made up."""
        if not isinstance(start, datetime):
            return self.days(start, end or start)
        day = self.day(start.date())
        if not isinstance(end, datetime) or end.date() == start.date():
            return self.hours(day, start, end)
        last = self("time.at", date=self.day(end.date()), start=self._clock(end))
        return f"{self('time.at', date=day, start=self._clock(start))} – {last}"

    def hours(self, days: str, start: Moment, end: Moment | None) -> str:
        """Days with the hours on them: « tous les mardis de 18 h à 20 h »; the days alone where no hour is told."""
        if not isinstance(start, datetime):
            return days
        if not isinstance(end, datetime):
            return self("time.at", date=days, start=self._clock(start))
        return self("time.range", date=days, start=self._clock(start), end=self._clock(end))

    def _clock(self, moment: datetime) -> str:
        return _time(moment.time(), self("time" if moment.minute else "time.sharp"), self.language)


def country_of(zone: str) -> str | None:
    """The country whose clocks a zone tells, by its ISO 3166 code: « FR »; None for a zone of none."""
    country: str | None = get_global("zone_territories").get(zone)
    return country


@cache
def words(language: str) -> Words:
    """The words of a language; of English where we have no file for it."""
    folder = files("agenda_scraper.site").joinpath("translations")
    code = language.partition("-")[0].lower()
    file = folder.joinpath(f"{code}.po") if re.fullmatch("[a-z]{2}", code) else None
    if file is None or not file.is_file():
        return words("en")
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=code)
    # what nobody has translated yet stays out
    told = {message.id: message.string for message in catalog if message.id and message.string}
    forms = {key[0]: tuple(map(signed, each)) for key, each in told.items() if isinstance(key, tuple) and all(each)}
    sentences = {key: signed(str(each)) for key, each in told.items() if isinstance(key, str)}
    return Words(code, sentences, forms, c2py(catalog.plural_expr))


@cache
def _territories(language: str) -> Mapping[str, str]:
    return Locale(language).territories


@cache
def _date(day: date, pattern: str, language: str) -> str:
    said = format_date(day, pattern, locale=language)
    # CLDR writes « 1 novembre » where French says « 1er novembre ».
    return re.sub(r"(?<!\d)1(?= [^\W\d]|$)", "1er", said) if language == "fr" else said


@cache
def _time(clock: time, pattern: str, language: str) -> str:
    return format_time(clock, pattern, locale=language).replace(" ", "\u00a0")
