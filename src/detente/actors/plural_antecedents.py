"""The actors that a plural anaphor can stand for: "they", "the two countries", "the parties"."""

from __future__ import annotations

from detente.actors.counterparts import current_offices
from detente.actors.discourse import Seen, is_person
from detente.actors.making import party_of
from detente.actors.nearby import Antecedent, Test, is_named, is_state, joined_groups, of_sentence, unique_actors
from detente.actors.office_phrases import parse_office
from detente.actors.sentence import Sentence
from detente.actors.sides import find_sides
from detente.actors.words import words_of
from detente.records import Actor, ActorKind, Form, Level

_BACK = 3
_PLURALS = words_of(
    """countries nations states leaders officials companies ministers people members governments allies
    experts analysts measures talks steps efforts ships firms products relations ties tariffs
    sanctions exercises"""
)


def find_together(sentence: Sentence) -> Antecedent:
    """What "the parties" stands for: those last named together, however many."""
    found = find_sides(sentence, None)
    return found if found.actors else find_states(sentence, 2)


def find_several(sentence: Sentence, number: int, test: Test, others: bool = False) -> Antecedent:
    """The set of ``number`` actors last named together, or else the only ones of the sentences before.

    Args:
        sentence: the sentence, read as far as the anaphor.
        number: how many they are.
        test: what each must be.
        others: whether none of this sentence is meant: "Washington urged the two neighbours".
    """
    gathered: list[Actor] = []
    for k in range(sentence.number, sentence.number - _BACK - 1, -1):
        seen = of_sentence(sentence.discourse, k)
        if k == sentence.number and others:
            continue
        for group in reversed(joined_groups(seen)):
            members = unique_actors(actor for one in group for actor in one.mention.actors if test(actor))
            if len(members) == number:
                return Antecedent(tuple(members))
        here = unique_actors(actor for one in seen for actor in one.mention.actors if test(actor))
        if number > 2 and len(here) != number:  # three or more are named together, not gathered one by one
            continue
        gathered = unique_actors([*here, *gathered])
        if len(gathered) >= number:
            break
    if len(gathered) == number:
        return Antecedent(tuple(gathered))
    before = sentence.discourse.sets.get((number, test is not is_state)) or _of_one_sentence(sentence, number, test)
    if before and {actor.id for actor in gathered} <= {actor.id for actor in before}:
        return Antecedent(before)
    if not gathered:
        return Antecedent((), (), "nothing near that they can stand for")
    return Antecedent((), tuple(actor.id for actor in gathered), f"not {number} but {len(gathered)} near")


def _of_one_sentence(sentence: Sentence, number: int, test: Test) -> tuple[Actor, ...]:
    """The set that alone, in any sentence before, has that many of different parties."""
    sets: dict[tuple[str, ...], tuple[Actor, ...]] = {}
    for k in range(sentence.number):
        here = unique_actors(
            actor for one in of_sentence(sentence.discourse, k) for actor in one.mention.actors if test(actor)
        )
        if len(here) == number and len({party_of(actor) for actor in here}) == number:
            sets[tuple(sorted(actor.id for actor in here))] = tuple(here)
    return next(iter(sets.values())) if len(sets) == 1 else ()


def find_leaders(sentence: Sentence, number: int) -> Antecedent:
    """What "the two leaders" stands for: of the people near, those who lead."""
    people = sentence.discourse.people

    def leads(actor: Actor) -> bool:
        return is_person(actor) and (known := people.get(actor.id)) is not None and known.level is Level.LEADER

    found = find_several(sentence, number, leads)
    return found if found.actors else find_several(sentence, number, is_person)


def find_states(
    sentence: Sentence,
    number: int,
    others: bool = False,
    people_first: bool = False,
    mover: str | None = None,
) -> Antecedent:
    """The parties that "the two countries" are: last spoken of together, else those that the document is about."""
    found = find_sides(sentence, number, others=others, people_first=people_first, mover=mover)
    if found.actors:
        return found
    before = sentence.discourse.sets.get((number, False)) or ()
    main = main_pair(sentence) if number == 2 else ()
    for known in (before, main):
        if known and {*found.candidates} <= {actor.id for actor in known}:
            return Antecedent(known)
    return found


def find_holders(sentence: Sentence, number: int, i: int, noun: int) -> Antecedent:
    """What "the two foreign ministers" stands for: of the people near, those with that office.

    Args:
        sentence: the sentence, read as far as the anaphor.
        number: how many they are.
        i: the token behind the numeral.
        noun: the token of the noun.
    """
    office = parse_office(sentence.article, i, sentence.j) or parse_office(sentence.article, noun, sentence.j)
    ids = {row.id for row in office.offices} if office is not None else set()
    people = sentence.discourse.people

    def holds(actor: Actor) -> bool:
        known = people.get(actor.id)
        if not is_person(actor):
            return False
        if known is None:
            return actor.id.rpartition(":")[2] in ids and ":office:" in actor.id
        if ids and i != noun:
            return bool(ids & current_offices(sentence, known))
        return sentence.word(noun) == "ministers" and known.level is Level.MINISTER

    found = find_several(sentence, number, holds)
    return found if found.actors or i != noun else find_several(sentence, number, is_person)


def find_people(sentence: Sentence, number: int) -> Antecedent:
    """What "the two" or "the three" stands for: people near; of more, those who lead; else parties."""
    found = find_several(sentence, number, is_person)
    found = found if found.actors else find_leaders(sentence, number)
    return found if found.actors else find_states(sentence, number, people_first=True)


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
    named = [one for one in of_sentence(sentence.discourse, sentence.number) if is_named(one)]
    here = _sets(named)
    if here and {*here[0]} & {*named[0].mention.actors} and named[0].i - sentence.i <= 4:
        here = here[:1]
    elif _PLURALS & set(sentence.article.tokens.folded[sentence.i : p]):
        return Antecedent((), (), "a plural noun that they can stand for as well")
    if sentence.word(p) == "them":
        upright = [one for one in named if not one.oblique and one.mention.actors]
        here = [group for group in here if not upright or upright[0].mention.actors[0] not in group]
    if not here and p - sentence.i <= 2:
        before = [one for one in of_sentence(sentence.discourse, sentence.number - 1) if is_named(one)]
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
        unique_actors(actor for one in group for actor in one.mention.actors)
        for group in joined_groups(seen)
        if any(one.mention.actors for one in group)
        and (len(group) > 1 or len(group[0].mention.actors) > 1 or _plural_group(group[0]))
    ]


def _plural_group(one: Seen) -> bool:
    text = one.mention.text.lower()
    return one.mention.form is Form.GROUP and text.endswith(("s", "police", "men", "people", "militia"))
