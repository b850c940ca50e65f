"""How long something takes or lasts: "talked for two hours", "after a lapse of six years", "a 90-minute call".

When something was ("two years ago", "within a month", "ten years later") is a date, and no such length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.ledgers.numbers import NUMBER, OPEN, YEAR, Figure, read_number
from detente.records import Span

_UNITS = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_LENGTH = re.compile(
    rf"(?:\bthe (?:better|best) part of )?{OPEN}"
    rf"(?:(?P<number>{NUMBER}|an?(?= (?:decade|century|hour|(?:year|month|week) and a half)\b)) "
    r"(?:(?:full|long|whole|consecutive|straight|successive) )?"
    rf"(?P<unit>{_UNITS})\b(?P<half> and a half\b)?"
    r"|(?P<part>half an?|a quarter of an?) (?P<whole>century|decade|hour)\b)",
    re.IGNORECASE,
)
# "a two-hour call", "a six-year hiatus": of days and more, only what they are the length of
_HYPHENED = re.compile(
    rf"{OPEN}(?P<number>{NUMBER})-(?:(?P<brief>second|minute|(?<!24-)hour)(?:-long)? (?P<brief_what>[a-z]+)"
    r"|(?P<long>day|week|month|year|decade)(?:-long)? (?P<long_what>(?:[a-z]+ )?"
    r"(?:hiatus|gaps?|lapse|break|freeze|pause|absence|interval|silence|boycott|ban|embargo|blockade|siege|stand-?off|"
    r"stalemate|war|occupation|sentences?|terms?|lease|truce|ceasefire|moratorium|suspension|wait|delay|extension|"
    r"stays?|visas?|waiver|deal|agreement|contract|pact|loan|detention|imprisonment|negotiations?|impasse|rift)))\b",
    re.IGNORECASE,
)
_QUALIFIED = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|under|only|just|barely|at least|at most|up to|more than|"
    r"less than|fewer than|not quite|close to|well over|as long as|as much as|(?:a )?full|a total of|"
    r"another|no more than|no less than|fully|all of) )*"
)
_GAP = (
    r"(?:lapse|gap|hiatus|interval|interruption|break|freeze|pause|absence|silence|delay|suspension|estrangement|"
    r"moratorium|lull|standoff|stand-off|impasse|drought|wait|truce|ceasefire|term|sentence|stays?|period|span|"
    r"duration|extension|space)"
)
_TAKING = (
    r"(?:(?<!the )last(?:s|ed|ing)?|takes?|took|taken|taking|wait(?:s|ed|ing)?|spen[dt]s?|spending|endure[sd]?|"
    r"drag(?:s|ged) on|stretch(?:es|ed)?(?: over)?|sat|talked|spoke|met|ran|served|serving)"
)
_LEADS = re.compile(
    rf"\b(?:for|{_GAP} of|{_TAKING}(?: (?:him|her|them|it|us|each other|another))?|(?:sentenced|jailed|condemned)"
    rf"(?: [^\s,;]+){{0,8}}? (?:to|for)|stays?(?: [^\s,;]+)? (?:to|for)|valid for|up to|after) {_QUALIFIED}\Z",
    re.IGNORECASE,
)
_LAG = re.compile(
    r", (?:some|nearly|almost|more than|over|about|fully|a full|just over|just under|well over) \Z", re.IGNORECASE
)
# A window, a frequency or a part of a longer time.
_WINDOW = re.compile(
    r"\b(?:within|in|every|past|last|next|first|final|coming|few|several|many|previous|following|of|by|from|to|until|"
    rf"between|these|those|other|since|later) {_QUALIFIED}\Z",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r" (?:in (?:prison|jail|detention|custody|captivity|power|office|exile|hiding)|behind bars|of (?!age\b)[a-z]+)\b"
    r"|(?:['’] | of )(?:imprisonment|detention|hard labou?r)",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"(?:,? and \w+ \w+)? "
    r"(?:ago|later|earlier|hence|from|old|older|younger|away|behind|ahead|in advance|apart|into)\b|['’-]",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r" (?:before|after|afterwards?|since|to)\b", re.IGNORECASE)
_BRIEF = frozenset({"seconds", "minutes", "hours"})
_LEAD = 90  # characters before a length in which the words that lead to it stand


def find_lengths(text: str) -> Iterator[Figure]:
    """Durations: seconds to hours wherever no date is meant, longer ones where words around say that they last."""
    for match in _LENGTH.finditer(text):
        value, unit = _read(match)
        if value is None or (value < 1 and unit in _BRIEF) or (match["number"] and YEAR.fullmatch(match["number"])):
            continue
        before = text[max(0, match.start() - _LEAD) : match.start()]
        if _is_lasting(before, text, match.end(), unit):
            yield Figure("duration", Span(*match.span()), value, unit)
    for match in _HYPHENED.finditer(text):
        value = read_number(match["number"])
        if value is not None:
            unit, what = f"{match['brief'] or match['long']}s".lower(), match["brief_what"] or match["long_what"]
            yield Figure("duration", Span(*match.span()), value, unit, what)


def _read(match: re.Match[str]) -> tuple[float | None, str]:
    """The value in years where decades or centuries are told."""
    unit = _plural(match["unit"] or match["whole"])
    if match["part"]:
        value: float | None = 0.5 if match["part"].lower().startswith("half") else 0.25
    else:
        value = 1.0 if match["number"].lower() in ("a", "an") else read_number(match["number"])
        value = value + 0.5 if value is not None and match["half"] else value
    scale = {"decades": 10, "centuries": 100}.get(unit)
    if scale is None:
        return (value * 60, "minutes") if value is not None and value < 1 and unit == "hours" else (value, unit)
    return (None if value is None else value * scale), "years"


def _plural(unit: str) -> str:
    word = unit.lower()
    if word.startswith("centur"):
        return "centuries"
    return word if word.endswith("s") else word + "s"


def _is_lasting(before: str, text: str, end: int, unit: str) -> bool:
    if _DATING.match(text, end):
        return False
    if _LEADS.search(before):
        return True
    if _RELATIVE.match(text, end):
        return unit == "years" and _LAG.search(before) is not None and text.startswith(" after", end)
    if _WINDOW.search(before):
        return False
    return unit in _BRIEF or _FOLLOWS.match(text, end) is not None
