"""What the keys of an object mean, by their names in eight languages, and the text of their values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from agenda_scraper.extract.moments import unix_moment

# Field → the keys that name it, surest first; folded to letters only.
_KEYS: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "titre", "name", "nom", "nome", "nombre", "summary", "eventname", "eventtitle", "meetingname",
        "bodyname", "intitule", "titel", "titulo", "subject", "headline", "label", "fulltitle", "displayname",
    ),
    "when": ("date", "when", "daterange", "dates", "datetext", "quand", "data", "datum", "fecha", "jour", "day"),
    "clock": ("time", "hour", "heure", "hours", "heures", "horaires", "horaire", "hora", "uhrzeit", "times"),
    "url": ("url", "link", "href", "permalink", "canonicalurl", "fullurl", "lien", "eventurl", "website", "guid"),
    "summary": (
        "description", "longdescription", "body", "content", "descriptionhtml", "excerpt", "lead", "teaser", "text",
        "details", "resume",
    ),
    "image": ("image", "imageurl", "thumbnail"),
    "status": ("status", "eventstatus", "etat"),
    "timezone": ("timezone", "tz"),
    "id": ("uid", "id", "slug", "nid", "recordid"),
}  # fmt: skip
# What a thing of no title is called by.
_SORTS = ("eventtype", "type", "calendartypedesc", "typedesc", "category", "eventcategory", "kind", "meetingtype")
_YEARS = ("year", "ano", "annee", "jahr", "anno", "jaar", "any")
_MONTHS = ("month", "mes", "mois", "monat", "mese", "maand")
_TAIL = r"(?:date|datum|time|datetime|moment|day|at|on|s|iso|local|utc|timing)*"
_START = re.compile(
    rf"(?:event|meeting|first|show)?(?:date|time|datetime)?(?:start|begin|debut|inicio|inizio|beginn|dtstart){_TAIL}"
    rf"|(?:date|time)?from{_TAIL}|(?:opening|event|meeting)(?:date|time){_TAIL}|datetime(?:iso|local)?"
)
_END = re.compile(
    rf"(?:event|meeting|last|show)?(?:date|time|datetime)?(?:end|fin|stop|finish|until|ende|einde|dtend){_TAIL}"
    rf"|(?:date|time)?to{_TAIL}"
)
_SITTINGS = frozenset(("timings", "occurrences", "dates", "slots", "sessions", "performances", "instances"))
# Keys of an object that holds the start and the end.
_HOLDERS = ("date", "dates", "when", "period", "time", "times", "schedule")
LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt", "ca")
_TEXTS = ("name", "text", "value", "iso", "datetime", "date", "title", "rendered", "label", "address")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?")


class Keyed:
    """An object's values by the folded names of their keys; `start` and `end` may stand in an object within it."""

    def __init__(self, thing: Mapping[str, Any]) -> None:
        inner = thing.get("fields")
        whole = {**thing, **inner} if isinstance(inner, dict) else thing
        self.values: dict[str, tuple[str, Any]] = {}
        for key, value in whole.items():
            self.values.setdefault(folded(key), (key, value))

    def first(self, known: tuple[str, ...]) -> tuple[str, str]:
        """The text of the first of some keys that has one, and that key; both empty when none has."""
        for name in known:
            if name in self.values:
                key, value = self.values[name]
                if text := text_of_value(value):
                    return text, key
        return "", ""

    def text(self, field: str) -> tuple[str, str]:
        """The text of a field and the key it stands under; both empty when no key names it."""
        return self.first(_KEYS[field])

    def sort(self) -> tuple[str, str]:
        """What sort of thing it is."""
        return self.first(_SORTS)

    def year(self) -> str:
        """The year the object groups things by."""
        text = self.first(_YEARS)[0]
        return text if re.fullmatch(r"(?:19|20)\d\d", text) else ""

    def month(self) -> str:
        """The month the object groups things by, as it is written."""
        text = self.first(_MONTHS)[0]
        return text if len(text) <= 15 else ""

    def moment(self, *, end: bool = False) -> tuple[str, str]:
        """The start (or the end) as a moment, and its key; a day and an hour of two keys are joined."""
        found = list(self._moments(_END if end else _START))
        days = [(moment, key) for moment, key in found if not _CLOCK.fullmatch(moment)]
        clocks = [moment for moment, _ in found if _CLOCK.fullmatch(moment)]
        if not days:
            return "", ""
        moment, key = days[0]
        timed = next((pair for pair in days if _clock_of(pair[0])), None)
        if _clock_of(moment) or not (timed or clocks):
            return moment, key
        return timed or (f"{moment}T{clocks[0]}" if re.fullmatch(r"\d{4}-\d\d-\d\d", moment) else moment, key)

    def _moments(self, named: re.Pattern[str]) -> Iterator[tuple[str, str]]:
        for name, (key, value) in self.values.items():
            if named.fullmatch(name) and (text := moment_text(value)):
                yield text, key
        for name in (*_HOLDERS, *(("lasttiming",) if named is _END else ("firsttiming", "nexttiming"))):
            key, value = self.values.get(name, ("", None))
            for within in _preferred(value):
                yield from ((text, f"{key}.{below}") for text, below in Keyed(within)._moments(named))

    def sittings(self) -> list[tuple[str, str]]:
        """The single sittings of an event as (start, end) moments."""
        for name in _SITTINGS & self.values.keys():
            value = self.values[name][1]
            listed = _loaded(value) if isinstance(value, str) else value
            if isinstance(listed, list):
                pairs = [(each.moment()[0], each.moment(end=True)[0]) for each in map(Keyed, _objects(listed))]
                if pairs and all(start for start, _ in pairs):
                    return pairs
        return []


def folded(key: str) -> str:
    """`start_date`, `startDate` and `title_fr` as startdate and title."""
    bare = re.sub(rf"[_-](?:{'|'.join(LANGUAGES)})$", "", key)
    return re.sub(r"[^a-z]", "", bare.casefold())


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _preferred(value: Any) -> list[Mapping[str, Any]]:
    """The objects a value holds; of several, the one in local time."""
    if isinstance(value, dict):
        return [value]
    local = [each for each in _objects(value) if each.get("type") in ("local", "user")]
    return local[:1] or _objects(value)[:1]


def _loaded(text: str) -> Any:
    """JSON within a JSON text, as flattened tables hold it."""
    try:
        return json.loads(text) if text.lstrip().startswith("[") else None
    except (ValueError, RecursionError):
        return None


def moment_text(value: Any) -> str:
    """A moment as text: Unix seconds and milliseconds as ISO 8601, a day and its hour joined; else empty."""
    if isinstance(value, dict):
        keyed = {folded(key): inner for key, inner in value.items()}
        day, clock = (text_of_value(keyed.get(name)) for name in ("date", "time"))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and _CLOCK.fullmatch(clock):
            return f"{day}T{clock}"
    text = text_of_value(value)
    if re.fullmatch(r"\d{10}|\d{13}", text, re.A):
        return unix_moment(text) or ""
    return text if re.search(r"\d{4}|\d[/.-]\d|\d:\d\d", text) and len(text) <= 60 else ""


def _clock_of(moment: str) -> bool:
    return re.search(r"\d:\d\d", moment) is not None


def text_of_value(value: Any, depth: int = 0) -> str:
    """The text of a value: of an object its name or text, of a language map the first language, of a list its first."""
    if isinstance(value, bool) or value is None or depth > 4:
        return ""
    if isinstance(value, str | int | float):
        return str(value).strip()
    if isinstance(value, list):
        if all(isinstance(each, str | int) and str(each).isdecimal() for each in value):
            return ", ".join(map(str, value[:60]))  # the days of a month
        return next((text for each in value[:3] if (text := text_of_value(each, depth + 1))), "")
    keys = {str(key).casefold(): key for key in value}
    for key in (*LANGUAGES, *_TEXTS):
        if key in keys and (text := text_of_value(value[keys[key]], depth + 1)):
            return text
    return ""
