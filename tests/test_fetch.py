"""Fetching a page from a real server: what is sent, what comes back, how redirects and refusals are told."""

import gzip
import time
from threading import Thread

import pytest

from agenda_scraper.errors import FetchError, NotAllowed
from agenda_scraper.model import Validators
from loopback import Loopback, Reply
from test_cli import HEAD, agenda, sources

pytestmark = pytest.mark.slow

pytest_plugins = ["fetching"]
HTML = {"Content-Type": "text/html; charset=ISO-8859-15"}


def test_a_page_arrives_as_it_was_sent(fetcher, server, watch):
    server.pages["/a"] = Reply("caf\u00e9".encode("latin-1"), headers={**HTML, "ETag": '"1"', "Last-Modified": "Mon"})
    page = fetcher.get(server.url("/a"))
    assert (page.asked, page.url, page.status) == (server.url("/a"), server.url("/a"), 200)
    assert (page.body, page.media_type, page.encoding) == (b"caf\xe9", "text/html", "iso-8859-15")
    assert page.validators == Validators('"1"', "Mon")
    assert page.fetched_at == watch.now


def test_every_server_is_told_who_asks(fetcher, server):
    server.pages["/"] = Reply("x")
    fetcher.get(server.url("/"))
    assert [asked.path for asked in server.asked] == ["/robots.txt", "/"]
    for asked in server.asked:
        assert asked.headers["User-Agent"] == "agenda-scraper/1.2 (+https://agenda.example/; bot@agenda.example)"
    assert fetcher.requests == 2


def test_a_contact_that_no_header_can_carry_is_made_plain(make_fetcher, server):
    server.pages["/"] = Reply("x")
    make_fetcher(contact="Ma\u0142gorzata\r\nX-Evil: 1").get(server.url("/"))
    assert "Ma?gorzata X-Evil: 1" in server.asked[0].headers["User-Agent"]
    assert "X-Evil" not in server.asked[0].headers


def test_what_is_known_is_asked_for_only_when_changed(fetcher, server):
    def page(handler):
        same = handler.headers["If-None-Match"] == "W/ odd tag" and handler.headers["If-Modified-Since"] == "gestern"
        return Reply(status=304) if same else Reply("new", headers={"ETag": "W/ odd tag"})

    server.pages["/"] = page
    assert fetcher.get(server.url("/")).body == b"new"
    unchanged = fetcher.get(server.url("/"), validators=Validators("W/ odd tag", "gestern"))
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert unchanged.validators == Validators("W/ odd tag", "gestern")


def test_a_stored_validator_that_no_header_can_carry_is_left_out(fetcher, server):
    server.pages["/"] = Reply("x")
    fetcher.get(server.url("/"), validators=Validators('"\u2603"', "Mon\r\nX-Evil: 1"))
    assert not {"If-None-Match", "If-Modified-Since", "X-Evil"} & set(server.asked[-1].headers)


def test_the_environment_names_no_proxy_and_no_password(server, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret")
    server.pages["/"] = Reply("<ul><li><a href=/1>Forum</a> <b>14 janvier 2027</b></li></ul>")
    told = f"a: {{name: A, url: '{server.url('/')}', list: {{items: li, title: a, url: a, when: b}}}}"
    path = sources(tmp_path, HEAD + f"  {told}\n")
    elsewhere = {"NETRC": str(tmp_path / ".netrc"), "http_proxy": "http://127.0.0.1:9/"}
    done = agenda("--sources", path, "check", "--no-write", AGENDA_ALLOW_NETWORKS="127.0.0.0/8", **elsewhere)
    assert done.returncode == 0 and "Forum" in done.stdout, done.stdout + done.stderr
    assert server.paths[-1] == "/" and "Authorization" not in server.asked[-1].headers


def test_304_to_who_knows_nothing_is_no_page(fetcher, server):
    server.pages["/"] = Reply(status=304)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.status == 304


@pytest.mark.parametrize("status", [204, 206, 400, 401, 403, 404, 410, 418, 500, 501, 999])
def test_a_status_without_a_page_is_an_error_that_says_what_to_do(fetcher, server, status):
    server.pages["/"] = Reply("" if status == 204 else "half a page", status)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.status == status
    assert str(status) in str(caught.value)
    assert caught.value.fix
    assert server.paths == ["/"]


def test_redirects_are_followed_and_the_last_address_is_told(fetcher, server):
    server.pages |= {
        "/a/b": Reply(status=301, headers={"Location": "../c?x=1#part"}),
        "/c": Reply(status=307, headers={"Location": server.url("/d")}),
        "/d": Reply(status=302, headers={"Location": "/\u00fcber".encode().decode("latin-1")}),
        "/%C3%BCber": Reply("there"),
    }
    page = fetcher.get(server.url("/a/b"))
    assert page.body == b"there"
    assert (page.asked, page.url) == (server.url("/a/b"), server.url("/%C3%BCber"))
    assert server.paths == ["/a/b", "/c?x=1", "/d", "/%C3%BCber"]


def test_a_redirect_loop_ends(fetcher, server):
    server.pages |= {
        "/a": Reply(status=302, headers={"Location": "/b"}),
        "/b": Reply(status=302, headers={"Location": "/a"}),
    }
    with pytest.raises(FetchError, match="redirects"):
        fetcher.get(server.url("/a"))
    assert server.paths == ["/a", "/b"]


def test_endless_redirects_end(fetcher, server):
    def onward(handler):
        return Reply(status=302, headers={"Location": f"/?n={len(server.paths)}"})

    server.pages["/"] = onward
    with pytest.raises(FetchError, match="redirects"):
        fetcher.get(server.url("/"))
    assert len(server.paths) == 11


@pytest.mark.parametrize("headers", [{}, {"Location": ""}])
def test_a_redirect_to_nowhere_is_an_error(fetcher, server, headers):
    server.pages["/"] = Reply("page?", 302, headers)
    with pytest.raises(FetchError, match="without saying where"):
        fetcher.get(server.url("/"))


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "//169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:secret@127.0.0.1/",
        "http://[::1]/",
        "http://127.0.0.1:22/",
    ],
)
def test_a_redirect_meets_the_same_guard(fetcher, server, target):
    server.pages["/"] = Reply(status=302, headers={"Location": target})
    with pytest.raises(NotAllowed):
        fetcher.get(server.url("/"))


def test_without_leave_the_loopback_is_private(make_fetcher, server):
    server.pages["/"] = Reply("secret")
    for url in (server.url("/"), server.url("/").replace("127.0.0.1", "localhost")):
        with pytest.raises(NotAllowed):
            make_fetcher(allow=()).get(url)
    assert server.asked == []


def test_a_name_is_judged_by_its_address_at_the_socket(make_fetcher, server):
    # leave for another network lets the name pass, so that only the check after DNS can refuse it
    with pytest.raises(NotAllowed, match="not an address of the public internet"):
        make_fetcher(allow=["10.0.0.0/8"]).get(server.url("/").replace("127.0.0.1", "localhost"))
    assert server.asked == []


def test_an_unknown_name_is_told_as_such(fetcher):
    with pytest.raises(FetchError, match="DNS"):
        fetcher.get("http://no-such-host.invalid/")


def test_requests_to_a_host_keep_their_distance(fetcher, server, watch):
    server.pages["/"] = Reply("x")
    for _ in range(3):
        fetcher.get(server.url("/"), pause=5)
    assert len(watch.slept) == 3
    assert all(4.5 < seconds <= 5 for seconds in watch.slept)


def test_threads_share_a_host_one_at_a_time_and_reuse_its_connection(fetcher, server):
    busy, crowds, peers = [], [], set()

    def page(handler):
        peers.add(handler.client_address)
        busy.append(1)
        time.sleep(0.05)
        crowds.append(len(busy))
        busy.pop()
        return Reply("x")

    server.pages["/"] = page
    threads = [Thread(target=fetcher.get, args=(server.url("/"),), kwargs={"pause": 0}) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert crowds == [1, 1, 1, 1, 1]
    assert len(server.asked) == 6, "robots.txt is read once"
    assert len(peers) == 1


def test_hosts_are_asked_side_by_side(fetcher):
    def slow(handler):
        time.sleep(0.3)
        return Reply("x")

    with Loopback({"/": slow}) as one, Loopback({"/": slow}) as other:
        threads = [Thread(target=fetcher.get, args=(server.url("/"),), kwargs={"pause": 0}) for server in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        first, second = (server.asked[-1].at for server in (one, other))
    assert abs(first - second) < 0.25


def test_cookies_are_not_kept(fetcher, server):
    server.pages["/"] = Reply("x", headers={"Set-Cookie": "who=you; Path=/"})
    fetcher.get(server.url("/"))
    fetcher.get(server.url("/"))
    assert all("Cookie" not in asked.headers for asked in server.asked)


def test_a_packed_page_is_unpacked(fetcher, server):
    server.pages["/"] = Reply(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
    assert fetcher.get(server.url("/")).body == b"hello"


@pytest.mark.parametrize(
    ("kind", "media_type", "encoding"),
    [
        ("", "", None),
        ("TEXT/HTML", "text/html", None),
        ('text/calendar;  Charset = "UTF-8"', "text/calendar", "utf-8"),
        ("text/plain, text/html; charset=utf-8", "text/html", "utf-8"),
        (';;charset="utf-8', "", "utf-8"),
    ],
)
def test_content_types_as_servers_write_them(fetcher, server, kind, media_type, encoding):
    server.pages["/"] = Reply("x", headers={"Content-Type": kind})
    page = fetcher.get(server.url("/"))
    assert (page.media_type, page.encoding) == (media_type, encoding)
