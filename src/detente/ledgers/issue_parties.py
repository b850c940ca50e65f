"""Who contests an issue: those of its list whom a sentence names or is about, or the two that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from detente.actors import party_of
from detente.knowledge.issues import Issue
from detente.knowledge.states import states
from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeReport


def chief_pair(sentences: Sequence[ReadSentence]) -> tuple[str, ...]:
    """The two states that most sentences are about."""
    pairs = Counter(pair for sentence in sentences if (pair := pair_of(sentence)))
    return next((pair for pair, _ in pairs.most_common(1)), ())


def parties_of(
    sentence: ReadSentence, issue: Issue, earlier: Sequence[DisputeReport], chief: tuple[str, ...]
) -> tuple[str, ...]:
    """Who contests an issue of the list.

    Those whom the sentence names; else those whom it is about; else those who did when the issue was named last; else
    those whom the article is about.
    """
    if not issue.camps:
        return pair_of(sentence)
    named = _named_in(sentence)
    return (
        parties_to(issue, named)
        or parties_to(issue, {*named, *sentence.about})
        or next((one.parties for one in reversed(earlier) if one.issue == issue.id), ())
        or parties_to(issue, {*named, *chief})
    )


def pair_of(sentence: ReadSentence) -> tuple[str, ...]:
    """The two states that a sentence is about; none where they are more or fewer."""
    found = states_among(sentence.about)
    return found if len(found) == 2 else ()


def states_among(parties: Sequence[str]) -> tuple[str, ...]:
    """The states among some parties, with the European Union; all of them where those are fewer than two."""
    found = tuple(party for party in parties if party in states() or party == "EU")
    return found if len(found) > 1 else tuple(parties)


def _named_in(sentence: ReadSentence) -> set[str]:
    return {party for one in sentence.mentions for actor in one.actors if (party := party_of(actor))}


def parties_to(issue: Issue, named: Collection[str]) -> tuple[str, ...]:
    """The parties to an issue that a sentence tells of, the chief one first.

    Those that the sentence names; the chief of the first camp, with whom all others contest it; and the chief of the
    other camp where there is but one. A camp that is in the issue only at times is never filled in.

    Args:
        issue: any.
        named: the parties that the sentence names.

    Returns:
        Parties of two camps or more; none where the sentence doesn't tell who contests the issue, or where any two
        states may.
    """
    if not issue.camps:
        return ()
    first, *rest = issue.camps
    chief = [party for party in first.parties if party in named] or list(first.parties[: first.always])
    others = [party for camp in rest for party in camp.parties if party in named]
    certain = [camp for camp in rest if camp.always]
    if not others and len(certain) == 1:
        others = [certain[0].parties[0]]
    return (*chief, *others) if chief and others else ()
