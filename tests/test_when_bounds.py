"""A text twice as long costs twice as much: lines of our code are counted, not seconds."""

import sys
from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.when import read_when

AGAIN = [
    "lun ",
    "mardi 6, ",
    "mardi 18h ",
    "12 mars 18h. ",
    "18h. le 12 mars 2026\n",
    "18h :\n- 12 mars\n",
    "avant le 12 mars annulé. ",
    "sauf le 12 mars, tous les mardis ",
    "en mars, tous les mardis. ",
    "« 12 mars ",
    "du lundi au vendredi de mars à avril, ",
    "12 mars\n9h Début fin 10h ",
    "<a x ",
    "a.",
]


def lines_run(text):
    """How many lines of the solver are run to read a text."""
    count = 0

    def local(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return local

    def tracer(frame, _event, _argument):
        return local if "agenda_scraper" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        read_when(text, Context("fr", date(2026, 2, 10), "Europe/Paris"))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("phrase", AGAIN)
def test_twice_the_text_is_twice_the_work(phrase):
    lines_run(phrase)  # words met for the first time cost more
    short, long = lines_run(phrase * 150), lines_run(phrase * 600)
    assert long < 4.6 * short, f"{phrase!r}: {short} lines of code for 150, {long} for 600"
