"""Polite, safe HTTP: one `Fetcher` a crawl turns addresses into Pages, from the network or from recordings."""

from __future__ import annotations

from agenda_scraper.fetch.fetcher import Fetcher
from agenda_scraper.fetch.pace import Clock, Patience
from agenda_scraper.fetch.replay import Recording

__all__ = ["Clock", "Fetcher", "Patience", "Recording"]
