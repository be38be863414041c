"""Secure connections: a certificate nobody vouches for is refused, the operator's own authorities count."""

import ssl

import pytest

from agenda_scraper.errors import FetchError
from agenda_scraper.fetch import connect
from loopback import Loopback, Reply

pytestmark = pytest.mark.slow

pytest_plugins = ["fetching"]

# No secret: made for these tests alone, valid for 127.0.0.1 until 2126, signed by itself.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoYt+p1117ylYkMM6
zuM7J2OmuU5yI2YP5zrOgF1bfI+hRANCAATNs/0n/gwXtBLMLFwKJrsfB9BdcAKJ
D2NeZNRGVYprVWm2WlUAWJhi2IbycUOiArqXUUDxy3Ho8qQcMe721Xef
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBjzCCATSgAwIBAgIUK5+CCBxKnlm/c1W8JnnkJdQVFnIwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIbG9vcGJhY2swIBcNMjYxMTIzMjE0NTQ1WhgPMjEyNjEwMzAy
MTQ1NDVaMBMxETAPBgNVBAMMCGxvb3BiYWNrMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEzbP9J/4MF7QSzCxcCia7HwfQXXACiQ9jXmTURlWKa1VptlpVAFiYYtiG
8nFDogK6l1FA8ctx6PKkHDHu9tV3n6NkMGIwHQYDVR0OBBYEFO8fHdshWN6B7pIe
awcPacXRY8tbMB8GA1UdIwQYMBaAFO8fHdshWN6B7pIeawcPacXRY8tbMA8GA1Ud
EwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNJADBGAiEA
3TL1T17+PpZAngoKUBzYajxFJCXMXENQbVJuJ3etkd4CIQD3+Q8MjKgLxWlbmJIU
fRqAI4ZROawLm6SF9Us96wUmDg==
-----END CERTIFICATE-----
"""


@pytest.fixture
def certificate(tmp_path):
    path = tmp_path / "loopback.pem"
    path.write_text(CERTIFICATE)
    return path


@pytest.fixture
def secure(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with Loopback({"/": Reply("hello")}, tls=context) as server:
        yield server


@pytest.fixture
def trusting(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    connect.tls_context.cache_clear()
    yield
    connect.tls_context.cache_clear()


def test_a_certificate_that_nobody_vouches_for_is_refused(make_fetcher, secure):
    with pytest.raises(FetchError, match="certificate is not valid: self-signed") as caught:
        make_fetcher().get(secure.url("/"))
    assert secure.asked == []
    assert caught.value.url == secure.url("/")


def test_authorities_of_the_system_are_trusted(trusting, make_fetcher, secure):
    fetcher = make_fetcher()
    for _ in range(2):
        assert fetcher.get(secure.url("/")).body == b"hello"


def test_a_certificate_for_another_host_is_refused(trusting, make_fetcher, secure):
    with pytest.raises(FetchError, match="certificate is not valid: Hostname mismatch"):
        make_fetcher().get(secure.url("/").replace("127.0.0.1", "localhost"))


def test_the_authorities_are_read_once(trusting, make_fetcher, secure, monkeypatch):
    fetchers = [make_fetcher(), make_fetcher()]
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", "/no/such/file")
    for fetcher in fetchers:
        fetcher.get(secure.url("/"))
    assert connect.tls_context.cache_info().misses == 1


def test_plain_http_at_a_secure_port_is_an_error(make_fetcher, secure):
    with pytest.raises(FetchError):
        make_fetcher().get(secure.url("/").replace("https://", "http://"))


def test_a_secure_connection_to_a_plain_server_is_an_error(make_fetcher, server):
    with pytest.raises(FetchError, match="TLS"):
        make_fetcher().get(server.url("/").replace("http://", "https://"))
