"""What a brief says, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.measures import Index


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the summary, and the anchor of what they rest on."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the summary: what it is about, and its words; without a label, the paragraph it opens with."""

    label: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the brief quotes.

    Attributes:
        anchor: its place in the list of sources.
        number: its number in that list.
        heading: its title, or the name of its file.
        places: the paths or addresses it was found at.
        url: its address on the web, where it has one.
        occurrences: how many occurrences of the brief it reports.
    """

    anchor: str
    number: int
    heading: str
    outlet: str | None
    published: dt.date | None
    places: tuple[str, ...]
    url: str | None
    occurrences: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in pieces, each with whether it is a trigger, and its source."""

    pieces: tuple[tuple[str, bool], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Statement:
    """One occurrence in plain words.

    Attributes:
        anchor: where a link to it leads.
        text: who does what to whom, in the present, and where.
        status: what became of it, where it did not simply happen: "Planned", "Called for" ...
        code: PLOVER's root and mode.
        score: PLOVER's score of that, -10 to 10.
        outlets: how many outlets report it, as far as they are known.
        reports: how many sentences report it.
        speaker: who says so, where it is somebody in the text.
        undated: why it has no date, where it has none.
    """

    anchor: str
    text: str
    status: str | None
    code: str
    score: float
    outlets: int
    reports: int
    speaker: str | None
    undated: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """Occurrences that the same sentences report, with these sentences."""

    when: str
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The occurrences of a month; of a year or more, where that is all that is known."""

    anchor: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact, and the anchor of its occurrence.

    Attributes:
        people: names with their offices; the parties where nobody is named.
        passed: of a plan, whether its date lies before the newest report.
    """

    anchor: str
    when: str
    kind: str
    level: str
    people: tuple[str, ...]
    where: str | None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a ledger in words, with the sentences that it stands on.

    Attributes:
        when: its window, its date, or the day of publication.
        status: what became of it, or what it is.
        by: whose word it is, where it is somebody's.
        note: what there is to know beside it.
    """

    when: str
    status: str | None
    text: str
    by: str | None
    note: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One ledger: its first entries, and how many there are in all."""

    anchor: str
    title: str
    lead: str
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A relation written up.

    Attributes:
        pair: codes of the parties.
        names: their names.
        since: the first day asked for.
        until: the last one.
        summary: a paragraph, and a line for each thing a reader asks first.
        wide: the index for a page's width: as fine as there is room for.
        narrow: the same for a phone's.
        links: anchors of the newest events of a period of either index, by its label.
        contacts: held, newest first, the undated last.
        planned: planned, in the order of their dates.
        periods: dated occurrences, newest first.
        undated: occurrences whose date is unknown.
        aside: occurrences in which both take part, but neither deals with the other.
        sections: what articles promise, contest and claim; those alone that have something in them.
        left: sentences of these documents from which no event was read, by reason.
        coders: what coded them.
        cut: occurrences without a date that a window leaves out.
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    since: dt.date | None
    until: dt.date | None
    summary: tuple[Line, ...]
    wide: Index
    narrow: Index
    links: dict[str, str]
    contacts: tuple[ContactRow, ...]
    planned: tuple[ContactRow, ...]
    periods: tuple[Period, ...]
    undated: tuple[Card, ...]
    aside: tuple[Card, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    left: tuple[tuple[str, int], ...] = ()
    coders: tuple[str, ...] = ()
    cut: int = 0
