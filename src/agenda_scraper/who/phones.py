"""Telephone numbers as people write them, told from dates, prices and register numbers (SIRET, IBAN)."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.who.lexicon import Pattern, phrases, practice
from agenda_scraper.who.plain import Plain, Span

_BLANK = r"[^\S\n]"
_NUMBER = re.compile(
    r"(?<![\w+./,-])(?:"
    # ITU-T E.123
    rf"(?:\+|00{_BLANK}?)[1-9]\d{{0,2}}(?:{_BLANK}?\(0\))?(?:{_BLANK}?[.\-/]?{_BLANK}?\(?\d{{1,9}}\)?){{2,7}}"
    rf"|0[1-9](?P<sign>[^\S\n.\-/]|[.\-/]|)\d\d(?:(?P=sign)\d\d){{3}}"  # France, Belgium: pairs
    rf"|0{_BLANK}?8\d\d(?:{_BLANK}?\d{{3}}){{2}}|0{_BLANK}?8\d\d(?:{_BLANK}?\d\d){{3}}"  # freephone
    rf"|\(?0[1-9]\d{{0,3}}\)?(?:{_BLANK}?[/-]{_BLANK}?|{_BLANK})\d{{2,8}}(?:[ -]\d{{1,5}}){{0,4}}"  # trunk zero
    rf"|\(?[2-9]\d\d\)?[ .-][2-9]\d\d[.-]\d{{4}}"  # North America
    r")(?![\w/,]*\d)"
)
_IBERIAN = re.compile(
    r"(?<![\w+./,-])(?:[236-9]\d\d[ .]\d{3}[ .]\d{3}|[89]\d{1,2}[ .]\d{3}[ .]\d\d[ .]\d\d"
    r"|[6-9]\d\d[ .]\d\d[ .]\d\d[ .]\d\d)(?!\d)"
)
_RUN = re.compile(r"[\d+(][\d().+\-/ \t]{1,60}\d")  # found fast; the shapes are looked for inside
_DATE = re.compile(r"\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d|(?:19|20)\d\d(?:[ ./-]\d{1,2}[ ./-]\d{1,2}|$)")
_REGISTER = re.compile(
    r"(?<!\w)(?:siret|siren|iban|rcs|rna|naf|ape|isbn|issn|n[°ºo]|ref|dossier|kvk|hrb|nif|cif|nipc|p\.? ?iva|btw|tva|"
    r"vat|id|code)\W*(?:n[°ºo])?\W*$"
)
_AFTER = re.compile(r" ?(?:€|eur|£|\$|chf|km\b|m2|m²|kg|h\b|h\d|uhr|%|habitants|personnes|inhabitants)")
_WEAK = frozenset({"au", "ou au", "on", "at", "al", "op", "bei", "unter", "via", "t", "p"})
FEWEST, MOST = 8, 15  # digits; E.164 allows 15
NEAR = 24  # characters in which the label of a number stands
SHORTEST = 3  # digits of a number that a label announces: 3975, 112


@cache
def _label(language: str) -> Pattern:
    labels = phrases(*(words.phone for words in practice(language)))
    return re.compile(rf"(?<!\w)(?P<label>{labels})\.? ?[.:]? ?$")


def find_phones(text: Plain, language: str) -> list[Span]:
    """Where the telephone numbers of a text stand, in order; a label ("tél.") makes a number of one too short."""
    shapes = (_NUMBER, _IBERIAN) if language[:2] in ("es", "ca", "pt") else (_NUMBER,)
    kept: list[Span] = []
    for run in _RUN.finditer(text.flat):
        here: list[Span] = []
        for shape in shapes:
            found = (Span(*match.span()) for match in shape.finditer(text.flat, *run.span()))
            here += [number for number in found if _plausible(text.flat, number, FEWEST) and _apart(number, here)]
        if labelled := _labelled(text.flat, Span(*run.span()), language):
            here += [labelled] if _apart(labelled, here) else []
        kept += here
    return kept


def _labelled(flat: str, number: Span, language: str) -> Span | None:
    label = _label(language).search(flat, max(0, number.start - NEAR), number.start)
    least = FEWEST if label and label["label"] in _WEAK else SHORTEST
    return number if label and _plausible(flat, number, least) else None


def _apart(number: Span, others: list[Span]) -> bool:
    return not any(one.start < number.end and number.start < one.end for one in others)


def _plausible(flat: str, number: Span, least: int) -> bool:
    written = flat[number.start : number.end]
    if flat[number.end : number.end + 1].isalnum() or flat[number.start - 1 : number.start].isalnum():
        return False
    if not least <= sum(letter.isdigit() for letter in written) <= MOST or _DATE.match(written):
        return False
    return not _REGISTER.search(flat, max(0, number.start - 16), number.start) and not _AFTER.match(flat, number.end)
