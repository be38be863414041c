"""Houses that are named for bad weather only: where one meets otherwise stands before them."""

from __future__ import annotations

import re

# "repli à la salle Calvin en cas de pluie"
_FOR_RAIN = re.compile(
    r"\b(?:retour (?:vers|a) [^.\n]{1,8}|repli|en cas de|en caso de|in caso di|em caso de|bei regen"
    r"|bei schlechtem|if wet|bij regen|in case of|en cas de)\b"
)
_CLAUSE_END = re.compile(r"[.;\n]")
_REACH = 60


def is_for_rain(plain: str, start: int) -> bool:
    """ "En caso de lluvia o mal tiempo se realiza en el Centro Alba": the clause before a house says when it serves."""
    clause = _CLAUSE_END.split(plain[max(0, start - _REACH) : start])[-1]
    return _FOR_RAIN.search(clause) is not None
