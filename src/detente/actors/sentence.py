"""One sentence on its way from words to mentions."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.discourse import Discourse, Seen
from detente.actors.words import FORMER, PREMODIFIERS
from detente.records import Actor, Form, Level, Mention, When


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``i`` to ``j`` of an article, with what was named before and the date as far as known."""

    article: Article
    discourse: Discourse
    number: int
    i: int
    j: int
    when: When | None

    @property
    def named(self) -> frozenset[str]:
        """Ids of the states that the document has named so far."""
        return frozenset(self.discourse.states)

    def word(self, p: int) -> str:
        """Token ``p`` in lower case; empty outside the sentence."""
        return self.article.tokens.folded[p] if self.i <= p < self.j else ""

    def emit(
        self,
        i: int,
        j: int,
        actors: tuple[Actor, ...],
        form: Form,
        office: str | None = None,
        level: Level | None = None,
        candidates: tuple[str, ...] = (),
        reason: str | None = None,
    ) -> int:
        """Record the mention that tokens ``i`` to ``j`` are; gives ``j``."""
        span = self.article.tokens.span(i, j)
        mention = Mention(
            self.article.document.id,
            span,
            span.of(self.article.document.text),
            actors,
            form,
            office,
            level,
            candidates,
            reason,
        )
        self.discourse.record(Seen(self.number, i, j, mention, self._joined(i)))
        return j

    def leave(self, reason: str) -> None:
        """Count something that was no mention, by reason."""
        self.discourse.left[reason] += 1

    def _joined(self, i: int) -> bool:
        seen = self.discourse.seen
        if not seen or seen[-1].sentence != self.number:
            return False
        between = self.article.tokens.folded[seen[-1].j : i]
        return (
            len(between) <= 3
            and bool(between)
            and set(between) <= {"and", "&", ",", "the", "-", "with", "'s", "/"}
        )


def skip_premodifiers(sentence: Sentence, p: int, most: int = 4) -> tuple[int, bool]:
    """The token after "the", "former", "visiting" and the like; and whether one says that the office is over."""
    q = p
    former = False
    if sentence.word(q) in ("the", "a", "an"):
        q += 1
    while q - p < most and (sentence.word(q) in PREMODIFIERS or (sentence.word(q) == "-" and q > p)):
        former = former or sentence.word(q) in FORMER
        q += 1
    return q, former
