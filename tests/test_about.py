"""What a notice is about: language, audience, themes, the reasons given, and what holds for any text."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda_scraper.about import classify, detect_language
from agenda_scraper.about.kinds import TYPES
from agenda_scraper.about.relevance import SIDES, weights
from agenda_scraper.about.vocabulary import LANGUAGES, table, tokens, vocabulary
from agenda_scraper.model import Context
from agenda_scraper.text import fold
from pace import paced


def read(title, text="", language="fr"):
    return classify(title, f"{title}\n{text}", Context(language, date(2026, 2, 1), "Europe/Paris"))


SPOKEN = [
    ("fr", "Réunion publique sur l'avenir de la halle, mardi 3 mars à 19h en mairie."),
    ("en", "Public meeting about the future of the market hall, Tuesday 3 March at 7pm."),
    ("es", "Reunión vecinal sobre el futuro del mercado, martes 3 de marzo a las 19 h."),
    ("de", "Einwohnerversammlung zur Zukunft der Markthalle am Dienstag um 19 Uhr im Rathaus."),
    ("it", "Assemblea pubblica sul futuro del mercato coperto, martedì 3 marzo alle ore 20."),
    ("nl", "Bewonersavond over de toekomst van de markthal, dinsdag 3 maart om 19.00 uur."),
    ("pt", "Sessão pública sobre o futuro do mercado, terça-feira, 3 de março, às 21h00."),
    ("ca", "Sessió informativa sobre el futur del mercat, dimarts 3 de març a les 19 h."),
]


@pytest.mark.parametrize(("language", "text"), SPOKEN)
def test_the_language_is_heard(language, text):
    assert detect_language(text) == language
    assert read(text, language="en").language == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12/03/2026 18:30",
        "Zoom",
        "Lorem ipsum dolor sit amet consectetur adipiscing elit",
        "Välkommen till medborgarmöte om den nya detaljplanen den 12 mars klockan 18 i kommunhuset.",
        "Spotkanie mieszkańców w sprawie planu miejscowego, 5 maja godz. 18, ratusz",
        "Întâlnire cu cetățenii despre bugetul local, 12 mai ora 18",
        "Συνάντηση πολιτών για το νέο πάρκο",
        "市民会议 2026年5月12日",
    ],
)
def test_no_language_is_guessed(text):
    assert detect_language(text) is None


def test_a_notice_in_another_language_than_its_source_is_read_in_its_own():
    about = read("Bürgerrat Klima: öffentliche Sitzung", "Am Samstag, 9. Mai, um 10 Uhr im Rathaus.", language="fr")
    assert (about.language, about.type, about.relevance > 0.5) == ("de", "citizens-assembly", True)


AUDIENCES = [
    ("public", "Réunion publique", "Ouverte à tous les habitants, mardi 3 mars à 19h."),
    ("professionals", "Journée du réseau", "Réservée aux professionnels de la participation, jeudi 5 mars à 9h."),
    ("professionals", "Webinaire sur les budgets participatifs", "Mardi 3 mars à 12h."),
    ("researchers", "Colloque sur la démocratie locale", "Comité scientifique : trois chercheuses. 3 mars, 9h."),
    ("youth", "Conseil municipal des jeunes", "Samedi 7 mars à 10h."),
    ("youth", "Forum citoyen", "Pour les jeunes de 14 à 20 ans, samedi 7 mars à 10h."),
    ("drawn", "Convention citoyenne, session 2", "Réservée aux citoyennes et citoyens tirés au sort, 7 mars à 9h."),
    ("drawn", "Bürgerrat, zweite Sitzung", "Nur für Ausgeloste, Samstag, 7. März, 10 Uhr."),
    ("professionals", "Summer school on deliberative democracy", "For practitioners and public servants, 6-10 July."),
    ("public", "Inloopavond over het plein", "Alle bewoners zijn welkom, dinsdag 3 maart om 19.00 uur."),
    ("professionals", "Encuentro sobre gobierno abierto", "Para personal técnico y cargos electos, 3 de marzo."),
    (None, "Trail des Collines", "Dimanche 3 mai, départ 9h."),
]


@pytest.mark.parametrize(("audience", "title", "text"), AUDIENCES, ids=[row[1] for row in AUDIENCES])
def test_for_whom_it_is(audience, title, text):
    about = read(title, text)
    assert about.audience == audience, about.reasons


THEMES = [
    ("Concertation sur le tramway", {"mobility"}),
    ("Débat public sur le parc éolien", {"energy"}),
    ("Participatory budgeting in schools", {"budget-finance", "youth-education"}),
    ("Bürgerdialog zum Bebauungsplan", {"urban-planning"}),
    ("Webinaire : logiciels libres et données ouvertes", {"digital-open-data"}),
]


@pytest.mark.parametrize(("title", "themes"), THEMES, ids=[row[0] for row in THEMES])
def test_themes_of_a_title(title, themes):
    assert themes <= set(read(title).themes)


def test_a_word_in_passing_is_no_theme_of_a_long_notice():
    about = read("Réunion publique", "Venez à vélo. " + "Le maire présente les comptes de la commune. " * 30)
    assert "mobility" not in about.themes


def test_form_before_subject():
    assert read("Webinaire : animer un conseil citoyen").type == "webinar"
    assert read("Animer un conseil citoyen", "vous propose un webinaire « Animer un conseil citoyen »").type is not None
    told = classify(
        "Animer un conseil citoyen",
        "Le réseau vous propose un webinaire « Animer un conseil citoyen » mardi 3 mars à 12h.",
        Context("fr", date(2026, 2, 1), "Europe/Paris"),
    )
    assert told.type == "webinar"


def test_what_it_decided_can_be_explained():
    about = read("Budget participatif : vote des projets", "Samedi 7 mars à 10h.")
    assert any("budget participatif" in reason and "title" in reason and "+" in reason for reason in about.reasons)
    report = read("Retour sur le budget participatif", "Trois cents habitants ont voté.")
    assert not report.is_event
    assert any("retour sur" in reason and "-" in reason for reason in report.reasons)


def test_a_promised_report_makes_no_report():
    text = "Mardi 3 mars à 19h, salle des fêtes. Un compte rendu sera publié. Un questionnaire a précédé."
    assert read("Réunion publique : quel avenir pour la halle ?", text).relevance >= 0.5


def test_a_long_page_is_told_by_how_it_begins():
    menu = "Accueil Mairie Offres d'emploi Marchés publics Comptes rendus du conseil municipal Annuaire. " * 20
    about = read("Concertation : le futur parc", "Atelier mercredi 8 avril à 18h30, maison du projet.\n" + menu)
    assert about.relevance >= 0.5, about.reasons


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_vocabulary_is_found_as_it_is_written(language):
    words = vocabulary(language)
    for family in ("types", "against", "audience", "themes"):
        for name, phrases in table(language)[family].items():
            for phrase in phrases:
                plain = (
                    re.sub(r"(?<!\w)\*(?!\w)", "x", fold(phrase)).replace("*", "").replace("#", "12").replace("~", "x")
                )
                hits = words.hits(tokens(plain))
                assert any(hit.concept == f"{family}.{name}" and hit.phrase == phrase for hit in hits), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind(language):
    assert set(table(language)["types"]) == set(TYPES)
    assert set(table(language)) == set(table("fr"))
    assert {name for family in ("against", "themes", "audience") for name in table(language)[family]} == {
        name for family in ("against", "themes", "audience") for name in table("fr")[family]
    }


def test_no_weight_is_for_nothing():
    counted = ("sure", "civic", "likely", "core", "participatory", *SIDES, *table("fr")["against"])
    known = {"bias", "hour", "undated", *(f"sides_{number}" for number in range(2, len(SIDES) + 1))} | {
        f"{name}_{place}" for name in counted for place in ("title", "opening", "text")
    }
    assert set(weights()) <= known


ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=300)


@settings(deadline=None)
@given(ANYTHING, ANYTHING, st.sampled_from(["fr", "en", "xx", "", "fr-FR", "zh"]))
def test_no_text_is_refused(title, text, language):
    about = classify(title, text, Context(language, date(2026, 2, 1), "Europe/Paris"))
    assert 0 <= about.relevance <= 1
    assert about.type is None or about.type in TYPES
    assert about.language is None or about.language in LANGUAGES
    assert about == classify(title, text, Context(language, date(2026, 2, 1), "Europe/Paris"))


@pytest.mark.parametrize(
    "piece", ["participation ", "réservé aux tirés ", "a", "12:30 ", "«", "conseil municipal des "]
)
def test_time_does_not_run_away(piece):
    text = piece * (200_000 // len(piece))
    assert paced(lambda: read(text, text))[1] < 0.5
