"""Italian."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="il lo la i gli le l' nostro nostra",
    contracted="dal dallo dalla dai dagli dalle dall' del dello della dei degli delle dell' di al allo alla ai agli "
    "alle all' da d'",
    links="di del dello della dei degli delle dell' d'",
    towards="per in a su sulla sul alla",
    bridges="in a al alla",
    conjunctions="e ed",
    long_conjunctions="nonche | cosi come | e anche",
    companions="con",
    stops="domani oggi "
    "io a al alla ai in nel nella nell' con senza per da presso su sul sulla tra fra durante dopo prima dal che "
    "chi cui dove quando si e sono sara saranno ha hanno vi ci questo questa invita invitano organizza organizzano "
    "promuove promuovono contatti contatto iscrizioni iscrizione ingresso gratuito gratuita luogo ora orario ore data "
    "info informazioni posti presenta presentano lancia propone propongono ospita rivolto rivolta aperto aperta tel "
    "telefono email e-mail inizio entrata dedicato dedicata",
    indefinite="inoltre poi quindi successivamente infine "
    "un uno una un' due tre quattro cinque sei sette otto nove dieci alcuni alcune diversi diverse vari "
    "varie tutti tutte ogni questo questa suo sua loro vostro vostra molti molte",
    heads="amministrazione giunta consulta "
    "studi ricerche documentazione "
    "comune citta provincia regione municipio quartiere circoscrizione assessorato assessore assessora sindaco "
    "sindaca giunta consiglio ministero dipartimento direzione ufficio servizio settore agenzia istituto universita "
    "facolta scuola centro associazione associazioni fondazione federazione confederazione sindacato rete piattaforma "
    "comitato commissione consulta consorzio cooperativa societa camera laboratorio osservatorio biblioteca museo "
    "gruppo coordinamento unione lega movimento circolo proloco pro-loco casa parrocchia azienda autorita ente "
    "accademia collettivo collettivi forum parlamento senato assemblea polo fabbrica cittadini",
    things="auditorium sala aula "
    "incontro incontri riunione laboratorio laboratori assemblea seminario convegno corso formazione dibattito "
    "passeggiata camminata concerto festival mostra fiera evento giornata serata sessione conferenza tavola percorso "
    "bilancio progetto iscrizione ingresso luogo data ora tema programma lunedi martedi mercoledi giovedi venerdi "
    "sabato domenica sagra consultazione inchiesta pubblico",
    abstract="ricerca studi partecipazione democrazia sviluppo ambiente cultura patrimonio societa salute urbanistica "
    "casa mobilita "
    "istruzione giovani cittadinanza innovazione sport turismo comunicazione territorio sostenibilita energia clima "
    "amici lavoro diritti ricerca solidarieta beni paesaggio deliberazione gioventu welfare commercio tempo",
    days="lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile maggio giugno luglio "
    "agosto settembre ottobre novembre dicembre",
    adjective=r"\w*(?:ale|ali|ico|ica|ici|iche|ario|aria|ari|arie|ivo|iva|ivi|ive|ano|ana|ani|ane|ese|esi|ente|enti|"
    r"ore|ora|bile|bili|iero|iera|ino|ina|ini|ine|ato|ata|ati|ate|ito|ita|iti|oso|osa|ista|isti|iste|libero|libera|"
    r"nord|sud|est|ovest|aperta|aperto|vivo|viva|urbano|rurale|unito|uniti)",
    participles="organizzat | co-?organizzat | promoss | propost | indett | coordinat | curat | condott | "
    "realizzat | "
    "presentat | convocat | ideat | avviat | lanciat | guidat | tenut | offert | ospitat | gestit",
    endings="(?:o|a|i|e)",
    agents="da | dal | dallo | dalla | dai | dagli | dalle | dall'",
    verbs="ha(?:nno)? organizzato | ha(?:nno)? convocato | ha(?:nno)? indetto | ha(?:nno)? promosso | "
    "ha(?:nno)? calendarizzato | (?:e|sono) liet[aieo] di invitare | "
    "dedica(?:no)? | destina(?:no)? | informa(?:no)? che | organizzano? | organizza | invita | invitano | "
    "promuove | promuovono | propone | "
    "propongono | presenta | "
    "presentano | lancia | lanciano | ospita | ospitano | vi invita | vi aspetta | vi aspettano | indice | "
    "indicono | "
    "convoca | convocano | avvia | avviano | ha il piacere di | incontra | incontrano | "
    "apre | aprono | tiene un | tiene una",
    pronouns="vi ci",
    inverted=True,
    before="",
    organiser="un'iniziativa congiunta | una collaborazione (?:tra|fra) | "
    "un evento(?= d) | un'organizzazione(?= d) | una produzione(?= d) | "
    "su iniziativa | per iniziativa | un'iniziativa | iniziativa(?: e)?(?= d) | una proposta(?= d) | "
    "su invito | a cura | per conto | un progetto(?= d) | "
    "assemblea(?: (?:generale|annuale|ordinaria|straordinaria))? dei soci(?= d) | assemblea generale(?= d)",
    partner="patrocinat[oaie] (?:da|dal|dalla|dall'|dai|dagli|dalle) | "
    "insieme a(?:l|lla|llo|i|gli|lle)? | assieme a(?:l|lla|llo|i|gli|lle)? | insieme con | "
    "in (?:stretta )?(?:collaborazione|cooperazione|partenariato|partnership|accordo|sinergia) con | con (?:il|"
    "la) (?:sostegno|supporto|collaborazione|contributo|patrocinio|partecipazione attiva|partnership|aiuto) | "
    "con il patrocinio | sostenut[oaie] (?:da|dal|dalla|dall'|dai|dalle|dagli|dallo) | congiuntamente con | "
    "con l'(?:appoggio|aiuto|accompagnamento) | sotto l'egida | col (?:sostegno|patrocinio|contributo)",
    funder="con il (?:finanziamento|contributo economico|sostegno finanziario|sostegno economico) | "
    "con il cofinanziamento | (?:co)?finanziat[oaie] (?:da|dal|dalla|dall'|dai|dalle|dagli|dallo) | "
    "sponsorizzat[oaie] (?:da|dal|dalla)",
    facilitator="con (?:i |le )?(?:facilitatori|facilitatrici)(?= d) | "
    "facilitat[oaie] (?:da|dal|dalla|dall'|dai|dalle) | moderat[oaie] (?:da|dal|dalla|dall'|dai) | "
    "condott[oaie] (?:da|dal|dalla|dall'|dai) | animat[oaie] (?:da|dal|dalla|dall'|dai) | facilitazione a cura | "
    "facilita(?:no)?(?= (?:lo|la|l'|il|gli|i) ) | modera(?= \\w)",
    speaker="con la partecipazione | con l'intervento | con gli interventi | intervengono | interverranno | interviene",
    organiser_labels="organizzator[ei] | organizzatrice | organizzano | organizza | organizzazione | promotor[ei] | "
    "promuove | promosso da | a cura di | ente promotore | organizzato da | enti promotori | enti organizzatori | "
    "proponente | soggetto promotore",
    partner_labels="partner | partners | in collaborazione con | collaborazione | collaborano | con il sostegno di | "
    "con il patrocinio di | patrocinio | sostenitori | facilitazione | facilitatori | facilitatrice | "
    "con il contributo di | con il supporto di",
    funder_labels="finanziatori | finanziato da | sponsor | finanziamento | con il finanziamento di",
    speaker_labels="relator[ei] | relatrici | relatrice | interventi | intervengono | ospiti | partecipano | "
    "docent[ei] | moderatore",
    asked_labels="chi | comitato organizzatore",
    made_by="un (?:incontro|evento|laboratorio|corso|ciclo)(?= (?:del |della |dell'|dei )) | "
    "una (?:serata|passeggiata|giornata|camminata)(?= (?:del |della |dell'|dei ))",
    past="edizioni precedenti | edizione precedente | l'anno scorso | scorsa edizione | lo scorso anno | "
    "passate edizioni",
    since="dal \\d{4} | fondat[oa] nel | nat[oa] nel | legge | istituit[oa] nel",
)

PRACTICE = Practice(
    contact="contatti | contatto | contattare | informazioni | info | per informazioni | scrivere a | iscrizioni | "
    "prenotazioni | e-?mail | referente | rivolgersi a | segreteria organizzativa | segreteria",
    phone="tel | tel\\. | telefono | cell | cell\\. | cellulare | chiamare(?: il| lo)? | telefonare(?: al| allo)? | "
    "whatsapp | telefonando al",
    register="iscri\\w+ | prenot\\w+ | registr\\w+ | bigliett\\w+ | modulo | form",
    limit="entro il | entro e non oltre il | entro l' | entro | fino al | non oltre il | prima del",
    closing="scadenza | termine (?:per|di|ultimo) | chiusura (?:delle )?iscrizioni | data limite",
    info="info | informazioni | maggiori informazioni | piu informazioni | programma | sito | dettagli | consulta",
    free="gratuit[oaie] | gratis | ingresso libero | ingresso gratuito | entrata libera | accesso libero | "
    "partecipazione libera | libero e gratuito | gratuitamente | offerta libera | libera e gratuita | "
    "entrata gratuita | ad offerta libera",
    charged="a pagamento | non gratuit[oaie] | non e gratuit[oa]",
    extras="parcheggio pranzo cena buffet rinfresco bus navetta wifi baby-sitting caffe aperitivo numero babysitting "
    "catalogo degustazione bevande software spuntino colazione",
    only_for="per (?:i soci|soci|gli studenti|studenti|i minori|bambini|i bambini|under|gli under|le socie|"
    "gli iscritti|i residenti|gli associati) | under \\d+ | fino a \\d+ anni | sotto i",
    everyone="per tutti | per tutte",
    not_price="budget | bilancio | milioni | milione | mila | finanziamento | contributo di | premio | stipendio | "
    "multa | investimento | importo | costo (?:del|della|totale) | borsa | montepremi | gettone | donazione | "
    "retribuzione | raccolti",
    reduced="ridotto | intero | soci | a partire da | da",
    qualifiers="a persona | iva inclusa | \\+ iva | piu iva | iva esclusa | a testa | a famiglia | a squadra | "
    "al giorno",
)
