"""What lists of meetings put beside a day, where a house or a town might stand, and what is neither."""

from __future__ import annotations

import re

from agenda_scraper.statuses import OFF

_PAPERS = (
    r"agendas?|minutes|packets?|presentations?|video|audio|documents?|downloads?|tagesordnung|protokoll|notulen|verslag"
    r"|verbale|acta"
)
_BODIES = r"(?:sub)?committee|board|aldermen|trustees|gemeinderat|\w*ausschuss|ortsbeirat"
_GATHERINGS = r"meetings?|hearings?|sitzung|seance|vergadering"
_LISTED = re.compile(rf"\b(?:{OFF})\b|^(?:{_PAPERS})\b|^board of \w+$|(?:\b(?:{_BODIES})|\b(?:{_GATHERINGS}))$")


def is_of_a_list(name: str) -> bool:
    """Whether a name in flat text is how a meeting stands, a paper of it, or the body that meets."""
    return _LISTED.search(name) is not None
