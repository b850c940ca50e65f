"""Which date an event has: its own expression's, else that of the discourse where nothing speaks against it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from detente.actors import party_of
from detente.coding.blind import BlindSentence
from detente.coding.coder import Relation
from detente.dating import Dated, SentenceDates
from detente.records import Modality, When

_MEASURES = re.compile(r"\b(?:after|before|following|ahead of|until)\b[^,;]*$")
_DURING = re.compile(r"(?:During|At|After|Before|Following|On|In) (?:the )?")
_OWN_EVENT = re.compile(r"['’]s? (?:\w+ ){0,3}?(?:visits?|trip|tour|stay|talks|meetings?|summit|call|stopover)\b")
_OFTEN = re.compile(r"\b(?:several times|many times|repeatedly)\b")
_NEXT_CLAUSE = re.compile(r", (?:and|but|while)\b")


def date_event(
    relation: Relation,
    sentence: BlindSentence,
    dates: SentenceDates,
    points: Sequence[When],
    published: dt.date | None,
) -> When:
    """The date of an event: that of its own expression, else the date of the discourse.

    Args:
        relation: what the coder found.
        sentence: the blinded sentence it stands in.
        dates: all date expressions of the sentence and its running date.
        points: the dates of ``sentence.dates``, in their order.
        published: publication date of the document.
    """
    if relation.date is not None:
        near = [points[index] for index in (relation.date, *relation.further_dates)]
        when = next((one for one in near if one.start), near[0])
        is_past = when.end is not None and published is not None and when.end < published
        if is_past and relation.modality in (Modality.PLANNED, Modality.CALLED_FOR, Modality.HYPOTHETICAL):
            return When(reason="the date is that of the plan")
        return when
    return _running(relation, sentence, dates)


def _running(relation: Relation, sentence: BlindSentence, dates: SentenceDates) -> When:
    """The date of the discourse, where nothing says that the event is not of that date."""
    if relation.modality is not Modality.HAPPENED:
        return When(reason="no date given")
    if not relation.narrated:
        return When(reason="no date given, and told in a tense that doesn't go on from the sentence before")
    if any(_may_date(relation, sentence, one) for one in dates.expressions) or _is_measured(relation, sentence):
        return When(reason="the date in the sentence belongs to something else")
    return dates.running


def _may_date(relation: Relation, sentence: BlindSentence, date: Dated) -> bool:
    """Whether a date in the sentence may be the event's, or moves the story on before the event is told.

    Behind the event, another main clause has its own date: "He met the premier, and left in May".
    """
    end = relation.trigger.end
    start = next((span.start for span in sentence.dates if sentence.original(span) == date.span), 0)
    return date.frames and not (start > end and _NEXT_CLAUSE.search(sentence.text[end:start]))


def _is_measured(relation: Relation, sentence: BlindSentence) -> bool:
    """Whether an event has its own time: often, or by its distance to a dated one ("after the clash of June 2020")."""
    end = relation.trigger.end
    if _OFTEN.search(sentence.text):
        return True
    return any(_MEASURES.search(sentence.text[end : date.start]) for date in sentence.dates if date.start > end)


def is_of_others(parties: set[str], sentence: BlindSentence, of_running: frozenset[str] | None) -> bool:
    """Whether the date that an event goes on from is of other parties, or of another event than it names."""
    if not of_running:
        return False
    return not of_running & parties or _names_an_event(sentence, of_running)


def _names_an_event(sentence: BlindSentence, of_running: frozenset[str]) -> bool:
    """Whether a sentence opens with an event of somebody else than the date's: "During the premier's visit"."""
    for slot in sentence.slots:
        opening, rest = sentence.text[: slot.span.start], sentence.text[slot.span.end :]
        if _DURING.fullmatch(opening) and _OWN_EVENT.match(rest):
            return not {party_of(actor) for actor in slot.actors} & of_running
    return False
