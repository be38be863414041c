"""The words by which pages say how a meeting stands: off, put off, full, online now; in eight languages, folded.

Titles, lists, cells of tables and places are searched for them; in running text a date has words of its own beside it
(`when/words`), which take whole phrases ("n'aura pas lieu").
"""

from __future__ import annotations

from agenda_scraper.model import Status

# Each is an alternation of regular expressions, to be met in folded text (`text.align`) as whole words.
SAID: dict[Status, str] = {
    Status.CANCELLED: r"annul[ea]e?s?|annulation|cancell?ed|called off|cancelad[oa]s?|suspendid[oa]s?|cancel·lat"
    r"|cancel·lada|cancellat[oa]|anul·lat|anul·lada|abgesagt|entfallt|entfallen|fallt aus|findet nicht statt"
    r"|annullat[oaie]|geannuleerd|afgelast|gaat niet door|vervalt|vervallen",
    Status.POSTPONED: r"report[ea]e?s?|postponed|aplazad[oa]s?|pospuest[oa]s?|verschoben|rinviat[oaie]|rimandat[oa]"
    r"|uitgesteld|verplaatst|adiad[oa]s?|ajornat|ajornada",
    Status.FULL: r"complete?s?|complet|full|sold out|fully booked|ausgebucht|ausverkauft|completo|aforo completo"
    r"|agotad[oa]s?|esaurit[oa]|volgeboekt|volzet|uitverkocht|esgotad[oa]s?|lotad[oa]|exhaurit|exhaurid(?:a|es)?"
    r"|aforament complet",
    Status.MOVED_ONLINE: r"(?:passe|deplace|desormais) en ligne|moved online|now online|nur noch online",
}
# That it is not held then; and that it is not, or that no more people can come.
OFF = f"{SAID[Status.CANCELLED]}|{SAID[Status.POSTPONED]}|rescheduled"
NOT_FOR_ALL = f"{OFF}|{SAID[Status.FULL]}"
