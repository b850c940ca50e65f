"""What an issue is about: the noun of some words that names it, and its phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.ledgers.parse_spans import head_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is no issue, or says of none what it is.
_VAGUE = frozenset(
    "issue matter way part side basis time year day thing fact question number level scale ground subject point topic "
    "situation development future world region area country place people interest relation relationship tie behalf "
    "range state front page screen record view opinion scene sort kind lot sake hand table agenda peninsula border "
    "land sea globe continent coast island concession compromise agreement talk meeting summit visit season weather "
    "climate ice thaw wound shadow ghost scar mood trade cooperation progress step move one two difference tension "
    "friction capital government leader minister official neighbour neighbor ally partner nation plan problem "
    "dialogue ambassador envoy army navy citizen man woman child soldier word term speech trip turn bill "
    "law leadership article month week decade century past present opportunity occasion action attempt effort "
    "negotiation help pace detail everything nothing destroyer frigate warship ship vessel boat submarine "
    "fighter bomber".split()
)
# Words of dispute: what it is about stands before them, if anywhere: "the seafood quarrel".
DISPUTES = frozenset(
    "dispute row quarrel rift feud standoff spat disagreement controversy wrangle squabble tussle impasse".split()
)
_POINTERS = frozenset(
    "this these that those such it its their his her other another some any every all what which each".split()
)
_MATTERS = DISPUTES | frozenset("matter question issue problem case affair subject topic fate".split())
_ASIDE = ("relcl", "appos", "advcl", "parataxis")
_NOUNS = ("NOUN", "PROPN")
_LONGEST = 10  # words of an issue found in text


def is_topic(topic: Token) -> bool:
    """Whether a noun says what an issue is about: no pronoun, no bare "issue", nothing said elsewhere."""
    if topic.pos_ != "NOUN" or topic.lemma_.lower() in _VAGUE:
        return False
    if topic.lemma_.lower().replace("-", "") in DISPUTES and not any(child.dep_ == "compound" for child in topic.lefts):
        return False
    return not any(child.lower_ in _POINTERS and child.dep_ in ("det", "poss", "amod") for child in topic.children)


def topic_at(words: Sequence[Token]) -> Token | None:
    """The noun that some words are about: of a clause its subject, of a relative clause what it is said of."""
    head = head_of(words)
    if head is None or head.pos_ in _NOUNS:
        return head if head is None else _inner(head)
    if head.dep_ == "relcl" and head.head.pos_ in _NOUNS:
        return head.head
    below = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")]
    return next((child for child in below if child in words and child.pos_ in _NOUNS), None)


def _inner(noun: Token) -> Token:
    """What a matter is one of: the islands in "the question of the islands"."""
    if noun.lemma_.lower() not in _MATTERS:
        return noun
    below = (one for child in noun.rights if child.lower_ in ("of", "over", "about") for one in child.children)
    return next((one for one in below if one.dep_ == "pobj" and one.pos_ in _NOUNS), noun)


def phrase_of(topic: Token) -> list[Token]:
    """A topic's noun phrase up to its first comma or clause, without its article."""
    aside = {one.i for child in topic.subtree if child.dep_ in _ASIDE for one in child.subtree}
    kept: list[Token] = []
    for token in topic.subtree:
        if token.i in aside or token.text == "," or (kept and token.i != kept[-1].i + 1):
            if topic in kept:
                break
            kept = []
            continue
        kept.append(token)
    if len(kept) > 1 and kept[0].lower_ in ("the", "a", "an"):
        kept = kept[1:]
    return kept[:_LONGEST] if topic in kept[:_LONGEST] else [topic]
