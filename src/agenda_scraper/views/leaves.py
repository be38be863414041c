"""The files made of many events: the pages and feeds of selections, and all other pages. Many hands make them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from agenda_scraper.errors import PublishError
from agenda_scraper.publish.writer import Press
from agenda_scraper.site.addresses import page_of
from agenda_scraper.views.answers import Answers
from agenda_scraper.views.chosen import Selection
from agenda_scraper.views.hands import hands, shared
from agenda_scraper.views.pages import PAGES

# Entries are read back when they are made; of feeds the named ones are, up to this size.
_READ_BACK = 200_000
# Each hand is given its share in so many portions, so that none waits long for another at the end.
_PORTIONS = 4
# So few entries in all are joined before another process has compiled its templates.
_FEW = 2000
# A selection with all its pages and feeds, or one page by its path.
Leaf = Selection | str


class Binder:
    """Makes such files and puts them in place below a folder, from a desk of its own."""

    def __init__(self, answers: Answers, public: Path, packed: bool) -> None:
        self._answers = answers
        self._press = Press(public, packed=packed, desk=f"binder-{os.getpid()}")

    def __call__(self, leaves: Sequence[Leaf]) -> tuple[tuple[str, ...], tuple[PublishError, ...]]:
        """What changed, and what was refused."""
        for leaf in leaves:
            if isinstance(leaf, Selection):
                self._selection(leaf)
            else:
                self._press.put(leaf, self._answers.answer(leaf).body)
        self._press.place()
        return self._press.told()

    def _selection(self, selection: Selection) -> None:
        """The pages and the feeds of a selection."""
        for number in range(1, PAGES + 1):
            path = page_of(selection.name, number)
            body = self._answers.pages.listing(selection, path, number)
            if body is None:
                self._press.drop(path)
                break
            self._press.put(path, body)
        named = "/" not in selection.name
        for path, body, kind in self._answers.of_selection(selection, whole=named):
            check = kind.check if kind and named and len(body) < _READ_BACK else None
            said = self._answers.chosen.now if named and "-changes" not in path and "-upcoming" not in path else None
            self._press.put(path, body, check=check, silent=said)


def bind(leaves: Sequence[Leaf], press: Press, answers: Answers) -> Iterator[int]:
    """Put such files where the press puts files, which answers for them; yields how many leaves are done so far."""
    if len(leaves) > 1:
        answers.chosen.gather()
    done = 0
    portions = _dealt(leaves, answers)
    start = partial(Binder, answers, press.public, press.packed)
    for portion, told in zip(portions, shared(iter(portions), start, carried=False), strict=True):
        press.take(*told)
        done += len(portion)
        yield done


def _dealt(leaves: Sequence[Leaf], answers: Answers) -> list[list[Leaf]]:
    """The leaves in portions that take about as long as each other, dealt out from the largest on."""

    def size(leaf: Leaf) -> int:
        return len(answers.chosen.entries(leaf)) if isinstance(leaf, Selection) else 0

    count = min(hands() * _PORTIONS, len(leaves)) if sum(map(size, leaves)) > _FEW else 1
    ordered = sorted(leaves, key=size, reverse=True)
    return [ordered[first::count] for first in range(count)]
