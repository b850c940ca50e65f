"""Places named in a text: cities, regions and sites, for the place of an event."""

from __future__ import annotations

from detente.actors.gazetteer import Kind, gazetteer
from detente.actors.tokens import tokenize
from detente.errors import UnknownActor
from detente.knowledge.states import State, find_state
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
    tokens = tokenize(span.of(text) if span is not None else text)
    found = []
    for core in gazetteer().match(tokens):
        countries = {e.what.id for e in core.entries if e.kind in _SITES and isinstance(e.what, State)}
        if len(countries) == 1 and core.entries[0].kind in _SITES:
            here = tokens.span(core.i, core.j)
            found.append((Span(here.start + offset, here.end + offset), tokens.quote(core.i, core.j), countries.pop()))
    return found


def country_of_place(name: str) -> str | None:
    """Alpha-3 code of the country that a place lies in, or that it is; None where that is not known."""
    found = {country for _, _, country in find_places(name)}
    if len(found) == 1:
        return found.pop()
    try:
        return find_state(name).id
    except UnknownActor:
        return None
