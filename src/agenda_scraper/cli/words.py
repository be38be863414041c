"""What the command line says, in French and English by LANG."""

from __future__ import annotations

import os
from functools import cache

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "written": "{count} files written.",
        "verify": "{source} works. Write today's date into its `verified:`?",
        "source": "source",
        "outcome": "outcome",
        "found": "found",
        "new": "new",
        "changed": "changed",
        "gone": "gone",
        "rejected": "rejected",
        "time": "time",
        "total": "total",
        "nothing due": "Nothing is due. Name a source, or use --all, to crawl now.",
        "when": "when",
        "title": "title",
        "where": "where",
        "type": "type",
        "no events": "No event answers that.",
        "kind": "kind",
        "verified": "verified",
        "last crawl": "last crawl",
        "never": "never",
        "field": "field",
        "value": "value",
        "read at": "read at",
        "said": "page says",
        "rule": "rule",
        "serving": "Serving {public} at {url} (Ctrl-C stops).",
        "nothing yet": "Nothing published yet in {public}: run `agenda-scraper crawl` first.",
        "crawling": "crawling",
        "not verified": "{count} of {total} sources were never tried live: run `agenda-scraper check ID`.",
    },
    "fr": {
        "written": "{count} fichiers écrits.",
        "verify": "{source} fonctionne. Noter la date du jour dans son `verified:` ?",
        "source": "source",
        "outcome": "résultat",
        "found": "trouvés",
        "new": "nouveaux",
        "changed": "changés",
        "gone": "disparus",
        "rejected": "rejetés",
        "time": "durée",
        "total": "total",
        "nothing due": "Rien à relever. Nommez une source, ou --all, pour relever maintenant.",
        "when": "quand",
        "title": "titre",
        "where": "où",
        "type": "type",
        "no events": "Aucun événement ne répond à cela.",
        "kind": "nature",
        "verified": "vérifiée",
        "last crawl": "dernier relevé",
        "never": "jamais",
        "field": "champ",
        "value": "valeur",
        "read at": "lu dans",
        "said": "la page dit",
        "rule": "règle",
        "serving": "{public} est servi sur {url} (Ctrl-C pour arrêter).",
        "nothing yet": "Rien de publié dans {public} : lancez d'abord `agenda-scraper crawl`.",
        "crawling": "relevé",
        "not verified": "{count} sources sur {total} jamais essayées en ligne : `agenda-scraper check ID`.",
    },
}


@cache
def language() -> str:
    """`fr` or `en`, by LC_ALL, LC_MESSAGES or LANG."""
    told = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "fr" if told.lower().startswith("fr") else "en"


def say(key: str, **values: object) -> str:
    """A sentence or a heading in the reader's language."""
    return _WORDS[language()][key].format(**values)
