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
_SOUNDS = (("ph", "f"), ("y", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("kh", "k"), ("o", "u"))
_LONG_FAMILY, _SHORT_GIVEN = 4, 2  # "Li" and "Ma" with a given name before or behind are many people's
_DOUBLED = re.compile(r"(.)\1")


def party_of_person(name: str, day: dt.date) -> str | None:
    """The party that a person acts for on a day.

    Args:
        name: "Sergey Viktorovich Lavrov", "Ma Ying Jeou".
        day: the day of the event.

    Returns:
        The party whose office the person holds that day, of two the one begun later. None where no holder, or more
        than one, has that name; and out of office: who has left one may act for another, as envoys do.
    """
    people = _people(name)
    if len(people) != 1:
        return None
    held = [
        (span[0], part.country)
        for part in split_by_party(people[0])
        for span in possible_spans(part.tenures)
        if span and span[0] <= day <= span[1]
    ]
    return party_of_id(max(held)[1]) if held else None


def _people(name: str) -> list[Person]:
    """Who has that name: word for word, in either order; or with middle names that our tables leave out."""
    words = tuple(_sounds(name))
    if len(words) < 2:
        return []
    same = _by_words().get(words)
    if same:
        return list(same)
    found: dict[str, Person] = {}
    for end in ((words[-1], words[0]), (words[0], words[1])):
        found |= {person.id: person for given, person in _by_ends().get(end, ()) if given <= {*words}}
    return list(found.values())


@cache
def _by_words() -> Mapping[tuple[str, ...], tuple[Person, ...]]:
    """People by all words of a name, and by the same with the family name at the other end."""
    found: defaultdict[tuple[str, ...], dict[str, Person]] = defaultdict(dict)
    for person in holders():
        family, given = _sounds(person.family or ""), _sounds(person.given or "")
        for words in (*map(_sounds, (person.name, *person.aliases)), family + given, given + family):
            if len(words) > 1:
                found[tuple(words)][person.id] = person
    return {words: tuple(people.values()) for words, people in found.items()}


@cache
def _by_ends() -> Mapping[tuple[str, str], tuple[tuple[frozenset[str], Person], ...]]:
    """By family name, where it is one word of some length, and first given name: all given names, and the person."""
    found: defaultdict[tuple[str, str], dict[tuple[frozenset[str], str], Person]] = defaultdict(dict)
    for person in holders():
        family = _sounds(person.family or "")
        if len(family) != 1 or len(family[0]) < _LONG_FAMILY:
            continue
        for name in (person.given or "", *person.aliases):
            given = [word for word in _sounds(name) if word != family[0] and len(word) > 1]
            if given and len(given[0]) > _SHORT_GIVEN:
                found[family[0], given[0]][frozenset(given), person.id] = person
    return {ends: tuple((given, one) for (given, _), one in people.items()) for ends, people in found.items()}


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
