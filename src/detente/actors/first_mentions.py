"""Surnames before the full name: leaders in office, and the cabinets named after them."""

from __future__ import annotations

from detente.actors.identify import Identity, identify, meet_person, sole_leader
from detente.actors.making import state_actor
from detente.actors.names import NameSpan, parse_name
from detente.actors.sentence import Sentence, skip_premodifiers
from detente.knowledge.holders import Person
from detente.records import Form, Level

_CABINETS = ("administration", "government", "cabinet", "regime")


def first_mention(sentence: Sentence, name: NameSpan, polite: bool) -> Identity:
    """A surname before the document gave the full name: only of a leader in office, or after "Mr" and "Ms"."""
    gazetteer = sentence.article.gazetteer
    short = " ".join(name.words(sentence.article))
    if name.i > sentence.i and sentence.article.unknown_capital(name.i - 1) and not polite:
        return Identity()
    person = sole_leader(gazetteer, short, sentence.when)
    if person is None and polite and sentence.when is not None and sentence.when.start is not None:
        day = sentence.when.start
        serving = [p for p in gazetteer.names.by_short(short) if gazetteer.names.offices_on(p, day)]
        person = serving[0] if len(serving) == 1 else None
    if person is None:
        return Identity()
    return Identity(meet_person(gazetteer, sentence.discourse, person, sentence.when))


def read_cabinet(sentence: Sentence, p: int) -> int | None:
    """ "The Trump administration": the state whose leader it is."""
    q, _ = skip_premodifiers(sentence, p)
    name = parse_name(sentence.article, q, sentence.j)
    if name is None:
        return None
    noun = name.j + sentence.article.clitic(name.j)
    if sentence.word(noun) not in _CABINETS:
        return None
    found = identify(sentence.article, sentence.discourse, name, None, (), sentence.when)
    if found.known is None and not found.candidates:
        found = first_mention(sentence, name, polite=False)
    if found.known is None:
        person = _only_leader_ever(sentence, name)
        if person is not None:
            found = Identity(meet_person(sentence.article.gazetteer, sentence.discourse, person, sentence.when))
    if found.known is None or found.known.actor.country not in sentence.article.gazetteer.states:
        return None
    state = sentence.article.gazetteer.states[found.known.actor.country]
    return sentence.emit(p, noun + 1, (state_actor(state),), Form.GROUP)


def _only_leader_ever(sentence: Sentence, name: NameSpan) -> Person | None:
    """The only person of that surname who ever led a state, for "the Abe cabinet" in an article of later years."""
    gazetteer = sentence.article.gazetteer
    short = " ".join(name.words(sentence.article))
    offices = {row.id for row in gazetteer.offices if row.level is Level.LEADER}
    people = [p for p in gazetteer.names.by_short(short) if any(t.office in offices for t in p.tenures)]
    return people[0] if len(people) == 1 else None
