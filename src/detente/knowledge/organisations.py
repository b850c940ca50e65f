"""Organisations, blocs and non-state groups, with their members over time (organisations.yaml)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.errors import KnowledgeError
from detente.knowledge.partial_dates import first_day, last_day
from detente.knowledge.sectors import SECTORS
from detente.knowledge.tables import FOLDER, read_entries


class OrganisationKind(StrEnum):
    ORGANISATION = "organisation"  # it can act: a body with organs, or an armed group
    BLOC = "bloc"  # a grouping or format that acts through its members


@dataclass(frozen=True, slots=True)
class Membership:
    """The membership of a state, or of an organisation ("org:EU" in the G20).

    ``start`` and ``end`` are ISO dates cut to what is known. Without a start it is one since the founding, or
    since before 2000; without an end it lasts.
    """

    state: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, bloc or group.

    Attributes:
        id: ``org:ASEAN``, ``bloc:global-south``.
        name: the name that we print.
        acronym: its usual acronym, where there is one; matched only in that case.
        kind: organisation or bloc.
        sector: PLOVER sector: IGO, NGO, REB ...
        country: alpha-3 of the one state it belongs to, for groups and services of one country.
        aliases: further names, matched in any case.
        case_names: further names matched only as spelled ("Quad", "WHO").
        adjectives: what makes a head noun its actor, as spelled: "Western" officials, "Kurdish" fighters.
        founded: ISO date cut to what is known.
        dissolved: the same.
        members: memberships over time; empty where membership is open or not fixed.
        seat: city of its headquarters.
        meetings: names of its recurring meetings.
        part_of: id of the organisation whose organ or agency it is.
        source: where the facts come from.
    """

    id: str
    name: str
    acronym: str | None
    kind: OrganisationKind
    sector: str
    country: str | None
    aliases: tuple[str, ...]
    case_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    founded: str | None
    dissolved: str | None
    members: tuple[Membership, ...]
    seat: str | None
    meetings: tuple[str, ...]
    part_of: str | None
    source: str

    def members_on(self, day: dt.date) -> tuple[str, ...]:
        """Codes of the states that certainly were members on a day; empty where membership is not fixed.

        A membership without a start is one since before 2000 or since the founding.
        """
        if not _holds(Membership("", self.founded, self.dissolved), day):
            return ()
        return tuple(member.state for member in self.members if _holds(member, day))


class _Entry(BaseModel):
    """One entry of organisations.yaml; a member is "JPN", "HRV 2013-07-01" or "GBR ? 2020-01-31"."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str
    name: str
    sector: str
    acronym: str | None = None
    country: str | None = None
    aliases: list[str] = []
    case_names: list[str] = []
    adjectives: list[str] = []
    founded: str | None = None
    dissolved: str | None = None
    members: list[str] = []
    seat: str | None = None
    meetings: list[str] = []
    part_of: str | None = None
    source: str


@cache
def organisations() -> Mapping[str, Organisation]:
    """All organisations, blocs and groups by id.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    return read_organisations(FOLDER / "organisations.yaml")


def read_organisations(file: Path) -> Mapping[str, Organisation]:
    """Read organisations from a file of the form of organisations.yaml.

    Raises:
        KnowledgeError: an entry breaks the schema.
    """
    found: dict[str, Organisation] = {}
    for number, raw in enumerate(read_entries(file), start=1):
        where = f"{file.name}: entry {number}"
        try:
            entry = _Entry.model_validate(raw)
        except ValidationError as error:
            reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            raise KnowledgeError(f"{where}: {reasons}") from error
        where = f"{where} ({entry.id})"
        if entry.id in found:
            raise KnowledgeError(f"{where}: is there twice")
        found[entry.id] = _organisation(entry, where)
    return MappingProxyType(found)


def _organisation(entry: _Entry, where: str) -> Organisation:
    prefix, _, rest = entry.id.partition(":")
    if prefix not in ("org", "bloc") or not rest:
        raise KnowledgeError(f"{where}: an id begins with org: or bloc:")
    if entry.sector not in SECTORS:
        raise KnowledgeError(f"{where}: {entry.sector!r} is no sector")
    return Organisation(
        id=entry.id,
        name=entry.name,
        acronym=entry.acronym,
        kind=OrganisationKind.BLOC if prefix == "bloc" else OrganisationKind.ORGANISATION,
        sector=entry.sector,
        country=entry.country,
        aliases=tuple(entry.aliases),
        case_names=tuple(entry.case_names),
        adjectives=tuple(entry.adjectives),
        founded=_date(entry.founded, where),
        dissolved=_date(entry.dissolved, where),
        members=tuple(_membership(item, where) for item in entry.members),
        seat=entry.seat,
        meetings=tuple(entry.meetings),
        part_of=entry.part_of,
        source=entry.source,
    )


def _membership(item: str, where: str) -> Membership:
    state, *dates = item.split()
    if len(dates) > 2:
        raise KnowledgeError(f"{where}: a member is CODE, CODE FROM or CODE FROM UNTIL, not {item!r}")
    start, end = ([*dates, "", ""])[:2]
    return Membership(state, _date(start if start != "?" else None, where), _date(end, where))


def _date(partial: str | None, where: str) -> str | None:
    if not partial:
        return None
    try:
        first_day(partial)
    except ValueError as error:
        raise KnowledgeError(f"{where}: {error}") from error
    return partial


def _holds(member: Membership, day: dt.date) -> bool:
    if member.start is not None and day < last_day(member.start):
        return False
    return member.end is None or day <= first_day(member.end)
