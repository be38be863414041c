"""Online, on the spot, or both: said of the event itself, not of its registration or its documents."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.text import factored
from agenda_scraper.where.words import dated, flat

# Says online by itself.
_TOOLS = (
    r"visio-?conferences?|en visio|par visio|via visio|visio|webinaires?|webinars?|webconferences?|zoom(?! sur\b)|jitsi"
    r"|bigbluebutton|bbb"
    r"|en directe p(?:el|er)|en directo por|em direto n[oa]|in diretta su\w*|join by video|video link"
    r"|webex|microsoft teams|ms teams|(?:via|sur|on|par|per|uber|in|su|em|op|por) teams|google meet|gotomeeting"
    r"|streamed (?:live|on|to|via)|transmiss(?:ao|oes) (?:ao vivo|em direto)|trasmess[oa] in (?:diretta|streaming)"
    r"|distanciel|a distance|live-?stream(?:ing|ed)?|retransmi[st]\w*|en direct sur|en distanciel|virtuelle?(?:ment)?"
    r"|videocall|video ?conferenc(?:e|es|ing)|video ?konferenz\w*|online-?(?:seminar|diskussion|gesprach|austausch"
    r"|abstimmung|beteiligung|forum|veranstaltung|workshop|vortrag"
    r"|konferenz|treffen|sprechstunde|dialog|event|meeting|training|bijeenkomst|sessie|kurs|cursus|lezing|formation)\w*"
    r"|virtuell\w*"
    r"|digitale? (?:veranstaltung|bijeenkomst|sitzung|konferenz|treffen|sessie)|web-?seminar\w*|videoconferencia"
    r"|videollamada|telematic\w*|virtuale?s?|virtualmente|(?:held|taking place|meets?) virtually"
    r"|webinario|videoconferenza|da remoto|a distanza|diretta streaming"
    r"|streaming|videoconferencia|a distancia|remot[ao]mente|remote meeting|remotely|teleconference|e-?learning"
    r"|videoconferencies?|video-?vergadering|webinarios|seminari web|seminario web"
)
# Says online only of an event, or alone between commas.
_ONLINE = r"en ligne|on-?line|en linea|em linha|en linia|in rete|en remoto|em remoto|en remot|virtual|digital"
_BOTH = r"hybride?s?|hibrid[oa]s?|ibrid[oa]|en mode mixte|bimodal|comodal"
_ON_THE_SPOT = (
    r"(?:en )?presentiel(?:le)?|in[- ]person|face-to-face|vor ort|in prasenz|prasenz\w*|presencial(?:mente)?"
    r"|in presenza"
    r"|op locatie|fysiek|presencials?|sur place|on[- ]site|in sede"
)
_EVENT = (
    r"person|presentiel|presencial|presenza|ort|locatie|reunion|atelier|seance|rencontre|conference|debat|evenement"
    r"|rendez-vous|formation|seminaire|cours|echange|session"
    r"|matinee|soiree|tiendra|tient|lieu|deroule\w*|deroulera|organise\w*|assemblee|colloque|table ronde|cafe|forum"
    r"|suivre|suivie?s?|diffus\w*|seguir\w*|segueix\w*|follow\w*|volgen|gevolgd|ubertragen|seminario|conferencia"
    r"|moved|deplacee?s?|passe|verlegt|trasladad[oa]|pasa|passa|spostat[oa]|verplaatst|verhuist|transferid[oa]"
    r"|congreso|congresso|convegno|conferenza|seminari|conferentie|congres|colloquio|jornades|tagung|fachtag"
    r"|meeting|event|workshop|training|talk|seminar|conference|place|held|be|join us|takes place|lecture|course|call"
    r"|curs|incontri|serate|sesiones|sessoes|sessions|sedute|lezioni|bijeenkomsten|moduli"
    r"|statt|veranstaltung|findet|treffen|vortrag|sitzung|sesion|reunion|jornada|encuentro|taller|charla|formato|curso"
    r"|celebra\w*|incontro|evento|corso|laboratorio|terra|svolge\w*|modalita|bijeenkomst|avond|plaats|sessie|sessao"
    r"|encontro|oficina|formacao|reuniao|sessio|trobada|taller|xerrada|formacio|jornada|modalitat|format|mode"
)
_OTHER_THING = (
    r"inscri\w*|enregistr\w*|formulaire|questionnaire|sondage|billet\w*|reserv\w*|information\w*|infos?|disponible\w*"
    r"|consult\w*|publi\w*|telecharg\w*|contribu\w*|avis|plateforme|(?<!on )site|sont|videos?|actes|dossier|paiement"
    r"|paye\w*"
    r"|adhesion|repond\w*|vot\w*|observations|registre|replay|revoir|resultats?|don|regist\w*|book\w*|tickets?|apply"
    r"|application|available|survey|form|pay\w*|details|documents?|recording|anmeld\w*|anzumelden|formular|umfrage"
    r"|unterlagen|tickets|abrufbar|verfugbar|inscripcion\w*|registr\w*|inscribirse|formulario|encuesta|reserva\w*"
    r"|iscri\w*|prenota\w*|modulo|questionario|aanmeld\w*|inschrij\w*|formulier|vragenlijst|inscric\w*|inscrev\w*"
    r"|bilhete\w*|inscripci\w*|enquesta|vente|commande\w*|achet\w*|cherch\w*|depot|deposer|demarches?|services?|outils?"
    r"|ateliers numeriques|programme|compte|pdf|supports?|lire|article|retour"
)
_SHORT = 300  # letters: a longer text says more than a mode
# What may stand beside the words of a mode without making them a place.
_FILLER = (
    r"https?://\S+|www\.\S+|\S+@\S+|\b(?:via|sur|par|per|en|in|on|et|and|link|lien|weblink|uber|the|le|la|un|a"
    r"|evenement|event|meeting|reunion|exclusivement|uniquement|only|nur|virtual|direct|youtube|facebook|evento"
    r"|veranstaltung|solo|live|room|salle|envoye|envoi|sent|apres inscription|format|mode|app|ort|lieu|where|lugar)\b"
)
# What is done at an address: not reading, nor registering.
_SPEAKING = (
    r"vot\w{1,6}|choisi\w*|donnez votre avis|deposez|consultation citoyenne|abstimm\w+|entscheiden|stem(?:men|t)|kiezen"
    r"|eleg\w+|scegli\w+|scegliere|escoll\w+|vota\w*|contribu\w+|have your say|choose"
)
# "sur budget.example": an address as it is said, where one goes
_EITHER = re.compile(r" (?:ou|or|oder|o|of) (?:dans|aux?|en|at|in|im|bei|bij|op|nel\w*|al\w*|n[oa]s?) ")
_DOTTED = re.compile(r"\.[a-z]{2}")
_SITE = re.compile(
    r"(?:sur|em|en|su|op|auf|unter|at|on|a|via) [a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){0,4}\.[a-z]{2,10}(?![\w@-])"
)
_ASIDE = re.compile(
    r"\b(?:inscri|enregistr|billet|reserv|info|renseign|programm|detail|savoir|telecharg|regist|sign up|book|ticket"
    r"|anmeld|iscri|prenota|aanmeld|inschrij|inscrev|mehr|more|meer|mais|mas|piu|mes|dossier|document|consult"
    r"|contact)\w*"
)
_NEAR = 240  # letters before an address
_READ = 4_000  # letters searched for that
_NEGATED = r"(?:\b(?:pas|non|no|not|nicht|sans|niet|sem|nao|sense|senza|never|plus)|kein\w*|geen|jamais)\b"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    parts = {"tools": _TOOLS, "online": _ONLINE, "both": _BOTH, "spot": _ON_THE_SPOT, "other": _OTHER_THING}
    whole = {name: re.compile(rf"(?<![\w@/-])(?:{factored(words)})(?![\w@-]|\.\w)") for name, words in parts.items()}
    joint = r"(?:(?:en|in|et|ou|and|or|und|oder|y|o|e|i|of|soit|bien|either|entweder|ya sea|sia|ofwel|quer|sigui) )?"
    before = rf"(?:(?:^|[,;:(|–—\n•»\"]|\s-\s|\b(?:{factored(_EVENT)}))\s*(?:\w+ment )?{joint})$"
    second = r"\w,? (?:and|et|e|ed|en|und|y|i|&|\+) $"
    afar = rf"(?:{_ONLINE}|{_TOOLS})"
    also = (
        r"(?:aussi|egalement|also|auch|tambien|anche|tambem|tambe|ook|zudem|either in person or|et simultanement)"
        rf" (?:(?:possible|moglich|possibile|disponible|vi?a|per|por|par|in|en|em|on|a|sur|suivre|join|verfolgen"
        rf"|participer|teilnehmen|seguir\w*|digital) )?(?:la |de forma )?{afar}(?![\w-])"
    )
    whole["both"] = re.compile(rf"(?<![\w@/-])(?:(?:{_BOTH})(?![\w@-]|\.\w)|(?P<also>{also}))")
    address = r"(?:[^.!?\n]|\.(?=\S))"
    spoken = rf"\b(?:{factored(_SPEAKING)})\b{address}{{0,160}}://|://\S+{address}{{0,90}}\b(?:{factored(_SPEAKING)})\b"
    whole["spoken"] = re.compile(spoken)
    ideas = (
        r"depot des (?:idees|projets|propositions)|proposez|apresent\w+ (?:[ao]s? )?tuas?|presenta\w* (?:tus|vuestras)"
    )
    whole["speaking"] = re.compile(rf"(?<![\w-])(?:{factored(_SPEAKING)}|{ideas})(?![\w-])")
    return whole | {"second": re.compile(second), "before": re.compile(before), "negated": re.compile(_NEGATED)}


def says_online(plain: str) -> bool:
    """True when a `flat` text says that one takes part from afar (alone or as well)."""
    return meets_online(plain) or _at_an_address(plain)


def meets_online(plain: str) -> bool:
    """True when a `flat` text says that people meet from afar, not that they vote at an address."""
    found = _patterns()
    if any(not _denied(plain, mark.start()) for mark in found["tools"].finditer(plain)):
        return True
    return any(_of_the_event(plain, mark) for mark in found["online"].finditer(plain))


def _at_an_address(plain: str) -> bool:
    """ "Die Einwohner können unter https://… abstimmen": who votes or speaks at an address does so online.

    So does who does it there: "Du 1er au 15 mars, déposez vos idées. Rendez-vous sur budget.example".
    """
    if "://" in plain[:_READ] and _patterns()["spoken"].search(plain[:_READ]) is not None:
        return True
    # a dot amid letters is met fast, and in few words
    words = (_word_before(plain, _word_before(plain, dot.start())) for dot in _DOTTED.finditer(plain, 0, _READ))
    return any(_SITE.match(plain, word) and _spoken_before(plain, word) for word in words)


def _word_before(plain: str, at: int) -> int:
    """Where the word begins that a place is in, or the one before the blank at it."""
    end = at - 1 if plain[at - 1 : at] in (" ", "\n") else at
    return max(plain.rfind(" ", 0, end), plain.rfind("\n", 0, end)) + 1


def _spoken_before(plain: str, start: int) -> bool:
    """Whether an address closes what is said of voting or proposing, and not of registering or reading on."""
    before = plain[max(0, start - _NEAR) : start]
    own = re.split(r"\n|[.!?]\s", before)[-1]
    return _patterns()["speaking"].search(before) is not None and _ASIDE.search(own) is None


def says_both(plain: str) -> bool:
    """True when a `flat` text says hybrid in so many words, or that one may take part online as well."""
    return any(not found["also"] or _also_online(plain, found) for found in _patterns()["both"].finditer(plain))


def _also_online(plain: str, found: re.Match[str]) -> bool:
    """Whether "also online" is said of taking part: not of registering, nor of what can be read there."""
    before = _sentence_before(plain, found.start())
    return not _denied(plain, found.start()) and _patterns()["other"].search(before) is None


def says_on_the_spot(plain: str) -> bool:
    """True when a `flat` text asks people to come, without saying where."""
    return _patterns()["spot"].search(plain) is not None


def is_only_mode(text: str) -> bool:
    """True when nothing is left of a short text but words of taking part online: it is a mode, not a place."""
    plain = flat(text) if len(text) <= _SHORT else ""
    found = _patterns()
    if not (found["tools"].search(plain) or found["online"].search(plain)):
        return False
    rest = found["tools"].sub(" ", found["online"].sub(" ", plain))
    return not re.search(r"\w", re.sub(_FILLER, " ", rest))


def without_mode(text: str) -> str:
    """The text up to the words that add an online part to it: "2 Conder Street and via Zoom"."""
    plain = flat(text)
    for mark in (*_patterns()["tools"].finditer(plain), *_patterns()["online"].finditer(plain)):
        added = re.search(
            r"\s+(?:and|et|or|ou|und|oder|y|o|e|en|i|\+|&)\s+(?:(?:via|by|par|en|on|sur) )?$", plain[: mark.start()]
        )
        if added:
            return text[: added.start()]
    return text


def _sentence_before(plain: str, start: int) -> str:
    """At most 60 characters before, within the sentence and the line."""
    return re.split(r"\n|[.!?]\s", plain[max(0, start - 60) : start])[-1]


def _denied(plain: str, start: int) -> bool:
    before = _sentence_before(plain, start)[-25:]
    return _patterns()["negated"].search(before) is not None or re.search(r"replay|revoir|retour", before) is not None


def _of_the_event(plain: str, mark: re.Match[str]) -> bool:
    before = _sentence_before(plain, mark.start())
    # "vote du 2 au 22 novembre, en ligne ou dans les urnes": one of two ways to do whatever it is
    either = _EITHER.match(plain, mark.end()) is not None
    if _denied(plain, mark.start()) or (not either and _patterns()["other"].search(before)):
        return False
    after = plain[mark.end() : mark.end() + 20]
    if mark[0] in ("virtual", "digital") and re.match(r"\s+\w", after) and not dated().match(after.strip()):
        return False
    # "Bologna e online.": one of two ways, at the end of what is said
    if _patterns()["second"].search(before) and re.match(r"\s*(?:[.,;)\n]|$)", after):
        return True
    ended = dated().search(before[-12:]) is not None or before.strip() == ""
    return ended or _patterns()["before"].search(before) is not None
