"""Where one speaker has two voices: friendly and unfriendly words or acts toward one target, set side by side.

The network of statements finds the voices, each with its words; two of one speaker on one target are a signal, in a
sentence or some sentences apart. Who speaks, the names before these words tell; toward whom, the names in them, or else
the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.blind import BlindSentence, SlotForm
from detente.knowledge.agents import agents
from detente.knowledge.states import states
from detente.ledgers.clause_parts import SUBJECTS
from detente.ledgers.clauses import CODER, parties_in, record_id, slots_below
from detente.ledgers.parse_spans import tokens_at
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.tone import tones
from detente.records import Evidence, Signal, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 12  # sentences that two voices may stand apart
_MARKED_ALONE = 0.25  # probability of both voices from which words of contrast are enough to make them a signal
_UNMARKED = 0.4  # from which they may be one without, if the unfriendly words have that tone
_NEAR = 0.15  # and if they stand in two sentences in a row, or in one, and the words of both have
_CONTRAST = (
    r"however|but|yet|still|nevertheless|nonetheless|even so|even as|by contrast|in contrast|at the same time|"
    r"on the other hand|in the same breath|instead|while|whilst|whereas|although|though|"
    r"(?:(?!than\b)\w+ ){1,3}(?:later|earlier)"
)
_MARK = re.compile(rf"\b(?:{_CONTRAST})\b", re.IGNORECASE)
_AUTHOR = frozenset("i we you nobody".split())
_OWN = frozenset("his her its their".split())  # who owns a government or a navy spoke before
_OF_STATE = frozenset("government cabinet administration colleague navy army military force parliament party".split())
_DOCUMENTS = frozenset(
    "bluebook book paper document text strategy report review communique communiqué statement declaration readout "
    "doctrine message policy position speech address editorial guideline yearbook".split()
)
_CIRCUMSTANCE = re.compile(
    r"\b(?:in|at|near|outside|with|to|for|on|against|towards?|under|after|since|before|over|about|between|among) "
    r"(?:the |a |an )?$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|at|near|outside) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words in which somebody speaks or acts.

    Attributes:
        span: where they stand in the article.
        tokens: the same, as parsed.
    """

    sentence: ReadSentence
    span: Span
    tokens: list[Token]
    is_friendly: bool

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.sentence.document.id, self.sentence.span, self.span, CODER)


_Pair = tuple[_Voice, _Voice]  # in order of the text


def find_signals(sentences: Sequence[ReadSentence]) -> tuple[Signal, ...]:
    """Where an article shows a speaker with two voices on one target.

    Args:
        sentences: the sentences of an article that were read.

    Returns:
        Signals in order of the text. No voice is in two; voices that stand further apart than in two sentences in a row
        are one where nothing nearer shows the speaker so, and of several the surest.
    """
    voices = [voice for sentence in sentences for voice in _voices(sentence)]
    pairs = [
        (one, other)
        for place, one in enumerate(voices)
        for other in voices[place + 1 :]
        if one.is_friendly is not other.is_friendly and _apart(one, other) <= _REACH
    ]
    found: list[Signal] = []
    taken: set[Span] = set()
    for one, other in sorted(pairs, key=lambda pair: (_apart(*pair) > 1, -_chance(pair))):
        signal = None if taken & {one.span, other.span} else _signal((one, other))
        if signal is None or (_apart(one, other) > 1 and any(_same_sides(signal, nearer) for nearer in found)):
            continue
        found.append(signal)
        taken |= {one.span, other.span}
    return tuple(sorted(found, key=lambda signal: signal.positive.trigger))


def _by_tone(voices: _Pair) -> _Pair:
    """The friendly voice, and the unfriendly one."""
    one, other = voices
    return (one, other) if one.is_friendly else (other, one)


def _chance(voices: _Pair) -> float:
    """The network's probability of the less sure of two voices."""
    return min(voice.sentence.statement.kinds["signal"] for voice in voices)


def _same_sides(one: Signal, other: Signal) -> bool:
    return (one.speaker, one.target) == (other.speaker, other.target)


def _apart(one: _Voice, other: _Voice) -> int:
    return other.sentence.number - one.sentence.number


def _signal(voices: _Pair) -> Signal | None:
    """The signal that two voices make, if they do."""
    mark = _mark(voices)
    if not _stand_against(voices, mark is not None):
        return None
    speaker = _speaker(voices)
    target = _target(voices, speaker) if speaker else None
    if speaker is None or target is None:
        return None
    warm, harsh = _by_tone(voices)
    ident = record_id(warm.evidence, str(harsh.evidence.trigger.start), speaker, target)
    return Signal(ident, speaker, target, warm.evidence, harsh.evidence, mark)


def _voices(sentence: ReadSentence) -> list[_Voice]:
    """The friendly and the unfriendly voice in a sentence, in order: of each the longest."""
    if not sentence.statement.is_a("signal"):
        return []
    spans = [
        (max(of_kind, key=lambda span: span.end - span.start), name == "friendly")
        for name in ("friendly", "unfriendly")
        if (of_kind := sentence.statement.spans(name))
    ]
    return [
        _Voice(sentence, span, tokens, is_friendly)
        for span, is_friendly in sorted(spans)
        if (tokens := tokens_at(sentence, span))
    ]


def _words(voices: _Pair) -> Iterator[list[Token]]:
    """The words that tell of each voice: those of the sentence up to its last, from where the other voice ends."""
    one, other = voices
    yield list(one.tokens[0].doc[: one.tokens[-1].i + 1])
    start = one.tokens[-1].i + 1 if one.sentence is other.sentence else 0
    yield list(other.tokens[0].doc[start : other.tokens[-1].i + 1])


def _speaker(voices: _Pair) -> str | None:
    """The one party that has both voices: whom either names as speaker, and neither somebody else.

    Voices in a sentence or in two in a row need not both name one; where neither does, it is who is in hand beside the
    only state that they name.
    """
    one, other = voices
    first, second = (
        frozenset(_speakers(voice.sentence, words)) for voice, words in zip(voices, _words(voices), strict=True)
    )
    if len(first if other.is_friendly else second) > 1:
        return None  # what two do together they don't do against each other
    apart = _apart(one, other) > 1
    either = first & second if (first and second) or apart else first | second
    if len(either) == 1:
        return next(iter(either))
    if first | second or apart:
        return None
    in_hand = {party for party in voices[-1].sentence.about if party in states()}
    others = in_hand.difference(*_named(voices))
    return next(iter(others)) if len(in_hand) == 2 and len(others) == 1 else None


def _target(voices: _Pair, speaker: str) -> str | None:
    """Whom two voices of one speaker are about: whom both name, or the one of them; else who is in hand.

    Nobody, where each names somebody else.
    """
    one, other = ([party for party in named if party != speaker] for named in _named(voices))
    in_hand = [party for party in voices[-1].sentence.about if party in states() and party != speaker]
    if one and other:
        return next((party for party in one if party in other), None)
    return next(iter((*one, *other, *in_hand)), None)


def _speakers(sentence: ReadSentence, words: Sequence[Token]) -> tuple[str, ...]:
    """The parties that speak or act in a voice's words; none where that isn't told, or who spoke before speaks on.

    It is the first that is named outside of circumstances: a parse of long sentences is often wrong, the names seldom.
    """
    blind = sentence.parsed.sentence
    for token in words:
        slot, noun = sentence.parsed.slot_of(token), token.lemma_.lower()
        if token.lower_ in _AUTHOR:
            return ()
        if slot is None and token.dep_ in SUBJECTS and (noun in agents() or noun in _OF_STATE):
            own = any(child.lower_ in _OWN for child in token.children)
            return () if own else parties_in(sentence, slots_below(sentence, token)[:1])
        if (slot is None and noun not in _DOCUMENTS) or _is_circumstance(token, blind, slot):
            continue
        if slot is None:
            return parties_in(sentence, slots_below(sentence, token)[:1])
        together = any(child.dep_ == "conj" and sentence.parsed.slot_of(child) is not None for child in token.children)
        return parties_in(sentence, [slot]) if _acts(token) and not together else ()
    return ()


def _is_circumstance(token: Token, blind: BlindSentence, slot: int | None) -> bool:
    """Whether a name or a document says where, when, to whom or whose: "in Lima", "told Reyes", "the acts of Peru"."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return not _speaks(token.head.head)
    start = token.idx if slot is None else blind.slots[slot].span.start
    before = blind.text[max(0, start - 20) : start]
    return token.dep_ not in SUBJECTS and (token.dep_ in ("dobj", "dative") or _CIRCUMSTANCE.search(before) is not None)


def _speaks(noun: Token) -> bool:
    """Whether a noun is of those who speak or act for a state, or of what it publishes."""
    lemma = noun.lemma_.lower()
    return lemma in agents() or lemma in _OF_STATE or lemma in _DOCUMENTS


def _acts(token: Token) -> bool:
    """Whether a name is of who speaks or acts: "Japanese lawmakers", not "Japanese exports" or "was received"."""
    if token.dep_ in ("poss", "amod", "compound", "nmod"):
        return _speaks(token.head)
    return token.dep_ != "nsubjpass"


def _named(voices: _Pair) -> Iterator[tuple[str, ...]]:
    """The parties that each voice names, in order; a place where something happens names none."""
    for voice, words in zip(voices, _words(voices), strict=True):
        blind = voice.sentence.parsed.sentence
        parties = (
            party_of(actor)
            for slot in blind.slots
            if words[0].idx <= slot.span.start <= words[-1].idx
            and not ((slot.metonym or slot.form is SlotForm.PLACE) and _WHERE.search(blind.text[: slot.span.start]))
            for actor in slot.actors
        )
        yield tuple(dict.fromkeys(filter(None, parties)))


def _stand_against(voices: _Pair, marked: bool) -> bool:
    """Whether two voices are a signal: the surer that is, the fewer of them need words of their tone."""
    chance = _chance(voices)
    warm, harsh = map(_is_borne_out, _by_tone(voices))
    if marked:
        return chance >= _MARKED_ALONE or warm or harsh
    if chance >= _UNMARKED:
        return harsh
    return chance >= _NEAR and _apart(*voices) <= 1 and warm and harsh


def _is_borne_out(voice: _Voice) -> bool:
    """Whether a voice's own words have its tone."""
    tone = Stance.POSITIVE if voice.is_friendly else Stance.NEGATIVE
    return tone in tones(voice.tokens, voice.span.of(voice.sentence.document.text))


def _mark(voices: _Pair) -> str | None:
    """The words of contrast ahead of the second voice, or of both in one sentence; none where others stand between."""
    one, other = voices
    if _apart(one, other) > 1:
        return None
    text = other.sentence.document.text
    start = other.sentence.span.start if one.sentence is not other.sentence else one.span.end
    mark = _MARK.search(text, start, other.span.start) or _MARK.search(text, other.sentence.span.start, start)
    return mark[0].lower() if mark else None
