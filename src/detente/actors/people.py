"""Names of people we know: the orders and spellings they are written in, and who held an office when."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.actors.tokens import tokenize
from detente.knowledge.holders import Person, Tenure, possible_spans

_GENERATION = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")
_INITIALS = re.compile(r"(?:\b[A-Z]\. ?){1,4}")


class Names:
    """People by surname and by short name, and by the office they held.

    Args:
        people: all the people known.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._short: dict[str, list[Person]] = defaultdict(list)
        held: dict[tuple[str, str], list[tuple[Tenure, Person]]] = defaultdict(list)
        for person in people:
            for name in short_names(person):
                if person not in self._short[name]:
                    self._short[name].append(person)
            for tenure in person.tenures:
                held[person.country, tenure.office].append((tenure, person))
        self._held: dict[tuple[str, str], list[tuple[dt.date, dt.date, Person]]] = {}
        for key, pairs in held.items():
            spans = possible_spans([tenure for tenure, _ in pairs])
            self._held[key] = [
                (*span, person) for span, (_, person) in zip(spans, pairs, strict=True) if span is not None
            ]

    def by_short(self, name: str) -> tuple[Person, ...]:
        """People whom the press calls by that name alone; ``name`` in lower case, without accents."""
        return tuple(self._short.get(name, ()))

    def holders(self, country: str, office: str, start: dt.date, end: dt.date) -> tuple[Person, ...]:
        """Everyone who can have held an office on some day from ``start`` to ``end``."""
        found: dict[str, Person] = {}
        for first, last, person in self._held.get((country, office), ()):
            if first <= end and start <= last:
                found.setdefault(person.id, person)
        return tuple(found.values())

    def known(self, country: str, office: str) -> bool:
        """Whether the tables have anyone in that office of a country."""
        return (country, office) in self._held

    def covers(self, person: Person, country: str, office: str, start: dt.date, end: dt.date) -> bool:
        """Whether one tenure of the person runs from ``start`` to ``end``."""
        return any(
            first <= start and end <= last and other is person
            for first, last, other in self._held.get((country, office), ())
        )

    def offices_on(self, person: Person, day: dt.date) -> tuple[str, ...]:
        """Ids of the offices that a person can have held on a day."""
        found = []
        for tenure in person.tenures:
            spans = self._held.get((person.country, tenure.office), ())
            if any(other is person and first <= day <= last for first, last, other in spans):
                found.append(tenure.office)
        return tuple(dict.fromkeys(found))


def full_names(person: Person) -> Iterator[str]:
    """The ways a person's whole name is written: both orders; given names with hyphen, space, or as one word."""
    aliases = (alias for alias in person.aliases if len(alias.split()) > 1)
    names = [_GENERATION.sub("", name) for name in (person.name, *aliases)]
    seen: set[str] = set()
    for name in names:
        for order in _orders(name, person.family):
            for form in _spellings(order):
                if form not in seen:
                    seen.add(form)
                    yield form


def short_names(person: Person) -> Iterator[str]:
    """What a person is called by alone, in lower case without accents: surname, or an alias of one word."""
    if person.family:
        yield _folded(person.family)
    for alias in person.aliases:
        if len(alias.split()) == 1 or (person.family is None and len(alias.split()) < len(person.name.split())):
            yield _folded(alias)
    if person.family is None and len(person.name.split()) == 1:
        yield _folded(person.name)


def _orders(name: str, family: str | None) -> Iterator[str]:
    yield name
    words = name.split()
    if family is None or len(words) < 2:
        return
    own = family.split()
    if words[: len(own)] == own and len(words) > len(own):
        yield " ".join((*words[len(own) :], *own))
    elif words[-len(own) :] == own and len(words) > len(own):
        yield " ".join((*own, *words[: -len(own)]))


def _spellings(name: str) -> Iterator[str]:
    yield name
    if name.endswith("."):
        yield name[:-1]
    if _INITIALS.search(name):
        yield _INITIALS.sub(lambda match: re.sub(r"[. ]", "", match.group()) + " ", name)
        yield _INITIALS.sub(lambda match: match.group().replace(" ", "") + " ", name)
    words = name.split()
    for k, word in enumerate(words):
        first, hyphen, second = word.partition("-")
        if hyphen and first and second:
            yield " ".join((*words[:k], first, second, *words[k + 1 :]))
            yield " ".join((*words[:k], first + second.lower(), *words[k + 1 :]))
    if len(words) == 3 and all(len(word) <= 6 and word.isalpha() for word in words):
        yield f"{words[0]} {words[1]}-{words[2]}"
        yield f"{words[0]}-{words[1]} {words[2]}"


def _folded(name: str) -> str:
    return " ".join(tokenize(name).folded)
