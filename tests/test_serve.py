"""The published files over real HTTP, as calendars and readers ask for them."""

import http.client
import threading

import pytest

from agenda_scraper.serve import server_for

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def ask(tmp_path):
    public = tmp_path / "public"
    (public / "feeds").mkdir(parents=True)
    (public / "index.html").write_text("<p>Agenda", "utf-8")
    (public / "feeds" / "all.ics").write_bytes(ICS)
    (tmp_path / "agenda.db").write_text("secret", "utf-8")
    server = server_for(public, host="127.0.0.1", port=0)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def get(path, method="GET", **headers):
        connection = http.client.HTTPConnection(*server.server_address, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    get.public = public
    yield get
    server.shutdown()
    server.server_close()


def test_a_calendar_has_its_type_its_name_and_its_validators(ask):
    answer, body = ask("/feeds/all.ics")
    assert (answer.status, body) == (200, ICS)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="all.ics"' in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Encoding"] is None


@pytest.mark.parametrize("path", ["/", "/index.html", "/?utm_source=x"])
def test_the_page_is_at_the_root(ask, path):
    answer, body = ask(path)
    assert (answer.status, body) == (200, b"<p>Agenda")


def test_what_did_not_change_is_not_sent_again(ask):
    first, _ = ask("/feeds/all.ics")
    for known in ({"If_None_Match": first.headers["ETag"]}, {"If_Modified_Since": first.headers["Last-Modified"]}):
        answer, body = ask("/feeds/all.ics", **known)
        assert (answer.status, body) == (304, b"")
    answer, _ = ask("/feeds/all.ics", If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"])
    assert answer.status == 200, "an ETag that differs beats a date that does not (RFC 9110, 13.2.2)"
    answer, _ = ask("/feeds/all.ics", If_Modified_Since="Mon, 01 Jan 1990 00:00:00 GMT")
    assert answer.status == 200


def test_a_change_has_a_new_etag(ask):
    first, _ = ask("/feeds/all.ics")
    (ask.public / "feeds" / "all.ics").write_bytes(ICS + b"X")
    answer, _ = ask("/feeds/all.ics", If_None_Match=first.headers["ETag"])
    assert answer.status == 200


def test_head_tells_what_get_would(ask):
    answer, body = ask("/feeds/all.ics", "HEAD")
    assert (answer.status, body, answer.headers["Content-Length"]) == (200, b"", str(len(ICS)))


@pytest.mark.parametrize(
    "path", ["/none.ics", "/../agenda.db", "/%2e%2e/agenda.db", "/feeds/../../agenda.db", "/a%00b", "/feeds"]
)
def test_nothing_else_is_served(ask, path):
    answer, body = ask(path)
    assert answer.status == 404
    assert b"secret" not in body
