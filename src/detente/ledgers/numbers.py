"""Numbers as English news writes them: "1,200", "2.5 million", "thirty-two", "two and a half billion", "$10bn"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from detente.records import Span

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}
_DOZEN = {"dozen": 12, "hundred": 100, **_SCALES}

_ONE = "|".join((*_SMALL, *_TENS))
_LARGE = "|".join(_DOZEN)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
#: a number in figures, with a scale in words or letters
FIGURE = rf"{DIGITS}(?:[ -](?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|trn|[kmb])\b)?"
_PLAIN = (
    rf"\b(?:(?:a quarter|three quarters) of an? (?:{_LARGE})|(?:{_ONE})|half an? (?:{_LARGE})|an? (?:{_LARGE}))"
    rf"(?:[ -](?:and )?(?:{_ONE}|{_LARGE}))*\b(?<!\band)"
)
#: a number in words
SPELLED = rf"(?:{_PLAIN}(?: and a (?:half|quarter)\b(?:[ -](?:{_LARGE})\b)?)?)"
NUMBER = rf"(?:{FIGURE}|{SPELLED})"
#: a number that is more likely a year
YEAR = re.compile(r"(?:19|20)\d\d")
# Before a number, these make it another one, or one that the text takes as known.
OPEN = r"(?=[\daefhnostzA-Z])(?<![\w.,$€£¥₩+/-])(?<!few )(?<!several )(?<!quarter )(?<!many )"
#: how often, behind a figure
PERIOD = (
    r"(?:,? (?:(?:a|per|each|every) (?P<period>year|month|week|day)\b(?! (?:later|earlier|after|before|ago|of|in))"
    r"|(?P<yearly>annually|yearly|per annum)\b))?"
)

_MIXED = re.compile(rf"(.+?)(?: (?P<scale>{_LARGE}))? and a (?P<part>half|quarter)(?:[ -](?P<behind>{_LARGE}))?")
_FIGURE = re.compile(rf"({DIGITS})[ -]?([a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands in a text.

    Attributes:
        kind: share, money, count, rate, duration, rank or ratio.
        value: in ``unit``; the middle of a range.
        unit: "percent", an ISO 4217 code, "times", a unit of time, or the noun counted; with "a year" behind it for a
            rate; empty where the text counts what it named before.
        what: for a count or a rank, its noun with what stands before it.
    """

    kind: str
    span: Span
    value: float
    unit: str
    what: str | None = None


def period_of(match: re.Match[str]) -> str | None:
    """How often, where a match has ``PERIOD``: "a year"."""
    if match["yearly"]:
        return "a year"
    return f"a {match['period'].lower()}" if match["period"] else None


def read_number(text: str) -> float | None:
    """The number that some words are.

    Args:
        text: nothing but a number: "1,200", "2.5 million", "10bn", "three hundred and five", "half a million",
            "two and a half billion".

    Returns:
        Its value; None where the words are no number, or two ("five six").
    """
    words = text.strip().lower()
    figure = _FIGURE.fullmatch(words)
    if figure is not None:
        scale = 1 if figure[2] is None else {**_SHORT, **_DOZEN}.get(figure[2])
        return None if scale is None else float(Decimal(figure[1].replace(",", "")) * scale)
    mixed = _MIXED.fullmatch(words)
    if mixed is not None:
        return _mixed(mixed)
    half = re.fullmatch(r"half an? (\w+)", words)
    if half is not None:
        return _DOZEN[half[1]] / 2 if half[1] in _DOZEN else None
    quarter = re.fullmatch(r"(a quarter|three quarters) of an? (\w+)", words)
    if quarter is not None:
        return _DOZEN[quarter[2]] * (0.25 if quarter[1] == "a quarter" else 0.75) if quarter[2] in _DOZEN else None
    return _spelled([word for word in re.split(r"[ -]+", words) if word != "and"])


def _mixed(match: re.Match[str]) -> float | None:
    """ "Two and a half billion", "a million and a half"."""
    whole = 1.0 if match[1] == "a" else read_number(match[1])
    if whole is None:
        return None
    return (whole + (0.5 if match["part"] == "half" else 0.25)) * _DOZEN.get(match["behind"] or match["scale"], 1)


def _spelled(words: list[str]) -> float | None:
    if words and words[0] in ("a", "an"):
        words = ["one", *words[1:]] if len(words) > 1 and words[1] in _DOZEN else []
    if not words:
        return None
    total, group, last = 0, 0, 10**15
    for word in words:
        if word in _SCALES:
            if _SCALES[word] >= last:
                return None
            total, group, last = total + (group or 1) * _SCALES[word], 0, _SCALES[word]
            continue
        added = _in_group(group, word)
        if added is None:
            return None
        group = added
    return float(total + group)


def _in_group(group: int, word: str) -> int | None:
    """A number below a thousand with a word more; None where the word can't follow."""
    rest = group % 100
    if word == "hundred":
        return (group or 1) * 100 if group < 10 else None
    if word == "dozen":
        return (group or 1) * 12 if group < 10 else None
    if word in _TENS:
        return group + _TENS[word] if rest == 0 else None
    small = _SMALL.get(word)
    if small is None or (small == 0 and group) or not (rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < small < 10)):
        return None
    return group + small
