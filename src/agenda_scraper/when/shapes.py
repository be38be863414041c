"""The shapes of dates that no language changes, and the one regular expression of a language that finds all pieces.

Every alternative is bounded or walks forward only, so that reading stays linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import unescape

from agenda_scraper.when.lexicon import lexicon

# Controls, bidi and zero-width marks hide digits; superscript figures are footnote marks, never part of a date.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff¹²³⁰-⁹₀-₉]"
)
_MARKS = re.compile("[\u0300-\u036f]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# Files people may fetch have dates in their names that are no event's.
_ENDING = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|pptx?|jpe?g|png|zip)\b")
_FILE = re.compile(rf"(?<![\w.%-])[\w.%-]+{_ENDING.pattern}")
# How a machine says that it knows no day: the last year there can be, whatever stands before it.
_NEVER = re.compile(
    r"\b(?:(?:\d{1,2}(?:er|st|nd|rd|th)?\.?(?: de)?[ /.-]{1,3}(?:\d{1,2}|[^\W\d_]{3,12})\.?(?: de)?[ /.-]{1,3}9999"
    r"|[^\W\d_]{3,12} \d{1,2}, 9999)(?:[ ,]{1,2}(?:[^\W\d_]{1,4} )?\d{1,2}[:h]\d\d(?::\d\d)?)?"
    r"|9999-\d\d-\d\d(?:[t ][\d:.]{4,15}z?)?)\b"
)
# A page that printed its own source: tags and entities around the words.
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,9})\b[^<>]{0,200}>", re.IGNORECASE)
_TIME = re.compile(r'<time\b[^<>]{0,80}?\bdatetime="([^"<>]{4,40})"[^<>]{0,80}>', re.IGNORECASE)
_INLINE = frozenset(("a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sup", "time", "u"))
_MERIDIEM = re.compile(r"([ap])(?<=[\d ].)\. ?m\b\.?")
# What scanners make of figures: 2O14, l8, 18h3O.
# One set of letters first and what stands before it second: so the engine looks only where one of the three is.
_SCANNED = re.compile(
    r"[OlI](?:(?<=\dO)(?=[\dOhH]|\b)"
    r"|(?<=\d[lI])(?=\d|\b(?! ?['’]))|(?<=[lI])(?<![\w'’].)(?=\d{1,2}(?:\b|[hH:])))"
)

# What stands between the numbers of one date, the same sign twice: `12/03/2026`, `12. 03. 2026`.
_JOINTS = ("-", *(f"{before}{sign}{after}" for sign in ("/", r"\.") for before in ("", r"\ ") for after in ("", r"\ ")))
_DMY = "|".join(rf"{joint}\d{{1,2}}{joint}(?:(?:19|20)\d\d|\d\d)(?!{joint}\d)" for joint in _JOINTS)
_YMD = "|".join(rf"{joint}\d{{1,2}}{joint}\d{{1,2}}" for joint in ("-", "/", r"\."))
# What may stand before a piece and says nothing; it belongs to the piece, so that pieces cover the whole text.
SKIPPED = " \t'’\"*="

_SHAPES = rf"""
(?P<mute>(?:n\ ?°|n[or]\.|№|\#)\ ?\d+(?:[-/.]\d+){{0,3}})
|(?P<word>[^\W\d_]+)
|(?P<number>\d{{1,4}}(?![\d.:/huj€%-]|\ ?[-/h.€£$%]|\ \d|(?:ORDINALS)\b|\ (?:euros?|eur|chf|km|kg|m2)\b|k?[gm]))
|(?P<stamp>(?:\d{{4}}-\d\d-\d\d(?:t\d\d:?\d\d(?::?\d\d(?:[.,]\d{{1,9}})?)?\ ?(?:z\b|[+-]\d\d:?\d\d)?
  |\ \d\d:\d\d:\d\d(?:\.\d{{1,9}})?\ ?(?:z\b|[+-]\d\d:?\d\d))|\d{{8}}t\d{{4,6}}z?)(?!\d))
|(?P<ymd>(?:19|20)\d\d(?:{_YMD})(?!\d))
|(?P<dmy>\d{{1,2}}(?:{_DMY})(?!\d|\ ?(?:MONTHS)\b|\ ?h(?!\ ?\d\d?[:.h])))
|(?P<mdy>\d\d-\d\d,\ ?20\d\d(?!\d))
|(?P<junk>(?:\+\d{{1,3}}[ .]?(?:\(0\)[ .]?)?|0)\d(?:[ .-]?\d\d){{4}}(?!\d)|\+\d[\d ().-]{{7,20}}\d
  |\d{{1,3}}(?:[ ]\d{{3}}){{1,3}}(?!\d)|24\ ?h?\ ?/\ ?(?:24|7)(?:\ ?h)?(?!\d)|[67]\ ?j?/7
  |\d{{1,4}}(?:[.,]\d\d)?\ ?/\ ?\d{{1,4}}(?:[.,]\d\d)?\ ?(?:€|£|\$|euros?\b|eur\b)
  |[€£$]\ ?\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}}|(?:19|20)\d\d[-/]\d\d(?:\d\d)?(?!\d)
  |\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}}(?:\ ?(?:€|£|\$|%|°c\b)|\ (?:euros?|eur|chf|km|kg|m2)\b|(?:km|cm|mm|kg|m2|eur)\b))
|(?P<kern>[0-3]\ \d(?=\ (?:MONTHS)\b))
|(?P<clock>(?:[01]?\d|2[0-4])(?:\ ?[hHOURS](?:(?![^\W\d_])|(?=a\d))
    (?:[0-5]\d(?!\d)|\ [0-5]\d(?!\d|\ ?h|\ ?[/.]\ ?\d|-\d\d?-|\ ?(?:MONTHS)\b))?(?:\ ?mi?n\b)?
  |:[0-5]\d(?::[0-5]\d)?(?!\d|:\d)(?:\ ?h\b)?|\.[0-5]\d\ ?[hHOURS]\b))
|(?P<pair>\d{{1,2}}(?:(?:ORDINALS)?\ ?/\ ?|\.)\d{{1,2}}(?!\d|\.\d|[,]\d))
|(?P<ordinal>\d+(?:[.]?(?:ORDINALS)\b)?)
|(?P<mark>\n\s*|->|[-‐-―−→›⇒➔➜➝>]+|[,;:.()\[\]|/&+@·•!?~«»“”„])
"""
_NAMED = re.compile(r"\(\?P<\w+>")


def plain(text: str) -> str:
    """The text as shapes and words expect it: visible, in lower case, without accents, figures in ASCII."""
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else "\n", _TIME.sub(r"\1 ", text))
    if "&" in text:
        text = unescape(text)
    text = _HIDDEN.sub("", text)
    text = _SCANNED.sub(lambda found: "0" if found[0] == "O" else "1", text)
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    text = text.casefold()
    if "://" in text or "www." in text:
        text = _ADDRESS.sub("zzz", text)
    if _ENDING.search(text):
        text = _FILE.sub("zzz", text)
    if "9999" in text:
        text = _NEVER.sub("zzz", text)
    if ".m" in text or ". m" in text:
        text = _MERIDIEM.sub(r"\1m", text)
    return text


@cache
def cutter(language: str) -> re.Pattern[str]:
    """The expression whose matches are the pieces of a text, one after the other and none left out."""
    return re.compile(f"[{SKIPPED}]*(?:{_NAMED.sub('(?:', _shapes(language))}|.)", re.VERBOSE | re.DOTALL)


@cache
def shapes(language: str) -> re.Pattern[str]:
    """The expression whose groups tell the shape of one piece."""
    return re.compile(_shapes(language), re.VERBOSE)


def _shapes(language: str) -> str:
    lex = lexicon(language)
    words = {"MONTHS": lex.months, "ORDINALS": lex.ordinals, "HOURS": "u" if language == "nl" else ""}
    return re.sub("|".join(words), lambda found: words[found[0]], _SHAPES)
