"""Any JSON API: `items` is the path of its events, each field a path below one, and the pages follow one another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.markup import absolute
from agenda_scraper.extract.moments import unix_moment
from agenda_scraper.extract.paths import Standing, select, select_from, standing
from agenda_scraper.extract.rules import ADDRESSES
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten, squash, visible

_INSERTED = re.compile(r"\{([^{}]+)\}")
_MOMENTS = frozenset({"start", "end", "published", "modified", "deadline"})
# Registration is a list of pages, addresses and numbers in one field.
_SORTS = {
    "registration": re.compile(r"https?://|www\.|/", re.I),
    "email": re.compile(r"(?:mailto:)?[^\s@/]+@", re.I),
    "phone": re.compile(r"(?:tel:)?[+(]?\d[\d\s().-]{5,}$", re.I),
}
# What an object that stands for a text calls it: a language map comes first, by the source's language.
_TEXT_KEYS = ("name", "title", "rendered", "value", "@value", "label")
_LOCALE = re.compile("[a-z]{2}(?:[-_][A-Z]{2})?")


def read(page: Page, source: Source) -> Extraction:
    """The events of an API's answer, and the address of its next page."""
    answer = _parsed(page, source)
    try:
        return _read(answer, page, source)
    except ValueError as error:  # of `paths`: what the maintainer wrote is no path
        raise ExtractError(
            str(error), where=source.origin, fix="write a path such as venue.name or $.events[*]"
        ) from error


def _read(answer: Any, page: Page, source: Source) -> Extraction:
    path = source.options.get("items", "$[*]")
    items = _items(answer, path, page, source)
    notices, missing = [], dict[str, int]()
    entries = items[: source.max_items]
    for number, each in enumerate(entries):
        fields = dict(_fields(each, f"{path.removesuffix('[*]')}[{number}]", page, source))
        for name, written in source.options.get("fields", {}).items():
            if name not in fields and not written.endswith("?"):
                missing[name] = missing.get(name, 0) + 1
        if fields:
            notices.append(Notice(source.id, page.url, fields))
    follow = tuple(notice.text("url") or None for notice in notices)
    following = _next(answer, page, source) if items else None
    return Extraction(tuple(notices), following, follow, missing, proved_empty=not items, entries=len(entries))


def _parsed(page: Page, source: Source) -> Any:
    try:
        return json.loads(decode(page), strict=False)
    except (ValueError, RecursionError) as error:
        raise ExtractError(
            f"not JSON but {page.media_type or 'something else'}",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(squash(page.body[:400].decode("utf-8", "replace")), 120),
            fix="open the address: is it the API's, and does it want a key?",
        ) from error


def _items(answer: Any, path: str, page: Page, source: Source) -> list[Standing]:
    """The events; a list that is there and empty is an answer, a list that is not there is none."""
    holders = standing(answer, path.removesuffix("[*]"))
    if not holders:
        keys = ", ".join(map(str, answer)) if isinstance(answer, dict) else type(answer).__name__
        raise ExtractError(
            f"`items: {path}` finds nothing",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(keys, 120),
            fix="the API changed: mend the path",
        )
    if path.endswith("[*]"):
        holders = [each for holder in holders for each in holder.below(None)]
    return [each for holder in holders for each in (holder.below(None) if isinstance(holder.value, list) else [holder])]


def _fields(each: Standing, where: str, page: Page, source: Source) -> Iterator[tuple[str, tuple[Found, ...]]]:
    for name, written in source.options.get("fields", {}).items():
        path = written.removesuffix("?")
        said = [text for text in _said(each, name, path, source) if name not in _SORTS or _SORTS[name].match(text)]
        texts = [absolute(page.url, text) if name in ADDRESSES else text for text in said]
        found = tuple(Found(text, f"{where}.{path}") for text in texts if text)
        if found:
            yield name, found


def _said(each: Standing, name: str, path: str, source: Source) -> list[str]:
    """The texts of a field: at its path, or in a sentence with paths in braces, `{date}T{time}`, one a row of lists."""
    if "{" not in path:
        return _texts(select_from(each, path), name, source.language)
    columns = {inner: _texts(select_from(each, inner), name, source.language) for inner in _INSERTED.findall(path)}
    several = len({len(texts) for texts in columns.values()}) == 1  # lists side by side: begin and end of each sitting
    rows = min(map(len, columns.values())) if several else min(1, *map(len, columns.values()))
    return [_with_texts(path, {inner: texts[row] for inner, texts in columns.items()}) for row in range(rows)]


def _with_texts(path: str, texts: Mapping[str, str]) -> str:
    return _INSERTED.sub(lambda inner: texts[inner[1]], path)


def _texts(value: Any, name: str, language: str) -> list[str]:
    """A JSON value as texts. A number where a moment is meant counts seconds, or milliseconds, since 1970."""
    if isinstance(value, list):
        return [text for each in value for text in _texts(each, name, language)]
    if isinstance(value, dict):
        return _texts(_named(value, language), name, language)
    if isinstance(value, bool):
        return [str(value).lower()]
    if name in _MOMENTS and (instant := unix_moment(str(value))):
        return [instant]
    text = "" if value is None else visible(str(value)).strip()
    return [text] if text else []


def _named(value: Mapping[str, Any], language: str) -> Any:
    """What stands for an object as a text: in the source's language ("fr", "fr-BE"), its name, else its first."""
    mine = (key for key in value if key == language or key.startswith(f"{language}-"))
    key = next((key for key in (*mine, *_TEXT_KEYS) if key in value), None)
    if key is None and value and all(map(_LOCALE.fullmatch, value)):
        key = next(iter(value))  # told in other languages only
    return None if key is None else value[key]


def _next(answer: Any, page: Page, source: Source) -> str | None:
    """The next page by its link, by a number that counts up, or by a cursor that the answer gives."""
    link, paging, cursor = (source.options.get(name) for name in ("next", "page", "cursor"))
    if link:
        return next((absolute(page.url, str(text)) for text in select(answer, link)), None)
    if paging:
        return _numbered(page.asked, paging, posted="post" in source.options)
    if cursor:
        values = [str(each) for found in select(answer, cursor.get("path", "")) for each in _listed(found)]
        param, posts = cursor.get("param", "cursor"), "post" in source.options
        return _with(page.asked, param, values, posted=posts) if any(values) else None
    return None


def _numbered(url: str, paging: Mapping[str, str], *, posted: bool) -> str:
    """`{param: page, first: 1}` counts pages; with `step: 50` it counts events."""
    param = paging.get("param", "page")
    parts = urlsplit(url)
    now = dict(parse_qsl(parts.fragment if posted else parts.query)).get(param, "")
    first, step = (_whole(paging.get(name, ""), 1) for name in ("first", "step"))
    return _with(url, param, [str(_whole(now, first) + step)], posted=posted)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.A) else otherwise


def _with(url: str, param: str, values: list[str], *, posted: bool = False) -> str:
    """An address with a parameter set anew, in its fragment where a query is posted; a cursor may repeat it."""
    parts = urlsplit(url)
    now = parts.fragment if posted else parts.query
    others = [pair for pair in parse_qsl(now, keep_blank_values=True) if pair[0] != param]
    then = urlencode([*others, *((param, value) for value in values)])
    return urlunsplit(parts._replace(fragment=then) if posted else parts._replace(query=then))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
