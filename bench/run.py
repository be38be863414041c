"""What things cost here, side by side with what one would use instead: ratios of one run, never a test.

python bench/run.py [help] [read] [dates] [relevance]
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
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


def seconds(*command: str, times: int = 7) -> float:
    """The median wall time of a command."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return median(taken)


def answering_help() -> None:
    ours = seconds("-m", "agenda_scraper", "--help")
    theirs = seconds("-c", "import requests, bs4, dateparser, feedgen.feed, sqlalchemy")
    print(
        f"--help: {1000 * ours:.0f} ms; the five libraries' imports alone: {1000 * theirs:.0f} ms ({theirs / ours:.1f})"
    )


def reading_a_notice() -> None:
    from agenda_scraper.model import Context
    from agenda_scraper.trial import read_notice

    context = Context("fr", date(2026, 2, 20), "Europe/Paris", "FR")
    read_notice(NOTICE, context)
    taken = []
    for _ in range(50):
        began = time.perf_counter()
        read_notice(NOTICE, context)
        taken.append(time.perf_counter() - began)
    print(f"read: {1000 * median(taken):.2f} ms for a notice of {len(NOTICE.encode()) / 1000:.1f} kB")


def other(name: str) -> Callable[[], None]:
    """A measurement with a file of its own."""
    command = [sys.executable, str(HERE / f"{name}.py")]
    return lambda: print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


PARTS = {"help": answering_help, "read": reading_a_notice, "dates": other("dates"), "relevance": other("relevance")}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
