"""GraphQL over HTTP: the body that is posted. Paging is kept in the fragment of an address, which no server sees.

So every page of an API has an address of its own, to be remembered and recorded by: `https://x.example/api#after=abc`.
"""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, urlsplit

from agenda_scraper.agenda import Source

# How graphql-ruby, graphql-js and Absinthe say that a type has no such field.
_REFUSED = re.compile(r"""field ['"`](\w+)['"`].{0,40}\btype\b""", re.I)


def posted(source: Source, url: str) -> str | None:
    """The JSON body for an address (https://graphql.org/learn/serving-over-http); None when the source sends none."""
    query = source.options.get("post")
    if not query:
        return None
    given = parse_qsl(urlsplit(url).fragment)
    variables = {name: int(text) if text.isascii() and text.isdigit() else text for name, text in given}
    return json.dumps({"query": query, "variables": variables})


def without_refused(posted: str, answer: bytes) -> str | None:
    """The posted query without the fields that the answer refuses, as servers of another version do; None for none."""
    try:
        told, asked = json.loads(answer), json.loads(posted)
    except (ValueError, RecursionError):
        return None
    errors = told.get("errors") if isinstance(told, dict) else None
    texts = [str(each.get("message")) for each in errors if isinstance(each, dict)] if isinstance(errors, list) else []
    query = asked["query"]
    for name in dict.fromkeys(found[1] for text in texts for found in _REFUSED.finditer(text)):
        query = _without(query, name)
    return json.dumps({**asked, "query": query}) if query != asked["query"] else None


def _without(query: str, name: str) -> str:
    """A query without a field wherever it stands: its name, its arguments and what is selected of it."""
    field = re.compile(rf"(?<![\w$.]){name}\b(?!\s*:)\s*(?:\([^()]*\)\s*)?")
    while found := field.search(query):
        query = f"{query[: found.start()]} {query[_end_of_selection(query, found.end()) :]}"
    return query


def _end_of_selection(query: str, start: int) -> int:
    """Where the braces that open at `start` close; `start` itself where none opens."""
    if query[start : start + 1] != "{":
        return start
    depth = 0
    for at in range(start, len(query)):
        depth += {"{": 1, "}": -1}.get(query[at], 0)
        if depth == 0:
            return at + 1
    return len(query)
