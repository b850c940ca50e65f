"""Where one speaker has two voices: cooperative and conflictual words or acts toward one target, set side by side.

A voice is a sentence, or one half of it (:mod:`detente.ledgers.halves`), in which a party speaks or acts. The events
coded from it, its fixed expressions and plain words say whether it is cooperative or conflictual; where they don't, the
network that reads statements does. Two voices in a row make a signal when they are of opposite polarity, by the same
speaker toward the same target, with words of contrast between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.blind import BlindSentence, SlotForm
from detente.coding.network import predict
from detente.coding.pair_text import pair_text
from detente.knowledge.agents import agents
from detente.knowledge.formulations import formulations
from detente.knowledge.plover import quad
from detente.knowledge.states import states
from detente.ledgers.clauses import CODER, parties_in, record_id, slots_below
from detente.ledgers.formulations import find_expressions
from detente.ledgers.halves import Half, halves_of, sets_against
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.statements import read_statements
from detente.records import Evidence, Modality, Signal, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANNOUNCED = re.compile(  # a sentence that tells of two voices
    r"\bcontradict\w*|\binconsisten\w+|\b(?:no more|not|nor|hardly) consistent\b|\bcohere(?:nt)?\b|\breconcile\b|"
    r"\b(?:two|both|different|several) (?:voices|tongues|faces|hands|tracks)\b|"
    r"\b(?:mixed|conflicting|confusing|double) (?:signals?|messages?|game)\b|\bhot and cold\b|\bambivalen\w+",
    re.IGNORECASE,
)
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
_SPEAKS_ON = ("and that", "having", "the same")  # words of contrast behind which no new speaker is named
_LOOSE = ("and", "and that")  # words that set two things side by side, not always against each other
_LATER = ("later", "earlier", "before")
_AUTHOR = frozenset("i we you nobody".split())
_OWN = frozenset("his her its their".split())  # who owns a government or a navy spoke before
_OF_STATE = frozenset("government cabinet administration colleague navy army military force parliament party".split())
_COOPERATIVE = (1, 2)  # quad classes
_SURE = 0.6  # probability from which the network's event tells a voice
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
    """A half in which somebody speaks or acts.

    Attributes:
        speakers: the parties that do; none where it can't be told.
        targets: the other states that it names, in order.
    """

    sentence: ReadSentence
    half: Half
    speakers: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def evidence(self) -> Evidence:
        """Its sentence, with the words of the half."""
        sentence = self.sentence
        return Evidence(sentence.document.id, sentence.span, sentence.parsed.sentence.origin_of(self.half.span), CODER)


def is_cue(text: str) -> bool:
    """Whether a sentence may hold two voices, or one by its words, or tells of them."""
    return sets_against(text) or _ANNOUNCED.search(text) is not None or any(_of_words(text))


def find_signals(sentences: Sequence[ReadSentence]) -> tuple[Signal, ...]:
    """Where an article shows a speaker with two voices on one target.

    Args:
        sentences: the sentences of an article that were read.

    Returns:
        One signal a pair of voices, in order of the text; a voice is in one pair alone.
    """
    announced = {one.number for one in sentences if _ANNOUNCED.search(one.text)}
    found: list[Signal] = []
    last: _Voice | None = None  # that made a signal
    for one, other in pairwise(_voices(_near_contrast(sentences))):
        near = {one.sentence.number - 1, one.sentence.number, other.sentence.number, other.sentence.number + 1}
        if one is not last and (signal := _signal(one, other, told=bool(near & announced))):
            found.append(signal)
            last = other
    return tuple(found)


def _near_contrast(sentences: Sequence[ReadSentence]) -> list[ReadSentence]:
    """The sentences that set one thing against another, with the two before each: who speaks there may speak on."""
    against = {one.number for one in sentences if sets_against(one.parsed.sentence.text)}
    return [one for one in sentences if not against.isdisjoint(range(one.number, one.number + 3))]


def _signal(one: _Voice, other: _Voice, told: bool) -> Signal | None:
    """The signal that two voices in a row make, if they do.

    Args:
        one: the first voice.
        other: the next.
        told: whether the article tells that there are two voices.
    """
    mark = other.half.mark
    apart = other.sentence.number - one.sentence.number > 1
    if mark is None or apart or len(one.speakers) != 1 or one.speakers != other.speakers:
        return None
    target = _target(one, other, told)
    if target is None:
        return None
    loose = mark in _LOOSE or mark.endswith(_LATER)
    polarities = [_plainly(voice) if loose else _polarity(voice, target) for voice in (one, other)]
    if {*polarities} != {Stance.POSITIVE, Stance.NEGATIVE}:
        return None
    warm, harsh = (one, other) if polarities[0] is Stance.POSITIVE else (other, one)
    key = one.speakers[0], target
    ident = record_id(warm.evidence, str(harsh.evidence.trigger.start), *key)
    return Signal(ident, *key, warm.evidence, harsh.evidence, mark)


def _target(one: _Voice, other: _Voice, told: bool) -> str | None:
    """Whom two voices of one speaker are about: whom both name, or the one of them; else, if told, who is in hand."""
    if one.targets and other.targets:
        return next((party for party in one.targets if party in other.targets), None)
    in_hand = [party for party in other.sentence.about if party in states() and party not in one.speakers]
    return next(iter((*one.targets, *other.targets, *(in_hand if told or len(in_hand) == 1 else ()))), None)


def _voices(sentences: Sequence[ReadSentence]) -> Iterator[_Voice]:
    """The voices of an article, in order; who spoke before speaks on where a pronoun or a document does."""
    last: tuple[str, ...] = ()
    number = -1
    for sentence in sentences:
        last = last if sentence.number == number + 1 else ()
        number = sentence.number
        for half, own in _with_speakers(sentence):
            speakers = last if own is None else own
            last = speakers or last
            targets = tuple(party for party in _named(sentence, half) if party not in speakers)
            yield _Voice(sentence, half, speakers, targets)


def _with_speakers(sentence: ReadSentence) -> list[tuple[Half, tuple[str, ...] | None]]:
    """The halves of a sentence with who speaks in them; in "days after the handshake" it is who does behind it."""
    halves = halves_of(sentence.parsed.sentence.text)
    speakers = [_speakers(sentence, half) for half in halves]
    if len(halves) > 1 and halves[0].is_phrase and not any(_is_verb(token) for token in _tokens(sentence, halves[0])):
        speakers[0] = speakers[1]
    return list(zip(halves, speakers, strict=True))


def _speakers(sentence: ReadSentence, half: Half) -> tuple[str, ...] | None:
    """The parties that speak or act in a half.

    It is the first that is named outside of circumstances: a parse of long sentences is often wrong, the names seldom.

    Returns:
        Nobody where it can't be told; None where who spoke before speaks on.
    """
    blind, tokens = sentence.parsed.sentence, _tokens(sentence, half)
    if half.mark in _SPEAKS_ON or (half.mark and _opens_with_verb(tokens, half.mark)):
        return None
    for token in tokens:
        slot, noun = sentence.parsed.slot_of(token), token.lemma_.lower()
        if token.lower_ in _AUTHOR:
            return ()
        if slot is None and _is_subject(token) and (noun in agents() or noun in _OF_STATE):
            own = any(child.lower_ in _OWN for child in token.children)
            return None if own else parties_in(sentence, slots_below(sentence, token)[:1])
        if (slot is None and noun not in _DOCUMENTS) or _is_circumstance(token, blind, slot):
            continue
        if slot is None:
            return parties_in(sentence, slots_below(sentence, token)[:1]) or None
        return (parties_in(sentence, [slot]) or None) if _acts(token, blind.text) else ()
    return ()


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass")


def _is_circumstance(token: Token, blind: BlindSentence, slot: int | None) -> bool:
    """Whether a name or a document says where, when or to whom: "in Lima", "told Reyes"."""
    start = token.idx if slot is None else blind.slots[slot].span.start
    before = blind.text[max(0, start - 20) : start]
    return not _is_subject(token) and (token.dep_ in ("dobj", "dative") or _CIRCUMSTANCE.search(before) is not None)


def _acts(token: Token, text: str) -> bool:
    """Whether a name is of who speaks or acts: "Japanese lawmakers", not "Japanese exports" or "was received"."""
    if token.dep_ in ("poss", "amod", "compound", "nmod"):
        noun = token.head.lemma_.lower()
        return noun in agents() or noun in _OF_STATE or noun in _DOCUMENTS or _ANNOUNCED.search(text) is not None
    return token.dep_ != "nsubjpass"


def _tokens(sentence: ReadSentence, half: Half) -> list[Token]:
    return [token for token in sentence.parsed.doc if half.span.start <= token.idx < half.span.end]


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _opens_with_verb(tokens: Sequence[Token], mark: str) -> bool:
    """Whether a half goes on with a verb right behind its words of contrast: "but condemned Peru"."""
    rest = (token for token in tokens if token.lower_ not in mark.split() and not token.is_punct)
    first = next(rest, None)
    return first is not None and first.tag_ in ("VBD", "VBZ", "VBP")


def _named(sentence: ReadSentence, half: Half) -> tuple[str, ...]:
    """The states that a half names, in order; a place where something happens names none."""
    blind = sentence.parsed.sentence
    inside = (slot for slot in blind.slots if half.span.covers(slot.span))
    parties = (
        party_of(actor)
        for slot in inside
        if not ((slot.metonym or slot.form is SlotForm.PLACE) and _WHERE.search(blind.text[: slot.span.start]))
        for actor in slot.actors
    )
    return tuple(dict.fromkeys(party for party in parties if party and party in states()))


def _polarity(voice: _Voice, target: str) -> Stance | None:
    """Whether a voice is cooperative: by its events and words, else as the networks read it."""
    plain = _plainly(voice)
    if plain is not None:
        return plain
    half = voice.sentence.parsed.sentence.part(voice.half.span)
    return _of_pair(half, voice.speakers[0], target) or _of_statement(half)


def _plainly(voice: _Voice) -> Stance | None:
    """Whether a voice is cooperative by its events and words, where these agree."""
    said = {*_of_events(voice), *_of_words(voice.half.span.of(voice.sentence.parsed.sentence.text))}
    return said.pop() if len(said) == 1 else None


def _of_pair(half: BlindSentence, speaker: str, target: str) -> Stance | None:
    """What the network that codes events sees between a speaker and a target, where it is sure of that."""
    ends = [_slot_of(half, party) for party in (speaker, target)]
    if ends == [None, None]:
        return None
    (answer,) = predict([pair_text(half, *ends)])
    if answer.root is None or answer.confidence < _SURE or answer.modality is Modality.NEGATED:
        return None
    return Stance.POSITIVE if quad(answer.root) in _COOPERATIVE else Stance.NEGATIVE


def _of_statement(half: BlindSentence) -> Stance | None:
    """Whether the network that reads statements sees praise or blame."""
    (statement,) = read_statements([half])
    return statement.stance if statement.is_a("assessment") else None


def _slot_of(half: BlindSentence, party: str) -> int | None:
    """The first slot that names a party."""
    named = (number for number, slot in enumerate(half.slots) if party in map(party_of, slot.actors))
    return next(named, None)


def _of_events(voice: _Voice) -> Iterator[Stance]:
    words = voice.evidence.trigger
    for event in voice.sentence.events:
        if words.covers(event.evidence.trigger):
            yield Stance.POSITIVE if quad(event.root) in _COOPERATIVE else Stance.NEGATIVE


def _of_words(text: str) -> Iterator[Stance]:
    known = formulations()
    listed = (known[one.formulation].polarity for one in find_expressions(text) if one.formulation in known)
    yield from (polarity for polarity in listed if polarity in (Stance.POSITIVE, Stance.NEGATIVE))
    yield from (Stance.POSITIVE for _ in _WARM.finditer(text))
    yield from (Stance.NEGATIVE for _ in _HARSH.finditer(text))
