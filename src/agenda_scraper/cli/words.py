"""What the command line says, in French and English by LANG."""

from __future__ import annotations

import os
from functools import cache

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "publishing": "publishing",
        "written": "{count} files written.",
        "hub": "The hub was told of {count} feeds that changed.",
        "hub.away": "The hub was not told of {count} feeds that changed: {why}",
        "verify": "{source} works. Write today's date into its `verified:`?",
        "source": "source",
        "outcome": "outcome",
        "found": "found",
        "new": "new",
        "changed": "changed",
        "gone": "gone",
        "listed no more": "listed no more",
        "hidden": "hidden",
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
        "nothing yet": "Nothing crawled yet into {public}: run `agenda-scraper crawl` first.",
        "crawling": "crawling",
        "before": "{option} stands before the command: agenda-scraper {option} …",
        "untranslated": "site.language: the pages are in '{spoken}': nobody translated them into '{language}' yet "
        "(CONTRIBUTING.md tells how).",
        "not verified": "{count} of {total} sources were never tried live: run `agenda-scraper check ID`.",
        "corrected": "{act} kept as correction {number} of {uid}; `agenda-scraper undo {number}` takes it back.",
        "undone": "Correction {number} ({act} of {uid}) is taken back.",
        "split off": "The other event is {uid}.",
        "orphaned": "{source}: no longer in {file}, but {count} notices of it stand; put it back, or "
        "`agenda-scraper forget {source}`",
        "forgotten": "{count} notices of {source} let go; `agenda-scraper publish` shows it.",
        "exported": "{count} lines written to {path}.",
        "imported": "{count} rows read from {path}.",
        "number": "no.",
        "act": "act",
        "event": "event",
        "conflict": "sources disagree:",
        "by hand": "by hand",
        "same event": "the same event",
        "taken back": "taken back",
        "no corrections": "Nobody put anything right yet.",
    },
    "fr": {
        "publishing": "publication",
        "written": "{count} fichiers écrits.",
        "hub": "{count} flux modifiés annoncés au hub.",
        "hub.away": "{count} flux modifiés n'ont pas été annoncés au hub : {why}",
        "verify": "{source} fonctionne. Noter la date du jour dans son `verified:` ?",
        "source": "source",
        "outcome": "résultat",
        "found": "trouvés",
        "new": "nouveaux",
        "changed": "changés",
        "gone": "disparus",
        "listed no more": "n'est plus annoncé",
        "hidden": "masqué",
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
        "nothing yet": "Rien de relevé dans {public} : lancez d'abord `agenda-scraper crawl`.",
        "crawling": "relevé",
        "before": "{option} se met avant la commande : agenda-scraper {option} …",
        "untranslated": "site.language : les pages sont en « {spoken} » : personne ne les a encore traduites en "
        "« {language} » (CONTRIBUTING.md dit comment).",
        "not verified": "{count} sources sur {total} jamais essayées en ligne : `agenda-scraper check ID`.",
        "corrected": "{act} : correction {number} de {uid} ; `agenda-scraper undo {number}` la retire.",
        "undone": "La correction {number} ({act} de {uid}) est retirée.",
        "split off": "L'autre événement est {uid}.",
        "orphaned": "{source} : n'est plus dans {file}, mais {count} annonces en restent ; remettez-la, ou "
        "`agenda-scraper forget {source}`",
        "forgotten": "{count} annonces de {source} oubliées ; `agenda-scraper publish` le montre.",
        "exported": "{count} lignes écrites dans {path}.",
        "imported": "{count} lignes lues de {path}.",
        "number": "n°",
        "act": "acte",
        "event": "événement",
        "conflict": "les sources se contredisent :",
        "by hand": "à la main",
        "same event": "le même événement",
        "taken back": "retirée",
        "no corrections": "Rien n'a encore été corrigé.",
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
