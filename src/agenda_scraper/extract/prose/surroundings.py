"""What stands around a name in its line, and is cut: its date, place, guest, predicate and call to the reader."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.extract.prose.dates import date_in
from agenda_scraper.extract.prose.openings import names_kind, outside_quotes
from agenda_scraper.extract.prose.words import phrases, standing, vocabulary
from agenda_scraper.text import QUOTATION, align

EDGE = " \t\u00a0#*=_~-–—•·|:;,."
ASIDE = re.compile(r"\s*\([^()]*\d[^()]*\)|\s*\([^()]{0,80}\)$")
_HANGING = re.compile(
    r"(?:\s+(?:de|du|des|d|le|la|les|à|a|au|en|on|at|in|the|of|am|im|um|vom|den|der|el|en|del|il|al|op|van|te|no|em"
    r"|na|dia|dell|da|dal|ab|from|desde|vanaf|dès|prévue?|et|und|and|y|e|ein))+$",
    re.I,
)
# "Forum « Je participe » ce week-end !", as the press says it
_SOON = re.compile(
    # "la ville de demain" is no date
    r"(?<!\sde)(?<!\sdi)(?<!\svan)(?<!\svon)(?<!\sof),?\s"
    r"(?:ce (?:week-?end|soir|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)|cette semaine|demain(?: soir)?"
    r"|this weekend|tonight|tomorrow|heute(?: abend)?|morgen|dieses wochenende|este fin de semana|esta tarde"
    r"|questa sera|stasera|dit weekend|vanavond|aquest vespre|aquesta tarda|este fim de semana|hoje)\s?!*$",
    re.I,
)
_TO = re.compile(r"\s(?:a|au|aux|to|auf|al|alla|naar|para|per a)\s*$", re.I)
_COUNTED = re.compile(r"\s*[:–—,-]\s+\d[^:–—]*$")
_TOWN = re.compile(r"\s*[,–—|-]\s+[A-ZÀ-Þ][\w'’.-]*(?: [\w'’.-]+){0,2}$")
_HALL = re.compile(r"\s+[–—|-]\s+[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ0-9][\w'’.-]*){1,4}$")
_VENUE_AND_TOWN = re.compile(r",\s[^,:]{2,40}\s[A-ZÀ-Þ][^\s,:]{1,20},\s[A-ZÀ-Þ][^,:]{2,30}$")
_GUEST = re.compile(r"\s+(?:avec|with|mit|con|met|com|amb)(?:\s[A-ZÀ-Þ][\w'’.-]+){2,3}$")
# "findet um 19 Uhr im Rathaus die …", "auront lieu à Lille les …": hour and place before what takes place
_CLOCK = r"\d{1,2}(?:[.:h]\d{0,2}|\s?(?:h|uhr|uur|pm|am)\b|(?=,|$))"
_ARTICLES = r"la|le|les|l['’]|un|une|el|los|las|una|die|der|das|ein|eine|einen|den|il|lo|gli|de|het|een|o|a|um|uma|els"
_SOMEWHERE = re.compile(
    r"^\s*(?:(?:in|à|te|a|en)\s[A-ZÀ-Þ][\w'’-]*\s(?=von|de|dalle|van|das|da|from)\b)?"
    r"(?:(?:von|de|dalle|van|das|from)\s[\d.:h]+(?:\s?h|\s[Uu]hr|\suur)?\s(?:bis|à|a|alle|tot|às|to)\s[\d.:h]+\s?"
    r"(?:[Uu]hr|uur|h|heures|horas|ore)?,?\s)?"
    r"(?:(?:à|um|ab|om|at|ore|alle|alle ore|a las|a les|às|pelas)\s[\d.:h]+\s?"
    r"(?:[Uu]hr|uur|h|heures|horas|ore)?,?\s)?(?:(?:à|en|au|in|a|te|em)\s[A-ZÀ-Þ][\w'’-]*(?:\s\([^()]{3,60}\),?)?\s"
    r"|(?:im|in|in der|en|dans|nel|nella|no|na|al|à|au|in het)\s[^,.:;]{3,70},\s"
    r"(?=(?:une?|un'|una|uma?|ein|eine|een|mais uma?)[\s\w])"
    r"|(?:im|in|in der|en|dans|nel|nella|no|na|al|à|au|in het)\s"
    rf"(?:[^\s,]+,?\s){{1,5}}?(?=(?:{_ARTICLES})\b))?"
)
_WITHOUT_ARTICLE = re.compile(rf"^(?:(?:{_ARTICLES})(?:\s|(?<=')))")
# three items or more, none of them a question or a title in quotation marks
_LISTED = re.compile(r"\s?:\s[^,:?!«“\"]{3,40}(?:,\s[^,:?!«“\"]{3,50}){2,}$")
_PURPOSE = re.compile(r"(?:pour|para|per|afin de) \w+(?:er|ir|re|oir|ar)\b")
_MEETING = re.compile(r"\s?[:–—]\srendez-vous (?:aux? |a la |a l')")
_FULL = 4  # words of a name that says enough
_PLACE_WORDS = 6  # of a town and its house
_AHEAD = 110  # letters between a date and the verb
_NAMED = re.compile(rf"\s(?:{_ARTICLES})(?:\s|(?<=['’]))", re.I)
_HOUR = re.compile(
    rf"(?:,\s|\s(?=(?:um|om)\s\d))(?:à|de|dès|entre|um|ab|om|at|from|ore|alle|dalle|a las|a les|às|das)?\s?{_CLOCK}.*$",
    re.I,
)
_PLACE_WORD = r"plaza|plaça|place|praça|piazza|parc|jardin|parque|parco|largo|salle|mairie|Giardino"
_LINK = r"pour tous|de|du|des|la|le|les|los|las|del|dei|della|sur|sous|di|do|da|van|der|an|am|of|the|&|d['’]|l['’]"
_LED_PLACE = re.compile(
    r"\s(?P<how>à|a|au|aux|in|im|en|at|al|alla|te|em|no|na|bij|presso|beim)\s(?:(?:la|le|les|the|der|dem|el|het|de"
    r"|o|il)\s|l['’])?"
    rf"(?:(?P<place>{_PLACE_WORD})\s(?:(?:{_LINK})\s?)*)?[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:{_LINK})\s?)*[A-ZÀ-Þ][\w’'-]*)*$"
)
# "…, no salão do clube, oficina sobre o parque": a kind of event follows the house
_IN_HOUSE = re.compile(r"(?:no|na|em|en|im|in|al|alla|à|au|a la|nel|nella|all')\s?[^,.:;]{3,70},\s")
# "session de découverte en visioconférence mercredi": where it is held, though nowhere
_AFAR = re.compile(
    r"\s(?:(?:en|par) visio\w*|por v[ií]deo(?:conf|llam|cham)\w*|in videoconf\w+|per video(?:conf|trucada|call)\w*)$",
    re.I,
)
_OPEN_QUOTE = re.compile(r"\s['‘][^'’]*$")
# "Les Moulins (3 quai X, Lille) : projection-débat": the house and its address stood between the date and the name
_PLACED = re.compile(r"^[^:.!?()]{3,60}\([^()]{4,80}\)\s?[:–—]\s+")


def without_date(name: str) -> str:
    """The name before its date; after it when the date comes first, around it when the subject follows."""
    # a date in quotation marks is of the title: "« Ce qui change au 1er janvier », mardi 13 octobre"
    date = date_in(QUOTATION.sub(lambda said: "x" * len(said[0]), name))
    if date is None:
        return name
    head, tail = name[: date.start], name[date.end :].lstrip(" ,:–—-|.)")
    # "RINVIATO a venerdì 17 aprile l'incontro …": a status alone names nothing
    before = align(_TO.sub("", head)).strip(EDGE)
    if len(before) < 4 or standing().fullmatch(before) or phrases("starters").fullmatch(before):
        tail = _PLACED.sub("", tail)
        house = _IN_HOUSE.match(tail)
        tail = tail[house.end() :] if house and names_kind(tail[house.end() :]) else tail
        # "Les 18 et 19 novembre auront lieu à Lille les Rencontres …"
        predicate = phrases("predicates").match(align(tail)) or _held(tail)
        # "le 10 décembre à Bourges (Maison de la culture), une journée": a noun begins after the place
        placed = _SOMEWHERE.sub("", tail[predicate.end() if predicate else 0 :])
        return _HOUR.sub("", placed if predicate or _NAMED.match(" " + placed) else tail)
    # "Assises de la vie associative samedi 7 mai, pour redire son soutien": a name that says enough needs no purpose
    told = len(head.split()) > _FULL and _PURPOSE.match(align(tail))
    if phrases("topics").match(align(tail)) and not told:
        return head.rstrip(EDGE) + " " + before_predicate(without_date(tail))
    if _is_placed(head) and names_kind(tail) and re.match(r"\s?:\s", name[date.end :]):
        return tail  # "Urbino, Palazzo Passionei, 22 maggio 2026, ore 10-13: seminario …"
    head = _without_guest(_COUNTED.sub("", head.rstrip(EDGE + "(")))
    mark = name[date.start - 2 : date.start - 1]
    head = _without_led_place(ASIDE.sub("", _without_place(head) if mark in ",–—-|" else head))
    rest = _AFAR.sub("", head)
    return rest if len(rest.split()) > 2 else head


def _is_placed(head: str) -> bool:
    """Whether what stands before a date names a place and no event: proper names between commas."""
    words = re.findall(r"[^\W\d_]{4,}", head)
    proper = all(word[0].isupper() for word in words)
    return "," in head.rstrip(EDGE) and proper and len(words) <= _PLACE_WORDS and not names_kind(head)


def _held(tail: str) -> re.Match[str] | None:
    """The verb behind the hour and the place that follow a date, when what is held follows it."""
    held = phrases("held").search(align(tail[:_AHEAD]))
    return held if held and _NAMED.match(tail, held.end()) else None


def past_frame(sentence: str, *, prose: bool) -> str:
    """A sentence past "Dans le cadre de …," and "À l'occasion de …," when it goes on with what takes place.

    So it is past "Si terrà", "Dazu findet": a verb first; and past "Diesen Mittwoch findet im Rathaus", a day without
    its number.
    """
    verb = phrases("verbs first").match(align(sentence))
    if verb and (prose or date_in(sentence)):
        return sentence[verb.end() :].lstrip(" :")
    if phrases("days first").match(align(sentence)) and not date_in(sentence):
        held = phrases("held").search(align(sentence[:_AHEAD]))
        rest = _SOMEWHERE.sub("", sentence[held.end() :]).lstrip() if held else ""
        return rest if _NAMED.match(" " + rest) else sentence
    if not phrases("occasions").match(align(sentence)):
        return sentence
    commas = (comma.end() for comma in re.finditer(r",\s", sentence) if outside_quotes(sentence, comma.start()))
    parts = [sentence[end:] for end in commas]
    verbs = (phrases("verbs first").match(align(part)) for part in parts)
    parts = [part[verb.end() :].lstrip() if verb else part for part, verb in zip(parts, verbs, strict=True)]
    inverted = phrases("inverted").search(align(sentence[:_AHEAD]))
    parts += [sentence[inverted.end() :].lstrip()] if inverted else []
    return next((part for part in parts if articles().match(align(part))), sentence)


def names_what(tail: str) -> bool:
    """Whether what follows a verb and its date tells what takes place, not only where."""
    return _NAMED.search(tail) is not None or phrases("events").search(align(tail)) is not None


def _without_led_place(head: str) -> str:
    """A name without "à Lille", "al Giardino dei Ciliegi" before its date, when what is left still is a name."""
    found = _LED_PLACE.search(head)
    rest = head[: found.start()].rstrip() if found else ""
    if _OPEN_QUOTE.search(rest):
        return head  # "Studiedag 'Samen bij Zon en Wind'"
    if phrases("travels").fullmatch(_WITHOUT_ARTICLE.sub("", align(rest))):
        return head  # "Visite apprenante à Lormont": where it goes is what it is
    compound = phrases("compounds").fullmatch(align(rest)) is not None
    # "Foundations in Public Participation" stands in no town
    named = compound or (
        len(rest.split()) >= 2 and (found is None or found["how"] not in ("in", "en") or found["place"])
    )
    return rest if named and not phrases("hanging").search(align(rest)) else head


def without_slogan(name: str) -> str:
    """A name without its call: "Concert sous les tilleuls : venez chanter !"."""
    marks = re.finditer(r"\s?[:–—]\s", name)
    cut = next((mark.start() for mark in marks if phrases("calls").match(align(name[mark.end() :]))), 0)
    meeting = _MEETING.match(align(name), cut) if cut else None
    if meeting and names_kind(name[meeting.end() :]) and not names_kind(name[:cut]):
        return name  # "Quartier des Prés : rendez-vous au forum social"
    if not cut:
        # "Diálogos sobre democracia digital, mesa redonda en el Ateneo"
        commas = (mark.start() for mark in re.finditer(r",\s", name) if len(name[: mark.start()].split()) >= 3)
        cut = next((at for at in commas if phrases("apposed").match(align(name[at + 2 :]))), 0)
    return name[:cut].rstrip(EDGE) if len(name[:cut].split()) >= 2 else name


def without_programme(name: str) -> str:
    """A name without the list behind its colon: "Journée de la participation : ateliers, débats, signature"."""
    listed = _LISTED.search(name)
    return name[: listed.start()] if listed and len(name[: listed.start()].split()) >= _FULL else name


def _without_guest(head: str) -> str:
    """A name without the person who leads it: "Sourdough workshop with Ann Lee"; "Talk with Ann Lee" stays whole."""
    name = _GUEST.sub("", head)
    return name if len(name.split()) >= 2 else head


def _without_place(head: str) -> str:
    """A name without the town that stands between it and its date, and the hall before that town."""
    if (venue := _VENUE_AND_TOWN.search(head)) and len(head[: venue.start()].split()) >= 2:
        return head[: venue.start()]
    town = _TOWN.sub("", head)
    hall = _HALL.sub("", town) if town != head else town
    return next((name for name in (hall, town) if len(name.split()) >= 3), head)


def before_predicate(name: str) -> str:
    if name.rstrip().endswith("?"):
        return name
    cuts = phrases("predicates").finditer(align(name), 6)
    # flat, Italian "è" is the conjunction "e"; and a film's title has verbs of its own
    # "chargé·es", "Grand Est": a verb stands apart, and in small letters
    verbs = (c for c in cuts if name[c.start() - 1] in " ,(" and name[c.start()].islower())
    cut = next((c for c in verbs if (c[0] != "e" or name[c.start()] == "è") and outside_quotes(name, c.start())), None)
    if not cut:
        return name
    # "Le Parlement des jeunes, instance de …, tient sa session": the apposition goes
    head, comma, _ = name[: cut.start()].partition(",")
    apposed = comma and len(head.split()) >= 3 and outside_quotes(name, len(head))
    return head if apposed else name[: cut.start()]


def trimmed(name: str) -> str:
    """The name without asides, hanging prepositions and edge marks; question and exclamation marks stay."""
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")]  # its date was cut out of the brackets
    name = _HANGING.sub("", ASIDE.sub("", name.strip()).rstrip(EDGE))
    soon = _SOON.search(name)
    if soon and len(name[: soon.start()].split()) >= 2:
        name = name[: soon.start()]
        ends = (verb.start() for verb in phrases("held").finditer(align(name)) if verb.end() == len(name))
        name = name[: next(ends, len(name))]
    return name.strip(EDGE + "(")


@cache
def articles() -> re.Pattern[str]:
    """The articles that may begin a name, on aligned text."""
    listed = sorted((align(article) for article in vocabulary()["articles"]), key=len, reverse=True)
    # "A travers plusieurs séances": without its accent, as many write it, the preposition looks like an article
    return re.compile(
        r"(?!a (?:travers|partir|la|l'))(?:" + "|".join(a if a.endswith("'") else f"{a} " for a in listed) + ")"
    )


def without_article(name: str, *, capital: bool = True) -> str:
    """A name without the article that begins it, with a capital of its own."""
    bare = name
    for _ in range(2):  # "la prochaine"
        match = articles().match(align(bare))
        bare = bare[match.end() :] if match else bare
    return bare[:1].upper() + bare[1:] if capital else bare
