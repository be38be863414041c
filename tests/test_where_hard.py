"""Notices whose place hides: titles, rooms in buildings, run-in articles, unnamed houses, lists of dates."""

from datetime import date

import pytest

from agenda_scraper.model import Context, Mode
from agenda_scraper.text import fold
from agenda_scraper.where import find_place, read_mode

ZONES = {"fr": "Paris", "en": "London", "de": "Berlin", "es": "Madrid", "it": "Rome", "nl": "Amsterdam", "pt": "Lisbon"}

# language, notice, a part of the venue's name ("": not judged), city, zone (None: the language's own)
HIDDEN = [
    ('fr', "Budget participatif : présentation des projets lauréats le mercredi 10 juin 2026 à 18h, parvis de l'hôtel de ville de Grandlieu. Buvette.", 'parvis', 'Grandlieu', None),
    ('fr', 'L’Institut de la participation vous convie à sa journée annuelle, le 2 octobre 2026, à la Cité internationale, Lyon 6e.', 'Cité internationale', 'Lyon', None),
    ('fr', "Café citoyen. Thème : la laïcité. Samedi 7 mars 15h, Le Barbouillon, 12 place de l'Horloge, Avignon. Gratuit.", 'Le Barbouillon', 'Avignon', None),
    ('fr', 'Formation des élus à la démocratie participative – Bordeaux (33), 15 et 16 juin 2026. Tarif : 850 €', '', 'Bordeaux', None),
    ('fr', "Pour sa 10e édition, le festival Place aux idées s'installe à Pontorgueil du 4 au 6 septembre 2026.", '', 'Pontorgueil', None),
    ('fr', 'Appel à participer au panel citoyen de Saint-Malo Agglomération : première session le 21 mars, 9h, Palais du Grand Large.', 'Palais du Grand Large', 'Saint-Malo', None),
    ('fr', "CONSEIL DE DÉVELOPPEMENT – Plénière du 18 juin à 18h00 – Salle Confluence – Communauté de communes du Val d'Orbe, 3 rue des Écoles, Orbecourt", 'Salle Confluence', 'Orbecourt', None),
    ('fr', 'Réunion publique de lancement de la concertation, mardi 24 mars 2026, 19h, salle Jean-Vilar, avenue de la République, à Argenteuil.', 'salle Jean-Vilar', 'Argenteuil', None),
    ('fr', 'Rendez-vous le samedi 4 avril à 14h30 place de la République à Metz pour une marche exploratoire.', '', 'Metz', None),
    ('fr', 'Vernissage de l’exposition au centre d’art Le Lait, Albi, vendredi 6 mars 18h30.', 'centre d’art Le Lait', 'Albi', None),
    ('fr', "Le Département de la Gironde organise le 12 mai une rencontre à l'hôtel du Département, esplanade Charles-de-Gaulle, Bordeaux.", 'hôtel du Département', 'Bordeaux', None),
    ('fr', 'Séance du jury citoyen : samedi 14 mars 2026, de 9h30 à 17h, à la Maison de la citoyenneté.', 'Maison de la citoyenneté', None, None),
    ('fr', 'Table ronde « Gouverner par les communs » - 28 mai 2026 - Université de Strasbourg, amphi Cavaillès', '', 'Strasbourg', None),
    ('fr', "Réunion d'échange avec les habitants de Kerfeunteun, jeudi 5 mars, 20h, salle du Stivel", 'salle du Stivel', None, None),
    ('fr', 'Loto du club des aînés, dimanche 8 mars, 14h, salle des fêtes de Bourg-Achille. 20 € le carton.', 'salle des fêtes', 'Bourg-Achille', None),
    ('fr', "Concert de l'harmonie à l’église Saint-Pierre de Valmondin, samedi 9 mai à 20h30.", 'église Saint-Pierre', 'Valmondin', None),
    ('fr', 'Marché de Noël, place du Village, Oberbach, 5 et 6 décembre.', '', 'Oberbach', None),
    ('fr', 'Fête de la science du 2 au 12 octobre dans toute la France.', '', None, None),
    ('fr', 'Rencontre des acteurs du sport, 3 mars, INSEP, Paris 12e', '', 'Paris', None),
    ('fr', "Tous à Genève ! Votations, mode d'emploi, Maison des associations, rue des Savoises 15, 1205 Genève, mardi 10 mars, 18h30", 'Maison des associations', 'Genève', 'Europe/Zurich'),
    ('fr', 'Assemblée participative de Schaerbeek, le 12 mai à 18h à la Maison communale', 'Maison communale', 'Schaerbeek', 'Europe/Brussels'),
    ('fr', "Consultation citoyenne sur le tramway : soirée d'information le 15 avril, 19 h, au centre communautaire Ahuntsic, 10780 rue Laverdure, Montréal", 'centre communautaire Ahuntsic', 'Montréal', 'America/Montreal'),
    ('en', 'The Citizens’ Assembly on Housing holds its first weekend on 6–7 June 2026 at the Radisson Hotel, Dublin.', 'Radisson Hotel', 'Dublin', 'Europe/Dublin'),
    ('en', 'Participatory budgeting decision day – Saturday 20 June 2026, 11am to 3pm, Fernhill Primary School, Kirkwell. Organised by Kirkwell Community Council.', 'Fernhill Primary School', 'Kirkwell', None),
    ('en', 'Public Hearing: Zoning changes. 6 PM, April 14, 2026. City Hall, Room 201, 100 Main Street, Springvale.', 'City Hall', 'Springvale', 'America/New_York'),
    ('en', "Brown-bag lunch: Deliberation and AI. Friday 13 March, 12.30, Room 2.04, Bush House, King's College London.", '', 'London', None),
    ('en', 'Spring Fair at Moorfield Community Centre, Saturday 18 April, from noon. Adults £2.', 'Moorfield Community Centre', None, None),
    ('en', 'Summer school on democratic innovation, 6–10 July 2026, Lisbon, Portugal.', '', 'Lisbon', None),
    ('en', 'Council meeting: Tuesday 3 March 2026, 7.30pm, Council Chamber, Civic Offices, Thornbury.', 'Council Chamber', 'Thornbury', None),
    ('en', 'Join our community walk through Harrow Park on 9 May, meeting point: Harrow Park main gate.', '', None, None),
    ('de', 'Bürgerrat Klima: Auftakt am 9. Mai 2026, 10 Uhr, Kulturzentrum Alte Feuerwache, Mannheim.', 'Kulturzentrum Alte Feuerwache', 'Mannheim', None),
    ('de', 'Die Gemeinde Waldau lädt zur Einwohnerversammlung am 17. März 2026 um 19.30 Uhr in die Mehrzweckhalle ein.', 'Mehrzweckhalle', 'Waldau', None),
    ('de', 'Öffentliche Auslegung: 1. bis 30. April 2026, Technisches Rathaus, Zimmer 204.', 'Technisches Rathaus', None, None),
    ('de', 'Netzwerktreffen Bürgerbeteiligung, 24.–26. September 2026, Evangelische Akademie Loccum', 'Akademie Loccum', None, None),
    ('de', 'Flohmarkt am 3. Mai auf dem Schulhof der Grundschule Süd', 'Schulhof', None, None),
    ('es', 'Asamblea ciudadana por el clima: sábado 23 de mayo de 2026, de 10 a 18 h, Pabellón Multiusos, Almenar del Río', 'Pabellón Multiusos', 'Almenar del Río', None),
    ('es', 'El Ayuntamiento de Torrelinda invita a la presentación el 5 de marzo a las 19 h en la Casa Consistorial.', 'Casa Consistorial', 'Torrelinda', None),
    ('es', 'Congreso Internacional de Democracia, Ciudad de México, 3-5 de noviembre de 2026', '', 'Ciudad de México', 'America/Mexico_City'),
    ('it', 'Percorso partecipativo: passeggiata di quartiere sabato 18 aprile ore 10, ritrovo in piazza Dante, Collefiorito', '', 'Collefiorito', None),
    ('it', 'Il Comune di Serravalle al Piano presenta il bilancio partecipativo giovedì 5 marzo alle 20.30 presso la Biblioteca.', 'Biblioteca', 'Serravalle al Piano', None),
    ('nl', 'De gemeente Waterland nodigt u uit voor een inloopavond op 10 maart 2026 van 19.00 tot 21.00 uur in sporthal De Kwadijk.', 'sporthal De Kwadijk', 'Waterland', None),
    ('nl', 'Burgerberaad Afval: startbijeenkomst zaterdag 18 april 2026, 10.00 uur, Stadhuis, Grote Markt 1, Groenloo', 'Stadhuis', 'Groenloo', None),
    ('pt', 'Orçamento Participativo: sessão pública dia 12 de maio de 2026, às 21h00, no Salão Nobre dos Paços do Concelho, Vila Nova do Lago', 'Salão Nobre', 'Vila Nova do Lago', None),
    ('pt', 'Conferência Democracia Local, 8 de outubro de 2026, Fundação Gulbenkian, Lisboa', '', 'Lisboa', None),
    ('ca', 'Jornada de participació, 18 de juny de 2026, Palau Macaya, Barcelona. Inscripció gratuïta.', 'Palau Macaya', 'Barcelona', None),
    ('ca', "L'Ajuntament de Puigverd convoca l'audiència pública el 5 de març a les 19 h al Casal de Cultura.", 'Casal de Cultura', 'Puigverd', None),
    ('fr', 'Atelier\nQuand : jeudi 5 mars à 18h\nOù : Espace associatif des Doucettes, rue du Tiers Pot, Garges-lès-Gonesse\nInscription : https://x.example', 'Espace associatif des Doucettes', 'Garges-lès-Gonesse', None),
    ('fr', '📍 Maison du Peuple, Millau\n📅 12 mars 2026 – 18h', 'Maison du Peuple', 'Millau', None),
    ('fr', 'Date et lieu : 12 mars 2026, 18h, salle Molière, Agen', 'salle Molière', 'Agen', None),
    ('fr', 'Les rendez-vous : 3 mars à 18h30 (salle des fêtes, Trévoul) ; 10 mars à 18h30 (école, Kerbihan).', 'salle des fêtes', 'Trévoul', None),
    ('fr', 'LIEU : SALLE MUNICIPALE, 3 PLACE DE LA MAIRIE, 17000 LA ROCHELLE', 'SALLE MUNICIPALE', 'La Rochelle', None),
    ('fr', 'Le débat aura lieu au Havre le 3 mars à 19h.', '', 'Le Havre', None),
    ('fr', 'Rencontre aux Mureaux, salle du conseil, le 4 avril à 10h', 'salle du conseil', 'Les Mureaux', None),
    ('fr', 'Conférence du 12 mars, université du Mans, au Mans', 'université du Mans', 'Le Mans', None),
    ('fr', 'Réunion le 12 mars 2026 à 18h30, mairie du Mans.', 'mairie', 'Le Mans', None),
    ('fr', "Le 12 mars 2026, de 9h à 17h, à l'ENS de Lyon, site Descartes.", '', 'Lyon', None),
    ('fr', 'Jeudi 12 mars, 14h, Carrefour des Associations - Épinal', '', 'Épinal', None),
    ('fr', 'Vendredi 13 mars 2026 à Saint-Pierre-des-Corps (37), salle Ronsard.', 'salle Ronsard', 'Saint-Pierre-des-Corps', None),
    ('fr', 'Réunion publique – commune nouvelle de Val-Fleuri – lundi 9 mars à 20h, salle communale', 'salle communale', 'Val-Fleuri', None),
    ('fr', 'Projet éolien : permanence publique à la mairie de Saint-Léger-du-Vent le mercredi 4 mars de 14h à 19h, avec la société Ventéole.', 'mairie', 'Saint-Léger-du-Vent', None),
    ('fr', 'Assises nationales, les 8, 9 et 10 octobre 2026 – Centre des congrès, Reims', 'Centre des congrès', 'Reims', None),
    ('fr', 'Le collectif Alternatiba Pau vous donne rendez-vous samedi 7 mars à 10h, place Clemenceau.', '', None, None),
    ('en', 'Venue: The Old Fire Station, 40 George Street, Oxford OX1 2AQ', 'The Old Fire Station', 'Oxford', None),
    ('en', 'WHERE & WHEN: Thursday 5 March, 7pm at Friends Meeting House, Ship Street, Brighton', 'Friends Meeting House', 'Brighton', None),
    ('en', 'The hearing will take place on 4 March at 10:00 in Room B, County Hall, Kingsmead.', 'County Hall', 'Kingsmead', None),
    ('en', 'Community conversation hosted by the City of Millbrook, 6 p.m. Tuesday, March 3, at Lincoln Elementary School.', 'Lincoln Elementary School', 'Millbrook', None),
    ('en', 'A two-day course in Edinburgh, 4 and 5 June.', '', 'Edinburgh', None),
    ('en', 'Workshop – Cardiff, 12 March 2026', '', 'Cardiff', None),
    ('en', 'Annual General Meeting of Hillside Residents Association: Monday 2 March, 8pm, The Crown, Hillside Road.', 'The Crown', None, None),
    ('de', 'Wann: 12. März 2026, 18 Uhr\nWo: Nachbarschaftszentrum, Schillerpromenade 3, Berlin-Neukölln', 'Nachbarschaftszentrum', 'Berlin-Neukölln', None),
    ('de', 'Informationsveranstaltung zum Bebauungsplan, 12. März 2026, 19:00 Uhr, Sitzungssaal des Rathauses Neuhausen', 'Sitzungssaal', 'Neuhausen', None),
    ('de', 'Tag der Demokratie in Halle (Saale), 15. September 2026', '', 'Halle', None),
    ('es', 'Cuándo: 12 de marzo, 18 h\nDónde: Centro Social El Matadero, Huesca', 'Centro Social El Matadero', 'Huesca', None),
    ('it', 'Quando: 12 marzo, ore 18\nDove: Casa della Partecipazione, via dei Sabelli 88, Roma', 'Casa della Partecipazione', 'Roma', None),
    ('nl', 'Wanneer: 12 maart, 19.30 uur. Waar: De Nieuwe Kerk, Delft.', 'De Nieuwe Kerk', 'Delft', None),
    ('pt', 'Quando: 12 de março, 18h. Onde: Centro Cultural, Évora.', 'Centro Cultural', 'Évora', None),
    ('ca', 'Quan: 12 de març, 18 h. On: Biblioteca Central, Terrassa.', 'Biblioteca Central', 'Terrassa', None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "notice", "venue", "city", "zone"), HIDDEN, ids=[row[1][:40] for row in HIDDEN])
def test_a_place_that_hides_is_found(language, notice, venue, city, zone):
    context = Context(language, date(2026, 1, 1), zone or f"Europe/{ZONES.get(language, 'Madrid')}")
    place = find_place(notice, context)
    assert fold(venue) in fold((place and place.name) or "")
    assert fold((place and place.city) or "") == fold(city or "")
    if venue:
        assert read_mode(notice, context) == Mode.OFFLINE


def test_a_title_that_repeats_the_venue_does_not_hide_the_town():
    text = "Atelier (quartier des Tilleuls\nATELIER CARTES (quartier des Tilleuls, Montfleur-le-Haut), le 4 mai à 18h."
    place = find_place(text, Context("fr", date(2026, 1, 1), "Europe/Paris"))
    assert (place.name, place.city) == ("quartier des Tilleuls", "Montfleur-le-Haut")
