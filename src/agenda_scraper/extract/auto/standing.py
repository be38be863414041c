"""How a notice stands: the short words beside its date that say it is off, put off or full, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.statuses import NOT_FOR_ALL
from agenda_scraper.text import align

_SHORT = 60
_NEAR = 12  # lines from the date
_HELD = (
    r"meeting|hearing|session|event|class|workshop|show|reunion|seance|evenement|atelier|sitzung|termin|veranstaltung"
    r"|sesion|acto|riunione|seduta|evento|vergadering|bijeenkomst|reuniao|sessao|reunio|sessio"
)
_ALONE = re.compile(
    rf"\W*(?:(?:(?:the|this|la|le|l'|die|der|diese|el|il|lo|de|het|a|o)\s*)?(?:{_HELD})\W+"
    rf"(?:(?:is|was|has been|est|a ete|ist|wurde|ha sido|e stat[oa]|e|is|werd|foi)\s+)?)?(?:{NOT_FOR_ALL})\W*",
)

_FEE = re.compile(
    r"prix|tarif|co[ûu]t|price|cost|fee|kosten|gebühr|entgelt|eintritt|preis|precio|prezzo|prijs|preço", re.I
)


def standing(record: Record) -> str:
    """The words of a record that tell how it stands, empty where none stands for itself."""
    at = record.lines.index(record.dated)
    near = record.lines[max(at - _NEAR, 0) : at + _NEAR]
    texts: Iterator[str] = (text for line in near if not _FEE.search(line.label) for text in (line.text, line.bold))
    return next((text for text in texts if len(text) <= _SHORT and _ALONE.fullmatch(align(text))), "")
