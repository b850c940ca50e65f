"""Who is named in a document: states, people, offices, organisations and groups, with their spans."""

from detente.actors.making import party_of, party_of_id, state_actor
from detente.actors.mentions import find_mentions
from detente.actors.offices_of import level_of, resolve_office
from detente.actors.places import country_of_place, find_places

__all__ = [
    "country_of_place",
    "find_mentions",
    "find_places",
    "level_of",
    "party_of",
    "party_of_id",
    "resolve_office",
    "state_actor",
]
