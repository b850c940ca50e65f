"""Notes on an article's author: "The author is a professor at ...", "(The views are his own.)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.paragraphs import count_words

_MAX_CHARS = 1500

_OF_AUTHOR = re.compile(
    r"[(\[*—–-]*\s*(?:about the authors?\s*[:：]?\s*)?"
    r"(?:(?:the|our) (?:author|writer|contributor|columnist)s?\b\s*"
    r"(?:,|is|are|was|were|has|have|works?|teaches|serves?|writes?|contributed|can|[(])"
    r"|(?:this|the) (?:article|commentary|column|piece|op-ed|story) (?:is|was) (?:written|contributed"
    r"|authored)? ?"
    r"(?:by|exclusive)"
    r"|(?:he|she|they) (?:is|are|was) (?:also )?(?:an? |the )?"
    r"(?:author|co-author|editor|former|contributing|currently|visiting|regular)\b"
    r".{0,300}(?:book|editor|fellow|columnist|contributor|twitter|@|author|professor))",
    re.IGNORECASE,
)
_EDITORS_NOTE = re.compile(
    r"[(\[*]*\s*(?:editor|ed)(?:['’]?s|s['’])? ?note ?[:：].{0,900}"
    r"(?:author|views?|opinions?|contribut|fellow|professor|correspondent|commentator|columnist|published"
    r"|appeared|translat)",
    re.IGNORECASE,
)
_POST = (
    r"(?:(?:(?:assistant|associate|adjunct|emeritus|visiting|full|research|distinguished|honorary) "
    r")?professor|lecturer"
    r"|(?:\w+ )?fellow|researcher|research (?:associate|assistant|analyst|scholar)|scholar|columnist"
    r"|correspondent"
    r"|journalist|reporter|staff writer|freelance|editor|political scientist|historian|commentator|(?:\w+ "
    r")?analyst"
    r"|ph\.?d\.? (?:candidate|student)|doctoral|postgraduate|graduate student|trainee|intern|contributor"
    r"|expert (?:on|at|in|with)|commentary writer|observer|writer|academic|strategist)"
)
_NAMED = re.compile(
    r"[(\[*]*\s*(?P<name>(?:Dr\.? |Prof\.? |Professor )?[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]*| (?:de|van|von"
    r"|bin|al|der)){1,4})"
    r"\s*(?:\([^)]{1,60}\)\s*)?"
    rf"(?i:,? (?:is|was|are|works as|serves as)\s+(?:also |currently |now )?(?:an?|the)?\s?(?:[\w-]+ "
    rf"){{0,5}}{_POST}\b"
    rf"|, (?:[\w-]+ ){{0,4}}{_POST}\b"
    r"|(?: \w+)? (?:joined|covers|reports on|reports from|writes about|writes on|has (?:worked|written"
    r"|reported|covered)"
    r"|specialises|specializes|focuses on|teaches|works (?:at|for|on))\b)"
)
_VIEWS = re.compile(
    r"\b(?:views?|opinions?)\b.{0,80}\b(?:own|personal|author|reflect|represent)|exclusively for|@\w+"
    r"|contributed this"
    r"|his own\b.{0,20}$|follow (?:him|her)|can be reached|(?:his|her|their) (?:latest|most recent|new) book"
    r"|author of"
    r"|research (?:focuses|interests)",
    re.IGNORECASE,
)


def is_author_note(line: str, authors: Sequence[str] = ()) -> bool:
    """Whether a paragraph is a note on the author.

    Args:
        line: a paragraph at the end of an article, or an editor's note at its top.
        authors: the writers as far as known; a paragraph that begins with one needs less to be a note.
    """
    if len(line) > _MAX_CHARS:
        return False
    if _OF_AUTHOR.match(line) or is_editors_note(line):
        return True
    folded = line.casefold().lstrip("(*[ ")
    named = _NAMED.match(line)
    if any(len(author) > 3 and folded.startswith(author.casefold()) for author in authors):
        return named is not None or _VIEWS.search(line) is not None or count_words(line) <= 5
    return named is not None and _VIEWS.search(line) is not None


def is_editors_note(line: str) -> bool:
    """Whether a paragraph is an editor's note on who wrote the article, or where it came from."""
    return len(line) <= _MAX_CHARS and _EDITORS_NOTE.match(line) is not None


def find_noted_author(line: str) -> str | None:
    """Give the name that a note on the author begins with, or none."""
    bare = re.sub(
        r"^[(\[*]*\s*(?:(?:editor|ed)(?:['’]?s|s['’])? ?note|about the authors?) ?[:：]\s*",
        "",
        line,
        flags=re.IGNORECASE,
    )
    named = _NAMED.match(bare)
    return named["name"] if named else None
