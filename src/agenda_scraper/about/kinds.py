"""The kind of an event. A title names its kind first ("Webinaire : les conventions citoyennes" is a webinar).

A notice may hold several kinds; what is attended decides over what it is about, and the first named over the next.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    {"participatory-budget", "citizens-assembly", "neighbourhood-council", "referendum", "civic-tech"}
)
_TAUGHT = frozenset({"training", "visit"})
_TALKS = frozenset({"webinar", "debate", "conference"})
_GENITIVE = frozenset(["du", "des", "de", "d", "del", "do", "dos", "of", "der", "vom", "van", "dei", "dels", "for"])
_SESSIONS = frozenset({"public-meeting", "workshop"})
_NEAR = 25  # words
_COUNCILS = frozenset({"neighbourhood-council", "youth", "citizens-assembly"})
# What makes a council act: "organisé par le conseil de quartier".
_BY = frozenset(
    [
        "par",
        "by",
        "door",
        "von",
        "por",
        "pelo",
        "pela",
        "dal",
        "dalla",
        "dallo",
        "per",
        "pel",
        "organiza",
        "organise",
        "organizza",
        "organitza",
    ]
)
_FEE = 40  # in euros or pounds: more than the cost of a workshop's coffee


def kind_of(evidence: Evidence) -> tuple[str | None, str]:
    """The type, and the phrase that gave it with where it stood."""
    before = evidence.before.of("types.")
    own = [hit for hit in evidence.title.of("types.") if hit not in before]
    # "Das Netzwerk Bürgerbeteiligung lädt zu seinem Herbsttreffen": a title that names its kind needs no help
    held = any(_code(hit) in _TALKS for hit in own) and all(_about(hit) for hit in before)
    if before and not held:
        hit = max(before, key=_nearest)
        if _about(hit):
            # "Fachtag Bürgerbeteiligung: „Wer fehlt am Tisch?“"
            hit = max((other for other in before if other.end <= hit.start), key=_nearest, default=hit)
        return _settled(hit, evidence), f"‘{hit.phrase}’ before the title"
    if titled := own if held else evidence.title.of("types."):
        hit = _of_title(titled, evidence)
        return _settled(hit, evidence), f"‘{hit.phrase}’ in the title"
    for hits, where in ((evidence.opening, "in the opening"), (evidence.text, "in the text")):
        if told := [hit for hit in hits.of("types.") if not _acts(hit, evidence)]:
            hit = _of_text(told)
            return _settled(hit, evidence), f"‘{hit.phrase}’ {where}"
    return _met(evidence)


def _of_title(titled: Sequence[Hit], evidence: Evidence) -> Hit:
    """The hit of a title that says what is held."""
    hit = min(titled, key=_first)
    if _code(hit) in _SESSIONS:
        # "Sessão de apresentação de ideias do Orçamento Participativo": a step of the budget is the budget's
        budgets = (one for one in titled if _code(one) == "participatory-budget" and one.start >= hit.end)
        of_it = (one for one in budgets if not _GENITIVE.isdisjoint(evidence.title_words[one.start - 1 : one.start]))
        return min(of_it, key=_first, default=hit)
    if _code(hit) not in _SUBJECTS:
        return hit
    hit = min((other for other in titled if _code(other) in _TAUGHT), key=_first, default=hit)
    # "Was kann ein Bürgerrat leisten? Online-Diskussion am …": what the title asks is debated
    near = (other for other in evidence.opening.of("types.") if _code(other) in _TALKS and other.start < _NEAR)
    houses = [range(house.start, house.end) for house in evidence.text.of("venues")]
    near = (other for other in near if not any(other.start in house for house in houses))
    named = any(_code(other) in _TALKS for other in titled)
    return hit if named or _code(hit) == "civic-tech" else min(near, key=_first, default=hit)


def _of_text(told: Sequence[Hit]) -> Hit:
    """The hit of the text that says what is held."""
    first = min(told, key=lambda hit: (_ORDER[_code(hit)], hit.start))
    if _code(first) == "forum":
        # "Podiumsdiskussion, 19 Uhr. Es lädt ein: Forum Landdemokratie": a forum named later is who holds it
        return min((one for one in told if _code(one) in _TALKS and one.end <= first.start), key=_first, default=first)
    if _code(first) == "public-inquiry":
        # "une réunion publique à l'occasion de l'ouverture de l'enquête publique"
        met = (one for one in told if _code(one) == "public-meeting" and one.end <= first.start)
        return min(met, key=_first, default=first)
    if _code(first) not in _SUBJECTS:
        return first
    sooner = (one for one in told if _code(one) in _TALKS and one.start < max(first.start, _NEAR))
    taught = (one for one in told if _code(one) in _TAUGHT)
    return min([*taught, *sooner], key=_first, default=first)


def _acts(hit: Hit, evidence: Evidence) -> bool:
    """ "Georganiseerd door de dorpsraad": a council that another word makes act is not what is held."""
    return _code(hit) in _COUNCILS and not _BY.isdisjoint(evidence.words[max(0, hit.start - 3) : hit.start])


def _met(evidence: Evidence) -> tuple[str | None, str]:
    """The kind of an event that names none: a meeting, when people meet, or when the office speaks to them."""
    if met := [*evidence.title.of("gathering"), *evidence.opening.of("gathering")]:
        return "public-meeting", f"‘{met[0].phrase}’"
    sides = [evidence.opening.of(side) or evidence.title.of(side) for side in ("people", "office")]
    if all(sides):
        return "public-meeting", " and ".join(f"‘{hits[0].phrase}’" for hits in sides)
    return None, ""


def _first(hit: Hit) -> tuple[int, int, bool, int]:
    """Earliest first; of two that begin together the longer, then the one in full, then the order of TYPES."""
    return hit.start, -hit.end, "*" in hit.phrase, _ORDER[_code(hit)]


def _about(hit: Hit) -> bool:
    """Whether a kind is as often what an event is about."""
    return _code(hit) in _SUBJECTS or _code(hit) == "consultation"


def _nearest(hit: Hit) -> tuple[int, int, bool]:
    """The last before a title first; of two that end together the longer, then the one in full."""
    return hit.end, -hit.start, "*" not in hit.phrase


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
    # what one pays for is a course, whatever it is called
    if (code == "webinar" and evidence.price is not None and not hit.phrase.startswith("webin")) or (
        code == "workshop" and (evidence.price or 0) >= _FEE
    ):
        return "training"
    abroad = evidence.title.of("themes.europe-international")
    if code == "forum" and any(other.start >= hit.end or other.end <= hit.start for other in abroad):
        return "conference"
    return code
