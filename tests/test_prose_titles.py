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
    ("Forum « Je m’engage » ce week-end !\nSamedi 14 mars, 10h", "Forum « Je m’engage »"),
    ("Réunion publique ce vendredi\nÀ 18h en mairie", "Réunion publique"),
    ("Réunion publique\nChères habitantes, chers habitants,\nLe maire vous attend.", "Réunion publique"),
    ("A travers trois séances, découvrez la ville.", "A travers trois séances, découvrez la ville"),
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
    # letters, calls, series, senders, bars, frames: notices as people write them
    ("Dans le cadre de la révision du PLUi, une réunion publique d'information se tiendra le mardi 3 mars 2026 à 19h, salle Rameau.", "Réunion publique d'information"),
    ('Jeudi 12 mars à 18h30, la Ville de Roubaix organise une réunion publique sur le projet de piétonnisation.', 'Réunion publique sur le projet de piétonnisation'),
    ('Le prochain conseil de quartier aura lieu le 4 mai 2026 à 18h30.', 'Conseil de quartier'),
    ("Réunion publique – Projet d'aménagement du quai : jeudi 5 mars 2026, 18h30, mairie", "Réunion publique – Projet d'aménagement du quai"),
    ('Du 3 au 28 mars, consultation en ligne sur le plan climat : donnez votre avis !', 'Consultation en ligne sur le plan climat'),
    ('« Habiter demain » : atelier participatif samedi 7 mars à Ploubec', '« Habiter demain » : atelier participatif'),
    ('Atelier-débat : comment mieux associer les jeunes ? Mardi 9 juin 2026, 18h, Agora, Nanterre.', 'Atelier-débat : comment mieux associer les jeunes ?'),
    ("Nous serons ravis de vous accueillir à l'inauguration de la maison de la participation le 5 juin 2026 à 17h.", 'Inauguration de la maison de la participation'),
    ("À l'occasion de la Semaine de la démocratie, la mairie propose une visite guidée des coulisses du conseil le 18 septembre à 15h.", 'Visite guidée des coulisses du conseil'),
    ("🗳️ Vote du budget participatif : c'est du 4 au 18 mai !", 'Vote du budget participatif'),
    ("INVITATION\nMadame, Monsieur,\nJ'ai le plaisir de vous convier à la réunion de restitution du diagnostic de territoire, le 4 mars 2026 à 18h, salle du conseil.\nLe Maire", 'Réunion de restitution du diagnostic de territoire'),
    ('Prochaine permanence de la médiatrice : le mardi 10 mars, de 9h à 12h, en mairie.', 'Permanence de la médiatrice'),
    ("Citizens' panel recruitment evening: come and find out more. Tuesday 9 June 2026, 6pm, Town Hall.", "Citizens' panel recruitment evening"),
    ('Want to shape your park? Come to our design workshop on Saturday 6 June 2026, 10am, Lodge Park.', 'Design workshop'),
    ("You're invited: Neighbourhood Planning 101, Wednesday 3 June 2026, 7pm, Zoom.", 'Neighbourhood Planning 101'),
    ('Dear residents, please join us for the annual parish assembly on 12 May 2026, 7.30pm in the village hall.', 'Annual parish assembly'),
    ('Am 12. Mai 2026 findet um 19 Uhr im Rathaus die zweite Bürgerwerkstatt zum Stadtpark statt.', 'Zweite Bürgerwerkstatt zum Stadtpark'),
    ('El martes 5 de mayo de 2026 a las 18 h se celebrará en el centro cívico la asamblea de presupuestos participativos.', 'Asamblea de presupuestos participativos'),
    ("Sabato 9 maggio 2026 si terrà l'assemblea pubblica sul nuovo parco, ore 10, piazza Dante.", 'Assemblea pubblica sul nuovo parco'),
    ("Dijous 14 de maig, a les 19 h, tindrà lloc l'audiència pública sobre el nou mercat.", 'Audiència pública sobre el nou mercat'),
    ('Mairie de Trébeurden\nRéunion publique\nAménagement du front de mer\nVendredi 6 mars 2026 à 18h', 'Réunion publique : Aménagement du front de mer'),
    ('Conférence de Pierre Lenoir sur les jurys citoyens, mercredi 8 avril à 18h, IEP de Lille.', 'Conférence de Pierre Lenoir sur les jurys citoyens'),
    ('La réunion publique sur le PLU initialement prévue le 3 mars est reportée au 17 mars 2026 à 19h.', 'Réunion publique sur le PLU'),
    ("Bonsoir,\nPetit rappel : l'AG de Parlons Ville c'est jeudi 12 mars à 19h au local. Ordre du jour : bilan, élections.", 'AG de Parlons Ville'),
    ('De : mairie@valbrun.example\nObjet : Réunion publique sur le PLU\n\nBonjour,\nUne réunion publique aura lieu le 12 mai 2026 à 19h.', 'Réunion publique sur le PLU'),
    ('12 mai 2026 — Atelier de cartographie sensible, 14h-17h, MJC, Dijon', 'Atelier de cartographie sensible'),
    ('#Concertation Participez à la réunion publique sur la future ligne B, mardi 12 mai 2026 à 18h30 !', 'Réunion publique sur la future ligne B'),
    ('Après une première rencontre en mars, le groupe de travail « Mobilités » se réunira de nouveau le 12 mai 2026 à 18h.', 'Groupe de travail « Mobilités »'),
    ('Table ronde : les jeunes et la politique\navec Paul Ric, Zoé Lamy et Hakim Dahl\nmardi 12 mai 2026 – 18h30\nAmphi Bloch', 'Table ronde : les jeunes et la politique'),
    ('Le pôle citoyenneté vous informe : la prochaine commission de quartier aura lieu lundi 11 mai 2026, à 18h30, à la maison Carrel.', 'Commission de quartier'),
    ('Conseil de développement – Assemblée plénière du 12 mai 2026', 'Conseil de développement – Assemblée plénière'),
    ('Save the date! Annual Community Planning Summit – Thursday 14 May 2026, Leeds Civic Hall', 'Annual Community Planning Summit'),
    ('Am Samstag, den 16. Mai 2026, laden wir zum Bürgerspaziergang durch das Hafenviertel ein.', 'Bürgerspaziergang durch das Hafenviertel'),
    ('Was wird aus dem Kino? – Podiumsdiskussion am 12. Mai 2026 um 19 Uhr im Kulturhaus', 'Was wird aus dem Kino? – Podiumsdiskussion'),
    ('¡Participa! Taller para diseñar el nuevo parque. Sábado 16 de mayo de 2026, 11 h.', 'Taller para diseñar el nuevo parque'),
    ('Convocatoria de pleno abierto: 12 de mayo de 2026, 19 h.', 'Pleno abierto'),
    ('Invito alla tavola rotonda «Città e cittadini», 12 maggio 2026, ore 17', 'Tavola rotonda «Città e cittadini»'),
    ('Uitnodiging bewonersavond herinrichting Dorpsstraat – dinsdag 12 mei 2026, 19.30 uur', 'Bewonersavond herinrichting Dorpsstraat'),
    ('Vine a dir-hi la teva! Taller de propostes, dimarts 12 de maig de 2026, 18 h, casal.', 'Taller de propostes'),
    ('Atelier n°3 de la concertation « Bords de Vilaine » (jeudi 14 mai 2026)', 'Atelier n°3 de la concertation « Bords de Vilaine »'),
    ("Projet de parc photovoltaïque de la Combe : permanence d'information mardi 12 mai 2026 de 16h à 20h en mairie de Vaux.", "Projet de parc photovoltaïque de la Combe : permanence d'information"),
    ("Fachtag Beteiligung\n„Losverfahren in der Praxis“\n10. Juni 2026", "Fachtag Beteiligung : Losverfahren in der Praxis"),
    ('Seminar series in Democracy, session 5\n"Do mini-publics change minds?" – Prof. Vos\n17 March', "Do mini-publics change minds?"),
    ("Comité de quartier Nord / Minimes – Assemblée\nLe 2 juillet 2026.", "Comité de quartier Nord / Minimes – Assemblée"),
    ("La Table de quartier du Port vous invite à sa rencontre mensuelle, jeudi 2 avril à 18h.", "Rencontre mensuelle – Table de quartier du Port"),
    ("En raison de la neige, la réunion publique sur le PLU du 3 mars est reportée.", "Réunion publique sur le PLU"),
    ("Imaginez le square de demain ! Atelier participatif le mercredi 15 avril à 18h.", "Atelier participatif : Imaginez le square de demain !"),
    ("Jueves 12 de marzo. 18:00 h. Biblioteca. Taller de propuestas para el barrio.", "Taller de propuestas para el barrio"),
    ("Infoabend zum Windpark: Die Gemeinde Ulmen lädt alle am Dienstag, 9. Juni 2026, um 19 Uhr ein.", "Infoabend zum Windpark"),
    ("Il 12 marzo 2026 alle 18 a Ravenna, presso la sala Buzzi, si terrà l'incontro pubblico sul bilancio.", "Incontro pubblico sul bilancio"),
    ("Rencontre des chargé·es de participation du Grand Est le 4 mai 2026.", "Rencontre des chargé·es de participation du Grand Est"),
    ("14.05.2026\n18:00 Uhr\nTalheim\nDemokratiesalon: Was heißt Mitsprache?\nText.", "Demokratiesalon: Was heißt Mitsprache?"),
    ("A Prefeitura de Lameirinho realiza neste sábado (9/5), no Horto Velho, uma oficina sobre o parque.", "Oficina sobre o parque"),
    ("Inizierà lunedì 11 maggio il ciclo di incontri sul verde.", "Ciclo di incontri sul verde"),
    ("« Retour au calendrier\nAnimer des réunions vivantes\ndu 25 au 27 mai 2026 à Orvelle (22)", "Animer des réunions vivantes"),
    ("Démocratie locale\n- Publié le 13 mars 2026\nUniversité du citoyen : le programme\nTexte.", "Université du citoyen : le programme"),
    ("Lancement des réunions pour construire la ville de demain\nMardi 5 mai 2026", "Lancement des réunions pour construire la ville de demain"),
    ("La deuxième session du panel climat se déroule cette semaine\nLes 7 et 8 mai 2026.", "La deuxième session du panel climat"),
    ("Deux chercheuses du LIRD participent au colloque « Le hasard en politique, hier et demain », organisé par le LIRD\nJeudi 7 mai 2026", "Le hasard en politique, hier et demain"),
    ("Studiedag 'Samen bij Zon en Wind' (12 mei 2026)\nTekst.", "Studiedag 'Samen bij Zon en Wind'"),
    ("Vie associative\nPremières rencontres de l'éducation populaire\nSamedi 25 avril 2026, de 10h à 17h", "Premières rencontres de l'éducation populaire"),
    ("JOURNÉES D'ÉTUDE\n9 et 10 juin 2026\nQue fait le tirage au sort à la démocratie ?\nTexte.", "JOURNÉES D'ÉTUDE : Que fait le tirage au sort à la démocratie ?"),
    ("Assises de la vie citoyenne samedi 9 mai 2026, pour redire son attachement au quartier", "Assises de la vie citoyenne"),
    ("Quartier des Aulnes : rendez-vous au forum social\nSamedi 9 mai 2026, 14h", "Quartier des Aulnes : rendez-vous au forum social"),
    ("WALDSEE (kla). Bürgercafé zum neuen Dorfplatz am 21. Oktober im Pfarrsaal. Alle sind eingeladen, ihre Ideen einzubringen und mitzureden.", "Bürgercafé zum neuen Dorfplatz"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[row[0][:40] for row in TITLES])
def test_titles(text, title):
    assert read_prose(text).text("title") == title


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "12/03/2026", "Date : 3 mars 2026\nLieu : Lille", "https://a.example/b", "…"]
)
def test_no_title_is_made_up(text):
    assert "title" not in read_prose(text).fields
