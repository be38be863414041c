"""A page as a light tree: blocks that hold lines in reading order, without what stands on every page of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from agenda_scraper.extract.auto import classes
from agenda_scraper.extract.markup import BLOCKS, UNREAD, Markup, is_hidden
from agenda_scraper.text import squash, visible

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"strong", "b", "dt", "caption", "summary", "legend"})
BOLD_LEVEL = 7  # a line in bold is a heading below h6
_DEEPEST = 60  # blocks nested deeper stand in the one at this depth
_MEASURED = 2_000_000  # letters that are read to tell stamps from pages: a bound on hostile nesting
_STAMP = 150  # letters a publication date takes with its byline
_AROUND = frozenset({"nav", "footer"})
_BESIDE = frozenset({"aside"})
_ROLES = frozenset({"navigation", "contentinfo", "search", "banner", "dialog"})
# `datetime` on the clocks of the place: in UTC it is as often the local hour, or noon for a whole day.
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d[T ](\d\d:\d\d))(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:?\d\d)?$")
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])\s?[h:]\s?(?:[0-5]\d)?(?!\w)")
_TIMED = re.compile(r"\d(?:\s?[ap]\.?m\.?|\s?h|\s?uhr)?$", re.I)
_STYLED = re.compile(r"(?:^|\s)h([1-6])(?=\s|$)")  # Bootstrap's headings that are none


@dataclass(slots=True, eq=False)
class Line:
    """One line of text. `level` 1–6 a heading, 7 wholly bold, 0 text; `links` are (text, address) pairs.

    `when` is its date text once that is known, `label` the head of its column in a table, `moment` the day and hour
    on the clocks of the place that a `time` in it is marked with.
    """

    text: str
    level: int = 0
    links: tuple[tuple[str, str], ...] = ()
    bold: str = ""
    of_the_page: bool = False
    where: str = ""
    when: str = ""
    label: str = ""
    moment: str = ""


@dataclass(slots=True, eq=False)
class Block:
    """A block of the page and its parts in order; `name` is its class and id."""

    tag: str
    name: str = ""
    parts: list[Block | Line] = field(default_factory=list)
    span: int = 1
    beside: bool = False

    @property
    def kind(self) -> str:
        """What repeats in a list: the tag and the first class, numbers aside."""
        return f"{self.tag}.{re.sub(r'[0-9]+', '', self.name.split(' ')[0])}"


def headings_of(part: Block) -> list[str]:
    """The headings of a block that are no date."""
    return [line.text for line in lines_of(part) if 0 < line.level < BOLD_LEVEL and not line.when]


def lines_of(part: Block | Line) -> list[Line]:
    """The lines of a part, in reading order."""
    if isinstance(part, Line):
        return [part]
    return [line for each in part.parts for line in lines_of(each)]


class _Writer:
    """Builds the tree while the page is walked: the open blocks, and the line being read."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.open = [Block("body")]
        self.pieces: list[str] = []
        self.bold: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.linked = -1  # the pieces up to the end of the last link
        self.moment = ""
        self.levels: list[int] = []
        self.styled: list[int] = []  # the elements that are headings by their class
        self.stamps: list[int] = []
        self.measured = 0

    def text(self, text: str) -> None:
        text = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
        if self.pieces and _stands_apart(self.pieces[-1], text):
            text = f" {text}"
        self.pieces.append(text)
        # what is bold before and after other text is two things: "June 3 Meeting" - "Canceled"
        self.bold += [text] if self.levels else [" "] if self.bold else []

    def end_line(self) -> None:
        text = squash(visible("".join(self.pieces)))
        if text:
            bold = squash(visible("".join(self.bold)))
            heading = min(self.levels, default=0)
            level = heading if 0 < heading < BOLD_LEVEL else BOLD_LEVEL if bold == text else 0
            block = self.open[-1]
            where = f"{block.tag}.{block.name.split(' ')[0]}" if block.name else block.tag
            line = Line(text, level, tuple(self.links), bold, bool(self.stamps), where, moment=self.moment)
            block.parts.append(line)
            self.moment = ""
        self.pieces, self.bold, self.links, self.linked = [], [], [], -1

    def enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        name = _name(node)
        begins = tag in BLOCKS or tag == "option"
        if begins:
            # a link without words that stretches over its card, or holds its picture, goes on to the card's first line
            wordless = [] if squash("".join(self.pieces)) or tag == "br" else self.links
            self.end_line()
            self.links = wordless
        if tag in _HEADINGS or tag in _BOLD:
            self.levels.append(_HEADINGS.get(tag, BOLD_LEVEL))
        elif styled := _STYLED.search(name):
            self.levels.append(max(int(styled[1]), 2))  # below the title of the page, however large
            self.styled.append(node.mem_id)
        if tag in ("time", "span") and classes.END.search(name) and self._goes_on(node):
            self.pieces.append(" – ")
        if tag == "time" and (marked := _MOMENT.match(node.attributes.get("datetime") or "")):
            self.moment = marked[1] if marked[2] != "00:00" else ""
        if classes.PUBLISHED.search(name) or "pubdate" in node.attributes:
            self._stamp(node)
        if begins and tag != "br" and len(self.open) < _DEEPEST:
            self.open.append(Block(tag, name, span=_span(node), beside=self._is_beside(tag, name)))

    def _goes_on(self, node: LexborNode) -> bool:
        """Whether what an element holds is the second of two times: figures behind figures, without a sign between."""
        before = "".join(self.pieces[-3:]).rstrip()
        return _TIMED.search(before) is not None and node.text(deep=True).strip()[:1].isdigit()

    def _is_beside(self, tag: str, name: str) -> bool:
        if tag in _BESIDE:
            return True
        if tag in ("body", "main", "article") or not classes.BESIDE.search(name):
            return False
        # builders of pages call any of their blocks a widget
        within = any(block.tag in ("main", "article") for block in self.open)
        return not within or bool(classes.BESIDE.search(classes.WIDGET.sub(" ", name)))

    def _stamp(self, node: LexborNode) -> None:
        """A short node says when the page was published; a long one of such a class is the page itself."""
        length = len(node.text(deep=True)) if self.measured < _MEASURED else _STAMP + 1
        self.measured += length
        if length <= _STAMP:
            self.stamps.append(node.mem_id)

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BLOCKS and tag != "br":
            self.end_line()
            if len(self.open) > 1 and self.open[-1].tag == tag:
                self.close()
        if tag == "a":
            self._link(node)
        styled = bool(self.styled) and self.styled[-1] == node.mem_id
        if styled:
            self.styled.pop()
        if self.levels and (styled or tag in _HEADINGS or tag in _BOLD):
            self.levels.pop()
        if self.stamps and self.stamps[-1] == node.mem_id:
            self.stamps.pop()

    def _link(self, node: LexborNode) -> None:
        address = self.markup.link(node.attributes.get("href") or "")
        if address:
            raw = _first_line(node)
            text = squash(visible(raw))
            last = self.links[-1] if self.links else ("", "")
            if self.linked == len(self.pieces) - 1 and last[1] == address and (not text or raw[0].islower()):
                # editors break a link within a word: ">D" "ecember 18"
                self.links[-1] = (squash(last[0] + visible(raw)), address)
            elif self.pieces or not self.open[-1].parts:
                self.links.append((text, address))
            else:
                for line in lines_of(self.open[-1].parts[-1]):
                    line.links = (*line.links, (text, address))
            self.linked = len(self.pieces)

    def close(self) -> None:
        """A block that is done goes into its parent; a mere wrapper gives its place to what it wraps."""
        done = self.open.pop()
        if named := classes.PLACE.search(done.name):
            _label_place(done, named[1])
        inner = done.parts[0] if len(done.parts) == 1 else None
        if isinstance(inner, Block) and done.tag not in ("li", "tr", "td", "th", "article"):
            inner.name = f"{done.name} {inner.name}".strip() if not inner.name else inner.name
            inner.beside = inner.beside or done.beside
            self.open[-1].parts.append(inner)
        elif done.parts or done.tag in ("td", "th"):
            self.open[-1].parts.append(done)


def _label_place(block: Block, name: str) -> None:
    """Head the only line of a block whose class says that it is a place, as the head of a column would."""
    lines = lines_of(block)
    if len(lines) == 1 and not lines[0].level:
        lines[0].label = name


def _stands_apart(before: str, text: str) -> bool:
    """Whether two pieces that only an element parts are two words: "24 sep" "19:30", "Holle Golf" "USA"."""
    if before[-1:].isalpha() and text[:1].isdigit() and len(text.strip()) > 1:
        return True
    if before[-1:].isdigit() and (_HOUR.match(text) or (text[:1].isupper() and text[1:2].islower())):
        return True
    return before[-1:].islower() and len(text.strip()) > 1 and text[:1].isalpha() and text.strip().isupper()


def _first_line(node: LexborNode) -> str:
    """The text of a link to its first line break: what a tooltip adds stands below."""
    pieces: list[str] = []
    for each, entering in _walk(node):
        if each.is_text_node:
            pieces.append(each.text_content or "")
        elif entering and each.tag == "br" and any(map(str.strip, pieces)):
            break
    return "".join(pieces)


def tree_of(markup: Markup) -> Block:
    """The page's body as blocks and lines; never raises, and no deeper than `_DEEPEST`."""
    writer = _Writer(markup)
    for node, entering in _walk(markup.root):
        if node.is_text_node:
            writer.text(node.text_content or "")
        elif entering:
            writer.enter(node)
        else:
            writer.leave(node)
    writer.end_line()
    while len(writer.open) > 1:
        writer.close()
    _bring_forward(writer.open[0])
    return writer.open[0]


def _bring_forward(tree: Block) -> None:
    """What holds the title of a page, or half of its text, stands beside nothing, whatever its class says."""
    whole = _length(tree)
    stack = [tree]
    while stack:
        block = stack.pop()
        if 2 * _length(block) > whole or any(line.level == 1 for line in lines_of(block)):
            block.beside = False
            stack += [part for part in block.parts if isinstance(part, Block)]


def _length(block: Block) -> int:
    return sum(len(line.text) for line in lines_of(block))


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below a node, entering and leaving, without recursion; unread and surrounding parts are skipped."""
    path: list[LexborNode] = []
    node = root.child
    while node is not None or path:
        if node is None:
            node = path.pop()
            yield node, False
        elif node.is_text_node:
            yield node, True
        elif node.is_element_node and not _is_around(node):
            yield node, True
            path.append(node)
            node = node.child
            continue
        node = node.next


def _is_around(node: LexborNode) -> bool:
    tag = node.tag or ""
    if tag in _AROUND or (tag in UNREAD) or is_hidden(node):
        return True
    if node.attributes.get("role") in _ROLES:
        return True
    return tag not in ("html", "body", "main", "form", "article") and bool(classes.AROUND.search(_name(node)))


def _name(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()[:200]


def _span(node: LexborNode) -> int:
    """The rows a cell stands in, at most 200."""
    text = node.attributes.get("rowspan") if node.tag in ("td", "th") else None
    return min(int(text), 200) if text and text.isdecimal() else 1
