"""Places that no gazetteer and no word of building gives away: towns never heard of, houses with a proper name."""

from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.text import fold
from agenda_scraper.where import find_place

# language, zone, notice, venue ("" when the notice names none), town
ROWS = [
    ('fr', 'Europe/Paris', "Atelier d'écriture du projet de territoire\nMardi 3 mars 2026, 18h – 20h\nEspace Simone-Weil (1er étage), Valbrune\nEntrée libre", 'Espace Simone-Weil', 'Valbrune'),
    ('fr', 'Europe/Paris', 'Réunion publique\nLe 5 mai 2026 à 20h\nSalle Jean-Vilar\n4 rue des Lilas\nBeaumesnil-sous-Bois', 'Salle Jean-Vilar', 'Beaumesnil-sous-Bois'),
    ('fr', 'Europe/Paris', 'Café-débat le vendredi 10 avril à 18h30 au Quai des Possibles, à Brignac. Avec la sociologue Anne Roux.', 'Quai des Possibles', 'Brignac'),
    ('fr', 'Europe/Paris', 'Les élus de Montrevert-le-Grand vous donnent rendez-vous samedi 6 juin à 10h devant la poste.', 'poste', 'Montrevert-le-Grand'),
    ('fr', 'Europe/Paris', 'Permanence du commissaire enquêteur à Vaudrey (mairie) le 4 juin 2026 de 9h à 12h.', 'mairie', 'Vaudrey'),
    ('fr', 'Europe/Paris', 'Assemblée citoyenne, 3e session. Samedi 21 novembre 2026, 9h-17h, amphi B, campus des Cézeaux, Clermont-Ferrand.', 'amphi B', 'Clermont-Ferrand'),
    ('fr', 'Europe/Paris', 'La MJC de Pontarvert organise un débat le 9 octobre 2026 à 20h. Salle Prévert.', 'Salle Prévert', 'Pontarvert'),
    ('fr', 'Europe/Paris', "Soirée-débat à Lorvignac : quelle école demain ? Mardi 12 mai 2026, 20h, salons de l'Hôtel de Ville.", "salons de l'Hôtel de Ville", 'Lorvignac'),
    ('fr', 'Europe/Paris', 'Forum des initiatives, La Cartonnerie, Mesnay-en-Forêt, samedi 4 avril 2026 de 10 h à 18 h', 'La Cartonnerie', 'Mesnay-en-Forêt'),
    ('fr', 'Europe/Paris', 'Ateliers de la transition — Saint-Brévaud (44) — 12 et 13 juin 2026 — Ferme du Grand Pré', 'Ferme du Grand Pré', 'Saint-Brévaud'),
    ('fr', 'Europe/Paris', "Colloque « Démocratie et données », les 7 et 8 octobre 2026 à l'Université de Haute-Alsace (Mulhouse).", 'Université de Haute-Alsace', 'Mulhouse'),
    ('fr', 'Europe/Paris', 'Jury citoyen de Quimerch : restitution. Vendredi 3 avril, 18 h, à la Maison du port.', 'Maison du port', 'Quimerch'),
    ('fr', 'Europe/Paris', "Où ? Au Comptoir des idées, 3 place Carnot, Brassac. Quand ? Le 7 mai à 19h. Quoi ? Un débat sur l'eau.", 'Comptoir des idées', 'Brassac'),
    ('fr', 'Europe/Paris', "Grande soirée de restitution de la concertation, dans l'ancienne école de Vieilleville-d'Aure, le mardi 19 mai 2026 à 20h.", 'ancienne école', "Vieilleville-d'Aure"),
    ('en', 'Europe/London', 'Community conversation on the harbour plan, Thursday 7 May 2026, 6.30pm, The Old Sail Loft, Porthmellin.', 'Old Sail Loft', 'Porthmellin'),
    ('en', 'America/New_York', 'Budget town meeting, Monday, March 9, 2026, 7 p.m., Fillmore Auditorium, Ashfield, MA. All residents welcome.', 'Fillmore Auditorium', 'Ashfield'),
    ('en', 'Europe/London', "Citizens' panel on transport for people living in Easterby. Saturday 6 June 2026, 10am, Room 4, the Corn Exchange.", 'Corn Exchange', 'Easterby'),
    ('de', 'Europe/Berlin', 'Bürgerdialog zur Ortsumfahrung Wiesenau. Mittwoch, 6. Mai 2026, 19 Uhr, Gasthof Zur Linde, Wiesenau.', 'Gasthof Zur Linde', 'Wiesenau'),
    ('de', 'Europe/Berlin', 'Wo: Pfarrheim St. Josef, Untermoos. Wann: 14. April 2026, 19:30 Uhr. Thema: Wie wollen wir wohnen?', 'Pfarrheim St. Josef', 'Untermoos'),
    ('de', 'Europe/Vienna', 'Bürgerrat Klima, 8. und 9. Mai 2026, Kulturhof Amstein, Lindach an der Thaya', 'Kulturhof Amstein', 'Lindach an der Thaya'),
    ('es', 'Europe/Madrid', 'Encuentro vecinal en Villaseca del Duero, sábado 9 de mayo de 2026, 11 h, frontón municipal.', 'frontón municipal', 'Villaseca del Duero'),
    ('it', 'Europe/Rome', 'Assemblea cittadina a Borgo Santo Spirito, sabato 9 maggio 2026 ore 10, ex Filanda.', 'ex Filanda', 'Borgo Santo Spirito'),
    ('it', 'Europe/Rome', 'Passeggiata partecipata, domenica 17 maggio 2026, ore 9.30, ritrovo davanti alla chiesa di San Rocco, Valcorta.', 'chiesa di San Rocco', 'Valcorta'),
    ('nl', 'Europe/Amsterdam', "Dorpsgesprek Oosterhaven op dinsdag 12 mei 2026 om 20.00 uur in dorpshuis 't Anker.", "dorpshuis 't Anker", 'Oosterhaven'),
    ('nl', 'Europe/Brussels', 'Burgerpanel mobiliteit, zaterdag 6 juni 2026, 10 uur, De Zwerver, Leffinge.', 'De Zwerver', 'Leffinge'),
    ('nl', 'Europe/Amsterdam', 'De gemeente Wouderveen nodigt u uit voor een inloopavond: 21 mei 2026, 19.00 uur, Het Trefpunt (Kerkstraat 3).', 'Het Trefpunt', 'Wouderveen'),
    ('pt', 'Europe/Lisbon', 'Assembleia participativa em Vale de Azeitão, sábado 9 de maio de 2026, 15h00, sede da Sociedade Recreativa.', 'sede da Sociedade Recreativa', 'Vale de Azeitão'),
    ('pt', 'Europe/Lisbon', 'A Junta de Freguesia de Montalvão convida para a sessão de 14 de maio de 2026, às 21h, no Salão Nobre.', 'Salão Nobre', 'Montalvão'),
    ('ca', 'Europe/Madrid', 'Audiència pública a Vilafosca, dimarts 12 de maig de 2026, 19 h, Cal Ferrer.', 'Cal Ferrer', 'Vilafosca'),
    ('ca', 'Europe/Madrid', "L'Ajuntament de Castellrodó convoca el veïnat dijous 14 de maig de 2026 a les 19 h a l'Espai Jove.", 'Espai Jove', 'Castellrodó'),
    ('fr', 'Europe/Paris', 'Atelier citoyen – mardi 3 mars 2026, 20h – Rochebrun, salle des fêtes.', 'salle des fêtes', 'Rochebrun'),
    ('fr', 'Europe/Paris', 'Rendez-vous le 12 mai à 18h à Trévanec, salle du Port. Venez avec vos idées.', 'salle du Port', 'Trévanec'),
    ('fr', 'Europe/Paris', 'RÉUNION PUBLIQUE\nPLU : où en est-on ?\nSALLE POLYVALENTE – MERVANS-LE-HAUT\nMARDI 17 MARS 2026 – 19 H', 'salle polyvalente', 'Mervans-le-Haut'),
    ('fr', 'Europe/Paris', "Mairie de Chastelot : le maire et son équipe vous convient à une réunion d'échange le vendredi 6 mars 2026, 18h, salle du conseil.", 'salle du conseil', 'Chastelot'),
    ('fr', 'Europe/Paris', "La communauté d'agglomération du Val-Noir propose un atelier climat, le 4 juin 2026 à 18 h à Ambroisy, au lycée Colette.", 'lycée Colette', 'Ambroisy'),
    ('fr', 'Europe/Paris', 'Balade sensible dans le quartier des Aubépines (Ambroisy) ; départ devant la crèche, dimanche 7 juin 2026, 10h.', '', 'Ambroisy'),
    ('fr', 'Europe/Paris', 'Retrouvons-nous le jeudi 16 avril 2026, 20h, au café associatif La Bricole de Neuvic-le-Vieux, pour parler de la future maison de santé.', 'La Bricole', 'Neuvic-le-Vieux'),
    ('fr', 'Europe/Paris', 'Webinaire et rencontre. 5 mai 2026, 14h. Sur place : Halle Tropisme, 121 rue Fontcouverte, Montpellier, ou en ligne.', 'Halle Tropisme', 'Montpellier'),
    ('fr', 'Europe/Brussels', 'Panel citoyen : séance de clôture le 30 mai 2026 à 9h30. Lieu : Maison des associations, rue Haute 12, 1000 Bruxelles.', 'Maison des associations', 'Bruxelles'),
    ('fr', 'Europe/Zurich', 'Soirée participative sur le plan de quartier, jeudi 7 mai 2026, 19h30, Salle communale de Plainvaux.', 'Salle communale', 'Plainvaux'),
    ('fr', 'America/Toronto', 'Consultation publique sur le parc riverain, le 9 juin 2026 à 19 h, centre communautaire Lafond, 200, rue Notre-Dame, Saint-Élzéar.', 'centre communautaire Lafond', 'Saint-Élzéar'),
    ('fr', 'Europe/Paris', 'Enquête publique du 4 mai au 5 juin 2026 en mairie de Lussan-les-Bois : permanences du commissaire.', 'mairie', 'Lussan-les-Bois'),
    ('fr', 'Europe/Paris', "Soirée jeux de société à la Maison pour tous d'Ozerailles, le 13 mars 2026 à 20 h.", 'Maison pour tous', 'Ozerailles'),
    ('fr', 'Europe/Paris', 'Rencontres de la participation\n17-18 novembre 2026\nCouvent des Jacobins\nRennes', 'Couvent des Jacobins', 'Rennes'),
    ('fr', 'Europe/Paris', 'Formation à la facilitation, 14 et 15 mai 2026, dans les locaux de la Scop Mosaïque à Villeurbanne.', '', 'Villeurbanne'),
    ('en', 'Europe/London', 'Drop in to Thornby village hall on Wednesday 13 May 2026 between 3pm and 8pm to see the flood scheme.', 'village hall', 'Thornby'),
    ('en', 'Europe/London', 'Neighbourhood forum: Monday 8 June 2026, 7pm, upstairs at the Lamb & Flag, Castle Street, Wexcombe.', 'Lamb & Flag', 'Wexcombe'),
    ('en', 'America/New_York', 'The Town of Harwick will hold a public hearing on Tuesday, April 14, 2026 at 7:00 PM at the Senior Center, 10 Elm Street.', 'Senior Center', 'Harwick'),
    ('en', 'Europe/Dublin', 'Public consultation evening, Thursday 4 June 2026, 7.30pm, Scoil Bhríde, Ballinagar.', 'Scoil Bhríde', 'Ballinagar'),
    ('de', 'Europe/Berlin', 'Zukunftswerkstatt in Neuwiesental: Samstag, 9. Mai 2026, 10 bis 16 Uhr, Alte Molkerei.', 'Alte Molkerei', 'Neuwiesental'),
    ('de', 'Europe/Berlin', 'Öffentliche Auslegung und Erörterung am 12. Mai 2026, 18 Uhr, im Sitzungssaal des Rathauses Brunnfeld.', 'Sitzungssaal', 'Brunnfeld'),
    ('de', 'Europe/Zurich', 'Mitwirkungsanlass Ortsplanung, Donnerstag, 7. Mai 2026, 19.30 Uhr, Mehrzweckhalle Oberried, Hinterwil.', 'Mehrzweckhalle Oberried', 'Hinterwil'),
    ('de', 'Europe/Berlin', 'Stammtisch Bürgerbeteiligung im Café Kleinod, Marktplatz 3, Talheim-Süd, am 5. Mai 2026 um 19 Uhr', 'Café Kleinod', 'Talheim-Süd'),
    ('es', 'Europe/Madrid', 'Asamblea vecinal, miércoles 6 de mayo de 2026, 19:30 h, CSA La Nave Azul, calle Mayor 3, Robledal de Arriba.', 'La Nave Azul', 'Robledal de Arriba'),
    ('es', 'Europe/Madrid', 'El Ayuntamiento de Peñaserena organiza una jornada el 8 de mayo de 2026 a las 10:00 en la Casa de Cultura.', 'Casa de Cultura', 'Peñaserena'),
    ('it', 'Europe/Rome', 'Dibattito pubblico sulla tangenziale, giovedì 7 maggio 2026, ore 20.30, Auditorium San Carlo, via Roma 2, Pieve Alta (BO).', 'Auditorium San Carlo', 'Pieve Alta'),
    ('it', 'Europe/Rome', 'Incontro con i cittadini di Castelbruno: martedì 5 maggio 2026 alle 21 in sala consiliare.', 'sala consiliare', 'Castelbruno'),
    ('nl', 'Europe/Amsterdam', 'Informatieavond over de windmolens, woensdag 6 mei 2026, 19.30 uur, café-zaal De Gouden Leeuw te Oudkarspel.', 'De Gouden Leeuw', 'Oudkarspel'),
    ('nl', 'Europe/Brussels', 'Infomarkt mobiliteitsplan, 6 mei 2026 van 17 tot 20 uur, OC De Linde, Kerkplein 1, 9840 Zevergem', 'OC De Linde', 'Zevergem'),
    ('pt', 'Europe/Lisbon', 'Sessão de esclarecimento, quinta-feira, 7 de maio de 2026, 21h, Centro Cultural de Aldeia Nova.', 'Centro Cultural', 'Aldeia Nova'),
    ('pt', 'Europe/Lisbon', 'Oficina de cidadania no Mercado do Bairro (Almargem), sábado, 9 de maio de 2026, 10h.', 'Mercado do Bairro', 'Almargem'),
    ('ca', 'Europe/Madrid', "Taller participatiu sobre el POUM: dimecres 6 de maig de 2026, 18.30 h, sala d'actes de la Biblioteca Vella, Montclar d'Avall.", "sala d'actes", "Montclar d'Avall"),
    ('fr', 'Europe/Paris', 'Débat mobile : le bus de la concertation fait étape à Sarlande le 15 mai 2026, de 9h à 12h, place du Foirail.', 'place du Foirail', 'Sarlande'),
    ('fr', 'Europe/Paris', 'Comité de suivi, 3 juin 2026, 18h. Ambérac, mairie annexe.', 'mairie annexe', 'Ambérac'),
]  # fmt: skip

# What only looks like a town or a house.
NEVER = [
    ("fr", "Europe/Paris", "Formation, 5 mai 2026, 9h. Les Amis de Georges organisent la journée.", "Georges"),
    ("fr", "Europe/Paris", "Séminaire (Anne Roux, Université de Bretagne) le 5 mai 2026 à 18h.", "Bretagne"),
    ("fr", "Europe/Paris", "Réunion avec les habitants de Kerguenvel, jeudi 5 mars, 20h, salle du Lavoir", "Kerguenvel"),
    ("es", "Europe/Madrid", "Jueves 5 de marzo de 2026, 17 h. Centro de Mayores Río Seco, calle Olmo 14.", "Mayores Río Seco"),
    ("en", "Europe/London", "A Festival of Ideas, Thursday 7 May 2026, 7pm. Talks about a park saved.", "park"),
    ("en", "Europe/London", "TICTeC 2027: the Impacts of Civic Technology Conference. Online, 8 June 2027.", "the Impacts of Civic Technology Conference"),
    ("it", "Europe/Rome", "Dibattito, giovedì 7 maggio 2026, ore 20.30, Auditorium San Carlo, Pieve Alta (BO).", "Bo"),
    ("en", "America/New_York", "March 9, 2027 Pier Commission - Canceled", "Canceled"),
    ("en", "America/New_York", "May 4, 2027 Agenda – Presentations", "Presentations"),
    ("en", "America/New_York", "May 4, 2027\n10:00 AM, Board of Wardens", "Board of Wardens"),
    ("en", "America/New_York", "May 4, 2027 6:30 PM\nHarbor Council - Regular Meeting", "Regular Meeting"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "zone", "text", "venue", "town"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_the_place_shows_by_where_it_stands(language, zone, text, venue, town):
    place = find_place(text, Context(language, date(2026, 2, 1), zone))
    assert place is not None
    assert fold(venue) in fold(place.name or "")
    assert fold(place.city or "") == fold(town)


@pytest.mark.parametrize(("language", "zone", "text", "never"), NEVER, ids=[row[2][:40] for row in NEVER])
def test_no_place_is_made_up(language, zone, text, never):
    place = find_place(text, Context(language, date(2026, 2, 1), zone))
    assert place is None or never not in (place.city, place.name)
