"""A page nobody wrote rules for: what it says of itself first, then its lists, else its main text read as a notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import feed, ical
from agenda_scraper.extract.auto.announced import share_announced
from agenda_scraper.extract.auto.columns import settle_tables
from agenda_scraper.extract.auto.context import date_lines
from agenda_scraper.extract.auto.links import agendas_of, calendars_of, next_of, own_page
from agenda_scraper.extract.auto.main_text import heading_of, notice_of_main
from agenda_scraper.extract.auto.news import is_news
from agenda_scraper.extract.auto.notices import notice_of, title_of
from agenda_scraper.extract.auto.objects import notices_of_json, notices_of_xml
from agenda_scraper.extract.auto.paragraphs import part_paragraphs
from agenda_scraper.extract.auto.plain import front_matter, notices_of_csv, plain_tree
from agenda_scraper.extract.auto.records import Record, records_of
from agenda_scraper.extract.auto.scaffold import without_scaffold
from agenda_scraper.extract.auto.tree import Block, lines_of, tree_of
from agenda_scraper.extract.days import day_in, day_keys
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.described import described
from agenda_scraper.extract.html import read_own
from agenda_scraper.extract.markup import Markup
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.extract.structured import with_own
from agenda_scraper.model import Extraction, Found, Notice, Page

_HEAD = 2048
_JSON = re.compile(rb"\{|\[\s*(?:[\[{\"\]\d-]|true|false|null)")
_ENOUGH = 50  # records looked at to tell a list from a notice


def read(page: Page, source: Source) -> Extraction:
    """The events of a page by what it is: calendar, feed, JSON, XML, CSV, text, structured data, list or notice."""
    head = page.body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"BEGIN:VCALENDAR" in head or page.media_type == "text/calendar":
        return ical.read(page, source)
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and b"<html" not in head:
        return _read_xml(page, source)
    if "json" in page.media_type or (_JSON.match(head) and page.media_type != "text/plain"):
        return _all(notices_of_json(decode(page), source=source.id, url=page.url), source)
    if page.media_type == "text/csv":
        return _all(notices_of_csv(decode(page), source=source.id, url=page.url), source)
    if page.media_type == "text/plain" or not head.startswith(b"<"):
        return _read_plain(page, source)
    return _read_html(page, source)


def _all(notices: Iterator[Notice], source: Source) -> Extraction:
    return Extraction(tuple(notice for _, notice in zip(range(source.max_items), notices, strict=False)))


def _read_xml(page: Page, source: Source) -> Extraction:
    """A feed, else XML of no known vocabulary; the feed reader's complaint when it is neither."""
    try:
        told, complaint = feed.read(page, source), None
    except ExtractError as error:
        told, complaint = Extraction(), error
    found = told if told.notices else _all(notices_of_xml(decode(page), source=source.id, url=page.url), source)
    if complaint and not found.notices:
        raise complaint
    return found


def _read_plain(page: Page, source: Source) -> Extraction:
    told, text = front_matter(decode(page))
    title = told.get("title", "")
    listed = _listed(plain_tree(text), source, page.url, title)
    return _all(iter(listed or [_told_above(told, text, page, source)]), source)


def _told_above(told: Mapping[str, str], text: str, page: Page, source: Source) -> Notice:
    """A text that is one notice, and what stands above it: its title, its dates, its place."""
    body = f"{told['title']}\n{text}" if told.get("title") else text
    read = read_prose(body, source=source.id, url=page.url, language=source.language)
    names = {"title": "title", "date": "published", "location": "place", "event-start": "start", "event-end": "end"}
    above = {
        name: (Found(told[key], f"front matter {key}"),)
        for key, name in names.items()
        if told.get(key, "").strip("[]{}")
    }
    return Notice(source.id, page.url, {**read.fields, **above})


def _read_html(page: Page, source: Source) -> Extraction:
    markup = Markup(page)
    led = Extraction(next_url=next_of(markup), linked=(*calendars_of(markup), *agendas_of(markup)))
    told = tuple(Notice(source.id, page.url, fields) for fields in described(markup)[: source.max_items])
    if told:
        return replace(led, notices=told)
    tree = tree_of(markup)
    listed = _listed(tree, source, page.url, heading_of(markup))
    if listed:
        return replace(led, notices=tuple(listed), follow=tuple(own_page(notice) for notice in listed))
    dated = listed is not None and any(day_in(line.text) for line in lines_of(tree))
    return replace(led, next_url=None, notices=(notice_of_main(markup, source),) if dated else ())


def read_detail(page: Page, source: Source) -> Notice:
    """The page of one notice: its structured data, then its main text, the selectors of `detail` on top."""
    markup = Markup(page)
    own = read_own(markup, source)[0]
    told = next(iter(described(markup)), {})
    return Notice(source.id, page.url, with_own({**notice_of_main(markup, source).fields, **told}, own))


def _listed(tree: Block, source: Source, url: str, fallback: str) -> list[Notice] | None:
    """The notices of a page that lists several; an empty list when it is one notice, None when it lists news."""
    settle_tables(tree)
    part_paragraphs(tree)
    lines = lines_of(tree)
    date_lines(lines)
    found = list(records_of(tree))
    records = [record for record in found if not record.beside] or found
    news = {id(record) for record in found if is_news(record)}
    if len(records) > 1 and _is_list(records) and all(id(record) in news for record in records):
        records = found  # of a page of news, what stands beside them
        if len(news) == len(found):
            return None
    records = [record for record in without_scaffold(records) if id(record) not in news]
    if not _is_list(records):
        return []
    share_announced(records, lines)
    return [notice_of(record, source=source.id, url=url, fallback=fallback) for record in records[: source.max_items]]


def _is_list(records: list[Record]) -> bool:
    """One notice names its day again and again, and a neighbour's once; a list names a new day with every record.

    Cards of one sort that each have a title of their own are a list, though several fall on a day.
    """
    days = _days_apart(records)
    if days != 2 or len(records) == 2:
        return days > 1
    sorts = Counter(record.sort for record in records if record.sort)
    cards = [record for record in records if sorts and record.sort == sorts.most_common(1)[0][0]]
    titles = {title_of(record) for record in cards}
    return len(cards) > 2 and len(titles) == len(cards) and "" not in titles and _days_apart(cards) == days


def _days_apart(records: list[Record]) -> int:
    """How many different dates records have; dates that share a day, like a range and its first day, are one."""
    apart: list[frozenset[frozenset[int]]] = []
    for record in records[:_ENOUGH]:
        keys = day_keys(record.dated.when)
        if keys and not any(keys & known for known in apart):
            apart.append(keys)
    return len(apart)
