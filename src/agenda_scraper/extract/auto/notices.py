"""A record → a notice: which of its words is the title, which its date, which its address."""

from __future__ import annotations

import re

from agenda_scraper.extract.auto.records import Record
from agenda_scraper.extract.days import begins_with_number, clock_at, day_in, without_days
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import shorten, squash, words

# Links that stand beside every notice and name none.
_GENERIC = frozenset(
    """
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
    tba tbd none not included email protected recurring detail accessible version special notes archive archived
    """.split()  # noqa: SIM905 (a list of this length reads as words)
)
_JOINING = frozenset(
    """
    le la les du de des au aux à a et the on at from to and of in der die das am um den vom bis und im el los
    del al y il lo i dal e op van tot en o os no na els h uhr heures heure pm p m est edt cst cdt pst pdt ct
    date dates when quand wann datum data fecha quando time horaire th st nd rd er
    """.split()  # noqa: SIM905 (a list of this length reads as words)
)
_SEPARATED = re.compile(r"\s*(?:\s[-–—|:•·/]+\s|^[-–—|:•·,;./()*@]+|[-–—|:•·,;/(*@]+$)\s*")
_TITLE = 200
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.|\[?\S+@)\S*\s*$|^\[email", re.I)
# A line that answers another question than "what?".
_LABELLED = re.compile(
    r"^\W*(?:lieu|où|location|where|place|venue|ort|wo|lugar|dónde|luogo|dove|plaats|waar|local|onde|lloc|on|adresse|address"
    r"|contact|t[ée]l|tel|phone|e-?mail|courriel|prix|tarifs?|co[ûu]t|price|cost|entrée|eintritt|public|animat\w+|organis\w+"
    r"|horaires?|heures?|hours?|time|durée|inscriptions?|registration|intervenants?|speakers?|zoom|join|date|dates|quand|when)"
    r"\s*:",
    re.I,
)


def notice_of(record: Record, *, source: str, url: str, fallback: str) -> Notice:
    """The notice a record is: title, url, when, and all its text for the readers of place and people."""
    told = read_prose("\n".join(line.text for line in record.lines), source=source, url=url)
    kept = {name: found for name, found in told.fields.items() if name not in ("title", "when", "url")}
    where = record.dated.where
    title = title_of(record) or _headed(record) or record.announced or fallback
    fields = {**kept, "when": (Found(_when(record), where, record.dated.text),)}
    if title:
        fields["title"] = (Found(shorten(title, _TITLE), where),)
    link = _link(record, title)
    if link:
        fields["url"] = (Found(link, f"{where} a"),)
    return Notice(source, url, fields)


def _when(record: Record) -> str:
    """The date text, and the hour of a line of its own."""
    when = record.dated.when
    if clock_at(when) >= 0:
        return when
    after = record.lines[record.lines.index(record.dated) + 1 :]
    hours = next(
        (line.text for line in after[:8] if len(line.text) <= 90 and clock_at(line.text) >= 0 and not line.when),
        record.hours,
    )
    going_on = next(
        (line.text for line in after[:2] if not line.when and len(line.text) <= 60 and day_in(line.text)), ""
    )
    return "\n".join(filter(None, (when, going_on, "" if clock_at(going_on) >= 0 else hours)))


def title_of(record: Record) -> str:
    """The title a record gives itself: its heading, its link, the words beside its date, its first line."""
    lines = record.lines
    headed = sorted((line for line in lines if line.level), key=lambda line: line.level)
    for line in headed:
        if name := _name(line.text):
            return name
    linked = [text for line in lines for text, _ in line.links]
    for text in linked:
        if name := _name(text):
            return name
    if name := _name(record.dated.bold):
        return name
    others = [line for line in lines if line is not record.dated]
    before = others[: lines.index(record.dated)]
    for text in (*(line.text for line in before), _undated(record.dated.text), *(line.text for line in others)):
        if len(text) <= 300 and (name := _name(text)):
            return name
    return ""


def _undated(text: str) -> str:
    """A date line without the bare day number it begins with, whose month stands in a heading."""
    end = 0 if day_in(text) else begins_with_number(text)
    return text[end:].lstrip(" :–—-|,.") if end else text


def _headed(record: Record) -> str:
    return next((name for line in reversed(record.heads) if (name := _name(line.text))), "")


def _name(text: str) -> str:
    """The part of a text that can name an event: its dates and what joins them aside; empty when nothing is left."""
    if _LABELLED.match(text) or _ADDRESS.match(text):
        return ""
    rest = without_days(text) if day_in(text) or clock_at(text) >= 0 else text
    telling = [word for word in words(rest) if word not in _GENERIC and word not in _JOINING and not word.isdigit()]
    if sum(map(len, telling)) < 4:
        return ""
    return squash(_trimmed(rest) if rest is not text else text)


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
    return " ".join(kept)


def _link(record: Record, title: str) -> str:
    links = [link for line in record.lines for link in line.links]
    named = next((address for text, address in links if (text and text in title) or title in text), "")
    own = next((address for text, address in links if _name(text)), "")
    return named or own
