"""The ledgers: commitments, claims, disputes, signals, formulations, metrics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from detente.cli.options import Listing, open_record

if TYPE_CHECKING:
    from detente.records import Claim
    from detente.store import Filter, Quoted, Store

StatusName = Literal["open", "kept", "overdue", "unclear"]
PromiseName = Literal["promise", "plan", "schedule", "invitation", "expectation"]
ClaimName = Literal["assessment", "forecast", "prescription", "explanation"]
ViewName = Literal["speaker", "outlet", "country"]
SignName = Literal["improves", "worsens", "constrains"]
DisputeName = Literal["raised", "eased", "resolved"]
UseName = Literal["used", "first", "reinstated", "dropped"]
MetricName = Literal["share", "money", "count", "rate", "ratio", "rank", "duration", "since"]

Speaker = Annotated[str | None, Parameter(help="Only what this state's people say, or whoever's name has these words.")]
Outlet = Annotated[str | None, Parameter(help="Only from this outlet.")]
View = Annotated[ViewName | None, Parameter(help="Count them by speaker, by outlet, or by the outlet's country.")]
_DEFAULT = Listing()


def commitments(
    *,
    listing: Listing = _DEFAULT,
    status: Annotated[StatusName | None, Parameter(help="Only those of which this became.")] = None,
    on: Annotated[str | None, Parameter(help="The day to judge on; today if left out.")] = None,
    kind: Annotated[PromiseName | None, Parameter(help="Only commitments of this kind.")] = None,
    speaker: Speaker = None,
    outlet: Outlet = None,
) -> None:
    """List what was promised, planned or expected, by when, and what became of it.

    --since and --until are of the window.

    Examples
    --------
    detente commitments --pair CHN JPN --status open --on 2024-09-01

    detente commitments --party Japan --kind promise --format jsonl
    """
    from detente.cli.ledger_tables import draw_commitments
    from detente.cli.naming import parse_day
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import COMMITMENT_KEYS, commitment_line

    wanted, limit = _all_of(_said(listing.to_filter(), kind, speaker, outlet))
    day = parse_day(on) if on else dt.date.today()
    with open_record(listing.db) as store:
        rows = list(store.commitments(wanted))
        fates = store.fates(rows, day)
        kept = [row for row in rows if status is None or fates[row.record.id].status == status][:limit]
        lines = (commitment_line(row, fates[row.record.id]) for row in kept)
        keepers = store.keepers(fates[row.record.id] for row in kept)
        draw = partial(draw_commitments, kinds={row.record.id: row.record.kind.value for row in kept}, keepers=keepers)
        write_lines(lines, COMMITMENT_KEYS, listing, draw)


def claims(
    *,
    listing: Listing = _DEFAULT,
    kind: Annotated[ClaimName | None, Parameter(help="Only claims of this kind.")] = None,
    speaker: Speaker = None,
    outlet: Outlet = None,
    by: View = None,
) -> None:
    """List what is claimed: assessments, forecasts, prescriptions, explanations, each with who makes it.

    Examples
    --------
    detente claims --pair CHN JPN --kind forecast

    detente claims --pair China Japan --speaker China --format jsonl

    detente claims --pair CHN JPN --by country
    """
    from detente.cli.ledger_tables import draw_claims, draw_view
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import CLAIM_KEYS, VIEW_KEYS, claim_line, view_lines

    wanted = _said(listing.to_filter(), kind, speaker, outlet)
    with open_record(listing.db) as store:
        if by:
            lines = view_lines(store.claims(wanted), _maker(by))
            write_lines(lines, VIEW_KEYS, listing, partial(draw_view, by=by))
            return
        rows = list(store.claims(wanted))
        hedges = {row.record.id: row.record.hedge for row in rows}
        write_lines(map(claim_line, rows), CLAIM_KEYS, listing, partial(draw_claims, hedges=hedges))


def prescriptions(
    *,
    listing: Listing = _DEFAULT,
    to: Annotated[str | None, Parameter(help="Only what this state or organisation should do.")] = None,
    speaker: Speaker = None,
    outlet: Outlet = None,
) -> None:
    """List who should do what, and who says so; the keys are those of claims.

    Examples
    --------
    detente prescriptions --pair CHN JPN

    detente prescriptions --to Japan --format jsonl
    """
    from detente.cli.ledger_tables import draw_prescriptions
    from detente.cli.naming import parse_party
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import CLAIM_KEYS, claim_line

    wanted, limit = _all_of(_said(listing.to_filter(), "prescription", speaker, outlet))
    addressee = parse_party(to) if to else None
    with open_record(listing.db) as store:
        rows = (row for row in store.claims(wanted) if addressee in (None, row.record.actor))
        write_lines(map(claim_line, islice(rows, limit)), CLAIM_KEYS, listing, draw_prescriptions)


def causes(
    *,
    listing: Listing = _DEFAULT,
    sign: Annotated[SignName | None, Parameter(help="Only causes that do this to a relation.")] = None,
    speaker: Speaker = None,
    outlet: Outlet = None,
) -> None:
    """List what is said to move relations, and which way: cause, effect, sign; the keys are those of claims.

    Examples
    --------
    detente causes --pair CHN JPN

    detente causes --pair CHN JPN --sign worsens --format jsonl
    """
    from detente.cli.ledger_tables import draw_causes
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import CLAIM_KEYS, claim_line

    wanted, limit = _all_of(_said(listing.to_filter(), "explanation", speaker, outlet))
    with open_record(listing.db) as store:
        rows = (row for row in store.claims(wanted) if sign is None or row.record.sign == sign)
        write_lines(map(claim_line, islice(rows, limit)), CLAIM_KEYS, listing, draw_causes)


def disputes(
    *,
    listing: Listing = _DEFAULT,
    status: Annotated[DisputeName | None, Parameter(help="Only disputes that stand so.")] = None,
    outlet: Outlet = None,
) -> None:
    """List the issues that parties contest: one line an issue and its parties, with the sentence that last tells of it.

    Examples
    --------
    detente disputes --pair CHN JPN

    detente disputes --party Philippines --status raised --since 2024 --format jsonl
    """
    from detente.cli.ledger_tables import draw_disputes
    from detente.cli.output import write_lines
    from detente.store.disputes import group_disputes
    from detente.store.ledger_lines import DISPUTE_KEYS, dispute_line

    wanted, limit = _all_of(replace(listing.to_filter(), outlet=outlet))
    with open_record(listing.db) as store:
        within = {row.record.id for row in store.dispute_reports(wanted)}
        found = [
            one
            for one in group_disputes(store.dispute_reports(replace(wanted, since=None, until=None)))
            if status in (None, one.status) and any(report.record.id in within for report in one.reports)
        ]
        found = (found[::-1] if wanted.newest else found)[:limit]
        named = {one.id: one.named for one in found}
        write_lines(map(dispute_line, found), DISPUTE_KEYS, listing, partial(draw_disputes, named=named))


def signals(*, listing: Listing = _DEFAULT, outlet: Outlet = None) -> None:
    """List where one speaker has two voices on one target: the two sentences that stand against each other.

    Examples
    --------
    detente signals --pair CHN JPN

    detente signals --party Japan --format jsonl
    """
    from detente.cli.ledger_tables import draw_signals
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import SIGNAL_KEYS, signal_line, voices_of

    wanted = replace(listing.to_filter(), outlet=outlet)
    with open_record(listing.db) as store:
        rows = list(store.signals(wanted))
        lines = [signal_line(row, store.quote(row.record.negative)) for row in rows]
        words = {row.record.id: voices_of(row, line["negative"]) for row, line in zip(rows, lines, strict=True)}
        write_lines(lines, SIGNAL_KEYS, listing, partial(draw_signals, words=words))


def formulations(
    *,
    listing: Listing = _DEFAULT,
    words: Annotated[str | None, Parameter(help="Only expressions with these words in them.")] = None,
    status: Annotated[UseName | None, Parameter(help="Only uses that are of this kind.")] = None,
    track: Annotated[bool, Parameter(negative="", help="Follow each speaker's use of each over time instead.")] = False,
    outlet: Outlet = None,
) -> None:
    """List the fixed expressions of policy as they are used, new, back after a gap, or dropped.

    Of a pair, either's are listed. With --track, a line an expression and speaker: first and last use on record, and
    the longest gap between two.

    Examples
    --------
    detente formulations --pair CHN JPN

    detente formulations --words "mutually beneficial" --format jsonl

    detente formulations --party Japan --track
    """
    from detente.cli.ledger_tables import draw_formulations, draw_tracks
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import FORMULATION_KEYS, TRACK_KEYS, formulation_line, track_lines

    wanted, limit = _all_of(replace(listing.to_filter(), outlet=outlet))
    with open_record(listing.db) as store:
        if track:
            tracks = track_lines(row.record for row in store.formulations(wanted))
            chosen = (
                line
                for line in tracks
                if status in (None, line["status"]) and (words is None or words.casefold() in line["words"].casefold())
            )
            write_lines(islice(chosen, limit), TRACK_KEYS, listing, draw_tracks)
            return
        lines = (
            line
            for line in map(formulation_line, store.formulations(wanted))
            if status in (None, line["status"])
            and (words is None or words.casefold() in f"{line['formulation']}\n{line['words']}".casefold())
        )
        write_lines(islice(lines, limit), FORMULATION_KEYS, listing, draw_formulations)


def metrics(
    *,
    listing: Listing = _DEFAULT,
    kind: Annotated[MetricName | None, Parameter(help="Only figures of this kind.")] = None,
    check: Annotated[
        bool,
        Parameter(negative="", help='Only claims like "the first visit in five years" that a contact contradicts.'),
    ] = False,
    outlet: Outlet = None,
) -> None:
    """List the figures in the texts: shares, sums, counts, and "the first in three years".

    With --check, the claims of how long ago the last contact was that the record's contacts contradict, with both
    sentences.

    Examples
    --------
    detente metrics --pair CHN JPN --kind share

    detente metrics --party China --format csv -o figures.csv
    """
    from detente.cli.ledger_tables import draw_contradictions, draw_metrics
    from detente.cli.output import write_lines
    from detente.store.ledger_lines import CONTRADICTION_KEYS, METRIC_KEYS, metric_line

    wanted = replace(listing.to_filter(), kind="since" if check else kind, outlet=outlet)
    with open_record(listing.db) as store:
        if check:
            write_lines(_contradictions(store, wanted), CONTRADICTION_KEYS, listing, draw_contradictions)
            return
        write_lines(map(metric_line, store.quantities(wanted)), METRIC_KEYS, listing, draw_metrics)


def _contradictions(store: Store, wanted: Filter) -> list[dict[str, Any]]:
    """The claims of how long ago the last contact was that a contact of the record contradicts."""
    from detente.ledgers.recency import check_recency

    claims = {row.record.id: row for row in store.quantities(wanted)}
    published = {row.document: row.published for row in claims.values()}
    found = check_recency([row.record for row in claims.values()], store.contacts(), published)
    return [
        {
            "metric": one.quantity,
            "expression": claims[one.quantity].record.expression,
            "parties": list(claims[one.quantity].record.parties),
            "sentence": claims[one.quantity].sentence,
            "contact": one.contact_id,
            "contact_sentence": store.quote(one.contact[0]),
            "reason": one.reason,
            "document": claims[one.quantity].document,
            "source": claims[one.quantity].source,
        }
        for one in found
    ]


def export_claims(*, listing: Listing = _DEFAULT, speaker: Speaker = None, outlet: Outlet = None) -> None:
    """Write claims as statements for Discourse Network Analyzer: person, organization, concept, agreement, as CSV.

    Examples
    --------
    detente export claims --pair CHN JPN -o statements.csv
    """
    from detente.cli.output import open_text
    from detente.exchange.dna import to_statements, write_statements

    with open_record(listing.db) as store:
        rows = list(store.claims(_said(listing.to_filter(), None, speaker, outlet)))
        statements = to_statements((row.record for row in rows), _documents(store, rows))
        with open_text(listing.output) as out:
            write_statements(statements, out)


def export_causes(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    listing: Listing = _DEFAULT,
) -> None:
    """Write the causal map of a relation as GraphML, for Gephi, Cytoscape or yEd.

    Examples
    --------
    detente export causes CHN JPN -o causes.graphml
    """
    from detente.cli.naming import parse_pair
    from detente.cli.output import open_text
    from detente.ledgers.causes import causal_graph, find_drivers, graphml

    pair = parse_pair(one, other)
    with open_record(listing.db) as store:
        rows = list(store.claims(replace(listing.to_filter(), pair=pair, kind="explanation")))
        drivers = find_drivers((row.record for row in rows), pair, _documents(store, rows))
        with open_text(listing.output) as out:
            out.write(graphml(causal_graph(drivers, pair)))


def _documents(store: Store, rows: list[Quoted[Any]]) -> dict[str, Any]:
    ids = {row.document for row in rows}
    return {ident: document for ident in sorted(ids) if (document := store.document(ident))}


def _said(wanted: Filter, kind: str | None, speaker: str | None, outlet: str | None) -> Filter:
    return replace(wanted, kind=kind, speaker=_speaker(speaker), outlet=outlet)


def _speaker(text: str | None) -> str | None:
    """A party's code where ``text`` names one, else its words."""
    from detente.cli.naming import parse_party
    from detente.errors import UnknownActor

    try:
        return parse_party(text) if text else None
    except UnknownActor:
        return text


def _all_of(wanted: Filter) -> tuple[Filter, int | None]:
    """The filter without its limit, which counts only what is left in the end."""
    return replace(wanted, limit=None), wanted.limit


def _maker(by: ViewName) -> Callable[[Quoted[Claim]], str | None]:
    """How to tell who makes a claim."""
    from detente.cli.naming import name_party
    from detente.reading.outlets import load_outlets
    from detente.store.ledger_lines import name_speaker

    if by == "speaker":
        return lambda row: name_speaker(row.record.speaker, row.authors)
    if by == "outlet":
        return lambda row: row.outlet
    countries = {outlet.name: name_party(outlet.country) for outlet in load_outlets()}
    return lambda row: countries.get(row.outlet or "")
