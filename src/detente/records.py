"""The records that every stage passes on. They are frozen, and import nothing of ours.

One law holds for all of them: ``document.text[evidence.start:evidence.end]`` is exactly the sentence
that a record quotes. Offsets are code points into ``Document.text``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class PublishedFrom(StrEnum):
    """Where a document's publication date comes from."""

    META = "meta"
    TEXT = "text"
    FILENAME = "filename"
    GIVEN = "given"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exact a date is; never more exact than the words it comes from."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


class WhenFrom(StrEnum):
    """What a date rests on."""

    EXPRESSION = "expression"
    DISCOURSE = "discourse"
    PUBLICATION = "publication"
    NONE = "none"


class ActorKind(StrEnum):
    STATE = "state"
    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    BLOC = "bloc"
    GROUP = "group"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"  # "Japan", "Kishida", "the Liberal Democratic Party"
    ADJECTIVE = "adjective"  # "Japanese" before a noun that is no actor ("Japanese products")
    METONYM = "metonym"  # "Tokyo", "the Kremlin"
    OFFICE = "office"  # "the Japanese foreign minister", no person named
    GROUP = "group"  # "Chinese vessels", "the Japanese government"
    ANAPHOR = "anaphor"  # "he", "the two countries", "his counterpart"


class Modality(StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class ContactKind(StrEnum):
    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    SUMMIT = "summit"
    DIALOGUE = "dialogue"
    EXERCISE = "exercise"


class Level(StrEnum):
    """Level of a contact: that of the visiting or first-named side."""

    LEADER = "leader"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    PARLIAMENT = "parliament"
    PARTY = "party"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """One article. ``text`` is the body that all spans index: no title, menu, caption or notice."""

    id: str  # content hash: the same text is the same document
    source: str  # path or address as given; ``path#id`` for a record inside a file
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    language: str | None = None  # ISO 639-1
    url: str | None = None
    captions: tuple[str, ...] = ()  # photo captions, kept apart from the text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The quoted piece of ``text``."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, person, office, organisation, bloc or group.

    ``id`` is ``JPN`` for a state, ``JPN:person:kishida-fumio``, ``JPN:office:foreign-minister``,
    ``JPN:group:coast-guard``, ``org:ASEAN``, ``bloc:global-south``.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None  # ISO 3166-1 alpha-3
    sector: str | None = None  # PLOVER: GOV MIL LEG PTY BUS MED CVL JUD COP SPY IGO NGO REB ...
    aliases: tuple[str, ...] = ()
    valid_from: str | None = None  # ISO date, cut to what is known
    valid_until: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names one actor, or several ("the two countries").

    Attributes:
        span: the whole noun phrase that names the actor, with its office and its name
            ("Japanese Prime Minister Fumio Kishida").
        actors: the actors meant, in order of the text; empty when the name stays unresolved.
        form: how the actor is named.
        office: the office or role as the text words it, for a person named with one.
        level: the level that office speaks for in a contact.
        candidates: ids of the possible readings when there was no single one.
        reason: why the mention is unresolved.
    """

    document: str
    span: Span
    text: str
    actors: tuple[Actor, ...]
    form: Form
    office: str | None = None
    level: Level | None = None
    candidates: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date with its precision: inclusive ``start`` and ``end``, both missing when unknown."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.UNKNOWN
    origin: WhenFrom = WhenFrom.NONE
    expression: str | None = None
    reason: str | None = None  # why unknown

    def __post_init__(self) -> None:
        if (self.precision is Precision.UNKNOWN) != (self.start is None and self.end is None):
            raise ValueError("a date is unknown exactly when it has neither start nor end")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date ends before it starts: {self.start} > {self.end}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a record rests on, and the words in it that triggered the record."""

    document: str
    sentence: Span
    trigger: Span
    coder: str  # name and version, "lexicon.v1"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor as one event names it."""

    actor: Actor
    text: str
    span: Span
    office: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One sentence's report that actors did, will do, might do or did not do something to recipients.

    Reciprocal events list both sides as actors and have no recipient.
    """

    id: str
    evidence: Evidence
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    root: str  # PLOVER event type
    mode: str | None
    contexts: tuple[str, ...]
    modality: Modality
    when: When
    place: str | None
    speaker: Actor | None  # who says so, when somebody in the text does; else the author
    confidence: float
    contact: ContactKind | None = None  # the kind of contact that the event reports, if it is one
    trigger: str = ""  # the trigger's words


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened in the world, reported by one or more events in one or more documents."""

    id: str
    root: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: Modality
    when: When
    place: str | None
    events: tuple[str, ...]
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a contact, with the office held."""

    id: str
    name: str
    country: str | None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A visit, meeting, call, summit, dialogue or exercise between parties."""

    id: str
    occurrence: str
    kind: ContactKind
    people: tuple[Attendee, ...]
    parties: tuple[str, ...]  # ISO 3166 alpha-3, or organisation acronyms
    host: str | None  # ISO 3166 alpha-3
    place: str | None
    level: Level
    when: When
    modality: Modality
    evidence: tuple[Evidence, ...] = field(default=())
