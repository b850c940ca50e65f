"""Where a text gives figures: shares, sums of money, counts, lengths, ranks.

What each is of, the parse tells (measured.py).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from detente.knowledge.currencies import currency_names, currency_signs
from detente.ledgers.counts import find_counts
from detente.ledgers.lengths import find_lengths
from detente.ledgers.numbers import FIGURE, NUMBER, OPEN, PERIOD, Figure, period_of, read_number
from detente.ledgers.ranks import ORDINAL_HINTS, find_ranks, find_ratios
from detente.records import Span

_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "tenth": 1 / 10,
}
_JOINT = r"\s?(?P<joint>-|–|to|and)\s?"
_PERCENT = r"[\s-]?(?:%|per[ -]?cent\b(?!age))"
_PERCENTS = re.compile(
    rf"(?:\b(?P<lead>from|between) )?{OPEN}(?P<low>{NUMBER})(?P<own>{_PERCENT})?"
    rf"(?:{_JOINT}(?P<high>{NUMBER}))?{_PERCENT}",
    re.IGNORECASE,
)
_RANGING = re.compile(r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|anything) \Z", re.IGNORECASE)
_UNDER = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|tenths?)"
# What a half is no share of.
_TIMES = r"(?:century|hour|year|day|way|time|decade|month|week|night|match|game|season|battle|story|truth|fun|point)\b"
# A fraction of something; of a century or an hour it is a time, and "a third party" is none.
_FRACTION = re.compile(
    rf"\b(?P<over>an?|one|two|three|four|five|seven|nine)[ -](?P<under>{_UNDER}) "
    rf"of (?!an? |the (?:[a-z]+ )?{_TIMES}|19\d\d|20\d\d)"
    r"|\b(?<!first )(?<!second )(?<!latter )(?<!other )(?<!better )(?<!last )(?<!final )(?<!-)(?P<half>half) (?:of )?"
    rf"(?=(?:the|its|their|all|our|his|her|those|these)\b|(?-i:[A-Z]))(?!the (?:[a-z]+ )?{_TIMES})",
    re.IGNORECASE,
)
_COMPARATIVE = r"(?:more|less|fewer|lower|smaller|higher|larger|bigger|cheaper|faster)\b"
# "fell by a fifth", "fewer than a third": of what, other words tell
_PART = re.compile(
    r"(?:\b(?:by|than|about|nearly|almost|around|roughly|only|up|down|over|to|some) |"
    rf"\b(?=[a-z]+ [a-z]+ {_COMPARATIVE}))"
    rf"(?P<share>(?:(?P<over>an?|one|two|three|four|five|seven|nine)[ -])?(?P<under>{_UNDER}))"
    r"(?=[,.;:)]|$| (?:in|since|last|this|from|between|to|over|as|are|were|is|was|have|had|and|but|after|during|year|"
    rf"within|by|on|when|while)\b| {_COMPARATIVE})",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\b(?P<one>one|two|three|four|five|six|seven|eight|nine|\d) (?:(?P<what>[a-z]+) )?(?:in|out of)(?: every)? "
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"(?! (?:years?|months?|days?|weeks?|hours?|decades?|minutes?))(?= (?P<things>[A-Za-z]\w+s)\b)?",
    re.IGNORECASE,
)
_POINTS = re.compile(rf"{OPEN}(?P<number>{NUMBER})(?P<named> per ?cent(?:age)?)?[ -]points?\b", re.IGNORECASE)
_LESS = re.compile(r" (?:fewer|less|lower|smaller|cheaper|down|below)\b", re.IGNORECASE)
_MORE = re.compile(r" (?:more|higher|larger|bigger|greater|faster|dearer)\b(?! than a\b)", re.IGNORECASE)

# For a first look: a digit, or the first letters of a word that may stand in a figure.
_NUMERIC = re.compile(
    r"\d|illion|\b(?:[Oo]ne\b|[Tt]w[eio]|[Tt]hree|[Tt]hir|[Ff]our|[Ff]orty|[Ff]irst|[Ff]i[fv]|[Ss]econd|[Ss]ix|"
    r"[Ss]even|[Ee]ight|[Nn]in[et]|[Tt]en(?:th)?\b|[Ee]leven|[Dd]ozen|[Hh]undred|[Tt]housand|[Hh]al[fv]|[Qq]uart|"
    r"[Qq]uadr|[Dd]oubl|[Tt]ripl|[Tt]rebl|[Tt]hrice|[Dd]ecade|[Cc]entury|[Hh]our\b)"
)


@functools.lru_cache(maxsize=256)  # the sentences of an article, asked for by cue and by figure
def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in its order; none overlaps another, and the finder that comes first has it."""
    if not _NUMERIC.search(text):
        return ()
    letters = text.lower()
    found: list[Figure] = []
    for hints, find in _FINDERS:
        if not hints or any(hint in letters for hint in hints):
            for figure in find(text):
                if not any(figure.span.overlaps(other.span) for other in found):
                    found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.span.start))


def _percents(text: str) -> Iterator[Figure]:
    """Shares in percent: of a range the middle, of a change the end."""
    for match in _PERCENTS.finditer(text):
        low, high = read_number(match["low"]), read_number(match["high"] or match["low"])
        if low is None or high is None:
            continue
        start, lead = match.start("low"), (match["lead"] or "").lower()
        if match["joint"] == "and" and lead != "between":  # "10 and 20 percent": each stands for itself
            yield Figure("share", Span(start, match.end("own" if match["own"] else "low")), low, "percent")
            yield Figure("share", Span(match.start("high"), match.end()), high, "percent")
            continue
        changed = match["joint"] == "to" and lead == "from" and not _RANGING.search(text, 0, match.start())
        value = high if changed else (low + high) / 2
        yield _compared(text, Figure("share", Span(start, match.end()), value, "percent"))


def _compared(text: str, share: Figure) -> Figure:
    """A share by which something is more or less is a rate: "40 per cent fewer ships"."""
    if _LESS.match(text, share.span.end):
        return replace(share, kind="rate", value=-share.value)
    return replace(share, kind="rate") if _MORE.match(text, share.span.end) else share


def _fractions(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        value = _part(match["over"] or "a", match["half"] or match["under"])
        if value is not None:
            end = match.start() + len(match[0].rstrip().removesuffix(" of"))
            yield Figure("share", Span(match.start(), end), value, "percent")
    for match in _PART.finditer(text):
        value = _part(match["over"] or "a", match["under"])
        if value is not None and (match["over"] or match["under"].lower() == "half"):
            yield _compared(text, Figure("share", Span(*match.span("share")), value, "percent"))
    for match in _ONE_IN.finditer(text):
        one, of_all = read_number(match["one"]), read_number(match["all"])
        if one is not None and of_all is not None and one < of_all:
            yield Figure(
                "share", Span(*match.span()), round(100 * one / of_all, 2), "percent", match["what"] or match["things"]
            )


def _part(over: str, under: str) -> float | None:
    """A fraction in percent; None where it is no part of a whole."""
    many = 1.0 if over.lower() in ("a", "an") else read_number(over)
    word = under.lower()
    part = _FRACTIONS["half" if word == "halves" else word.removesuffix("s")]
    return None if many is None or many * part >= 1 else round(100 * many * part, 2)


def _sums(text: str) -> Iterator[Figure]:
    """Sums of money; one that recurs is a rate, and of a range the value is the middle."""
    for pattern, name, codes in ((_signed(), "sign", currency_signs()), (_named(), "name", currency_names())):
        for match in pattern.finditer(text):
            high = read_number(match["number"])
            low = _lower(match["low"], match["number"]) if match["low"] else high
            if high is None or low is None:
                continue
            code = codes[match[name] if name == "sign" else match[name].lower()]
            often = period_of(match)
            kind, unit = ("rate", f"{code} {often}") if often else ("money", code)
            yield Figure(kind, Span(*match.span()), (low + high) / 2, unit)


def _lower(low: str, high: str) -> float | None:
    """The lower end of a range, which has the scale of the upper one: "$3-5 billion"."""
    least, most = read_number(low), read_number(high)
    scale = high.lstrip("0123456789.,")
    scaled = read_number(low + scale) if scale else least
    return scaled if most is not None and scaled is not None and scaled < most else least


@functools.cache
def _signed() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(currency_signs(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w$])(?P<sign>{signs})\s?(?:(?P<low>{FIGURE})(?:-|–| to )(?:{signs})?)?(?P<number>{FIGURE}){PERIOD}"
    )


@functools.cache
def _named() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(currency_names(), key=len, reverse=True))
    return re.compile(
        rf"{OPEN}(?:(?P<low>{NUMBER})(?:-|–| to ))?(?P<number>{NUMBER})[ -](?P<name>{names})\b{PERIOD}", re.IGNORECASE
    )


def _points(text: str) -> Iterator[Figure]:
    """Changes of a share, in points of it: named as such, or told after a share."""
    for match in _POINTS.finditer(text):
        value = read_number(match["number"])
        if value is not None and (match["named"] or _PERCENTS.search(text)):
            sign = -1 if _LESS.match(text, match.end()) else 1
            yield Figure("rate", Span(*match.span()), sign * value, "points")


# Each with letters without which it finds nothing: a look for those costs little.
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[str], Iterable[Figure]]], ...] = (
    (("%", "cent"), _percents),
    ((), _fractions),
    ((), _sums),
    (("time", "twice", "thrice", "fold", "doubl", "tripl", "trebl", "quadrupl", "hal"), find_ratios),
    (ORDINAL_HINTS, find_ranks),
    ((), find_counts),
    (("point",), _points),
    (("second", "minute", "hour", "day", "week", "month", "year", "decade", "centur"), find_lengths),
)
