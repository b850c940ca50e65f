"""The pattern stage: a text to its date expressions, not yet anchored.

The words are tagged with a letter each, and the grammar is a list of patterns over the letters
(``day_rules``, ``calendar_rules``, ``relative_rules``). It is our own because no library keeps what the
record needs: dateparser and its kind return a point in time for "last year" or "July", without its precision
and without its role ("since 1972", "the 1978 treaty").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from detente.dating import calendar_rules, day_rules, relative_rules
from detente.dating.forms import Form, Length, RawExpression, Role, Unresolvable
from detente.dating.roles import find_role, is_background, is_dateline, looks_forward, opens
from detente.dating.rules import Read, Rule
from detente.dating.tokens import Tokens, tokenize
from detente.records import Span

_RULES = day_rules.RULES + calendar_rules.RULES + relative_rules.RULES
# No rule matches without one of these tags.
_HEADS = re.compile("[MmOYCIWzUyVSQqJgGKP]")

# Characters around an expression that may say what it does; no clause is longer.
_REACH = 300


class _Found(NamedTuple):
    start: int  # of the match, in words
    end: int
    order: int
    form: Form
    rule: Rule


def find_expressions(text: str) -> list[RawExpression]:
    """Find the date expressions of a sentence.

    Args:
        text: one sentence; the words before an expression decide its role and whether it looks forward.

    Returns:
        Expressions in order of the text, disjoint, each with ``text[span] == expression.text``.
    """
    tokens = tokenize(text)
    if _HEADS.search(tokens.tags) is None:
        return []
    return [_describe(tokens, found) for found in _choose(_match_all(tokens))]


def _match_all(tokens: Tokens) -> list[_Found]:
    found = []
    for order, rule in enumerate(_RULES):
        for match in rule.pattern.finditer(tokens.tags):
            form = rule.read(Read(tokens, match))
            if form is not None and _stands_alone(tokens, match.start(), match.end()):
                found.append(_Found(match.start(), match.end(), order, form, rule))
    return found


def _stands_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Not a part of a hyphenated word that the rules don't know ("year-end", "pre-May")."""
    return tokens.tag(start - 1) != "-" and not (tokens.tag(end) == "-" and tokens.tag(end + 1) in ("x", "c", "U"))


def _choose(found: list[_Found]) -> list[_Found]:
    """The leftmost, and among those the longest, then the first rule's."""
    chosen: list[_Found] = []
    for candidate in sorted(found, key=lambda one: (one.start, -one.end, one.order)):
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
    return chosen


def _describe(tokens: Tokens, found: _Found) -> RawExpression:
    first = found.start + (tokens.tag(found.start) == "T")
    span = Span(tokens.starts[first], tokens.ends[found.end - 1])
    before = tokens.text[max(0, span.start - _REACH) : span.start]
    after = tokens.text[span.end : span.end + _REACH]
    raw = RawExpression(span, span.of(tokens.text), found.form, Role.OTHER)
    if span.start < _REACH and is_dateline(before, after):
        return replace(raw, dateline=True)
    role = found.rule.role or find_role(tokens, first, found.end, found.form)
    forward = role is not Role.OTHER and looks_forward(before, after, role)
    frames = role is Role.POINT and not forward and not _names_an_event(tokens, first, found.end)
    frames = frames and not isinstance(found.form, Unresolvable | Length) and not is_background(before)
    return replace(raw, role=role, forward=forward, frames=frames, opens=opens(before))


def _names_an_event(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it dates that event and not the discourse: "last week's visit", "the July 26 meeting"."""
    return tokens.tag(last) == "'" or (tokens.tag(first - 1) in ("T", "d", "1", "'") and tokens.tag(last) == "e")
