"""Houses that only their neighbours tell: a proper name between a date and a town, "at X (Town)", "18 h, L'Alhambra".

No word in "La Grange aux Belles" says that it is a building; where it stands does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from agenda_scraper.text import factored
from agenda_scraper.where import gazetteer
from agenda_scraper.where.address import begins_with_date
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.leading import inside_name
from agenda_scraper.where.listed import is_of_a_list
from agenda_scraper.where.mode import is_only_mode
from agenda_scraper.where.passing import SENTENCE_END
from agenda_scraper.where.settle import Clues, named_divisions
from agenda_scraper.where.spelling import is_person
from agenda_scraper.where.street import is_square, is_street
from agenda_scraper.where.town import known_town, looks_like_town
from agenda_scraper.where.venue import Venue
from agenda_scraper.where.words import AT, LINKS, SETTING_OUT, STREET, dated, flat, never_town

_BODY = 6_000  # letters searched for "at X (Town)"
_SEGMENTS = 400  # of a notice; what comes later is no longer where it is held
_LONGEST = 50  # letters of a name
_CLAUSE = 80  # letters of a segment with what leads to the name
# It begins with one set of signs, which is searched for faster than a choice.
_MARK = re.compile(rf"[,;()|•·>\n!?:.\s](?:(?<=[,;()|•·>\n])|(?<=[!?:])\s|(?<={SENTENCE_END})(?=\s|$)|(?<=\s)[–—/-]\s)")
_SENTENCE = re.compile(r"[.!?\n]")
_ARTICLE = re.compile(
    r"(?:(?:[Ll]a|[Ll]e|[Ll]es|[Tt]he|[Ee]l|[Ll]os|[Ll]as|[Ii]l|[Dd]e|[Hh]et|[Dd]ie|[Dd]er|[Dd]as)\s|[Ll]['’])"
)
_BLANK = " \t\n.\u00a0\u202f"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EVENT = re.compile(
    r"\b(?:introduction|conclusions?|ouverture|cloture|pause|mot d'accueil"
    r"|conference|festival|workshop|ateliers?|seminaire|seminar|debat|reunion|rencontres?|colloque|journees?"
    r"|congres"
    r"|summit|webinar|webinaire|meeting|assembly|assemblee|exposition|concert|tagung|encuentro|jornadas?|convegno"
    r"|taller(?:es)?|sesion(?:es)?|asamblea|foro|charla|sessio|assemblea|trobada|xerrada|jornades|incontro|laboratorio"
    r"|sessao|oficina|encontro|audiencia|assembleia|bijeenkomst|symposium|programm[ae]?|programa|programme|inscripcion"
    r"|\w*(?:avond|bijeenkomst|vergadering|versammlung|werkstatt|veranstaltung|gesprach|forum))\b"
)
_TO = re.compile(r"(?:à|in|a|en|em|te)\s")
# "at the Black Bull in Ousby."
_IN_TOWN = re.compile(
    r"\s(?:à|in|a|en|em|te)\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?(?=[.,;:)\n]|$|\s(?:on|le|am|op|el|il)\s)"
)
_NUMBER = re.compile(r"\s\d{1,4}(?:\s?(?:bis|ter))?$")
# "Goethe-Haus Mesnay 4bis rue Bleue"
_STREET_BEHIND = re.compile(rf"\s\d{{1,4}}\s?(?:bis|ter)?,?\s(?=(?:{STREET})\s)", re.I)
_AT_HOUSE = re.compile(r"(?:a la|a l'|au|aux|chez) ?")
_HOUR = re.compile(r" a \d{1,2} ?(?:h|heures)")
_LOWER = frozenset(LINKS.split("|")) | {"&", "+", "d'", "l'", "lès", "zum", "zur", "vom", "von", "van", "te", "ten"}
# What an hour or a date leaves beside its figures: "10am to 1pm BST", "de 18h à 20h", "um 19 Uhr".
_AROUND_HOUR = 5


class _Segment(NamedTuple):
    """A stretch between two marks, blanks cut; `mark` is the one before it."""

    start: int
    end: int
    text: str
    mark: str

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence or a line."""
        return _SENTENCE.search(self.mark) is not None

    def goes_on(self, after: _Segment) -> bool:
        """Whether `after` belongs to the same sentence, or to the same block of short lines."""
        return not after.opens or (self.mark == after.mark == "\n")


@cache
def _lead() -> re.Pattern[str]:
    """What leads to a place at the beginning of a segment: "au ", "at the ", "Treffpunkt ", "départ de "."""
    return re.compile(
        rf"(?P<out>(?:{SETTING_OUT}|verzamelen)\s(?:de |du |do |da |from |desde )?)?(?P<at>{factored(AT)})?"
    )


@cache
def _inside() -> re.Pattern[str]:
    """A name that "at" leads to in the middle of a sentence, before a comma or a bracket."""
    name = rf"(?P<name>[^\W\d_][^,;:.!?()\n–—|•«»“”\"]{{2,{_LONGEST}}}?)"
    follows = r"(?=,\s|\s\(|\s(?:on|am) \w+,? \d|\sop (?:\w+,? )?\d|\s(?:in|a|en|te|em)\s)"
    return re.compile(rf"\s(?P<at>{factored(AT)}|desde (?:el |la )?){name}{follows}")


def beside(text: str, plain: str, hints: Clues) -> Iterator[Venue]:
    """The venues that stand beside dates and towns without saying what they are, in order; `plain` is `flat(text)`."""
    segments = _segments(text)
    for at, segment in enumerate(segments):
        if len(segment.text) > _CLAUSE:
            continue
        start = _after_lead(text, plain, segment, hints)
        if not text[start].isupper() and not _ARTICLE.match(text, start):
            continue
        told = at > 0 and (_is_date(segments[at - 1].text) or _town_told(segments, at, hints))
        end = segment.end
        number = _NUMBER.search(segment.text)
        if number and at + 1 < len(segments) and is_street(segments[at + 1].text):
            end -= len(number[0])  # "La Ruche 6, quai de la Loire"
        name = text[start:end]
        if segment.mark == "\n" and (street := _STREET_BEHIND.search(name)):
            end, around = start + street.start(), _is_house(name[: street.start()], hints)
            if around and len(re.findall(r"[\w’']+", name[: street.start()])) > 1:
                yield Venue(start, end, 4)
            continue
        around = told or start > segment.start or _then_date(segments, at)
        if segments[at + 1 : at + 2] and segments[at + 1].mark.startswith(":"):
            continue  # "Mit: Lena Busch (Initiative Nord)" is a label
        if around and _is_house(name, hints) and (score := _score(name, segments[at : at + 2], hints, told=told)):
            yield Venue(start, end, score)
    yield from _in_sentence(text, plain, hints)
    if hints.language == "nl":
        yield from _after_hour(text, plain, hints)


def _after_lead(text: str, plain: str, segment: _Segment, hints: Clues) -> int:
    """Where the name of a segment begins: after "au ", "at the ", "départ de ", when a house can follow it."""
    lead = _lead().match(plain, segment.start, segment.end)
    if lead is None or lead.end() in (segment.start, segment.end):
        return segment.start
    article = (
        plain[segment.start : lead.end()] == "a " and text[segment.start] != "à" and hints.language in ("en", "pt")
    )
    begin = _with_its_article(text, segment.start, lead.end())
    house = not article and text[begin].isupper() and _is_house(text[begin : segment.end], hints)
    return begin if house else segment.start


def _town_told(segments: list[_Segment], at: int, hints: Clues) -> bool:
    """ "20 et 21 mars 2026 – Roubaix, La Condition publique": the town between its date and a house with an article."""
    town = segments[at - 1]
    after = at > 1 and _is_date(segments[at - 2].text) and not segments[at].opens
    return after and _ARTICLE.match(segments[at].text) is not None and known_town(town.text, hints) is not None


def _with_its_article(text: str, start: int, end: int) -> int:
    """Where a name begins: "à La Fabrique" is at La Fabrique, "à la Fabrique" at the Fabrique."""
    own = re.search(rf"\s(?=(?:{_ARTICLE.pattern})$)", text[start:end])
    return start + own.end() if own and text[start + own.end()].isupper() else end


def _then_date(segments: list[_Segment], at: int) -> bool:
    """ "…, La Cartonnerie, Mesnay-en-Forêt, samedi 4 avril": a house with an article, its town, then the day."""
    if at == 0 or at + 2 >= len(segments) or not _ARTICLE.match(segments[at].text):
        return False
    return not segments[at + 1].opens and looks_like_town(segments[at + 1].text) and _is_date(segments[at + 2].text)


def _segments(text: str) -> list[_Segment]:
    found: list[_Segment] = []
    start, mark = 0, "\n"
    for match in (*_MARK.finditer(text, 0, len(text)), None):
        end = match.start() if match else len(text)
        piece = text[start:end]
        stripped = piece.strip(_BLANK)
        if stripped:
            first = start + len(piece) - len(piece.lstrip(_BLANK))
            found.append(_Segment(first, first + len(stripped), stripped, mark))
            mark = ""
        if match is None or len(found) >= _SEGMENTS:
            break
        mark += match[0]
        start = match.end()
    return found


def _is_date(segment: str) -> bool:
    """Whether a segment is a date or an hour and little else."""
    if len(segment) > _LONGEST + 10 or not any(map(str.isdigit, segment)):
        return False
    plain = flat(segment)
    # "TICTeC 2027" is an edition, no day
    if not dated().search(_YEAR.sub(" ", plain)):
        return False
    words = re.findall(r"[^\W\d_]{3,}", dated().sub(" ", plain))
    return len(words) <= _AROUND_HOUR


def _is_house(name: str, hints: Clues) -> bool:
    """Whether a name can be a house's: proper, short, no town, body, day, street or country."""
    article = _ARTICLE.match(name)
    core = name[article.end() :] if article else name
    words = core.split()
    if not words or words[-1] in _LOWER or words[0] == "À" or is_person(core):
        return False
    if (
        not 1 <= len(words) <= 6
        or len(name) > _LONGEST
        or not core[:1].isupper()
        or re.search(r"[«»“”\"@:]|\d{3}", name)
    ):
        return False
    if any(word[0].islower() and re.split("['’]", flat(word))[0] not in _LOWER for word in words):
        return False
    if (
        _EVENT.search(flat(core))
        or is_of_a_list(flat(core))
        or never_town().match(flat(core))
        or is_only_mode(name)
        or (is_street(name) and not is_square(name))
        or begins_with_date(name)
    ):
        return False
    known = known_town(name, hints) or known_town(core, hints)
    return not (known or named_divisions(name) or gazetteer.countries().get(key(name)))


def _score(name: str, here: list[_Segment], hints: Clues, *, told: bool) -> int:
    """How surely a name is the venue: a town or a street follows, or it ends its sentence after the date.

    1 is a guess, good where the town is said elsewhere: "18 h, Cal Ferrer." may be either.
    """
    after = here[1] if len(here) > 1 and here[0].goes_on(here[1]) else None
    article = _ARTICLE.match(name) is not None
    if after and (is_street(after.text) or (known_town(after.text, hints) and not named_divisions(after.text))):
        return 4
    # "10h00 : Ann Birk (IRA-Selby, CNR)": what stands in brackets behind a person employs them
    near = article or (told and "(" not in (after.mark if after else ""))
    if after and looks_like_town(after.text) and not named_divisions(after.text) and near:
        return 3
    ends = after is None or begins_with_date(after.text)
    return (2 if article else int(" " in name)) if told and ends else 0


@cache
def _led() -> re.Pattern[str]:
    """What leads to a house in Dutch, where common nouns are small: "in de Kamp", "bij De Linde"."""
    name = rf"(?P<name>[^\W\d_][^,;:.!?()\n–—|•«»“”\"]{{2,{_LONGEST}}}?)"
    verb = (
        r"in|te|bij|over|voor|om|op|van|tot|aanvang|een|met|start|begint|informeert|waar|de|het|en|aan|plaats"
        r"|georganiseerd"
    )
    return re.compile(rf"\s(?P<at>in (?:de |het |'t )?|bij (?:de |het )?){name}(?=\s?[,.;!?()\n]|$|\s(?:{verb})\s)")


def _after_hour(text: str, plain: str, hints: Clues) -> Iterator[Venue]:
    """ "19.30 uur in de Linde.", "in de Kamp, aanvang 19.30": a house in a sentence that tells a day or an hour."""
    for found in _led().finditer(plain[:_BODY]):
        start, end = _with_its_article(text, found.start("at"), found.end("at")), found.end("name")
        name = text[start:end]
        first = max(plain.rfind(mark, 0, found.start()) for mark in (". ", "\n", "! ", "? ")) + 1
        told = dated().search(plain, max(first, found.start() - _CLAUSE), found.start())
        then = dated().match(plain, end + 10) or re.match(r",? (?:aanvang|om|van|vanaf) \d", plain[end : end + 20])
        inside = inside_name(text, found.start() + 1, hints.language)
        if text[found.start("name")].isupper() and (told or then) and not inside and _is_house(name, hints):
            yield Venue(start, end, 2)


def _then_hour(plain: str, name: re.Match[str]) -> bool:
    """ "réunion au Triangle à 18h30": an hour stands where a town would."""
    return _AT_HOUSE.fullmatch(name["at"]) is not None and _HOUR.match(plain, name.end()) is not None


def _in_sentence(text: str, plain: str, hints: Clues) -> Iterator[Venue]:
    """ "at Priory Meadow, Ashcombe Regis, Saturday 7 November", "desde el CEIP Gloria Fuertes (Alcorrales)"."""
    for found in _inside().finditer(plain[:_BODY]):
        start, end = _with_its_article(text, found.start("at"), found.start("name")), found.end("name")
        name = text[start:end]
        if not name[:1].isupper() or found["at"] == "place " or not _is_house(name, hints):
            continue
        if text[end] == " " and text[end + 1] != "(":
            if not _TO.match(text, end + 1) or _IN_TOWN.match(text, end) or _then_hour(plain, found):
                yield Venue(start, end, 2)
            continue
        if text[end] == "," and _AT_HOUSE.fullmatch(found["at"]) and begins_with_date(text[end + 2 : end + 40]):
            yield Venue(start, end, 2)
            continue
        bracket = text[end] == " "
        rest = re.split(r"[,;()]\s?|\.(?=\s|$)|\n|!|\s[–—-]\s", text[end + 2 : end + 2 + _LONGEST], maxsplit=2)
        town, then = _TO.sub("", rest[0].strip(), count=1), rest[1] if len(rest) > 1 else ""
        if bracket and named_divisions(town) and not known_town(town, hints):
            continue  # "à Kernevez-Bras (Finistère)" is a town and its département
        if known_town(town, hints) or (looks_like_town(town) and (bracket or begins_with_date(then.strip()))):
            yield Venue(start, end, 3)
