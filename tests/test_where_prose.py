"""Whole notices: where the event is, in eight languages; no organiser, month or word becomes a town."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Context
from agenda_scraper.text import fold
from agenda_scraper.where import find_place

ZONES = {
    "fr": "Europe/Paris",
    "en": "Europe/London",
    "de": "Europe/Berlin",
    "es": "Europe/Madrid",
    "it": "Europe/Rome",
    "nl": "Europe/Amsterdam",
    "pt": "Europe/Lisbon",
    "ca": "Europe/Madrid",
}


def context(language="fr", **more):
    return Context(language, date(2026, 3, 1), more.pop("timezone", ZONES[language]), **more)


# language, notice, venue (a part of the name; None: not judged), city
NOTICES = [
    ("fr", "Réunion d'information le mardi 3 mars à 19h à la salle polyvalente de Kerlouan-Bihan.", "salle polyvalente", "Kerlouan-Bihan"),
    ("fr", "Assemblée de quartier, jeudi 9 avril 2026, 18h30, Maison des associations, 4 rue du Port, Rennes.", "Maison des associations", "Rennes"),
    ("fr", "Les 5 et 6 juin se tiendront à Clermont-Ferrand les Assises de la participation.", None, "Clermont-Ferrand"),
    ("fr", "La Ville de Nantes vous attend samedi 11 avril de 14h à 17h au gymnase Léo-Lagrange.", "gymnase Léo-Lagrange", "Nantes"),
    ("fr", "Atelier budget participatif\nLieu : médiathèque Jean-Moulin, 35000 Rennes\nTarif : gratuit", "médiathèque Jean-Moulin", "Rennes"),
    ("fr", "Où ? Centre social Les Blagis, 26 rue du Dr Roux, 92330 Sceaux. Quand ? Le 4 mai à 18 h.", "Centre social Les Blagis", "Sceaux"),
    ("fr", "Conseil citoyen ouvert à tous : mercredi 6 mai, 18h, foyer rural de Plouzévédé-le-Vieux.", "foyer rural", "Plouzévédé-le-Vieux"),
    ("fr", "Le maire de Sainte-Colombe-les-Bois convie la population le 2 juin à 20h en mairie.", "mairie", "Sainte-Colombe-les-Bois"),
    ("fr", "Colloque « Démocratie et climat », Sciences Po Grenoble, amphithéâtre Simone-Veil, 12 mars 2026, Grenoble.", "amphithéâtre Simone-Veil", "Grenoble"),
    ("fr", "Balade urbaine samedi 18 avril à 10h. Rendez-vous devant l’école Marie-Curie, Villeurbanne.", "école Marie-Curie", "Villeurbanne"),
    ("fr", "Débat « Faut-il tirer au sort les élus ? » mardi 14 avril à 20 h au Café de la Poste, place Carnot, Dijon.", "Café de la Poste", "Dijon"),
    ("fr", "Formation « Animer une concertation », 8 et 9 octobre 2026, Toulouse.", None, "Toulouse"),
    ("fr", "Rencontre régionale des conseils de développement – Metz, 17 septembre 2026.", None, "Metz"),
    ("fr", "Réunion publique sur le plan vélo (espace Robert-Doisneau, Meudon), lundi 11 mai à 19h.", "espace Robert-Doisneau", "Meudon"),
    ("fr", "Restitution de la convention citoyenne : vendredi 22 mai, 18h, hôtel de région, Toulouse. Organisée par la Région Occitanie.", "hôtel de région", "Toulouse"),
    ("fr", "Permanence du commissaire enquêteur à la mairie annexe de Beauval-sur-Orge, le 12 juin de 9h à 12h.", "mairie annexe", "Beauval-sur-Orge"),
    ("fr", "Venez débattre jeudi 19 mars à 18h30, salle du conseil, mairie de Montfort-l'Étang.", "salle du conseil", "Montfort-l'Étang"),
    ("fr", "Forum ouvert le 30 mai au tiers-lieu La Filature, 3 quai des Tanneurs, 67000 Strasbourg.", "tiers-lieu La Filature", "Strasbourg"),
    ("fr", "Le conseil de développement du Pays d'Auge organise une soirée à Lisieux le 14 avril.", None, "Lisieux"),
    ("fr", "Atelier participatif n° 2 : le parc des Rives. Mercredi 3 juin, 17h30, école Pauline-Kergomard.", "école Pauline-Kergomard", None),
    ("fr", "Journée d’étude à l’université Paul-Valéry, route de Mende, Montpellier, le 12 novembre.", "université Paul-Valéry", "Montpellier"),
    ("fr", "Concertation sur la ZAC : stand au marché de Courdimanche-la-Rivière, samedi 6 juin de 9h à 12h.", "marché", "Courdimanche-la-Rivière"),
    ("fr", "Ciné-débat autour de la démocratie locale, mardi 7 avril à 20h30, cinéma Le Rex, Aubusson. Tarif 5 €.", "cinéma Le Rex", "Aubusson"),
    ("fr", "Le mardi 9 juin, à 19 h, au Pavillon Larivière, le conseiller du quartier du Lac, Denis Charbonneau, invite les habitants.", "Pavillon Larivière", None),
    ("fr", "Débat dans les MJC en Île-de-France : le 12 mars à 20h, à la maison pour tous.", "maison pour tous", None),
    ("fr", "Un Schéma d’Aménagement et de Gestion des Eaux est préparé : concertation du 8 au 30 juin, maison du parc.", "maison du parc", None),
    ("fr", "Conférence sur le tirage au sort à Athènes au Ve siècle, jeudi 5 mars à 18h, salle Jaurès.", "salle Jaurès", None),
    ("fr", "Soirée de lancement du budget participatif ce jeudi 5 mars à partir de 18h à l'Hôtel de Ville de Besançon.", "Hôtel de Ville", "Besançon"),
    ("en", "Community drop-in: tell us about the bus lanes. Saturday 14 March, 10am–1pm, Central Library, Park Row, Bristol.", "Central Library", "Bristol"),
    ("en", "The citizens' panel meets at the Town Hall, High Street, Ashbrook on 12 May 2026 at 7pm.", "Town Hall", "Ashbrook"),
    ("en", "Join us in Manchester on 3 June for the Participation Practitioners' Day.", None, "Manchester"),
    ("en", "Where: Riverside Community Centre, 12 Mill Lane, Leeds LS1 4AP. When: 5 May, 6pm.", "Riverside Community Centre", "Leeds"),
    ("en", "Planning workshop, Tuesday 21 April 2026, 6.30pm, St Mark's Church Hall, Fenwick Road, Northbridge. Hosted by Northbridge Parish Council.", "St Mark's Church Hall", "Northbridge"),
    ("en", "Public meeting on the flood scheme: Wednesday 6 May 2026, 7pm, Village Hall. Hosted by Oakcombe Parish Council.", "Village Hall", "Oakcombe"),
    ("en", "Conference: Mini-publics and law, 9–10 July 2026, University of Leeds, Leeds.", "University of Leeds", "Leeds"),
    ("en", "Budget Town Hall\nTuesday 8 December 2026, 5pm, North Library.", "North Library", None),
    ("en", "Have your say on the draft budget at the Guildhall in York, Monday 9 March, 5pm.", "Guildhall", "York"),
    ("en", "Drop in to our exhibition at the library, Saturday 2 May, 10am to 4pm.", "library", None),
    ("de", "Bürgerversammlung am Dienstag, 14. April 2026, 19 Uhr, im Rathaus, Marktplatz 1, Musterfelden.", "Rathaus", "Musterfelden"),
    ("de", "Workshop zur Stadtentwicklung, 5. Mai 2026, 18 Uhr, Bürgerhaus Kalk, Köln.", "Bürgerhaus Kalk", "Köln"),
    ("de", "Ort: Volkshochschule, Neumarkt 7, 04109 Leipzig\nZeit: 18–20 Uhr", "Volkshochschule", "Leipzig"),
    ("de", "Die Fachtagung findet am 11. Juni 2026 in Stuttgart statt.", None, "Stuttgart"),
    ("de", "Die Stadt Hellerbrück lädt ein: Dialogabend am 3. März 2026, 18.30 Uhr, in der Stadthalle.", "Stadthalle", "Hellerbrück"),
    ("de", "Bürgerdialog Radverkehr, 20. Mai 2026, 17 Uhr, Gemeindesaal St. Anna, Potsdam. Eintritt frei.", "Gemeindesaal St. Anna", "Potsdam"),
    ("de", "Planungswerkstatt Neue Mitte: 27. Juni 2026, 10–16 Uhr, Stadtbibliothek Bremen.", "Stadtbibliothek", "Bremen"),
    ("es", "Taller de presupuestos participativos el 12 de mayo a las 18:00 en el Centro Cultural La Alhóndiga, Getafe.", "Centro Cultural La Alhóndiga", "Getafe"),
    ("es", "Lugar: Salón de plenos del Ayuntamiento de Valdehermoso. Fecha: 3 de junio.", "Salón de plenos", "Valdehermoso"),
    ("es", "Jornada sobre gobierno abierto en Zaragoza, 8 de octubre de 2026.", None, "Zaragoza"),
    ("es", "Encuentro vecinal: jueves 16 de abril de 2026, 19:00 h, Biblioteca Municipal, Peñaclara. Entrada libre.", "Biblioteca Municipal", "Peñaclara"),
    ("es", "Foro ciudadano, 22 de mayo, 17:30, Casa de la Cultura. Convoca: Ayuntamiento de Villarrosa.", "Casa de la Cultura", "Villarrosa"),
    ("it", "Assemblea pubblica martedì 12 maggio 2026, ore 21, presso la sala civica di via Roma 3, Montefalco Alto.", "sala civica", "Montefalco Alto"),
    ("it", "Laboratorio di quartiere, sabato 6 giugno, ore 10, biblioteca comunale, Modena.", "biblioteca comunale", "Modena"),
    ("it", "Il convegno si svolge a Bologna il 2 e 3 ottobre 2026.", None, "Bologna"),
    ("it", "Bilancio partecipativo: incontro giovedì 7 maggio, ore 20.30, Palazzo Comunale, Torrechiara.", "Palazzo Comunale", "Torrechiara"),
    ("it", "Luogo: Teatro Sociale, Piazza Garibaldi 2, 46100 Mantova", "Teatro Sociale", "Mantova"),
    ("nl", "Bewonersavond over de nieuwe wijk op 8 april 2026, 19.30 uur, in het gemeentehuis van Zuiderveen.", "gemeentehuis", "Zuiderveen"),
    ("nl", "Waar: Buurthuis De Linde, Kerkstraat 12, 3511 AB Utrecht", "Buurthuis De Linde", "Utrecht"),
    ("nl", "Informatieavond windpark, dinsdag 12 mei 2026, 20.00 uur, dorpshuis De Brink, Oosterhaar.", "dorpshuis De Brink", "Oosterhaar"),
    ("nl", "Landelijke dag Burgerparticipatie, 4 juni 2026, Den Haag.", None, "Den Haag"),
    ("pt", "Assembleia participativa a 9 de maio de 2026, 15h, no Auditório Municipal, Vale de Ribeira.", "Auditório Municipal", "Vale de Ribeira"),
    ("pt", "Local: Biblioteca Municipal, Rua Direita 10, 3800-012 Aveiro", "Biblioteca Municipal", "Aveiro"),
    ("pt", "O encontro realiza-se em Braga no dia 20 de junho.", None, "Braga"),
    ("pt", "Sessão de esclarecimento: 14 de abril, 21h, Junta de Freguesia. Organização: Câmara Municipal de Ponte Velha.", "Junta de Freguesia", "Ponte Velha"),
    ("fr", "Du 1er au 30 avril, les habitants d'Arcueil choisissent en ligne les lauréats.", None, "Arcueil"),
    ("fr", "Balade samedi 14 mars à 10h (départ : parvis de la gare de Flers).", "parvis de la gare", "Flers"),
    ("fr", "Débat vendredi 3 juillet, 19h30, jardin de la Résistance, Bourges (repli à la salle Calvin en cas de pluie).", "jardin de la Résistance", "Bourges"),
    ("it", "Seduta venerdì 17 aprile, ore 15, Sala del Consiglio, Bagno a Ripoli", "Sala del Consiglio", "Bagno a Ripoli"),
    ("pt", "Passeio domingo, 26 de abril, às 10h30, no Porto.", None, "Porto"),
    ("ca", "Audiència pública dijous 14 de maig, 18.30 h, a la sala de plens, Vilaclara.", "sala de plens", "Vilaclara"),
    ("ca", "Lloc: Centre Cívic Can Rull, carrer Gran 12, 08203 Sabadell", "Centre Cívic Can Rull", "Sabadell"),
    ("ca", "Taller de pressupostos participatius a Girona el 3 de juny.", None, "Girona"),
    ("ca", "Procés participatiu del parc: dissabte 9 de maig, 10 h, Ateneu Popular. Organitza: Ajuntament de Santa Rosa del Pla.", "Ateneu Popular", "Santa Rosa del Pla"),
    ("de", "Jeder kommt zu Wort: Versammlung am 12. Mai um 19 Uhr im Ulmensaal.", "Ulmensaal", None),
    ("de", "In diesem Rahmen veranstaltet die Stadt Mayen am Mittwoch, 13. Mai, um 18 Uhr eine Werkstatt in Kleingruppen.", None, "Mayen"),
    ("es", "Encuentro vecinal\nDónde:\nAteneo Nuevo - Alborada\nCuándo:\n12 de mayo de 2026\nCiudad:\nBurgos", "Ateneo Nuevo", "Burgos"),
    ("ca", "Consell de Barri de la Riba Alta: dimarts 12 de maig, a les 19 h, al Centre Cívic Ponent.", "Centre Cívic Ponent", None),
    ("pt", "Sessão Ordinária da Câmara Municipal: quinta-feira, 14 de maio, às 18h, no plenário.", "plenário", None),
    ("en", "Annual Parish Meeting: Tuesday 12 May, 7.30pm in the Village Hall.", "Village Hall", None),
    ("en", "Public forum on Friday 8 May, 10am, in Taunton Community Centre, in Mill Lane.", "Taunton Community Centre", "Taunton"),
    ("nl", "Praat mee over het plein: maandag 11 mei in de Windroos. Inloop 19.30 uur.", "Windroos", None),
    ("nl", "Gemeente\n\nGepubliceerd op 3 maart 2026\n\nBewonersavond op 12 mei, 20.00 uur, bij De Zwaan.", "De Zwaan", None),
    ("es", "Cabildo del Municipio B, sábado 11 de abril a las 11 horas en la Plaza Olmedo.\n* En caso de lluvia o mal tiempo se realiza en el Centro Cultural Alba.", "Plaza Olmedo", None),
    ("es", "La audiencia será el 15 de abril a las 20:30 hs., en la Sala Dr. Raúl Paz del Concejo.", "Sala Dr. Raúl Paz", None),
    ("nl", "Themacafé op 15 april 2026 om 20.00 uur in Podium Linde, Burgemeester H.G. van Loonsingel 31 in Woerden.", "Podium Linde", "Woerden"),
    ("en", "The Planning Commission will hold a hearing on March 9 at 7pm, at 15 Elm Street, Suite 100, Town Hall Building, to consider the plan.", "Town Hall Building", None),
    ("en", "June 2\nThe open house will take place in the Council Chamber at Fenton Place from 6.30 to 8pm.", "Council Chamber", None),
    ("nl", "Bewonersavond op 12 mei om 20 uur in Buurthuis de Wiek in Woerden.", "Buurthuis de Wiek", "Woerden"),
    ("nl", "Op 12 mei houdt de gemeente een avond door Samen in Actie, om 20 uur in de raadzaal.", "raadzaal", None),
    ("es", "El 12 de mayo a las 18 h, en el Centro de Congresos y Exposiciones de Zamora.", "Centro de Congresos y Exposiciones", "Zamora"),
    ("es", "El taller será en la sala de usos múltiples de la Casa Roja el 12 de mayo a las 18 h.", "sala de usos múltiples", None),
    ("es", "Asamblea el 12 de mayo a las 19 h en la Sociedad de Fomento Las Acacias.", "Sociedad de Fomento Las Acacias", None),
    ("it", "L'assemblea si apre in piazza e si tiene il 12 maggio alle 18 a Piazza Garibaldi.", "Piazza Garibaldi", None),
    ("nl", "Inloop op 12 mei om 19 uur in Mfc De Linde, Dorpsstraat 3.", "Mfc De Linde", None),
    ("pt", "O encontro será realizado em Setúbal no dia 12 de maio, às 19h, no auditório da Fundação Horta (FUNHORT).", "auditório da Fundação Horta", "Setúbal"),
    ("ca", "Dijous 14 de maig a les 19 h, a la Biblioteca Solana amb la ponent: Marta Vidal.", "Biblioteca Solana", None),
    ("es", "El 12 de mayo a las 10 h, en el Centro de Artes y Oficios (CAO).", "Centro de Artes y Oficios", None),
    ("pt", "Dia 12 de maio, 18h30, salão nobre dos Paços do Concelho de Vila Cimeira.", "salão nobre", "Vila Cimeira"),
    ("de", "Fortbildung am 6. und 7. Mai 2026 in Kassel (Hotel Drei Linden).", "Hotel Drei Linden", "Kassel"),
    ("fr", "Elle partira samedi 9 mai à 10 h de la passerelle des Ondines, à Moncel-le-Haut.", "passerelle des Ondines", "Moncel-le-Haut"),
    ("ca", "Jornada · 12 de maig · Espai Teler, passeig del Port, 3, Cambrella · Gratuït", "Espai Teler", "Cambrella"),
    ("pt", "Domingo, 10 de maio, com partida às 10h junto à Capela das Almas, em Póvoa de Ribas.", "Capela das Almas", "Póvoa de Ribas"),
    ("pt", "Sessão a 12 de maio, 18h, Auditório da Biblioteca Municipal de Alvor Novo.", "Biblioteca Municipal", "Alvor Novo"),
    ("en", "Tuesday 12 May 2026, 10am, in the Wool Exchange, Holbeach St Anne.", "Wool Exchange", "Holbeach St Anne"),
    ("en", "Quiz, Friday 8 May 2026, 7.30pm, The Red Lion, Kilburn Magna. £5.", "Red Lion", "Kilburn Magna"),
    ("fr", "La marche du quartier des Verriers (Mens-sur-Ardre) est annulée mardi 12 mai.", None, "Mens-sur-Ardre"),
    ("fr", "Lundi 4 mai, 18h, palais des congrès de Blanzac-Rives.", "palais des congrès", "Blanzac-Rives"),
    ("de", "Vortrag am 12. Mai 2026, 18 Uhr, Kulturbahnhof Ebersfelde. Eintritt 5 Euro.", "Kulturbahnhof", "Ebersfelde"),
    ("fr", "Mar. 12 mai · 19 h · salle du Tivoli, 3e étage, 2 place Dauphine, Sennelles · ordre du jour", "salle du Tivoli", "Sennelles"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "notice", "venue", "city"), NOTICES, ids=[row[1][:40] for row in NOTICES])
def test_a_notice_tells_where(language, notice, venue, city):
    place = find_place(notice, context(language))
    assert place is not None
    if venue:
        assert fold(venue) in fold(place.name or "")
    assert fold(place.city or "") == fold(city or "")


NOWHERE = [
    ("es", "El 15 de mayo, Taller 1 – Memoria y Cuidados, abierto a la ciudadanía."),
    ("fr", "Le Conseil départemental lance une consultation. Réponses avant le 3 mars."),
    ("fr", "Nous recrutons un chargé de mission participation, CDD de 12 mois. Candidatures avant le 5 mai."),
    ("fr", "Rapport annuel 2025 de la Commission nationale du débat public : à télécharger."),
    ("fr", "Avec Jeanne Martin, Paul Petit et Awa Ba. Jeudi 12 mars à 18h, en visioconférence."),
    ("fr", "Mai 2026 : votez pour vos projets préférés !"),
    ("fr", "Samedi et Dimanche, fête annuelle."),
    ("fr", "Débat sur le traité de Lisbonne le 4 mai à 18h."),
    ("fr", "Travaux rue des Tanneurs : stationnement interdit du 2 au 6 mars."),
    ("fr", "Atelier d’écriture avec Marie Die et Jean Nancy, le 4 mai."),
    ("fr", "Offre : chargée de mission à mi-temps, CDD. Réponse avant le 3 mai."),
    ("en", "Our Annual Report is out: Participation in Practice, March edition."),
    ("en", "Every Monday in May, online. Book your ticket by Friday."),
    ("de", "Online-Vortrag am Montag, 4. Mai 2026, 18 Uhr. Anmeldung bis Freitag."),
    ("es", "Convocatoria abierta hasta el 30 de abril. Bases disponibles en la web."),
    ("it", "Questionario online fino al 30 aprile: partecipa anche tu."),
    ("nl", "Vul de vragenlijst in vóór 1 mei."),
    ("pt", "Consulta pública aberta até 30 de abril."),
    ("ca", "Enquesta ciutadana oberta fins al 30 d'abril."),
    ("pt", "Sessão no dia 12 de maio, às 19h, com tradução em Libras."),
    ("en", "Fall School on citizens' assemblies, May 12-14, online."),
    ("en", "City Hall Meeting on the budget, 12 May, 6pm."),
    ("de", "Mit: Lena Busch (Initiative Nord), 12. Mai, 18 Uhr."),
    ("es", "El ayuntamiento celebrará el 12 de mayo unas jornadas vecinales."),
    ("nl", "Burgerberaad over de Kerkstraat, 12 mei om 20 uur."),
]


@pytest.mark.parametrize(("language", "notice"), NOWHERE)
def test_where_nothing_is_said_nothing_is_invented(language, notice):
    place = find_place(notice, context(language))
    assert place is None or place.city is None, place


def test_an_unknown_town_is_kept_without_invented_facts():
    place = find_place("Réunion le 3 mars à 18h à la salle des fêtes de Trucmuche-les-Oies.", context())
    assert (place.city, place.department, place.region, place.latitude) == ("Trucmuche-les-Oies", None, None, None)
    assert place.confidence < 0.5


def test_the_label_wins_over_the_sentences():
    text = "La Ville de Lyon et Grenoble s'associent. Le débat sera vif.\nLieu : Chambéry\nDate : 3 mai"
    assert find_place(text, context()).city == "Chambéry"


def test_lille_in_a_sentence_is_known_through_and_through():
    place = find_place("Les 18 et 19 novembre auront lieu à Lille les Rencontres nationales.", context())
    assert (place.city, place.department, place.region, place.country) == ("Lille", "Nord", "Hauts-de-France", "FR")
    assert (round(place.latitude, 2), round(place.longitude, 2)) == (50.63, 3.06)


def test_departement_words_in_the_text_settle_an_ambiguous_town():
    place = find_place("Réunion publique à Saint-Denis, en Seine-Saint-Denis, le 4 mai à 18h.", context())
    assert place.department == "Seine-Saint-Denis"


def test_an_online_event_is_not_in_its_organisers_town():
    assert find_place("Webinaire le 4 mai à 12h, organisé par la Ville de Lyon.", context()) is None


def test_a_postcode_of_another_country_tells_its_town():
    place = find_place("Lundi 9 mars à 16h30, Parlement, Rue du Lombard 69, 1000 Bruxelles", context(country="BE"))
    assert place and place.city == "Bruxelles"


def test_what_the_town_says_is_weaker_than_where_it_is_held():
    by_council = find_place("La commune de Dijon organise un débat le 4 mai.", context())
    held = find_place("Le débat aura lieu à Dijon le 4 mai.", context())
    assert by_council.city == held.city == "Dijon"
    assert by_council.confidence < held.confidence


@given(st.sampled_from(NOTICES), st.text(max_size=60))
def test_no_noise_raises(row, noise):
    find_place(noise + row[1] + noise, context(row[0]))


@given(st.text(max_size=300), st.sampled_from(sorted(ZONES)))
def test_any_text_gives_a_place_or_none(text, language):
    place = find_place(text, context(language))
    assert place is None or 0 <= place.confidence <= 1


@given(st.sampled_from(["Lille", "Rennes", "Metz", "Nantes"]), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_of_a_labelled_town_does_not_matter(town, case):
    assert find_place(f"Lieu : {case(town)}", context()).city in (town, None)
