"""The words of a name that say what kind of actor it names, and nothing of who it is."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.actors.people import full_names
from detente.knowledge.agents import agents
from detente.knowledge.companies import companies
from detente.knowledge.holders import holders
from detente.knowledge.offices import offices
from detente.knowledge.states import states

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_DROPPED = frozenset("the a an its their his her this that these those of and for in on at to by with from".split())
_PARTICLES = frozenset("al bin bint da de del den der di dos du el e ibn la le los ul van von y zu".split())
_NEVER_KINDS = frozenset("us may will mark white house central new".split())  # capitalised, they are parts of names
MOST_KINDS = 8  # words, from the first: what comes later tells more of the deed than of the actor


def kind_words(text: str) -> str:
    """The words of a name that say what kind of actor it names: "president" of "Kenyan President William Ruto".

    Names of states, companies and people in our tables leave nothing, nor do their adjectives; of other names the
    nouns of agents and offices stay ("court", "party"), and what is written in lower case.
    """
    words = _WORD.findall(_INITIALS.sub(" ", text))
    kept = [word.lower() for word in _without_names(words) if _says_a_kind(word)]
    return " ".join(kept[:MOST_KINDS])


def _says_a_kind(word: str) -> bool:
    lower = word.lower()
    if lower in _DROPPED or lower in _PARTICLES or word[0].isdigit() or (word.isupper() and len(word) > 1):
        return False
    return word.islower() or lower in _kinds()


@functools.cache
def _kinds() -> frozenset[str]:
    """Words of the nouns of agents, and of the offices that any state may have, but no names of states."""
    names = [name for agent in agents().values() for name in (agent.lemma, agent.plural or "")]
    names += [name for office in offices() if not office.countries for name in office.names]
    words = frozenset(word for name in names for word in _WORD.findall(name))
    return words - {name.lower() for name in _names_of_states()} - _DROPPED - _NEVER_KINDS


def _names_of_states() -> Iterator[str]:
    for state in states().values():
        yield from (*state.names, *state.case_names, *state.adjectives, *state.nouns)


@functools.cache
def _known_names() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Names in our tables, as words in lower case, by the key of their first word; the longest first."""
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in _all_names():
        words = _WORD.findall(_INITIALS.sub(" ", name))
        if words:
            names[_key(words[0])].add(tuple(map(_bare, words)))
    return {first: sorted(some, key=len, reverse=True) for first, some in names.items()}


def _all_names() -> Iterable[str]:
    yield from _names_of_states()
    for company in companies().values():
        yield from (company.name, *company.aliases)
    for person in holders():
        yield from full_names(person)


def _without_names(words: Sequence[str]) -> Iterator[str]:
    """The words that are no part of a name in our tables."""
    bare = [_bare(word) for word in words]
    at = 0
    while at < len(words):
        names = _known_names().get(_key(words[at]), ())
        length = next((len(name) for name in names if tuple(bare[at : at + len(name)]) == name), 0)
        if not length:
            yield words[at]
        at += length or 1


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower())


def _key(word: str) -> str:
    """A name is one only with the first letter as our tables have it, large or small: "Apple", "adidas"."""
    return word[0] + _bare(word)[1:]
