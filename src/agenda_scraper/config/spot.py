"""A spot of a sources file: a node, its key path, and the desk where what is wrong with it is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from agenda_scraper.config.document import Branch, Leaf, Node, Series, shown
from agenda_scraper.errors import Problem
from agenda_scraper.text import shorten

_SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
# What other tools and other languages call the same thing; anything else is left to likeness.
_SYNONYMS = {
    "from": "since",
    "to": "until",
    "date": "when",
    "dates": "when",
    "link": "url",
    "href": "url",
    "location": "place",
    "lieu": "place",
    "venue": "place",
    "description": "summary",
    "organizer": "organisers",
    "tags": "themes",
    "lang": "language",
    "tz": "timezone",
    "zip": "postcode",
    "selector": "select",
    "css": "select",
    "attribute": "attr",
    "regex": "match",
    "interval": "every",
    "delay": "pause",
    "email": "contact",
    "rss": "feed",
    "atom": "feed",
    "ics": "ical",
    "calendar": "ical",
    "web": "html",
    "page": "html",
    "webpage": "html",
    "api": "json",
    "graphql": "json",
    "schema.org": "jsonld",
    "rdfa": "microdata",
    "hcalendar": "h-event",
    "microformats": "h-event",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word a maintainer most likely meant, None when none is near."""
    from difflib import get_close_matches  # late: needed only when something is wrong

    known = list(known)
    synonym = _SYNONYMS.get(word.lower())
    if synonym in known:
        return synonym
    near = get_close_matches(word.lower().replace("-", "_")[:60], known, n=1, cutoff=0.6)
    return near[0] if near else None


def advice(word: str, known: Iterable[str]) -> str:
    """`did you mean 'items'?`, or the words there are."""
    known = list(known)
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else f"write one of: {', '.join(known)}" if known else ""


class Wrong(Exception):
    """What is wrong with the value of a spot, and what to type instead."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(what, fix)
        self.what, self.fix = what, fix


@dataclass(slots=True)
class Desk:
    """Where the problems of one file are collected, and what the file may refer to."""

    file: str
    environ: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spot:
    """A node in its place."""

    desk: Desk
    node: Node
    path: str = ""

    def wrong(self, what: str, fix: str = "") -> None:
        """Note a problem here; a secret that went into the value is shown by its name."""
        what, fix = self._without_secrets(what), self._without_secrets(fix)
        self.desk.problems.append(Problem(self.desk.file, self.node.line, shown(self.path), what, fix))

    def doubt(self, what: str, fix: str = "") -> None:
        """Note a warning here."""
        what, fix = self._without_secrets(what), self._without_secrets(fix)
        self.desk.warnings.append(Problem(self.desk.file, self.node.line, shown(self.path), what, fix, warning=True))

    @property
    def origin(self) -> str:
        """`sources.yaml:12`."""
        return f"{self.desk.file}:{self.node.line}"

    @property
    def empty(self) -> bool:
        """True where a key stands without a value."""
        return isinstance(self.node, Leaf) and not self.node.quoted and self.node.text in ("", "~", "null")

    def below(self, key: str, node: Node) -> Spot:
        """The spot of a node one level down."""
        return Spot(self.desk, node, f"{self.path}.{key}" if self.path else key)

    def branches(self) -> dict[str, Spot]:
        """The spots of a mapping by key; raises Wrong when this is none."""
        if isinstance(self.node, Branch):
            return {key: self.below(key, node) for key, node in self.node.nodes.items()}
        if self.empty:
            raise Wrong("empty", "write its keys below it, indented by two spaces, or delete it")
        found = "a list" if isinstance(self.node, Series) else f"the text '{self._excerpt()}'"
        raise Wrong(f"{found} where a mapping belongs", "write 'key: value' lines, without '- '")

    def entries(self) -> Iterator[Spot]:
        """The spots of a sequence; a single value is a sequence of one."""
        if isinstance(self.node, Series):
            for number, node in enumerate(self.node.nodes, start=1):
                yield Spot(self.desk, node, f"{self.path}[{number}]")
        else:
            yield self

    def text(self) -> str:
        """The text written here, its `${NAMES}` read from the environment; raises Wrong when there is none."""
        if not isinstance(self.node, Leaf):
            kind = "a list" if isinstance(self.node, Series) else "a mapping"
            raise Wrong(f"{kind} where a single value belongs", "write one value, in quotes if it begins with [ or {")
        if self.empty:
            what = f"empty: YAML reads '{self.node.cut}' as a comment" if self.node.cut else "empty"
            raise Wrong(what, "put it in quotes" if self.node.cut else "write a value, or delete the key")
        return self._with_secrets(self.node.text)

    def secrets(self) -> dict[str, str]:
        """The variables of the environment that the texts here and below name, with their values."""
        names: set[str] = set()
        nodes: list[Node] = [self.node]
        while nodes:
            node = nodes.pop()
            if isinstance(node, Leaf):
                names.update(_SECRET.findall(node.text))
            else:
                nodes += node.nodes.values() if isinstance(node, Branch) else node.nodes
        return {name: value for name in sorted(names) if (value := self.desk.environ.get(name))}

    def _excerpt(self) -> str:
        return shorten(self.node.text, 40) if isinstance(self.node, Leaf) else ""

    def _with_secrets(self, text: str) -> str:
        for name in _SECRET.findall(text):
            if not self.desk.environ.get(name):
                raise Wrong(f"the environment variable {name} is not set", f"export {name}=… before the command")
        return _SECRET.sub(lambda found: self.desk.environ[found[1]], text)

    def _without_secrets(self, sentence: str) -> str:
        for name in _SECRET.findall(self.node.text) if isinstance(self.node, Leaf) else ():
            value = self.desk.environ.get(name)
            sentence = sentence.replace(value, f"${{{name}}}") if value else sentence
        return sentence
