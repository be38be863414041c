"""Every key of sources.yaml that is not a kind's own, declared once for checks, suggestions and the JSON Schema."""

from __future__ import annotations

from agenda_scraper.extract.kinds import Option

SITE = (
    Option("title", "text", "What subscribers see as the name of the agenda.", "Agenda participatif", required=True),
    Option("url", "url", "Used in links, in UIDs and in the User-Agent.", "https://agenda.example.org", required=True),
    Option("contact", "contact", "Said to every server that is visited.", "agenda@example.org", required=True),
    Option(
        "language",
        "language",
        "The language of the agenda and of its sources, ISO 639-1; pages not translated into it are in English.",
        "fr",
    ),
    Option("timezone", "zone", "The zone of the agenda and of its sources, an IANA name.", "Europe/Paris"),
    Option("hub", "url", "A WebSub hub, told of every feed that changed.", "https://pubsubhubbub.appspot.com/"),
)

# What a source may say of itself, whatever its kind, and `defaults:` for all of them.
SHARED = (
    Option("language", "language", "The language its dates are written in, ISO 639-1.", "fr"),
    Option("timezone", "zone", "The zone of its hours, an IANA name.", "Europe/Paris"),
    Option("country", "country", "Where its events are, ISO 3166-1.", "FR"),
    Option("region", "text", "The region or département of its events, which settles towns of the same name.", "Nord"),
    Option("every", "duration", "How often it is asked.", "6h"),
    Option("pause", "seconds", "Seconds between two requests to its server.", "2"),
    Option("max_items", "whole", "How many notices are read at most.", "200"),
    Option("relevance", "share", "Keeps only events at least this much about participation, 0 to 1.", "0.5"),
    Option(
        "constants", "constants", "Fields with the same text for every notice that does not say it.", "{city: Lille}"
    ),
    Option("map", "vocabulary", "Words of a field put into the vocabulary.", "{type: {Atelier: workshop}}"),
    Option(
        "keep", "patterns", "Keeps only notices whose field has this in it (a regular expression).", "{title: débat}"
    ),
    Option("drop", "patterns", "Leaves out notices whose field has this in it.", "{title: conseil municipal}"),
    Option("ignore", "names", "Fields that the site fills with what is not so.", "[mode]"),
    Option(
        "status", "status", "How a field says that an event is cancelled, postponed, full.", "{full: {title: COMPLET}}"
    ),
)

DEFAULTS = (
    *SHARED,
    Option("follow", "boolean", "Whether the page of each notice is asked for.", "false"),
    Option("max_pages", "whole", "How many list pages are read at most.", "5"),
)

SOURCE = (
    Option("name", "text", "Who announces there, as subscribers know them.", "Démocratie Locale", required=True),
    Option("url", "url", "The page, feed or calendar that is read.", "https://asso.example/agenda", required=True),
    Option("kind", "kind", "What is read there; left out, `list`, `detail` or the address tell.", "html"),
    Option("verified", "verified", "The day it was last tried live, or never.", "never"),
    *SHARED,
)

LIST = (
    Option("items", "selector", "Selects each notice of the list.", "li.event", required=True),
    Option("next", "rule", "The link to the following page; `@href` is meant.", "a.next"),
    Option("section", "boolean", "Whether what follows an item, up to the next, is its part, as of headings.", "true"),
    Option("split", "pattern", "Cuts the text of each item into several notices at this regular expression.", "'; '"),
)

RULE = (
    Option("select", "css", "A CSS selector, below the item or the page; left out: the item itself.", ".jour"),
    Option("attr", "text", "The attribute to read instead of the text.", "datetime"),
    Option("html", "boolean", "Keeps the HTML inside.", "true"),
    Option("optional", "boolean", "Whether it may be absent.", "true"),
    Option("join", "selector", "A second selector: its text and that of `select` are one, in page order.", ".heure"),
    Option("before", "selectors", "Headings: the nearest before the item is read first, `[h2.year, h3.month]`.", "h2"),
    Option(
        "match", "pattern", "Only the part that fits this regular expression: its first group, if any.", r"'(\d+ \w+)'"
    ),
    Option("replace", "replacements", "Regular expressions and what stands in their place.", "{'^Le ': ''}"),
    Option("prepend", "string", "Put before the text.", "'Lille, '"),
    Option("append", "string", "Put after the text.", "' 2026'"),
    Option("split", "pattern", "Cuts the text into several values at this regular expression.", "', '"),
    Option("map", "words", "Words and what they mean in the vocabulary.", "{Atelier: workshop}"),
    Option(
        "formats",
        "texts",
        "Formats of `strptime` that the date is written in, tried before the solver.",
        "['%d.%m.%Y']",
    ),
    Option("default_time", "clock", "The time when the page gives a day only.", "'18:30'"),
)

FEED = (
    Option("title", "text", "What subscribers see as the name of the feed.", "Hauts-de-France", required=True),
    Option("text", "text", "Words found in the event.", "budget participatif"),
    Option("region", "text", "Events of this region.", "Hauts-de-France"),
    Option("department", "text", "Events of this département.", "Nord"),
    Option("city", "text", "Events of this town.", "Lille"),
    Option("country", "country", "Events of this country, ISO 3166-1.", "FR"),
    Option("near", "text", "Events around this town, postcode or point.", "Lille"),
    Option("within", "whole", "How many kilometres around it; 25 when left out.", "40"),
    Option("type", "text", "Events of this sort.", "workshop"),
    Option("theme", "text", "Events on this theme.", "budget"),
    Option("audience", "text", "Events for these people.", "professionals"),
    Option("organiser", "text", "Events this organisation organises.", "Département du Nord"),
    Option("source", "text", "Events of this source: its id.", "asso-example"),
    Option("language", "language", "Events held in this language, ISO 639-1.", "fr"),
    Option("online", "boolean", "Only events to follow from afar, or those to go to; hybrid ones are both.", "true"),
    Option("free", "boolean", "Only free events, or only others.", "true"),
    Option("cancelled", "boolean", "Without cancelled events, or only those.", "false"),
    Option("since", "date", "Events from this day on.", "2026-01-01"),
    Option("until", "date", "Events up to this day.", "2026-12-31"),
    Option("everything", "boolean", "Past, cancelled and vanished events too.", "true"),
)

FILE = (
    Option("schema", "version", "The version of this language.", "1", required=True),
    Option(
        "site", "site", "Who publishes.", "{title: Agenda, url: https://a.example, contact: a@a.example}", required=True
    ),
    Option(
        "defaults", "defaults", "What holds for every source that does not say otherwise.", "{country: FR, every: 6h}"
    ),
    Option("feeds", "feeds", "Named feeds: any filter under a lasting name.", "{lille: {title: Lille, city: Lille}}"),
    Option("include", "include", "Further files with `sources:` and `feeds:`.", "sources/*.yaml"),
    Option(
        "sources",
        "sources",
        "Every source under its id, which is for life.",
        "{x: {name: X, url: https://x.example/a.ics}}",
    ),
)

INCLUDED = tuple(option for option in FILE if option.name in ("feeds", "sources"))
