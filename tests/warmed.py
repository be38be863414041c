"""Imported once by the process that `typed` forks commands from: it has read, stored and published before."""

import gc
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

# what commands import when they are run
import agenda_scraper.cli.tables
import agenda_scraper.config.whole
import agenda_scraper.correcting
import agenda_scraper.crawl
import agenda_scraper.forgetting
import agenda_scraper.recording
import agenda_scraper.serve
import agenda_scraper.websub  # noqa: F401
from agenda_scraper.model import Context
from agenda_scraper.publication import publish
from agenda_scraper.store import open_store
from agenda_scraper.trial import read_notice
from agenda_scraper.when import LANGUAGES
from samples import AGENDA, EVENTS, NOW
from stored import put

NOTICE = """Réunion publique, public meeting
Le 14 janvier 2027 à 18h30, salle des fêtes, 2 rue Haute, 59000 Lille. January 14, 2027, 6 pm, Town Hall, Leeds.
Organisé par la Ville de Lille avec l'association X. Organised by the City. Entrée libre. Contact : a@b.example.
"""

for language in LANGUAGES:
    read_notice(NOTICE, Context(language, date(2026, 12, 1), "Europe/Paris"))
with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/agenda.db") as store:
    put(store, *EVENTS, now=NOW)
    publish(AGENDA, store, public=Path(folder) / "public", now=NOW)
# what is forked inherits this as it is: to look through it for garbage would copy all of it
gc.freeze()
