"""How to register: the link, and the words that hold the deadline."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from agenda_scraper.model import Context
from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Pattern, phrases, practice
from agenda_scraper.who.plain import Plain, Span, plain, sentence_at

# Read in flat text; it begins with two letters alone, which is found faster than a choice of beginnings.
_ADDRESS = re.compile(r"(?:http|www)(?:(?<=http)s?://|(?<![\w.@/-]www)(?<=www)\.)[^\s<>\"«»“”‹›|]{3,500}")
_TRAILING = ".,;:!?'’…*_"
# Words in an address that say what it is for, and the hosts of ticket and form services.
_FORM = re.compile(
    r"inscri|regist|sign-?up|anmeld|billet|ticket|aanmeld|iscri|prenot|reserv|booking|rsvp|eventbrite|helloasso|weezevent|"
    r"framaforms|forms\.|/form|jotform|typeform|yurplan|pretix|evenium|sondage|lime-?survey|/join"
)
REACH = 70  # characters between a word of registration and its link
LONGEST = 70  # characters of a deadline


class WebAddress(NamedTuple):
    """A link in the text: where it stands, and whether words of registration or of information stand before it."""

    url: str
    start: int
    registers: bool
    informs: bool


@cache
def _words(kind: str, language: str) -> Pattern:
    return re.compile(rf"\b(?:{phrases(*(getattr(words, kind) for words in practice(language)))})(?!\w)")


@lru_cache(maxsize=8)
def web_addresses(text: Plain, language: str) -> tuple[WebAddress, ...]:
    """The links of a notice in order, with what the words before them say."""
    found: list[WebAddress] = []
    end = 0
    for match in _ADDRESS.finditer(text.flat):
        before = text.flat[max(end, match.start() - REACH) : match.start()]
        registers, informs = (_last(_words(kind, language), before) for kind in ("register", "info"))
        url = _trimmed(text.shown[match.start() : match.end()])
        found.append(WebAddress(url, match.start(), registers > informs, informs >= max(registers, 0)))
        end = match.start() + len(url)
    return tuple(found)


def _last(pattern: Pattern, text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _trimmed(address: str) -> str:
    """Without the signs of the sentence it stands in; a bracket stays when it was opened in the address."""
    while address and (
        address[-1] in _TRAILING
        or (address[-1] in ")]" and address.count("(") < address.count(")") + address.count("]"))
    ):
        address = address[:-1]
    return address if "://" in address else f"https://{address}"


def is_registration(address: WebAddress) -> bool:
    """Whether the words before a link, or the link itself, speak of registration."""
    return address.registers or _FORM.search(address.url.lower()) is not None


def find_registration(text: str, context: Context) -> str | None:
    """The link to register by: one that words of registration precede, else one that looks like a form."""
    addresses = web_addresses(plain(text), context.language)
    announced = next((address.url for address in addresses if address.registers), None)
    return announced or next((address.url for address in addresses if is_registration(address)), None)


@cache
def _deadline(language: str) -> tuple[Pattern, Pattern]:
    """A limit and a closing word, each followed by a number within a few words."""
    limit, closing = (phrases(*(getattr(words, kind) for words in practice(language))) for kind in ("limit", "closing"))
    near = r"(?:[^\S\n]?[^\W\d]+(?:-[^\W\d]+)?\.?,?){0,4}?[^\S\n]?\d"
    return (
        re.compile(rf"\b(?:{limit})(?!\w){near}"),
        re.compile(rf"\b(?:{closing})(?!\w)[^.;\n]{{0,45}}?\d"),
    )


def find_deadline_text(text: str, context: Context) -> str | None:
    """The words that hold the deadline for registration ("avant le 12 mars"), None when the notice gives none."""
    words = plain(text)
    limit, closing = _deadline(context.language)
    for match in limit.finditer(words.flat):
        span = sentence_at(words, match.start())
        registers = _words("register", context.language).search(words.flat, *span)
        if registers and registers.start() < match.start() + REACH // 2:
            return _clause(words, Span(match.start(), span.end))
    if closed := closing.search(words.flat):
        return _clause(words, Span(closed.start(), sentence_at(words, closed.start()).end))
    return None


def _clause(text: Plain, span: Span) -> str:
    """From the first word to the next sign that ends a clause; "3. Mai" is no end."""
    piece = text.shown[span.start : min(span.end, span.start + LONGEST)]
    digit = next((index for index, letter in enumerate(piece) if letter.isdigit()), 0)
    end = re.search(r"[;()\n]|(?<!\d):|:(?!\d)| [–—-] |, (?=\D)|(?:\s\w{1,6})?\s\S*(?:@|https?:|www\.)", piece[digit:])
    return squash(piece[: digit + end.start()] if end else piece).rstrip(" .,;:!")
