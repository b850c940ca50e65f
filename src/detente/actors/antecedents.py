"""What an anaphor can stand for: the people and states named just before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.actors.discourse import Discourse, Seen, is_person
from detente.actors.making import party_of, state_actor
from detente.actors.sentence import Sentence
from detente.records import Actor, ActorKind, Form

_BACK = 3
_PLURALS = frozenset(
    [
        "countries",
        "nations",
        "states",
        "leaders",
        "officials",
        "companies",
        "ministers",
        "people",
        "members",
        "governments",
        "allies",
        "experts",
        "analysts",
        "measures",
        "talks",
        "steps",
        "efforts",
        "ships",
        "firms",
        "products",
        "relations",
        "ties",
        "tariffs",
        "sanctions",
        "exercises",
    ]
)


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
        seen = [one for one in _of_sentence(sentence.discourse, number) if _named(one)]
        fitting = [one for one in seen if _single(one, test)]
        upright = [one for one in fitting if not one.oblique]
        if len(_actors(fitting)) == 1:
            if not upright and _rivals(sentence, number, test, fitting[0]):
                return _unclear(fitting)
            return Antecedent((fitting[0].mention.actors[0],))
        if len(_actors(upright)) == 1 and (test is is_person or fitting[-1] is upright[-1]):
            return Antecedent((upright[0].mention.actors[0],))
        if fitting:
            first = seen[0]
            if number < sentence.number and _single(first, test) and not first.oblique:
                return Antecedent((first.mention.actors[0],))
            return _unclear(fitting)
    return _nothing()


def find_possessor(sentence: Sentence, p: int) -> Antecedent:
    """What "its" at token ``p`` stands for: the only body of this sentence; at its head, the subject before."""
    if any(_single(one, is_body) and _named(one) for one in _of_sentence(sentence.discourse, sentence.number)):
        return find_one(sentence, is_body, back=0)
    return find_subject(sentence, is_body) if p - sentence.i <= 3 else _nothing()


def find_government(sentence: Sentence) -> Antecedent:
    """Whose "the government" is: the one party that this sentence or the one before speaks of."""
    states = sentence.article.gazetteer.states
    for number in (sentence.number, sentence.number - 1):
        seen = [one for one in _of_sentence(sentence.discourse, number) if _named(one)]
        upright = [one for one in seen if not one.oblique]
        for some in (seen, upright):
            codes = {party_of(actor): None for one in some for actor in one.mention.actors}
            parties = [state_actor(states[code]) for code in codes if code in states]
            if len(parties) == 1:
                return Antecedent(tuple(parties))
        if upright or seen:
            codes = {party_of(actor): None for one in seen for actor in one.mention.actors}
            return Antecedent((), tuple(code for code in codes if code in states), "several it can stand for")
    return only_state(sentence) or _nothing()


def find_subject(sentence: Sentence, test: Test) -> Antecedent:
    """What "it" at the head of a clause stands for: the subject of this sentence, or of the one before."""
    here = [one for one in _of_sentence(sentence.discourse, sentence.number) if _named(one) and _single(one, test)]
    upright = [one for one in here if not one.oblique]
    if upright:
        return Antecedent((upright[0].mention.actors[0],)) if len(_actors(upright)) == 1 else _unclear(upright)
    if here:
        return _unclear(here)
    before = [one for one in _of_sentence(sentence.discourse, sentence.number - 1) if _named(one)]
    if before and _single(before[0], test) and not before[0].oblique:
        return Antecedent((before[0].mention.actors[0],))
    return _nothing()


def find_object(sentence: Sentence, test: Test) -> Antecedent:
    """What "him" or "with it" stands for: the only one of this sentence beside its subject."""
    here = [one for one in _of_sentence(sentence.discourse, sentence.number) if _named(one) and _single(one, test)]
    upright = [one for one in here if not one.oblique]
    subject = upright[0].mention.actors[0].id if upright else None
    others = [one for one in here if one.mention.actors[0].id != subject]
    if len(_actors(others)) == 1:
        return Antecedent((others[0].mention.actors[0],))
    return _unclear(others) if others else _nothing()


def find_only(sentence: Sentence, test: Test) -> Antecedent:
    """What "the country" stands for: the only one named in this sentence so far, else in the one before."""
    for number in (sentence.number, sentence.number - 1):
        seen = _of_sentence(sentence.discourse, number)
        fitting = [one for one in seen if _single(one, test) and _named(one)]
        fitting = fitting or [one for one in seen if _single(one, test)]
        if len(_actors(fitting)) == 1:
            return Antecedent((fitting[0].mention.actors[0],))
        if fitting:
            return _unclear(fitting)
    return _nothing()


def find_other_state(sentence: Sentence) -> Antecedent:
    """What "this country" stands for: the only state of the sentence before that this one does not name."""
    here = {actor.id for one in _of_sentence(sentence.discourse, sentence.number) for actor in one.mention.actors}
    before = _of_sentence(sentence.discourse, sentence.number - 1)
    others = [one for one in before if _single(one, is_state) and one.mention.actors[0].id not in here]
    if len(_actors(others)) == 1:
        return Antecedent((others[0].mention.actors[0],))
    return _unclear(others) if others else _nothing()


def find_together(sentence: Sentence) -> Antecedent:
    """What "the parties" stands for: the states last named together, however many."""
    states = sentence.article.gazetteer.states
    for k in range(sentence.number, sentence.number - _BACK, -1):
        for group in reversed(_joined_groups(_of_sentence(sentence.discourse, k))):
            codes = dict.fromkeys(party_of(actor) for one in group for actor in one.mention.actors)
            parties = [state_actor(states[code]) for code in codes if code in states]
            if len(parties) > 1:
                return Antecedent(tuple(parties))
        parties = _parties(sentence, _of_sentence(sentence.discourse, k))
        if len(parties) == 2:
            return Antecedent(tuple(parties))
    return find_states(sentence, 2)


def _actors(seen: list[Seen]) -> list[Actor]:
    return _distinct(one.mention.actors[0] for one in seen)


def _unclear(seen: list[Seen]) -> Antecedent:
    return Antecedent((), tuple(actor.id for actor in _actors(seen)), "several it can stand for")


def _nothing() -> Antecedent:
    return Antecedent((), (), "nothing near that it can stand for")


def _rivals(sentence: Sentence, number: int, test: Test, one: Seen) -> bool:
    """Whether an adjective names another state in the same sentence: "Japanese relations with China ... its"."""
    return any(
        other.mention.form is Form.ADJECTIVE
        and _single(other, test)
        and other.mention.actors[0].id != one.mention.actors[0].id
        for other in _of_sentence(sentence.discourse, number)
    )


def find_several(sentence: Sentence, number: int, test: Test) -> Antecedent:
    """The set of ``number`` actors last named together, or else the only ones of the sentences before."""
    gathered: list[Actor] = []
    for k in range(sentence.number, sentence.number - _BACK - 1, -1):
        seen = _of_sentence(sentence.discourse, k)
        for group in reversed(_joined_groups(seen)):
            members = _distinct(actor for one in group for actor in one.mention.actors if test(actor))
            if len(members) == number:
                return Antecedent(tuple(members))
        here = _distinct(actor for one in seen for actor in one.mention.actors if test(actor))
        gathered = _distinct([*here, *gathered])
        if len(gathered) >= number:
            break
    if len(gathered) == number:
        return Antecedent(tuple(gathered))
    if not gathered:
        return Antecedent((), (), "nothing near that they can stand for")
    return Antecedent((), tuple(actor.id for actor in gathered), f"not {number} but {len(gathered)} near")


def find_states(sentence: Sentence, number: int) -> Antecedent:
    """The states that "the two countries" are: last named together, else those that the document is about."""
    found = find_several(sentence, number, is_state)
    if found.actors or number != 2:
        return found
    parties = find_parties(sentence, number)
    if parties.actors:
        return parties
    main = main_pair(sentence)
    if len(main) == 2 and (not found.candidates or len({*found.candidates} & {a.id for a in main}) >= 1):
        return Antecedent(main)
    return found


def find_parties(sentence: Sentence, number: int) -> Antecedent:
    """As :func:`find_several`, for the states that the people and bodies named speak for."""
    for k in range(sentence.number, sentence.number - _BACK, -1):
        seen = _of_sentence(sentence.discourse, k)
        found = _parties(sentence, seen)
        if len(found) == number:
            return Antecedent(tuple(found))
        if len(found) > number:
            break
    return Antecedent((), (), "not that many parties near")


def _parties(sentence: Sentence, seen: list[Seen]) -> list[Actor]:
    """The states that the people of a sentence speak for; where there are none, those that its names do."""
    states = sentence.article.gazetteer.states
    people = [one for one in seen if any(is_person(actor) for actor in one.mention.actors)]
    for some in (people, [one for one in seen if _named(one)]):
        codes = dict.fromkeys(party_of(actor) for one in some for actor in one.mention.actors)
        found = [state_actor(states[code]) for code in codes if code in states]
        if len(found) > 1:
            return found
    return []


def only_state(sentence: Sentence) -> Antecedent | None:
    """The state of a document that has named but one."""
    states = sentence.article.gazetteer.states
    if len(sentence.discourse.states) != 1:
        return None
    (code,) = sentence.discourse.states
    return Antecedent((state_actor(states[code]),)) if code in states else None


def main_pair(sentence: Sentence) -> tuple[Actor, ...]:
    """The two states that the document names clearly more often than any third."""
    states = sentence.article.gazetteer.states
    counts = [(code, count) for code, count in sentence.discourse.states.most_common() if code in states]
    if len(counts) < 2 or counts[1][1] < 3:
        return ()
    if len(counts) > 2 and counts[1][1] < 2 * counts[2][1]:
        return ()
    return tuple(Actor(code, states[code].name, ActorKind.STATE, code, "GOV") for code, _ in counts[:2])


def find_plural(sentence: Sentence, p: int) -> Antecedent:
    """What "they" at token ``p`` stands for: actors named together, or one plural group.

    A plural noun before it that is no actor may be meant as well; then nothing is chosen.
    """
    named = [one for one in _of_sentence(sentence.discourse, sentence.number) if _named(one)]
    here = _sets(named)
    if here and here[0][0] in named[0].mention.actors and named[0].i - sentence.i <= 4:
        here = here[:1]
    elif _PLURALS & set(sentence.article.tokens.folded[sentence.i : p]):
        return Antecedent((), (), "a plural noun that they can stand for as well")
    if sentence.word(p) == "them":
        upright = [one for one in named if not one.oblique]
        here = [group for group in here if not upright or upright[0].mention.actors[0] not in group]
    if not here and p - sentence.i <= 2:
        before = [one for one in _of_sentence(sentence.discourse, sentence.number - 1) if _named(one)]
        here = [group for group in _sets(before) if group[0] in before[0].mention.actors][:1]
    distinct = list({tuple(sorted(a.id for a in group)): group for group in here}.values())
    if len(distinct) == 1:
        return Antecedent(tuple(distinct[0]))
    if distinct:
        return Antecedent((), tuple(a.id for group in distinct for a in group), "several they can stand for")
    return Antecedent((), (), "nothing near that they can stand for")


def _sets(seen: list[Seen]) -> list[list[Actor]]:
    """The actors named together, each set once."""
    return [
        _distinct(actor for one in group for actor in one.mention.actors)
        for group in _joined_groups(seen)
        if any(one.mention.actors for one in group)
        and (len(group) > 1 or len(group[0].mention.actors) > 1 or _plural_group(group[0]))
    ]


def _plural_group(one: Seen) -> bool:
    text = one.mention.text.lower()
    return one.mention.form is Form.GROUP and text.endswith(("s", "police", "men", "people", "militia"))


def _of_sentence(discourse: Discourse, number: int) -> list[Seen]:
    return [one for one in discourse.seen if one.sentence == number]


def _named(one: Seen) -> bool:
    return one.mention.form is not Form.ADJECTIVE


def _single(one: Seen, test: Test) -> bool:
    return len(one.mention.actors) == 1 and test(one.mention.actors[0])


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.id: actor for actor in actors}.values())


def _joined_groups(seen: list[Seen]) -> list[list[Seen]]:
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
