"""What articles say beyond events against gold: one or more lines a ledger, each asking for more than the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from detente.coding import Coding
from detente.dating import format_when
from detente.evaluation.gold import (
    GoldClaim,
    GoldCommitment,
    GoldDispute,
    GoldDocument,
    GoldFormulation,
    GoldMetric,
    GoldSignal,
)
from detente.evaluation.matching import Score, matched, same_sentence
from detente.records import (
    Claim,
    ClaimKind,
    Commitment,
    DisputeReport,
    Evidence,
    FormulationReport,
    Ledger,
    Quantity,
    Signal,
)

Pairs = Sequence[tuple[Coding, GoldDocument]]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the score.

    Attributes:
        found: the records that count; ``gold`` those of gold, None where it has none.
        same: whether a found record is a gold one, given the article's text.
    """

    what: str
    found: Callable[[Ledger], Sequence[Any]]
    gold: Callable[[GoldDocument], Sequence[Any] | None]
    same: Callable[[str, Any, Any], bool]


def score_ledgers(pairs: Pairs) -> list[Score]:
    """The lines of the ledgers that some document's gold has; documents without one don't count in its lines.

    Args:
        pairs: each document with its ledgers, and its gold.
    """
    return [score for line in _LINES if (score := _score(line, pairs)) is not None]


def _score(line: _Line, pairs: Pairs) -> Score | None:
    annotated = [(coding, gold) for coding, document in pairs if (gold := line.gold(document)) is not None]
    if not annotated:
        return None
    right = found = there = 0
    for coding, gold in annotated:
        text, records = coding.document.text, line.found(coding.ledger)

        def same(one: Any, other: Any, text: str = text) -> bool:
            return line.same(text, one, other)

        found, there = found + len(records), there + len(gold)
        right += matched(records, gold, same)
    return Score(line.what, right, found, there)


def _in_sentence(text: str, evidence: Evidence, gold: str) -> bool:
    return same_sentence(evidence.sentence.of(text), gold)


def _commitment(text: str, one: Commitment, gold: GoldCommitment) -> bool:
    return _in_sentence(text, one.evidence, gold.sentence) and set(one.parties) == set(gold.parties)


def _window(text: str, one: Commitment, gold: GoldCommitment) -> bool:
    """A commitment right in its window; gold without either end is of one for which no time is told."""
    window = one.window
    if gold.earliest is None and gold.latest is None:
        return _commitment(text, one, gold) and window.end is None
    ends = format_when(window) if window.start and window.end else (_iso(window.start), _iso(window.end))
    return _commitment(text, one, gold) and ends == (gold.earliest, gold.latest)


def _kind(text: str, one: Claim, gold: GoldClaim) -> bool:
    return _in_sentence(text, one.evidence, gold.sentence) and one.kind is gold.kind


def _claim(text: str, one: Claim, gold: GoldClaim) -> bool:
    """A claim right in kind, in whom it is about (of a prescription: who should act), and in its sign or stance."""
    if one.kind is ClaimKind.PRESCRIPTION:
        return _kind(text, one, gold) and one.actor == gold.actor
    same_value = one.sign is gold.sign if one.kind is ClaimKind.EXPLANATION else one.stance is gold.stance
    return _kind(text, one, gold) and set(one.about) == set(gold.about) and same_value


def _speaker(text: str, one: Claim, gold: GoldClaim) -> bool:
    speaker = one.speaker.name.lower() if one.speaker else None
    return _claim(text, one, gold) and speaker == (gold.speaker.lower() if gold.speaker else None)


def _dispute(text: str, one: DisputeReport, gold: GoldDispute) -> bool:
    same_issue = one.issue == gold.issue or same_sentence(one.named.lower(), gold.issue.lower())
    return _in_sentence(text, one.evidence, gold.sentence) and same_issue


def _contested(text: str, one: DisputeReport, gold: GoldDispute) -> bool:
    return _dispute(text, one, gold) and set(one.parties) == set(gold.parties) and one.status is gold.status


def _signal(text: str, one: Signal, gold: GoldSignal) -> bool:
    sentences = _in_sentence(text, one.positive, gold.positive) and _in_sentence(text, one.negative, gold.negative)
    return sentences and (one.speaker, one.target) == (gold.speaker, gold.target)


def _formulation(text: str, one: FormulationReport, gold: GoldFormulation) -> bool:
    same_words = same_sentence(one.words.lower(), gold.words.lower())
    return _in_sentence(text, one.evidence, gold.sentence) and same_words and one.status is gold.status


def _annotated(ledger: Ledger) -> list[Quantity]:
    """Figures of the kinds that the gold has; its guide leaves out ranks and durations."""
    return [one for one in ledger.quantities if one.kind not in ("rank", "duration")]


def _metric(text: str, one: Quantity, gold: GoldMetric) -> bool:
    return _in_sentence(text, one.evidence, gold.sentence) and same_sentence(one.expression, gold.expression)


def _value(text: str, one: Quantity, gold: GoldMetric) -> bool:
    return _metric(text, one, gold) and (one.kind, one.value, one.unit) == (gold.kind, gold.value, gold.unit)


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _of_kind(kind: ClaimKind) -> _Line:
    """A line of one kind of claim alone."""

    def found(ledger: Ledger) -> list[Claim]:
        return [one for one in ledger.claims if one.kind is kind]

    def gold(document: GoldDocument) -> list[GoldClaim] | None:
        return None if document.claims is None else [one for one in document.claims if one.kind is kind]

    return _Line(f"{kind.value}s: sentence", found, gold, _kind)


_LINES = (
    _Line("commitments: parties", lambda one: one.commitments, lambda one: one.commitments, _commitment),
    _Line("commitments: ... and window", lambda one: one.commitments, lambda one: one.commitments, _window),
    *map(_of_kind, ClaimKind),
    _Line("claims: kind", lambda one: one.claims, lambda one: one.claims, _kind),
    _Line("claims: ... and parties and sign", lambda one: one.claims, lambda one: one.claims, _claim),
    _Line("claims: ... and speaker", lambda one: one.claims, lambda one: one.claims, _speaker),
    _Line("disputes: issue", lambda one: one.disputes, lambda one: one.disputes, _dispute),
    _Line("disputes: ... and parties and status", lambda one: one.disputes, lambda one: one.disputes, _contested),
    _Line("signals", lambda one: one.signals, lambda one: one.signals, _signal),
    _Line("formulations: words and use", lambda one: one.formulations, lambda one: one.formulations, _formulation),
    _Line("metrics: figure", _annotated, lambda one: one.metrics, _metric),
    _Line("metrics: ... and value", _annotated, lambda one: one.metrics, _value),
)
