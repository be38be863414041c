"""A record → a notice: which of its words is the title, which its date, which its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from agenda_scraper.extract.auto.announced import subject_of
from agenda_scraper.extract.auto.context import is_bare_day
from agenda_scraper.extract.auto.maps import is_map, mapped, without_map
from agenda_scraper.extract.auto.paragraphs import first_sentence
from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.auto.standing import standing
from agenda_scraper.extract.auto.tree import Line
from agenda_scraper.extract.days import (
    begins_with_number,
    clock_at,
    day_in,
    day_keys,
    is_of_the_page,
    is_only,
    month_in,
    without_days,
    year_in,
)
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import fold, shorten, squash, words

# Links that stand beside every notice and name none.
_GENERIC = frozenset(
    fold("""
    agenda agendas minutes minute pdf html doc docx video audio watch livestream live stream webcast recording
    details detail more read view info information notice packet materials presentation presentations register
    registration tickets ticket book download zoom link here join draft approved summary transcript
    meeting_details not_viewable lire suite plus savoir en la le les voir inscription réserver billets
    télécharger ici programme affiche mehr weiterlesen lesen anmelden hier leer més más meer lees verder saiba
    mais dettagli leggi tutto amended revised special page and the of to for add calendar ics google outlook
    ical map directions open in new window cliquez clique click toutes tous all d infos informations
    informacion partir entière journée jour day today next previous prochain prochaine upcoming à venir
    événements evenements events événement activités meetings dates attachment attachments documents document
    comments supplementary web kb mb size file full event opens pour bitte klick klicken please see
    cancelled canceled annulé annulée annulés postponed reporté reportée complet rescheduled abgesagt afgelast
    schedule scheduled calendar calendrier planning je participe participer réserve désinscrire unsubscribe
    previously was were past future browse posted amended updated pdfs geannuleerd uitverkocht ausgebucht bei bedarf
    tba tbd none not included email protected recurring detail accessible version special notes archive archived
    """).split()
)
_JOINING = frozenset(
    fold("""
    le la les du de des au aux à a et the on at from to and of in der die das am um den vom bis und im el los
    del al y il lo i dal e op van tot en o os no na els h uhr heures heure pm p m est edt cst cdt pst pdt ct
    date dates when quand wann datum data fecha quando time horaire th st nd rd er
    lundis mardis mercredis jeudis vendredis samedis dimanches
    """).split()
)
_DOCUMENT = re.compile(
    r"\b(?:agendas?|minutes|packets?|notice|frontsheet|presentations?|slides|flyer|convocation|compte[- ]rendu"
    r"|procès-verbal|ordre du jour|délibérations?|protokoll|tagesordnung|einladung|niederschrift|verslag|notulen"
    r"|besluitenlijst|acta|orden del día|verbale|ordine del giorno|ata|ordem de trabalhos)\b",
    re.I,
)
_FILE = re.compile(r"\((?:pdf|docx?|xlsx?)\b[^)]*\)|\.(?:pdf|docx?|xlsx?)$", re.I)
_APPENDED = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|ics|zip|jpe?g|png|mp[34])(?:$|[?#])|^(?:mailto|tel|javascript):", re.I
)
_SEPARATED = re.compile(r"\s*(?:\s[-–—|:•·/]+\s|^[-–—|:•·,;./()*@]+|[-–—|:•·,;/(*@]+$)\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE = 200
_LINKS = 20  # of a line, looked at for papers
_APART = re.compile(r"(.{3,80}?)\s*[:,–—|-]\s*(?:[^\W\d_]+\s*){0,2}", re.S)
_HOUR_FIRST = 4  # letters before an hour that begins a line
_SENTENCE = 100  # letters: a longer line that is no heading tells a story
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.|\[?\S+@)\S*\s*$|^\[email", re.I)
_MOVED = re.compile(r"rescheduled|déplacée?|reprogrammée?|verlegt|verplaatst|reprogramad[oa]|spostat[oa]", re.I)
_DETAILS = re.compile(r"\W*(?:meeting|event|session|hearing)\W+details?\W*", re.I)
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_ASIDE = re.compile(r"\([^()]*\)\W*")
# A line that answers another question than "what?".
_LABELLED = re.compile(
    r"^\W*(?:lieu|où|location|where|place|venue|ort|wo|lugar|dónde|luogo|dove|plaats|waar|local|onde|lloc|on|adresse|address"
    r"|contact|t[ée]l|tel|phone|e-?mail|courriel|prix|tarifs?|co[ûu]t|price|cost|entrée|eintritt|public|animat\w+|organis\w+"
    r"|horaires?|heures?|hours?|time|durée|inscriptions?|registration|intervenants?|speakers?|zoom|join|date|dates|quand|when)"
    r"\s*[:?]|^\W*(?:à quelle heure|at what time|wann und wo|quand et où)\b",
    re.I,
)
_WHERE = re.compile(
    r"\W*(?:location|place|venue|lieu|où|where|ort|wo|lugar|luogo|dove|plaats|locatie|waar|local|onde|lloc)\W*", re.I
)
# The heads of columns that name what takes place, and of those that say another thing of it.
_NAMES = re.compile(
    r"(?:event|meeting|committee|body|board|group)?\s*(?:name|title|body)|titre|intitulé|nom|événement|évènement|event"
    r"|committee|commission|board|body|réunion|objet|sujet|thème|subject|topic|quoi|what|activité|manifestation"
    r"|veranstaltung|titel|thema|was|gremium|sitzung|evento|título|titulo|asunto|titolo|oggetto|onderwerp|naam",
    re.I,
)
_ELSE = re.compile(
    r"\b(?:location|place|venue|lieu|où|where|address|adresse|ort|wo|lugar|luogo|plaats|local|room|salle|time|times|hours?"
    r"|heures?|horaires?|uhrzeit|zeit|hora|orario|tijd|date|dates|day|jour|datum|fecha|data|when|quand|wann|agendas?|minutes"
    r"|video|audio|documents?|details?|packet|status|statut|contact|price|prix|tarif|cost|inscriptions?|registration"
    r"|organi[sz]er|organisateur|veranstalter|month|mois)\b",
    re.I,
)


def notice_of(record: Record, *, source: str, url: str, fallback: str) -> Notice:
    """The notice a record is: title, url, when, and all its text for the readers of place and people."""
    told = read_prose("\n".join(_told(without_map(line)) for line in record.lines), source=source, url=url)
    kept = {name: found for name, found in told.fields.items() if name not in ("title", "when", "url")}
    where = record.dated.where
    title = title_of(record) or record.announced or fallback
    when = "\n".join(filter(None, (_when(record), standing(record))))
    fields = {**kept, "when": (Found(when, where, record.dated.text),)}
    if title:
        fields["title"] = (Found(shorten(title, _TITLE), where),)
    if "place" not in fields:
        fields |= {name: (Found(text, "beside a map"),) for name, text in mapped(record.lines).items()}
    if record.setting:
        fields["setting"] = (Found(record.setting, "what the page says of all"),)
    link = _link(record, title)
    if link:
        fields["url"] = (Found(link, f"{where} a"),)
    return Notice(source, url, fields)


def _told(line: Line) -> str:
    """The text of a line, led by the head of its column where that says that it is a place."""
    labelled = _WHERE.fullmatch(line.label) and not line.when and not _LABELLED.match(line.text)
    return f"{line.label.strip(' :?')}: {line.text}" if labelled else line.text


def _when(record: Record) -> str:
    """The date text, and the hour of a line of its own."""
    when = _with_year_of_link(record)
    if clock_at(when) >= 0:
        return when
    after = record.lines[record.lines.index(record.dated) + 1 :]
    again = next((line.text for line in after[:8] if _tells_hour(line, when)), "")
    if again:
        return f"{when}\n{again}"
    hours = next(
        (line.text for line in after[:8] if len(line.text) <= 90 and clock_at(line.text) >= 0 and not line.when),
        record.hours,
    )
    going_on = next(
        (line.text for line in after[:2] if not line.when and len(line.text) <= 60 and day_in(line.text)), ""
    )
    return "\n".join(filter(None, (when, going_on, "" if clock_at(going_on) >= 0 else hours)))


def _tells_hour(line: Line, when: str) -> bool:
    """Whether a line that dates nothing by itself says the hour of a day: "… was moved to Tuesday, May 4 at 10"."""
    told = not line.when and not line.of_the_page and clock_at(line.text) >= 0 and not is_of_the_page(line.text)
    return told and bool(day_keys(when)) and day_keys(line.text) == day_keys(when)


def _with_year_of_link(record: Record) -> str:
    """The date text, with the year that its link names beside the same day: `/board-october-21-2022`."""
    when = record.dated.when
    day = day_in(when)
    if day is None or day.has_year or year_in(when):
        return when
    for address in (address for line in record.lines for _, address in line.links):
        told = re.sub(r"[-_/.=+?&%]+", " ", urlsplit(address).path + " " + urlsplit(address).query)
        for spelled in (told, re.sub(r"(?<=\d) (?=\d)", "-", told)):
            other = day_in(spelled[:300])
            named = spelled[other.begin : other.end] if other and other.has_year else ""
            if _YEAR.search(named) and day_keys(named) == day_keys(when[day.begin : day.end]):
                return f"{when[: day.end]} {_YEAR.findall(named)[0]}{when[day.end :]}"
    return when


def title_of(record: Record) -> str:
    """What a record is called: by the column that names it, the heading it alone has, by itself, by what heads it."""
    return next(filter(None, map(name_in, _telling(record))), "")


def _telling(record: Record) -> Iterator[str]:
    """The texts that may name a record, the best first; a sentence comes after the headings, for it tells a story."""
    yield from (line.text for line in record.lines if line.label and _NAMES.fullmatch(squash(line.label)))
    own = record.dated.label
    lines = [line for line in record.lines if line.label == own or not _ELSE.search(line.label)]
    if record.own_head:
        yield record.heads[-1].text
    yield from (line.text for line in sorted((line for line in lines if line.level), key=lambda line: line.level))
    yield from (text for line in lines for text, address in line.links if not is_map(address))
    yield record.dated.bold
    others = [line for line in lines if line is not record.dated]
    before = others[: lines.index(record.dated)]
    texts = (*map(_without_papers, before), _undated(_without_papers(record.dated)), *map(_without_papers, others))
    yield from (text for text in texts if not _is_story(text))
    yield from (subject_of(text) for text in texts if text.endswith(":"))
    yield _before_date(record.dated.text)
    if 0 <= clock_at(record.dated.text) <= _HOUR_FIRST or is_bare_day(record.dated.bold):
        yield first_sentence(record.dated.text)  # "20:00 h. Pregón en la plaza. Balcón del Ayuntamiento."
    yield from (line.text for line in reversed(record.heads))
    yield from (text for text in texts if _is_story(text) and len(text) <= 3 * _SENTENCE)


def _without_dated_asides(text: str) -> str:
    """A text without its brackets that name a day: "(was scheduled for May 4)"."""
    return _BRACKETS.sub(lambda aside: " " if day_in(aside[0]) else aside[0], text)


def _is_story(text: str) -> bool:
    """Whether a line tells rather than names: it is long, or a sentence to its full stop or colon, its date aside."""
    text = _without_dated_asides(text)
    return len(text) > _SENTENCE or (text.endswith((".", ":")) and len(words(without_days(text))) > 4)


def _before_date(text: str) -> str:
    """What stands before the day in a long line, set apart by a sign: "Quartier 5 : le jeudi 25 mai, …"."""
    day = day_in(text)
    found = _APART.fullmatch(text[: day.begin]) if day else None
    return found[1] if found and without_days(found[1]).strip() else ""


def _undated(text: str) -> str:
    """A date line without the bare day number it begins with, whose month stands in a heading."""
    end = 0 if day_in(text) else begins_with_number(text)
    return text[end:].lstrip(" :–—-|,.") if end else text


@lru_cache(maxsize=4096)
def name_in(text: str) -> str:
    """The part of a text that can name an event: its dates and what joins them aside; empty when nothing is left."""
    if (
        is_only("number", text)
        or is_only("month", text)
        or _LABELLED.match(text)
        or _ADDRESS.match(text)
        or _ASIDE.fullmatch(text)
    ):
        return ""
    text = _without_dated_asides(text)
    rest = without_days(text) if day_in(text) or clock_at(text) >= 0 else text
    telling = [word for word in words(rest) if word not in _GENERIC and word not in _JOINING and not word.isdigit()]
    if sum(map(len, telling)) < 4 or _is_document(text, telling):
        return ""
    return squash(_trimmed(rest) if rest is not text else text)


def _is_document(text: str, telling: list[str]) -> bool:
    """Whether a text names a paper of the meeting rather than the meeting: "Printed minutes", "May board packet"."""
    papers = _DOCUMENT.findall(text)
    others = [word for word in telling if not month_in(word) and not _DOCUMENT.fullmatch(word)]
    return _FILE.search(text) is not None or (bool(papers) and len(set(others)) < 2)


def _trimmed(rest: str) -> str:
    """What stands beside a date without the words and signs that joined it."""
    pieces = [piece for piece in _SEPARATED.split(squash(rest)) if piece]
    while pieces and all(word in _JOINING or word.isdigit() for word in words(pieces[0])):
        pieces.pop(0)
    kept = " – ".join(pieces).split(" ")
    while kept and (not words(kept[0]) or (words(kept[0])[0] in _JOINING and kept[0].islower())):
        kept.pop(0)
    while kept and (not words(kept[-1]) or (words(kept[-1])[0] in _JOINING and kept[-1].islower())):
        kept.pop()
    while len(kept) > 1 and _MOVED.fullmatch(kept[0]):
        kept.pop(0)
    return " ".join(kept).strip(" ,;:–—|-")


def _names(text: str, title: str) -> bool:
    """Whether the text of a link is in a title and could be one: "Minutes" is of any."""
    return bool(text) and text in title and name_in(text) != ""


def _without_papers(line: Line) -> str:
    """The text of a line without the links to papers beside its name."""
    text = line.text
    for linked, _ in line.links[:_LINKS]:
        if linked and not name_in(linked) and day_in(linked) is None:
            text = text.replace(linked, " ", 1)
    return text


def _link(record: Record, title: str) -> str:
    """The page of a notice: its details, the link that bears its name, else its day, else the only one to no file."""
    above = record.heads[-1:] if record.own_head else ()
    links = [link for line in (*above, *record.lines) for link in line.links if not is_map(link[1])]
    details = next((address for text, address in links if _DETAILS.fullmatch(text)), "")
    named = next((address for text, address in links if title and (_names(text, title) or title in text)), "")
    own = next((address for text, address in links if name_in(text)), "")
    pages = [(text, address) for text, address in links if not _APPENDED.search(address)]
    day = next((address for text, address in pages if day_in(text)), "")
    only = {address for _, address in pages}
    return details or named or own or day or (only.pop() if len(only) == 1 else "")
