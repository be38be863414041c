"""The words of places, by language: what venues and streets are called, what introduces them, what never is one.

All are fragments of regular expressions on `flat` text (lower case, no accents, one character for one).
"""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.text import align, factored


def flat(text: str) -> str:
    """The text aligned, its tabs blanks: each character stays where it is, so that spans hold for the text itself."""
    return align(text).replace("\t", " ")


# ── venues ────────────────────────────────────────────────────────────────────────────────────────
# SURE: a building or a room, whoever says it. LOOSE: a venue only where the sentence says so.

SURE = {
    "fr": r"sciences[- ]po|ateliers (?:municipaux|techniques|communaux)|mjc|msh|gs|edifice|ehpad|capitainerie"
    r"|cabinet|maison commune|(?:tennis|rugby|golf|judo)[- ]club|peniche|boulodrome|office (?:de|du) tourisme|patinoire"
    r"|hippodrome|pole (?:jeunesse|enfance|emploi|seniors|citoyen|numerique|sportif|medical|universitaire|technique)"
    r"|mairies?(?: annexe| de quartier| de secteur| d'arrondissement| centrale)?|hotel (?:de (?:ville|region|la "
    r"region|la metropole|l'agglomeration|l'intercommunalite|territoire)|du departement|de la prefecture|communautaire)"
    r"|salles?|salons?|foyer|refectoire|groupe scolaire|batiment|gymnase|stade|ecoles?|college|lycee|universite"
    r"|campus|faculte|amphitheatre|amphi"
    r"|auditorium|atrium|mediatheque|bibliotheque|ludotheque|maisons?(?: pour tous)?|theatre|cinema|musee|halles?|cafe"
    r"|cafe-\w+|bar|bistrot"
    r"|couvent|prieure|monastere|cloitre|orangerie|studio|manufacture|entrepot|docks|beffroi|tribunal"
    r"|brasserie|restaurant|librairie|tiers-lieux?|friche|eglise|chapelle|cathedrale|temple|chateau|palais|(?:sous-)?"
    r"prefecture|complexe|chapiteau|locaux|siege|gite|ferme|moulin|hall|aula|archives|kiosque|bourse du travail|gare"
    r"|hemicycle|pavillon|preau|grange|hangar|abbaye|collegiale|basilique|caserne|usine|arena|zenith|guinguette"
    r"|piscine|cantine"
    r"|conservatoire|centre (?:social|culturel|civique|communal|socio-?\w*|de congres|des congres|de formation"
    r"|d'animation|aere|de loisirs|commercial|hospitalier|d'art|sportif|technique|administratif|paroissial|ville"
    r"|nautique|aquatique|equestre|associatif|municipal|intercommunal)"
    r"|maison|espaces?|cite (?:des congres|administrative|internationale|universitaire)|pole (?:culturel|associatif"
    r"|social|sante|petite enfance|enfance)|village vacances|auberge|villa|manoir|domaine|presbytere|hotel|hopital"
    r"|clinique",
    "en": r"(?:town hall|library|church|museum|station|school) (?:steps|entrance|gates|foyer)|baths|clock tower"
    r"|war memorial|bandstand|market cross|lido|foundry|brewery"
    r"|(?:town|city|village|guild|community|parish|church|civic|county|memorial|market|concert|sports|school)"
    r" (?:hall|house|centre|center|library)|halls?|guildhall|library|school|theatre|theater|museum|house|centre|center"
    r"|church|chapel|cathedral|college|university|campus|auditorium|stadium|cafe|hotel|gallery|building|pavilion|lounge"
    r"|barn|exchange|mill|academy|depot|car park|courthouse|clubhouse|arena|headquarters|council chambers?"
    r"|boardroom|conference room|room|rooms|tower|hub|cafeteria|gymnasium|gym|lobby|basement|atrium|annexe?|crypt"
    r"|synagogue|mosque|inn|pub|hut",
    "es": r"sociedad de fomento|cafe-teatro|cine-teatro|teatro-cine|cc|csc|cmi|cav"
    r"|gimnasio|oficina de (?:atencion|informacion|turismo|participacion)|bodega|casino|patio|convento|monasterio"
    r"|campus|castillo|capilla|parroquia|ies|ceip|liceo|conservatorio|puerta del? \w+|club"
    r"|centro (?:civico|cultural|social|comunitario|de \w+|juvenil|vecinal)|casa|salon de (?:actos|plenos)|salon"
    r"|sala|biblioteca|escuela|colegio|instituto|universidad|facultad|teatro|museo|auditorio|pabellon|polideportivo|cancha"
    r"|iglesia|hotel|palacio|edificio|aula|aulario|sede|mercado|cine|ateneo|albergue|estadio|ayuntamiento|bar"
    r"|cafeteria|cafe|restaurante|taberna|libreria|casa consistorial|estacion|consistorio|paraninfo|centro",
    "it": r"atrio|cortile|sagrato|monastero|cappella|saletta"
    r"|campus|liceo|rocca|convento|camera del lavoro|loggia|manifattura|opificio|fabbrica|spazio|sala"
    r"|municipio|palazzo|palazzetto|biblioteca|teatro|casa|scuola|auditorium|museo|palestra|chiesa|oratorio"
    r"|circolo|aula|universita|cinema|villa|castello|cascina|salone|sede|stadio|bar|caffe|ristorante|trattoria"
    r"|osteria|libreria|chiostro|centro (?:civico|sociale"
    r"|culturale|anziani|giovani|di \w+|congressi|sportivo)|istituto|albergo|hotel|ex \w+|aula magna|bocciofila"
    r"|stazione|collegiata",
    "pt": r"campus|colegio|paco|mata|sociedade|coletividade|clube|convento|mosteiro|castelo|fabrica|armazem|liceu"
    r"|capela|palacio|instituto|filarmonica|sala|salao|auditorio|biblioteca|camara (?:municipal|de vereadores)"
    r"|plenari(?:nh)?o|horto|quadra|pacos do concelho|junta de freguesia"
    r"|centro (?:civico|cultural|social|comunitario|universitario|de \w+|paroquial)"
    r"|casa|escola|teatro|museu|pavilhao|igreja|universidade|faculdade"
    r"|ginasio|edificio|sede|cinema|hotel|quartel|mercado|prefeitura|cineteatro|estadio|estacao|bar|cafe"
    r"|restaurante|livraria|coreto|albergue",
    "ca": r"salo de (?:plens|sessions|actes)|oficina d'\w+|masia|castell|convent|monestir|pista|llar|torre|campus"
    r"|sala|ajuntament|centre (?:civic|cultural|social|de \w+)|casal|biblioteca|teatre|museu|escola|institut"
    r"|universitat|capella|auditori|pavello|ateneu|mercat|casa|seu|local|esglesia|poliesportiu|cinema|hotel|fabrica"
    r"|camp municipal|can \w+|paranimf|palau|edifici|estacio|alberg|bar|cafe|restaurant|llibreria",
}
LOOSE = {
    "fr": r"creps|ccas|insa|cnam|inspe|sortie du (?:rer|metro)|loge|fontaine|statue|monument aux morts|passerelle"
    r"|ecluse|lavoir|pelouse|belvedere|embarcadere|aire de jeux|abribus"
    r"|place|places|parc|jardin|jardins|parvis|esplanade|square|quartier|marche|port|plage|lac|cour|parking|centre"
    r"|cite|pole|local|antenne|conseil (?:regional|departemental)|bourg|hameau|village|quai|residence"
    r"|poste|creche|tour|arret|station|chambre d'agriculture|chambre de commerce|institut|rez-de-chaussee|pont"
    r"|terrain|fabrique|dojo|administration communale",
    "en": r"fountain|statue|monument|bridge|pier|jetty|playground|bus stop"
    r"|park|square|gardens?|green|common|market|wharf|quay|court|chambers?|institute|field|grounds|offices?",
    "es": r"camara de comercio|fuente|estatua|monumento|quiosco|kiosco|ermita|lavadero|puente|muelle|mirador"
    r"|plaza|parque|espacio|local|recinto|finca|nave|jardines|barrio|fronton|instituto|ateneu",
    "it": r"camera di commercio|fontana|monumento|statua|chiosco|ponte|lavatoio|darsena|edicola"
    r"|piazza|piazzale|parco|spazio|mercato|giardini|giardino|quartiere|cortile|centro|fiera|teatro tenda",
    "pt": r"fonte|chafariz|estatua|monumento|ponte|cais|miradouro|quiosque"
    r"|forum|praca|parque|jardim|largo|espaco|bairro|recinto|polo|mercado",
    "ca": r"cambra de comerc|font|estatua|monument|ermita|quiosc|moll|mirador|safareig"
    r"|passeig|placa|parc|espai|jardin(?:et)?s|barri|recinte|nau|rambla|plaza",
}
# German and Dutch write the kind of building last, in one word.
_DE = (
    r"rathaus|rathaussaal|h(?:a|ae)us|halle|saal|schule|kirche|zentrum|bibliothek|b(?:u|ue)cherei|museum|theater"
    r"|gymnasium|heim|treff|stadion|universitat|akademie|aula|foyer|scheune|hutte|cafe|kino|schloss|hotel|stube"
    r"|gemeindeamt|landratsamt|arena|keller|laden|feuerwache|muhle|kaserne|scheuer|turm|bahnhof|klub|club"
    r"|sitzungssaal|mensa|kantine|kapelle|vhs|herberge|\w{4,}buro|kloster|pavillon|dom|labor|gaststatte|gasthof|restaurant|bistro|lokal"
)
_DE_LOOSE = (
    r"supermarkt|brunnen|denkmal|brucke|spielplatz|haltestelle|anleger|platz|park|markt|hof|garten|burg|raum|raume|insel"
    r"|quartier|amt"
)
_NL = (
    r"gemeentehuis|stadhuis|raadhuis|huis|bibliotheek|school|kerk|zaal|centrum|theater|museum|cafe|sporthal|schouwburg"
    r"|gebouw|kantoor|universiteit|college|loods|fabriek|hotel|kapel|kasteel|bieb|aula|atelier|boerderij|klooster"
    r"|paviljoen|hal|station|molen|kantine|supermarkt|raadzaal|trefpunt|mfc|mfa"
)
_NL_LOOSE = r"fontein|standbeeld|brug|speeltuin|halte|steiger|sluis|plein|park|tuin|markt|station|campus|haven|hof"
SUFFIXED = {"de": (_DE, _DE_LOOSE), "nl": (_NL, _NL_LOOSE)}
# What sounds like a building and is an event: "Université d'été", "Café citoyen", "summer school".
NOT_PLACES = (
    r"(?<=\bsur le )terrain|(?<=\d )places|fabrique de l'action|tribunal administratif|universites? populaires?"
    r"|(?:espace|domaine)s? publi(?:c|que)s?|(?<=\b[ld]es )tiers-lieux|(?<=\baccueil )cafe"
    r"|villages? (?:des? |du |de la |de l'|d')?(?:eau|alternativ|initiativ|associati|possibles|transition|solidaire"
    r"|citoyen|climat|producteur|exposant|partenaire)\w*"
    r"|(?:universites?|ecoles?) (?:d'ete|d'hiver|d'automne|de printemps|citoyennes?)|(?<=\ben )place"
    r"|cafes? (?:citoyens?|debats?|philo|democratie|memoire|tricot)|theatre[ -]forum"
    r"|(?:summer|winter|spring|fall|autumn) school|escuela de (?:verano|invierno)"
    r"|universidad de verano|universita d'estate|scuola estiva|universidade de verao|escola d'estiu|zomerschool"
    r"|sommerschule|demokratie-?cafe|(?<=open )houses?|(?:town|city) halls? (?:meeting|mtg|forum|session|event)s?"
    r"|(?<=living )room"
    r"|cent[rt]ro d(?:ella? |el |o |a |ell')"
    r"(?:dibattito|discussione|attenzione|democrazia|debate|atencion|interes|vida)"
    r"|places (?:limitees|disponibles|restantes|reservees|gratuites|assises)"
    # "Quelle place pour la nature ?", "la place des femmes dans l'espace public": it is their share
    r"|places? (?:des? |du |de la |de l')(?:citoyen|habitant|femme|jeune|enfant|usager|expert|elu|parlement"
    r"|participation|nature|voiture|velo|pieton|numerique|science|debat|democratie)\w*"
    r"|espaces? (?:de |d')(?:dialogue|echange|expression|discussion|debat|parole|liberte|rencontre|reflexion"
    r"|concertation|participation)s?|centre des (?:debat|discussion|preoccupation|attention)s"
    r"|domaine (?:de la |de l'|du |des |d')(?:participation|concertation|sante|social|culture|environnement|logement"
    r"|democratie|education|energie|eau|mobilite|transition|urbanisme|amenagement)\w*"
)
NOT_BUILDINGS = (
    r"haushalt|zeitraum|freiraum|spielraum|sozialraum|lebensraum|handlungsspielraum|arbeitsplatz|schwerpunkt"
    r"|arbeitsmarkt|wohnungsmarkt|flohmarkt|weihnachtsmarkt|mehrheit|thuis|tehuis|wettbewerbsraum|wirtschaftsraum"
    r"|stadtraum|landschaftsraum|(?:burger|zukunfts|jugend|online|digital|begleit|dialog|klima|diskussions)forum|kolleg"
    r"|(?:burger|welt|world|erzahl|themen|planungs)-?cafe|(?:stadt|real|zukunfts|ideen|burger)-?labor|kiezlabor"
    r"|burgerhaushalt|herhaal|verhaal|taal|allemaal|schaal|handel|aandeel"
)

# "Sala Dr. Raúl Paz", "Salón Gral. San Martín": the stop of a title ends no name.
TITLES = frozenset(("dr", "dra", "prof", "ing", "lic", "gral", "cnel", "mons", "pe", "arq", "dott", "sra", "sr"))

# ── streets ───────────────────────────────────────────────────────────────────────────────────────

STREET = (
    r"rue|avenue|av\.?|ave\.?|boulevard|bld|bvd|bd\.?|blvd\.?|allees?|chemin|impasse|quai|cours|route|passage|ruelle"
    r"|faubourg|fbg|voie|sentier|venelle|mail|esplanade|rond-point|zac|za|zi|lieu-dit|lotissement|montee|promenade"
    r"|place|square|parvis|villa|clos|traverse|presqu'ile|rampe|grande rue|grand'?rue|chaussee"
    r"|gran via|calle|c/|avda\.?|avenida|paseo|plaza|ronda|camino|carretera|ctra\.?|travesia|glorieta"
    r"|via|viale|piazza|piazzale|corso|largo|vicolo|strada|lungarno|lungomare|contrada|localita"
    r"|rua|travessa|praca|alameda|estrada|rotunda|beco"
    r"|carrer|avinguda|placa|passeig|rambla|cami|passatge|c\."
)
STREET_LAST = (
    r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|square|sq|way|close|crescent|terrace|place|court|ct"
    r"|parade|highway|hwy|quay|row|hill|gardens|gate|wharf|broadway|mews|walk|green|plaza|circle|parkway|pkwy"
)
STREET_SUFFIX = (
    r"strasse|straße|str\.?|weg|platz|gasse|allee|ufer|damm|ring|markt|chaussee|steig|wall|graben|berg|hof"
    r"|straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|pad|dam|hof|baan|lei|kaai"
)

# ── what stands around ────────────────────────────────────────────────────────────────────────────

LABEL = (
    r"siege de l'enquete(?: publique)?|lieux?(?: (?:de (?:la |l')?\w+|du \w+))?|ou|adresse|point de rendez-vous"
    r"|where|venue|(?:(?:regular |public )?(?:meeting|event|hearing) )?(?:location|place)|address"
    r"|ort|veranstaltungsort|tagungsort|treffpunkt|wo|adresse|lugar|donde|sitio|direccion|ubicacion"
    r"|luogo|dove|sede|indirizzo|ritrovo|waar|locatie|plaats|adres|local|onde|morada|endereco|lloc|on|adreca"
    r"|indret|meeting point|punto de encuentro|punto d'incontro|punt de trobada"
    r"|ponto de encontro|punto di ritrovo|verzamelpunt|where we meet"
)
# Where a walk sets out: a place, unless it is the hour it does.
SETTING_OUT = (
    r"depart|start|startpunt|vertrek|salida|sortida|encontro|encuentro|trobada|partida|partenza|ritrovo|saida"
    r"|meet at|meeting point|treff|abmarsch|bureau unique|starts? at"
)
AT = (
    r"(?:a|dans|sur|devant|chez|en) (?:la |le |les |l')?|pied (?:du |de la |de l'|des )|au |aux |en |place "
    r"|(?:at|in to|into|in|from|outside|on) (?:the )?"
    r"|im |in der |in die |in den |ins |in |am |an der |auf dem |auf der |beim? |vor dem "
    r"|departs? d(?:e la |e l'|u )|partida d[oa] |salida (?:de la |del )|sortida d(?:e la |el )|partenza dal(?:la )? "
    r"|desde (?:el |la )?|des del |des de la |davant (?:del |de la )|davanti (?:al |alla )|diante d[oa] |to the "
    r"|en (?:el |la |los |las )?|al |a la |a l'|als |al |del "
    r"|presso (?:il |la |lo |l'|i |gli )?|nel |nella |nello |nell'|nei |alla |allo |all'|ai "
    r"|in (?:het |de |'t )?|op (?:het |de )?|bij (?:het |de )?|te "
    r"|no |na |nos |nas |em |ao |a |pelas "
)
OF = (
    r"(?:de la|de l'|du|des|de|d'|of|of the|der|des|del|della|dello|dell'|do|da|dos|das|de las|de los|dels|van|van de"
    r"|van het|von|vom|par|par la|par le|by|by the|avec|avec la|pour|pour la|pour le|projet|vers|contre|zur|zum|with"
    # who helps and holds is no house: "Colabora la Universidad de X"
    r"|(?:colabora|organiza|convoca|apoya|promueve|collabora|organizza|promuove|organitza|col·labora|apoia)n?o? "
    r"(?:la|el|las|los|il|l'|a|o))"
)
DAYS = (
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta|sexta"
    r"|dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge|segunda-feira|terca-feira|quarta-feira|quinta-feira"
    r"|sexta-feira"
)
MONTHS = (
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|januar|februar|marz|juni|juli|oktober|dezember"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio"
    r"|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|janeiro|fevereiro"
    r"|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|gener|febrer|abril|maig|juny|juliol|agost|setembre"
    r"|octubre|novembre|desembre|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|dez|dic|janv|fev|avr|okt"
)
# Bodies and things that carry a capital and never are towns.
BODY = (
    r"communes?|intercommunalites?|republique|association|observatoire|laboratoire|collectif|comite|conseil|commission|departement|region|metropole|federation|fondation|ministere"
    r"|agence"
    r"|institut|reseau|syndicat|union|societe|cooperative|groupe|direction|etat|parlement|assemblee|maire|president"
    r"|pays"
    r"|prefet|communaute|agglomeration|forum|rencontres?|atelier|reunion|debat|conference|seminaire|webinaire|colloque"
    r"|council|committee|network|foundation|trust|society|group|department|ministry|team|lab|club|university"
    r"|verein|verband|stiftung|amt|ministerium|netzwerk|land|bund|kreis|stadtrat|gemeinderat|gmbh|ag|bezirk"
    r"|asociacion|fundacion|federacion|ministerio|gobierno|red(?= de)|distrito|diputacion|generalitat|govern|xarxa"
    r"|associacio|associazione|fondazione|regione|provincia|rete|ministero|stichting|vereniging|provincie|netwerk|ministerie|raad"
    r"|associacao|fundacao|governo|rede|freguesia|fundacio|entrada|ingresso|eintritt|entree|entry|free|gratis|gratuit"
    r"|inscription|inscriptions|anmeldung|registration|tickets|contact|tarif|info|infos|zoom|teams|online|internet"
    r"|ville|centre|mairie|quartier|place|programme|program|accueil|ouvert|open|tous|all|alle|public|european"
    r"|europe|union europeenne|international|date|time|data|datum|hora|horari|horario|horaire|heure|hour"
    r"|groet|groeten|grusse|gruss|saludos|saluti|salutacions|cordialement|regards|universite|faculte|urbanisme|poble|pueblo|infants?|infancia|joves|juventud|joventut|juventude|cidadaos|ragazz[ei]|jovenes|participacion"
    r"|participacio"
    r"|participacao|partecipazione|urbanismo|ciudadania|cidadania|mayores"
    r"|the|annual|upcoming|local|next|every|joint|special|extraordinary|memorial|aktuell|aktuelles|gepubliceerd|welkom"
    r"|camara|assembleia|plenario|educacao|educacion|ensino|lei|ley|llei|foros?|consell|barri|barrio|bairro|districte|quartiere|rione|wijk|buurt"
    r"|ciutadania|qualitat|calidad|qualidade|delegacion|pressupostos?|presupuestos?|orcamento|vereadores|carnaval"
    r"|saude|sanidad|salut|gezondheid|gesundheit|lecture|talk|lezing|vortrag|charla|xerrada|palestra|conferencia"
    r"|vecin[oa]s|veins|veines|moradores|bewoners|inwoners|residents"
    r"|information|informationen|veranstaltung|veranstaltungen|einladung|termin|termine"
    r"|zusammenarbeit|kooperation|verbindung|absprache|anwesenheit|form|mayor|professor|director|speaker|chair"
    r"|meeting|mtg|session|hearing|this|organismos|college|diputad[ao]|deputad[oa]|deputati|palazzo|centro|geld|res|libras"
)

LINKS = (
    r"de|du|des|la|le|les|l|d|sur|sous|en|et|aux|au|di|del|dels|della|sul|sulla|sull|do|da|dos|das|am|an|der|im|in|bei"
    r"|ob|aan|den|het|op|of"
    r"|the|upon|on|by|y|i|e|el|los|las|sobre|lez|al|alla|ai|dei"
)
# A part of a town, that may bear the name of another.
PART = r"quartiers?|secteur|district|distrito|barrio|barri|bairro|quartiere|wijk|ward|ecole|college|escuela|projet"
# What bears the name of a saint, as many a town does.
CHURCH = r"chiesa|iglesia|igreja|esglesia|parr?oc\w+|convento?|cappella|capilla|capela|capella|ermita|basilica"
# What joins the words of a town's name: "Fontenay-sous-Bois", "Newcastle upon Tyne"; each who reads names adds some.
TOWN_LINKS = r"de|du|des|la|le|les|lès|sur|sous|di|del|dels|della|sul|sulla|al|am|an der|aan|den|upon|on|do|da|of"
# "mairie de Valmont", "stade de Mérens": these belong to a commune, and are called after nothing else.
CIVIC = (
    r"(?:(?:salon|salo|sala) d(?:e |')(?:actos|actes|plenos|plens)(?: de la| del)? )?"
    r"(?:[a-z]{4,} (?:(?:inter)?communale?|municipale?|comunale)|p(?:alais|arc) des (?:congres|sports|expositions)"
    r"|mairie(?: annexe)?|hotel de ville|salles? (?:des fetes|polyvalente)|stade|gymnase|marche|foyer rural|mediatheque"
    r"|bibliotheque|bourg|junta de freguesia|sociedade recreativa"
    r"|centre (?:social|culturel|de formation|des congres)|town hall|city hall|village hall|rathaus|ayuntamiento"
    r"|casa consistorial|municipio|sala (?:consiliare|de plens|de plenos)|salon de (?:plenos|actos)|salo de "
    r"(?:plens|sessions)|mjc|gemeentehuis|stadhuis"
    r"|camara de comercio|camera di commercio|cambra de comerc|casa d(?:e(?: la)?|ella|a) cultura|casa do povo"
    r"|casa de la vila|biblioteca publica"
    r"|centro (?:civico|cultural|social)(?: polivalente| municipal)?(?= de )|centre civic"
    r"|(?:pabellon|polideportivo|pavilhao|pavello)(?: municipal| polideportivo| multiusos)?"
    r"|ajuntament"
    r"|pacos do concelho|community centre|salle du conseil|eglise|halle)"
    r"\s+(?:de\s|d'|di\s|in\s|of\s|van\s|te\s|do\s|da\s)\s*"
)
# Buildings that are called after the commune they stand in, whether a gazetteer has it or not: "gare de X".
PUBLIC = (
    r"(?:mairies?|hotel de ville|foyer|gymnase|stade|ecoles?|college|lycee|mediatheque|bibliotheque|ludotheque"
    r"|theatre|cinema|atrium|musee|halles?|eglise|chapelle|chateau|prefecture|gare|piscine|caserne|camping"
    r"|auditorium|abbaye|moulin|presbytere|temple|groupe scolaire|siege|bourse du travail"
    r"|kiosque|parvis|bourg|port|plage|hall|library|school|church|biblioteca|escuela|colegio|teatro"
    r"|estacion|municipio|scuola|stazione|palestra|auditorio|escola|estacao|teatre|estacio|pavello|pabellon"
    r"|bocciofila|oratorio|circolo|poliesportiu|piscina|coliseu|boulodrome|patinoire|lavoir|polideportivo|pavilhao|palazzetto|bibliotheek|kerk|dorpshuis|buurthuis|sporthal|school|station"
    # these are "of" many things: of a commune when their kind is said first ("maison du temps libre de X")
    r"|(?:salles?|maisons?|espaces?|centres?|complexe|casal?|centro|sala) \S.*)"
)


@cache
def dated() -> re.Pattern[str]:
    """A day, a month or an hour in flat text."""
    hour = r"\d{1,2}\s?h(?:\s?\d\d)?\b|\d{1,2}[:.]\d\d\b|\d{1,2}\s?(?:am|pm|uhr|uur|ore|heures?)\b"
    # "Arenys de Mar" lies by the sea
    return re.compile(
        rf"\b(?:{factored(f'{DAYS}|{MONTHS}')})\b(?<![a-z] d[eo] mar)(?<! del mar)|{hour}|\b(?:19|20)\d\d\b"
    )


@cache
def never_town() -> re.Pattern[str]:
    """The first word of what is no town: a day, a month, a body, an announcement."""
    return re.compile(rf"(?:{factored(f'{DAYS}|{MONTHS}|{BODY}')})s?(?![\w-])")
