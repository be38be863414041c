"""Where a page says that all meetings of a list are held: "Meetings take place at City Hall, 400 Main Street"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agenda_scraper.extract.days import clock_at, day_in, tells_of_several

_LONGEST = 600
_PLACE = 160
_SHORTEST = 4
_HELD = (
    r"held|take place|takes place|meets?|located|hosted|convenes?|se réunit|vergadert|si riunisce|se reúne|ont lieu"
    r"|a lieu|se tiennent|se déroulent|auront lieu"
    r"|finden|tagt|tagen|gehouden|vinden|plaats|celebra\w*|tienen lugar|svolg\w+|tengono|realizam-se|decorrem"
)
_AT = r"at|in|à|aux?|dans|en|im|in|bei|te|op|nella|nel|presso|na|no"
_SAID = re.compile(rf"\b(?:{_HELD})\b(?P<rest>.*)", re.I | re.S)
_LED = re.compile(rf"(?<![\w-])(?:{_AT})\s+(?:(?:the|la|le|les|der|dem|het|de|el|il|o|a)\s+|l['’])?(?=[\w\"“«])", re.I)
_MEETS = re.compile(
    r"\b(?:conseil|comité|commission|gemeinderat|stadtrat|\w*ausschuss|ortsbeirat|gemeenteraad|raad|consiglio|pleno)\b"
    r".{0,60}\b(?:se réunit|tagt|vergadert|si riunisce|se reúne)\b"
    r"|\b(?:committee|commission|board|council|group|club|society|association)\b.{0,60}\bmeets\b",
    re.I | re.S,
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÀ-Þ*•])|\s+[•|]\s+")
_HOUSE = re.compile(r"\d{1,5}[A-Za-z]?,? +[A-ZÀ-Þ]")
_ENDS = re.compile(
    r"\s*(?:,?\s*(?:unless|except|sauf|salvo|statt\b|tenzij|begin|and (?:begin|start|are)|and via|or via|via zoom"
    r"|from \d|starting)|\((?!\d)|[;*]|[.,]\s*(?:elles|ils|they|all|please|$)|\.$)",
    re.I,
)


def setting_in(text: str) -> str:
    """Where a paragraph says that several meetings are held; empty when it says it of none."""
    if len(text) > _LONGEST:
        return ""
    for sentence in _SENTENCE.split(text):
        if day_in(sentence) is None and (tells_of_several(sentence) or _MEETS.search(sentence)):
            place = next(_places(sentence), "")
            if place:
                return place
    return ""


def _places(sentence: str) -> Iterator[str]:
    """What "at" and "in" lead to behind the verb, hours and days aside."""
    said = _SAID.search(sentence)
    rest = said["rest"] if said else ""
    for led in _LED.finditer(rest):
        place = _ENDS.split(rest[led.end() :], maxsplit=1)[0].strip(" ,.:")
        if not _SHORTEST <= len(place) <= _PLACE or clock_at(place) >= 0:
            continue
        if not place[0].isdigit():
            yield f"{led[0]}{place}"
        elif _HOUSE.match(place):
            yield place
