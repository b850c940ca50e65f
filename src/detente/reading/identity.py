"""The id of a document: the same text is the same document, whatever its file is called."""

from __future__ import annotations

import hashlib


def document_id(text: str) -> str:
    """Give the content hash of a document's body.

    Args:
        text: body of the article.

    Returns:
        The first 16 hexadecimal digits of the SHA-256 of the text with each run of whitespace
        made one space, so that line ends and indents don't make another document.
    """
    normal = " ".join(text.split())
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:16]
