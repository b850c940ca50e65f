"""The sentences of an article that may belong in a ledger, parsed once for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detente.coding import Coding
from detente.coding.articles import blind_sentence, mentions_in
from detente.coding.parse import Parse, parse
from detente.dating import SentenceDates
from detente.ledgers.statements import NOTHING, Statement, read_statements
from detente.ledgers.topic import parties_in_hand
from detente.records import Document, Event, Mention, Span

Cue = Callable[[str], object]  # true of the text of a sentence that is wanted


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with all that was read in it.

    Attributes:
        document: the article that it stands in.
        number: its place among the article's sentences.
        span: where it stands in the article's text.
        text: its words as they stand there.
        mentions: who is named in it, in order.
        dates: its date expressions, with role and window.
        events: the events coded from it.
        parsed: its blinded text, parsed; ``parsed.sentence.original`` leads back to the article.
        statement: what the network says that it states.
        about: the parties that it is about (:mod:`detente.ledgers.topic`).
    """

    document: Document
    number: int
    span: Span
    text: str
    mentions: tuple[Mention, ...]
    dates: SentenceDates
    events: tuple[Event, ...]
    parsed: Parse
    statement: Statement
    about: tuple[str, ...]


def read_sentences(
    coding: Coding,
    of_parties: Sequence[Cue],
    of_passage: Sequence[Cue] = (),
    of_any: Sequence[Cue] = (),
) -> list[ReadSentence]:
    """The sentences that a cue picks out, or of which the network reads a statement, in order of the text.

    The network reads those alone that are about somebody.

    Args:
        coding: the coded article.
        of_parties: cues that count in sentences which name somebody.
        of_passage: cues that count in sentences which name somebody, or are about somebody by their passage.
        of_any: cues that count in every sentence.
    """
    texts = [span.of(coding.document.text) for span in coding.sentences]
    about = parties_in_hand(coding)
    told = [number for number in range(len(texts)) if about[number]]
    blinded = {number: blind_sentence(coding, number) for number in told}
    statements = dict(zip(told, read_statements(list(blinded.values())), strict=True))
    naming = _naming(coding)
    wanted = [
        number
        for number, text in enumerate(texts)
        if statements.get(number, NOTHING).is_any
        or any(cue(text) for cue in of_any)
        or (number in naming and any(cue(text) for cue in of_parties))
        or ((number in naming or about[number]) and any(cue(text) for cue in of_passage))
    ]
    blinded |= {number: blind_sentence(coding, number) for number in wanted if number not in blinded}
    parses = parse([blinded[number] for number in wanted])
    return [
        ReadSentence(
            document=coding.document,
            number=number,
            span=coding.sentences[number],
            text=texts[number],
            mentions=tuple(mentions_in(coding.mentions, coding.sentences[number])),
            dates=coding.dates[number],
            events=tuple(one for one in coding.events if one.evidence.sentence == coding.sentences[number]),
            parsed=parsed,
            statement=statements.get(number, NOTHING),
            about=about[number],
        )
        for number, parsed in zip(wanted, parses, strict=True)
    ]


def in_one_paragraph(document: Document, one: Span, other: Span) -> bool:
    """Whether two sentences, in order, stand in the same paragraph."""
    return "\n" not in document.text[one.end : other.start]


def _naming(coding: Coding) -> frozenset[int]:
    """Numbers of the sentences that name somebody known."""
    starts = [span.start for span in coding.sentences]
    return frozenset(bisect_right(starts, one.span.start) - 1 for one in coding.mentions if one.actors)
