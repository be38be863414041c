"""Pages and sources for tests, in one line each."""

from datetime import UTC, datetime

from agenda_scraper.agenda import ListRules, Rule, Source
from agenda_scraper.model import Page

FETCHED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def page(
    body: str | bytes, url: str = "https://a.example/agenda", *, media_type: str = "text/html", encoding=None
) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page(url, url, 200, media_type, raw, FETCHED, encoding)


def rule(text: str) -> Rule:
    """`h3 > a @href?` as sources.yaml says it, for tests of rooms that do not know YAML."""
    optional = text.endswith("?")
    select, _, attr = text.removesuffix("?").partition(" @")
    if select.startswith("@"):
        select, attr = "", select[1:]
    return Rule(select, attr=None if attr in ("", "html") else attr, html=attr == "html", optional=optional)


def html_source(items: str = "", *, next: str = "", detail=None, **fields: str) -> Source:
    rules = {name: rule(text) for name, text in fields.items()}
    listed = ListRules(items, rule(next) if next else None, rules) if items else None
    return Source(
        "asso", "Asso", "https://a.example/agenda", "html", "sources.yaml:7", list=listed,
        detail={name: rule(text) for name, text in (detail or {}).items()},
    )  # fmt: skip


def source(kind: str, **options) -> Source:
    return Source("asso", "Asso", "https://a.example/agenda", kind, "sources.yaml:7", options=options)
