"""The title of a notice: its first heading, or the name of the event taken from its first sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from agenda_scraper.extract.prose.below import (
    HEADING,
    QUOTED,
    is_town_below_date,
    opens_with_date,
    quote_below,
    says_kind,
    session_below,
    session_title,
)
from agenda_scraper.extract.prose.dates import date_in, names_hours
from agenda_scraper.extract.prose.labels import Labelled, begins_with_label
from agenda_scraper.extract.prose.openings import (
    EMOJI,
    first_sentence,
    is_greeting,
    names_kind,
    outside_quotes,
    past_appeals,
    past_dateline,
    past_dates,
    past_greeting,
)
from agenda_scraper.extract.prose.quoted import asked_in, curled, theme_in, to_its_quote
from agenda_scraper.extract.prose.surroundings import (
    ASIDE,
    EDGE,
    before_predicate,
    names_what,
    past_frame,
    trimmed,
    without_article,
    without_date,
    without_programme,
    without_slogan,
)
from agenda_scraper.extract.prose.words import alternatives, phrases, standing, vocabulary
from agenda_scraper.text import align, shorten, squash

_LONGEST = 160  # letters of a title
_LINES_READ = 14  # lines with words that are searched for the title
_ADDRESS = re.compile(r"^\s*<?(?:https?://|www\.|mailto:)\S*\s*$|^\s*\S+@\S+\s*$")
# one slash alone joins two quarters, or a hall and its street
_TRAIL = re.compile(r"^[^>›»«\n]{1,40}(?:\s[>›»]\s[^>›»«\n]{1,60}|(?:\s/\s[^>›»«/\n]{1,60}){2})+$")
_WITH = re.compile(r"(?:avec|with|mit|con|com|amb|met)\s", re.I)
_BAR = re.compile(r"\s[|·•]\s")
_MAY_INVITE = re.compile(
    r"[«“„\"]|invit|convi|join|lad|nodig|pleased|venez|rejoign|particip|come|(?:sont|etes|est[aã]) "
)
# "Séance du séminaire « … »", "Webinaire à destination des maires : « … »": kind and public, then the title
_KIND_ALONE = re.compile(
    r"(?:(?:prochaine |nouvelle )?(?:seance|session) (?:du|de la|de l').*"
    r"|\S+ (?:a destination|a l'attention|a l'intention|destinee? (?:aux?|a la)|reservee? aux) .*:)\s*"
)
_HOUR_FIRST = re.compile(r"(?:à|de|dès|um|ab|at|from|alle|a las|às|om|van)?\s?\d{1,2}\s?(?:h|:|uhr|uur|am|pm)", re.I)
_PRONOUN = re.compile(r"\s(?:vous|nous|us|os|vi|ti|te|u|uns|sie)$", re.I)
_TELLING = re.compile(r"\?\s*$|\s:\s|[«“]")
_HOLDER = 9  # words of who holds a gathering
_SHORT = 5  # words of a name that may be a series'
# Emoji and signs at the edges of a heading.
_SIGN = rf"(?:{EMOJI}|\s)"
_ORNAMENT = re.compile(rf"^{_SIGN}+|{_SIGN}+$")
_BRACKETED = re.compile(r"^\s*[\[(]\s*([^\[\]()]{2,40}?)\s*!*\s*[\])]\s*[:–—-]?\s*")


class Named(NamedTuple):
    """A title and the line (from 1) it was read from; `raw` is that line as written."""

    text: str
    line: int
    raw: str


def title_of(lines: list[str], values: list[Labelled]) -> Named | None:
    """The title; None when nothing but labels, dates and addresses is there."""
    for value in values:
        if value.field == "title" and value.line <= _LINES_READ:
            return Named(trimmed(value.text), value.line, lines[value.line - 1])
    said = ""
    lines = [curled(line) for line in lines]
    for number, line in _with_words(lines):
        status, rest = _without_tags(squash(line))
        said = said or status
        alone = not any(later.strip() for later in lines[number:])
        if (
            not _is_title(rest)
            or phrases("rubrics").fullmatch(align(rest).strip("«»<>‹›← :"))
            or opens_with_date(rest, lines[number:])
            or (not alone and (is_greeting(rest) or phrases("senders").fullmatch(align(rest))))
        ):
            continue
        barred = past_greeting(past_dates(past_dateline(_past_bars(rest))))
        rest = past_appeals(barred)
        name = _name(rest, prose=alone or rest.endswith((".", "…")) or len(rest) > HEADING)
        if quoted := quote_below(name, lines[number:]):
            name = quoted
        elif rest != barred and says_kind(name):
            # "Imaginez le futur square ! Atelier participatif le 15 avril": the call says what about
            name = f"{name} : {first_sentence(barred)}"
        elif says_kind(name):
            name = _with_subject(name, _subject_below(lines[number:]))
        elif subject := session_title(rest, lines[number:]):
            name = subject
        elif session := session_below(lines[number:]):
            name = f"{rest.rstrip(EDGE)} : {session}"
        return Named(f"{said} {name}".strip(), number, line)
    # nothing but announcers ("Agenda", "Concertation"): the first of them is the title there is
    return next(
        (Named(trimmed(squash(line)), number, line) for number, line in _with_words(lines) if _is_title(squash(line))),
        None,
    )


def _past_bars(line: str) -> str:
    """A line of parts between bars from the first that is no day nor hour, up to the next that is one or a label."""
    bars = [*_BAR.finditer(line)]
    starts, ends = [0, *(bar.end() for bar in bars)], [*(bar.start() for bar in bars), len(line)]
    parts = [line[start:end] for start, end in zip(starts, ends, strict=True)]
    # "… · salle du Tivoli, 3e étage, 2 place Dauphine · …" is an address
    named = [not (names_hours(part) or not _is_title(part) or part.count(",") > 1) for part in parts]
    if len(parts) == 1 or True not in named:
        return line
    first = named.index(True)
    if first + 1 < len(parts) and named[first + 1] and phrases("rubrics").fullmatch(align(parts[first].strip())):
        first += 1
    last = named.index(False, first) if False in named[first:] else len(parts)
    return line[starts[first] : ends[last - 1]]


def _with_subject(kind: str, subject: str) -> str:
    """A kind with its subject; the subject alone where it says the kind: "Conférences", "Conférence « Le vote »"."""
    said, singular = (re.sub(r"s\b", "", align(one)) for one in (subject, kind))
    return f"{kind} : {subject}" if subject and not said.startswith(singular) else subject or kind


def _subject_below(lines: list[str]) -> str:
    """What a heading such as "FORUM OUVERT" is about, when the next line or its first sentence is a heading too."""
    below, *further = [squash(line) for line in lines if line.strip()][:2] or [""]
    if further and not _is_title(below) and date_in(below) and _TELLING.search(further[0]):
        below = further[0]  # the day stands between "Journée d'étude" and "Communs et action publique : quels liens ?"
    sentence = first_sentence(below)
    subject = sentence.rstrip(EDGE)
    fits = len(subject.split()) >= 2 and len(subject) <= 90 and (sentence != below or not below.endswith("."))
    dated = date_in(subject) or _HOUR_FIRST.match(subject)
    told = standing().match(align(subject)) or phrases("rubrics").fullmatch(align(subject))
    other = told or not _is_title(below) or is_greeting(below)
    return subject if fits and not dated and not other else ""


def _with_words(lines: list[str]) -> list[tuple[int, str]]:
    worded = ((number, line) for number, line in enumerate(lines, 1) if any(map(str.isalnum, line)))
    first = [*islice(worded, _LINES_READ)]
    around = zip([(0, ""), *first], first, [*first[1:], (0, "")], strict=False)
    return [pair for (_, before), pair, (_, after) in around if not is_town_below_date(before, pair[1], after)]


def _is_title(line: str) -> bool:
    """Whether a line, freed of kickers, can name an event: not a label, a bare date, an address, a breadcrumb."""
    if len(line) < 3 or _ADDRESS.match(line) or _TRAIL.match(line) or begins_with_label(line):
        return False
    if line[0].isdigit() and names_hours(line):
        return False
    date = date_in(line)
    verb = phrases("verbs first").match(align(line)) if date else None
    if date and verb and not names_what(line[verb.end() : date.start]) and not names_what(line[date.end :]):
        return False  # "Acontece no sábado, dia 6, no auditório"
    beside = (line[: date.start] + line[date.end :]).strip(EDGE + "()") if date else line
    return not (date and (len(beside) < 4 or not any(map(str.isalpha, beside))))  # "12 May 8pm | € 5 | € 8"


@cache
def _kicker() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(vocabulary()['kickers'])})(?:{_SIGN}*[!:.–—|,-]+(?:\s+|$)|\s*$|\s+(?=[«„“]))")


def _status() -> re.Pattern[str]:
    return standing(r"\s*!*(?:\s*[:–—|!⚠️-]+\s*|\s*$)")


def _without_tags(line: str) -> tuple[str, str]:
    """The status said in front of a title, as written, and the line without it and without kickers."""
    said = ""
    rest = _ORNAMENT.sub("", line).strip(" #*=_•·|–—-")
    for _ in range(4):
        folded = align(rest)
        bracketed = _BRACKETED.match(rest)
        if bracketed and _status().match(align(bracketed[1])):
            said, rest = said or bracketed[0].strip(), rest[bracketed.end() :]
        elif bracketed and _kicker().match(align(bracketed[1])):
            rest = rest[bracketed.end() :]
        elif status := _status().match(folded):
            said, rest = said or rest[: status.end()].strip(), rest[status.end() :]
        elif kicker := _kicker().match(folded):
            rest = rest[kicker.end() :]
        else:
            break
    return said, rest.strip()


def _name(line: str, *, prose: bool) -> str:
    """The name of the event in a heading, or in the first sentence of prose."""
    sentence = past_frame(first_sentence(line) if prose else line, prose=prose)
    head, colon, rest = sentence.partition(": ")
    if prose and colon and names_kind(head) and outside_quotes(sentence, len(head)):
        inviting = phrases("inviting").search(align(rest))
        # "Infoabend zum Windpark: Die Gemeinde lädt alle am Dienstag …"
        sentence = head.rstrip() if inviting and inviting.start() > 0 else sentence
    invited = _invited(sentence, prose=prose)
    name = sentence[invited.end() :] if invited else sentence
    holder = _holder(sentence, invited) if invited else ""
    if (invited or prose) and (quoted := _quoted(name, anywhere=bool(invited))):
        return quoted
    name = to_its_quote(without_date(name))
    told = _quoted(name)
    name = without_slogan(told or name)
    name = name if told else trimmed(before_predicate(name) if prose or invited else name)
    if prose and phrases("meetups").fullmatch(align(name)) and (asked := asked_in(sentence)):
        return asked
    if holder and phrases("gatherings").fullmatch(align(without_article(name))):
        name += f" – {holder}"
    elif prose and len(name.split()) <= 3:
        name += _frame(line)
    if prose and len(name.split()) <= _SHORT and sentence != line:
        name += theme_in(line[len(sentence) :].lstrip())
    name = without_programme(name) if prose or invited else name
    bare = without_article(name) if (prose or invited) and not told else name
    return shorten(bare, _LONGEST) or shorten(line, _LONGEST)


def _holder(sentence: str, invited: re.Match[str]) -> str:
    """Whose "sa séance ordinaire" is: the subject before the verb; empty when the gathering is nobody's own."""
    if not phrases("owners").match(align(sentence[invited.end() :]).lstrip()):
        return ""
    subject = _PRONOUN.sub("", sentence[: invited.start()].rstrip()).partition(",")[0]
    return without_article(subject, capital=False) if len(subject.split()) <= _HOLDER else ""


@cache
def _invitation() -> re.Pattern[str]:
    """An invitation with its object; "organisé par" and "Convocan:" name who invites, nothing more."""
    # "La démocratie s'invite au marché" invites nobody
    return re.compile(
        r"(?<!s')" + phrases("invitations").pattern + r"(?!\s*:|-se\b| (?:par|by|von|por|da|door|per)(?!\w))"
    )


def _invited(sentence: str, *, prose: bool) -> re.Match[str] | None:
    """The invitation of a sentence; of a heading without date ("La Ville lance son budget") one that says to what."""
    folded = align(sentence)
    told = prose or date_in(sentence) is not None
    # most headings invite nobody, and are not searched for it
    if not told and not _MAY_INVITE.search(folded):
        return None
    invited = _invitation().search(folded)
    if invited is None or not outside_quotes(sentence, invited.start()):
        return None
    strong = phrases("inviting").match(invited[0]) or QUOTED.search(sentence, invited.end())
    return invited if told or strong else None


def _quoted(name: str, *, anywhere: bool = False) -> str:
    """A title in quotation marks that is the whole name but for its kind: «Webinaire « Tirage au sort »»."""
    match = QUOTED.search(name)
    if not match:
        return ""
    before, behind = name[: match.start()], name[match.end() :].strip(EDGE)
    # "Für alle, die planen: zweitägige Fortbildung „Konflikte moderieren“": its kind stands behind a colon
    kind, led = before.rpartition(": ")[2].split(), ": " in before.rstrip()
    # a title of two words is known by all that stands before its kind
    short = led and len(before.split()) - len(kind) >= _SHORT
    if len(match[1].split()) < (2 if short else 3) or not _is_title(match[1]):
        return ""
    behind = "" if _WITH.match(behind) else behind
    alone = len(kind if led else ASIDE.sub("", before.rstrip(EDGE)).split()) <= 2 or _KIND_ALONE.fullmatch(
        align(before).lstrip()
    )
    return match[1].strip() if anywhere or (alone and not behind) else ""


def _frame(line: str) -> str:
    """What a short name is about, from "dans le cadre de la concertation sur …"."""
    match = phrases("frames").search(align(line))
    if not match:
        return ""
    about = re.split(r"[.,;:!?(]", line[match.end() :], maxsplit=1)[0]
    return f" – {without_article(about.strip(), capital=False)}"
