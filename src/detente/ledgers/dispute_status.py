"""What a sentence says became of an issue: raised, eased or resolved.

It is eased or resolved only where a word that does so governs the words that name it ("lifted its ban", "progress on
the border") and is told as done; words elsewhere in the sentence say nothing of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.modality import modality_of
from detente.ledgers.clauses import clause_of, has_aux, is_negated
from detente.ledgers.issue_topics import DISPUTES
from detente.ledgers.parse_spans import head_at
from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeStatus, Modality, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_EASING = frozenset(
    "ease defuse soften relax deescalate de-escalate shelve resume narrow loosen cool thaw calm reopen restore restart "
    "readmit subside abate recede".split()
)
# What eases a barrier, and may do the opposite to anything else: "suspended the duties", "suspended the talks".
_LOWERING = frozenset("reduce lower cut halve slash trim suspend pause waive postpone delay".split())
_ENDING = frozenset(
    "lift scrap abolish drop end withdraw remove revoke cease rescind repeal cancel dismantle tow reverse".split()
)
_SETTLING = frozenset("resolve settle solve demarcate".split())
_BURYING = frozenset("close bury defuse lay end patch".split())
_FREEING = frozenset("release free pardon repatriate".split())
_CAPTIVES = frozenset(
    "citizen national journalist reporter writer captain crew fisherman prisoner detainee hostage captive businessman "
    "executive employee academic scholar soldier sailor teacher activist lawyer worker man woman abductee tourist "
    "missionary pastor diplomat trawler tanker".split()
)
_BARRIERS = frozenset(
    "ban restriction curb embargo sanction blockade boycott tariff duty levy barrier suspension control measure claim "
    "dispute row standoff stand-off quarrel feud protest objection quota impediment freeze buoy rig structure "
    "platform".split()
)
_HOSTILE = frozenset(
    "test launch attack incursion bombing strike sortie drill exercise whaling discharge release dumping building "
    "construction shelling intrusion intercept production enrichment".split()
)
_RETURNING = frozenset("come return fly walk go".split())
_QUIET = {"go": ("quiet", "silent"), "fall": ("quiet", "silent", "away"), "come": ("off",), "die": ("down",)}
_EASE = frozenset(
    "easing concession compromise progress thaw relaxation resumption breakthrough headway de-escalation agreement "
    "deal accord understanding consensus".split()
)
_SETTLEMENT = frozenset("resolution settlement solution".split())
_PARTLY = frozenset("partially partly gradually temporarily briefly".split())
# Verbs that tell that what their object or subject names came about.
_BRINGING = frozenset("make reach achieve strike sign announce conclude win offer grant bring see hail welcome".split())
_OBJECTS = ("dobj", "nsubjpass")
_SUBJECTS = ("nsubj", *_OBJECTS)
# What an infinitive may stand behind and still tell of something done or settled on.
_BINDING = frozenset(
    "agree decide plan announce begin start pledge promise vow continue prepare move manage help go set".split()
)
# "hop" is what the parse takes "hoped" for.
_WANTING = frozenset("demand insist urge ask request call want propose suggest recommend require hope hop wish".split())
_DEEMING = frozenset("consider regard deem declare call".split())
_DOUBTING = frozenset("could would should might may must will".split())
_FINISHED = frozenset("over closed settled resolved dead buried defused solved".split())
_MATTERS = frozenset("matter question issue chapter file case affair".split())
_CONTESTING = frozenset("contest dispute divide exist apply trouble separate".split())
_CONTESTED = frozenset("contested disputed issue obstacle irritant problem contentious".split())
_DONE = (Modality.HAPPENED, Modality.PLANNED)


def status_of(sentence: ReadSentence, named: Span) -> DisputeStatus:
    """The status that a sentence gives the issue that it names at a span of the article."""
    head = head_at(sentence, named)
    if head is None:
        return DisputeStatus.RAISED
    below = head
    for word in (head, *head.ancestors):
        if word.pos_ in ("VERB", "AUX"):
            return _by_verb(word, below)
        found = _by_noun(word) if word.i != head.i else None
        if found is not None:
            return found
        below = word
    return DisputeStatus.RAISED


def _by_verb(verb: Token, below: Token) -> DisputeStatus:
    """What a verb does to the issue that stands in its argument ``below``."""
    lemma, modality = verb.lemma_.lower(), modality_of(verb, verb)
    if below.dep_ in _OBJECTS and _is_deemed_over(verb, below.lemma_.lower()):
        return DisputeStatus.RESOLVED
    if below.dep_ in _SUBJECTS and _no_longer(verb):
        return DisputeStatus.RESOLVED
    if is_negated(verb) or modality not in _DONE or _is_only_wanted(verb):
        return DisputeStatus.RAISED
    done = modality is Modality.HAPPENED and not any(child.lower_ in _PARTLY for child in verb.children)
    if below.dep_ in _SUBJECTS and lemma in _EASING and below.lemma_.lower() not in _HOSTILE:
        return DisputeStatus.EASED
    if below.dep_ in _OBJECTS and lemma in _LOWERING and below.lemma_.lower() in _BARRIERS:
        return DisputeStatus.EASED
    if _is_over(verb, below):
        return DisputeStatus.RESOLVED if done else DisputeStatus.EASED
    if lemma == "bury" and any(child.lower_ == "hatchet" for child in verb.children):
        return DisputeStatus.RESOLVED if done else DisputeStatus.EASED
    if below.dep_ in _SUBJECTS and _goes_quiet(verb):
        return DisputeStatus.EASED
    if below.dep_ == "prep" and lemma in _BRINGING and modality is Modality.HAPPENED:
        arguments = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if any(child.lemma_.lower() in _EASE and not _is_denied(child) for child in arguments):
            return DisputeStatus.EASED
    return DisputeStatus.RAISED


def _is_over(verb: Token, below: Token) -> bool:
    """Whether a verb ends what its argument names: a ban is lifted, a question settled, a prisoner freed."""
    lemma, noun = verb.lemma_.lower(), below.lemma_.lower()
    if below.dep_ == "nsubj":
        if lemma in _RETURNING:
            return any(child.lower_ in ("home", "free") for child in verb.children)
        return (
            lemma == "be" and noun.replace("-", "") in DISPUTES and any(one.lower_ == "over" for one in verb.children)
        )
    if below.dep_ not in _OBJECTS:
        return False
    if lemma == "put":
        return any(child.lower_ == "behind" for child in verb.children)
    if lemma in _ENDING:
        return noun in _BARRIERS
    if lemma in _BURYING:
        return noun.replace("-", "") in DISPUTES
    return lemma in _SETTLING or (lemma in _FREEING and (below.pos_ == "PROPN" or noun in _CAPTIVES))


def _is_finished(verb: Token, noun: str) -> bool:
    """Whether a dispute is called over; a closed border is none."""
    told = any(child.lower_ in _FINISHED for child in verb.children)
    return told and (noun.replace("-", "") in DISPUTES or noun in _MATTERS)


def _is_deemed_over(verb: Token, noun: str) -> bool:
    """Whether a dispute may be taken as over: "can be considered closed"."""
    if verb.lemma_.lower() not in _DEEMING or is_negated(verb) or has_aux(verb, _DOUBTING):
        return False
    return _is_finished(verb, noun)


def _no_longer(verb: Token) -> bool:
    """Whether an issue is said to be one no more: "is no longer contested"."""
    told = any(child.lower_ == "longer" and child.n_lefts for child in verb.children)
    predicate = {child.lemma_.lower() for child in verb.children if child.dep_ in ("attr", "acomp", "prep")}
    return told and (verb.lemma_.lower() in _CONTESTING or not predicate.isdisjoint(_CONTESTED))


def _goes_quiet(verb: Token) -> bool:
    """Whether a verb says that its subject calmed down: "has gone quiet", "came off"."""
    words = {child.lower_ for child in verb.children}
    return not words.isdisjoint(_QUIET.get(verb.lemma_.lower(), ()))


def _is_only_wanted(verb: Token) -> bool:
    """Whether a verb tells what is wanted, not what is settled on: "asked to lift", "demanded that it lift"."""
    if (verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _WANTING) or _is_subjunctive(verb):
        return True
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    return infinitive and verb.head.lemma_.lower() not in _BINDING


def _is_subjunctive(verb: Token) -> bool:
    """Whether a verb stands in the bare form after a singular subject: "demanded that China lift"."""
    singular = any(child.dep_ == "nsubj" and child.tag_ in ("NNP", "NN") for child in verb.children)
    plural = any(child.dep_ == "nsubj" and child.n_rights for child in verb.children)
    return (
        singular and not plural and verb.tag_ in ("VB", "VBP") and not any(one.dep_ == "aux" for one in verb.children)
    )


def _by_noun(noun: Token) -> DisputeStatus | None:
    """What a noun that governs the issue says of it; None where it says nothing."""
    lemma = noun.lemma_.lower()
    if lemma not in _EASE and lemma not in _SETTLEMENT:
        return None
    verb = clause_of(noun)
    if any(child.dep_ == "prt" or child.lower_ == "away" for child in verb.children):  # "signed away the agreement"
        return DisputeStatus.RAISED
    there_is = any(child.dep_ == "expl" for child in verb.children)
    brought = (noun.dep_ in _SUBJECTS and verb.lemma_.lower() in _BRINGING) or (noun.dep_ == "attr" and there_is)
    told = brought and not _is_denied(noun)
    if not told or is_negated(verb) or modality_of(noun, verb) is not Modality.HAPPENED:
        return DisputeStatus.RAISED
    return DisputeStatus.EASED if lemma in _EASE else DisputeStatus.RESOLVED


def _is_denied(noun: Token) -> bool:
    """Whether a noun is of what there isn't: "no progress", "little progress"."""
    return any(child.lower_ in ("no", "little", "scant", "few", "without") for child in noun.children)
