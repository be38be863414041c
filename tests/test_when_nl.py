"""Dutch dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("14 april 2026 van 19.00 uur tot ongeveer 21.00 uur", "2026-04-14T19:00/2026-04-14T21:00"),
    ("14 april 2026", "2026-04-14"),
    ("dinsdag 14 april 2026", "2026-04-14"),
    ("di 14 april, 20.00 uur", "2026-04-14T20:00"),
    ("14 april 2026 om 19.30 uur", "2026-04-14T19:30"),
    ("14 april 2026, half acht 's avonds", "2026-04-14T19:30"),
    ("14 april 2026 om 20u30", "2026-04-14T20:30"),
    ("14 april 2026 van 13.00 tot 17.00 uur", "2026-04-14T13:00/2026-04-14T17:00"),
    ("14 april 2026, 13:00-17:00", "2026-04-14T13:00/2026-04-14T17:00"),
    ("14 april 2026, 20 uur tot middernacht", "2026-04-14T20:00/2026-04-15T00:00"),
    ("van 14 tot en met 16 april 2026", "2026-04-14/2026-04-16"),
    ("14 t/m 16 april 2026", "2026-04-14/2026-04-16"),
    ("28 april t/m 2 mei 2026", "2026-04-28/2026-05-02"),
    ("14 en 15 april 2026", "2026-04-14/2026-04-15"),
    ("14 april en 12 mei 2026", "2026-04-14 2026-05-12"),
    (
        "elke donderdag in maart 2026 om 18.00 uur",
        "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00",
    ),
    ("iedere eerste maandag van de maand, 19.30 uur", "2026-03-02T19:30"),
    ("morgen om 10.00 uur", "2026-02-11T10:00"),
    ("vanavond om 20.00 uur", "2026-02-10T20:00"),
    ("komende vrijdag om 18.00 uur", "2026-02-13T18:00"),
    ("12 maart", "2026-03-12"),
    ("4 januari", "2027-01-04"),
    ("maandag 14 april 2026", "2026-04-14 ≠"),
    ("do 12 mrt 2026", "2026-03-12"),
    ("14-04-2026, 19.00 uur", "2026-04-14T19:00"),
    ("Aanmelden vóór 1 april", "-"),
    ("Bijeenkomst op 14 april 2026, aanmelden tot 1 april", "2026-04-14"),
    ("Gepubliceerd op 3 februari 2026", "-"),
    ("medio april", "-"),
    ("31 april 2026", "-"),
    ("inloop 19.00 uur, aanvang 19.30 uur, 14 april 2026", "2026-04-14T19:30"),
    ("AFGELAST: bijeenkomst 14 april 2026", "cancelled: 2026-04-14"),
    ("De bijeenkomst van 14 april is verplaatst naar 12 mei 2026", "rescheduled 2026-04-14: 2026-05-12"),
    ("donderdag 16 april. U bent van harte welkom om 20.00 in het buurthuis", "2026-04-16T20:00"),
    ("14 april van 20.00 tot 22.00 uur. De zaal is vanaf 19.30 uur open.", "2026-04-14T20:00/2026-04-14T22:00"),
    ("2026-02-03 08:15:42\nDorpsavond\ndinsdag 14 april 2026, 20.00 uur", "2026-04-14T20:00"),
    ("op dinsdag 14 april om 20 uur een infoavond in zaal De Lier", "2026-04-14T20:00"),
    ("woensdag 15 april. De avond duurt van 19.00 tot 21.30 uur", "2026-04-15T19:00/2026-04-15T21:30"),
    ("Wanneer: 14 april 2026, inloop 18.30 uur, start 19.00 uur, 21.30 uur einde", "2026-04-14T19:00/2026-04-14T21:30"),
    (
        "Infoavond ‘Bouwen, vandaag en morgen’\nDe gemeente houdt op 14 april een infoavond.\nOver bouwen, vandaag en morgen. Aanvang om 20 uur.",
        "2026-04-14T20:00",
    ),
    (
        "Bewonersavond op 14 april 2026. De avond begint om 19.30 u en eindigt om 21.30 u.",
        "2026-04-14T19:30/2026-04-14T21:30",
    ),
    ("Bewonersavond op 14 april 2026 om 20 uur. Uw reactie kunt u tot en met 30 april mailen.", "2026-04-14T20:00"),
    (
        "De plannen liggen van 2 tot en met 30 maart 2026 ter inzage. De avond is op 12 maart om 19.30 uur.",
        "2026-03-12T19:30",
    ),
    (
        "Het plan ligt van 7 mei tot en met 18 juni 2026 ter inzage. Op 12 mei is er een spreekuur.",
        "2026-05-07/2026-06-18",
    ),
    (
        "De raad van dinsdag 5 mei gaat niet door. De vergadering wordt ingehaald op dinsdag 12 mei, 20.00 uur",
        "rescheduled 2026-05-05: 2026-05-12T20:00",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_dutch(row):
    assert read_line(row, "nl", "Europe/Amsterdam", "2026-02-10") == row[1]
