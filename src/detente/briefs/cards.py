"""Occurrences as a reader sees them: in plain words, with the sentences that report them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from detente.briefs.content import Card, Period, Quote, Source, Statement
from detente.briefs.phrases import MODALITIES, phrase, say
from detente.briefs.selection import Selection, cited_documents, reports
from detente.briefs.wording import name_participant, say_day, say_month, say_when
from detente.knowledge import plover
from detente.records import Occurrence, Participant, Precision, Span
from detente.store import ListedDocument, QuotedEvent

_LONGEST_IN_MONTH = 31  # days of a range that still stands under the month it starts in
_COARSE = (Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR, Precision.DECADE)


def anchor_of(occurrence_id: str) -> str:
    """Where the brief tells of an occurrence."""
    return f"o-{occurrence_id}"


def list_sources(selection: Selection, others: Mapping[str, ListedDocument]) -> dict[str, Source]:
    """The documents quoted, by id, numbered in the order of publication; ``others`` report no occurrence."""
    counts = cited_documents(selection, (*selection.occurrences, *selection.aside))
    order = sorted(
        ({document: selection.documents[document] for document in counts} | dict(others)).values(),
        key=lambda row: (row.document.published or dt.date.max, row.document.source),
    )
    return {
        row.document.id: Source(
            anchor=f"s-{number}",
            number=number,
            heading=row.document.title or PurePath(row.document.source.replace("\\", "/")).name,
            outlet=row.document.outlet,
            published=row.document.published,
            places=row.sources,
            url=row.document.url,
            occurrences=counts.get(row.document.id, 0),
        )
        for number, row in enumerate(order, start=1)
    }


def state(selection: Selection, occurrence: Occurrence) -> Statement:
    """An occurrence in plain words."""
    rows = reports(selection, occurrence)
    contacts = [row.event.contact for row in rows if row.event.contact]
    text = say(
        _names(occurrence.actors, [one for row in rows for one in row.event.actors]),
        _names(occurrence.recipients, [one for row in rows for one in row.event.recipients]),
        phrase(occurrence.root, occurrence.mode, contacts[0] if contacts else None),
    )
    return Statement(
        anchor=anchor_of(occurrence.id),
        text=text + _where(occurrence),
        status=MODALITIES.get(occurrence.modality),
        code=" ".join(filter(None, (occurrence.root, occurrence.mode))),
        score=plover.score(occurrence.root, occurrence.mode),
        outlets=len(occurrence.outlets),
        reports=len(rows),
        speaker=next((row.event.speaker.name for row in rows if row.event.speaker), None),
        undated=(occurrence.when.reason or "no date given") if occurrence.when.precision is Precision.UNKNOWN else None,
    )


def _where(occurrence: Occurrence) -> str:
    if not occurrence.place:
        return ""
    return f" ({occurrence.place})" if occurrence.mode == "visit" else f", in {occurrence.place}"


def make_cards(
    selection: Selection, occurrences: Iterable[Occurrence], sources: Mapping[str, Source]
) -> tuple[Card, ...]:
    """One card for all occurrences of one date that the same sentences report, in the order given."""
    together: dict[tuple[str, frozenset[tuple[str, Span]]], list[Occurrence]] = {}
    for one in occurrences:
        where = frozenset((row.event.evidence.document, row.event.evidence.sentence) for row in reports(selection, one))
        together.setdefault((_date(selection, one), where), []).append(one)
    return tuple(
        Card(
            when=when,
            statements=tuple(state(selection, one) for one in group),
            quotes=_quotes([row for one in group for row in reports(selection, one)], sources),
        )
        for (when, _), group in together.items()
    )


def _date(selection: Selection, occurrence: Occurrence) -> str:
    """When it was; of what has no date, when it was first reported."""
    if occurrence.when.start:
        return say_when(occurrence.when)
    published = first_report(selection, occurrence)
    return f"no date; reported {say_day(published)}" if published else "no date"


def first_report(selection: Selection, occurrence: Occurrence) -> dt.date | None:
    """The day that the first report of an occurrence was published."""
    return min((row.published for row in reports(selection, occurrence) if row.published), default=None)


def undated_of(selection: Selection) -> list[Occurrence]:
    """Occurrences whose date is unknown, the last reported first."""
    unknown = [one for one in selection.occurrences if one.when.start is None]
    return sorted(unknown, key=lambda one: first_report(selection, one) or dt.date.min, reverse=True)


def group_by_period(
    selection: Selection, occurrences: Iterable[Occurrence], sources: Mapping[str, Source]
) -> tuple[Period, ...]:
    """Dated occurrences by month, newest first; those dated more coarsely, by what is known of it."""
    newest = sorted(
        (one for one in occurrences if one.when.start and one.when.end),
        key=lambda one: (_last_day(one), one.when.start or dt.date.min),
        reverse=True,
    )
    groups: dict[str, list[Occurrence]] = {}
    for one in newest:
        groups.setdefault(_title(one), []).append(one)
    return tuple(
        Period(f"p-{number}", title, make_cards(selection, group, sources))
        for number, (title, group) in enumerate(groups.items(), start=1)
    )


def _title(occurrence: Occurrence) -> str:
    return (
        say_month(occurrence.when.start)
        if in_month(occurrence) and occurrence.when.start
        else say_when(occurrence.when)
    )


def in_month(occurrence: Occurrence) -> bool:
    """Whether an occurrence stands under a month: it is dated to a part of one, or to a few days across two."""
    when = occurrence.when
    if when.start is None or when.end is None or when.precision in _COARSE:
        return False
    return (when.end - when.start).days < _LONGEST_IN_MONTH


def _last_day(occurrence: Occurrence) -> dt.date:
    """Orders months among years, newest first: a year stands before its December."""
    when = occurrence.when
    if not in_month(occurrence) or when.start is None:
        return when.end or dt.date.min
    return when.start


def _names(ids: Sequence[str], participants: Sequence[Participant]) -> list[str]:
    """Names in the order of ``ids``, each with the office that some report gives."""
    best: dict[str, Participant] = {}
    for one in participants:
        known = best.get(one.actor.id)
        if known is None or (known.office is None and one.office):
            best[one.actor.id] = one
    return [name_participant(best[key]) if key in best else key for key in ids]


def _quotes(rows: Sequence[QuotedEvent], sources: Mapping[str, Source]) -> tuple[Quote, ...]:
    """Each sentence once, with all of its triggers."""
    by_sentence: dict[tuple[str, Span], list[QuotedEvent]] = {}
    for row in rows:
        by_sentence.setdefault((row.event.evidence.document, row.event.evidence.sentence), []).append(row)
    return tuple(
        Quote(
            highlight(group[0].sentence, [row.event.evidence.trigger for row in group], sentence.start),
            sources[document],
        )
        for (document, sentence), group in by_sentence.items()
    )


def highlight(sentence: str, triggers: Iterable[Span], start: int) -> tuple[tuple[str, bool], ...]:
    """A sentence in pieces, each with whether it is a trigger.

    Args:
        sentence: the text.
        triggers: spans in its document; those outside of the sentence are passed over.
        start: where the sentence starts in it.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for trigger in sorted(set(triggers)):
        first, last = trigger.start - start, trigger.end - start
        if not at <= first < last <= len(sentence):
            continue
        pieces += [(sentence[at:first], False), (sentence[first:last], True)]
        at = last
    return tuple(piece for piece in (*pieces, (sentence[at:], False)) if piece[0])
