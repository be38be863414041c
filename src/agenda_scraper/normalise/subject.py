"""What a notice is about: in the source's own words where they are the taxonomy's, else as the notice reads."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from agenda_scraper.about import About, classify
from agenda_scraper.model import Context, Facts
from agenda_scraper.normalise.reading import Reading
from agenda_scraper.normalise.titles import plain
from agenda_scraper.text import fold

_MOST_WORDS = 12  # categories of one event; a longer list is written for search engines
_LONGEST = 80  # characters of a category; what is longer is a sentence
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*")
# ISO 639-2 and the names that languages are called by: by themselves, and in the other languages.
_LANGUAGES = {
    "de": "ger deu deutsch german allemand aleman tedesco duits alemao alemany",
    "es": "spa espanol spanish espagnol spanisch spagnolo spaans espanhol espanyol castellano castella",
    "pt": "por portuguese portugais portugues portugiesisch portoghese portugees",
    "nl": "dut nld nederlands dutch neerlandais niederlandisch olandese holandes neerlandes",
    "en": "eng english anglais ingles inglese englisch engels angles",
    "fr": "fre fra french francais frances francese franzosisch frans",
    "it": "ita italian italien italiano italienisch italiaans italia",
    "ca": "cat catalan catala katalanisch catalano catalaans",
}
_NAMED = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


def with_subject(facts: Facts, reading: Reading, about: About) -> Facts:
    """Type, themes, audience, language and relevance; `map:` and constants of the source are taken as they stand."""
    reading.note("relevance", None, "; ".join(about.reasons))
    said = {name: _said(reading, name) for name in ("type", "themes", "audience")}
    for name, words in said.items():
        if words:
            reading.note(name, reading.notice.first(name), "the source's own words")
    return replace(
        facts,
        type="".join(said["type"][:1]) or reading.notice.text("type") or about.type,
        themes=tuple(sorted(set(said["themes"]))) or about.themes,
        audience="".join(said["audience"][:1]) or about.audience,
        language=_language(reading) or about.language or reading.source.language,
        relevance=about.relevance,
    )


def _said(reading: Reading, name: str) -> list[str]:
    """What a field says in the words of the taxonomy; a word that is none of them says nothing."""
    source, found = reading.source, reading.notice.fields.get(name, ())
    ruled = {*source.map.get(name, {}).values(), source.constants.get(name, "")}
    codes: list[str] = []
    for each in found if len(found) <= _MOST_WORDS else ():
        word = plain(each.text)
        codes += [each.text] if each.text in ruled else _meant(word, reading.context.language, name)
    return codes


@lru_cache(maxsize=4096)
def _meant(word: str, language: str, name: str) -> tuple[str, ...]:
    if not word or len(word) > _LONGEST:
        return ()
    about = classify(word, "", Context(language, date.min, "UTC"))
    if name == "themes":
        return () if about.type else about.themes  # "Conseil de quartier" says what it is, not what it deals with
    code = about.type if name == "type" else about.audience
    return (code,) if code else ()


def _language(reading: Reading) -> str:
    """The ISO 639-1 code of the language a notice says it is held in, by a tag (BCP 47), three letters or a name."""
    found = reading.notice.first("language")
    word = fold(plain(found.text)) if found else ""
    tag = _CODE.fullmatch(word)
    return tag[1] if tag else _NAMED.get(word.replace("_", "-").partition("-")[0], "")
