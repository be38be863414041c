"""Who is behind an event, whom to ask, how to register and what it costs: text in, values out.

Nothing here raises on text, and nothing is made up: what a notice does not say is absent.
"""

from agenda_scraper.who.contacts import find_contacts
from agenda_scraper.who.organisers import find_organisers, read_organisers
from agenda_scraper.who.price import read_price
from agenda_scraper.who.registration import find_deadline_text, find_registration
from agenda_scraper.who.same import same_organisation, unite

__all__ = [
    "find_contacts",
    "find_deadline_text",
    "find_organisers",
    "find_registration",
    "read_organisers",
    "read_price",
    "same_organisation",
    "unite",
]
