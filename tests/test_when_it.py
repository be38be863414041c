"""Italian dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("dal 18 al 20 settembre. Tre giorni di incontri", "2026-09-18/2026-09-20"),
    ("i giovedì di marzo 2026, ore 18", "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00"),
    ("14 aprile 2026", "2026-04-14"),
    ("martedì 14 aprile 2026, ore 18.30", "2026-04-14T18:30"),
    ("14 aprile 2026 alle 21", "2026-04-14T21:00"),
    ("14 aprile 2026 alle ore 20,45", "2026-04-14T20:45"),
    ("14 aprile 2026 h. 18", "2026-04-14T18:00"),
    ("l’11 aprile 2026", "2026-04-11"),
    ("il 1° maggio 2026", "2026-05-01"),
    ("14 aprile 2026, dalle 9 alle 13", "2026-04-14T09:00/2026-04-14T13:00"),
    ("14 aprile 2026, dalle ore 9:30 alle ore 13:00", "2026-04-14T09:30/2026-04-14T13:00"),
    ("14 aprile 2026, ore 10-12 e 14-16", "2026-04-14T10:00/2026-04-14T12:00 2026-04-14T14:00/2026-04-14T16:00"),
    ("14 aprile a mezzogiorno", "2026-04-14T12:00"),
    ("14 aprile 2026, dalle 20 a mezzanotte", "2026-04-14T20:00/2026-04-15T00:00"),
    ("dal 14 al 16 aprile 2026", "2026-04-14/2026-04-16"),
    ("dal 28 aprile al 2 maggio 2026", "2026-04-28/2026-05-02"),
    ("14-16 aprile 2026", "2026-04-14/2026-04-16"),
    ("dall'8 all'11 aprile 2026", "2026-04-08/2026-04-11"),
    ("14 e 15 aprile 2026", "2026-04-14/2026-04-15"),
    ("14 aprile e 12 maggio 2026", "2026-04-14 2026-05-12"),
    ("ogni giovedì di marzo 2026, ore 18", "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00"),
    ("il primo sabato del mese alle 10, da marzo a maggio 2026", "2026-03-07T10:00 2026-04-04T10:00 2026-05-02T10:00"),
    ("domani alle 10", "2026-02-11T10:00"),
    ("stasera alle 20.30", "2026-02-10T20:30"),
    ("venerdì prossimo alle 18", "2026-02-13T18:00"),
    ("12 marzo", "2026-03-12"),
    ("4 gennaio", "2027-01-04"),
    ("lunedì 14 aprile 2026", "2026-04-14 ≠"),
    ("mar 14 apr 2026", "2026-04-14"),
    ("14/04/2026 ore 19:00", "2026-04-14T19:00"),
    ("14.4.2026", "2026-04-14"),
    ("Iscrizioni entro il 1 aprile", "-"),
    ("Laboratorio il 14 aprile 2026, iscrizioni entro il 1 aprile", "2026-04-14"),
    ("Pubblicato il 3 febbraio 2026", "-"),
    ("Legge 7 agosto 1990", "-"),
    ("via XX settembre", "-"),
    ("piazza 25 aprile", "-"),
    ("a metà aprile", "-"),
    ("31 aprile 2026", "-"),
    ("ANNULLATO: incontro del 14 aprile 2026", "cancelled: 2026-04-14"),
    ("L'incontro del 14 aprile è rinviato al 12 maggio 2026", "rescheduled 2026-04-14: 2026-05-12"),
    (
        "- 14 aprile ore 18.00: sala di via Verdi 4\n\n- 16 aprile ore 21.00: sala Rossi",
        "2026-04-14T18:00 2026-04-16T21:00",
    ),
    (
        "entrambi alle 20.30, martedì 14 aprile in sala e giovedì 16 aprile al circolo",
        "2026-04-14T20:30 2026-04-16T20:30",
    ),
    ("martedì 14 aprile, ciclo «Caffè – due ore con la giunta». Dalle 10 alle 12", "2026-04-14T10:00/2026-04-14T12:00"),
    (
        "anche in vista delle elezioni del 14 giugno 2026. Gli incontri si terranno alle ore 20.30 in sala.\n- venerdì 13 marzo: le case\n- mercoledì 15 aprile: le voci",
        "2026-03-13T20:30 2026-04-15T20:30",
    ),
    (
        "Giovedì 14 maggio 2026 assemblea pubblica: si inizia alle 18 e si finisce alle 20.",
        "2026-05-14T18:00/2026-05-14T20:00",
    ),
    (
        "Lunedì 4 maggio a Borgo, martedì 5 maggio a Selva, mercoledì 6 maggio a Prato, sempre alle ore 20.30",
        "2026-05-04T20:30 2026-05-05T20:30 2026-05-06T20:30",
    ),
    ("12/05 Acqua\n26/05 Strade\nSempre di martedì, sempre alle 18.30", "2026-05-12T18:30 2026-05-26T18:30"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_italian(row):
    assert read_line(row, "it", "Europe/Rome", "2026-02-10") == row[1]
