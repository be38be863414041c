"""How a notice stands: the short words beside its date that say it is off, put off or full, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agenda_scraper.extract.auto.records import Record

_SHORT = 60
_NEAR = 12  # lines from the date
_STANDING = (
    r"cancell?ed|called off|postponed|sold out|fully booked|annulée?s?|reportée?s?|complet|complète|abgesagt|entfällt"
    r"|entfallen|fällt aus|findet nicht statt|verschoben|ausgebucht|ausverkauft|cancelad[oa]s?|suspendid[oa]s?"
    r"|aplazad[oa]s?|agotad[oa]s?|annullat[oaie]|rinviat[oaie]|esaurit[oaie]|geannuleerd|afgelast|gaat niet door"
    r"|uitgesteld|vervalt|vervallen|uitverkocht|volgeboekt|volzet|adiad[oa]s?|esgotad[oa]s?|anul·lat|anul·lada"
    r"|ajornat|ajornada|exhaurit|exhaurides"
)
_HELD = (
    r"meeting|hearing|session|event|class|workshop|show|réunion|séance|événement|atelier|sitzung|termin|veranstaltung"
    r"|reunión|sesión|acto|riunione|seduta|evento|vergadering|bijeenkomst|reunião|sessão|reunió|sessió"
)
_ALONE = re.compile(
    rf"\W*(?:(?:(?:the|this|la|le|l['’]|die|der|diese|el|il|lo|de|het|a|o)\s*)?(?:{_HELD})\W+"
    rf"(?:(?:is|was|has been|est|a été|ist|wurde|ha sido|è stat[oa]|è|is|werd|foi)\s+)?)?(?:{_STANDING})\W*",
    re.I,
)

_FEE = re.compile(
    r"prix|tarif|co[ûu]t|price|cost|fee|kosten|gebühr|entgelt|eintritt|preis|precio|prezzo|prijs|preço", re.I
)


def standing(record: Record) -> str:
    """The words of a record that tell how it stands, empty where none stands for itself."""
    at = record.lines.index(record.dated)
    near = record.lines[max(at - _NEAR, 0) : at + _NEAR]
    texts: Iterator[str] = (text for line in near if not _FEE.search(line.label) for text in (line.text, line.bold))
    return next((text for text in texts if len(text) <= _SHORT and _ALONE.fullmatch(text)), "")
