"""Contacts as rows: when, what, who, where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from detente.briefs.cards import anchor_of
from detente.briefs.content import ContactRow
from detente.briefs.wording import party_name, say_when
from detente.records import Attendee, Contact, Level, Modality

LEVELS = {
    Level.LEADER: "leaders",
    Level.MINISTER: "ministers",
    Level.DEPUTY_MINISTER: "deputy ministers",
    Level.PARLIAMENT: "parliaments",
    Level.PARTY: "parties",
    Level.OTHER: "other or not said",
}


def held(contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts that happened, newest first, the undated last."""
    happened = [one for one in contacts if one.modality is Modality.HAPPENED]
    return sorted(happened, key=lambda one: one.when.end or dt.date.min, reverse=True)


def planned(contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts that are or were planned, in the order of their dates, the undated last."""
    ahead = [one for one in contacts if one.modality is Modality.PLANNED]
    return sorted(ahead, key=lambda one: one.when.end or dt.date.max)


def contact_row(contact: Contact, today: dt.date | None) -> ContactRow:
    """A contact as a row.

    Args:
        contact: any contact.
        today: the day of the newest report, that tells plans whose date has passed; None where it is unknown.
    """
    return ContactRow(
        anchor=anchor_of(contact.occurrence),
        when=say_when(contact.when),
        kind=contact.kind.value,
        level=LEVELS[contact.level],
        people=tuple(map(_attendee, contact.people)) or tuple(party_name(party) for party in contact.parties),
        where=_place(contact),
        passed=bool(today and contact.when.end and contact.when.end < today),
    )


def who(contact: Contact) -> list[str]:
    """Who took part: the people named, else the parties."""
    return [one.name for one in contact.people] or [party_name(party) for party in contact.parties]


def visitors(contact: Contact) -> list[str]:
    """Who came: the people who are not of the host, else the parties that are not."""
    people = [one.name for one in contact.people if one.country != contact.host]
    return people or [party_name(party) for party in contact.parties if party != contact.host]


def _place(contact: Contact) -> str | None:
    host = party_name(contact.host) if contact.host else None
    if contact.place is None or contact.place == host:
        return host
    return f"{contact.place}, {host}" if host else contact.place


def _attendee(person: Attendee) -> str:
    about = [party_name(person.country)] if person.country else []
    if person.office:
        about.append(person.office)
    return f"{person.name} ({', '.join(about)})" if about else person.name
