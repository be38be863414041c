"""Markup nested deeper, or menus longer, than any page needs are made flat: a parser's time is the square of either."""

from __future__ import annotations

import re
from collections import Counter

_DEEPEST = 1_000  # browsers stop at 512 (Blink's kMaximumHTMLParserDOMTreeDepth)
_MANY = 8_000  # tags; what has fewer is parsed at once, however they nest
_CHOICES = 2_000  # options of menus; nothing is read in them, whatever they are
_OPTION = re.compile(r"</?opt(?:ion|group)\b[^<>]*>?", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
# Elements that hold nothing, and those whose end tag pages leave out (HTML 13.1.2.4): a run of them does not nest.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption"}
    | {"html", "head", "body", "script", "style"}
)


def flattened(text: str) -> str:
    """The page without the tags that stand deeper than browsers build them, or are choices by the thousand."""
    if text.count("<") <= _MANY:
        return text
    if len(_OPTION.findall(text)) > _CHOICES:
        text = _OPTION.sub(" ", text)
    return _Depth().cut(text)


class _Depth:
    """How deep the open elements nest; an end tag closes only what is open."""

    def __init__(self) -> None:
        self.open = Counter[str]()
        self.depth = 0

    def cut(self, text: str) -> str:
        """The text without the tags below `_DEEPEST`; the very text when there are none."""
        return _TAG.sub(self._tag, text) if self._is_deep(text) else text

    def _is_deep(self, text: str) -> bool:
        deepest = _Depth()
        return any(deepest.goes(tag) > _DEEPEST for tag in _TAG.finditer(text))

    def goes(self, tag: re.Match[str]) -> int:
        """The depth a tag stands at."""
        name = tag.group(2).lower()
        if name in _FLAT:
            return 0
        if not tag.group(1):
            self.open[name] += 1
            self.depth += 1
            return self.depth
        if not self.open[name]:
            return 0
        self.open[name] -= 1
        self.depth -= 1
        return self.depth + 1

    def _tag(self, tag: re.Match[str]) -> str:
        return " " if self.goes(tag) > _DEEPEST else tag.group()
