"""Servers that are slow, broken, greedy or lying: always a clear error, in bounded time and memory."""

import gzip
import socket
import time
import tracemalloc

import pytest

from agenda_scraper.errors import FetchError
from loopback import Reply

pytestmark = pytest.mark.slow

pytest_plugins = ["fetching"]


def raw(answer, *, then=0.0):
    """A page that is exactly these bytes, whatever they mean, and then silence for some seconds."""

    def page(handler):
        handler.wfile.write(answer)
        time.sleep(then)

    return page


def drip(head, piece, seconds=0.02):
    """A page that never ends: `piece` again and again."""

    def page(handler):
        handler.wfile.write(head)
        while True:
            handler.wfile.write(piece)
            time.sleep(seconds)

    return page


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "page",
    [
        drip(HEAD, b"X-More: y\r\n", 0.1),
        drip(HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        lambda handler: time.sleep(3),
    ],
    ids=["headers", "body", "chunks", "chunk size", "continue", "silence"],
)
def test_a_page_has_a_deadline_however_it_dawdles(make_fetcher, server, page):
    server.pages["/"] = page
    started = time.monotonic()
    with pytest.raises(FetchError, match="took too long") as caught:
        make_fetcher(page=0.6).get(server.url("/"))
    assert time.monotonic() - started < 2
    assert caught.value.status is None
    assert server.paths == ["/"], "who is slow is not asked again"


@pytest.mark.parametrize("head", [b"", HEAD, HEAD + b"\r\nhel"], ids=["at once", "in the headers", "in the body"])
def test_a_server_that_falls_silent_is_left_before_the_deadline(make_fetcher, server, head):
    server.pages["/"] = raw(head, then=1)
    with pytest.raises(FetchError, match="took too long"):
        make_fetcher(silence=0.2).get(server.url("/"))


def test_redirects_share_one_deadline(make_fetcher, server):
    def slowly(handler):
        time.sleep(0.2)
        return Reply(status=302, headers={"Location": f"/?{len(server.paths)}"})

    server.pages["/"] = slowly
    with pytest.raises(FetchError, match="took too long"):
        make_fetcher(page=0.5).get(server.url("/"))
    assert len(server.paths) <= 3


def test_a_slow_page_that_comes_in_time_is_a_page(fetcher, server):
    def page(handler):
        handler.wfile.write(HEAD + b"Content-Length: 5\r\n\r\n")
        for letter in b"hello":
            time.sleep(0.05)
            handler.wfile.write(bytes([letter]))

    server.pages["/"] = page
    assert fetcher.get(server.url("/")).body == b"hello"


def endless(handler):
    handler.wfile.write(HEAD + b"\r\n")
    for _ in range(60):
        handler.wfile.write(b"x" * 1_000_000)


BOMB = gzip.compress(bytes(60_000_000))


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (endless, "larger than 20 MB"),
        (Reply(headers={"Content-Length": str(50_000_000)}), "larger than 20 MB"),
        (Reply(BOMB, headers={"Content-Encoding": "gzip"}), "zip bomb"),
        (Reply(gzip.compress(BOMB), headers={"Content-Encoding": "gzip, gzip"}), "more than once"),
        (Reply(BOMB, 302, {"Content-Encoding": "gzip"}), "without saying where"),
        (Reply(BOMB, 302, {"Content-Encoding": "gzip", "Location": "/"}), "nowhere"),
    ],
    ids=["endless", "announced", "bomb", "nested bomb", "redirect", "redirect loop"],
)
def test_a_page_that_is_too_large_is_refused_in_little_memory(fetcher, server, page, what):
    server.pages["/"] = page
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match=what):
            fetcher.get(server.url("/"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"<html>no status line</html>",
        b"HTTP/1.1 abc huh\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(2_000)) + b"\r\nx",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1_000_000 + b"\r\n\r\nx",
        HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nhello",
        HEAD + b"Content-Length: 500\r\n\r\nhello",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\nx",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello",
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(range(256)) * 9)[:200],
        HEAD + b"Content-Encoding: x-rot13\r\nContent-Length: 5\r\n\r\nuryyb",
        b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nframes",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe:\x00\r\n\r\n",
    ],
)
def test_garbage_is_an_error_and_no_page(fetcher, server, answer):
    server.pages["/"] = raw(answer)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.what
    assert caught.value.fix
    assert len(server.paths) <= 3


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;ext=1\r\nhello\r\n0\r\nX-Trailer: 1\r\n\r\n",
        HEAD + b"Content-Length: 5\r\n\r\nhello and more than was announced",
        HEAD + b"\r\nhello",
        HEAD + b"Content-Encoding: identity\r\n\r\nhello",
        HEAD + b"X-A: \xe4\x00\xfc\r\n\r\nhello",
    ],
)
def test_odd_answers_that_are_clear_are_read(fetcher, server, answer):
    server.pages["/"] = raw(answer)
    assert fetcher.get(server.url("/")).body == b"hello"


def test_nobody_home_is_tried_three_times(fetcher, watch):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="refused"):
        fetcher.get(f"http://127.0.0.1:{port}/", pause=0)
    assert watch.slept == [1.0, 2.0]


def test_a_busy_server_is_asked_again_when_it_says(fetcher, server, watch):
    server.pages["/"] = [Reply("busy", 503, {"Retry-After": "4"}), Reply("busy", 502), Reply("at last")]
    assert fetcher.get(server.url("/"), pause=0).body == b"at last"
    assert watch.slept == [4.0, 2.0]


def test_a_server_that_stays_busy_is_left_after_three_tries(fetcher, server):
    server.pages["/"] = Reply("busy", 503)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert caught.value.status == 503
    assert len(server.paths) == 3


@pytest.mark.parametrize(("status", "wanted"), [(429, "3600"), (503, "3600"), (429, "Mon, 23 Nov 2026 13:00:00 GMT")])
def test_a_host_that_wants_to_be_left_alone_is(fetcher, server, status, wanted):
    server.pages |= {"/": Reply("later", status, {"Retry-After": wanted}), "/other": Reply("x")}
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/"))
    assert (caught.value.status, caught.value.retry_after) == (status, 3600)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url("/other"))
    assert 3500 < caught.value.retry_after <= 3600
    assert server.paths == ["/"]
