"""From an office to the person who held it."""

from __future__ import annotations

from detente.actors.gazetteer import gazetteer
from detente.actors.identify import resolve_office_by
from detente.records import Actor, When


def resolve_office(actor: Actor, when: When) -> Actor:
    """The person who held an office over the whole of a date.

    Args:
        actor: an office actor (``JPN:office:foreign-minister``); any other is returned as it is.
        when: the date.

    Returns:
        The person, if the tables leave exactly one; else ``actor``.
    """
    return resolve_office_by(gazetteer(), actor, when)
