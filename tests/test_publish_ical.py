"""The calendar people subscribe to, read back with a parser that is not ours."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Contact, Mode, Organiser, Place, Status
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.fitting import fitting
from agenda_scraper.publish.ical import check_ical
from agenda_scraper.publish.lines import escaped, line, unescaped
from samples import EVENTS, LILLE, NOW, PARIS, SEEN, at, event, when

CHANNEL = Channel("Agenda", "https://agenda.example.org/feeds/all.ics", "https://agenda.example.org/")
render_ical = FORMATS["ics"].render


def entries(*events, now=NOW, channel=CHANNEL):
    """The VEVENTs of the calendar these events make."""
    return Calendar.from_ical(render_ical(events, channel=channel, now=now)).walk("VEVENT")


def entry(*events, **more):
    (found,) = entries(*events, **more)
    return found


def test_every_dated_sample_is_there_and_the_file_is_clean():
    body = render_ical(EVENTS, channel=CHANNEL, now=NOW)
    check_ical(body)
    assert body.count(b"BEGIN:VEVENT") == 10  # nine events: one has three sittings, one no date
    lines = body.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    assert all(len(each) <= 75 for each in lines)
    assert all(each.decode("utf-8") for each in lines[:-1])


def test_the_same_events_give_the_same_bytes_in_any_order_and_at_any_hour():
    body = render_ical(EVENTS, channel=CHANNEL, now=NOW)
    assert render_ical(EVENTS[::-1], channel=CHANNEL, now=NOW + timedelta(hours=9)) == body


def test_whole_days_end_the_day_after():
    two = entry(event(1, "Rencontres", when(date(2026, 11, 17), date(2026, 11, 18))))
    assert (two["DTSTART"].dt, two["DTEND"].dt) == (date(2026, 11, 17), date(2026, 11, 19))
    one = entry(event(1, "Journée", when(date(2026, 11, 17))))
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2026, 11, 17), date(2026, 11, 18))
    assert one["DTSTART"].params["VALUE"] == "DATE"


def test_an_hour_keeps_its_zone_and_no_end_is_made_up():
    found = entry(event(1, "Réunion", when(at(14, 18, 30))))
    assert found["DTSTART"].dt == datetime(2026, 10, 14, 18, 30, tzinfo=PARIS)
    assert found["DTSTART"].params["TZID"] == "Europe/Paris"
    assert "DTEND" not in found


@pytest.mark.parametrize("end", [at(14, 18, 30), at(14, 12), date(2026, 10, 14)])
def test_an_end_that_cannot_be_is_left_out(end):
    assert "DTEND" not in entry(event(1, "Réunion", when(at(14, 18, 30), end)))


def test_an_hour_in_the_spring_gap_becomes_one_that_exists():
    gap = datetime(2027, 3, 28, 2, 30, tzinfo=PARIS)
    assert entry(event(1, "Nuit", when(gap)))["DTSTART"].to_ical() == b"20270328T033000"


@pytest.mark.parametrize(("fold", "utc"), [(0, b"20261025T003000Z"), (1, b"20261025T013000Z")])
def test_an_hour_that_comes_twice_is_told_in_utc(fold, utc):
    twice = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=PARIS)
    assert entry(event(1, "Nuit", when(twice)))["DTSTART"].to_ical() == utc


def test_the_end_of_an_hour_that_comes_twice_may_show_less_than_its_start():
    found = entry(event(1, "Nuit", when(at(25, 2, 45), datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=PARIS))))
    assert [found[name].to_ical() for name in ("DTSTART", "DTEND")] == [b"20261025T004500Z", b"20261025T011500Z"]


def test_each_sitting_is_an_entry_with_a_uid_of_its_own_for_life():
    held = ((at(3, 9), at(3, 12)), (at(10, 9), at(10, 12)))
    workshop = event(3, "Atelier", when(at(3, 9), at(10, 12), occurrences=held))
    first, second = entries(replace(workshop, sittings=(1, 2)))
    assert (first["UID"], second["UID"]) == (workshop.uid, workshop.uid.replace("@", "-2@"))
    assert second["DTSTART"].dt == at(10, 9)
    # A third sitting leaves the UIDs of the others alone.
    longer = replace(workshop.facts.when, occurrences=((at(1, 9), None), *held))
    grown = entries(replace(workshop, facts=replace(workshop.facts, when=longer), sittings=(3, 1, 2)))
    assert [each["UID"] for each in grown][1:] == [first["UID"], second["UID"]]
    assert len({each["UID"] for each in grown}) == 3


def test_an_event_that_is_held_again_keeps_its_uid():
    once = event(3, "Atelier", when(at(3, 9)))
    twice = replace(
        once, facts=replace(once.facts, when=when(at(3, 9), occurrences=((at(3, 9), None), (at(10, 9), None))))
    )
    assert entry(once)["UID"] == entries(replace(twice, sittings=(1, 2)))[0]["UID"]


def test_a_rule_is_passed_on_with_until_in_the_type_of_the_start():
    timed = entry(event(7, "Café", when(at(6, 19), rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222")))
    assert timed["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261222T225959Z;BYDAY=TU"
    whole = entry(event(7, "Café", when(date(2026, 10, 6), rrule="FREQ=WEEKLY;UNTIL=20261222T180000Z")))
    assert whole["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261222"


@pytest.mark.parametrize("rule", ["WEEKLY", "FREQ=WEEKLY\r\nATTENDEE:x", "FREQ=SECONDLY", "FREQ=WEEKLY;UNTIL=20269999"])
def test_a_rule_that_is_none_is_not_passed_on(rule):
    assert "RRULE" not in entry(event(7, "Café", when(at(6, 19), rrule=rule)))


def test_a_rule_keeps_an_old_start_until_it_ends():
    weekly = event(7, "Café", when(datetime(2025, 1, 7, 19, tzinfo=PARIS), rrule="FREQ=WEEKLY;BYDAY=TU"))
    assert entries(weekly)
    over = replace(weekly.facts.when, rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20250630")
    assert not entries(replace(weekly, facts=replace(weekly.facts, when=over)))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 8, 14), None, False),
        (date(2026, 8, 15), None, True),
        (date(2025, 1, 1), date(2026, 9, 1), True),
        (date(2028, 3, 15), None, True),
        (date(2028, 3, 16), None, False),
        (None, None, False),
    ],
)
def test_the_window_is_a_month_behind_and_eighteen_ahead(start, end, shown):
    assert bool(entries(event(1, "Réunion", when(start, end)))) is shown


def test_stamps_tell_the_last_change_and_never_the_clock():
    later = replace(EVENTS[0], changed_at=SEEN + timedelta(days=2), sequence=3)
    found = entry(later)
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == later.changed_at
    assert found["CREATED"].dt == later.first_seen
    assert found["SEQUENCE"] == 3


@pytest.mark.parametrize(
    ("status", "language", "title", "told"),
    [
        (Status.CANCELLED, "fr", "Annulé\u00a0: Débat", "CANCELLED"),
        (Status.CANCELLED, "de", "Abgesagt: Débat", "CANCELLED"),
        (Status.CANCELLED, "tlh", "Annulé\u00a0: Débat", "CANCELLED"),
        (Status.POSTPONED, "en", "Postponed: Débat", "TENTATIVE"),
        (Status.FULL, "fr", "Complet\u00a0: Débat", "CONFIRMED"),
        (Status.RESCHEDULED, "fr", "Débat", "CONFIRMED"),
    ],
)
def test_the_title_tells_what_calendars_hide(status, language, title, told):
    found = entry(event(1, "Débat", when(at(14, 18)), status=status, language=language))
    assert (found["SUMMARY"], found["STATUS"], found["TRANSP"]) == (title, told, "TRANSPARENT")


def test_a_title_that_says_so_itself_is_not_told_twice():
    assert entry(event(1, "[ANNULÉ] Débat", when(at(14, 18)), status=Status.CANCELLED))["SUMMARY"] == "[ANNULÉ] Débat"


def test_place_people_and_topics():
    found = entry(EVENTS[0])
    assert found["LOCATION"] == "Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille"
    assert found["GEO"].to_ical() == "50.63;3.07"
    assert found["ORGANIZER"] == "mailto:rencontres@nord.example.org"
    assert found["ORGANIZER"].params["CN"] == "Département du Nord"
    assert found["CATEGORIES"].cats == ["conference", "urban-planning", "mobility"]
    assert found["URL"] == "https://source.example.org/agenda/1"
    assert "Source\u00a0: https://source.example.org/agenda/1" in found["DESCRIPTION"]
    assert "<a href" in found["X-ALT-DESC"] and "<" not in found["DESCRIPTION"]


def test_without_an_address_to_write_to_contact_tells_who_it_is():
    shy = event(1, "Débat", when(at(14, 18)), organisers=(Organiser("Ville"),), contacts=(Contact("Zoé", "zoe@"),))
    found = entry(shy)
    assert "ORGANIZER" not in found
    assert found["CONTACT"] == "Ville; Zoé, zoe@"


@pytest.mark.parametrize("spot", [(0.0, 0.0), (91.0, 3.0), (float("nan"), 3.0), (50.0, None)])
def test_a_point_that_is_none_is_left_out(spot):
    where = Place("Mairie", latitude=spot[0], longitude=spot[1])
    assert "GEO" not in entry(event(1, "Débat", when(at(14, 18)), place=where))


def test_a_town_is_not_said_twice_and_online_is_said():
    where = replace(LILLE, address="2 place Augustin-Laurent, 59000 Lille")
    found = entry(event(1, "Débat", when(at(14, 18)), place=where, mode=Mode.MIXED))
    assert found["LOCATION"] == "Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille, En ligne"


def test_what_is_not_known_is_no_empty_line():
    bare = replace(event(1, "Débat", when(at(14, 18)), url="javascript:alert(1)"), witnesses=())
    assert not {"DESCRIPTION", "X-ALT-DESC", "LOCATION", "URL", "CONTACT", "CATEGORIES"} & set(entry(bare))


def test_the_calendar_tells_how_often_to_come_back():
    calendar = Calendar.from_ical(render_ical(EVENTS, channel=CHANNEL, now=NOW))
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar["REFRESH-INTERVAL"].to_ical() == calendar["X-PUBLISHED-TTL"].to_ical() == b"PT6H"
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Agenda"
    assert calendar["SOURCE"] == CHANNEL.url


def test_a_calendar_of_nothing_is_still_a_calendar():
    body = FORMATS["ics"].render((), channel=CHANNEL, now=NOW)
    check_ical(body)
    assert b"VTIMEZONE" not in body


@pytest.mark.parametrize("spoil", [lambda body: body[:-20], lambda body: body.replace(b"SEQUENCE:", b"SEQUENCE:x")])
def test_a_spoilt_calendar_is_refused(spoil):
    body = render_ical(EVENTS, channel=CHANNEL, now=NOW)
    with pytest.raises(PublishError):
        check_ical(spoil(body))


def test_folding_never_cuts_a_character():
    folded = line("SUMMARY", "é🚋" * 60)
    pieces = folded.encode().split(b"\r\n ")
    assert all(len(piece.removesuffix(b"\r\n")) <= 75 and piece.decode() for piece in pieces)
    assert b"".join(pieces).decode() == "SUMMARY:" + "é🚋" * 60 + "\r\n"


def test_text_cannot_end_its_line():
    assert escaped("a\r\nATTENDEE:b;c,d\\e\u2028f\x0bg") == "a\\nATTENDEE:b\\;c\\,d\\\\e\\nfg"


@pytest.mark.slow
def test_words_of_the_format_in_a_long_text_end_no_entry():
    sittings = tuple((date(2026, 10, day), None) for day in (3, 10, 17))
    for pad in range(80):
        # somewhere along the way the line is folded right after the words
        told = event(
            1, "Ateliers", when(sittings[0][0], occurrences=sittings), summary=f"{'x' * pad}END:VEVENT{'y' * 90}"
        )
        body = FORMATS["ics"].render([told], channel=CHANNEL, now=NOW)
        FORMATS["ics"].check(body)
        assert len(Calendar.from_ical(body).walk("VEVENT")) == 3


def entry_of(number, text, html=""):
    told = [line("BEGIN", "VEVENT"), line("UID", str(number)), line("DESCRIPTION", escaped(text))]
    told += [line("X-ALT-DESC;FMTTYPE=text/html", escaped(html))] if html else []
    return "".join((*told, line("URL", "https://a.example/"), line("END", "VEVENT")))


@given(st.lists(st.tuples(st.text(max_size=2000), st.text(max_size=50)), max_size=8), st.integers(0, 4000))
def test_what_is_cut_fits_and_only_descriptions_are_cut(texts, room):
    whole = "".join(entry_of(number, *each) for number, each in enumerate(texts))
    cut = fitting(whole, room)
    assert cut == whole or len(cut.encode()) <= room < len(whole.encode())

    def read(entries):
        return Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{entries}END:VCALENDAR\r\n").walk("VEVENT")

    for before, after in zip(read(whole), read(cut), strict=True):
        assert not after.errors and (after["UID"], after["URL"]) == (before["UID"], before["URL"])
        assert str(after.get("DESCRIPTION", "")).rstrip("…")[:50] == str(before["DESCRIPTION"])[:50].rstrip("…")


def test_a_calendar_is_cut_as_little_as_it_takes():
    details = "Organisé par : Mairie"
    whole = "".join(entry_of(number, f"{'mot ' * 300}\n\n{details}", "<p>mot</p>" * 20) for number in range(10))
    for room, length in ((14_500, 1200), (12_000, 1000), (7_000, 500), (4_000, 250)):
        found = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{fitting(whole, room)}END:VCALENDAR\r\n").walk("VEVENT")
        for each in found:
            text, _, told = str(each["DESCRIPTION"]).partition("\n\n")
            assert length - 10 < len(text) <= length and told == details and "X-ALT-DESC" not in each
    assert fitting(whole, 100_000) == whole
    # no cut is enough: other clients shall read it whole
    assert fitting(whole, 1_000) == whole


@given(st.text())
def test_what_is_escaped_reads_back(text):
    assert unescaped(escaped(text)) == unescaped(escaped(unescaped(escaped(text))))
