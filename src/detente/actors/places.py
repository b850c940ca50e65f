"""Places named in a text: cities, regions and sites, for the place of an event."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from detente.actors.gazetteer import Kind, gazetteer
from detente.actors.tokens import tokenize
from detente.errors import UnknownActor
from detente.knowledge.states import State, find_state, states
from detente.records import Span

_SITES = (Kind.PLACE, Kind.METONYM)


def find_places(text: str, span: Span | None = None) -> list[tuple[Span, str, str]]:
    """Cities, regions and sites named in a text.

    Args:
        text: the text.
        span: the part of it to look at; the whole where it is missing.

    Returns:
        Span in ``text``, name as written, and the alpha-3 code of the country, in order. Places of several
        countries of the same name are left out.
    """
    offset = span.start if span is not None else 0
    found = _places_in(span.of(text) if span is not None else text)
    return [(here.shifted(offset), name, country) for here, name, country in found]


@lru_cache(maxsize=512)  # the sentences of an article, which coder and ledgers ask for in turn
def _places_in(text: str) -> tuple[tuple[Span, str, str], ...]:
    tokens = tokenize(text)
    found = []
    for core in gazetteer().match(tokens):
        countries = {e.what.id for e in core.entries if e.kind in _SITES and isinstance(e.what, State)}
        if len(countries) == 1 and core.entries[0].kind in _SITES:
            found.append((tokens.span(core.i, core.j), tokens.quote(core.i, core.j), countries.pop()))
    return tuple(found)


def country_of_place(name: str) -> str | None:
    """Alpha-3 code of the country that a place lies in, or that it is; None where that is not known."""
    country = _sites().get(name.removeprefix("the ").casefold())
    if country is not None:
        return country
    try:
        return find_state(name).id
    except UnknownActor:
        return None


@cache
def _sites() -> Mapping[str, str | None]:
    """Today's countries by the names of their sites, without the gazetteer, which takes a second to make.

    None where several have a site of that name.
    """
    found: dict[str, str | None] = {}
    for state in (one for one in states().values() if one.valid_until is None):
        for name in {*(place.name for place in state.places), *(metonym.text for metonym in state.metonyms)}:
            key = name.removeprefix("the ").casefold()
            found[key] = state.id if found.get(key, state.id) == state.id else None
    return found
