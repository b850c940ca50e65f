"""Where a text gives figures: shares, sums of money, counts. What each is of, the parse tells (quantities.py)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.knowledge.currencies import currency_names, currency_signs
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
    prefectures embassies consulates islands protests
"""
# Of these few are no figure: "the two countries", "three men".
_MANY = """
    personnel people men women children civilians workers residents citizens nationals students refugees migrants
    visitors tourists travellers travelers passengers participants delegates countries nations states companies firms
    businesses factories banks enterprises cities diplomats officials lawmakers journalists prisoners hostages
    detainees members executives cars vehicles cases provinces
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
_COUNTS = re.compile(
    rf"{_OPEN}(?P<number>{NUMBER}) (?P<what>{_BETWEEN}(?:(?P<thing>{_any_of(_THINGS)})|(?P<many>{_any_of(_MANY)})))\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"\b(?:the|these|those|both|its|their|our|his|her)(?: \w+)? \Z", re.IGNORECASE)
#: for a first look, in the text as it stands: a number, and soon behind it something that is counted
COUNT_CUE = (
    rf"(?:\d|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|eleven|twelve|dozen|hundred|"
    rf"thousand|million)) (?:[\w’'.-]+ ){{0,3}}?(?:{_any_of(_THINGS)})\b"
    rf"|(?:\d|\b(?:hundred|thousand|million|dozen|\w+teen|[a-z]+ty)) (?:[\w’'.-]+ ){{0,3}}?"
    rf"(?:{_any_of(_MANY)})\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands in a text.

    Attributes:
        kind: share, money or count.
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
    for figure in (*_percents(text), *_fractions(text), *_sums(text), *_counts(text)):
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
        least = 2 if match["thing"] else _FEW
        if value is None or value < least or _YEAR.fullmatch(match["number"]):
            continue
        if value < 2 * _FEW and _KNOWN.search(text[max(0, match.start() - 24) : match.start()]):
            continue  # "their two ships"
        noun = match["thing"] or match["many"]
        yield Figure("count", Span(*match.span()), value, noun.lower(), match["what"])
