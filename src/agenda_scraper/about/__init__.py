"""What a notice is about: kind, themes, audience, language, and whether it is about taking part in public decisions.

The words are data, one file a language in `languages/`; how much each piece of evidence counts is in `weights.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda_scraper.about.audience import audience_of
from agenda_scraper.about.evidence import Evidence, evidence_of, reports
from agenda_scraper.about.kinds import kind_of
from agenda_scraper.about.language import detect_language
from agenda_scraper.about.relevance import announces, features, weigh
from agenda_scraper.model import Context

__all__ = ["About", "classify", "detect_language"]

_SHORT = 120  # words: in a notice this short one mention is enough for a theme


@dataclass(frozen=True, slots=True)
class About:
    """The subject of a notice. `relevance` ≥ 0.5 says: an event, and about taking part in public decisions.

    `type` is one of `kinds.TYPES`, `audience` public, professionals, researchers, youth or drawn, `language` one of
    fr, en, es, de, it, nl, pt, ca. `reasons` are sentences for people, the weightiest of the relevance first.
    """

    type: str | None
    themes: tuple[str, ...]
    audience: str | None
    language: str | None
    relevance: float
    is_event: bool
    reasons: tuple[str, ...]


def classify(title: str, text: str, context: Context, *, gone: date | None = None) -> About:
    """What a notice is about, by its words and those of the language its source declares. Never raises.

    `gone` is the day of an event that is over: what tells of it in the past tense is a report.
    """
    evidence = evidence_of(title, text, declared=context.language)
    found = features(evidence)
    relevance, reasons = weigh(found)
    is_event = announces(found) and not (gone and reports(evidence, gone, text, declared=context.language))
    kind, shown = kind_of(evidence)
    audience, cue = audience_of(evidence, kind)
    said = [*reasons, *([f"{kind}: {shown}"] if kind else []), *([f"for {audience}: {cue}"] if audience else [])]
    return About(
        kind,
        _themes(evidence),
        audience,
        evidence.language,
        round(relevance if is_event else min(relevance, 0.4), 3),
        is_event,
        tuple(said),
    )


def _themes(evidence: Evidence) -> tuple[str, ...]:
    """Every theme the title names, or the text names twice (once in a short notice)."""
    needed = 1 if len(evidence.words) <= _SHORT else 2
    titled = {hit.concept for hit in evidence.title.of("themes.")}
    told: dict[str, set[int]] = {}
    for hit in evidence.text.of("themes."):
        told.setdefault(hit.concept, set()).add(hit.start)
    named = titled | {concept for concept, places in told.items() if len(places) >= needed}
    return tuple(sorted(concept.removeprefix("themes.") for concept in named))
