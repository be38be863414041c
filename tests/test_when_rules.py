"""Rules of reading dates that hold for every text: layouts in all languages, noise, hostile input, stamps, errors."""

from datetime import date, datetime, timedelta

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda_scraper.errors import AgendaError
from agenda_scraper.model import Context
from agenda_scraper.text import fold
from agenda_scraper.when import LANGUAGES, read_moment, read_when
from agenda_scraper.when.lexicon import lexicon
from pace import paced
from when_tables import moment

ZONES = {
    "fr": "Europe/Paris",
    "en": "Europe/London",
    "es": "Europe/Madrid",
    "de": "Europe/Berlin",
    "it": "Europe/Rome",
    "nl": "Europe/Amsterdam",
    "pt": "Europe/Lisbon",
    "ca": "Europe/Madrid",
}
REFERENCE = date(2026, 2, 10)
OF = {"es": "de ", "pt": "de ", "ca": "de "}
RANGES = {
    "fr": "du {} au {}",
    "en": "from {} to {}",
    "es": "del {} al {}",
    "de": "vom {} bis {}",
    "it": "dal {} al {}",
    "nl": "van {} t/m {}",
    "pt": "de {} a {}",
    "ca": "del {} al {}",
}
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
languages = st.sampled_from(LANGUAGES)


def context(language: str, reference: date = REFERENCE) -> Context:
    return Context(language, reference, ZONES[language])


def names(language: str, day: date) -> tuple[str, str, str]:
    """Weekday, month as written inside a date, and the short month, as CLDR has them."""
    weekday = get_day_names("wide", locale=language)[day.weekday()]
    month = get_month_names("wide", locale=language)[day.month]
    return (
        weekday,
        month.removeprefix("de ").removeprefix("d’").removeprefix("d'"),
        get_month_names("abbreviated", locale=language)[day.month],
    )


def layouts(language: str, day: date) -> list[str]:
    """One day in twelve layouts."""
    weekday, month, _ = names(language, day)
    of = OF.get(language, "")
    dot = "." if language == "de" else ""
    return [
        f"{day.day}{dot} {of}{month} {of}{day.year}",
        f"{weekday} {day.day}{dot} {of}{month} {of}{day.year}",
        f"{weekday}, {day.day}{dot} {of}{month} {of}{day.year}",
        f"{day.day}{dot} {of}{month} {of}{day.year}".upper(),
        f"{weekday}\n{day.day}\n{month}\n{day.year}",
        f"{day.day:02}\n{month.upper()}\n{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day}-{day.month}-{day.year}",
        day.isoformat(),
        f"{day.day}\u00a0{month}\u00a0{day.year}",
        f"({weekday} {day:%d/%m/%Y})",
    ]


@given(languages, days)
@settings(max_examples=300, deadline=None)
def test_a_day_in_twelve_layouts_reads_back(language, day):
    for text in layouts(language, day):
        when = read_when(text, context(language))
        assert (when.start, when.end, when.weekday_mismatch) == (day, None, False), text


@given(languages, days, st.integers(1, 200), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_range_reads_back(language, first, length, short):
    last = first + timedelta(days=length)
    of, dot = OF.get(language, ""), "." if language == "de" else ""
    ends = [f"{day.day}{dot} {of}{names(language, day)[1]} {of}{day.year}" for day in (first, last)]
    text = f"{ends[0]} - {ends[1]}" if short else RANGES[language].format(*ends)
    when = read_when(text, context(language))
    assert (when.start, when.end) == (first, last), text


@given(languages, days, st.integers(6, 22), st.sampled_from([0, 15, 30, 45]), st.integers(1, 5))
@settings(max_examples=300, deadline=None)
def test_hours_read_back(language, day, hour, minute, length):
    text = f"{layouts(language, day)[1]}, {hour}:{minute:02} - {(hour + length) % 24}:{minute:02}"
    when = read_when(text, context(language))
    start = f"{day}T{hour:02}:{minute:02}"
    end = f"{day + timedelta(days=(hour + length) // 24)}T{(hour + length) % 24:02}:{minute:02}"
    assert (moment(when.start), moment(when.end)) == (start, end), text


NOISE = st.text(alphabet="abcdefgéèçñüßœ ,;!?«»'\"\n\t()*#_…", max_size=60)


@given(languages, days, NOISE, NOISE)
@settings(max_examples=400, deadline=None)
def test_noise_around_never_makes_another_date(language, day, before, after):
    text = f"{before}\n{layouts(language, day)[1]}\n{after}"
    assert read_when(text, context(language)).start in (day, None), text


PIECES = st.sampled_from(
    [
        "12",
        "3",
        "31",
        "2026",
        "14",
        "mars",
        "mai",
        "may",
        "April",
        "lundi",
        "mar.",
        "du",
        "au",
        "le",
        "les",
        "de",
        "à",
        "et",
        "-",
        "–",
        "/",
        ".",
        ",",
        ":",
        "\n",
        "(",
        ")",
        "18h",
        "18:30",
        "h",
        "9",
        "pm",
        "until",
        "bis",
        "jusqu'au",
        "tous",
        "les",
        "chaque",
        "every",
        "premier",
        "mois",
        "demain",
        "prochain",
        "sauf",
        "annulé",
        "reporté",
        "avant",
        "12/03/2026",
        "2026-03-12T18:30Z",
        "00:00",
        "24h",
        "25:61",
        "99/99/9999",
        "heures",
        "Uhr",
        "GMT+1",
        "UTC",
        "halb",
        "en",
        "huit",
        "30",
        "février",
        "0",
        "1er",
        "2e",
        "n°",
        "14.30",
        "1/2",
        "−",
        "~",
        "@",
        "٣",
        "９",
    ]
)


@given(languages, st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=400))
@settings(max_examples=600, deadline=None)
def test_no_text_raises_and_no_end_precedes_its_start(language, text):
    when = read_when(text, context(language))
    read_moment(text, context(language))
    for start, end in (*when.occurrences, (when.start, when.end)):
        assert end is None or (type(start) is type(end) and end >= start), text


@pytest.mark.slow
@pytest.mark.parametrize(
    "bit",
    [
        "1 ",
        "1",
        "12 mars ",
        "12, ",
        "12 - ",
        "tous les ",
        "(",
        "18h-",
        "a.",
        "lundi ",
        "0 1 ",
        "1.1.",
        "1/1/",
        "2026-",
        "é",
        "\n",
        "\x00",
        "jusqu'au ",
        "12 mars 2026 à 18h ",
        "de 9h à 12h ",
        "du 1er au 2 mars et ",
        "+33 (0)1 ",
        "publié le ",
        "http://a/",
        "12345678T",
        "1 234 ",
    ],
)
def test_hostile_texts_take_linear_time(bit):
    text = (bit * 20_000)[:20_000]
    assert paced(lambda: read_when(text, context("fr")))[1] < 0.05 * 20


def test_a_hundred_kilobytes_with_one_date():
    text = "Lorem ipsum dolor sit amet. " * 3600 + "Rendez-vous le 12 mars 2026 à 18h."
    assert read_when(text, context("fr")).start.date() == date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "\u202e12 mars 2026",
        "12\u200e mars\u200f 2026",
        "１２ mars ２０２６",
        "12\x00 mars 2026\x00",
        "12\u00ad mars 2026",
    ],
)
def test_hidden_marks_do_not_change_a_date(text):
    assert read_when(text, context("fr")).start == date(2026, 3, 12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_know_the_names_of_cldr(language):
    known = lexicon(language).words
    for width in ("wide", "abbreviated"):
        for number, name in get_month_names(width, locale=language).items():
            bare = fold(name).removeprefix("de ").removeprefix("d'").rstrip(".").strip()
            assert "M" in known[bare][0], (name, number)
    for number, name in get_day_names("wide", locale=language).items():
        assert fold(name).split("-")[0] in known, (name, number)


def test_words_of_another_language_are_found_out():
    assert read_when("Thursday, 12 March 2026", context("fr")).start == date(2026, 3, 12)
    assert read_when("jeudi 12 mars 2026", context("de")).start == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publié le 3 février 2026", date(2026, 2, 3)),
        ("Publié le 20 décembre", date(2025, 12, 20)),
        ("modifié le 03/02/2026 - 16:53", "2026-02-03T16:53+01:00"),
        ("2026-02-03T16:53:00+01:00", "2026-02-03T16:53+01:00"),
        ("2026-02-03T15:53:00Z", "2026-02-03T16:53+01:00"),
        ("Tue, 03 Feb 2026 15:53:00 GMT", "2026-02-03T16:53+01:00"),
        ("Tue, 03 Feb 2026 16:53:00 +0100", "2026-02-03T16:53+01:00"),
        ("hier", date(2026, 2, 9)),
        ("sans date", None),
    ],
)
def test_moments(text, expected):
    found = read_moment(text, context("fr"))
    assert (found.isoformat(timespec="minutes") if isinstance(found, datetime) else found) == expected


def test_formats_and_default_time_are_the_maintainers():
    when = read_when("Salle 3 | 14.04.26 | 19.30", context("fr"), formats=["Salle 3 | %d.%m.%y | %H.%M"])
    assert when.start.isoformat(timespec="minutes") == "2026-04-14T19:30+02:00"
    assert read_when("14 avril", context("fr"), formats=["%d %B"]).start == date(2026, 4, 14)
    assert read_when("14 avril 2026", context("fr"), default_time="18:00").start.hour == 18
    assert read_when("14 avril 2026 à 20h", context("fr"), default_time="18:00").start.hour == 20
    with pytest.raises(AgendaError, match="HH:MM"):
        read_when("14 avril 2026", context("fr"), default_time="6pm")


def test_unknown_zone_and_language_are_told():
    with pytest.raises(AgendaError, match="IANA"):
        read_when("12 mars 2026", Context("fr", REFERENCE, "Mars/Olympus"))
    with pytest.raises(AgendaError, match="unknown language"):
        read_when("12 mars 2026", Context("zz", REFERENCE, "Europe/Paris"))


def test_the_last_resort_reads_single_dates_only():
    swedish = Context("sv", REFERENCE, "Europe/Stockholm")
    assert read_when("12 mars 2026", swedish).start == date(2026, 3, 12)
    assert read_when("någon gång i vår", swedish).start is None
    assert read_when("12 mars 1926", swedish).start is None


def test_the_zone_a_text_names_is_kept():
    when = read_when("14 avril 2026, 14h heure de Montréal", context("fr"))
    assert (when.timezone, when.start.isoformat(timespec="minutes")) == ("America/Toronto", "2026-04-14T14:00-04:00")
    when = read_when("14 April 2026, 14.00 – 16.00 GMT+3", context("en"))
    assert when.start.utcoffset() == timedelta(hours=3)


def test_the_trace_says_which_rule_read_what():
    trace = read_when("Inscription avant le 1er mars. Atelier le 14 avril 2026 à 14h", context("fr")).trace
    assert any("deadline" in said for said in trace)
    assert any("14 avril 2026" in said and "event" in said for said in trace)


def test_recurrences_give_rules():
    assert read_when("tous les jeudis à 18h", context("fr")).rrule == "FREQ=WEEKLY;BYDAY=TH"
    assert read_when("le premier lundi du mois", context("fr")).rrule == "FREQ=MONTHLY;BYDAY=1MO"
    when = read_when("un mardi sur deux du 3 mars au 14 avril 2026", context("fr"))
    assert when.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260414"
