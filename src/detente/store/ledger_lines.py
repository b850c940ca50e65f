"""Records of the ledgers as flat rows for machines, with the keys that scripts rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from detente.dating.iso import format_when
from detente.knowledge.formulations import formulations
from detente.records import (
    Actor,
    Claim,
    ClaimKind,
    Commitment,
    Evidence,
    FormulationReport,
    Quantity,
    Signal,
    Stance,
    When,
)
from detente.store.disputes import Dispute
from detente.store.ledger_queries import Quoted

if TYPE_CHECKING:
    from detente.ledgers.fates import Fate

Line = dict[str, Any]

COMMITMENT_KEYS = (
    "id", "parties", "speaker", "what", "earliest", "latest", "status", "kept_by", "sentence", "document", "source",
)  # fmt: skip
CLAIM_KEYS = (
    "id", "kind", "speaker", "about", "stance", "text", "cause", "effect", "sign", "actor", "action", "sentence",
    "document", "source",
)  # fmt: skip
DISPUTE_KEYS = ("id", "parties", "issue", "status", "since", "sentence", "document", "source")
METRIC_KEYS = ("id", "kind", "expression", "value", "unit", "of", "parties", "sentence", "document", "source")
CONTRADICTION_KEYS = (
    "metric", "expression", "parties", "sentence", "contact", "contact_sentence", "reason", "document", "source",
)  # fmt: skip
FORMULATION_KEYS = (
    "id", "formulation", "words", "speaker", "status", "gap", "date", "sentence", "document", "source",
)  # fmt: skip
TRACK_KEYS = ("formulation", "words", "speaker", "status", "first", "last", "uses", "gap_days", "back_on")
SIGNAL_KEYS = ("id", "speaker", "target", "positive", "negative", "marker", "document", "source")
VIEW_KEYS = ("by", "claims", *(kind.value for kind in ClaimKind), *(one.value for one in Stance), "documents")


def commitment_line(row: Quoted[Commitment], fate: Fate) -> Line:
    """One commitment and what became of it, with the keys of ``COMMITMENT_KEYS``."""
    one = row.record
    earliest, latest = window_of(one.window)
    return {
        "id": one.id,
        "parties": list(one.parties),
        "speaker": name_speaker(one.speaker, row.authors),
        "what": one.what,
        "earliest": earliest,
        "latest": latest,
        "status": fate.status.value,
        "kept_by": fate.kept_by,
        **_place(row),
    }


def claim_line(row: Quoted[Claim]) -> Line:
    """One claim, with the keys of ``CLAIM_KEYS``."""
    one = row.record
    return {
        "id": one.id,
        "kind": one.kind.value,
        "speaker": name_speaker(one.speaker, row.authors),
        "about": list(one.about),
        "stance": one.stance.value if one.stance else None,
        "text": one.text,
        "cause": one.cause,
        "effect": one.effect,
        "sign": one.sign.value if one.sign else None,
        "actor": one.actor,
        "action": one.action,
        **_place(row),
    }


def dispute_line(dispute: Dispute) -> Line:
    """One dispute with the sentence that last tells of it, with the keys of ``DISPUTE_KEYS``."""
    first = dispute.reports[0]
    since = format_when(first.record.when)[0] if first.record.when.start else None
    return {
        "id": dispute.id,
        "parties": list(dispute.parties),
        "issue": dispute.issue,
        "status": dispute.status.value,
        "since": since or (dispute.since.isoformat() if dispute.since else None),
        **_place(dispute.last),
    }


def metric_line(row: Quoted[Quantity]) -> Line:
    """One figure, with the keys of ``METRIC_KEYS``."""
    one = row.record
    return {
        "id": one.id,
        "kind": one.kind,
        "expression": one.expression,
        "value": one.value,
        "unit": one.unit,
        "of": one.of,
        "parties": list(one.parties),
        **_place(row),
    }


def formulation_line(row: Quoted[FormulationReport]) -> Line:
    """One use of a fixed expression, with the keys of ``FORMULATION_KEYS``."""
    one = row.record
    return {
        "id": one.id,
        "formulation": name_formulation(one.formulation),
        "words": one.words,
        "speaker": one.speaker,
        "status": one.status.value,
        "gap": one.gap,
        "date": window_of(one.when)[0],
        **_place(row),
    }


def signal_line(row: Quoted[Signal], negative: str) -> Line:
    """One speaker with two voices, with the keys of ``SIGNAL_KEYS``; ``negative`` is the other voice's sentence."""
    one = row.record
    return {
        "id": one.id,
        "speaker": one.speaker,
        "target": one.target,
        "positive": row.sentence,
        "negative": negative,
        "marker": one.marker,
        "document": row.document,
        "source": row.source,
    }


def voices_of(row: Quoted[Signal], negative: str) -> tuple[str, str]:
    """The words in which the two voices speak; ``negative`` is the other voice's sentence."""
    one = row.record
    return words_of(one.positive, row.sentence), words_of(one.negative, negative)


def words_of(evidence: Evidence, sentence: str) -> str:
    """The trigger's words in a sentence."""
    start = evidence.sentence.start
    return sentence[evidence.trigger.start - start : evidence.trigger.end - start]


def view_lines(rows: Iterable[Quoted[Claim]], key: Callable[[Quoted[Claim]], str | None]) -> list[Line]:
    """Claims counted by whoever makes them, the most first, with the keys of ``VIEW_KEYS``."""
    groups: dict[str, list[Quoted[Claim]]] = {}
    for row in rows:
        groups.setdefault(key(row) or "unknown", []).append(row)
    lines = []
    for name, group in groups.items():
        kinds = Counter(row.record.kind for row in group)
        stances = Counter(row.record.stance for row in group)
        lines.append(
            {
                "by": name,
                "claims": len(group),
                **{kind.value: kinds[kind] for kind in ClaimKind},
                **{stance.value: stances[stance] for stance in Stance},
                "documents": len({row.document for row in group}),
            }
        )
    return sorted(lines, key=lambda line: (-line["claims"], line["by"]))


def name_speaker(speaker: Actor | None, authors: tuple[str, ...]) -> str:
    """Who says so: somebody in the text, else the article's authors, else "author"."""
    return speaker.name if speaker else ", ".join(authors) or "author"


def name_formulation(ident: str) -> str:
    """The fullest wording of a listed expression; else its words."""
    known: Mapping[str, Any] = formulations()
    return known[ident].words[0] if ident in known else ident.removeprefix("text:")


def window_of(when: When) -> tuple[str | None, str | None]:
    """The two ends of a window, each cut to what is known; one of them may be open."""
    if when.start and when.end:
        return format_when(when)
    return (when.start.isoformat() if when.start else None), (when.end.isoformat() if when.end else None)


def _place(row: Quoted[Any]) -> Line:
    return {"sentence": row.sentence, "document": row.document, "source": row.source}


def track_lines(reports: Iterable[FormulationReport]) -> list[Line]:
    """Each speaker's use of each expression over time, with the keys of ``TRACK_KEYS``; ISO dates."""
    from detente.ledgers.phrases import track_formulations

    return [
        {
            "formulation": one.formulation.removeprefix("text:"),
            "words": one.words,
            "speaker": one.speaker,
            "status": one.status.value,
            "first": one.first.isoformat() if one.first else None,
            "last": one.last.isoformat() if one.last else None,
            "uses": one.uses,
            "gap_days": one.gap,
            "back_on": one.since.isoformat() if one.since else None,
        }
        for one in track_formulations(reports)
    ]
