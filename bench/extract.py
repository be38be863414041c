"""`extract` side by side with parsel, BeautifulSoup and extruct: same pages, same fields, pages a second.

python bench/extract.py [--least]     parsel and extruct: pip install -e '.[bench]'
Ours does more: every value keeps where it stood, addresses are resolved, what is missing is counted.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from agenda_scraper.agenda import Source
from agenda_scraper.config import load_source
from agenda_scraper.extract import extract
from agenda_scraper.model import Extraction, Page

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
NOW = datetime(2026, 11, 23, tzinfo=UTC)
WORDS = (
    "Ateliers de quartier: le budget, les débats et les projets des habitants avec leur conseil, sur la place, "
    "pour une école ouverte, un parc, une santé et une énergie sans attendre la forêt, la rivière, les logements"
)
FIELDS = ("title", "url", "when", "place", "summary")
LIST = "list: {items: li.event, title: h3 > a, url: h3 > a @href, when: p.date, place: p.place, summary: div.text}"
LEAST = {"parsel": 2.0, "BeautifulSoup": 15.0, "extruct": 3.0}
Row = tuple[str, ...]


def main() -> None:
    chosen = random.Random(4)
    lists = [page_of(list_page(chosen)) for _ in range(20)]
    notices, described = ([page_of(described_page(chosen, many)) for _ in range(20)] for many in (1, 10))
    ratios = side_by_side(
        "lists of 40",
        lists,
        {"parsel": by_parsel, "BeautifulSoup": by_soup, "the same, lxml": partial(by_soup, parser="lxml")},
        load_source(LIST, origin="bench"),
    )
    jsonld = load_source("kind: jsonld", origin="bench")
    side_by_side("JSON-LD of a notice", notices, {"extruct": by_extruct}, jsonld)
    ratios |= side_by_side("JSON-LD of 10", described, {"extruct": by_extruct}, jsonld)  # the harder: extruct hands on
    if "--least" in sys.argv and (fallen := [name for name, least in LEAST.items() if ratios[name] < least]):
        sys.exit(f"below what is promised: {', '.join(fallen)}")


def side_by_side(
    name: str, pages: Sequence[Page], others: dict[str, Callable[[Page], list[Row]]], source: Source
) -> dict[str, float]:
    """How many times faster than each other reader, the same values found first."""
    ours = partial(by_us, source=source)
    assert any(ours(pages[0]))
    rates = rates_of({"agenda-scraper": partial(extract, source=source), **others}, pages)
    size = sum(len(page.body) for page in pages) / len(pages) / 1000
    for other, read in others.items():
        assert [read(page) for page in pages[:3]] == [ours(page) for page in pages[:3]], f"{other} reads otherwise"
    for reader, rate in rates.items():
        print(f"{name}, {size:.0f} kB: {reader:15} {rate:7.0f} pages/s  {rates['agenda-scraper'] / rate:5.1f}")
    return {other: rates["agenda-scraper"] / rates[other] for other in others}


def rates_of(readers: dict[str, Callable[[Page], Any]], pages: Sequence[Page]) -> dict[str, float]:
    """Pages a second of each reader: the best of rounds that alternate, for what else the machine does only adds."""
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for read in readers.values():
        read(pages[0])  # imports, and selectors compiled
    gc.freeze()  # what they loaded is no garbage of theirs
    for _ in range(7):
        for name, read in readers.items():
            began = time.process_time()
            for page in pages:
                read(page)
            taken[name].append(time.process_time() - began)
    return {name: len(pages) / min(times) for name, times in taken.items()}


def rows(extraction: Extraction) -> list[Row]:
    return [tuple(notice.text(name) for name in FIELDS) for notice in extraction.notices]


def by_us(page: Page, source: Source) -> list[Row]:
    return rows(extract(page, source))


def by_parsel(page: Page) -> list[Row]:
    from parsel import Selector

    def text(node: Any, selector: str) -> str:
        return str(node.css(selector).xpath("normalize-space(.)").get() or "")

    return [
        (
            text(node, "h3 > a"),
            urljoin(page.url, node.css("h3 > a::attr(href)").get()),
            text(node, "p.date"),
            text(node, "p.place"),
            "\n".join(" ".join(each.split()) for each in node.css("div.text p").xpath("string(.)").getall()),
        )
        for node in Selector(text=page.body.decode()).css("li.event")
    ]


def by_soup(page: Page, parser: str = "html.parser") -> list[Row]:
    from bs4 import BeautifulSoup

    def text(node: Any, selector: str) -> str:
        return "\n".join(" ".join(each.get_text().split()) for each in node.select(selector))

    return [
        (
            text(node, "h3 > a"),
            urljoin(page.url, node.select_one("h3 > a")["href"]),
            text(node, "p.date"),
            text(node, "p.place"),
            text(node, "div.text p"),
        )
        for node in BeautifulSoup(page.body.decode(), parser).select("li.event")
    ]


def by_extruct(page: Page) -> list[Row]:
    from extruct.jsonld import JsonLdExtractor

    return [
        (each["name"], each["url"], "", each["location"]["name"], each["description"])
        for each in JsonLdExtractor().extract(page.body.decode(), base_url=page.url)
    ]


def words(chosen: random.Random, count: int) -> str:
    return " ".join(chosen.choices(WORDS.split(), k=count)).capitalize()


def list_page(chosen: random.Random) -> str:
    """A list of 40 as towns write them: 80 kB, a third of it menus; cards of a date, a place, two paragraphs."""
    menu = "".join(
        f"<li id='menu-item-{n}' class='menu-item menu-item-{n}'><a href='/m/{n}'>{words(chosen, 3)}</a></li>"
        for n in range(300)
    )
    cards = "".join(
        f"<li class='event col-4'><div class='card'><h3 class='t'><a href='/agenda/{n}'>{words(chosen, 8)}</a></h3>"
        f"<p class='date'><span>{1 + n % 28} mars 2027</span> de <b>18h30</b> à 20h</p>"
        f"<p class='place'>Salle {words(chosen, 2)}, {n} rue de l&#8217;Église</p><img src='/i/{n}.jpg' alt=''>"
        f"<div class='text'><p>{words(chosen, 60)}.</p><p>{words(chosen, 50)} <em>{words(chosen, 5)}</em>.</p></div>"
        "<ul class='tags'><li>débat</li><li>budget</li></ul></div></li>"
        for n in range(40)
    )
    body = f"<body><nav><ul>{menu}</ul></nav><main><ul>{cards}</ul></main></body>"
    return f"<!doctype html><html><head><title>Agenda</title></head>{body}</html>"


def described_page(chosen: random.Random, many: int) -> str:
    """A page of the same size with its events in JSON-LD, as The Events Calendar writes it: one block, a list."""
    events = [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": words(chosen, 8),
            "description": words(chosen, 40),
            "url": f"https://a.example/agenda/{n}",
            "startDate": f"2027-03-{1 + n % 28:02}T18:30:00+01:00",
            "endDate": f"2027-03-{1 + n % 28:02}T20:00:00+01:00",
            "location": {
                "@type": "Place",
                "name": words(chosen, 3),
                "address": {"@type": "PostalAddress", "streetAddress": f"{n} rue Haute", "addressLocality": "Lille"},
            },
            "organizer": {"@type": "Organization", "name": words(chosen, 2)},
        }
        for n in range(many)
    ]
    block = f'<script type="application/ld+json">{json.dumps(events, ensure_ascii=False)}</script></head>'
    return list_page(chosen).replace("</head>", block)


def page_of(text: str) -> Page:
    url = "https://a.example/agenda"
    return Page(url, url, 200, "text/html", text.encode(), NOW, "utf-8")


if __name__ == "__main__":
    main()
