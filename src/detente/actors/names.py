"""Where a person's name stands in the text."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.gazetteer import Core, Kind
from detente.actors.words import HONORIFICS, NAME_PARTICLES

_LONGEST = 6
# Behind a name, with or without a full stop: they tell sons from fathers, and are no part of what one is called.
GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
_SURNAMES = frozenset(["major", "king", "judge", "bishop", "prince", "pope"])


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A person's name: tokens ``i`` to ``j``.

    Attributes:
        core: the known full name at its beginning, if there is one.
    """

    i: int
    j: int
    core: Core | None = None

    def words(self, article: Article) -> tuple[str, ...]:
        """The name's words in lower case, without hyphens and dots, and without "Jr." and the like."""
        folded = [word.rstrip(".") for word in article.tokens.folded[self.i : self.j]]
        words = tuple(word for word in folded if any(mark.isalnum() for mark in word))
        return tuple(word for k, word in enumerate(words) if not k or word not in GENERATIONS)


def parse_name(article: Article, p: int, end: int) -> NameSpan | None:
    """The name that begins at token ``p``: one we know, or capitalised words that nothing else explains."""
    core = article.core(p, Kind.PERSON)
    if core is not None and core.j <= end:
        return NameSpan(p, _after_generation(article, core.j, end), core)
    q = p
    words = 0
    while q < end and words < _LONGEST and not (words and article.folded(q) in GENERATIONS):
        step = _step(article, q, end, words)
        if step == 0:
            break
        q += step
        words += 1
    if q == p:
        return None
    return NameSpan(p, _after_generation(article, q, end))


def _after_generation(article: Article, q: int, end: int) -> int:
    """The token after "Jr.", ", Sr." or "III" at ``q``; its full stop is its own, but where the sentence ends there."""
    at = q + (article.folded(q) == "," and article.folded(q + 1) in ("jr", "sr"))
    if at >= end or article.folded(at) not in GENERATIONS or not article.tokens.capital(at):
        return q
    dot = article.folded(at + 1) == "." and article.tokens.tight(at + 1) and at + 2 < end
    return at + 1 + dot


def _step(article: Article, q: int, end: int, words: int) -> int:
    """How many tokens the next part of a name takes at ``q``; 0 where the name ends."""
    if words and article.tokens.joined(q) and article.tokens.raw[q + 1][0].isalpha() and q + 1 not in article.cores:
        return 2
    if words and article.tokens.plain[q] == "'" and article.tokens.tight(q) and article.tokens.tight(q + 1):
        return 2 if q + 1 < end and article.namelike(q + 1) else 0
    folded = article.folded(q)
    if _doubles_as_name(article, q, end, words):
        return 1
    if article.namelike(q):
        initial = len(folded) == 1 and article.folded(q + 1) == "." and q + 1 < end
        if folded in NAME_PARTICLES and not _goes_on(article, q + 1, end):
            return 0
        return 2 if initial else 1
    particle = folded in NAME_PARTICLES and not article.tokens.capital(q)
    if folded in ("y", "e", "do") and not words:
        return 0
    if particle and q not in article.cores and _goes_on(article, q + 1, end):
        return 1 if words else 0
    return 0


def _doubles_as_name(article: Article, q: int, end: int, words: int) -> bool:
    """Whether a word of the tables is a given name or surname here: "Christian Porter", "John Major"."""
    core = article.cores.get(q)
    if core is None or core.j != q + 1 or not article.tokens.raw[q].istitle():
        return False
    if all(entry.kind in (Kind.AGENT, Kind.PLACE) for entry in core.entries):
        return words == 0 and q + 1 < end and article.namelike(q + 1)
    return words > 0 and article.folded(q) in _SURNAMES and not (q + 1 < end and article.namelike(q + 1))


def _goes_on(article: Article, q: int, end: int) -> bool:
    if q < end and article.tokens.plain[q] == "-":
        q += 1
    if q < end and article.folded(q) in NAME_PARTICLES:
        q += 1
    return q < end and article.namelike(q)


def skip_honorific(article: Article, p: int) -> int:
    """The token after "Mr", "Ms.", "Dr" and the like at ``p``; ``p`` itself where there is none."""
    if article.folded(p).rstrip(".") in HONORIFICS and article.tokens.capital(p):
        return p + 1 + (article.folded(p + 1) == ".")
    return p
