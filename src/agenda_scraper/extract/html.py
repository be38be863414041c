"""Pages read by selectors: a list of notices, and the page of one notice."""

from __future__ import annotations

from collections import Counter

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.rules import read_field, read_fields
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten


def read(page: Page, source: Source) -> Extraction:
    """The notices of a list page, or the one notice of a page that is one (a source with `detail` alone)."""
    markup = Markup(page)
    if source.list is None:
        fields, missing = read_own(markup, source)
        fields.setdefault("url", (Found(page.url, "the page's address"),))
        return Extraction((Notice(source.id, page.url, fields),), follow=(None,), missing=Counter(missing))
    return _read_list(markup, source)


def _read_list(markup: Markup, source: Source) -> Extraction:
    rules = source.list
    assert rules is not None
    nodes = markup.css(rules.items)
    empty = bool(source.empty_when and markup.css(source.empty_when))
    if not nodes and not empty:
        raise ExtractError(
            f"`items: {rules.items}` finds nothing",
            where=f"{source.origin} {markup.page.url}",
            excerpt=shorten(text_of(markup.root), 200),
            fix="the page changed: mend the selector, or give `empty_when` if nothing is announced",
        )
    notices, follow, missing = [], [], Counter[str]()
    for number, node in enumerate(nodes[: source.max_items], start=1):
        where = f"{rules.items}[{number}]"
        fields, lacking = read_fields(rules.fields, node, base=markup.base, where=where)
        missing.update(lacking)
        if fields:
            notices.append(Notice(source.id, markup.page.url, fields))
            follow.append(fields["url"][0].text if "url" in fields else None)
    return Extraction(tuple(notices), _next(markup, source), tuple(follow), missing, proved_empty=empty)


def _next(markup: Markup, source: Source) -> str | None:
    rule = source.list.next if source.list else None
    if rule is None:
        return None
    found = read_field("next", rule, markup.root, base=markup.base)
    return found[0].text if found else None


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it, by the selectors of `detail`."""
    return Notice(source.id, page.url, read_own(Markup(page), source)[0])


def read_own(markup: Markup, source: Source) -> tuple[dict[str, tuple[Found, ...]], list[str]]:
    """The fields of `detail` on a notice's own page, its canonical address among them; and what is missing."""
    fields, missing = read_fields(source.detail, markup.root, base=markup.base)
    own = markup.canonical()
    if own:
        fields.setdefault("url", (Found(own, "link[rel=canonical] @href"),))
    return fields, missing
