"""Online, offline, mixed or silent: said of the event, not of its registration or its documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Context, Mode
from agenda_scraper.where import read_mode


def context(language="fr"):
    zones = {
        "fr": "Paris",
        "en": "London",
        "de": "Berlin",
        "es": "Madrid",
        "it": "Rome",
        "nl": "Amsterdam",
        "pt": "Lisbon",
        "ca": "Madrid",
    }
    return Context(language, date(2026, 3, 1), f"Europe/{zones[language]}")


MODES = [
    ("fr", "Webinaire jeudi 12 mars à 12h30. Inscription obligatoire.", Mode.ONLINE),
    ("fr", "Réunion en visioconférence le 4 mai à 18h", Mode.ONLINE),
    ("fr", "Mardi 5 mai, 18h, en ligne.", Mode.ONLINE),
    ("fr", "Rencontre en ligne le 4 juin", Mode.ONLINE),
    ("fr", "En ligne", Mode.ONLINE),
    ("fr", "Atelier sur Zoom, mardi 3 mars à 19h", Mode.ONLINE),
    ("fr", "Formation à distance, 3 et 4 juin", Mode.ONLINE),
    ("fr", "Colloque hybride le 3 juin", Mode.MIXED),
    ("fr", "En présentiel et à distance, le 12 mai à 14h", Mode.MIXED),
    ("fr", "Mardi 5 mai, 18h, salle Vauban, 3 rue du Lac, Lille, et en ligne (lien sur demande).", Mode.MIXED),
    ("fr", "Réunion publique à la mairie le 4 mai à 18h, retransmise en direct.", Mode.MIXED),
    ("fr", "Réunion publique à la mairie le 4 mai à 18h. Inscription en ligne.", Mode.OFFLINE),
    ("fr", "Débat à Lille le 4 mai. Le dossier est disponible en ligne.", Mode.OFFLINE),
    ("fr", "Consultation en ligne du 3 au 30 mars sur le plan climat.", None),
    ("fr", "Répondez au questionnaire en ligne avant le 3 mai.", None),
    ("fr", "Les inscriptions sont ouvertes en ligne.", None),
    ("fr", "Le replay du webinaire est disponible.", None),
    ("fr", "Zoom sur le budget participatif : mode d’emploi", None),
    ("fr", "Il n’y aura pas de visioconférence.", None),
    ("fr", "Lille", Mode.OFFLINE),
    ("fr", "Compte rendu du conseil : soixante personnes ont débattu.", None),
    ("en", "Webinar: open budgets. Tue 5 May, 1pm BST.", Mode.ONLINE),
    ("en", "Tuesday 5 May, 1pm, online (Teams).", Mode.ONLINE),
    ("en", "The meeting will be held online on 4 May.", Mode.ONLINE),
    ("en", "In person and online, 4 May, 6pm.", Mode.MIXED),
    ("en", "Town Hall, High Street, Leeds and via Zoom, 4 May at 6pm.", Mode.MIXED),
    ("en", "Drop-in at the library, 4 May. Register online.", Mode.OFFLINE),
    ("en", "Book your tickets online.", None),
    ("en", "Documents are available online.", None),
    ("de", "Online-Workshop am 4. Mai 2026, 18 Uhr", Mode.ONLINE),
    ("de", "Die Veranstaltung findet online statt.", Mode.ONLINE),
    ("de", "4. Mai 2026, 18 Uhr, per Videokonferenz", Mode.ONLINE),
    ("de", "4. Mai 2026, 18 Uhr, im Rathaus. Anmeldung online.", Mode.OFFLINE),
    ("de", "Hybride Sitzung am 4. Mai", Mode.MIXED),
    ("es", "Sesión por videoconferencia el 4 de mayo", Mode.ONLINE),
    ("es", "Formato híbrido, 4 de mayo", Mode.MIXED),
    ("es", "4 de mayo, 18:00 h, en línea", Mode.ONLINE),
    ("es", "Inscripción en línea hasta el 3 de mayo", None),
    ("it", "Incontro in videoconferenza il 4 maggio", Mode.ONLINE),
    ("it", "Iscrizioni online entro il 3 maggio", None),
    ("nl", "Online bijeenkomst op 4 mei om 20.00 uur", Mode.ONLINE),
    ("nl", "Aanmelden kan online", None),
    ("pt", "Sessão por videoconferência a 4 de maio", Mode.ONLINE),
    ("pt", "Inscrições online até 3 de maio", None),
    ("ca", "Sessió en línia el 4 de maig", Mode.ONLINE),
    ("ca", "Inscripcions en línia fins al 3 de maig", None),
    ("fr", "Votez pour vos projets sur https://jeparticipe.arcueil.example", Mode.ONLINE),
    ("de", "Alle können unter https://haushalt.example über 32 Vorschläge entscheiden", Mode.ONLINE),
    ("fr", "Inscription sur https://jeparticipe.arcueil.example", None),
    ("fr", "Du 4 au 29 mai, déposez vos idées. Rendez-vous sur budget.ormes.example", Mode.ONLINE),
    ("es", "Del 4 al 29 de mayo puedes elegir los proyectos en participa.ribal.example", Mode.ONLINE),
    ("fr", "Déposez vos idées le 4 mai. Programme et inscription sur ormes.example", None),
    ("en", "The panel evening has moved online", Mode.ONLINE),
    ("fr", "Vote du 4 au 29 mai, en ligne ou dans les urnes", Mode.ONLINE),
    ("fr", "Webinaire express (45 minutes chrono), mardi 12 mai à 13 h", Mode.ONLINE),
    ("pt", "Audiência a 4 de maio no auditório da Escola Régio, com transmissão ao vivo", Mode.MIXED),
]


@pytest.mark.parametrize(("language", "text", "mode"), MODES, ids=[row[1][:40] for row in MODES])
def test_how_one_takes_part(language, text, mode):
    assert read_mode(text, context(language)) == mode


@given(st.text(max_size=300))
def test_any_text_has_a_mode_or_none(text):
    assert read_mode(text, context()) in (None, *Mode)
