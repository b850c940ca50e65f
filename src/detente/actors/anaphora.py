"""Noun phrases and pronouns that stand for what the document last named. Sparse is better than wrong."""

from __future__ import annotations

from detente.actors.antecedents import (
    find_government,
    find_one,
    find_only,
    find_other_state,
    find_place,
    only_state,
)
from detente.actors.counterparts import current_offices, read_counterpart
from detente.actors.discourse import is_person
from detente.actors.gazetteer import Kind
from detente.actors.making import group_actor, party_of, state_actor
from detente.actors.named_members import names_follow
from detente.actors.nearby import Antecedent, is_organisation, is_single, is_state, of_sentence
from detente.actors.office_phrases import parse_office
from detente.actors.plural_antecedents import (
    find_holders,
    find_leaders,
    find_people,
    find_several,
    find_states,
    find_together,
)
from detente.actors.pronouns import emit_anaphor, read_pronoun
from detente.actors.sentence import Sentence
from detente.actors.words import AUXILIARIES, COMPANY_NOUNS, FUNCTION, HE, IT, THEY, words_of
from detente.knowledge.agents import Agent
from detente.records import Actor, Level

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_STATES = words_of(
    """countries nations states sides neighbors neighbours governments economies powers giants capitals
    parties peoples rivals allies"""
)
_LEADERS = frozenset(["leaders", "presidents", "premiers"])
_NOT_OF_STATES = words_of(
    "party religious local union business world european african asian arab military former community"
)
_MINISTERIAL = words_of("prime foreign defence defense trade finance")
_PEOPLE = words_of("ministers officials diplomats men chiefs envoys statesmen")
# Said of those who deal with each other, and seldom of states that are only named together.
_SIDES = frozenset(["sides", "parties", "governments", "capitals"])
_DID = words_of(
    """met held spoke shook made took signed began had went came sat wrote gave set put found saw sought told left
    stood got kept ran drew broke fell rose grew won lost"""
)
_TOLD = words_of("urged urge asked pressed invited told warned thanked praised criticised criticized between reminded")
_GOING = words_of("been go goes going went gone fly flew flown travel travels traveled travelled arrived arrive")
_COUNTRY = frozenset(["country", "nation", "kingdom", "republic"])
_BLOC = frozenset(["bloc", "alliance", "grouping", "organization", "organisation"])


def read_anaphor(sentence: Sentence, p: int) -> int | None:
    """Read an anaphor from token ``p``; the token after, or None where there is none."""
    word = sentence.word(p)
    if word == "there" and sentence.word(p - 1) in _GOING:
        return emit_anaphor(sentence, p, p + 1, find_place(sentence))
    if word in HE or word in IT or word in THEY:
        return read_counterpart(sentence, p) or read_pronoun(sentence, p, word)
    if word in ("the", "both", "these", "those", "that", "this"):
        return (
            _read_number(sentence, p)
            or _read_noun(sentence, p)
            or (_read_bare_office(sentence, p) if word == "the" else None)
            or (_read_bare_group(sentence, p) if word == "the" else None)
        )
    return None


def _read_number(sentence: Sentence, p: int) -> int | None:
    """ "The two countries", "both sides", "the three leaders", "the pair", "the parties"."""
    q = p if sentence.word(p) == "both" else p + 1
    word = sentence.word(q)
    if word in ("parties", "sides", "neighbours", "neighbors") and sentence.word(p) == "the":
        return emit_anaphor(sentence, p, q + 1, find_together(sentence))
    if word in ("pair", "duo") and sentence.word(p) == "the":
        return emit_anaphor(sentence, p, q + 1, find_people(sentence, 2))
    number = _NUMBERS.get(word)
    if number is None:
        return _read_leaders(sentence, p)
    for k in range(q + 1, min(q + 5, sentence.j)):
        noun = sentence.word(k)
        if noun in (_STATES | _LEADERS | _PEOPLE) and names_follow(sentence, k + 1, number):
            sentence.leave("a number of parties whose names follow")
            return k + 1
        if noun in _STATES and sentence.word(k + 1) != "of":
            others, people_first = sentence.word(p - 1) in _TOLD, noun in _SIDES
            found = find_states(sentence, number, others, people_first, _mover(sentence, p))
            return emit_anaphor(sentence, p, k + 1, found)
        if noun in _LEADERS:
            return emit_anaphor(sentence, p, k + 1, find_leaders(sentence, number))
        if noun in _PEOPLE:
            return emit_anaphor(sentence, p, k + 1, find_holders(sentence, number, q + 1, k))
        if noun in FUNCTION or not noun[:1].isalpha():
            break
    if sentence.word(p) == "the" and word != "both" and _is_bare(sentence, q + 1):
        return emit_anaphor(sentence, p, q + 1, find_people(sentence, number))
    return None


def _read_leaders(sentence: Sentence, p: int) -> int | None:
    """ "The leaders", "the re-elected presidents", "the foreign ministers": the two last spoken of, where two lead."""
    if sentence.word(p) == "the" and sentence.word(p + 1) in _MINISTERIAL and sentence.word(p + 2) == "ministers":
        holders = find_holders(sentence, 2, p + 1, p + 2)
        ends = sentence.word(p + 3) not in ("of", "from", "and", ",")
        return emit_anaphor(sentence, p, p + 3, holders) if holders.actors and ends else None
    q = p + 1 + (sentence.word(p + 1) not in _LEADERS)
    if sentence.word(p) != "the" or sentence.word(q) not in _LEADERS or sentence.word(q + 1) in ("of", "from", "and"):
        return None
    if q > p + 1 and sentence.word(p + 1) in FUNCTION | _NOT_OF_STATES:
        return None
    if "at" in (sentence.word(k) for k in range(p - 4, p)):
        return None  # "at the forum the leaders agreed": those of its members
    found = find_leaders(sentence, 2)
    return emit_anaphor(sentence, p, q + 1, found) if found.actors else None


def _is_bare(sentence: Sentence, q: int) -> bool:
    """Whether no noun follows a numeral at token ``q``: "The three met", "the two agreed to"."""
    after = sentence.word(q)
    if after in AUXILIARIES or after in _DID or after in ("", ".", ",", ";", "also", "to", "then", "later", "both"):
        return True
    return after.endswith("ed") and (sentence.word(q + 1) in FUNCTION or not sentence.word(q + 1)[:1].isalpha())


def _mover(sentence: Sentence, p: int) -> str | None:
    """The party of whom this sentence says that it went to those that token ``p`` begins to name."""
    if sentence.word(p - 1) not in ("to", "visited", "toured", "visiting", "touring"):
        return None
    people = [
        one for one in of_sentence(sentence.discourse, sentence.number) if is_single(one, is_person) and not one.oblique
    ]
    return party_of(people[-1].mention.actors[0]) if people else None


def _read_noun(sentence: Sentence, p: int) -> int | None:
    """ "The country", "the island nation", "the bloc", "the former", "the delegation"."""
    q = p + 1 + (sentence.word(p + 1) in ("island", "communist", "asian", "neighbouring", "neighboring", "landlocked"))
    word = sentence.word(q)
    if word in _COUNTRY or (word == "state" and q > p + 1):
        if sentence.word(q + 1) == "of" or sentence.word(p) == "those":
            return None
        if sentence.word(p) != "the":
            return emit_anaphor(sentence, p, q + 1, find_other_state(sentence))
        found = find_only(sentence, is_state)
        if not found.actors and not found.candidates:
            found = only_state(sentence) or found
        return emit_anaphor(sentence, p, q + 1, found)
    if word in _BLOC and sentence.word(p) in ("the", "this", "that") and sentence.word(q + 1) != "of":
        return emit_anaphor(sentence, p, q + 1, find_one(sentence, is_organisation))
    if word in ("former", "latter") and sentence.word(p) == "the":
        return _read_former(sentence, p)
    if word == "delegation" and sentence.word(p) == "the" and sentence.word(q + 1) != "of":
        found = find_one(sentence, is_person)
        state = sentence.article.gazetteer.states.get(party_of(found.actors[0]) or "") if found.actors else None
        if state is None:
            return None
        return emit_anaphor(sentence, p, q + 1, Antecedent((group_actor(state_actor(state), "delegation", "GOV"),)))
    return None


def _read_former(sentence: Sentence, p: int) -> int | None:
    after = sentence.word(p + 2)
    if after and after not in AUXILIARIES and after not in (".", ",", "'s", ";"):
        return None
    pair = find_several(sentence, 2, is_person)
    pair = pair if pair.actors else find_states(sentence, 2)
    if not pair.actors:
        return None
    return emit_anaphor(sentence, p, p + 2, Antecedent((pair.actors[0 if sentence.word(p + 1) == "former" else 1],)))


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
        return emit_anaphor(sentence, p, office.j, Antecedent(tuple(fitting.values())))
    if fitting:
        return emit_anaphor(sentence, p, office.j, Antecedent((), tuple(fitting), "several holders of that title near"))
    if not any(row.level is not Level.OTHER for row in office.offices):
        sentence.leave("a title without name or country")
        return office.j
    return emit_anaphor(sentence, p, office.j, Antecedent((), (), "no holder of that title named before"))


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
                return emit_anaphor(sentence, p, core.j, Antecedent((actor,)))
    if agent.lemma == "government":
        return emit_anaphor(sentence, p, core.j, find_government(sentence))
    return None
