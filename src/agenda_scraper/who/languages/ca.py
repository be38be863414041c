"""Catalan."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="el la els les l' en na nostre nostra",
    contracted="del de dels d' al als pel pels",
    links="de del dels d'",
    towards="per en sobre a",
    bridges="en a al",
    conjunctions="i",
    long_conjunctions="aixi com | a mes de | i tambe",
    companions="amb",
    stops="dema avui "
    "jo a al als en amb sense per des fins sota durant sobre rere segons entre que qui on quan es s' seu seva "
    "son sera seran ha han te tenen aquest aquesta convida conviden organitza organitzen us vos contacte inscripcio "
    "inscripcions entrada gratuit gratuita lloc hora horari data informacio places presenta presenten llanca obre "
    "acull proposa proposen adrecat adrecada obert oberta tel telefon correu e-mail tindra celebra celebren inici "
    "dirigida dirigit ens ho",
    indefinite="despres tambe posteriorment proper propera propers properes dia "
    "un una uns unes dos dues tres quatre cinc sis set vuit nou deu diversos diverses alguns algunes "
    "diferents tots totes cada aquest aquesta seu seva altres molts",
    heads="ajuntament regidoria alcaldia alcalde alcaldessa municipi diputacio govern generalitat departament "
    "direccio servei serveis agencia institut universitat facultat escola centre col·legi associacio associacions "
    "fundacio federacio confederacio sindicat xarxa plataforma col·lectiu collectiu col·lectius consell comissio "
    "comite comunitat comarca mancomunitat consorci cooperativa societat cambra laboratori observatori oficina "
    "biblioteca museu grup coordinadora unio lliga moviment club casa ateneu ampa afa veins secretaria area districte "
    "parlament senat assemblea taula empresa escoles casal equip",
    things="auditori sala "
    "reunio reunions taller tallers trobada jornada jornades seminari curs formacio xerrada debat forum "
    "passejada ruta assemblea audiencia consulta concert festival exposicio fira esdeveniment acte sessio conferencia "
    "taula projecte pressupost pressupostos votacio inscripcio entrada lloc data hora tema programa dilluns dimarts "
    "dimecres dijous divendres dissabte diumenge tarda mati public cafe",
    abstract="recerca estudis participacio democracia desenvolupament ambient cultura patrimoni societat salut "
    "urbanisme habitatge "
    "mobilitat educacio joventut ciutadania innovacio esport esports lleure turisme comunicacio territori "
    "sostenibilitat energia clima amics drets transparencia igualtat governanca natura deliberacio solidaritat",
    days="dilluns dimarts dimecres dijous divendres dissabte diumenge gener febrer marc abril maig juny juliol agost "
    "setembre octubre novembre desembre",
    adjective=r"\w*(?:al|als|ic|ica|ics|iques|ari|aria|aris|aries|iu|iva|ius|ives|a|ana|ans|anes|enc|enca|encs|ent|"
    r"ents|dor|dora|ble|bles|er|era|ers|eres|i|ina|ada|ades|at|ats|it|ida|its|os|osa|ista|istes|nord|sud|est|oest|"
    r"lliure|viu|obert|rural|urba|public|es|esa)",
    participles="organitza[dt] | coorganitza[dt] | co-organitza[dt] | promo[gv][u]?[dt] | impulsa[dt] | "
    "convoca[dt] | "
    "proposa[dt] | coordina[dt] | impartid | impartit | presenta[dt] | lidera[dt] | dirigit | dirigid | "
    "realitza[dt] | gestiona[dt] | ofert | oferid | conduit | conduid | promog | celebra[dt]",
    endings="(?:s|a|es|ut|uda|uts|udes)?",
    agents="per | pel | pels",
    verbs="han? organitzat | han? convocat | han? programat | estan? organitzant | realitzen | realitza | "
    "dedica | dediquen | destina | destinen | informa que | organitzen | organitza | coorganitza | coorganitzen "
    "| convida | conviden | convoca | realitzaran? | organitzaran? | celebraran? | "
    "convoquen | promou | "
    "promouen | impulsa | impulsen | llanca | llancen | presenta | presenten | celebra | celebren | obre | obren | "
    "acull | acullen | proposa | proposen | ofereix | ofereixen | us convida | us conviden | us espera | "
    "us esperen | posa en marxa | "
    "posen en marxa | te el plaer de",
    pronouns="us vos ens ho",
    inverted=True,
    before="",
    organiser="una iniciativa conjunta | una col·laboracio entre | "
    "des de(?= l[a' ][^.;,\\n]{3,60} (?:us )?(?:convidem|organitzem|programem|proposem|convoquem|animem)) | "
    "l'organitz(?:a|en) | un acte(?= d) | una activitat(?= d) | "
    "per iniciativa | a iniciativa | una iniciativa | iniciativa(?= d) | una proposta(?= d) | "
    "per encarrec | un projecte(?= d) | a carrec | "
    "assemblea general(?: (?:ordinaria|extraordinaria|anual))*(?= d) | assemblea de socis(?= d)",
    partner="juntament amb | en (?:estreta )?(?:col·laboracio|collaboracio|cooperacio|alianca|aliança|coordinacio|"
    "coorganitzacio) amb | amb (?:el|la) (?:suport|col·laboracio|collaboracio|ajut|ajuda|complicitat|contribucio|"
    "cooperacio) | amb l'(?:ajut|ajuda|acompanyament|assistencia) | conjuntament amb | de la ma | "
    "sota els auspicis | "
    "hi col·laboren? | amb la participacio activa",
    funder="amb (?:el )?financament | (?:co)?financa(?:t|da|ts|des) per | (?:co)?financa(?:t|da|ts|des) pel | "
    "subvenciona(?:t|da|ts|des) (?:per|pel) | amb el suport economic | patrocina(?:t|da|ts|des) (?:per|pel) | "
    "hi posa els diners",
    facilitator="amb (?:els |les )?(?:facilitador|dinamitzador)(?:s|es)(?= d) | "
    "facilita(?:t|da|ts|des) (?:per|pel) | dinamitza(?:t|da|ts|des) (?:per|pel) | "
    "modera(?:t|da|ts|des) (?:per|pel) | condui(?:t|da|ts|des) (?:per|pel) | dinamitzacio a carrec",
    speaker="amb la participacio | amb la presencia | amb la intervencio | hi intervenen | hi participen | "
    "hi intervindran",
    organiser_labels="organitz(?:a|en) | ho organitza | organitzador(?:a|s|es)? | organitzacio | convo(?:ca|quen) | "
    "promou | promouen | impulsa | impulsen | entitats? organitzador(?:a|es) | organitzat per | promotor(?:a|s)? | "
    "ho promou",
    partner_labels="col·labor(?:a|en) | hi col·labor(?:a|en) | col·laboracio | col·laborador(?:s|es)? | "
    "amb el suport de | amb la col·laboracio de | suport | entitats col·laboradores | dinamitz(?:a|en) | "
    "dinamitzacio | facilitacio | facilit(?:a|en)",
    funder_labels="finan[cç](?:a|en) | financament | patrocin(?:a|en) | patrocinadors? | financat per",
    speaker_labels="ponents? | hi interve | hi intervenen | participen | convida(?:ts|des|t|da) | conferenciants? | "
    "modera | imparteix | hi participen | formador(?:a|s)?",
    asked_labels="comite organitzador",
    made_by="una? (?:xerrada|passejada|jornada|sessio|trobada|taller|cicle)(?= (?:de la |del |dels |de l'))",
    past="edicions anteriors | edicio anterior | l'any passat | passada edicio | edicions passades | havien",
    since="des de | des del | fundada el | creada el | llei | fundat el",
)

PRACTICE = Practice(
    contact="contacte | contactar(?: amb)? | informacio | mes informacio | mes info | info | escriure a | "
    "escriviu a | consultes | correu | e-?mail | dubtes | inscripcions | reserves",
    phone="tel | tel\\. | telefon | mobil | trucar al | trucant al | truqueu al | whatsapp | al",
    register="inscri\\w+ | inscriv\\w+ | reserv\\w+ | registr\\w+ | apunt\\w+ | entrades? | formulari",
    limit="abans del | abans de | abans de l' | fins al | fins el | fins a | fins | com a maxim el | a tot estirar",
    closing="data limit | termini (?:de|per) | termini | tancament d'inscripcions | fi d'inscripcions",
    info="info | informacio | mes informacio | mes info | programa | web | consulteu | detalls | vegeu",
    free="gratuit[sa]? | gratuites | gratis | entrada lliure | acces lliure | entrada gratuita | lliure i gratuita | "
    "lliure acces | sense cost | taquilla inversa | gratuitament | participacio lliure",
    charged="no gratuit[sa]? | de pagament | no es gratuit[a]?",
    extras="dinar sopar cafe aparcament bus wifi ludoteca berenar transport begudes cataleg llar vermut acollida "
    "infantil programari esmorzar autobus guarderia allotjament",
    only_for="per (?:a )?(?:socis|socies|membres|estudiants|menors|infants|jubilats|aturats|associa|"
    "persones associades|als socis) | menors de | fins a \\d+ anys | "
    "per als? (?:socis|membres|estudiants|menors|infants)",
    everyone="per a tothom",
    not_price="pressupost | milions | milio | dotacio | subvencio | inversio | premi | premis | beca | salari | "
    "multa | sou | cost (?:del|de la|total) | import | donatiu | partida | retribucio",
    reduced="general | reduida | socis | a partir de | des de",
    qualifiers="per persona | iva inclos | \\+ iva | mes iva | per equip | per dia | per familia",
)
