"""What an article tells of promises, plans, invitations, schedules and expectations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.ledgers.sentences import ReadSentence
from detente.records import Commitment

CUES = re.compile(r"\b(?:will|plans?)\b", re.IGNORECASE)


def find_commitments(sentences: Sequence[ReadSentence]) -> tuple[Commitment, ...]:
    """What sentences tell of promises, plans, invitations, schedules and expectations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    return ()
