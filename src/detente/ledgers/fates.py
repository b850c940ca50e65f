"""What became of commitments: kept by a later occurrence, overdue, still open, or unclear."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.actors import country_of_place
from detente.records import Commitment, CommitmentKind, Contact, ContactKind, Level, Modality, Occurrence, When

SOON = dt.timedelta(days=183)  # how long "soon" runs; a convention of ours
SOMETIME = dt.timedelta(days=365)  # how long a commitment without any date is looked for
IMMINENT = dt.timedelta(days=14)  # the same for what is told as fixed already ("was due to arrive")
_BOTH_WAYS = re.compile(r"\b(?:mutual|reciprocal|exchange|each other)\b", re.IGNORECASE)
_DEEDS = frozenset({"AID", "RETREAT", "SANCTION"})  # types that one occurrence can be said to fulfil
_GATHERINGS = {ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE}


class Status(StrEnum):
    KEPT = "kept"
    OVERDUE = "overdue"
    OPEN = "open"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a commitment.

    Attributes:
        kept_by: id of the occurrence that keeps it.
        reason: why the status is what it is.
    """

    commitment: str
    status: Status
    kept_by: str | None
    reason: str


def find_fates(
    commitments: Iterable[Commitment],
    occurrences: Iterable[Occurrence],
    contacts: Iterable[Contact],
    published: Mapping[str, dt.date | None],
    parties: Mapping[str, frozenset[str]],
    on: dt.date,
) -> list[Fate]:
    """What became of commitments by a day.

    A commitment is kept by the first happening that is told to have happened in its window, after the article that
    tells of it, between its parties, of its kind, at its place where it has one: a contact of the like kind (meeting,
    summit and dialogue are one; a summit needs leaders), else an occurrence of its PLOVER event type, where that type
    names a deed exactly enough (aid, a concession carried out, a sanction). A day that the commitment itself names may
    be the day of its telling; without one, only what comes after that day keeps it. It is overdue
    when its window has passed without one and the record goes on with the pair; open while the window runs. What
    names nothing that could be looked for, or has no window, is unclear.

    Args:
        commitments: any.
        occurrences: of the record.
        contacts: of the record.
        published: day of publication by document id.
        parties: parties of each occurrence by its id.
        on: the day that it is.

    Returns:
        One fate a commitment, in order. An open window ends after :data:`IMMINENT`, :data:`SOON` or
        :data:`SOMETIME`; that makes nothing overdue.
    """
    record = _Record(occurrences, contacts, parties)
    return [_fate(one, record, published.get(one.evidence.document), on) for one in commitments]


class _Record:
    """What happened, by party."""

    def __init__(
        self, occurrences: Iterable[Occurrence], contacts: Iterable[Contact], parties: Mapping[str, frozenset[str]]
    ) -> None:
        self.contacts: dict[str, list[Contact]] = defaultdict(list)
        self.occurrences: dict[str, list[Occurrence]] = defaultdict(list)
        self.parties = parties
        for contact in contacts:
            if contact.modality is Modality.HAPPENED and contact.when.start:
                for party in contact.parties:
                    self.contacts[party].append(contact)
        for occurrence in occurrences:
            if occurrence.modality is Modality.HAPPENED and occurrence.when.start:
                for party in parties.get(occurrence.id, ()):
                    self.occurrences[party].append(occurrence)

    def goes_on(self, parties: Sequence[str], after: dt.date) -> bool:
        """Whether anything between the parties is on record after a day."""
        wanted = set(parties)
        return any(
            wanted <= self.parties[one.id] and one.when.start is not None and one.when.start > after
            for one in self.occurrences[parties[0]]
        )


def _fate(commitment: Commitment, record: _Record, told: dt.date | None, on: dt.date) -> Fate:
    window = commitment.window
    if window.start is None:
        return Fate(commitment.id, Status.UNCLEAR, None, window.reason or "it has no window")
    end = window.end or window.start + _horizon(commitment)
    if commitment.contact is None and (commitment.root not in _DEEDS or len(commitment.parties) < 2):
        if on <= end:
            return Fate(commitment.id, Status.OPEN, None, "its window runs")
        return Fate(commitment.id, Status.UNCLEAR, None, "it names nothing that the record could show")
    after = told + dt.timedelta(days=1) if told and window.end is None else told
    keeper = _keeper(commitment, record, max(filter(None, (window.start, after))), end)
    if keeper:
        return Fate(commitment.id, Status.KEPT, keeper, "a later report tells of it")
    if on <= end:
        return Fate(commitment.id, Status.OPEN, None, "its window runs")
    if window.end is None:
        return Fate(commitment.id, Status.UNCLEAR, None, "no date was told, and nothing on record keeps it")
    if commitment.kind is not CommitmentKind.INVITATION and record.goes_on(commitment.parties, end):
        return Fate(commitment.id, Status.OVERDUE, None, "its window passed, and the record goes on without it")
    return Fate(commitment.id, Status.UNCLEAR, None, "the record has nothing on the parties after its window")


def _horizon(commitment: Commitment) -> dt.timedelta:
    """How long an open window is looked at."""
    if commitment.kind is CommitmentKind.SCHEDULE:
        return IMMINENT
    return SOON if commitment.window.expression else SOMETIME


def _keeper(commitment: Commitment, record: _Record, start: dt.date, end: dt.date) -> str | None:
    """The first occurrence that keeps a commitment."""
    found: list[tuple[dt.date, str]] = []
    if commitment.contact is not None:
        for contact in record.contacts[commitment.parties[0]]:
            if _lies(contact.when, start, end) and _same_contact(commitment, contact):
                found.append((contact.when.start or end, contact.occurrence))
    else:
        for occurrence in record.occurrences[commitment.parties[0]]:
            same = occurrence.root == commitment.root and set(commitment.parties) <= record.parties[occurrence.id]
            if same and _lies(occurrence.when, start, end):
                found.append((occurrence.when.start or end, occurrence.id))
    return min(found)[1] if found else None


def _lies(when: When, start: dt.date, end: dt.date) -> bool:
    """Whether a happening lies in a window, whole or, with a date coarser than the window, by its overlap."""
    return (
        when.start is not None
        and when.end is not None
        and start <= when.end
        and when.start <= end
        and (when.start >= start or when.end <= end)
    )


def _same_contact(commitment: Commitment, contact: Contact) -> bool:
    if not set(commitment.parties) <= set(contact.parties):
        return False
    wanted = commitment.contact
    if wanted in _GATHERINGS:
        if contact.kind not in _GATHERINGS or (wanted is ContactKind.SUMMIT and contact.level is not Level.LEADER):
            return False
    elif contact.kind is not wanted:
        return False
    one_way = wanted is ContactKind.VISIT and len(commitment.parties) == 2 and not _BOTH_WAYS.search(commitment.what)
    if one_way and contact.host and contact.host != commitment.parties[1]:
        return False
    return not (commitment.place and contact.place) or _same_place(commitment.place, contact.place)


def _same_place(one: str, other: str) -> bool:
    if one == other:
        return True
    country = country_of_place(one)
    return country is not None and country == country_of_place(other)
