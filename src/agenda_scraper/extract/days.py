"""Does a line name a day? A cheap test in eight languages; what the words mean is for the solver to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

_MONTHS = (
    "january janvier januar januari janeiro jänner gener gennaio enero jan janv gen ene",
    "february février fevrier fevereiro februar februari febrero febrer febbraio feb fév fév fev févr fevr febr",
    "march mars märz maerz maart marzo março març mar mrz mrt",
    "april avril abril aprile apr avr abr",
    "may mai mei mayo maggio maio maig mag",
    "june juin juni junio giugno junho juny jun giu",
    "july juillet juli julio luglio julho juliol jul juil lug",
    "august août aout augustus agosto agost aug ago aoû",
    "september septembre septiembre setembre settembre setembro sept sep set",
    "october octobre oktober octubre ottobre outubro oct okt ott out",
    "november novembre noviembre novembro nov",
    "december décembre decembre dezember diciembre dicembre dezembro desembre desember dec déc dez dic des",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mo di mi do fr sa so "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta "
    "dilluns dimarts dimecres dijous divendres dissabte diumenge mandag tirsdag onsdag torsdag fredag lørdag søndag"
)
_CLOCK = (
    r"(?:[01]?\d|2[0-4])\.[0-5]\d\s?(?:h|hs|horas|uhr|uur|u)(?!\w)|\b(?:ore|dalle)\s(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?!\w)|\balle\s(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\w)|\bkl\.?\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\b|"
    r"(?:[01]?\d|2[0-4])\s?[h:]\s?[0-5]\d\b|\b(?:[01]?\d|2[0-4])\s?(?:h|uhr|uur|heures?|u\.)(?!\w)"
    r"|\b(?:0?\d|1[0-2])(?:[.:][0-5]\d)?\s?[ap]\.?\s?m\b|\b(?:noon|midi|minuit)\b"
)
# Gatherings in the plural: what a page says of them holds for each.
_SEVERAL = (
    r"\b(?:meetings|meeting\s+dates|hearings|sessions|workshops|réunions|séances|assemblées|rencontres|ateliers|permanences|conseils"
    r"|sitzungen|versammlungen|treffen|veranstaltungen|vergaderingen|bijeenkomsten|reuniones|sesiones|riunioni|sedute"
    r"|reuniões|sessões|reunions|sessions|møter)\b"
)
_HOUR = rf"(?:{_CLOCK})(?:\s?[ap]\.?\s?m\b)?\.?"
# What a page says of itself, not of an event.
_OF_THE_PAGE = re.compile(
    r"publi[ée]e?\b|publié|publication|published|publicad|pubblicat|gepubliceerd|veröffentlicht|posted|posté|uploaded"
    r"|updated|mis(?:e)? à jour|mise? en ligne|modifi|revised|aktualisiert|geplaatst|stand:|erstellt|rédigé|written|©"
    r"|copyright|last |dernière|approved|adopted|created|entered|deadline|date limite|avant le|before"
    r"|inscriptions? jusqu",
    re.I,
)
_TO_THE_END = re.compile(
    r"^\W*(?:jusqu['’]?\s?au?x?|au|to|until|till|through|bis|tot|hasta(?: el)?|al?|fino al?|até|fins)\b"
    r"|^\W*[-–—→]\s*\d",
    re.I,
)

# Several steps ask the same of a line, and each line asks its headings: what a text says is looked for once.
_once = lru_cache(maxsize=32_768)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Day:
    """Where a text names a day: the span, and whether the year is said there."""

    begin: int
    end: int
    has_year: bool


def _alternatives(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_JOINED = "e|et|and|und|y|en|i|ed|à|a|au|al|to|bis|tot|t/m"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = rf"(?:{_alternatives(' '.join(_MONTHS))})(?![^\W\d_])\.?"
    weekday = rf"(?:{_alternatives(_WEEKDAYS)})(?![^\W\d_])\.?"
    year = r"(?:19|20)\d\d(?!\d)"
    ordinal = r"(?:er|ère|st|nd|rd|th|e|\.|º|ª|°)?"
    figures = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\d/])"
    number = r"(?<![\d.,:/])(?:0?[1-9]|[12]\d|3[01])"
    written = (
        rf"{number}{ordinal}\s*(?:[-–/]\s*)?(?:de\s|d['’]|del\s)?\s*(?<![^\W\d_]){month}(?:[\s,./-]*(?:de[l]?\s)?(?P<y1>{year}))?"
        rf"|(?<!\w){month}\s*(?:the\s)?{number}(?:st|nd|rd|th)?(?![\d:]|\s?[hH]\d|\.\d|\s?[ap]\.?m)(?:[\s,]*(?P<y2>{year}))?"
        rf"|(?<!\d)(?P<y3>{year})[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)"
        r"|(?<![\d/.])(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?P<y4>(?:19|20)?\d\d)(?![\d])"
    )
    return {
        "day": re.compile(written, re.I),
        "short": re.compile(rf"(?:(?<!\w){weekday}[\s,]*|^\W*){figures}", re.I),
        "year": re.compile(rf"(?<![\d/-]){year}(?![/-]\d)"),
        "month": re.compile(rf"(?<!\w){month}(?:[\s,]*(?:de\s)?(?P<year>{year}))?", re.I),
        "month only": re.compile(rf"\W*{month}(?:[\s,]*(?:de\s)?(?P<year>{year}))?\W*", re.I),
        "year only": re.compile(rf"\W*{year}(?:\s*[-–/]\s*(?:19|20)?\d\d)?\W*"),
        "number": re.compile(rf"^\W*(?:{weekday}[\s,]*(?:the\s)?)?{number}{ordinal}"
            r"(?!\d|:\d|\s?[hH]\b|\s?[hH]\d|[.,/]\d|\s?[ap]\.?m)", re.I),
        "more numbers": re.compile(rf"(?:\s*(?:[,&–/-]|(?:{_JOINED})(?!\w))\s*{number}{ordinal}(?!\d|[.:,/]\d))+"
            r"(?=\s*(?:[:|–—(-]|$))", re.I),
        "number only": re.compile(rf"\W*(?:{weekday}[\s,]*)?{number}{ordinal}\W*", re.I),
        "weekday": re.compile(rf"(?<!\w){weekday}", re.I),
        "weekday only": re.compile(rf"\W*{weekday}\W*", re.I),
        "clock": re.compile(_CLOCK, re.I),
        "hour": re.compile(_HOUR, re.I),
        "several": re.compile(_SEVERAL, re.I),
        "hours": re.compile(rf"(?:{_HOUR})(?:\s*(?:[-–—]|to|until|à|a|bis|tot|till|al?)\s*(?:{_HOUR}))?", re.I),
    }  # fmt: skip


@_once
def day_in(text: str) -> Day | None:
    """The first day a text names with its month, None when it names none."""
    if not _DIGIT.search(text):
        return None
    found = _patterns()["day"].search(text)
    if found:
        return Day(found.start(), found.end(), any(found.group(f"y{n}") for n in (1, 2, 3, 4)))
    short = _patterns()["short"].search(text)
    return Day(short.start(), short.end(), False) if short else None


@_once
def days_in(text: str) -> int:
    """How many days a text names."""
    return sum(1 for _ in _patterns()["day"].finditer(text))


@_once
def day_keys(text: str) -> frozenset[frozenset[int]]:
    """The days a text names as sets of day and month: two spellings of one day have one key in any order."""
    found = list(_patterns()["day"].finditer(text)) or list(_patterns()["short"].finditer(text))
    return frozenset(_key(re.sub(r"^[^\d]*(?=\d+[/.]\d)", "", day.group())) for day in found)


def _key(text: str) -> frozenset[int]:
    word = re.search(r"[^\W\d_]{3,}", text)
    month = next((n for n, names in enumerate(_MONTHS, 1) if word and word.group().casefold() in names.split()), 0)
    numbers = {int(number) for number in re.findall(r"\d+", text) if len(number) <= 2}
    return frozenset({*sorted(numbers)[: 1 if month else 2], month} - {0})


@_once
def is_only(kind: str, text: str) -> bool:
    """Whether a text is nothing but a `month` (perhaps with its year), a `year`, a day `number` or a `weekday`."""
    return len(text) <= 40 and _patterns()[f"{kind} only"].fullmatch(text) is not None


def begins_with_number(text: str) -> int:
    """The end of the day number, or of the rising numbers, a text begins with; 0 when it does not."""
    found = _patterns()["number"].match(text)
    more = _patterns()["more numbers"].match(text, found.end()) if found else None
    if more and (figures := [int(figure) for figure in re.findall(r"\d+", text[: more.end()])]) == sorted(set(figures)):
        return more.end()  # "21 e 22: …", "8, 9 et 10 : …"
    return found.end() if found else 0


@_once
def year_in(text: str) -> str:
    """The only year a text names; empty for none and for several."""
    years = set(_patterns()["year"].findall(text))
    return years.pop() if len(years) == 1 else ""


@_once
def month_in(text: str) -> str:
    """The only month a text names."""
    months = [found.group() for found in _patterns()["month"].finditer(text)]
    return months[0] if len(months) == 1 else ""


def is_whole_month(name: str) -> bool:
    """Whether the name of a month is no abbreviation, which may be another word: "des" is French for "of the" too."""
    return len(name) > 3 or name.casefold() in ("may", "mai", "mei")


@_once
def clock_at(text: str) -> int:
    """Where a text first says an hour, -1 when it says none."""
    found = _patterns()["clock"].search(text)
    return found.start() if found else -1


def hours_in(text: str) -> str:
    """The first hour a text says, with the hour it lasts to; an end that is its beginning is none."""
    found = _patterns()["hours"].search(text)
    if found is None:
        return ""
    clocks = [clock.group() for clock in _patterns()["hour"].finditer(found.group())]
    return clocks[0] if len(clocks) > 1 and clocks[0] == clocks[1] else found.group()


def has_weekday(text: str) -> bool:
    """Whether a text names a day of the week."""
    return _patterns()["weekday"].search(text) is not None


def tells_of_several(text: str) -> bool:
    """Whether a text speaks of meetings in the plural."""
    return len(text) <= 1500 and _patterns()["several"].search(text) is not None


def is_of_the_page(text: str) -> bool:
    """Whether a text tells of the page's own life: published, updated, a deadline."""
    return _OF_THE_PAGE.search(text) is not None


def without_stamp(text: str) -> str:
    """A text up to what it says of the page's own life with a day of its own: "May 4 — Posted April 28"."""
    day = day_in(text)
    stamp = _OF_THE_PAGE.search(text, day.end) if day else None
    return text[: stamp.start()].rstrip(" –—-|,;:(") if stamp and day_in(text[stamp.start() :]) else text


def goes_on(text: str) -> bool:
    """Whether a text is the end of a range that began before it."""
    return _TO_THE_END.match(text) is not None


def without_days(text: str) -> str:
    """A text without its days, weekdays and hours: what is left names something, or nothing."""
    for kind in ("day", "short", "clock", "weekday"):
        text = _patterns()[kind].sub(" ", text)
    return text
