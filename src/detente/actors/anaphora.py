"""Pronouns and noun phrases that stand for what the document last named. Sparse is better than wrong."""

from __future__ import annotations

from dataclasses import replace

from detente.actors.antecedents import (
    Antecedent,
    find_government,
    find_object,
    find_one,
    find_only,
    find_other_state,
    find_plural,
    find_possessor,
    find_several,
    find_states,
    find_subject,
    find_together,
    is_body,
    is_organisation,
    is_state,
    only_state,
)
from detente.actors.discourse import Known, Seen, is_person
from detente.actors.gazetteer import Kind
from detente.actors.identify import identify, resolve_office_by
from detente.actors.making import group_actor, office_actor, party_of, state_actor
from detente.actors.names import parse_name
from detente.actors.office_phrases import parse_office
from detente.actors.owners import parse_owners
from detente.actors.person_phrases import parse_titled
from detente.actors.sentence import Sentence
from detente.actors.words import AUXILIARIES, COMPANY_NOUNS, FUNCTION
from detente.knowledge.agents import Agent
from detente.records import Actor, Form, Level

_HE = frozenset(["he", "she", "him", "her", "his"])
_IT = frozenset(["it", "its"])
_THEY = frozenset(["they", "them", "their"])
ANAPHORS = _HE | _IT | _THEY | {"both", "these", "those", "that", "this"}
_POSSESSIVE = frozenset(["his", "her", "its", "their"])
_EXPLETIVE = frozenset(
    [
        "is",
        "was",
        "be",
        "been",
        "will",
        "would",
        "'s",
        "seems",
        "seemed",
        "appears",
        "appeared",
        "remains",
        "remained",
        "becomes",
        "became",
        "makes",
        "made",
        "takes",
        "took",
        "may",
        "might",
        "can",
        "could",
        "should",
        "has",
        "clear",
        "possible",
        "important",
    ]
)
_DUMMY = frozenset(
    ["make", "makes", "made", "making", "find", "finds", "found", "finding", "think", "thinks", "thought"]
)
_CLAUSE_OPENERS = frozenset(
    [
        "after",
        "before",
        "until",
        "once",
        "unless",
        "since",
        ",",
        ";",
        ":",
        "that",
        "if",
        "because",
        "and",
        "but",
        "as",
        "when",
        "while",
        "since",
        "although",
        "though",
        "hand",
        "and",
        "whether",
        "where",
        "what",
        "-",
        "—",
        "said",
    ]
)
_GOVERNING = frozenset(["president", "prime-minister", "supreme-leader"])
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_STATES = frozenset(
    [
        "countries",
        "nations",
        "states",
        "sides",
        "neighbors",
        "neighbours",
        "governments",
        "economies",
        "powers",
        "giants",
        "capitals",
        "parties",
        "peoples",
        "rivals",
        "allies",
    ]
)
_PEOPLE = frozenset(
    [
        "leaders",
        "ministers",
        "presidents",
        "premiers",
        "officials",
        "diplomats",
        "men",
        "chiefs",
        "envoys",
        "statesmen",
    ]
)
_COUNTRY = frozenset(["country", "nation", "kingdom", "republic"])
_BLOC = frozenset(["bloc", "alliance", "grouping", "organization", "organisation"])
_OPENERS = frozenset(
    [
        "during",
        "in",
        "on",
        "after",
        "before",
        "at",
        "with",
        "as",
        "while",
        "since",
        "despite",
        "for",
        "following",
        "by",
        "upon",
        "amid",
        "when",
        "though",
    ]
)


def read_anaphor(sentence: Sentence, p: int) -> int | None:
    """Read an anaphor from token ``p``; the token after, or None where there is none."""
    word = sentence.word(p)
    if word in _HE or word in _IT or word in _THEY:
        return read_counterpart(sentence, p) or _read_pronoun(sentence, p, word)
    if word in ("the", "both", "these", "those", "that", "this"):
        return (
            _read_number(sentence, p)
            or _read_noun(sentence, p)
            or (_read_bare_office(sentence, p) if word == "the" else None)
            or (_read_bare_group(sentence, p) if word == "the" else None)
        )
    return None


def _emit(sentence: Sentence, i: int, j: int, found: Antecedent) -> int:
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


def _read_pronoun(sentence: Sentence, p: int, word: str) -> int | None:
    if word == "him":
        found = find_object(sentence, is_person)
        return _emit(sentence, p, p + 1, found if found.actors or found.candidates else find_one(sentence, is_person))
    if word in _HE:
        return _emit(sentence, p, p + 1, find_one(sentence, is_person))
    if word in _THEY:
        if word == "them" and sentence.word(p - 1) == "of":
            return None
        return _emit(sentence, p, p + 1, find_plural(sentence, p))
    if word == "its" and sentence.word(p + 1) in ("kind", "own") and sentence.word(p - 1) == "of":
        return None
    if word == "it" and (sentence.word(p + 1) in _EXPLETIVE or sentence.word(p - 1) in _DUMMY):
        return None
    if word == "it":
        heads = sentence.word(p - 1) in _CLAUSE_OPENERS or not sentence.word(p - 1)
        return _emit(sentence, p, p + 1, (find_subject if heads else find_object)(sentence, is_body))
    near = _just_before(sentence, p)
    return _emit(sentence, p, p + 1, near or find_possessor(sentence, p))


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


def _read_number(sentence: Sentence, p: int) -> int | None:
    """ "The two countries", "both sides", "the three leaders", "the pair", "the parties"."""
    q = p if sentence.word(p) == "both" else p + 1
    word = sentence.word(q)
    if word in ("parties", "sides", "neighbours", "neighbors") and sentence.word(p) == "the":
        return _emit(sentence, p, q + 1, find_together(sentence))
    if word in ("pair", "duo") and sentence.word(p) == "the":
        return _emit(sentence, p, q + 1, _find_two(sentence))
    number = _NUMBERS.get(word)
    if number is None:
        return None
    for k in range(q + 1, min(q + 5, sentence.j)):
        noun = sentence.word(k)
        if noun in _STATES and sentence.word(k + 1) != "of":
            return _emit(sentence, p, k + 1, find_states(sentence, number))
        if noun in _PEOPLE:
            return _emit(sentence, p, k + 1, find_several(sentence, number, is_person))
        if noun in FUNCTION or not noun[:1].isalpha():
            break
    after = sentence.word(q + 1)
    if word == "two" and sentence.word(p) == "the" and (after in AUXILIARIES or after in ("", ".", ",", "also", "to")):
        return _emit(sentence, p, q + 1, _find_two(sentence))
    return None


def _find_two(sentence: Sentence) -> Antecedent:
    people = find_several(sentence, 2, is_person)
    return people if people.actors else find_states(sentence, 2)


def _read_noun(sentence: Sentence, p: int) -> int | None:
    """ "The country", "the island nation", "the bloc", "the former", "the delegation"."""
    q = p + 1 + (sentence.word(p + 1) in ("island", "communist", "asian", "neighbouring", "neighboring", "landlocked"))
    word = sentence.word(q)
    if word in _COUNTRY or (word == "state" and q > p + 1):
        if sentence.word(q + 1) == "of" or sentence.word(p) == "those":
            return None
        if sentence.word(p) != "the":
            return _emit(sentence, p, q + 1, find_other_state(sentence))
        found = find_only(sentence, is_state)
        if not found.actors and not found.candidates:
            found = only_state(sentence) or found
        return _emit(sentence, p, q + 1, found)
    if word in _BLOC and sentence.word(p) in ("the", "this", "that") and sentence.word(q + 1) != "of":
        return _emit(sentence, p, q + 1, find_one(sentence, is_organisation))
    if word in ("former", "latter") and sentence.word(p) == "the":
        return _read_former(sentence, p)
    if word == "delegation" and sentence.word(p) == "the" and sentence.word(q + 1) != "of":
        found = find_one(sentence, is_person)
        state = sentence.article.gazetteer.states.get(party_of(found.actors[0]) or "") if found.actors else None
        if state is None:
            return None
        return _emit(sentence, p, q + 1, Antecedent((group_actor(state_actor(state), "delegation", "GOV"),)))
    return None


def _read_former(sentence: Sentence, p: int) -> int | None:
    after = sentence.word(p + 2)
    if after and after not in AUXILIARIES and after not in (".", ",", "'s", ";"):
        return None
    pair = find_several(sentence, 2, is_person)
    pair = pair if pair.actors else find_states(sentence, 2)
    if not pair.actors:
        return None
    return _emit(sentence, p, p + 2, Antecedent((pair.actors[0 if sentence.word(p + 1) == "former" else 1],)))


def _read_bare_office(sentence: Sentence, p: int) -> int | None:
    """ "The prime minister": whoever in this document last was named with that title."""
    office = parse_office(sentence.article, p + 1, sentence.j)
    if office is None or office.plural or office.tail.j != office.j or office.bodies:
        return None
    if office.tail.bodies or office.tail.states or sentence.word(office.j) in ("of", "for", "-"):
        return None
    ids = {row.id for row in office.offices}
    names = {title.name for title in office.titles}
    fitting = {
        actor.id: actor
        for seen in sentence.discourse.recent(sentence.number, 6)
        for actor in seen.mention.actors
        if _answers(sentence, actor, ids, names)
    }
    if len(fitting) == 1:
        return _emit(sentence, p, office.j, Antecedent(tuple(fitting.values())))
    if fitting:
        return _emit(sentence, p, office.j, Antecedent((), tuple(fitting), "several holders of that title near"))
    if not any(row.level is not Level.OTHER for row in office.offices):
        sentence.leave("a title without name or country")
        return office.j
    return _emit(sentence, p, office.j, Antecedent((), (), "no holder of that title named before"))


def _answers(sentence: Sentence, actor: Actor, ids: set[str], names: set[str]) -> bool:
    known = sentence.discourse.people.get(actor.id)
    if known is None:
        return actor.id.rpartition(":")[2] in ids and ":office:" in actor.id
    if known.former:
        return False
    if current_offices(sentence, known) & ids or known.titles & names:
        return True
    return ("minister" in names and known.level is Level.MINISTER) or (
        "leader" in names and known.level is Level.LEADER
    )


def current_offices(sentence: Sentence, known: Known) -> set[str]:
    """Ids of the offices of a person at the date of the sentence, by the tables; else those the document gives."""
    person = sentence.article.gazetteer.by_id.get(known.actor.id)
    if person is not None and sentence.when is not None and sentence.when.start is not None:
        held = set(sentence.article.gazetteer.names.offices_on(person, sentence.when.start))
        if held:
            return held
    return known.offices


def _read_bare_group(sentence: Sentence, p: int) -> int | None:
    """ "The ministry", "the government": the one last named."""
    core = sentence.article.core(p + 1, Kind.AGENT)
    if core is None or sentence.article.core(core.j, Kind.AGENT, Kind.OFFICE) is not None:
        return None
    agent = next(entry.what for entry in core.of(Kind.AGENT) if isinstance(entry.what, Agent))
    if agent.lemma in COMPANY_NOUNS:
        return None
    for seen in reversed(sentence.discourse.recent(sentence.number, 4)):
        for actor in seen.mention.actors:
            if ":group:" in actor.id and actor.id.endswith(agent.lemma.replace(" ", "-")):
                return _emit(sentence, p, core.j, Antecedent((actor,)))
    if agent.lemma == "government":
        return _emit(sentence, p, core.j, find_government(sentence))
    return None


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
    antecedent = find_one(sentence, is_person)
    if not antecedent.actors or not countries:
        return sentence.emit(
            p, q + 1, (), Form.ANAPHOR, "counterpart", None, antecedent.candidates, "no office to find it by"
        )
    known = sentence.discourse.people.get(antecedent.actors[0].id)
    if known is None:
        return sentence.emit(p, q + 1, (), Form.ANAPHOR, "counterpart", None, (), "no office to find it by")
    return _emit_counterparts(sentence, p, q + 1, known, speakers)


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


def resolve_cataphora(sentence: Sentence) -> None:
    """Give "his" in "During his visit to China, Lula met ..." the person whom the main clause begins with."""
    seen = sentence.discourse.seen
    if sentence.word(sentence.i) not in _OPENERS:
        return
    comma = next((p for p in range(sentence.i, sentence.j) if sentence.word(p) == ","), None)
    if comma is None:
        return
    subject = next((one for one in seen if one.sentence == sentence.number and one.i > comma), None)
    if subject is None or subject.i > comma + 1 or not _singular_person(subject):
        return
    for number, one in enumerate(seen):
        if one.sentence != sentence.number or one.i > comma:
            continue
        if _singular_person(one) and one.mention.form is not Form.ANAPHOR:
            return
        if one.mention.form is Form.ANAPHOR and one.mention.text.lower() in _HE:
            mention = replace(
                one.mention,
                actors=subject.mention.actors,
                level=subject.mention.level,
                candidates=(),
                reason=None,
            )
            seen[number] = replace(one, mention=mention)


def _singular_person(one: Seen) -> bool:
    return len(one.mention.actors) == 1 and is_person(one.mention.actors[0])
