"""Words folded, aligned, factored: what every reader of notices stands on."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.text import align, factored, fold, shorten, squash, visible, web_address, words

LETTERS = st.text(st.characters(codec="utf-8"), max_size=60)
WORDS = st.lists(st.text("abcé' ", min_size=1, max_size=5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Église", "eglise"),
        ("L’Œuvre", "l'oeuvre"),
        ("Straße", "strasse"),
        ("col·laboració", "col·laboracio"),
        ("℡ İ Σ ϲ ǽ", "tel i σ σ ae"),
        ("e\u0301te\u0301", "ete"),
    ],
)
def test_folding_is_for_comparing(written, folded):
    assert fold(written) == folded


@given(LETTERS)
def test_what_is_folded_stays_folded(text):
    assert fold(fold(text)) == fold(text)
    assert not any(unicodedata.combining(letter) for letter in fold(text))


@given(LETTERS, LETTERS)
def test_folding_goes_letter_by_letter(first, second):
    assert fold(first + second) == fold(first) + fold(second)
    assert align(first + second) == align(first) + align(second)


@given(LETTERS)
def test_an_aligned_text_keeps_every_place(text):
    assert len(align(text)) == len(text)
    alike = [(one, other) for one, other in zip(text, align(text), strict=True) if len(fold(one)) == 1]
    assert all(fold(one) == fold(other) for one, other in alike)


def test_letters_that_fold_to_several_stay_when_aligned():
    assert align("Œuvre d’été, Großer Saal\u00a0\u2011\u00a03º") == "œuvre d'ete, großer saal - 3o"


@given(WORDS, st.text("abcé' ", max_size=20))
def test_a_factored_list_finds_what_the_list_finds(listed, text):
    plain, short = re.compile("|".join(listed)), re.compile(factored("|".join(listed)))
    assert [found.span() for found in short.finditer(text)] == [found.span() for found in plain.finditer(text)]


@pytest.mark.parametrize(
    "pattern",
    [
        "mairies?|maison|mail|ma+|musee",
        r"(?:co)?finance|cofonde|co|c\.|c\.n",
        r"avec[ \n]le|avec[ \n]la|avec",
        "(?P<sure>salle|salon)|sa[ab|c]lle|s{2}|",
        r"\d+|\.|a\|b|a\||é'a",
    ],
)
def test_factoring_leaves_the_meaning(pattern):
    text = "Mairie, mairies maisons maaail musee cofinance c.n co saalle ss a|b 12. é'a avec le\navec\nla s{2}"
    before, after = re.compile(pattern), re.compile(factored(pattern))
    assert [found.span() for found in after.finditer(text)] == [found.span() for found in before.finditer(text)]


def test_common_beginnings_are_written_once():
    assert factored("mairie|maison|marche") == "ma(?:i(?:rie|son)|rche)"


def test_a_text_is_squashed_and_freed_of_what_hides():
    assert squash("  a\u00a0\n b\u200bc\t") == "a b c"
    assert visible("a\u202eb\r\nc\x00") == "ab\nc"
    assert words("L’été à 18h30 !") == ("l", "ete", "a", "18h30")


@given(LETTERS, st.integers(min_value=2, max_value=40))
def test_a_shortened_text_is_no_longer_than_asked(text, length):
    assert len(shorten(text, length)) <= length
    assert shorten(text, length) == text or shorten(text, length).endswith("…")


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("https://été.example/à?q=é#x", "https://xn--t-9fab.example/%C3%A0?q=%C3%A9#x"),
        ("http://host:8080/a%2", "http://host:8080/a%252"),
        ("javascript:alert(1)", None),
        ("https://user@host/", None),
        ("https://[::1", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked_to(written, safe):
    assert web_address(written) == safe
