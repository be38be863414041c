"""The parts of fetching by themselves: unpacking, Retry-After, recordings."""

import gzip
import zlib
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agenda_scraper.errors import FetchError, NotAllowed
from agenda_scraper.fetch import Recording
from agenda_scraper.fetch.faults import Unreadable
from agenda_scraper.fetch.pace import back_off, seconds_asked
from agenda_scraper.fetch.unpack import unpacked

pytest_plugins = ["fetching"]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def pack(body, wbits):
    packer = zlib.compressobj(wbits=wbits)
    return packer.compress(body) + packer.flush()


def cut(data, size):
    return iter([data[start : start + size] for start in range(0, len(data), size)])


PACKERS = {"gzip": 31, "x-gzip": 31, "deflate": 15, "Deflate ": -15}


@given(st.binary(max_size=2_000), st.integers(1, 700), st.sampled_from(sorted(PACKERS)), st.integers(1, 200))
def test_what_was_packed_is_unpacked_however_it_is_cut(body, size, encoding, times):
    packed = pack(body * times, PACKERS[encoding])
    assert b"".join(unpacked(cut(packed, size), encoding)) == body * times


@given(st.binary(max_size=300), st.sampled_from(sorted(PACKERS)))
def test_any_bytes_unpack_or_are_unreadable(data, encoding):
    with suppress(Unreadable):
        b"".join(unpacked(cut(data, 50), encoding))


def test_pieces_stay_small():
    bomb = pack(bytes(5_000_000), 31)
    assert max(map(len, unpacked(iter([bomb]), "gzip"))) <= 65_536


def test_gzip_may_have_several_members_and_padding():
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + bytes(20)
    assert b"".join(unpacked(cut(packed, 7), "gzip")) == b"one two"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_packed_page_that_breaks_off_is_unreadable(encoding):
    packed = pack(bytes(range(256)) * 20, PACKERS[encoding])
    for length in range(1, len(packed) - 8):
        with pytest.raises(Unreadable):
            b"".join(unpacked(iter([packed[:length]]), encoding))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("90", 90),
        ("0", 60),
        ("7", 60),
        ("86401", 86_400),
        ("9" * 400, 60),
        ("-90", 60),
        ("90.5", 60),
        ("90, 120", 60),
        ("٩٠", 60),
        ("demain", 60),
        ("", 60),
        (None, 60),
        ("Mon, 23 Nov 2026 12:30:00 GMT", 1800),
        ("Monday, 23-Nov-26 12:30:00 GMT", 1800),
        ("Mon Nov 23 12:30:00 2026", 1800),
        ("Mon, 23 Nov 2026 13:30:00 +0100", 1800),
        ("Sun, 22 Nov 2026 12:30:00 GMT", 60),
        ("Mon, 23 Nov 2926 12:30:00 GMT", 86_400),
        ("Mon, 23 Nov 2026 26:30:00 GMT", 60),
    ],
)
def test_retry_after_is_believed_within_reason(value, seconds):
    assert back_off(value, NOW) == seconds


@given(st.text(max_size=40))
@example("0\x1f")
def test_any_retry_after_is_a_wait_between_a_minute_and_a_day(value):
    assert 60 <= back_off(value, datetime(2026, 1, 1, tzinfo=UTC)) <= 86_400
    asked = seconds_asked(value, NOW)
    assert asked is None or isinstance(asked, float)


@pytest.fixture
def recorded(tmp_path, make_fetcher):
    (tmp_path / "page.html").write_bytes(b"caf\xe9")
    headers = {"Content-Type": "text/html; charset=latin-1", "Content-Encoding": "gzip", "ETag": '"old"'}
    pages = [
        Recording("https://ville.example/agenda?page=1&tri=date", tmp_path / "page.html", headers),
        Recording("https://ville.example/gone", tmp_path / "page.html", status=410),
        Recording("https://ville.example/old", tmp_path / "page.html", {"Location": "/agenda?tri=date&page=1"}, 301),
    ]
    return make_fetcher(replay=pages, allow=())


def test_a_recording_answers_at_once_without_a_network(recorded, watch):
    page = recorded.get("https://ville.example/agenda?tri=date&page=1", pause=60)
    assert (page.body, page.encoding, page.fetched_at) == (b"caf\xe9", "latin-1", NOW)
    assert watch.slept == []


def test_a_recording_knows_what_the_asker_has(recorded):
    page = recorded.get("https://ville.example/agenda?tri=date&page=1")
    again = recorded.get(page.url, validators=page.validators)
    assert (again.status, again.body, again.validators) == (304, b"", page.validators)


def test_recordings_go_through_the_same_redirects_and_errors(recorded):
    assert recorded.get("https://ville.example/old").url == "https://ville.example/agenda?tri=date&page=1"
    for url, status in (("https://ville.example/gone", 410), ("https://ville.example/other", 404)):
        with pytest.raises(FetchError) as caught:
            recorded.get(url)
        assert caught.value.status == status
    with pytest.raises(NotAllowed):
        recorded.get("http://localhost/")


def test_a_recorded_robots_txt_is_kept_to(tmp_path, make_fetcher):
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /")
    pages = [Recording("https://ville.example/robots.txt", tmp_path / "robots.txt")]
    with pytest.raises(NotAllowed):
        make_fetcher(replay=pages).get("https://ville.example/agenda")


def test_replay_asks_nobody(make_fetcher, server):
    with pytest.raises(FetchError) as caught:
        make_fetcher(replay=[]).get(server.url("/"))
    assert caught.value.status == 404
    assert server.asked == []
