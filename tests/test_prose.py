"""A whole notice as text: its fields by their labels, in eight languages, on one line or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.extract.prose import read_prose
from pace import paced


def fields(text, **options):
    return {name: [found.text for found in told] for name, told in read_prose(text, **options).fields.items()}


PAGE = """RENCONTRE DES ANIMATEURS DE BUDGETS PARTICIPATIFS

Les 5 et 6 mars 2026 se tiendra à Nancy la rencontre des animateurs. Écrire à bonjour@rencontre.example [1]

Type d'actualites: [Actu](#) [2]

Dates: Jeudi 5 mars 2026 - 01:00 - Vendredi 6 mars 2026 - 01:00

Lieu: Nancy

Publié le 04 février 2026

URL de la source (modifié le 06/02/2026 - 09:15): <https://rencontre.example/actualites/animateurs>

Liens

[1] <mailto:bonjour@rencontre.example>
"""


def test_a_printed_page_gives_all_its_fields():
    told = fields(PAGE, source="nancy", url="https://rencontre.example/print/3")
    assert told["title"] == ["RENCONTRE DES ANIMATEURS DE BUDGETS PARTICIPATIFS"]
    assert told["when"] == ["Jeudi 5 mars 2026 - 01:00 - Vendredi 6 mars 2026 - 01:00"]
    assert told["place"] == ["Nancy"]
    assert told["published"] == ["04 février 2026"]
    assert told["modified"] == ["06/02/2026 - 09:15"]
    assert told["url"] == ["https://rencontre.example/actualites/animateurs"]
    assert told["text"] == [PAGE]
    assert "contact" not in told


def test_every_value_says_where_it_stood():
    notice = read_prose(PAGE, source="nancy", url="https://rencontre.example/print/3")
    place = notice.first("place")
    assert (notice.source, notice.page_url) == ("nancy", "https://rencontre.example/print/3")
    assert (place.where, place.raw) == ("line 9", "Lieu: Nancy")
    assert notice.first("title").where == "line 1"
    assert notice.first("text").where == "text"


LABELS = [
    ("Date : mardi 12 mai 2026", "when", "mardi 12 mai 2026"),
    ("Date(s) : 12 et 13 mai 2026", "when", "12 et 13 mai 2026"),
    ("• Date de l’événement : 12 mai 2026", "when", "12 mai 2026"),
    ("When: 12 May 2026, 6pm", "when", "12 May 2026, 6pm"),
    ("Wann: 12. Mai 2026, 18 Uhr", "when", "12. Mai 2026, 18 Uhr"),
    ("Datum und Uhrzeit: 12. Mai 2026, 18 Uhr", "when", "12. Mai 2026, 18 Uhr"),
    ("¿Cuándo? 12 de mayo de 2026", "when", "12 de mayo de 2026"),
    ("Fecha: 12 de mayo de 2026", "when", "12 de mayo de 2026"),
    ("Quando: 12 maggio 2026, ore 18", "when", "12 maggio 2026, ore 18"),
    ("Wanneer: 12 mei 2026 om 19.00 uur", "when", "12 mei 2026 om 19.00 uur"),
    ("Data: 12 de maio de 2026", "when", "12 de maio de 2026"),
    ("Quan? 12 de maig de 2026", "when", "12 de maig de 2026"),
    ("Lieu : salle des fêtes, Valmont", "place", "salle des fêtes, Valmont"),
    ("Où ? Salle des fêtes", "place", "Salle des fêtes"),
    ("Lieu du rendez-vous : devant la mairie", "place", "devant la mairie"),
    ("Where: Guildhall, Westport", "place", "Guildhall, Westport"),
    ("Veranstaltungsort: Rathaus", "place", "Rathaus"),
    ("Lugar: Centro cívico", "place", "Centro cívico"),
    ("Luogo: sala Verdi", "place", "sala Verdi"),
    ("Waar: dorpshuis", "place", "dorpshuis"),
    ("Local: biblioteca municipal", "place", "biblioteca municipal"),
    ("Lloc: Can Roure", "place", "Can Roure"),
    ("Organisé par : la Ville de Valmont", "organisers", "la Ville de Valmont"),
    ("Veranstalter: Stadt Nordhausen", "organisers", "Stadt Nordhausen"),
    ("Organiza: Ayuntamiento de Riomar", "organisers", "Ayuntamiento de Riomar"),
    ("A cura di: Comune di Lucca", "organisers", "Comune di Lucca"),
    ("Partenaires : Collectif Agora, Maison des lycéens", "partners", "Collectif Agora, Maison des lycéens"),
    ("Intervenante : Anne Dubois (université de Lille)", "speakers", "Anne Dubois (université de Lille)"),
    ("Contact : Léa Petit, l.petit@valmont.example", "contact", "Léa Petit, l.petit@valmont.example"),
    ("Anmeldung: https://nordhausen.example/a", "registration", "https://nordhausen.example/a"),
    ("Tarif : 12 € (réduit : 6 €)", "price", "12 € (réduit : 6 €)"),
    ("Deadline: 3 May 2026", "deadline", "3 May 2026"),
    ("Date limite d’inscription : 3 mai 2026", "deadline", "3 mai 2026"),
    ("Plazo de inscripción: 3 de mayo", "deadline", "3 de mayo"),
    ("Published on 3 May 2026", "published", "3 May 2026"),
    ("Date de publication : 3 mai 2026", "published", "3 mai 2026"),
    ("Zuletzt geändert am 3. Mai 2026", "modified", "3. Mai 2026"),
    ("Public : habitants du quartier", "audience", "habitants du quartier"),
    ("Zielgruppe: Fachkräfte", "audience", "Fachkräfte"),
    ("En savoir plus : https://valmont.example/x", "url", "https://valmont.example/x"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "field", "value"), LABELS, ids=[row[0][:30] for row in LABELS])
def test_labels_name_their_fields(line, field, value):
    assert fields(f"Une rencontre\n{line}")[field] == [value]


@pytest.mark.parametrize(("label", "field"), [("Dates:", "when"), ("Dates :\u00a0", "when"), ("Lieu", "place")])
def test_a_value_may_stand_under_its_label(label, field):
    value = {"when": "Mardi 12 mai 2026", "place": "Salle Jean-Jaurès"}[field]
    told = read_prose(f"Une rencontre\n{label}\n\n {value}\nVenez nombreux").first(field)
    assert (told.text, told.where) == (value, "line 4")


def test_dates_go_on_under_their_label():
    assert fields("Ateliers\nDates :\n12 mai 2026, 18h\n19 mai 2026, 18h\nEntrée libre")["when"] == [
        "12 mai 2026, 18h\n19 mai 2026, 18h"
    ]


def test_date_and_hours_are_two_findings_in_order():
    assert fields("Atelier\nDate : 12 mai 2026\nHoraires : 18h-20h")["when"] == ["12 mai 2026", "18h-20h"]


def test_hours_alone_are_no_when():
    assert "when" not in fields("Atelier du 12 mai 2026\nHoraires : 18h-20h")


def test_several_labels_on_one_line():
    told = fields("Atelier vélo\nQuand ? Mardi 3 mars, 18h. Où ? Salle des fêtes. Tarif : gratuit. Venez !")
    assert (told["when"], told["place"], told["price"]) == (["Mardi 3 mars, 18h"], ["Salle des fêtes"], ["gratuit"])


@pytest.mark.parametrize(
    "line",
    [
        "Public meeting: have your say on the harbour",
        "Dates d’une élection : ce qui change",
        "Publication du rapport sur l’eau : 40 pages",
        "On: 12 May we start",
        "https://lieu.example/page",
        "Le lieu est superbe, la date idéale",
    ],
)
def test_what_is_no_label(line):
    told = fields(f"Une rencontre\n{line}")
    assert set(told) == {"title", "text"}


def test_an_address_that_is_none_is_not_kept():
    assert "url" not in fields("Une rencontre\nLien : javascript:alert(1)\nSource : la mairie")


ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=400)
PIECES = st.sampled_from(
    [
        "Date : ",
        "Où ?",
        "\n",
        " – ",
        "«",
        "»",
        "[REPORTÉ]",
        "12 mai 2026",
        "http://",
        ":",
        "(",
        "Lieu\n",
        "« ",
        "\u202e",
    ]
)


@given(st.one_of(ANYTHING, st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join)))
def test_no_text_is_refused_and_nothing_is_invented(text):
    notice = read_prose(text)
    assert len(notice.fields["text"]) == 1
    for name, told in notice.fields.items():
        for found in told:
            assert name == "text" or found.text.strip()
            assert name in ("title", "text", "url") or set(found.text) <= set(notice.text("text") + "\n ")


@pytest.mark.parametrize(
    "piece", ["Date : ", "a ", "« ", "12 mai 2026, ", "Publié le 3 ", "lädt ", "– A", "Où ?\n", "."]
)
def test_time_grows_with_the_text_alone(piece):
    text = piece * (100_000 // len(piece))
    assert paced(lambda: read_prose(text))[1] < 1
