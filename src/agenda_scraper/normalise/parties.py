"""Who is behind a notice, whom to ask, how to register and what it costs."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.model import Contact, Facts, Organiser, Role
from agenda_scraper.normalise.reading import Reading
from agenda_scraper.normalise.titles import plain
from agenda_scraper.when import read_moment, read_when
from agenda_scraper.who import (
    find_contacts,
    find_deadline_text,
    find_organisers,
    find_registration,
    read_organisers,
    read_price,
    unite,
)

_ROLES = {
    "organisers": Role.ORGANISER,
    "partners": Role.PARTNER,
    "funders": Role.FUNDER,
    "speakers": Role.SPEAKER,
}
# One value of structured data is one name, whatever it holds: "Femmes & Ville" is not two. In the JSON of an API
# (`$.events[3].…`) that is what a list, or an object with a name, holds; a key of the event itself may be a sentence.
_STRUCTURED = re.compile(
    r"JSON-LD|VEVENT|microdata|RDFa|\$.*\](?:\.[^.\[\]]+)+(?:\[|\.(?:display_?name|name|title|label|organizer)$)", re.I
)
_YES = frozenset({"true", "yes", "1", "oui", "free", "gratuit", "gratuite", "gratis", "kostenlos", "gratuito"})
_NO = frozenset({"false", "no", "0", "non"})
_NOTHING = re.compile(r"0+(?:[.,]0+)?|free", re.I)  # a price without its currency


def with_parties(facts: Facts, reading: Reading) -> Facts:
    """Organisers and contacts: labelled fields first; the prose adds the roles no field names."""
    named = _labelled(reading)
    told = {organiser.role for organiser in named}
    prose = find_organisers(reading.prose, reading.context)
    found = [organiser for organiser in prose if organiser.role not in told]
    organisers = unite([*named, *found])
    if organisers:
        first = next((f for name in _ROLES if (f := reading.notice.first(name))), None)
        reading.note("organisers", first, "labelled field" if named else "prose")
    return replace(facts, organisers=organisers, contacts=_contacts(reading))


def _labelled(reading: Reading) -> list[Organiser]:
    organisers: list[Organiser] = []
    for name, role in _ROLES.items():
        for found in reading.notice.fields.get(name, ()):
            if _STRUCTURED.match(found.where):
                organisers.append(Organiser(plain(found.text), role))
            else:
                organisers += read_organisers(plain(found.text), reading.context, role)
    return organisers


def _contacts(reading: Reading) -> tuple[Contact, ...]:
    """The labelled contact, else what the text gives."""
    notice = reading.notice
    labelled = " ".join(plain(notice.text(name, " ")) for name in ("contact", "email", "phone")).strip()
    contacts = find_contacts(labelled, reading.context) if labelled else ()
    if not contacts and notice.first("contact"):
        contacts = (Contact(name=plain(notice.text("contact", " "))),)
    if contacts:
        reading.note("contacts", notice.first("contact") or notice.first("email"), "labelled field")
        return contacts
    contacts = find_contacts(reading.prose, reading.context)
    if contacts:
        reading.note("contacts", None, "prose")
    return contacts


def with_access(facts: Facts, reading: Reading) -> Facts:
    """Registration, its deadline, and the price."""
    notice, context = reading.notice, reading.context
    registration = notice.text("registration") or find_registration(reading.prose, context)
    price, free = _price(reading)
    deadline = facts.when.deadline
    words = notice.text("deadline") or (find_deadline_text(reading.prose, context) if deadline is None else None)
    if words:
        deadline = read_moment(words, context) or read_when(words, context).deadline or deadline
    return replace(facts, registration_url=registration or None, price=price, free=free, deadline=deadline)


def _price(reading: Reading) -> tuple[str | None, bool | None]:
    """What it costs, and whether that is nothing: by the fields, else by the prose."""
    notice, context = reading.notice, reading.context
    told, said = (plain(notice.text(name, " ")) for name in ("price", "free"))
    price, free = read_price(told, context) if told else (None, None)
    if _NOTHING.fullmatch(told):
        free = True
    elif price is None:
        price, free = read_price(reading.prose, context)
    word = said.casefold()
    if word in _YES or word in _NO:
        return price, word in _YES
    if word:  # a cost type ("external"), or a person's words ("entrée libre")
        free = read_price(said, context)[1] if free is None else free
    return price, free
