""" "His Chinese counterpart": the same office in another state."""

from __future__ import annotations

from detente.actors.antecedents import find_one
from detente.actors.discourse import Known, Seen, is_person
from detente.actors.identify import identify, level_on, resolve_office_by
from detente.actors.making import office_actor
from detente.actors.names import NameSpan, parse_name
from detente.actors.nearby import is_single, joined_groups, of_sentence
from detente.actors.owners import parse_owners
from detente.actors.sentence import Sentence
from detente.actors.titled import parse_titled
from detente.records import Actor, Form, Level

_POSSESSIVE = frozenset(["his", "her", "its", "their"])
_GOVERNING = frozenset(["president", "prime-minister", "supreme-leader"])


def current_offices(sentence: Sentence, known: Known) -> set[str]:
    """Ids of the offices of a person at the date of the sentence, by the tables; else those the document gives."""
    person = sentence.article.gazetteer.by_id.get(known.actor.id)
    if person is not None and sentence.when is not None and sentence.when.start is not None:
        held = set(sentence.article.gazetteer.names.offices_on(person, sentence.when.start))
        if held:
            return held
    return known.offices


def read_counterpart(sentence: Sentence, p: int) -> int | None:
    """ "His Chinese counterpart (Wang Yi)", "Kishida's South Korean counterpart": the same office of another state."""
    q = p + (sentence.word(p) in _POSSESSIVE)
    owners = parse_owners(sentence.article, q, sentence.j, sentence.named)
    q = owners[-1].j if owners else q
    if q == p or sentence.word(q) not in ("counterpart", "counterparts"):
        return None
    speakers = tuple(owner.actor for owner in owners if owner.actor is not None)
    countries = tuple(actor.country for actor in speakers if actor.country)
    name = parse_name(sentence.article, q + 1 + (sentence.word(q + 1) == ","), sentence.j)
    if name is not None and sentence.word(q) == "counterpart":
        found = identify(sentence.article, sentence.discourse, name, None, countries, sentence.when)
        if found.known is not None:
            return sentence.emit(p, name.j, (found.known.actor,), Form.NAME, "counterpart", found.known.level)
    if parse_titled(sentence, q + 1 + (sentence.word(q + 1) == ",")) is not None:
        return q + 1  # "his counterpart, Prime Minister ...": the name that follows is the mention
    if name is not None and _names_someone(sentence, name):
        return q + 1  # "their counterparts Wang Yi and Penny Wong"
    if not owners and _is_behind_person(sentence, p):
        return q + 1  # "Wang Yi, his counterpart, ...": the name before is the mention
    if sentence.word(q) == "counterparts" and len(speakers) == 1:
        several = _all_counterparts(sentence, p, speakers[0])
        if several:
            return sentence.emit(p, q + 1, several, Form.ANAPHOR, "counterpart", _common_level(sentence, several))
    antecedent = find_one(sentence, is_person)
    if not antecedent.actors or not countries:
        return sentence.emit(
            p, q + 1, (), Form.ANAPHOR, "counterpart", None, antecedent.candidates, "no office to find it by"
        )
    known = sentence.discourse.people.get(antecedent.actors[0].id)
    if known is None:
        return sentence.emit(p, q + 1, (), Form.ANAPHOR, "counterpart", None, (), "no office to find it by")
    return _emit_counterparts(sentence, p, q + 1, known, speakers)


def _names_someone(sentence: Sentence, name: NameSpan) -> bool:
    """Whether a name behind the word is that of a person whom the tables or the document know."""
    found = identify(sentence.article, sentence.discourse, name, None, (), sentence.when)
    return found.known is not None or bool(found.candidates)


def _is_behind_person(sentence: Sentence, p: int) -> bool:
    """Whether only a comma parts token ``p`` from a person named before it."""
    seen = sentence.discourse.seen
    if sentence.word(p - 1) != "," or not seen or seen[-1].sentence != sentence.number:
        return False
    last = seen[-1]
    return last.j == p - 1 and last.mention.form is Form.NAME and is_single(last, is_person)


def _all_counterparts(sentence: Sentence, p: int, speaker: Actor) -> tuple[Actor, ...]:
    """ "Blinken, Austin and their Japanese counterparts": for each person named together the one of that office."""
    for number in (sentence.number, sentence.number - 1):
        group = _listed_before(sentence, p) if number == sentence.number else []
        if not group:
            here = [one for one in of_sentence(sentence.discourse, number) if is_single(one, is_person)]
            groups = [some for some in joined_groups(here) if len(some) > 1]
            group = groups[0] if len(groups) == 1 else []
        if not group:
            continue
        people = [sentence.discourse.people.get(one.mention.actors[0].id) for one in group]
        found = [_counterpart(sentence, known, speaker) for known in people if known is not None]
        if len(found) == len(group) and None not in found:
            return tuple(dict.fromkeys(actor for actor in found if actor is not None))
        return ()
    return ()


def _listed_before(sentence: Sentence, p: int) -> list[Seen]:
    """The people of the list that "and their counterparts" at token ``p`` ends."""
    group: list[Seen] = []
    at = p - 1 - (sentence.word(p - 2) == ",")
    if sentence.word(p - 1) != "and":
        return []
    for one in reversed(of_sentence(sentence.discourse, sentence.number)):
        if one.j != at or not is_single(one, is_person):
            break
        group.insert(0, one)
        at = one.i - 1
        if one.link != ",":
            break
    return group


def _common_level(sentence: Sentence, actors: tuple[Actor, ...]) -> Level | None:
    """The level that all have; None where they differ or one is not known."""
    day = sentence.when.start if sentence.when is not None else None
    gazetteer = sentence.article.gazetteer
    levels = {
        level_on(gazetteer, gazetteer.by_id[actor.id], day) if actor.id in gazetteer.by_id else None for actor in actors
    }
    return levels.pop() if len(levels) == 1 else None


def _emit_counterparts(sentence: Sentence, i: int, j: int, known: Known, speakers: tuple[Actor, ...]) -> int:
    actors = [actor for speaker in speakers if (actor := _counterpart(sentence, known, speaker)) is not None]
    if not actors:
        return sentence.emit(i, j, (), Form.ANAPHOR, "counterpart", known.level, (), "no office to find it by")
    return sentence.emit(i, j, tuple(actors), Form.ANAPHOR, "counterpart", known.level)


def _counterpart(sentence: Sentence, known: Known, speaker: Actor) -> Actor | None:
    """Who holds in another state the office that a person holds here; of leaders, the one who governs there."""
    gazetteer = sentence.article.gazetteer
    held = {row.id: row for row in gazetteer.offices if row.id in current_offices(sentence, known)}
    own = [row for row in held.values() if row.level is known.level] or list(held.values())
    there = [row for row in own if gazetteer.names.known(speaker.id, row.id)]
    if not there and known.level is Level.LEADER:
        there = [row for row in gazetteer.offices if row.id in _GOVERNING and gazetteer.names.known(speaker.id, row.id)]
    offices = list({row.id: office_actor(speaker, row) for row in there or own}.values())
    resolved = [resolve_office_by(gazetteer, office, sentence.when) for office in offices]
    people = {actor.id: actor for actor, office in zip(resolved, offices, strict=True) if actor is not office}
    if len(people) == 1:
        return next(iter(people.values()))
    return offices[0] if len(offices) == 1 and not people else None
