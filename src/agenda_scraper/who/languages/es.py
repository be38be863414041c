"""Spanish."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="el la los las nuestro nuestra",
    contracted="del de al a",
    links="de del",
    towards="para por en sobre",
    bridges="en a por al",
    conjunctions="y e",
    long_conjunctions="asi como | y tambien | ademas de",
    companions="con",
    stops="hoy manana "
    "yo a al en con sin por para desde hasta ante bajo durante sobre tras segun entre que quien cuyo donde "
    "cuando se su sus es son sera seran ha han tiene tienen este esta estos estas invita invitan organiza organizan "
    "convoca convocan os nos le les te contacto inscripcion inscripciones entrada gratuito gratuita lugar hora "
    "horario fecha informacion plazas tendra abre abren presenta presentan lanza celebra celebran el los dirigido "
    "dirigida actividad e-mail correo tel telefono comenzara empezara aforo permite ofrece ofrecen propone proponen "
    "dentro",
    indefinite="despues luego ademas tambien posteriormente proximo proxima dia "
    "un una unos unas uno dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas "
    "diversos diversas diferentes todos todas cada su sus este esta mi tu vuestra vuestro tus distintas distintos "
    "todo",
    heads="ayuntamiento municipalidad concejalia alcaldia alcalde alcaldesa municipio diputacion junta gobierno "
    "ministerio "
    "consejeria delegacion area departamento direccion servicio agencia instituto universidad facultad escuela centro "
    "colegio asociacion asociaciones fundacion federacion confederacion sindicato red plataforma colectivo colectivos "
    "consejo comision comite mesa comunidad comarca mancomunidad consorcio cooperativa sociedad camara laboratorio "
    "observatorio oficina biblioteca museo grupo coordinadora union ong club casa ampa vecinos secretaria empresa "
    "partido liga movimiento academia catedra cabildo distrito parlamento senado asamblea equipo",
    things="auditorio sala salon "
    "reunion reuniones taller talleres encuentro jornada jornadas seminario curso formacion charla debate foro "
    "paseo asamblea audiencia consulta concierto festival exposicion feria evento acto sesion conferencia mesa "
    "proyecto presupuesto presupuestos votacion inscripcion entrada lugar fecha hora tema programa lunes martes "
    "miercoles jueves viernes sabado domingo tarde manana publico",
    abstract="cooperacion voluntariado consumo "
    "investigacion estudios participacion democracia desarrollo ambiente medioambiente cultura patrimonio "
    "sociedad salud urbanismo "
    "vivienda movilidad educacion juventud ciudadania innovacion deporte deportes ocio turismo igualdad transparencia "
    "comunicacion territorio sostenibilidad energia clima amigos gestion derechos bienestar empleo comercio "
    "deliberacion",
    days="lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre setiembre octubre noviembre diciembre",
    adjective=r"\w*(?:al|ales|ico|ica|icos|icas|ario|aria|arios|arias|ivo|iva|ivos|ivas|ano|ana|anos|anas|ense|enses|"
    r"ente|entes|ador|adora|able|ables|ero|era|eros|eras|ino|ina|inos|inas|ado|ada|idos|idas|ido|ida|oso|osa|ista|"
    r"istas|ente|unido|libre|rural|urbano|urbana|vivo|viva|abierto|abierta|sur|norte|este|oeste|anol|anola|es)",
    participles="organizad | coorganizad | co-organizad | promovid | impulsad | convocad | propuest | coordinad | "
    "impartid | presentad | liderad | dirigid | gestionad | desarrollad | realizad | puest en marcha | celebrad | "
    "ofrecid | abiert",
    endings="(?:o|a|os|as)",
    agents="por",
    verbs="daran? (?:comienzo|inicio) a | extienden? (?:una|la) invitacion | hacen? una (?:atenta )?invitacion | "
    "han? organizado | han? convocado | han? programado | estan? organizando | "
    "van? a (?:organizar|celebrar|realizar) | anuncian? la convocatoria | "
    "dedican? | destinan? | informan? que | organizan? | coorganizan? | invitan? | convocan? | promueven? | "
    "impulsan? | lanzan? | "
    "presentan? | "
    "celebran? | os invitan? | (?:os|te|le|les) esperan? | ponen? en marcha | abren? | acogen? | proponen? | "
    "ofrecen? | organizaran? | celebraran? | "
    "realizaran? | desarrollaran? | tienen? el placer de | desea invitar | realizan? | convida | convidan",
    pronouns="os nos le les te",
    inverted=True,
    before="",
    organiser="una iniciativa conjunta | una (?:alianza|colaboracion) entre | "
    "desde(?= (?:el|la) [^.;,\\n]{3,60} (?:os |les )?(?:invitamos|organizamos|convocamos|proponemos|animamos)) | "
    "una organizacion(?= de) | un evento(?= de) | "
    "por iniciativa | a iniciativa | una iniciativa | iniciativa(?= de) | una propuesta(?= de) | "
    "una actividad(?= de) | por encargo | "
    "junta general(?: ordinaria| extraordinaria)?(?= de) | "
    "asamblea general(?: (?:ordinaria|extraordinaria|anual))*(?= de) | un proyecto(?= de) | corre a cargo | "
    "a cargo | "
    "por orden",
    partner="junto con | junto a | "
    "junto al(?=[^.,;\\n]{3,120} (?:invita|organiza|convoca|presenta|celebra)n? ) | "
    "en (?:estrecha )?(?:colaboracion|cooperacion|alianza|asociacion|coordinacion|"
    "coorganizacion) con | "
    "con (?:el|la) (?:apoyo|colaboracion|ayuda|respaldo|contribucion|complicidad|cooperacion) | "
    "con el auspicio | bajo el auspicio | conjuntamente con | de la mano | con el patrocinio | colaboran? | "
    "apoyan? | "
    "de forma conjunta con | con el acompanamiento | con la asistencia tecnica",
    funder="con (?:la )?financiacion | (?:co)?financiad[oa]s? por | subvencionad[oa]s? por | patrocinad[oa]s? por | "
    "patrocinan? | con el apoyo (?:financiero|economico) | financian? | con fondos",
    facilitator="con (?:l[oa]s )?(?:facilitador|dinamizador)(?:es|as)(?= de) | "
    "facilitad[oa]s? por | dinamizad[oa]s? por | moderad[oa]s? por | dinamizan? | facilitan? | "
    "dinamizacion a cargo | conducid[oa]s? por",
    speaker="con la participacion | con la presencia | con la intervencion | intervienen? | intervendran? | ponencia",
    organiser_labels="organizan? | organizador(?:a|es|as)? | organizacion | convocan? | convocantes? | "
    "convocatoria | "
    "promueven? | impulsan? | entidad(?:es)? organizadoras? | organizado por | coorganizan? | entidad convocante | "
    "promotor(?:a|es)? | propone",
    partner_labels="colaboran? | colaborador(?:a|es|as)? | colaboracion | con la colaboracion de | apoyan? | "
    "con el apoyo de | entidades colaboradoras | entidad colaboradora | socios | facilitan? | dinamizan? | "
    "dinamizacion | facilitacion | en colaboracion con",
    funder_labels="financian? | financiacion | patrocinan? | patrocinador(?:a|es)? | financiado por | subvenciona",
    speaker_labels="ponentes? | intervienen? | participan? | invitad[oa]s? | conferenciantes? | modera | imparte | "
    "formador(?:a|es)?",
    asked_labels="quien(?:es)? | comite organizador",
    made_by="una? (?:jornada|charla|paseo|encuentro|acto|taller|sesion|ciclo|curso|evento)(?= (?:de la |del |de los "
    "|de las ))",
    past="ediciones anteriores | edicion anterior | el ano pasado | pasada edicion | ediciones pasadas | habian",
    since="desde | fundad[oa] en | cread[oa] en | ley",
)

PRACTICE = Practice(
    contact="contacto | contactar(?: con)? | informacion | mas informacion | mas info | info | escribir a | "
    "escribe a | consultas | correo | e-?mail | dudas | inscripciones | reservas | dirigirse a",
    phone="tel | tel\\. | telefono | tfno | tlf | movil | llamar al | llamando al | llama al | whatsapp | al | "
    "llamen al",
    register="inscri\\w+ | reserv\\w+ | registr\\w+ | apunt\\w+ | entradas? en | entradas? | matricul\\w+ | formulario",
    limit="antes del | antes de | hasta el | hasta | como maximo el | a mas tardar el",
    closing="fecha limite | plazo (?:de|para) | plazo | cierre de inscripciones | fin de inscripcion | "
    "se ruega confirmar",
    info="info | informacion | mas informacion | mas info | programa | web | consulta | detalles | ver",
    free="gratuit[oa]s? | gratis | entrada libre | acceso libre | entrada gratuita | libre acceso | "
    "entrada abierta y gratuita | taquilla inversa | sin coste | sin costo | gratuitamente | participacion libre",
    charged="no gratuit[oa]s? | de pago | no es gratuit[oa] | no son gratuit[oa]s",
    extras="comida almuerzo cena cafe aparcamiento parking autobus bus wifi ludoteca guarderia telefono software "
    "catalogo merienda transporte bebida bebidas aperitivo alojamiento linea folleto camiseta",
    only_for="para (?:soci[oa]s|miembros|estudiantes|menores|ninos|jubilad|parados|desemplead|asociad|"
    "personas (?:socias|desempleadas)) | menores de | hasta \\d+ anos",
    everyone="para todos | para todas",
    not_price="presupuesto | millones | millon | dotacion | dotado | dotada | subvencion | inversion | premio | "
    "premios | beca | salario | multa | coste (?:del|de la|total) | sueldo | retribucion | importe | donativo | "
    "sorteo | recaudar",
    reduced="tarifa reducida | entrada general | general | a partir de | desde | socios",
    qualifiers="por persona | iva incluido | \\+ iva | mas iva | por equipo | la entrada | por dia | por familia",
)
