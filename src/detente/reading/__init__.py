"""Files -> documents: one module per format, and what takes an article out of its page.

``find_sources`` finds files, ``read_path`` reads one into documents, ``split_sentences`` splits a
document's text.
"""

from detente.reading.dateline import Dateline, find_dateline
from detente.reading.files import SUFFIXES, find_sources, read_path
from detente.reading.identity import document_id
from detente.reading.options import ReadOptions
from detente.reading.sentences import split_sentences

__all__ = [
    "SUFFIXES",
    "Dateline",
    "ReadOptions",
    "document_id",
    "find_dateline",
    "find_sources",
    "read_path",
    "split_sentences",
]
