"""What reading a whole notice of about 2 kB costs, part by part, beside finding its dates alone with dateparser.

usage: python bench/read.py        prints milliseconds a notice, of texts never read before
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from statistics import median

from dateparser.search import search_dates

from agenda_scraper.about import classify
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Context
from agenda_scraper.trial import read_notice
from agenda_scraper.when import read_when
from agenda_scraper.where import find_place, read_mode
from agenda_scraper.who import find_contacts, find_deadline_text, find_organisers, find_registration, read_price

NOTICES = Path(__file__).parents[1] / "tests" / "notices.jsonl"
NOTICE = """Atelier participatif : quel avenir pour la place du Marché ?
La commune de Saint-Aubin invite les habitantes et
habitants à un atelier le jeudi 19 mars 2026, de 18h30 à 20h30, à la salle des fêtes, 12 rue de l'Église.
Organisé par la Ville de Saint-Aubin en partenariat avec l'association Parlons Ville.
La place accueille le marché du samedi, la fête de la musique et, depuis deux ans, une terrasse d'été. Les
commerçants demandent des livraisons plus faciles, les parents d'élèves un trottoir plus large, et les riverains
moins de bruit le soir. Un premier diagnostic, mené à l'automne avec les services techniques, a recensé les
usages, les arbres à garder et les réseaux à déplacer. Rien n'est décidé : trois esquisses seront posées sur les
tables, et chacun pourra en dessiner une quatrième.
Le déroulé de la soirée : un accueil autour d'un café, une présentation courte du diagnostic, puis des tables de
huit personnes animées par des habitants formés. Chaque table choisit deux sujets, discute des conséquences de
chaque esquisse et écrit ce qu'elle veut que le conseil entende. La synthèse sera publiée sur le site de la
commune et présentée aux élus, qui diront ce qu'ils retiennent, ce qu'ils écartent, et pourquoi.
L'atelier est ouvert à toutes et à tous, sans connaissance préalable. Une garde d'enfants est proposée sur
place, et la salle est accessible aux personnes à mobilité réduite. Les personnes qui ne peuvent pas venir
peuvent écrire leurs idées dans le cahier déposé à l'accueil de la mairie.
Entrée libre, inscription conseillée avant le 12 mars : ateliers@saint-aubin.example ou 03 20 00 00 00.
"""
SIZE = 2000  # bytes of a notice
ROUNDS = 7

Read = Callable[[str, Context], object]


def prose(text: str, context: Context) -> object:
    return read_prose(text, language=context.language)


def where(text: str, context: Context) -> object:
    return read_mode(text, context, place=find_place(text, context))


def who(text: str, context: Context) -> object:
    readers: tuple[Read, ...] = (find_organisers, find_contacts, find_registration, find_deadline_text, read_price)
    return [read(text, context) for read in readers]


def about(text: str, context: Context) -> object:
    return classify(text[:80], text, context)


def dateparser(text: str, context: Context) -> object:
    base = datetime(2026, 2, 10)  # noqa: DTZ001  # dateparser wants it naive
    return search_dates(text, languages=[context.language], settings={"RELATIVE_BASE": base})


PARTS: dict[str, Read] = {"prose": prose, "when": read_when, "where": where, "who": who, "about": about}


def long_notices() -> dict[str, list[str]]:
    """By language, texts of about SIZE bytes: our labelled notices, each with what was written after it."""
    short: dict[str, list[str]] = defaultdict(list)
    for line in NOTICES.read_text("utf-8").splitlines():
        row = json.loads(line)
        short[row["lang"]].append(row["text"])
    long: dict[str, list[str]] = defaultdict(list)
    for language, texts in short.items():
        whole = ""
        for text in texts:
            whole = f"{whole}\n\n{text}".strip()
            if len(whole.encode()) >= SIZE:
                long[language].append(whole)
                whole = ""
    return long


def never_read(texts: list[str]) -> Iterator[str]:
    """The texts again and again, each time a little different: nothing of them is remembered."""
    for number in range(ROUNDS):
        yield from (f"{text}\n{number}." for text in texts)


def milliseconds(read: Read, texts: list[str], context: Context) -> float:
    """The median over the texts of the best CPU time of a call: the machine may have others to serve."""
    taken: list[list[float]] = [[] for _ in texts]
    for number, text in enumerate(never_read(texts)):
        began = time.process_time_ns()
        read(text, context)
        taken[number % len(texts)].append((time.process_time_ns() - began) / 1e6)
    return median(min(times) for times in taken)


def show(name: str, texts: list[str], context: Context) -> None:
    size = median(len(text.encode()) for text in texts) / 1000
    cost = {part: milliseconds(read, texts, context) for part, read in PARTS.items()}
    whole = milliseconds(read_notice, texts, context)
    theirs = milliseconds(dateparser, texts[:4], context)
    parts = " ".join(f"{part} {ms:.2f}" for part, ms in cost.items())
    print(f"{name:8} {size:.1f} kB  read {whole:.2f} ms = {parts}; search_dates {theirs:.1f} ms")


def main() -> None:
    show("one (fr)", [NOTICE.replace("Saint-Aubin", f"Saint-Aubin-{word}") for word in "abcdefgh"], context_of("fr"))
    for language, texts in long_notices().items():
        show(language, texts, context_of(language))


def context_of(language: str) -> Context:
    zones = {"fr": "Paris", "en": "London", "de": "Berlin", "it": "Rome", "nl": "Amsterdam", "pt": "Lisbon"}
    return Context(language, date(2026, 2, 10), f"Europe/{zones.get(language, 'Madrid')}")


if __name__ == "__main__":
    sys.exit(main())
