"""Dates, numbers and names as a reader reads them."""

from __future__ import annotations

import datetime as dt

from detente.knowledge.states import states
from detente.records import ActorKind, Participant, Precision, When

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def say_day(day: dt.date) -> str:
    """ "26 July 2024"."""
    return f"{day.day} {say_month(day)}"


def say_month(day: dt.date) -> str:
    """ "July 2024"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def say_when(when: When) -> str:
    """A date as exact as it is known: "26 July 2024", "25 to 27 October 2018", "July 2024", "2019", "the 1990s"."""
    start, end = when.start, when.end
    if start is None or end is None:
        return "no date"
    match when.precision:
        case Precision.DECADE:
            return f"the {start.year}s"
        case Precision.YEAR:
            return str(start.year)
        case Precision.QUARTER:
            return f"quarter {(start.month + 2) // 3} of {start.year}"
        case Precision.MONTH | Precision.SEASON | Precision.HALF:
            return _span(start, end, days=False)
        case _:
            return _span(start, end, days=True)


def _span(start: dt.date, end: dt.date, *, days: bool) -> str:
    say = say_day if days else say_month
    last = say(end)
    if say(start) == last:
        return last
    if start.year != end.year:
        return f"{say(start)} to {last}"
    if days and start.month == end.month:
        return f"{start.day} to {last}"
    first = f"{start.day} {_MONTHS[start.month - 1]}" if days else _MONTHS[start.month - 1]
    return f"{first} to {last}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 event", "1,204 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def party_name(party: str) -> str:
    """The name of a state by its code; an organisation's acronym is its own."""
    state = states().get(party)
    return state.name if state else party


def name_participant(one: Participant) -> str:
    """ "Xi Jinping (China, President)", "China’s foreign ministry", "Japan"."""
    actor = one.actor
    if actor.kind is ActorKind.PERSON:
        about = [party_name(actor.country)] if actor.country else []
        if one.office:
            about.append(one.office)
        return f"{actor.name} ({', '.join(about)})" if about else actor.name
    owner, colon, rest = actor.name.partition(": ")
    return f"{owner}’s {rest}" if colon else actor.name
