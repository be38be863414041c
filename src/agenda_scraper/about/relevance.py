"""Whether a notice announces an event, and whether it is about taking part in public decisions: weighed evidence.

The weights are data (`weights.toml`): each feature adds to a sum, and its logistic is the relevance.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from agenda_scraper.about.evidence import Evidence, Hits
from agenda_scraper.about.vocabulary import Hit

# Kinds that are relevant by themselves, kinds that mostly are, and kinds that any subject may have.
SURE = (
    "public-inquiry", "public-debate", "consultation", "participatory-budget", "citizens-assembly",
    "neighbourhood-council", "referendum", "youth", "civic-tech",
)  # fmt: skip
LIKELY = ("public-meeting",)
FORMS = ("workshop", "forum", "debate", "webinar", "training", "conference", "visit", "festival")
# What is no event when a notice says it first.
NO_EVENT = ("report", "job", "publication", "call", "survey", "works")
# Look-alikes that a title may name after the thing itself: a youth parliament has an agenda and elections too, a
# public meeting with an hour may promise a report, and citizens may decide about a museum.
_BEFORE = {
    "council": ("sure", "civic", "likely"),
    "campaign": ("sure",),
    "leisure": ("sure", "core", "participatory"),
    "business": ("sure", "core", "participatory"),
} | dict.fromkeys(NO_EVENT, ("sure", "civic", "likely", "core"))
# Road works are what a public meeting is about, before its name or after.
_ANYWHERE = ("works",)
# A course may be about tenders, applications or books.
_OFFERS = ("job", "call", "publication", "survey")
_COUNTED = 3  # phrases: more of a kind prove no more


class Feature(NamedTuple):
    """One piece of evidence: its name in the table of weights, how much of it, and the phrase that shows it."""

    name: str
    amount: float
    shown: str


@cache
def weights() -> dict[str, float]:
    """Feature name → weight."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(text).items()}


# Feature → the concepts it counts, the strongest first: words that count for one count for none below.
_FOR = {
    "sure": tuple(f"types.{code}" for code in SURE),
    "civic": ("civic",),
    "likely": tuple(f"types.{code}" for code in LIKELY),
    "core": ("core",),
    "participatory": ("participatory",),
    "people": ("people",),
    "voice": ("voice",),
    "office": ("office",),
    "matter": ("matter",),
}
# Who, says, to whom, of what: a notice that names three of them is about public decisions in any words.
SIDES = ("people", "voice", "office", "matter")


def features(evidence: Evidence) -> list[Feature]:
    """All evidence of a notice."""
    found = [Feature("bias", 1.0, "to begin with")]
    places = [_once(place) for place in (evidence.title, evidence.opening, evidence.text)]
    for name in _FOR:
        found += _placed(name, *(place[name] for place in places))
    found += _sides(places[:2])
    for concept in dict.fromkeys(
        hit.concept for hit in (*evidence.title.of("against."), *evidence.text.of("against."))
    ):
        found += _against(concept.removeprefix("against."), places[0], evidence)
    if not evidence.dated:
        found.append(Feature("undated", 1.0, "no date"))
    if evidence.hour:
        found.append(Feature("hour", 1.0, "an hour is given"))
    return found


def _against(name: str, titled: dict[str, list[Hit]], evidence: Evidence) -> list[Feature]:
    """What one kind of look-alike counts, but for its words after those of the title that announce the thing itself."""
    concept = f"against.{name}"
    # "Sessió ordinària del Consell de Barri", "Élection du conseil des jeunes": they are not the town council's
    if name in ("council", "campaign") and evidence.title.of("types.youth", "types.neighbourhood-council"):
        return []
    # long notices tell what went before; without an hour it may be all they tell
    if name == "past" and evidence.hour:
        return []
    # "Rencontres régionales…, 19 et 20 novembre. Appel à contributions jusqu'au 30 juin": days are enough beside a call
    # and "Télécharger le programme" stands on many of their pages
    gathers = name in ("call", "publication") and evidence.dated and bool(_forms(evidence))
    # "La réunion publique sur la déviation … est reportée à une date ultérieure": no hour, and yet no road works
    postponed = name == "works" and bool(titled["civic"] or titled["likely"])
    sure = evidence.hour or name not in NO_EVENT or gathers or postponed
    announced = [hit for kind in _BEFORE.get(name, ()) for hit in titled[kind]] if sure else []
    if name in _OFFERS:
        announced += _forms(evidence)
    first = min((hit.start for hit in announced), default=None)
    if first is not None and name in _ANYWHERE:
        first = 0
    # "Dopo l'incontro del 12 gennaio scorso … lunedì alle 18": beside an hour to come, a day gone by is no report
    aside = evidence.hour and name == "report"
    earlier = {hit.phrase for hit in evidence.text.of("against.earlier")} if aside else set()
    named, told = (
        [hit for hit in place.of(concept) if hit.phrase not in earlier] for place in (evidence.title, evidence.opening)
    )
    in_title = [hit for hit in named if first is None or hit.start < first]
    opening = told if first is None or not sure else []
    return _placed(name, _apart(in_title), _apart(opening), _apart(evidence.text.of(concept)))


def _apart(hits: list[Hit]) -> list[Hit]:
    """The hits without those inside another: "élections municipales" are named once, and no elections besides."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=_shortness):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept


def _forms(evidence: Evidence) -> list[Hit]:
    """The gatherings a title names."""
    return [hit for hit in evidence.title.of("types.") if hit.concept.removeprefix("types.") in FORMS]


def _sides(places: list[dict[str, list[Hit]]]) -> list[Feature]:
    """How many of those concerned, their voice, the office and the matter the title and the opening name."""
    named = [name for name in SIDES if any(place[name] for place in places)]
    return [Feature(f"sides_{len(named)}", 1.0, " and ".join(named) + " together")] if len(named) > 1 else []


def _once(place: Hits) -> dict[str, list[Hit]]:
    """The hits of each feature; "budget participatif" is a kind, and no adjective and no supporting word besides."""
    counted: set[int] = set()
    kept: dict[str, list[Hit]] = {}
    for name, concepts in _FOR.items():
        kept[name] = []
        for hit in sorted(place.of(*concepts), key=_shortness):
            if not counted.issuperset(range(hit.start, hit.end)):
                kept[name].append(hit)
                counted.update(range(hit.start, hit.end))
    return kept


def _shortness(hit: Hit) -> int:
    return hit.start - hit.end


def _placed(name: str, titled: list[Hit], opening: list[Hit], told: list[Hit]) -> list[Feature]:
    """A feature for the title, one for the opening, one for the rest of the text; the first is the strongest."""
    if not (titled or opening or told):
        return []
    said = {hit.phrase for hit in titled}
    first = [hit for hit in opening if hit.phrase not in said]
    said |= {hit.phrase for hit in first}
    rest = [hit for hit in told if hit.phrase not in said]
    return [
        feature
        for place, hits in (("title", titled), ("opening", first), ("text", rest))
        if (feature := _feature(name, place, hits))
    ]


def _feature(name: str, place: str, hits: list[Hit]) -> Feature | None:
    if not hits:
        return None
    distinct = list(dict.fromkeys([hit.phrase for hit in hits]))
    amount = 1.0 + 0.5 * (min(len(distinct), _COUNTED) - 1)
    return Feature(f"{name}_{place}", amount, "‘" + "’, ‘".join(distinct[:_COUNTED]) + f"’ in the {place}")


def weigh(found: list[Feature]) -> tuple[float, tuple[str, ...]]:
    """The relevance in 0..1, and what it rests on, the strongest first."""
    table = weights()
    parts = [(feature, feature.amount * table.get(feature.name, 0.0)) for feature in found]
    total = max(-30.0, min(30.0, sum(part for _, part in parts)))
    told = sorted((pair for pair in parts if abs(pair[1]) >= 0.05), key=lambda pair: -abs(pair[1]))
    return 1 / (1 + math.exp(-total)), tuple(f"{feature.shown} {part:+.1f}" for feature, part in told)


def announces(found: list[Feature]) -> bool:
    """Whether a notice announces an event at all: no report, job, book, call, survey or road works."""
    table = weights()
    against = sum(
        feature.amount * table.get(feature.name, 0.0)
        for feature in found
        if feature.name.rpartition("_")[0] in NO_EVENT or feature.name == "hour"
    )
    return against > -2.5
