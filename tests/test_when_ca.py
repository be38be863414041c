"""Catalan dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("14 d'abril de 2026", "2026-04-14"),
    ("dimarts 14 d’abril de 2026", "2026-04-14"),
    ("el 14 d'abril a les 18.30 h", "2026-04-14T18:30"),
    ("14 d'abril a les set del vespre", "2026-04-14T19:00"),
    ("14 d'abril, a dos quarts de 8 del vespre", "2026-04-14T19:30"),
    ("14 d'abril a les 6 de la tarda", "2026-04-14T18:00"),
    ("14 d'abril, de 10 a 13 h", "2026-04-14T10:00/2026-04-14T13:00"),
    ("del 14 al 16 d'abril de 2026", "2026-04-14/2026-04-16"),
    ("del 28 d'abril al 2 de maig de 2026", "2026-04-28/2026-05-02"),
    ("14 i 15 d'abril de 2026", "2026-04-14/2026-04-15"),
    ("14 d'abril i 12 de maig de 2026", "2026-04-14 2026-05-12"),
    ("cada dijous de març de 2026 a les 18 h", "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00"),
    ("tots els dijous fins al 26 de febrer de 2026", "2026-02-12 2026-02-19 2026-02-26"),
    ("demà a les 10 h", "2026-02-11T10:00"),
    ("aquest vespre a les 8", "2026-02-10T20:00"),
    ("divendres vinent a les 18 h", "2026-02-13T18:00"),
    ("12 de març", "2026-03-12"),
    ("4 de gener", "2027-01-04"),
    ("dilluns 14 d'abril de 2026", "2026-04-14 ≠"),
    ("14/04/2026 19:00h", "2026-04-14T19:00"),
    ("dt. 14 abr. 2026", "2026-04-14"),
    ("Inscripcions fins a l'1 d'abril", "-"),
    ("Taller el 14 d'abril de 2026; inscripcions abans de l'1 d'abril", "2026-04-14"),
    ("Publicat el 3 de febrer de 2026", "-"),
    ("a mitjan abril", "-"),
    ("31 d'abril de 2026", "-"),
    ("SUSPÈS: taller del 14 d'abril de 2026", "cancelled: 2026-04-14"),
    ("S'ajorna al 12 de maig de 2026", "rescheduled: 2026-05-12"),
    ("plaça 1 d'octubre", "-"),
    ("arriba a la 4a edició, dimarts 14 d'abril, 18.30 h", "2026-04-14T18:30"),
    (
        "El taller és el 14 d'abril a la sala gran. Les inscripcions per participar en el taller es poden fer del 3 al 9 d'abril.",
        "2026-04-14",
    ),
    (
        "Dimecres, 15 d’abril de 2026\nInici: 19.00 h. Hora prevista d’acabament 20.30 h",
        "2026-04-15T19:00/2026-04-15T20:30",
    ),
    (
        "Les trobades tindran lloc els dijous, a les 7 de la tarda:\n16 d’abril Casal\n7 de maig Centre cívic",
        "2026-04-16T19:00 2026-05-07T19:00",
    ),
    ("El barri el 16 de maig de 2026 a les 19 h: taller de propostes.", "2026-05-16T19:00"),
    ("Dissabte 16 de maig de 2026, a les 10 h, debat obert. Al migdia hi haurà dinar.", "2026-05-16T10:00"),
    ("El proper dia 17 a les 19 h, audiència pública.", "2026-02-17T19:00"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_catalan(row):
    assert read_line(row, "ca", "Europe/Madrid", "2026-02-10") == row[1]
