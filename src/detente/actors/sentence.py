"""One sentence on its way from words to mentions."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.discourse import Discourse, Seen
from detente.actors.words import ARTICLES, FORMER, PREMODIFIERS, words_of
from detente.records import Actor, ActorKind, Form, Level, Mention, When

_PREPOSITIONS = words_of(
    """of in to with on at from for against by between toward towards over into about through via near like
    under than among amid within without despite including as during"""
)
_AFTER_TOPIC = words_of(", and or this that it the these those a an")  # "For Rahman, this ..."
_WHERE = words_of("in at near via through outside inside")
_WHITHER = words_of("to from into toward towards visited left toured reached")
_LINKS = words_of("and & , the - with 's /")


def is_state_only(mention: Mention) -> bool:
    """Whether a mention stands for one state and for nobody in it."""
    return len(mention.actors) == 1 and mention.actors[0].kind is ActorKind.STATE


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
    def named(self) -> Container[str]:
        """Ids of the states that the document has named so far."""
        return self.discourse.states

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
        link = self._link(i)
        self.discourse.record(
            Seen(self.number, i, j, mention, link, self._oblique(i, j), self._place(i, mention, link))
        )
        return j

    def leave(self, reason: str) -> None:
        """Count something that was no mention, by reason."""
        self.discourse.left[reason] += 1

    def _oblique(self, i: int, j: int) -> bool:
        if self.article.clitic(j):
            return True
        before = self.word(i - 1)
        if before == "the":
            before = self.word(i - 2)
        if before == "for" and i - 1 == self.i:
            return self.word(j) in _AFTER_TOPIC  # "For Rahman told Lee that he ...": a conjunction
        return before in _PREPOSITIONS and self.word(j) != "to"

    def _place(self, i: int, mention: Mention, link: str) -> bool:
        """Whether a capital, state or venue only says where something was."""
        before = self.word(i - 1) if self.word(i - 1) != "the" else self.word(i - 2)
        if mention.form is Form.METONYM or any(actor.kind is ActorKind.ORGANISATION for actor in mention.actors):
            located = before in _WHERE or before in _WHITHER
        else:
            located = before in _WHERE and mention.form is Form.NAME and is_state_only(mention)
        return located or (link == "and" and mention.form is Form.METONYM and self.discourse.seen[-1].place)

    def _link(self, i: int) -> str:
        seen = self.discourse.seen
        if not seen or seen[-1].sentence != self.number:
            return ""
        between = self.article.tokens.folded[seen[-1].j : i]
        if len(between) > 3 or not set(between) <= _LINKS:
            return ""
        words = [word for word in between if word not in ("the", "'s")]
        return words[-1] if words else ""


def skip_premodifiers(sentence: Sentence, p: int, most: int = 4) -> tuple[int, bool]:
    """The token after "the", "former", "visiting" and the like; and whether one says that the office is over."""
    q = p
    former = False
    if sentence.word(q) in ARTICLES:
        q += 1
    while (
        q - p < most
        and q not in sentence.article.cores
        and (sentence.word(q) in PREMODIFIERS or (sentence.word(q) == "-" and q > p))
    ):
        former = former or sentence.word(q) in FORMER
        q += 1
    return q, former
