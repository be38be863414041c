"""HTML as a reader sees it: the parsed page, its base address, the text of a node with its lines."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.model import Page
from agenda_scraper.text import squash, visible

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"}
    | {"tr", "ul"}
)
UNREAD = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "head", "iframe", "object", "select", "textarea"}
)
_NOT_HTML = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b")


class Markup:
    """One parsed page: `css` selects, `base` resolves its links."""

    def __init__(self, page: Page) -> None:
        if page.body.startswith(_NOT_HTML) or b"\x00\x00" in page.body[:512]:
            raise ExtractError(
                f"not a web page but {page.media_type or 'binary'}",
                where=page.url,
                fix="point `url` at the page that lists the events",
            )
        self.page = page
        self.tree = LexborHTMLParser(decode(page).replace("\0", ""))
        base = self.tree.css_first("base[href]")
        self.base = urljoin(page.url, (base.attributes.get("href") or "").strip()) if base else page.url

    @property
    def root(self) -> LexborNode:
        """The html element; an empty page has one too."""
        root = self.tree.root
        if root is None:
            raise ExtractError("an empty page", where=self.page.url, fix="open it in a browser: did it move?")
        return root

    def css(self, selector: str) -> list[LexborNode]:
        """The nodes a selector names, in page order."""
        return self.tree.css(selector)

    def link(self, href: str) -> str | None:
        """An absolute http(s) address, None for anchors, mails and scripts."""
        return absolute(self.base, href)

    def canonical(self) -> str | None:
        """The address the page gives itself, when it is on the same site."""
        node = self.tree.css_first('link[rel="canonical"][href]')
        own = self.link(node.attributes.get("href") or "") if node else None
        return own if own and same_site(own, self.page.url) else None


def absolute(base: str, href: str) -> str | None:
    """An http(s) address resolved against its page; None when it is no such address."""
    href = visible(href).strip()
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href)
        return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None
    except ValueError:  # a bracketed host that is no IPv6 address
        return None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses have the same host, `www.` aside."""
    first, second = (urlsplit(url).hostname or "" for url in (one, other))
    return first.removeprefix("www.") == second.removeprefix("www.")


def text_of(node: LexborNode) -> str:
    """The visible text of a node: blocks and <br> begin a line, runs of blanks are one space."""
    child = node.child
    if child is not None and child.next is None and child.is_text_node:
        return squash(visible(child.text_content or ""))
    return tidy("".join(_pieces(node)))


def tidy(text: str) -> str:
    """Lines without blanks at their ends, no empty ones, no controls."""
    lines = (squash(line) for line in visible(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: LexborNode) -> Iterator[str]:
    """The text nodes below a node in order, with a line feed at the edge of every block; no recursion, however deep."""
    node = root.child
    while node is not None:
        tag = node.tag
        if node.is_text_node:
            # a line feed in the source is a blank to the reader, except in <pre>, which notices hardly use
            yield (node.text_content or "").replace("\n", " ").replace("\r", " ")
        elif tag in BLOCKS:
            yield "\n"
        below = node.child if tag not in UNREAD and not is_hidden(node) else None
        if below is not None:
            node = below
            continue
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == root.mem_id:
                return
            node = parent
            if node.tag in BLOCKS:
                yield "\n"
        if node.tag in BLOCKS:
            yield "\n"
        node = node.next


def is_hidden(node: LexborNode) -> bool:
    """Text the page hides from everyone. Screen-reader text is not hidden: it often holds the year."""
    if not node.is_element_node:
        return False
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in (style or "").replace(" ", "").lower()
