"""From the record to what a brief says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from detente.briefs.cards import group_by_period, in_month, list_sources, make_cards, undated_of
from detente.briefs.contacts import contact_row, held, planned
from detente.briefs.content import Brief, Period
from detente.briefs.ledgers import read_ledgers, write_sections
from detente.briefs.selection import Selection, select
from detente.briefs.summary import newest_report, summarise
from detente.briefs.wording import party_name, say_month
from detente.measures import Index, index_to_fit, tidy
from detente.records import Occurrence
from detente.store import Filter, ListedDocument, Store

_ON_A_PAGE, _ON_A_PHONE = 60, 24  # periods that a chart has room for


def gather(store: Store, pair: tuple[str, str], since: dt.date | None = None, until: dt.date | None = None) -> Brief:
    """All that a brief on a relation says.

    Args:
        store: an open record, its occurrences up to date.
        pair: codes of the parties: ISO 3166 alpha-3, or an organisation's acronym.
        since: nothing that ended before this day, and nothing without a date.
        until: nothing that started after this day, and nothing without a date.

    Raises:
        DetenteError: there is nothing on record; the message names the relations that there are.
    """
    selection = select(store, pair, since, until)
    names = (party_name(pair[0]), party_name(pair[1]))
    frame = tidy(selection.occurrences)
    wide, narrow = (index_to_fit(frame, *pair, most=most) for most in (_ON_A_PAGE, _ON_A_PHONE))
    newest = newest_report(selection)
    told = read_ledgers(store, Filter(pair=pair, since=since, until=until), newest or dt.date.today())
    sources = list_sources(selection, _others(store, told.documents - set(selection.documents)))
    periods = group_by_period(selection, selection.occurrences, sources)
    return Brief(
        pair=pair,
        names=names,
        since=since,
        until=until,
        summary=summarise(selection, names),
        wide=wide,
        narrow=narrow,
        links=_links(selection.occurrences, periods, (wide, narrow)),
        contacts=tuple(contact_row(one, newest) for one in held(selection.contacts)),
        planned=tuple(contact_row(one, newest) for one in planned(selection.contacts)),
        periods=periods,
        undated=make_cards(selection, undated_of(selection), sources),
        aside=make_cards(selection, selection.aside, sources),
        sections=write_sections(told, sources, newest or dt.date.today()),
        sources=tuple(sources.values()),
        left=_left(selection),
        coders=tuple(sorted({row.event.evidence.coder for row in selection.events.values()})),
        cut=selection.cut,
    )


def _others(store: Store, ids: Iterable[str]) -> dict[str, ListedDocument]:
    """Documents by id."""
    return {row.document.id: row for one in sorted(ids) for row in store.listed_documents(Filter(document=one))}


def _left(selection: Selection) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for row in selection.documents.values():
        counts.update(row.left)
    return tuple(counts.most_common())


def _links(occurrences: Sequence[Occurrence], periods: Sequence[Period], indexes: Sequence[Index]) -> dict[str, str]:
    """Anchors of the newest month told of in each period, by the period's label."""
    anchors = {period.title: period.anchor for period in periods}
    months = sorted({one.when.start.replace(day=1) for one in occurrences if one.when.start and in_month(one)})
    links: dict[str, str] = {}
    for index in indexes:
        for month in months:  # the later ones overwrite the earlier
            links[_label(month, index.frequency)] = anchors[say_month(month)]
    return links


def _label(month: dt.date, frequency: str) -> str:
    if frequency == "year":
        return str(month.year)
    if frequency == "quarter":
        return f"{month.year}-Q{(month.month + 2) // 3}"
    return f"{month.year}-{month.month:02}"
