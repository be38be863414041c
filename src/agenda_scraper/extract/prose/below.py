"""What stands below a heading: its title in quotation marks, which of a series it is, what it is about this time."""

from __future__ import annotations

import re

from agenda_scraper.extract.prose.dates import date_in, names_hours
from agenda_scraper.extract.prose.openings import names_kind
from agenda_scraper.extract.prose.surroundings import trimmed, without_date
from agenda_scraper.extract.prose.words import phrases
from agenda_scraper.text import align, squash

HEADING = 130  # letters: a longer first line is prose
QUOTED = re.compile(r"[«»„“\"]\s*([^«»„“”\"\n]{4,160}?)\s*[»«”“\"](?!\w)")
_PLACE = 4  # words of a house and its town
_SMALL = 3  # letters of "sur", "del"
_EDITION = re.compile(r"^(?:\d{1,3}\s?(?:[eè]?(?:me)?s?|re?s?|ers?|th|st|nd|rd|\.|[ºªoa]\.?)|[IVXLC]+(?:e|es|è)?)\s")
_PLURAL = re.compile(r"(?<=\w{3})s\b")  # "Journées d'étude"
_SUBJECT = 3  # words of a title of its own
# "Colloque international" says no more than "colloque"
_WIDE = re.compile(r" (?:inter)?na[tcz]+ion\w+$| regional\w*$| departemental\w*$| europe\w+$| annu\w+$")


def says_kind(name: str) -> bool:
    told = _WIDE.sub("", align(name))
    return any(phrases("kinds").fullmatch(one) for one in (told, _PLURAL.sub("", told)))


def opens_with_date(line: str, below: list[str]) -> bool:
    """ "Lundi 9 novembre, 18h30 – Espace Vilar, Revel" above "RÉUNION PUBLIQUE": when and where stand first."""
    date = date_in(line)
    if date is None or date.start > 0:
        return False
    heading = next((squash(one) for one in below if one.strip()), "")
    if says_kind(heading):
        return True
    # "17 et 18 septembre 2026, Clermont-Ferrand" above "2es Assises de la participation"
    place = line[date.end :].strip(" ,.:–—|-()")
    words = re.findall(r"[^\W\d_]+", place)
    # "17 mai 2026, Fête du village" names what is held
    proper = all(word[0].isupper() or len(word) <= _SMALL for word in words) and place[:1].isupper()
    names_place = 0 < len(words) <= _PLACE and proper and not names_kind(place)
    return names_place and names_kind(_EDITION.sub("", heading)) and date_in(heading) is None


def is_town_below_date(before: str, line: str, after: str) -> bool:
    """ "14.05.2026 ⏎ 18:00 Uhr ⏎ Talheim", and then the title: a town alone below its date."""
    words = re.sub(r"\([^()]*\)", "", line).split() if re.search(r"\d", before[:40]) else []
    if len(words) >= _SUBJECT or not names_hours(before) or date_in(line):
        return False
    proper = all(word[0].isupper() for word in words) and not names_kind(line)
    return 0 < len(words) < _SUBJECT and proper and len(after.split()) >= _SUBJECT


def quote_below(name: str, lines: list[str]) -> str:
    """A heading with the title in quotation marks below it; the title alone when the heading is a series'."""
    below = next((squash(line) for line in lines if line.strip()), "")
    quoted = QUOTED.match(below)
    if not quoted or len(quoted[1].split()) < 3 or QUOTED.search(name) or says_kind(name):
        return ""
    series = phrases("series").search(align(name)) is not None
    return quoted[1] if series else f"{name} : {quoted[1]}" if quoted.end() == len(below) else ""


def session_below(lines: list[str]) -> str:
    """Which of a series it is, from the line below its heading: "Séance 2 : Qui a peur de la participation ?"."""
    below = next((squash(line) for line in lines if line.strip()), "")
    # "Demokratie-Café im Kulturbahnhof", and below it "Thema: Was bringt uns ein Bürgerhaushalt?"
    told = phrases("themes").match(align(below)) if below.endswith("?") else None
    if told and below[told.end() :].lstrip().startswith(":"):
        return below[told.end() :].lstrip(" :")
    return trimmed(without_date(below)) if len(below) <= HEADING and phrases("sessions").match(align(below)) else ""


def session_title(line: str, below: list[str]) -> str:
    """The title of this time under or behind the name of its series: "Cycle « … »", then "Séance 2 : Le juge".

    Empty when the session is but numbered: then it is named after its series.
    """
    series, bar, behind = line.partition(" | ")
    told = behind if bar else next((squash(one) for one in below if one.strip()), "")
    head, colon, subject = told.partition(":")
    if not (phrases("series").search(align(series)) and colon and phrases("sessions").match(align(told))):
        return ""
    subject = trimmed(subject)
    named = len(subject.split()) >= _SUBJECT and len(head.split()) <= _PLACE and date_in(told) is None
    return subject if named and len(told) <= HEADING else ""
