"""Venues in running text: where the name of a building or a room begins and ends, and how sure it is the place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from agenda_scraper.text import factored
from agenda_scraper.where.affiliation import astray
from agenda_scraper.where.doorway import at_entrance, before_streets, sets_out
from agenda_scraper.where.spelling import TOO_COMMON, is_article, is_person
from agenda_scraper.where.street import is_numbered
from agenda_scraper.where.weather import is_for_rain
from agenda_scraper.where.words import (
    AT,
    DAYS,
    LOOSE,
    MONTHS,
    NOT_BUILDINGS,
    NOT_PLACES,
    OF,
    STREET,
    SUFFIXED,
    SURE,
    TITLES,
    dated,
    flat,
)

_ROMANCE = ("fr", "es", "it", "pt", "ca")
_LINK = re.compile(
    r"[ \u00a0]+(?:(?:de las|de los|de la|de les|de el|de|du|des|del|della|delle|dello|dei|degli|di|do|da|dos|das"
    r"|dels|d'une?|aux?|la|le|les|el|los|las|il|lo|gli|i|of the|of|the|for|&|van de|van het|van|der|den|het|zum|zur|am"
    r"|an der|in der|von"
    r"|st\.|sainte?|n°|nr\.?|saint)(?:[ \u00a0]+|$)(?:l'|d')?|(?:de |della |dell)?(?:l'|d'|dell'|nell'|all'|'t ))*"
)
_WORD = re.compile(r"[^\W_][\w'’.&-]*[\w’']|[^\W_]|[«“\"][^«»“”\"\n]{1,60}[»”\"]|&")
_KIND = re.compile(
    r"(?:agricole|francaise?|europeenne?|superieure?|jeunesse|couverte?|cubiert[oa]|cobert[oa]?|copert[oa]|publi(?:c|que)|multiple|associatif|resident|locataire"
    r"|communal|nobre|nobile|noble)s?"
    r"|\w+(?:al|ale|ali|ier|iere|agricole|jeunesse|couverte?|publics?|publiques?|els?|elle|are|ari[ao]?|aire|iqu?e"
    r"|ic[aoe]|iv[aoe]|if"
    r"|ente|aux|nobre|nobile|noble"
    r"|oire|ese|an[ao]|ar|esa)s?|libres?|livres?|lliure|omnisports|etage"
)
# "centre social et culturel", "pôle sportif et associatif"
_TWO_KINDS = re.compile(rf"(?:{_KIND.pattern}) (?:et|y|e|i) (?:{_KIND.pattern})(?![\w'-])")
_STOP = re.compile(
    rf"(?:{DAYS}|{MONTHS}|avec|pour|dans|sur|est|sera|sont|entre|apres|avant|chaque|durante|salvo|partir|pendant"
    rf"|ouvert\w*"
    r"|tel|tarif|entree|gratuit\w*|inscription|contact|from|will|is|for|with|every|free|entrada|ingresso|eintritt"
    r"|entree|toegang|lieu|presente|siguiente|uhr|vom|bis|statt|invite|organise|propose|accueille|vous|qui|que|ou)"
)
_HOUSE_NUMBER = re.compile(rf"\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:{STREET})\s")
# "15, parvis Ada-Martel", ": 2 place de l'Hôtel de ville"
_NUMBERED = re.compile(r"(?:\b\d{1,4}(?: bis)?, ?(?:parvis|esplanade|square|quai|mail)|[\n,:(] ?\d{1,3} place)\s$")
_BEFORE_EN = re.compile(r"(?:(?:[A-Z0-9][\w'’.&-]*|of|and|&|the)[^\S\n]+){1,6}$")
_SKIPPED_EN = re.compile(
    r"(?:(?:of|and|&|the|The|At|In|From|On)\s+|(?:[\d.:]+(?:am|pm)?|AM|PM|[A-Z]{0,3}[SMCED]T|UTC)\s+)*"
)
_BEFORE_OTHER = re.compile(
    r"(?:\b(?:[Aa]ncien(?:ne)?|[Nn]ouvel(?:le)?|[Pp]etite?|[Gg]rande?|[Vv]ieille|[Vv]ieux|[Ee]x|[Aa]nti(?:gu[oa]|c|ga)"
    r"|[Vv]ell[a]?|[A-ZÄÖÜ][a-zäöüß]{2,}e[rsnm]?|Oude?|Nieuwe?|Grote|Kleine)\s+)$"
)
# "L'Aimable Café", "Le Grand Théâtre": a name of its own between an article and the kind.
_BEFORE_NAMED = re.compile(r"(?:\b[Ll][’']|\b(?:[Ll][ae]s?|El|Il)\s)[A-ZÀ-Þ][\w’'-]+\s$")

# Before what one meets at or sets out from: surer than what a title is "in" or "of".
_MEETING = re.compile(r"devant|desde|des del|des de|davant|davanti|diante|vor dem|outside|partenza|salida|sortida")
_OPENING = re.compile(r"heures?|horaires?|jours?|dates?|habitante?s|elus|agents|seuls?|seules?|frais|publics?|membres")
_HAPPENING = frozenset(
    ("redesign", "redevelopment", "refurbishment", "session", "meeting", "conversation", "consultation")
)
_AND = re.compile(r" (?:y|e|i) ")
_HOUSE_FOR = re.compile(
    r"\b(?:cent[rt][oe]|facultad|faculdade|facolta|palacio|palazzo|escuela|escola) d[eio] [^\W\d]+$"
)
_TOWNS_TOO = frozenset({"fuente", "puente", "ponte", "fonte", "font", "fontaine", "fontana", "ermita"})
_IS_STREET = re.compile(r"\s(?:street|road|lane|avenue|drive|close|crescent|row|terrace|mews|parade|st|rd)\.?$")
_BESIDE = re.compile(
    r"(?:(?P<joined>attenante?s?|contigue?s?|attigu[ao]|adjacent) (?:a|to)|face a|next to) (?:la |l'|the )?$|face au $"
)
_JOINT = re.compile(r"(?:,|\s[–—-])\s(?:\w{1,4}\s)?")
_BETWEEN = re.compile(r",\s|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Venue:
    """A span of the text that names a venue; `score` tells how much says that the event is there (2 or more)."""

    start: int
    end: int
    score: int

    def names(self, text: str) -> tuple[str, ...]:
        """The names of the building and its rooms, as the text gives them."""
        return tuple(_BETWEEN.split(text[self.start : self.end].strip(" ,")))


@cache
def heads(language: str) -> re.Pattern[str]:
    """The kinds of building of a language: group `sure` or `loose`."""
    if language in SUFFIXED:
        sure, loose = SUFFIXED[language]
        return re.compile(rf"(?<![\w-])[\w-]{{0,40}}?(?:(?P<sure>{sure})|(?P<loose>{loose}))(?![\w-])")
    sure, loose = SURE.get(language) or SURE["en"], LOOSE.get(language) or LOOSE["en"]
    # "Saint-Maur-l'Abbaye" is a town
    return re.compile(rf"(?<![\w-])(?<!-[ld]['’])(?:(?P<sure>{factored(sure)})|(?P<loose>{factored(loose)}))(?![\w-])")


@cache
def _around() -> dict[str, re.Pattern[str]]:
    article = r"(?:la |le |les |l'|the |el |il |lo |de |het |der |die |das |o |a )?"
    opened = rf"(?:^|\d[/.]\d\d?(?:[/.]\d{{2,4}})? ?:|[,;(\n–—•·|@📍]|\s-|[.!?]\s|»|”|\d\s?h\d{{0,2}})\s*{article}$"
    house = (
        rf"\d{{1,5}}\s?(?:bis|ter)?,? (?!h\b|heures|uhr|uur|[ap]m\b|places|seats|(?:{MONTHS})\b)[\w']+"  # not "12 mars"
    )
    street = rf"\s*[,(–\n-]\s*(?:au |at )?(?:{house}|(?:{STREET})\s)|\s{_HOUSE_NUMBER.pattern}"
    ruled = (
        r"\s*(?:vous |nous |a |ont |organis|propos|invit|lanc|recrut|annonc|inform|met |souhait|consult|hosts|is hiring"
        r"|ladt|organiz|convoca|publi|prescri|present|cherch|recherch|adopt|mobilis|soutien|seeks|announce"
        r"|realiza(?:ra)? |celebrara |desarrollara |vai |va a |sucht|busca|brings? |works? |offers? |supports? "
        r"|aims |convida|promo|nodigt|laden |is (?:organi|host|hold|runn|invit)|will (?:hold|host|run)|invites"
        # whoever has partners is no house
        r"|[,]?\s?(?:com (?:o )?apoio|em parceria|por meio|atraves|en colabor|con el apoyo|a traves|in collaborazione"
        r"|amb la col|in zusammenarbeit|in samenwerking|in partnership|en partenariat|en lien avec))"
        r"|\s[^.;:!?\n]{1,140}\svous (?:propos|invit|convi)"
    )
    return {
        "at": re.compile(rf"(?:^|[\s(,'’])(?:{factored(AT)})$"),
        "of": re.compile(rf"(?:^|[\s('’]){OF}\s*(?:: ?)?$"),
        "opened": re.compile(opened),
        "street": re.compile(street),
        "ruled": re.compile(ruled),
        "hosts": re.compile(r"\s(?:accueill|acoge|acolhe|acull|ospita|will host)"),
    }


def venues(text: str, plain: str, language: str, more: Iterable[Venue] = ()) -> Iterator[Venue]:
    """Every venue the text may name, and `more`, in order, without overlap; `plain` is `flat(text)`."""
    last: Venue | None = None
    every = (*_of_a_kind(text, plain, language), *(Venue(*span, 4) for span in before_streets(text, plain)), *more)
    for venue in sorted(every, key=lambda venue: venue.start):
        if last is None or venue.start >= last.end:
            joined = last and _JOINT.fullmatch(text, last.end, venue.start)
            if joined and is_numbered(text, venue.start, venue.end):
                continue  # "Espai Llotja, passeig del Moll, 3"
            if last and not joined:
                yield last
                last = None
            # "City Hall, Room 201" is one place.
            last = Venue(last.start, venue.end, max(last.score, venue.score)) if last else venue
    if last:
        yield last


def _of_a_kind(text: str, plain: str, language: str) -> Iterator[Venue]:
    last = 0
    for found in heads(language).finditer(plain):
        if found.start() < last or _is_no_building(text, plain, found, language=language):
            continue
        start, end = _begin(text, found.start(), language), _end(text, plain, found.end(), language)
        if is_person(text[start:end]) or _NUMBERED.search(plain, max(0, start - 10), start + len(found[0]) + 1):
            continue  # "Dominique BOURG"
        if _IS_STREET.search(plain, max(start, end - 12), end) or plain[max(0, start - 3) : end] == "in halle":
            continue  # a lane, or the town of Halle
        score = _score(text, plain, (start, end), loose=found["loose"] is not None, language=language)
        if score >= 2:
            last = end
            yield Venue(start, end, score)


def _is_no_building(text: str, plain: str, found: re.Match[str], *, language: str) -> bool:
    """Whether a word only sounds like a building: "Haushalt", "Café citoyen", "la marche", German words but nouns."""
    if language in SUFFIXED:
        verb = language == "de" and not text[found.start()].isupper()
        return verb or re.fullmatch(NOT_BUILDINGS, found[0]) is not None
    if found[0] in _TOWNS_TOO and text[found.start()].isupper():
        return True  # "à Fontaine", "em Ponte Nova"
    walk = language == "fr" and text[found.start() : found.end()].lower() == "marche"
    asked = plain[max(0, found.start() - 8) : found.start()].endswith(("quelle ", "quelles "))
    return walk or asked or _not_places().match(plain, found.start()) is not None


@cache
def _not_places() -> re.Pattern[str]:
    return re.compile(rf"(?:{NOT_PLACES})\b")


def _begin(text: str, start: int, language: str) -> int:
    """English names lead up to the building: "Old Customs House"; others put an adjective there at most."""
    other = language in (*_ROMANCE, *SUFFIXED)
    window = text[max(0, start - (24 if other else 60)) : start]
    found = (_BEFORE_OTHER if other else _BEFORE_EN).search(window)
    if found is None and language in _ROMANCE and text[start].isupper():
        found = _BEFORE_NAMED.search(window)
    if not found:
        return start
    lead = found[0]
    skipped = _SKIPPED_EN.match(lead)
    words = lead[skipped.end() :] if skipped else lead
    dates = [part.end() for part in dated().finditer(flat(words))]
    kept = words[dates[-1] :].lstrip(" ,.") if dates else words
    return start - len(kept)


def _end(text: str, plain: str, end: int, language: str) -> int:
    """Where the name ends: it goes on over capitals, numbers, "of the …" and adjectives of kind."""
    for _ in range(8):
        if both := _TWO_KINDS.match(plain, plain.rfind(" ", 0, end) + 1):
            end = both.end()
        link = _listed(text, plain, end) or _LINK.match(plain, end)
        at = link.end() if link else end
        at += 1 if at == end and plain[end : end + 1] == " " else 0
        word = _WORD.match(text, at)
        if not word or at == end or not _goes_on(text, plain, word, linked=plain[end:at].strip()):
            break
        end = word.end()
        end += plain[word.start() : end] in TITLES and text[end : end + 1] == "."
    return end


def _listed(text: str, plain: str, end: int) -> re.Match[str] | None:
    """The "y" of "Centro de Congresos y Exposiciones": what such a house is for, not another house."""
    link = _AND.match(plain, end)
    listed = link and text[link.end() : link.end() + 1].isupper() and _HOUSE_FOR.search(plain, max(0, end - 45), end)
    return link if listed else None


def _goes_on(text: str, plain: str, word: re.Match[str], linked: str) -> bool:
    folded = plain[word.start() : word.end()]
    if _STOP.fullmatch(folded.rstrip(".")) or dated().match(plain, word.start()):
        return False
    if re.fullmatch(r"\d{1,2}(?:er|e|ere|eme|o|a)", folded):
        return linked != ""  # "salle du 1er étage"
    if folded[0].isdigit():
        return (
            _HOUSE_NUMBER.match(plain, word.start()) is None
            and len(folded) <= 3
            and not linked
            and re.match(r"\s*(?:h|:|€|\d|[.]\s?\w)", plain[word.end() :][:4]) is None
        )
    if word[0][0].isupper() and folded in _HAPPENING:
        return False  # "Ashbrook Community Centre Redesign Public Information Session"
    if word[0][0].isupper() or word[0][0] in '«“"':
        return True
    # "salle des fêtes", "maison du projet": an of-phrase in lower case; "salle polyvalente": the kind of hall.
    # "halle aux grains", but not "mairie aux heures d'ouverture"
    goods = linked == "aux" and _OPENING.fullmatch(folded) is None
    return goods or re.match(r"(?:d|l'|of)", linked) is not None or (not linked and _KIND.fullmatch(folded) is not None)


def _score(text: str, plain: str, span: tuple[int, int], *, loose: bool, language: str) -> int:
    after = plain[span[1] : span[1] + 160]
    # as far back as the longest of these words
    before = (plain, max(0, span[0] - 20), span[0])
    around = _around()
    score = 0 if loose else 1
    at = around["at"].search(*before)
    if at and is_article(text[at.start() : at.end()].strip(" \n(,'’"), language):
        at = None
    if at:
        met = _MEETING.match(at[0].strip(" (,'’\n")) is not None
        score += 2 if at[0].strip().startswith("sur") else 3 + met
    elif (entered := at_entrance(plain, span[0])) or around["of"].search(*before):
        score += 4 if entered or sets_out(plain, span[0]) else -3
    elif around["opened"].search(*before):
        # The first word of a text is a title rather than a place, unless a comma ends it.
        score += 2 if plain[: span[0]].strip() else after.startswith(",")
    if dated().search(plain[max(0, span[0] - 22) : span[0]]):
        score += 1
    if at and (landmark := _BESIDE.search(*before)):
        # "face à la mairie" may be all that is told; what is "attenante à la mairie" has been named
        score -= 3 if landmark["joined"] else 1
    if is_for_rain(plain, span[0]):
        score -= 3
    if around["street"].match(after) or around["hosts"].match(after):
        score += 2
    score -= astray(text, plain, span[0])
    # "place de la Halle à X": flat, the preposition is the verb "a"
    if around["ruled"].match(after) and not at and not text.startswith(" à ", span[1]):
        score -= 4
    return score if plain[span[0] : span[1]] not in TOO_COMMON else 0


def opens_with_venue(text: str, language: str) -> bool:
    """True when a short text begins with a kind of building."""
    return heads(language).match(flat(text)) is not None


def is_venue(text: str, language: str) -> bool:
    """True when a short text holds a kind of building."""
    return heads(language).search(flat(text)) is not None


def is_kind(text: str, language: str) -> bool:
    """True when a text is a kind of building and no more; "Oosterhaven" may be a town."""
    return language not in SUFFIXED and heads(language).fullmatch(flat(text)) is not None
