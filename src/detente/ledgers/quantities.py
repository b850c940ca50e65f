"""What an article tells of figures: shares, sums, counts, growth, and "the first in three years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.knowledge.currencies import currency_names, currency_signs
from detente.ledgers.clauses import CODER, clause_of, parties_in, record_id, slots_below, words_of
from detente.ledgers.figures import COUNT_CUE, Figure, find_figures
from detente.ledgers.parse_spans import head_at, tokens_at
from detente.ledgers.recency import FIRST_CUE, find_recency
from detente.ledgers.sentences import ReadSentence
from detente.records import Evidence, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"[$€£¥₩₹₪₱₽]\s?\d|\d\s?%|\bper ?cent\b|\b[Hh]alf\b|\b(?:half|thirds?|quarters?|fifths?|tenths?) of\b|"
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Nn]ine|\d) (?:in|out of) (?:three|four|five|ten|\d)\b|"
    r"(?:\d|illion|thousand|hundred) (?:[A-Z]\w+ )?(?:yuan|yen|won|euros?|dollars|renminbi|rou?bles|rupees|pounds)\b|"
    rf"{COUNT_CUE}|{FIRST_CUE}"
)

_FALLING = frozenset(
    "slow fall drop decline decrease shrink plunge slump contract slide tumble plummet cut reduce halve".split()
)
_RISING = frozenset(
    "rise grow increase climb surge jump expand soar gain boost raise accelerate rebound recover advance".split()
)
_CHANGE = frozenset("growth rise increase decline drop fall decrease contraction reduction surge jump slump".split())
_YEARLY = re.compile(r"\s*(?:,\s*)?(?:annually|a year\b|per year|per annum|year[- ]on[- ]year|yearly)", re.IGNORECASE)
# Verbs whose subject is what the figure measures.
_MEASURING = (
    frozenset(
        "be reach total exceed hit stand amount come cost account make remain become represent average number "
        "equal comprise constitute worth value estimate surpass top".split()
    )
    | _FALLING
    | _RISING
)
_SUBJECTS = ("nsubj", "nsubjpass")
_HEADS = ("NOUN", "PROPN", "VERB", "AUX")
_LEADING = frozenset("worth some more less about than up to around over nearly almost at".split())
_BELONGING = ("of", "from", "for", "including", "between", "in")
_PLACES = frozenset("provinces prefectures cities islands countries nations states".split())
_OCCASIONS = frozenset({"times", "days"})  # units of how often something is done
_LONGEST = 14  # words of what is measured


def find_quantities(sentences: Sequence[ReadSentence]) -> tuple[Quantity, ...]:
    """What sentences tell of figures: shares, sums, counts, growth, and "the first in years", in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.

    Returns:
        One record a figure. A share that changes or that recurs yearly is a rate, which is below zero where a verb of
        falling has it for its measure; the value of a range is its middle. Figures of which nothing is told
        ("70%" alone), or that are about no party, are left out.
    """
    return tuple(
        quantity
        for sentence in sentences
        if CUES.search(sentence.text)
        for quantity in sorted(
            (*find_recency(sentence), *_figures(sentence)), key=lambda one: one.evidence.trigger.start
        )
    )


def _figures(sentence: ReadSentence) -> Iterator[Quantity]:
    for figure in find_figures(sentence.text):
        span = Span(figure.span.start + sentence.span.start, figure.span.end + sentence.span.start)
        if figure.kind == "count" and figure.unit != "days" and _is_dated(sentence, span):
            continue  # "on March 23 Chinese ships"
        of, parties = _told_of(sentence, figure, span)
        parties = parties or _parties_around(sentence, span, figure)
        if of is None or not parties or _is_cut(sentence, span):
            continue
        kind, value = _rate(sentence, figure, span)
        evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
        yield Quantity(
            id=record_id(evidence, kind),
            evidence=evidence,
            kind=kind,
            expression=" ".join(span.of(sentence.document.text).split()),
            value=value,
            unit=figure.unit,
            of=of,
            parties=parties,
        )


def _told_of(sentence: ReadSentence, figure: Figure, span: Span) -> tuple[str | None, tuple[str, ...]]:
    """What a figure is of, and the parties that its own words name."""
    if figure.unit in _OCCASIONS:
        return _done(sentence, span) or figure.what, ()
    if figure.kind == "count":
        return figure.what, _counted_parties(sentence, span)
    return _measured(sentence, span)


def _done(sentence: ReadSentence, span: Span) -> str | None:
    """What is done so many times: the verb of the clause with what belongs to it."""
    head = head_at(sentence, span)
    act = _act(clause_of(head)) if head is not None else []
    return words_of(sentence, act) if act else None


def _is_dated(sentence: ReadSentence, span: Span) -> bool:
    """Whether a date expression stands among the words of a figure."""
    return any(span.overlaps(date.span) for date in sentence.dates.expressions)


def _rate(sentence: ReadSentence, figure: Figure, span: Span) -> tuple[str, float]:
    """The kind of a figure with its value: a share that changes by so much is a rate."""
    if figure.unit != "percent":
        return figure.kind, figure.value
    yearly = _YEARLY.match(sentence.text, figure.span.end) is not None
    head = head_at(sentence, span)
    if head is None:
        return figure.kind, figure.value
    governor = head.head
    if governor.lower_ == "by" and governor.head.pos_ == "VERB":
        governor, by = governor.head, True
    else:
        by = head.dep_ in ("npadvmod", "dobj", "advmod")
    lemma = governor.lemma_.lower()
    if by and lemma in _FALLING | _RISING:
        return "rate", -figure.value if lemma in _FALLING else figure.value
    if any(word.lemma_.lower() in _CHANGE for word in _around(head)):
        yearly = True
    return ("rate" if yearly else figure.kind), figure.value


def _around(head: Token) -> Iterator[Token]:
    """What may tell that a share is one of growth: the noun beside it, the subject of its verb."""
    above = head.head
    if above.pos_ == "ADP":
        above = above.head
    if above.pos_ == "NOUN":
        yield above
    elif above.lemma_.lower() in _MEASURING:
        for subject in (one for one in above.children if one.dep_ in _SUBJECTS):
            yield subject
            yield from (child for child in subject.children if child.dep_ == "compound")


def _is_cut(sentence: ReadSentence, span: Span) -> bool:
    """Whether the words of a figure are no phrase: a finite verb stands among them."""
    return any(token.tag_ in ("VBZ", "VBD", "VBP", "MD") for token in tokens_at(sentence, span))


def _parties_around(sentence: ReadSentence, span: Span, figure: Figure) -> tuple[str, ...]:
    """Whom a figure is about whose own words name nobody: the parties of its clause, else those of its sentence.

    Places are somebody's ("10 provinces"), and whose isn't told by who acts on them.
    """
    if figure.unit in _PLACES:
        return ()
    head = head_at(sentence, span)
    near = parties_in(sentence, slots_below(sentence, clause_of(head))) if head is not None else ()
    actors = (actor for one in sentence.mentions for actor in one.actors)
    return near or tuple(dict.fromkeys(party for actor in actors if (party := party_of(actor))))


def _counted_parties(sentence: ReadSentence, span: Span) -> tuple[str, ...]:
    """Whom a count is about: the parties in its words, else those in the subject of its clause."""
    inside = [actor for one in sentence.mentions if span.overlaps(one.span) for actor in one.actors]
    named = tuple(dict.fromkeys(party for actor in inside if (party := party_of(actor))))
    head = head_at(sentence, span)
    if named or head is None:
        return named
    own = [
        child
        for child in head.children
        if child.dep_ in ("amod", "compound", "poss", "appos") or (child.dep_ == "prep" and child.lower_ in _BELONGING)
    ]
    below = parties_in(sentence, [slot for child in own for slot in slots_below(sentence, child)])
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    if below or head.head.pos_ != "VERB" or head.dep_ not in ("dobj", *_SUBJECTS):
        return below
    return parties_in(sentence, _subject_slots(sentence, head))


def _measured(sentence: ReadSentence, span: Span) -> tuple[str | None, tuple[str, ...]]:
    """What a share or a sum is of, in the sentence's words, and the parties in them; else None."""
    head = head_at(sentence, span)
    if head is None:
        return None, ()
    tokens = _whole(head, tokens_at(sentence, span)) or _above(head, {one.i for one in tokens_at(sentence, span)})
    if not tokens:
        return None, ()
    slots = [sentence.parsed.slot_at[one.i] for one in tokens if one.i in sentence.parsed.slot_at]
    parties = parties_in(sentence, slots) or parties_in(sentence, _subject_slots(sentence, head))
    return words_of(sentence, tokens), parties


def _whole(head: Token, figure: Sequence[Token]) -> list[Token]:
    """The whole of which a share is: what stands behind "of", or beside "half"."""
    for token in figure:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                objects = [one for one in child.children if one.dep_ == "pobj"]
                if objects:
                    return _phrase(objects[0], leave=set())
    return []


def _above(head: Token, figure: set[int]) -> list[Token]:
    """What a figure measures by its place: the noun that it stands before, the subject of what it measures, the act."""
    if head.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod") and head.head.pos_ in ("NOUN", "PROPN"):
        return _phrase(head.head, leave=figure)
    if head.head.lower_ == "worth" and head.head.i > 0:  # "a loan worth $2 million"
        return _phrase(head.head.nbor(-1), leave=figure)
    last, noun = head, None
    for one in head.ancestors:
        if one.pos_ in _HEADS and not _is_unit(one):
            noun = one
            break
        last = one
    stands_for = last.i == head.i and last.dep_ == "appos"  # "the loan, 2 million dollars, was repaid"
    if noun is not None and noun.pos_ != "VERB" and last.dep_ in ("appos", "conj") and not stands_for:
        return []  # beside another thing, and a measure of it or not
    if noun is not None and noun.pos_ in ("NOUN", "PROPN"):
        above = noun.head if noun.lemma_.lower() in ("worth", "rate") and noun.head.pos_ == "NOUN" else noun
        return _phrase(above, leave=figure)
    verb = clause_of(head)
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if head.dep_ in _SUBJECTS and head.i != verb.i:
        return _act(verb)
    subject = next((one for one in verb.children if one.dep_ in _SUBJECTS), None)
    if verb.lemma_.lower() in _MEASURING and subject is not None:
        return _phrase(subject, leave=set())
    if head.dep_ in ("dobj", "pobj", "npadvmod"):
        return _act(verb)
    return []


def _is_unit(token: Token) -> bool:
    """Whether a noun is a unit of another figure: "200 billion yuan, or 3.4 trillion yen"."""
    return token.lower_ in currency_names() or token.lower_ in ("%", "percent") or token.text in currency_signs()


def _act(verb: Token) -> list[Token]:
    """A verb with what belongs to it, without further clauses."""
    aside = {
        one.i
        for child in verb.children
        if child.dep_ in ("cc", "conj", "advcl", "punct", "parataxis", "ccomp")
        or (child.dep_ == "prep" and any(one.dep_ == "pcomp" for one in child.subtree))
        for one in child.subtree
    }
    kept: list[Token] = []
    for token in verb.subtree:
        if token.i < verb.i:
            continue
        if token.i in aside or (kept and token.i != kept[-1].i + 1):
            break
        kept.append(token)
    return kept if len(kept) <= _LONGEST else []


def _phrase(noun: Token, leave: set[int]) -> list[Token]:
    """A noun phrase up to its first clause or comma, without the figure in it, and without words that lead to it."""
    aside = {one.i for child in noun.subtree if child.dep_ in ("relcl", "appos", "advcl") for one in child.subtree}
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
    return kept[:_LONGEST] if usable else []


def _subject_slots(sentence: ReadSentence, head: Token) -> list[int]:
    verb = clause_of(head)
    return [slot for one in verb.children if one.dep_ in _SUBJECTS for slot in slots_below(sentence, one)]
