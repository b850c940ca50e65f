"""Where one speaker has two voices: friendly and unfriendly words or acts toward one target, set side by side.

The network of statements finds them, in one sentence or in two that follow each other, with the words of each voice.
Who speaks, the names before these words tell; toward whom, the names in them, or else the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.blind import BlindSentence, SlotForm
from detente.knowledge.agents import agents
from detente.knowledge.formulations import formulations
from detente.knowledge.states import states
from detente.ledgers.clause_parts import SUBJECTS
from detente.ledgers.clauses import CODER, parties_in, record_id, slots_below
from detente.ledgers.formulations import find_expressions
from detente.ledgers.parse_spans import tokens_at
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.statements import Statement
from detente.records import Evidence, Signal, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTRAST = (
    r"however|but|yet|still|nevertheless|nonetheless|even so|even as|by contrast|in contrast|at the same time|"
    r"on the other hand|in the same breath|instead|while|whilst|whereas|although|though|"
    r"(?:\w+ ){1,3}(?:later|earlier)"
)
_OPENING = re.compile(rf"^(?:and )?(?:{_CONTRAST})\b|^[^,;]{{3,60}}, (?:{_CONTRAST})\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:it|he|she|they|its|his|her|their|the same|and)\b|\b(?:also|too|itself)\b", re.IGNORECASE)
_MARK = re.compile(rf"\b(?:{_CONTRAST})\b", re.IGNORECASE)
_HINT = 0.03  # probability of a signal in a sentence by itself from which it is read with its neighbour
_MARKED = 0.4  # and from which two voices are one, with words of contrast between them
_UNMARKED = 0.95  # or without
_WARM = re.compile(
    r"\b(?:partnership|partners|friends|friendship|friendly|good faith|good ?will|rapprochement|harmony|brotherly|"
    r"(?:reduc|eas|lower)\w+ (?:the )?tensions?|(?:mutual|build\w*|deepen\w*|restor\w+) (?:\w+ )?trust|warm(?:ly|er)|"
    r"(?:constructive|stable|smooth|sound|healthy|closer|better|good)[\"”]? (?:and \w+[\"”]? )?(?:relations?\w*|ties)|"
    r"(?:improv|repair|mend|normali[sz]|lift|deepen|strengthen)\w* (?:\w+ ){0,2}(?:relations?\w*|ties)|"
    r"new (?:era|chapter|page|beginning)|shared? (?:a )?(?:destiny|future|values)|open(?:ed)? the door|olive branch)\b",
    re.IGNORECASE,
)
_HARSH = re.compile(
    r"\b(?:negative light|vilif\w+|demoni[sz]\w+|smear\w*|threat|condemn\w*|denounc\w*|accus\w+|coerc\w+|hostil\w+|"
    r"unjust|unacceptable|outrag\w+|attack\w*|injur\w+|wound\w+|blam(?:es?|ed|ing)|complain\w*|warn(?:s|ed|ing)?|"
    r"protest(?:s|ed)?|annex\w*|invad\w+|"
    r"strategic challenge|provo(?:cat|k)\w+|violat\w+|intrud\w+|bull(?:y|ies|ied|ying)|"
    r"warships?|destroyers?|submarines?|bombers?|fighter jets?|military (?:exercises?|drills?)|"
    r"sanction(?:s|ed)|blacklist\w*|(?:bans?|banned|curbs?|restrict\w*) (?:\w+ )?(?:imports?|exports?)|"
    r"expel(?:s|led)|"
    r"(?:stop|suspend|cancel|halt|refus|with[dh])\w* (?:\w+ ){0,2}(?:visas?|talks|flights|aid|licen[cs]es))\b",
    re.IGNORECASE,
)
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
        words: those of the sentence up to their last, from where the other voice ends.
    """

    sentence: ReadSentence
    span: Span
    words: list[Token]
    is_friendly: bool

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.sentence.document.id, self.sentence.span, self.span, CODER)


def may_be_two_voices(text: str, before: Statement, own: Statement) -> bool:
    """Whether a sentence may set one voice against that of the sentence before it.

    Args:
        text: its words: it opens with a contrast, or goes on about who spoke.
        before: what the sentence before it states.
        own: what it states itself.
    """
    hint = max(before.kinds["signal"], own.kinds["signal"]) >= _HINT
    return _OPENING.search(text) is not None or (hint and _GOES_ON.search(text) is not None)


def find_signals(sentences: Sequence[ReadSentence]) -> tuple[Signal, ...]:
    """Where an article shows a speaker with two voices on one target.

    Args:
        sentences: the sentences of an article that were read.

    Returns:
        One signal a sentence or pair of sentences at most, in order of the text; no sentence is in two.
    """
    read = {one.number: one for one in sentences}
    found: list[Signal] = []
    last = -1  # number of the last sentence that is in a signal
    for sentence in sentences:
        before = read.get(sentence.number - 1)
        signal = _signal([sentence], sentence.statement)
        if signal is None and before is not None and before.number > last:
            signal = _signal([before, sentence], sentence.together)
        if signal is not None:
            found.append(signal)
            last = sentence.number
    return tuple(found)


def _signal(sentences: Sequence[ReadSentence], statement: Statement) -> Signal | None:
    """The signal that a sentence makes, or two, if they do."""
    voices = _voices(sentences, statement) if statement.is_a("signal") else []
    if len(voices) < 2:
        return None
    speaker = _speaker(voices)
    target = _target(voices, speaker) if speaker else None
    if speaker is None or target is None:
        return None
    warm, harsh = sorted(voices, key=lambda voice: not voice.is_friendly)
    mark = _mark(voices)
    if statement.kinds["signal"] < (_MARKED if mark else _UNMARKED) and not (mark and _say_so_plainly(voices)):
        return None
    ident = record_id(warm.evidence, str(harsh.evidence.trigger.start), speaker, target)
    return Signal(ident, speaker, target, warm.evidence, harsh.evidence, mark)


def _voices(sentences: Sequence[ReadSentence], statement: Statement) -> list[_Voice]:
    """A friendly and an unfriendly voice, in order of the text: of each the longest; of two sentences one in each."""
    spans = [
        (max(of_kind, key=lambda span: span.end - span.start), name == "friendly")
        for name in ("friendly", "unfriendly")
        if (of_kind := statement.spans(name))
    ]
    voices: list[_Voice] = []
    for span, is_friendly in sorted(spans):
        sentence = next((one for one in sentences if one.span.covers(span)), None)
        words = tokens_at(sentence, span) if sentence else []
        if sentence is None or not words:
            return []
        same = voices and voices[-1].sentence is sentence
        start = voices[-1].words[-1].i + 1 if same else 0
        voices.append(_Voice(sentence, span, list(words[0].doc[start : words[-1].i + 1]), is_friendly))
    in_each = len({voice.sentence.number for voice in voices}) == len(sentences)
    return voices if in_each else []


def _speaker(voices: Sequence[_Voice]) -> str | None:
    """The one party that has both voices: whom either names as speaker, and neither somebody else.

    Where neither names one, it is who is in hand beside the only state that they name.
    """
    first, second = (frozenset(_speakers(voice)) for voice in voices)
    either = first & second if first and second else first | second
    if len(either) == 1:
        return next(iter(either))
    in_hand = {party for party in voices[-1].sentence.about if party in states()}
    others = in_hand.difference(*map(_named, voices))
    return next(iter(others)) if not first | second and len(in_hand) == 2 and len(others) == 1 else None


def _target(voices: Sequence[_Voice], speaker: str) -> str | None:
    """Whom two voices of one speaker are about: whom both name, or the one of them; else who is in hand.

    Nobody, where each names somebody else.
    """
    one, other = ([party for party in _named(voice) if party != speaker] for voice in voices)
    in_hand = [party for party in voices[-1].sentence.about if party in states() and party != speaker]
    if one and other:
        return next((party for party in one if party in other), None)
    return next(iter((*one, *other, *in_hand)), None)


def _speakers(voice: _Voice) -> tuple[str, ...]:
    """The parties that speak or act in a voice; none where it can't be told, or where who spoke before speaks on.

    It is the first that is named outside of circumstances: a parse of long sentences is often wrong, the names seldom.
    """
    sentence, blind = voice.sentence, voice.sentence.parsed.sentence
    for token in voice.words:
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
    """Whether a name or a document says where, when or to whom: "in Lima", "told Reyes"."""
    start = token.idx if slot is None else blind.slots[slot].span.start
    before = blind.text[max(0, start - 20) : start]
    return token.dep_ not in SUBJECTS and (token.dep_ in ("dobj", "dative") or _CIRCUMSTANCE.search(before) is not None)


def _acts(token: Token) -> bool:
    """Whether a name is of who speaks or acts: "Japanese lawmakers", not "Japanese exports" or "was received"."""
    if token.dep_ in ("poss", "amod", "compound", "nmod"):
        noun = token.head.lemma_.lower()
        return noun in agents() or noun in _OF_STATE or noun in _DOCUMENTS
    return token.dep_ != "nsubjpass"


def _named(voice: _Voice) -> tuple[str, ...]:
    """The states that a voice names, in order; a place where something happens names none."""
    blind = voice.sentence.parsed.sentence
    inside = (slot for slot in blind.slots if voice.words[0].idx <= slot.span.start <= voice.words[-1].idx)
    parties = (
        party_of(actor)
        for slot in inside
        if not ((slot.metonym or slot.form is SlotForm.PLACE) and _WHERE.search(blind.text[: slot.span.start]))
        for actor in slot.actors
    )
    return tuple(dict.fromkeys(party for party in parties if party and party in states()))


def _say_so_plainly(voices: Sequence[_Voice]) -> bool:
    """Whether the words of both voices, or expressions in them, say of which kind they are."""
    kinds = [set(_of_words(voice.span.of(voice.sentence.document.text))) for voice in voices]
    return all(
        kind == {Stance.POSITIVE if voice.is_friendly else Stance.NEGATIVE}
        for voice, kind in zip(voices, kinds, strict=True)
    )


def _of_words(text: str) -> Iterator[Stance]:
    known = formulations()
    listed = (known[one.formulation].polarity for one in find_expressions(text) if one.formulation in known)
    yield from (polarity for polarity in listed if polarity in (Stance.POSITIVE, Stance.NEGATIVE))
    yield from (Stance.POSITIVE for _ in _WARM.finditer(text))
    yield from (Stance.NEGATIVE for _ in _HARSH.finditer(text))


def _mark(voices: Sequence[_Voice]) -> str | None:
    """The words of contrast between two voices, or ahead of them."""
    one, other = voices
    text = one.sentence.document.text
    between, ahead = (one.span.end, other.span.start), (one.sentence.span.start, one.span.start)
    mark = _MARK.search(text, *between) or _MARK.search(text, *ahead)
    return mark[0].lower() if mark else None
