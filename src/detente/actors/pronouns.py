"""He, it and they."""

from __future__ import annotations

from dataclasses import replace

from detente.actors.antecedents import (
    find_object,
    find_one,
    find_possessor,
    find_subject,
)
from detente.actors.discourse import Seen, is_person
from detente.actors.identify import identify
from detente.actors.names import parse_name
from detente.actors.nearby import Antecedent, is_body, is_single, of_sentence
from detente.actors.plural_antecedents import find_plural
from detente.actors.sentence import Sentence
from detente.actors.words import AUXILIARIES, FUNCTION, HE, THEY, words_of
from detente.records import Form

_EXPLETIVE = words_of(
    """is was be been will would 's seems seemed appears appeared remains remained becomes became makes
    made takes took may might can could should has clear possible important"""
)
_ATTITUDES = words_of(
    """concerned opposed ready willing prepared committed determined satisfied dissatisfied considering planning
    seeking trying worried alarmed grateful pleased disappointed building developing deploying holding"""
)
_DUMMY = words_of("make makes made making find finds found finding think thinks thought")
_CLAUSE_OPENERS = words_of(
    """after before until once unless since , ; : that if because and but as when while since although
    though hand and whether where what - — said"""
)
_OPENERS = words_of("during in on after before at with as while since despite for following by upon amid when though")


def emit_anaphor(sentence: Sentence, i: int, j: int, found: Antecedent) -> int:
    if len(found.actors) > 1:
        sentence.discourse.remember(found.actors)
    known = sentence.discourse.people.get(found.actors[0].id) if len(found.actors) == 1 else None
    return sentence.emit(
        i,
        j,
        found.actors,
        Form.ANAPHOR,
        None,
        known.level if known else None,
        found.candidates,
        found.reason,
    )


def read_pronoun(sentence: Sentence, p: int, word: str) -> int | None:
    if word == "him" or (word == "her" and _ends(sentence, p + 1)):
        found = find_object(sentence, is_person, _acting_upon(sentence, p))
        if not found.actors and not found.candidates:
            found = find_one(sentence, is_person, ahead=1)
        return emit_anaphor(sentence, p, p + 1, found)
    if word in HE:
        beside = _named_beside(sentence, p)
        found = find_one(sentence, (lambda one: is_person(one) and one.id != beside) if beside else is_person)
        return emit_anaphor(sentence, p, p + 1, found)
    if word in THEY:
        if word == "them" and sentence.word(p - 1) == "of":
            return None
        return emit_anaphor(sentence, p, p + 1, find_plural(sentence, p))
    if word == "its" and sentence.word(p + 1) in ("kind", "own") and sentence.word(p - 1) == "of":
        return None
    is_dummy = sentence.word(p + 1) in _EXPLETIVE or sentence.word(p - 1) in _DUMMY
    if word == "it" and is_dummy and not _has_attitude(sentence, p):
        return None
    if word == "it":
        heads = sentence.word(p - 1) in _CLAUSE_OPENERS or not sentence.word(p - 1)
        return emit_anaphor(sentence, p, p + 1, (find_subject if heads else find_object)(sentence, is_body))
    near = _just_before(sentence, p)
    return emit_anaphor(sentence, p, p + 1, near or find_possessor(sentence, p))


def _acting_upon(sentence: Sentence, p: int) -> str | None:
    """Id of the person right before the verb whose object stands at token ``p``: "where the premier met him"."""
    before = [one for one in of_sentence(sentence.discourse, sentence.number) if is_single(one, is_person)][-1:]
    for one in before:
        between = [sentence.word(k) for k in range(one.j, p)]
        if not one.oblique and 1 <= len(between) <= 2 and not any(word in FUNCTION - AUXILIARIES for word in between):
            return one.mention.actors[0].id if all(word[:1].isalpha() for word in between) else None
    return None


def _named_beside(sentence: Sentence, p: int) -> str | None:
    """Id of the person named together with the pronoun, whom it is not: "he and Modi met", "he, Modi and Xi met"."""
    if sentence.word(p + 1) not in ("and", ","):
        return None
    name = parse_name(sentence.article, p + 2, sentence.j)
    if name is None:
        return None
    known = identify(sentence.article, sentence.discourse, name, None, (), sentence.when).known
    return known.actor.id if known is not None else None


def _has_attitude(sentence: Sentence, p: int) -> bool:
    """ "It is concerned": who is so is no dummy."""
    return sentence.word(p + 1) in ("is", "was", "'s") and sentence.word(p + 2) in _ATTITUDES


def _ends(sentence: Sentence, p: int) -> bool:
    word = sentence.word(p)
    return word in FUNCTION or not word[:1].isalnum()


def _just_before(sentence: Sentence, p: int) -> Antecedent | None:
    """ "Japan and its allies": the actor right before "and its"."""
    if sentence.word(p) != "its" or sentence.word(p - 1) != "and" or not sentence.discourse.seen:
        return None
    last = sentence.discourse.seen[-1]
    if last.sentence == sentence.number and last.j == p - 1 and len(last.mention.actors) == 1:
        return Antecedent(last.mention.actors)
    return None


def resolve_cataphora(sentence: Sentence) -> None:
    """Give "his" in "During his visit to China, Lula met ..." the person whom the main clause begins with."""
    seen = sentence.discourse.seen
    if sentence.word(sentence.i) not in _OPENERS:
        return
    comma = next((p for p in range(sentence.i, sentence.j) if sentence.word(p) == ","), None)
    if comma is None:
        return
    behind = [one for one in seen if one.sentence == sentence.number and one.i > comma]
    subject = behind[0] if behind else None
    if subject is None or subject.i > comma + 1 or not _singular_person(subject):
        return
    _resolve_their(sentence, comma, behind)
    for number, one in enumerate(seen):
        if one.sentence != sentence.number or one.i > comma:
            continue
        if _singular_person(one) and one.mention.form is not Form.ANAPHOR:
            return
        listed = one.j == comma  # "In Delhi he, Modi and ... met"
        if one.mention.form is Form.ANAPHOR and one.mention.text.lower() in HE and not listed:
            mention = replace(
                one.mention,
                actors=subject.mention.actors,
                level=subject.mention.level,
                candidates=(),
                reason=None,
            )
            seen[number] = replace(one, mention=mention)


def _resolve_their(sentence: Sentence, comma: int, behind: list[Seen]) -> None:
    """Give "their" in "After their talks in Rome, Lula and Boric ..." the two whom the main clause begins with."""
    pair = behind[:2]
    if len(pair) < 2 or pair[1].link != "and" or not all(_singular_person(one) for one in pair):
        return
    seen = sentence.discourse.seen
    for number, one in enumerate(seen):
        if one.sentence == sentence.number and one.i < comma and one.mention.text.lower() == "their":
            actors = tuple(other.mention.actors[0] for other in pair)
            if not one.mention.actors:
                seen[number] = replace(one, mention=replace(one.mention, actors=actors, candidates=(), reason=None))


def _singular_person(one: Seen) -> bool:
    return len(one.mention.actors) == 1 and is_person(one.mention.actors[0])
