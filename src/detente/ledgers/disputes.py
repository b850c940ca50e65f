"""What an article tells of issues that parties contest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeReport

CUES = re.compile(r"\b(?:dispute)\b", re.IGNORECASE)


def find_dispute_reports(sentences: Sequence[ReadSentence]) -> tuple[DisputeReport, ...]:
    """What sentences tell of issues that parties contest, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    return ()
