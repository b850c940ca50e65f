"""Occurrences become contacts: who met whom, where, at what level."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from detente.actors import country_of_place, party_of
from detente.records import ActorKind, Attendee, Contact, ContactKind, Event, Level, Occurrence, Participant

_RANKS = (
    ContactKind.SUMMIT,
    ContactKind.DIALOGUE,
    ContactKind.EXERCISE,
    ContactKind.VISIT,
    ContactKind.CALL,
    ContactKind.MEETING,
)


def find_contacts(occurrences: Iterable[Occurrence], events: Mapping[str, Event]) -> list[Contact]:
    """The contacts among occurrences.

    Args:
        occurrences: of any kind; those without contact are passed over.
        events: events by id, at least those of the occurrences.

    Returns:
        One contact for each meeting, call, summit, dialogue and exercise, and one for each state visited.
    """
    found: list[Contact] = []
    for occurrence in occurrences:
        reports = [events[event] for event in occurrence.events]
        if not any(report.contact for report in reports):
            continue
        kind = min((report.contact for report in reports if report.contact), key=_RANKS.index)
        if kind is ContactKind.VISIT:
            found += _visits(occurrence, reports)
        else:
            found.append(_contact(occurrence, kind, reports, _parties_of(reports), _host(reports)))
    return found


def _visits(occurrence: Occurrence, reports: Sequence[Event]) -> list[Contact]:
    """One visit for each party that visits and each that is visited."""
    visitors = _parties(one for report in reports for one in report.actors)
    visited = _parties(one for report in reports for one in report.recipients)
    return [
        _contact(occurrence, ContactKind.VISIT, reports, (visitor, host), host if len(host) == 3 else None)
        for visitor in visitors
        for host in visited
        if host not in visitors
    ]


def _contact(
    occurrence: Occurrence,
    kind: ContactKind,
    reports: Sequence[Event],
    parties: tuple[str, ...],
    host: str | None,
) -> Contact:
    first = max(reports, key=lambda report: report.confidence)
    key = "|".join((occurrence.id, kind, *parties))
    return Contact(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        occurrence=occurrence.id,
        kind=kind,
        people=_people(reports, parties),
        parties=parties,
        host=host,
        place=_place(occurrence, kind, host),
        level=_level(kind, reports, parties[0]),
        when=occurrence.when,
        modality=first.modality,
        evidence=tuple(report.evidence for report in reports),
    )


def _place(occurrence: Occurrence, kind: ContactKind, host: str | None) -> str | None:
    """Where it was; of a tour told in one breath ("to Lima and Quito"), only the place that lies with the host."""
    place = occurrence.place
    if place is None or host is None or kind is not ContactKind.VISIT:
        return place
    return place if country_of_place(place) in (host, None) else None


def _parties(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for one in participants if (party := party_of(one.actor))))


def _parties_of(reports: Sequence[Event]) -> tuple[str, ...]:
    return _parties(one for report in reports for one in (*report.actors, *report.recipients))


def _people(reports: Sequence[Event], parties: Sequence[str]) -> tuple[Attendee, ...]:
    """Everyone named, visitors first, each with the office that some report gives."""
    found: dict[str, Attendee] = {}
    for report in reports:
        for one in (*report.actors, *report.recipients):
            if one.actor.kind is not ActorKind.PERSON or party_of(one.actor) not in parties:
                continue
            known = found.get(one.actor.id)
            if known is None or (known.office is None and one.office):
                found[one.actor.id] = Attendee(one.actor.id, one.actor.name, one.actor.country, one.office)
    return tuple(found.values())


def _host(reports: Sequence[Event]) -> str | None:
    """The country of the place, where the place is known."""
    for report in reports:
        if report.place and (country := country_of_place(report.place)):
            return country
    return None


def _level(kind: ContactKind, reports: Sequence[Event], first: str) -> Level:
    """Level of the visiting or first-named side: as the reports give it, else of whoever has one, else other."""
    everyone = [one for report in reports for one in (*report.actors, *report.recipients) if one.level is not None]
    named = [one.level for one in everyone if party_of(one.actor) == first] + [one.level for one in everyone]
    if named and named[0] is not None:
        return named[0]
    return Level.LEADER if kind is ContactKind.SUMMIT else Level.OTHER
