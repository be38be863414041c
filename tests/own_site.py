"""A maintainer's functions for a site, one that works and those that do not (tests/test_extract_python.py)."""


def parse(soup):
    return [{"title": b.get_text(), "url": b.a["href"], "themes": ["a", "b"], "end": None} for b in soup.find_all("h3")]


def fails(soup):
    return soup.find("table").tr


def shapeless(soup):
    return ["text"]


def unknown(soup):
    return [{"titel": "x"}]


def numbers(soup):
    return [{"title": 3}]


constant = 3
