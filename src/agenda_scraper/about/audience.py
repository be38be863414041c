"""For whom an event is: what the notice says, else what its kind is for."""

from __future__ import annotations

from agenda_scraper.about.evidence import Evidence

# When a notice says nothing: networks and courses are for those who do it for a living, the rest is open.
_PROFESSIONAL = frozenset({"training", "conference", "webinar", "visit"})
_WEIGHTS = {"professionals": 1.0, "researchers": 1.2, "public": 1.0}
_TITLE = 1.5


def audience_of(evidence: Evidence, kind: str | None) -> tuple[str | None, str]:
    """public, professionals, researchers, youth or drawn, and why; None when neither words nor kind tell."""
    for code in ("drawn", "youth"):
        hits = [*evidence.title.of(f"audience.{code}"), *evidence.text.of(f"audience.{code}")]
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


def _said(evidence: Evidence, code: str) -> float:
    titled = {hit.phrase for hit in evidence.title.of(f"audience.{code}")}
    told = {hit.phrase for hit in evidence.text.of(f"audience.{code}")} - titled
    return _TITLE * len(titled) + min(len(told), 4)
