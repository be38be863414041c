"""The words of one language, compiled once and kept; a language without a file is read with the words of them all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from agenda_scraper.text import factored
from agenda_scraper.who.languages import LANGUAGES, Naming, Practice

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the grammar of names asks: sets of single words, and the shape of an adjective that follows its noun."""

    language: str
    nouns_capital: bool
    articles: frozenset[str]
    contracted: frozenset[str]
    links: frozenset[str]
    towards: frozenset[str]
    conjunctions: frozenset[str]
    companions: frozenset[str]
    stops: frozenset[str]
    indefinite: frozenset[str]
    heads: frozenset[str]
    things: frozenset[str]
    abstract: frozenset[str]
    days: frozenset[str]
    agents: frozenset[str]
    pronouns: frozenset[str]
    inverted: bool
    bridges: frozenset[str]
    adjective: Pattern
    adjectives_follow: bool
    long_conjunctions: Pattern


def phrases(*lists: str) -> str:
    """One expression for all phrases of `a | b` lists, the longest first so that the fullest wins."""
    every = {phrase.strip() for listed in lists for phrase in listed.split(" | ")} - {""}
    longest_first = sorted(every, key=lambda phrase: (-len(phrase), phrase))
    return factored("|".join(re.sub(r" +", r"[ \\n]", phrase) for phrase in longest_first))


@cache
def naming(language: str) -> tuple[Naming, ...]:
    """The words around names in a language; an unknown one gets those of all."""
    return tuple(import_module(f"agenda_scraper.who.languages.{name}").NAMING for name in spoken(language))


@cache
def practice(language: str) -> tuple[Practice, ...]:
    """The words around contacts and prices. Web pages mix in English ("Tickets", "free"), so it is always read too."""
    return tuple(import_module(f"agenda_scraper.who.languages.{name}").PRACTICE for name in spoken(language))


def spoken(language: str) -> tuple[str, ...]:
    """The languages whose words are used for a text: "fr-FR" is French, anything unknown is all eight."""
    short = language.strip().lower().replace("_", "-").split("-")[0]
    return (short,) if short in LANGUAGES else LANGUAGES


@cache
def participle(language: str) -> Pattern:
    """The participles that make a passive ("organisé", "veranstaltet") in any form."""
    forms = (rf"(?:{phrases(words.participles)}){words.endings}" for words in naming(language))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


@cache
def lexicon(language: str) -> Lexicon:
    """The words that names are made of."""
    every = naming(language)
    return Lexicon(
        language=spoken(language)[0],
        nouns_capital=all(words.nouns_capital for words in every),
        articles=word_set(words.articles for words in every),
        contracted=word_set(words.contracted for words in every),
        links=word_set(words.links for words in every),
        towards=word_set(words.towards for words in every),
        conjunctions=word_set(words.conjunctions for words in every),
        companions=word_set(words.companions for words in every),
        stops=word_set(words.stops for words in every),
        indefinite=word_set(words.indefinite for words in every),
        heads=word_set(words.heads for words in every),
        things=word_set(words.things for words in every),
        abstract=word_set(words.abstract for words in every),
        days=word_set(words.days for words in every),
        agents=word_set(words.agents.replace("|", " ") for words in every),
        pronouns=word_set(words.pronouns for words in every),
        inverted=any(words.inverted for words in every),
        bridges=word_set(words.bridges for words in every),
        adjectives_follow=all(words.adjective != "(?!)" for words in every),
        adjective=re.compile("|".join(words.adjective for words in every)),
        long_conjunctions=re.compile(rf"\b(?:{phrases(*(words.long_conjunctions for words in every))})\b"),
    )


def word_set(lists: Iterable[str]) -> frozenset[str]:
    """The words of lists that are written with blanks between them."""
    return frozenset(word for listed in lists for word in listed.split())
