"""What an article tells of figures: shares, sums, counts, and "the first in three years"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.ledgers.sentences import ReadSentence
from detente.records import Quantity

CUES = re.compile(r"\b(?:per cent|%)\b", re.IGNORECASE)


def find_quantities(sentences: Sequence[ReadSentence]) -> tuple[Quantity, ...]:
    """What sentences tell of figures: shares, sums, counts, and "the first in three years", in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    return ()
