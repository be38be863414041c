"""Portuguese."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="o a os as nossa nosso",
    contracted="do da dos das pelo pela pelos pelas de ao aos",
    links="de do da dos das d'",
    towards="para por em no na",
    bridges="em no na ao",
    conjunctions="e",
    long_conjunctions="bem como | assim como | e tambem",
    companions="com",
    stops="neste nesta nestes hoje amanha "
    "eu a ao em no na nos nas com sem por para desde ate sob durante sobre apos entre que quem onde quando se "
    "seu sua e sao sera serao tem ha este esta convida convidam organiza organizam promove promovem contacto "
    "contactos contato inscricao inscricoes entrada gratuito gratuita local hora horario data informacoes vagas vai "
    "apresenta apresentam lanca realiza realizam abre acolhe propoe propoem dirigido dirigida aberto aberta tel "
    "telefone email e-mail tera terao destinada destinado inicio dia",
    indefinite="depois ainda tambem posteriormente "
    "um uma uns umas dois duas tres quatro cinco seis sete oito nove dez varios varias alguns algumas "
    "diversos diversas diferentes todos todas cada este esta seu sua vosso vossa outros outras muitos",
    heads="camara municipio prefeitura junta freguesia concelho autarquia governo ministerio secretaria direcao "
    "departamento divisao servico agencia instituto universidade faculdade escola centro associacao associacoes "
    "fundacao federacao confederacao sindicato rede plataforma coletivo colectivo coletivos conselho comissao comite "
    "comunidade consorcio cooperativa sociedade laboratorio observatorio biblioteca museu grupo uniao liga movimento "
    "clube casa gabinete vereador vereadora presidente assembleia parlamento ordem academia forum empresa nucleo "
    "cimvdl moradores distrito regiao estado cidade paroquia agrupamento equipa equipe",
    things="auditorio sala salao "
    "reuniao reunioes sessao oficina oficinas encontro jornada jornadas seminario curso formacao debate "
    "percurso passeio assembleia audiencia consulta concerto festival exposicao feira evento ato conferencia mesa "
    "projeto orcamento votacao inscricao entrada local data hora tema programa segunda terca quarta quinta sexta "
    "sabado domingo workshop tertulia publico tarde manha",
    abstract="investigacao pesquisa estudos participacao democracia desenvolvimento ambiente cultura patrimonio "
    "sociedade saude urbanismo habitacao "
    "mobilidade educacao juventude cidadania inovacao desporto esporte turismo comunicacao territorio "
    "sustentabilidade energia clima amigos direitos acao trabalho inclusao deliberacao gestao transparencia ciencia "
    "lazer bem-estar solidariedade transportes transito",
    days="segunda segunda-feira terca terca-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira sabado "
    "domingo janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    adjective=r"\w*(?:al|ais|ico|ica|icos|icas|ario|aria|arios|arias|ivo|iva|ivos|ivas|ano|ana|anos|anas|ense|enses|"
    r"ente|entes|dor|dora|vel|veis|eiro|eira|eiros|eiras|ino|ina|ado|ada|ados|adas|ido|ida|idos|idas|oso|osa|ista|"
    r"istas|livre|norte|sul|este|oeste|vivo|viva|aberta|aberto|rural|urbano|es|esa|eses)",
    participles="organizad | coorganizad | co-organizad | promovid | propost | convocad | coordenad | dinamizad | "
    "ministrad | apresentad | realizad | impulsionad | dirigid | liderad | lancad | desenvolvid | oferecid | abert | "
    "acolhid",
    endings="(?:o|a|os|as)",
    agents="por | pelo | pela | pelos | pelas",
    verbs="retomam? | promovera | promoverao | realizara | realizarao | organizara | "
    "esta(?:ra|rao|o)? (?:realizando|promovendo) | "
    "vai promover | vao promover | vao realizar | vao organizar | ira (?:promover|realizar) | "
    "anuncia que vai (?:promover|realizar) | anunciou que vai (?:promover|realizar) | dara continuidade | sedia | "
    "dedicam? | destinam? | informam? que | organiza | organizam | convida | convidam | promove | promovem | "
    "realiza | realizam | "
    "lanca | lancam | "
    "apresenta | apresentam | propoe | propoem | acolhe | acolhem | abre | abrem | convoca | convocam | "
    "vai organizar | vai realizar | tem o prazer de | "
    "levam? a cabo | levara(?:o)? a cabo | coorganiza | coorganizam | oferece | oferecem | tem o gosto de",
    pronouns="o a vos nos lhe -o -a",
    inverted=True,
    before="",
    organiser="uma iniciativa conjunta | uma parceria entre | "
    "um evento(?= d) | uma atividade(?= d) | "
    "n?uma organizacao | por iniciativa | uma iniciativa | iniciativa(?= d) | uma proposta(?= d) | "
    "a convite | por encargo | em nome | "
    "um projeto(?= d[ao]s? ) | um projecto(?= d[ao]s? ) | "
    "assembleia geral(?: (?:ordinaria|extraordinaria|anual))*(?= d) | a cargo",
    partner="juntamente com | em conjunto com | "
    "em (?:estreita )?(?:parceria|colaboracao|cooperacao|articulacao|associacao) com | "
    "com (?:o|a) (?:apoio|colaboracao|ajuda|contributo|parceria|cooperacao|suporte) | com apoio | sob a egide | "
    "com o patrocinio | apoiad[oa]s? (?:por|pelo|pela|pelos|pelas) | conjuntamente com | com o alto patrocinio | "
    "com o acompanhamento",
    funder="com (?:o )?financiamento | (?:co)?financiad[oa]s? (?:por|pelo|pela|pelos|pelas) | "
    "com o apoio financeiro | patrocinad[oa]s? (?:por|pelo|pela|pelos|pelas) | subsidiad[oa]s? (?:por|pelo|pela)",
    facilitator="com (?:[oa]s )?facilitador(?:es|as)(?= d) | "
    "facilitad[oa]s? (?:por|pelo|pela|pelos|pelas) | moderad[oa]s? (?:por|pelo|pela|pelos|pelas) | "
    "dinamizad[oa]s? (?:por|pelo|pela|pelos|pelas) | conduzid[oa]s? (?:por|pelo|pela) | facilitacao a cargo | "
    "moderacao",
    speaker="com a participacao | com a presenca | com a intervencao | com intervencoes",
    organiser_labels="organizacao | organizador(?:a|es|as)? | organiza | organizam | promotor(?:a|es|as)? | "
    "promove | "
    "promovem | organizado por | entidade(?:s)? organizadoras? | promovido por | entidade promotora | convoca | "
    "proponente | realizacao",
    partner_labels="parceiros? | parceiras? | parceria | em parceria com | parcerias | apoio | apoios | "
    "com o apoio de | colaboracao | com a colaboracao de | dinamizacao | facilitacao | facilitador(?:a|es)? | "
    "em colaboracao com | entidades parceiras",
    funder_labels="financiamento | financiador(?:a|es)? | patrocinador(?:a|es)? | patrocinio | financiado por | "
    "patrocinios",
    speaker_labels="orador(?:a|es|as)? | intervenientes | convidad[oa]s? | palestrantes? | participantes | "
    "formador(?:a|es)? | com | painel",
    asked_labels="quem | comissao organizadora",
    made_by="uma? (?:sessao|conversa|passeio|oficina|encontro|jornada|ciclo)(?= (?:da |do |das |dos ))",
    past="edicoes anteriores | edicao anterior | no ano passado | ultima edicao | edicoes passadas | tinha",
    since="desde | fundad[oa] em | criad[oa] em | lei",
)

PRACTICE = Practice(
    contact="contact[oa]s? | contatos? | informacoes | mais informacoes | mais info | info | esclarecimentos | "
    "inscricoes | reservas | e-?mail | escrever para | contactar | duvidas | escreva para",
    phone="tel | tel\\. | telefone | telemovel | celular | telm | tlm | ligar para | ligue(?: para)? | whatsapp | "
    "fone | ligue",
    register="inscri\\w+ | inscrev\\w+ | reserv\\w+ | regist\\w+ | bilhet\\w+ | formulario | ingressos?",
    limit="ate ao dia | ate ao | ate a | ate dia | ate | antes de | antes do | o mais tardar",
    closing="data limite | prazo (?:de|para) | prazo | fim das inscricoes | inscricoes encerram | "
    "encerramento das inscricoes | data-limite",
    info="info | informacoes | mais informacoes | mais info | programa | site | detalhes | consulte | saiba mais",
    free="gratuit[oa]s? | gratis | entrada livre | acesso livre | entrada gratuita | livre acesso | entrada franca | "
    "participacao livre | sem custos? | gratuitamente | contributo livre | entrada livre e gratuita",
    charged="nao gratuit[oa]s? | pag[oa]s? | nao e gratuit[oa]",
    extras="almoco jantar cafe estacionamento autocarro wifi transporte creche lanche bebida bebidas catalogo "
    "telefone linha software refeicao refeicoes onibus alojamento babysitting",
    only_for="para (?:soci[oa]s|membros|estudantes|menores|criancas|associad|jovens ate|desempregad|reformad) | "
    "menores de | ate (?:aos )?\\d+ anos",
    everyone="para todos | para todas",
    not_price="orcamento | milhoes | milhao | mil euros | dotacao | verba | subsidio | investimento | premio | "
    "premios | bolsa | salario | multa | custo (?:do|da|total) | montante | remuneracao | financiamento | donativo | "
    "vencimento",
    reduced="bilhete normal | reduzido | a partir de | socios | desde",
    qualifiers="por pessoa | iva incluido | \\+ iva | mais iva | por equipa | por dia | por familia",
)
