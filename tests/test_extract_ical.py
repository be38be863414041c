"""Calendars as producers write them: zones, series and their exceptions, lines that break the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from pace import paced
from pages_of import page, source

ICAL = source("ical")


def vevent(*lines: str, uid: str = "1") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Assemblée", *lines, "END:VEVENT", ""])


def calendar(*parts: str, head: str = "VERSION:2.0\r\nPRODID:x") -> str:
    return f"BEGIN:VCALENDAR\r\n{head}\r\n" + "".join(parts) + "END:VCALENDAR\r\n"


def all_of(text, **how) -> list[dict]:
    notices = extract(page(text, media_type="text/calendar", **how), ICAL).notices
    return [{name: [found.text for found in each] for name, each in notice.fields.items()} for notice in notices]


def one(*lines: str, head: str = "VERSION:2.0") -> dict:
    (told,) = all_of(calendar(vevent(*lines), head=head))
    return told


def starts(told: dict) -> list[str]:
    return [text.split("/")[0] for text in told["occurrences"]]


# ── zones ─────────────────────────────────────────────────────────────────────────────────────────

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:{name}
{more}BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:-0300
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0300
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("tzid", "want", "zone"),
    [
        ("Europe/Lisbon", "2027-06-30T18:00:00+01:00", "Europe/Lisbon"),
        ('"Europe/Lisbon"', "2027-06-30T18:00:00+01:00", "Europe/Lisbon"),
        ("europe/lisbon", "2027-06-30T18:00:00+01:00", "Europe/Lisbon"),
        ("/example.org/20270101_1/Europe/Lisbon", "2027-06-30T18:00:00+01:00", "Europe/Lisbon"),
        ("America/Argentina/Salta", "2027-06-30T18:00:00-03:00", "America/Argentina/Salta"),
        ("Greenwich Standard Time", "2027-06-30T18:00:00+00:00", "Atlantic/Reykjavik"),
        ("GMT Standard Time", "2027-06-30T18:00:00+01:00", "Europe/London"),
        ("UTC", "2027-06-30T20:00:00+02:00", None),
        ("UTC+3", "2027-06-30T18:00:00+03:00", None),
        ('"(UTC+05:30) Chennai, Kolkata"', "2027-06-30T18:00:00+05:30", None),
        ("../../etc/passwd", "2027-06-30T18:00:00+02:00", None),
        ("x" * 10_000, "2027-06-30T18:00:00+02:00", None),
        ("", "2027-06-30T18:00:00+02:00", None),
    ],
)
def test_a_zone_by_whatever_name(tzid, want, zone):
    told = one(f"DTSTART;TZID={tzid}:20270630T180000")
    assert (told["start"], told.get("timezone")) == ([want], [zone] if zone else None)


@pytest.mark.parametrize(
    ("day", "want"),
    [("20270630", "2027-06-30T18:00:00-03:00"), ("20270130", "2027-01-30T18:00:00-04:00"),
     ("20270314", "2027-03-14T18:00:00-03:00"), ("20270313", "2027-03-13T18:00:00-04:00")],
)  # fmt: skip
def test_a_zone_the_calendar_defines_itself(day, want):
    head = OWN_ZONE.format(name="Zone maison", more="").replace("\n", "\r\n")
    assert one(f"DTSTART;TZID=Zone maison:{day}T180000", head=head)["start"] == [want]


def test_a_zone_of_its_own_may_say_its_usual_name():
    head = OWN_ZONE.format(name="Custom 1", more="X-LIC-LOCATION:Atlantic/Bermuda\n")
    assert one("DTSTART;TZID=Custom 1:20270630T180000", head=head)["timezone"] == ["Atlantic/Bermuda"]


def test_a_zone_named_twice_costs_nothing():
    head = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nTZID:Europe/Lisbon\r\nBEGIN:STANDARD\r\nDTSTART:x\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    told = one("DTSTART;TZID=Europe/Lisbon;TZID=Europe/Lisbon:20270630T180000", head=head)
    assert told["start"] == ["2027-06-30T18:00:00+01:00"]


@pytest.mark.parametrize(
    ("said", "want"), [("Europe/Athens", "+03:00"), ("Etc/GMT", "+02:00"), ("UTC", "+02:00"), ("Nowhere", "+02:00")]
)
def test_floating_times_are_those_of_the_calendar_or_of_the_source(said, want):
    assert one("DTSTART:20270630T180000", head=f"X-WR-TIMEZONE:{said}")["start"] == [f"2027-06-30T18:00:00{want}"]


# ── moments ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20270630T1800"], "2027-06-30T18:00:00+02:00", None),
        (["DTSTART:2027-06-30T18:00:00+02:00"], "2027-06-30T18:00:00+02:00", None),
        (["DTSTART:20270630T240000"], "2027-07-01T00:00:00+02:00", None),
        (["DTSTART:20270630T180060"], "2027-06-30T18:00:59+02:00", None),
        (["DTSTART:20270630", "DTEND:20270703"], "2027-06-30", "2027-07-02"),
        (["DTSTART:20270630", "DTEND:20270630"], "2027-06-30", None),
        (["DTSTART;VALUE=DATE:20270630T000000", "DURATION:P3D"], "2027-06-30", "2027-07-02"),
        (["DTSTART;VALUE=DATE:20270630", "DURATION:PT2H"], "2027-06-30", None),
        (["DTSTART:20270630T180000", "DTEND;VALUE=DATE:20270701"], "2027-06-30T18:00:00+02:00", None),
        (["DTSTART:20270630T180000", "DURATION:-PT2H"], "2027-06-30T18:00:00+02:00", None),
        (["DTSTART:20270630T180000", "DURATION:P99999999999W"], "2027-06-30T18:00:00+02:00", None),
        (["DTSTART:20270630T160000Z", "DTEND:99991231T235959Z"], "2027-06-30T18:00:00+02:00", "9999-12-31T23:59:59+00:00"),
    ],
)  # fmt: skip
def test_moments(lines, start, end):
    told = one(*lines)
    assert (told["start"], told.get("end")) == ([start], [end] if end else None)


@pytest.mark.parametrize("value", ["20270631T180000", "demain", "00000000", "20271301", "T"])
def test_a_start_that_does_not_read_leaves_the_event_to_be_shown(value):
    told = one(f"DTSTART:{value}")
    assert (told["title"], told["when"], told.get("start")) == (["Assemblée"], [value], None)


# ── series ────────────────────────────────────────────────────────────────────────────────────────

WEEKLY = ("DTSTART;TZID=Europe/Paris:20261203T180000", "DTEND;TZID=Europe/Paris:20261203T200000")
FOUR = (*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=4")
THURSDAYS = [f"2026-12-{day}T18:00:00+01:00" for day in ("03", "10", "17", "24")]


def test_a_series_keeps_its_clock_through_the_change_of_time():
    told = one("DTSTART;TZID=Europe/Paris:20270326T180000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert starts(told) == ["2027-03-26T18:00:00+01:00", "2027-04-02T18:00:00+02:00"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("EXDATE;TZID=Europe/Paris:20261210T180000", [0, 2, 3]),
        ("EXDATE:20261210T170000Z,20261217T170000Z", [0, 3]),
        ("EXDATE;VALUE=DATE:20261210", [0, 2, 3]),
        ("EXDATE:20261203T180000", [1, 2, 3]),
        ("EXDATE:", [0, 1, 2, 3]),
        ("EXDATE:20261210T190000", [0, 1, 2, 3]),
        ("EXRULE:FREQ=WEEKLY;INTERVAL=2", [1, 3]),
    ],
)
def test_sittings_that_are_taken_out(line, left):
    told = one(*FOUR, line)
    assert starts(told) == [THURSDAYS[number] for number in left]
    assert told["start"] == [THURSDAYS[left[0]]]


def test_a_series_with_every_sitting_taken_out_is_not_told():
    assert all_of(calendar(vevent(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=1", "EXDATE;VALUE=DATE:20261203"))) == []


def test_one_sitting_left_is_no_series():
    told = one(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20261210")
    assert "rrule" not in told
    assert (told["start"], told["end"]) == ([THURSDAYS[0]], ["2026-12-03T20:00:00+01:00"])


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("RDATE;TZID=Europe/Paris:20270115T190000,20270116T190000", ["2027-01-15T19:00:00+01:00/2027-01-15T21:00:00+01:00",
                                                                     "2027-01-16T19:00:00+01:00/2027-01-16T21:00:00+01:00"]),
        ("RDATE;VALUE=PERIOD:20270115T180000Z/20270115T183000Z", ["2027-01-15T19:00:00+01:00/2027-01-15T19:30:00+01:00"]),
        ("RDATE;VALUE=PERIOD:20270115T180000Z/PT1H", ["2027-01-15T19:00:00+01:00/2027-01-15T20:00:00+01:00"]),
    ],
)  # fmt: skip
def test_days_named_one_by_one(line, want):
    assert one(*WEEKLY, line)["occurrences"] == ["2026-12-03T18:00:00+01:00/2026-12-03T20:00:00+01:00", *want]


def test_whole_days_repeat_with_their_length():
    told = one("DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270603", "RRULE:FREQ=MONTHLY;COUNT=2")
    assert told["occurrences"] == ["2027-06-01/2027-06-02", "2027-07-01/2027-07-02"]


@pytest.mark.parametrize("until", ["20261217T170000Z", "20261217T180000", "20261217"])
def test_a_rule_ends_with_its_last_day(until):
    assert starts(one(*WEEKLY, f"RRULE:FREQ=WEEKLY;UNTIL={until}")) == THURSDAYS[:3]


def test_a_series_that_began_long_ago_keeps_its_first_day_and_what_is_near():
    told = one("DTSTART:20160309T110000", "RRULE:FREQ=WEEKLY")
    assert starts(told)[:2] == ["2016-03-09T11:00:00+01:00", "2026-09-02T11:00:00+02:00"]
    assert len(starts(told)) < 120


@pytest.mark.parametrize(
    "rule", ["", "FREQ=", "FREQ=SECONDLY", "FREQ=NEVER;COUNT=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_a_rule_that_says_nothing_leaves_the_first_day(rule):
    told = one(*WEEKLY, f"RRULE:{rule}")
    assert (told["start"], "occurrences" in told, "rrule" in told) == ([THURSDAYS[0]], False, False)


# ── sittings that differ ──────────────────────────────────────────────────────────────────────────


def changed(*lines: str) -> list[dict]:
    change = vevent("RECURRENCE-ID;TZID=Europe/Paris:20261210T180000", *lines)
    return all_of(calendar(vevent(*FOUR, "LOCATION:Mairie", "URL:https://a.example/s"), change))


def test_a_sitting_that_was_moved_is_where_it_was_moved_to():
    (told,) = changed("DTSTART;TZID=Europe/Paris:20261211T190000", "LOCATION:Mairie")
    assert starts(told) == [THURSDAYS[0], "2026-12-11T19:00:00+01:00", *THURSDAYS[2:]]
    assert told["occurrences"][1].endswith("/")  # it lost its end


def test_a_sitting_that_was_called_off_is_news_of_its_own():
    series, news = changed("DTSTART;TZID=Europe/Paris:20261210T180000", "STATUS:CANCELLED")
    assert starts(series) == [THURSDAYS[0], *THURSDAYS[2:]]
    assert (news["status"], news["start"]) == (["CANCELLED"], [THURSDAYS[1]])
    assert news["id"] != series["id"]


def test_a_sitting_elsewhere_has_a_link_of_its_own():
    series, news = changed("DTSTART;TZID=Europe/Paris:20261210T180000", "LOCATION:École", "URL:https://a.example/s")
    assert (series["place"], news["place"]) == (["Mairie"], ["École"])
    assert series["url"] != news["url"]
    assert {told["url"][0].split("#")[0] for told in (series, news)} == {"https://a.example/s"}


def from_then_on(*lines: str) -> list[dict]:
    change = vevent("RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20261210T180000", *lines)
    return all_of(calendar(vevent(*FOUR, "LOCATION:Mairie"), change))


def test_a_change_of_hour_may_hold_for_all_that_follows():
    (told,) = from_then_on("DTSTART;TZID=Europe/Paris:20261211T190000", "DURATION:PT1H", "LOCATION:Mairie")
    later = [f"2026-12-{day}T19:00:00+01:00" for day in ("11", "18", "25")]
    assert starts(told) == [THURSDAYS[0], *later]
    assert told["occurrences"][3].endswith("/2026-12-25T20:00:00+01:00")


def test_a_move_may_hold_for_all_that_follows_and_is_news():
    series, news = from_then_on("DTSTART;TZID=Europe/Paris:20261210T180000", "LOCATION:École")
    assert series["start"] == [THURSDAYS[0]]
    assert (starts(news), news["place"]) == (THURSDAYS[1:], ["École"])


def test_a_later_change_holds_instead_of_the_one_before():
    change = vevent("RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20261217T180000", "DTSTART:20261217T150000")
    first = vevent("RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20261210T180000", "DTSTART:20261210T170000")
    (told,) = all_of(calendar(vevent(*FOUR), first, change))
    assert [start[11:13] for start in starts(told)] == ["18", "17", "15", "15"]


def test_a_sitting_without_its_series_is_told():
    (told,) = all_of(calendar(vevent("RECURRENCE-ID:20261210T180000", "DTSTART:20261211T180000")))
    assert (told["start"], told["id"]) == (["2026-12-11T18:00:00+01:00"], ["1/20261210T180000"])


def test_a_private_sitting_is_left_out_with_its_day():
    (told,) = changed("DTSTART;TZID=Europe/Paris:20261210T180000", "CLASS:PRIVATE")
    assert starts(told) == [THURSDAYS[0], *THURSDAYS[2:]]


@pytest.mark.parametrize(("word", "told"), [("PRIVATE", 0), ("confidential", 0), ("PUBLIC", 1), ("", 1)])
def test_what_is_private_is_left_out(word, told):
    assert len(all_of(calendar(vevent(*WEEKLY, f"CLASS:{word}")))) == told


# ── which events are one ──────────────────────────────────────────────────────────────────────────


def test_of_two_versions_the_later_counts():
    old, new = vevent("SEQUENCE:0", "DTSTART:20270630T180000"), vevent("SEQUENCE:2", "DTSTART:20270701T180000")
    for parts in ((old, new), (new, old)):
        (told,) = all_of(calendar(*parts))
        assert told["start"] == ["2027-07-01T18:00:00+02:00"]


def test_events_that_only_share_an_id_are_all_told():
    told = all_of(calendar(vevent("DTSTART:20270630T180000"), vevent("DTSTART:20270701T180000")))
    assert [each["id"] for each in told] == [["1/20270630T1800"], ["1/20270701T1800"]]


def test_events_that_share_a_page_keep_links_apart():
    parts = [vevent("DTSTART:20270630T180000", "URL:https://a.example/agenda#top", uid=uid) for uid in "ab"]
    assert [each["url"] for each in all_of(calendar(*parts))] == [
        ["https://a.example/agenda#/a"],
        ["https://a.example/agenda#/b"],
    ]


def test_of_too_many_events_those_to_come_are_kept_in_their_order():
    years = ["2029", "2019", "2027", "2020"]
    text = calendar(*(vevent(f"DTSTART:{year}0630T180000", uid=year) for year in years))
    few = source("ical")
    kept = extract(page(text), few.__class__(**{name: getattr(few, name) for name in few.__slots__} | {"max_items": 3}))
    assert [notice.text("id") for notice in kept.notices] == ["2029", "2027", "2020"]


# ── what it says ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "name", "want"),
    [
        ("LOCATION:Salle 2\\, rue Haute\\nBrest", "place", ["Salle 2, rue Haute\nBrest"]),
        ("DESCRIPTION;ALTREP=\"cid:a;b:c\":Venez\\; tous", "summary", ["Venez; tous"]),
        ("X-ALT-DESC;FMTTYPE=text/html:<p>Venez</p>", "summary", ["<p>Venez</p>"]),
        ("DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:D=C3=A9bat", "summary", ["Débat"]),
        ("DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=none:D=C3=A9bat", "summary", ["Débat"]),
        ("CATEGORIES:Climat\\, énergie,Débat", "themes", ["Climat, énergie", "Débat"]),
        ("GEO:48.4;-4.5", "longitude", ["-4.5"]),
        ("GEO:48,4;-4,5", "latitude", ["48"]),
        ("GEO:là", "latitude", None),
        ("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=3 rue Haute;X-TITLE=Halle:geo:48.4,-4.5", "place", ["Halle\n3 rue Haute"]),
        ('ORGANIZER;CN="Ville: Brest":MAILTO:a@brest.example', "organisers", ["Ville: Brest"]),
        ("ORGANIZER:Ville de Brest", "organisers", ["Ville de Brest"]),
        ("ORGANIZER;CN=a@brest.example:mailto:a@brest.example", "organisers", None),
        ("ORGANIZER;CN=Ville:mailto:x1@group.calendar.google.com", "email", None),
        ("CONTACT:Anne\\, 02 98 00 00 00", "contact", ["Anne, 02 98 00 00 00"]),
        ("URL:/e/1", "url", ["https://a.example/e/1"]),
        ("URL:javascript:alert(1)", "url", None),
        ("ATTACH;FMTTYPE=image/png:https://a.example/i.png", "image", ["https://a.example/i.png"]),
        ("ATTACH;FMTTYPE=application/pdf:https://a.example/i.pdf", "image", None),
        ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.example/1", "virtual", ["https://visio.example/1"]),
        ("LOCATION:https://visio.example/1", "virtual", ["https://visio.example/1"]),
        ("STATUS:TENTATIVE", "status", ["TENTATIVE"]),
        ("LAST-MODIFIED:20261101T080000Z", "modified", ["2026-11-01T09:00:00+01:00"]),
        ("CREATED:hier", "published", None),
        ("X-COST-TYPE:free", "free", ["free"]),
        ("X-TICKETS-URL:https://a.example/t", "registration", ["https://a.example/t"]),
        ("DTSTAMP:20270630T180000Z", "modified", None),
    ],
)  # fmt: skip
def test_what_a_calendar_says(line, name, want):
    assert one("DTSTART:20270630T180000", line).get(name) == want


def test_the_plain_description_comes_before_the_html_one_and_an_alarm_says_nothing():
    alarm = ("BEGIN:VALARM", "DESCRIPTION:Rappel", "TRIGGER:-PT15M", "END:VALARM")
    told = one("DTSTART:20270630T180000", *alarm, "X-ALT-DESC:<p>b</p>", "DESCRIPTION:a")
    assert told["summary"] == ["a"]


# ── lines that break the rules ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "SUMMARY:Con\r\n seil\r\n \tmunicipal",
        "SUMMARY:Con\n seil\n \tmunicipal",
        "SUMMARY:Con\r\r\n seil\r\r\n \tmunicipal",
        "SUMMARY:Con\r seil\r \tmunicipal",
        'SUMMARY;LANGUAGE=fr;X-A="b:c":Conseil\tmunicipal',
    ],
)
def test_lines_are_folded_in_every_way(text):
    body = calendar(f"BEGIN:VEVENT\r\n{text}\r\nDTSTART:20270630T180000\r\nEND:VEVENT\r\n")
    assert all_of(body)[0]["title"] == ["Conseil\tmunicipal"]


def test_a_fold_within_a_letter_costs_no_letter():
    folded = "SUMMARY:Réunion".encode().replace("é".encode(), b"\xc3\r\n \xa9")
    body = calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:20270630\r\nEND:VEVENT\r\n").encode()
    assert all_of(body.replace(b"SUMMARY:x", folded))[0]["title"] == ["Réunion"]


def test_a_text_broken_without_a_fold_goes_on():
    told = one(
        "DTSTART:20270630T180000",
        "DESCRIPTION:Ordre du jour\r\nPoint 1 : budget\r\n\r\nATTENTION: salle 2",
        "LOCATION:Halle",
    )
    assert told["summary"] == ["Ordre du jour\nPoint 1 : budget\n\nATTENTION: salle 2"]
    assert told["place"] == ["Halle"]


def test_a_line_of_a_megabyte_is_a_line():
    assert len(one("DTSTART:20270630", "DESCRIPTION:" + "a" * 1_000_000)["summary"][0]) == 1_000_000


@pytest.mark.parametrize("body", ["", " \r\n", "\ufeff"])
def test_an_empty_body_is_an_empty_calendar(body):
    assert extract(page(body), ICAL).proved_empty


def test_what_is_missing_is_not_missed():
    body = "\ufeffBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270630\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT"
    told = all_of(body)
    assert [each["title"] for each in told] == [["A"], ["B"]]
    assert "id" not in told[0]


def test_half_a_calendar_is_an_error_not_half_a_calendar():
    whole = calendar(vevent(*WEEKLY), vevent(*WEEKLY, uid="2"))
    with pytest.raises(ExtractError, match="breaks off"):
        all_of(whole[: whole.rfind("END:VEVENT")])


def test_two_calendars_in_one_file_are_both_read():
    assert len(all_of(calendar(vevent(*WEEKLY)) + calendar(vevent(*WEEKLY, uid="2")))) == 2


# ── bounds ────────────────────────────────────────────────────────────────────────────────────────

BOMBS = (
    "FREQ=DAILY;COUNT=1000000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;COUNT=1000000",
    "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
    "FREQ=YEARLY;BYMONTHDAY=1;BYSETPOS=" + ",".join(map(str, range(1, 366))), "FREQ=MONTHLY;INTERVAL=99999",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("rule", BOMBS)
@pytest.mark.parametrize("start", ["00010101T000000Z", "19700101T000000", "99991231T000000Z"])
def test_no_rule_runs_on(rule, start):
    told, taken = paced(lambda: one(f"DTSTART:{start}", f"RRULE:{rule}"))
    assert len(told.get("occurrences", ())) <= 400
    assert taken < 2


@pytest.mark.slow
def test_a_calendar_of_twenty_megabytes_is_read_in_seconds():
    many = calendar(*(vevent(*WEEKLY, "DESCRIPTION:" + "mot " * 50, uid=str(n)) for n in range(60_000)))
    assert len(many) > 20_000_000
    events, taken = paced(lambda: all_of(many))
    assert len(events) == 500
    assert taken < 20


@pytest.mark.slow
def test_components_in_components_without_end_are_no_trouble():
    with pytest.raises(ExtractError, match="breaks off"):
        all_of("BEGIN:VCALENDAR\n" + "BEGIN:VTODO\n" * 50_000)


PIECES = st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Z", "BEGIN:STANDARD", "TZOFFSETTO:+0100", "TZOFFSETTO:x",
    "DTSTART;TZID=Z:20270630T180000", "DTSTART:19700101T000000", "DTSTART;VALUE=DATE:20270630", "DTEND:20270630T190000Z", "RRULE:FREQ=DAILY",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;UNTIL=20280101T000000Z", "EXDATE:20270630", "RDATE:20270701,x,/", "UID:1", "RECURRENCE-ID:20270630",
    "SEQUENCE:x", "GEO:;", "ORGANIZER:", 'X";:', ":", ";", "\\", "SUMMARY:\\", "CATEGORIES:,", "DURATION:P", "CLASS:PRIVATE", " ", "é",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_no_lines_break_the_reader(lines):
    try:
        all_of("BEGIN:VCALENDAR\r\n" + "\r\n".join(lines) + "\r\nEND:VCALENDAR")
    except ExtractError:
        pass
