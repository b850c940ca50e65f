"""Sentence to when: date expressions, what they do, and the dates they stand for."""

from detente.dating.anchoring import anchor
from detente.dating.discourse import find_dates
from detente.dating.expressions import find_expressions
from detente.dating.forms import Dated, RawExpression, Role, SentenceDates
from detente.dating.iso import format_when, parse_iso

__all__ = [
    "Dated",
    "RawExpression",
    "Role",
    "SentenceDates",
    "anchor",
    "find_dates",
    "find_expressions",
    "format_when",
    "parse_iso",
]
