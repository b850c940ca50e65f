"""What an article tells of issues that parties contest.

An issue of the list is reported where the sentence names it and it is contested by its name, or words of dispute
stand beside it. What is not on the list is found behind such words: "the row over the pipeline".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.knowledge import plover
from detente.knowledge.issues import Issue
from detente.ledgers import worded_disputes
from detente.ledgers.clauses import CODER, evidence_of, record_id
from detente.ledgers.dispute_status import status_of
from detente.ledgers.issue_names import Named, find_issues, names_an_issue
from detente.ledgers.parse_spans import head_of, phrase_at, phrase_words
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.worded_disputes import is_of_concern, is_topic, worded_issues
from detente.records import DisputeReport, DisputeStatus, Evidence, Precision, Span, When, WhenFrom

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTESTED = re.compile(
    r"\b(?:disput\w+|contest(?:ed|ing|s)?|claim(?:s|ed|ing)?|rows?|quarrels?|rifts?|feuds?|stand-?offs?|spats?|"
    r"disagree\w*|differences|tensions?|frictions?|controvers\w+|unresolved|sovereignty|incursions?|intru\w+|"
    r"protest\w*|oppos\w+|"
    r"objec(?:t|ts|ted|tions?)|concern(?:s|ed)?|condemn\w*|denounc\w*|criticis\w+|criticiz\w+|accus\w+|coerc\w+|"
    r"provoc\w+|"
    r"aggressi\w+|assertive\w*|problems?|irritants?|obstacles?|sticking points?|"
    r"bans?|banned|restrictions?|curbs?|embargo\w*|sanctions?|"
    r"status quo|violat\w+|clash\w*|escalat\w+|crisis|grievances?|demand(?:s|ed)?|insist\w*|threat\w*)\b",
    re.IGNORECASE,
)


def is_cue(text: str) -> bool:
    """Whether a sentence may tell of a dispute."""
    return names_an_issue(text) or worded_disputes.CUES.search(text) is not None


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
    found = list(_found(sentence))
    yield from found
    if sentence.statement.is_a("dispute"):
        yield from _read(sentence, found)


def _read(sentence: ReadSentence, found: Sequence[DisputeReport]) -> Iterator[DisputeReport]:
    """The issues that the network reads in a sentence beside those found in it."""
    taken = [one.evidence.trigger for one in found]
    named = {one.named for one in found}
    about = {*sentence.about, *_named_in(sentence)}
    for span in sentence.statement.spans("issue"):
        phrase = phrase_at(sentence, span)
        words, head = phrase_words(sentence, phrase), head_of(phrase)
        if head is None or not is_topic(head) or _is_denied(head) or is_of_concern(head):
            continue
        if any(one.overlaps(span) for one in taken) or any(one in words or words in one for one in named):
            continue
        issue = next((one.issue for one in find_issues(words)), None)
        parties = (parties_to(issue, about) if issue is not None else ()) or sentence.about
        if len(parties) < 2:
            continue
        evidence = Evidence(sentence.document.id, sentence.span, span, CODER)
        status = DisputeStatus.EASED if sentence.statement.eased else DisputeStatus.RAISED
        key = issue.id if issue else f"text:{_bare(words).lower()}"
        yield _report(sentence, evidence, key, span, parties, status)


def _is_denied(issue: Token) -> bool:
    """Whether there is said to be no such thing: "no dispute over the pipeline"."""
    return any(
        child.lower_ == "no" for one in (issue, *issue.ancestors) for child in one.children if one.pos_ == "NOUN"
    )


def _bare(words: str) -> str:
    """An issue's words without their article."""
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)


def _found(sentence: ReadSentence) -> Iterator[DisputeReport]:
    listed = [named for named in find_issues(sentence.text) if _is_contested(sentence, named)]
    for named in listed:
        report = _listed(sentence, named)
        if report is not None:
            yield report
    if worded_disputes.CUES.search(sentence.text):
        taken = [Span(one.span.start + sentence.span.start, one.span.end + sentence.span.start) for one in listed]
        yield from _worded(sentence, taken)


def _is_contested(sentence: ReadSentence, named: Named) -> bool:
    if named.issue.contested:
        return True
    return _CONTESTED.search(sentence.text) is not None or any(plover.quad(event.root) > 2 for event in sentence.events)


def _listed(sentence: ReadSentence, named: Named) -> DisputeReport | None:
    parties = parties_to(named.issue, _named_in(sentence))
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
        Parties of two camps or more; none where the sentence doesn't tell who contests the issue.
    """
    first, *rest = issue.camps
    chief = [party for party in first.parties if party in named] or list(first.parties[: first.always])
    others = [party for camp in rest for party in camp.parties if party in named]
    certain = [camp for camp in rest if camp.always]
    if not others and len(certain) == 1:
        others = [certain[0].parties[0]]
    return (*chief, *others) if chief and others else ()


def _when(sentence: ReadSentence) -> When:
    """When it was so: the day of publication, as of which the article speaks."""
    published = sentence.document.published
    if published is None:
        return When(reason="the article has no day of publication")
    return When(published, published, Precision.DAY, WhenFrom.PUBLICATION)
