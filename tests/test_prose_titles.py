"""The title of a notice: what a reader would call the event, not the announcer above nor the date beside it."""

import pytest

from agenda_scraper.extract.prose import read_prose

TITLES = [
    # a heading is a title as it stands; capitals are another room's business
    ("Conseil de quartier Sud\nMardi 12 mai à 19h", "Conseil de quartier Sud"),
    ("RENCONTRES RÉGIONALES DE LA PARTICIPATION\nÀ Metz.", "RENCONTRES RÉGIONALES DE LA PARTICIPATION"),
    ("Quel avenir pour le port ?\nRéunion mardi 3 mars.", "Quel avenir pour le port ?"),
    # what stands above a title
    ("Agenda\n3 mars 2026\nForum citoyen\nVenez !", "Forum citoyen"),
    ("SAVE THE DATE : Assises de la participation, Dunkerque, 12 mars 2026", "Assises de la participation"),
    ("Communiqué de presse – La concertation commence\nTexte.", "La concertation commence"),
    ("Accueil > Agenda > Mars\nForum citoyen\nVenez !", "Forum citoyen"),
    ("Concertation\nRéaménagement de la gare\nTexte.", "Réaménagement de la gare"),
    ("Concertation : réaménagement de la gare\nTexte.", "Concertation : réaménagement de la gare"),
    ("Pressemitteilung\nBürgerwerkstatt Hafen\n5. Mai 2026", "Bürgerwerkstatt Hafen"),
    ("Bonjour,\nForum ouvert sur l’eau\nMardi.", "Forum ouvert sur l’eau"),
    # a label says it
    ("Date : 3 mars 2026\nTitre : Forum de l’eau\nLieu : Lille", "Forum de l’eau"),
    ("Date : 3 mars 2026\nLieu : Lille\nForum de l’eau", "Forum de l’eau"),
    # the status word stays: another room reads it
    ("[REPORTÉ] Balade urbaine\nNouvelle date à venir", "[REPORTÉ] Balade urbaine"),
    ("[ANNULÉ]\nForum citoyen\nVenez !", "[ANNULÉ] Forum citoyen"),
    ("CANCELLED: Open house, 3 May", "CANCELLED: Open house"),
    # dates and places beside it
    ("Colloque « Gouverner avec les habitants » : 9 avril 2026, Metz", "Gouverner avec les habitants"),
    ("Forum des jurys citoyens – Tunis, 4-6 mai 2026.", "Forum des jurys citoyens"),
    ("Formation Tableur niveau 2, les 18 et 19 mai 2026, Tours.", "Formation Tableur niveau 2"),
    ("Réunion publique du 12 mars sur le PLU", "Réunion publique sur le PLU"),
    ("Jeudi 12 mars : réunion publique sur le PLU", "Réunion publique sur le PLU"),
    ("Assises 2026 – 12 mars, Brest", "Assises 2026"),
    ("Kurs: Beteiligung planen, 12. Mai 2026, Bonn.", "Kurs: Beteiligung planen"),
    ("Asamblea de barrio: martes 14 de abril de 2026, 18:30 h.", "Asamblea de barrio"),
    ("Sagra del fungo, 18 e 19 aprile 2026, Lucca.", "Sagra del fungo"),
    ("Wijkschouw Noord, 15 oktober 2026, 13.00 uur, Zwolle.", "Wijkschouw Noord"),
    ("Assembleia de bairro, sábado, 7 de março, 15h00.", "Assembleia de bairro"),
    ("Consell de barri: dimarts 9 de juny, 18 h.", "Consell de barri"),
    ("Foundations of facilitation (2 days), 4-5 May 2026, Cork.", "Foundations of facilitation"),
    ("Sourdough workshop with Ann Lee: Saturday 4 April 2026, 10am.", "Sourdough workshop"),
    ("Rencontre avec Anne Dubois, samedi 4 avril 2026.", "Rencontre avec Anne Dubois"),
    # prose
    ("La balade urbaine prévue le 14 mars est reportée au 21 mars.", "Balade urbaine"),
    ("Le maire vous invite à la réunion publique sur l’eau le 3 mai.", "Réunion publique sur l’eau"),
    ("Le réseau vous propose une journée « Tenir parole avec les habitants » le 3 mai.", "Tenir parole avec les habitants"),
    ("Le conseil municipal se réunira le 3 mai à 20h.", "Conseil municipal"),
    ("Les 4 et 5 mai 2026 auront lieu à Metz les 3e Rencontres du débat.", "3e Rencontres du débat"),
    ("Residents are invited to a public meeting on Friday 8 May at 7pm.", "Public meeting"),
    ("The annual gathering of town planners takes place in Cork on 4 May.", "Annual gathering of town planners"),
    ("Die Stadt lädt am Donnerstag, 7. Mai 2026, um 18 Uhr zur Einwohnerversammlung ein.", "Einwohnerversammlung"),
    ("Il Comune organizza un incontro pubblico sulla piazza martedì 12 maggio.", "Incontro pubblico sulla piazza"),
    ("El Ayuntamiento invita a los vecinos a la reunión vecinal del 3 de mayo.", "Reunión vecinal"),
    ("De gemeente organiseert een inloopavond over het plein op 3 mei.", "Inloopavond over het plein"),
    ("A Câmara promove uma sessão pública sobre a praça no dia 3 de maio.", "Sessão pública sobre a praça"),
    ("L’Ajuntament us convida a la sessió de treball sobre el parc, dijous 14 de maig.", "Sessió de treball sobre el parc"),
    ("La marche prévue le 3 mai est annulée. Elle entrait dans le cadre de la concertation sur le port.", "Marche – concertation sur le port"),
    # a heading that is only a kind
    ("FORUM OUVERT\nQue faire de la friche ?\nMardi 3 mars, 18h", "FORUM OUVERT : Que faire de la friche ?"),
    ("FORUM OUVERT\nMardi 3 mars, 18h", "FORUM OUVERT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[row[0][:40] for row in TITLES])
def test_titles(text, title):
    assert read_prose(text).text("title") == title


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "12/03/2026", "Date : 3 mars 2026\nLieu : Lille", "https://a.example/b", "…"]
)
def test_no_title_is_made_up(text):
    assert "title" not in read_prose(text).fields
