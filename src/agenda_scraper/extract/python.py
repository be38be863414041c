"""A function of the maintainer's own: it is handed the page as BeautifulSoup reads it, and returns what it says.

`python: my_module:parse` calls `my_module.parse(soup)`, which returns a list of dicts: field → text, or texts.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from importlib import import_module
from typing import Any

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.kinds import FIELDS
from agenda_scraper.extract.markup import absolute
from agenda_scraper.extract.rules import ADDRESSES
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten

_SHAPE = "return a list of dicts, each {'title': …, 'when': …} with texts or lists of texts"


def read(page: Page, source: Source) -> Extraction:
    """The notices the maintainer's function reads; whatever it raises is an ExtractError that names the line."""
    from bs4 import BeautifulSoup  # late: 150 ms, and no other kind needs the soup

    name = str(source.options.get("python", ""))
    parse = _function(name, source)
    try:
        told = list(parse(BeautifulSoup(decode(page), "html.parser")))
    except Exception as error:  # the maintainer's code may raise anything; the crawl goes on with other sources
        last = traceback.extract_tb(error.__traceback__)[-1]
        raise ExtractError(
            f"{name} raised {type(error).__name__}: {shorten(str(error), 120)}",
            where=f"{source.origin} {page.url}",
            excerpt=f"{last.filename}:{last.lineno} {last.line or ''}",
            fix="run it on the page, and mend it",
        ) from error
    notices = tuple(
        _notice(each, f"{name}[{number}]", page, source) for number, each in enumerate(told[: source.max_items])
    )
    return Extraction(notices, follow=tuple(notice.text("url") or None for notice in notices), proved_empty=not notices)


def _function(name: str, source: Source) -> Callable[[Any], Any]:
    module, _, attribute = name.partition(":")
    try:
        found = getattr(import_module(module), attribute)
    except Exception as error:  # a module that does not load may raise anything, too
        raise ExtractError(
            f"`python: {name}` cannot be loaded: {shorten(str(error), 120)}",
            where=source.origin,
            fix="write module:function, and let PYTHONPATH name the folder of the module",
        ) from error
    if not callable(found):
        raise ExtractError(f"`python: {name}` is no function", where=source.origin, fix="write module:function")
    function: Callable[[Any], Any] = found
    return function


def _notice(told: Any, where: str, page: Page, source: Source) -> Notice:
    if not isinstance(told, dict):
        raise ExtractError(f"{where} is no dict but {type(told).__name__}", where=source.origin, fix=_SHAPE)
    fields = {}
    for name, value in told.items():
        if name not in FIELDS:
            raise ExtractError(f"{where} has an unknown field '{name}'", where=source.origin, fix=", ".join(FIELDS))
        texts = value if isinstance(value, list | tuple) else [value]
        if not all(text is None or isinstance(text, str) for text in texts):
            raise ExtractError(f"{where}['{name}'] is no text", where=source.origin, fix=_SHAPE)
        said = (absolute(page.url, text or "") if name in ADDRESSES else text for text in texts)
        found = tuple(Found(text.strip(), f"{where}['{name}']") for text in said if text and text.strip())
        if found:
            fields[name] = found
    return Notice(source.id, page.url, fields)
