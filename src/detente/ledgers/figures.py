"""Where a text gives figures: shares, sums of money, counts. What each is of, the parse tells (quantities.py)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge.currencies import currency_names, currency_signs
from detente.knowledge.states import states
from detente.ledgers.numbers import FIGURE, NUMBER, read_number
from detente.records import Span

_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "tenth": 1 / 10,
}
# Before a number, these make it another one, or one that the text takes as known.
_OPEN = r"(?<![\w.,$€£¥₩-])(?<!few )(?<!several )(?<!quarter )(?<!many )"
_TO = r"\s?(?:-|–|to|and)\s?"
_PERCENT = r"\s?(?:%|per ?cent\b(?!age))"
_PERCENTS = re.compile(rf"{_OPEN}(?P<low>{NUMBER})(?:{_PERCENT})?(?:{_TO}(?P<high>{NUMBER}))?{_PERCENT}", re.IGNORECASE)
# A fraction of something; of a century or an hour it is a time, and "a third party" is none.
_FRACTION = re.compile(
    r"\b(?P<over>an?|one|two|three|four|nine)[ -]"
    r"(?P<under>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?) "
    r"of (?!an? |the (?:century|hour|year|day|way|time|decade)\b)"
    r"|\b(?P<half>half) (?:of )?(?=(?:the|its|their|all|our|his|her)\b|(?-i:[A-Z]))(?!the (?:time|year|way|century)\b)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\b(?P<one>one|two|three|four|five|six|seven|eight|nine|\d) (?:in(?: every)?|out of(?: every)?) "
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?! (?:years?|months?|days?|weeks?|hours?))",
    re.IGNORECASE,
)
# What states send, sign, build and trade, counted from two on.
_THINGS = """
    troops soldiers sailors marines peacekeepers ships vessels warships boats submarines trawlers planes aircraft jets
    fighters bombers helicopters drones missiles rockets tanks warheads bases flights sorties exercises drills
    agreements accords deals contracts memorandums memoranda documents treaties projects meetings talks visits summits
    rounds calls tons tonnes barrels hectares acres kilometers kilometres entities incidents incursions intrusions
    prefectures embassies consulates islands protests items products materials shipments cargoes protesters patrols
    frigates destroyers cruisers carriers howitzers satellites reactors policemen
"""
# Of these few are no figure: "the two countries", "three men".
_MANY = """
    personnel people men women children civilians workers residents citizens nationals students refugees
    visitors tourists travellers travelers passengers participants delegates countries nations states companies firms
    businesses factories banks enterprises cities diplomats officials lawmakers journalists prisoners hostages
    detainees members executives cars vehicles cases provinces lives deaths fatalities casualties victims engineers
    scientists experts teachers pilots crew fishermen farmers migrants households partners allies
"""
_FEW = 5


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
_OF_THEM = r"(?:of (?:the|its|their|our|his|her|these|those) )?"  # "20 of our soldiers"
_COUNTS = re.compile(
    rf"{_OPEN}(?:(?P<low>{NUMBER})(?: to |-|–))?(?P<number>{NUMBER}) "
    rf"{_OF_THEM}(?P<what>{_BETWEEN}(?:(?P<thing>{_any_of(_THINGS)})|(?P<many>{_any_of(_MANY)})))\b",
    re.IGNORECASE,
)
# "60 F-15s", "24 Su-30MKIs": things counted by the name of their model
_MODELS = re.compile(rf"{_OPEN}(?P<number>{NUMBER}) (?P<what>[A-Z][A-Za-z]{{0,4}}-?\d{{1,3}}[A-Z]{{0,3}}s)\b")
# "met four times"; "four times as large" is no count
_TIMES = re.compile(
    rf"{_OPEN}(?P<number>{NUMBER}) (?P<what>times)\b(?! (?:as|more|less|fewer|the|that|its|what|\w+er)\b)",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"\bon (?P<number>{NUMBER}) (?P<what>days)\b(?!['’])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bnumber of (?P<what>(?:[\w’'-]+ ){1,6}?)(?:among them |each year |a year )?"
    r"(?:(?:rose|fell|grew|climbed|jumped|dropped|doubled|soared|declined|increased|went up) )?"
    r"(?:to|at|reached|exceeded|topped|passed|was|stood at|hit) (?:\w+ ){0,2}?"
    rf"(?P<number>{NUMBER})\b(?!\s?%| per ?cent)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:of|in|from|to|at|by|on|among|between|with|who|that)\b")
_POINTS = re.compile(rf"{_OPEN}(?P<number>{NUMBER})(?P<named> per ?cent(?:age)?)?[ -]points?\b", re.IGNORECASE)
_LESS = re.compile(r" (?:fewer|less|lower|down|below)\b", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|these|those|both|its|their|our|his|her)(?: \w+)? \Z", re.IGNORECASE)
# What follows a people's name that stands for its people: "300 Kenyan came", not "300 Kenyan ships".
_AFTER_PEOPLE = (
    r"(?=\s*(?:[,.;:)]|$)|\s(?:in|on|at|to|from|by|who|whom|that|were|are|have|had|will|would|may|can|could|came|"
    r"went|left|died|live|fled|\w+ed)\b)"
)
#: for a first look, in the text as it stands: a number, and soon behind it something that is counted
COUNT_CUE = (
    rf"(?:\d|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|eleven|twelve|dozen|hundred|"
    rf"thousand|million)) (?:[\w’'.-]+ ){{0,3}}?(?:{_any_of(_THINGS)})\b"
    rf"|(?:\d|\b(?:hundred|thousand|million|dozen|\w+teen|[a-z]+ty)) (?:[\w’'.-]+ ){{0,3}}?"
    rf"(?:{_any_of(_MANY)})\b"
    r"|\b[Nn]umber of\b|(?:\d|[a-z]) (?:times|points)\b|\bon [\w,]+ days\b|\d [A-Z][A-Za-z]{0,4}-?\d{1,3}[A-Z]{0,3}s\b"
    r"|(?:\d|illion|thousand|hundred|dozen|teen|ty|five|six|seven|eight|nine|ten|eleven|twelve) [A-Z][a-z]{3,}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands in a text.

    Attributes:
        kind: share, money, count or rate.
        value: in ``unit``; the middle of a range.
        unit: "percent", an ISO 4217 code, or the noun counted.
        what: for a count, its noun with what stands before it.
    """

    kind: str
    span: Span
    value: float
    unit: str
    what: str | None = None


def find_figures(text: str) -> list[Figure]:
    """The figures of a text, in its order; none overlaps another."""
    found: list[Figure] = []
    for figure in (
        *_percents(text),
        *_fractions(text),
        *_sums(text),
        *_counts(text),
        *_people(text),
        *_named_counts(text),
        *_points(text),
    ):
        if not any(figure.span.overlaps(other.span) for other in found):
            found.append(figure)
    return sorted(found, key=lambda figure: figure.span.start)


def _percents(text: str) -> Iterator[Figure]:
    for match in _PERCENTS.finditer(text):
        low = read_number(match["low"])
        high = read_number(match["high"]) if match["high"] else low
        if low is not None and high is not None:
            yield Figure("share", Span(*match.span()), (low + high) / 2, "percent")


def _fractions(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        over = 1.0 if match["half"] or match["over"].lower() in ("a", "an") else read_number(match["over"])
        under = (match["half"] or match["under"]).lower()
        part = _FRACTIONS["half" if under == "halves" else under.removesuffix("s")]
        if over is not None and over * part < 1:
            end = match.start() + len(match[0].rstrip().removesuffix(" of"))
            yield Figure("share", Span(match.start(), end), round(100 * over * part, 2), "percent")
    for match in _ONE_IN.finditer(text):
        one, of_all = read_number(match["one"]), read_number(match["all"])
        if one is not None and of_all is not None and one < of_all:
            yield Figure("share", Span(*match.span()), round(100 * one / of_all, 2), "percent")


def _sums(text: str) -> Iterator[Figure]:
    for match in _signed().finditer(text):
        value = read_number(match["number"])
        if value is not None:
            yield Figure("money", Span(*match.span()), value, currency_signs()[match["sign"]])
    for match in _named().finditer(text):
        value = read_number(match["number"])
        if value is not None:
            yield Figure("money", Span(*match.span()), value, currency_names()[match["name"].lower()])


@functools.cache
def _signed() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(currency_signs(), key=len, reverse=True))
    return re.compile(rf"(?<![\w$])(?P<sign>{signs})\s?(?P<number>{FIGURE})")


@functools.cache
def _named() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(currency_names(), key=len, reverse=True))
    return re.compile(rf"{_OPEN}(?P<number>{NUMBER})[ -](?P<name>{names})\b", re.IGNORECASE)


def _counts(text: str) -> Iterator[Figure]:
    for match in _COUNTS.finditer(text):
        value = read_number(match["number"])
        low = read_number(match["low"]) if match["low"] else value
        least = 2 if match["thing"] else _FEW
        if value is None or low is None or value < least or _YEAR.fullmatch(match["number"]):
            continue
        if value < 2 * _FEW and _KNOWN.search(text[max(0, match.start() - 24) : match.start()]):
            continue  # "their two ships"
        noun = match["thing"] or match["many"]
        yield Figure("count", Span(*match.span()), (low + value) / 2, noun.lower(), match["what"])


def _people(text: str) -> Iterator[Figure]:
    """People counted by their people's name alone: "300 Kenyans", "17 Japanese detained since"."""
    for match in _peoples().finditer(text):
        value = read_number(match["number"])
        if value is not None and value >= _FEW and not _YEAR.fullmatch(match["number"]):
            yield Figure("count", Span(*match.span()), value, "people", match["what"])


@functools.cache
def _peoples() -> re.Pattern[str]:
    names = {name for state in states().values() for name in state.nouns}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{_OPEN}(?P<number>{NUMBER}) (?P<what>(?:{either}))\b{_AFTER_PEOPLE}")


def _named_counts(text: str) -> Iterator[Figure]:
    """Counts by a model's name, of times and of days, and what "the number of" something comes to."""
    for pattern in (_MODELS, _TIMES, _DAYS, _NUMBERED):
        for match in pattern.finditer(text):
            value = read_number(match["number"])
            if value is None or value < 2 or (pattern is _NUMBERED and _YEAR.fullmatch(match["number"])):
                continue
            what = match["what"].strip()
            unit = _PREPOSITION.split(what)[0].split()[-1]
            yield Figure(
                "count", Span(match.start("number"), max(match.end("number"), match.end("what"))), value, unit, what
            )


def _points(text: str) -> Iterator[Figure]:
    """Changes of a share, in points of it: named as such, or told after a share."""
    for match in _POINTS.finditer(text):
        value = read_number(match["number"])
        if value is not None and (match["named"] or _PERCENTS.search(text, 0, match.start())):
            sign = -1 if _LESS.match(text, match.end()) else 1
            yield Figure("rate", Span(*match.span()), sign * value, "points")
