"""A title in quotation marks inside a name or behind it: where the name ends, and what a series is about this time."""

from __future__ import annotations

import re

from agenda_scraper.extract.prose.below import QUOTED
from agenda_scraper.extract.prose.words import phrases
from agenda_scraper.text import align

_BEHIND = re.compile(r"\s*[:,–—-]\s|\s(?:sur|on|via|auf) (?:zoom|teams|youtube|jitsi|bbb)\b", re.I)
_SINGLE = re.compile(r"(?<![\w’])‘([^‘\n]{6,140}?)’(?!\w)")
_TITLE = 3  # words


def to_its_quote(name: str) -> str:
    """A name up to the title in it: "Parcours « Devenir conseiller citoyen » : trois soirées, les lundis"."""
    match = QUOTED.search(name)
    more = match and match.start() > 0 and len(match[1].split()) >= 3 and _BEHIND.match(name, match.end())
    # "Débat public « Port du futur » : réunion d'ouverture", "Séminaire « … » – séance 4"
    if more and any(phrases(which).match(align(name[more.end() :])) for which in ("sessions", "gatherings")):
        return name
    return name[: match.end()] if match and more else name


def theme_in(rest: str) -> str:
    """What a series is about this time, from the next sentence: "Ce mois-ci : « Faut-il … ? »"."""
    led = phrases("themes").match(align(rest))
    begin = re.compile(r"[\s:–—-]*").match(rest, led.end()) if led else None
    match = QUOTED.match(rest, begin.end()) if begin else None
    return f" : {match[1].strip()}" if match else ""


def asked_in(sentence: str) -> str:
    """The title or the question that a sentence about meeting ends with; empty when it has none."""
    quoted = QUOTED.search(sentence)
    if quoted and len(quoted[1].split()) >= _TITLE:
        return quoted[1].strip()
    asked = re.search(r":\s([^:]+\?)$", sentence)
    return asked[1] if asked and len(asked[1].split()) >= _TITLE else ""


def curled(line: str) -> str:
    """A line whose single quotation marks are as the others: "training ‘Moeilijke gesprekken’"."""
    return _SINGLE.sub(r"“\1”", line) if "‘" in line else line
