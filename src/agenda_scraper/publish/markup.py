"""HTML of a source, written anew from the few tags a feed reader needs: what is not known is not passed on.

The summary was sanitised before it was stored; feeds do not rely on it. Nothing of the input is copied but its text
and the addresses of its links, so no attribute, comment, style or script can survive.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from agenda_scraper.text import visible, web_address

_KEPT = {"p", "ul", "ol", "li", "strong", "em", "b", "i", "blockquote", "a"}
_PARAGRAPHS = {"h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "tr", "dt", "dd"}
_SILENT = {"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "title", "textarea", "select"}
_DEEPEST = 30


def clean_html(markup: str, *, length: int) -> str:
    """The markup with the tags above and http(s) links only, balanced, cut after `length` characters of text."""
    writer = _Writer(length)
    writer.feed(visible(markup))
    writer.close()
    return writer.finished()


class _Writer(HTMLParser):
    def __init__(self, length: int) -> None:
        super().__init__(convert_charrefs=True)
        self._left = length
        self._written: list[str] = []
        self._open: list[str] = []
        self._silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent = self._silent or tag
        if self._silent or self._left <= 0:
            return
        if tag == "br":
            self._written.append("<br>")
            return
        name = "p" if tag in _PARAGRAPHS else tag
        link = web_address(dict(attrs).get("href")) if name == "a" else None
        if name not in _KEPT or len(self._open) >= _DEEPEST or (name == "a" and (link is None or "a" in self._open)):
            return
        self._end_what_it_ends(name)
        self._written.append(f'<a href="{escape(link)}">' if link else f"<{name}>")
        self._open.append(name)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = None if tag == self._silent else self._silent
            return
        self._close("p" if tag in _PARAGRAPHS else tag)

    def handle_data(self, data: str) -> None:
        if self._silent or self._left <= 0:
            return
        told = data if len(data) <= self._left else data[: self._left] + "…"
        self._left -= len(data)
        # Character references may bring back what was taken out of the source.
        self._written.append(escape(visible(told), quote=False))

    def finished(self) -> str:
        while self._open:
            self._written.append(f"</{self._open.pop()}>")
        return "".join(self._written).strip()

    def _end_what_it_ends(self, name: str) -> None:
        """The end tags HTML lets authors leave out."""
        if name in ("p", "ul", "ol", "blockquote"):
            self._close("p")
        elif name == "li" and next((tag for tag in reversed(self._open) if tag in ("li", "ul", "ol")), "") == "li":
            self._close("li")

    def _close(self, name: str) -> None:
        if name in self._open:
            while (last := self._open.pop()) != name:
                self._written.append(f"</{last}>")
            self._written.append(f"</{name}>")
