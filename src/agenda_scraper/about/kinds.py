"""The kind of an event. A title names its kind first ("Webinaire : les conventions citoyennes" is a webinar).

A notice may hold several kinds; what is attended decides over what it is about, and the first named over the next.
"""

from __future__ import annotations

from agenda_scraper.about.evidence import Evidence
from agenda_scraper.about.vocabulary import Hit

# In the order of precedence where two are named at the same place.
TYPES = (
    "public-inquiry", "public-debate", "consultation", "public-meeting", "workshop", "walk", "participatory-budget",
    "citizens-assembly", "neighbourhood-council", "forum", "debate", "referendum", "youth", "webinar", "training",
    "conference", "visit", "civic-tech", "festival",
)  # fmt: skip
_ORDER = {code: rank for rank, code in enumerate(TYPES)}


# What a course or a visit may be about: it is still a course.
_SUBJECTS = frozenset(
    {"participatory-budget", "citizens-assembly", "neighbourhood-council", "referendum", "youth", "civic-tech"}
)
_TAUGHT = frozenset({"training", "webinar", "visit"})
_CHARGED = frozenset({"€", "$", "£", "euro", "euros"})


def kind_of(evidence: Evidence) -> tuple[str | None, str]:
    """The type, and the phrase that gave it with where it stood."""
    if before := evidence.before.of("types."):
        hit = max(before, key=lambda hit: (hit.end, -hit.start, "*" not in hit.phrase))
        return _settled(hit, evidence), f"‘{hit.phrase}’ before the title"
    if titled := evidence.title.of("types."):
        hit = min(titled, key=_first)
        if _code(hit) in _SUBJECTS:
            hit = min((other for other in titled if _code(other) in _TAUGHT), key=_first, default=hit)
        return _settled(hit, evidence), f"‘{hit.phrase}’ in the title"
    for hits, where in ((evidence.opening, "in the opening"), (evidence.text, "in the text")):
        if told := hits.of("types."):
            hit = min(told, key=_first)
            return _settled(hit, evidence), f"‘{hit.phrase}’ {where}"
    return None, ""


def _first(hit: Hit) -> tuple[int, int, bool, int]:
    """Earliest first; of two that begin together the longer, then the one in full, then the order of TYPES."""
    return hit.start, -hit.end, "*" in hit.phrase, _ORDER[_code(hit)]


def _code(hit: Hit) -> str:
    return hit.concept.removeprefix("types.")


def _settled(hit: Hit, evidence: Evidence) -> str:
    """The code of a hit, but for what it is about or how far people come to it."""
    code = _code(hit)
    named = {_code(other) for other in evidence.title.of("types.")}
    # people debate a vote; a debate on civic tech is filed under civic tech
    if code == "referendum" and ("debate" in named or evidence.opening.of("types.debate")):
        return "debate"
    if code == "debate" and "civic-tech" in named:
        return "civic-tech"
    # what one pays for online is a course, whatever it is called
    if code == "webinar" and _CHARGED & set(evidence.words):
        return "training"
    abroad = [other for other in evidence.title.of("themes.europe-international") if other.start >= hit.end]
    if code == "forum" and abroad:
        return "conference"
    return code
