"""Whom to ask: e-mail addresses however they are written, telephone numbers, and the person they belong to."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from agenda_scraper.model import Contact, Context
from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Pattern, lexicon, phrases, practice
from agenda_scraper.who.phones import find_phones
from agenda_scraper.who.plain import Plain, Span, plain, sentences
from agenda_scraper.who.registration import is_registration, web_addresses

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(
    rf"(?<![\w.+%-])[\w+%-](?:[\w.+%-]{{0,62}}[\w+%-])?(?:@| @ )(?:{_LABEL}\.){{1,5}}[a-z]{{2,24}}(?![\w-])"
)
# "contact [at] ville [point] fr": brackets, or the sign spelled out; eight languages' words for @ and dot
_AT = r"(?: ?[\[({<] ?(?:at|a|@|arobase|arobas|arrobase|arroba|chiocciola|apenstaartje|klammeraffe|et) ?[\])}>] ?| (?:arobase|arroba|chiocciola|\(at\)) )"
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
_PERSON = re.compile(
    r"(?:(?:Mme|M\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sra?\.|Herr|Frau|Dott\.(?:ssa)?|Mevr\.|Dhr\.)\s)?"
    r"([A-ZÀ-Þ](?:[\w'’-]{1,30}|\.)(?:[ ](?:de|du|d[’']|van|von|der|den|del|della|la|le|da|do|dos|i|y|ten)){0,2}"
    r"(?:[ ]|(?<=[’']))[A-ZÀ-Þ][\w'’-]{1,30}(?:[ ][A-ZÀ-Þ][\w'’-]{1,30})?)"
)
REACH = 90  # characters between a name and its address, or between two addresses of one contact


class Address(NamedTuple):
    """An e-mail address or a telephone number and where it stands."""

    start: int
    end: int
    kind: str
    value: str


def find_contacts(text: str, context: Context) -> tuple[Contact, ...]:
    """The contacts of a notice in order, each with what is written beside it: name, e-mail, phone, page of information.

    Addresses that nobody reads (noreply) are left out; phone numbers stay as written.
    """
    words = plain(text)
    found = [contact for line in sentences(words) for contact in _in_sentence(words, line, context)]
    return _with_page(_distinct(found), words, context)


def find_emails(text: Plain, span: Span) -> list[Address]:
    """The e-mail addresses of a stretch, those written "contact [at] ville.example" too."""
    found = [
        Address(m.start(), m.end(), "email", text.shown[m.start() : m.end()]) for m in _EMAIL.finditer(text.flat, *span)
    ]
    disguised = [*_DISGUISED.finditer(text.flat, *span), *_SPELLED.finditer(text.flat, *span)]
    for match in disguised:
        local = text.shown[match.start(1) : match.end(1)]
        domain = re.sub(_DOT, ".", match[2])
        found.append(Address(match.start(), match.end(), "email", f"{local}@{domain}"))
    found = [address._replace(value=address.value.replace(" ", "")) for address in found]
    return [address for address in found if not _NOBODY.search(address.value.lower())]


def _in_sentence(text: Plain, span: Span, context: Context) -> list[Contact]:
    emails = find_emails(text, span)
    taken = [Span(address.start, address.end) for address in emails]
    phones = [
        Address(*number, "phone", squash(text.shown[slice(*number)]))
        for number in find_phones(text, span, context.language)
    ]
    phones = [phone for phone in phones if not any(one.start < phone.end and phone.start < one.end for one in taken)]
    addresses = sorted([*emails, *phones])
    if not addresses:
        return _name_alone(text, span, context)
    contacts: list[Contact] = []
    for index, address in enumerate(addresses):
        before = addresses[index - 1].end if index else span.start
        known = contacts[-1] if contacts else None
        name = _person(text, Span(max(before, address.start - REACH), address.start), context)
        if known and name is None and getattr(known, address.kind) is None and address.start - before < REACH:
            contacts[-1] = _with(known, address)
        else:
            contacts.append(_with(Contact(name=name), address))
    return contacts


def _with(contact: Contact, address: Address) -> Contact:
    return replace(contact, email=address.value) if address.kind == "email" else replace(contact, phone=address.value)


@cache
def _cue(language: str) -> Pattern:
    return re.compile(rf"\b(?:{phrases(*(words.contact for words in practice(language)))})\b ?:?")


def _person(text: Plain, span: Span, context: Context) -> str | None:
    """The person named last before an address; organisations and words at the start of a sentence are none."""
    words = lexicon(context.language)
    cue = None
    for cue in _cue(context.language).finditer(text.flat, *span):
        pass
    begin = cue.end() if cue else span.start
    for match in _PERSON.finditer(text.shown, begin, span.end):
        parts = text.flat[match.start(1) : match.end(1)].split()
        if not any(part in words.heads | words.things | words.stops | words.days | words.abstract for part in parts):
            return squash(match[1])
    return None


def _name_alone(text: Plain, span: Span, context: Context) -> list[Contact]:
    """ "Contact : Léa Morin" without an address is a contact all the same."""
    cue = _cue(context.language).search(text.flat, *span)
    if not cue or not cue[0].endswith(":"):
        return []
    gap = len(text.flat[cue.end() : span.end]) - len(text.flat[cue.end() : span.end].lstrip())
    name = _person(text, Span(cue.end(), min(span.end, cue.end() + REACH)), context)
    begins = name is not None and _PERSON.match(text.shown, cue.end() + gap) is not None
    return [Contact(name=name)] if begins else []


def _distinct(contacts: list[Contact]) -> list[Contact]:
    """Each address once: what a later mention adds is kept with the first."""
    kept: list[Contact] = []
    for contact in contacts:
        index = next((i for i, known in enumerate(kept) if _same(known, contact)), None)
        if index is None:
            kept.append(contact)
        else:
            known = kept[index]
            kept[index] = replace(
                known,
                name=known.name or contact.name,
                email=known.email or contact.email,
                phone=known.phone or contact.phone,
            )
    return kept


def _same(known: Contact, other: Contact) -> bool:
    if known.email and other.email:
        return known.email.lower() == other.email.lower()
    if known.phone and other.phone:
        return re.sub(r"\D", "", known.phone) == re.sub(r"\D", "", other.phone)
    return known.name is not None and known.name == other.name


def _with_page(contacts: list[Contact], text: Plain, context: Context) -> tuple[Contact, ...]:
    """The page for information goes to the first contact, or stands alone."""
    pages = [page.url for page in web_addresses(text, context.language) if page.informs and not is_registration(page)]
    if not pages:
        return tuple(contacts)
    if not contacts:
        return (Contact(url=pages[0]),)
    return (replace(contacts[0], url=pages[0]), *contacts[1:])
