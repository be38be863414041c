"""For whom an event is: what the notice says, else what its kind is for."""

from __future__ import annotations

from agenda_scraper.about.evidence import Evidence
from agenda_scraper.about.vocabulary import Hit

# When a notice says nothing: networks and courses are for those who do it for a living, the rest is open.
_PROFESSIONAL = frozenset({"training", "conference", "webinar", "visit"})
_WEIGHTS = {"professionals": 1.0, "researchers": 1.2, "public": 1.0}
_TITLE = 1.5
_REACH = 6  # words
_UPWARDS = frozenset(
    [
        ("et", "plus"), ("and", "over"), ("and", "above"), ("or", "over"), ("or", "older"), ("y", "mas"), ("o", "mas"),
        ("e", "piu"), ("o", "piu"), ("und", "alter"), ("en", "ouder"), ("ou", "mais"), ("e", "mais"), ("i", "mes"),
        ("o", "mes"), ("ou", "plus"),
    ]
)  # fmt: skip
_FROM = frozenset(["ab", "des", "from", "desde", "vanaf"])  # "dès 12 ans", "ab 14 Jahren"
_MINDED = frozenset(
    [
        "garderie",
        "garde",
        "creche",
        "childcare",
        "babysitting",
        "kinderbetreuung",
        "guarderia",
        "ludoteca",
        "canguratge",
        "opvang",
        "kinderopvang",
        "baby",
        "animazione",
        "acolhimento",
    ]
)


def audience_of(evidence: Evidence, kind: str | None) -> tuple[str | None, str]:
    """public, professionals, researchers, youth or drawn, and why; None when neither words nor kind tell."""
    for code in ("drawn", "youth"):
        told = (hit for hit in evidence.text.of(f"audience.{code}") if not _of_others(hit, evidence))
        hits = [*evidence.title.of(f"audience.{code}"), *told]
        if hits and (code == "drawn" or kind not in _PROFESSIONAL):
            return code, f"‘{hits[0].phrase}’"
    if kind == "youth":
        return "youth", "a council of young people"
    usual = None if kind is None else "professionals" if kind in _PROFESSIONAL else "public"
    scores = {code: weight * _said(evidence, code) for code, weight in _WEIGHTS.items()}
    if usual:
        scores[usual] += 1.6
    best = max(scores, key=lambda code: scores[code])
    return (best, f"its words ({scores[best]:.1f})") if scores[best] else (None, "")


def _of_others(hit: Hit, evidence: Evidence) -> bool:
    """ "Âgés de 11 ans et plus" are all who live there; "garderie pour les 3-10 ans" is for those who come with "
    "them."""
    after, before = evidence.words[hit.end : hit.end + 2], evidence.words[max(0, hit.start - _REACH) : hit.start]
    ages = evidence.words[max(0, hit.start - 1) : hit.start + 1]
    return after in _UPWARDS or not _FROM.isdisjoint(ages) or not _MINDED.isdisjoint(before)


def _said(evidence: Evidence, code: str) -> float:
    titled = {hit.phrase for hit in evidence.title.of(f"audience.{code}")}
    told = {hit.phrase for hit in evidence.text.of(f"audience.{code}")} - titled
    return _TITLE * len(titled) + min(len(told), 4)
