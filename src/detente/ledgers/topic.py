"""Whom a passage is about: the parties that a sentence names, or else those that its article has in hand.

"That would be a modest gain" names nobody; it is about the pair that the passage speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from detente.actors import party_of
from detente.coding import Coding
from detente.coding.articles import mentions_in
from detente.knowledge.states import states
from detente.records import Actor, Form, Mention, Span

_LEAST = 0.15  # share of the sentences with states in which the chief pair stands together
_WHERE = re.compile(r"\b(?:in|at|near|outside)\s+$", re.IGNORECASE)


def parties_in_hand(coding: Coding) -> list[tuple[str, ...]]:
    """For each sentence of an article the parties that it is about.

    Those that it names, if they are two or more. One that it names, with the others in hand; those alone where it names
    nobody. In hand are the two or three states that stood together last in the paragraph; else the
    pair that the article names together most often.

    Returns:
        Parties by sentence; none where the article has no pair in hand.
    """
    text = coding.document.text
    named = [_named(coding, span) for span in coding.sentences]
    chief = _chief(named)
    found: list[tuple[str, ...]] = []
    last: tuple[str, ...] = ()
    end = 0
    for own, span in zip(named, coding.sentences, strict=True):
        of_states = tuple(party for party in own if party in states())
        if "\n" in text[end : span.start]:
            last = ()
        if len(of_states) in (2, 3):
            last = of_states
        end = span.end
        found.append(_about(own, last, chief))
    return found


def _about(own: tuple[str, ...], last: tuple[str, ...], chief: tuple[str, ...]) -> tuple[str, ...]:
    if len(own) > 1:
        return own
    if not own:
        return last or chief
    return next((pair for pair in (last, chief) if own[0] in pair), own)


def _named(coding: Coding, span: Span) -> tuple[str, ...]:
    """The parties that a sentence names; a capital where something takes place names none."""
    inside = (one for one in mentions_in(coding.mentions, span) if not _is_where(coding.document.text, one))
    parties = (party_of(actor) for one in inside for actor in one.actors if not _is_private(actor))
    return tuple(dict.fromkeys(party for party in parties if party))


def _is_private(actor: Actor) -> bool:
    """Whether an actor has a state but doesn't speak for it: a company, a news agency."""
    return ":company:" in actor.id or (actor.id.startswith("org:") and actor.country is not None)


def _is_where(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.span.start - 10) : mention.span.start]
    return mention.form is Form.METONYM and _WHERE.search(before) is not None


def _chief(named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The two states that stand together in the most sentences, with a third that stands there half the time or more.

    None where two pairs do so equally often, or where most sentences are about others: news of several things.
    """
    together = [frozenset(party for party in own if party in states()) for own in named]
    pairs = Counter(pair for own in together for pair in combinations(sorted(own), 2))
    (first, most), *rest = [*pairs.most_common(2), ((), 0)][:2]
    if most < _LEAST * sum(map(bool, together)):
        return ()
    thirds = Counter(party for own in together if own.issuperset(first) for party in sorted(own.difference(first)))
    third = [party for party, count in thirds.most_common(1) if first and count * 2 >= most]
    if third:
        return (*first, *third)
    return first if most and all(count < most for _, count in rest) else ()
