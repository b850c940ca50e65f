"""The walk through a document: each sentence's dates, with the running date of the discourse.

Two dates run along, by two rules.

* The **running date** dates events that have no expression of their own. A date in the main clause sets it
  for the sentences that follow in the same paragraph. It ends with the paragraph, but for a report of the
  day: where the first date that an article sets is a day at most three before its publication, that
  **story date** runs on in paragraphs which set none. Dates of the future, deadlines, dates in side clauses
  ("which began in 2020") and dates that only name an event ("last week's visit") never set it.
* The **anchors** complete partial expressions. "on the 26th" and "the next day" refer to the last day or
  month that a main clause named anywhere before, "that year" to what was last named at all; a date without
  its year takes it from the running date of its paragraph, else from publication, and only without either
  from the one year that main clauses have set.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.dating.anchoring import NOWHERE, anchor
from detente.dating.expressions import find_expressions
from detente.dating.forms import (
    Base,
    CalendarUnit,
    Dated,
    Form,
    RawExpression,
    Role,
    SentenceDates,
    Shift,
    Stretch,
    Unit,
    Weekday,
    YearOf,
)
from detente.records import Precision, Span, When, WhenFrom

_NOTHING_YET = When(reason="no date in the paragraph")
_STORY = dt.timedelta(days=3)
_MONTH_OR_FINER = (Precision.DAY, Precision.RANGE, Precision.MONTH)


@dataclass(frozen=True, slots=True)
class _Discourse:
    """What has been named up to a point of the document."""

    published: dt.date | None
    running: When = _NOTHING_YET
    story: When | None = None  # unset until an article sets its first date
    named: When = NOWHERE  # the last date of any precision
    fine: When = NOWHERE  # the last of a month or finer
    told: When = NOWHERE  # the last that a main clause set
    years: frozenset[int] = frozenset()  # years that main clauses have set

    def next_paragraph(self) -> _Discourse:
        return replace(self, running=self.story or _NOTHING_YET)

    def after(self, raw: RawExpression, when: When) -> _Discourse:
        """The discourse once ``raw`` has been read as ``when``."""
        if when.start is None or (when.start != when.end and raw.dateline):
            return self
        if raw.dateline:
            return replace(self, published=self.published or when.start, named=when, fine=when)
        if raw.role is not Role.POINT:
            return self
        is_fine = when.precision in _MONTH_OR_FINER and (raw.frames or self.fine.start is None)
        fine = when if is_fine else self.fine
        if not raw.frames:
            return replace(self, named=when, fine=fine)
        running = replace(when, origin=WhenFrom.DISCOURSE)
        story = self._story(running) if self.story is None else self.story
        years = self.years | {when.start.year}
        return replace(self, running=running, story=story, named=when, fine=fine, told=running, years=years)

    def _story(self, first: When) -> When:
        """The date of the story that an article reports, where the first date it sets is one; else nothing."""
        is_day = self.published is not None and first.start is not None and first.start == first.end
        if is_day and dt.timedelta() <= self.published - first.start <= _STORY:  # type: ignore[operator]
            return first
        return _NOTHING_YET

    def anchor_for(self, form: Form) -> When:
        """What a partial expression of this form refers to."""
        match form:
            case CalendarUnit(unit=Unit.DAY, number=None):
                return self.fine
            case CalendarUnit(year=YearOf(base=Base.RUNNING)) | Weekday(base=Base.RUNNING):
                return self.named
            case Shift(unit=Unit.DAY | Unit.WEEK | Unit.MONTH, base=Base.RUNNING):
                return self.fine
            case Shift(base=Base.RUNNING):
                return self.named
            case Stretch():
                return self.anchor_for(form.last)
            case _ if self.published is None:
                return self.running if self.running.start or len(self.years) > 1 else self.told
            case _:
                return self.running


def find_dates(text: str, sentences: Sequence[Span], published: dt.date | None) -> tuple[SentenceDates, ...]:
    """Find and anchor the dates of a document, sentence by sentence.

    Args:
        text: the document's text.
        sentences: spans of its sentences, in order.
        published: publication date of the document, None where unknown.

    Returns:
        One ``SentenceDates`` for each sentence, in order. Spans index ``text``.
    """
    is_break = "\n\n" if "\n\n" in text else "\n"
    discourse = _Discourse(published)
    dated, last_end = [], 0
    for sentence in sentences:
        if is_break in text[last_end : sentence.start]:
            discourse = discourse.next_paragraph()
        running = discourse.running
        expressions, discourse = _date_sentence(sentence, sentence.of(text), discourse)
        dated.append(SentenceDates(expressions, running))
        last_end = sentence.end
    return tuple(dated)


def _date_sentence(span: Span, text: str, discourse: _Discourse) -> tuple[tuple[Dated, ...], _Discourse]:
    found = []
    for raw in find_expressions(text):
        when = anchor(raw, discourse.published, discourse.anchor_for(raw.form))
        found.append(Dated(Span(span.start + raw.span.start, span.start + raw.span.end), raw.text, when, raw.role))
        discourse = discourse.after(raw, when)
    return tuple(found), discourse
