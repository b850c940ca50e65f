"""All matches of a sentence: which triggers relate which slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.arguments import (
    objects,
)
from detente.coding.parse import Parse
from detente.knowledge.frames import adjective_frames, noun_frames

if TYPE_CHECKING:
    from spacy.tokens import Token


from detente.coding.further import further_partners, visits_before
from detente.coding.match import HALF, Match
from detente.coding.noun_phrases import (
    actors_of_noun,
    find_support,
    match_adjective,
    match_noun,
    targets_of_noun,
)
from detente.coding.verb_clauses import (
    actors_of_verb,
    frames_of_verb,
    match_verb,
    object_fits,
    targets_of_verb,
)


def find_matches(parse: Parse) -> list[Match]:
    """All matches of a sentence: of each word the most specific one, words inside another match left out."""
    found = (match for token in parse.doc if token.i not in parse.inside for match in _matches_at(parse, token))
    matches = [one for match in found for one in (match, *further_partners(parse, match), *visits_before(parse, match))]
    used = {token for match in matches for token in match.used}
    return [match for match in matches if match.trigger.i not in used or match.trigger.i in match.used]


def find_half_matches(parse: Parse, source: int | None, target: int | None) -> list[Match]:
    """Frames of which one side stands where it should; the other side is taken on trust."""
    found: list[Match] = []
    for token in parse.doc:
        if token.i in parse.inside or token.pos_ not in ("VERB", "NOUN", "AUX"):
            continue
        verbal = token.pos_ != "NOUN"
        frames = frames_of_verb(token) if verbal else noun_frames().get(token.lemma_.lower(), ())
        for frame in frames:
            if frame.bare or frame.passive:
                continue
            held = [obj for obj in objects(token) if object_fits(obj, frame)] if frame.object else []
            if frame.object and not held:
                continue
            if verbal:
                actors = actors_of_verb(parse, token)
                targets = targets_of_verb(parse, token, frame, held)[0]
            else:
                anchor, lent = find_support(parse, token, frame)
                actors = [*actors_of_noun(parse, token, frame), *lent]
                targets = targets_of_noun(parse, token, frame, anchor)
            acts, suffers = source in actors, target in targets
            if acts or suffers:
                ends = (source if source is not None else -1, target if target is not None else -1)
                confidence = (HALF + 0.05 * bool(frame.object)) * (1 if acts else 0.8) / (1 + 0.1 * _depth(token))
                found.append(Match(frame, token, token, ends[:1], ends[1:], confidence))
    return found


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _matches_at(parse: Parse, token: Token) -> Iterator[Match]:
    if token.pos_ in ("VERB", "AUX"):
        yield from _best(match_verb(parse, token, frame) for frame in frames_of_verb(token))
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _best(match_noun(parse, token, frame) for frame in noun_frames().get(token.lemma_.lower(), ()))
    elif token.pos_ == "ADJ":
        yield from _best(match_adjective(parse, token, frame) for frame in adjective_frames().get(token.lower_, ()))


def _best(matches: Iterator[Match | None]) -> Iterator[Match]:
    """The most specific match: with an object named, then with a preposition, then any."""
    found = [match for match in matches if match is not None]
    if found:
        yield max(
            found,
            key=lambda match: (
                match.frame.joint,
                match.frame.actor_from is not None,
                match.frame.no_clause and match.frame.persons,
                bool(match.frame.object),
                bool(match.frame.near),
                bool(match.frame.prep),
                match.confidence,
            ),
        )
