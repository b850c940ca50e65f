"""How well the coder does, against gold annotations."""

from detente.evaluation.gold import GoldDocument, read_gold
from detente.evaluation.scoring import Score, score_documents

__all__ = ["GoldDocument", "Score", "read_gold", "score_documents"]
