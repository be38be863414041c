"""What a page says once for all days of a list: the hour, the place and the name of meetings "held at 8:30"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.auto.settings import setting_in
from agenda_scraper.extract.auto.tree import BOLD_LEVEL, Line
from agenda_scraper.extract.days import clock_at, day_in, has_weekday, hours_in, tells_of_several, without_days
from agenda_scraper.text import words

_OPENING = re.compile(r"\b(?:open|opening|office|ouvert\w*|ouverture|bureaux?|geöffnet|öffnungszeiten|horario)\b", re.I)
_HELD = re.compile(
    r"\b(?:are|is|will|shall|begin|start|take|held|sont|se|ont|auront|débutent|commencent|finden|beginnen|vinden"
    r"|worden|tendrán|serán|avranno|terão)\b",
    re.I,
)
_LEADING = re.compile(
    r"^\W*(?:(?:all|the|toutes|tous|les|la|le|die|alle|de|las|los|le|i|as|os)\s+|(?:19|20)\d\d\s+)+", re.I
)
_LABEL = re.compile(r"^\W*(?:time|start|heure|horaire|uhrzeit|beginn|tijd|hora|ora|when|quand)\W*", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ*•])|\s+[•|]\s+")
_SUBJECT = 90


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line that tells of the days below it. `bare`: it is nothing but hours; `scope` the level of its heading."""

    at: int
    told: str
    name: str
    bare: bool
    scope: int


def share_announced(records: Sequence[Record], lines: Sequence[Line]) -> None:
    """Give each record what the page says for all, above the list or below in its section: its hour, its place."""
    numbers = {id(line): number for number, line in enumerate(lines)}
    own = {id(line) for record in records for line in record.lines}
    hours, settings = _announcements(lines, own), _settings(lines)
    for record in records:
        at = numbers.get(id(record.dated), 0)
        found = _told_of(lines, hours, at) if clock_at(record.dated.when) < 0 else None
        if found:
            record.hours, record.announced = found.told, found.name
        held = _told_of(lines, settings, at)
        record.setting = held.told if held else ""


def _told_of(lines: Sequence[Line], known: Sequence[Announcement], at: int) -> Announcement | None:
    split = bisect_left(known, at, key=attrgetter("at"))
    before = (each for each in reversed(known[:split]) if _reaches(lines, each, at))
    after = (each for each in known[split : split + 1] if not each.bare and _same_section(lines, at, each.at))
    return next(before, None) or next(after, None)


def _settings(lines: Sequence[Line]) -> list[Announcement]:
    found: list[Announcement] = []
    scope = 0
    for number, line in enumerate(lines):
        if 0 < line.level < BOLD_LEVEL:
            scope = line.level
        elif not line.when and (place := setting_in(line.text)):
            found.append(Announcement(number, place, "", False, scope))
    return found


def _announcements(lines: Sequence[Line], own: set[int]) -> list[Announcement]:
    found: list[Announcement] = []
    scope = 0
    for number, line in enumerate(lines):
        if 0 < line.level < BOLD_LEVEL:
            scope = line.level
        elif not line.when and clock_at(line.text) >= 0:
            bare = _is_bare(line.text)
            sentence = line.text if bare else _announcing(line.text)
            if sentence and not (bare and id(line) in own):
                found.append(Announcement(number, hours_in(sentence), subject_of(sentence), bare, scope))
    return found


def _is_bare(text: str) -> bool:
    """Whether a text is hours and nothing else."""
    if len(text) > 60 or has_weekday(text) or day_in(text):
        return False
    return sum(map(len, words(without_days(_LABEL.sub("", text))))) <= 4


def _announcing(text: str) -> str:
    """The sentence of a paragraph that says the hour of several meetings."""
    if not tells_of_several(text):
        return ""
    for sentence in _SENTENCE.split(text):
        if (
            clock_at(sentence) >= 0
            and not day_in(sentence)
            and not _OPENING.search(sentence[: clock_at(sentence)][-25:])
        ):
            return sentence
    return ""


def subject_of(sentence: str) -> str:
    """What is held: the words before the verb, without article and year."""
    verb = _HELD.search(sentence)
    name = _LEADING.sub("", sentence[: verb.start()]).strip(" ,:;–-") if verb else ""
    return name if len(name) <= _SUBJECT and len(words(name)) > 1 else ""


def _reaches(lines: Sequence[Line], said: Announcement, at: int) -> bool:
    """Whether a line stands in the section of an announcement above it, or in one that follows at the same level."""
    return all(not 0 < line.level < said.scope for line in lines[said.at : at])


def _same_section(lines: Sequence[Line], at: int, below: int) -> bool:
    """Whether what is said below a line closes its section: a paragraph that days follow speaks of those."""
    after = next((line for line in lines[below + 1 :] if line.when or 0 < line.level < BOLD_LEVEL), None)
    closes = after is None or not after.when or after.level > 0
    return closes and all(line.level in (0, BOLD_LEVEL) for line in lines[at + 1 : below])
