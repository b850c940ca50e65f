"""Closed classes of words that the patterns rest on: function words, and nouns that institutions are named with."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


FUNCTION = words_of(
    """a an the this that these those he she it they we i you him her them us his its their our your my who
    whom whose which what when where why how if whether while as since because although though
    despite during in on at by to from of for with without within into onto upon over under about
    against between among amid after before until till toward towards through throughout across
    along around behind beyond near off out up down per via and or but nor so yet not no than then
    thus also only even still again once both either neither each every all any some such more most
    many much few several other another same own very too just now here there however moreover
    meanwhile furthermore besides instead indeed therefore hence nevertheless nonetheless otherwise
    regardless given according speaking earlier later last next first second third finally recently
    today yesterday tomorrow tonight is are was were be been being am has have had having do does
    did done will would shall should can could may might must one two three four five six seven
    eight nine ten following based like unlike asked commenting responding meeting yes amidst
    separately notably interestingly specifically particularly additionally similarly conversely
    previously currently presently ahead apart aside whereas"""
)

CALENDAR = words_of(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday spring summer autumn winter"""
)
# Words of the calendar only before a full stop or a number; alone they may be names (Sun, Jan).
CALENDAR_SHORT = words_of(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)

AUXILIARIES = words_of(
    """is are was were be been has have had do does did will would shall should can could may might must
    said says"""
)

# Before a title or a name, and part of its noun phrase.
ARTICLES = words_of("the a an")

PREMODIFIERS = words_of(
    """then former ex late visiting outgoing incoming incumbent current new newly appointed elected
    designate acting interim caretaker longtime veteran top senior junior embattled ousted deposed
    exiled ailing first two three four five six seven both several many some other fellow hardline
    hawkish powerful influential ruling opposition retired high-level high-ranking top-ranking
    long-time self-styled reclusive nationalist conservative populist visiting"""
)
FORMER = words_of("former ex ousted deposed late retired")

# Between a nationality and an agent noun ("Chinese fishing vessels", "two senior US officials").
AGENT_MODIFIERS = words_of(
    """senior top high-level high ranking level fishing naval navy military government state state-owned
    state-run state-backed owned run backed sponsored nuclear powered armed patrol new former own
    several many some two three four five six seven eight nine ten dozen dozens hundreds other local
    central federal national regional provincial civilian foreign maritime air ground ground-based
    coastal special security defence defense law enforcement border riot paramilitary large major
    leading big biggest largest private public ruling opposition communist conservative nationalist
    lower upper survey research merchant cargo oil commercial young elite intelligence diplomatic
    trade political business economic surface stealth spy surveillance reconnaissance amphibious
    advanced joint visiting unnamed unidentified current outgoing incoming previous then caretaker
    militia guided missile diesel electric passenger pro anti terror tech technology media news chip
    steel car"""
)

# Words, capitalised in a title or in the name of an institution, that don't begin a person's name.
INSTITUTION = words_of(
    """foreign affairs affair operations operational international external relations defence defense
    national security finance financial economy economic economics trade commerce industry
    industrial industries health labour labor welfare social education culture cultural sports
    science sciences technology tourism transport transportation infrastructure land energy
    petroleum oil gas natural resources environment environmental ecology climate agriculture
    agricultural forestry fisheries fishery food rural development planning reform cooperation
    investment home interior internal justice law legal public safety emergency civil human rights
    employment manpower water housing urban construction communications communication information
    digital innovation cyber cybersecurity intelligence space maritime marine ocean oceans
    immigration customs border coast guard police armed forces force army navy naval air military
    joint chiefs staff general central committee council commission congress parliament assembly
    house representatives councillors councilors senate chamber party communist democratic liberal
    republican labour people's peoples people political politburo bureau department ministry agency
    office secretariat cabinet government state states administration authority board bank fund
    reserve treasury exchange academy institute institution university college school centre center
    foundation forum association society federation union league confederation organisation
    organization alliance front movement group network corporation company companies corp inc ltd
    enterprise enterprises holdings airlines airways steel motors standing permanent special
    executive legislative judicial supreme court high federal republic kingdom commonwealth nations
    united regional global world asia asian pacific indo europe european africa african eurasian
    eastern western northern southern north south east west delegation mission embassy consulate
    liaison research policy strategic strategy studies propaganda organisation work united front
    publicity discipline inspection control command theater theatre fleet region province municipal
    city county prefecture prefectural provincial promotion youth women's women veterans religious
    religion islamic muslim church small medium business consumer district elections election budget
    revenue taxation tax privatization reunification unification integration coordination overseas
    chinese mainland hong kong atomic arms nonproliferation disarmament chief deputy vice assistant
    under senior minister secretary director chairman president speaker head premier leader prime
    first member state-owned railways railway heavy chemical chemicals telecommunications telecom
    post posts mines mining aviation ports shipping livestock parliamentary presidential royal
    imperial household revolutionary guard guards corps democracy freedom progressive conservative
    socialist workers workers' nationalist green justice wing faction caucus ruling opposition
    opposition's reconciliation peace governance"""
)

# Head nouns that make a run of capitalised words an organisation.
ORGANISATION_NOUNS = words_of(
    """association institute institution university college academy centre center foundation forum society
    federation union league confederation organisation organization agency office bureau bank fund
    corporation company corp inc ltd group holdings airlines airways committee council commission
    party ministry department board authority chamber court congress parliament assembly senate
    embassy consulate council's enterprises industries limited co plc hospital school church museum
    press news newspaper daily network television radio coalition movement alliance command fleet
    brigade division guard corps force forces administration secretariat mission delegation"""
)

# A capitalised one with "of" and a state behind it is a name of its own ("Bank of Japan").
PROPER_HEADS = words_of(
    """bank university institute academy association society federation college museum chamber foundation"""
)

COMPANY_NOUNS = words_of(
    """company companies firm firms automaker carmaker giant conglomerate manufacturer maker bank developer
    retailer operator contractor airline group chipmaker steelmaker shipbuilder startup insurer
    lender brand"""
)

NAME_PARTICLES = words_of(
    """al el bin ibn bint binti da de del della der di do dos du la le van von den ter abu ben ul ur y e"""
)

HONORIFICS = words_of("mr mrs ms miss dr prof sir lord lady dame")

# What a bare state name or surname modifies: "the Ukraine crisis", "his China visit", "the Trump era".
COMPOUND_NOUNS = words_of(
    """policy policies visit trip tour relations relationship ties trade market strategy crisis issue
    issues question problem risk war talks deal border embassy independence watcher watchers
    expert experts studies era presidency doctrine conflict dispute factor angle threat
    challenge rivalry partnership alliance axis dialogue summit pact treaty agreement accord
    dossier hawk hawks specialist specialists analyst scholar trap shock campaign rally
    effect legacy years term transition """,
)

# What a place name is followed by when it is a venue and not a party.
VENUE_NOUNS = words_of("""summit forum meeting meetings conference session sessions dialogue ministerial""")

HE = words_of("he she him her his")
IT = words_of("it its")
THEY = words_of("they them their")
ANAPHORS = HE | IT | THEY | words_of("both these those that this there")
