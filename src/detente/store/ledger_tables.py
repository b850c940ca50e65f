"""Each ledger's records to rows, and rows to records: the two are each other's inverse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import sqlalchemy as sa

from detente.records import (
    Actor,
    Claim,
    ClaimKind,
    Commitment,
    CommitmentKind,
    ContactKind,
    DisputeReport,
    DisputeStatus,
    Evidence,
    FormulationReport,
    FormulationStatus,
    Ledger,
    Quantity,
    Sign,
    Signal,
    Span,
    Stance,
)
from detente.store import schema
from detente.store.rows import Read, Row, evidence_list, read_evidence, read_when, when_columns

R = TypeVar("R")
Roles = Mapping[str, tuple[str, ...]]  # parties by the part they have in a record


@dataclass(frozen=True, slots=True)
class LedgerTable(Generic[R]):
    """How one ledger is kept.

    Attributes:
        records: the ledger's records of an article.
        evidence: the sentence that a record stands on.
        speaker: who says so, where records of the ledger tell; else None.
        write: a record's own columns.
        roles: a record's parties.
        read: a record of its row, its evidence, its parties and its speaker.
    """

    table: sa.Table
    parties: sa.Table
    records: Callable[[Ledger], tuple[R, ...]]
    evidence: Callable[[R], Evidence]
    speaker: Callable[[R], Actor | None]
    write: Callable[[R], Row]
    roles: Callable[[R], Roles]
    read: Callable[[Read, Evidence, Roles, Actor | None], R]


def evidence_columns(evidence: Evidence) -> Row:
    return {
        "document": evidence.document,
        "sentence_start": evidence.sentence.start,
        "sentence_end": evidence.sentence.end,
        "trigger_start": evidence.trigger.start,
        "trigger_end": evidence.trigger.end,
        "coder": evidence.coder,
    }


def evidence_of_row(row: Read) -> Evidence:
    return Evidence(
        document=row["document"],
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        coder=row["coder"],
    )


def _write_commitment(one: Commitment) -> Row:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "what": one.what,
        "root": one.root,
        "contact": one.contact.value if one.contact else None,
        **when_columns(one.window),
        "place": one.place,
        "event": one.event,
    }


def _read_commitment(row: Read, evidence: Evidence, roles: Roles, speaker: Actor | None) -> Commitment:
    return Commitment(
        id=row["id"],
        evidence=evidence,
        kind=CommitmentKind(row["kind"]),
        parties=roles.get("party", ()),
        speaker=speaker,
        what=row["what"],
        root=row["root"],
        contact=ContactKind(row["contact"]) if row["contact"] else None,
        window=read_when(row),
        place=row["place"],
        event=row["event"],
    )


def _write_claim(one: Claim) -> Row:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "stance": one.stance.value if one.stance else None,
        "text": one.text,
        "hedge": one.hedge,
        "cause": one.cause,
        "effect": one.effect,
        "sign": one.sign.value if one.sign else None,
        "action": one.action,
    }


def _claim_roles(one: Claim) -> Roles:
    """A claim's parties, and its speaker's: what a state says of another is of the two."""
    from detente.actors import party_of

    teller = party_of(one.speaker) if one.speaker else None
    return {
        "about": one.about,
        "actor": (one.actor,) if one.actor else (),
        "toward": one.toward,
        "speaker": (teller,) if teller else (),
    }


def _read_claim(row: Read, evidence: Evidence, roles: Roles, speaker: Actor | None) -> Claim:
    return Claim(
        id=row["id"],
        evidence=evidence,
        kind=ClaimKind(row["kind"]),
        speaker=speaker,
        about=roles.get("about", ()),
        stance=Stance(row["stance"]) if row["stance"] else None,
        text=row["text"],
        hedge=row["hedge"],
        cause=row["cause"],
        effect=row["effect"],
        sign=Sign(row["sign"]) if row["sign"] else None,
        actor=next(iter(roles.get("actor", ())), None),
        action=row["action"],
        toward=roles.get("toward", ()),
    )


def _write_dispute(one: DisputeReport) -> Row:
    return {
        "id": one.id,
        "issue": one.issue,
        "named": one.named,
        "status": one.status.value,
        **when_columns(one.when),
    }


def _read_dispute(row: Read, evidence: Evidence, roles: Roles, _speaker: Actor | None) -> DisputeReport:
    return DisputeReport(
        id=row["id"],
        evidence=evidence,
        issue=row["issue"],
        named=row["named"],
        parties=roles.get("party", ()),
        status=DisputeStatus(row["status"]),
        when=read_when(row),
    )


def _write_quantity(one: Quantity) -> Row:
    return {
        "id": one.id,
        "kind": one.kind,
        "expression": one.expression,
        "value": one.value,
        "unit": one.unit,
        "of": one.of,
    }


def _read_quantity(row: Read, evidence: Evidence, roles: Roles, _speaker: Actor | None) -> Quantity:
    return Quantity(
        id=row["id"],
        evidence=evidence,
        kind=row["kind"],
        expression=row["expression"],
        value=row["value"],
        unit=row["unit"],
        of=row["of"],
        parties=roles.get("party", ()),
    )


def _write_formulation(one: FormulationReport) -> Row:
    return {
        "id": one.id,
        "formulation": one.formulation,
        "words": one.words,
        "status": one.status.value,
        "gap": one.gap,
        **when_columns(one.when),
    }


def _read_formulation(row: Read, evidence: Evidence, roles: Roles, _speaker: Actor | None) -> FormulationReport:
    return FormulationReport(
        id=row["id"],
        evidence=evidence,
        formulation=row["formulation"],
        words=row["words"],
        speaker=next(iter(roles.get("speaker", ())), None),
        status=FormulationStatus(row["status"]),
        gap=row["gap"],
        when=read_when(row),
    )


def _write_signal(one: Signal) -> Row:
    return {"id": one.id, "negative": evidence_list(one.negative), "marker": one.marker}


def _read_signal(row: Read, evidence: Evidence, roles: Roles, _speaker: Actor | None) -> Signal:
    return Signal(
        id=row["id"],
        speaker=roles["speaker"][0],
        target=roles["target"][0],
        positive=evidence,
        negative=read_evidence(row["negative"]),
        marker=row["marker"],
    )


COMMITMENTS: LedgerTable[Commitment] = LedgerTable(
    schema.commitments,
    schema.commitment_parties,
    records=lambda ledger: ledger.commitments,
    evidence=lambda one: one.evidence,
    speaker=lambda one: one.speaker,
    write=_write_commitment,
    roles=lambda one: {"party": one.parties},
    read=_read_commitment,
)
CLAIMS: LedgerTable[Claim] = LedgerTable(
    schema.claims,
    schema.claim_parties,
    records=lambda ledger: ledger.claims,
    evidence=lambda one: one.evidence,
    speaker=lambda one: one.speaker,
    write=_write_claim,
    roles=_claim_roles,
    read=_read_claim,
)
DISPUTES: LedgerTable[DisputeReport] = LedgerTable(
    schema.dispute_reports,
    schema.dispute_parties,
    records=lambda ledger: ledger.disputes,
    evidence=lambda one: one.evidence,
    speaker=lambda _: None,
    write=_write_dispute,
    roles=lambda one: {"party": one.parties},
    read=_read_dispute,
)
QUANTITIES: LedgerTable[Quantity] = LedgerTable(
    schema.quantities,
    schema.quantity_parties,
    records=lambda ledger: ledger.quantities,
    evidence=lambda one: one.evidence,
    speaker=lambda _: None,
    write=_write_quantity,
    roles=lambda one: {"party": one.parties},
    read=_read_quantity,
)
FORMULATIONS: LedgerTable[FormulationReport] = LedgerTable(
    schema.formulations,
    schema.formulation_parties,
    records=lambda ledger: ledger.formulations,
    evidence=lambda one: one.evidence,
    speaker=lambda _: None,
    write=_write_formulation,
    roles=lambda one: {"speaker": (one.speaker,) if one.speaker else ()},
    read=_read_formulation,
)
SIGNALS: LedgerTable[Signal] = LedgerTable(
    schema.signals,
    schema.signal_parties,
    records=lambda ledger: ledger.signals,
    evidence=lambda one: one.positive,
    speaker=lambda _: None,
    write=_write_signal,
    roles=lambda one: {"speaker": (one.speaker,), "target": (one.target,)},
    read=_read_signal,
)
