"""How well a coder does, against gold annotations."""

from detente.evaluation.gold import GoldDocument, read_gold
from detente.evaluation.matching import Score
from detente.evaluation.pairs import GoldPair, PairReport, read_gold_pairs, score_pairs
from detente.evaluation.results import Rival, keep_figures, read_rivals
from detente.evaluation.scoring import score_documents

__all__ = [
    "GoldDocument",
    "GoldPair",
    "PairReport",
    "Rival",
    "Score",
    "keep_figures",
    "read_gold",
    "read_gold_pairs",
    "read_rivals",
    "score_documents",
    "score_pairs",
]
