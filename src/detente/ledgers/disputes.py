"""What an article tells of issues that parties contest.

An issue of the list is reported where the sentence names it and it is contested by its name, or words of dispute
stand beside it; and again where a word points back to it ("the islands"). What is not on the list is found behind words
of dispute ("the row over the pipeline"), as what is said to divide two states, or by the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from detente.knowledge import plover
from detente.ledgers import contentions, issue_references, worded_disputes
from detente.ledgers.clauses import CODER, clause_of, evidence_of, has_aux, record_id, span_of
from detente.ledgers.contentions import contested_topics
from detente.ledgers.dispute_status import status_of
from detente.ledgers.issue_names import Named, find_issues, names_an_issue
from detente.ledgers.issue_parties import chief_pair, pair_of, parties_of, states_among
from detente.ledgers.issue_references import find_references
from detente.ledgers.issue_topics import is_topic, phrase_of, topic_at
from detente.ledgers.parse_spans import phrase_at
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import is_statement
from detente.ledgers.worded_disputes import is_of_concern, worded_issues
from detente.records import DisputeReport, DisputeStatus, Evidence, Precision, Span, When, WhenFrom

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTESTED = re.compile(
    r"\b(?:disput\w+|contest(?:ed|ing|s)?|claim(?:s|ed|ing)?|rows?|quarrel\w*|rifts?|feuds?|stand-?offs?|spats?|rival\w*|"
    r"disagree\w*|differences|tensions?|frictions?|controvers\w+|unresolved|sovereignty|incursions?|intru\w+|divid(?:es?|ed)|"
    r"protest\w*|oppos\w+|objec(?:t|ts|ted|tions?)|concern(?:s|ed)?|condemn\w*|denounc\w*|criticis\w+|criticiz\w+|"
    r"accus\w+|complain\w*|coerc\w+|provoc\w+|aggressi\w+|assertive\w*|problems?|irrita\w+|obstacles?|sticking points?|"
    r"headaches?|anger\w*|alarm\w*|furious|unfair|illegal\w*|unlawful\w*|"
    r"bans?|banned|restrictions?|curbs?|embargo\w*|sanctions?|tariffs?|duties|penalt\w+|punish\w*|retaliat\w+|"
    r"refus\w+|reject\w*|block(?:s|ed|ing)?|veto\w*|halt\w*|suspend\w*|stuck|stall(?:s|ed)?|deadlock\w*|impasse|stalemate|"
    r"status quo|violat\w+|clash\w*|escalat\w+|crisis|grievances?|demand(?:s|ed)?(?! for)|insist\w*|threat\w*|seiz\w+|"
    r"annex\w*|occupied)\b",
    re.IGNORECASE,
)
_REMAINS = re.compile(
    r"\b(?:remain\w*|unsettled|persist\w*|linger\w*|stays?|unsolved|pending|not gone away|in force|stands?|"
    r"where (?:it|they) w(?:as|ere)|intractable|quiet\w*|talks|negotiat\w*|settle\w*|solv\w*|resol\w*|compromise)\b",
    re.IGNORECASE,
)
_UNREAL = ("may", "might", "could", "would")
_SIDES = 3  # a sentence about more of them seldom tells who contests what


def is_cue(text: str) -> bool:
    """Whether a sentence may tell of a dispute."""
    return (
        names_an_issue(text)
        or worded_disputes.CUES.search(text) is not None
        or contentions.CUES.search(text) is not None
        or issue_references.CUES.search(text) is not None
    )


def find_dispute_reports(sentences: Sequence[ReadSentence]) -> tuple[DisputeReport, ...]:
    """What sentences tell of issues that parties contest, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.

    Returns:
        One report an issue and sentence. Its status is what the sentence says: eased or resolved only where that is
        told as done, else raised. Fewer than two parties make no dispute.
    """
    chief = chief_pair(sentences)
    found: list[DisputeReport] = []
    for sentence in sentences:
        found += _reports(sentence, found, chief)
    return tuple(found)


def _reports(sentence: ReadSentence, earlier: Sequence[DisputeReport], chief: tuple[str, ...]) -> list[DisputeReport]:
    found = list(_found(sentence, earlier, chief))
    more = chain(_meant(sentence, found, earlier), _contested(sentence, found), _read(sentence, found))
    for report in more:  # each passes over what was found till then
        found.append(report)
    return found


def _contested(sentence: ReadSentence, found: Sequence[DisputeReport]) -> Iterator[DisputeReport]:
    """The issues of which a sentence says that they divide two states."""
    if contentions.CUES.search(sentence.text):
        parties = pair_of(sentence)
        for topic in contested_topics(sentence) if parties else ():
            yield from _topical(sentence, topic, parties, found)


def _read(sentence: ReadSentence, found: Sequence[DisputeReport]) -> Iterator[DisputeReport]:
    """The issues that the network reads in a sentence beside those found in it."""
    if not sentence.statement.is_a("dispute") or not is_statement(sentence):
        return
    parties = pair_of(sentence) or states_among(sentence.about)
    for span in sentence.statement.spans("issue") if 1 < len(parties) <= _SIDES else ():
        topic = topic_at(phrase_at(sentence, span))
        if any(one.evidence.trigger.overlaps(span) for one in found):
            continue
        if topic is None or _is_denied(topic) or has_aux(clause_of(topic), _UNREAL):
            continue
        if is_topic(topic) and not is_of_concern(topic):
            yield from _topical(sentence, topic, parties, found)


def _topical(
    sentence: ReadSentence, topic: Token, parties: tuple[str, ...], found: Sequence[DisputeReport]
) -> Iterator[DisputeReport]:
    """The report of an issue that no list has, unless it was found already."""
    span = span_of(sentence, phrase_of(topic))
    words = " ".join(span.of(sentence.document.text).split()).strip("\"“”'‘’ ")
    if any(one.evidence.trigger.overlaps(span) or one.named in words or words in one.named for one in found):
        return
    evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
    yield _report(sentence, evidence, f"text:{_bare(words).lower()}", span, parties)


def _meant(
    sentence: ReadSentence, found: Sequence[DisputeReport], earlier: Sequence[DisputeReport]
) -> Iterator[DisputeReport]:
    """The issues that a sentence means by a word that points back to where they were named."""
    for noun, report in find_references(sentence, earlier) if earlier else ():
        span = span_of(sentence, phrase_of(noun))
        if any(one.issue == report.issue or one.evidence.trigger.overlaps(span) for one in found):
            continue
        status = status_of(sentence, span)
        if status is not DisputeStatus.RAISED or _tells_of_dispute(sentence, span) or _REMAINS.search(sentence.text):
            evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
            yield _report(sentence, evidence, report.issue, span, report.parties, status)


def _is_denied(issue: Token) -> bool:
    """Whether there is said to be no such thing: "no dispute over the pipeline"."""
    return contentions.is_denied(issue) or any(
        child.lower_ == "no" for one in (issue, *issue.ancestors) for child in one.children if one.pos_ == "NOUN"
    )


def _bare(words: str) -> str:
    """An issue's words without their article."""
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)


def _found(sentence: ReadSentence, earlier: Sequence[DisputeReport], chief: tuple[str, ...]) -> Iterator[DisputeReport]:
    listed = [named for named in _without_inner(find_issues(sentence.text)) if _is_contested(sentence, named)]
    reports = [(named, _listed(sentence, named, earlier, chief)) for named in listed]
    # who contests an issue of any two states can't be told where others contest one that is named beside it
    lone = any(named.issue.camps and report is None for named, report in reports)
    yield from (report for named, report in reports if report and (named.issue.camps or not lone))
    if worded_disputes.CUES.search(sentence.text):
        taken = [Span(one.span.start + sentence.span.start, one.span.end + sentence.span.start) for one in listed]
        yield from _worded(sentence, taken)


def _without_inner(named: Sequence[Named]) -> list[Named]:
    """The issues named, without those whose name is a part of another's.

    Where one of any two states and one of certain states share words, the certain one stays.
    """
    return [one for one in named if not any(_is_inner(one, other) for other in named)]


def _is_inner(one: Named, other: Named) -> bool:
    if bool(one.issue.camps) != bool(other.issue.camps):
        return bool(other.issue.camps) and one.span.overlaps(other.span)
    return one.span != other.span and other.span.covers(one.span)


def _is_contested(sentence: ReadSentence, named: Named) -> bool:
    if sentence.text[: named.span.start].lower().endswith("another "):  # "another Crimea" is a case like it
        return False
    return named.issue.contested or _tells_of_dispute(sentence)


def _tells_of_dispute(sentence: ReadSentence, beside: Span | None = None) -> bool:
    """Whether a sentence has words or events of dispute; ``beside`` some words of it, where they are given."""
    text = sentence.text
    if beside is not None:
        text = text[: beside.start - sentence.span.start] + " " + text[beside.end - sentence.span.start :]
    return (
        sentence.statement.is_a("dispute")
        or _CONTESTED.search(text) is not None
        or any(plover.quad(event.root) > 2 for event in sentence.events)
    )


def _listed(
    sentence: ReadSentence, named: Named, earlier: Sequence[DisputeReport], chief: tuple[str, ...]
) -> DisputeReport | None:
    parties = parties_of(sentence, named.issue, earlier, chief)
    if not parties:
        return None
    start = sentence.span.start
    trigger = Span(start + named.span.start, start + named.span.end)
    evidence = Evidence(sentence.document.id, sentence.span, trigger, CODER)
    return _report(sentence, evidence, named.issue.id, trigger, parties)


def _worded(sentence: ReadSentence, taken: Sequence[Span]) -> Iterator[DisputeReport]:
    for token, span, parties in worded_issues(sentence):
        if not any(span.overlaps(one) for one in taken):
            words = " ".join(span.of(sentence.document.text).split())
            yield _report(sentence, evidence_of(sentence, token), f"text:{words.lower()}", span, parties)


def _report(
    sentence: ReadSentence,
    evidence: Evidence,
    issue: str,
    named: Span,
    parties: tuple[str, ...],
    status: DisputeStatus | None = None,
) -> DisputeReport:
    """The report of an issue; its status is what the words around it say, if it isn't known."""
    return DisputeReport(
        id=record_id(evidence, issue),
        evidence=evidence,
        issue=issue,
        named=" ".join(named.of(sentence.document.text).split()),
        parties=parties,
        status=status or status_of(sentence, named),
        when=_when(sentence),
    )


def _when(sentence: ReadSentence) -> When:
    """When it was so: the day of publication, as of which the article speaks."""
    published = sentence.document.published
    if published is None:
        return When(reason="the article has no day of publication")
    return When(published, published, Precision.DAY, WhenFrom.PUBLICATION)
