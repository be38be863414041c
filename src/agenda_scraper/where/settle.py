"""Which of the towns of one name is meant: postcode, département words, the source's region, then population."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agenda_scraper.model import Context, Place
from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import Division, Town, key

# One town stands for its name when it weighs this many times the next: 93200 and 97400 Saint-Denis never do.
CLEAR = 5.0
HOME, ELSEWHERE_NAME, NAMED, REGION = 20.0, 0.05, 1e10, 1e5
# A small town of another country is rather a namesake of one we do not know.
NOTED_ABROAD = 50_000
# Départements whose names are everyday words: only an explicit mention counts, not the word in a sentence.
EVERYDAY = frozenset(
    {
        "nord",
        "manche",
        "somme",
        "lot",
        "cher",
        "landes",
        "centre",
        "var",
        "eure",
        "orne",
        "ain",
        "loire",
        "rhone",
        "reunion",
    }
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What surrounds a town's name: all optional. `text` holds the words around, `flat`."""

    home: str | None = None
    source: tuple[Division, ...] = ()
    postcode: str | None = None
    country: str | None = None
    divisions: tuple[Division, ...] = ()
    text: str = ""
    language: str = ""


def clues(context: Context) -> Clues:
    """What the source itself tells: its country (else its zone's) and its region."""
    home = context.country or gazetteer.country_of_zone(context.timezone)
    source = named_divisions(context.region or "", namesakes=True)
    return Clues(home=home, source=source, language=context.language)


def named_divisions(words: str, *, namesakes: bool = False) -> tuple[Division, ...]:
    """The divisions a name or a French département's number stands for; `namesakes`: the words can mean no town."""
    plain, known = key(words), gazetteer.divisions(namesakes=namesakes)
    for article in ("la ", "le ", "les ", "l "):
        if plain.startswith(article) and plain not in known:
            plain = plain.removeprefix(article)
    found = known.get(plain) or known.get(f"la {plain}") or ()
    numbered = gazetteer.by_code().get(("FR", plain.upper()))
    return (*found, numbered) if numbered else found


def settled(city: str, hints: Clues) -> Place:
    """The city with all the gazetteer has on it, or as written, unresolved, when nothing tells which it is.

    `confidence`: 0.95 and more with a postcode or a stated département; 0.5 to 0.9 by words around, region or
    population; at most 0.3 unresolved.
    """
    rivals = _rivals(city, hints)
    if not rivals:
        return _unknown(city, hints)
    around = re.sub(r"[\W_]+", " ", f" {hints.text} ") if len(rivals) > 1 else ""
    ranked = sorted(((_weight(town, hints, around), town) for town in rivals), key=lambda pair: -pair[0])
    best, town = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    written = town.name if key(city) == key(town.name) else city
    if best < CLEAR * second:
        tied = {rival.country for weight, rival in ranked if weight * CLEAR > best}
        return Place(
            city=written, postcode=hints.postcode, country=tied.pop() if len(tied) == 1 else None, confidence=0.2
        )
    if town.country not in (hints.home, hints.country) and town.population < NOTED_ABROAD:
        return _unknown(city, hints)
    return replace(
        of_town(town), city=written, postcode=hints.postcode, confidence=_confidence(town, second / best, hints)
    )


def of_town(town: Town) -> Place:
    """All the gazetteer has on a town; the postcode stays out, many towns have several."""
    division = gazetteer.by_code().get((town.country, town.division))
    return Place(
        city=town.name,
        department=division.name if division and division.kind == "department" else None,
        region=division.region if division else None,
        country=town.country,
        latitude=town.latitude,
        longitude=town.longitude,
        insee=town.insee,
    )


def _rivals(city: str, hints: Clues) -> list[Town]:
    """The towns of that name that the stated postcode, division and country allow."""
    rivals = [town for town in gazetteer.towns(key(city)) if town.kind != "p"]
    if hints.country:
        rivals = [town for town in rivals if town.country == hints.country]
    exact = [town for town in rivals if hints.postcode in town.postcodes]
    if exact:
        return exact
    department = _department(hints)
    near = [town for town in rivals if department and (town.country, town.division) == ("FR", department.code)]
    stated = [town for town in rivals if any(within(town, division) for division in hints.divisions)]
    return near or stated or ([] if department or hints.divisions else rivals)


def _department(hints: Clues) -> Division | None:
    """The département of the postcode, when the postcode is plainly French."""
    postcode = hints.postcode or ""
    french = (hints.country or hints.home) == "FR" and len(postcode) == 5 and postcode.isdigit()
    return gazetteer.department_of_postcode(postcode) if french else None


def within(town: Town, division: Division) -> bool:
    """True when the town lies in the division: by its code, a région by the région of the town's département."""
    if town.country != division.country:
        return False
    own = gazetteer.by_code().get((town.country, town.division))
    return town.division == division.code if division.code else own is not None and own.region == division.region


def _weight(town: Town, hints: Clues, around: str) -> float:
    weight = float(max(town.population, 50))
    if town.country == hints.home:
        weight *= HOME
    if town.kind == "a":
        weight *= 1.0 if town.country == hints.home else ELSEWHERE_NAME
    if any(within(town, division) for division in hints.source):
        weight *= REGION
    if _named(town, around):
        weight *= NAMED
    return weight


def _named(town: Town, around: str) -> bool:
    """True when the words around name the town's département or région."""
    division = gazetteer.by_code().get((town.country, town.division))
    if division is None or not around:
        return False
    own = {key(division.name).removeprefix("la "), key(division.region).removeprefix("la ")}
    names = (own - EVERYDAY) | gazetteer.called(division)
    return any(f" {name} " in around for name in names if name != key(town.name))


def _confidence(town: Town, rivalry: float, hints: Clues) -> float:
    if hints.postcode in town.postcodes:
        return 0.99
    if hints.divisions or _department(hints):
        return 0.95
    sure = 0.9 - 1.5 * rivalry
    return round(sure if town.country in (hints.home, hints.country) else sure - 0.15, 2)


def _unknown(city: str, hints: Clues) -> Place:
    """A town the gazetteer does not know there: kept, with what the postcode or the stated words tell."""
    division = _department(hints) or (hints.divisions[0] if len(hints.divisions) == 1 else None)
    return Place(
        city=city,
        postcode=hints.postcode,
        department=division.name if division and division.kind == "department" else None,
        region=division.region if division else None,
        country=hints.country or (division.country if division else None),
        confidence=0.3,
    )
