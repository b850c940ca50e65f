"""The words of time, each with the one-letter tag that the grammar reads and the number it stands for.

========  ==========================================  ======  =====================================
tag       words                                       tag     words
========  ==========================================  ======  =====================================
``M m``   month; abbreviation without a full stop     ``D``   whole number 1-31
``N``     other count ("two", "40")                   ``O``   ordinal in digits ("26th")
``o``     ordinal word ("third")                      ``Y``   year 1800-2199
``C``     decade ("1990s")                            ``I``   date in digits ("2024-07-26")
``W w``   weekday; its abbreviation                   ``z``   weekdays in the plural
``U y``   unit in the singular; "year"                ``V``   unit in the plural
``S``     season                                      ``Q``   "Q3", "H1"
``q h``   "quarter"; "half"                           ``Z``   "fiscal", "FY"
``l s n`` last; this; next, coming                    ``p``   past
``r t``   following, previous, same; that             ``g``   ago
``R L``   earlier; later                              ``k``   before, after
``E F``   early, mid, late; end, beginning            ``P``   part of a day
``J``     today, yesterday, tomorrow                  ``G H`` recently, soon; recent
``T d 1`` the; his, its, their; a, an                 ``f &`` of; and
``> B A`` to, through; between; as                    ``i``   other prepositions of time
``v K``   every, each; annually                       ``X``   about, nearly, more than
``j``     several, few                                ``e``   nouns of events ("summit")
``%``     nouns that numbers count ("troops")         ``u``   words that can follow a whole date
``c x``   other word, capitalised; in lower case      ``.``   other signs
``- ~``   dash within words; between spaces           ``'``   possessive s
========  ==========================================  ======  =====================================
"""

from __future__ import annotations

from detente.dating.forms import Unit

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

# Seasons are those of the northern hemisphere: spring March to May, summer June to August, autumn September
# to November, winter December to February; the winter of a year begins in its December.
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

UNITS = tuple(Unit)  # a unit's value in the table is its index here

_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

_EVENT_NOUNS = """
    accord attack attacks briefing ballot call ceremony clash clashes conference consultation consultations
    conversation coup debate dialogue dialogues drill drills election elections encounter exercise
    exercises expo forum gathering hearing incident inauguration interview landing launch meeting meetings
    negotiations parade patrol patrols phone poll protest protests raid raids rally referendum round ruling
    session sessions shooting speech statement stopover strike strikes summit summits talks telephone test
    tests tour transit trip trips verdict video visit visits vote walkout wedding
"""
_COUNTED_NOUNS = """
    people troops soldiers personnel men women children workers residents citizens nationals students
    refugees visitors tourists passengers participants delegates countries nations states companies firms
    businesses cities towns villages homes houses households schools islands ships vessels boats planes
    aircraft jets drones missiles rockets tanks weapons warheads bases flights cases deaths votes seats
    members lawmakers officials diplomats journalists prisoners hostages items products projects megawatts
    kilometers kilometres km miles meters metres feet acres hectares tons tonnes barrels dollars yuan yen
    euros pounds won rupees percent per cent points times
"""
_AFTER_A_DATE = """
    he she they it we i you who which where when while that's has have had was were is are be been will would
    could should also said says but or if so as although though because with without under amid alongside
    alone there its according via despite both local
"""
_PREPOSITIONS = "in on during since by until till from throughout within over for at around into than"


def _words(tag: str, words: str, value: int = 0) -> dict[str, tuple[str, int]]:
    return {form: (tag, value) for word in words.split() for form in (word, word[0].upper() + word[1:])}


def _numbered(tag: str, words: list[str], first: int = 1) -> dict[str, tuple[str, int]]:
    return {form: (tag, n) for n, word in enumerate(words, first) for form in (word, word.capitalize())}


def _units() -> dict[str, tuple[str, int]]:
    table = {}
    for index, unit in enumerate(UNITS):
        if unit in (Unit.SEASON, Unit.QUARTER, Unit.HALF):
            continue
        table[unit.value] = ("y" if unit is Unit.YEAR else "U", index)
        plural = "centuries" if unit is Unit.CENTURY else unit.value + "s"
        table |= _words("V", plural, index)
    return table | {"quarters": ("V", UNITS.index(Unit.QUARTER))}


def _calendar() -> dict[str, tuple[str, int]]:
    """Months and weekdays, which count only with a capital ("may" and "march" are verbs)."""
    table: dict[str, tuple[str, int]] = {}
    for n, month in enumerate(MONTHS, 1):
        short = month[:3]
        if month != "May":
            table |= dict.fromkeys((short, short.upper()), ("m", n))
            table |= dict.fromkeys((short + ".", short.upper() + "."), ("M", n))
        table |= dict.fromkeys((month, month.upper()), ("M", n))
    table |= {"Sept": ("m", 9), "Sept.": ("M", 9), "SEPT.": ("M", 9), "SEPT": ("m", 9)}
    for n, day in enumerate(WEEKDAYS):
        table |= dict.fromkeys((day, day.upper()), ("W", n))
        table |= {form: ("w", n) for form in (day[:3], day[:4]) if form != "Sund"}
        table[day + "s"] = ("z", n)
    return table


def _table() -> dict[str, tuple[str, int]]:
    """Exact spelling to tag and value; a later entry wins."""
    table = _words("x", "may march sun second")
    for tag, words in (
        ("e", _EVENT_NOUNS),
        ("%", _COUNTED_NOUNS),
        ("u", _AFTER_A_DATE),
        ("i", _PREPOSITIONS),
    ):
        table |= dict.fromkeys(words.split(), (tag, 0))
    table |= _words("i", _PREPOSITIONS) | _words("T", "the") | _words("f", "of") | _words("&", "and")
    table |= _words("u", "he she they it we I who that's")
    table |= _words("d", "his her its their our my your") | _words("1", "a an", 1)
    table |= _words("A", "as") | _words(">", "to through thru") | _words("B", "between")
    table |= _words("k", "before", -1)
    table |= _words("k", "after", 1) | _words("l", "last", -1) | _words("s", "this", 0)
    table |= _words("n", "next coming upcoming", 1) | _words("p", "past", -1) | _words("t", "that", 0)
    table |= _words("r", "following ensuing subsequent", 1) | _words("r", "previous preceding", -1)
    table |= _words("r", "same", 0) | _words("g", "ago") | _words("R", "earlier", -1) | _words("L", "later", 1)
    table |= _words("E", "early mid late") | _words("F", "end beginning start middle close outset rest")
    table |= _words("P", "morning afternoon evening night noon midnight")
    table |= _words("J", "today tonight", 0) | _words("J", "yesterday", -1) | _words("J", "tomorrow", 1)
    table |= _words("G", "recently lately soon") | _words("H", "recent")
    table |= _words("v", "every each") | _words("K", "annually yearly monthly weekly daily")
    table |= _words("X", "about nearly almost roughly approximately some exactly just barely")
    table |= _words("j", "several few many countless various") | _words("j", "couple")
    table |= _words("q", "quarter") | _words("h", "half") | _words("Z", "fiscal") | {"FY": ("Z", 0)}
    table |= _numbered("N", _NUMBERS) | _numbered("o", _ORDINALS)
    table |= {form: ("N", n) for word, n in _TENS.items() for form in (word, word.capitalize())}
    for season, n in SEASONS.items():
        table |= _words("S", season, n)
    table |= _units() | _calendar()
    # Proper names ("China Daily", "Weekly") are capitalised; adverbs are not.
    for name in ("Yearly", "Monthly", "Weekly", "Daily", "Some", "Many", "Various", "Past"):
        del table[name]
    return table


TAGS = _table()

# Fixed phrases that the lexer reads as one word.
PHRASES = {
    "as soon as": ("A", 0),
    "more than": ("X", 0),
    "less than": ("X", 0),
    "at least": ("X", 0),
    "up to": ("i", 0),
    "prior to": ("k", -1),
    "not long ago": ("G", 0),
    "near future": ("G", 0),
    "these days": ("x", 0),
    "to this day": ("x", 0),
    "to date": ("x", 0),
    "at the time": ("x", 0),
    "long march": ("c", 0),
    "good friday": ("c", 0),
    "black friday": ("c", 0),
    "bloody sunday": ("c", 0),
    "arab spring": ("c", 0),
    "prague spring": ("c", 0),
    "new year": ("c", 0),
    "year-on-year": ("x", 0),
    "year-over-year": ("x", 0),
    "month-on-month": ("x", 0),
    "day-to-day": ("x", 0),
}
