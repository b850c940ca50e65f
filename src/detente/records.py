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


class CommitmentKind(StrEnum):
    """How a coming happening is told."""

    PROMISE = "promise"  # somebody binds himself: "agreed to resume", "pledged to"
    PLAN = "plan"  # "will visit", "plans to"
    SCHEDULE = "schedule"  # fixed by date: "is scheduled for", "will be held on"
    INVITATION = "invitation"
    EXPECTATION = "expectation"  # "is expected to", "is likely to meet"


class ClaimKind(StrEnum):
    ASSESSMENT = "assessment"
    FORECAST = "forecast"
    PRESCRIPTION = "prescription"
    EXPLANATION = "explanation"


class Stance(StrEnum):
    """Toward the state or the relation that a claim is about."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Sign(StrEnum):
    """What a cause does to a relation."""

    IMPROVES = "improves"
    WORSENS = "worsens"
    CONSTRAINS = "constrains"


class DisputeStatus(StrEnum):
    RAISED = "raised"
    EASED = "eased"
    RESOLVED = "resolved"


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

    def shifted(self, by: int) -> Span:
        """The same stretch so many characters further on."""
        return Span(self.start + by, self.end + by)

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


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, plan, invitation, schedule or expectation, as one sentence tells it.

    Attributes:
        parties: who is bound or takes part: ISO 3166 alpha-3, or organisations.
        speaker: who says so, when somebody in the text does; else the author.
        what: what is to happen, in the sentence's words.
        root: PLOVER event type of what is to happen, where it is an event.
        contact: kind of contact, where it is one.
        window: when it is to happen; a start alone where the end is open.
        event: id of the planned event that the same words were coded as.
    """

    id: str
    evidence: Evidence
    kind: CommitmentKind
    parties: tuple[str, ...]
    speaker: Actor | None
    what: str
    root: str | None
    contact: ContactKind | None
    window: When
    place: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An assessment, forecast, prescription or explanation that somebody makes.

    Attributes:
        speaker: who makes it: somebody quoted, a government; None for the author.
        about: the state or the pair that it is about: ISO 3166 alpha-3, or organisations.
        text: the claim's own words, without who says so.
        hedge: the words that weaken it: "may", "in our opinion".
        cause: what is the cause, in the sentence's words; explanations alone, as are ``effect`` and ``sign``.
        actor: the party that should act; prescriptions alone, as are ``action`` (what, in the sentence's words)
            and ``toward`` (on whom).
    """

    id: str
    evidence: Evidence
    kind: ClaimKind
    speaker: Actor | None
    about: tuple[str, ...]
    stance: Stance | None
    text: str
    hedge: str | None = None
    cause: str | None = None
    effect: str | None = None
    sign: Sign | None = None
    actor: str | None = None
    action: str | None = None
    toward: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeReport:
    """One sentence's word that parties contest an issue; a dispute is all reports of one issue.

    Attributes:
        issue: id in the list of issues ("senkaku-diaoyu"), or "text:" and the issue as worded.
        named: the issue as the sentence names it, which is itself a stand ("the Diaoyu Islands").
    """

    id: str
    evidence: Evidence
    issue: str
    named: str
    parties: tuple[str, ...]
    status: DisputeStatus
    when: When


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the text: "70%", "a quarter of China's GDP", "the first visit in three years".

    Attributes:
        kind: "share", "money", "count", "rate", "ratio" (how many times as much), "rank" (the third-largest),
            "duration" (how long it lasts) or "since" (how long since the last).
        value: in ``unit``; None where the words give none.
        unit: "percent", a currency (ISO 4217), "times", a unit of time, or the noun counted; of a rate, with how often
            ("USD a year").
        of: what is measured, in the sentence's words.
        parties: whom it is about.
    """

    id: str
    evidence: Evidence
    kind: str
    expression: str
    value: float | None
    unit: str | None
    of: str | None
    parties: tuple[str, ...]


class FormulationStatus(StrEnum):
    """What a sentence says of a fixed expression."""

    USED = "used"
    FIRST = "first"  # used for the first time
    REINSTATED = "reinstated"  # used again after a gap
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FormulationReport:
    """One use of a fixed expression of policy, or one sentence's word on its use.

    Attributes:
        formulation: id in the list of formulations, or "text:" and its words.
        words: the expression as the sentence has it.
        speaker: whose expression it is there: a party, or None where the sentence names none.
        gap: how long it had not been used, in the sentence's words ("five years").
        when: when it was used, as far as the sentence tells; else as of publication.
    """

    id: str
    evidence: Evidence
    formulation: str
    words: str
    speaker: str | None
    status: FormulationStatus
    gap: str | None
    when: When


@dataclass(frozen=True, slots=True)
class Signal:
    """Two voices of one speaker toward one target, within one article.

    Attributes:
        speaker: the party that speaks with two voices.
        target: the party that it speaks of.
        positive: the sentence, or the words, of the one voice; ``negative`` of the other.
        marker: the word of contrast between them ("however"), where there is one.
    """

    id: str
    speaker: str
    target: str
    positive: Evidence
    negative: Evidence
    marker: str | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one article says beyond events."""

    commitments: tuple[Commitment, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[DisputeReport, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    formulations: tuple[FormulationReport, ...] = ()
    signals: tuple[Signal, ...] = ()
