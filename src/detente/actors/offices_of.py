"""From an office to the person who held it."""

from __future__ import annotations

import datetime as dt

from detente.actors.gazetteer import gazetteer
from detente.actors.identify import level_on, resolve_office_by
from detente.records import Actor, Level, When


def resolve_office(actor: Actor, when: When) -> Actor:
    """The person who held an office over the whole of a date.

    Args:
        actor: an office actor (``JPN:office:foreign-minister``); any other is returned as it is.
        when: the date.

    Returns:
        The person, if the tables leave exactly one; else ``actor``.
    """
    return resolve_office_by(gazetteer(), actor, when)


def level_of(actor: Actor, day: dt.date | None) -> Level | None:
    """The level that a person of the tables speaks for on a day; None for others, or where no day is known."""
    person = gazetteer().by_id.get(actor.id)
    return level_on(gazetteer(), person, day) if person is not None else None
