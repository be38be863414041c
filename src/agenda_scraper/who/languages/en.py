"""English."""

from agenda_scraper.who.languages import Naming, Practice

NAMING = Naming(
    articles="the our",
    contracted="of",
    links="of",
    towards="for on in",
    bridges="in on at to by",
    conjunctions="and &",
    long_conjunctions="as well as | and also",
    companions="with",
    stops="itself themselves himself herself i a an at by to from with without under within into over after before "
    "during until since about as is are was were will would has have had can may who which that this these those it "
    "its they we you your us them he she his her their invite invites invited host hosts hosting launch launches "
    "takes take runs run holds hold when where contact email call free tickets register registration book booking "
    "join please come for in on and or but if starts start begins begin brings bring aims aim presents present offers "
    "offer welcomes welcome today tomorrow date time venue admission entry via online next",
    indefinite="then afterwards later also additionally "
    "a an one two three four five six seven eight nine ten several some any many various all both each "
    "other every another local your their its his her these those this that different us you me them",
    heads="council councils city town county borough parish district state government department ministry agency "
    "authority board commission committee association society foundation trust institute centre center university "
    "college school faculty network group groups club union federation alliance partnership forum office bureau "
    "library museum church charity company cooperative co-operative collective coalition community residents "
    "neighbourhood neighborhood mayor municipality assembly parliament senate team lab laboratory service services "
    "secretariat chamber league movement organisation organization body corporation observatory academy consortium "
    "campaign project programme initiative task",
    things="meeting meetings workshop workshops webinar training course conference seminar event events session "
    "sessions debate walk walkabout consultation inquiry hearing exhibition concert festival talk lecture evening "
    "afternoon morning day week weekend programme agenda doors registration admission entry date time venue place "
    "tickets deadline public monday tuesday wednesday thursday friday saturday sunday market fair run race "
    "idea aim goal purpose objective intention",
    abstract="participation democracy development environment culture heritage society health planning housing "
    "transport education communities engagement deliberation governance innovation villages policy research design "
    "sport sports leisure arts justice equality citizenship rights change future climate energy regeneration "
    "practitioners practice sons partners friends",
    days="monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec",
    adjective=r"(?!)",
    participles="conducted | organised | organized | hosted | convened | delivered | presented | run | led | held | "
    "arranged | "
    "put on | sponsored | initiated | coordinated | co-ordinated | co-organised | co-organized | co-hosted | "
    "jointly organised | jointly hosted | promoted | brought to you | commissioned | launched | called | opened | "
    "staged | offered | provided | invited | published | curated | produced",
    endings="",
    agents="by",
    verbs="conducts? | (?:is|are) to (?:hold|host|run|launch) | "
    "devotes? | sets? aside | (?:is|are) (?:pleased|delighted|proud|happy|excited) to | invites? | is inviting "
    "| are inviting | hosts? "
    "| is hosting | are hosting | organises | organizes | "
    "organise | organize | launches | launch | is launching | convenes? | will host | will hold | "
    "would like to invite | warmly invites? | cordially invites? | would like to hear | wants? to hear | is holding | "
    "are holding | holds? an? | is organising | is organizing | are organising | runs? an? | presents? | "
    "welcomes you | is consulting | will be hosting | will be holding | is running | are running | is offering | "
    "offers an? | seeks? your | asks? residents | wants? your | opens an? | are consulting | has launched | "
    "have launched | are launching | will organise",
    pronouns="you us",
    inverted=False,
    before="",
    calls="join(?= [^.;\\n]{3,80} (?:for (?:an?|the|our|this)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))",
    organiser="an? (?:production|collaboration|partnership) (?:by|between) | "
    "at the (?:initiative|invitation) | on the initiative | an initiative | on behalf | "
    "annual general meeting(?= of) | general assembly(?= of) | shareholders'? meeting(?= of) | agm(?= of) | "
    "a project(?= of) | an event by | an initiative by | a project by | a series by | event series by | "
    "organised on behalf | by order",
    partner="together with | along with | in (?:close )?(?:partnership|collaboration|cooperation|co-operation|"
    "association|conjunction) with | in partnership between | with (?:the )?(?:kind |generous )?(?:support|help|"
    "assistance|backing|contribution) (?:of|from) | supported by | with support from | jointly with | alongside | "
    "partnering with | teaming up with | backed by | together with partners | under the auspices | "
    "under the patronage | with contributions from | in co-operation with | with thanks to | working with",
    funder="with sponsorship (?:of|from) | with (?:the )?(?:financial support|funding) (?:of|from) | "
    "(?:co-?)?funded by | financed by | "
    "sponsored by | paid for by | with a grant from | financially supported by | grant-funded by",
    facilitator="with (?:the )?(?:facilitators|moderators)(?= (?:from|of) ) | "
    "facilitated by | moderated by | chaired by | co-facilitated by | animated by | facilitation by",
    speaker="with the participation | with guest speakers? | featuring | keynote by | keynotes by | with talks by | "
    "with presentations by | speech by | addressed by",
    organiser_labels="organi[sz]ers? | organi[sz]ed by | hosts? | hosted by | convenors? | conveners? | "
    "presented by | promoter | who | organi[sz]ation | organi[sz]ing body | delivered by | run by | "
    "co-organi[sz]ers? | lead organi[sz]ation | led by",
    partner_labels="partners? | in partnership with | supporters? | supported by | in collaboration with | with | "
    "facilitators? | facilitation | facilitated by | our partners | with support from | in association with",
    funder_labels="funders? | funded by | sponsors? | sponsored by | funding",
    speaker_labels="speakers? | panell?ists? | panel | guests? | guest speakers? | keynotes? | keynote speakers? | "
    "with | moderators? | chair | trainers? | lecturers?",
    asked_labels="organi[sz]ing committee",
    made_by="an? (?:evening|event|walk|workshop|session|meeting|training|series|programme|conversation)(?= (?:by"
    "|from) )",
    past="last year | last year's | previous editions? | past editions? | had been | earlier editions?",
    since="since | founded in | established in | act | created in",
)

PRACTICE = Practice(
    contact="contact | contacts | enquiries | inquiries | questions | e-?mail | more information | "
    "further information | information | info | rsvp(?: to)? | write to | get in touch with | call | ring | phone | "
    "bookings? | speak to | ask for | reach",
    phone="tel | tel\\. | phone | telephone | call | ring | mobile | text | whatsapp | on | hotline | helpline | t | p",
    register="regist\\w+ | sign up | sign-up | book | booking | bookings | tickets? | rsvp | reserve | enrol\\w* | "
    "join | apply | get your place | secure your place",
    limit="by | before | until | no later than | up to | on or before",
    closing="deadline | registration closes | bookings? closes? | registrations? close | closing date | rsvp | "
    "closes on | applications close",
    info="info | information | more info | details | programme | program | website | web | visit | see | "
    "find out more | read more | learn more | more",
    free="free of charge | for free | admission free | admission is free | entry free | free entry | free admission | "
    "free event | free to attend | no charge | no cost | at no cost | pay what you can | free webinar | "
    "free entrance | entrance free | is free | are free | free tickets | free and open | free",
    charged="not free | isn't free | aren't free | not free of charge",
    extras="parking refreshments lunch lunches coffee childcare creche shuttle food drinks wifi meal transport dinner "
    "breakfast goody brochure software speech feel step smoke toll barrier interpretation interpreting bus buses "
    "travel t-shirt raffle standing phone places place choice hands tax duty downloads guide copies copy consultation "
    "time hour will trial press range carbon gluten car traffic fossil",
    only_for="for (?:members|students|under|children|kids|concessions|those|unwaged|residents|charities|staff|carers|"
    "partners|subscribers|non-profits) | to members | under-?\\d | under \\d | if you",
    everyone="for all | for everyone",
    not_price="budget | fund | funding | grant | grants | million | millions | billion | bn | prize | salary | fine | "
    "cost of the | worth | investment | prizes | reward | raised | donation | donations | per annum | pa | stipend | "
    "voucher | vouchers | honorarium | paid to | thank-you | allowance | project cost | turnover | receive | win",
    reduced="early-?\\s?bird | concessions? | members | standard | full price | reduced | regular | from | non-members",
    qualifiers="\\+ gst | \\+ vat | plus vat | inc(?:l|\\.|luding)? vat | ex(?:cl|\\.|cluding)? vat | per person | "
    "each | pp | per day | per ticket | per head | a head | on the door | per family | per team | concessions | "
    "members",
)
