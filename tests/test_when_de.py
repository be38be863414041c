"""German dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("14. April 2026, 19.00 Uhr bis ca. 21.00 Uhr", "2026-04-14T19:00/2026-04-14T21:00"),
    ("Die Stadt sucht Verstärkung. Bewerbungen bis 2. März 2026", "-"),
    ("stellt die Pläne vor: Mittwoch, 18. März 2026, 19 Uhr", "2026-03-18T19:00"),
    ("16. April 2026, Raum 3.05: 10–12 Uhr", "2026-04-16T10:00/2026-04-16T12:00"),
    ("14. April 2026", "2026-04-14"),
    ("am Dienstag, den 14. April 2026", "2026-04-14"),
    ("Di, 14.04.2026, 19 Uhr", "2026-04-14T19:00"),
    ("14.04.2026 | 18:30 Uhr", "2026-04-14T18:30"),
    ("14. April 2026 um 18.30 Uhr", "2026-04-14T18:30"),
    ("14. April 2026, halb acht abends", "2026-04-14T19:30"),
    ("14. April 2026, 18–20 Uhr", "2026-04-14T18:00/2026-04-14T20:00"),
    ("14. April 2026 von 9 bis 17 Uhr", "2026-04-14T09:00/2026-04-14T17:00"),
    ("14. April 2026, 20 Uhr bis Mitternacht", "2026-04-14T20:00/2026-04-15T00:00"),
    ("14. April 2026, 10-12 Uhr und 14-16 Uhr", "2026-04-14T10:00/2026-04-14T12:00 2026-04-14T14:00/2026-04-14T16:00"),
    ("vom 14. bis 16. April 2026", "2026-04-14/2026-04-16"),
    ("14.–16. April 2026", "2026-04-14/2026-04-16"),
    ("28. April bis 2. Mai 2026", "2026-04-28/2026-05-02"),
    ("14.04.–16.04.2026", "2026-04-14/2026-04-16"),
    ("14. und 15. April 2026", "2026-04-14/2026-04-15"),
    ("14. April und 12. Mai 2026", "2026-04-14 2026-05-12"),
    ("jeden Donnerstag im März 2026, 18 Uhr", "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00"),
    ("donnerstags, 18 Uhr, bis 26. Februar 2026", "2026-02-12T18:00 2026-02-19T18:00 2026-02-26T18:00"),
    ("jeden letzten Dienstag im Monat, 19 Uhr", "2026-02-24T19:00"),
    ("morgen um 10 Uhr", "2026-02-11T10:00"),
    ("heute Abend, 19:30 Uhr", "2026-02-10T19:30"),
    ("nächsten Freitag, 18 Uhr", "2026-02-13T18:00"),
    ("Donnerstag, 12. März", "2026-03-12"),
    ("am 4. Januar", "2027-01-04"),
    ("Montag, 14. April 2026", "2026-04-14 ≠"),
    ("Do. 12. März 2026", "2026-03-12"),
    ("am 12.3. um 18 Uhr", "2026-03-12T18:00"),
    ("Einlass 18 Uhr, Beginn 19 Uhr, 14. April 2026", "2026-04-14T19:00"),
    ("Anmeldeschluss: 1. April 2026", "-"),
    ("Workshop am 14. April 2026, Anmeldung bis 1. April", "2026-04-14"),
    ("Veröffentlicht am 3. Februar 2026", "-"),
    ("Gesetz vom 12. Dezember 2019", "-"),
    ("Straße des 17. Juni", "-"),
    ("Mitte September", "-"),
    ("31. April 2026", "-"),
    ("Mo–Fr 9–17 Uhr", "-"),
    ("Abgesagt: Bürgerforum am 14. April 2026", "cancelled: 2026-04-14"),
    ("Die Sitzung am 14. April wird auf den 12. Mai 2026 verschoben", "rescheduled 2026-04-14: 2026-05-12"),
    ("verschoben vom 14. April auf den 12. Mai 2026", "rescheduled 2026-04-14: 2026-05-12"),
    ("vierzehnter April 2026", "-"),
    (
        "Montag, 13. April, im Gasthaus; Mittwoch, 15. April, in der Halle. Los geht es jeweils um 18 Uhr.",
        "2026-04-13T18:00 2026-04-15T18:00",
    ),
    (
        "Die Abende finden an folgenden Tagen statt:\n• Montag, 13. April 2026 – abgesagt\n• Donnerstag, 7. Mai 2026\n• Dienstag, 9. Juni 2026\nSie beginnen um 19.30 Uhr.",
        "2026-05-07T19:30 2026-06-09T19:30",
    ),
    (
        "Dazu findet am Montag, 7. September, um 18 Uhr eine Werkstatt statt. Die Unterlagen können vom 24. August bis 11. September im Rathaus eingesehen werden.",
        "2026-09-07T18:00",
    ),
    (
        "Die Pläne können vom 4. bis 15. Mai 2026 im Rathaus eingesehen werden.\nErörterung am 20. Mai 2026 um 18 Uhr.",
        "2026-05-20T18:00",
    ),
    (
        "Bürgerwerkstatt am 14. April 2026\n18:00 Uhr Begrüßung\n18:10 Uhr Vortrag\n18:30 Uhr Gespräch\nDie Veranstaltung endet um 20 Uhr.",
        "2026-04-14T18:00/2026-04-14T20:00",
    ),
    (
        "Die Abende beginnen jeweils um 19 Uhr: Montag, 4. Mai, in Oberau, Dienstag, 5. Mai, in Mittelau, Mittwoch, 6. Mai, in Unterau.",
        "2026-05-04T19:00 2026-05-05T19:00 2026-05-06T19:00",
    ),
    (
        "Verschoben! Das Forum ist nicht am 5. Mai, sondern erst am 12. Mai 2026, 19 Uhr.",
        "rescheduled: 2026-05-12T19:00",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_german(row):
    assert read_line(row, "de", "Europe/Berlin", "2026-02-10") == row[1]
