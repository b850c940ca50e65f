"""Publishers that no table knows: how their names look, and the desks that sign in their stead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.furniture import is_section, load_furniture
from detente.reading.outlets import name_outlet

_LONGEST = 7  # words of a publisher's name
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "&", "de", "du", "des"})
_SEGMENT = re.compile(r"\s*[|｜•·]\s*|\s+[/–—-]+\s+")
_PERSON_SIGN = r"(?:correspondent|reporter|writer)"
_DESK = re.compile(
    r"(?:--?\s*)?(?:from |by )?(?:(?:our|the|a|an|special|staff|own|foreign|diplomatic|political|senior|chief)\s)*"
    r"(?:(?-i:[A-Z])[\w'’.-]*\s){0,5}?"
    r"(?:(?:(?-i:[A-Z])[\w'’.-]*\s){0,2}(?:bureau|desk|newsroom|news team|editorial (?:board|team|staff))"
    rf"|staff(?: {_PERSON_SIGN}s?)?|{_PERSON_SIGN}s|our (?:\w+ )?{_PERSON_SIGN})"
    r"(?:,? (?:in |from |at )?(?-i:[A-Z])[\w'’.-]+(?: (?-i:[A-Z])[\w'’.-]+)*(?:,? and (?-i:[A-Z])[\w'’.-]+)?)?",
    re.IGNORECASE,
)
_OWN = re.compile(rf"(?:from |by )?our (?:\w+ )?{_PERSON_SIGN}(?: (?:in|at) [A-Z][\w'’. -]+)?", re.IGNORECASE)
_DESK_WORD = re.compile(r"bureau|desk|newsroom|newsletter|note|notes|weekly|alerts?|team|digest", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:\s*(?:copyright|©|\(c\)|by))*\s*"
    r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by )?"
    r"(?P<name>(?-i:[A-Z])[\w'’&.-]*(?:\s(?:(?:of|for|and|the|&|on)\s)?(?-i:[A-Z])[\w'’&-]*){0,6})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\.?\s*\b(?:all rights|rights reserved|inc\b|ltd\b|llc\b|co\b|privacy|terms).*$", re.IGNORECASE)


def is_house(words: str) -> bool:
    """Whether words look like the name of a publisher: capitalised, with a word such as "Times" or "Institute".

    Args:
        words: a segment of a line, "Northern Gazette", "Ministry of Fisheries".
    """
    parts = words.split()
    if not 2 <= len(parts) <= _LONGEST or is_section(words):
        return False
    if not all(part[:1].isupper() or part in _SMALL for part in parts):
        return False
    return any(part.strip(",.").casefold() in load_furniture().houses for part in (parts[0], *parts[-2:]))


def is_desk(words: str) -> bool:
    """Whether words name a desk, a bureau or nameless staff, "Our Oslo bureau", "Gazette reporters, Oslo"."""
    plain = words.strip(" .,:;()[]-–—")
    return len(plain.split()) <= 10 and (_DESK.fullmatch(plain) or _OWN.fullmatch(plain)) is not None


def is_letter(words: str) -> bool:
    """Whether the name of a sender is that of a desk or a newsletter, "Documents Desk", "Weekly Note"."""
    return is_desk(words) or any(_DESK_WORD.fullmatch(word.strip(",.:")) for word in words.split())


def find_house_ahead(words: str) -> str | None:
    """Give the publisher's name that words begin with, "Northern Gazette" of "Northern Gazette Oslo bureau".

    Returns:
        The first two words or more that end in a word such as "Gazette"; none where there are none.
    """
    parts = words.strip(" .,:;()[]-–—").split()
    for end in range(2, min(len(parts), _LONGEST) + 1):
        name = " ".join(parts[:end]).rstrip(",.:")
        if name.split()[-1].casefold() in load_furniture().houses and is_house(name):
            return name
    return None


def find_copyright(line: str) -> str | None:
    """Give the holder that a copyright line names, "© 2024 Northern Gazette. All rights reserved.", or none."""
    match = _COPYRIGHT.search(line)
    name = _RIGHTS.sub("", match["name"]).strip(" .,") if match else ""
    return name or None


def split_segments(line: str) -> list[str]:
    """Split a line at bars, dots, and dashes with spaces around."""
    return [part for part in _SEGMENT.split(line) if part]


def shared_name(one: str, other: str) -> str | None:
    """Give the words with which two namings of a publisher both begin, "Northern Gazette Media" and "NORTHERN GAZETTE".

    Returns:
        The words as the naming in small letters writes them; none when they share fewer than two words,
        unless one naming is the whole of one word.
    """
    words, others = one.split(), other.split()
    shared = 0
    for a, b in zip(words, others, strict=False):
        if a.strip(",.").casefold() != b.strip(",.").casefold():
            break
        shared += 1
    whole = min(len(words), len(others))
    if shared == 0 or (shared < 2 and whole > 1) or words[shared - 1].casefold() in _SMALL:
        return None
    chosen = others if one.isupper() else words
    return " ".join(chosen[:shared]).strip(",. ")


def find_naming(name: str, lines: Sequence[str]) -> str | None:
    """Find a name in lines whatever the case, and give it as it is written there.

    Returns:
        The first writing that isn't all capitals, else the first; none when no line has it.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    found = [match.group() for line in lines for match in pattern.finditer(line)]
    found = [words for words in found if words[:1].isupper()]
    return next((words for words in found if not words.isupper()), found[0] if found else None)


def spell_domain(domain: str, text: str) -> str | None:
    """Find how a text writes the name that a web address runs together, "northerngazette.org".

    Args:
        domain: host name, without a user.
        text: where the name is looked for.

    Returns:
        The name as written, or none where the text doesn't have it.
    """
    labels = domain.casefold().split(".")
    for label in labels[:-1]:
        letters = [letter for letter in label if letter.isalnum()]
        if len(letters) < 5:
            continue
        pattern = re.compile(r"(?<!\w)" + r"[ '’&.-]{0,3}".join(map(re.escape, letters)) + r"(?!\w)", re.IGNORECASE)
        found = [match.group() for match in pattern.finditer(text) if match.group()[:1].isupper()]
        if found:
            return write_plain(next((words for words in found if not words.isupper()), found[0]))
    return None


def write_plain(name: str) -> str:
    """Write a name in capitals as names are written, "NORTHERN GAZETTE" as "Northern Gazette"; leave initials."""
    if not name.isupper() or len(name.split()) == 1:
        return name
    small = [word.lower() if word.lower() in _SMALL and number else word.title() for number, word in _numbered(name)]
    return " ".join(small).replace("'S", "'s").replace("’S", "’s")


def _without_section(name: str) -> str:
    """The name of a publisher without that of its section, "Northern Gazette Opinion"."""
    head, _, tail = name.rpartition(" ")
    return head if is_section(tail) and is_house(head) else name


def _numbered(name: str) -> list[tuple[int, str]]:
    return list(enumerate(name.split()))


def choose_house(strong: Sequence[str], weak: Sequence[str], lines: Sequence[str]) -> str | None:
    """Settle the name of a publisher from all that a page says of it.

    Args:
        strong: names each of which is evidence enough: a masthead above a menu, an agency in a dateline,
            the holder of a copyright.
        weak: names that count only when the page has them twice.
        lines: the page's furniture, where a weak name is looked for again.

    Returns:
        The name, the part that two namings share where they do; or none.
    """
    weak = [form for name in weak for form in (name, _without_section(name))]
    names = [*strong, *weak]
    for name in strong:
        for other in names:
            if other.casefold() != name.casefold() and (shared := shared_name(name, other)):
                return name_outlet(shared) or write_plain(shared)
    if strong:
        written = find_naming(strong[0], lines) or strong[0]
        return name_outlet(written) or write_plain(written)
    for name in weak:
        twice = sum(find_naming(name, [line]) is not None for line in lines) > 1
        if twice:
            written = find_naming(name, lines) or name
            return name_outlet(written) or write_plain(written)
    return None
