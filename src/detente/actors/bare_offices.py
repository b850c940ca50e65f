"""Offices with their country and without a name: the person who held it then, else the office."""

from __future__ import annotations

from detente.actors.identify import resolve_office_by
from detente.actors.making import group_actor, office_actor, state_actor
from detente.actors.office_phrases import OfficePhrase
from detente.actors.sentence import Sentence
from detente.actors.titled import Titled, wording_of
from detente.records import Actor, Form, Level

_SMALL = 8


def emit_office(sentence: Sentence, titled: Titled) -> int:
    """An office without a name: the person who held it then, else the office."""
    office = titled.office
    speakers = titled.speakers()
    wording = wording_of(sentence, titled)
    unclear = tuple(code for owner in titled.owners for code in owner.candidates)
    if unclear:
        return sentence.emit(
            titled.i,
            office.j,
            (),
            Form.OFFICE,
            wording,
            office.level(None),
            unclear,
            "several states of that name",
        )
    actors: list[Actor] = []
    form = Form.OFFICE
    for speaker in speakers:
        for owner in _members(sentence, speaker, office):
            actor, named = _office_of(sentence, titled, owner, len(speakers) > 1 or owner is not speaker)
            form = form if named else Form.GROUP
            actors.append(actor)
    level = Level.OTHER if titled.former else office.level(speakers[0].country if speakers else None)
    return sentence.emit(titled.i, office.j, tuple(dict.fromkeys(actors)), form, wording, level)


def _members(sentence: Sentence, speaker: Actor, office: OfficePhrase) -> tuple[Actor, ...]:
    """The member states whose ministers a plural title of a small bloc means."""
    org = sentence.article.gazetteer.organisations.get(speaker.id)
    if org is None or not office.plural or sentence.when is None or sentence.when.start is None:
        return (speaker,)
    members = org.members_on(sentence.when.start)
    if not 0 < len(members) <= _SMALL:
        return (speaker,)
    states = sentence.article.gazetteer.states
    return tuple(state_actor(states[code]) for code in members if code in states)


def _office_of(sentence: Sentence, titled: Titled, owner: Actor, one_each: bool) -> tuple[Actor, bool]:
    """The actor of a title without a name, and whether it is one office and no group."""
    office = titled.office
    rows = office.offices_in(owner.country)
    if not office.unique(sentence.article.gazetteer.held) or sentence.word(titled.i) in ("a", "an"):
        rows = ()
    end = office.head_end if office.tail.closed else office.j
    plain = " ".join(sentence.article.tokens.folded[titled.start : end])
    if titled.former:
        return group_actor(owner, f"former {plain}".replace("former former", "former"), office.sector(None)), False
    if not rows or (office.plural and not one_each):
        return group_actor(owner, plain, office.sector(owner.country)), not office.plural
    actors = [office_actor(owner, row) for row in rows]
    resolved = [resolve_office_by(sentence.article.gazetteer, actor, sentence.when) for actor in actors]
    people = [actor for actor in resolved if actor not in actors]
    return (people or actors)[0], True
