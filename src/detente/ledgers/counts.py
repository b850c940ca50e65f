"""Where a text counts things: "12 ships", "twenty-one of them", "four of the six jets", "met four times"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from detente.knowledge.states import states
from detente.ledgers.numbers import NUMBER, OPEN, PERIOD, YEAR, Figure, period_of, read_number
from detente.records import Span

#: units in which it is told how far something is or goes
DISTANCES = frozenset("miles kilometers kilometres metres meters km feet".split())
# What states send, sign, build and trade, counted from two on.
_THINGS = f"""
    troops soldiers sailors marines peacekeepers ships vessels warships boats submarines trawlers planes aircraft
    jets fighters bombers helicopters drones missiles rockets tanks warheads bases flights sorties exercises drills
    agreements accords deals contracts memorandums memoranda documents treaties projects meetings talks visits
    summits rounds calls tons tonnes barrels hectares acres entities incidents incursions intrusions prefectures
    embassies consulates islands protests items products materials shipments cargoes protesters patrols frigates
    destroyers cruisers carriers howitzers satellites reactors policemen warplanes airliners ferries tankers
    battalions brigades regiments squadrons divisions batteries launchers radars torpedoes mines shells bombs
    airports airfields airstrips ports pipelines outposts checkpoints crossings rigs platforms wells turbines tests
    launches collisions arrests killings abductions bombings airstrikes raids ambushes violations licences licenses
    permits visas scholarships lawsuits loans megawatts gigawatts litres bushels ounces citizens nationals employees
    journalists hostages prisoners detainees fishermen pilots civilians tourists engineers technicians executives
    spies abductees bodies corpses trains trucks carriages containers locomotives
    {" ".join(DISTANCES)}
"""
# Of these few are no figure: "the two countries", "three men".
_MANY = """
    personnel people men women children workers residents students refugees visitors travellers travelers passengers
    participants delegates countries nations states companies firms businesses factories banks enterprises cities
    diplomats officials lawmakers members cars vehicles cases provinces lives deaths fatalities casualties victims
    scientists experts teachers crew farmers migrants households partners allies measures proposals types kinds
    categories sectors areas fields sites structures villages outlets generals ministers advisers guards police
    villagers leaders delegations universities schools hospitals plants buildings strikes attacks resolutions laws
    bills seats votes signatories economies ministries institutions
"""
# Plural nouns that no number makes a figure: times, sums without a currency, parts of a page or of an argument.
_UNCOUNTED = """
    seconds minutes hours days weeks months years decades centuries times points sides parts percents cents dollars
    pounds rupees pesos francs crowns dinars rials riyals roubles rubles euros shillings pence comments shares likes
    views stories articles posts paragraphs replies subscribers followers words pages chapters mins reasons ways
    things lessons questions fronts steps aspects factors lines o'clock degrees holes
"""
_FEW = 5
_OTHERS = 10  # from how many on things of any kind are a figure


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


# Words that can't stand between a number and what it counts.
_BREAKS = (
    "of in on at to from by for with and or but the a an its their his her this that these those is are was were be "
    "has have had will would who which when per than as after before year years month months day days week weeks hour "
    "hours percent cent near concerning over under off into against about time times billion million dollars yen yuan "
    "sides"
)
_BETWEEN = rf"(?:(?!(?:{_BREAKS.replace(' ', '|')})\b)(?!\d)[\w’'.-]+ ){{0,3}}?"
_OWN = r"(?:the|its|their|our|his|her|these|those)"
_COUNTS = re.compile(
    rf"{OPEN}(?:(?P<low>{NUMBER})(?: to |-|–)|between (?P<least>{NUMBER}) and )?(?P<number>{NUMBER})[ ]"
    rf"(?:of {_OWN} )?"  # "20 of our soldiers"
    rf"(?P<what>(?!Eyes\b){_BETWEEN}(?:(?P<thing>{_any_of(_THINGS)})|(?P<many>{_any_of(_MANY)})"
    rf"|(?!(?:{_any_of(_UNCOUNTED)})\b)(?P<other>(?-i:[a-z])[a-z-]+(?<![sui])s)))\b(?!['’]){PERIOD}",
    re.IGNORECASE,
)
# "four of the six frigates", "all but two of the eight frigates"
_PART = re.compile(
    rf"(?P<but>\ball but )?{OPEN}(?P<number>{NUMBER}) of {_OWN} (?P<all>{NUMBER}) "
    rf"(?P<what>{_BETWEEN}[A-Za-z][\w-]*(?<![su])s)\b",
    re.IGNORECASE,
)
# "twenty-one of them", "the remaining seven were": what they are, the text has said
_REFERRING = re.compile(
    rf"{OPEN}(?P<number>{NUMBER}) of (?:them|whom|which|these|those)\b(?! \w+s\b)"
    rf"|\bthe (?:remaining|other) (?P<rest>{NUMBER})"
    r"(?=[,.;:)]| (?:may|can|will|were|are|have|had|would|could|should|must|remain|stay)\b)",
    re.IGNORECASE,
)
# "rose to 40,000 in May", "to 3 million a year": of what, the clause tells
_BARE = re.compile(
    rf"\b(?:to|at|reached|exceeded|topped|passed|hit|totall?ed|numbered|surpassed|were)(?: [a-z]+){{0,2}}? {OPEN}"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|{NUMBER}(?<=illion)|{NUMBER}(?<=thousand)){PERIOD}"
    r"(?=[,.;:)]|$| (?:in|by|last|this|from|since|over|between|and|after|during|within|before|as|but|while)\b)",
    re.IGNORECASE,
)
# "60 F-15s", "24 Su-30MKIs": things counted by the name of their model
_MODELS = re.compile(rf"{OPEN}(?P<number>{NUMBER}) (?P<what>[A-Z][A-Za-z]{{0,4}}-?\d{{1,3}}[A-Z]{{0,3}}s)\b")
# "an 800-kilometre line"
_HYPHENED = re.compile(
    rf"{OPEN}(?P<number>{NUMBER})-"
    r"(?P<unit>kilometer|kilometre|mile|meter|metre|ton|tonne|megawatt|barrel|hectare|acre) (?P<what>[a-z]+)\b",
    re.IGNORECASE,
)
# "met four times"; "four times as large" is no count
_TIMES = re.compile(
    rf"{OPEN}(?P<number>{NUMBER}) (?P<what>times)\b(?! (?:as|more|less|fewer|the|that|its|what|\w+er)\b){PERIOD}",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"\bon (?P<number>{NUMBER}) (?P<what>days)\b(?!['’])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bnumber of (?P<what>(?:[\w’'-]+ ){1,6}?)(?:among them |each year |a year )?"
    r"(?:(?:rose|fell|grew|climbed|jumped|dropped|doubled|soared|declined|increased|went up) )?"
    r"(?:to|at|reached|exceeded|topped|passed|was|stood at|hit) (?:\w+ ){0,2}?"
    rf"(?P<number>{NUMBER})\b(?!\s?%| per ?cent){PERIOD}",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:of|in|from|to|at|by|on|among|between|with|who|that)\b")
_KNOWN = re.compile(rf"\b(?:both|{_OWN})(?: \w+)? \Z", re.IGNORECASE)
# The number belongs to a name: "Article 9 revisions", "Group of Seven partners", "Top 10 stories".
_IN_NAME = re.compile(
    r"\b(?:Article|Chapter|Section|Resolution|Type|Boeing|Airbus|No\.|Number|Protocol|Annex|Clause|Flight|Route|Phase|"
    r"Tier|Level|Category|Page|Project|Track|Group of|Gang of|Big|[Tt]op) \Z"
)
_OPENING = re.compile(r"[.!?:;—–“\"(]\s*\Z")
# What follows a people's name that stands for its people: "300 Kenyan came", not "300 Kenyan ships".
_AFTER_PEOPLE = (
    r"(?=\s*(?:[,.;:)]|$)|\s(?:in|on|at|to|from|by|who|whom|that|were|are|have|had|will|would|may|can|could|came|"
    r"went|left|died|live|fled|\w+ed)\b)"
)


def find_counts(text: str) -> Iterator[Figure]:
    """The counts of a text; the more telling reading of a place comes first."""
    yield from _parts(text)
    yield from _counts(text)
    yield from _people(text)
    yield from _named_counts(text)
    yield from _hyphened(text)
    yield from _referring(text)
    yield from _bare(text)


def _parts(text: str) -> Iterator[Figure]:
    """Some of so many: "four of the six frigates"."""
    for match in _PART.finditer(text):
        some, of_all = read_number(match["number"]), read_number(match["all"])
        if some is not None and of_all is not None and some < of_all and (some > 1 or match["but"]):
            value = of_all - some if match["but"] else some
            unit = match["what"].split()[-1]
            yield Figure("count", Span(*match.span()), value, unit, match["what"])


def _counts(text: str) -> Iterator[Figure]:
    for match in _COUNTS.finditer(text):
        value = read_number(match["number"])
        low = read_number(match["low"] or match["least"] or match["number"])
        least = (
            1
            if (match["thing"] or "").lower() in DISTANCES
            else 2
            if match["thing"]
            else _FEW
            if match["many"]
            else _OTHERS
        )
        if value is None or low is None or value < least or YEAR.fullmatch(match["number"]) or _is_name(text, match):
            continue
        if match["other"] and text[: match.start()].endswith("under "):
            continue  # "those under 30"
        if value < 2 * _FEW and _KNOWN.search(text[max(0, match.start() - 24) : match.start()]):
            continue  # "their two ships"
        noun = (match["thing"] or match["many"] or match["other"]).lower()
        if noun in DISTANCES:
            noun = match["what"].lower()  # "nautical miles", "cubic metres"
        often = period_of(match)
        kind, unit = ("rate", f"{noun} {often}") if often else ("count", noun)
        yield Figure(kind, Span(*match.span()), (low + value) / 2, unit, match["what"])


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a name: "Article 9", or "Five" written large within a sentence."""
    before = text[max(0, match.start() - 12) : match.start()]
    if _IN_NAME.search(before):
        return True
    return match[0][0].isupper() and before != "" and not _OPENING.search(before)


def _people(text: str) -> Iterator[Figure]:
    """People counted by their people's name alone: "300 Kenyans", "17 Japanese detained since"."""
    for match in _peoples().finditer(text):
        value = read_number(match["number"])
        if value is not None and value >= _FEW and not YEAR.fullmatch(match["number"]):
            yield Figure("count", Span(*match.span()), value, "people", match["what"])


@functools.cache
def _peoples() -> re.Pattern[str]:
    names = {name for state in states().values() for name in state.nouns}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{OPEN}(?P<number>{NUMBER}) (?P<what>(?:{either}))\b{_AFTER_PEOPLE}")


def _named_counts(text: str) -> Iterator[Figure]:
    """Counts by a model's name, of times and of days, and what "the number of" something comes to."""
    for pattern in (_MODELS, _TIMES, _DAYS, _NUMBERED):
        for match in pattern.finditer(text):
            value = read_number(match["number"])
            if value is None or value < 2 or (pattern is _NUMBERED and YEAR.fullmatch(match["number"])):
                continue
            what = match["what"].strip()
            often = period_of(match) if pattern in (_NUMBERED, _TIMES) else None
            kind, unit = ("rate", f"{_noun(what)} {often}") if often else ("count", _noun(what))
            yield Figure(kind, Span(match.start("number"), match.end()), value, unit, what)


def _bare(text: str) -> Iterator[Figure]:
    """Large numbers without a noun of their own; the unit is empty, or how often alone."""
    for match in _BARE.finditer(text):
        value = read_number(match["number"])
        if value is not None:
            often = period_of(match)
            end = match.end("yearly") if match["yearly"] else match.end("period") if often else match.end("number")
            yield Figure("rate" if often else "count", Span(match.start("number"), end), value, often or "")


def _noun(what: str) -> str:
    """The noun of a phrase: people of "people travelling among them"."""
    words = _PREPOSITION.split(what)[0].split()
    plurals = (word for word in reversed(words) if word.endswith("s") or word in ("people", "men", "women", "children"))
    return next(plurals, words[-1])


def _hyphened(text: str) -> Iterator[Figure]:
    """How long or large a thing is, before its noun."""
    for match in _HYPHENED.finditer(text):
        value = read_number(match["number"])
        if value is not None:
            yield Figure("count", Span(*match.span()), value, f"{match['unit'].lower()}s", match["what"])


def _referring(text: str) -> Iterator[Figure]:
    """Counts of what was named before; the unit is empty, for the parse tells it."""
    for match in _REFERRING.finditer(text):
        value = read_number(match["number"] or match["rest"])
        if value is not None and value >= 2:
            yield Figure("count", Span(*match.span()), value, "", None)
