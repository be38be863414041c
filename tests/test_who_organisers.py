"""Organisers, partners, funders and speakers from notices of our own wording, in eight languages."""

from datetime import date

import pytest

from agenda_scraper.model import Context, Role
from agenda_scraper.who import find_organisers


def context(language: str) -> Context:
    return Context(language, date(2026, 3, 2), "Europe/Paris")


def found(language: str, text: str) -> tuple[list[str], list[str]]:
    """The organisers, and the partners with the funders."""
    read = find_organisers(text, context(language))
    organisers = [one.name for one in read if one.role is Role.ORGANISER]
    return organisers, [one.name for one in read if one.role in (Role.PARTNER, Role.FUNDER)]


# language | text | organisers | partners
TABLE = """
fr | Atelier organisé par la Ville de Tressy, en lien avec le collectif Rives. | Ville de Tressy | collectif Rives
fr | La Ville de Tressy et le Pays d'Ormes vous invitent à une réunion publique samedi. | Ville de Tressy; Pays d'Ormes |
fr | Dans le cadre de la révision du PLU, la commune de Valorgue organise deux ateliers. | commune de Valorgue |
fr | En partenariat avec la Ville de Tressy, l'association Agora lance une enquête. | association Agora | Ville de Tressy
fr | L'association Agora, en partenariat avec la Ville de Tressy, propose un débat. | association Agora | Ville de Tressy
fr | La Ville de Tressy organise, en partenariat avec le cabinet Palabre, un forum ouvert. | Ville de Tressy | cabinet Palabre
fr | Proposé par Palabre, Civic Club et l'Union des quartiers. | Palabre; Civic Club; Union des quartiers |
fr | À l'initiative du Conseil de développement, avec le soutien de la Région Ardre et de la Banque des Communs. | Conseil de développement | Région Ardre; Banque des Communs
fr | Journée co-organisée par l'Institut Cléomède et l'université de Tressy. | Institut Cléomède; université de Tressy |
fr | Organisateur : Mairie de Valorgue\\nPartenaires : CNFPT, Réseau Ormes, Palabre Conseil | Mairie de Valorgue | CNFPT; Réseau Ormes; Palabre Conseil
fr | Organisateurs :\\n- Ville de Tressy\\n- Métropole Val-de-Tresse\\n\\nLieu : mairie | Ville de Tressy; Métropole Val-de-Tresse |
fr | Le préfet des Hautes-Landes a prescrit une enquête publique. | préfet des Hautes-Landes |
fr | Par arrêté du 3 mars 2026, le maire de Tressy a ordonné l'ouverture d'une enquête publique. | maire de Tressy |
fr | Une soirée portée par l'Institut de la Concertation et de la Participation Citoyenne. | Institut de la Concertation et de la Participation Citoyenne |
fr | Avec l'appui de l'Agence régionale de santé et du Département des Hautes-Landes. | | Agence régionale de santé; Département des Hautes-Landes
fr | Débat animé par le cabinet Palabre. | | cabinet Palabre
fr | Débat animé par Julie Arnal, journaliste. | |
fr | Merci de votre venue.\\n\\nLe service des sports de la Ville de Castelmont | service des sports de la Ville de Castelmont |
fr | Lien sur demande : plui@ormes.example. Ormes Agglomération | Ormes Agglomération |
fr | Une soirée proposée par Voisins en herbe. | Voisins en herbe |
fr | Permanence : Mme Julie Arnal vous reçoit le 12 mai. | |
en | Please join us.\\n\\nKind regards,\\nAnn Birk\\nEngagement Lead, Selby City Council\\ncycle@selby.example | Selby City Council |
en | Commissioned by Selby City Council, run by Fair Talk. | Selby City Council | Fair Talk
ca | Coorganitzen: Consorci Vallès i Xarxa Oberta | Consorci Vallès; Xarxa Oberta |
nl | Een initiatief van Buurtwijs vzw met steun van de provincie. | Buurtwijs vzw | provincie
it | Serata con il supporto scientifico del Politecnico. | | Politecnico
fr | Maître d'ouvrage : Syndicat des eaux du Lys | Syndicat des eaux du Lys |
fr | Les premières rencontres, organisées par le Pays d'Ormes en 2019, avaient réuni cent personnes. | |
fr | La soirée propose un temps d'échange. L'atelier invite à la réflexion. | |
fr | Cette réunion est organisée par la mairie. | mairie |
fr | La mairie vous convie à une réunion. Organisée par la Mairie de Tressy. | Mairie de Tressy |
fr | Porté par la communauté de communes des Trois Vallons, le projet est financé par la Région Ardre. | communauté de communes des Trois Vallons | Région Ardre
fr | Rendez-vous proposé par la médiathèque dans le cadre du mois de la démocratie. | médiathèque |
fr | Un collectif d'habitants se réunit jeudi. | |
fr | Le Conseil citoyen de Tressy organise son assemblée avec le soutien de l'État. | Conseil citoyen de Tressy | État
fr | Soirée organisée conjointement par la MJC de Tressy et Les Amis du Lys. | MJC de Tressy; Amis du Lys |
fr | Assemblée générale de l'association Les Mille Mains, jeudi à 20h. | association Les Mille Mains |
fr | Webinaire organisé par le Centre national de la fonction publique territoriale (CNFPT) et l'ADCF. | Centre national de la fonction publique territoriale; ADCF |
fr | L’Agence d’urbanisme du Pays d’Ormes et l’École d’architecture de Tressy vous donnent rendez-vous. | Agence d’urbanisme du Pays d’Ormes; École d’architecture de Tressy |
fr | Avec la participation de Claire Vasseur et de Hugo Lantenois. Proposé par Sciences Débat. | Sciences Débat |
fr | Le collectif Rue Calme et la mairie du 3e arrondissement vous donnent rendez-vous. | collectif Rue Calme; mairie du 3e arrondissement |
fr | Le Conseil économique, social et environnemental (CESE) du Lys invite à son colloque. | Conseil économique, social et environnemental |
fr | La Ville de Tressy présente avec la gendarmerie un dispositif. | Ville de Tressy | gendarmerie
fr | La société Vents Clairs, maître d'ouvrage, vous invite à une permanence. | société Vents Clairs |
fr | Proposé par le collectif Place aux Voix et le Centre social Les Ormes. | collectif Place aux Voix; Centre social Les Ormes |
fr | Organisé par l'association Fil et Laine. | association Fil et Laine |
fr | Visite organisée pour les adhérents. | |
fr | Le Pays d'Ormes et le Collectif pour la mémoire de Valorgue vous invitent à une veillée. | Pays d'Ormes; Collectif pour la mémoire de Valorgue |
fr | La mission jeunesse et lutte contre les exclusions de la ville de Tressy organise un débat. | mission jeunesse et lutte contre les exclusions de la ville de Tressy |
fr | L'association Rives Vives présidée par Luc Arnal organise une balade. | association Rives Vives |
fr | La rue est coupée et présente un danger. | |
fr | C'est l'envie de l'association Rives Vives qui vous propose une rencontre. | association Rives Vives |
fr | Un festival à Valorgue qui propose dix concerts. | |
fr | C'est un débat que propose cette année la Maison des Ormes. | Maison des Ormes |
fr | Le maire de Tressy, Luc Arnal, invite les habitants à un débat. | mairie de Tressy |
fr | Le maire de Tressy Luc Arnal invite les habitants à un débat. | mairie de Tressy |
fr | La présidente du Conseil départemental, Anne Roy, convie les habitants à un débat. | Conseil départemental |
fr | Le ministre chargé des villes, M. Luc Arnal, invite les élus à participer. | |
fr | Le sociologue Luc Arnal propose une conférence. | |
fr | La librairie Les Ormes propose une conférence. | librairie Les Ormes |
es | El alcalde de Vidrales, Luis Vega, invita a los vecinos a la asamblea. | Ayuntamiento de Vidrales |
it | Il coordinatore della Consulta dei Giovani ha convocato l'assemblea. | Consulta dei Giovani |
it | Laboratorio a cura di Marta Ferri. | |
es | Charla a cargo de Luis Vega, director del Instituto Roble. | |
es | El debate será moderado por el periodista Luis Vega. | |
fr | Journée d'étude co-organisée par le LISA4 et Mots&Voix. | LISA4; Mots&Voix |
fr | Le repair café est organisé par l'association Rives Vives. | association Rives Vives |
fr | Le café est offert par l'association Rives Vives. | |
fr | Organisé par bon nombre d'associations, la Ville de Tressy et le Pays d'Ormes. | Ville de Tressy; Pays d'Ormes |
fr | Porté par de grandes associations telles que Rives Vives, Agora et le Pays d'Ormes. | Rives Vives; Agora; Pays d'Ormes |
fr | En partenariat avec Vélo Tressy (atelier de cycles), les Amis du Lys (club de marche), le SEL des Ormes. | | Vélo Tressy; Amis du Lys; SEL des Ormes
fr | Organisé par Agora, Valorgue. | Agora |
fr | En association avec la société Rives et avec l'association Agora. | | société Rives; association Agora
fr | Organisé par les universités de Tressy et Valorgue, et par les équipes LISA et MOTS. | universités de Tressy et Valorgue; équipes LISA; MOTS |
fr | Avec le soutien du Syndicat de la Louve et de ses affluents. | | Syndicat de la Louve et de ses affluents
fr | Un partenariat entre le Réseau Ormes, Agora et Rives Vives. | Réseau Ormes; Agora; Rives Vives |
pt | Promovido pela Secretaria Municipal de Finanças, Receita e Controle. | Secretaria Municipal de Finanças, Receita e Controle |
it | L'incontro è patrocinato dal Comune di Vidora. | | Comune di Vidora
es | La Facultad de Derecho junto al Centro de Estudios Roble invita a un encuentro. | Facultad de Derecho | Centro de Estudios Roble
es | El acto será en la plaza, junto al Mercado de San Telmo. | |
de | Das Zentrum für Bürgernahe Politik im Kreis Tannfeld und die Universität Tannfeld\nveranstalten am 4. Mai ein Gespräch. | Zentrum für Bürgernahe Politik im Kreis Tannfeld; Universität Tannfeld |
fr | La Ville de Tressy organise une lecture de l'ouvrage paru en 2021. | Ville de Tressy |
fr | La Ville de Tressy veut l'avis de tous et présente aux riverains son projet. | Ville de Tressy |
nl | Dit is een samenwerking met Roerdomp. | | Roerdomp
de | Netzwerk Mitreden & Stiftung Talgespräch laden zur Fachtagung ein. | Netzwerk Mitreden; Stiftung Talgespräch |
de | Das Institut für Demokratie- und Teilhabeforschung veranstaltet eine Tagung. | Institut für Demokratie- und Teilhabeforschung |
nl | Georganiseerd door de provincie Meerland i.s.m. bureau Dialoog. | provincie Meerland | bureau Dialoog
es | Con la colaboración de la Federación de Municipios y Concejos. | | Federación de Municipios y Concejos
it | Seminario organizzato con ARCI e Fondazione Terre Alte. | | ARCI; Fondazione Terre Alte
fr | Une conférence de l'UFR de droit organisée par deux laboratoires. | |
en | Hosted by Dunvale Town Council. | Dunvale Town Council |
en | Organised by the Centre for Civic Practice in partnership with Voices Together and the Juniper Foundation. | Centre for Civic Practice | Voices Together; Juniper Foundation
en | Dunvale Borough Council invites residents to have their say. | Dunvale Borough Council |
en | The Harbour Residents' Association is hosting a walkabout on Sunday. | Harbour Residents' Association |
en | Organiser: Common Ground\\nPartners: Lamplight CIC; University of Stanmere | Common Ground | Lamplight CIC; University of Stanmere
en | The workshop is run by Open Table with support from the Arts Trust. | Open Table | Arts Trust
en | Facilitated by Lamplight Facilitation, funded by the National Renewal Fund. | | Lamplight Facilitation; National Renewal Fund
en | Hosted by Dunvale Town Council with tea and cake. | Dunvale Town Council |
en | Presented by Civic Kitchen, the Democracy Shed and Open Table CIC. | Civic Kitchen; Democracy Shed; Open Table CIC |
en | Convened by three bodies: Alder Lab, Birch Forum and Cedar Trust. | Alder Lab; Birch Forum; Cedar Trust |
en | In collaboration with Alder Lab, the Department for Planning and Participation is launching a survey. | Department for Planning and Participation | Alder Lab
en | Last year's assembly was organised by Elm Network. | |
en | The meeting starts at six. Questions are welcome. | |
en | Organised on behalf of the Dunvale Climate Partnership. | Dunvale Climate Partnership |
en | Join us for an evening organised jointly by Alder Lab and Birch Forum at the Guildhall. | Alder Lab; Birch Forum |
es | Organiza: Ayuntamiento de Almenara. Colabora: Fundación Tejido. | Ayuntamiento de Almenara | Fundación Tejido
es | El Ayuntamiento de Almenara invita a la ciudadanía a un taller. | Ayuntamiento de Almenara |
es | Jornada organizada por la Red de Gobiernos Abiertos en colaboración con la Universidad de Peñalcor. | Red de Gobiernos Abiertos | Universidad de Peñalcor
es | Con el apoyo de la Diputación de Levante y de la Fundación Tejido. | | Diputación de Levante; Fundación Tejido
es | Convocan: Decide Común, Plaza Abierta y Vecinas en Marcha. | Decide Común; Plaza Abierta; Vecinas en Marcha |
es | La asociación Raíces y el colectivo Alameda organizan una asamblea. | asociación Raíces; colectivo Alameda |
es | Taller promovido por la Concejalía de Participación y dinamizado por la cooperativa Tramas. | Concejalía de Participación | cooperativa Tramas
es | Por iniciativa del Consejo de la Juventud, con financiación de la Unión Europea. | Consejo de la Juventud | Unión Europea
es | Organiza el Instituto Ágora Local. | Instituto Ágora Local |
es | El encuentro ofrece café. | |
de | Veranstalter: Stadt Rautal\\nKooperationspartner: Volkshochschule Rautal | Stadt Rautal | Volkshochschule Rautal
de | Die Stadt Rautal lädt alle Bürgerinnen und Bürger herzlich ein. | Stadt Rautal |
de | Am Montag lädt die Gemeinde Seefelden zur Versammlung ein. | Gemeinde Seefelden |
de | Organisiert vom Verein Offene Runde in Zusammenarbeit mit der Stiftung Talgespräch. | Verein Offene Runde | Stiftung Talgespräch
de | Der Abend wird vom Netzwerk Mitreden und der Hochschule Rautal veranstaltet. | Netzwerk Mitreden; Hochschule Rautal |
de | Eine Veranstaltung der Landeszentrale für politische Bildung. | Landeszentrale für politische Bildung |
de | Mit freundlicher Unterstützung der Sparkasse Rautal. | | Sparkasse Rautal
de | Moderation: Büro Querblick | | Büro Querblick
de | Gefördert vom Bundesamt für Klimaschutz. Träger: Jugendring Rautal e.V. | Jugendring Rautal e.V. | Bundesamt für Klimaschutz
de | Mitgliederversammlung des Heimatvereins Rautal, 20 Uhr. | Heimatvereins Rautal |
de | Die Veranstaltung findet im Rathaus statt. | |
de | Auf Einladung der Bürgerinitiative Uferpark diskutieren wir. | Bürgerinitiative Uferpark |
it | Organizzatore: Comune di Montefosco. Partner: Fondazione Agorà Viva. | Comune di Montefosco | Fondazione Agorà Viva
it | Il Comune di Montefosco invita la cittadinanza a un incontro. | Comune di Montefosco |
it | Incontro promosso dall'Associazione Piazza Comune in collaborazione con l'Università di Borgolieve. | Associazione Piazza Comune | Università di Borgolieve
it | A cura della Rete dei Bilanci Partecipativi, con il patrocinio della Regione Collinare. | Rete dei Bilanci Partecipativi | Regione Collinare
it | Organizzano: Legambiente Vallombra e Circolo Arcobaleno | Legambiente Vallombra; Circolo Arcobaleno |
it | Con il sostegno della Fondazione Terre Alte e del Consorzio Fiume Vivo. | | Fondazione Terre Alte; Consorzio Fiume Vivo
it | Serata facilitata dalla cooperativa Passaparola. | | cooperativa Passaparola
it | Su iniziativa del Comitato Stazione. | Comitato Stazione |
it | L'incontro presenta il piano. | |
it | L'Unione dei Comuni e la Proloco organizzano una passeggiata. | Unione dei Comuni; Proloco |
nl | Organisatie: gemeente Aalsum. Partners: Stichting Samen en bureau Dialoog. | gemeente Aalsum | Stichting Samen; bureau Dialoog
nl | De gemeente Aalsum nodigt alle inwoners uit voor een inloopavond. | gemeente Aalsum |
nl | Op maandag organiseert de wijkraad Zuidwold een wandeling. | wijkraad Zuidwold |
nl | Georganiseerd door het Platform Meedenken in samenwerking met de Universiteit Drontmeer. | Platform Meedenken | Universiteit Drontmeer
nl | De avond wordt door de provincie Meerland georganiseerd. | provincie Meerland |
nl | Met steun van het waterschap De Vaart en de Stichting Groene Buurt. | | waterschap De Vaart; Stichting Groene Buurt
nl | Op initiatief van Vereniging Dorpsbelang. | Vereniging Dorpsbelang |
nl | Gespreksleiding: bureau Dialoog | | bureau Dialoog
nl | De avond begint om acht uur. | |
pt | Organização: Câmara Municipal de Alcaria. Parceiros: Fundação Ponte e Universidade do Vale. | Câmara Municipal de Alcaria | Fundação Ponte; Universidade do Vale
pt | A Câmara Municipal de Alcaria convida a população para uma sessão. | Câmara Municipal de Alcaria |
pt | Encontro promovido pela Associação Praça Aberta em parceria com o Instituto Cidadania Viva. | Associação Praça Aberta | Instituto Cidadania Viva
pt | Com o apoio da Junta de Freguesia de Alcaria. | | Junta de Freguesia de Alcaria
pt | A Junta de Freguesia de Alcaria e o Coletivo Bairro Vivo organizam uma oficina. | Junta de Freguesia de Alcaria; Coletivo Bairro Vivo |
pt | Oficina dinamizada pela cooperativa Semente, financiada pela União Europeia. | | cooperativa Semente; União Europeia
pt | Por iniciativa do Laboratório de Ideias. | Laboratório de Ideias |
pt | A sessão apresenta o plano. | |
ca | Organitza: Ajuntament de Riudeferro. Hi col·labora: Fundació Arrels. | Ajuntament de Riudeferro | Fundació Arrels
ca | L'Ajuntament de Riudeferro convida el veïnat a un taller. | Ajuntament de Riudeferro |
ca | Jornada organitzada per la Xarxa de Municipis Oberts amb el suport de la Diputació de Llevant. | Xarxa de Municipis Oberts | Diputació de Llevant
ca | Taller dinamitzat per la cooperativa La Trama. | | cooperativa La Trama
ca | El Col·lectiu Plaça Viva i l'Ateneu Cooperatiu organitzen un debat. | Col·lectiu Plaça Viva; Ateneu Cooperatiu |
ca | Amb la col·laboració de l'Institut Àgora i del Consell Comarcal. | | Institut Àgora; Consell Comarcal
ca | Ho organitza el Consell de Joves. | Consell de Joves |
ca | La sessió presenta el pla. | |
fr | Qui organise ? Maison de l'environnement du Val d'Or\\nQuand ? 5 mai 2026 | Maison de l'environnement du Val d'Or |
fr | La Délégation générale à la vie associative organise le 5 mai 2026 une journée. | Délégation générale à la vie associative |
fr | Atelier organisé par l'Agence nationale pour la participation du public le 5 mai 2026. | Agence nationale pour la participation du public |
fr | La Conférence régionale de santé de Normandie organise, avec l'appui de l'ARS, une journée le 5 mai 2026. | Conférence régionale de santé de Normandie | ARS
fr | Rencontre, organisée par l'association Terre claire et programmée le 5 mai 2026, salle Jean-Vilar. | association Terre claire |
fr | Une soirée imaginée par Les Voisins du Canal et la Maison du Peuple, soutenue par la Fondation Terres nouvelles. | Voisins du Canal; Maison du Peuple | Fondation Terres nouvelles
fr | Initiative du collectif Passage libre, le 5 mai 2026. | collectif Passage libre |
fr | La société Ventaure vous reçoit le 5 mai 2026 en mairie. | société Ventaure |
fr | Loto de l'amicale des pompiers, samedi 10 octobre 2026. |  |
fr | Proposée par le café associatif L'Escale le 5 mai 2026. | café associatif L'Escale |
fr | La mairie et le conseil citoyen s'associent pour proposer un atelier le 5 mai 2026. | mairie; conseil citoyen |
fr | À l'invitation du Conseil de développement de Nantes Métropole, rendez-vous le 5 mai 2026. | Conseil de développement de Nantes Métropole |
fr | Le 5 mai 2026, le Labo des possibles ouvre ses portes et accueille le réseau Alter. | Labo des possibles |
fr | Portée par Ville ouverte, l'assemblée se réunit le 5 mai 2026. | Ville ouverte |
fr | Organisateurs : Ville de Lens, Emmaüs Connect et La Fonda\\nPartenaires : Région Hauts-de-France ; Caisse des Dépôts | Ville de Lens; Emmaüs Connect; Fonda | Région Hauts-de-France; Caisse des Dépôts
fr | Atelier animé par l'agence Grand Public pour le compte de la Métropole de Lyon le 5 mai 2026. | Métropole de Lyon | agence Grand Public
fr | Événement coorganisé par Sciences Po Lille, la Ligue de l'enseignement et France Bénévolat. | Sciences Po Lille; Ligue de l'enseignement; France Bénévolat |
fr | Avec la Fédération des épiceries solidaires. Gratuit. |  | Fédération des épiceries solidaires
en | Run by Ashcombe Rotary Club. Supported by the National Lottery Community Fund. | Ashcombe Rotary Club | National Lottery Community Fund
en | Oldmere Parish Council and the Friends of the Common invite you on 5 May 2026. | Oldmere Parish Council; Friends of the Common |
en | An event by Involve and the Centre for Cities, in partnership with Nesta. | Involve; Centre for Cities | Nesta
en | The Alderton Neighbourhood Plan Steering Group would like to hear your views on 5 May 2026. | Alderton Neighbourhood Plan Steering Group |
en | Brought to you by the Democracy Collective with funding from the Carnegie Trust. | Democracy Collective | Carnegie Trust
de | Eine Reihe von Stadtgespräch Süd in Kooperation mit der Volkshochschule am Kanal. | Stadtgespräch Süd | Volkshochschule am Kanal
de | Veranstaltet vom Verein Mehr Demokratie Bremen und der Landeszentrale für politische Bildung. | Verein Mehr Demokratie Bremen; Landeszentrale für politische Bildung |
de | Das Quartiersmanagement Nordstadt und die AWO laden am 5. Mai 2026 alle Nachbarn ein. | Quartiersmanagement Nordstadt; AWO |
es | Convoca la Plataforma por un Barrio Verde. | Plataforma por un Barrio Verde |
es | La convoca el Consejo de barrio de Las Eras. | Consejo de barrio de Las Eras |
es | Una iniciativa de Medialab y la Fundación Ciudad Viva, con el apoyo del Ayuntamiento de Soria. | Medialab; Fundación Ciudad Viva | Ayuntamiento de Soria
es | La asociación vecinal El Encinar os espera el 5 de mayo de 2026. | asociación vecinal El Encinar |
it | A cura di Prossima Assemblea e del Circolo Arci Il Ponte. | Prossima Assemblea; Circolo Arci Il Ponte |
it | L'associazione Città Bene Comune, insieme al Comune di Prato, invita i cittadini il 5 maggio 2026. | associazione Città Bene Comune | Comune di Prato
nl | Een initiatief van de gemeente Groenrade en Energie Samen. | gemeente Groenrade; Energie Samen |
nl | De avond wordt begeleid door bureau Samenspraak en georganiseerd door de dorpsraad. | dorpsraad | bureau Samenspraak
nl | Dorpsbelangen Elsrijk en de woningcorporatie Thuis nodigen u uit op 5 mei 2026. | Dorpsbelangen Elsrijk; woningcorporatie Thuis |
pt | Iniciativa do coletivo Passeio Livre. | coletivo Passeio Livre |
pt | Promovido pela Associação de Moradores do Bairro Alto em parceria com a Câmara Municipal de Lisboa. | Associação de Moradores do Bairro Alto | Câmara Municipal de Lisboa
ca | Ho organitza l'Ateneu La Flor amb el suport de la Diputació de Girona. | Ateneu La Flor | Diputació de Girona
ca | Una proposta de la cooperativa Arrels i de l'Associació de Veïns del Raval. | cooperativa Arrels; Associació de Veïns del Raval |
fr | Atelier samedi 5 mai 2026.\\n\\nCordialement,\\nPaul Roux\\nCollectif Rue Vivante\\n06 39 98 00 01 | Collectif Rue Vivante |
fr | Visio le 4 mai 2026 à 17h30.\\nL'équipe de Démocratie Vive | Démocratie Vive |
fr | Le dossier est en mairie.\\nLa préfète de l'Aveyron | préfète de l'Aveyron |
fr | Réunion publique\\nMardi 5 mai 2026, 19h\\nMairie de Royan | |
fr | Organisé par Missions Vives pour le ministère de la Ville. | ministère de la Ville | Missions Vives
fr | Renseignements auprès du centre social Les Tilleuls, qui organise la soirée. | centre social Les Tilleuls |
fr | Proposée par Inspire et par la Maison pour tous. | Inspire; Maison pour tous |
fr | Trois scénarios seront présentés par le bureau d'études. | |
fr | La Ville de Tressy en partenariat avec l'association Fil Rouge organise un atelier. | Ville de Tressy | association Fil Rouge
fr | L'Institut du Bocage en collaboration avec le CAUE de l'Ardre et le Pays d'Ormes invitent les habitants. | Institut du Bocage | CAUE de l'Ardre; Pays d'Ormes
fr | Une soirée organisée par les habitants. | |
fr | Une rencontre portée par de jeunes voisins bénévoles. | |
fr | Le café est une démarche de participation citoyenne. | |
fr | Conduire une démarche de dialogue territorial, le 3 mars. | |
fr | Un projet en lien avec l'eau. | |
fr | Les messages sont accompagnés de la mention « enquête ». | |
fr | Le rendez-vous organisé par la municipalité consiste à écouter. | municipalité |
fr | Réunion animée par Jean-Luc MARTEAU | |
fr | Avec\\nElise Dorval, directrice des études\\nPaul Rémy, maire | |
fr | Un atelier le 12 mars.\\nSecrétariat\\nCatherine LEMAIRE - 02 31 00 00 00 | |
en | Join Sustrans and Leek Town Council for a walk on 5 May 2026. | Sustrans; Leek Town Council |
en | Join residents and neighbours for a walk on 5 May 2026. | |
de | Eine Veranstaltung von Mehr Mitsprache e. V. mit Musik. | Mehr Mitsprache e. V. |
es | El lunes 4 de mayo la Diputación convoca las III Jornadas de Cuidados, Memoria y Barrio. | Diputación |
es | La Junta de Distrito Sur está organizando charlas abiertas con los vecinos. | Junta de Distrito Sur |
pt | O município de Lameirinho vai promover uma sessão. | município de Lameirinho |
pt | Será uma iniciativa conjunta da Rede Norte e da Universidade do Vale. | Rede Norte; Universidade do Vale |
ca | L'Ajuntament de Riudor ha convocat el veïnat. | Ajuntament de Riudor |
ca | Avui es celebra el Consell de Cultura. | |
fr | Un cycle de rencontres organisées de 12h à 13h30, par le Réseau des centres de ressources. | Réseau des centres de ressources |
fr | Les représentants de la Ville y présenteront le projet. | |
fr | Décidée par le Président de la République, la convention débute le 4 mai. | |
fr | En partenariat avec d'autres associations actives dans la commune, une soirée le 4 mai. | |
it | La Consulta Giovani è lieta di invitare la cittadinanza. | Consulta Giovani |
it | La serata è promossa dall'amministrazione comunale. | amministrazione comunale |
nl | Vervolgens start de wandeling. | |
nl | Het Platform Participatie en Beleid (PPB) organiseert een avond. | Platform Participatie en Beleid |
de | Die kleinen Versammlungen starten am Montag. | |
es | La Concejalía de Educación, Cultura y Deporte de Villaseca organiza una jornada. | Concejalía de Educación, Cultura y Deporte de Villaseca |
es | Organizado por la dirección general de Participación Ciudadana, Transparencia y Voluntariado. | dirección general de Participación Ciudadana, Transparencia y Voluntariado |
pt | A Secretaria de Cultura, Turismo e Desporto promove uma oficina. | Secretaria de Cultura, Turismo e Desporto |
it | L'Assessorato alla Cultura, Ambiente e Partecipazione organizza un incontro. | Assessorato alla Cultura, Ambiente e Partecipazione |
fr | La Direction de la Culture, du Sport et de la Jeunesse organise un atelier. | Direction de la Culture, du Sport et de la Jeunesse |
en | The Department of Planning, Housing and Environment is hosting a meeting. | Department of Planning, Housing and Environment |
en | Organiser\\nCentre for Deliberative Democracy and Global Governance | Centre for Deliberative Democracy and Global Governance |
en | Brackwater County Council is to hold a series of evenings. | Brackwater County Council |
de | Das Amt für Stadtplanung, Verkehr und Umwelt lädt zur Versammlung ein. | Amt für Stadtplanung, Verkehr und Umwelt |
de | Die Einladung richtet sich an Vereine und Verwaltung. | |
de | Moderation: Dr. Ulla Brandtner und Kai Sommer | |
it | La Parrocchia, in collaborazione con ACLI, Azione Civica e Caritas organizza tre incontri. | Parrocchia | ACLI; Azione Civica; Caritas
pt | A Prefeitura de Lameirinho, com apoio da Universidade do Vale realiza um congresso. | Prefeitura de Lameirinho | Universidade do Vale
nl | Na de proef organiseert het gemeentebestuur op maandag een infovergadering. | gemeentebestuur |
fr | Le conseil de quartier Haut-Moulin - Les Tilleuls invite les habitants à un forum. | conseil de quartier Haut-Moulin - Les Tilleuls
fr | Le Conseil Économique, Social et Environnemental organise un débat. | Conseil Économique, Social et Environnemental
fr | Journées organisées pour le Groupe d'études délibératives par Lise Cordier et Paul Aubrac. | Groupe d'études délibératives
fr | Une soirée que la Ville de Corvol et la Région organisent le 4 mai. | Ville de Corvol; Région
fr | Des rencontres mises sur pied par le Réseau des tiers-lieux. | Réseau des tiers-lieux
fr | Un pot d'accueil est offert par la Ville. Un verre de l'amitié sera offert par la Région. |
fr | Une rencontre proposée par une association. |
fr | Le Syndicat des rivières organise une conférence des élus. | Syndicat des rivières
fr | Une balade, dans le cadre du travail mené par la Municipalité sur le Plan local d'urbanisme. | Municipalité
fr | Des ateliers pilotés par des rapporteurs issus de la société civile. |
fr | Avant le film, table de librairie proposée par Le Temps retrouvé. |
fr | Initiatives portées par la Ville : budget participatif, fonds de quartier. |
fr | Avis est donné par le soussigné que la MRC du Val tiendra une assemblée. | MRC du Val |
fr | Un apéro-débat en partenariat avec Rives Actions Citoyennes sur le thème de la ville. | | Rives Actions Citoyennes
fr | Le Carrefour citoyen est heureux de présenter ses rencontres. | Carrefour citoyen
fr | La Collectivité de Marane informe la population de l'ouverture d'une concertation. | Collectivité de Marane
fr | Au Pavillon Larivière, le collectif Rives et l'association Agora invitent les habitants. | collectif Rives; association Agora |
es | Habrá una reunión el 13 de mayo. Los vecinos podrán opinar. | |
es | El concejal Luis Vega Prado invita a los vecinos a participar. | |
es | La Secretaría de Obras y Planificación de Vidrales invita al taller. | Secretaría de Obras y Planificación de Vidrales |
pt | A Câmara Municipal de Lameiro promove a sessão. A Autarquia convida todos. | Câmara Municipal de Lameiro |
pt | A Prefeitura de Lameirinho realizará uma audiência pública. | Prefeitura de Lameirinho |
ca | L'Ajuntament de Vilaroja organitzarà una audiència pública el proper dia 4. | Ajuntament de Vilaroja |
de | Am Bahnhof bietet Altstadt viele Plätze. | |
es | El Ayuntamiento de Vidrales realizará un taller el 4 de mayo. | Ayuntamiento de Vidrales |
en | The evening was organized with the idea of giving Riverside a voice. | |
ca | La Federació d'Associacions de Veïns i Veïnes de Vilaroja organitza un debat. | Federació d'Associacions de Veïns i Veïnes de Vilaroja |
pt | A Secretaria de Saúde e Bem-Estar promove a sessão. | Secretaria de Saúde e Bem-Estar |
nl | De avond wordt georganiseerd door de jonge dijkwachters Jan Visser en Piet Bakker. | |
nl | De avond wordt georganiseerd door de gemeente en het waterschap. | gemeente; waterschap |
de | Die Gemeinde Ahrenswalde lädt gemeinsam mit dem Architekten Jonas Keller zum Rundgang ein. | Gemeinde Ahrenswalde |
de | Kommen Sie zur Aussprache am 5. Mai.\\n\\nMit freundlichen Grüßen\\nUte Brandt\\n1. Bürgermeisterin | |
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


def names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


@pytest.mark.parametrize(("language", "text", "organisers", "partners"), [(*row, "", "")[:4] for row in ROWS])
def test_who_stands_behind_a_notice(language, text, organisers, partners):
    assert found(language, text.replace("\\n", "\n")) == (names(organisers), names(partners))
