"""The one actor that a singular anaphor can stand for."""

from __future__ import annotations

from detente.actors.discourse import Seen, is_person
from detente.actors.making import party_of, state_actor
from detente.actors.nearby import (
    Antecedent,
    Test,
    actors_of,
    is_body,
    is_named,
    is_nameless,
    is_single,
    is_state,
    nothing,
    of_sentence,
    unclear,
)
from detente.actors.sentence import Sentence
from detente.records import Form


def find_one(sentence: Sentence, test: Test, back: int = 2, ahead: int = 0) -> Antecedent:
    """The one actor that fits: of this sentence so far, else the first-named of the nearest before.

    Of several in a sentence, those behind a preposition or in the genitive step back when one other is left.

    Args:
        sentence: the sentence, read as far as the anaphor.
        test: what the actor must be.
        back: how many sentences to look back.
        ahead: how many sentences to pass over before, this one being the first.
    """
    for number in range(sentence.number - ahead, sentence.number - back - 1, -1):
        seen = [one for one in of_sentence(sentence.discourse, number) if is_named(one)]
        fitting = [one for one in seen if is_single(one, test)]
        upright = [one for one in fitting if not one.oblique]
        if test is is_person and any(is_nameless(one) for one in seen):
            return Antecedent((), tuple(actor.id for actor in actors_of(fitting)), "a name near it is not resolved")
        if len(actors_of(fitting)) == 1:
            if not upright and _rivals(sentence, number, test, fitting[0]):
                return unclear(fitting)
            return Antecedent((fitting[0].mention.actors[0],))
        if len(actors_of(upright)) == 1 and (test is is_person or fitting[-1] is upright[-1]):
            return Antecedent((upright[0].mention.actors[0],))
        if fitting:
            first = seen[0]
            if number < sentence.number and is_single(first, test) and not first.oblique:
                return Antecedent((first.mention.actors[0],))
            return unclear(fitting)
    return nothing()


def find_possessor(sentence: Sentence, p: int) -> Antecedent:
    """What "its" at token ``p`` stands for: the only body of this sentence; at its head, the subject before."""
    if any(is_single(one, is_body) and is_named(one) for one in of_sentence(sentence.discourse, sentence.number)):
        return find_one(sentence, is_body, back=0)
    return find_subject(sentence, is_body) if p - sentence.i <= 3 else nothing()


def find_government(sentence: Sentence) -> Antecedent:
    """Whose "the government" is: the one party that this sentence or the one before speaks of."""
    states = sentence.article.gazetteer.states
    for number in (sentence.number, sentence.number - 1):
        seen = [one for one in of_sentence(sentence.discourse, number) if is_named(one)]
        upright = [one for one in seen if not one.oblique]
        for some in (seen, upright):
            codes = {party_of(actor): None for one in some for actor in one.mention.actors}
            parties = [state_actor(states[code]) for code in codes if code in states]
            if len(parties) == 1:
                return Antecedent(tuple(parties))
        if upright or seen:
            codes = {party_of(actor): None for one in seen for actor in one.mention.actors}
            return Antecedent((), tuple(code for code in codes if code in states), "several it can stand for")
    return only_state(sentence) or nothing()


def find_subject(sentence: Sentence, test: Test) -> Antecedent:
    """What "it" at the head of a clause stands for: the subject of this sentence, or of the one before."""
    here = [one for one in of_sentence(sentence.discourse, sentence.number) if is_named(one) and is_single(one, test)]
    upright = [one for one in here if not one.oblique]
    if upright:
        return Antecedent((upright[0].mention.actors[0],)) if len(actors_of(upright)) == 1 else unclear(upright)
    if here:
        return unclear(here)
    before = [one for one in of_sentence(sentence.discourse, sentence.number - 1) if is_named(one)]
    if before and is_single(before[0], test) and not before[0].oblique:
        return Antecedent((before[0].mention.actors[0],))
    return nothing()


def find_object(sentence: Sentence, test: Test, subject: str | None = None) -> Antecedent:
    """What "him" or "with it" stands for: the only one of this sentence beside its subject.

    Args:
        sentence: the sentence, read as far as the anaphor.
        test: what the actor must be.
        subject: id of who acts upon it, where that is known; else it is whoever is named first.
    """
    here = [one for one in of_sentence(sentence.discourse, sentence.number) if is_named(one) and is_single(one, test)]
    upright = [one for one in here if not one.oblique]
    if subject is None and upright:
        subject = upright[0].mention.actors[0].id
    others = [one for one in here if one.mention.actors[0].id != subject]
    if len(actors_of(others)) == 1:
        return Antecedent((others[0].mention.actors[0],))
    return unclear(others) if others else nothing()


def find_only(sentence: Sentence, test: Test) -> Antecedent:
    """What "the country" stands for: the only one named in this sentence so far, else in the one before."""
    for number in (sentence.number, sentence.number - 1):
        seen = of_sentence(sentence.discourse, number)
        fitting = [one for one in seen if is_single(one, test) and is_named(one)]
        fitting = fitting or [one for one in seen if is_single(one, test)]
        if len(actors_of(fitting)) == 1:
            return Antecedent((fitting[0].mention.actors[0],))
        if fitting:
            return unclear(fitting)
    return nothing()


def find_place(sentence: Sentence) -> Antecedent:
    """Where "there" is: the one state that the nearest sentence names as a place, or as that of a way."""
    for number in range(sentence.number, sentence.number - 3, -1):
        states = [one for one in of_sentence(sentence.discourse, number) if is_named(one) and is_single(one, is_state)]
        seen = [one for one in states if one.place or one.oblique]
        if len(actors_of(seen)) > 1:
            return unclear(seen)
        if seen:
            return Antecedent((seen[0].mention.actors[0],))
    return nothing()


def find_other_state(sentence: Sentence) -> Antecedent:
    """What "this country" stands for: the only state of the sentence before that this one does not name."""
    here = {actor.id for one in of_sentence(sentence.discourse, sentence.number) for actor in one.mention.actors}
    before = of_sentence(sentence.discourse, sentence.number - 1)
    others = [one for one in before if is_single(one, is_state) and one.mention.actors[0].id not in here]
    if len(actors_of(others)) == 1:
        return Antecedent((others[0].mention.actors[0],))
    return unclear(others) if others else nothing()


def _rivals(sentence: Sentence, number: int, test: Test, one: Seen) -> bool:
    """Whether an adjective names another state in the same sentence: "Japanese relations with China ... its"."""
    return any(
        other.mention.form is Form.ADJECTIVE
        and is_single(other, test)
        and other.mention.actors[0].id != one.mention.actors[0].id
        for other in of_sentence(sentence.discourse, number)
    )


def only_state(sentence: Sentence) -> Antecedent | None:
    """The state of a document that has named but one."""
    states = sentence.article.gazetteer.states
    if len(sentence.discourse.states) != 1:
        return None
    (code,) = sentence.discourse.states
    return Antecedent((state_actor(states[code]),)) if code in states else None
