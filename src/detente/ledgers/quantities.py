"""What an article tells of figures: shares, sums, counts, growth, lengths, ranks, and "the first in three years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.ledgers.clause_parts import SUBJECTS
from detente.ledgers.clauses import CODER, FINITE, clause_of, parties_in, record_id, slots_below, span_of
from detente.ledgers.figures import find_figures
from detente.ledgers.measured import CHANGE, FALLING, MEASURING, RISING, is_occasion, is_share_of, told_of, unit_of
from detente.ledgers.numbers import Figure
from detente.ledgers.parse_spans import head_at, tokens_at
from detente.ledgers.recency import FIRST_CUE, find_recency
from detente.ledgers.sentences import ReadSentence
from detente.records import Evidence, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = re.compile(FIRST_CUE)
# What is held against a figure is of the same thing: "40 percent, up from 35 percent".
_COMPARED = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to)|as against|against|versus) (?:\w+ )?$")
_SHRINKING = {"contraction", "reduction"}
_YEARLY = re.compile(r"\s*(?:,\s*)?(?:annually|a year\b|per year|per annum|year[- ]on[- ]year|yearly)", re.IGNORECASE)
_BELONGING = ("of", "from", "for", "including", "between", "in")
_PLACES = frozenset("provinces prefectures cities islands countries nations states".split())


def is_cue(text: str) -> bool:
    """Whether a sentence may tell of a figure."""
    return bool(find_figures(text)) or _FIRST.search(text) is not None


def find_quantities(sentences: Sequence[ReadSentence]) -> tuple[Quantity, ...]:
    """What sentences tell of figures: shares, sums, counts, growth, and "the first in years", in order of the text.

    Args:
        sentences: of one article, in order.

    Returns:
        One record a figure. A share that changes or that recurs yearly is a rate, which is below zero where a word
        of falling has it for its measure; the value of a range is its middle. Figures of which nothing is told
        ("70%" alone), or that are about no party, are left out.
    """
    return tuple(
        quantity
        for sentence in sentences
        for quantity in sorted(_read(sentence), key=lambda one: one.evidence.trigger.start)
    )


def _read(sentence: ReadSentence) -> Iterator[Quantity]:
    """How long since the last, and the other figures."""
    since = list(find_recency(sentence)) if _FIRST.search(sentence.text) else []
    yield from since
    taken = [one.evidence.trigger for one in since]
    yield from (one for one in _figures(sentence) if not any(one.evidence.trigger.overlaps(span) for span in taken))


def _figures(sentence: ReadSentence) -> Iterator[Quantity]:
    before: str | None = None  # what the figure before is of
    for figure, span in _placed(sentence):
        of, words = told_of(sentence, figure, span)
        if (
            before is not None
            and figure.what is None
            and _COMPARED.search(sentence.text, 0, span.start - sentence.span.start)
        ):
            of = before
        before = of
        parties = _parties(sentence, figure, span, words)
        if of is None or not parties:
            continue
        kind, value = _rate(sentence, figure, span)
        evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
        yield Quantity(
            id=record_id(evidence, kind),
            evidence=evidence,
            kind=kind,
            expression=" ".join(span.of(sentence.document.text).split()),
            value=value,
            unit=unit_of(figure, of, words),
            of=of,
            parties=parties,
        )


def _placed(sentence: ReadSentence) -> Iterator[tuple[Figure, Span]]:
    """The figures of a sentence, where they stand in the article; none that a date or a verb runs through."""
    for figure in find_figures(sentence.text):
        span = Span(figure.span.start + sentence.span.start, figure.span.end + sentence.span.start)
        is_count = figure.kind == "count"
        if (figure.kind != "money" and _is_cut(sentence, span)) or (
            is_count and figure.unit != "days" and _is_dated(sentence, span)
        ):
            continue  # "on March 23 Chinese ships"
        yield _to_its_noun(sentence, figure, span) if is_count else (figure, span)


def _is_dated(sentence: ReadSentence, span: Span) -> bool:
    """Whether a date expression stands among the words of a figure."""
    return any(span.overlaps(date.span) for date in sentence.dates.expressions)


def _to_its_noun(sentence: ReadSentence, figure: Figure, span: Span) -> tuple[Figure, Span]:
    """A count made whole whose last noun stands before another: "two aircraft carriers", "30 sports officials"."""
    tokens = tokens_at(sentence, span)
    noun = tokens[-1].head if tokens and tokens[-1].dep_ == "compound" else None
    if noun is None or figure.what is None or noun.i != tokens[-1].i + 1 or noun.pos_ != "NOUN":
        return figure, span
    end = span_of(sentence, [noun]).end
    what = f"{figure.what} {noun.text}"
    return replace(figure, unit=noun.lower_, what=what), Span(span.start, max(end, span.end))


def _rate(sentence: ReadSentence, figure: Figure, span: Span) -> tuple[str, float]:
    """The kind of a figure with its value: a share that changes by so much is a rate."""
    if figure.unit not in ("percent", "points") or is_share_of(sentence, span):
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
    if by and lemma in FALLING | RISING:
        return "rate", -abs(figure.value) if lemma in FALLING else figure.value
    change = next((noun for word in _around(head) if (noun := word.lemma_.lower()) in CHANGE), None)
    if change in FALLING | _SHRINKING:
        return "rate", -abs(figure.value)
    return ("rate" if yearly or change else figure.kind), figure.value


def _around(head: Token) -> Iterator[Token]:
    """What may tell that a share is one of growth: the noun beside it, the subject of its verb."""
    above = head.head
    if above.pos_ == "ADP":
        above = above.head
    if above.pos_ == "NOUN":
        yield above
    elif above.lemma_.lower() in MEASURING:
        for subject in (one for one in above.children if one.dep_ in SUBJECTS):
            yield subject
            yield from (child for child in subject.children if child.dep_ == "compound")


def _is_cut(sentence: ReadSentence, span: Span) -> bool:
    """Whether the words of a figure are no phrase: a finite verb stands among them."""
    tokens = tokens_at(sentence, span)
    return len(tokens) > 1 and any(token.tag_ in FINITE for token in tokens)


def _parties(sentence: ReadSentence, figure: Figure, span: Span, words: Sequence[Token]) -> tuple[str, ...]:
    """Whom a figure is about: the parties of what it measures or counts, else those around it."""
    if words:
        subject = _subject_slots(sentence, tokens_at(sentence, span)[0])
        slots = [sentence.parsed.slot_at[one.i] for one in words if one.i in sentence.parsed.slot_at]
        own = parties_in(sentence, [*subject, *slots]) if parties_in(sentence, slots) else ()
    else:
        own = _counted_parties(sentence, span) if figure.what is not None and not is_occasion(figure) else ()
    return own or _parties_around(sentence, span, figure)


def _parties_around(sentence: ReadSentence, span: Span, figure: Figure) -> tuple[str, ...]:
    """Whom a figure is about whose own words name nobody: the parties of its clause, of its sentence, of its passage.

    Places are somebody's ("10 provinces"), and whose isn't told by who acts on them: one of a pair that is in hand.
    """
    if figure.unit in _PLACES:
        return sentence.about if len(sentence.about) > 1 else ()
    head = head_at(sentence, span)
    near = parties_in(sentence, slots_below(sentence, clause_of(head))) if head is not None else ()
    actors = (actor for one in sentence.mentions for actor in one.actors)
    named = tuple(dict.fromkeys(party for actor in actors if (party := party_of(actor))))
    return next((own for some in (near, named) if (own := _of_passage(sentence, some))), sentence.about)


def _of_passage(sentence: ReadSentence, parties: Sequence[str]) -> tuple[str, ...]:
    """Parties without those that only name a place."""
    return tuple(party for party in parties if party in sentence.about)


def _counted_parties(sentence: ReadSentence, span: Span) -> tuple[str, ...]:
    """Whom a count is about: the parties in its words, else those in the subject of its clause."""
    inside = [actor for one in sentence.mentions if span.overlaps(one.span) for actor in one.actors]
    named = tuple(dict.fromkeys(party for actor in inside if (party := party_of(actor))))
    head = head_at(sentence, span)
    if head is None:
        return named
    own = [
        child
        for child in head.children
        if child.dep_ in ("amod", "compound", "poss", "appos") or (child.dep_ == "prep" and child.lower_ in _BELONGING)
    ]
    below = parties_in(sentence, [slot for child in own for slot in slots_below(sentence, child)])
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    acting = head.head.pos_ == "VERB" and head.dep_ in ("dobj", *SUBJECTS)
    subject = parties_in(sentence, _subject_slots(sentence, head)) if acting else ()
    return tuple(dict.fromkeys((*subject, *named, *below)))


def _subject_slots(sentence: ReadSentence, head: Token) -> list[int]:
    verb = clause_of(head)
    return [slot for one in verb.children if one.dep_ in SUBJECTS for slot in slots_below(sentence, one)]
