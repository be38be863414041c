"""The kinds of source, declared once: checking, suggestions, the JSON Schema and the table in the docs read this.

To add a kind, declare it here and put its `read` in the file of its name. Nothing of that file is imported here,
so that a sources file is checked without loading a single parser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

LONGEST_SELECTOR = 80


@dataclass(frozen=True, slots=True)
class Option:
    """One key a maintainer may write. `type` names a shape of value, `example` is YAML text."""

    name: str
    type: str
    sentence: str
    example: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: the keys it understands beside those of every source. `example` is a whole source in YAML.

    `module` is the file of `extract/` that reads it, where it is not called as the kind is.
    """

    name: str
    sentence: str
    options: tuple[Option, ...]
    example: str
    module: str = ""


LIST = Option("list", "list", "How a list page is read: `items`, `next`, and fields within each item.", "{items: li}")
DETAIL = Option(
    "detail",
    "detail",
    "Fields read on the page of each notice, one request a notice; `kind:` where it describes itself.",
    "{when: p.date}",
)
FOLLOW = Option("follow", "boolean", "Whether the page of each notice is asked for; `false` costs no request.", "false")
MAX_PAGES = Option("max_pages", "whole", "How many list pages are read at most.", "5")
EMPTY_WHEN = Option(
    "empty_when",
    "selector",
    "What the page shows when nothing is announced: proof that no notice is no fault.",
    "p.none",
)
DATED = Option(
    "when", "published", "`published` takes the date an entry was published for the date of its event.", "published"
)
JSON = (
    Option("items", "text", "The path of the events in the answer; left out: the answer is their list.", "$.events[*]"),
    Option(
        "fields", "constants", "The path of each field; `{a}T{b}` joins two, `?` may be absent.", "{title: title.fr}"
    ),
    Option("next", "text", "The path of the next page's address.", "$.links.next"),
    Option("page", "words", "The parameter that counts pages (or, by `step`, events).", "{param: page, first: 1}"),
    Option(
        "cursor", "words", "The parameter that takes what the answer has at `path`.", "{param: after, path: $.after}"
    ),
)
POST = Option("post", "text", "A GraphQL query sent by POST; paging goes into its variables.", "'{ events { title } }'")
SYSTEM = Option("system", "system", "The software of the site, when it is a known one: the rest is known.", "gancio")
KEY = Option("key", "text", "The key its API wants; best from the environment, `${OPENAGENDA_KEY}`.", "abc123")
MATCH = Option("match", "pattern", "Only addresses that fit this regular expression.", "/agenda/")
PYTHON = Option("python", "text", "The function that is handed the soup and returns dicts.", "my_module:parse")

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(
                "auto",
                "A page that nothing is known of: the software it shows, what it says of itself, else its own words.",
                (SYSTEM, KEY, DETAIL, FOLLOW, MAX_PAGES, EMPTY_WHEN),
                "name: Un site\nurl: https://site.example/agenda\n",
            ),
            Kind(
                "html",
                "A web page read by CSS selectors: a list of notices, the page of each, or a single notice.",
                (LIST, DETAIL, FOLLOW, MAX_PAGES, EMPTY_WHEN),
                "name: Démocratie Locale\nurl: https://asso.example/agenda\nlist:\n"
                "  items: li.event\n  title: h3 > a\n  url: h3 > a @href\n  when: p.date\n",
            ),
            Kind(
                "jsonld",
                "A web page whose JSON-LD describes its events (https://schema.org/Event).",
                (LIST, DETAIL, FOLLOW, MAX_PAGES, EMPTY_WHEN),
                "name: Maison des associations\nkind: jsonld\nurl: https://maison.example/agenda\n",
            ),
            Kind(
                "microdata",
                "A web page whose microdata or RDFa describes its events in the words of schema.org.",
                (LIST, DETAIL, FOLLOW, MAX_PAGES, EMPTY_WHEN),
                "name: Office du tourisme\nkind: microdata\nurl: https://office.example/agenda\n",
            ),
            Kind(
                "h-event",
                "A web page that marks its events up as h-event, or as hCalendar (SPIP).",
                (LIST, DETAIL, FOLLOW, MAX_PAGES, EMPTY_WHEN),
                "name: Collectif du canal\nkind: h-event\nurl: https://canal.example/agenda\n",
                module="microformats",
            ),
            Kind(
                "ical",
                "A calendar file (RFC 5545).",
                (DETAIL, FOLLOW),
                "name: Réseau des conseils\nkind: ical\nurl: https://reseau.example/agenda.ics\n",
            ),
            Kind(
                "feed",
                "An RSS or Atom feed whose entries announce events.",
                (DETAIL, FOLLOW, DATED),
                "name: Ville de Lille\nkind: feed\nurl: https://ville.example/agenda.rss\n",
            ),
            Kind(
                "json",
                "Any JSON API, read by paths.",
                (*JSON, POST, DETAIL, FOLLOW, MAX_PAGES),
                "name: Métropole\nkind: json\nurl: https://metropole.example/api/events\nitems: $.events[*]\n"
                "fields: {title: title, start: begin, url: link, place: 'venue.name?'}\n",
            ),
            Kind(
                "sitemap",
                "A sitemap: each page it lists is a notice, read by its structured data or by `detail`.",
                (MATCH, DETAIL),
                "name: Département\nkind: sitemap\nurl: https://departement.example/sitemap.xml\nmatch: /agenda/\n",
            ),
            Kind(
                "python",
                "A page read by a function of yours, for what no selector can say.",
                (PYTHON, DETAIL, FOLLOW),
                "name: Vieux site\nkind: python\nurl: https://vieux.example/dates.htm\npython: my_module:parse\n",
            ),
        )
    }
)

# How the page of one notice may describe itself.
DETAIL_KINDS = ("auto", "jsonld", "microdata", "h-event")

# The fields of a notice that a maintainer may write in `list`, `detail`, `constants`, `keep`, `drop` and `status`.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "What the event is called.",
        "url": "The page of the event.",
        "id": "What the site itself numbers the event by; keeps its history through a rename.",
        "when": "Any text that says when: day, range, list, hours.",
        "start": "Only the beginning, when the page gives it apart.",
        "end": "Only the end, when the page gives it apart.",
        "all_day": "Whether `start` and `end` are whole days; `false` where a sitting lasts from 0:00 to 23:59.",
        "occurrences": "Each of its sittings, as `start/end`.",
        "place": "Any text that says where: venue, address, town.",
        "address": "The street address alone.",
        "city": "The town alone.",
        "postcode": "The postal code alone.",
        "country": "The country, as a name or an ISO 3166-1 code.",
        "latitude": "Degrees north, WGS 84.",
        "longitude": "Degrees east, WGS 84.",
        "organisers": "Who organises.",
        "partners": "With whom.",
        "funders": "Who pays for it.",
        "speakers": "Who speaks.",
        "contact": "Any text that says whom to ask.",
        "email": "The address to write to.",
        "phone": "The number to call.",
        "registration": "The page where one registers.",
        "deadline": "Until when one registers.",
        "price": "What it costs.",
        "free": "Text that says whether it is free.",
        "summary": "What the event is about; `@html` keeps its paragraphs.",
        "text": "The whole notice as running text: days, places and organisers are read in it.",
        "status": "Text that says whether it is cancelled, postponed, full.",
        "published": "When the notice was published.",
        "modified": "When the notice was last changed.",
        "type": "What sort of event: meeting, workshop, survey.",
        "themes": "What it deals with.",
        "audience": "For whom.",
        "language": "The language it is held in.",
        "image": "The address of a picture.",
        "mode": "Whether one takes part on the spot or online.",
        "virtual": "The address of an online room: with a place beside it one may take part either way.",
        "timezone": "The zone of its hours, an IANA name.",
    }
)


@cache
def _page() -> Any:
    from selectolax.lexbor import LexborHTMLParser  # late: 17 ms that a program without selectors saves

    return LexborHTMLParser("<p>")


def check_selector(selector: str) -> str | None:
    """What is wrong with a CSS selector, in one sentence with the mend; None when it compiles."""
    from selectolax.lexbor import SelectolaxError

    try:
        _page().css(selector)
    except (SelectolaxError, UnicodeError):
        return _advice(selector)
    return None


def _advice(selector: str) -> str:
    """What to write instead: the slips are those of other tools' selectors."""
    if selector.startswith(("/", "./")):
        return "an XPath is not read here: write it as a CSS selector"
    if "::text" in selector:
        return "write ' @text', or nothing, instead of '::text'"
    if "::attr(" in selector:
        return "write ' @href' instead of '::attr(href)'"
    if ":contains(" in selector:
        return "CSS has no :contains(): choose the node, then filter its text with 'match:' or 'keep:'"
    if selector.lstrip().startswith(">"):
        return "a selector cannot begin with '>': drop it, or name the parent before it"
    return "it does not compile as CSS"
