"""Which addresses a crawler may visit: the public web and nothing behind it (SSRF).

Names and ports are judged from the address alone, numbers after DNS and before the connection is made, so that
a redirect or a name that changes its mind meets the same rule.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

from agenda_scraper.fetch.address import Address, IPAddress
from agenda_scraper.fetch.faults import Refused

Networks: TypeAlias = Sequence[IPv4Network | IPv6Network]
Target: TypeAlias = tuple[socket.AddressFamily, tuple[str, int]]

# RFC 6761 and 6762, what clouds and containers call their insides.
_INNER_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "svc", "lan", "home", "corp", "arpa")
_WEB_PORTS = (80, 443)
# Services above 1024 that take a request line for a command or hand out data to anyone.
_DATABASES = frozenset((1433, 1521, 3306, 5432, 5984, 6379, 8086, 9042, 9200, 9300, 11211, 27017, 27018))
_SERVICES = frozenset(
    (2049, 2181, 2375, 2376, 2379, 3389, 4369, 5672, 5900, 6000, 6443, 6667, 9092, 10250, 10255, 15672)
)
# Reserved in IANA's registries, and public to some of the Pythons we run on.
_RESERVED = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20")))
_GLOBAL_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")


def check_address(address: Address, allow: Networks = ()) -> None:
    """Raises Refused when the address alone shows that it must not be visited; asks no DNS.

    Whoever allows a network of their own may also use the names inside it.
    """
    if address.port not in _WEB_PORTS and (address.port < 1024 or address.port in _DATABASES | _SERVICES):
        raise Refused(f"port {address.port} is not one of the web")
    if address.ip is not None:
        check_ip(address.ip, allow)
        return
    labels = address.host.rstrip(".").split(".")
    if not allow and (len(labels) == 1 or labels[-1] in _INNER_NAMES):
        raise Refused("the host is a name of an inner network")


def check_ip(ip: IPAddress, allow: Networks = ()) -> None:
    """Raises Refused for an address that is not on the public internet and in none of the networks allowed."""
    plain = _meant(ip)
    if _in(plain, allow):
        return
    public = plain.is_global and not (plain.is_multicast or plain.is_reserved or _in(plain, _RESERVED))
    if isinstance(plain, IPv6Address):
        public = public and plain in _GLOBAL_UNICAST
    if not public:
        raise Refused(f"{ip} is not an address of the public internet")


def is_own(address: Address, allow: Networks) -> bool:
    """Whether an address is written as one of the networks the operator allowed although they are private."""
    return address.ip is not None and _in(_meant(address.ip), allow)


def _in(ip: IPAddress, networks: Networks) -> bool:
    return any(ip in network for network in networks)


def _meant(ip: IPAddress) -> IPAddress:
    """The IPv4 address inside a mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056) one, else the address."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def resolve(host: str, port: int, allow: Networks = ()) -> list[Target]:
    """The addresses of a host, each one checked: connect to these and ask no second time.

    One bad address among several refuses the host. Raises Refused, and OSError when the name is not known.
    """
    # An attacker who mixes a public and a private address hopes that the checked one is not the one used.
    targets: list[Target] = []
    for family, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        number = str(place[0])
        check_ip(ip_address(number.partition("%")[0]), allow)
        targets.append((family, (number, port)))
    return targets
