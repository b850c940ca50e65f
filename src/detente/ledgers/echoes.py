"""Sentences that tell of the expression just named without naming it: "It vanished", "The phrase came back in May"."""

from __future__ import annotations

import re

from detente.records import FormulationStatus, Span

_NAMES = (
    r"phrase|expression|term|formula(?:tion)?|wording|slogan|title|label|words?|adjective|sentence|clause|motto|"
    r"catchphrase|line|language|concept"
)
_THIS = rf"it|(?:the|this|that) (?:{_NAMES})"
_IT = rf"\b(?P<it>(?:the|this|that|these|those|its|both|neither)(?: \w+)? (?:{_NAMES})|it)\b"
_TELLING = r"(?:(?:has|have|had|was|were|is|been|would|then|soon|later|since|all but|quietly|also|\w+ly) ){0,3}"
_TOLD = {
    FormulationStatus.REINSTATED: (
        r"came back|come back|back\b|return(?:s|ed)|re-?appear(?:s|ed)|resurfac(?:es|ed)|reviv(?:ed)|"
        r"restored|reinstated|reintroduced|resurrected|(?:heard|used|picked up|taken up) again\b(?! and)|brought back"
    ),
    FormulationStatus.DROPPED: (
        r"vanish(?:es|ed)|disappear(?:s|ed)|dropped|struck out|removed|deleted|omitted|scrapped|abandoned|retired|"
        r"discarded|gone\b|missing|absent|went (?:missing|silent|out of (?:use|fashion|circulation))|"
        r"go(?:ne|es)? out of (?:use|fashion|circulation)|fell (?:out of (?:use|favou?r)|silent|into disuse)|"
        r"fallen (?:out of (?:use|favou?r)|into disuse)|"
        r"(?:no longer|not) (?:appears?|appeared|used|heard|mentioned|repeated)"
    ),
    FormulationStatus.FIRST: (
        r"coined|minted|unveiled|introduced|first (?:used|appeared|heard|adopted|uttered|written|included)|born\b|"
        r"made its (?:debut|first appearance)|entered (?:the|its) (?:vocabulary|language|lexicon)|"
        r"dates? (?:from|back to)|dated (?:from|back to)"
    ),
    FormulationStatus.USED: r"(?:used|repeated|invoked|quoted|recited|heard)\b",
}
_DOES = {
    status: re.compile(rf"{_IT} (?:[^,.;:\"“”]{{0,40}}? )?{_TELLING}(?:{words})", re.IGNORECASE)
    for status, words in _TOLD.items()
}
_DONE = {
    FormulationStatus.REINSTATED: re.compile(
        r"\b(?:took|takes|taken|picked|picks|brought|brings|dug|dusted) "
        rf"(?P<it>{_THIS}) (?:up |out |back|off )?(?:again|anew|afresh|back|off)?\b"
        rf"|\b(?:reviv|restor|reinstat|resurrect|reintroduc)\w+ (?P<that>{_THIS})\b",
        re.IGNORECASE,
    ),
    FormulationStatus.DROPPED: re.compile(
        r"\b(?:dropp|drop|omitt|omit|delet|discard|abandon|remov|retir|scrapp)\w* "
        rf"(?P<it>{_THIS})\b|\bno longer (?:uses?|used|says?|said|utters?) (?P<that>it)\b",
        re.IGNORECASE,
    ),
    FormulationStatus.USED: re.compile(
        rf"\b(?:repeat|us|invok|quot|recit)(?:e?s|ed|ing) (?P<it>{_THIS})\b",
        re.IGNORECASE,
    ),
}
_POINTS = re.compile(rf"^(?:The|This|That|These|Those) (?:\w+ )?(?:{_NAMES})\b(?! of\b)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”]{3,60}?)[,.]?[\"”]")
_LONGEST = 8  # words of an expression
_NEAR = 1  # sentences back to the expression that "it" stands for
_FAR = 3  # and that "the phrase" stands for


def quoted_before(text: str, following: str) -> Span | None:
    """The words in quotation marks that the next sentence calls an expression: "The phrase has been used since 2018".

    Args:
        text: a sentence.
        following: the one behind it.

    Returns:
        Where they stand in the sentence; None where the next one calls nothing so, or several or long ones are quoted.
    """
    quoted = list(_QUOTED.finditer(text)) if _POINTS.search(following) else []
    if len(quoted) != 1 or not 2 <= len(quoted[0]["words"].split()) <= _LONGEST:
        return None
    return Span(*quoted[0].span("words"))


def find_echo(text: str, distance: int) -> tuple[Span, FormulationStatus] | None:
    """What a sentence tells of an expression that was named before it.

    Args:
        text: the sentence.
        distance: how many sentences before it the expression was last spoken of.

    Returns:
        Where the words stand that mean the expression, and what is said of its use; None where nothing is.
    """
    if distance > _FAR:
        return None
    for patterns in (_DOES, _DONE):
        for status, pattern in patterns.items():
            if match := pattern.search(text):
                group = str(match.lastgroup)
                if distance <= (_NEAR if match[group].lower() == "it" else _FAR):
                    return Span(*match.span(group)), status
    return None
