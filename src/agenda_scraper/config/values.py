"""Readers of single values: a spot → a value, or Wrong with what to type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from agenda_scraper.config.presets import system_names
from agenda_scraper.config.spot import Spot, Wrong, advice, nearest
from agenda_scraper.extract.kinds import KINDS

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# Abbreviations say an offset and not a zone: they are wrong half of the year, or on another continent.
_ABBREVIATIONS = {
    **dict.fromkeys(("CET", "CEST", "MET", "MEST", "PARIS", "FRANCE"), "Europe/Paris"),
    **dict.fromkeys(("EST", "EDT", "EST5EDT"), "America/New_York"),
    **dict.fromkeys(("GMT", "BST", "WET", "WEST"), "Europe/London"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Bucharest"),
}
_ISO_639 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_ISO_639.split())
_ISO_3166 = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_ISO_3166.split())


def read_text(spot: Spot) -> str:
    """Any text that says something."""
    text = spot.text()
    if not text.strip():
        raise Wrong("empty", "write a value, or delete the key")
    return text


def read_boolean(spot: Spot) -> bool:
    """`true` or `false`."""
    text = spot.text().lower()
    if text not in ("true", "false"):
        raise Wrong(f"'{text}' is neither true nor false", "write true or false")
    return text == "true"


def read_whole(spot: Spot) -> int:
    """A whole number from 1."""
    return int(_fitting(spot, r"[1-9][0-9]{0,5}", "no whole number above 0", "write a number such as 20"))


def read_seconds(spot: Spot) -> float:
    """Seconds, at most an hour."""
    return _number(spot, most=3600, example="2.5")


def read_share(spot: Spot) -> float:
    """A number from 0 to 1."""
    return _number(spot, most=1, example="0.5")


def _number(spot: Spot, *, most: float, example: str) -> float:
    what, fix = f"no number from 0 to {most}", f"write a number such as {example}"
    text = _fitting(spot, r"[0-9]{1,6}(\.[0-9]{1,6})?", what, fix)
    if float(text) > most:
        raise Wrong(f"'{text}' is {what}", fix)
    return float(text)


def read_duration(spot: Spot) -> timedelta:
    """`30m`, `6h`, `1d`, `1w`."""
    fix = "write a number and m, h, d or w: 30m, 6h, 1d, 1w"
    text = _fitting(spot, r"[1-9][0-9]{0,3} ?[mhdw]", "no duration", fix)
    return timedelta(**{_UNITS[text[-1]]: int(text[:-1])})


def read_date(spot: Spot) -> date:
    """`2026-11-23`."""
    fix = "write year-month-day: 2026-11-23"
    text = _fitting(spot, r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "no day", fix)
    try:
        return date.fromisoformat(text)
    except ValueError as error:  # 31 June
        raise Wrong(f"'{text}' is no day", fix) from error


def read_verified(spot: Spot) -> date | None:
    """The day a source was last tried live; `never` is None."""
    return None if spot.text() == "never" else read_date(spot)


def read_clock(spot: Spot) -> str:
    """A time of day, `18:30`."""
    return _fitting(spot, r"([01][0-9]|2[0-3]):[0-5][0-9]", "no time of day", "write hours:minutes: 18:30")


def _fitting(spot: Spot, pattern: str, what: str, fix: str) -> str:
    text = spot.text()
    if not re.fullmatch(pattern, text):
        raise Wrong(f"'{text}' is {what}", fix)
    return text


def read_url(spot: Spot) -> str:
    """An absolute http or https address."""
    text = spot.text()
    if text.startswith("webcal://"):
        raise Wrong("'webcal://' is no address to fetch", f"write https://{text.removeprefix('webcal://')}")
    if not _is_address(text):
        raise Wrong(f"'{text}' is no web address", "write it whole: https://asso.example/agenda")
    if "@" in urlsplit(text).netloc:
        # not shown: it would stand in the logs of every run
        raise Wrong(
            "the address carries a user name or a password", "a key goes behind it: ?key=${NAME}, or leave it out"
        )
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port_is_sound and not re.search(r"\s", text)


def read_contact(spot: Spot) -> str:
    """An e-mail address, or the address of a page to write to."""
    text = spot.text()
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", text) and not _is_address(text):
        raise Wrong(f"'{text}' is no e-mail address", "write contact: agenda@example.org")
    return text


def read_language(spot: Spot) -> str:
    """An ISO 639-1 code."""
    text = spot.text()
    if text in _LANGUAGES:
        return text
    short = text[:2].lower()
    fix = f"write {short}" if short in _LANGUAGES else "write two letters: fr, en, de"
    raise Wrong(f"'{text}' is no language code (ISO 639-1)", fix)


def read_country(spot: Spot) -> str:
    """An ISO 3166-1 alpha-2 code."""
    text = spot.text()
    if text in _COUNTRIES:
        return text
    short = {"UK": "GB", "EN": "GB"}.get(text.upper(), text[:2].upper())
    fix = f"write {short}" if short in _COUNTRIES else "write two capital letters: FR, BE, CH"
    raise Wrong(f"'{text}' is no country code (ISO 3166-1)", fix)


def read_zone(spot: Spot) -> str:
    """An IANA zone, `Europe/Paris`."""
    text = spot.text()
    if text == "UTC" or ("/" in text and _is_zone(text)):
        return text
    meant = _ABBREVIATIONS.get(text.upper())
    if meant:
        raise Wrong(f"'{text}' is an abbreviation, not a zone", f"use {meant}")
    near = nearest(text, _places())
    raise Wrong(f"'{text}' is no time zone", f"use {_places()[near] if near else 'an IANA name such as Europe/Paris'}")


@cache
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path outside; a folder
        return False
    return not name.startswith(("Etc/", "posix/", "right/"))


@cache
def _places() -> dict[str, str]:
    """Zones by their name and by their town, both in small letters."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return {name.lower().replace("-", "_"): zone for zone in zones for name in (zone, zone.rsplit("/", 1)[1])}


def read_pattern(spot: Spot) -> str:
    """A regular expression of Python."""
    text = spot.text()
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise Wrong(f"'{text}' is no regular expression: {error}", r"write one such as '(\d+ \w+)'") from error
    return text


def one_of(spot: Spot, words: Iterable[str]) -> str:
    """One of the words given."""
    text = spot.text()
    if text not in words:
        raise Wrong(f"'{text}' is unknown here", advice(text, words))
    return text


def read_kind(spot: Spot) -> str:
    """The name of a kind."""
    text = spot.text()
    if text in system_names():
        raise Wrong(f"'{text}' is a system, not a kind", f"write system: {text}, and no kind:")
    return one_of(spot, KINDS)


# Shapes of a single value, by the name an Option gives them.
SCALARS: Mapping[str, Callable[[Spot], Any]] = {
    "text": read_text,
    "string": Spot.text,
    "boolean": read_boolean,
    "whole": read_whole,
    "seconds": read_seconds,
    "share": read_share,
    "duration": read_duration,
    "date": read_date,
    "verified": read_verified,
    "clock": read_clock,
    "url": read_url,
    "contact": read_contact,
    "language": read_language,
    "country": read_country,
    "zone": read_zone,
    "pattern": read_pattern,
    "system": lambda spot: one_of(spot, system_names()),
    "kind": read_kind,
    "published": lambda spot: one_of(spot, ("published",)),
    "version": lambda spot: one_of(spot, ("1",)),
}
