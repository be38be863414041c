"""Houses that only their neighbours tell: a proper name between a date and a town, "at X (Town)", "18 h, L'Alhambra".

No word in "La Grange aux Belles" says that it is a building; where it stands does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from agenda_scraper.text import factored
from agenda_scraper.where import gazetteer
from agenda_scraper.where.address import begins_with_date
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.mention import SENTENCE_END
from agenda_scraper.where.mode import is_only_mode
from agenda_scraper.where.settle import Clues, named_divisions
from agenda_scraper.where.street import is_street
from agenda_scraper.where.town import known_town, looks_like_town
from agenda_scraper.where.venue import Venue
from agenda_scraper.where.words import AT, LINKS, SETTING_OUT, dated, flat, never_town

_SEGMENTS = 400  # of a notice; what comes later is no longer where it is held
_LONGEST = 50  # letters of a name
_MARK = re.compile(rf"[,;()|•·>]|\n+|\s[–—/-]\s|[!?]\s|:\s|{SENTENCE_END}(?=\s|$)")
_SENTENCE = re.compile(r"[.!?\n]")
_ARTICLE = re.compile(r"(?:(?:[Ll]a|[Ll]e|[Ll]es|[Tt]he|[Ee]l|[Ll]os|[Ll]as|[Ii]l|[Dd]e|[Hh]et|[Dd]ie|[Dd]er|[Dd]as)\s|[Ll]['’])")
_LOWER = frozenset(LINKS.split("|")) | {"&", "+", "d'", "l'", "lès", "zum", "zur", "vom", "von", "van", "te", "ten"}
# What an hour or a date leaves beside its figures: "10am to 1pm BST", "de 18h à 20h", "um 19 Uhr".
_AROUND_HOUR = 5


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch between two marks, blanks cut; `mark` is the one before it."""

    start: int
    end: int
    text: str
    mark: str

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence or a line."""
        return _SENTENCE.search(self.mark) is not None


@cache
def _lead() -> re.Pattern[str]:
    """What leads to a place at the beginning of a segment: "au ", "at the ", "Treffpunkt ", "départ de "."""
    return re.compile(rf"(?P<out>(?:{SETTING_OUT}|verzamelen)\s(?:de |du |da |from |desde )?)?(?P<at>{factored(AT)})?")


@cache
def _inside() -> re.Pattern[str]:
    """A name that "at" leads to in the middle of a sentence, before a comma or a bracket."""
    return re.compile(rf"\s(?P<at>{factored(AT)}|desde (?:el |la )?)(?P<name>[^\W\d_][^,;:.!?()\n–—|•«»“”\"]{{2,{_LONGEST}}})(?=,\s|\s\()")


def beside(text: str, plain: str, hints: Clues) -> Iterator[Venue]:
    """The venues that stand beside dates and towns without saying what they are, in order; `plain` is `flat(text)`."""
    segments = _segments(text)
    known = any(known_town(one.text, hints) for one in segments if one.text[:1].isupper())
    for at, segment in enumerate(segments):
        before = segments[at - 1] if at else None
        after = segments[at + 1] if at + 1 < len(segments) else None
        told = before is not None and _is_date(before.text)
        lead = _lead().match(plain, segment.start)
        led = lead is not None and lead.end() > segment.start
        if not (told or led):
            continue
        for start in (lead.end() if lead else segment.start, segment.start):
            name = text[start : segment.end]
            if _is_house(name, hints, led=start > segment.start):
                if score := _score(name, after, hints, told=told, known=known):
                    yield Venue(start, segment.end, score)
                break
    yield from _in_sentence(text, plain, hints)


def _segments(text: str) -> list[_Segment]:
    found: list[_Segment] = []
    start, mark = 0, "\n"
    for match in (*_MARK.finditer(text, 0, len(text)), None):
        end = match.start() if match else len(text)
        piece = text[start:end]
        stripped = piece.strip(" \t.")
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            found.append(_Segment(first, first + len(stripped), stripped, mark))
            mark = ""
        if match is None or len(found) >= _SEGMENTS:
            break
        mark += match[0]
        start = match.end()
    return found


def _is_date(segment: str) -> bool:
    """Whether a segment is a date or an hour and little else."""
    plain = flat(segment)
    if len(plain) > 60 or not re.search(r"\d", plain) or not dated().search(plain):
        return False
    words = re.findall(r"[^\W\d_]{3,}", dated().sub(" ", plain))
    return len(words) <= _AROUND_HOUR


def _is_house(name: str, hints: Clues, *, led: bool) -> bool:
    """Whether a name can be a house's: proper, short, no town, body, day, street or country."""
    article = _ARTICLE.match(name)
    core = name[article.end() :] if article else name
    words = core.split()
    if not 1 <= len(words) <= 6 or len(name) > _LONGEST or not core[:1].isupper() or re.search(r"[«»“”\"@:]|\d{3}", name):
        return False
    if any(word[0].islower() and re.split("['’]", flat(word))[0] not in _LOWER for word in words):
        return False
    if never_town().match(flat(core)) or is_only_mode(name) or is_street(name) or begins_with_date(name):
        return False
    known = known_town(name, hints) or known_town(core, hints)
    return not (known or named_divisions(name) or gazetteer.countries().get(key(name)))


def _is_town(segment: _Segment | None, hints: Clues) -> bool:
    return segment is not None and not segment.opens and known_town(segment.text, hints) is not None


def _score(name: str, after: _Segment | None, hints: Clues, *, told: bool, known: bool) -> int:
    """How surely a name is the venue: a town or a street follows, or it ends its sentence after the date."""
    follows = after is not None and not after.opens
    if after is not None and follows:
        if is_street(after.text) or known_town(after.text, hints):
            return 4
        if looks_like_town(after.text) and told:
            return 3
    proper = _ARTICLE.match(name) is not None or (known and " " in name)
    ends = not follows or (after is not None and begins_with_date(after.text))
    return 2 if told and proper and ends else 0


def _in_sentence(text: str, plain: str, hints: Clues) -> Iterator[Venue]:
    """ "at Priory Meadow, Ashcombe Regis, Saturday 7 November", "desde el CEIP Gloria Fuertes (Alcorrales)"."""
    for found in _inside().finditer(plain):
        start, end = found.span("name")
        name = text[start:end]
        if not name[:1].isupper() or not _is_house(name, hints, led=True):
            continue
        bracket = plain[end] == " "
        rest = re.split(r"[,;()]\s?|\.(?=\s|$)|\n|!|\s[–—-]\s", text[end + 2 : end + 2 + _LONGEST], maxsplit=2)
        town, then = rest[0].strip(), rest[1] if len(rest) > 1 else ""
        if known_town(town, hints) or (looks_like_town(town) and (bracket or begins_with_date(then.strip()))):
            yield Venue(start, end, 3)
