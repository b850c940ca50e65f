"""Records from what the network reads in a sentence, where the grammar finds none of the kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.arguments import direct_slots, own_subject, subject
from detente.knowledge.claim_words import claim_words
from detente.knowledge.frames import modal_words
from detente.ledgers.clauses import (
    CODER,
    FINITE,
    actors_in,
    clause_of,
    evidence_of,
    has_aux,
    is_conditional,
    is_negated,
    parties_in,
    record_id,
)
from detente.ledgers.explanations import only_points, sign_of
from detente.ledgers.looking_ahead import FUTURE, clause_ahead, is_announced
from detente.ledgers.parse_spans import head_at, head_of, phrase_at, phrase_words
from detente.ledgers.prescriptions import is_constraint
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.tone import tones
from detente.ledgers.voices import claim_text, claim_tokens, is_statement, voice_of
from detente.records import Actor, Claim, ClaimKind, Evidence, Sign, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATION = frozenset(
    "relations relation ties relationship partnership alliance rapprochement thaw rivalry both".split()
)
_JUDGING = frozenset(
    "accuse blame call complain condemn criticise criticize denounce describe dismiss hail label laud object praise "
    "regard reject view warn welcome".split()
)
_ALONE = 0.55  # probability from which a cause stands without an effect, which another sentence tells
_SAYING = frozenset("mention note recall remember say add emphasise emphasize stress underline point admit ask".split())
_SHOWING = frozenset("attest demonstrate evidence exemplify illustrate reflect show".split())
_CAUSE = frozenset("cause reason motive factor driver trigger explanation".split())
_RELATIVE = ("WDT", "WP")
_AUTHOR = frozenset("i we us one".split())


def find_stated(sentence: ReadSentence, found: Collection[ClaimKind]) -> Iterator[Claim]:
    """The claims of a sentence of kinds that were not found in it otherwise."""
    if not is_statement(sentence) or not sentence.about:
        return
    for kind in ClaimKind:
        if kind in found or not sentence.statement.is_a(kind):
            continue
        if kind is ClaimKind.PRESCRIPTION:
            yield from _prescriptions(sentence)
        elif kind is ClaimKind.EXPLANATION:
            yield from _explanation(sentence)
        else:
            yield from _judgement(sentence, kind)


def _judgement(sentence: ReadSentence, kind: ClaimKind) -> Iterator[Claim]:
    clause = _told_clause(sentence) if kind is ClaimKind.ASSESSMENT else clause_ahead(sentence, _told_clause(sentence))
    voice = voice_of(sentence, clause) if clause is not None else None
    if clause is None or voice is None or not _is_sentence(sentence) or _is_past(clause) or is_announced(clause):
        return
    if kind is ClaimKind.ASSESSMENT and is_conditional(clause):
        return
    speaker = _judge(sentence, clause) or voice.speaker
    evidence = evidence_of(sentence, clause)
    yield Claim(
        id=record_id(evidence, kind),
        evidence=evidence,
        kind=kind,
        speaker=speaker,
        about=_about(sentence, speaker),
        stance=sentence.statement.stance if kind is ClaimKind.ASSESSMENT else None,
        text=claim_text(sentence, claim_tokens(clause, voice.frame)),
        hedge=voice.hedge,
    )


def _prescriptions(sentence: ReadSentence) -> Iterator[Claim]:
    for span in sentence.statement.spans("action"):
        head = head_at(sentence, span)
        action = phrase_words(sentence, _whole_action(sentence, head, span)) if head is not None else ""
        if head is None or not action:
            continue
        clause = clause_of(head)
        voice = voice_of(sentence, clause)
        told = (clause, _told_clause(sentence))
        if voice is None or _is_past(clause) or any(map(_is_forced, told)):
            continue
        doer = subject(clause)
        actors = parties_in(sentence, direct_slots(sentence.parsed, doer)) if doer is not None else ()
        said_by = own_subject(clause)
        if clause.lemma_.lower() in _SAYING and not actors and (said_by is None or said_by.lower_ in _AUTHOR):
            continue  # what the author has to say: "it is necessary to mention"
        evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
        yield Claim(
            id=record_id(evidence, ClaimKind.PRESCRIPTION),
            evidence=evidence,
            kind=ClaimKind.PRESCRIPTION,
            speaker=voice.speaker,
            about=_about(sentence, voice.speaker),
            stance=None,
            text=claim_text(sentence, claim_tokens(_told_clause(sentence), voice.frame)),
            hedge=voice.hedge,
            actor=actors[0] if len(actors) == 1 else None,
            action=action,
        )


def _is_forced(clause: Token) -> bool:
    """Whether "must" tells what circumstances force somebody to, and not what he ought to do."""
    follows = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in ("mean", "imply", "entail")
    return has_aux(clause, ("must",)) and (follows or is_constraint(clause))


def _whole_action(sentence: ReadSentence, head: Token, span: Span) -> list[Token]:
    """The words of an action: of a verb all that belongs to it behind it, of a noun its phrase."""
    if head.pos_ != "VERB":
        return phrase_at(sentence, span)
    return [token for token in claim_tokens(head) if token.i >= head.i]


def _explanation(sentence: ReadSentence) -> Iterator[Claim]:
    causes, effects = sentence.statement.spans("cause"), sentence.statement.spans("effect")
    cause = _made_whole(phrase_at(sentence, causes[0])) if causes else []
    effect = _made_whole(phrase_at(sentence, effects[0]), cause) if effects else []
    if not cause or cause[0].tag_ in _RELATIVE or only_points(cause) or _tells_more_of(effect, cause):
        return
    if {one.i for one in cause}.intersection(one.i for one in effect) or _is_shown(cause):
        return
    clause = _told_clause(sentence)
    if not effect and sentence.statement.kinds["explanation"] < _ALONE and not _names_a_cause(clause):
        return
    voice = voice_of(sentence, clause)
    if voice is None:
        return
    evidence = Evidence(sentence.document.id, sentence.span, causes[0], CODER)
    yield Claim(
        id=record_id(evidence, ClaimKind.EXPLANATION),
        evidence=evidence,
        kind=ClaimKind.EXPLANATION,
        speaker=voice.speaker,
        about=sentence.about,
        stance=None,
        text=claim_text(sentence, claim_tokens(clause, voice.frame)),
        hedge=voice.hedge,
        cause=phrase_words(sentence, cause),
        effect=phrase_words(sentence, effect) or None,
        sign=sign_of(effect) or _told_sign(sentence, effect),
    )


def _told_sign(sentence: ReadSentence, effect: Sequence[Token]) -> Sign | None:
    """The sign that the network tells; None of what did not come about, or where the effect's words tell another."""
    sign, head = sentence.statement.sign, head_of(effect)
    if sign is None or head is None:
        return sign
    told = tones(effect, phrase_words(sentence, effect))
    other = Stance.NEGATIVE if sign is Sign.IMPROVES else Stance.POSITIVE
    return None if is_negated(head) or told == {other} else sign


def _is_shown(cause: Sequence[Token]) -> bool:
    """Whether what is taken for a cause only shows what is told: "as evidenced by"."""
    head = head_of(cause)
    return head is not None and head.head.lower_ == "by" and head.head.head.lemma_.lower() in _SHOWING


def _names_a_cause(clause: Token) -> bool:
    """Whether a sentence names a cause of what another tells: "the immediate cause was"."""
    doer = own_subject(clause)
    return doer is not None and doer.lemma_.lower() in _CAUSE and clause.lemma_ == "be"


def _made_whole(phrase: list[Token], cause: Sequence[Token] = ()) -> list[Token]:
    """A phrase with the subject of its verb, or with the verb whose object it is, unless that only links: "caused".

    Args:
        phrase: a cause, or an effect.
        cause: of an effect its cause, which it doesn't reach into.
    """
    head = head_of(phrase)
    if head is None:
        return phrase
    first = phrase[0].i
    if head.tag_ in FINITE and (doer := own_subject(head)) is not None and doer.tag_ not in _RELATIVE:
        first = min(first, doer.left_edge.i)
    elif head.dep_ == "dobj" and head.head.lemma_.lower() not in claim_words().effects.plain:
        first = min(first, head.head.i)
    while (noun := _measured_by(head)) is not None:  # "the fall in | copper prices"
        head, first = noun, min(first, noun.left_edge.i)
    whole = list(head.doc[first : phrase[-1].i + 1])
    return phrase if {one.i for one in whole}.intersection(one.i for one in cause) else whole


def _measured_by(noun: Token) -> Token | None:
    """The noun that tells of another what became of it, or how much there is: "the fall in", "years of"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "in") or noun.head.head.i != noun.head.i - 1:
        return None
    return noun.head.head if noun.head.head.pos_ == "NOUN" else None


def _tells_more_of(effect: Sequence[Token], cause: Sequence[Token]) -> bool:
    """Whether what is taken for an effect is only said of the cause's own noun: "an agreement that Japan has had".

    In "it was the drought that drove them apart" it is more, and in "the drought, which drove them apart".
    """
    head, inside = head_of(effect), {token.i for token in cause}
    if head is None or head.dep_ not in ("relcl", "acl") or head.head.i not in inside:
        return False
    doer = own_subject(head)
    aside = doer is not None and doer.lower_ == "which" and doer.i and doer.nbor(-1).lower_ in (",", "by")
    return not aside and not any(child.lower_ == "it" for up in head.ancestors for child in up.children)


def _about(sentence: ReadSentence, speaker: Actor | None) -> tuple[str, ...]:
    """Whom a claim is about: who is named beside the speaker; of a relation, and where nobody is, who is in hand."""
    own = party_of(speaker) if speaker is not None else None
    named = parties_in(sentence, range(len(sentence.parsed.sentence.slots)))
    others = tuple(party for party in sentence.about if party in named and party != own)
    of_relation = any(token.lower_ in _RELATION for token in sentence.parsed.doc)
    return others if others and not of_relation else sentence.about


def _judge(sentence: ReadSentence, clause: Token) -> Actor | None:
    """Who judges, where the clause's verb says that its subject does: "Peru called the law an insult"."""
    doer = subject(clause)
    if doer is None or clause.lemma_.lower() not in _JUDGING:
        return None
    actors = actors_in(sentence, direct_slots(sentence.parsed, doer))
    return actors[0] if actors else None


def _told_clause(sentence: ReadSentence) -> Token:
    """The verb of what a sentence tells: its main one, or what that one says or holds."""
    verb = next(token for token in sentence.parsed.doc if token.head.i == token.i)
    says = modal_words().speech | claim_words().holding
    while verb.lemma_.lower() in says:
        told = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
        if told is None:
            break
        verb = told
    return verb


def _is_sentence(sentence: ReadSentence) -> bool:
    """Whether a sentence has a finite verb: a heading or a caption has none."""
    return any(token.tag_ in FINITE for token in sentence.parsed.doc)


def _is_past(clause: Token) -> bool:
    """Whether a modal verb looks back: "may have warned", "should have told"; not "by then they will have met"."""
    words = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    modal = any(child.tag_ == "MD" and child.lower_ not in FUTURE for child in clause.children if child.dep_ == "aux")
    return "have" in words and modal
