"""Portuguese dates as pages write them."""

import pytest

from when_tables import read_line

ROWS = [
    ("14 de abril de 2026", "2026-04-14"),
    ("terça-feira, 14 de abril de 2026", "2026-04-14"),
    ("14 de abril de 2026, às 18h30", "2026-04-14T18:30"),
    ("Plano da Quinta do Rio, de 14 a 16 de abril de 2026", "2026-04-14/2026-04-16"),
    ("dia 14 de abril, pelas 21h00", "2026-04-14T21:00"),
    ("14 de abril às 6 da tarde", "2026-04-14T18:00"),
    ("14 de abril, das 14h às 17h", "2026-04-14T14:00/2026-04-14T17:00"),
    (
        "14 de abril, das 9h30 às 12h30 e das 14h às 17h",
        "2026-04-14T09:30/2026-04-14T12:30 2026-04-14T14:00/2026-04-14T17:00",
    ),
    ("14 de abril ao meio-dia", "2026-04-14T12:00"),
    ("14 de abril, das 20h à meia-noite", "2026-04-14T20:00/2026-04-15T00:00"),
    ("de 14 a 16 de abril de 2026", "2026-04-14/2026-04-16"),
    ("de 28 de abril a 2 de maio de 2026", "2026-04-28/2026-05-02"),
    ("14-16 abril 2026", "2026-04-14/2026-04-16"),
    ("14 e 15 de abril de 2026", "2026-04-14/2026-04-15"),
    ("14 de abril e 12 de maio de 2026", "2026-04-14 2026-05-12"),
    (
        "todas as quintas-feiras de março de 2026, às 18h",
        "2026-03-05T18:00 2026-03-12T18:00 2026-03-19T18:00 2026-03-26T18:00",
    ),
    ("amanhã às 10h", "2026-02-11T10:00"),
    ("hoje às 19h", "2026-02-10T19:00"),
    ("próxima sexta-feira, às 18h", "2026-02-13T18:00"),
    ("12 de março", "2026-03-12"),
    ("4 de janeiro", "2027-01-04"),
    ("segunda-feira, 14 de abril de 2026", "2026-04-14 ≠"),
    ("qua, 15 abr 2026", "2026-04-15"),
    ("14/04/2026 às 19:00", "2026-04-14T19:00"),
    ("3ª feira, 14 de abril", "2026-04-14"),
    ("1º de maio de 2026", "2026-05-01"),
    ("Inscrições até 1 de abril", "-"),
    ("Oficina a 14 de abril de 2026; inscrições até 1 de abril", "2026-04-14"),
    ("Publicado a 3 de fevereiro de 2026", "-"),
    ("Lei de 2 de abril de 1976", "-"),
    ("rua 25 de abril", "-"),
    ("em meados de abril", "-"),
    ("31 de abril de 2026", "-"),
    ("CANCELADO: encontro de 14 de abril de 2026", "cancelled: 2026-04-14"),
    ("A sessão de 14 de abril foi adiada para 12 de maio de 2026", "rescheduled 2026-04-14: 2026-05-12"),
    ("na quinta-feira (26), às 19h", "2026-02-26T19:00"),
    ("sessão a ser realizada no dia 14 de abril, às 18h", "2026-04-14T18:00"),
    ("Telefone 210 333 44/3, dia 14 de abril, às 18h", "2026-04-14T18:00"),
    (
        "Dia 14 de abril: Vila Alta.\nDia 16 de abril: Vila Baixa.\nTodas as sessões começam às 20h30.",
        "2026-04-14T20:30 2026-04-16T20:30",
    ),
    (
        "Amanhã, quarta-feira, dia 11, no salão. E na sexta-feira, dia 13, na escola. São sempre às 19h.",
        "2026-02-11T19:00 2026-02-13T19:00",
    ),
    ("A sessão terá lugar no dia 23, segunda-feira, pelas 19h30, no auditório", "2026-02-23T19:30"),
    (
        "O prazo para inscrições de trabalhos científicos e técnicos para o grande congresso termina nesta segunda-feira, dia 16 de fevereiro.\nO congresso será realizado nos dias 14, 15 e 16 de abril",
        "2026-04-14/2026-04-16",
    ),
    (
        "A audiência está agendada para este sábado, 14.\nA sessão será das 9h às 11h.",
        "2026-02-14T09:00/2026-02-14T11:00",
    ),
    (
        "Oficinas no dia 24 deste mês (terça-feira), a partir das 19h, na escola; e no dia 25 (quarta-feira), também às 19h, no clube.",
        "2026-02-24T19:00 2026-02-25T19:00",
    ),
    ("A segunda sessão das quatro que acontecem este ano está marcada para o dia 12/06/2026.", "2026-06-12"),
    ("Sessão no dia 12 de maio, das 19 às 21.", "2026-05-12T19:00/2026-05-12T21:00"),
    ("A audiência está marcada para o dia 12 de maio de 2026, às 19h.", "2026-05-12T19:00"),
    ("O próximo dia 17, às 21h00, sessão pública na junta.", "2026-02-17T21:00"),
    ("A oficina de dia 12/05 (terça-feira, 21h00, Casa do Povo) continua aberta.", "2026-05-12T21:00"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_portuguese(row):
    assert read_line(row, "pt", "Europe/Lisbon", "2026-02-10") == row[1]
