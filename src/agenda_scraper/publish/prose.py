"""An event told to a person: as plain text for calendars, as HTML for feed readers; the same facts in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from agenda_scraper.links import event_page, told_apart
from agenda_scraper.model import Event, Facts, Moment, Place, Role, Status, When
from agenda_scraper.publish import Channel
from agenda_scraper.publish.markup import clean_html
from agenda_scraper.publish.words import WORDS, label, long_dates, one_line, say_moment, town_of, untagged
from agenda_scraper.text import said_once, shorten, visible, web_address
from agenda_scraper.zones import clocks_of

# Outlook and Google cut a description at about 8 kB; a feed of a thousand events must stay near 1 MB.
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Detail:
    """One line under the summary: what it is, the words, and the address they lead to."""

    label: str
    text: str
    link: str | None = None


def place_line(facts: Facts, language: str) -> str:
    """Where, on one line: « Hôtel de ville, 2 place Augustin-Laurent, 59000 Lille »; empty when unknown."""
    address = _address(facts.place) if facts.place else ""
    online = WORDS[language]["online"] if facts.mode != "offline" else ""
    return ", ".join(part for part in (address, online) if part)


# a hall has many events
@lru_cache(maxsize=1024)
def _address(place: Place) -> str:
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return said_once(map(one_line, (place.name, place.address, town)))


def point(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude, when they name a point on Earth; 0, 0 is where unknown places are put."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    on_earth = abs(place.latitude) <= 90 and abs(place.longitude) <= 180
    return (place.latitude, place.longitude) if on_earth and (place.latitude or place.longitude) else None


def details(event: Event, language: str, home: str) -> tuple[Detail, ...]:
    """What a reader may want to know after the summary, in this order; the sources come last and never miss.

    One that turned out to be another leads there first: below `home`, the address of the site.
    """
    facts, words = event.facts, WORDS[language]
    found = (
        Detail(words["merged"], *_linked(successor(event, home))),
        Detail(words["formerly"], _moment(facts.when.previous_start, event, language)),
        Detail(words["organisers"], names(facts, Role.ORGANISER)),
        Detail(words["partners"], names(facts, Role.PARTNER, Role.FUNDER, Role.SPEAKER)),
        Detail(words["register"], *_linked(facts.registration_url)),
        Detail(words["deadline"], _moment(facts.deadline, event, language)),
        Detail(words["contact"], contact_line(facts)),
        *(Detail(words["source"], one_line(told), address) for told, address in told_apart(addresses(event))),
    )
    return tuple(detail for detail in found if detail.text)


def topics(facts: Facts, terms: Mapping[str, str]) -> tuple[str, ...]:
    """The type and the themes, each once, in the words there are for them."""
    codes = [("type", facts.type), *(("theme", theme) for theme in facts.themes)]
    told = (terms.get(f"{kind}.{code}", code) for kind, code in codes)
    return tuple(dict.fromkeys(said for term in told if (said := one_line(term))))


def addresses(event: Event) -> tuple[str, ...]:
    """Where the event is announced, the page believed first; only http and https."""
    told = (event.facts.url, *(witness.url for witness in event.witnesses))
    return tuple(dict.fromkeys(address for url in told if (address := web_address(url))))


def successor(event: Event, home: str) -> str | None:
    """The page on our site of the event that this one turned out to be."""
    return f"{home.rstrip('/')}/{event_page(event.merged_into)}" if event.merged_into else None


def page_of(event: Event, home: str) -> str | None:
    """Where whoever wants to know more is led: to the other event, else to the page believed first."""
    return successor(event, home) or next(iter(addresses(event)), None)


def names(facts: Facts, *roles: Role) -> str:
    """Those who do one of these things for the event, in the order of the page."""
    return one_line(", ".join(who.name for who in facts.organisers if who.role in roles))


def contact_line(facts: Facts) -> str:
    """Whom to ask: names, addresses and numbers, one contact after the other."""
    lines = (", ".join(part for part in (who.name, who.email, who.phone) if part) for who in facts.contacts)
    return one_line(" ; ".join(line for line in lines if line))


def plain(event: Event, language: str, home: str) -> str:
    """The description of a calendar entry: the summary, a blank line, then the details."""
    summary = shorten(untagged(visible(event.facts.summary or "")).strip(), _LONGEST)
    lines = [
        f"{label(detail.label, language)} {detail.link or detail.text}" for detail in details(event, language, home)
    ]
    return "\n\n".join(part for part in (_standing(event, language), summary, "\n".join(lines)) if part)


def html(event: Event, language: str, channel: Channel) -> str:
    """The description of a feed entry: when and where first, for readers that know no event module."""
    whose = whose_hours(event.facts.when, language, channel)
    lines = [f"<strong>{escape(words)}</strong>{escape(whose)}" for words in long_dates(event.facts.when, language)]
    lines += [escape(words) for words in (place_line(event.facts, language), _standing(event, language)) if words]
    head = f"<p>{'<br>'.join(lines)}</p>" if lines else ""
    return head + rich(event, language, channel.home)


def whose_hours(when: When, language: str, channel: Channel) -> str:
    """Whose clocks the hours are told on, where those of the channel show others: « (Londres) »."""
    elsewhere = clocks_of(when, channel.timezone)
    return f" ({town_of(elsewhere, language)})" if elsewhere else ""


def rich(event: Event, language: str, home: str) -> str:
    """The summary with its own paragraphs and links, then the details; HTML that is ours to the last tag."""
    facts = event.facts
    body = clean_html(facts.summary_html or "", length=_LONGEST)
    if not body and facts.summary:
        told = escape(shorten(untagged(visible(facts.summary)).strip(), _LONGEST))
        body = f"<p>{told.replace(chr(10), '<br>')}</p>"
    lines = "<br>".join(_detail_html(detail, language) for detail in details(event, language, home))
    return body + (f"<p>{lines}</p>" if lines else "")


def _detail_html(detail: Detail, language: str) -> str:
    text = escape(detail.text)
    told = f'<a href="{escape(detail.link)}">{text}</a>' if detail.link else text
    return f"{label(detail.label, language)} {told}"


def _standing(event: Event, language: str) -> str:
    """What became of the event, where the title does not already say it."""
    status = event.facts.status
    apart = not event.merged_into and status in (Status.RESCHEDULED, Status.MOVED_ONLINE)
    return WORDS[language][status] if apart else ""


def _moment(moment: Moment | None, event: Event, language: str) -> str:
    return say_moment(moment, event.facts.when.timezone, language) if moment is not None else ""


def _linked(url: str | None) -> tuple[str, str | None]:
    """The words of a link and its address: the host is enough to know where one is led."""
    address = web_address(url)
    return (address.split("/")[2].removeprefix("www."), address) if address else ("", None)
