"""The words of a language, one file each: add a file and its name to LANGUAGES, the rules stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("fr", "en", "es", "de", "it", "nl", "pt", "ca")


@dataclass(frozen=True, slots=True)
class Naming:
    """What names of organisations are made of, and what announces them.

    All words are folded (lower case, no accents). Single words stand between blanks; phrases between ` | `, and
    may hold simple regular expressions (`organis\\w+`, `co-?`). `adjective` is one expression.
    """

    articles: str
    contracted: str
    links: str
    towards: str
    bridges: str
    conjunctions: str
    long_conjunctions: str
    companions: str
    stops: str
    indefinite: str
    heads: str
    things: str
    abstract: str
    days: str
    adjective: str
    participles: str
    endings: str
    agents: str
    verbs: str
    pronouns: str
    inverted: bool
    before: str
    organiser: str
    partner: str
    funder: str
    facilitator: str
    speaker: str
    organiser_labels: str
    partner_labels: str
    funder_labels: str
    speaker_labels: str
    past: str
    since: str
    # Who asks one to join: "join Friends of the Common for a walk"; only a name with a capital is meant.
    calls: str = ""
    # "Qui : …", "Comité d'organisation : …": persons and the public stand there too, and only bodies are meant.
    asked_labels: str = ""
    # "Une balade du collectif X": a body's when one is named, of anything else when not.
    made_by: str = ""
    # Where every noun has a capital, a capital alone is no name.
    nouns_capital: bool = False


@dataclass(frozen=True, slots=True)
class Practice:
    """The words around contacts, registration and price; phrases between ` | `, folded."""

    contact: str
    phone: str
    register: str
    limit: str
    closing: str
    info: str
    free: str
    charged: str
    extras: str
    only_for: str
    everyone: str
    not_price: str
    reduced: str
    qualifiers: str
