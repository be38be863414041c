"""Towns a notice mentions outside any address, each with the trust its wording earns it to be the event's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from agenda_scraper.model import Place
from agenda_scraper.text import factored
from agenda_scraper.where import gazetteer
from agenda_scraper.where.address import begins_with_date
from agenda_scraper.where.affiliation import is_bygone, is_elsewhere, is_example
from agenda_scraper.where.housed import german_ending, town_of_venue
from agenda_scraper.where.leading import inside_name, joins, may_name_town, speaks_of_here
from agenda_scraper.where.mode import meets_online, says_both
from agenda_scraper.where.passing import in_passing, is_aside, is_at_home, is_dated, set_off
from agenda_scraper.where.settle import Clues, named_divisions, settled
from agenda_scraper.where.spelling import is_half, is_name, undated
from agenda_scraper.where.subject import residents, speaking, subjects
from agenda_scraper.where.town import (
    before_codes,
    coded_part,
    contracted,
    is_wider,
    known_town,
    looks_like_town,
    shaped_like_town,
    towns,
    well_known,
)
from agenda_scraper.where.venue import Venue, is_kind
from agenda_scraper.where.words import TOWN_LINKS, dated, flat, never_town

_CAPITAL = r"[A-ZÀ-ÞŒ][\w'’-]{0,40}"
_LINK = rf"(?:(?:{TOWN_LINKS}|en|alla|dei)[ \u00a0]){{0,2}}"
_NAME = rf"{_CAPITAL}(?:[ \u00a0]{_LINK}(?:[ldLD]['’])?{_CAPITAL}){{0,3}}"
# "Viana do Castelo", "Saint-Denis-en-Val": what a name may go on with
_BEGINS, _FURTHER = re.compile(r"(?<![\w-])"), re.compile(rf"-\w[\w-]+|\s(?:d[eao]s?|di|sur|am|an der)\s{_CAPITAL}")
_BODY = 6_000  # letters searched for an article run into "de"
_OF = re.compile(r"(?:d[eiou]|del|dels|dell[aeo]|das?|dos|des|van|von|of|sur|sous|aan|am)|d['’]\S+")
_AND = frozenset(("e", "y", "i", "en", "et", "und", "and"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A town the notice may mean, and how surely (0..1) the wording makes it the event's.

    `loose`: the wording is that of a town named in passing as well.
    """

    city: str
    trust: float
    hints: Clues
    loose: bool = False

    def place(self) -> Place:
        """The town with what the gazetteer has on it."""
        return settled(self.city, self.hints)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    happens = (
        r"(?:lieu|tien\w+|deroul\w+|rendez-vous|accueill\w+|organis\w+|reuni\w+|retrouv\w+|rencontr\w+|place|held"
        r"|hosted|meet\w*|statt|findet|celebra\w*|tendra|lugar|svolge\w*|terra|tiene|plaatsvind\w*|plaats|vindt"
        r"|realiza\w*|decorre\w*|tera|tindra|fara|aura|invit\w*|coming|kommt|llega)"
    )
    preposition = r"(?P<how>[Aa]ux?|à|A|À|in|In|en|En|a|em|te|zu|près de|at|n[oa])"
    of_town = (
        r"commune(?: nouvelle| deleguee)?|universite populaire|ville|mairie|maire|municipalite"
        r"|conseil municipal|metropole|ayuntamiento|alcaldia|comune|municipio"
        r"|ajuntament|camara municipal|prefeitura|city|town|municipality|borough"
    )
    of = r"(?:de |d'|di |of |van |do |da )"
    return {
        "happens": re.compile(happens),
        "at": re.compile(rf"(?<![\w'’-]){preposition}\s(?P<town>{_NAME})"),
        "governed": re.compile(rf"\b(?:(?:{factored(of_town)})\s{of}|gemeinde |stadt |gemeente )"),
        "name": re.compile(_NAME),
        "council": re.compile(
            rf"(?<![\w'’-])(?P<town>{_CAPITAL}(?:\s{_CAPITAL})?)\s(?:Town|City|Borough|Parish|District|County) Council"
        ),
        "run in": re.compile(rf"\s(?P<how>du|des)\s(?P<town>{_NAME})"),
        "of": re.compile(rf"(?:\s(?:de|di|of|van|von|do|da|der)\s|\sd['’])(?P<town>{_NAME})"),
        # These begin with one set of signs, which is searched for ten times as fast as a choice.
        "coded": re.compile(rf"(?P<code>\d\d{{4}})[ \t\u00a0](?P<town>{_NAME})"),
        "coded abroad": re.compile(rf"(?:,|[–-])\s(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s(?P<town>{_NAME})"),
        "numbered": re.compile(rf"(?<![\w'’-])(?P<town>{_NAME})[ \u00a0]\((?P<number>\d\d|2[AB]|97\d)\)"),
    }


def surest(text: str, plain: str, hints: Clues, seen: Sequence[Venue]) -> Mention | None:
    """The town the notice mentions most surely; `seen` are its venues.

    Of an online event only what is said of the event itself. Each kind of mention is looked for only while it may
    still be the surest: the kinds stand in the order of the most that each is trusted.
    """
    best = _better(text, None, ((0.97, _coded(text, hints)), (0.9, _at(text, plain, hints, seen))))
    best = _better(text, best, ((0.8, _in_venues(text, hints, seen)),))
    best = _better(text, best, ((0.5, _called(text, plain, hints)),))
    if not seen and meets_online(plain) and not says_both(plain):
        return best
    weaker = (
        (0.75, _alone(text, plain, hints, seen)),
        (0.6, _governed(text, plain, hints)),
        (0.45, _spoken_of(text, plain, hints, seen)),
        (0.4, _well_known_of(text, plain, hints)),
        (0.4, _run_in(text, hints)),
    )
    return _longer(_better(text, best, weaker), text, hints)


def _longer(best: Mention | None, text: str, hints: Clues) -> Mention | None:
    """The town in full where another line says it so: "Viana", and then "concelho de Viana do Castelo"."""
    start = text.find(best.city) if best else -1
    # looked for as it is: an expression for each town would be compiled for each notice
    while best and start >= 0:
        more = _FURTHER.match(text, start + len(best.city))
        if more and _BEGINS.match(text, start):
            full = text[start : more.end()]
            return replace(best, city=full) if known_town(full, hints) else best
        start = text.find(best.city, start + 1)
    return best


def _better(text: str, best: Mention | None, kinds: Iterable[tuple[float, Iterator[Mention]]]) -> Mention | None:
    """The surest of what is known and of the kinds, each with the most it may be trusted; of equals the first."""
    for most, named in kinds:
        if best is None or best.trust < most:
            known, rivals = best, [*filter(None, (best,)), *named]
            while (best := max(rivals, key=lambda one: one.trust, default=None)) is not known:
                if best is None or not best.loose or not in_passing(best.city, text, best.hints):
                    break
                rivals.remove(best)
    return best


def _called(text: str, plain: str, hints: Clues) -> Iterator[Mention]:
    """Whose people are called, though they take part from afar: "les habitants d'Arcueil votent en ligne"."""
    for name in residents(text, plain):
        town = _known_part(name, hints) or (name if shaped_like_town(name) else None)
        if town and not is_wider(town, hints):
            yield Mention(town, 0.5, hints)


def _spoken_of(text: str, plain: str, hints: Clues, seen: Sequence[Venue]) -> Iterator[Mention]:
    """Whom the notice speaks of as of a town: "habitants de X"."""
    halls = [name for venue in seen for name in venue.names(text)]
    for name in (*subjects(text, plain), *speaking(text, plain, hints.language)):
        town = _known_part(name, hints) or name
        # a region is no town, nor is the hall a title ends with, nor "Piazza" alone
        if not (
            is_wider(town, hints) or town in halls or is_kind(town, hints.language) or in_passing(town, text, hints)
        ):
            yield Mention(town, 0.45, hints)


def _well_known_of(text: str, plain: str, hints: Clues) -> Iterator[Mention]:
    """A larger town behind "de", wherever it stands."""
    for found in _patterns()["of"].finditer(text):
        town = _known_part(found["town"], hints)
        if town and well_known(town, hints) and speaks_of_here(text, plain, found.start(), town):
            yield Mention(town, 0.4, hints)


def _run_in(text: str, hints: Clues) -> Iterator[Mention]:
    """ "Budget participatif du Pré-Saint-Gervais": the article of a town run into "de"."""
    for found in _patterns()["run in"].finditer(text[:_BODY]) if hints.language == "fr" else ():
        if (town := contracted(found["how"], found["town"], hints)) and well_known(town, hints):
            yield Mention(town, 0.4, hints)


def _coded(text: str, hints: Clues) -> Iterator[Mention]:
    """59000 Lille or Saint-Brévaud (44), anywhere."""
    for found in _patterns()["coded"].finditer(text) if hints.home == "FR" else ():
        if text[found.start() - 1 : found.start()].isdigit():
            continue
        name = coded_part(found["town"], found["code"])
        if gazetteer.department_of_postcode(found["code"]) and looks_like_town(name) and not is_wider(name, hints):
            yield Mention(name, 0.97, replace(hints, postcode=found["code"]))
    for name, code in before_codes(text) if hints.home == "FR" else ():
        yield Mention(name, 0.97, replace(hints, postcode=code))
    for found in _patterns()["coded abroad"].finditer(text) if hints.home and hints.home != "FR" else ():
        if any(town.country == hints.home for town in towns(found["town"])):
            yield Mention(found["town"], 0.72, hints)  # "Parlement, Rue du Lombard 69, 1000 Bruxelles"
    for found in _patterns()["numbered"].finditer(text) if hints.home == "FR" else ():
        division = gazetteer.by_code().get(("FR", found["number"]))
        own = division in named_divisions(found["town"]) and not known_town(found["town"], hints)  # "Lozère (48)"
        own = own or is_elsewhere(text, hints.text, found.start())
        if division and not own and looks_like_town(found["town"]):
            yield Mention(found["town"], 0.9, replace(hints, divisions=(division,)))


def _in_venues(text: str, hints: Clues, seen: Sequence[Venue]) -> Iterator[Mention]:
    for venue in seen:
        for name in venue.names(text):
            town = town_of_venue(name, hints)
            if town and not is_elsewhere(text, hints.text, venue.start):
                yield Mention(town, 0.8, hints)
            elif hints.language == "de" and (town := german_ending(name)):
                yield Mention(town, 0.3, hints)


def _at(text: str, plain: str, hints: Clues, seen: Sequence[Venue]) -> Iterator[Mention]:
    """à Lille, in Ghent: a known town, or any capitalised name after a verb of taking place."""
    for found in _patterns()["at"].finditer(text):
        if _overlaps(found.start("town"), found.end(), seen):
            continue
        if joins(found["how"], hints.language) or is_bygone(plain, found.start()):
            continue
        sentence = re.split(r"[.!?\n]\s", plain[max(0, found.start() - 80) : found.start()])[-1]
        happens = _patterns()["happens"].search(sentence) is not None
        if not happens and (is_example(text, found.start(), found.end()) or is_elsewhere(text, plain, found.start())):
            continue
        run_in = found["how"].lower() in ("au", "aux")
        town = contracted(found["how"], found["town"], hints) if run_in else _known_part(found["town"], hints)
        if town:
            yield Mention(town, 0.9 if happens else 0.7, hints, loose=not happens)
        elif (
            run_in
            or not looks_like_town(found["town"])
            or not may_name_town(found["how"], hints.language)
            or inside_name(text, found.start(), hints.language)
        ):
            continue
        elif happens or _set_apart(text, sentence, found):
            yield Mention(found["town"], 0.65 if happens else 0.55, hints, loose=True)


def _set_apart(text: str, sentence: str, found: re.Match[str]) -> bool:
    """Beside a date: ", 9h-11h, à Estrelles (salle des fêtes)", "in Groenrade, vrijdag 3 april"."""
    follows = re.match(r"\s?[,:–—-]\s|\s\(", text[found.end() : found.end() + 3])
    after = text[found.end() + follows.end() :][:30] if follows else ""
    if begins_with_date(after) and re.search(r"\d", after):
        return True
    apart = sentence.rstrip()[-1:] in (",", "–", "-") and dated().search(sentence) is not None
    return text[found.end() : found.end() + 2].lstrip()[:1] == "(" or (
        apart and text[found.end() : found.end() + 1] in ("", ".", ",", ";", "\n")
    )


def _alone(text: str, plain: str, hints: Clues, seen: Sequence[Venue]) -> Iterator[Mention]:
    """A town between commas: ", Utrecht."; an unknown one only as the end of a sentence that gave the date."""
    for first, last, sentence in set_off(text):
        part = text[first:last].strip()
        if not 1 < len(part) <= 60 or not is_name(part) or never_town().match(flat(part)):
            continue
        town = known_town(part, hints)
        ends = last == sentence[1] and _no_person(part) and not _overlaps(first, last, seen)
        # "Date:" is a label, though a town of Japan is called so
        named = text[last : last + 1] != ":" or (town and any(one.country == hints.home for one in towns(town.city)))
        if town and named and not is_half(text, first, last):
            told = is_at_home(town.city, hints) or is_dated(plain, sentence)
            if told and not is_aside(text, plain, first):
                yield Mention(town.city, 0.75, town.hints, loose=True)
        elif ends and dated().search(plain, sentence[0], first):
            yield Mention(part, 0.5, hints, loose=True)
        elif text[first - 1 : first] == "(" and text[last : last + 1] == ")" and shaped_like_town(part):
            yield Mention(part, 0.5, hints, loose=True)  # "la marche du quartier des Verriers (Mens-sur-Drac)"


def _overlaps(start: int, end: int, seen: Sequence[Venue]) -> bool:
    return any(venue.start < end and start < venue.end for venue in seen)


def _governed(text: str, plain: str, hints: Clues) -> Iterator[Mention]:
    """The town whose council or mayor speaks: commune de X, Ayuntamiento de X, X Town Council."""
    spoken = (_patterns()["name"].match(text, found.end()) for found in _patterns()["governed"].finditer(plain))
    names = [undated(found[0]) for found in spoken if found]
    towns_named = [_known_part(name, hints) or name for name in names]
    if " Council" in text:
        towns_named += [found["town"] for found in _patterns()["council"].finditer(text)]
    for town in towns_named:
        if looks_like_town(town):
            yield Mention(town, 0.6, hints, loose=True)


def _no_person(part: str) -> bool:
    words = part.split()
    # "De Linde en Veldzicht" are two quarters
    linked = any(word.islower() for word in words) and _AND.isdisjoint(words)
    return looks_like_town(part) and (len(words) == 1 or linked)


def _known_part(name: str, hints: Clues) -> str | None:
    """The name when the gazetteer knows it, else its longest beginning that is a larger town of the country."""
    if known_town(name, hints):
        return name
    words = name.split()
    # "Sant Martí del Bosc" is no part of Sant Martí: a name is not cut before "of"
    cuts = (size for size in range(len(words) - 1, 0, -1) if not _OF.fullmatch(words[size]))
    beginnings = (" ".join(words[:size]) for size in cuts)
    return next((beginning for beginning in beginnings if well_known(beginning, hints)), None)
