"""Bytes in whatever charset, declared or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.extract.decode import decode
from pages_of import page

SENTENCE = "Réunion à l’Hôtel de Ville – entrée 5 €"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (SENTENCE.encode(), None),
        (SENTENCE.encode("utf-8-sig"), None),
        (SENTENCE.encode("utf-16"), None),
        (SENTENCE.encode("cp1252"), None),
        (SENTENCE.encode("cp1252"), "iso-8859-1"),  # what it says and what browsers read
        (SENTENCE.encode("cp1252"), "utf-8"),  # declared wrong
        (SENTENCE.encode(), "iso-8859-1"),  # declared wrong the other way
        (SENTENCE.encode(), "no-such-charset"),
        (SENTENCE.encode(), "unicode_escape"),
    ],
)
def test_a_page_is_read_in_its_charset(body, encoding):
    assert decode(page(body, encoding=encoding)) == SENTENCE


def test_the_page_declares_its_own_charset():
    body = b'<meta charset="windows-1252">' + SENTENCE.encode("cp1252")
    assert SENTENCE in decode(page(body))
    body = b'<?xml version="1.0" encoding="ISO-8859-1"?><a>' + "é".encode("latin-1")
    assert decode(page(body)).endswith("é")


@given(st.binary(), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "cp932", "idna", "rot13", "base64"]))
def test_no_bytes_are_refused(body, encoding):
    assert isinstance(decode(page(body, encoding=encoding)), str)
