"""Events made up for the tests of what is published: every shape a real one may take, and a few no one should send."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from agenda_scraper.agenda import Agenda, Feed, Site
from agenda_scraper.model import (
    Contact,
    Event,
    Facts,
    Mode,
    Organiser,
    Place,
    Role,
    Status,
    When,
    Witness,
)
from agenda_scraper.query import Query

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
SEEN = datetime(2026, 8, 30, 6, 12, 5, tzinfo=UTC)
SITE = Site("Agenda de la participation", "https://agenda.example.org", "contact@agenda.example.org")
AGENDA = Agenda(SITE, (), (Feed("nord", "Dans le Nord", Query(department="Nord")),))


def at(day: int, hour: int, minute: int = 0, *, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


def event(number: int, title: str, when: When, **facts) -> Event:
    url = facts.pop("url", f"https://source.example.org/agenda/{number}")
    seen = SEEN.replace(minute=number)
    return Event(
        uid=f"7d4c-{number:04d}@agenda.example.org",
        facts=Facts(title, when, url=url, **facts),
        sequence=int("status" in facts),
        first_seen=seen,
        last_seen=seen,
        changed_at=seen,
        witnesses=(Witness("exemple", url),),
    )


def when(start, end=None, **more) -> When:
    return When(start, end, timezone=more.pop("timezone", "Europe/Paris"), **more)


LILLE = Place(
    "Hôtel de ville", "2 place Augustin-Laurent", "59000", "Lille", "Nord", "Hauts-de-France", "FR", 50.63, 3.07
)

EVENTS = (
    event(
        1,
        "Rencontres régionales de la concertation",
        when(date(2026, 11, 17), date(2026, 11, 18)),
        place=LILLE,
        organisers=(
            Organiser("Département du Nord"),
            Organiser("Institut « Dialogue », antenne de Lille", Role.PARTNER),
        ),
        contacts=(Contact("Accueil", "rencontres@nord.example.org", "+33 3 20 00 00 00"),),
        summary="Deux jours d'échanges ; ateliers, débats, visites.\n\nOuvert à tous \\o/",
        summary_html="<p>Deux jours d'échanges&nbsp;; <em>ateliers</em>, débats, <a href='https://x.example.org'>visites</a>.</p>",
        type="conference",
        themes=("urban-planning", "mobility"),
        audience="professionals",
        language="fr",
        registration_url="https://inscription.example.org/?a=1&b=2",
        deadline=date(2026, 11, 1),
        published_at=date(2026, 8, 29),
        modified_at=datetime(2026, 8, 30, 16, 53, tzinfo=PARIS),
        relevance=0.9,
    ),
    event(
        2,
        "Réunion publique : l'avenir du tramway 🚋",
        when(at(14, 18, 30), at(14, 20)),
        place=Place("Salle des fêtes", city="Roubaix"),
        organisers=(Organiser("Ville de Roubaix"),),
        summary="Venez nombreux, c'est gratuit.",
        type="public-meeting",
        language="fr",
        free=True,
    ),
    event(
        3,
        "Atelier « Dessine ton quartier »",
        when(
            at(3, 9), at(17, 12), occurrences=((at(3, 9), at(3, 12)), (at(10, 9), at(10, 12)), (at(17, 9), at(17, 12)))
        ),
        place=Place(city="Tourcoing"),
        status=Status.FULL,
        type="workshop",
    ),
    event(
        4,
        "Balade urbaine",
        when(at(25, 2, 30)),
        status=Status.CANCELLED,
        place=Place(city="Villeneuve-d’Ascq"),
        language="fr",
    ),
    event(5, "Budget participatif : vote", when(None, previous_start=date(2026, 10, 1)), status=Status.POSTPONED),
    event(
        6,
        "Deliberative democracy, one year on",
        when(datetime(2026, 12, 3, 18, 0, tzinfo=ZoneInfo("Europe/London")), timezone="Europe/London"),
        mode=Mode.ONLINE,
        language="en",
        type="webinar",
        status=Status.MOVED_ONLINE,
    ),
    event(
        7,
        "Café citoyen",
        when(at(6, 19), at(6, 21), rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222"),
        place=Place("Le Bistrot", city="Lens"),
        language="fr",
    ),
    event(
        8,
        "Concertation préalable : " + "réaménagement de l'échangeur de l'Étoile, " * 5,
        when(date(2026, 9, 1), date(2026, 12, 15)),
        place=Place("Mairie", city="Béthune"),
        type="consultation",
        language="fr",
    ),
    event(
        9,
        "Bürgerversammlung über die Straßenbahn",
        when(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")), timezone="Europe/Berlin"),
        place=Place("Rathaus", city="Köln", country="DE"),
        language="de",
        status=Status.RESCHEDULED,
    ),
)
