"""The town a notice is about: whose council meets, whose budget is voted, whose inhabitants are called.

A fair guess only where nothing tells the place itself: the council of a town sits in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from agenda_scraper.where.affiliation import is_elsewhere, is_example
from agenda_scraper.where.housed import OF_A_MEETING
from agenda_scraper.where.street import is_street
from agenda_scraper.where.town import looks_like_town, shaped_like_town
from agenda_scraper.where.words import PART, TOWN_LINKS, flat, never_town

# What belongs to a town; "conseil de quartier" and its like belong to a part of one.
_OF_A_TOWN = (
    r"conseils? (?:municipal|citoyen|communal)|plan local d'urbanisme|plu|budgets? participatifs?|maires?|elus"
    r"|centre-(?:ville|bourg)|coeur de ville|commune|territoire|enquete publique|foire|fete|course|carnaval|festival"
    r"|trail|marathon|semi-marathon|agenda 21|schema|revision|ville"
    r"|ple|pleno|concejo|consell|consistorio|presupuestos?|pressupostos|carrera|cursa|fiestas?|festes|feria|fira"
    r"|vecindad|vecindario"
    r"|vecin[oa]s|veins|veinat|ciudad|ciutat|poble|pueblo|poblacion|ajuntament|ayuntamiento|plan general|pla general"
    r"|consiglio comunale|consiglio|giunta|bilancio|cittadini|abitanti|citta|corsa|sagra|fiera|piano"
    r"|assembleia|camara|junta|freguesia|orcamento|vila|cidade|moradores|municipes|municipio|corrida|feira|reuniao"
    r"|sessao|gemeenteraad|raad|inwoners|bewoners|begroting|dorp\w*|kermis"
    r"|gendarmerie|comite des fetes|office de tourisme|foyer rural|mjc|bourg"
    r"|rues|calles|strade|carrers|ruas|streets"
    r"|council|residents|people|town|village|city|neighbourhood plan|candidate|mayor"
)
# What is "of" a subject as often as of a town.
_TOPICAL = r"jornad[ae]s?|taller(?:es|s)?|cursos?|curs|seminari[oa]?s?|setmana|semana|settimana|giornat[ae]|aula|ple"
_GOVERNED_BY_NAME = (
    r"kinderraad|jeugdraad|jongerenraad|burgerberaad(?: klimaat)?|burgertop|jugendparlament|jugendgemeinderats?"
    r"|dorps(?:gesprek|visie|overleg|plan|avond)|gemeenteraad|raadsvergadering|raadscommissie|gemeente|dorpsraad"
    r"|stadtrats?|gemeinderats?"
    r"|stadtverordnetenversammlung"
    r"|stadtverwaltung|gemeinde|stadt|ortsbeirats?|ortschaftsrats?|einwohnerversammlung|burgerversammlung"
)
_LIVES = (
    r"(?<![a-z] )habitante?s (?:de |d')|habite[sz]?(?: a)?|vis a|vivez a|vives en|vive en|viven en|viu a|vius a"
    r"|viviu a|abiti a|vivi a|abitate a|woon je in"
    r"|woont u in|wohnst du in|wohnen sie in|mora em|moras em|vive em|vives em|live in|living in|based in"
    r"|empadronad[oa]s en|empadronats a|recensead[oa]s em|residenti (?:a|nel comune di)|residant a|domiciliee?s a"
    r"|woonachtig in|wohnhaft in|registered in|resident in"
)
_CAPITAL = r"[A-ZÀ-ÞŒ][\w’'-]{1,40}"
_LINK = rf"(?:(?:{TOWN_LINKS}|das|dos)[ \u00a0])"
_TOWN = rf"(?P<town>{_CAPITAL}(?:[ \u00a0]{_LINK}{{0,2}}(?:[ld]['’])?{_CAPITAL}){{0,3}})"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    between = rf"(?: (?!(?:{PART})\b)[\w'-]+){{0,4}}?"
    of = r" (?:de |d'|di |of |van |do |da |for |a |in |en )"
    return (
        re.compile(rf"\b(?:{_OF_A_TOWN}){between}{of}|\b(?:{_GOVERNED_BY_NAME}) (?:in |von )?|\b(?:{_LIVES}) ?"),
        re.compile(_TOWN),
        re.compile(
            rf"(?:^|[.!?\n] ?|[’'\"“] ?|[\w,;] )(?!{OF_A_MEETING} )(?P<town>{_CAPITAL}(?:[ \u00a0](?!Half){_CAPITAL})?)"
            r"(?:['’]s (?:town|city|village|high street|budget|council|streets|residents)|"
            r" (?:Half )?Marathon| 10K| (?:Town|City|Village|Parish) )"
        ),
    )


# What a town is "à", "de", "in" in its language, and after which of them anything with a capital is a place.
_AT_TOWN = {"fr": "à ", "es": "en ", "ca": "a ", "it": "a ", "pt": "em "}
_OF_TOWN = r"de |d['’]|di |van |von |of |do |da "
# Who acts, or what stands still: after a town the sentence goes on with a verb, and a title pauses.
_ACTS = (
    r" (?:et (?:la|le|les|l['’])|vous |nous |organis|propos|invit|convi|lance|accueil|ouvre|os |organiz|convoca|acull"
    r"|organitz|convida|invita|organizza|laadt|nodigt|houdt|ladt|hosts|holds|is (?:holding|hosting)|will )"
)
_OF_A_PERSON = (
    r"presence|presencia|presenza|presenca|intervention|participation|conduite|direction|presidence|temoignages?|animation"
    r"|conferences?|romans?|livres?|films?|oeuvres?|textes?"
)
_PEOPLE = ("habitant", "riverain", "vecin", "resident", "bewoner", "morador")  # of a quarter as often
_HEAD = 200  # letters of a title
_BODY = 6_000  # letters that are searched for who acts
_MOST = 50  # names; what has more is a directory
_PAUSE = r"\s?(?:$|[:,.!?()\n|]|[–—-]\s)"


@cache
def _paused(language: str) -> re.Pattern[str]:
    """A name that a title ends or pauses with: "Soirée-débat à X :", "Consejo de Infancia de X."."""
    at = _AT_TOWN.get(language)
    led = rf"(?P<at>{at})|{_OF_TOWN}" if at else _OF_TOWN
    return re.compile(rf"\s(?:{led}){_TOWN}(?={_PAUSE})")


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_OF_TOWN}){_TOWN}(?={_ACTS})")


@cache
def _shaped() -> re.Pattern[str]:
    """X-sur-Y after "de": the shape says that it is a commune, whatever stands before."""
    name = r"(?P<town>[A-ZÀ-Þ][\w’']+-(?:sur|sous|les|lès|lez|en|le|la|du|de|des|aux|au|d['’]|l['’])[-\w’']{2,30})"
    return re.compile(rf"\s(?:de |d['’]|à ){name}")


def speaking(text: str, plain: str, language: str) -> Iterator[str]:
    """The towns of bodies that act ("La MJC de X organise…") and of titles ("Jury citoyen de X : restitution").

    The word before "de" is a common noun or an acronym: "Les Amis de Georges" are no town's.
    """
    begin = len(text) - len(text.lstrip())
    line = text.find("\n", begin)
    head = min(begin + _HEAD, line if line >= 0 else len(text))
    titled = _paused(language).finditer(text, begin, head)
    for found in islice((*titled, *_acting().finditer(text, 0, _BODY)), _MOST):
        if is_elsewhere(text, plain, found.start()) or is_example(text, found.start(), found.end("town")):
            continue
        noun = _word_before(found)
        by = language != "pt" and re.match(r"\sd[ao]\s", found[0])  # "condotto da Ada Bruni"
        if by or re.fullmatch(f"{PART}|{_TOPICAL}|{_OF_A_PERSON}", flat(noun)):
            continue  # "por el barrio de San José", "Taller de Ciència", "en présence d'Aline Morand"
        body = never_town().fullmatch(flat(noun)) is not None
        common = body or noun.islower() or (noun.isupper() and len(noun) > 1) or found.start() == begin + len(noun)
        led = found.re is _paused(language) and found.groupdict().get("at") is not None
        town = _past_body(found["town"])
        if (led or town != found["town"] or (common and not noun.startswith(_PEOPLE))) and looks_like_town(town):
            yield town
    for found in islice(_shaped().finditer(text[:_BODY]), _MOST):
        # "rue de Saint-Cyr-la-Roche" may be anywhere
        if shaped_like_town(found["town"]) and not is_street(_word_before(found) + found[0]):
            yield found["town"]


def _past_body(name: str) -> str:
    """ "Consell d'Infants de Cardedeu": a council is of people first, of a town then."""
    first, of, town = name.partition(" de ")
    part = re.fullmatch(PART, flat(first))  # "Consejo de Barrio de X" is of a quarter
    return town if of and not part and never_town().fullmatch(flat(first)) else name


def residents(text: str, plain: str) -> Iterator[str]:
    """The towns whose people are called: "les habitants d'Arcueil", "i residenti di Valpiana Terme"."""
    for people in islice(_people().finditer(plain[:_BODY]), _MOST):
        name = _patterns()[1].match(text, people.end())
        if name and looks_like_town(name["town"]):
            yield name["town"]


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:habitant(?:e?s)?|citoyens|citoyennes|residents|residenti|cittadini|abitanti|inwoners|bewoners"
        r"|empadronad[oa]s|empadronades|vecin[oa]s|veins|municipes|moradores|einwohner(?:innen)?|burger(?:innen)?"
        r"|vecindad|vecindario|poblacion|populacao|cittadinanza|ciudadania|veinat|bevolking)"
        r" (?:de |d'|of |di |van |do |da |en |a |em |in |von )"
    )


def _word_before(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 30) : found.start()]
    return re.split(r"[^\w’'-]", before)[-1]


def subjects(text: str, plain: str) -> Iterator[str]:
    """Every name that the notice speaks of as of a town, in order: "conseil citoyen de X", "tu habites X"."""
    spoken, named, leading = _patterns()
    found = spoken.search(plain)
    while found:
        name = named.match(text, found.end())
        if name and looks_like_town(name["town"]):
            yield name["town"]
        # "révision du plan local d'urbanisme de X": what leads to no name may hold what does
        found = spoken.search(plain, found.end() if name else found.start() + 1)
    for lead in leading.finditer(text):
        if looks_like_town(lead["town"]):
            yield lead["town"]
    yield from _of_title(text)


def _of_title(text: str) -> Iterator[str]:
    """A title's end, "Reunião ordinária de câmara, Monte Alvo:", is a town when a comma sets it apart."""
    head = re.split(r"\n|:\s|[.!?]\s", text, maxsplit=1)[0]
    last = re.split(r",\s|\s[–—-]\s", head)[-1].strip() if len(head) < 150 else ""
    if last != head.strip() and looks_like_town(last) and not re.search(r"\d", flat(last)):
        yield last
