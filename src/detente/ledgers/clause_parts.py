"""The parts of a clause that tell what a figure is of: subject, object, act, a noun phrase without clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
LONGEST = 14  # words of what is measured
_LEADING = frozenset("worth some more less about than up to around over nearly almost at".split())
_LOOSE = frozenset("ADP DET CCONJ SCONJ PUNCT ADJ PART".split())  # what an act that is cut short doesn't end with


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb; of "to reach", that of "is expected"."""
    own = next((one for one in verb.children if one.dep_ in SUBJECTS), None)
    return subject_of(verb.head) if own is None and verb.dep_ == "xcomp" else own


def object_beside(verb: Token, figure: set[int]) -> Token | None:
    """What a verb changes by so much: "cut its quota by a third", "doubled its duty"."""
    objects = (one for one in verb.children if one.dep_ == "dobj" and one.pos_ in ("NOUN", "PROPN"))
    return next((one for one in objects if one.i < min(figure) or verb.i in figure), None)


def antecedent(subject: Token, verb: Token) -> Token:
    """The subject of a clause; of a relative clause, the noun that it hangs on."""
    relative = subject.tag_ in ("WDT", "WP") or (subject.lower_ == "that" and subject.i < verb.i)
    return verb.head if relative and verb.dep_ == "relcl" else subject


def act_of(verb: Token) -> list[Token]:
    """A verb with what belongs to it, up to its first comma and without further clauses."""
    aside = {
        one.i
        for child in verb.children
        if child.dep_ in ("cc", "conj", "advcl", "punct", "parataxis", "ccomp")
        or (child.dep_ == "prep" and any(one.dep_ == "pcomp" for one in child.subtree))
        for one in child.subtree
    }
    aside |= {one.i for below in verb.subtree if below.dep_ == "relcl" and below.i > verb.i for one in below.subtree}
    kept: list[Token] = []
    for token in verb.subtree:
        if token.i < verb.i:
            continue
        if token.i in aside or token.text == "," or (kept and token.i != kept[-1].i + 1):
            break
        kept.append(token)
    return kept


def shorten(act: Sequence[Token]) -> list[Token]:
    """An act of a few words, that doesn't end within a phrase."""
    kept = list(act[:LONGEST])
    while len(kept) > 1 and (kept[-1].pos_ in _LOOSE or kept[-1].lower_ in _LEADING):
        kept.pop()
    return kept


def phrase_of(noun: Token, leave: set[int]) -> list[Token]:
    """A noun phrase up to its first clause or comma, without the figure in it, and without words that lead to it."""
    below = [one for one in noun.subtree if one.dep_ in ("relcl", "appos", "advcl") and one.i != noun.i]
    aside = {one.i for child in below for one in child.subtree}
    kept: list[Token] = []
    for token in noun.subtree:
        if token.i in leave or token.is_quote:
            if token.i < noun.i:
                kept = []
                continue
            break
        if token.i in aside or (token.text in (",", ";", "—", "–", "(") and token.i > noun.i):
            break
        kept.append(token)
    while len(kept) > 1 and (kept[0].lower_ in ("the", "a", "an") or kept[0].pos_ == "ADP"):
        kept = kept[1:]
    while kept and (
        kept[-1].pos_ in ("ADP", "DET", "CCONJ", "ADV", "SCONJ", "PUNCT", "SYM") or kept[-1].lower_ in _LEADING
    ):
        kept.pop()
    usable = noun.pos_ in ("NOUN", "PROPN", "NUM") and noun in kept
    return kept[:LONGEST] if usable else []
