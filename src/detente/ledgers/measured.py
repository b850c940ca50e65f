"""What a figure is of, by its place in the sentence: the noun counted, the whole of which it is a share, the act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.knowledge.currencies import currency_names, currency_signs
from detente.ledgers.clause_parts import (
    LONGEST,
    SUBJECTS,
    act_of,
    antecedent,
    object_beside,
    phrase_of,
    shorten,
    subject_of,
)
from detente.ledgers.clauses import clause_of, words_of
from detente.ledgers.counts import DISTANCES
from detente.ledgers.numbers import Figure
from detente.ledgers.parse_spans import tokens_at
from detente.ledgers.sentences import ReadSentence
from detente.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FALLING = frozenset(
    "slow fall drop decline decrease shrink plunge slump contract slide tumble plummet cut reduce halve".split()
)
RISING = frozenset(
    "rise grow increase climb surge jump expand soar gain boost raise accelerate rebound recover advance".split()
)
CHANGE = frozenset("growth rise increase decline drop fall decrease contraction reduction surge jump slump".split())
# Verbs whose subject is what the figure measures.
MEASURING = (
    frozenset(
        "be reach total exceed hit stand amount come cost account make remain become represent average number "
        "equal comprise constitute worth value estimate surpass top pass run swell".split()
    )
    | FALLING
    | RISING
)
_LASTING = frozenset("last take drag endure stretch".split())  # verbs whose subject has the length
_HEADS = ("NOUN", "PROPN", "VERB", "AUX")
_OCCASIONS = frozenset({"times", "days", "nautical miles"}) | DISTANCES
_CARRIERS = frozenset("worth rate tune record sum total amount value high low level figure".split())  # tell nothing
_NO_STUFF = frozenset(
    "total return response turn exchange all fact part practice years months weeks days hours spring summer autumn "
    "winter".split()
)
_TIMES = frozenset("half quarter quarters year years month months week weeks period decade day days time".split())
_THEM = frozenset("them whom which these those".split())


def told_of(sentence: ReadSentence, figure: Figure, span: Span) -> tuple[str | None, list[Token]]:
    """What a figure is of.

    Returns:
        It in the sentence's words, or None where nothing is told; and the tokens by which its parties can be told.
    """
    tokens = tokens_at(sentence, span)
    if not tokens:
        return None, []
    if figure.kind in ("duration", "ratio") and figure.what is None:
        words = _lasting(tokens, figure.kind == "duration")
        return (words_of(sentence, words) if words else None), []
    if is_occasion(figure):
        words = _done(tokens)
        return (words_of(sentence, words) if words else figure.what), []
    if figure.what is not None:
        return _counted(sentence, figure.what, tokens), []
    if is_unnamed(figure) and any(one.lower_ in (*_THEM, "remaining", "other") for one in tokens):
        return _referent(tokens), []
    head = _head(tokens)
    words = _whole(head, tokens) or _above(head, {one.i for one in tokens})
    if is_unnamed(figure) and not any(_is_plural(one) for one in words):
        return None, []
    return (words_of(sentence, words) if words else None), words


def is_unnamed(figure: Figure) -> bool:
    """Whether a count doesn't say what it counts: "twenty-one of them", "to 3 million a year"."""
    return figure.what is None and (figure.unit == "" or figure.unit.startswith("a "))


def unit_of(figure: Figure, of: str, words: Sequence[Token]) -> str:
    """The unit of a figure; of a count that doesn't say what it counts, the last noun of what it is of."""
    if not is_unnamed(figure):
        return figure.unit
    noun = next((one.lower_ for one in reversed(words) if _is_plural(one)), of)
    return f"{noun} {figure.unit}".rstrip()


def _is_plural(token: Token) -> bool:
    return token.tag_ == "NNS" or token.lower_ == "people"


def is_occasion(figure: Figure) -> bool:
    """Whether a count is of how often or how far something is done."""
    return figure.kind == "count" and figure.unit in _OCCASIONS and figure.what in (None, figure.unit)


def is_share_of(sentence: ReadSentence, span: Span) -> bool:
    """Whether the whole is named of which a figure is a share."""
    tokens = tokens_at(sentence, span)
    return bool(tokens) and bool(_whole(_head(tokens), tokens))


def _referent(tokens: Sequence[Token]) -> str | None:
    """The things that "twenty-one of them" are, or "the remaining seven"."""
    noun = _plural_before(tokens[0], counted=tokens[0].lower_ == "the")
    return noun.lower_ if noun is not None else None


def _plural_before(token: Token, counted: bool = False) -> Token | None:
    """The last plural noun before a word that has a number, or that is a subject; else the last."""
    before = [one for one in token.doc[: token.i] if _is_plural(one)]
    fit = [
        one
        for one in before
        if (any(child.dep_ == "nummod" for child in one.children) if counted else one.dep_ in SUBJECTS)
    ]
    return next(reversed(fit or before), None)


def _counted(sentence: ReadSentence, what: str, tokens: Sequence[Token]) -> str:
    """What is counted, with what "of" adds to it: "types of steel"."""
    last = tokens[-1]
    behind = (one for one in last.children if one.dep_ == "prep" and one.lower_ == "of" and one.i == last.i + 1)
    whole = [one for prep in behind for one in prep.children if one.dep_ == "pobj"]
    words = phrase_of(whole[0], leave=set()) if whole else []
    return f"{what} of {words_of(sentence, words)}" if words else what


def _done(tokens: Sequence[Token]) -> list[Token]:
    """What is done so often or so far: the act; of what "is" so long, the subject."""
    verb = clause_of(_head(tokens))
    subject = subject_of(verb) if verb.lemma_ == "be" else None
    return (phrase_of(subject, leave=set()) if subject is not None else []) or shorten(act_of(verb))


def _lasting(tokens: Sequence[Token], is_time: bool) -> list[Token]:
    """What lasts so long, or is so many times as large: a whole, the bearer of the verb, else the act."""
    head = _head(tokens)
    inside = {one.i for one in tokens}
    whole = _whole(head, tokens) if is_time else []
    if whole:
        return whole
    verb = clause_of(head)
    if verb.pos_ not in ("VERB", "AUX"):
        return [one for one in head.subtree if one.i > tokens[-1].i][:LONGEST] or phrase_of(head, leave=inside)
    beside = not is_time and tokens[0].i > 0 and tokens[0].nbor(-1).text == ","  # "20 ships came, twice the number of"
    if beside or verb.i in inside or verb.lemma_.lower() in (_LASTING if is_time else _LASTING | MEASURING):
        bearer = object_beside(verb, inside) or subject_of(verb)
        words = phrase_of(antecedent(bearer, verb), leave=inside) if bearer is not None else []
        if words:
            return words
    act = act_of(verb)
    if act and act[-1].i > tokens[-1].i and len(act) <= LONGEST:
        return act  # "waited a decade for a visit"
    short = shorten([one for one in act if one.i < tokens[0].i])
    return short if any(one.pos_ != "AUX" for one in short) else []


def _head(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((one for one in tokens if one.head.i == one.i or one.head.i not in inside), tokens[-1])


def _whole(head: Token, figure: Sequence[Token]) -> list[Token]:
    """The whole of which a share is: what stands behind "of", or beside "half"."""
    for token in figure:
        for child in (one for one in token.children if one.i > figure[-1].i):
            if child.dep_ == "prep" and child.lower_ == "of":
                objects = [one for one in child.children if one.dep_ == "pobj"]
                if objects and objects[0].lower_ in _THEM:
                    noun = _plural_before(token)
                    return phrase_of(noun, leave=set()) if noun is not None else []
                if objects:
                    return phrase_of(objects[0], leave=set())
            elif child.lower_ == "in" and child.i == figure[-1].i + 1 and not _is_percent(figure):
                goods = [one for one in child.children if one.dep_ == "pobj" and _is_stuff(one)]
                if goods:  # "$2 million in aid"
                    return phrase_of(goods[0], leave=set())
    return []


def _is_stuff(noun: Token) -> bool:
    """Whether a sum may consist of what a noun means, that is, it names neither one thing nor a time."""
    bare = not any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)
    return noun.pos_ == "NOUN" and bare and noun.lower_ not in _NO_STUFF


def _is_percent(figure: Sequence[Token]) -> bool:
    return any(one.lower_ in ("%", "percent", "cent") for one in figure)


def _above(head: Token, figure: set[int]) -> list[Token]:
    """What a figure measures by its place: the noun that it stands before, the subject of what it measures, the act."""
    if head.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod") and head.head.pos_ in ("NOUN", "PROPN"):
        return phrase_of(head.head, leave=figure)
    if head.head.lower_ == "worth" and head.head.i > 0:
        return _worth(head.head)
    if head.head.lower_ == "at" and head.head.i > 1 and head.head.nbor(-1).text == ",":  # "the deficit, at $2 million,"
        return phrase_of(head.head.nbor(-2), leave=figure)
    last, noun = head, None
    for one in head.ancestors:
        if one.pos_ in _HEADS and not _is_unit(one) and not _says_nothing(one):
            noun = one
            break
        last = one
    stands_for = last.i == head.i and last.dep_ == "appos"  # "the loan, 2 million dollars, was repaid"
    if noun is not None and noun.pos_ != "VERB" and last.dep_ in ("appos", "conj") and not stands_for:
        return []  # beside another thing, and a measure of it or not
    verb = clause_of(head)
    if noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in CHANGE:
        return _changed(noun, verb, figure)
    if noun is not None and noun.pos_ in ("NOUN", "PROPN"):
        return phrase_of(noun, leave=figure)
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if head.dep_ in SUBJECTS and head.i != verb.i:
        return _told(verb)
    subject = object_beside(verb, figure) or subject_of(verb)
    if _is_measuring(verb) and subject is not None:
        words = phrase_of(antecedent(subject, verb), leave=figure)
        if words:
            return words
    if last.lower_ == "of":  # "of 2 million dollars, half has come"
        return []
    if head.dep_ in ("dobj", "pobj", "npadvmod") or last.dep_ in ("dobj", "prep", "npadvmod"):
        return shorten(act_of(verb))
    return []


def _changed(change: Token, verb: Token, figure: set[int]) -> list[Token]:
    """What a rise or fall of so much is one of: "in exports" behind it, else the subject of the clause."""
    last = max(figure)
    places = [*change.children, *([change.doc[last + 1]] if last + 1 < len(change.doc) else [])]
    things = (below for one in places if one.lower_ == "in" for below in one.children if below.dep_ == "pobj")
    own = next((words for one in things if one.tag_ in ("NN", "NNS") and (words := phrase_of(one, leave=figure))), [])
    if own and any(one.lower_ in _TIMES for one in own):
        own = []
    subject = subject_of(verb)
    if not own and subject is not None and subject.i < change.i:
        own = phrase_of(antecedent(subject, verb), leave=figure)
    return own or phrase_of(change, leave=figure)


def _worth(worth: Token) -> list[Token]:
    """What is worth a sum: the noun before ("a loan worth $2 million"), else what was counted ("said to be worth")."""
    doc, end = worth.doc, worth.i
    start = end
    while start > 0 and (
        doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ")
        or (start == end and doc[start - 1].tag_ in ("VB", "VBP"))  # a noun taken for a verb: "a currency swap worth"
    ):
        start -= 1
    if start < end and doc[end - 1].lower_ != "be":
        return list(doc[start:end])
    noun = subject_of(worth.head) or _plural_before(worth, counted=True)
    return phrase_of(noun, leave=set()) if noun is not None else []


def _is_measuring(verb: Token) -> bool:
    """Whether a verb says how much its subject is: "reached", "went up"."""
    moved = verb.lemma_.lower() in ("go", "come", "move") and any(one.lower_ in ("up", "down") for one in verb.children)
    return moved or verb.lemma_.lower() in MEASURING


def _told(verb: Token) -> list[Token]:
    """What is told of a figure that is the subject: the act; of a bare "and $2 million still is", whose act it was."""
    act = shorten(act_of(verb))
    if verb.pos_ != "AUX" or len(act) > 1:
        return act
    subject = subject_of(verb.head) if verb.dep_ == "conj" else None
    return phrase_of(subject, leave=set()) if subject is not None else []


def _says_nothing(noun: Token) -> bool:
    """Whether a noun only leads to a figure: "a record", "to the tune of", and not "an interest rate"."""
    return noun.lemma_.lower() in _CARRIERS and not any(one.dep_ in ("compound", "poss") for one in noun.children)


def _is_unit(token: Token) -> bool:
    """Whether a noun is a unit of another figure: "200 billion yuan, or 3.4 trillion yen"."""
    return token.lower_ in currency_names() or token.lower_ in ("%", "percent") or token.text in currency_signs()
