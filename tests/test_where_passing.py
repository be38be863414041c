"""Names said in passing, in notices of our own: the town, or none, by how the name stands in its notice."""

from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.where import find_place

ZONES = {
    "fr": "Europe/Paris", "en": "Europe/London", "de": "Europe/Berlin", "es": "Europe/Madrid", "it": "Europe/Rome",
    "nl": "Europe/Amsterdam", "pt": "Europe/Lisbon", "ca": "Europe/Madrid", "br": "America/Sao_Paulo",
}  # fmt: skip
# A lead of three hundred letters that names no place.
LEAD = (
    "Un temps d'échange est proposé à toutes et à tous sur les équipements de demain, leurs usages, leur coût et leur "
    "entretien. Un premier bilan a été dressé à l'automne avec les services et les associations. Les idées recueillies "
    "seront étudiées une à une, puis soumises au vote. Chacun peut venir sans rien connaître au sujet.\n"
)
ROWS = [
    # a quarter, an acronym or a noun behind a house is no town; another that the notice speaks of is
    ("fr", f"{LEAD}Samedi 13 juin 2026, 10h (lieu : école Marcelle-Pardé – Grésillottes).", None),
    (
        "fr",
        f"Dijon débat\n{LEAD}La Ville de Dijon vous attend le 13 juin (lieu : école Pardé – Grésillottes).",
        "Dijon",
    ),
    ("fr", f"{LEAD}Vendredi 12 juin 2026, 14h, au Centre d'études comparées de l'action locale (Cécal).", None),
    (
        "br",
        f"{LEAD}Dia 23, às 8h, no Centro de Formação dos Professores (Ceforpro), pela Prefeitura de Sobral.",
        "Sobral",
    ),
    ("en", f"{LEAD}• 4 May: Round table: Allotments\n• 18 May: Walk", None),
    ("en", f"{LEAD}How do people get on in Grapesbury since the buses stopped?", None),
    ("pt", f"O que se vota na UAlgarve\n{LEAD}Dia 18, às 9h.", None),
    # … unless it is said in the lead, or again, or closes the line that tells the house, or has a postcode
    ("fr", f"Samedi 13 juin 2026, 10h, école Marcelle-Pardé (Grésillottes).\n{LEAD}", "Grésillottes"),
    ("fr", f"{LEAD}Samedi 13 juin, école Pardé – Grésillottes.\nLes gens de Grésillottes votent.", "Grésillottes"),
    ("fr", f"{LEAD}Vendredi 12 juin 2026 à 20h, salle du Pressoir, Grésillottes.", "Grésillottes"),
    ("fr", f"{LEAD}Vendredi 12 juin 2026 à 20h, salle du Pressoir, 21999 Grésillottes (accès libre)", "Grésillottes"),
    ("fr", f"{LEAD}Vendredi 12 juin 2026 à 20h, salle du Pressoir (Saint-Aubry-sur-Tille)", "Saint-Aubry-sur-Tille"),
    # towns in a row are places it speaks of
    ("fr", "Les maires de Joigny, Tonnerre, Avallon et Chablis consultent leur population le 7 juin 2026.", None),
    (
        "fr",
        "Après Mâcon, Beaune et Autun, la ville de Dole tient son forum le samedi 6 juin 2026.",
        "Dole",
    ),
    ("fr", "Rencontre à Joigny, salle Debussy, mardi 9 juin 2026 à 20h, avec la ville de Joigny.", "Joigny"),
    # a town of another country wants more than its name
    ("it", f"{LEAD}Incontro lunedì 20 luglio 2026 alle 18.30. A Oslo il prato copre le vasche.", None),
    (
        "ca",
        "Pensa, tria i vota el que cal al poble.\nDissabte 14 de febrer, a les 12h, a la sala gran.",
        None,
    ),
    ("fr", f"{LEAD}La rencontre aura lieu à Louvain, le 9 juin 2026.", "Louvain"),
    # where a speaker comes from
    ("de", f"{LEAD}Mit Lena Busch (Klima für Stuttgart) und Dr. Ute Harms (Losverein, Bielefeld)", None),
    ("de", "Wijkwerk Nord (Bielefeld) lädt ein: Rundgang am Samstag, 16. Mai 2026, 14 Uhr.", "Bielefeld"),
    (
        "pt",
        f"Jornadas na Escola de Economia, em Braga, dias 18 e 19.\n{LEAD}Fala Rui Teles (Universidade de Évora).",
        "Braga",
    ),
    # a postcode tells where the name of its town begins
    ("fr", "Jeudi 12 février 2026 à 20h, Centre culturel Nord Villeurbanne 69100", "Villeurbanne"),
    # the town an address ends with before its sentence goes on
    ("nl", "Op 13 maart gaan we in Theaterzaal De Kring, Marktlaan 2, Zeist in gesprek met de raad.", "Zeist"),
    ("fr", "Mardi 9 juin 2026 à 20h, salle Debussy, 12 rue Bleue, Entrée par la cour.", None),
    # "da" is "by" in Italian, "of" in Portuguese
    ("it", "Incontro pubblico condotto da Ada Brunelli\nLunedì 20 luglio 2026 alle 18.30 al Caffè Grande", None),
]


@pytest.mark.parametrize(("language", "text", "town"), ROWS)
def test_a_name_in_passing_is_no_town(language, text, town):
    place = find_place(text, Context("pt" if language == "br" else language, date(2026, 2, 1), ZONES[language]))
    assert (place.city if place else None) == town
