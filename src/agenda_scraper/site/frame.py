"""What every page shares: who publishes, in which language, and how far below the root it lies."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from agenda_scraper.agenda import Feed, Site
from agenda_scraper.site.words import Words, words
from agenda_scraper.text import shorten, shown, web_address

# Shown at any address that is none, however deep.
MISSING = "404.html"
# What a search engine shows of a title.
_TITLE = 70
# The pages the bar leads to: it says on which of them one is.
_SHOWN = {"index.html", "month.html", "explore.html", "news.html", "subscribe.html"}


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as one may subscribe to it: `ics`, `rss`… relative to the page, `address` and `webcal` whole."""

    title: str
    ics: str
    rss: str
    atom: str
    json: str
    changes: str
    upcoming: str
    address: str
    webcal: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The site around a page. `live`: it is served from the store, so that any filter can be answered.

    `path` is where the page lies, below the root.
    """

    site: Site
    feeds: tuple[Feed, ...]
    words: Words
    today: date
    path: str = "index.html"
    live: bool = False

    @property
    def root(self) -> str:
        """From the page up to the root: empty, or `../` for each folder; a page for any address begins at the host."""
        if self.path == MISSING:
            return urlsplit(self.home).path
        return "../" * self.path.count("/")

    @property
    def home(self) -> str:
        """The address of the site, with its slash."""
        return (web_address(self.site.url) or "").rstrip("/") + "/"

    def at(self, path: str) -> Frame:
        """The same around another page."""
        return Frame(self.site, self.feeds, self.words, self.today, path, self.live)

    def subscription(self, name: str, title: str, parameters: str = "") -> Subscription:
        """How to subscribe to a feed; `parameters` are those of a filter that is answered live."""
        return _subscription(self.root, self.home, name, shown(title), f"?{parameters}" if parameters else "")

    def rendered(self, template: str, *, title: str, jsonld: str = "", **values: object) -> bytes:
        """A page by its template. The one script it may hold is `jsonld`: nothing else can run (its CSP says so)."""
        script = b64encode(sha256(jsonld.encode("utf-8")).digest()).decode("ascii") if jsonld else ""
        said, name = shown(title), shown(self.site.title)
        whole = name if said in (name, "") else f"{said} · {name}"
        language, root = self.words.language, self.root
        page = _template(template, language).render(
            frame=self,
            head_title=whole if len(whole) <= _TITLE else shorten(said, _TITLE),
            bar=_bar(language, name, root, self.path if self.path in _SHOWN else ""),
            foot=_foot(language, root),
            everything=_alternates(language, self.subscription("all", name)),
            root=root,
            title=said,
            site_title=name,
            canonical=self.home + ("" if self.path == "index.html" else self.path),
            jsonld=Markup(jsonld),
            script_hash=script,
            **values,
        )
        return page.encode("utf-8")


# What is the same on thousands of pages is set once.
@cache
def _bar(language: str, site_title: str, root: str, here: str) -> Markup:
    return Markup(macro("pieces.html", "bar", language)(root, here, site_title))


@cache
def _foot(language: str, root: str) -> Markup:
    return Markup(macro("pieces.html", "foot", language)(root))


@lru_cache(maxsize=64)
def _alternates(language: str, feed: Subscription) -> Markup:
    return Markup(macro("pieces.html", "alternates", language)(feed))


@lru_cache(maxsize=64)
def _subscription(root: str, home: str, name: str, title: str, asked: str) -> Subscription:
    base, whole = f"{root}feeds/{name}", f"{home}feeds/{name}"
    return Subscription(
        title=title,
        **{kind: f"{base}.{kind}{asked}" for kind in ("ics", "rss", "atom", "json")},
        changes=f"{base}-changes.rss{asked}",
        upcoming=f"{base}-upcoming.rss{asked}",
        address=f"{whole}.ics{asked}",
        webcal=f"webcal://{whole.partition('://')[2]}.ics{asked}",
    )


@cache
def _template(name: str, language: str) -> Template:
    return _environment(language).get_template(name)


@cache
def _environment(language: str) -> Environment:
    # Every value is escaped; a name the template does not know is an error, not an empty place.
    environment = Environment(
        loader=PackageLoader("agenda_scraper.site"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # `{{ 'skip'|said }}`: a sentence that is always the same is set when the template is compiled
    environment.globals["words"] = environment.filters["said"] = words(language)
    return environment


def style() -> bytes:
    """The one style sheet."""
    return files("agenda_scraper.site").joinpath("style.css").read_bytes()


def macro(template: str, name: str, language: str) -> Callable[..., str]:
    """A macro of a template in a language, to set one piece of a page."""
    found: Callable[..., str] = getattr(_template(template, language).module, name)
    return found
