"""The few words a feed says of itself, in the language of the event: how it stands, who is behind it, when it is.

A language is one entry of the table; an unknown one reads as English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_interval, format_skeleton, get_timezone_location

from agenda_scraper.model import Event, Moment, When
from agenda_scraper.publish.moments import sittings
from agenda_scraper.text import fold, squash, visible
from agenda_scraper.zones import local

_KEYS = (
    *("cancelled", "postponed", "rescheduled", "moved-online", "full", "duplicate", "online", "organisers", "partners"),
    *("register", "deadline", "contact", "source", "formerly"),
    *("announced", "moved", "back", "corrected", "merged", "week", "week.one", "week.many"),
    *("changes", "upcoming"),
)
_TABLE = {
    "fr": "Annulé|Reporté|Nouvelle date|En ligne|Complet|Doublon|En ligne|Organisé par|Avec|Inscription|"
    "Date limite|Contact|Source|Auparavant annoncé"
    "|Annoncé|Déplacé|De retour|Corrigé|Désormais annoncé ici|"
    "Semaine du {day}|un événement|{count} événements|Changements|La semaine",
    "en": "Cancelled|Postponed|New date|Moved online|Fully booked|Duplicate|Online|Organised by|With|Registration|"
    "Deadline|Contact|Source|Formerly announced"
    "|Announced|Moved|Back on|Corrected|Now announced here|"
    "Week of {day}|one event|{count} events|Changes|The week",
    "de": "Abgesagt|Verschoben|Neuer Termin|Jetzt online|Ausgebucht|Doppelt|Online|Veranstaltet von|Mit|Anmeldung|"
    "Anmeldeschluss|Kontakt|Quelle|Zuvor angekündigt"
    "|Angekündigt|Verlegt|Findet wieder statt|Berichtigt|Jetzt hier angekündigt|"
    "Woche ab {day}|eine Veranstaltung|{count} Veranstaltungen|Änderungen|Die Woche",
    "es": "Cancelado|Aplazado|Nueva fecha|En línea|Completo|Duplicado|En línea|Organizado por|Con|Inscripción|"
    "Fecha límite|Contacto|Fuente|Anunciado antes"
    "|Anunciado|Trasladado|De nuevo en pie|Corregido|Ahora anunciado aquí|"
    "Semana del {day}|un evento|{count} eventos|Cambios|La semana",
    "it": "Annullato|Rinviato|Nuova data|Online|Posti esauriti|Doppione|Online|Organizzato da|Con|Iscrizione|"
    "Scadenza|Contatto|Fonte|Prima annunciato"
    "|Annunciato|Spostato|Di nuovo in programma|Corretto|Ora annunciato qui|"
    "Settimana dal {day}|un evento|{count} eventi|Modifiche|La settimana",
    "nl": "Geannuleerd|Uitgesteld|Nieuwe datum|Online|Volzet|Dubbel|Online|Georganiseerd door|Met|Inschrijving|"
    "Uiterste datum|Contact|Bron|Eerder aangekondigd"
    "|Aangekondigd|Verplaatst|Gaat weer door|Verbeterd|Nu hier aangekondigd|"
    "Week van {day}|één evenement|{count} evenementen|Wijzigingen|De week",
    "pt": "Cancelado|Adiado|Nova data|Online|Esgotado|Duplicado|Online|Organizado por|Com|Inscrição|"
    "Prazo|Contacto|Fonte|Antes anunciado"
    "|Anunciado|Mudado|De volta|Corrigido|Agora anunciado aqui|"
    "Semana de {day}|um evento|{count} eventos|Alterações|A semana",
    "ca": "Cancel·lat|Ajornat|Nova data|En línia|Complet|Duplicat|En línia|Organitzat per|Amb|Inscripció|"
    "Termini|Contacte|Font|Anunciat abans"
    "|Anunciat|Traslladat|De nou en peu|Corregit|Ara anunciat aquí|"
    "Setmana del {day}|un esdeveniment|{count} esdeveniments|Canvis|La setmana",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    language: dict(zip(_KEYS, row.split("|"), strict=True)) for language, row in _TABLE.items()
}
_UNTITLED = "…"
# Day before month is what readers of all our languages expect; CLDR's plain "en" is American.
_LOCALES = {"en": "en_GB"}


# Readers do not agree whether a title is text or HTML; none shows what looks like a tag as its author meant it.
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_START_OF_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def untagged(text: str) -> str:
    """The text without what a reader could take for HTML tags, nor for the start of one."""
    if "<" not in text:
        return text
    return _START_OF_TAG.sub("< ", _TAG.sub("", text))


@lru_cache(maxsize=4096)
def one_line(text: str | None) -> str:
    """A text fit for a title: one line, nothing hidden, no tags."""
    return squash(untagged(visible(text or "")))


def language_of(event: Event, fallback: str) -> str:
    """The language to speak of an event in: its own when we know it, else the feed's, else English."""
    told = ((code or "").partition("-")[0].lower() for code in (event.facts.language, fallback))
    return next((code for code in told if code in WORDS), "en")


def headline(event: Event, language: str) -> str:
    """The title on one line, told apart when the event is off, postponed or full: « Annulé : Réunion publique ».

    So is one that is another: not every calendar looks at STATUS, and it would stand there twice.
    """
    title, status = one_line(event.facts.title) or _UNTITLED, event.facts.status
    standing = "duplicate" if event.merged_into else status
    if standing not in ("cancelled", "postponed", "full", "duplicate"):
        return title
    word = WORDS[language][standing]
    # Many sites already write it themselves.
    said = fold(title).lstrip("[(* ").startswith(fold(word))
    return title if said else f"{label(word, language)} {title}"


def label(word: str, language: str) -> str:
    """A word before a colon, with the no-break space French typography wants."""
    return f"{word}\u00a0:" if language == "fr" else f"{word}:"


def short_dates(when: When, language: str) -> str:
    """The days alone: « 18–19 nov. 2014 », « 6 déc. 2014 (+2) » when it is held again; empty without a date."""
    spans = _local_spans(when)
    if not spans:
        return ""
    start, end = spans[0]
    more = f" (+{len(spans) - 1})" if len(spans) > 1 else ""
    return _days(_day(start), _day(end), "yMMMd", language) + more


def week_title(monday: date, count: int, language: str) -> str:
    """« Semaine du 23 nov. 2026 : 14 événements »."""
    said = WORDS[language]
    held = said["week.one"] if count == 1 else said["week.many"].format(count=count)
    return f"{label(said['week'].format(day=_days(monday, monday, 'yMMMd', language)), language)} {held}"


def long_dates(when: When, language: str) -> tuple[str, ...]:
    """Every sitting in full: « mar. 18 nov. 2014, 18:30–20:00 »."""
    return tuple(_sitting(start, end, language) for start, end in _local_spans(when))


def say_moment(moment: Moment, timezone: str, language: str) -> str:
    """One moment in full, on the clocks of a zone."""
    there = local(moment, timezone)
    return _sitting(there, there, language)


def town_of(zone: str, language: str) -> str:
    """The town a zone is called by: « Londres »."""
    return get_timezone_location(zone, locale=_LOCALES.get(language, language), return_city=True)


def _local_spans(when: When) -> list[tuple[date, date]]:
    """Sittings on the clocks of the event; without an end, the start stands for it."""
    return [
        (local(start, when.timezone), local(start if end is None else end, when.timezone))
        for start, end in sittings(when)
    ]


def _sitting(start: date, end: date, language: str) -> str:
    first, last = _day(start), _day(end)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return _days(first, last, "yMMMEd", language)
    if first == last:
        return f"{_days(first, first, 'yMMMEd', language)}, {_hours(start.time(), end.time(), language)}"
    return " – ".join(_sitting(moment, moment, language) for moment in (start, end))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=4096)
def _days(first: date, last: date, skeleton: str, language: str) -> str:
    locale = _LOCALES.get(language, language)
    if first >= last:
        said = format_skeleton(skeleton, first, locale=locale)
    else:
        said = format_interval(first, last, skeleton, locale=locale)
    # CLDR writes « 1 nov. » where French says « 1er nov. ».
    return re.sub(r"(?<!\d)1(?= [^\W\d])", "1er", said) if language == "fr" else said


@lru_cache(maxsize=4096)
def _hours(first: time, last: time, language: str) -> str:
    locale = _LOCALES.get(language, language)
    if first == last:
        return format_skeleton("Hm", first, locale=locale)
    return format_interval(first, last, "Hm", locale=locale)
