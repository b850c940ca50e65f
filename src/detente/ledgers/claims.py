"""What an article tells of assessments, forecasts, prescriptions and explanations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.ledgers.sentences import ReadSentence
from detente.records import Claim

CUES = re.compile(r"\b(?:should|must)\b", re.IGNORECASE)


def find_claims(sentences: Sequence[ReadSentence]) -> tuple[Claim, ...]:
    """What sentences tell of assessments, forecasts, prescriptions and explanations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    return ()
