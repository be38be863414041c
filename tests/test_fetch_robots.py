"""robots.txt: read once, understood as RFC 9309 says, kept to on every hop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.errors import FetchError, NotAllowed
from agenda_scraper.fetch.robots import MAX_BYTES, judge, parse
from loopback import Loopback, Reply
from pace import paced

pytestmark = pytest.mark.slow

pytest_plugins = ["fetching"]
PAGE = "http://ville.example/agenda/12"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\nDisallow: /agenda", False),
        ("User-agent: *\r\nDisallow: /agenda\r\n", False),
        ("User-agent: *\rDisallow: /agenda\r", False),
        ("User-agent: Agenda-Scraper\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: agenda-scraper/0.1\nDisallow: /agenda", False),
        ("User-agent: agenda-scraper/0.1 # old\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: scraper\nDisallow: /", True),
        ("User-agent: other/2.0\nDisallow: /", True),
        ("User-agent: *\nDisallow: /agenda\nAllow: /agenda/1", True),
        ("User-agent: *\nDisallow: /*/12$", False),
        ("<html><body>Disallow: /</body></html>", True),
    ],
)
def test_rules_are_read_as_sites_write_them(text, allowed):
    assert parse(text.encode()).allows(PAGE) is allowed


@given(st.binary(max_size=300))
def test_any_bytes_are_a_robots_txt(body):
    robots = parse(body)
    assert robots.allows(PAGE) in (True, False)
    assert 0 <= robots.delay <= 30


@pytest.mark.parametrize(
    "line", ["\n", "User-agent: *\n", "User-agent: x/1 x/1\n", "Disallow: /*a*b*c\n", "User-agent: {}\n"]
)
def test_a_hostile_robots_txt_is_read_in_time(line):
    text = "User-agent: *\n" + "".join(line.format(number) for number in range(MAX_BYTES // len(line)))
    assert paced(lambda: parse(text.encode()[:MAX_BYTES]).allows(PAGE + "a" * 500))[1] < 5


def test_rules_in_utf16_are_read():
    assert not parse("User-agent: *\nDisallow: /".encode("utf-16")).allows(PAGE)


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(200, False), (401, True), (403, True), (404, True), (410, True), (429, False), (503, False)],
)
def test_a_status_decides_when_there_are_no_rules(status, allowed):
    assert judge(status, b"User-agent: *\nDisallow: /", "http://ville.example/robots.txt").allows(PAGE) is allowed


def test_what_is_forbidden_is_not_asked_for(fetcher, server):
    server.pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /secret")
    server.pages |= {"/open": Reply("x"), "/go": Reply(status=302, headers={"Location": "/secret"})}
    fetcher.get(server.url("/open"))
    for path in ("/secret", "/go"):
        with pytest.raises(NotAllowed, match="robots"):
            fetcher.get(server.url(path))
    assert server.paths == ["/open", "/go"]
    assert len(server.asked) == 3, "robots.txt is asked for once"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_allows_nothing_for_now(fetcher, server, status):
    server.pages |= {"/robots.txt": Reply("", status), "/": Reply("x")}
    with pytest.raises(NotAllowed) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.status == status
    assert server.paths == []


def test_a_robots_txt_that_cannot_be_had_is_told_as_the_host_being_away(fetcher, server):
    server.pages |= {"/robots.txt": lambda handler: handler.connection.close(), "/": Reply("x")}
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.url == server.url("/")
    assert server.paths == []


def test_the_delay_a_host_wants_is_kept_within_reason(fetcher, watch):
    for wanted, waited in (("7", 7), ("86400", 30), ("x", 1)):
        with Loopback({"/robots.txt": Reply(f"User-agent: *\nCrawl-delay: {wanted}"), "/": Reply("x")}) as other:
            watch.slept.clear()
            fetcher.get(other.url("/").replace("127.0.0.1", "localhost"))
            assert waited - 0.5 < sum(watch.slept) <= waited


def test_a_host_of_ones_own_network_is_not_waited_for(fetcher, server, watch):
    server.pages |= {"/robots.txt": Reply("User-agent: *\nCrawl-delay: 7"), "/": Reply("x")}
    fetcher.get(server.url("/"), pause=0)
    assert sum(watch.slept) == 0


def test_redirects_of_robots_txt_are_followed_five_times(fetcher, server):
    server.pages |= {
        "/robots.txt": Reply(status=301, headers={"Location": "/rules"}),
        "/rules": Reply("User-agent: *\nDisallow: /secret"),
        "/": Reply("x"),
    }
    assert fetcher.get(server.url("/")).body == b"x"
    with pytest.raises(NotAllowed):
        fetcher.get(server.url("/secret"))


def test_behind_too_many_redirects_there_is_no_robots_txt(fetcher, server):
    server.pages |= {"/robots.txt": Reply(status=302, headers={"Location": "/robots.txt"}), "/": Reply("x")}
    assert fetcher.get(server.url("/")).body == b"x"
    assert len(server.asked) == 7


def test_a_robots_txt_without_end_is_read_to_its_limit(fetcher, server):
    rules = b"User-agent: *\nDisallow: /secret\n" + b"# " + b"x" * 3_000_000
    server.pages |= {"/robots.txt": Reply(rules), "/": Reply("x")}
    assert fetcher.get(server.url("/")).body == b"x"
    with pytest.raises(NotAllowed):
        fetcher.get(server.url("/secret"))
