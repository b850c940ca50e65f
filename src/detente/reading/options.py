"""What the user says about the files to be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# An article is some thousands of words; a text of this size is a corpus in one file.
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the documents; it goes before anything found in the files.

    Attributes:
        published: publication date of every document read.
        outlet: name of the newspaper, agency, journal or ministry.
        language: ISO 639-1 code.
        title: title of every document read.
        max_bytes: a single document's text beyond this many bytes is refused, not read.
    """

    published: dt.date | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    max_bytes: int = MAX_BYTES
