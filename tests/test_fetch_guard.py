"""Addresses and the guard: one spelling for the wire, and nothing private behind any spelling."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.fetch.address import address_of
from agenda_scraper.fetch.faults import Refused
from agenda_scraper.fetch.guard import check_address, check_ip, resolve

BASE = "https://ville.example/agenda/liste?page=2#bas"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("fiche", "https://ville.example/agenda/fiche"),
        ("../fiche/", "https://ville.example/fiche/"),
        ("../../../fiche", "https://ville.example/fiche"),
        ("/a/./b/%2E%2e/c", "https://ville.example/a/c"),
        ("/a/..", "https://ville.example/"),
        ("/a//b", "https://ville.example/a//b"),
        ("?page=3", "https://ville.example/agenda/liste?page=3"),
        ("", "https://ville.example/agenda/liste?page=2"),
        ("#haut", "https://ville.example/agenda/liste?page=2"),
        ("//autre.example/x", "https://autre.example/x"),
        ("\\\\autre.example\\x", "https://autre.example/x"),
        (" HTTP://Ville.EXAMPLE:80 \n", "http://ville.example/"),
        ("https://ville.example:0000000443/x", "https://ville.example/x"),
        ("http://ville.example:8080/x", "http://ville.example:8080/x"),
        (
            "http://ville.example/été à Lille?q=où&r=a+b%20c",
            "http://ville.example/%C3%A9t%C3%A9%20%C3%A0%20Lille?q=o%C3%B9&r=a+b%20c",
        ),
        ("http://ville.example/100%/x%zz", "http://ville.example/100%25/x%25zz"),
        ("http://démocratie.example/", "http://xn--dmocratie-b4a.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://ville_sud.example/", "http://ville_sud.example/"),
        ("http://[2001:4860:0:0::8888]/", "http://[2001:4860::8888]/"),
        ("http://0x8.0x8.010.8/", "http://8.8.8.8/"),
    ],
)
def test_an_address_has_one_spelling(link, address):
    assert str(address_of(link, BASE)) == address


@pytest.mark.parametrize(
    "link",
    [
        "mailto:mairie@ville.example",
        "ftp://ville.example/x",
        "javascript:void(0)",
        "data:text/html,x",
        "http://",
        "http://[::1",
        "http://ville example/",
        "http://vi%6Cle.example/",
        "http://-ville.example/",
        "http://ville.example:65536/",
        "http://ville.example:0/",
        "http://ville.example:port/",
        "http://1.2.3.256/",
        "http://[1::2::3]/",
        "http://user@ville.example/",
        "http://ville.example/" + "a" * 9_000,
        "http://ville.example:" + "9" * 5_000,
        "http://" + "a." * 200 + "example/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(link):
    with pytest.raises(Refused):
        address_of(link, BASE)


@given(st.text(max_size=60), st.sampled_from(["", BASE, "http://[::1/", "x"]))
def test_any_text_is_an_address_or_is_refused(link, base):
    for text in (link, f"http://{link}", f"http://ville.example/{link}"):
        try:
            address = address_of(text, base)
        except Refused:
            continue
        assert str(address).isascii()
        assert not set(str(address)) & set(" \t\r\n#\\")
        assert address_of(str(address)) == address


@pytest.mark.parametrize(
    "ips",
    [
        "127.0.0.1 127.255.0.3 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.254 192.168.1.1 169.254.169.254",
        "100.64.0.1 100.127.255.254 192.0.0.8 192.0.0.9 192.0.2.7 198.18.0.1 198.51.100.9 203.0.113.5",
        "224.0.0.251 240.0.0.1 255.255.255.255 192.88.99.1",
        ":: ::1 fe80::1 fc00::1 fdff::1 ff02::1 fec0::1 100::1 4000::1 2001:db8::1 2001:0:1::1 3fff::1",
        "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::192.168.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2002:a00:1::",
    ],
)
def test_private_addresses_are_refused(ips):
    for ip in ips.split():
        with pytest.raises(Refused):
            check_ip(ip_address(ip))


@pytest.mark.parametrize(
    "ips",
    [
        "8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255",
        "172.15.255.255 172.32.0.0 192.167.255.255 223.255.255.255",
        "2a01:e0a::1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::",
    ],
)
def test_public_addresses_pass(ips):
    for ip in ips.split():
        check_ip(ip_address(ip))


@pytest.mark.parametrize(
    "host",
    [
        "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "00000177.0.0.1", "0", "127.0.0.1.",
        "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "[::ffff:7f00:1]", "[fe80::1%25eth0]",
        "localhost", "LOCALHOST.", "a.localhost", "imprimante", "nas.local", "metadata.google.internal", "x.svc",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_host_passes(host):
    with pytest.raises(Refused):
        check_address(address_of(f"http://{host}/"))


@pytest.mark.parametrize("port", [1, 22, 25, 81, 1023, 3306, 6379, 11211, 27017])
def test_ports_of_other_services_are_refused(port):
    with pytest.raises(Refused):
        check_address(address_of(f"http://ville.example:{port}/"), [ip_network("0.0.0.0/0")])


@pytest.mark.parametrize("port", [80, 443, 3000, 8000, 8080, 8443])
def test_ports_of_the_web_pass(port):
    check_address(address_of(f"http://ville.example:{port}/"))


def test_leave_is_given_by_network_and_for_no_other():
    allow = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]
    for ip in ("10.2.3.4", "::ffff:10.2.3.4", "fd00::1"):
        check_ip(ip_address(ip), allow)
    for ip in ("127.0.0.1", "192.168.0.1", "::1"):
        with pytest.raises(Refused):
            check_ip(ip_address(ip), allow)


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="127.0.0.0/8"))
def test_a_private_address_is_private_in_every_coat(ip):
    number = int(ip)
    for coat in (0xFFFF << 32 | number, int(ip_address("64:ff9b::")) | number, 0x2002 << 112 | number << 80):
        with pytest.raises(Refused):
            check_ip(ip_address(coat) if coat > 2**32 else ip)


def test_names_resolve_to_checked_numbers_only():
    assert {place for _, place in resolve("localhost", 80, [ip_network("127.0.0.0/8"), ip_network("::1/128")])} <= {
        ("127.0.0.1", 80),
        ("::1", 80),
    }
    with pytest.raises(Refused):
        resolve("localhost", 80)
