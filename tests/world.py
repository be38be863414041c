"""A small world of events and of the sites that tell of them, with the truth: which notice is of which event.

Two hundred events live (renamed, moved, postponed, cancelled, back); twelve sources tell of them, each in its own way.
Everything follows from one seed. A reader who sees two notices could say whether they are of one event.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from agenda_scraper.model import Facts, Organiser, Place, Sighting, Status, When
from store_world import PARIS

BEGAN = datetime(2026, 1, 5, 9, tzinfo=PARIS)
STEP = timedelta(hours=8)
TOWNS = ("Lille", "Tours", "Rouen", "Nantes", "Brest", "Dijon", "Lyon", "Pau", "Metz", "Nîmes", "Caen", "Reims")
_KINDS = (
    "Réunion publique", "Atelier participatif", "Conférence citoyenne", "Balade urbaine", "Débat", "Forum ouvert",
    "Conseil de quartier", "Café citoyen", "Rencontre régionale", "Formation",
)  # fmt: skip
_MATTERS = (
    "sur le plan vélo", "sur l’avenir du tramway", "autour du budget participatif", "pour le climat et l’énergie",
    "sur la place du marché", "avec le conseil citoyen", "sur la rénovation des écoles", "pour la jeunesse",
    "sur les mobilités douces", "autour de la santé mentale", "sur la gestion de l’eau", "pour le logement social",
    "sur les rythmes scolaires", "autour du parc de la gare", "sur la démocratie numérique", "pour l’accueil des aînés",
)  # fmt: skip
_HALLS = ("Maison des associations", "Salle Jean-Jaurès", "Hôtel de ville", "Médiathèque centrale", "La Fabrique")


@dataclass
class Real:
    """One event of the world as it is at a moment; `told` holds every status it ever had."""

    id: int
    title: str
    start: datetime
    town: str
    hall: str
    organiser: str
    status: Status = Status.SCHEDULED
    told: set[Status] = field(default_factory=lambda: {Status.SCHEDULED})

    def facts(self) -> Facts:
        """What its organiser would write."""
        return Facts(
            self.title,
            When(self.start, self.start + timedelta(hours=2), timezone="Europe/Paris"),
            Place(name=self.hall, city=self.town),
            status=self.status,
            organisers=(Organiser(self.organiser),),
        )


def births(rng: Random, count: int = 200) -> list[Real]:
    """Events, some of them sessions of one series, some twins in two towns."""
    titles = [f"{kind} {matter}" for kind in _KINDS for matter in _MATTERS]
    rng.shuffle(titles)
    found: list[Real] = []
    while len(found) < count:
        title, town, hall = titles[len(found) % len(titles)], rng.choice(TOWNS), rng.choice(_HALLS)
        start = (BEGAN + timedelta(days=rng.randrange(10, 190))).replace(hour=rng.choice((9, 14, 18)), minute=30)
        one = Real(len(found), title, start, town, hall, f"Ville de {town}")
        kin = [one]
        if rng.random() < 0.1:  # sessions: "Atelier … 1", "… 2"
            one.title = f"{title} 1"
            kin += [replace_real(one, title=f"{title} {n}", start=start + timedelta(days=7 * (n - 1))) for n in (2, 3)]
        elif rng.random() < 0.08:  # twins: same title, day and hour in two towns
            other = rng.choice([each for each in TOWNS if each != town])
            kin.append(replace_real(one, town=other, organiser=f"Ville de {other}"))
        elif rng.random() < 0.05:  # the same hall at the same hour on the same day, another title
            kin.append(replace_real(one, title=titles[(len(found) + 41) % len(titles)]))
        for each in kin[: count - len(found)]:
            each.id = len(found)
            found.append(each)
    return found


def replace_real(one: Real, **changed) -> Real:
    return replace(one, told={Status.SCHEDULED}, **changed)


def live(real: Real, rng: Random) -> None:
    """What may happen to an event between two crawls."""
    chance = rng.random()
    if chance < 0.25:
        real.title += rng.choice((" : inscriptions ouvertes", " – ouvert à tous", " (nouveau programme)"))
    elif chance < 0.5:
        real.start += timedelta(hours=rng.choice((-2, 1, 2)))
    elif chance < 0.65:
        real.start += timedelta(days=rng.choice((1, 7, 14)))
        real.status = rng.choice((Status.RESCHEDULED, Status.SCHEDULED))
    elif chance < 0.8:
        real.hall = rng.choice(_HALLS)
    elif chance < 0.9:
        real.status = Status.CANCELLED
    else:
        real.status = Status.SCHEDULED
    real.told.add(real.status)


@dataclass
class Site:
    """A source: which events it tells of, and how."""

    name: str
    share: float
    habit: str
    since: int = 0
    until: int = 10_000

    def tells(self, real: Real) -> bool:
        """Whether it has the event at all: the same answer at every crawl."""
        return Random(f"{self.name}{real.id}").random() < self.share


SITES = (
    Site("ville", 0.5, "plain"),
    Site("asso", 0.3, "plain"),
    Site("coupe", 0.4, "cut"),
    Site("prefixe", 0.4, "prefixed"),
    Site("remue", 0.3, "churn"),
    Site("sans-id", 0.25, "keyless"),
    Site("capitales", 0.3, "capitals"),
    Site("panne", 0.3, "outages"),
    Site("refonte", 0.35, "redesign"),
    Site("clignote", 0.3, "blinks"),
    Site("double", 0.25, "twice"),
    Site("tardif", 0.4, "plain", since=150),
)


def notices(site: Site, world: list[Real], crawl: int, rng: Random) -> list[tuple[int, Sighting]]:
    """What a source shows at a crawl: (which event it is, the notice)."""
    now = BEGAN + crawl * STEP
    found = []
    for real in world:
        if not site.tells(real) or real.start < now - timedelta(days=1):
            continue
        if site.habit == "blinks" and Random(f"{real.id}{crawl // 40}").random() < 0.15:
            continue
        found.append((real.id, _notice(site, real, crawl, rng)))
        if site.habit == "twice" and real.id % 4 == 0:
            again = found[-1][1]
            url = f"{again.facts.url}-bis"
            found.append((real.id, replace(again, key=f"url:{url}", facts=replace(again.facts, url=url))))
    return found


def _notice(site: Site, real: Real, crawl: int, rng: Random) -> Sighting:
    facts = _told(site, real)
    renewed = "v2/" if site.habit == "redesign" and crawl >= 200 else ""
    url = f"https://{site.name}.example/{renewed}agenda/{real.id}"
    key = f"url:{url}"
    if site.habit == "churn":
        url, key = "", f"id:{rng.getrandbits(64):x}"
    elif site.habit == "keyless":
        url, key = "", f"title:{facts.title.lower()}|{real.start.date()}"
        if real.town != TOWNS[0]:
            key += f"|{real.town}"
    return Sighting(site.name, key, replace(facts, url=url), f"https://{site.name}.example/agenda")


def _told(site: Site, real: Real) -> Facts:
    facts = real.facts()
    if site.habit == "cut":
        short = (
            facts.title
            if len(facts.title) <= 44 or facts.title[-1].isdigit()
            else facts.title[:44].rsplit(" ", 1)[0] + "…"
        )
        return replace(facts, title=short, organisers=())
    if site.habit == "prefixed":
        whole = When(real.start.date(), timezone="Europe/Paris")
        return replace(facts, title=f"[{real.town}] {facts.title}", when=whole)
    if site.habit == "capitals":
        return replace(facts, title=facts.title.upper(), organisers=(Organiser(real.organiser.upper()),))
    return facts
