"""The language of a text."""

from __future__ import annotations

_ENOUGH = 20  # characters below which a guess is no better than chance
_SAMPLE = 2000


def find_language(text: str) -> str | None:
    """Find the language that a text is written in.

    Args:
        text: body of an article; the first 2,000 characters count.

    Returns:
        ISO 639-1 code, or none for a text too short to tell.

    Source:
        py3langid, a fork of langid (Lui and Baldwin 2012).
    """
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return None
    import py3langid

    return str(py3langid.classify(sample)[0])
