"""What an expression does in its sentence, read from the words around it."""

from __future__ import annotations

import re

from detente.dating.forms import CalendarUnit, Form, Length, Role, Shift, Stretch, Unit
from detente.dating.tokens import Tokens

_LEADS = {
    "since": Role.SINCE,
    "after": Role.SINCE,
    "by": Role.DEADLINE,
    "before": Role.DEADLINE,
    "prior to": Role.DEADLINE,
    "pending": Role.DEADLINE,
    "until": Role.UNTIL,
    "till": Role.UNTIL,
    "up to": Role.UNTIL,
    "through": Role.UNTIL,
}
_THAN = {"later": Role.DEADLINE, "earlier": Role.SINCE}  # "no later than", "no earlier than"
_FOLLOWING = {"onwards": Role.SINCE, "onward": Role.SINCE}
_POINTS_OF = frozenset(["most", "rest", "all", "much", "part", "course", "whole", "remainder", "month", "as"])
_SKIPPED = frozenset(
    ["the", "around", "about", "early", "mid", "late", "at", "least", "roughly", "approximately", "and"]
)
# "the Sept. 11 attacks": the date has become a name.
_NAMED_BY_THEIR_DATES = frozenset({"attack", "attacks", "incident", "coup", "protest", "massacre"})
_COMPARED = frozenset({"than", "from"})

_FUTURE = re.compile(
    r"""\b(?:
        will | 'll | ’ll | won't | would | shall | upcoming | forthcoming | tentatively | scheduled | slated
      | (?:is|are|was|were|be|been|it's) \s (?:due|set|expected|likely|planned|projected|poised|bound) \b
      | (?:is|are) \s to \b
      | (?:plan|plans|planned|planning|hope|hopes|hoped|hoping|intend|intends|intended|aim|aims|aimed|aiming
        |agree|agrees|agreed|want|wants|wanted|expect|expects|expected|vow|vows|vowed|pledge|pledges|pledged
        |prepare|prepares|preparing|propose|proposes|proposed|decided|promise|promises|promised|seek|seeks
        |arrange|arranging|offered|ready|invited (?:\s\w+){1,4}) \s to
      | (?:planned|expected|eyeing|eyes|mulls|mulling|considering|plans? \s for|ahead \s of)
      | ends | expires | begins | starts | opens | convenes | takes \s (?:office|effect) | comes \s into
      | to \s be \s \w+(?:ed|en|ld|de|nt)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that end the reach of "will": the past begins again behind them.
_PAST_AGAIN = re.compile(
    r"""\b(?: which | who | whose | since | after | following | when | where | said | told | met | took | made
      | gave | held | bought | sold | signed | agreed | announced | had | was (?!\sto\b) | were (?!\sto\b)
      | [a-z]{2,}ed (?=\s(?:its|the|a|an|his|her|their|to|in|on)\b) )\b
      | ;""",
    re.VERBOSE | re.IGNORECASE,
)
_DEMAND = re.compile(r"\b(?:must|should|needs? to|demand\w*|urge[sd]?|deadline|call(?:s|ed|ing)? (?:for|on))\b")
_IS_ON = re.compile(r"\b(?:is|are) (?:on|in) (?:the )?$")  # "the election is on Nov. 5"
_PASSIVE = re.compile(r"\b(?:be|been|being|get|gets)\s(?:\w+ly\s)?$", re.IGNORECASE)
# A date in a side clause ("which began in 2020", "the pact signed in 1978") is background.
_SIDE = re.compile(
    r"""\b(?: which | who | whose | where | when | because | unlike | than | like | as \s (?:in|on|early)
          | after \s \w+ing )\b
        [^,;]* $
      | \b since \b (?: [^,;] | , \s (?=(?-i:[A-Z])\w+,) )* $
      | \b after \b [^,;]* \b of \s (?:the\s)? $
      | \b(?! (?:said|say|says|saying|announced|announces|confirmed|told|agreed|declared|believes?|reported|stated|noted
          |added|claimed|revealed|demanded|urged|hoped|stressed|explained|argued|warned|admitted|acknowledged|so
          |decided|insisted|showed|found|learned|hopes?)\b) \w+ \s that \s [^,;]* $
      | \bhad \s (?:(?:been|already|not|also|never|just|once|long) \s)* \w+
        (?:ed|en|wn|ne|ld|de|nt|ut|me|st|ft|ght|und|ung) \b [^,;]* $
      | (?-i:\b[A-Z]\w+) \s of \s (?:the\s)? $
      | ^ \W* (?:just \s)? as \b [^,;]* $
      | (?<!\bis\s) (?<!\bwas\s) (?<!\bwere\s) (?<!\bbeen\s)
        \b(?: signed | adopted | established | concluded | launched | introduced | imposed | enacted | issued
          | published | released | reached | built | founded | normalized | normalised )
        \s (?: back \s )? (?: in | on | during ) \s (?: the \s )? $""",
    re.VERBOSE | re.IGNORECASE,
)
# Past verbs; the irregular ones are those of reports.
_PAST_VERB = r"""(?: [a-z]{2,}ed | took | came | met | held | began | went | did | made | paid | gave | was | were | had
    | has | have | is | are | saw | sent | spoke | flew | left | fell | broke | won | became | rose | set | put | cut
    | got | grew | lost | brought | sold | bought | built | found | said | told | led | sat )\b"""
# "since the end of the war in 1945", "since the one in Lima, Peru, last May": the date is that of what it
# has been since.
_SINCE_EVENT = re.compile(
    rf"""\b[Ss]ince \s (?!then\b)
      (?: (?!{_PAST_VERB}) (?: [A-Z]\w+,\s[A-Z]\w+, | [\w'’-]+ ) \s ){{1,9}}?
      (?P<led> (?:in|on) \s (?:the\s)? )? $""",
    re.VERBOSE,
)
# "In July the two will meet": the first verb behind a date that opens its sentence.
_FIRST_VERB = re.compile(
    rf"""\b(?: (?P<future> will | (?:is|are) \s (?:(?:due|set|expected|scheduled|likely|slated|planning) \s)? to\b )
      | {_PAST_VERB} )""",
    re.VERBOSE,
)
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|then|also|thus|so|moreover|meanwhile|back),?\s)?(?:(?:in|on|at|during)\s)?(?:the\s)?$", re.I
)
_DATELINE_PLACE = re.compile(r"[\W_]*[A-Z][A-Z .'’/-]+(?:,\s*[A-Z][\w .]+)?,?\s*")
_DATELINE_END = re.compile(r"\s*,?\s*(?:\([A-Z][^)]{1,40}\)|[A-Z][A-Z ]+\s*[-–—]|[-–—]{1,2}\s)")


def find_role(tokens: Tokens, first: int, last: int, form: Form) -> Role:
    """The role of the words ``first`` to ``last`` (exclusive).

    Args:
        tokens: the sentence.
        first: index of the expression's first word.
        last: index past its last word.
        form: what the expression says.

    Returns:
        The role; ``POINT`` unless the words around say otherwise.
    """
    if isinstance(form, Length):
        return Role.DURATION
    names = _role_as_name(tokens, first, last, form)
    if names is not None:
        return names
    if follows := _FOLLOWING.get(tokens.word(last)):
        return follows
    return _role_of_lead(tokens, first)


def _role_of_lead(tokens: Tokens, first: int) -> Role:
    since = _SINCE_EVENT.search(tokens.text[max(0, tokens.starts[first] - 120) : tokens.starts[first]])
    if since and (since["led"] or tokens.tag(first) in ("l", "s")):
        return Role.SINCE
    index = first - 1
    for _ in range(4):
        word = tokens.word(index)
        if word == "than":
            return _THAN.get(tokens.word(index - 1), Role.OTHER)
        if word in _LEADS:
            return _LEADS[word]
        if word not in _SKIPPED:
            break
        index -= 1
    if "born" in (tokens.word(index), tokens.word(index - 1)):
        return Role.AGE
    if tokens.word(index) == "to" and tokens.word(index - 1) == "back":  # "dates back to 1978"
        return Role.SINCE
    return Role.POINT


def _role_as_name(tokens: Tokens, first: int, last: int, form: Form) -> Role | None:
    """``OTHER`` where the date is part of a name, a comparison or a side remark; None where it is not."""
    before, after = tokens.tag(first - 1), tokens.tag(last)
    if _compares(tokens, first, form):
        return Role.OTHER
    if after == "'":
        return None if tokens.tag(last + 1) in ("e", "x", "c") and _has_event_ahead(tokens, last + 1) else Role.OTHER
    bare_year = _is_bare_year(tokens, first, last, form)
    if before == "f" and bare_year:
        return None if tokens.word(first - 2) in _POINTS_OF else Role.OTHER
    phrased = "of" in map(tokens.word, range(first, last))  # "the first week of May" stands before no noun
    attributive = not phrased and before in ("T", "d", "1", "'", "c") and after in ("e", "x", "c", "-", "%")
    if not attributive:
        return Role.OTHER if bare_year and (before == "c" or after == "c" or tokens.word(first - 1) == "(") else None
    if bare_year:
        lead = tokens.word(first - 2) if before == "T" else ""
        fronted = first == 2 and lead in ("at", "during", "in") and _has_event_ahead(tokens, last)
        return Role.POINT if fronted else Role.OTHER
    if not isinstance(form, CalendarUnit) or before == "c":
        return None
    named = form.year is None and tokens.word(last) in _NAMED_BY_THEIR_DATES
    return None if _has_event_ahead(tokens, last) and not named else Role.OTHER


def _is_bare_year(tokens: Tokens, first: int, last: int, form: Form) -> bool:
    """Whether it is years in digits alone: "2022", "2021-2025"."""
    named = form.first if isinstance(form, Stretch) else form
    is_year = isinstance(named, CalendarUnit) and named.unit is Unit.YEAR and isinstance(named.year, int)
    return is_year and set(tokens.tags[first:last]) <= set("Y-DN")


def _has_event_ahead(tokens: Tokens, index: int) -> bool:
    """Whether a noun of an event closes the noun phrase that goes on at ``index``."""
    for ahead in range(index, index + 4):
        tag = tokens.tag(ahead)
        if tag == "e":
            return True
        if tag not in ("x", "c", "-", "o", "O"):
            return False
    return False


def _compares(tokens: Tokens, first: int, form: Form) -> bool:
    """Whether it is what something is measured against: "than a year earlier", "from a year ago"."""
    back = first - 1 if tokens.tag(first - 1) != "T" else first - 2
    return (
        tokens.word(back) in _COMPARED
        and isinstance(form, Shift)
        and (tokens.tag(first) in ("1", "N", "D") or tokens.word(back) == "than")
    )


def opens(before: str) -> bool:
    """Whether an expression opens its sentence: "In 2018, ties warmed"."""
    return _OPENING.match(before) is not None


def looks_forward(before: str, after: str, role: Role = Role.POINT) -> bool:
    """Whether the words around an expression put it in the future.

    Args:
        before: the sentence up to the expression.
        after: the sentence behind it, which counts for an expression that opens it.
        role: of the expression; a deadline lies ahead of what is planned or asked for anywhere before it.

    Returns:
        True where a cue ("will", "is scheduled to", "plans to") reaches the expression.
    """
    if role is Role.DEADLINE:
        return _FUTURE.search(before) is not None or _DEMAND.search(before) is not None
    if _IS_ON.search(before):
        return True
    if opens(before) and (verb := _FIRST_VERB.search(after)) and verb["future"]:
        return True
    cues = list(_FUTURE.finditer(before))
    if not cues:
        return False
    reach = before[cues[-1].end() :]
    return not any(
        _PASSIVE.search(before[: cues[-1].end() + past.start()]) is None for past in _PAST_AGAIN.finditer(reach)
    )


def is_background(before: str) -> bool:
    """Whether an expression stands in a side clause ("which began in 2020", "the pact signed in 1978")."""
    return _SIDE.search(before) is not None


def is_dateline(before: str, after: str) -> bool:
    """Whether an expression dates the report: "TOKYO, July 3 (Xinhua) --"."""
    return _DATELINE_PLACE.fullmatch(before) is not None and _DATELINE_END.match(after) is not None
