"""`python -m agenda_scraper` is `agenda-scraper`."""

from agenda_scraper.cli import main

main()
