"""People in other people's data: who of our tables of office holders a name is, and for whom they act on a day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from detente.actors import party_of_id
from detente.knowledge.holders import Person, holders, possible_spans, split_by_party

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "ben"})
# Spellings of one sound that romanisations differ in.
_SOUNDS = (
    ("ph", "f"),
    ("y", "i"),
    ("j", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("kh", "k"),
    ("o", "u"),
)
_DOUBLED = re.compile(r"(.)\1")


def party_of_person(name: str, day: dt.date) -> str | None:
    """The party that a person acts for on a day.

    Args:
        name: "Sergey Viktorovich Lavrov", "Ma Ying Jeou".
        day: the day of the event.

    Returns:
        The organisation whose office the person holds that day; else the person's state. None where no holder, or
        more than one, has that name.
    """
    people = _people(name)
    if len(people) != 1:
        return None
    person = people[0]
    for part in split_by_party(person):
        if part.country.startswith("org:") and any(
            span and span[0] <= day <= span[1] for span in possible_spans(part.tenures)
        ):
            return party_of_id(part.country)
    return None if person.country.startswith("org:") else person.country


def _people(name: str) -> list[Person]:
    """Who has that name: all its words; or family and given name at its ends, with middle names between."""
    words = _sounds(name)
    if len(words) < 2:
        return []
    same = _by_words().get(tuple(sorted(words)))
    if same:
        return list(same)
    ends = {(words[-1], words[0]), (words[0], words[1])}
    found = {person.id: person for end in ends for person in _by_ends().get(end, ())}
    return list(found.values())


@cache
def _by_words() -> Mapping[tuple[str, ...], tuple[Person, ...]]:
    found: defaultdict[tuple[str, ...], dict[str, Person]] = defaultdict(dict)
    for person in holders():
        for name in (person.name, f"{person.given or ''} {person.family or ''}", *person.aliases):
            words = tuple(sorted(_sounds(name)))
            if len(words) > 1:
                found[words][person.id] = person
    return {words: tuple(people.values()) for words, people in found.items()}


@cache
def _by_ends() -> Mapping[tuple[str, str], tuple[Person, ...]]:
    """People by family and first given name, where the family name is one word of some length."""
    found: defaultdict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for person in holders():
        family = _sounds(person.family or "")
        if len(family) != 1 or len(family[0]) < 4:
            continue
        for name in (person.given or "", *person.aliases):
            given = [word for word in _sounds(name) if word != family[0]]
            if given and len(given[0]) > 2:
                found[family[0], given[0]][person.id] = person
    return {ends: tuple(people.values()) for ends, people in found.items()}


def _sounds(name: str) -> list[str]:
    """The words of a name as they sound, without particles."""
    text = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    words = [word for word in _WORD.findall(plain) if word not in _PARTICLES]
    return [_sound(word) for word in words]


def _sound(word: str) -> str:
    for spelled, sounds in _SOUNDS:
        word = word.replace(spelled, sounds)
    return _DOUBLED.sub(r"\1", word)
