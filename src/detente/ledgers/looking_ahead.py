"""The clause of a sentence that tells of what may come, and turns of phrase that only look so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.coding.arguments import subject
from detente.ledgers.clauses import has_aux
from detente.ledgers.forecasts import WISHING
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import is_first_person

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset("will shall 'll".split())
_TELLING = frozenset(
    "address analyse analyze argue begin consider deal discuss examine explain explore focus illustrate look mention "
    "offer outline present propose return review say show start suggest tell touch trace try turn write".split()
)
_AHEAD = frozenset("will shall 'll wo would could may might can".split())
_ASIDE = ("aux", "relcl", "acl", "advcl")
_ANYBODY = frozenset("i we you one nobody".split())
_BETTING = frozenset("expect bet wager guess predict doubt put say forecast foresee".split())
_GUESSING = re.compile(
    r"\b(?:expect\w*|predict\w*|forecast\w*|fores[ea]\w+|prospects?|odds|chances?|likel(?:y|ihood)|unlikely|probab\w+|"
    r"improbable|(?:in)?conceivable|bet|wager\w*|guess|doubt\w*|hope\w*|optimis\w+|pessimis\w+|sanguine|fear\w*|risks?|"
    r"(?:almost|all but|virtually|far from) certain|certain to|inevitabl[ey]|unavoidabl[ey]|"
    r"going to|about to|bound to|set to|destined|sooner or later|scenario|out of reach|off the cards|ahead|awaits?|"
    r"next|coming|soon|future|tomorrow|by 20\d\d)\b",
    re.IGNORECASE,
)


def is_announced(clause: Token) -> bool:
    """Whether a clause tells what its author will tell: "I will only touch on"."""
    return is_first_person(clause) and has_aux(clause, FUTURE) and clause.lemma_.lower() in _TELLING


def clause_ahead(sentence: ReadSentence, told: Token) -> Token | None:
    """The verb of what may come: one with a modal verb, else what a sentence with words of guessing tells.

    Args:
        sentence: any.
        told: the verb of what it tells.

    Returns:
        None where nothing looks ahead, or only by a turn of phrase.
    """
    clauses = (told, *(token for token in sentence.parsed.doc if token.dep_ not in _ASIDE))
    modal = next((one for one in clauses if one.tag_ == "MD" or has_aux(one, _AHEAD)), None)
    if modal is not None:
        return None if _is_wished(modal) or _is_rhetorical(modal) else modal
    guessed = told.tag_ not in ("VBD", "VBN") and not _is_wished(told) and _GUESSING.search(sentence.text)
    return told if guessed else None


def _is_rhetorical(clause: Token) -> bool:
    """Whether a modal verb only turns a phrase: "I would call it", "you may think", "it would be idle to"."""
    doer = subject(clause)
    if has_aux(clause, FUTURE):
        return clause.lemma_ == "do" and not any(child.dep_ == "dobj" for child in clause.children)
    addressed = doer is not None and doer.lower_ in _ANYBODY
    below = [one for child in (clause, *clause.children) for one in child.children]
    of_it = any(child.lower_ == "it" and child.i < clause.i for child in clause.children)
    idle = of_it and clause.lemma_ == "be" and any(has_aux(one, ("to",)) for one in below)
    return idle or clause.lemma_ in ("forgive", "excuse") or (addressed and clause.lemma_.lower() not in _BETTING)


def _is_wished(clause: Token) -> bool:
    """Whether a clause is what somebody hopes, wants or promises, and not what he expects."""
    return clause.dep_ == "ccomp" and clause.head.lemma_.lower() in WISHING - {"doubt", "insist"}
