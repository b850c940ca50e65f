"""Ranks and ratios: "third-largest buyer", "the 17th citizen to be held", "twice as many", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.ledgers.numbers import NUMBER, OPEN, Figure, read_number
from detente.records import Span

_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
#: letters of which any ordinal number has some
ORDINAL_HINTS = (*_ORDINALS, "1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10)))
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_SUPERLATIVE = r"(?:largest|biggest|highest|smallest|lowest|greatest|longest|busiest|richest|strongest|leading)"
_LARGEST = re.compile(
    rf"\b{_ORDINAL}[- ](?P<what>(?:{_SUPERLATIVE}|most[- ][a-z]+)(?: [a-z][\w-]*){{1,3}}?)"
    r"(?=[,.;:)]|$| (?:of|in|for|after|behind|to|and|by|with|at|from|that|which|is|was|has|had|last|this|on|but)\b)",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:rounds?|visits?|summits?|meetings?|sessions?|trips?|calls?|dialogues?|tests?|launch(?:es)?|incidents?|"
    r"packages?|time|(?:consecutive|straight) (?:year|month|quarter|day)|year (?:running|in a row))"
)
_BEARER = (
    r"(?:leader|minister|president|premier|chancellor|head|country|state|nation|member|citizen|national|official|envoy|"
    r"secretary|general|ambassador|company|foreigner|ship|vessel|carrier|government|power|ally|person|man|woman|"
    r"journalist|soldier|pilot|diplomat|businessman|executive|employee|player|economy|city|capital)"
)
_WORDS = r"(?:(?!(?:of|to|in|on|and|or|the|at|for|with|from|by|is|was)\b)[\w’'-]+ ){0,3}?"
_NTH = re.compile(rf"\b(?<!-){_ORDINAL} (?P<what>{_WORDS}{_EVENT})\b(?!['’-])", re.IGNORECASE)
# "the 17th citizen to be held", "the first president of the bank to go there"
_TO = re.compile(
    rf"\b(?<!-){_ORDINAL} (?P<what>{_WORDS}{_BEARER}(?: of (?:[\w’'-]+ ){{1,4}}?)?)"
    r"(?= ?(?:known |ever |since |so far )?to [a-z]|(?: known)? since\b|(?: to)? have been\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(r" (?:of|running|in a row)\b")
_LEAST = 3  # of events; a second meeting is one of two that a text tells of, unless it says in what time
_LISTED = 4  # up to which one a text may tell them off one by one
_SO_FAR = re.compile(
    r"[^,.;]{0,40}? (?:this (?:year|month|week)|since|so far|within|"
    r"in (?:as many|less than|fewer than|barely|[a-z]+) (?:years?|months?|weeks?|days?|[a-z]+ (?:years|months)))\b",
    re.IGNORECASE,
)
_TIMES = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "half": 0.5}
_AS_MANY = re.compile(
    rf"{OPEN}(?:(?P<number>{NUMBER}) times|(?P<times>twice|thrice|half|double|triple))"
    r" (?:as (?:many|much|large|big|high|long|fast|great|often|strong|rich|populous|expensive|\w+ as)\b"
    r"|(?:more|larger|bigger|higher|greater|longer|faster|stronger|smaller|lower|fewer|less)\b(?: than\b)?"
    r"|the (?:size|number|amount|volume|value|rate|level|figure|total|length|average)\b|(?:that|those)(?= of\b))",
    re.IGNORECASE,
)
# "came to three times the profit"; "he said it three times the day before" counts
_TIMES_THE = re.compile(
    r"\b(?:to|at|is|was|are|were|nearly|almost|about|some|roughly|over|than|by|cost|costs) "
    rf"(?P<all>(?P<number>{NUMBER}) times)(?= (?:the|its|their|what|those|that)\b)",
    re.IGNORECASE,
)
_FOLD = re.compile(
    rf"{OPEN}(?P<number>{NUMBER})[ -]?fold\b|\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|hundred)fold\b",
    re.IGNORECASE,
)
_NO_MEASURE = r"(?! (?:down|up|back|as)\b)"  # "doubled down"
_DOUBLED = re.compile(
    rf"\b(?P<verb>doubled|tripled|trebled|quadrupled|halved)\b{_NO_MEASURE}"
    r"|\b(?:to|will|would|could|may|must|can) (?:more than )?"
    rf"(?P<bare>double|triple|treble|quadruple|halve)\b{_NO_MEASURE}"
    rf"|\b(?P<going>doubling|tripling|trebling|quadrupling|halving)\b{_NO_MEASURE}",
    re.IGNORECASE,
)
_BY_STEM = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadr": 4.0, "halve": 0.5, "halvi": 0.5}


def find_ranks(text: str) -> Iterator[Figure]:
    """Which in a row something is: the largest but two, the third visit, the 17th person to be held."""
    for pattern in (_LARGEST, _TO, _NTH):
        for match in pattern.finditer(text):
            value, what = _value(match["ordinal"]), match["what"].strip()
            few = pattern is _NTH and (value < _LEAST if not _SO_FAR.match(text, match.end()) else value < 2)
            listed = value <= _LISTED and text[: match.start()].strip() == "The"  # "The third round was worse"
            if few or listed or _is_name(what):
                continue
            unit = _TAIL.split(what)[0].split()[-1]
            yield Figure("rank", Span(match.start(), match.start("what") + len(what)), value, unit, what)


def _value(ordinal: str) -> float:
    return float(_ORDINALS.get(ordinal.lower()) or re.sub(r"\D", "", ordinal))


def _is_name(what: str) -> bool:
    """Whether what is counted is a name: "the 15th Africa Summit"."""
    return _TAIL.split(what)[0].split()[-1][0].isupper()


def find_ratios(text: str) -> Iterator[Figure]:
    """How many times as much, as many, as large; "doubled" is two times."""
    for match in (*_AS_MANY.finditer(text), *_FOLD.finditer(text)):
        parts = match.groupdict()
        word = parts.get("times")
        value = _TIMES[word.lower()] if word else read_number(parts["number"] or parts["word"])
        if value is not None:
            yield Figure("ratio", Span(*match.span()), value, "times")
    for match in _TIMES_THE.finditer(text):
        value = read_number(match["number"])
        if value is not None:
            yield Figure("ratio", Span(*match.span("all")), value, "times")
    for match in _DOUBLED.finditer(text):
        name = "verb" if match["verb"] else "bare" if match["bare"] else "going"
        yield Figure("ratio", Span(*match.span(name)), _BY_STEM[match[name][:5].lower()], "times")
