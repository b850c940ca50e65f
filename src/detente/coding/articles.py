"""One article through all stages: sentences, dates, mentions, candidates, relations, events."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from detente.actors import find_mentions, find_places, party_of, state_actor
from detente.coding.blind import BlindSentence, Slot, SlotForm, blind, slot_form
from detente.coding.coder import Coder
from detente.coding.events import build_events, last_sides
from detente.dating import Role, SentenceDates, find_dates
from detente.knowledge.frames import agentless_words, elliptic_words
from detente.knowledge.states import states
from detente.reading import split_sentences
from detente.records import Document, Event, Ledger, Mention, Span, When


@dataclass(frozen=True, slots=True)
class Coding:
    """What one article yields.

    Attributes:
        left: what became no event, counted by reason.
        dates: the date expressions of each sentence.
        ledger: what the article says beyond events, once it was read (:func:`detente.ledgers.with_ledger`).
    """

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    left: Mapping[str, int]
    dates: tuple[SentenceDates, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may report something between two parties."""

    blind: BlindSentence
    dates: SentenceDates
    points: tuple[When, ...]
    of_running: frozenset[str] | None  # parties of the sentence that set the running date


def code_document(document: Document, coder: Coder) -> Coding:
    """Read the events off one article.

    Args:
        document: the article.
        coder: any coder.

    Returns:
        Its sentences, mentions and events in order of the text, with what was left out by reason.
    """
    sentences = split_sentences(document.text)
    dates = find_dates(document.text, sentences, document.published)
    mentions = find_mentions(document, sentences, [_first_date(found) for found in dates])
    left: Counter[str] = Counter()
    if document.language not in (None, "en"):
        left[f"documents in a language that is not coded ({document.language})"] += 1
    candidates = _candidates(document, sentences, mentions, dates, left)
    coded = coder.code([candidate.blind for candidate in candidates])
    events: list[Event] = []
    for candidate, relations in zip(candidates, coded, strict=True):
        if not relations:
            left["sentences in which no frame holds two parties"] += 1
        near = [event for event in events if _is_near(event, candidate.blind.span, document.text)]
        events += build_events(
            document,
            candidate.blind,
            relations,
            candidate.dates,
            candidate.points,
            coder.name,
            left,
            last_sides(near),
            candidate.of_running,
            [event for event in events if _is_near(event, candidate.blind.span, document.text, breaks=1)],
        )
    return Coding(document, sentences, mentions, tuple(events), dict(+left), tuple(dates))


def blind_sentence(coding: Coding, number: int) -> BlindSentence:
    """A sentence of a coded document, by its index, as the coder saw it, with the dates that it could use."""
    span = coding.sentences[number]
    places = _place_slots(coding.document.text, span)
    return _blinded(coding.document.text, span, mentions_in(coding.mentions, span), places, coding.dates[number])


def mentions_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Those of a document's mentions, in order of the text, that stand in a span."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    return list(takewhile(lambda mention: mention.span.end <= span.end, mentions[first:]))


def _is_near(event: Event, sentence: Span, text: str, breaks: int = 0) -> bool:
    """Whether an event stands before a sentence in its paragraph, or so many paragraphs above."""
    return text.count("\n\n", event.evidence.sentence.end, sentence.start) <= breaks


def _first_date(dates: SentenceDates) -> When | None:
    points = [dated.when for dated in dates.expressions if dated.role is Role.POINT]
    return points[0] if points else dates.running


def _candidates(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    dates: Sequence[SentenceDates],
    left: Counter[str],
) -> list[_Candidate]:
    """The sentences with two parties or more, blinded."""
    found = []
    named: list[frozenset[str]] = []  # parties by sentence
    for sentence, dated in zip(sentences, dates, strict=True):
        inside = mentions_in(mentions, sentence)
        places = _place_slots(document.text, sentence)
        named.append(_parties(inside, places))
        text = sentence.of(document.text)
        if len(named[-1]) < 2 and not (_may_be_agentless(text, inside, places) or _may_be_elliptic(text, inside)):
            left["sentences with fewer than two parties"] += 1
            continue
        of_running = named[-1 - dated.back] if dated.back else None
        points = tuple(expression.when for expression in dated.expressions if expression.role is Role.POINT)
        found.append(_Candidate(_blinded(document.text, sentence, inside, places, dated), dated, points, of_running))
    return found


def _parties(mentions: Sequence[Mention], places: Sequence[Slot]) -> frozenset[str]:
    actors = [actor for mention in mentions for actor in mention.actors]
    actors += [actor for place in places for actor in place.actors]
    return frozenset(party for actor in actors if (party := party_of(actor)) is not None)


def _may_be_agentless(sentence: str, mentions: Sequence[Mention], places: Sequence[Slot]) -> bool:
    """Whether a sentence names nobody but may speak of two sides named before: "an agreement was reached"."""
    return not mentions and not places and agentless_words().search(sentence) is not None


def _may_be_elliptic(sentence: str, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence may tell of somebody's visit and leave open to whom: "Xi came in May"."""
    return any(slot_form(one) is SlotForm.PERSON for one in mentions) and elliptic_words().search(sentence) is not None


def _blinded(
    text: str, sentence: Span, mentions: Sequence[Mention], places: Sequence[Slot], dates: SentenceDates
) -> BlindSentence:
    points = [one.span for one in dates.expressions if one.role is Role.POINT]
    return blind(text, sentence, mentions, places, points)


def _place_slots(text: str, sentence: Span) -> list[Slot]:
    return [
        Slot(SlotForm.PLACE, Span(0, 0), span, name, (state_actor(states()[country]),))
        for span, name, country in find_places(text, sentence)
    ]
