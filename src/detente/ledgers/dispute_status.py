"""What a sentence says became of an issue: raised, eased or resolved.

It is eased or resolved only where a word that does so governs the words that name it ("lifted its ban", "progress on
the border") and is told as done; words elsewhere in the sentence say nothing of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.modality import modality_of
from detente.ledgers.clauses import clause_of, is_negated
from detente.ledgers.parse_spans import head_at
from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeStatus, Modality, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_EASING = frozenset(
    "ease defuse soften relax deescalate de-escalate shelve resume narrow loosen cool thaw calm reduce reopen".split()
)
_ENDING = frozenset("lift scrap abolish drop end withdraw remove revoke cease".split())
_SETTLING = frozenset("resolve settle solve demarcate".split())
_BARRIERS = frozenset(
    "ban restriction curb embargo sanction blockade boycott tariff duty barrier suspension control measure claim "
    "dispute row standoff stand-off quarrel feud protest objection import".split()
)
_EASE = frozenset(
    "easing concession compromise progress thaw relaxation resumption breakthrough headway de-escalation agreement "
    "deal accord understanding consensus".split()
)
_SETTLEMENT = frozenset("resolution settlement solution".split())
_PARTLY = frozenset("partially partly gradually temporarily briefly".split())
# Verbs that tell that what their object or subject names came about.
_BRINGING = frozenset(
    "make reach achieve strike sign announce conclude win offer grant bring see be hail welcome".split()
)
_OBJECTS = ("dobj", "nsubjpass")
_SUBJECTS = ("nsubj", *_OBJECTS)
# What an infinitive may stand behind and still tell of something done or settled on.
_BINDING = frozenset(
    "agree decide plan announce begin start pledge promise vow continue prepare move manage help go set".split()
)
_DONE = (Modality.HAPPENED, Modality.PLANNED)


def status_of(sentence: ReadSentence, named: Span) -> DisputeStatus:
    """The status that a sentence gives the issue that it names at a span of the article."""
    head = head_at(sentence, named)
    if head is None:
        return DisputeStatus.RAISED
    below = head
    for word in (head, *head.ancestors):
        if word.pos_ in ("VERB", "AUX"):
            return _by_verb(word, below)
        found = _by_noun(word) if word.i != head.i else None
        if found is not None:
            return found
        below = word
    return DisputeStatus.RAISED


def _by_verb(verb: Token, below: Token) -> DisputeStatus:
    """What a verb does to the issue that stands in its argument ``below``."""
    lemma, modality = verb.lemma_.lower(), modality_of(verb, verb)
    if is_negated(verb) or modality not in _DONE or _is_only_wanted(verb):
        return DisputeStatus.RAISED
    done = modality is Modality.HAPPENED and not any(child.lower_ in _PARTLY for child in verb.children)
    if below.dep_ in _SUBJECTS and lemma in _EASING:
        return DisputeStatus.EASED
    if below.dep_ in _OBJECTS and lemma in _ENDING and below.lemma_.lower() in _BARRIERS:
        return DisputeStatus.RESOLVED if done else DisputeStatus.EASED
    if below.dep_ in _OBJECTS and lemma in _SETTLING and modality is Modality.HAPPENED:
        return DisputeStatus.RESOLVED if done else DisputeStatus.EASED
    if below.dep_ == "prep" and lemma in _BRINGING and modality is Modality.HAPPENED:
        arguments = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if any(child.lemma_.lower() in _EASE and not _is_denied(child) for child in arguments):
            return DisputeStatus.EASED
    return DisputeStatus.RAISED


def _is_only_wanted(verb: Token) -> bool:
    """Whether a verb stands in the infinitive behind one that doesn't settle on what it says: "asked to lift"."""
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    return infinitive and verb.head.lemma_.lower() not in _BINDING


def _by_noun(noun: Token) -> DisputeStatus | None:
    """What a noun that governs the issue says of it; None where it says nothing."""
    lemma = noun.lemma_.lower()
    if lemma not in _EASE and lemma not in _SETTLEMENT:
        return None
    verb = clause_of(noun)
    if any(child.dep_ == "prt" or child.lower_ == "away" for child in verb.children):  # "signed away the agreement"
        return DisputeStatus.RAISED
    told = noun.dep_ in _SUBJECTS and verb.lemma_.lower() in _BRINGING and not _is_denied(noun)
    if not told or is_negated(verb) or modality_of(noun, verb) is not Modality.HAPPENED:
        return DisputeStatus.RAISED
    return DisputeStatus.EASED if lemma in _EASE else DisputeStatus.RESOLVED


def _is_denied(noun: Token) -> bool:
    """Whether a noun is of what there isn't: "no progress", "little progress"."""
    return any(child.lower_ in ("no", "little", "scant", "few", "without") for child in noun.children)
