"""All ledgers of one article, from one pass over its sentences."""

from __future__ import annotations

from dataclasses import replace

from detente.coding import Coding
from detente.ledgers import claims, commitments, disputes, enumerations, formulations, quantities, signals
from detente.ledgers.sentences import read_sentences
from detente.records import Ledger


def with_ledger(coding: Coding) -> Coding:
    """A coded document with what it says beyond events."""
    sentences = read_sentences(
        coding,
        of_parties=[
            commitments.CUES.search,
            claims.CUES.search,
        ],
        of_passage=[quantities.is_cue, disputes.is_cue],  # "Trade passed $300 billion": whose, the passage tells
        of_any=[enumerations.CUES.search],  # "First, the context has changed": who it is about was asked before
    )
    promised = commitments.find_commitments(sentences)
    return replace(
        coding,
        ledger=Ledger(
            commitments=promised,
            claims=claims.find_claims(sentences, frozenset(one.evidence.trigger for one in promised)),
            disputes=disputes.find_dispute_reports(sentences),
            quantities=quantities.find_quantities(sentences),
            formulations=formulations.find_formulations(coding),
            signals=signals.find_signals(sentences),
        ),
    )
