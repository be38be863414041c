"""Towns as they are written: with a postcode, an arrondissement, a département in brackets, CEDEX, or bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import Division, key
from agenda_scraper.where.listed import is_of_a_list
from agenda_scraper.where.settle import Clues, named_divisions
from agenda_scraper.where.spelling import bare, is_abstract, is_person, is_road, keeps_umlauts
from agenda_scraper.where.street import is_street
from agenda_scraper.where.words import LINKS, flat, never_town

_CODED = re.compile(
    r"(?P<before>(?:|.*?[\s(,]))(?:(?:[A-Z]|[A-Z]{2}|CH)[-–]\s?)?(?P<code>\d{5}|\d{4}\s?[A-Z]{2}|\d{4}-\d{3}|\d{4})\s+"
    r"(?P<city>[^\W\d].*)"
)
_CODE_LAST = re.compile(r"(?P<city>.*?[^\W\d][^\d]*?),?\s+(?:(?P<state>[A-Z]{2})\s+)?(?P<code>\d{5})(?:-\d{4})?")
_CODE_BEHIND = re.compile(r"\d{5}(?<=[^\W\d_] \d{5})(?=\s*(?:[\n,)|]|$))")
_BRITISH = re.compile(r"(?P<city>.*?),?\s*\b(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})")
# "BS2 0EJ Bristol", "H2X 3V4 Montréal": what a CMS prints that puts the code first everywhere.
_CODE_ABROAD = re.compile(
    r"(?P<before>(?:|.*?[\s(,]))(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z]\s\d[A-Z]\d)\s+(?P<city>[^\W\d].*)"
)
_TWO_NOUNS = re.compile(r"L[ae]s? [A-ZÀ-Þ][\w’']+ [A-ZÀ-Þ]\w")  # "La Yourte Bleue": towns of that shape have hyphens
_STATE = re.compile(
    r"(?:(?P<city>[^\W\d].*?),?\s+)?(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s+(?P<code>\d{5}))?"
)
_BRACKET = re.compile(r"(?P<city>[^()]+?)\s*\((?P<inside>[^()]{1,40})\)?\s*")
_DISTRICT = re.compile(
    r"(?i)(?P<city>Paris|Lyon|Marseille)[\s,-]+\(?(?P<number>\d{1,2}|[IVX]{1,5})\s?(?:er|ère|e|è|ème|eme|ième)?"
    r"(?:\s*arr(?:ondissement|t)?\.?)?\)?"
)
# The arrondissements: how their postcodes begin, and how many there are.
_DISTRICTS = {"paris": ("750", 20), "lyon": ("6900", 9), "marseille": ("130", 16)}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SHORT_CODES = frozenset({"BE", "CH", "AT", "LU", "DK", "NO", "AU", "NZ", "HU", "LI", "PT"})
_LETTERS = 3  # of an acronym that a town may be called by
# A town of another country must be this big to be meant without more ado.
_WORLD_KNOWN = 30_000


@dataclass(frozen=True, slots=True)
class Named:
    """A town as a segment names it; `before` is what the segment holds before the town."""

    city: str
    hints: Clues
    before: str = ""


def known_town(part: str, hints: Clues) -> Named | None:
    """A segment that is a town the gazetteer knows, perhaps with its arrondissement, département or country."""
    district = _DISTRICT.fullmatch(part)
    if district:
        return Named(district["city"], replace(hints, postcode=_district_code(district)))
    city, hints = _unbracketed(bare(part), hints)
    if (
        not city[:1].isupper()
        or _is_acronym(city, hints)
        or never_town().fullmatch(flat(city))
        or not any(_worth(town, hints) and keeps_umlauts(city, town.name, hints.language) for town in towns(city))
    ):
        return None
    return Named(city, hints)


def _is_acronym(city: str, hints: Clues) -> bool:
    """ "UGA" is a university, though a village abroad is called so; "PAU" is a town at home."""
    if len(city) > _LETTERS or not city.isupper():
        return False
    return len(city) < _LETTERS or all(town.country != hints.home for town in towns(city))


def towns(city: str) -> tuple[gazetteer.Town, ...]:
    """The gazetteer's towns of that name; postcodes are none."""
    return tuple(town for town in gazetteer.towns(key(city)) if town.kind != "p")


def is_wider(name: str, hints: Clues) -> bool:
    """True for a region or a country that no town of size bears the name of."""
    wider = gazetteer.countries().get(key(name)) or named_divisions(name)
    return bool(wider) and not well_known(name, hints)


def well_known(name: str, hints: Clues) -> bool:
    """True for a town of size at home."""
    if never_town().match(flat(name)):
        return False
    return any(town.country == hints.home and town.population >= 10_000 and not town.kind for town in towns(name))


def coded_town(part: str, hints: Clues) -> Named | None:
    """A segment that holds a postcode and its town: 59000 Lille, 1012 AB Amsterdam, London E2 7QL."""
    if re.fullmatch(r"\d{5}", part):
        return Named("", replace(hints, postcode=part))
    # "41207 Road 98 Selby" is a house in America, where codes stand behind the town
    found = _CODED.fullmatch(part)
    if found and hints.home == "US" and re.search(r"\d", found["city"]):
        found = None
    if found and not is_street(found["city"]) and (len(found["code"]) > 4 or _short_code(found, hints)):
        city, hints = _unbracketed(bare(coded_part(found["city"], found["code"])), hints)
        district = _DISTRICT.fullmatch(city)
        return Named(
            district["city"] if district else city,
            replace(hints, postcode=found["code"]),
            found["before"].strip(" ,(-"),
        )
    abroad = _CODE_ABROAD.fullmatch(part)
    if abroad:
        canadian = abroad["code"][-1].isdigit()
        hints = replace(hints, postcode=abroad["code"], country=hints.country or ("CA" if canadian else "GB"))
        return Named(bare(abroad["city"]), hints, abroad["before"].strip(" ,(-"))
    british = _BRITISH.fullmatch(part)
    if british:
        return _apart(british["city"], replace(hints, postcode=british["code"]))
    last = _CODE_LAST.fullmatch(part)
    if last and (coded := next((one for one in _endings(last["city"]) if _has_code(one, last["code"])), None)):
        return Named(coded, replace(hints, postcode=last["code"]), last["city"][: -len(coded)].strip(" ,"))
    if last and (last["state"] or is_street(last["city"]) or _last_words(last["city"])):
        state = gazetteer.by_code().get(("US", last["state"] or ""))
        return _apart(last["city"], _in_state(replace(hints, postcode=last["code"]), state))
    return None


def coded_part(city: str, code: str) -> str:
    """What follows a postcode, without what runs on behind its town: "54000 NANCY Centre", "75011 Paris métro X"."""
    words = city.split()
    if len(words) < 2 or towns(city):
        return city
    beginnings = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((one for one in beginnings if any(code in town.postcodes for town in towns(one))), city)


def before_codes(text: str) -> Iterator[tuple[str, str]]:
    """What a postcode stands behind at the end of a line, with it, where it is that town's: "Sélestat 67600"."""
    for found in _CODE_BEHIND.finditer(text):
        words = text[max(0, found.start() - 50) : found.start()].split("\n")[-1].split()
        for size in range(min(len(words), 5), 0, -1):
            name = " ".join(words[-size:])
            if name[0].isupper() and any(found[0] in town.postcodes for town in towns(name)):
                yield name, found[0]
                break


def stated_state(part: str, hints: Clues) -> Named | None:
    """A segment that ends with a state of the USA: "Fresno, California", "MI 48226"."""
    found = _STATE.fullmatch(part)
    if not found or hints.home not in ("US", None):
        return None
    coded = gazetteer.by_code().get(("US", found["state"]))
    states = [coded] if coded else [one for one in named_divisions(found["state"]) if one.country == "US"]
    if not states or (found["city"] and not towns(found["city"])):
        return None
    return Named(found["city"] or "", _in_state(replace(hints, postcode=found["code"] or hints.postcode), states[0]))


def _in_state(hints: Clues, state: Division | None) -> Clues:
    return replace(hints, country="US", divisions=(state,)) if state else hints


def _apart(text: str, hints: Clues) -> Named:
    """The town that ends a segment, parted from the street before it."""
    if not re.match(r"\d", text) and not is_street(text):
        return Named(text, hints)
    city = _last_words(text)
    return Named(city, hints, text[: len(text) - len(city)].strip(" ,"))


def _last_words(text: str) -> str:
    """The longest ending of at most three words that the gazetteer knows; empty when there is none."""
    return next((ending for ending in _endings(text, 3) if towns(ending)), "")


def _endings(text: str, most: int = 5) -> Iterator[str]:
    """The last words of a text, the most first."""
    starts = [word.start() for word in re.finditer(r"\S+", text)][-most:]
    return (text[start:] for start in starts)


def _has_code(name: str, code: str) -> bool:
    """Whether a postcode is that of a town of the name."""
    return any(code in town.postcodes for town in towns(name))


def _short_code(found: re.Match[str], hints: Clues) -> bool:
    """Four digits are a postcode where postcodes have four, or before a town of such a country; else a year."""
    countries = {town.country for town in towns(bare(found["city"]))}
    return hints.home in _SHORT_CODES or (not found["before"] and not countries.isdisjoint(_SHORT_CODES))


def _unbracketed(text: str, hints: Clues) -> tuple[str, Clues]:
    """The town without its brackets, and the département, province or country they gave as hints."""
    found = _BRACKET.fullmatch(text)
    if not found:
        return text, hints
    if re.fullmatch(r"\d{5}", found["inside"]):
        return bare(found["city"]), replace(hints, postcode=found["inside"])
    country = gazetteer.countries().get(key(found["inside"]))
    divisions = named_divisions(found["inside"])
    return bare(found["city"]), replace(hints, country=country or hints.country, divisions=divisions or hints.divisions)


def _worth(town: gazetteer.Town, hints: Clues) -> bool:
    return town.country in (hints.home, hints.country) or town.population >= _WORLD_KNOWN


def _district_code(found: re.Match[str]) -> str | None:
    """The postcode of an arrondissement; the 16th of Paris has two."""
    prefix, count = _DISTRICTS[found["city"].lower()]
    number = int(found["number"]) if found["number"].isdigit() else _roman(found["number"].upper())
    if not 1 <= number <= count or (count, number) == (20, 16):
        return None
    return f"{prefix}{number:0{5 - len(prefix)}d}"


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def contracted(article: str, name: str, hints: Clues) -> str | None:
    """The known town behind an article run into it: "au Havre" is Le Havre, "aux Mureaux" Les Mureaux."""
    full = {"au": "Le ", "du": "Le ", "aux": "Les ", "des": "Les "}.get(article.lower())
    return f"{full}{name}" if full and known_town(f"{full}{name}", hints) else None


def looks_like_town(text: str) -> bool:
    """True for the shape of a town's name: capitals and linking words, no digit, not a day, a month or a body."""
    parts = re.split(r"[\s-]+", text)
    if (
        not text[:1].isupper()
        or text.startswith(("The ", "Cal ", "Can "))
        or not 1 < len(text) <= 45
        or len(parts) > 6
        or is_person(text)
        or re.search(r"[^\w\s'’.-]|[\d_]|[a-z][A-Z]", text)
    ):
        return False
    two = _TWO_NOUNS.match(text) and not towns(text)
    if is_abstract(text) or is_road(text) or two or is_of_a_list(flat(text)):
        return False
    # "CO Luchtbal" is a house; "St" and "El" are written in small letters, or the whole name in large ones
    lettered = len(parts) > 1 and re.fullmatch(r"[B-DF-HJ-NP-TV-Z][A-Z]", parts[0]) and not text.isupper()
    acronym = lettered or (text.isupper() and max(map(len, parts)) <= 5 - (len(parts) > 1))
    if acronym or any(never_town().fullmatch(flat(part)) for part in parts if part != "Mar" or part == text):
        return False
    # "Serravalle a Mare"
    linked = f"{LINKS}|a" if len(parts) > 2 else LINKS
    return all(part[:1].isupper() or re.fullmatch(linked, flat(re.split(r"['’]", part)[0])) for part in parts)


def shaped_like_town(text: str) -> bool:
    """True when a name can hardly be anything but a town's: Saint-X, X-sur-Y, X-les-Bains."""
    linked = re.search(r"-(?:sur|sous|les|lès|lez|en|le|la|du|de|des|aux|au|d['’]|l['’])[-'’]?", text.lower())
    return looks_like_town(text) and (linked is not None or re.match(r"(?i)sainte?-", text) is not None)
