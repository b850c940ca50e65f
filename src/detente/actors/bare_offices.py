"""Offices with their country and without a name: the person who held it then, else the office."""

from __future__ import annotations

from detente.actors.identify import level_on, resolve_office_by
from detente.actors.making import group_actor, office_actor, person_actor, state_actor
from detente.actors.office_phrases import OfficePhrase
from detente.actors.sentence import Sentence
from detente.actors.titled import Titled, wording_of
from detente.actors.words import FUNCTION
from detente.records import Actor, Form, Level

_SMALL = 8
_INDEFINITE = frozenset(["no", "any", "every", "each", "another", "neither", "either", "a", "an", "which"])


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


def _is_indefinite(sentence: Sentence, titled: Titled) -> bool:
    """Whether no holder is meant: "no Chinese president", "a sitting US president", "any foreign minister"."""
    if sentence.word(titled.i) in ("a", "an"):
        return True
    for p in (titled.i - 1, titled.i - 2):
        word = sentence.word(p)
        if word in _INDEFINITE:
            return True
        if word in FUNCTION or not word.isalpha() or sentence.article.tokens.capital(p):
            return False
    return False


def emit_leader(sentence: Sentence, titled: Titled) -> int | None:
    """ "The Russian leader": the token after, or None where it is not clear who that is."""
    speakers = titled.speakers()
    leader = _leader_of(sentence, titled, speakers[0]) if len(speakers) == 1 else None
    if leader is None:
        return None
    return sentence.emit(titled.i, titled.office.j, (leader,), Form.OFFICE, wording_of(sentence, titled), Level.LEADER)


def _leader_of(sentence: Sentence, titled: Titled, owner: Actor) -> Actor | None:
    """Who "the Russian leader" is: the leader of the state whom the document named, else the only one in office."""
    gazetteer = sentence.article.gazetteer
    plain = sentence.article.tokens.folded[titled.start : titled.office.j] == ["leader"]
    if not plain or titled.former or owner.id not in gazetteer.states or _is_indefinite(sentence, titled):
        return None
    day = sentence.when.start if sentence.when is not None else None
    named = [
        known.actor
        for known in sentence.discourse.people.values()
        if known.actor.country == owner.id and known.level is Level.LEADER and not known.former
    ]
    if named:
        near = {actor.id for one in sentence.discourse.recent(sentence.number, 3) for actor in one.mention.actors}
        some = [actor for actor in named if actor.id in near] or named
        return some[0] if len(some) == 1 else None
    if day is None:
        return None
    leaders = [p for p in gazetteer.people if p.country == owner.id and level_on(gazetteer, p, day) is Level.LEADER]
    return person_actor(leaders[0]) if len({p.id for p in leaders}) == 1 else None


def _office_of(sentence: Sentence, titled: Titled, owner: Actor, one_each: bool) -> tuple[Actor, bool]:
    """The actor of a title without a name, and whether it is one office and no group."""
    office = titled.office
    rows = office.offices_in(owner.country)
    if not office.unique(sentence.article.gazetteer.held) or _is_indefinite(sentence, titled):
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
