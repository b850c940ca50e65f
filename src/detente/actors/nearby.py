"""The mentions near a place in the discourse, and the sets they are named in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.actors.discourse import Discourse, Seen, is_person
from detente.records import Actor, ActorKind, Form


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The actors that an anaphor stands for; else the candidates and why none was chosen."""

    actors: tuple[Actor, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: str | None = None


Test = Callable[[Actor], bool]


def is_state(actor: Actor) -> bool:
    """Whether an actor is a state itself."""
    return actor.kind is ActorKind.STATE


def is_body(actor: Actor) -> bool:
    """Whether an actor can be called "it"."""
    return not is_person(actor)


def is_organisation(actor: Actor) -> bool:
    """Whether an actor is an organisation or bloc."""
    return actor.kind in (ActorKind.ORGANISATION, ActorKind.BLOC)


def actors_of(seen: list[Seen]) -> list[Actor]:
    return unique_actors(one.mention.actors[0] for one in seen)


def unclear(seen: list[Seen]) -> Antecedent:
    return Antecedent((), tuple(actor.id for actor in actors_of(seen)), "several it can stand for")


def nothing() -> Antecedent:
    return Antecedent((), (), "nothing near that it can stand for")


def of_sentence(discourse: Discourse, number: int) -> list[Seen]:
    return [one for one in discourse.seen if one.sentence == number]


def is_named(one: Seen) -> bool:
    return one.mention.form is not Form.ADJECTIVE


def is_nameless(one: Seen) -> bool:
    """Whether a mention names a person whom nothing tells from another of that name."""
    return one.mention.form is Form.NAME and any(":person:" in ident for ident in one.mention.candidates)


def is_single(one: Seen, test: Test) -> bool:
    return len(one.mention.actors) == 1 and test(one.mention.actors[0])


def unique_actors(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.id: actor for actor in actors}.values())


def joined_groups(seen: list[Seen]) -> list[list[Seen]]:
    """Mentions that are named together; commas alone do not tie them ("In Japan, China is ...")."""
    groups: list[list[Seen]] = []
    for one in seen:
        if one.link and groups and _alike(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    tied: list[list[Seen]] = []
    for group in groups:
        if len(group) > 1 and all(one.link == "," for one in group[1:]):
            tied.extend([one] for one in group)
        else:
            tied.append(group)
    return tied


def _alike(one: Seen, other: Seen) -> bool:
    people = [any(is_person(actor) for actor in seen.mention.actors) for seen in (one, other)]
    return people[0] == people[1]
