"""One source gathered from a real server: the channels of a system, posted queries, secrets, and a site unknown."""

import json
import logging
from dataclasses import replace

import pytest

from agenda_scraper.agenda import Channel, Source, System
from agenda_scraper.config import load_source
from agenda_scraper.extract.channels import merged, one_each
from agenda_scraper.harvest import gather
from agenda_scraper.model import Found, Notice
from loopback import Reply

pytestmark = pytest.mark.slow

pytest_plugins = ["fetching"]

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
SUMMARY:Forum ouvert
DTSTART:20270203T180000
LOCATION:Salle des fêtes, Lille
STATUS:CANCELLED
URL:{site}/e/1
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Marche exploratoire
DTSTART:20270210T180000
URL:{site}/e/2
END:VEVENT
END:VCALENDAR
"""


def events(*rows):
    return Reply(json.dumps({"events": rows}), headers=JSON)


def written(text, **environ):
    return load_source(f"{text}\npause: 0", origin="test", environ=environ)


def nothing_known(source_id, url):
    return None


def api(server, **options):
    return Source("x", "X", server.url("/"), "json", pause=0, options={"items": "$.events[*]", **options})


FIELDS = {"title": "name", "start": "begin", "url": "link"}


@pytest.fixture
def two_channels(server):
    """A site whose API tells one event, and whose calendar tells two and a status."""
    server.pages["/api"] = events({"name": "Forum ouvert", "begin": "2027-02-03T18:00:00", "link": "/e/1"})
    server.pages["/agenda.ics"] = Reply(
        CALENDAR.replace("{site}", server.url("")), headers={"Content-Type": "text/calendar"}
    )
    return replace(
        Source("x", "X", server.url("/"), "auto", pause=0),
        channels=(
            Channel(api(server, fields=FIELDS), (server.url("/old-api"), server.url("/api"))),
            Channel(
                Source("x", "X", "", "ical", pause=0), (server.url("/agenda.ics"),), frozenset({"status"}), adds=True
            ),
        ),
    )


def test_channels_fill_each_other(two_channels, fetcher):
    gathered = gather(two_channels, fetcher, nothing_known)
    assert gathered.error is None
    assert gathered.complete, "an address a server does not have proves nothing against it"
    first, second = gathered.notices
    assert first.text("start") == "2027-02-03T18:00:00", "the first channel has the word on what it says"
    assert first.text("place") == "Salle des fêtes, Lille", "the calendar fills what it leaves out"
    assert first.text("status") == "CANCELLED"
    assert second.text("title") == "Marche exploratoire", "and adds the event the API does not list"


def test_a_channel_that_does_not_add_only_fills(two_channels, fetcher):
    calendar = replace(two_channels.channels[1], adds=False)
    gathered = gather(replace(two_channels, channels=(two_channels.channels[0], calendar)), fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == ["Forum ouvert"]


def test_a_channel_there_otherwise_is_asked_while_nothing_dated_was_found(two_channels, server, fetcher):
    api, calendar = two_channels.channels
    otherwise = replace(two_channels, channels=(api, replace(calendar, adds=False, otherwise=True)))
    assert len(gather(otherwise, fetcher, nothing_known).notices) == 1
    server.pages["/api"] = events({"name": "Actualités", "link": "/n/1"})
    assert [notice.text("title") for notice in gather(otherwise, fetcher, nothing_known).notices] == [
        "Forum ouvert",
        "Marche exploratoire",
    ]


def test_a_channel_in_trouble_makes_nothing_vanish(two_channels, server, fetcher):
    server.pages["/old-api"] = server.pages["/api"] = Reply("down", 500)
    gathered = gather(two_channels, fetcher, nothing_known)
    assert len(gathered.notices) == 2
    assert not gathered.complete


def test_no_channel_is_an_error_that_says_what_was_asked(two_channels, server, fetcher):
    server.pages.clear()
    gathered = gather(two_channels, fetcher, nothing_known)
    assert "404" in str(gathered.error)
    assert gathered.notices == []


def test_a_system_without_what_it_needs_says_so(server, fetcher):
    lacking = Source("x", "X", server.url("/"), "auto", options={"system": "openagenda"}, pause=0)
    nowhere = replace(lacking, channels=(Channel(lacking, ()),))
    assert "openagenda" in str(gather(nowhere, fetcher, nothing_known).error)


def test_a_page_that_shows_its_system_is_read_by_it(two_channels, server, fetcher):
    server.pages["/"] = Reply("<p class=powered-by-x>Bienvenue</p>", headers=HTML)
    marks = ("powered-by-[x]",)
    preset = Source("known", "known", "", "auto")
    channels = tuple(
        replace(each, urls=tuple(url.replace(server.url(""), "{site}") for url in each.urls))
        for each in two_channels.channels
    )
    known = System("known", "Known", marks, channels, preset)
    found = gather(replace(two_channels, channels=(), systems=(known,)), fetcher, nothing_known)
    assert [notice.text("title") for notice in found.notices] == ["Forum ouvert", "Marche exploratoire"]


def test_a_site_that_shows_nothing_of_itself_is_asked(two_channels, server, fetcher):
    server.pages["/"] = Reply("<p>Bienvenue</p>", headers=HTML)
    server.pages["/api/"] = Reply('{"software": "known"}', headers=JSON)
    channels = tuple(
        replace(each, urls=tuple(url.replace(server.url(""), "{site}") for url in each.urls))
        for each in two_channels.channels
    )
    preset = Source("known", "known", "", "auto")
    other = System("other", "Other", ("no-such-mark",), (), preset, probe="{site}/api/", proof="other")
    known = System("known", "Known", ("no-such-mark",), channels, preset, probe="{site}/api/", proof='"known"')
    found = gather(replace(two_channels, channels=(), systems=(other, known)), fetcher, nothing_known)
    assert [notice.text("title") for notice in found.notices] == ["Forum ouvert", "Marche exploratoire"]
    assert any("write `system: known`" in warning for warning in found.warnings)


def test_few_addresses_are_asked_and_an_answer_of_something_else_proves_nothing(server, fetcher):
    server.pages["/"] = Reply("<p>Bienvenue</p>", headers=HTML)
    gathered = gather(written(f"url: {server.url('/')}"), fetcher, nothing_known)
    assert gathered.notices == [] and gathered.error is None
    assert gathered.requests <= 5


def test_a_page_that_tells_its_events_is_asked_nothing_more(server, fetcher):
    told = '{"@context":"https://schema.org","@type":"Event","name":"Forum","startDate":"2027-02-03T18:00"}'
    page = f'<script type="application/ld+json">{told}</script>'
    server.pages["/"] = Reply(page, headers=HTML)
    gathered = gather(written(f"url: {server.url('/')}"), fetcher, nothing_known)
    assert (len(gathered.notices), gathered.requests) == (1, 1)


def test_a_page_without_events_leads_to_its_calendar(server, fetcher):
    server.pages["/"] = Reply('<p>Notre agenda</p><a href="/agenda.ics">s’abonner</a>', headers=HTML)
    server.pages["/agenda.ics"] = Reply(
        CALENDAR.replace("{site}", server.url("")), headers={"Content-Type": "text/calendar"}
    )
    gathered = gather(written(f"url: {server.url('/')}"), fetcher, nothing_known)
    assert len(gathered.notices) == 2


def test_a_list_leads_to_its_pages_and_its_next_page(server, fetcher):
    def row(number):
        return f'<li><h3><a href="/e/{number}">Atelier {number}</a></h3><p>le {number} février 2027 à 18h</p></li>'

    server.pages["/a"] = Reply(f"<ul>{row(3)}{row(4)}</ul><a rel=next href='/b'>suite</a>", headers=HTML)
    server.pages["/b"] = Reply(f"<ul>{row(5)}{row(6)}</ul>", headers=HTML)
    for number in range(3, 7):
        page = f"<main><h1>Atelier {number}</h1><p>Le {number} février 2027 à 18h</p><p>Organisé par la Ville de Lille</p></main>"
        server.pages[f"/e/{number}"] = Reply(page, headers=HTML)
    gathered = gather(written(f"url: {server.url('/a')}"), fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == [f"Atelier {number}" for number in range(3, 7)]
    assert all("Ville de Lille" in notice.text("text") for notice in gathered.notices)


def test_a_query_is_posted_page_by_page(server, fetcher):
    def answer(handler):
        page = json.loads(handler.body)["variables"].get("page", 1)
        row = {"name": f"Débat {page}", "begin": f"2027-02-0{page}", "link": f"/e/{page}"}
        return events(*([row] if page < 3 else []))

    server.pages["/api"] = answer
    source = written(
        f"url: {server.url('/api')}\nkind: json\nitems: $.events[*]\nfields: {{title: name, start: begin, url: link}}\n"
        "page: {param: page, first: 1}\npost: 'query($page: Int) { events(page: $page) { name begin link } }'"
    )
    gathered = gather(source, fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == ["Débat 1", "Débat 2"]
    asked = [each for each in server.asked if each.path == "/api"]
    assert [json.loads(each.body)["variables"] for each in asked] == [{}, {"page": 2}, {"page": 3}]
    assert all(each.headers["Content-Type"] == "application/json" for each in asked)
    assert len({page.url for page in gathered.pages}) == 3, "each page is remembered by an address of its own"


def test_a_secret_is_in_the_request_and_nowhere_after_it(server, fetcher, caplog):
    caplog.set_level(logging.DEBUG)
    server.pages["/api"] = [
        events({"name": "Forum", "begin": "2027-02-03", "link": "/e/1"}),
        Reply("no", 503),
        Reply("no", 503),
        Reply("no", 503),
    ]
    source = written(
        f"url: '{server.url('/api')}?key=${{KEY}}'\nkind: json\nitems: $.events[*]\n"
        "fields: {title: name, start: begin, url: link}",
        KEY="s3cret",
    )
    good, bad = gather(source, fetcher, nothing_known), gather(source, fetcher, nothing_known)
    assert server.asked[-1].path == "/api?key=s3cret"
    assert good.notices
    assert bad.error is not None
    for shown in (good, bad.error, str(bad.error), bad.warnings, source):
        assert "s3cret" not in repr(shown)
    assert "s3cret" not in "".join(str(record.__dict__) for record in caplog.records if "agenda" in record.name)


def notice(**fields):
    return Notice("x", "https://x.example/", {name: (Found(text, name),) for name, text in fields.items()})


def test_rows_of_one_address_are_the_dates_of_one_event():
    rows = [notice(title="Permanence", url="https://x.example/e/1", when=f"le {day} mai") for day in (4, 11, 18)]
    (one,) = one_each(rows)
    assert [found.text for found in one.fields["when"]] == ["le 4 mai", "le 11 mai", "le 18 mai"]
    moments = [notice(title="P", url="https://x.example/1", start=f"2027-05-{day}T18:00", end="") for day in (11, 12)]
    assert [found.text for found in one_each(moments)[0].fields["occurrences"]] == [
        "2027-05-11T18:00/",
        "2027-05-12T18:00/",
    ]


def test_rows_without_an_address_are_events_of_their_own():
    assert len(one_each([notice(title="Conseil", when=f"le {day} mai") for day in (4, 11)])) == 2


def test_one_title_in_two_towns_is_two_events():
    assert len(one_each([notice(title="Conseil", place="Tours"), notice(title="Conseil", place="Rouen")])) == 2
    assert len(one_each([notice(title="Conseil", url=f"https://x.example/{n}") for n in (1, 2)])) == 2


def test_channels_of_a_series_match_by_day():
    known = [notice(title="Permanence", url="https://x.example/p", start=f"2027-05-{day}") for day in (11, 12)]
    told = [notice(title="Permanence", url="https://www.x.example/p/", start="2027-05-12T00:00", price="5 €")]
    first, second = merged(known, told, wins=(), adds=True)
    assert not first.text("price")
    assert second.text("price") == "5 €"


def test_what_a_graphql_server_refuses_is_not_asked_again(server, fetcher):
    """Servers of another version lack a field, or a whole space: the rest is asked without it."""

    def answer(handler):
        query = json.loads(handler.body)["query"]
        lacking = [name for name in ("isWithdrawn", "conferences") if name in query]
        if lacking:
            told = [{"message": f"Field '{name}' doesn't exist on type 'Query'"} for name in lacking]
            return Reply(json.dumps({"errors": told}), headers=JSON)
        return events({"name": "Débat", "begin": "2027-02-03", "link": "/e/1"})

    server.pages["/api"] = answer
    query = "{ events { name begin isWithdrawn link } conferences(first: 5) { title { text } } }"
    source = written(
        f"url: {server.url('/api')}\nkind: json\nitems: $.events[*]\n"
        f"fields: {{title: name, start: begin, url: link}}\npost: '{query}'"
    )
    gathered = gather(source, fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == ["Débat"]
    last = json.loads([each for each in server.asked if each.path == "/api"][-1].body)["query"]
    assert last.split() == ["{", "events", "{", "name", "begin", "link", "}", "}"]
    assert gathered.requests == 2


def test_a_server_that_refuses_everything_is_asked_a_few_times_only(server, fetcher):
    server.pages["/api"] = Reply('{"errors": [{"message": "Field \'x\' does not exist on type \'Q\'"}]}', headers=JSON)
    source = written(f"url: {server.url('/api')}\nkind: json\nitems: $.x[*]\nfields: {{title: t}}\npost: '{{ x }}'")
    gathered = gather(source, fetcher, nothing_known)
    assert gathered.error is not None
    assert gathered.requests <= 6


def test_a_calendar_whose_address_nobody_can_make_up_is_taken_from_the_page(server, fetcher, two_channels):
    link = "/index.php?option=com_x&task=icals.export&format=ical&k=8827ceb1"
    server.pages["/"] = Reply(
        f'<a href="/medical">Santé</a><a href="{link.replace("&", "&amp;")}">iCal</a>', headers=HTML
    )
    server.pages[link] = server.pages["/agenda.ics"]
    calendar = replace(two_channels.channels[1], urls=("{linked}",))
    gathered = gather(replace(two_channels, channels=(calendar,)), fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == ["Forum ouvert", "Marche exploratoire"]


def test_an_agenda_embedded_in_a_page_is_read_where_it_is_kept(server, fetcher):
    server.pages["/"] = Reply(
        '<blockquote data-src="https://openagenda.com/fr/agendas/7741">…</blockquote>', headers=HTML
    )
    server.pages["/agendas/7741"] = events({"name": "Forum", "begin": "2027-02-03", "link": "/e/1"})
    inner = replace(api(server, fields=FIELDS), url="")
    channel = Channel(inner, (f"{server.url('/agendas/')}{{agenda}}",))
    kept = System(
        "kept", "Kept", (), (channel,), Source("kept", "kept", "", "auto"), address=r"agendas/(?P<agenda>\d+)"
    )
    site = Source("x", "X", server.url("/"), "auto", systems=(kept,), pause=0)
    assert [notice.text("title") for notice in gather(site, fetcher, nothing_known).notices] == ["Forum"]


def test_decidim_is_asked_for_the_meetings_of_every_space(server, fetcher):
    """The queries that are posted, and an older server that knows neither conferences nor withdrawn meetings."""
    node = {"id": "7", "title": {"translations": [{"text": "Conseil"}]}, "startTime": "2027-01-20T18:00:00+01:00"}
    meetings = {"meetings": {"edges": [{"node": node}]}}

    def answer(handler):
        query = json.loads(handler.body)["query"]
        assert query.count("{") == query.count("}")
        refused = [name for name in ("conferences", "isWithdrawn") if name in query]
        if refused:
            told = [f"Field '{name}' doesn't exist on type 'Meeting'" for name in refused]
            return Reply(json.dumps({"errors": [{"message": each} for each in told]}), headers=JSON)
        assert "assemblies" in query and "participatoryProcesses" in query and "startTime" in query
        return Reply(json.dumps({"data": {"assemblies": [{"components": [{}, meetings]}]}}), headers=JSON)

    server.pages["/api"] = answer
    source = written(f"url: {server.url('/')}\nsystem: decidim\nfollow: false")
    gathered = gather(source, fetcher, nothing_known)
    assert [(each.text("title"), each.text("start")) for each in gathered.notices] == [
        ("Conseil", "2027-01-20T18:00:00+01:00")
    ]


def test_a_home_page_without_events_leads_to_the_agenda(server, fetcher):
    server.pages["/"] = Reply(
        '<nav><a href="/contact">Contact</a><a href="/rdv/">Agenda</a></nav><p>Bienvenue</p>', headers=HTML
    )
    rows = "".join(f"<li><a href='/e/{day}'>Atelier {day}</a> le {day} février 2027 à 18h</li>" for day in (3, 9, 17))
    server.pages["/rdv/"] = Reply(f"<main><h1>Agenda</h1><ul>{rows}</ul></main>", headers=HTML)
    gathered = gather(written(f"url: {server.url('/')}\nfollow: false"), fetcher, nothing_known)
    assert [notice.text("title") for notice in gathered.notices] == ["Atelier 3", "Atelier 9", "Atelier 17"]


def test_the_page_of_a_notice_knows_the_hours_of_the_day_that_the_list_names(server, fetcher):
    told = {
        "forum": "<p>Rendez-vous le 9 février 2027 à 18h30.</p><p>Inscription avant le 5 février 2027 à 12h.</p>",
        "conseil": "<p>Inscription avant le 12 février 2027 à 12h.</p><p>Date : 17 février 2027</p><p>Horaires : 14h à 16h</p>",
        "marche": "<p>Publié le 24 février 2027 à 8h05.</p><p>Nous marcherons ensemble.</p>",
    }
    rows = "".join(
        f"<li><a href='/e/{name}'>Un {name}</a> <span>{day} février 2027</span></li>"
        for name, day in zip(told, (9, 17, 24), strict=True)
    )
    server.pages["/a"] = Reply(f"<main><h1>Agenda</h1><ul>{rows}</ul></main>", headers=HTML)
    for name, text in told.items():
        server.pages[f"/e/{name}"] = Reply(f"<main><h1>Un {name}</h1>{text}</main>", headers=HTML)
    gathered = gather(written(f"url: {server.url('/a')}"), fetcher, nothing_known)
    whens = [notice.text("when") for notice in gathered.notices]
    assert whens[0].endswith("9 février 2027, 18h30.")
    assert whens[1].endswith("17 février 2027, 14h à 16h")
    assert whens[2].endswith("24 février 2027"), "the hour it was published at is none of the event's"
