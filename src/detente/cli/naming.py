"""What users type for states, organisations and dates."""

from __future__ import annotations

import datetime as dt
import difflib
import re

from detente.cli.running import WrongUseError
from detente.errors import UnknownActor

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def parse_party(text: str) -> str:
    """The party that a code or name stands for: ISO alpha-3, or an organisation's acronym.

    Args:
        text: "JPN", "jp", "Japan", "ASEAN", "european union"; a capital for its state: "Tokyo".

    Raises:
        UnknownActor: it stands for none, or for several.
    """
    from detente.knowledge.states import find_state

    wanted = text.strip()
    organisation = _organisations().get(wanted.casefold())
    try:
        return find_state(wanted).id
    except UnknownActor as error:
        if organisation:
            return organisation
        if seat := _seats().get(wanted.casefold()):
            return seat
        close = _suggest(wanted)
        if close:
            raise UnknownActor(f"no state or organisation is called {text!r}; did you mean {close}?") from error
        raise UnknownActor(
            str(error) if "can be any of" in str(error) else
            f"no state or organisation is called {text!r}; use a name or an ISO code, such as Japan or JPN"
        ) from error  # fmt: skip


def parse_pair(one: str, other: str) -> tuple[str, str]:
    """Two different parties.

    Raises:
        UnknownActor: one of them is unknown.
        WrongUseError: both are the same.
    """
    pair = parse_party(one), parse_party(other)
    if pair[0] == pair[1]:
        raise WrongUseError(f"a relation needs two parties; {one} and {other} are both {pair[0]}")
    return pair


def name_party(party: str) -> str:
    """The name that we print for a party's code."""
    from detente.knowledge.states import states

    state = states().get(party)
    return state.name if state else party


def parse_since(text: str) -> dt.date:
    """The first day of a date, month or year."""
    return _parse_date(text)[0]


def parse_until(text: str) -> dt.date:
    """The last day of a date, month or year."""
    return _parse_date(text)[1]


def parse_day(text: str) -> dt.date:
    """One day.

    Raises:
        WrongUseError: it is a month or a year, or no date.
    """
    first, last = _parse_date(text)
    if first != last:
        raise WrongUseError(f"{text!r} is no day; write it as 2024-07-26")
    return first


def _parse_date(text: str) -> tuple[dt.date, dt.date]:
    from detente.dating.iso import parse_iso

    wrong = WrongUseError(f"{text!r} is no date; write 2024-07-26, 2024-07 or 2024")
    if not _DATE.fullmatch(text.strip()):
        raise wrong
    try:
        return parse_iso(text.strip(), text.strip())
    except ValueError as error:
        raise wrong from error


def _seats() -> dict[str, str]:
    """States by their capitals and seats of government, folded; no name that is one of several states."""
    from detente.knowledge.states import states

    found: dict[str, set[str]] = {}
    for state in states().values():
        if state.valid_until:
            continue
        for name in {state.capital or "", *(metonym.text for metonym in state.metonyms)} - {""}:
            found.setdefault(name.casefold(), set()).add(state.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _organisations() -> dict[str, str]:
    """Parties by every name of an organisation, folded."""
    from detente.actors import party_of_id
    from detente.knowledge.organisations import organisations

    found: dict[str, str] = {}
    for organisation in organisations().values():
        party = organisation.country or party_of_id(organisation.id) or organisation.id
        names = (
            organisation.name,
            organisation.acronym,
            *organisation.aliases,
            *organisation.case_names,
            party,
        )
        for name in names:
            if name:
                found.setdefault(name.casefold(), party)
    return found


def _suggest(text: str) -> str | None:
    from detente.knowledge.states import states

    known = {name.casefold(): f"{state.name} ({state.id})" for state in states().values()
             for name in (*state.names, *state.case_names, state.id)}  # fmt: skip
    for name, party in _organisations().items():
        known.setdefault(name, party)
    close = difflib.get_close_matches(text.strip().casefold(), known, n=3, cutoff=0.72)
    return " or ".join(dict.fromkeys(known[name] for name in close)) or None
