"""Names of people as bylines write them."""

from __future__ import annotations

import re

from detente.reading.furniture import is_section, load_furniture
from detente.reading.outlets import name_outlet

_NAME_WORD = r"(?:[A-Z][\w'’\-]*\.?|[A-Z]\.(?:[A-Z]\.)*|d[aeiou]s?|v[ao]n|der|den|bin|ibn|al|el|la|le|du|y|ter|ten|zu)"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Sir|Amb|Ambassador|Professor)\.? )?[A-Z][\w'’.\-]*(?: "
    rf"{_NAME_WORD}){{1,4}}(?:,? (?:Jr|Sr|Ph\.?D)\.?)?"
)
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
_AND = re.compile(r"\s*(?:,? and |,? & |、|，|,(?! (?:Jr|Sr|Ph)))\s*")
ROLE = re.compile(
    r"\b(?:writers?|correspondents?|reporters?|editors?|columnists?|contributors?|staff|bureau|chief"
    r"|analysts?|fellows?|professor|researcher|journalist|trainee|lecturer|director"
    r"|special to|for the|freelance|guest|desk|agency|agencies|news|xinhua|kyodo|afp|reuters|associated "
    r"press|online)\b",
    re.IGNORECASE,
)
_PLACE_TAIL = re.compile(r"\s+(?:in|from|at|for)\s+[A-Z].*$")


_KOREAN_SURNAME = re.compile(
    r"kim|lee|park|choi|ju?eong|jung|kang|cho|yoon|jang|lim|han|oh|seo|shin|kwon|hwang|ahn|song|hong|moon|bae|ryu|yoo|nam|son"
    r"|koo|ko|noh|chung",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\s*@\w+$")
_POST = re.compile(
    r"[, ]+(?:(?:senior|special|chief|staff|foreign|diplomatic|political|contributing|guest|asia|china|japan"
    r"|korea|deputy)\s+)*"
    r"(?:writer|correspondent|reporter|editor|columnist|contributor|analyst)s?$",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"^(?:(?:former|then|retired) )?(?:(?:deputy |vice |assistant )?(?:prime |foreign |defen[cs]e )?minister"
    r"|president|ambassador"
    r"|secretary(?: of state)?|senator|sen\.|representative|rep\.|general|gen\.|admiral|adm\.|amb\.|premier"
    r"|chancellor)\s+",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Whether words look like the name of a person: two to five, capitalised, no country or section."""
    if _CJK_NAME.fullmatch(words):
        return True
    tokens = words.split()
    return (
        _NAME.fullmatch(words) is not None
        and len(words) <= 50
        and not any(token.strip(".,").casefold() in load_furniture().not_names for token in tokens)
        and not is_section(words)
        and name_outlet(words) is None
    )


def _plain_word(word: str, *, korean: bool) -> str:
    parts = [part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-")]
    if korean and word.isupper() and len(parts) > 1:  # "MIN-JI" is Min-ji
        parts[1:] = [part.lower() for part in parts[1:]]
    return "-".join(parts)


def plain_name(name: str) -> str:
    """Write a name in capitals as other names are, "LI MING" as "Li Ming"; leave the others."""
    korean = _KOREAN_SURNAME.fullmatch(name.split(maxsplit=1)[0]) is not None
    words = [_plain_word(word, korean=korean) for word in name.split()]
    return " ".join(words)


def split_names(words: str, *, certain: bool = False) -> tuple[str, ...]:
    """Split "A. Name, B. Name and C. Name in Tokyo" into names.

    Args:
        words: the names, perhaps with places and roles.
        certain: it is known that names stand here; what follows the first and is no name is left out
            ("Jane Doe, Foo University").

    Returns:
        Names; empty when there is anything else among them.
    """
    names: list[str] = []
    for part in _AND.split(words.strip(" .,:")):
        piece = _HANDLE.sub("", _POST.sub("", _PLACE_TAIL.sub("", part.strip(" .,:()"))))
        piece = (_RANK.sub("", piece) if certain else piece).strip()
        if is_name(piece) or (names and piece.isupper() and len(piece) <= 3):
            names.append(plain_name(piece))
        elif piece and not ROLE.search(piece) and not (certain and names and len(piece.split()) <= 6):
            return ()
    return tuple(dict.fromkeys(names))
