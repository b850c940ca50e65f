"""The parties that "the two sides", "the three countries" or "the parties" stand for.

The nearest sentence that speaks of that many parties is asked first. Where one between it and the anaphor has a
subject of another party, nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.actors.discourse import Seen, is_person
from detente.actors.making import organisation_actor, party_of, state_actor
from detente.actors.nearby import Antecedent, is_named, is_single, joined_groups, of_sentence, unique_actors
from detente.actors.sentence import Sentence
from detente.actors.words import IT
from detente.records import Actor, ActorKind

_BACK = 3


def find_sides(
    sentence: Sentence,
    number: int | None,
    *,
    others: bool = False,
    people_first: bool = True,
    mover: str | None = None,
) -> Antecedent:
    """The parties of the nearest sentence that speaks of that many.

    Args:
        sentence: the sentence, read as far as the anaphor.
        number: how many they are; None where the text does not say, for two or more.
        others: whether none of this sentence is meant: "Washington urged the two neighbours".
        people_first: whether those whom people speak for come before states named together.
        mover: the party that "visited the three countries" and is none of them.
    """
    between: dict[str, Actor] = {}
    for k in range(sentence.number - others, sentence.number - _BACK - 1, -1):
        # "it" within a sentence adds no party that is sure
        seen = [one for one in of_sentence(sentence.discourse, k) if one.mention.text not in IT]
        here = k == sentence.number
        for reading in _readings(sentence, seen, people_first):
            moved = here and mover is not None and number is not None and len(reading) == number + 1
            sides = [actor for actor in reading if party_of(actor) != mover] if moved else reading
            if len(sides) == number or (number is None and len(sides) > 1):
                ids = {actor.id for actor in sides}
                return Antecedent(tuple(sides)) if between.keys() <= ids else _unclear([*between.values(), *sides])
        subjects = [
            one
            for one in seen
            if is_named(one) and not one.place and (not one.oblique or (here and is_single(one, is_person)))
        ]
        between |= {actor.id: actor for actor in parties_of(sentence, subjects)}
        if number == len(between) == 2:
            return Antecedent(tuple(reversed(between.values())))
        if number is not None and len(between) > number:
            break
    return _unclear(list(between.values()))


def parties_of(sentence: Sentence, seen: list[Seen]) -> list[Actor]:
    """The states and organisations that actors speak for, each once, in order; blocs and others are left out."""
    gazetteer = sentence.article.gazetteer
    found: list[Actor] = []
    for actor in (actor for one in seen for actor in one.mention.actors):
        state = gazetteer.states.get(party_of(actor) or "")
        org = gazetteer.organisations.get(":".join(actor.id.split(":")[:2]))
        if org is not None and org.part_of is not None and state is None:
            org = gazetteer.organisations.get(org.part_of, org)
        if state is not None:
            found.append(state_actor(state))
        elif org is not None and org.sector == "IGO" and actor.kind is not ActorKind.BLOC:
            found.append(organisation_actor(org))
    return unique_actors(found)


def _readings(sentence: Sentence, seen: list[Seen], people_first: bool) -> Iterator[list[Actor]]:
    """The sets of parties that a sentence can be said to speak of, the likeliest first."""
    people = parties_of(sentence, [one for one in seen if any(is_person(actor) for actor in one.mention.actors)])
    upright = [one for one in seen if not one.place]
    groups = [
        parties_of(sentence, group)
        for group in reversed(joined_groups(upright))
        if len(group) > 1 or len(group[0].mention.actors) > 1
    ]
    if people_first:
        yield people
    yield from groups
    yield people
    yield parties_of(sentence, [one for one in upright if is_named(one)])
    yield parties_of(sentence, [one for one in seen if is_named(one)])
    yield parties_of(sentence, seen)


def _unclear(near: list[Actor]) -> Antecedent:
    if not near:
        return Antecedent((), (), "nothing near that they can stand for")
    return Antecedent((), tuple(actor.id for actor in unique_actors(near)), "several parties near")
