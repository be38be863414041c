"""Whole notices: which of the dates of a text is the event's."""

from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.when import read_when
from pace import paced
from when_tables import line

ZONES = {"fr": "Europe/Paris", "en": "Europe/London", "de": "Europe/Berlin", "es": "Europe/Madrid", "it": "Europe/Rome"}

NOTICES = [
    (
        "fr",
        "Budget participatif : la suite\nPublié le 2 février 2026\n\nLors de la réunion du 12 janvier 2026, 80 personnes "
        "ont proposé des idées. Rendez-vous le jeudi 19 mars 2026 à 18h30, salle Jean-Moulin, 14 rue du 8 mai 1945. "
        "Inscription avant le 15 mars au 03 20 11 22 33. Entrée libre.",
        "2026-03-19T18:30",
    ),
    (
        "fr",
        "Concertation sur le parc des Rives : du 2 mars au 10 avril 2026, exposez vos idées. Atelier le samedi 14 mars de "
        "10h à 12h, balade le samedi 28 mars à 15h. Décision par arrêté du 3 janvier 2026.",
        "2026-03-02/2026-04-10",
    ),
    (
        "fr",
        "Réunion d’information le 5 mars 2026 à 19h à Lens. Seconde réunion le 12 mars 2026 à 19h à Arras. "
        "Tarif : 12 €, gratuit pour les moins de 18 ans.",
        "2026-03-05T19:00 2026-03-12T19:00",
    ),
    (
        "fr",
        "Journée d’étude\nDate : mardi 24 mars 2026\nHoraires : 9h30 - 16h30 (accueil dès 9h)\nLieu : Rouen, bât. 12, salle 4\n"
        "Mis à jour le 09/02/2026 - 11:20",
        "2026-03-24T09:30/2026-03-24T16:30",
    ),
    (
        "fr",
        "Le forum prévu le 6 mars 2026 est annulé. Les billets seront remboursés avant le 1er avril.",
        "cancelled: 2026-03-06",
    ),
    (
        "fr",
        "Programme du 24 mars 2026\n9h : accueil\n9h30 – 10h30 : ouverture\n10h30 – 12h : table ronde\n12h – 12h30 : bilan",
        "2026-03-24T09:30/2026-03-24T12:30",
    ),
    (
        "en",
        "Citizens’ panel\nPosted on 3 February 2026. The first panel, held in 2024, met 12 times. Join us on Thursday 19 March "
        "2026, 6.30pm–8.30pm (doors 6pm) at 21 June Street. Register by 12 March. Tickets £12.50.",
        "2026-03-19T18:30/2026-03-19T20:30",
    ),
    (
        "de",
        "Bürgerforum Stadtpark\nVeröffentlicht am 2. Februar 2026\nAm Donnerstag, 19. März 2026, um 18.30 Uhr (Einlass 18 Uhr) im "
        "Rathaus, Raum 12. Anmeldung bis zum 12. März 2026. Das Gesetz vom 3. Mai 2019 gilt.",
        "2026-03-19T18:30",
    ),
    (
        "es",
        "Asamblea vecinal: jueves 19 de marzo de 2026, de 18:30 a 20:30 h, plaza 2 de Mayo. Publicado el 2 de febrero de 2026. "
        "Inscripciones hasta el 12 de marzo.",
        "2026-03-19T18:30/2026-03-19T20:30",
    ),
    (
        "it",
        "Laboratorio di quartiere: giovedì 19 marzo 2026, ore 18.30, via 25 aprile 12. Iscrizioni entro il 12 marzo. "
        "Pubblicato il 2 febbraio 2026.",
        "2026-03-19T18:30",
    ),
]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice[1][:40])
def test_the_event_of_a_notice(notice):
    language, text, expected = notice
    assert line(read_when(text, Context(language, date(2026, 2, 10), ZONES[language]))) == expected


def test_a_notice_is_read_in_milliseconds():
    text = NOTICES[0][1] + " Une phrase de plus, sans aucune date, pour le volume." * 30
    context = Context("fr", date(2026, 2, 10), "Europe/Paris")
    read_when(text, context)
    assert paced(lambda: [read_when(text, context) for _ in range(20)])[1] / 20 < 0.010
