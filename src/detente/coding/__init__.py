"""Sentences become events: candidates, coders, modality, attribution, grouping."""

from detente.coding.articles import Coding, code_document
from detente.coding.coder import Coder, Pair, Relation, coder_names, load_coder

__all__ = ["Coder", "Coding", "Pair", "Relation", "code_document", "coder_names", "load_coder"]
