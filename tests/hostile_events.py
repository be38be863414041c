"""Events as an enemy would send them: any text in any field, with what breaks lines, pages and terminals sown in."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from agenda_scraper.model import (
    Contact,
    Event,
    Facts,
    Mode,
    Organiser,
    Place,
    Role,
    Status,
    When,
    Witness,
)
from samples import SEEN

SEEDS = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--",
        "]]>",
        "\r\nATTENDEE:mailto:x@example.org",
        "\nEND:VEVENT\r\nBEGIN:VEVENT\r\n",
        "javascript:alert(1)",
        '" onmouseover="alert(1)',
        "' onfocus='alert(1)",
        "<img src=x onerror=alert(1)>",
        "<style>body{display:none}</style>",
        "\u202eevil\u202c\u2066x\u2069",
        "\x00\x07\x0b\x0c\x1b[31m\x85",
        "\ud800",
        "\u2028\u2029",
        "{{ 7*7 }} {title} %s {% raw %}",
        "&lt;b&gt; &amp; &#8238; &#x1b;",
        "=cmd|' /C calc'!A0",
        "\\;,:\\n\\",
        "é🚋👩‍👩‍👧" * 20,
        "x" * 400,
        "data:text/html,<script>1</script>",
        "https://x.example/\r\nSet-Cookie: a=b",
        'https://ex.example/?a=<b>&c="d"',
    ]
)
TEXT = st.one_of(SEEDS, st.text(max_size=40), st.lists(st.one_of(SEEDS, st.text(max_size=10)), max_size=3).map("".join))
MAYBE = st.one_of(st.none(), TEXT)
ZONES = st.sampled_from(
    ["Europe/Paris", "America/Nuuk", "Africa/Casablanca", "UTC", "Nowhere/At_All", "../etc/passwd", ""]
)
DAYS = st.dates(date(2026, 7, 1), date(2028, 6, 1))
HOURS = st.datetimes(
    datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None),
    datetime(2028, 6, 1, tzinfo=UTC).replace(tzinfo=None),
    timezones=st.just(UTC),
)
MOMENTS = st.one_of(DAYS, HOURS)
NUMBERS = st.one_of(st.none(), st.floats())

WHENS = st.builds(
    When,
    start=st.one_of(st.none(), MOMENTS),
    end=st.one_of(st.none(), MOMENTS),
    timezone=ZONES,
    occurrences=st.lists(st.tuples(MOMENTS, st.one_of(st.none(), MOMENTS)), max_size=3).map(tuple),
    rrule=st.one_of(st.none(), TEXT, st.sampled_from(["FREQ=WEEKLY;BYDAY=TU", "FREQ=DAILY;UNTIL=20270230"])),
    previous_start=st.one_of(st.none(), MOMENTS),
)
PLACES = st.builds(
    Place,
    name=MAYBE,
    address=MAYBE,
    postcode=MAYBE,
    city=MAYBE,
    country=MAYBE,
    latitude=NUMBERS,
    longitude=NUMBERS,
)
FACTS = st.builds(
    Facts,
    title=TEXT,
    when=WHENS,
    place=st.one_of(st.none(), PLACES),
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    organisers=st.lists(st.builds(Organiser, TEXT, st.sampled_from(Role)), max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, MAYBE, MAYBE, MAYBE, MAYBE), max_size=2).map(tuple),
    url=TEXT,
    registration_url=MAYBE,
    deadline=st.one_of(st.none(), MOMENTS),
    summary=MAYBE,
    summary_html=MAYBE,
    type=MAYBE,
    themes=st.lists(TEXT, max_size=2).map(tuple),
    audience=MAYBE,
    price=MAYBE,
    free=st.one_of(st.none(), st.booleans()),
    language=st.one_of(st.none(), TEXT, st.sampled_from(["fr", "en", "de", "es", "it", "nl", "pt", "ca"])),
    image=MAYBE,
)
EVENTS = st.builds(
    Event,
    uid=st.uuids().map(str),
    facts=FACTS,
    sequence=st.integers(0, 9),
    first_seen=st.just(SEEN),
    last_seen=st.just(SEEN),
    changed_at=st.just(SEEN),
    witnesses=st.lists(st.builds(Witness, TEXT, TEXT), max_size=2).map(tuple),
)
