"""The listings: documents, actors, events, occurrences, contacts; and their export."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.charting import ChartFile, check_chart, draw_chart
from detente.cli.options import Listing, open_record

if TYPE_CHECKING:
    import altair as alt

    from detente.records import Modality
    from detente.store import Filter, Store

ModalityName = Literal["happened", "planned", "called_for", "hypothetical", "negated", "all"]
KindName = Literal["visit", "meeting", "call", "summit", "dialogue", "exercise"]
LevelName = Literal["leader", "minister", "deputy_minister", "parliament", "party", "other"]

Root = Annotated[str | None, Parameter(help="PLOVER event type: CONSULT, SANCTION ...")]
Mode = Annotated[str | None, Parameter(help="PLOVER mode: visit, disapprove ...")]
EventModality = Annotated[ModalityName, Parameter(help="Only those that happened, are planned ...")]
_DEFAULT = Listing()


def documents(*, listing: Listing = _DEFAULT) -> None:
    """List the documents; --since and --until are of publication.

    Examples
    --------
    detente documents

    detente documents --pair CHN JPN --since 2024 --format csv -o documents.csv
    """
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_documents
    from detente.store.lines import DOCUMENT_KEYS, document_line

    wanted = listing.to_filter()
    with open_record(listing.db) as store:
        lines = map(document_line, store.listed_documents(wanted))
        write_lines(lines, DOCUMENT_KEYS, listing, draw_documents)


def actors(*, listing: Listing = _DEFAULT) -> None:
    """List the actors, the most active first.

    Examples
    --------
    detente actors --limit 20

    detente actors --party Japan --since 2024-01
    """
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_actors
    from detente.store.lines import ACTOR_KEYS, actor_line

    wanted = listing.to_filter()
    with open_record(listing.db) as store:
        write_lines(map(actor_line, store.listed_actors(wanted)), ACTOR_KEYS, listing, draw_actors)


def events(
    *,
    listing: Listing = _DEFAULT,
    root: Root = None,
    mode: Mode = None,
    modality: EventModality = "all",
) -> None:
    """List the events, each with the sentence that reports it, or with the line of the file it was imported from.

    Examples
    --------
    detente events --pair CHN JPN --since 2024-07

    detente events --pair China Japan --root SANCTION --format jsonl

    detente events --text "fishing boat*" -o events.csv
    """
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_events
    from detente.store.lines import EVENT_KEYS

    wanted = _coded(listing.to_filter(), root, mode, modality)
    with open_record(listing.db) as store:
        _note_undated(store, wanted)
        write_lines(store.event_lines(wanted), EVENT_KEYS, listing, draw_events)


def occurrences(
    *,
    listing: Listing = _DEFAULT,
    root: Root = None,
    mode: Mode = None,
    modality: EventModality = "all",
) -> None:
    """List the occurrences: the reports of one happening taken together.

    Examples
    --------
    detente occurrences --pair CHN JPN --modality happened

    detente occurrences --since 2024 --until 2024-06 --format jsonl
    """
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_occurrences
    from detente.store.lines import OCCURRENCE_KEYS, occurrence_line

    wanted = _coded(listing.to_filter(), root, mode, modality)
    with open_record(listing.db) as store:
        lines = map(occurrence_line, store.occurrences(wanted))
        draw = partial(draw_occurrences, names=store.actor_names())
        write_lines(lines, OCCURRENCE_KEYS, listing, draw)


def contacts(
    *,
    listing: Listing = _DEFAULT,
    kind: Annotated[KindName | None, Parameter(help="Only contacts of this kind.")] = None,
    level: Annotated[LevelName | None, Parameter(help="Only contacts at this level.")] = None,
    modality: Annotated[
        ModalityName, Parameter(help="Contacts that happened, that are planned ..., or all.")
    ] = "happened",
    chart: ChartFile = None,
) -> None:
    """List the contacts: visits, meetings, calls, summits, dialogues, exercises.

    Examples
    --------
    detente contacts --pair CHN JPN --since 2024-07 --until 2024-07

    detente contacts --party Japan --level minister --format jsonl

    detente contacts --pair CHN JPN --modality all --chart calendar.svg
    """
    from detente.cli.messages import note
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_contacts
    from detente.records import ContactKind, Level
    from detente.store.lines import CONTACT_KEYS, contact_line

    check_chart(chart)
    wanted = replace(
        listing.to_filter(),
        modality=_modalities(modality),
        kind=ContactKind(kind) if kind else None,
        level=Level(level) if level else None,
    )
    with open_record(listing.db) as store:
        if (wanted.since or wanted.until) and (undated := store.count_contacts(_undated(wanted))):
            note(f"{undated:,} without a date left out by --since and --until")
        write_lines(map(contact_line, store.quoted_contacts(wanted)), CONTACT_KEYS, listing, draw_contacts)
        draw_chart(chart, lambda: _draw_calendar(store, wanted))


def _draw_calendar(store: Store, wanted: Filter) -> alt.Chart:
    from detente.charts import contacts_chart
    from detente.cli.naming import name_party

    contacts = store.contacts(wanted)
    names = {party: name_party(party) for contact in contacts for party in contact.parties}
    hosts = {contact.host: name_party(contact.host) for contact in contacts if contact.host}
    whose = wanted.pair or (wanted.party,)
    title = " – ".join(name_party(party) for party in whose if party)
    return contacts_chart(
        contacts, names | hosts, title=f"{title}: contacts by level" if title else "Contacts by level"
    )


def export_events(*, listing: Listing = _DEFAULT) -> None:
    """Write all events for other programs: CSV, unless another form is asked for.

    Examples
    --------
    detente export events -o events.parquet

    detente export events --pair CHN JPN > events.csv
    """
    from detente.cli.output import write_lines
    from detente.cli.tables import draw_events
    from detente.store.lines import EVENT_KEYS

    wanted = listing.to_filter()
    with open_record(listing.db) as store:
        _note_undated(store, wanted)
        write_lines(store.event_lines(wanted), EVENT_KEYS, listing, draw_events, default="csv")


def _coded(wanted: Filter, root: str | None, mode: str | None, modality: str) -> Filter:
    return replace(wanted, root=_check_root(root), mode=mode, modality=_modalities(modality))


def _modalities(name: str) -> tuple[Modality, ...]:
    from detente.records import Modality

    return () if name == "all" else (Modality(name),)


def _check_root(root: str | None) -> str | None:
    from detente.cli.running import WrongUseError
    from detente.errors import KnowledgeError
    from detente.knowledge import plover

    if root is None:
        return None
    try:
        return plover.root(root.upper()).name
    except KnowledgeError as error:
        raise WrongUseError(str(error)) from error


def _note_undated(store: Store, wanted: Filter) -> None:
    """Say how many events a window leaves out for want of a date."""
    from detente.cli.messages import note

    if (wanted.since or wanted.until) and (undated := store.count_events(_undated(wanted))):
        note(f"{undated:,} without a date left out by --since and --until")


def _undated(wanted: Filter) -> Filter:
    return replace(wanted, since=None, until=None, limit=None, undated=True)
