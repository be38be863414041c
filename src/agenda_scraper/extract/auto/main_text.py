"""A page that is one notice: its main text, and its heading as the title."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Source
from agenda_scraper.extract.auto.notices import name_in
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Found, Notice

_MAIN = ("main", "[role=main]", "article", "body")
# What stands around the notice on every page of a site.
_AROUND = (
    "nav, aside, header nav, footer, form, [role=navigation], [role=complementary], .breadcrumb, .print-breadcrumb"
)


def notice_of_main(markup: Markup, source: Source) -> Notice:
    """The main text of a page as one notice; the tree loses what stands around it."""
    heading = heading_of(markup)
    lines = text_of(_main(markup))
    told = read_prose(
        f"{heading}\n{lines}" if heading else lines, source=source.id, url=markup.page.url, language=source.language
    )
    fields = _stamps(markup, source) | dict(told.fields)
    if heading:
        fields["title"] = (Found(heading, "h1"),)
    own = markup.canonical()
    fields["url"] = (Found(own or markup.page.url, "link[rel=canonical]" if own else "the page's address"),)
    return Notice(source.id, markup.page.url, fields)


def _stamps(markup: Markup, source: Source) -> dict[str, tuple[Found, ...]]:
    """When the page was published and changed, which many sites say outside the notice, at the foot of the page."""
    told = read_prose(text_of(markup.root), source=source.id, url=markup.page.url, language=source.language)
    return {name: told.fields[name] for name in ("published", "modified") if name in told.fields}


def heading_of(markup: Markup) -> str:
    """The page's own title: its first heading or the name of its window, the first that names something."""
    first = ""
    for selector in ("h1", "title", "main h2", "main h3", "article h2", "article h3"):
        for node in markup.css(selector):
            text = text_of(node).replace("\n", " ")
            if name_in(text):
                return text
            first = first or text
    return first


def _main(markup: Markup) -> LexborNode:
    whole = len(text_of(markup.root))
    for node in markup.css(_AROUND):
        # some systems wrap the whole page in a form
        if node.tag != "form" or 2 * len(text_of(node)) < whole:
            node.decompose()
    for selector in _MAIN:
        nodes = markup.css(selector)
        if len(nodes) == 1 or selector == "body":
            return nodes[0] if nodes else markup.root
    return markup.root
