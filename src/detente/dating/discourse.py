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
    setter: RawExpression | None = None  # what set the running date in this paragraph
    age: int = 0  # sentences since

    def next_sentence(self) -> _Discourse:
        return replace(self, age=self.age + 1)

    def next_paragraph(self) -> _Discourse:
        return replace(self, running=self.story or _NOTHING_YET, setter=None)

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
        return replace(
            self,
            running=running,
            story=story,
            named=when,
            fine=fine,
            told=running,
            years=years,
            setter=raw,
            age=0,
        )

    def _story(self, first: When) -> When:
        """The date of the story that an article reports, where the first date it sets is one; else nothing."""
        is_day = self.published is not None and first.start is not None and first.start == first.end
        if is_day and dt.timedelta() <= self.published - first.start <= _STORY:  # type: ignore[operator]
            return first
        return _NOTHING_YET

    def anchor_for(self, form: Form, forward: bool = False) -> When:
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
            case CalendarUnit(year=None, turn=None) if not self._lends_its_year(form, forward):
                return NOWHERE
            case _:
                return self.running

    def _lends_its_year(self, form: CalendarUnit, forward: bool) -> bool:
        """Whether a name without its year goes on from the running date, rather than back from publication.

        A year named once frames what follows only where it opened its sentence. Months go on from the
        sentence before, unless that counted its own date back from today ("in August last year"). Days go on
        from a day or month as long as the paragraph does.
        """
        if self.setter is None:
            return False
        if self.running.precision not in _MONTH_OR_FINER:
            return self.setter.opens or self.age == 0
        if form.unit is Unit.DAY:
            return True
        if forward and self.age:
            return False
        return self.age <= 1 and not _is_deictic(self.setter.form)


def _is_deictic(form: Form) -> bool:
    """Whether words count from today: "last August", "in August last year"."""
    match form:
        case CalendarUnit(year=YearOf(base=Base.PUBLICATION)) | Shift(base=Base.PUBLICATION):
            return True
        case CalendarUnit(turn=turn):
            return turn is not None
        case Stretch():
            return _is_deictic(form.last)
        case _:
            return False


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
        discourse = discourse.next_sentence()
        running, back = discourse.running, discourse.age if discourse.setter else None
        expressions, discourse = _date_sentence(sentence, sentence.of(text), discourse)
        dated.append(SentenceDates(expressions, running, back))
        last_end = sentence.end
    return tuple(dated)


def _date_sentence(span: Span, text: str, discourse: _Discourse) -> tuple[tuple[Dated, ...], _Discourse]:
    found = []
    for raw in find_expressions(text):
        when = anchor(raw, discourse.published, discourse.anchor_for(raw.form, raw.forward))
        found.append(
            Dated(Span(span.start + raw.span.start, span.start + raw.span.end), raw.text, when, raw.role, raw.frames)
        )
        discourse = discourse.after(raw, when)
    return tuple(found), discourse
