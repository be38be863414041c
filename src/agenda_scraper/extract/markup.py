"""HTML as a reader sees it: the parsed page, its base address, the text of a node with its lines."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.nesting import flattened
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
_BREAKS = BLOCKS | UNREAD
# An address that needs no resolving but its host: what `urljoin` takes 5 µs to give back as it was.
_PLAIN = re.compile(r"(?:https?://[a-zA-Z0-9.-]+)?(?:/[\w~%&=+:@,-]+(?:\.[\w~%&=+:@,-]+)*)+/?")
_TEXT = "-text"  # what Lexbor calls a text node
_EDGE = "\x1d"  # the group separator: no page writes it, and `split` takes it for a blank
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
        text = decode(page)
        self.text = text.replace("\0", "") if "\0" in text else text

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page as a browser builds it; late, for structured data is found without."""
        return LexborHTMLParser(flattened(self.text))

    @cached_property
    def base(self) -> str:
        """The address its links are relative to: the first <base> that has one (HTML 4.2.3)."""
        if "tree" not in self.__dict__ and "<base" not in self.text and "<BASE" not in self.text:
            return self.page.url  # to look into the tree is quicker than that, but not to build it
        base = self.tree.css_first("base[href]")
        href = (base.attributes.get("href") or "").strip() if base else ""
        return absolute(self.page.url, href) or self.page.url

    @property
    def root(self) -> LexborNode:
        """The html element; an empty page has one too."""
        root = self.tree.root
        if root is None:
            raise ExtractError("an empty page", where=self.page.url, fix="open it in a browser: did it move?")
        return root

    def css(self, selector: str) -> list[LexborNode]:
        """The nodes a selector names, in page order, each once."""
        return apart(self.tree.css(selector), selector)

    @cached_property
    def by_id(self) -> dict[str, LexborNode]:
        """The first node of each id; late, for few pages refer to their own."""
        return {node.attributes.get("id") or "": node for node in reversed(self.tree.css("[id]"))}

    def link(self, href: str) -> str | None:
        """An absolute http(s) address, None for anchors, mails and scripts."""
        if href.startswith("http") and _PLAIN.fullmatch(href):
            return href  # before the page is searched for a <base>
        return absolute(self.base, href)

    def canonical(self) -> str | None:
        """The address the page gives itself, when it is on the same site."""
        node = self.tree.css_first('link[rel="canonical"][href]')
        own = self.link(node.attributes.get("href") or "") if node else None
        return own if own and same_site(own, self.page.url) else None


def apart(nodes: list[LexborNode], selector: str) -> list[LexborNode]:
    """The nodes a selector found, each once: Lexbor gives a node as often as parts of a list (`li, .event`) fit it."""
    return list({node.mem_id: node for node in nodes}.values()) if "," in selector else nodes


def absolute(base: str, href: str) -> str | None:
    """An http(s) address resolved against its page; None when it is no such address."""
    href = visible(href).strip()
    if not href or href.startswith("#"):
        return None
    if _PLAIN.fullmatch(href):
        return href if href.startswith("http") else f"{origin_of(base)}{href}"
    try:
        url = urljoin(base, href)
        return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None
    except ValueError:  # a bracketed host that is no IPv6 address
        return None


@lru_cache(maxsize=64)
def origin_of(url: str) -> str:
    """Scheme and host of an address, without what follows."""
    return urljoin(url, "/")[:-1]


def same_site(one: str, other: str) -> bool:
    """Whether two addresses have the same host, `www.` aside."""
    first, second = (urlsplit(url).hostname or "" for url in (one, other))
    return first.removeprefix("www.") == second.removeprefix("www.")


def text_of(node: LexborNode) -> str:
    """The visible text of a node: blocks and <br> begin a line, runs of blanks are one space.

    A line feed in the source is a blank to the reader, except in <pre>, which notices hardly use.
    """
    child = node.child
    if child is not None and child.next is None and child.tag == _TEXT:
        return _line(child.text_content or "")
    if _is_one_line(node):
        return _line(node.text())
    pieces, below, top = [], child, node.mem_id
    while below is not None:  # `walk` written out: half the time of reading a list is spent here
        tag = below.tag
        if tag == _TEXT:
            pieces.append(below.text_content or "")
        elif tag in BLOCKS:
            pieces.append(_EDGE)
        inner = below.child
        if inner is not None and is_read(below):
            below = inner
            continue
        after = below.next
        while after is None and (below := below.parent) is not None and below.mem_id != top:
            if below.tag in BLOCKS:
                pieces.append(_EDGE)
            after = below.next
        below = after
    return "\n".join([line for text in "".join(pieces).split(_EDGE) if (line := _line(text))])


def _is_one_line(node: LexborNode) -> bool:
    """Whether nothing below a node begins a line or goes unread."""
    below = node.traverse()
    next(below, None)  # the node itself
    for each in below:  # noqa: SIM110 - a generator takes twice as long
        if each.tag in _BREAKS or (each.attributes and is_hidden(each)):
            return False
    return True


def _line(text: str) -> str:
    # the space is the only printable blank: what is printable and has no two of them is a line as it stands
    if text.isprintable() and "  " not in text:
        return text.strip()
    line = " ".join(text.split())
    return line if line.isprintable() else squash(visible(line))


def is_read(node: LexborNode) -> bool:
    """Whether a reader sees what is in a node."""
    return node.tag not in UNREAD and not (node.attributes and is_hidden(node))


def is_hidden(node: LexborNode) -> bool:
    """Text the page hides from everyone. Screen-reader text is not hidden: it often holds the year."""
    if not node.is_element_node:
        return False
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and "display:none" in (style or "").replace(" ", "").lower()
