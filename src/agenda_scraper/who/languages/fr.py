"""French."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="le la les l' notre nos",
    contracted="du des au aux de d'",
    links="de du des d'",
    towards="pour sur en a au aux",
    bridges="aux en au",
    conjunctions="et",
    long_conjunctions="ainsi que | de meme que | et aussi | mais aussi",
    companions="avec",
    stops="aupres "
    "je tu on lui-meme elle-meme eux-memes a au aux en dans lors sur pour par chez avec sans sous entre vers "
    "depuis avant apres pendant jusqu'au qui que qu' dont ou se s' est sont aura auront sera seront ont avait vous "
    "nous il elle ils elles ce cet cette ces afin mais puis rendez-vous rdv contact contacts inscription inscriptions "
    "entree gratuit gratuite tel lieu horaires date places infos renseignements y son sa ses leur leurs autour invite "
    "invitent propose proposent organise lance permettra permettront suivi suivie debute commence dates tarif "
    "reportee reporte annulee annule consiste consistent vise visent permet permettent offre aborde abordera portera",
    indefinite="un une deux trois quatre cinq six sept huit neuf dix plusieurs quelques divers diverses differents "
    "differentes chaque tous toutes cette cet ce ces certains votre vos leur leurs des mes ses son sa",
    heads="association associations asso ville villes commune communes mairie maire maires municipalite metropole "
    "agglomeration agglo communaute departement region conseil prefecture sous-prefecture prefet prefete etat "
    "ministere secretariat direction service services agence syndicat federation fondation fonds reseau collectif "
    "collectifs comite comites centre centres universite faculte ecole ecoles institut laboratoire observatoire "
    "commission chambre union ligue mouvement cooperative coop societe cabinet bureau maison maisons mission office "
    "parc pays pole club cercle amicale bibliotheque mediatheque theatre musee lycee college academie caisse banque "
    "bailleur etablissement gendarmerie haute haut defenseur groupe groupement gis plateforme platforme tiers-lieu "
    "fabrique equipe mutuelle foyer mjc ccas csc sivom sictom smage epci cpie caue irev unite autorite "
    "intercommunalite compagnie editions librairie journal delegation antenne cooperation alliance coordination "
    "president presidente elus elu adjoint adjointe commissaire garants citoyens habitants riverains parents jeunes "
    "campus regie entreprise paroisse canton district arrondissement assemblee parlement senat convention "
    "consortium chaire programme",
    things="budget reunion reunions atelier ateliers rencontre rencontres soiree soirees debat debats projet projets "
    "journee journees enquete concertation consultation seminaire colloque conference formation webinaire balade "
    "visite forum festival edition evenement evenements exposition programme concert spectacle stage cycle session "
    "seance seances cafe apero matinee date heure lieu accueil inscription inscriptions entree ordre plan scrutin "
    "vote samedi dimanche lundi mardi mercredi jeudi vendredi objet theme public temps",
    abstract="recherche recherches etudes commun communs marche actes action partage lutte fete participation "
    "concertation citoyennete "
    "democratie territoires territoire developpement environnement "
    "patrimoine culture solidarite solidarites nature sante societe avenir urbanisme paysage paysages mobilite "
    "mobilites habitat jeunesse education innovation communication loisirs logement amenagement cohesion affaires "
    "transition transitions sport sports amis dialogue deliberation energie climat prospective histoire vie",
    days="lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout "
    "septembre octobre novembre decembre",
    adjective=r"\w*(?:al|ale|ales|aux|ique|iques|ien|yen|yenne|yens|yennes|ienne|iens|iennes|aire|aires|if|ive|ifs|"
    r"ives|ois|oise|ais|aise|public|publique|publics|publiques|nord|sud|est|ouest|eur|eure|er|ere|ers|eres|on|onne"
    r"|mobiles?|utiles?|civiles?|agiles?|ants|antes|ents|entes|ensemble|libre|libres|commun|commune|communs|communes|"
    r"eux|euse|euses|phone|phones|el|elle|els|elles|able|ables|ant|ante|in|ine|ouvert|ouverte|vivant|local|rural|"
    r"urbain|urbaine|uni|unis|social)",
    participles="organise | coorganise | co-organise | propose | porte | pilote | initie | lance | coordonne | "
    "presente | mene | convoque | prepare | imagine | dirige | assure | dispense | heberge | orchestre | delivre | "
    "coproduit | co-produit | produit | promu | conduit | ouvert | prescrit | mis sur pied | mise sur pied | "
    "mises sur pied | mis en place | mise en place | mises en place | mis en oeuvre | mise en oeuvre | "
    "mises en oeuvre | accueilli | offert | concu | monte | lancee | engage | decide",
    endings="e?s?",
    agents="par",
    verbs="consacre(?:nt)? | informe(?:nt)? (?:que|la population|le public|les habitants) | "
    "(?:est|sont) (?:fi(?:er|ere)|heureux|heureuse|ravie?)s? de (?:vous |devoiler|presenter|annoncer|convier|lancer)"
    " | (?:co-?)?organise(?:nt|ra|ront)? | invite(?:nt|ra|ront)? | "
    "convie(?:nt|ra|ront)? | propose(?:nt|ra|ront)? | s'associe(?:nt)? pour | "
    "se sont associe?e?s pour | s'unissent pour | "
    "tiendr(?:a|ont) (?:une?(?! permanence)|sa|son) | "
    "presente(?:nt)?(?! (?:ses|leurs) (?:excuses|voeux|condoleances)) | lance(?:nt|ra|ront)? | "
    "mettr(?:a|ont) en place | v(?:a|ont) (?:organiser|proposer|lancer|tenir) | "
    "porte(?:nt)? (?:l'evenement|cet evenement|la demarche|cette demarche) | "
    "poursui(?:t|vent) (?:la|le travail|sa|leur) | ouvre(?:nt)? | prescrit | a "
    "prescrit | "
    "a ordonne | ordonne | met en place | met a disposition | mettent a disposition | soumet(?:tent)? | "
    "mettent en place | a le plaisir de | ont le plaisir de | a l'honneur de | souhaite(?:nt)? vous | "
    "met a l'enquete | convoque(?:nt)? | reuni(?:t|ssent) | reunira | reuniront | consulte(?:nt)? | engage une | "
    "engage la | a decide d'organiser | recueill(?:e|ent) vos | emmene(?:nt)? | communiquera | communiqueront | "
    "vous attend | vous attendent | vous accueille(?:nt)? | "
    "vous recoi(?:t|vent) | vous recevra | vous recevront | vous accueillera | vous accueilleront | y presentera | "
    "y presenteront | y proposera | vous donne(?:nt)? rendez-vous | donne(?:nt)? rendez-vous | tiennent une | "
    "tient une | organise",
    pronouns="vous nous y",
    inverted=False,
    before="",
    organiser="(?:un partenariat|une (?:collaboration|cooperation)) entre | "
    "une (?:co)?(?:creation|production|organisation|invitation)(?= (?:du |des |de l[a'])) | "
    "a la demande(?= (?:du|des|de l[a'])) | a l'initiative | sur (?:une |l')?initiative | a l'invitation "
    "| a l'appel | "
    "organis\\w+ pour(?: le compte|(?=[^.;\\n]{1,60} par )) | "
    "assemblee generale(?: (?:ordinaire|extraordinaire|annuelle))*(?= d) | "
    "par arrete(?: municipal| prefectoral| interprefectoral)?(?= d[ue] ) | un dispositif(?= (?:d[ue] |des |de l)) | "
    "une initiative | une proposition | "
    "une demarche(?= (?:d[ue] |des |de l)) | initiative(?= (?:d[ue] |des |de l|d')) | pour le compte(?= d) | "
    "un evenement(?= (?:d[ue] |des |de l)) | sous la maitrise d'ouvrage | maitrise d'ouvrage assuree par | "
    "co-?organisee?s? avec",
    partner="en partenariat (?:etroit )?(?:avec|entre) | "
    "avec le (?:precieux )?(?:soutien|appui|concours|parrainage) | "
    "avec l'(?:appui|aide|accompagnement|assistance|expertise) | avec la (?:collaboration|complicite|contribution) | "
    "en (?:collaboration|cooperation|association|lien|concertation|coordination) (?:etroite )?avec | "
    "de concert avec | conjointement avec | aux cotes | sous (?:l'egide|le patronage|le parrainage) | "
    "recoi(?:t|vent) (?:l'appui|le soutien) | beneficie(?:nt)? (?:de l'appui|du soutien) | en complicite avec | "
    "avec pour partenaires? | en coorganisation avec | accompagnee?s? (?:par|de) | "
    "main dans la main avec | grace au soutien | en association avec | avec les soutiens | ont pour partenaires? | "
    "soutenue?s? par",
    funder="avec le (?:soutien|concours|appui) financier | grace au financement | avec le financement | "
    "(?:co)?finance[e]?s? (?:en partie )?par | subventionnee?s? par | avec l'aide financiere",
    facilitator="avec (?:les |des )?(?:animat|facilitat|mediat)(?:eurs|rices)(?= (?:de|du|des|d')) | "
    "animee?s? par | co-?animee?s? par | facilitee?s? par | animation assuree par | accompagnee?s? par | "
    "moderee?s? par | animation :| facilitation :| mediation assuree par | confiee?s? a",
    speaker="avec la participation | avec les interventions | avec l'intervention | en presence",
    organiser_labels="amenageur | demandeur | creee? par | promoteur | porteur | "
    "organis(?:ateur|atrice|ateurs|atrices|ation|e par|ee par|es par|ees par) | organisateurs? et contacts? | "
    "propose[e]?s? par | structure organisatrice | structure | porteurs? (?:du|de) projet | maitres? d'ouvrage | "
    "maitrise d'ouvrage | porte par | a l'initiative de | initiateurs? | co-?organisateurs? | co-?organisation | "
    "pilotes? | pilotage | autorite organisatrice | organisme | qui organise | par qui",
    partner_labels="partenaires? | en partenariat avec | partenariat | partenariats | avec le soutien de | "
    "soutiens? | avec le concours de | avec | animation | animateurs? | facilitation | facilitateurs? | "
    "prestataires? | assistance a maitrise d'ouvrage | amo | nos partenaires | avec la complicite de | accompagnement",
    funder_labels="financeurs? | financement | finance par | cofinanceurs? | mecenes? | avec le soutien financier de",
    speaker_labels="interven(?:ant|ante|ants|antes)(?:\\.e\\.?s)?(?:·e·?s)? | orateurs? | oratrices? | invitee?s? | "
    "conferenciers? | conferencieres? | intervention de | avec la participation de | grands temoins | grand temoin | "
    "panel | avec nos invites",
    asked_labels="qui | comite d'organisation",
    made_by="une? (?:balade|soiree|rencontre|journee|conference|formation|projection|animation|action|manifestation"
    "|campagne|sortie|atelier|cycle|proposition|evenement)(?= (?:du |des |de la |de l'))",
    past="precedentes? editions? | editions? precedentes? | l'an dernier | l'annee derniere | l'an passe | "
    "derniere edition | avaient | avait ete | editions passees | les premieres? rencontres",
    since="depuis | cree en | creee en | fondee en | fonde en | nee en | ne en | nee au | ne au | "
    "loi de | loi du | decret",
)

PRACTICE = Practice(
    contact="contacts? | renseignements? | informations? | infos? | aupres de | reservations? | inscriptions? | "
    "ecrire a | contacter | s'adresser a | joindre | votre contact | votre interlocuteur | votre interlocutrice | "
    "referente? | coordination",
    phone="tel | tel\\. | telephone | telephoner | portable | mobile | appelez | appeler | par telephone | au | ou au",
    register="inscri\\w+ | s'inscrire | inscrivez | reserv\\w+ | billetterie | billets? | je m'inscris | "
    "participer : | formulaire | pre-?inscri\\w+ | rejoindre | lien de connexion | se connecter",
    limit="avant le | avant | jusqu'au | jusqu'a | au plus tard | d'ici le | d'ici au | d'ici",
    closing="date limite | cloture | fin des inscriptions | limite d'inscription | inscriptions closes | "
    "delai d'inscription | rsvp | reponse (?:souhaitee|attendue|demandee) | merci de (?:confirmer|repondre)",
    info="infos? | informations? | renseignements? | programme | en savoir plus | plus d'infos? | "
    "plus d'informations? | site | details? | detail | toutes les infos | voir | retrouvez",
    free="(?:entree|participation|inscription) gratuite | acces gratuit | gratuite?s? | gratuitement | entree libre | "
    "acces libre | libre d'acces | entree et participation libres? | participation libre | libre participation | "
    "prix libre | au chapeau | sans frais | libre et gratuite? | entree offerte | libre et gratuit | aucun frais | "
    "sans droit d'inscription",
    charged="payante?s? | sans gratuite | pas gratuite?s? | non gratuite?s? | pas de gratuite | aucune gratuite",
    extras="repas dejeuner diner buffet collation gouter apero aperitif parking stationnement navette navettes "
    "garderie garde baby-sitting numero appel transport transports bus wifi logiciel brochure catalogue boisson "
    "boissons buvette caution plateau panier restauration hebergement application livret the cafe sandwich assiette "
    "d'enfants enfants train",
    only_for="pour les (?:adherente?s|membres|moins|enfants|etudiante?s|abonnee?s|demandeurs|scolaires|accompagn|"
    "chomeurs|mineurs|retraites|seniors|18|12|16|26) | aux (?:adherents|membres|moins|etudiants) | "
    "pour (?:adherents|etudiants|membres) | -\\s?\\d | moins de | jusqu'a \\d+ ans | sous condition | pour nos",
    everyone="et ouverte? a tous | pour tous | pour toutes et tous",
    not_price="budget | enveloppe | millions? | milliards? | dotation | dotee? | subvention | investissement | "
    "montant | amende | salaire | remuneration | prime | cout (?:du|des|total) | chiffre d'affaires | prix de | "
    "bourse | a gagner | dons? | financee? | facture | loyer | cagnotte | recompense | indemnise[e]?s? | "
    "defraiement | capital",
    reduced="tarif reduit | plein tarif | tarif plein | tarif unique | tarif normal | a partir de | de",
    qualifiers="ht | ttc | le metre | par personne | par famille | par participant | par participante | par jour | "
    "la journee | l'entree | la place | la seance | le repas | par equipe | net de taxes | par atelier | par enfant",
)
