"""People whom only this document tells of, learned from the title they stand with."""

from __future__ import annotations

from detente.actors.discourse import Known
from detente.actors.making import learned_person
from detente.actors.names import NameSpan
from detente.actors.office_phrases import OfficePhrase
from detente.actors.sentence import Sentence
from detente.records import Actor


def learn_person(
    sentence: Sentence,
    name: NameSpan,
    speakers: tuple[Actor, ...],
    countries: tuple[str, ...],
    office: OfficePhrase,
    sector: str | None = None,
) -> Known:
    """Take a new name into the document's people.

    Args:
        sentence: where the name stands.
        name: the name.
        speakers: the states or organisations that the title speaks for.
        countries: the countries that it can speak for.
        office: the title.
        sector: the sector of the person, where it isn't that of the title.
    """
    discourse = sentence.discourse
    owner = next((actor for actor in speakers if actor.country is None), None)
    country = _country(sentence, tuple(code for code in countries if ":" not in code), office)
    written = " ".join(sentence.article.tokens.quote(name.i, name.j).split())
    known = discourse.meet(learned_person(written, owner, country, sector or office.sector(country)))
    words = name.words(sentence.article)
    if len(words) > 1:
        discourse.full[words] = known.actor.id
        discourse.full.setdefault(tuple(sorted(words)), known.actor.id)
        known.shorts.update(_shorts(words))
    known.shorts.add(" ".join(words))
    return known


def _shorts(words: tuple[str, ...]) -> set[str]:
    """The short names that a text may use later: first or last word, and the last two ("da Silva")."""
    shorts = {words[-1], words[0]}
    if len(words) > 2:
        shorts.add(" ".join(words[-2:]))
    return shorts


def _country(sentence: Sentence, countries: tuple[str, ...], office: OfficePhrase) -> str | None:
    if len(countries) == 1:
        return countries[0]
    if countries:
        return sentence.discourse.likeliest(countries)
    special = {code for row in office.offices for code in row.countries}
    general = any(not row.countries for row in office.offices)
    if not general and not office.titles:
        return sentence.discourse.likeliest(tuple(special))
    return None
