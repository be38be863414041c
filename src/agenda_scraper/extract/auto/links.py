"""Where a page leads: the next page of its list, the calendars it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from agenda_scraper.extract.markup import Markup, absolute, same_site, text_of
from agenda_scraper.links import address_key, is_calendar
from agenda_scraper.model import Notice
from agenda_scraper.text import fold

# The standard relation, then what Drupal, WordPress, Bootstrap, TYPO3 and SPIP call it.
_NEXT = (
    "link[rel~=next], a[rel~=next]",
    "li.pager-next a, .pager__item--next a, li.next a, a.next, .nav-next a, .page-item.next a, a.page-next",
)
_NEXT_WORDS = re.compile(
    r"(page )?(suivante?|next|weiter|nachste( seite)?|siguiente|seguent|prossima|volgende|seguinte|proxima)( page)?"
)
_CALENDARS = (
    'link[type="text/calendar"], a[type="text/calendar"], a[href^="webcal:"], a[href*=".ics"], a[href*=ics_view],'
    " a[href*=ical]"
)
_OPENAGENDA = re.compile(r"""(?:openagenda\.com|["'/][a-z]{2}|["'])/agendas/(\d{3,12})\b""")
_EXPORT = "https://openagenda.com/agendas/{}/events.v2.json?relative[]=current&relative[]=upcoming&size=300"
_OF_EVENTS = re.compile(r"(?<![a-z])(?:agenda|evenements?|events?|veranstaltungen|termine)(?![a-z])")
# What the page is called that a home page sends people to for its events.
_AGENDA = re.compile(
    r"(?:l )?agenda(?: \w+){0,3}|(?:tous |toutes )?(?:les |nos |the |all )?(?:prochains |upcoming )?"
    r"(?:evenements?|events?)"
    r"|calendrier(?: des \w+)?|(?:events? )?calendar|rendez vous|veranstaltungen|termine|kalender|evenementen"
    r"|eventos|eventi"
)
_AGENDAS = 2  # pages of that name that are read
_FILE = re.compile(r"\.(pdf|docx?|odt|ics|vcs|jpe?g|png|zip|xlsx?)$", re.I)
_MOST = 3  # calendars of a page that are tried; a page with more has one beside each of its events


def own_page(notice: Notice) -> str | None:
    """The page of a notice that a list announces: another one, of the same site, and no file."""
    address = notice.text("url")
    if not address or address_key(address) == address_key(notice.page_url) or not same_site(address, notice.page_url):
        return None
    return None if _FILE.search(urlsplit(address).path) else address


def next_of(markup: Markup) -> str | None:
    """The address of the following page of a list, on the same site; None when the page names none."""
    for selector in _NEXT:
        for node in markup.css(selector):
            address = _address(markup, node)
            if address:
                return address
    for node in markup.css("nav a, [class*=pag] a"):
        words = fold(f"{node.attributes.get('aria-label') or ''} {text_of(node)}").strip(" »›>→\n")
        if len(words) < 40 and _NEXT_WORDS.fullmatch(words) and (address := _address(markup, node)):
            return address
    return None


def calendars_of(markup: Markup) -> tuple[str, ...]:
    """The calendars a page offers; of many the first alone, which stands above the files of the single events."""
    found = tuple(dict.fromkeys(_calendars(markup)))
    return found if len(found) <= _MOST else found[:1]


def agendas_of(markup: Markup) -> tuple[str, ...]:
    """The pages of the same site that are called an agenda: a home page need not show any event itself."""
    found = dict[str, None]()
    for node in markup.css("a[href]"):
        text = fold(text_of(node))
        if len(text) <= 40 and _AGENDA.fullmatch(text.strip(" »›>→\n")) and (address := _address(markup, node)):
            found.setdefault(address.partition("#")[0])
        if len(found) == _AGENDAS:
            break
    return tuple(found)


def _calendars(markup: Markup) -> Iterator[str]:
    for node in markup.css(_CALENDARS):
        href = (node.attributes.get("href") or "").replace("webcal:", "https:", 1)
        address = absolute(markup.base, href)
        if address and ("type" in node.attributes or is_calendar(node.attributes.get("href") or "")):
            yield address
    told = f"{markup.page.url} {markup.text}"
    for agenda in _OPENAGENDA.findall(told) if "openagenda.com" in told else ():
        yield _EXPORT.format(agenda)  # the agenda that the page embeds
    for node in markup.css('link[rel=alternate][type$="rss+xml"], link[rel=alternate][type$="atom+xml"]'):
        named = f"{node.attributes.get('title') or ''} {node.attributes.get('href') or ''}"
        address = absolute(markup.base, node.attributes.get("href") or "")
        if address and _OF_EVENTS.search(fold(named)):
            yield address


def _address(markup: Markup, node: LexborNode) -> str | None:
    address = absolute(markup.base, node.attributes.get("href") or "")
    return address if address and address != markup.page.url and same_site(address, markup.page.url) else None
