"""Contacts as a tidy frame, ours and imported ones alike: what distance is measured on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

import pandas as pd

from detente.dating.iso import format_when
from detente.knowledge.states import states
from detente.measures.frames import OURS
from detente.records import Contact, Modality, Precision, When
from detente.store import QuotedContact
from detente.store.imported import EPOCH
from detente.store.imported_contacts import ImportedConsultation

COLUMNS = ("contact", "kind", "level", "parties", "host", "place", "people", "start", "end", "exact", "said", "source",
           "date", "coder")  # fmt: skip
IN_PERSON = frozenset({"visit", "meeting", "summit", "dialogue", "consultation", "negotiation"})
UNSAID = "unsaid"
_LONGEST = 14  # days of a range that can be one contact; a longer one says when it was, not how long
_KINDS = {"040": "consultation", "041": "call", "042": "visit", "043": "visit", "044": "meeting", "045": "mediation",
          "046": "negotiation"}  # fmt: skip


def tidy_contacts(contacts: Iterable[QuotedContact | Contact]) -> pd.DataFrame:
    """Contacts that happened and have a date, a row each.

    Args:
        contacts: of any modality, with their quotes where they are to be shown.

    Returns:
        Columns: ``contact`` (id); ``kind``; ``level``; ``parties`` (tuple); ``host`` (ISO 3166 alpha-3; missing where
        unknown); ``place``; ``people`` (tuple of names); ``start``, ``end`` (inclusive); ``exact`` (whether these are
        days that the source tells, and not the ends of a month or year); ``said`` (the sentence that first reports
        it; for an imported one what the code says); ``source``; ``date`` (ISO 8601, cut to its precision); ``coder``.
    """
    return _frame(_ours(one) for one in contacts if _counts(one))


def tidy_consultations(events: Iterable[ImportedConsultation]) -> pd.DataFrame:
    """Imported consultations as the same frame: they stand in where nobody has coded contacts.

    "A visits B" and "B hosts A" of one day are one visit to B; so are all events of one kind, pair, host and day. Their
    level is not said, and neither is a place. A consultation or negotiation is taken to be in person, which CAMEO
    leaves open.

    Args:
        events: CAMEO 040 to 046.

    Returns:
        The columns of :func:`tidy_contacts`.
    """
    found: dict[tuple[Any, ...], ImportedConsultation] = {}
    for event in events:
        host = {"042": event.target, "043": event.source}.get(event.cameo)
        pair = tuple(sorted((event.source, event.target)))
        found.setdefault((event.day, _KINDS[event.cameo], pair, host, event.coder), event)
    return _frame(_theirs(key, event) for key, event in found.items())


def join_meetings(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Frames of contacts one below the other, by date."""
    told = [part for part in parts if len(part)]
    if not told:
        return _frame(())
    return pd.concat(told).sort_values(["end", "start"], kind="stable", ignore_index=True)


def choose_coder(meetings: pd.DataFrame, pairs: Collection[tuple[str, str]]) -> str | None:
    """Whose contacts to measure all pairs on, so that they can be compared.

    Args:
        meetings: of several coders.
        pairs: the pairs.

    Returns:
        The coder that has contacts of the most pairs, and of equals ours; None where there are no contacts at all.
    """

    def told(coder: str) -> int:
        own = meetings[(meetings["coder"] == coder).to_numpy()]
        return sum(bool(between(own, *pair).size) for pair in pairs)

    coders = sorted(meetings["coder"].unique(), key=lambda coder: (coder != OURS, coder))
    return max(coders, key=told, default=None)


def between(meetings: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """The contacts that both take part in, alone or with others."""
    both = [one in parties and other in parties for parties in meetings["parties"]]
    return meetings[pd.Series(both, index=meetings.index, dtype=bool)]


def _counts(one: QuotedContact | Contact) -> bool:
    contact = one.contact if isinstance(one, QuotedContact) else one
    return contact.modality is Modality.HAPPENED and contact.when.start is not None and contact.when.end is not None


def _ours(one: QuotedContact | Contact) -> tuple[Any, ...]:
    contact, said, source = (
        (one.contact, one.sentence, one.source) if isinstance(one, QuotedContact) else (one, None, None)
    )
    when = contact.when
    start, end = format_when(when)
    date = start if start == end else f"{start}/{end}"
    return (
        contact.id, contact.kind.value, contact.level.value, contact.parties, contact.host, contact.place,
        tuple(person.name for person in contact.people), when.start, when.end, _is_exact(when), said,
        source, date, OURS,
    )  # fmt: skip


def _is_exact(when: When) -> bool:
    if when.start is None or when.end is None:
        return False
    short = (when.end - when.start).days < _LONGEST
    return when.precision is Precision.DAY or (when.precision is Precision.RANGE and short)


def _theirs(key: tuple[Any, ...], event: ImportedConsultation) -> tuple[Any, ...]:
    day, kind, pair, host, coder = key
    date = dt.date.fromordinal(day + EPOCH)
    sides = [
        party if name in {None, party, _name(party)} else f"{name} ({party})"
        for name, party in zip(event.who, (event.source, event.target), strict=True)
    ]
    verb = {"042": "visits", "043": "hosts"}.get(event.cameo, "and")
    said = f"{sides[0]} {verb} {sides[1]}: CAMEO {event.cameo}"
    return (event.id, kind, UNSAID, pair, host, None, (), date, date, True, said, event.place, date.isoformat(), coder)


def _name(party: str) -> str | None:
    state = states().get(party)
    return state.name if state else None


def _frame(rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS), dtype=object)
    return frame.astype({"exact": bool}).sort_values(["end", "start"], kind="stable", ignore_index=True)
