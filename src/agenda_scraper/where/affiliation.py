"""Schools and towns a notice names for somebody: where a speaker works, who takes part, what an accord is called after.

None of them tells where the event is, however much "à l'université de X" looks like it.
"""

from __future__ import annotations

import re

# Who is presented with the school that employs them.
_SCHOLAR = (
    r"prof(?:\.|ess?(?:eur|or)\w*)?|docente|hoogleraar|dozent\w*|lecturer|researcher|maitre(?:sse)? de conferences?"
    r"|enseignante?(?:-chercheu\w+)?|chercheu\w+|chargee? de recherche|direct\w+ de recherche|doctorante?|docteure?"
    r"|sociolog\w+|polit(?:olog|ist)\w+|philosoph\w+|filosof\w+|juriste|historie\w+|economist\w*|geograph\w+"
    r"|anthropolog\w+|urbaniste|ricercat\w+|investigador\w*|wissenschaftler\w*|onderzoeker|etudie|enseigne"
)
# "sociologue, chargée d'études à l'université de X", but not "la sociologue Y, à l'université de X"
_PRESENTED = re.compile(rf"(?<!les )(?<!des )(?<!aux )\b(?:{_SCHOLAR})\b[^.;:!?\n]{{0,70}}$")
_APART = re.compile(r",\s(?:a|au|aux|dans) (?:la |l')?$")
# "(Ann Birk, University of Selby)", "• Alice Morel (Université de X)"
_TITLED = re.compile(
    r"\((?:(?:Prof|Pr|Dr|Mme|M)\.? )?(?:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+)+"
    r"|(?:prof|ma[îi]tre|cherch|doct|socio|polito|resear|lectur)[a-zà-ÿ ]{3,30}), $"
)
_LISTED = re.compile(r"(?:^|[\n•*–-] ?|[,;:] )[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+ \($")
_BRACKET = re.compile(r"[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w’'-]+ \([^()\n]{0,100}$")
_PARTNERS = re.compile(
    r"(?:partenariat|collaboration|cooperation|zusammenarbeit|samenwerking|collaborazione|colaboracion|parceria"
    r"|col·laboracio|partnership) (?:avec|with|mit|met|con|com|amb)\b[^.;:!?\n]{0,120},\s(?:et )?(?:la |l'|the )?$"
)
_ONE_MORE = re.compile(
    r"(?:\b(?:comme|wie|como|come|such as|zoals)"
    r"|\s(?:à|a|en|in) [\w'-]+ (?:et|y|e|i|and|und|en))\s?(?:à\s|a\s|en\s|in\s)?$"
)
_AND_MORE = re.compile(r"\s(?:et|y|e|i|and|und|en)\s(?:à|a|en|in)\s[A-ZÀ-Þ]")
# "le tirage au sort à Athènes au Ve siècle": a town of history
_OF_AGES = re.compile(
    r"\s(?:(?:au|in the|im|en el|nel|no|al|in de)\s)?(?:[IVX]+|\d{1,2})(?:[.º°e]|[eè]?me|st|nd|rd|th)?"
    r"\s(?:et|y|e|and|und|siècle|century|Jahrhundert|siglo|secolo|século|segle|eeuw)\b"
)
_SCHOOL = re.compile("univ|sciences|fac|ecole|institut|colleg|centre d|centre (?:europe|nation)|labo")
_OF_SCHOOL = re.compile(r"\buniversi\w+(?: \w+)?\s*$")
_UNIVERSITIES = re.compile(r"\buniversi\w+")
_MANY = 3  # universities side by side take part, and none of them is where
# An accord, a treaty or a charter bears the name of a town where nothing is held.
_ACCORD = re.compile(
    r"(?:accords?|traite|convention|protocole|appel|charte|declaration|treaty|agreement|acuerdo"
    r"|hommage|face|grace"  # "en hommage à Ada Martel"
    # the court that names an inquirer, the school office above
    r"|tribunal(?: administratif| judiciaire)?|academie)\s*$"
)
# "le premier est né à Caen", "fondée en 1901 à Lens": where it began
_BORN = re.compile(
    r"\b(?:nee?s?|creee?s?|fondee?s?|born|founded|gegrundet|nat[oa]|nacid[oa])(?: en \d{4},?)? ?(?:a |in |en )?$"
)
# "une rencontre qui avait réuni 600 personnes à Metz", "la première a eu lieu à la mairie": of another time
_BYGONE = re.compile(
    r"\b(?:avai(?:t|ent)|(?:a|ont) (?:eu lieu|reuni|rassemble)|s'est (?:tenue?|deroulee?)"
    r"|se sont (?:tenu|deroule)e?s)\b[^.;:!?\n]{0,120}$"
)

# "Les bulletins sont à déposer à l'Espace X": where papers go, nobody meets.
_HANDED_IN = re.compile(
    r"(?:formulaire|candidature|bulletin|coupon|inscription)s?\b[^.;:!?\n]{0,50}"
    r"\b(?:depos|retir|remett|renvoy)\w+[^.;:!?\n]{0,30}$"
)


def astray(text: str, plain: str, start: int) -> int:
    """How much speaks against a venue at `start`: a speaker's house, that of another time, or one for papers."""
    against = 3 if is_affiliation(text, plain, start) else 0
    against += 4 if is_bygone(plain, start) else 0
    return against + (3 if _HANDED_IN.search(plain, max(0, start - 120), start) else 0)


def is_affiliation(text: str, plain: str, start: int) -> bool:
    """Whether what begins at `start` is a school that is named for somebody; `plain` is `flat(text)`."""
    school = _SCHOOL.match(plain, start)
    if school is None:
        return plain.startswith("centre ", start) and _are_listed(plain, start)
    if school[0] == "univ" and _are_many(plain, start):
        return True
    before = text[max(0, start - 60) : start]
    if _TITLED.search(before) or (school[0] != "ecole" and _LISTED.search(before)):
        return True
    return _are_listed(plain, start) or _presented(plain, start)


def _are_listed(plain: str, start: int) -> bool:
    return _PARTNERS.search(plain, max(0, start - 160), start) is not None


def _are_many(plain: str, start: int) -> bool:
    return len(_UNIVERSITIES.findall(plain, max(0, start - 200), start + 200)) > _MANY


def is_elsewhere(text: str, plain: str, start: int) -> bool:
    """Whether a town that is named at `start` is an accord's, a university's, or a speaker's: "(Ann Birk, …)"."""
    if _ACCORD.search(plain, max(0, start - 30), start) or _BORN.search(plain, max(0, start - 30), start):
        return True
    if _OF_SCHOOL.search(plain, max(0, start - 30), start) and _are_many(plain, start):
        return True
    aside = _BRACKET.search(text[max(0, start - 160) : start]) is not None or _presented(plain, start)
    return aside or is_bygone(plain, start)


def is_bygone(plain: str, start: int) -> bool:
    """Whether the clause before `start` tells of what was held before."""
    return _BYGONE.search(plain, max(0, start - 150), start) is not None


def is_example(text: str, start: int, end: int) -> bool:
    """Whether a town is one of several that are but named, or of another age: "comme à Naples et à Turin"."""
    named = _ONE_MORE.search(text, max(0, start - 60), start) or _AND_MORE.match(text, end) or _OF_AGES.match(text, end)
    return named is not None


def _presented(plain: str, start: int) -> bool:
    clause = plain[max(0, start - 110) : start]
    return _PRESENTED.search(clause) is not None and _APART.search(clause) is None
