"""Spanish dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("14 de abril de 2026", "2026-04-14"),
    ("martes, 14 de abril de 2026", "2026-04-14"),
    ("Audiencia el 14 de abril. Cierre del Registro de Participantes: 7/04/2026 a las 15.", "2026-04-14"),
    ("el martes 14 de abril a las 18:30 h", "2026-04-14T18:30"),
    ("14 de abril de 2026 a las 7 de la tarde", "2026-04-14T19:00"),
    ("14 de abril a las seis y media de la tarde", "2026-04-14T18:30"),
    ("14 abril 2026 | 18.00 h", "2026-04-14T18:00"),
    ("14 de abril, de 10 a 13 h", "2026-04-14T10:00/2026-04-14T13:00"),
    ("14 de abril de 10:00 a 13:00 horas", "2026-04-14T10:00/2026-04-14T13:00"),
    ("14 de abril al mediodía", "2026-04-14T12:00"),
    ("14 de abril, de 20 h a medianoche", "2026-04-14T20:00/2026-04-15T00:00"),
    ("del 14 al 16 de abril de 2026", "2026-04-14/2026-04-16"),
    ("del 28 de abril al 2 de mayo de 2026", "2026-04-28/2026-05-02"),
    ("14-16 abril 2026", "2026-04-14/2026-04-16"),
    ("14 y 15 de abril de 2026", "2026-04-14/2026-04-15"),
    ("14 de abril y 12 de mayo de 2026", "2026-04-14 2026-05-12"),
    ("desde el 14 de abril hasta el 16 de abril de 2026", "2026-04-14/2026-04-16"),
    (
        "todos los jueves de marzo de 2026 a las 18 h",
        "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00",
    ),
    ("cada jueves a las 18 h hasta el 26 de febrero de 2026", "2026-02-12T18:00 2026-02-19T18:00 2026-02-26T18:00"),
    ("mañana a las 10 h", "2026-02-11T10:00"),
    ("pasado mañana", "2026-02-12"),
    ("el próximo viernes a las 18 h", "2026-02-13T18:00"),
    ("esta tarde a las 7", "2026-02-10T19:00"),
    ("12 de marzo", "2026-03-12"),
    ("4 de enero", "2027-01-04"),
    ("lunes 14 de abril de 2026", "2026-04-14 ≠"),
    ("mié. 15 abr. 2026", "2026-04-15"),
    ("14/04/2026 19:00h", "2026-04-14T19:00"),
    ("Inscripciones hasta el 1 de abril", "-"),
    ("Taller el 14 de abril de 2026, inscripción antes del 1 de abril", "2026-04-14"),
    ("Publicado el 3 de febrero de 2026", "-"),
    ("Ley 7/1985, de 2 de abril", "-"),
    ("calle 2 de mayo", "-"),
    ("a mediados de abril", "-"),
    ("31 de abril de 2026", "-"),
    ("CANCELADO: asamblea del 14 de abril de 2026", "cancelled: 2026-04-14"),
    ("La asamblea del 14 de abril se aplaza al 12 de mayo de 2026", "rescheduled 2026-04-14: 2026-05-12"),
    ("asamblea el lunes 23 en la sede, a las 19:30 h", "2026-02-23T19:30"),
    (
        "Este jueves, en la plaza. Será desde las 18:00. Las ideas de las 12 juntas se verán el 4 de noviembre.",
        "2026-02-12T18:00",
    ),
    (
        "El 14 de abril y el 16 de abril, cuyo horario es de 17 a 19 horas",
        "2026-04-14T17:00/2026-04-14T19:00 2026-04-16T17:00/2026-04-16T19:00",
    ),
    (
        "Asamblea\n10/02/26 09:40\nTendrá lugar hoy martes 10 de febrero a las 20.30 horas en el salón",
        "2026-02-10T20:30",
    ),
    (
        "martes 10 de febrero de 2026, 14:25h\nTras las sesiones de los pasados días 3 y 5 de febrero, este lunes día 16 de febrero, en el centro. Dará comienzo a las 10 de la mañana.",
        "2026-02-16T10:00",
    ),
    (
        "El miércoles 15 de abril de 2026, a las 20:30 hs.\nEl período de inscripción tendrá lugar desde el día lunes 6 de abril hasta el mismo día miércoles 15 de abril; inscribirse de 8:00 hs. a 13:00 hs",
        "2026-04-15T20:30",
    ),
    (
        "La inscripción podrá hacerse hasta el 4 de mayo. El taller será el 12 de mayo de 2026 a las 18 h.",
        "2026-05-12T18:00",
    ),
    ("Seminario el 12 de mayo de 2026, 10:00 (UTC-5 Hora de Quito)", "2026-05-12T10:00"),
    ("El próximo día 17 a las 19 h, asamblea del barrio.", "2026-02-17T19:00"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_spanish(row):
    assert read_line(row, "es", "Europe/Madrid", "2026-02-10") == row[1]
