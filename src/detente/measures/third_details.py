"""What reports tell of occurrences with third states beyond the tidy frame, and of third countries without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.actors import country_of_place
from detente.knowledge import plover
from detente.measures.engagements import Detail
from detente.records import ContactKind, Event, Modality, Occurrence
from detente.store import QuotedEvent

_SIGNING = re.compile(r"\b(sign|ink|initial|ratif|conclud)", re.IGNORECASE)
_UNNAMED = re.compile(r"\bthird[- ](?:country|countries|market|markets|party[- ]markets?)\b", re.IGNORECASE)


def detail_of(occurrence: Occurrence, reports: Iterable[Event]) -> Detail:
    """An occurrence's details, by its reports."""
    told = list(reports)
    return Detail(
        exercise=any(report.contact is ContactKind.EXERCISE for report in told),
        signed=occurrence.root == "SUPPORT" and any(_SIGNING.search(report.trigger) for report in told),
        country=country_of_place(occurrence.place) if occurrence.place else None,
    )


def find_unnamed(events: Iterable[QuotedEvent]) -> list[QuotedEvent]:
    """Events that tell of two sides' cooperation in third countries, which need not be named.

    Args:
        events: of the pair.

    Returns:
        Those that happened, are cooperative, and whose sentence speaks of third countries or third markets.
    """
    return [
        one
        for one in events
        if one.event.modality is Modality.HAPPENED
        and plover.quad(one.event.root) <= 2
        and _UNNAMED.search(one.sentence)
    ]
