"""Pages read by selectors: a list of notices, and the page of one notice."""

from __future__ import annotations

from collections import Counter

from agenda_scraper.agenda import ListRules, Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.entries import entries_of
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.rules import Entry, Field, fields_of, read_fields
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten


def read(page: Page, source: Source) -> Extraction:
    """The notices of a list page, or the one notice of a page that is one (a source with `detail` alone)."""
    markup = Markup(page)
    if source.list is None:
        fields, missing = read_own(markup, source)
        fields.setdefault("url", (Found(page.url, "the page's address"),))
        return Extraction((Notice(source.id, page.url, fields),), missing=Counter(missing))
    return _read_list(markup, source.list, source)


def _read_list(markup: Markup, rules: ListRules, source: Source) -> Extraction:
    following = _next(markup, rules)  # before entries are put together: the link may stand between them
    entries = entries_of(markup, rules, source.max_items)
    empty = bool(source.empty_when and markup.css(source.empty_when))
    if not entries and not empty:
        raise ExtractError(
            f"`items: {rules.items}` finds nothing",
            where=f"{source.origin} {markup.page.url}",
            excerpt=shorten(text_of(markup.root), 200),
            fix="the page changed: mend the selector, or give `empty_when` if nothing is announced",
        )
    notices, follow, missing = [], [], Counter[str]()
    asked = fields_of(rules.fields, markup.base)
    for entry in entries:
        fields, lacking = read_fields(asked, entry)
        if lacking:
            missing.update(lacking)
        if fields:
            notices.append(Notice(source.id, markup.page.url, fields))
            follow.append(fields["url"][0].text if "url" in fields else None)
    return Extraction(tuple(notices), following, tuple(follow), missing, proved_empty=empty, entries=len(entries))


def _next(markup: Markup, rules: ListRules) -> str | None:
    found = Field("next", rules.next, markup.base).read(Entry(markup.root)) if rules.next else ()
    return found[0].text if found else None


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it, by the selectors of `detail`."""
    return Notice(source.id, page.url, read_own(Markup(page), source)[0])


def read_own(markup: Markup, source: Source) -> tuple[dict[str, tuple[Found, ...]], list[str]]:
    """The fields of `detail` on a notice's own page, its canonical address among them; and what is missing."""
    fields, missing = read_fields(fields_of(source.detail, markup.base), Entry(markup.root))
    own = markup.canonical()
    if own:
        fields.setdefault("url", (Found(own, "link[rel=canonical] @href"),))
    return fields, missing
