"""The public web page: the agenda as a list anyone can read, and where to subscribe to it. No script, no tracker."""

from agenda_scraper.site.pages import render_index, render_pages

__all__ = ["render_index", "render_pages"]
