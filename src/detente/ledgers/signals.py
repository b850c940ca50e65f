"""Where one speaker has two voices: cooperative and conflictual words on the same target, side by side in an article.

A voice is a sentence, or one half of it, that holds words of one polarity by one party on another: fixed expressions
whose polarity is plain, and words of stance. Two voices make a signal when they are of opposite polarity, by the same
speaker on the same target, near each other, with a word of contrast between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.actors import party_of
from detente.coding import Coding
from detente.knowledge.formulations import formulations
from detente.ledgers.clauses import CODER, record_id
from detente.ledgers.formulations import find_expressions
from detente.records import Evidence, Signal, Span, Stance

_CONTRAST = re.compile(
    r"\b(?:however|but|yet|while|whereas|although|though|nevertheless|nonetheless|at the same time|"
    r"on the other hand|even as|"
    r"in the same breath|despite|still|instead|contradict\w*|two voices)\b",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"\bon the one hand\b(?P<one>.*?)\b(?:on the other(?: hand)?)\b(?P<other>.*)", re.IGNORECASE | re.DOTALL
)
_SPLIT = re.compile(r"\b(?:but|yet|while|whereas|even as)\b|;", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:blue\s?book|white paper|the (?:paper|book|document|text)|yearbook|strategy|doctrine|communiqu[eé]|"
    r"joint statement|statement|readout|"
    r"report|review|guidelines|"
    r"policy paper|declaration|speech|address|editorial)\b",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"\b(?:need for cooperation|(?:seek|seeks|sought|promot\w+|deepen\w*|strengthen\w*|expand\w*|build\w*|"
    r"welcom\w+|advanc\w+|improv\w+|stabili[sz]\w+)\s(?:\w+\s){0,4}"
    r"(?:cooperation|relations|relationship|ties|partnership|dialogue|exchanges|trust)|friendly|friendship|"
    r"constructive|important (?:neighbou?r|partner)|good faith|common interests|"
    r"mutual (?:benefit|trust|understanding)|positive signals?|partners?)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:challenges?|threats?|threaten\w*|rivals?|adversar\w+|enem(?:y|ies)|negative light|vilif\w+|"
    r"demoni[sz]\w+|smear\w*|contain(?:s|ed|ing|ment)?|encircl\w+|"
    r"(?:serious|grave|deep|strong) (?:concern|opposition|protest)s?|condemn\w*|denounc\w*|accus\w+|coerc\w+|"
    r"provoc\w+|aggressi\w+|hostil\w+|sanction\w*|"
    r"suspicio\w+|skepticism|scepticism|distrust)\b",
    re.IGNORECASE,
)
_NEAR = 2  # sentences between two voices, at most


@dataclass(frozen=True, slots=True)
class _Voice:
    number: int  # of the sentence
    speaker: str
    target: str
    positive: bool
    evidence: Evidence


def find_signals(coding: Coding) -> tuple[Signal, ...]:
    """Where an article shows a speaker with two voices on one target.

    Args:
        coding: the coded article.

    Returns:
        One signal a pair of voices, the nearest first; a voice is in one pair alone.
    """
    taken: set[_Voice] = set()
    found: list[Signal] = []
    for one, other in _pairs(list(_voices(coding))):
        marker = _marker(coding, one, other)
        if marker is None or one in taken or other in taken:
            continue
        taken |= {one, other}
        key = one.speaker, one.target
        positive, negative = (one, other) if one.positive else (other, one)
        ident = record_id(positive.evidence, str(negative.evidence.trigger.start), *key)
        found.append(Signal(ident, *key, positive.evidence, negative.evidence, marker))
    return tuple(found)


def _pairs(voices: Sequence[_Voice]) -> Iterator[tuple[_Voice, _Voice]]:
    """Voices of opposite polarity by one speaker on one target, near each other: the nearest first."""
    pairs = [
        (one, other)
        for at, one in enumerate(voices)
        for other in voices[at + 1 :]
        if other.number - one.number <= _NEAR
        and (one.speaker, one.target) == (other.speaker, other.target)
        and one.positive != other.positive
    ]
    return iter(sorted(pairs, key=lambda pair: (pair[1].number - pair[0].number, pair[0].number)))


def _marker(coding: Coding, one: _Voice, other: _Voice) -> str | None:
    """The word of contrast between two voices, or at the head of the second's sentence."""
    text = coding.document.text
    between = text[one.evidence.trigger.end : max(one.evidence.trigger.end, other.evidence.trigger.start)]
    match = _CONTRAST.search(between)
    return match[0].lower() if match else None


def _voices(coding: Coding) -> Iterator[_Voice]:
    holder: str | None = None  # owner of the document of state that the article speaks of
    named = _parties_by_sentence(coding)
    for number, span in enumerate(coding.sentences):
        parties = named[number]
        if not parties:
            continue
        text = span.of(coding.document.text)
        own = _DOCUMENT.search(text)
        if own and parties and (text[: own.start()].count(" ") <= 8 or holder is None):
            holder = _owner(coding, span, own, holder)
        for piece in _pieces(text):
            yield from _voices_in(coding, number, piece, parties, holder if own else None)


def _pieces(text: str) -> list[Span]:
    """A sentence's halves where it sets two against each other; else the whole."""
    halves = _HALVES.search(text)
    if halves:
        return [Span(*halves.span("one")), Span(*halves.span("other"))]
    cut = _SPLIT.search(text)
    if cut and 20 < cut.start() < len(text) - 20:
        return [Span(0, cut.start()), Span(cut.start(), len(text))]
    return [Span(0, len(text))]


def _voices_in(
    coding: Coding, number: int, piece: Span, parties: Sequence[str], holder: str | None
) -> Iterator[_Voice]:
    span = coding.sentences[number]
    speaker = holder or (parties[0] if parties else None)
    targets = [party for party in parties if party != speaker and len(party) == 3]
    if speaker is None or not targets or (polarity := _polarity(piece.of(span.of(coding.document.text)))) is None:
        return
    positive, words = polarity
    start = span.start + piece.start
    trigger = Span(start + words.start, start + words.end)
    yield _Voice(number, speaker, targets[0], positive, Evidence(coding.document.id, span, trigger, CODER))


def _polarity(text: str) -> tuple[bool, Span] | None:
    """Whether a piece of text is positive or negative, with the words that say so; None where both or neither."""
    positive = [*_of(text, Stance.POSITIVE), *(Span(*match.span()) for match in _POSITIVE.finditer(text))]
    negative = [*_of(text, Stance.NEGATIVE), *(Span(*match.span()) for match in _NEGATIVE.finditer(text))]
    if len(positive) > len(negative):
        return True, positive[0]
    return (False, negative[0]) if len(negative) > len(positive) else None


def _of(text: str, polarity: Stance) -> list[Span]:
    known = formulations()
    return [
        one.span
        for one in find_expressions(text)
        if one.formulation in known and known[one.formulation].polarity is polarity
    ]


def _parties_by_sentence(coding: Coding) -> list[list[str]]:
    """The parties that each sentence names, in order."""
    found: list[list[str]] = [[] for _ in coding.sentences]
    starts = [span.start for span in coding.sentences]
    for mention in coding.mentions:
        number = bisect_right(starts, mention.span.start) - 1
        for actor in mention.actors if number >= 0 else ():
            if (party := party_of(actor)) and party not in found[number]:
                found[number].append(party)
    return found


def _owner(coding: Coding, span: Span, document: re.Match[str], known: str | None) -> str | None:
    """The party whose document is spoken of: the nearest named before it, else the last known, else the first after."""
    place = span.start + document.start()
    named = [(one.span, party_of(one.actors[0])) for one in coding.mentions if span.covers(one.span) and one.actors]
    before = [party for where, party in named if where.end <= place and party]
    after = [party for where, party in named if where.start >= place and party]
    return before[-1] if before else known or next(iter(after), None)
