"""Whom to ask: e-mail addresses however they are written, telephone numbers, and the person they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from agenda_scraper.model import Contact, Context
from agenda_scraper.text import squash
from agenda_scraper.who.emails import Address, find_emails
from agenda_scraper.who.lexicon import Pattern, lexicon, phrases, practice
from agenda_scraper.who.phones import find_phones
from agenda_scraper.who.plain import Plain, Span, plain, sentences, within
from agenda_scraper.who.registration import is_registration, web_addresses

_PERSON = re.compile(
    r"(?:(?:Mme|M\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sra?\.|Herr|Frau|Dott\.(?:ssa)?|Mevr\.|Dhr\.)\s)?"
    r"([A-ZÀ-Þ](?:[\w'’-]{1,30}|\.)(?:[ ](?:de|du|d[’']|van|von|der|den|del|della|la|le|da|do|dos|i|y|ten)){0,2}"
    r"(?:[ ]|(?<=[’']))[A-ZÀ-Þ][\w'’-]{1,30}(?:[ ][A-ZÀ-Þ][\w'’-]{1,30})?)"
)
REACH = 90  # characters between a name and its address, or between two addresses of one contact


def find_contacts(text: str, context: Context) -> tuple[Contact, ...]:
    """The contacts of a notice in order, each with what is written beside it: name, e-mail, phone, page of information.

    Addresses that nobody reads (noreply) are left out; phone numbers stay as written.
    """
    words = plain(text)
    addresses = _addresses(words, context.language)
    found: list[Contact] = []
    for span in sentences(words):
        found += _in_sentence(words, span, within(addresses, span), context)
    return _with_page(_distinct(found), words, context)


def _addresses(text: Plain, language: str) -> list[Address]:
    """Every e-mail address and telephone number of the text in order, none inside another."""
    emails = find_emails(text)
    phones = [Address(*at, "phone", squash(text.shown[at.start : at.end])) for at in find_phones(text, language)]
    taken = {place for email in emails for place in range(email.start, email.end)}
    return sorted([*emails, *(one for one in phones if taken.isdisjoint(range(one.start, one.end)))])


def _in_sentence(text: Plain, span: Span, addresses: Sequence[Address], context: Context) -> list[Contact]:
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
    sets = (words.heads, words.things, words.stops, words.days, words.abstract)
    begin = max((cue.end() for cue in _cue(context.language).finditer(text.flat, *span)), default=span.start)
    for match in _PERSON.finditer(text.shown, begin, span.end):
        parts = text.flat[match.start(1) : match.end(1)].split()
        if not any(part in known for part in parts for known in sets):
            return squash(match[1])
    return None


def _name_alone(text: Plain, span: Span, context: Context) -> list[Contact]:
    """ "Contact : Léa Morin" without an address is a contact all the same."""
    cue = _cue(context.language).search(text.flat, *span) if ":" in text.flat[span.start : span.end] else None
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
