"""News is dated too: the day it was written is no event's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.auto.tree import BOLD_LEVEL
from agenda_scraper.extract.days import clock_at, has_weekday

_NEWS = re.compile(
    r"nouvelles?\b|nouveaut|actualit|\bactus?\b|\bnews\b|newsroom|communiqu|press[- ]?(?:release|room)|\bblog\b"
    r"|noticias|notizie|brèves|revue de presse|rassegna stampa|pressespiegel"
    r"|aktuelles|nachrichten|nieuws|noticies|notícies|offres? d.emploi|\bjobs?\b|archives?\b|publications?\b",
    re.I,
)
# What a body has written, listed with the day it was written on.
_WRITTEN = re.compile(
    r"\W*(?:(?:la|notre|the|our)\s)?(?:lettre (?:du|de|d['’]|n)|édito|bulletins?\b|(?:ils|on) (?:ont |en )?parl"
    r"|rundbrief|nieuwsbrief|boletín|by-?laws|ordinances?|policies|reports?|newsletters?|statuts|règlements?"
    r"|satzung(?:en)?|regolament[oi]|estatutos)\b",
    re.I,
)
_AGENDA = re.compile(
    r"agenda|événement|evenement|event|activit|calend|meeting|réunion|séance|rendez-vous|veranstaltung|termine|programm",
    re.I,
)


def is_news(record: Record) -> bool:
    """Whether a record is an entry of a news list: its heading, block or address says so, and it names no hour."""
    if clock_at(record.dated.text) >= 0 or has_weekday(record.dated.text):
        return False
    own = next((line.text for line in record.lines if 0 < line.level < BOLD_LEVEL), "")
    heading = record.heads[-1].text if record.heads else ""
    address = next((address for line in record.lines for _, address in line.links), "")
    for words in (heading, record.name, urlsplit(address).path.replace("_", "-")):
        if _AGENDA.search(words):
            return False
        if _NEWS.search(words):
            return True
    return _WRITTEN.match(heading or own) is not None
