"""What a date expression says, before anything anchors it.

A form keeps exactly what the words give: "July 26" has a month and a day and no year, "last April" has a
month and a turn, "three days later" has a count, a unit and the date of the discourse as its base.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.records import Span, When


class Role(StrEnum):
    """What a date expression does in its sentence. Only ``POINT`` dates events."""

    POINT = "point"  # the event happened at or in that time
    DURATION = "duration"  # "for three days", "the first time in five years"
    SINCE = "since"  # "since 1972", "after 2012"
    UNTIL = "until"  # "until March"
    DEADLINE = "deadline"  # "by July next year", "before 2030"
    RECURRING = "recurring"  # "every year", "on Fridays"
    AGE = "age"  # "aged 52", "a 52-year-old"
    OTHER = "other"  # dates that name something ("the 1978 treaty"), datelines, comparisons


class Unit(StrEnum):
    """A unit of time that words can name."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Base(StrEnum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"
    RUNNING = "running"


class Turn(StrEnum):
    """Direction of a name of the calendar: "last", "this" or "next" before it."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year named by its distance: "last year" is -1 from publication, "that year" 0 from the discourse."""

    shift: int
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """A day, month, season, quarter, half, year or decade by its name, whole or in part.

    Attributes:
        unit: what is named; the precision is never finer than this.
        year: the year, or how to find it, or None where the words have none. First year for a decade.
        number: month 1-12 (also for a day), season 1-4 from spring, quarter 1-4, half 1-2.
        day: day of the month.
        weekday: 0 (Monday) to 6, where the words add it; it helps to find the year.
        turn: "last", "this" or "next" before the name.
    """

    unit: Unit
    year: int | YearOf | None = None
    number: int | None = None
    day: int | None = None
    weekday: int | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "on Thursday", "next Friday", "Friday last week" (week = -1)."""

    weekday: int
    turn: Turn | None = None
    week: int | None = None
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one calendar unit to another, both included."""

    first: CalendarUnit | Weekday
    last: CalendarUnit | Weekday


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units before (negative) or after a base: "two months ago", "the next day"."""

    unit: Unit
    count: int
    base: Base = Base.PUBLICATION
    approximate: bool = False
    number: int | None = None  # the season that "that summer" names


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, which is no date: "three days"."""

    unit: Unit
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Unresolvable:
    """Words of time that name no date, with the reason."""

    reason: str


Form = CalendarUnit | Weekday | Stretch | Shift | Length | Unresolvable


@dataclass(frozen=True, slots=True)
class RawExpression:
    """A date expression as found, not yet anchored.

    Attributes:
        span: offsets into the text searched; a leading preposition or "the" is left out.
        text: the words at that span.
        form: what they say.
        role: what they do in the sentence.
        forward: the words before it speak of the future ("will", "is scheduled to").
        frames: it may become the running date of the discourse.
        opens: it opens its sentence ("In 2018, ties warmed").
        dateline: it dates the report itself ("TOKYO, July 3 (Xinhua) --").
    """

    span: Span
    text: str
    form: Form
    role: Role
    forward: bool = False
    frames: bool = False
    opens: bool = False
    dateline: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression of a document, anchored. ``span`` indexes the document's text.

    ``frames`` says that it became the running date of the discourse.
    """

    span: Span
    text: str
    when: When
    role: Role
    frames: bool = False


@dataclass(frozen=True, slots=True)
class SentenceDates:
    """The dates of one sentence.

    Attributes:
        expressions: in order of the text, disjoint.
        running: the date of the discourse as the sentence begins, for events without an expression of
            their own; unknown, with its reason, where there is none.
        back: how many sentences before this one the running date was set, where its paragraph set it.
    """

    expressions: tuple[Dated, ...]
    running: When
    back: int | None = None
