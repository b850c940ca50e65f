"""Builders for the ledger tests: a report a line.

``report("a1: meeting JPN/abe! + CHN/xi! 2014-11-10 @Beijing")`` is an event of document a1. Behind the document
stands the kind of contact, or a PLOVER root in capitals; then ``planned`` or another modality where it did not happen;
then actors, joined by ``+``, and behind ``>`` the recipients. ``JPN/abe`` is a person; a mark gives the level that the
office speaks for: ``!`` leader, ``*`` minister, ``-`` deputy minister. The date is a day, ``2014-11-10..2014-11-12``,
a month ``2014-11``, a year, or nothing.
"""

import calendar
import datetime as dt
import hashlib
import re

from detente.ledgers import find_contacts, group_occurrences
from detente.records import (
    Actor,
    ActorKind,
    Contact,
    ContactKind,
    Event,
    Evidence,
    Level,
    Modality,
    Occurrence,
    Participant,
    Precision,
    Span,
    When,
    WhenFrom,
)

_LEVELS = {"!": Level.LEADER, "*": Level.MINISTER, "-": Level.DEPUTY_MINISTER}
_LINE = re.compile(
    r"(?P<document>\w+): (?P<kind>[\w:-]+)(?: (?P<modality>happened|planned|called_for|hypothetical|negated))? "
    r"(?P<actors>.+?)(?: > (?P<recipients>.+?))?(?: (?P<date>\d[\d.-]*))?(?: @(?P<place>.+?))?$"
)
_ROOTS = {
    ContactKind.EXERCISE: ("COOPERATE", None),
    ContactKind.VISIT: ("CONSULT", "visit"),
    ContactKind.CALL: ("CONSULT", "phone"),
}


def when(text: str | None) -> When:
    """A date of the precision in which it is written."""
    if not text:
        return When(reason="no date given")
    if ".." in text:
        start, end = text.split("..")
        return When(dt.date.fromisoformat(start), dt.date.fromisoformat(end), Precision.RANGE, WhenFrom.EXPRESSION)
    parts = [int(part) for part in text.split("-")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if len(parts) == 3:
        day = dt.date(*parts)
        return When(day, day, precision, WhenFrom.EXPRESSION)
    last = month or 12
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    return When(dt.date(year, month or 1, 1), end, precision, WhenFrom.EXPRESSION)


def participant(text: str) -> Participant:
    name = text.rstrip("!*-")
    level = _LEVELS.get(text[len(name) :])
    state, _, person = name.partition("/")
    if person:
        actor = Actor(f"{state}:person:{person}", person.title(), ActorKind.PERSON, state)
    elif len(state) == 3:
        actor = Actor(state, state, ActorKind.STATE, state)
    else:
        actor = Actor(f"org:{state}", state, ActorKind.ORGANISATION)
    office = {Level.LEADER: "President", Level.MINISTER: "Minister"}.get(level) if person and level else None
    return Participant(actor, name, Span(0, 1), office, level)


def report(line: str, at: int = 0) -> Event:
    """An event; ``at`` sets where in its document it stands."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"not a report: {line}")
    contact = ContactKind(found["kind"]) if found["kind"] in set(ContactKind) else None
    root, mode = (
        _ROOTS.get(contact, ("CONSULT", None))
        if contact
        else (found["kind"].partition(":")[0], found["kind"].partition(":")[2] or None)
    )
    sides = [
        tuple(participant(one) for one in (found[side] or "").split(" + ") if one) for side in ("actors", "recipients")
    ]
    sentence = Span(at * 100, at * 100 + 50)
    return Event(
        id=hashlib.sha256(f"{line}|{at}".encode()).hexdigest()[:12],
        evidence=Evidence(found["document"], sentence, Span(sentence.start + 5, sentence.start + 9), "fake.v1"),
        actors=sides[0],
        recipients=sides[1],
        root=root,
        mode=mode,
        contexts=(),
        modality=Modality(found["modality"] or "happened"),
        when=when(found["date"]),
        place=found["place"],
        speaker=None,
        confidence=0.9,
        contact=contact,
        trigger=found["kind"],
    )


def reports(*lines: str) -> list[Event]:
    return [report(line, at) for at, line in enumerate(lines)]


def grouped(*lines: str) -> list[set[int]]:
    """Which lines come together as one occurrence: sets of their numbers from 1, in order."""
    events = reports(*lines)
    number = {event.id: at for at, event in enumerate(events, start=1)}
    return sorted(({number[event] for event in one.events} for one in group_occurrences(events, {})), key=min)


def occurrences(*lines: str, **outlets: str) -> list[Occurrence]:
    return group_occurrences(reports(*lines), outlets)


def contacts(*lines: str) -> list[Contact]:
    events = reports(*lines)
    return find_contacts(group_occurrences(events, {}), {event.id: event for event in events})
