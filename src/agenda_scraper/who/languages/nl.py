"""Dutch."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="de het een' onze ons",
    contracted="van",
    links="van der den 's",
    towards="voor in op aan tegen",
    bridges="in op aan",
    conjunctions="en",
    long_conjunctions="alsmede | evenals | alsook | en ook",
    companions="met",
    stops="ik in op aan bij door voor met zonder onder over na naar om tot uit vanaf tijdens via te ter is zijn wordt "
    "worden heeft hebben was dat die dit deze wie waar wanneer zich u je jij wij we hij zij ze uw hun haar nodigt "
    "nodigen organiseert organiseren aanmelden aanmelding contact toegang gratis locatie tijd datum uur kosten info "
    "informatie deelname inloop aanvang opgave tel telefoon e-mail email vindt vinden plaats zal zullen start starten "
    "van biedt houdt houden",
    indefinite="vervolgens daarna daarnaast tevens verder ook hierna dan hier daar "
    "een twee drie vier vijf zes zeven acht negen tien enkele diverse verschillende meerdere alle elke "
    "iedere deze dit hun uw zijn haar veel beide andere",
    heads="gemeentebestuur stadsbestuur schepencollege "
    "tennisvereniging voetbalvereniging sportvereniging huurdersvereniging dorpsvereniging buurtvereniging "
    "belangenvereniging buurtplatform bewonersplatform dorpsbelangen burgerinitiatief "
    "gemeente gemeenten stad provincie waterschap rijk ministerie burgemeester wethouder college gemeenteraad "
    "raad wijkraad dorpsraad wijkteam wijkplatform stadsdeel district dienst afdeling bureau agentschap instituut "
    "universiteit hogeschool school academie vereniging stichting federatie bond vakbond netwerk platform collectief "
    "comite commissie werkgroep bewonersgroep bewoners buurtcomite cooperatie maatschappij kamer lab laboratorium "
    "bibliotheek museum centrum buurthuis groep coalitie alliantie unie beweging kerk parochie bedrijf organisatie "
    "overheid regio rekenkamer adviesraad jongerenraad fonds huis woningcorporatie wooncorporatie kennisinstituut vzw "
    "genootschap planbureau bewonersvereniging wijkvereniging ondernemersvereniging",
    things="zaal aula "
    "bijeenkomst bijeenkomsten avond informatieavond inloopavond bewonersavond werksessie workshop debat "
    "wandeling wijkwandeling congres conferentie symposium training cursus leerkring webinar sessie vergadering "
    "concert festival tentoonstelling markt lezing evenement dag locatie toegang datum tijd onderwerp programma "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag project consultatie referendum feest buurtfeest",
    abstract="participatie democratie ontwikkeling milieu cultuur erfgoed samenleving gezondheid wonen mobiliteit "
    "onderwijs jeugd burgerschap innovatie sport welzijn natuur klimaat energie ruimte leefbaarheid zorg communicatie "
    "vrienden bestuur wetenschap inspraak toerisme werk veiligheid",
    days="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli "
    "augustus september oktober november december",
    adjective=r"(?!)",
    participles="georganiseerd | mede georganiseerd | medegeorganiseerd | verzorgd | aangeboden | gehouden | "
    "opgezet | gecoordineerd | geinitieerd | uitgevoerd | gegeven | belegd | gepresenteerd | getrokken | opgestart | "
    "uitgeschreven",
    endings="e?",
    agents="door",
    verbs="stel(?:t|len)(?=[^.;\\n]{0,60} beschikbaar) | nodigt | nodigen | organiseert | organiseren | houdt | "
    "houden | lanceert | lanceren | "
    "biedt | bieden | "
    "hoort | horen | presenteert | presenteren | start | starten | verzorgt | verzorgen | opent | openen | vraagt | "
    "belegt | zet",
    pronouns="u je jou jullie ons alle bewoners ook daarom weer hierbij dan",
    inverted=True,
    before="(?:wordt|worden|werd|is)(?: (?!begeleid|gefaciliteerd|gemodereerd|ondersteund|gesteund|gefinancierd)"
    "[^.,;:\\n]{1,50}?)?? door",
    organiser="een samenwerking tussen | "
    "een (?:organisatie|samenwerking|activiteit|evenement)(?= van) | "
    "opdrachtgever is | "
    "op (?:initiatief|uitnodiging|verzoek) | een initiatief | in opdracht | namens | een project(?= van) | "
    "algemene (?:leden)?vergadering(?= van) | (?:algemene )?ledenvergadering(?= van) | "
    "aandeelhoudersvergadering(?= van)",
    partner="i\\.s\\.m\\. | m\\.m\\.v\\. | (?:een |in )(?:nauwe )?(?:samenwerking|samenspraak|partnerschap) met | "
    "samen met | "
    "met (?:de )?(?:steun|ondersteuning|medewerking|hulp|inbreng) | ondersteund door | gesteund door | "
    "mede mogelijk gemaakt door | in co-?organisatie met | gezamenlijk met | onder auspicien | begeleid door",
    funder="gefinancierd door | gesubsidieerd door | met (?:subsidie|financiering|financiele steun)(?= van) | "
    "gesponsord door | mogelijk gemaakt door | betaald door | met financiele steun",
    facilitator="met (?:de )?(?:gespreksleiders|begeleiders|moderatoren)(?= van ) | "
    "gefaciliteerd door | gemodereerd door | onder leiding | begeleid door | gespreksleiding door | "
    "(?:be)?(?:leiding|geleiding) ligt bij | "
    "procesbegeleiding door",
    speaker="met medewerking van sprekers | met bijdragen | met een lezing",
    organiser_labels="organisatie | organisator(?:en|s)? | organisatoren | georganiseerd door | initiatiefnemers? | "
    "aanbieder | wie | inrichtende macht | gastheer | organiserende partij(?:en)? | co-?organisatie | initiatief",
    partner_labels="partners? | samenwerkingspartners? | in samenwerking met | samenwerking | met steun van | "
    "met ondersteuning van | gespreksleiding | begeleiding | procesbegeleiding | met medewerking van | facilitatie | "
    "ondersteuning",
    funder_labels="financiers? | subsidient(?:en)? | gefinancierd door | sponsors? | financiering",
    speaker_labels="sprekers? | spreeksters? | gasten | met | inleiders? | panel | docent(?:en)? | gastsprekers?",
    asked_labels="organisatiecomite",
    made_by="een (?:avond|bijeenkomst|wandeling|workshop|training|gesprek)(?= van )",
    past="vorig jaar | vorige edities? | eerdere edities | had | hadden | vorige keer",
    since="sinds | opgericht in | wet",
)

PRACTICE = Practice(
    contact="contact | contactpersoon | informatie | meer informatie | info | inlichtingen | vragen | "
    "aanmelden(?: via| bij)? | opgave | e-?mail | mail naar | mailen naar | reserveren | via",
    phone="tel | tel\\. | telefoon | telefonisch | mobiel | bel | bellen(?: naar| met)? | whatsapp | op | gsm | t",
    register="aanmeld\\w* | inschrij\\w+ | meld je aan | meld u aan | opgave | opgeven | reserv\\w+ | tickets? | "
    "kaarten | registr\\w+ | schrijf",
    limit="voor | uiterlijk | uiterlijk op | tot | tot en met | tot uiterlijk | t/m",
    closing="deadline | sluitingsdatum | aanmelden voor | inschrijven tot | uiterste datum | aanmelden uiterlijk",
    info="info | informatie | meer informatie | meer info | programma | website | details | lees meer | kijk op",
    free="gratis | toegang vrij | vrije toegang | vrij toegankelijk | kosteloos | toegang is vrij | "
    "toegang is gratis | kosteloze | geen kosten | zonder kosten | vrijwillige bijdrage | vrij entree | entree vrij | "
    "deelname is kosteloos",
    charged="niet gratis | betalend",
    extras="parkeren lunch koffie kinderopvang bus wifi drankje drankjes diner hapje borrel pendelbus parkeerplaats "
    "software brochure catering ontbijt oppas maaltijd soep",
    only_for="voor (?:leden|studenten|kinderen|jongeren|vrijwilligers|abonnees|inwoners tot) | tot \\d+ jaar | "
    "onder de \\d+",
    everyone="voor iedereen",
    not_price="budget | miljoen | miljard | subsidie | prijzengeld | investering | salaris | boete | wijkbudget | "
    "kosten van | begroting | beurs | vergoeding | fonds | prijs van | donatie | opbrengst | presentiegeld",
    reduced="vanaf | leden | vroegboek | korting",
    qualifiers="per persoon | p\\.p\\. | pp | excl\\. btw | incl\\. btw | per dag | per gezin | exclusief btw | "
    "inclusief btw | per team",
)
