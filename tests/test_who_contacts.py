"""E-mail addresses, telephone numbers, persons, registration links and deadlines, prices."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Contact, Context
from agenda_scraper.who import find_contacts, find_deadline_text, find_registration, read_price


def context(language: str) -> Context:
    return Context(language, date(2026, 3, 2), "Europe/Paris")


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Écrire à agora@tressy.example.", "agora@tressy.example"),
        ("Contact : agora [at] tressy.example", "agora@tressy.example"),
        ("Contact : agora(at)tressy.example", "agora@tressy.example"),
        ("agora (arobase) tressy (point) example", "agora@tressy.example"),
        ("agora arobase tressy.example", "agora@tressy.example"),
        ("Mail: agora {at} tressy {dot} example", "agora@tressy.example"),
        ("hello at tressy dot example", "hello@tressy.example"),
        ("<a href='mailto:agora@tressy.example?subject=Oui'>", "agora@tressy.example"),
        ("Kontakt: vorname.nachname@amt-rautal.example!", "vorname.nachname@amt-rautal.example"),
        ("Nouveau (agora+atelier@tressy.example)", "agora+atelier@tressy.example"),
        ("agora @ tressy.example", "agora@tressy.example"),
        ("info[chiocciola]borgo.example", "info@borgo.example"),
        ("info [arroba] vila [punto] example", "info@vila.example"),
    ],
)
def test_an_email_is_read_however_it_is_written(text, email):
    assert [contact.email for contact in find_contacts(text, context("fr"))] == [email]


@pytest.mark.parametrize(
    "text",
    ["Suivez @tressy.example !", "Un atelier @ la mairie", "noreply@tressy.example", "a@b", "@@@@ .. @", "x@.fr"],
)
def test_what_is_no_email_gives_none(text):
    assert not any(contact.email for contact in find_contacts(text, context("fr")))


@pytest.mark.parametrize(
    ("language", "text", "phone"),
    [
        ("fr", "Tél. : 04 65 71 22 10.", "04 65 71 22 10"),
        ("fr", "Inscription au 06.39.98.01.02", "06.39.98.01.02"),
        ("fr", "Appelez le +33 4 65 71 22 10", "+33 4 65 71 22 10"),
        ("fr", "Renseignements : +33 (0)4 65 71 22 10", "+33 (0)4 65 71 22 10"),
        ("fr", "Numéro vert : 0800 123 456", "0800 123 456"),
        ("fr", "Tél. 3975", "3975"),
        ("fr", "0465712210", "0465712210"),
        ("en", "Call 01632 960 217", "01632 960 217"),
        ("en", "Phone: 020 7946 0123.", "020 7946 0123"),
        ("en", "Text +44 1632 960118 today", "+44 1632 960118"),
        ("en", "Phone (555) 234-5678", "(555) 234-5678"),
        ("de", "Tel. 0761 4589-120", "0761 4589-120"),
        ("de", "Telefon: +49 351 4460 18", "+49 351 4460 18"),
        ("es", "Teléfono: 912 345 678", "912 345 678"),
        ("es", "Más información: 956 12 34 56", "956 12 34 56"),
        ("it", "tel. 051 219 3456", "051 219 3456"),
        ("nl", "Bel 06-12345678", "06-12345678"),
        ("nl", "Telefoon 020 123 45 67", "020 123 45 67"),
        ("pt", "Telefone: +351 912 345 678", "+351 912 345 678"),
        ("ca", "Reserves: 934 027 000", "934 027 000"),
    ],
)
def test_a_phone_number_is_kept_as_written(language, text, phone):
    assert [contact.phone for contact in find_contacts(text, context(language))] == [phone]


@pytest.mark.parametrize(
    "text",
    [
        "SIRET 123 456 789 00012",
        "le 05/12/2026 à 18h",
        "du 05.12.2026 au 06.12.2026",
        "SIREN : 812345678",
        "IBAN FR76 3000 1007 9412 3456 7890 185",
        "budget de 1 250 000 €",
        "59000 Tressy",
        "2026-03-12 18:30",
        "Dossier n° 0412345678",
        "12 rue des Lavandières, 59120",
    ],
)
def test_registers_dates_and_amounts_are_no_phone_numbers(text):
    assert not any(contact.phone for contact in find_contacts(text, context("fr")))


@pytest.mark.parametrize(
    ("language", "text", "contacts"),
    [
        (
            "fr",
            "Contact : Claire Vasseur, claire@tressy.example, 04 65 71 22 10",
            [Contact("Claire Vasseur", "claire@tressy.example", "04 65 71 22 10")],
        ),
        (
            "fr",
            "Renseignements auprès de Mme Inès Courtade au 04 65 71 22 10.",
            [Contact("Inès Courtade", phone="04 65 71 22 10")],
        ),
        ("fr", "Contact : Mairie de Tressy, agora@tressy.example", [Contact(email="agora@tressy.example")]),
        ("fr", "Contact : Paul Estève", [Contact("Paul Estève")]),
        (
            "en",
            "Contact Jo Bell (jo@dunvale.example) or Sam Reed (sam@dunvale.example).",
            [Contact("Jo Bell", "jo@dunvale.example"), Contact("Sam Reed", "sam@dunvale.example")],
        ),
        ("de", "Ansprechpartnerin: Dr. Eva Lang, Tel. 0202 439-1234", [Contact("Eva Lang", phone="0202 439-1234")]),
        ("fr", "Plus d'infos : https://tressy.example/agenda", [Contact(url="https://tressy.example/agenda")]),
        ("fr", "agora@tressy.example\nInscription : AGORA@tressy.example", [Contact(email="agora@tressy.example")]),
    ],
)
def test_what_stands_together_is_one_contact(language, text, contacts):
    assert list(find_contacts(text, context(language))) == contacts


@pytest.mark.parametrize(
    ("language", "text", "link"),
    [
        ("fr", "Inscription : https://tressy.example/form.", "https://tressy.example/form"),
        ("fr", "Infos : https://tressy.example/a – S'inscrire : https://tressy.example/b", "https://tressy.example/b"),
        ("fr", "Programme sur www.tressy.example", None),
        ("fr", "Gratuit, sur inscription (https://tressy.example/i(1)).", "https://tressy.example/i(1)"),
        ("fr", "Le détail : https://tressy.example/inscriptions/12", "https://tressy.example/inscriptions/12"),
        ("en", "Register at www.dunvale.example/r, please.", "https://www.dunvale.example/r"),
        ("de", "Anmeldung unter https://rautal.example/a!", "https://rautal.example/a"),
        ("es", "Inscripciones en https://almenara.example/x", "https://almenara.example/x"),
        ("it", "Iscrizioni: https://borgo.example/x", "https://borgo.example/x"),
        ("nl", "Aanmelden via https://aalsum.example/x", "https://aalsum.example/x"),
        ("pt", "Inscrições em https://alcaria.example/x", "https://alcaria.example/x"),
        ("ca", "Inscripcions a https://serra.example/x", "https://serra.example/x"),
        ("fr", "Inscription au 06 39 98 01 02", None),
    ],
)
def test_the_registration_link(language, text, link):
    assert find_registration(text, context(language)) == link


@pytest.mark.parametrize(
    ("language", "text", "piece"),
    [
        ("fr", "Inscription avant le 12 mars : https://x.example", "avant le 12 mars"),
        (
            "fr",
            "Atelier samedi. Inscriptions jusqu'au 5 mai 2026 à minuit, puis sur place.",
            "jusqu'au 5 mai 2026 à minuit",
        ),
        ("fr", "Date limite d'inscription : 3 avril", "Date limite d'inscription : 3 avril"),
        ("fr", "Exposition jusqu'au 30 mai. Inscription conseillée.", None),
        ("en", "Please register by Friday 6 March at noon.", "by Friday 6 March at noon"),
        ("en", "RSVP by March 12", "by March 12"),
        ("de", "Anmeldeschluss: 3. Mai", "Anmeldeschluss: 3. Mai"),
        ("de", "Anmeldung bis zum 3. Mai unter info@rautal.example", "bis zum 3. Mai"),
        ("es", "Inscripción hasta el 10 de abril en https://x.example", "hasta el 10 de abril"),
        ("it", "Iscrizioni entro il 15 aprile: https://x.example", "entro il 15 aprile"),
        ("nl", "Aanmelden uiterlijk 26 mei", "uiterlijk 26 mei"),
        ("pt", "Inscrições até dia 20 de março.", "até dia 20 de março"),
        ("ca", "Inscripcions fins al 4 de maig", "fins al 4 de maig"),
        ("en", "Early-bird £40 until 30 June.", None),
    ],
)
def test_the_words_of_the_deadline(language, text, piece):
    assert find_deadline_text(text, context(language)) == piece


@pytest.mark.parametrize(
    ("language", "text", "price"),
    [
        ("fr", "Entrée libre.", ("Entrée libre", True)),
        ("fr", "Gratuit, sur inscription.", ("Gratuit", True)),
        ("fr", "Participation : 20 €", ("20 €", False)),
        ("fr", "Tarif plein : 12 €, réduit 6 €", ("Tarif plein : 12 €, réduit 6 €", False)),
        ("fr", "490 € HT par personne", ("490 € HT", False)),
        ("fr", "Entrée libre. Repas 15 €.", ("Entrée libre", True)),
        ("fr", "Gratuit pour les adhérents, 10 € pour les autres", ("10 €", False)),
        ("fr", "Gratuit pour les adhérents.", ("Gratuit", None)),
        ("fr", "Gratuit pour tous", ("Gratuit", True)),
        ("fr", "Un budget de 50 000 € à partager", (None, None)),
        ("fr", "Garderie gratuite sur place", (None, None)),
        ("fr", "Spectacle payant", ("payant", False)),
        ("fr", "Concert sans gratuité", ("sans gratuité", False)),
        ("fr", "Participation libre au chapeau", ("Participation libre", True)),
        ("fr", "Réunion publique jeudi", (None, None)),
        ("fr", "Entrée : 0 €", ("0 €", True)),
        ("en", "Free and open to all", ("Free and open", True)),
        ("en", "Free parking nearby", (None, None)),
        ("en", "Feel free to bring a friend to this step-free hall", (None, None)),
        ("en", "Tickets £12 (concessions £8)", ("£12 (concessions £8)", False)),
        ("en", "Free for members, £5 for guests", ("£5", False)),
        ("en", "Early-bird $120", ("Early-bird $120", False)),
        ("de", "Eintritt frei, Spenden erbeten", ("Eintritt frei", True)),
        ("de", "Die Teilnahme ist kostenlos.", ("kostenlos", True)),
        ("de", "35 Euro, ermäßigt 15 Euro", ("35 Euro, ermäßigt 15 Euro", False)),
        ("de", "Das Haus ist barrierefrei.", (None, None)),
        ("de", "Kostenlose Kinderbetreuung", (None, None)),
        ("es", "Entrada gratuita", ("Entrada gratuita", True)),
        ("es", "Cuota: 30 euros", ("30 euros", False)),
        ("it", "Ingresso libero", ("Ingresso libero", True)),
        ("it", "Quota 25 €", ("25 €", False)),
        ("nl", "Toegang vrij", ("Toegang vrij", True)),
        ("nl", "€ 395 excl. btw", ("€ 395 excl. btw", False)),
        ("pt", "Entrada livre", ("Entrada livre", True)),
        ("pt", "Bilhete: 7,50 €", ("7,50 €", False)),
        ("ca", "Entrada lliure", ("Entrada lliure", True)),
        ("ca", "Preu: 3 €", ("3 €", False)),
    ],
)
def test_price_and_free_entry(language, text, price):
    assert read_price(text, context(language)) == price


LOCAL = st.from_regex(r"[a-z][a-z0-9]{0,8}([.-][a-z0-9]{1,8})?", fullmatch=True)
AROUND = st.sampled_from(["Contact : {}", "Infos {} ou en mairie.", "({})", "Écrire à {}, merci", "{}"])


@given(LOCAL, st.from_regex(r"[a-z][a-z0-9]{0,12}", fullmatch=True), AROUND)
def test_any_plain_address_is_found_in_any_sentence(local, host, around):
    if local.startswith(("noreply", "rgpd", "dpo", "privacy")):
        return
    email = f"{local}@{host}.example"
    assert [contact.email for contact in find_contacts(around.format(email), context("fr"))] == [email]


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8), st.sampled_from(" .-"))
def test_any_french_number_is_found(digits, sign):
    pairs = [f"{a}{b}" for a, b in zip(digits[::2], digits[1::2], strict=True)]
    phone = sign.join(["04", *pairs])
    assert [contact.phone for contact in find_contacts(f"Appelez au {phone}, merci.", context("fr"))] == [phone]


@given(st.text(max_size=300), st.sampled_from(["fr", "en", "es", "de", "it", "nl", "pt", "ca", "xx", ""]))
def test_no_text_raises(text, language):
    find_contacts(text, context(language))
    find_registration(text, context(language))
    piece = find_deadline_text(text, context(language))
    price, free = read_price(text, context(language))
    assert piece is None or any(letter.isdigit() for letter in piece)
    assert free is None or price
