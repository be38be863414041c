"""Short notices as sites write them, in eight languages, half of them look-alikes: is each told for what it is?"""

from datetime import date

import pytest

from agenda_scraper.about import classify
from agenda_scraper.model import Context

# language, title, text, type: what takes part in, or teaches about, public decisions
OURS = [
    ("fr", "Quel plan de circulation pour le centre ?", "Le maire vous invite à une réunion publique mardi 3 mars à 19h, salle Jean-Jaurès.", "public-meeting"),
    ("fr", "Vos idées pour la ville : le budget participatif revient", "Déposez vos projets jusqu'au 30 avril. Atelier d'aide le 2 avril à 18h.", "participatory-budget"),
    ("fr", "Café citoyen – Faut-il rendre le vote obligatoire ?", "Jeudi 14 mai à 19h30, bar Le Zinc. Entrée libre.", "debate"),
    ("fr", "Formation : animer une concertation à distance", "Deux jours, les 4 et 5 juin à Nantes, pour agents et élus. 690 €.", "training"),
    ("fr", "Assemblée publique sur le rapport annuel de l'office de consultation publique", "Le mercredi 27 mai, à 19 heures, salle du conseil.", "public-meeting"),
    ("fr", "Animer des réunions participatives", "Du 25 au 27 mai à Orvelle. C'est quoi déjà, cette formation ? La participation des habitants, en pratique.", "training"),
    ("fr", "Marche exploratoire de nuit", "Les habitantes du quartier sont invitées à relever ce qui ne va pas, vendredi 6 mars à 20h, avant le réaménagement.", "walk"),
    ("fr", "Rencontre du réseau des garants", "La CNDP réunit ses garants de la concertation à Lyon le 9 octobre, 10h-17h.", "conference"),
    ("fr", "Permanence du commissaire enquêteur", "En mairie, le 12 mai de 9h à 12h : enquête publique sur le parc éolien des Buttes.", "public-inquiry"),
    ("fr", "Le jury citoyen rend son avis", "Restitution ouverte à tous le 21 juin à 18h, hôtel de Région : trente habitants tirés au sort présentent leurs propositions sur l'eau.", "citizens-assembly"),
    ("fr", "Université d'été de la participation", "Trois jours d'ateliers et de conférences sur la démocratie locale, du 26 au 28 août à Brest.", "conference"),
    ("fr", "Concertation : réaménagement de la gare", "Atelier n° 2 avec les riverains, mercredi 8 avril, 18h30, maison du projet.", "consultation"),
    ("fr", "Conseil des jeunes : séance d'installation", "Samedi 10 octobre à 10h, les 40 conseillers de 11 à 17 ans prennent place en mairie.", "youth"),
    ("fr", "Rencontres nationales de la participation", "Du 18 au 20 novembre à Dunkerque : ateliers et débats pour les praticiens. Télécharger le programme. Appel à contributions jusqu'au 30 juin.", "conference"),
    ("en", "Shape our streets", "Drop-in session for residents on the proposed cycle lanes, 12 May, 4pm to 7pm, Elm Road Library. All welcome.", "public-meeting"),
    ("en", "Citizens' jury on air quality: opening session", "Saturday 7 March 2026, 10am, Guildhall. Twenty-four randomly selected residents begin their deliberations; observers welcome.", "citizens-assembly"),
    ("en", "Masterclass: running a deliberative process", "A two-day course for public servants, 3-4 June, Leeds. £350.", "training"),
    ("en", "Participatory budgeting voting day", "Residents decide how £60,000 is spent. Saturday 14 November, 10am-3pm, Town Hall.", "participatory-budget"),
    ("en", "Neighbourhood forum", "The Eastside neighbourhood forum meets on 4 June at 7pm to discuss the local plan. Refreshments provided.", "neighbourhood-council"),
    ("en", "How to evaluate public engagement", "Free webinar, 5 March 2026, 1pm. With practitioners from three cities.", "webinar"),
    ("en", "Co-designing the new park: workshop 1", "Come and sketch the park with the planning team on Tuesday 9 June, 6pm, St Mark's Hall. Childcare available.", "workshop"),
    ("es", "Abrimos el proceso participativo del nuevo parque", "Sesión informativa el jueves 7 de mayo a las 19 h en el centro cívico. Abierta a todo el vecindario.", "consultation"),
    ("es", "Consejo de barrio de La Salud", "Sesión del lunes 8 de junio, 18:30 h. Orden del día: limpieza, plan de movilidad y propuestas vecinales.", "neighbourhood-council"),
    ("es", "Curso de facilitación de procesos participativos", "Del 5 al 9 de octubre en Sevilla, para personal técnico de ayuntamientos.", "training"),
    ("es", "Jornadas sobre democracia deliberativa y sorteo cívico", "22 y 23 de octubre, Universidad de Zaragoza.", "conference"),
    ("es", "Vota los proyectos de tu distrito", "Presupuestos participativos: mesas de votación el sábado 13 de junio de 10 a 14 h.", "participatory-budget"),
    ("es", "Taller vecinal: ¿qué hacemos con la antigua fábrica?", "Miércoles 22 de abril, 18 h. El Ayuntamiento recoge propuestas para el plan de barrio.", "workshop"),
    ("de", "Bürgerwerkstatt Marktplatz", "Anwohnerinnen und Anwohner gestalten den Platz mit: Dienstag, 5. Mai 2026, 18 Uhr, Rathaus.", "workshop"),
    ("de", "Einwohnerversammlung zum Windpark", "Der Bürgermeister informiert am 12. März 2026 um 19 Uhr in der Mehrzweckhalle.", "public-meeting"),
    ("de", "Fachtagung: Losverfahren in der kommunalen Praxis", "23. und 24. September 2026, Kassel. Für Verwaltung und Politik.", "conference"),
    ("de", "Jugendparlament tagt", "Öffentliche Sitzung am Freitag, 8. Mai, 16 Uhr, Großer Sitzungssaal.", "youth"),
    ("de", "Bürgerhaushalt: Ideen gesucht", "Auftaktveranstaltung am 3. Februar um 18 Uhr im Rathaus.", "participatory-budget"),
    ("de", "Stadtspaziergang: Wo fehlt Grün?", "Mit der Stadtplanung durch das Quartier, Samstag, 25. April, 11 Uhr. Ihre Vorschläge fließen in den Bebauungsplan ein.", "walk"),
    ("it", "Assemblea pubblica sul nuovo piano urbanistico", "Mercoledì 6 maggio, ore 20.30, sala civica. La cittadinanza è invitata.", "public-meeting"),
    ("it", "Bilancio partecipativo: si vota", "Seggi aperti sabato 10 ottobre dalle 9 alle 18 in piazza Grande.", "participatory-budget"),
    ("it", "Convegno «Sorteggio e democrazia»", "Bologna, 20 novembre 2026, ore 9.30. Con ricercatori e amministratori.", "conference"),
    ("it", "Passeggiata di quartiere", "Sabato 16 maggio, ore 10: tecnici e residenti percorrono insieme via Larga prima della riqualificazione.", "walk"),
    ("it", "Laboratorio di progettazione partecipata", "Giovedì 11 giugno, ore 17, scuola Rodari: disegniamo insieme il cortile aperto al quartiere.", "workshop"),
    ("nl", "Inloopavond herinrichting Dorpsstraat", "Woensdag 13 mei, 19.00-21.00 uur, dorpshuis. Bekijk de schetsen en geef uw mening.", "public-meeting"),
    ("nl", "Burgerberaad klimaat: eerste bijeenkomst", "Zaterdag 19 september, 10.00 uur, stadhuis. Honderd gelote inwoners gaan in gesprek.", "citizens-assembly"),
    ("nl", "Basistraining participatie voor ambtenaren", "Twee dagdelen, 3 en 10 november, Zwolle. € 425.", "training"),
    ("nl", "Wijkschouw Oosterpark", "Loop mee met de wijkraad en de gemeente op dinsdag 21 april, 18.30 uur.", "walk"),
    ("nl", "Webinar: loting in de praktijk", "Donderdag 5 maart, 12.30 uur, online.", "webinar"),
    ("pt", "Sessão pública sobre a requalificação da praça", "Quinta-feira, 14 de maio, 21h00, salão da junta de freguesia. Aberta a toda a população.", "public-meeting"),
    ("pt", "Orçamento Participativo: assembleia de apresentação de propostas", "Sábado, 7 de março, 15h00, biblioteca municipal.", "participatory-budget"),
    ("pt", "Encontro nacional de autarquias participativas", "15 e 16 de outubro, Cascais. Para autarcas e técnicos municipais.", "conference"),
    ("pt", "Assembleia de cidadãos sobre habitação", "Primeira sessão no sábado, 26 de setembro, 9h30. Cinquenta cidadãos sorteados.", "citizens-assembly"),
    ("ca", "Consell de barri de la Ribera", "Dimarts 9 de juny, 18.30 h, centre cívic. Obert al veïnat.", "neighbourhood-council"),
    ("ca", "Procés participatiu del nou passeig", "Sessió de treball dijous 7 de maig, 18 h, biblioteca.", "consultation"),
    ("ca", "Audiència pública", "El districte presenta el pla d'actuació dilluns 2 de març a les 18 h. Tothom hi pot intervenir.", "public-meeting"),
    ("ca", "Curs: com dinamitzar processos participatius", "Els dies 5, 12 i 19 de maig, en línia, per a personal tècnic dels ajuntaments.", "training"),
    ("de", "Kiezrundgang: Der Lindenkiez bleibt kühl", "Donnerstag, 15. Oktober 2026, 17–19 Uhr. Treffpunkt vor dem Quartiersbüro. Wir sprechen über Grün und Schatten.", "walk"),
    ("es", "Concejo en los Barrios", "El miércoles 15 de abril a las 20 h, en el centro de jubilados de Malvares, los vecinos dialogan con los concejales.", "public-meeting"),
    ("es", "Sesión abierta de cabildo sobre la cantera", "Miércoles 13 de mayo, 19 horas, casa de la cultura.", "public-meeting"),
    ("ca", "Es convoca el Consell de la Vila", "Dimarts 17 de març, 19 h, sala Noguera. Oberta a tothom.", "neighbourhood-council"),
    ("it", "Assemblee dei consigli di frazione", "Lunedì 4 maggio a Borgo e martedì 5 a Selva, ore 20.30: i cittadini propongono.", "neighbourhood-council"),
    ("it", "Piano del verde: laboratorio aperto", "Dopo l'incontro pubblico del 14 aprile scorso, lunedì 11 maggio alle 17.30 i cittadini disegnano il parco.", "workshop"),
]  # fmt: skip

# language, title, text, and whether it announces an event at all
OTHERS = [
    ("fr", "Soirée jeux à la maison de quartier", "Vendredi 6 mars à 20h, ouvert à tous les habitants. Participation : 2 €.", True),
    ("fr", "Concert de printemps de l'école de musique", "Samedi 28 mars à 20h30, église Saint-Paul. Participation libre.", True),
    ("fr", "Assemblée générale du comité des fêtes", "Tous les adhérents sont conviés vendredi 13 février à 19h.", True),
    ("fr", "Participation citoyenne : signature du protocole", "La gendarmerie et la mairie signent jeudi 5 mars à 11h un protocole contre les cambriolages ; référents de quartier désignés.", True),
    ("fr", "Chargé(e) de concertation (H/F)", "La métropole recrute en CDD de douze mois. Candidatures avant le 15 mars.", False),
    ("fr", "Budget participatif : les résultats", "Plus de 3 000 habitants ont voté ; douze projets ont été retenus.", False),
    ("fr", "Retour en images sur la balade urbaine", "Samedi dernier, trente habitants ont arpenté le quartier avec les urbanistes.", False),
    ("fr", "Séance du conseil communautaire", "Lundi 30 mars à 18h30 au siège. Ordre du jour : budget primitif, voirie.", True),
    ("fr", "Élections municipales : réunion publique avec Claire Dumas", "La candidate présente sa liste jeudi 5 mars à 20h, salle des fêtes.", True),
    ("fr", "Atelier de yoga participatif", "Mercredi 4 mars à 18h. 10 € la séance.", True),
    ("fr", "Appel à contributions : la revue Territoires", "Numéro sur la participation citoyenne. Résumés attendus avant le 1er mai.", False),
    ("fr", "Un guide pour associer les habitants", "Le centre de ressources vient de publier un guide de 80 pages sur la concertation, à télécharger.", False),
    ("fr", "Forum des associations", "Samedi 5 septembre de 10h à 18h, gymnase. Sport, culture, loisirs.", True),
    ("fr", "Webinaire : déclarer ses revenus en ligne", "Mardi 28 avril à 11h.", True),
    ("fr", "Journées du patrimoine : visite de l'hôtel de ville", "Samedi 19 septembre à 14h. Gratuit.", True),
    ("fr", "Don du sang", "Mardi 10 mars de 15h à 19h, salle polyvalente. Venez nombreux.", True),
    ("en", "Community choir open rehearsal", "Everyone welcome, Thursday 5 March, 7pm, church hall.", True),
    ("en", "Engagement Officer", "Full time, two years, £31,000. Closing date 12 April.", False),
    ("en", "What we heard: consultation report published", "Over 400 residents attended the drop-in sessions in March. Read the report.", False),
    ("en", "Ordinary meeting of the town council", "Tuesday 7 April, 7pm. Agenda: accounts, planning applications, correspondence.", True),
    ("en", "Neighbourhood Watch meeting", "Meet your local police team on 14 May at 7pm.", True),
    ("en", "Community fun day", "Bouncy castle, face painting and music, Saturday 13 June, 11am.", True),
    ("en", "Call for papers: Democracy and Place", "Abstracts of 300 words by 1 June.", False),
    ("en", "Crowdfunding masterclass for small businesses", "12 May, 9am, Innovation Hub. £25.", True),
    ("en", "Vote Harris: campaign launch", "Meet your candidate on Friday 10 April at 6pm.", True),
    ("en", "Employee share ownership: a seminar", "How participation schemes work. 4 June, 2pm, City Law LLP.", True),
    ("es", "Concierto participativo de Navidad", "Sábado 19 de diciembre, 20 h, catedral. Entrada 5 euros.", True),
    ("es", "Pleno ordinario del Ayuntamiento", "Jueves 26 de marzo a las 19 h.", True),
    ("es", "Así fue la asamblea de presupuestos participativos", "Más de cien vecinas participaron el sábado.", False),
    ("es", "Carrera solidaria", "Domingo 10 de mayo, 10 h. Participación: 8 euros.", True),
    ("es", "Se busca técnica de participación", "Contrato de un año en el Ayuntamiento de Altea.", False),
    ("es", "Junta general de la comunidad de propietarios", "Martes 9 de junio, 20 h.", True),
    ("de", "Jahreshauptversammlung des Bürgervereins", "Freitag, 20. März, 19 Uhr, mit Vorstandswahlen.", True),
    ("de", "Beteiligungs GmbH lädt zum Investorentag", "5. Mai 2026, 10 Uhr, Frankfurt.", True),
    ("de", "Mitmachzirkus für Kinder", "Samstag, 6. Juni, 14 Uhr, Stadtpark. Eintritt frei.", True),
    ("de", "Projektleitung Bürgerbeteiligung (m/w/d)", "Vollzeit, TVöD 11. Bewerbungen bis 31. März.", False),
    ("de", "Rückblick: Bürgerrat Mobilität", "Achtzig Geloste diskutierten zwei Wochenenden lang.", False),
    ("de", "Sitzung des Bauausschusses", "Mittwoch, 15. April, 17 Uhr, Rathaus.", True),
    ("it", "Sagra della polenta", "Domenica 4 ottobre dalle ore 12, piazza del mercato.", True),
    ("it", "Consiglio comunale", "Convocato giovedì 26 marzo alle ore 20.", True),
    ("it", "Cena sociale", "Quota di partecipazione 25 euro, sabato 9 maggio ore 20.", True),
    ("it", "Resoconto del laboratorio partecipato", "Si è svolto sabato scorso il secondo incontro; sono disponibili i materiali.", False),
    ("it", "Concerto con la partecipazione del coro alpino", "Venerdì 8 maggio, ore 21, teatro comunale.", True),
    ("nl", "Vacature adviseur burgerparticipatie", "32 uur per week, solliciteer voor 1 mei.", False),
    ("fr", "Enquête publique PLU : rapport et conclusions du commissaire enquêteur", "Elle s'est tenue du 12 janvier au 14 février inclus.", False),
    ("fr", "Budget participatif : désignation du comité de suivi", "Il a été constitué mardi 20 janvier par tirage au sort.", False),
    ("fr", "Les 9es Rencontres des conseils de développement", "Les 14 et 15 janvier, notre délégation a participé aux Rencontres, à Orvelle.", False),
    ("fr", "PLU : réunion publique", "Le maire avait convié ses administrés à une réunion publique le 29 janvier. Le compte rendu est en ligne.", False),
    ("fr", "Le forum ouvert, un espace de propositions", "Propos recueillis par Luc Ferrand. Un premier cycle de rencontres s'est achevé.", False),
    ("fr", "Tirage au sort du collège citoyen", "Mercredi 19 janvier en mairie, il s'agissait pour l'adjointe de mettre en place le collège.", False),
    ("it", "Laboratorio sul parco: com'è andata", "Sabato scorso alle 17 trenta cittadini hanno disegnato il parco.", False),
    ("de", "Der neue Platz nimmt Gestalt an", "Am vergangenen Samstag um 14 Uhr haben 40 Bürgerinnen und Bürger den Platz entworfen.", False),
    ("nl", "Bewoners tekenden het plein", "Afgelopen zaterdag om 14.00 uur dachten zestig bewoners mee over het plein.", False),
    ("nl", "Ledenvergadering tennisclub", "Maandag 9 maart, 20.00 uur.", True),
    ("nl", "Rommelmarkt in het buurthuis", "Zondag 12 april, 10.00-16.00 uur. Deelname € 5.", True),
    ("nl", "Terugblik op de bewonersavond", "Ruim zestig bewoners dachten mee over het plein.", False),
    ("pt", "Arraial de São João", "Sábado, 20 de junho, 20h00, largo da igreja.", True),
    ("pt", "Reunião ordinária da Câmara Municipal", "Quarta-feira, 8 de abril, 10h00.", True),
    ("pt", "Comício de encerramento", "A candidata fala na sexta-feira às 21h00.", True),
    ("pt", "Vencedores do Orçamento Participativo", "Foram conhecidos os dez projetos mais votados.", False),
    ("ca", "Cantada participativa d'havaneres", "Dissabte 11 de juliol, 22 h, platja gran.", True),
    ("ca", "Ple ordinari", "Dijous 26 de març, 19 h, saló de sessions.", True),
    ("ca", "Oferta de feina: tècnica de participació", "Contracte d'un any, currículum abans del 10 d'abril.", False),
    ("es", "Taller participativo en el predio del molino", "El sábado 14 de febrero a las 11 h., se realizó un taller donde vecinos y técnicos pensaron la nueva plaza.", False),
    ("nl", "Themabijeenkomst wijkplan Noord geslaagd", "Met bewoners is op donderdag 12 februari verder gesproken over ontmoeting in de wijk.", False),
    ("de", "Mitwirkungsverfahren Ortsplanung", "Die Eingabefrist ist am 30. Januar abgelaufen. Beim Gemeinderat sind 24 Eingaben eingegangen.", False),
]  # fmt: skip


def read(language, title, text):
    return classify(title, f"{title}\n{text}", Context(language, date(2026, 2, 1), "Europe/Paris"))


@pytest.mark.parametrize(("language", "title", "text", "kind"), OURS, ids=[row[1][:40] for row in OURS])
def test_it_is_about_taking_part(language, title, text, kind):
    about = read(language, title, text)
    assert about.relevance >= 0.5, about.reasons
    assert about.is_event
    assert about.type == kind, about.reasons


@pytest.mark.parametrize(("language", "title", "text", "is_event"), OTHERS, ids=[row[1][:40] for row in OTHERS])
def test_it_only_looks_like_it(language, title, text, is_event):
    about = read(language, title, text)
    assert about.relevance < 0.5, about.reasons
    assert about.is_event == is_event, about.reasons


GONE = [
    ("fr", "Forum de la participation", "Jeudi 12 mars 2026, la Ville de Corvol a accueilli son premier forum de la participation. Les ateliers sont nombreux."),
    ("en", "Neighbourhood forum", "On Thursday 12 March 2026 the council welcomed residents to the neighbourhood forum at the library."),
    ("es", "Foro de participación", "El jueves 12 de marzo de 2026 el ayuntamiento inauguró el foro de participación de los barrios."),
    ("de", "Bürgerforum zum Marktplatz", "Am Donnerstag, 12. März 2026, begrüßte die Stadt die Bürgerinnen und Bürger zum Bürgerforum."),
    ("it", "Forum della partecipazione", "Giovedì 12 marzo 2026 la biblioteca ha accolto il forum della partecipazione dei quartieri."),
    ("nl", "Bewonersforum over het plein", "Op donderdag 12 maart 2026 verwelkomde de gemeente de bewoners op het bewonersforum."),
    ("pt", "Fórum da participação", "Na quinta-feira, 12 de março de 2026, a biblioteca acolheu o fórum da participação dos bairros."),
    ("ca", "Fòrum de participació", "El dijous 12 de març de 2026 la biblioteca va acollir el fòrum de participació dels barris."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), GONE, ids=[row[0] for row in GONE])
def test_what_a_past_day_is_told_to_have_been_is_no_event(language, title, text):
    context = Context(language, date(2026, 2, 1), "Europe/Paris")
    assert not classify(title, f"{title}\n{text}", context, gone=date(2026, 3, 12)).is_event


def test_an_announcement_is_an_event_when_its_day_has_passed():
    text = (
        "Forum de la participation\nJeudi 12 mars 2026 à 18h, salle Hugo. En 2024, le premier forum a réuni du monde."
    )
    context = Context("fr", date(2026, 5, 1), "Europe/Paris")
    assert classify("Forum de la participation", text, context, gone=date(2026, 3, 12)).is_event
