"""E-mail addresses, plain or disguised from robots: "contact [at] ville [point] fr"."""

from __future__ import annotations

import re
from typing import NamedTuple

from agenda_scraper.who.plain import Plain

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(
    rf"(?<![\w.+%-])[\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?(?:@| @ )(?:{_LABEL}\.){{1,5}}[a-z]{{2,24}}(?![\w-])"
)
# "contact [at] ville [point] fr": brackets, or the sign spelled out; eight languages' words for @ and dot
_AT = (
    r"(?: ?[\[({<] ?(?:at|a|@|arobase|arobas|arrobase|arroba|chiocciola|apenstaartje|klammeraffe|et) ?[\])}>] ?"
    r"| (?:arobase|arroba|chiocciola|\(at\)) )"
)
_DOT = r"(?: ?[\[({<] ?(?:dot|point|punkt|punto|punt|ponto|\.) ?[\])}>] ?| (?:dot|point|punkt|punto|ponto|punt) |\.)"
_DISGUISED = re.compile(
    rf"(?<![\w.+%-])([\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?){_AT}((?:{_LABEL}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w-])"
)
_SPELLED = re.compile(
    rf"(?<![\w.+%-])([\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?) at ((?:{_LABEL} dot ){{1,3}}[a-z]{{2,24}})(?![\w-])"
)
_NOBODY = re.compile(
    r"no-?reply|ne-?pas-?repondre|unsubscribe|desabonn|donotreply|postmaster|mailer-daemon|rgpd@|dpo@|privacy@"
)
# One of these must be there, or the text need not be searched for disguises.
_DISGUISE = re.compile(r"[\[({<] ?(?:at|a|@|et|arob|arro|chioc|apen|klam)| arob| arroba | chiocciola | dot ")


class Address(NamedTuple):
    """An e-mail address or a telephone number and where it stands."""

    start: int
    end: int
    kind: str
    value: str


def find_emails(text: Plain) -> list[Address]:
    """The e-mail addresses of a text, but those nobody reads (noreply)."""
    found = []
    if "@" in text.flat:
        found += [
            Address(*m.span(), "email", text.shown[m.start() : m.end()].replace(" ", ""))
            for m in _EMAIL.finditer(text.flat)
        ]
    if _DISGUISE.search(text.flat):
        disguised = [*_DISGUISED.finditer(text.flat), *_SPELLED.finditer(text.flat)]
        found += [Address(*match.span(), "email", _undisguised(text, match)) for match in disguised]
    return [address for address in found if not _NOBODY.search(address.value.lower())]


def _undisguised(text: Plain, match: re.Match[str]) -> str:
    return f"{text.shown[match.start(1) : match.end(1)]}@{re.sub(_DOT, '.', match[2])}"
