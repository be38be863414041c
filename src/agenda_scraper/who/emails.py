"""E-mail addresses, plain or disguised from robots: "contact [at] ville [point] fr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agenda_scraper.who.plain import Plain

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(
    rf"(?<![\w.+%-])[\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?(?:@| @ )(?:{_LABEL}\.){{1,5}}[a-z]{{2,24}}(?![\w-])"
)
# "contact [at] ville [point] fr": brackets, or the sign spelled out; eight languages' words for @ and dot
_SIGN = (
    r"[\[({<] ?(?:at|a|@|arobase|arobas|arrobase|arroba|chiocciola|apenstaartje|klammeraffe|et) ?[\])}>]"
    r"| arobase | arroba | chiocciola "
)
_AT = rf"(?: ?(?:{_SIGN}) ?| (?:arobase|arroba|chiocciola|\(at\)) )"
_DOT = r"(?: ?[\[({<] ?(?:dot|point|punkt|punto|punt|ponto|\.) ?[\])}>] ?| (?:dot|point|punkt|punto|ponto|punt) |\.)"
_DISGUISED = re.compile(
    rf"(?<![\w.+%-])([\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?){_AT}((?:{_LABEL}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w-])"
)
_SPELLED = re.compile(
    rf"(?<![\w.+%-])([\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?) at ((?:{_LABEL} dot ){{1,3}}[a-z]{{2,24}})(?![\w-])"
)
# RFC 5321 4.5.3.1: the longest local part and domain, with room for blanks.
_LOCAL, _DOMAIN = 70, 260
_NOBODY = re.compile(
    r"no-?reply|ne-?pas-?repondre|unsubscribe|desabonn|donotreply|postmaster|mailer-daemon|rgpd@|dpo@|privacy@"
)
_AT_SIGN, _DISGUISE, _AT_WORD = re.compile("@"), re.compile(_SIGN), re.compile(" at ")


class Address(NamedTuple):
    """An e-mail address or a telephone number and where it stands."""

    start: int
    end: int
    kind: str
    value: str


def find_emails(text: Plain) -> list[Address]:
    """The e-mail addresses of a text, but those nobody reads (noreply)."""
    found = [
        Address(*match.span(), "email", text.shown[match.start() : match.end()].replace(" ", ""))
        for match in _near(_AT_SIGN, _EMAIL, text.flat)
    ]
    disguised = [*_near(_DISGUISE, _DISGUISED, text.flat)]
    if " dot " in text.flat:
        disguised += _near(_AT_WORD, _SPELLED, text.flat)
    found += [Address(*match.span(), "email", _undisguised(text, match)) for match in disguised]
    return [address for address in found if not _NOBODY.search(address.value.lower())]


def _near(sign: re.Pattern[str], shape: re.Pattern[str], flat: str) -> Iterator[re.Match[str]]:
    """What has the shape of an address, looked for only around each sign: few notices hold more than one."""
    end = 0
    for mark in sign.finditer(flat):
        if mark.start() >= end and (found := shape.search(flat, max(end, mark.start() - _LOCAL), mark.end() + _DOMAIN)):
            yield found
            end = found.end()


def _undisguised(text: Plain, match: re.Match[str]) -> str:
    return f"{text.shown[match.start(1) : match.end(1)]}@{re.sub(_DOT, '.', match[2])}"
