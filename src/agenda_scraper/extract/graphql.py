"""GraphQL over HTTP: the body that is posted. Paging is kept in the fragment of an address, which no server sees.

So every page of an API has an address of its own, to be remembered and recorded by: `https://x.example/api#after=abc`.
"""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, urlsplit

from agenda_scraper.agenda import Source


def posted(source: Source, url: str) -> str | None:
    """The JSON body for an address (https://graphql.org/learn/serving-over-http); None when the source sends none."""
    query = source.options.get("post")
    if not query:
        return None
    given = parse_qsl(urlsplit(url).fragment)
    variables = {name: int(text) if text.isascii() and text.isdigit() else text for name, text in given}
    return json.dumps({"query": query, "variables": variables})
