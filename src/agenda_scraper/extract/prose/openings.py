"""How a text begins before it names its event: greetings, questions to the reader, slogans; and its sentences."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.extract.prose.dates import Span, date_in, names_hours
from agenda_scraper.extract.prose.words import alternatives, bag, phrases, standing, vocabulary
from agenda_scraper.text import align

_GREETED = 70  # letters of a greeting's line
_CALL = 5  # words of a call that says nothing of its own
_BARE = 6  # letters beside a date that say nothing
_HOUSE = 5  # words of a house
_SKIPPED = 3  # sentences before the one that names the event
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,28}(?: \([a-z/]{2,6}\))?\. (?=[A-ZÀ-Þ])")
EMOJI = r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]"
_PARTED = re.compile(rf"(?:\s|{EMOJI})+")
_SENTENCE_END = re.compile(
    r"(?:(?<!\W[NnSs][rt]\.)(?<=[^\W\d_]{2}[.!?…»”\"])|(?<=[^\W\d_]\)\.)|(?<=[»”\"]\.))\s+(?=[^\Wa-zà-ÿ_]|[«„“\"¿¡])"
    r"|(?:(?<=\d{4}[.!?])|(?<=[°º#]\d[.!?])|(?<=[°º#]\d\d[.!?]))\s+(?=[^\Wa-zà-ÿ_]|[«„“\"])"
    rf"|\s(?:(?<=[\w!?.]\s){EMOJI}+\s+(?=[^\Wa-zà-ÿ_]|[¿¡])"
    r"|(?:(?<=\s[!?»]\s)|(?<=\dh\.\s)|(?<=\d\sh\.\s))\s*(?=[^\Wa-zà-ÿ_]))"
)


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(vocabulary()['greetings'])})(?!\w)[^:?\d]*")


def is_greeting(line: str) -> bool:
    """Whether a line only greets: "Bonjour à toutes et à tous,", "Hi all", "Sehr geehrte Damen und Herren,"."""
    bare = line.strip()
    greets = len(bare) <= _GREETED and _greeting().fullmatch(align(bare)) is not None
    return greets and (bare.endswith((",", "!")) or len(bare.split()) <= 2)


def first_sentence(line: str) -> str:
    """The line up to the end of its first sentence that says something; quotation marks hold sentences together."""
    for match in _SENTENCE_END.finditer(line):
        head = line[: match.start()]
        if len(head) >= 8 and not _within_quotes(head) and head.count("(") <= head.count(")"):
            return head
    return line


def _within_quotes(head: str) -> bool:
    opened = head.count("«") > head.count("»") or head.count("“") > head.count("”") + head.count("„")
    german = head.count("„") > head.count("“") + head.count("”")
    return opened or german or head.count('"') % 2 == 1


def past_greeting(line: str) -> str:
    """A line of prose past "Estimadas vecinas y vecinos: " and "Chers voisins, ", when it goes on to invite."""
    greeted = _greeted().match(align(line))
    rest = line[greeted.end() :] if greeted else line
    return rest if phrases("invitations").search(align(first_sentence(rest))) else line


@cache
def _greeted() -> re.Pattern[str]:
    once = rf"(?:{alternatives(vocabulary()['greetings'])})(?: [^ :,.?!\d]+){{1,6}}[:,] "
    return re.compile(rf"(?:{once}){{1,2}}")


def past_dateline(line: str) -> str:
    """The prose of a newspaper past its town: "KREMSDORF (sta). Am 21. Oktober geht es …"."""
    town = _DATELINE.match(line)
    return line[town.end() :] if town and not names_kind(line) else line


def past_dates(line: str) -> str:
    """The line past sentences of day, hour and house: "Jueves 12 de marzo. 18:00 h. Biblioteca. Taller «…»"."""
    rest = line
    for _ in range(_SKIPPED):
        sentence = first_sentence(rest)
        following = rest[len(sentence) :].lstrip()
        date = date_in(sentence)
        bare = date is not None and len(sentence) - (date.end - date.start) < _BARE
        house = rest != line and len(sentence.split()) <= _HOUSE and names_kind(following)
        # "POSTPONED from 2 March."
        told = date is not None and _only_stands(sentence, date)
        if not following or not (bare or told or names_hours(sentence.rstrip(".")) or house):
            break
        rest = following
    return rest


def _only_stands(sentence: str, date: Span) -> bool:
    """Whether beside its date a sentence says but how what is held stands."""
    status = standing().match(align(sentence))
    beside = sentence[status.end() : date.start] + sentence[date.end :] if status else sentence
    return len(beside) <= _BARE


def past_appeals(line: str) -> str:
    """The line from the sentence that announces, past "Vous habitez X ? Votre avis compte !"; else the line itself."""
    rest = line
    for _ in range(_SKIPPED):
        sentence = first_sentence(rest)
        following = _after(rest, sentence)
        if not following or not _appeals(sentence, following):
            break
        rest = following
    said = first_sentence(rest)
    announces = phrases("invitations").search(align(said)) or date_in(said) or names_kind(said)
    return rest if rest != line and announces else line


def _after(line: str, sentence: str) -> str:
    """What follows a sentence in its line, past the signs that part them: "Tú decides! 🗳️ Del 8 al 28 …"."""
    parted = _PARTED.match(line, len(sentence))
    return line[parted.end() if parted else len(sentence) :]


def _appeals(sentence: str, following: str) -> bool:
    """Whether a sentence only calls the reader to what the next one announces."""
    folded = align(sentence).strip(" ¿¡")
    if sentence.endswith("?"):
        return phrases("appeals").match(folded) is not None
    if is_greeting(sentence) or phrases("slogans").fullmatch(folded.rstrip(" .!…")):
        return True
    if not sentence.endswith("!") or date_in(sentence) or names_kind(sentence):
        return False
    # "Have your say, Westport!" calls somebody, and names what is held
    short = len(folded.split()) <= _CALL and not re.search(r", [A-ZÀ-Þ]", sentence)
    called = short and phrases("slogans").search(folded) is not None and date_in(first_sentence(following)) is not None
    return (
        called or names_kind(following) or phrases("invitations").search(align(first_sentence(following))) is not None
    )


def names_kind(sentence: str) -> bool:
    """Whether a sentence begins with a kind of event: "Taller para diseñar…", "Une soirée sur …"."""
    folded = align(sentence).lstrip(' ¿¡«“"')
    first = folded.split(" ", 1)[0].strip(",.:!")
    # "donderdag" and "Samstag" end like "themadag" and name nothing
    compound = first not in bag("dates", "weekdays") and phrases("compounds").fullmatch(first) is not None
    return compound or phrases("events").match(folded) is not None


def outside_quotes(text: str, at: int) -> bool:
    """Whether a place in a text stands in no quotation that is closed after it."""
    return not _within_quotes(text[:at])
