"""How well the coder does, against gold annotations."""

from detente.evaluation.gold import GoldDocument, read_gold
from detente.evaluation.matching import Score
from detente.evaluation.scoring import score_documents

__all__ = ["GoldDocument", "Score", "read_gold", "score_documents"]
