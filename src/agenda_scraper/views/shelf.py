"""Everything shown today, in hand: what stands under each facet, in each month and on each day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from agenda_scraper.rendered import Rendered
from agenda_scraper.site.addresses import FACETS, page_of
from agenda_scraper.site.pages import FacetList, FacetValue
from agenda_scraper.site.standing import Standing
from agenda_scraper.site.words import Words
from agenda_scraper.where.gazetteer import region_in


@dataclass(frozen=True, slots=True)
class Shelf:
    """`members` are the events of each selection by a facet, in their order; `labels` its name for people.

    `lands` are the countries each region lies in, by their names for people.
    `days` are the events of each day, by their hour; `busy` how many each month has, by its first day.
    """

    entries: Sequence[Rendered]
    standings: Mapping[int, Standing]
    members: Mapping[str, list[Rendered]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)
    lands: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    days: dict[date, list[tuple[str, Rendered]]] = field(default_factory=dict)
    busy: Counter[date] = field(default_factory=Counter)

    def facets(self, words: Words, most: int | None = None) -> list[FacetList]:
        """The values of every facet with their counts, the most announced first; only so many of each."""
        ranked = sorted(self.members, key=lambda name: (-len(self.members[name]), self.labels[name]))
        values: dict[str, list[FacetValue]] = {facet: [] for facet in FACETS}
        for name in ranked:
            facet, _, value = name.partition("/")
            land = words.all_of(sorted(self.lands.get(name, ())))
            values[facet].append(FacetValue(self.labels[name], len(self.members[name]), page_of(name), value, land))
        if len(values["country"]) == 1:
            values["country"] = []  # nothing to choose
        return [FacetList(facet, words(f"facet.{facet}"), tuple(values[facet][:most])) for facet in FACETS]

    def months(self, today: date) -> dict[date, int]:
        """How many events each month has, of this one and those to come that have any."""
        return {month: self.busy[month] for month in sorted(self.busy) if month >= today.replace(day=1)}


def label_of(name: str, stands: Standing, language: str) -> str | None:
    """The name for people of what an event stands under: a region's in their language; None where it does not."""
    label = stands.facets.get(name)
    return region_in(language, label) if label and name.startswith("region/") else label


def shelved(
    entries: Sequence[Rendered], standings: Mapping[int, Standing], names: Mapping[str, str], language: str
) -> Shelf:
    """Events in hand sorted into what they stand under; `names` are the names of sources for people."""
    shelf = Shelf([each for each in entries if not each.merged], standings)
    for entry in shelf.entries:
        stands = standings.get(entry.number)
        if stands is None:
            continue
        for name in stands.facets:
            shelf.members[name].append(entry)
            if name not in shelf.labels:
                shelf.labels[name] = names.get(name) or label_of(name, stands, language) or name
            if name.startswith("region/"):
                shelf.lands[name].update(stands.labels("country"))
        for day, clock in stands.days:
            shelf.days.setdefault(date.fromisoformat(day), []).append((clock, entry))
        shelf.busy.update({date.fromisoformat(f"{day[:7]}-01") for day, _ in stands.days})
    for held in shelf.days.values():
        held.sort(key=lambda each: each[0])
    return shelf
