"""Events become occurrences: the reports of one happening merge, within a document and across documents."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from detente.actors import party_of
from detente.records import ActorKind, ContactKind, Event, Level, Occurrence, Participant, Precision, When

_GATHERINGS = {ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE}
_FINENESS = tuple(Precision)  # finest first


def block_key(event: Event) -> str:
    """Key of the block in which an event can merge: its type, its modality and its parties.

    Reports of one happening always share it, so blocks can be regrouped one by one.
    """
    kind = "gathering" if event.contact in _GATHERINGS else event.contact or event.root
    sides = _parties(event.actors) + (f">{_parties(event.recipients)}" if event.recipients else "")
    return f"{kind}|{event.modality}|{sides}"


def _parties(participants: Iterable[Participant]) -> str:
    return ",".join(sorted({party_of(one.actor) or one.actor.id for one in participants}))


@dataclass(slots=True)
class _Cluster:
    """Events that report one happening, while it grows."""

    when: When
    events: list[Event] = field(default_factory=list)
    number: int = 0


def group_occurrences(events: Iterable[Event], outlets: Mapping[str, str | None]) -> list[Occurrence]:
    """Merge the reports of one happening.

    Two reports merge when they share type, modality and parties, name no different people for one side, and
    their dates agree: a day within a day or a range, a coarser date where it fits a sole finer one. Undated
    reports merge within their document alone.

    Args:
        events: events of one or more whole blocks (see :func:`block_key`), in any order.
        outlets: outlet by document id.

    Returns:
        Occurrences, by date.
    """
    blocks: dict[str, list[Event]] = {}
    for event in events:
        blocks.setdefault(block_key(event), []).append(event)
    grouped = [cluster for key in sorted(blocks) for cluster in _clusters(blocks[key])]
    return sorted(
        (_occurrence(cluster, outlets) for cluster in grouped),
        key=lambda one: (one.when.start or dt.date.max, one.id),
    )


def _clusters(events: Sequence[Event]) -> list[_Cluster]:
    """Finest dates first, then most people, so that a vague report meets the exact ones that it may belong to."""
    order = sorted(
        events,
        key=lambda event: (
            _FINENESS.index(event.when.precision),
            event.when.start or dt.date.max,
            -sum(map(len, _people(event).values())),
            event.evidence.document,
            event.evidence.trigger,
        ),
    )
    index = _Index()
    for event in order:
        fitting = [cluster for cluster in index.near(event) if _belongs(event, cluster)]
        if len(fitting) == 1:
            index.join(event, fitting[0])
        elif len(fitting) > 1 and (same := _told_together(event, fitting)) is not None:
            index.join(event, same)
        else:
            index.open(event)
    return index.clusters


class _Index:
    """Clusters by date and by document: an event is compared with those near it alone, not with all."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._dated: list[tuple[int, int]] = []  # ordinal of the first day, number of the cluster
        self._longest = 0  # days from the first to the last of the longest date
        self._by_document: dict[str, list[int]] = {}

    def near(self, event: Event) -> list[_Cluster]:
        """Clusters whose date may meet the event's, and those of its document."""
        numbers = set(self._by_document.get(event.evidence.document, ()))
        if event.when.start is not None and event.when.end is not None:
            first = bisect_left(self._dated, (event.when.start.toordinal() - self._longest, -1))
            last = bisect_left(self._dated, (event.when.end.toordinal() + 1, -1))
            numbers.update(number for _, number in self._dated[first:last])
        return [self.clusters[number] for number in sorted(numbers)]

    def open(self, event: Event) -> None:
        """Start a cluster with an event."""
        cluster = _Cluster(event.when, number=len(self.clusters))
        self.clusters.append(cluster)
        if event.when.start is not None and event.when.end is not None:
            insort(self._dated, (event.when.start.toordinal(), cluster.number))
            self._longest = max(self._longest, (event.when.end - event.when.start).days)
        self.join(event, cluster)

    def join(self, event: Event, cluster: _Cluster) -> None:
        """Add an event to a cluster."""
        cluster.events.append(event)
        self._by_document.setdefault(event.evidence.document, []).append(cluster.number)


def _told_together(event: Event, clusters: Sequence[_Cluster]) -> _Cluster | None:
    """Of several clusters, the sole one that the event's own document reports."""
    same = [
        cluster
        for cluster in clusters
        if any(other.evidence.document == event.evidence.document for other in cluster.events)
    ]
    return same[0] if len(same) == 1 else None


def _belongs(event: Event, cluster: _Cluster) -> bool:
    if event.contact is None and not any(other.mode == event.mode for other in cluster.events):
        return False
    if not all(_people_agree(event, other) and _ranks_agree(event, other) for other in cluster.events):
        return False
    if event.when.precision is Precision.UNKNOWN or cluster.when.precision is Precision.UNKNOWN:
        return any(other.evidence.document == event.evidence.document for other in cluster.events)
    if event.contact is None and event.when.precision is not Precision.DAY:
        # acts without a day repeat: only the same document's same words are one act for sure
        return cluster.when == event.when and any(
            other.trigger == event.trigger and other.evidence.document == event.evidence.document
            for other in cluster.events
        )
    return _dates_meet(event.when, cluster.when)


def _dates_meet(one: When, other: When) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end


def _people_agree(one: Event, other: Event) -> bool:
    """False where both name people of a country and share none."""
    mine, theirs = _people(one), _people(other)
    return all(mine[country] & theirs[country] for country in mine.keys() & theirs.keys())


def _ranks_agree(one: Event, other: Event) -> bool:
    """False where one is a dialogue of ranks that the other's people don't hold."""
    if ContactKind.DIALOGUE not in (one.contact, other.contact) or one.contact is other.contact:
        return True
    mine, theirs = _levels(one), _levels(other)
    return not mine or not theirs or bool(mine & theirs)


def _levels(event: Event) -> set[Level]:
    return {one.level for one in (*event.actors, *event.recipients) if one.level is not None}


def _people(event: Event) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in (*event.actors, *event.recipients):
        if one.actor.kind is ActorKind.PERSON:
            found.setdefault(one.actor.country or "", set()).add(one.actor.id)
    return found


def _occurrence(cluster: _Cluster, outlets: Mapping[str, str | None]) -> Occurrence:
    """What the reports say together: the finest date, the first place, everyone named."""
    events = sorted(cluster.events, key=lambda event: (event.evidence.document, event.evidence.trigger))
    finest = min(events, key=_fineness)
    return Occurrence(
        id=hashlib.sha256("|".join(sorted(event.id for event in events)).encode()).hexdigest()[:16],
        root=events[0].root,
        mode=events[0].mode,
        actors=_named(event.actors for event in events),
        recipients=_named(event.recipients for event in events),
        modality=events[0].modality,
        when=finest.when,
        place=next((event.place for event in events if event.place), None),
        events=tuple(event.id for event in events),
        outlets=tuple(sorted({name for event in events if (name := outlets.get(event.evidence.document))})),
    )


def _fineness(event: Event) -> int:
    """Rank of a date among the reports of one happening; a visit's whole stay goes before a day of it."""
    if event.contact is ContactKind.VISIT and event.when.precision is Precision.RANGE:
        return -1
    return _FINENESS.index(event.when.precision)


def _named(sides: Iterable[Iterable[Participant]]) -> tuple[str, ...]:
    """Ids of all who are named, states left out where one of their people is named."""
    everyone = {one.actor.id: one.actor for side in sides for one in side}
    spoken_for = {actor.country for actor in everyone.values() if actor.kind is ActorKind.PERSON}
    return tuple(
        actor.id for actor in everyone.values() if actor.kind is not ActorKind.STATE or actor.id not in spoken_for
    )
