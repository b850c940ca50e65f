"""Actors made from what the tables and the text say, and the party an actor speaks for."""

from __future__ import annotations

import re

from detente.actors.tokens import tokenize
from detente.knowledge.companies import Company
from detente.knowledge.holders import Person
from detente.knowledge.offices import Office
from detente.knowledge.organisations import Organisation, OrganisationKind, organisations
from detente.knowledge.states import State
from detente.records import Actor, ActorKind

# Its commission, council and parliament act for it; the agencies of the UN are parties of their own.
_ONE_WITH_ORGANS = frozenset(["org:EU"])
_CODE = re.compile(r"[A-Z]{3}")


def state_actor(state: State) -> Actor:
    """The actor that a state is."""
    return Actor(state.id, state.name, ActorKind.STATE, state.id, "GOV")


def organisation_actor(org: Organisation) -> Actor:
    """The actor that an organisation or bloc is."""
    kind = ActorKind.BLOC if org.kind is OrganisationKind.BLOC else ActorKind.ORGANISATION
    return Actor(org.id, org.name, kind, org.country, org.sector)


def company_actor(company: Company) -> Actor:
    """The actor that a company or bank is."""
    return Actor(company.id, company.name, ActorKind.ORGANISATION, company.country, company.sector)


def person_actor(person: Person, sector: str | None = "GOV") -> Actor:
    """The actor that a known office-holder is."""
    country = person.country if _CODE.fullmatch(person.country) else None
    return Actor(person.id, person.name, ActorKind.PERSON, country, sector, person.aliases)


def learned_person(name: str, owner: Actor | None, country: str | None, sector: str | None) -> Actor:
    """The actor that a person is of whom only this document tells."""
    prefix = country or (owner.id if owner else None)
    ident = f"{prefix}:person:{slug(name)}" if prefix else f"person:{slug(name)}"
    return Actor(ident, name, ActorKind.PERSON, country, sector)


def office_actor(owner: Actor, office: Office) -> Actor:
    """The actor that an office of a state or organisation is, whoever holds it."""
    name = f"{owner.name}: {office.names[0]}"
    return Actor(f"{owner.id}:office:{office.id}", name, ActorKind.OFFICE, owner.country, office.sector)


def group_actor(owner: Actor, name: str, sector: str | None) -> Actor:
    """The actor that a ministry, service or group of a state or organisation is."""
    return Actor(f"{owner.id}:group:{slug(name)}", f"{owner.name}: {name}", ActorKind.GROUP, owner.country, sector)


def learned_group(name: str, owner: Actor, sector: str | None) -> Actor:
    """The actor that an organisation is of whom only this document tells."""
    return Actor(f"{owner.id}:group:{slug(name)}", name, ActorKind.GROUP, owner.country, sector)


def slug(name: str) -> str:
    """A name in lower-case letters and digits with hyphens."""
    words = [word for word in tokenize(name).folded if word != "'s" and any(mark.isalnum() for mark in word)]
    return "-".join(words).replace(".", "")


def party_of(actor: Actor) -> str | None:
    """The party that an actor speaks for.

    Args:
        actor: any actor.

    Returns:
        ISO 3166-1 alpha-3 of its country; else the acronym of its organisation or bloc; None where it has neither.
    """
    return actor.country or party_of_id(actor.id)


def party_of_id(actor_id: str) -> str | None:
    """The party in an actor's id: ``JPN`` of ``JPN:person:kishida-fumio``, ``ASEAN`` of ``org:ASEAN``."""
    head, *rest = actor_id.split(":")
    if head in ("org", "bloc") and rest:
        known = organisations().get(f"{head}:{rest[0]}")
        if known is not None and known.part_of in _ONE_WITH_ORGANS:
            known = organisations().get(known.part_of, known)
        return (known.acronym or known.name) if known else rest[0]
    return head if _CODE.fullmatch(head) else None
