"""German. Nouns are capitals and adjectives come first, so a lower-case word after a name ends it."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="der die das dem den des unsere unser unserer unserem",
    contracted="vom zum zur beim von",
    links="der des von vom fur",
    towards="fur im in am an zur zum bei gegen",
    bridges="im am in",
    conjunctions="und u",
    long_conjunctions="sowie | als auch | und auch | u\\.",
    companions="mit",
    stops="ich man selbst am im in an auf aus bei beim bis durch gegen ohne um unter uber vor wahrend zu zum zur nach "
    "ab seit mit per ist sind wird werden hat haben war dass der die das welche welcher wo wann sich sie wir ihr er "
    "es ihre ihren sein ladt laden organisiert veranstaltet eintritt anmeldung anmeldungen kontakt kosten kostenlos "
    "beginn ort datum uhr treffpunkt teilnahme info infos telefon tel email e-mail einlass zeit uhrzeit herzlich ein "
    "wurde findet finden statt als auch aber oder gefordert unterstutzt moderiert",
    indefinite="danach anschliessend ausserdem zudem auch dann hier dort heute morgen nun "
    "ein eine einer eines einem einen zwei drei vier funf sechs sieben acht neun zehn mehrere einige "
    "verschiedene viele alle allen jede jeder jedes diese dieser dieses diesem ihre ihr sein seine beide weitere",
    heads="kreisjugendring stadtjugendring kreisverband ortsverband ortsverein sportverein musikverein turnverein "
    "gartenbauverein "
    "elternbeirat mieterverein quartiersverein umweltverband naturschutzbund kulturverein stadtwerke burgerstiftung "
    "landesverband "
    "bezirksverband bundesverband stadtteilburo quartiersburo familienzentrum nachbarschaftshaus regierungsprasidium "
    "stadt stadtverwaltung gemeinde kreis landkreis land bezirk bezirksamt senat rathaus burgermeister "
    "burgermeisterin oberburgermeister oberburgermeisterin ministerium staatskanzlei landeszentrale bundeszentrale "
    "verein burgerverein verband bund stiftung institut universitat hochschule fachhochschule volkshochschule vhs "
    "akademie schule netzwerk initiative burgerinitiative genossenschaft gesellschaft gmbh buro agentur amt "
    "stadtplanungsamt jugendamt kammer gewerkschaft zentrum stadtbibliothek bibliothek museum verbandsgemeinde "
    "samtgemeinde quartiersmanagement arbeitskreis arbeitsgemeinschaft beirat ortsbeirat seniorenbeirat jugendrat "
    "jugendring gruppe plattform allianz bundnis forum kirche kirchengemeinde pfarrei partei fraktion referat "
    "abteilung fachbereich dezernat behorde regionalverband kanton landratsamt regierung kommission sparkasse ag "
    "firma haus projektburo stadtrat gemeinderat ortsgemeinde markt koordinierungsstelle servicestelle fachstelle "
    "beteiligungsburo forderverein heimatverein",
    things="einladung angebot versammlungen burgerversammlungen aula "
    "veranstaltung veranstaltungen sitzung versammlung burgerversammlung workshop seminar tagung konferenz "
    "abend infoabend rundgang spaziergang diskussion podiumsdiskussion vortrag konzert fest kurs fortbildung schulung "
    "werkstatt burgerdialog dialog online-seminar webinar messe ausstellung lesung eintritt anmeldung teilnahme "
    "fachtag fachtagung "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag uhr beginn ort termin thema programm treffen projekt",
    abstract="beteiligung partizipation demokratie entwicklung umwelt kultur gesellschaft gesundheit planung wohnen "
    "verkehr mobilitat bildung jugend soziales stadtentwicklung bauen sport klima energie wirtschaft wissenschaft "
    "forschung innovation freunde partner umweltschutz stadtplanung naturschutz gestaltung teilhabe kommunikation "
    "zusammenleben integration familie politik heimat geschichte denkmalpflege",
    days="montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni "
    "juli august september oktober november dezember janner",
    adjective=r"(?!)",
    participles="organisiert | veranstaltet | durchgefuhrt | ausgerichtet | angeboten | initiiert | getragen | "
    "eingeladen | prasentiert | koordiniert | mitorganisiert | einberufen | verantwortet | ins leben gerufen | "
    "geleitet | geplant | vorbereitet",
    endings="(?:e[nrsm]?)?",
    agents="von | durch | vom",
    verbs="stell(?:t|en)(?=[^.;\\n]{0,60} (?:bereit|zur verfugung)) | ladt | laden | organisiert | organisieren | "
    "veranstaltet | veranstalten | biete(?:t|n)(?=[^;\\n]{1,120} an(?![\\w-])) | informiert | "
    "informieren | starte(?:t|n)(?= (?:den|die|das|ein|eine|einen|ihren?|seinen?) ) | "
    "richtet | lud | prasentiert | prasentieren | fuhrt | fuhren | eroffnet | "
    "eroffnen | beruft | freu(?:t|en) sich auf | mochten? (?:gemeinsam )?mit (?:ihnen|euch|dir)",
    pronouns="sie euch uns dich ihnen hiermit herzlich wieder daher deshalb alle",
    inverted=True,
    nouns_capital=True,
    before="(?:wird|werden|wurde|ist)(?: [^.,;:\\n]{1,50}?)?? (?:von|vom|durch)",
    organiser="eine (?:kooperation|zusammenarbeit|aktion)(?= (?:der|des|von|vom|zwischen)) | "
    "auf (?:initiative|einladung|anregung) | auf veranlassung | "
    "(?:veranstalter(?:in)?|trager(?:in)?)(?: der \\w+)? (?:ist|sind) | eine initiative | "
    "(?:eine |veranstaltungs)(?:reihe|aktion)(?= (?:der|des|von|vom)) | im auftrag | ein projekt | "
    "eine veranstaltung(?= (?:der|des|von)) | "
    "(?:haupt|mitglieder|jahreshaupt|general|gesellschafter)versammlung(?= (?:de[rs]|von)) | unter federfuhrung | "
    "unter leitung",
    partner="gemeinsam mit | zusammen mit | "
    "in (?:enger )?(?:zusammenarbeit|kooperation|partnerschaft|abstimmung) mit | "
    "mit (?:freundlicher )?unterstutzung | mit der unterstutzung | unterstutzt (?:von|durch) | "
    "gemeinsam veranstaltet mit | unter mitwirkung | unter beteiligung | unter der schirmherrschaft | "
    "in tragerschaft | im verbund mit | mit hilfe | begleitet (?:von|durch)",
    funder="gefordert (?:von|vom|durch) | finanziert (?:von|vom|durch) | "
    "mit (?:finanzieller (?:unterstutzung|forderung)|mitteln) | mit forderung | gesponsert (?:von|durch) | "
    "kofinanziert (?:von|durch)",
    facilitator="mit (?:den )?(?:moderatorinnen|moderatoren|moderation)(?= (?:von|vom|der|des) ) | "
    "moderiert (?:von|durch) | moderation(?: durch| von) | unter moderation | "
    "begleitet und moderiert (?:von|durch)",
    speaker="mit beitragen | mit vortragen | es sprechen | mit einem vortrag | mit impulsen",
    organiser_labels="einladung durch | es laden ein | es ladt ein | "
    "es lad(?:t|en) ein | einladende | veranstalter(?:in|innen)? | veranstalter\\*?:?innen | "
    "organisator(?:en|in|innen)? | "
    "organisation | trager | ausrichter | veranstaltet von | organisiert von | einladende[rn]? | mitveranstalter | "
    "vorhabentrager(?:in)? | federfuhrung | anbieter",
    partner_labels="kooperationspartner(?:in|innen)? | partner(?:in|innen)? | in kooperation mit | "
    "in zusammenarbeit mit | kooperation | unterstutzer | mit unterstutzung von | unterstutzt von | moderation | "
    "mitwirkende organisationen | prozessbegleitung",
    funder_labels="forderer | gefordert von | gefordert durch | sponsor(?:en)? | finanzierung | forderung | "
    "mit mitteln von",
    speaker_labels="referent(?:en|in|innen)? | referent\\*innen | redner(?:in|innen)? | vortragende | podium | "
    "gaste | mit | es diskutieren | auf dem podium | leitung | dozent(?:en|in)?",
    asked_labels="wer",
    made_by="eine? (?:abend|workshop|rundgang|angebot|spaziergang|seminar|format|gemeinschaftsveranstaltung|gesprach"
    "|tagung)(?= (?:der|des|von|vom) )",
    past="im vergangenen jahr | letztes jahr | im letzten jahr | fruhere ausgaben | hatte | hatten | im vorjahr",
    since="seit | gegrundet | gesetz",
)

PRACTICE = Practice(
    contact="kontakt | ansprechpartner(?:in)? | auskunft | auskunfte | informationen | infos? | ruckfragen | "
    "ruckfragen an | fragen | anmeldung(?:en)?(?: an| bei| unter| per e-?mail an)? | e-?mail | "
    "weitere informationen | nahere auskunft | bei",
    phone="tel | tel\\. | telefon | telefonisch | mobil | handy | rufnummer | fon | unter | ruf",
    register="anmeld\\w+ | anzumelden | registrier\\w+ | tickets? | karten | buch\\w+ | reservier\\w+ | einwahl | "
    "zugangslink",
    limit="bis zum | bis spatestens | spatestens bis | bis | spatestens am | vor dem",
    closing="anmeldeschluss | anmeldefrist | einsendeschluss | frist | u\\.a\\.w\\.g\\. | anmeldung bis | "
    "ruckmeldung bis",
    info="info | infos | informationen | weitere informationen | mehr | programm | website | details | naheres | "
    "online unter",
    free="kostenlos\\w* | kostenfrei\\w* | eintritt frei | eintritt ist frei | freier eintritt | gratis | "
    "gebuhrenfrei\\w* | unentgeltlich\\w* | teilnahme frei | teilnahme ist frei | eintritt: frei | frei zuganglich | "
    "auf spendenbasis | ohne kosten | keine kosten | kosten: keine | eintritt ist kostenlos",
    charged="kostenpflichtig\\w* | nicht kostenlos | gebuhrenpflichtig\\w*",
    extras="parkplatze parken parkplatz kinderbetreuung getranke imbiss verpflegung wlan bus shuttle essen kaffee "
    "hotline broschure mittagessen mittagsimbiss kuchen snacks anreise nahverkehr buffet software katalog kaution "
    "abendessen",
    only_for="fur (?:mitglieder|kinder|schuler|studierende|jugendliche|unter|arbeitslose|inhaber|personen unter) | "
    "unter \\d+ | bis \\d+ jahre",
    everyone="fur alle",
    not_price="budget | burgerbudget | millionen | million | mio | forderung | forderbetrag | fordermittel | "
    "preisgeld | investition | gehalt | kosten (?:der|des|von) | zuschuss | strafe | dotiert | gewinn | haushalt | "
    "stammkapital | verfugungsfonds | dividende | spende | aufwandsentschadigung",
    reduced="ermaßigt | ermassigt | fruhbucher | normalpreis | vorverkauf | abendkasse | ab | mitglieder",
    qualifiers="pro person | zzgl\\. mwst | inkl\\. mwst | zzgl mwst | inkl mwst | pro tag | pro familie | "
    "p\\. p\\. | pro kopf | netto | brutto",
)
