"""Pages, feeds and filters over real HTTP, as calendars, readers and browsers ask for them."""

import http.client
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

import feedparser
import pytest
from icalendar import Calendar

from agenda_scraper.history import News
from agenda_scraper.links import event_page
from agenda_scraper.model import Mode, Organiser, Place
from agenda_scraper.report import Outcome, SourceReport
from agenda_scraper.serve import Application
from loopback import served
from samples import AGENDA, EVENTS, LILLE, NOW, event, when
from stored import fresh, put
from test_publication import BREST, NUMBERED

pytestmark = pytest.mark.slow


class Clock:
    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def ask(tmp_path):
    public = tmp_path / "public"
    public.mkdir()
    (public / "logo.png").write_bytes(b"logo")
    (public / ".published.json").write_text("{}")
    (tmp_path / "secret").write_text("secret")
    clock = Clock()
    with fresh(tmp_path) as store:
        put(store, *NUMBERED, now=NOW)
        application = Application(AGENDA, store, clock=clock, public=public)
        with served(application) as port:

            def get(path, method="GET", **headers):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                told = {name.replace("_", "-"): value for name, value in headers.items()}
                connection.request(method, path, headers=told)
                answer = connection.getresponse()
                body = answer.read()
                connection.close()
                return answer, body

            get.store, get.clock, get.public = store, clock, public
            yield get


def titles(body):
    return sorted(str(each["SUMMARY"]) for each in Calendar.from_ical(body).walk("VEVENT"))


def test_a_calendar_has_its_type_its_name_and_its_validators(ask):
    answer, body = ask("/feeds/all.ics")
    assert answer.status == 200 and len(titles(body)) >= 5
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="all.ics"' in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Encoding"] is None
    assert answer.headers["ETag"] and answer.headers["Last-Modified"]


@pytest.mark.parametrize("path", ["/", "/index.html", "/?utm_source=x"])
def test_the_page_is_at_the_root(ask, path):
    answer, body = ask(path)
    assert answer.status == 200 and b"Agenda de la participation" in body
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_what_did_not_change_is_not_sent_again(ask):
    first, _ = ask("/feeds/all.ics")
    known_by = ({"If_None_Match": first.headers["ETag"]}, {"If_Modified_Since": first.headers["Last-Modified"]})
    for known in (*known_by, {"If_None_Match": f'"x", W/{first.headers["ETag"]}'}):
        answer, body = ask("/feeds/all.ics", **known)
        assert (answer.status, body) == (304, b"")
    answer, _ = ask("/feeds/all.ics", If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"])
    assert answer.status == 200, "an ETag that differs beats a date that does not (RFC 9110, 13.2.2)"
    for since in ("Mon, 01 Jan 1990 00:00:00 GMT", "yesterday", ""):
        answer, _ = ask("/feeds/all.ics", If_Modified_Since=since)
        assert answer.status == 200


def test_a_change_and_a_new_day_have_new_etags(ask):
    first, _ = ask("/feeds/all.ics")
    moved = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, title="Autre titre"), sequence=4)
    put(ask.store, moved, now=NOW + timedelta(hours=1), news=News.MOVED)
    second, body = ask("/feeds/all.ics", If_None_Match=first.headers["ETag"])
    assert second.status == 200 and "Autre titre" in body.decode()
    ask.clock.now += timedelta(days=1)
    third, _ = ask("/feeds/all.ics", If_None_Match=second.headers["ETag"])
    assert third.status == 200


def test_what_each_source_of_a_crawl_brings_is_news_by_its_date_too(ask):
    def written(source, after):
        with ask.store.writing() as desk:
            desk.remember_outcome(SourceReport(source, Outcome.OK), now=NOW, written=NOW + after)

    minute = timedelta(minutes=1)
    written("quick", minute)
    ask.clock.now = NOW + 2 * minute
    first, _ = ask("/feeds/all.ics")
    # the crawl began before, and its next source took its time
    written("slow", 8 * minute)
    ask.clock.now = NOW + 8 * minute
    known = {"If_Modified_Since": first.headers["Last-Modified"]}
    soon, _ = ask("/feeds/all.ics", **known)
    assert soon.status == 200 and "Last-Modified" not in soon.headers, "there may be more in the same second"
    ask.clock.now = NOW + 9 * minute
    second, _ = ask("/feeds/all.ics", **known)
    assert second.status == 200
    dates = [parsedate_to_datetime(each.headers["Last-Modified"]) for each in (first, second)]
    assert dates == [NOW + minute, NOW + 8 * minute]


def test_another_copy_gives_the_same_answer(ask, tmp_path):
    first, body = ask("/feeds/all.rss")
    told = {}
    with fresh(tmp_path) as store:
        other = Application(AGENDA, store, clock=ask.clock)
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/feeds/all.rss", "QUERY_STRING": ""}
        again = b"".join(other(environ, lambda status, headers: told.update(headers)))
    assert (again, told["ETag"]) == (body, first.headers["ETag"])


def test_head_tells_what_get_would(ask):
    _, whole = ask("/feeds/all.ics")
    answer, body = ask("/feeds/all.ics", "HEAD")
    assert (answer.status, body, answer.headers["Content-Length"]) == (200, b"", str(len(whole)))


def test_only_reading_is_allowed(ask):
    answer, _ = ask("/feeds/all.ics", "POST")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        *("/none.ics", "/feeds/none.ics", "/../secret", "/%2e%2e/secret", "/feeds/../../secret", "/a%00b", "/feeds"),
        *("/.published.json", "/region/atlantide.html", "/feeds/region/atlantide.ics", "/event/ffffffffffffffff.html"),
        *("/month/2026-13.html", "/month/x.html", "/day/2026-99-99.html", "/feeds/all-changes.ics", "/page/0.html"),
        *("/page/99.html", "/event/x", "/widget/none.html", "/region/%ff%fe.html", "/" + "a" * 5000 + ".html"),
    ],
)
def test_what_is_not_there_is_told_with_a_way_back(ask, path):
    answer, body = ask(path)
    assert answer.status == 404
    assert b"secret" not in body and b'href="/index.html"' in body


@pytest.fixture(
    params=[("https://a.example/the/agenda", ""), ("https://a.example/event/", ""), ("https://a.example/x/", "/x")]
)
def mounted(request, tmp_path):
    """The path of a site that is not at the root of its host, and how to ask for it by the whole path."""
    address, script = request.param
    agenda = replace(AGENDA, site=replace(AGENDA.site, url=address))
    with fresh(tmp_path) as store:
        put(store, *NUMBERED, now=NOW)
        application = Application(agenda, store, clock=Clock())

        def get(path):
            told = {}
            environ = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": script, "PATH_INFO": path.removeprefix(script)}
            body = b"".join(application(environ, lambda status, headers: told.update(headers, status=status)))
            return told, body

        yield urlsplit(address).path.rstrip("/"), get


def test_a_site_below_a_path_is_there_whether_a_proxy_takes_the_path_off_or_not(mounted):
    base, get = mounted
    told, page = get(f"{base}/index.html")
    assert told["status"] == "200 OK" and get("/index.html") == (told, page) and get(f"{base}/")[1] == page
    assert get(f"{base}/feeds/all.ics")[0]["Content-Type"].startswith("text/calendar")
    assert get(f"{base}/{event_page(NUMBERED[0].uid)}")[0]["status"] == "200 OK"
    lost, missing = get(f"{base}/none.html")
    assert lost["status"] == "404 Not Found" and f'href="{base}/index.html"'.encode() in missing
    assert f"Disallow: {base}/search.html".encode() in get(f"{base}/robots.txt")[1]


def test_a_site_below_a_path_asked_without_its_slash_leads_to_it(mounted):
    base, get = mounted
    told, _ = get(base)
    assert (told["status"], urljoin(base, told["Location"])) == ("301 Moved Permanently", f"{base}/")


@pytest.mark.parametrize("path", ["/index.html/", "/feeds/all.ics/", "/logo.png/", "/department/nord.html/"])
def test_an_address_with_a_slash_too_many_is_none(ask, path):
    # the links of the page would lead below it
    assert ask(path)[0].status == 404 and ask(path.rstrip("/"))[0].status == 200


def test_a_file_of_the_operator_is_served(ask):
    answer, body = ask("/logo.png")
    assert (answer.status, body, answer.headers["Content-Type"]) == (200, b"logo", "image/png")


@pytest.mark.parametrize(
    ("asked", "narrower"),
    [
        ("region=Bretagne", lambda facts: facts.place == BREST),
        ("department=nord", lambda facts: facts.place == LILLE),
        ("city=LILLE", lambda facts: facts.place == LILLE),
        ("near=50.6,3.0&within=30", lambda facts: facts.place == LILLE),
        ("free=yes", lambda facts: facts.free is True),
        ("online=no", lambda facts: facts.mode is not Mode.ONLINE),
        ("type=conference", lambda facts: facts.type == "conference"),
        ("source=exemple", lambda facts: True),
    ],
)
def test_any_filter_is_a_feed_in_every_format(ask, asked, narrower):
    _, everything = ask("/feeds/all.events.json")
    wanted = {each["title"] for each in json.loads(everything)}
    wanted &= {each.facts.title for each in NUMBERED if narrower(each.facts)}
    _, body = ask(f"/feeds/all.events.json?{asked}")
    assert {each["title"] for each in json.loads(body)} == wanted
    for suffix in ("ics", "rss", "atom", "json", "csv"):
        answer, body = ask(f"/feeds/all.{suffix}?{asked}")
        assert answer.status == 200
    _, rss = ask(f"/feeds/all.rss?{asked}")
    assert len(feedparser.parse(rss).entries) == len(wanted)
    for about in ("changes", "upcoming"):
        answer, _ = ask(f"/feeds/all-{about}.rss?{asked}")
        assert answer.status == 200


def test_a_hybrid_event_is_in_the_feed_of_what_is_online_and_of_what_one_may_go_to(ask):
    hybrid = replace(NUMBERED[0], facts=replace(NUMBERED[0].facts, mode=Mode.MIXED))
    put(ask.store, hybrid, now=NOW)
    afar, there = (titles(ask(f"/feeds/all.ics?online={asked}")[1]) for asked in ("yes", "no"))
    assert hybrid.facts.title in afar and hybrid.facts.title in there
    screen = next(each.facts.title for each in NUMBERED if each.facts.mode is Mode.ONLINE)
    assert screen not in "".join(there)


def test_a_filter_narrows_a_named_feed_and_a_facet(ask):
    _, body = ask("/feeds/nord.events.json?free=yes")
    wanted = {each.facts.title for each in NUMBERED if each.facts.place == LILLE and each.facts.free}
    assert {each["title"] for each in json.loads(body)} <= wanted
    _, body = ask("/feeds/region/bretagne.events.json?free=no")
    assert all(each["free"] is False for each in json.loads(body))


def test_a_long_name_has_its_page_and_its_feed(ask):
    name = "Institut de la concertation et de la participation citoyenne de Bretagne"
    facts = replace(NUMBERED[0].facts, organisers=(Organiser(name),))
    put(ask.store, replace(NUMBERED[0], facts=facts), now=NOW)
    page = event_page(NUMBERED[0].uid)
    (link,) = re.findall(r'href="../(organiser/[^"]+)"', ask(f"/{page}")[1].decode())
    answer, body = ask(f"/{link}")
    assert answer.status == 200 and name in body.decode()
    assert titles(ask(f"/feeds/{link.removesuffix('.html')}.ics")[1]) == [facts.title]
    assert len(titles(ask(f"/feeds/{link.removesuffix('.html')}.ics?free=yes")[1])) == int(bool(facts.free))


def test_what_was_hidden_is_gone_at_once_whatever_was_published(ask):
    page = event_page(NUMBERED[0].uid)
    (ask.public / "event").mkdir()
    (ask.public / page).write_bytes(b"published before")
    put(ask.store, replace(NUMBERED[0], hidden=True), now=NOW)
    assert ask(f"/{page}")[0].status == 404


def test_a_new_title_of_the_site_is_news_to_who_asks_by_date(tmp_path):
    with fresh(tmp_path) as store:
        put(store, *NUMBERED, now=NOW)
        dates = []
        for since in (None, NOW + timedelta(hours=1)):
            clock = Clock()
            clock.now += timedelta(hours=2)
            with served(Application(AGENDA, store, clock=clock, since=since)) as port:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("GET", "/feeds/all.ics")
                dates.append(parsedate_to_datetime(connection.getresponse().headers["Last-Modified"]))
                connection.close()
        assert dates[1] > dates[0]


def test_the_form_keeps_what_a_page_selects(ask):
    page = ask("/city/lille.html")[1].decode()
    assert '<input type="hidden" name="city" value="lille">' in page
    page = ask("/search.html?region=Bretagne")[1].decode()
    assert '<option value="bretagne" selected>Bretagne</option>' in page and 'type="hidden"' not in page
    # what was asked stands open; a place of its own shows its events first
    assert "<details open>" in page and "<details open>" not in ask("/region/bretagne.html")[1].decode()
    assert 'class="facet"' not in page and 'class="facet"' in ask("/index.html")[1].decode()
    assert "S’abonner à tout l’agenda" in ask("/index.html")[1].decode()
    assert "S’abonner à cette sélection" in page


def test_a_region_is_asked_by_any_of_its_names_and_told_by_that_of_the_site(ask):
    bavarian = Place(city="Augsburg", region="Bayern", country="DE")
    put(ask.store, event(41, "Bürgerrat", when(date(2026, 12, 1)), place=bavarian), now=NOW)
    for asked in ("Bayern", "Bavi%C3%A8re", "Beieren"):
        assert titles(ask(f"/feeds/all.ics?region={asked}")[1]) == ["Bürgerrat"]
        # the address of a subscription stays as it was written
        page = ask(f"/search.html?region={asked}")[1].decode()
        assert "<h1>Bavière</h1>" in page and f"feeds/all.ics?region={asked}" in page
        assert '<option value="bayern" selected>Bavière</option>' in page
    assert ask("/feeds/all.rss?region=Beieren")[1].decode().count("<title>Bavière · Agenda de la participation<") >= 1
    # narrowed by what is told elsewhere of a country, too
    assert "<h1>Allemagne</h1>" in ask("/search.html?country=Germany")[1].decode()


def test_what_is_asked_not_to_be_is_said_and_kept(ask):
    page = ask("/search.html?online=no&free=no&near=&within=")[1].decode()
    assert "<h1>Sur place · Payant</h1>" in page and NUMBERED[5].facts.title not in page
    assert '<option value="no" selected>Sur place</option>' in page
    assert re.findall(r'name="(free|cancelled)" value="(\w+)"( checked)?', page) == [
        ("free", "no", " checked"),
        ("cancelled", "no", ""),
    ]
    page = ask("/search.html?online=yes")[1].decode()
    assert '<option value="yes" selected>En ligne</option>' in page and 'value="no" selected' not in page
    assert re.findall(r'name="free" value="(\w+)"( checked)?', page) == [("yes", "")]


def test_the_page_of_a_day_holds_its_events_under_its_own_month(ask):
    page = ask("/day/2026-10-17.html")[1].decode()
    assert "<h1>Samedi 17 octobre 2026</h1>" in page
    assert re.findall(r'<h2 id="m-([^"]+)"', page) == ["2026-10"]
    page = ask("/day/2026-11-03.html")[1].decode()
    assert re.findall(r'<h2 id="m-([^"]+)"', page) == ["2026-11"] and "Café citoyen" in page


def test_near_a_town_of_many_names_says_which_one_was_taken(ask):
    page = ask("/search.html?near=Valence")[1].decode()
    assert "Valence (Drôme) et 25 km autour" in page


def test_no_title_stands_twice_and_a_facet_leads_to_its_page(ask):
    feed = feedparser.parse(ask("/feeds/all.rss?from=2027-01-01")[1]).feed
    assert feed.title == AGENDA.site.title
    feed = feedparser.parse(ask("/feeds/city/lille.rss")[1]).feed
    assert feed.link.endswith("/city/lille.html")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("region=Bretagne&region=Occitanie", "stands there twice"),
        ("regoin=Bretagne", "did you mean 'region'"),
        ("free=perhaps", "write free=yes"),
        ("from=yesterday", "2026-11-18"),
        ("near=Nulle-part-sur-Rien", "no town is known"),
        ("within=0", "write kilometres"),
        ("within=30", "asks nothing without near"),
        ("within=30&near=", "near=Lille&within=30"),
        ("text=%FF%FE", "holds no word"),
    ],
)
def test_a_question_nobody_understands_is_told(ask, asked, told):
    for path in ("/feeds/all.ics", "/search.html"):
        answer, body = ask(f"{path}?{asked}")
        assert answer.status == 400 and told in unescape(body.decode())


def test_the_form_is_the_feed_builder(ask):
    answer, body = ask(f"/search.html?region=bretagne&free=&text={quote('é')}&page=1")
    page = body.decode()
    assert answer.status == 200
    assert 'href="feeds/all.rss?text=%C3%A9&amp;region=bretagne"' in page
    assert "webcal://agenda.example.org/feeds/all.ics?text=%C3%A9&amp;region=bretagne" in page
    assert '<option value="bretagne" selected>Bretagne</option>' in page
    _, body = ask("/search.html?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert b"<script>alert" not in body


def test_results_go_on_page_after_page(ask):
    many = [
        replace(event(1, f"R{n}", when(date(2026, 12, 1)), place=BREST), uid=f"{n:016x}{0:016x}@x.example")
        for n in range(100, 170)
    ]
    put(ask.store, *many, now=NOW + timedelta(minutes=5))
    _, first = ask("/search.html?city=brest")
    assert b'href="?city=brest&amp;page=2"' in first
    _, second = ask("/search.html?city=brest&page=2")
    assert second.count(b"<article") + first.count(b"<article") > 70


def test_no_header_can_be_injected(ask):
    answer, _ = ask("/feeds/all.ics?text=a%0d%0aSet-Cookie:%20x=1")
    assert answer.status == 200 and "Set-Cookie" not in answer.headers
    answer, _ = ask("/feeds/a%0d%0aSet-Cookie:%20x=1.ics")
    assert answer.status == 404 and "Set-Cookie" not in answer.headers


def test_a_question_too_long_is_refused(ask):
    assert ask("/search.html?text=" + "a" * 3000)[0].status == 414


def test_every_event_has_its_page_and_its_calendar(ask):
    name = NUMBERED[0].uid[:16]
    assert EVENTS[0].facts.title in ask(f"/event/{name}.html")[1].decode()
    assert EVENTS[0].facts.title in titles(ask(f"/event/{name}.ics")[1])
