"""In whose voice a clause speaks, how sure of it that voice is, and the clause's words without that frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.arguments import (
    direct_slots,
    is_passive,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
)
from detente.coding.blind import SlotForm
from detente.knowledge.claim_words import claim_words
from detente.knowledge.frames import modal_words
from detente.ledgers.clauses import actors_in, slots_below, span_of, words_of
from detente.ledgers.sentences import ReadSentence
from detente.records import Actor, ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUTHOR = frozenset("i we".split())
_OWN = frozenset("my our".split())
_PRONOUNS = frozenset("he she they it this that which who these those one".split())
_ANGLES = frozenset(
    "view opinion eye perspective standpoint viewpoint judgment judgement mind word reading estimate telling".split()
)
_UNSURE = frozenset(
    "may might could perhaps probably possibly likely presumably apparently seemingly arguably maybe "
    "potentially reportedly "
    "allegedly supposedly conceivably unlikely".split()
)
_SEEMING = frozenset("seem appear tend".split())
_ASIDES = frozenset({"that said", "that being said", "having said that", "this said", "this being said"})
_LINKS = frozenset(
    "however moreover instead therefore thus hence regrettably unfortunately furthermore nevertheless "
    "nonetheless consequently besides "
    "interestingly notably indeed meanwhile still yet so also then first second third fourth fifth "
    "firstly secondly thirdly fourthly lastly "
    "finally accordingly similarly likewise otherwise clearly obviously overall now and but".split()
)
_QUOTES = re.compile('["“”]')
_MOST_NAME = 8  # words by which a speaker nobody lists is named


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose claim a clause is.

    Attributes:
        speaker: somebody quoted, a government; None for the author.
        hedge: the words that weaken the claim.
        frame: places in the parse of the words that say whose claim it is, below the clause itself.
    """

    speaker: Actor | None
    hedge: str | None
    frame: frozenset[int]


def voice_of(sentence: ReadSentence, verb: Token) -> Voice | None:
    """In whose voice a clause speaks.

    Returns:
        None where it is somebody's whom the sentence does not tell: words quoted without a speaker, a pronoun
        that stands for nobody known.
    """
    hedges = [words_of(sentence, [one]) for one in _unsure(verb)]
    frame: set[int] = set()
    for teller in _tellers(verb):
        frame |= teller.below
        if teller.noun is None or teller.noun.lower_ in _AUTHOR | _OWN:
            hedges = [*_framing(sentence, teller), *hedges]
            continue
        speaker = speaker_named(sentence, teller.noun)
        return Voice(speaker, _joined(hedges), frozenset(frame)) if speaker is not None else None
    if _is_quoted(sentence, verb):
        return None
    return Voice(None, _joined(hedges), frozenset(frame))


def claim_tokens(verb: Token, frame: frozenset[int] = frozenset()) -> list[Token]:
    """The words of a clause: without its frame, its linking adverbs, and clauses that go on with other subjects."""
    left = set(frame)
    for child in verb.children:
        apart = child.dep_ in ("ccomp", "parataxis") and child.i < verb.i and own_subject(child) is not None
        if apart or (child.dep_ == "conj" and not _goes_on(verb, child)):
            left |= {one.i for one in child.subtree}
        elif child.dep_ == "cc" and child.i > verb.i and not _shares(verb):
            left.add(child.i)
        elif child.i < verb.i and _only_links(child):
            left |= {one.i for one in child.subtree}
    kept = [one for one in verb.subtree if one.i not in left]
    if len(kept) > 3 and kept[0].text == "(" and kept[2].text == ")":  # "(4) ..."
        kept = kept[3:]
    if len(kept) > 2 and kept[0].like_num and kept[1].text == ".":  # "2. ..."
        kept = kept[2:]
    while len(kept) > 1 and (kept[-1].dep_ == "cc" or kept[-1].text in ",;:"):
        kept.pop()
    while len(kept) > 1 and (
        (kept[0].is_punct and kept[0].text not in ("“", '"', "‘", "'")) or kept[0].lower_ in _LINKS
    ):
        kept.pop(0)
    return kept or [verb]


def _only_links(word: Token) -> bool:
    """Whether a word ahead of a clause, with what hangs on it, only links it to what was said: "thus"."""
    if word.dep_ in ("advmod", "cc", "dep", "npadvmod", "intj") and word.lower_ in _LINKS:
        return True
    return " ".join(one.lower_ for one in word.subtree if not one.is_punct) in _ASIDES


def claim_text(sentence: ReadSentence, tokens: list[Token]) -> str:
    """The words of some tokens in the article; a quotation mark without its fellow is closed or left out."""
    span = span_of(sentence, tokens)
    text = sentence.document.text
    words = " ".join(span.of(text).split()).strip(" ,;:")
    if words.count("“") != words.count("”") or words.count('"') % 2:
        if text[span.end : span.end + 1] in ("”", '"') and not words.startswith(("“", '"')):
            return words + text[span.end]
        return words.strip('“”"')
    return words


def is_statement(sentence: ReadSentence) -> bool:
    """Whether a sentence states something: it does not ask, and is no heading."""
    return sentence.text.rstrip(" \"”’)'").endswith((".", "!", ";", ":", "…"))


def near_slots(sentence: ReadSentence, verb: Token) -> list[int]:
    """The slots in a verb's own clause, without those of clauses that only tell more of a noun, and without places."""
    slots = sentence.parsed.sentence.slots
    return [
        slot
        for slot in slots_below(sentence, verb)
        if slots[slot].form is not SlotForm.PLACE and _is_near(sentence, slot, verb)
    ]


def _is_near(sentence: ReadSentence, slot: int, verb: Token) -> bool:
    place = next(place for place, one in sentence.parsed.slot_at.items() if one == slot)
    current = sentence.parsed.doc[place]
    if sentence.parsed.sentence.slots[slot].metonym and current.dep_ == "pobj" and current.head.lower_ in ("in", "at"):
        return False
    while current.i != verb.i:
        if current.dep_ in ("relcl", "advcl", "parataxis") or current.head.i == current.i:
            return False
        current = current.head
    return True


def is_first_person(verb: Token) -> bool:
    """Whether a clause tells of its writer: "we will only touch upon"."""
    doer = subject(verb)
    return doer is not None and doer.lower_ in _AUTHOR


@dataclass(frozen=True, slots=True)
class _Teller:
    noun: Token | None  # None: nobody is named ("it is widely held that")
    verb: Token | None
    below: frozenset[int]


def _tellers(verb: Token) -> Iterator[_Teller]:
    """Who says what a clause tells, nearest first."""
    says = modal_words().speech | claim_words().holding
    current = verb
    while True:
        yield from _asides(current, says)
        head = current.head
        if head.i == current.i:
            return
        if (
            current.dep_ in ("ccomp", "parataxis", "acl", "xcomp")
            and head.lemma_.lower() in says
            and head.pos_ == "VERB"
            and _is_frame(current, head)
        ):
            teller = _teller_of(head)
            if teller is not None or any(child.dep_ == "auxpass" for child in head.children):
                yield _Teller(teller, head, frozenset())
        elif (
            current.dep_ in ("acl", "ccomp")
            and head.pos_ == "NOUN"
            and head.lemma_.lower()
            in _ANGLES
            | {
                "expectation",
                "argument",
                "fear",
                "guess",
                "bet",
                "hope",
                "belief",
                "claim",
                "assessment",
                "conclusion",
                "warning",
                "concern",
                "suspicion",
            }
        ):
            owner = next((child for child in head.children if child.dep_ == "poss"), None)
            if owner is not None:
                yield _Teller(owner, head, frozenset())
        current = head


def _teller_of(head: Token) -> Token | None:
    """Who says: the subject of a verb of saying; in the passive, whoever stands behind "by"."""
    if is_passive(head):
        return next(preposition_objects(head, ("by",)), None)
    return subject(head)


def _is_frame(told: Token, head: Token) -> bool:
    """Whether a verb tells its clause as a claim; one that may tell an act too ("saw it go") needs "that" or "I"."""
    if any(one.text in (":", ";") for one in head.doc[told.i : head.i]):
        return False  # another sentence in all but its full stop
    if head.lemma_.lower() in modal_words().speech:
        return True
    teller = own_subject(head)
    first = teller is not None and teller.lower_ in _AUTHOR
    return first or any(child.dep_ == "mark" and child.lower_ == "that" for child in told.children) or told.i < head.i


def _asides(clause: Token, says: frozenset[str]) -> Iterator[_Teller]:
    """Frames that hang below a clause: "..., X argues", "according to X", "in X's view"."""
    for child in clause.children:
        below = frozenset(one.i for one in child.subtree)
        if (
            child.dep_ in ("parataxis", "ccomp")
            and child.lemma_.lower() in says
            and child.i > clause.i
            and not _has_clause(child)
        ):
            yield _Teller(subject(child), child, below)
        elif child.lower_ == "according":
            yield from (_Teller(one, None, below) for one in preposition_objects(child, ("to",)))
        elif child.dep_ == "prep" and child.lower_ in ("in", "from", "to"):
            for noun in child.children:
                owner = next((one for one in noun.children if one.dep_ == "poss"), None)
                if noun.dep_ == "pobj" and noun.lemma_.lower() in _ANGLES and owner is not None:
                    yield _Teller(owner, child, below)
        elif (
            child.dep_ == "advcl"
            and child.lemma_ in ("report", "note", "say", "put")
            and any(one.lower_ == "as" for one in child.children)
        ):
            told = [*preposition_objects(child, ("by",)), *(one for one in child.children if one.dep_ == "nsubj")]
            yield from (_Teller(one, None, below) for one in told[:1])


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ in ("ccomp", "xcomp", "dobj") for child in verb.children)


def speaker_named(sentence: ReadSentence, noun: Token) -> Actor | None:
    """Who a noun names: an actor, else whoever its words describe ("a retired commodore")."""
    parsed = sentence.parsed
    slots = direct_slots(parsed, noun)
    actors = actors_in(sentence, slots)
    if actors:
        return actors[0]
    if noun.pos_ == "PRON" or noun.lower_ in _PRONOUNS:
        return None
    left = {
        one.i
        for child in noun.children
        if child.dep_ in ("relcl", "acl", "appos", "advcl", "punct")
        for one in child.subtree
    }
    kept = [one for one in noun.subtree if one.i not in left and one.dep_ != "case"]
    name = words_of(sentence, kept[:_MOST_NAME])
    if "," in name or any(one.isdigit() for one in name):
        return None  # a dateline, a list
    if name.lower().startswith(("the ", "a ", "an ")) and len(name.split()) > 1:
        name = name.partition(" ")[2]
    owners = actors_in(sentence, possessor_slots(parsed, noun)) or actors_in(
        sentence, [parsed.slot_at[one.i] for one in noun.lefts if one.i in parsed.slot_at]
    )
    kind = ActorKind.GROUP if noun.tag_ in ("NNS", "NNPS") else ActorKind.PERSON
    return Actor(f"text:{name.lower()}", name, kind, owners[0].country if owners else None)


def _framing(sentence: ReadSentence, teller: _Teller) -> list[str]:
    """The words of the author's own frame, or of a frame without a speaker: "in our opinion", "it is widely held"."""
    doc = sentence.parsed.doc
    if teller.below:
        return [words_of(sentence, [doc[place] for place in sorted(teller.below)])]
    if teller.verb is None:
        return []
    kept = [
        one
        for child in teller.verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg", "poss") and child.i < teller.verb.i
        for one in child.subtree
    ]
    return [words_of(sentence, [*kept, teller.verb])]


def _unsure(verb: Token) -> Iterator[Token]:
    """The words in a clause that weaken it, and those that govern it: "may", "seems to", "is likely to"."""
    for child in verb.children:
        if child.dep_ in ("aux", "advmod", "acomp") and child.lower_ in _UNSURE:
            yield child
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and (head.lemma_ in _SEEMING or head.lower_ in _UNSURE):
        yield head
    elif verb.lemma_ in _SEEMING:
        yield verb
    for child in head.children if verb.dep_ in ("xcomp", "ccomp") else ():
        if child.lower_ in _UNSURE and child.dep_ in ("acomp", "oprd", "advmod", "ccomp"):
            yield child


def _is_quoted(sentence: ReadSentence, token: Token) -> bool:
    """Whether a word stands between quotation marks that opened before it in its paragraph."""
    text, place = sentence.document.text, span_of(sentence, [token]).start
    before = text[text.rfind("\n", 0, place) + 1 : place]
    marks = _QUOTES.findall(before)
    if not marks:
        return False
    last = marks[-1]
    return last == "“" or (last == '"' and marks.count('"') % 2 == 1)


def _shares(verb: Token) -> bool:
    """Whether a verb after "and" goes on with this one's clause."""
    return any(child.dep_ == "conj" and _goes_on(verb, child) for child in verb.children)


def _goes_on(verb: Token, other: Token) -> bool:
    """Whether a coordinated verb has its subject and its modal verb from the first."""
    if any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in other.children):
        return False
    return verb.tag_ != "VB" or other.tag_ not in ("VBD", "VBZ", "VBP")


def _joined(hedges: list[str]) -> str | None:
    return ", ".join(dict.fromkeys(hedges)) or None
