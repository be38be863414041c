"""Schools and towns that are named for somebody, and the houses and towns that real pages run into their neighbours."""

from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.text import fold
from agenda_scraper.where import find_place

# what a notice says, a part of the venue's name (None: none is told), the town (None: none is told)
ROWS = [
    # where a speaker works
    ("Débat jeudi 12 mars à 20h. Avec Aline Morand, professeure de droit public à l'université de Pau.", None, None),
    ("Soirée le 12 mars, 18h, salle Jean-Vilar, Argenteuil. Avec Hugo Ferrat (sociologue à l'université de Lausanne).", "salle Jean-Vilar", "Argenteuil"),
    ("Les 12 et 13 juin 2026 à Lorient. Intervenants :\n• Anne Maréchal (Université de Bayonne),", None, "Lorient"),
    ("Mardi 7 avril à 19h30 en salle des Tanneurs, en présence d'Éric Dumont (journaliste).", "salle des Tanneurs", None),
    ("Proposé par : Luc MORVAN, Dominique BOURG, Jean-Michel FOURNEL\nDu 12 au 16 mai 2026", None, None),
    # who takes part
    ("École d'été, 22 au 26 juin 2026. Entre quatre universités : l'Université de Gand, l'Université libre de Berlin, l'Université de Genève et l'Université de Turin.", None, None),
    ("Cycle, le 12 mars 2026. En partenariat avec Nord Université, École nationale du paysage, Centre Elias.", None, None),
    # examples
    ("Un mouvement implanté dans plusieurs villes, comme à Naples et à Turin. Débat le 12 mars à 19h.", None, None),
    # words that only look like a place
    ("Révision du Plan Local d'Urbanisme. Lundi 9 mars à 20h, salle polyvalente.", "salle polyvalente", None),
    ("Quelle place pour la nature ? La place des citoyens. Jeudi 12 mars, 18h.", None, None),
    ("Vous oeuvrez dans le domaine de la participation ? Colloque le 12 mars.\nPlaces limitées", None, None),
    ("Lundi 27 avril à 18h, Université Saint-Louis.", "Université Saint-Louis", None),
    ("La seconde session du panel, mise en place par le Département, se tient les 13 et 14 mars.", None, None),
    ("L'université citoyenne, temps d'échanges, revient jeudi 12 mars à 18h.", None, None),
    ("Proposé par : Institut de la délibération\nLe 12 mars 2026\nL'Institut de la délibération et la Coordination des garants vous proposent un atelier.", None, None),
    ("Jeudi 12 mars 2026\n9h30 : accueil\n10h00 : Claire Rabanel (IRSA-Metz, CNR-Metz 2) : Le sort chez les Grecs", None, None),
    ("13:45 - 14:00 | Introduction - Principes des assemblées\n12 mars 2026", None, None),
    # whose name it bears
    ("Le cycle débute le 12 mars à la Bibliothèque Jeanne de Romilly, avec une conférence.", "Bibliothèque Jeanne de Romilly", None),
    ("Atelier du 23 au 27 mars 2026\nLozère (48)", None, None),
    ("Centre | jeudi 12 mars à 18h30 | Salle Ferrand / 6 rue Haute\nLa Noue - Clos Vert | mardi 17 mars à 18h30 | Antenne / 8 rue Basse", "Salle Ferrand", None),
    # what runs on
    ("Jeudi 12 mars 2026, 18h\nGoethe-Haus Toulouse 4bis rue Bleue 31000 Toulouse", "Goethe-Haus Toulouse", "Toulouse"),
    ("Les 13 et 14 mars\nENSL-Nord 15, Parvis Ada Martel, 69007 Lyon", "ENSL-Nord", "Lyon"),
    ("jeu 12 mars\n18h - 20h\nAcadémie du Vent\n2 place Baudry Paris 4e\nGratuit", "Académie du Vent", "Paris"),
    ("Où : Salle du conseil, Hôtel de ville de Montréal (Édifice Louis-Saunier), le 12 mars à 19 h", "Salle du conseil", "Montréal"),
    ("Colloque\n12-13 mars 2026, École française de droit, Lyon", "École française de droit", "Lyon"),
    ("Prochaines réunions :\n• 14/03 : Maison de Labourdaine\n• 22/03 : Maison de Bras-Fendu", "Maison de Labourdaine", None),
    ("Débat le 12 mars, 18h\nPalais d'Orsay, Paris", "Palais d'Orsay", "Paris"),
    ("Formation du 24 mars\nLieu : Saint Pierre en Faucigny 74800\nCette formation s'adresse à tous", None, "Saint-Pierre-en-Faucigny"),
    ("Le 12 mars 2026\nLieu : salle basse, 54000 NANCY Centre", "salle basse", "Nancy"),
    ("13 et 14 novembre 2026, Université Marie-Curie de Nancy Faculté Droit", "Université Marie-Curie", "Nancy"),
    ("Bar des sciences\nHôtel des Postes Moulins Allier\nLe 16 mars 2026, 20h", "Hôtel des Postes", "Moulins"),
    ("Notre quotidien se décide à la mairie.\nLe 17 mars à 19h30\nLa Maison des Mariniers 6, quai de la Loire 75019 Paris", "Maison des Mariniers", "Paris"),
    ("Les rencontres ont lieu au Théâtre du Quai, studio Pierre Cordier, Paris à 19 h.", "Théâtre du Quai", "Paris"),
    ("Elle aura lieu lundi 13 avril à 19h au Pôle sportif et culturel Lucien-Vial", "Pôle sportif et culturel Lucien-Vial", None),
    ("Dimanche 14 juin\nSalle Charton, salle attenante à la mairie de Vernon\nQuai Neuf, 27200 Vernon", "Salle Charton", "Vernon"),
    # of another time, of a court, of papers, of roads
    ("Le premier forum avait réuni deux cents personnes à la salle Gambetta de Tulle. Le prochain se tient jeudi 12 mars à 18h.", None, None),
    ("La commissaire a été désignée par le Tribunal administratif de Pau. Réunion jeudi 12 mars à 18h.", None, None),
    ("Jeudi 12 mars à 18h, en hommage à Germaine Tillion : débat.", None, None),
    ("Le mouvement est né à Bergerac. Débat jeudi 12 mars à 18h.", None, None),
    ("Les bulletins de candidature sont à déposer à l'Espace Marcel-Pagnol. Réunion jeudi 12 mars à 18h.", None, None),
    ("Les agents sont sur le terrain. La jauge est de 120 places. Jeudi 12 mars à 18h.", None, None),
    ("Atelier jeudi 12 mars à 18h sur l'espace public et les tiers-lieux.", None, None),
    ("Forum du quartier Les Rives - Saint-Denis, jeudi 12 mars à 18h.", None, None),
    ("Débat jeudi 12 mars à 18h, L'Aimable Café, Uzès", "L'Aimable Café", "Uzès"),
    ("Conférence\nBarr 67140\nLe 12 mars 2026\nLa participation tient une place centrale dans la fabrique de l'action publique.", None, "Barr"),
    ("Un collectif d'associations : Le Grenier, le Comité de Quartier des Rives, les Jardins familiaux, GRETA, La Cabane Verte, Le 12e Ours. Jeudi 12 mars, 14h, place du Moulin", "place du Moulin", None),
    ("Les 12 et 13 mars 2026 à Pau. Avec Line Marsan (Triangle, Univ. Paris 8), Éric Vidal (Pacte, Univ. Lyon 2)", None, "Pau"),
    ("Enquête publique du 5 mars au 6 avril 2026. Courrier à l'adresse suivante :\n2 Place de l'Hôtel de ville,\n44850 Ligné", None, "Ligné"),
    ("Enquête du 5 mars au 6 avril 2026. Le dossier se consulte à l'administration communale de Beaumarais.", "administration communale", "Beaumarais"),
    # houses without a word that says so
    ("Assemblée du mercredi 7 octobre : réunion prévue au Quadrant à 18h30.", "Quadrant", None),
    ("Forum ouvert à Ribérac, à l'Ancrage, samedi 21 mars de 15h à 18h.", "Ancrage", "Ribérac"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "venue", "city"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_what_is_named_for_somebody_is_not_where(text, venue, city):
    place = find_place(text, Context("fr", date(2026, 2, 10), "Europe/Paris"))
    name = (place and place.name) or ""
    assert fold(venue) in fold(name) if venue else not name
    assert fold((place and place.city) or "") == fold(city or "")
