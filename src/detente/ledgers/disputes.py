"""What an article tells of issues that parties contest.

An issue of the list is reported where the sentence names it and it is contested by its name, or words of dispute
stand beside it. What is not on the list is found behind such words: "the row over the pipeline".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.modality import modality_of
from detente.knowledge import plover
from detente.knowledge.issues import Issue
from detente.ledgers.clauses import evidence_of, parties_in, record_id, slots_below, span_of
from detente.ledgers.issue_names import Named, find_issues, names_an_issue
from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeReport, DisputeStatus, Evidence, Modality, Precision, Span, When, WhenFrom

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTESTED = re.compile(
    r"\b(?:disput\w+|contest(?:ed|ing|s)?|claim(?:s|ed|ing)?|rows?|quarrels?|rifts?|feuds?|stand-?offs?|spats?|"
    r"disagree\w*|differences|tensions?|frictions?|controvers\w+|unresolved|sovereignty|incursions?|intru\w+|"
    r"protest\w*|oppos\w+|"
    r"objec(?:t|ts|ted|tions?)|concern(?:s|ed)?|condemn\w*|denounc\w*|criticis\w+|criticiz\w+|accus\w+|coerc\w+|provoc\w+|"
    r"aggressi\w+|assertive\w*|problems?|irritants?|obstacles?|sticking points?|"
    r"bans?|banned|restrictions?|curbs?|embargo\w*|sanctions?|"
    r"status quo|violat\w+|clash\w*|escalat\w+|crisis|grievances?|demand(?:s|ed)?|insist\w*|threat\w*)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:disputes?|rows?|quarrels?|rifts?|feuds?|stand-?offs?|spats?|disagreements?|differences|tensions?|frictions?|"
    r"controvers(?:y|ies)|wrangl(?:e|ing)|concerns?|concerned|worr(?:y|ies|ied)|protests?|protested|objections?)\b",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    "dispute row quarrel rift feud standoff spat disagreement difference tension friction controversy wrangle "
    "wrangling concern worry protest objection".split()
)
_ADJECTIVES = frozenset("concerned worried".split())
_PREPOSITIONS = ("over", "about", "on", "regarding", "concerning", "at")
_EASED = re.compile(
    r"\b(?:eas(?:e|es|ed|ing)|concessions?|defus\w+|soften\w*|relax\w*|de-?escalat\w+|shelv\w+|set aside|progress|"
    r"compromis\w+|resum\w+|partial(?:ly)?|thaw\w*)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"\b(?:resolved|settled|solved|lifted|scrapped|withdrawn|ended|ceased|agreement on|deal on|removed|put to rest|"
    r"demarcated|returned)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|n't|no|never|without|un\w*(?:resolved|settled|solved)|unresolved|yet|remains?|fail\w*|until|unless|should|must|"
    r"demand\w*|request\w*|ask(?:s|ed)?|calls?|called|urg\w+|would|could|may|might|hop\w+|accelerat\w+|problems? of|need)\b",
    re.IGNORECASE,
)
_CROWD = 4  # other states in one sentence: with more, who contests what is not told
_LONGEST = 10  # words of an issue found in text


def is_cue(text: str) -> bool:
    """Whether a sentence may tell of a dispute."""
    return names_an_issue(text) or _OVER.search(text) is not None


def find_dispute_reports(sentences: Sequence[ReadSentence]) -> tuple[DisputeReport, ...]:
    """What sentences tell of issues that parties contest, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.

    Returns:
        One report an issue and sentence. Its status is what the sentence says: eased or resolved only where that is
        told as done, else raised. Fewer than two parties make no dispute.
    """
    return tuple(report for sentence in sentences for report in _reports(sentence))


def _reports(sentence: ReadSentence) -> Iterator[DisputeReport]:
    listed = [named for named in find_issues(sentence.text) if _is_contested(sentence, named)]
    for named in listed:
        report = _listed(sentence, named)
        if report is not None:
            yield report
    if _OVER.search(sentence.text):
        taken = [Span(one.span.start + sentence.span.start, one.span.end + sentence.span.start) for one in listed]
        yield from _worded(sentence, taken)


def _is_contested(sentence: ReadSentence, named: Named) -> bool:
    if named.issue.contested:
        return True
    around = sentence.text[: named.span.start] + " " + sentence.text[named.span.end :]
    return _CONTESTED.search(around) is not None or any(plover.quad(event.root) > 2 for event in sentence.events)


def _listed(sentence: ReadSentence, named: Named) -> DisputeReport | None:
    parties = _parties(sentence, named.issue)
    if len(parties) < 2:
        return None
    start = sentence.span.start
    trigger = Span(start + named.span.start, start + named.span.end)
    evidence = Evidence(sentence.document.id, sentence.span, trigger, "ledgers.v1")
    return DisputeReport(
        id=record_id(evidence, named.issue.id),
        evidence=evidence,
        issue=named.issue.id,
        named=named.span.of(sentence.text),
        parties=parties,
        status=_status(sentence.text),
        when=_when(sentence),
    )


def _parties(sentence: ReadSentence, issue: Issue) -> tuple[str, ...]:
    """The parties to the issue whom the sentence names.

    Where it names fewer than two: for an issue of two, or one whose name is the dispute, the chief two; for a wide one
    its chief party with the others that the sentence names; else nobody.
    """
    named = dict.fromkeys(party for one in sentence.mentions for actor in one.actors if (party := party_of(actor)))
    inside = [party for party in issue.parties if party in named]
    if len(inside) >= 2:
        return tuple(inside)
    if inside == [issue.parties[0]] and not issue.contested:
        others = [party for party in named if len(party) == 3 and party not in inside]
        return (*inside, *others) if len(others) < _CROWD else ()
    if not (issue.contested or len(issue.parties) == 2):
        return ()
    if len(inside) == 1 and inside[0] not in issue.parties[:2]:
        return (issue.parties[0], inside[0])
    return issue.parties[:2]


def _status(text: str) -> DisputeStatus:
    if _NOT_YET.search(text):
        return DisputeStatus.RAISED
    if _RESOLVED.search(text):
        return DisputeStatus.RESOLVED
    return DisputeStatus.EASED if _EASED.search(text) else DisputeStatus.RAISED


def _worded(sentence: ReadSentence, taken: Sequence[Span]) -> Iterator[DisputeReport]:
    """Issues that no list has: what stands behind "dispute over", "concerned about"."""
    for token in sentence.parsed.doc:
        if token.lemma_.lower() not in _NOUNS and token.lower_ not in _ADJECTIVES:
            continue
        if modality_of(token, token) in (Modality.NEGATED, Modality.HYPOTHETICAL):
            continue
        for topic in _topics(token):
            span = span_of(sentence, _phrase(topic))
            parties = _sides(sentence, token, topic)
            if len(parties) < 2 or any(span.overlaps(one) for one in taken):
                continue
            words = " ".join(span.of(sentence.document.text).split())
            evidence = evidence_of(sentence, token)
            yield DisputeReport(
                id=record_id(evidence, words),
                evidence=evidence,
                issue=f"text:{words.lower()}",
                named=words,
                parties=parties,
                status=_status(sentence.text),
                when=_when(sentence),
            )


def _topics(token: Token) -> Iterator[Token]:
    """The things that a word of dispute is about."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            yield from (
                topic for topic in child.children if topic.dep_ == "pobj" and topic.pos_ == "NOUN" and _is_topic(topic)
            )


def _is_topic(topic: Token) -> bool:
    """Whether a noun says what an issue is about: no pronoun, no bare "issue"."""
    return topic.lemma_.lower() not in ("issue", "matter", "way", "part", "side", "basis", "time", "year", "day")


def _phrase(topic: Token) -> list[Token]:
    """A topic's noun phrase without its relative clauses, cut to a few words."""
    left = {one.i for child in topic.subtree if child.dep_ in ("relcl", "appos", "advcl") for one in child.subtree}
    kept = [token for token in topic.subtree if token.i not in left]
    comma = next((at for at, token in enumerate(kept) if token.text == ","), len(kept))
    kept = kept[:comma]
    if kept and kept[0].lower_ in ("the", "a", "an"):
        kept = kept[1:]
    return kept[:_LONGEST] or [topic]


def _sides(sentence: ReadSentence, token: Token, topic: Token) -> tuple[str, ...]:
    """Who contests: the parties of the clause, with those that the topic names."""
    clause = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), token)
    return parties_in(sentence, [*slots_below(sentence, clause), *slots_below(sentence, topic)])


def _when(sentence: ReadSentence) -> When:
    """When it was so: the day of publication, as of which the article speaks."""
    published = sentence.document.published
    if published is None:
        return When(reason="the article has no day of publication")
    return When(published, published, Precision.DAY, WhenFrom.PUBLICATION)
