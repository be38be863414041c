"""Addresses as they go on the wire: absolute, ASCII, one spelling. WHATWG URL where browsers and RFC 3986 differ."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias
from urllib.parse import quote, urljoin

import idna

from agenda_scraper.fetch.faults import Refused

IPAddress: TypeAlias = IPv4Address | IPv6Address

PORTS = {"http": 80, "https": 443}
_WEB = re.compile(r"(https?):[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE | re.DOTALL)
# Underscores are not for hosts (RFC 952), and some have them all the same.
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Servers stop at 8 kB for a request line (RFC 9110, section 4.1, asks them for that much).
_LONGEST = 8_000
# 253 letters and the dot of the root (RFC 1035, section 2.3.4).
_LONGEST_HOST = 254
_KEPT_IN_PATH = "%/:=&~+!$,;'@()*[]|"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart. `host` is lower case ASCII, `ip` its value when it is written as a number."""

    scheme: str
    host: str
    port: int
    path: str
    query: str | None = None
    ip: IPAddress | None = None

    @property
    def netloc(self) -> str:
        """Host and port as in a URL: brackets around IPv6, no port when it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What one robots.txt is for (RFC 9309, section 2.3)."""
        return f"{self.scheme}://{self.netloc}"

    def __str__(self) -> str:
        return f"{self.origin}{self.path}" + (f"?{self.query}" if self.query is not None else "")


def address_of(url: str, base: str = "") -> Address:
    """The address a link names, seen from `base`; the fragment is dropped, as no server ever sees it.

    Raises Refused for what is no address of the web, and for one that carries a password.
    """
    cleaned = re.sub(r"[\t\r\n]", "", url.strip("".join(map(chr, range(33)))))
    if len(cleaned) > _LONGEST:
        raise Refused(f"the address is longer than {_LONGEST} characters")
    if base:
        cleaned = _joined(base, cleaned)
    parts = _WEB.match(cleaned)
    if not parts:
        raise Refused("only http and https addresses can be fetched")
    scheme, netloc, path, query = parts[1].lower(), parts[2], parts[3], parts[4]
    if "@" in netloc:
        raise Refused("the address carries a user name or a password")
    host, port = _host_and_port(netloc, PORTS[scheme])
    ip = _number(host)
    return Address(
        scheme=scheme,
        host=str(ip) if ip else host,
        port=port,
        # to browsers a backslash is a slash (WHATWG URL, 4.4), and the guard must see the host they would see
        path=_without_dots(_encoded(path.replace("\\", "/"), _KEPT_IN_PATH)),
        query=_encoded(query, _KEPT_IN_PATH + "?") if query is not None else None,
        ip=ip,
    )


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.replace("\\", "/") if link.startswith(("/", "\\")) else link)
    except ValueError:
        raise Refused("the address cannot be read") from None


def _encoded(text: str, kept: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", text), safe=kept, errors="replace")


def _without_dots(path: str) -> str:
    # RFC 3986 section 5.2.4; browsers take %2e for a dot as well.
    parts: list[str] = []
    segments = path.split("/")[1:] or [""]
    for number, segment in enumerate(segments):
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            del parts[-1:]
        elif plain != ".":
            parts.append(segment)
        if plain in (".", "..") and number == len(segments) - 1:
            parts.append("")
    return "/" + "/".join(parts)


def _host_and_port(netloc: str, default: int) -> tuple[str, int]:
    split = re.fullmatch(r"(\[[^\]]*\]|[^:\[\]]*)(?::([0-9]*))?", netloc, re.ASCII)
    if not split or not split[1]:
        raise Refused("the address names no host that can be read")
    port = int(split[2].lstrip("0")[:6] or 0) if split[2] else default
    if not 0 < port < 65536:
        raise Refused("the port of the address is out of range")
    return _host(split[1]), port


def _host(written: str) -> str:
    if written.startswith("["):
        return written[1:-1].lower()
    if len(written) > _LONGEST_HOST:
        raise Refused("the host name is longer than DNS allows")
    try:
        # UTS 46 without the transitional mapping, as browsers do: ß stays, full-width digits and dots become plain.
        host = written.lower() if written.isascii() else idna.encode(written, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise Refused("the host name cannot be written in DNS (IDNA)") from None
    if not _HOST.fullmatch(host) or len(host) > _LONGEST_HOST:
        raise Refused("the host name cannot be read")
    return host


def _number(host: str) -> IPAddress | None:
    """The address a host is written as: 127.1, 0x7f000001 and 017700000001 are all 127.0.0.1 (WHATWG URL, 3.5)."""
    try:
        if ":" in host:
            return ip_address(host)
        if _NUMERIC.fullmatch(host.removesuffix(".")):
            return IPv4Address(socket.inet_aton(host.removesuffix(".")))
    except (ValueError, OSError):
        raise Refused("the host is a number, but no address") from None
    return None
