"""Names in other people's data, as parties: states by ISO code, organisations by acronym.

Data sets name the same state in many ways, and people by more names than ours; a name that can be two stays unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

import pycountry

from detente.actors import party_of_id
from detente.exchange.people import party_of_person
from detente.knowledge.data_names import data_names
from detente.knowledge.organisations import OrganisationKind, organisations
from detente.knowledge.other_names import other_names
from detente.knowledge.states import ambiguities, states

_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"^(?P<role>.+?)\s*\((?P<owner>[^()]+)\)$")
_OF_STATE = re.compile(r".*\b(?:of|in|for) (?:the )?(?P<state>[^,]+)$")
_LONGEST_NAME = 6  # words


@lru_cache(maxsize=65536)
def party_of_country(name: str) -> str | None:
    """The state that a name of a country stands for; None where it stands for none, or for several."""
    found = _countries().get(fold(name), frozenset())
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=65536)
def party_of_organisation(name: str, *, blocs: bool = True) -> str | None:
    """The party of an organisation, group or institution by any name of its; None where several have it.

    Args:
        name: as the data set has it.
        blocs: False to leave out regions and groupings: "Media (Africa)" is nobody who acts for Africa.
    """
    found = _organisations().get(fold(name), frozenset())
    if not blocs:
        found = frozenset(one for one in found if one[0] is not OrganisationKind.BLOC)
    return next(iter(found))[1] if len(found) == 1 else None


@lru_cache(maxsize=65536)
def party_of_code_or_name(text: str) -> str | None:
    """The party of a code of ours (ISO alpha-3, acronym), or of the name of a country or organisation."""
    if text in states() or text in _parties():
        return text
    return party_of_country(text) or party_of_organisation(text)


@lru_cache(maxsize=262144)
def party_of_name(name: str, day: dt.date) -> str | None:
    """The party of whoever a data set names, on a day.

    In this order: the owner in brackets ("Citizen (India)"), a state, an organisation, a person of the tables of
    holders, a body with a state in its name ("Nigerian Bar Association", "Council for Peace of Thailand").

    Args:
        name: as the data set has it; underscores stand for blanks.
        day: the day of the event: who leads an organisation acts for it while in office, else for the own state.
    """
    plain = " ".join(name.replace("_", " ").split())
    bracketed = _IN_BRACKETS.match(plain)
    if bracketed:
        return party_of_country(bracketed["owner"]) or party_of_organisation(bracketed["owner"], blocs=False)
    return (
        party_of_country(plain)
        or party_of_organisation(plain)
        or party_of_person(plain, day)
        or _state_in_name(plain)
    )  # fmt: skip


def fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    text = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(c for c in text if not unicodedata.combining(c))))


def _state_in_name(name: str) -> str | None:
    """The one state that a body's name begins with, or ends in after "of"."""
    if any(name.startswith(other) for other in _misleading()):
        return None
    words = fold(name).split()
    owners = set()
    for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        if found := _openings().get(" ".join(words[:length])):
            owners = set(found)
            break
    if ending := _OF_STATE.match(name):
        owners |= _openings().get(fold(ending["state"]), frozenset())
    return next(iter(owners)) if len(owners) == 1 else None


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    """States by every folded name; the tables' own names come before pycountry's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for state in states().values():
        for name in (state.name, *state.names, *state.case_names, *filter(None, [state.official])):
            found[fold(name)].add(state.id)
    for country in pycountry.countries:
        for key in ("name", "official_name", "common_name"):
            name = fold(getattr(country, key, "") or "")
            if name and name not in found and country.alpha_3 in states():
                found[name].add(country.alpha_3)
    for name, ambiguity in ambiguities().items():
        named = {reading.actor for reading in ambiguity.readings if reading.kind == "name" and reading.actor}
        if len(named) > 1:
            found[fold(name)] = named
    for name, party in data_names().items():
        found[fold(name)] = {party}
    return {name: frozenset(_living(codes)) for name, codes in found.items()}


def _living(codes: set[str]) -> set[str]:
    """Without former states, where a living one has the name too."""
    alive = {code for code in codes if states()[code].valid_until is None}
    return alive or codes


@cache
def _parties() -> frozenset[str]:
    return frozenset(party for named in _organisations().values() for _, party in named)


@cache
def _organisations() -> Mapping[str, frozenset[tuple[OrganisationKind, str]]]:
    """Kinds and parties of organisations, by every folded name."""
    found: defaultdict[str, set[tuple[OrganisationKind, str]]] = defaultdict(set)
    for body in organisations().values():
        party = body.country or party_of_id(body.id) or body.id
        if party in states() and not body.country:
            party = body.name  # the Non-Aligned Movement's NAM is Namibia's code
        for name in (body.name, *body.aliases, *body.case_names, *filter(None, [body.acronym])):
            found[fold(name)].add((body.kind, party))
    return {name: frozenset(parties) for name, parties in found.items()}


@cache
def _openings() -> Mapping[str, frozenset[str]]:
    """States by the folded names and adjectives that a body's name can begin with; none that is ambiguous."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for state in states().values():
        if state.valid_until is None:
            for name in (state.name, *state.names, *state.case_names, *state.adjectives):
                found[fold(name)].add(state.id)
    unclear = {fold(name) for name, one in ambiguities().items() if len({r.actor for r in one.readings}) > 1}
    return {name: frozenset(codes) for name, codes in found.items() if name and name not in unclear and len(codes) == 1}


@cache
def _misleading() -> tuple[str, ...]:
    return tuple(other_names())
