"""What stands below a heading: its title in quotation marks, which of a series it is, what it is about this time."""

from __future__ import annotations

import re

from agenda_scraper.extract.prose.dates import date_in
from agenda_scraper.extract.prose.surroundings import trimmed, without_date
from agenda_scraper.extract.prose.words import phrases
from agenda_scraper.text import align, squash

HEADING = 130  # letters: a longer first line is prose
QUOTED = re.compile(r"[«»„“\"]\s*([^«»„“”\"\n]{4,160}?)\s*[»«”“\"](?!\w)")
# "Colloque international" says no more than "colloque"
_WIDE = re.compile(r" (?:inter)?na[tcz]+ion\w+$| regional\w*$| departemental\w*$| europe\w+$| annu\w+$")


def says_kind(name: str) -> bool:
    return phrases("kinds").fullmatch(_WIDE.sub("", align(name))) is not None


def opens_with_date(line: str, below: list[str]) -> bool:
    """ "Lundi 9 novembre, 18h30 – Espace Vilar, Revel" above "RÉUNION PUBLIQUE": when and where stand first."""
    date = date_in(line)
    return date is not None and date.start == 0 and says_kind(next((squash(one) for one in below if one.strip()), ""))


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
