"""What the ledgers ask of a clause: its words in the article, its parties, who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.attachment import speaker_of
from detente.ledgers.sentences import ReadSentence
from detente.records import Actor, Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CODER = "ledgers.v1"
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})  # tags of finite verbs
_VERBS = ("VERB", "AUX")


def span_of(sentence: ReadSentence, tokens: Iterable[Token]) -> Span:
    """The span in the article from the first to the last of some tokens; punctuation at its ends is left out."""
    kept = sorted(tokens, key=lambda token: token.i)
    while len(kept) > 1 and kept[-1].is_punct and kept[-1].text in (",", ".", ";", ":", "—", "–", "-", "!", "?"):
        kept.pop()
    while len(kept) > 1 and (
        (kept[0].is_punct and kept[0].text not in ('"', "“", "(")) or kept[0].lower_ in ("that", "and", "but")
    ):
        kept.pop(0)
    first, last = kept[0], kept[-1]
    blind = sentence.parsed.sentence
    start = blind.original(Span(first.idx, first.idx + len(first))).start
    end = blind.original(Span(last.idx, last.idx + len(last))).end
    return Span(min(start, end), max(start, end))


def words_of(sentence: ReadSentence, tokens: Iterable[Token]) -> str:
    """The words of some tokens as they stand in the article, on one line."""
    return " ".join(span_of(sentence, tokens).of(sentence.document.text).split())


def evidence_of(sentence: ReadSentence, trigger: Token) -> Evidence:
    """The sentence as evidence, with the word that triggered the record."""
    return Evidence(sentence.document.id, sentence.span, span_of(sentence, [trigger]), CODER)


def record_id(evidence: Evidence, *parts: str) -> str:
    """An id that the same record has in every run."""
    key = (evidence.document, str(evidence.sentence.start), str(evidence.trigger.start), *parts)
    return hashlib.sha256("|".join(key).encode()).hexdigest()[:16]


def actors_in(sentence: ReadSentence, slots: Iterable[int]) -> list[Actor]:
    """The actors of some slots, in order."""
    return [actor for slot in slots for actor in sentence.parsed.sentence.slots[slot].actors]


def parties_in(sentence: ReadSentence, slots: Iterable[int]) -> tuple[str, ...]:
    """The parties that some slots name: ISO 3166 alpha-3, or organisations; each once."""
    return tuple(dict.fromkeys(party for actor in actors_in(sentence, slots) if (party := party_of(actor))))


def slots_below(sentence: ReadSentence, token: Token) -> list[int]:
    """The slots that stand in a word's phrase or clause, in order."""
    return [sentence.parsed.slot_at[one.i] for one in token.subtree if one.i in sentence.parsed.slot_at]


def teller_of(sentence: ReadSentence, token: Token) -> Actor | None:
    """Who says what a clause tells; None for the author."""
    slot = speaker_of(sentence.parsed, token)
    actors = actors_in(sentence, [slot]) if slot is not None else []
    return actors[0] if actors else None


def clause_of(token: Token) -> Token:
    """The verb whose clause a word stands in; the word itself where there is none above."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in _VERBS), token)


def is_negated(verb: Token) -> bool:
    """Whether a verb has a negation of its own."""
    return any(child.dep_ == "neg" or child.lower_ in ("never", "no longer") for child in verb.children)


def has_aux(verb: Token, words: Collection[str]) -> bool:
    """Whether a verb has one of some auxiliaries."""
    return any(child.dep_ == "aux" and child.lower_ in words for child in verb.children)


def is_conditional(verb: Token) -> bool:
    """Whether a clause hangs on a condition: "will not, unless", "if it is, ..."."""
    marks = (mark for child in verb.children if child.dep_ == "advcl" for mark in child.children)
    return any(mark.dep_ == "mark" and mark.lower_ in ("if", "unless") for mark in marks)
