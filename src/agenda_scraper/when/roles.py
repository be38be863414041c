"""What a date is in its sentence: the event's, or a publication, a deadline, a past edition, a law, a street…"""

from __future__ import annotations

from agenda_scraper.when.days import Chain
from agenda_scraper.when.tokens import Node

# How many unknown words may stand between a cue and the date it speaks of.
_REACH = {
    "published": 5,
    "modified": 5,
    "deadline": 8,
    "entry": 6,
    "say": 6,
    "aside": 12,
    "past": 10,
    "law": 8,
    "street": 0,
    "previous": 3,
    "instead": 3,
    "new": 4,
    "moved": 8,
    "press": 2,
    "before": 0,
    "finish": 0,
}
# Words that are halves of German verbs as well: "stellt … vor", "findet … statt".
_SPLIT = {"before": "deadline", "instead": "previous"}
_AFTER = {"published": 1, "modified": 1, "deadline": 1, "press": 1, "past": 4, "aside": 1}
_LIMIT = 40
_NOON = 12 * 60


def role_of(nodes: list[Node], place: int) -> str:
    """The role of the date at a place; `event` when nothing says otherwise, `until` for an end without a start."""
    letter, at = prefix(nodes, place)
    if letter == "X":
        return "except"
    if [node.kind for node in nodes[place + 1 : place + 3]] == ["E", "P"] and nodes[place + 2].value == "year":
        return "law"  # "between 2 May and 9 June each year"
    role = _role(nodes, place, letter, at)
    if role == "street" and nodes[place - 1].kind == "g" and nodes[place - 1].value != "des" and letter == "C":
        return "event"  # "al barri el 16 de setembre": no street is called with the article of a day
    return "condition" if role in ("new", "moved", "event") and _conditional(nodes, place, role) else role


def _conditional(nodes: list[Node], place: int, role: str) -> bool:
    """`En cas de pluie, reporté au 16 avril`: what would be is no date of the event."""
    for at in range(place - 1, max(-1, place - _LIMIT), -1):
        node = nodes[at]
        if node.kind in ".;\n" or (node.kind == "D" and role == "event"):
            return False
        if node.kind == "C" and (node.value == "condition" or (node.value == "if" and role != "event")):
            return True
    return False


def _role(nodes: list[Node], place: int, letter: str, at: int) -> str:
    return (
        _before(nodes, place, letter, at) or _following(nodes, place, letter) or ("until" if letter == "u" else "event")
    )


def prefix(nodes: list[Node], place: int) -> tuple[str, int]:
    """The connector right before a date (`from`, `until`, `except`…), articles apart, and where it stands."""
    at = place - 1
    while at >= 0 and nodes[at].kind in 'gTN#~"':
        at -= 1
    return (nodes[at].kind, at) if at >= 0 else ("", -1)


def _before(nodes: list[Node], place: int, letter: str, at: int) -> str | None:
    """The nearest cue before the date that speaks of it."""
    words = steps = depth = 0
    while at >= 0 and steps < _LIMIT:
        node = nodes[at]
        kind = node.kind
        steps += 1
        at -= 1
        if kind == ")":
            depth += 1
        elif kind == "(":
            depth -= depth > 0
        elif depth:
            continue
        elif kind == "C":
            if node.value == "entry" and at >= 0 and nodes[at].kind in "gK" and _opens(nodes, at):
                words = min(words, 3)  # "Les inscripcions al curs s'obren del 3 al 9 de maig"
            if node.value == "label" and not words and not (at >= 0 and nodes[at].kind == "C"):
                return None  # "Fin 17h00 Date 22 mai": what stands before has its own
            if node.value == "formerly" and not words and at >= 0 and nodes[at].kind in "(-;,":
                return "previous"
            if node.value in _SPLIT and nodes[at + 2].kind in ":)":
                continue  # "stellt die Ergebnisse vor: 12. Mai" is the other half of a verb
            role = _told(node.value, words, letter, nodes[place].value)
            if node.value == "aside" and role is None and words <= _REACH["aside"] and _opens(nodes, at):
                return "aside"
            if role == "new" and at >= 0 and nodes[at].value == "entry":
                continue  # "el período de inscripción tendrá lugar del 8 al 17"
            if role:
                return "deadline" if role == "finish" and _entered(nodes, at) else role
        elif kind == "x":
            words += node.number
        elif kind in "D.;" or (kind in "\n-" and not _heading(nodes, at)):
            return None
    return None


def _opens(nodes: list[Node], at: int) -> bool:
    """Whether a sentence begins here, or after the article here."""
    at -= at >= 0 and nodes[at].kind in "gK"
    return at < 0 or nodes[at].kind in ".\n"


def _entered(nodes: list[Node], at: int) -> bool:
    """`O prazo para inscrições de trabalhos termina na segunda-feira`: what ends is the time to enter."""
    for node in reversed(nodes[max(0, at - _LIMIT) : at + 1]):
        if node.kind in "D.;\n":
            return False
        if node.kind == "C" and node.value in ("entry", "deadline"):
            return True
    return False


def _heading(nodes: list[Node], at: int) -> bool:
    """Whether a line break or dash comes right after a cue or a colon: `Publié le ⏎ 12 mars`."""
    while at >= 0 and nodes[at].kind in "gfu":
        at -= 1
    return at >= 0 and nodes[at].kind in "C:"


def _told(cue: str, words: int, letter: str, chain: Chain) -> str | None:
    """The role a cue gives a date that follows it after so many words and with this connector."""
    if cue not in _REACH or words > _REACH[cue]:
        return None
    if cue == "finish":
        return cue if letter in ":C\n" else None
    if cue == "entry":
        ranged = chain.spans[0].last is not None
        return (
            "deadline"
            if letter == "u" or (ranged and words <= 3)
            else "entry"
            if letter == "f" and words <= 3
            else None
        )
    if cue == "say":
        # "votez du 3 au 15 mars": a vote or a consultation is what is announced, its last day alone a deadline
        return "deadline" if letter == "u" and chain.spans[0].last is None else None
    if cue == "aside":
        # what may be seen or done from a day on, beside the event: papers laid out, an enrolment
        ranged = chain.spans[0].last is not None
        return "deadline" if letter == "u" and not ranged else "aside" if ranged or letter in ("f", "b") else None
    if cue in _SPLIT:
        return _SPLIT[cue]
    if cue == "law":
        # no law is called by its weekday, nor from one day to another: "le règlement de publicité, du 1er au 30 juin"
        if chain.spans[0].last is not None:
            return None
        return "law" if letter == "f" or (letter == "C" and not chain.weekday) else None
    if cue == "street":
        return "street" if (letter == "f" or letter == "C") and not chain.weekday and not chain.worded else None
    if cue == "moved":
        if letter == "f":
            return "moved" if chain.worded and len(chain.spans) == 1 else "previous"
        return "new" if letter in "taug" or words <= 1 else None
    return cue


def _following(nodes: list[Node], place: int, letter: str) -> str | None:
    """A cue after the date, unless it speaks of a later date: `5 mai : date limite`, `le 12 mars a eu lieu…`."""
    words = 0
    for at in range(place + 1, min(place + 12, len(nodes))):
        node = nodes[at]
        if node.kind == "x":
            words += node.number
        elif node.kind == "C" and node.value == "moved" and words <= 2 and letter in ("t", "f"):
            # German puts the verb last: "wird auf den 12. Mai verschoben"
            return _told("moved", words, letter, nodes[place].value)
        elif node.kind == "C" and node.value in _AFTER:
            if words > _AFTER[node.value] or _speaks_on(nodes, at):
                return None
            return _told("aside", words, letter, nodes[place].value) if node.value == "aside" else node.value
        elif node.kind in "D.;\n)" or words > 4:
            return None
    return None


def _speaks_on(nodes: list[Node], at: int) -> bool:
    """Whether another date follows a cue in its sentence."""
    for node in nodes[at + 1 : at + 12]:
        if node.kind == "D":
            return True
        if node.kind in ".;\n)":
            return False
    return False


def clock_role(nodes: list[Node], place: int) -> str:
    """What a window is: `event`, or `doors`, `duration`, `opening`."""
    for at in range(place - 1, max(-1, place - 7), -1):
        node = nodes[at]
        if node.kind == "C" and node.value in ("doors", "duration", "opening", "begin"):
            ranged = node.value == "duration" and nodes[place].value.end is not None
            # "The inspector will open the inquiry at 10am on Tuesday": an hour of one day
            opened = node.value == "opening" and nodes[place].value.end is None and _day_follows(nodes, place)
            return "event" if node.value == "begin" or ranged or opened else node.value
        if node.kind in "HD,;.\n-&" or (node.kind == "x" and node.number > 4):
            break
    for at in range(place + 1, min(place + 4, len(nodes))):
        node = nodes[at]
        if node.kind == "C" and (node.value == "doors" or (node.value == "entry" and nodes[at - 1].kind in ":-")):
            return "event" if _clock_follows(nodes, at) else "doors"
        if node.kind not in ":-gf" and not (node.kind == "x" and node.number < 4 and nodes[place].value.start == _NOON):
            break  # "Al migdia hi haurà dinar": noon is said of the meal
    return "event"


def _day_follows(nodes: list[Node], place: int) -> bool:
    """Whether the day of an hour stands right behind it."""
    return next((node.kind for node in nodes[place + 1 : place + 4] if node.kind not in "g,"), "") == "D"


def _clock_follows(nodes: list[Node], at: int) -> bool:
    for node in nodes[at + 1 : at + 6]:
        if node.kind == "H":
            return True
        if node.kind in ",;.\n-D":
            return False
    return False
