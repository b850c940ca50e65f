"""What an article tells of issues that parties contest.

An issue of the list is reported where the sentence names it and it is contested by its name, or words of dispute
stand beside it. What is not on the list is found behind such words: "the row over the pipeline".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.knowledge import plover
from detente.knowledge.issues import Issue
from detente.knowledge.states import states
from detente.ledgers import contentions, issue_references, worded_disputes
from detente.ledgers.clauses import CODER, evidence_of, record_id, span_of
from detente.ledgers.contentions import contested_topics
from detente.ledgers.dispute_status import status_of
from detente.ledgers.issue_names import Named, find_issues, names_an_issue
from detente.ledgers.issue_references import find_references
from detente.ledgers.issue_topics import is_topic, phrase_of, topic_at
from detente.ledgers.parse_spans import phrase_at
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.worded_disputes import is_of_concern, worded_issues
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

_REMAINS = re.compile(
    r"\b(?:remain\w*|unsettled|persist\w*|linger\w*|stays?|unsolved|pending|not gone away|in force|stands?|"
    r"where (?:it|they) w(?:as|ere)|intractable|quiet\w*|talks|negotiat\w*|settle\w*|solv\w*|resol\w*|compromise)\b",
    re.IGNORECASE,
)
_LIKELY = 0.3  # the network's probability from which a known issue is taken as contested


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
    chief = _chief(sentences)
    found: list[DisputeReport] = []
    for sentence in sentences:
        found += _reports(sentence, found, chief)
    return tuple(found)


def _chief(sentences: Sequence[ReadSentence]) -> tuple[str, ...]:
    """The two states that most sentences are about."""
    pairs = Counter(pair for sentence in sentences if (pair := _pair(sentence)))
    return next((pair for pair, _ in pairs.most_common(1)), ())


def _reports(sentence: ReadSentence, earlier: Sequence[DisputeReport], chief: tuple[str, ...]) -> list[DisputeReport]:
    found = list(_found(sentence, earlier, chief))
    for reader in (_meant, _contested, _read):
        for report in reader(sentence, found, earlier):  # which passes over what was found till then
            found.append(report)
    return found


def _contested(
    sentence: ReadSentence, found: Sequence[DisputeReport], _: Sequence[DisputeReport]
) -> Iterator[DisputeReport]:
    """The issues of which a sentence says that they divide two states."""
    if contentions.CUES.search(sentence.text):
        parties = _pair(sentence)
        for topic in contested_topics(sentence) if parties else ():
            yield from _topical(sentence, topic, parties, found)


def _read(
    sentence: ReadSentence, found: Sequence[DisputeReport], _: Sequence[DisputeReport]
) -> Iterator[DisputeReport]:
    """The issues that the network reads in a sentence beside those found in it."""
    if not sentence.statement.is_a("dispute"):
        return
    parties = _pair(sentence) or _states(sentence.about)
    for span in sentence.statement.spans("issue") if len(parties) > 1 else ():
        topic = topic_at(phrase_at(sentence, span))
        if any(one.evidence.trigger.overlaps(span) for one in found):
            continue
        if topic is not None and is_topic(topic) and not _is_denied(topic) and not is_of_concern(topic):
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
        if status is not DisputeStatus.RAISED or _tells_of_dispute(sentence) or _REMAINS.search(sentence.text):
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
    for named in listed:
        report = _listed(sentence, named, earlier, chief)
        if report is not None:
            yield report
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


def _tells_of_dispute(sentence: ReadSentence) -> bool:
    return (
        sentence.statement.kinds["dispute"] >= _LIKELY
        or _CONTESTED.search(sentence.text) is not None
        or any(plover.quad(event.root) > 2 for event in sentence.events)
    )


def _listed(
    sentence: ReadSentence, named: Named, earlier: Sequence[DisputeReport], chief: tuple[str, ...]
) -> DisputeReport | None:
    parties = _parties(sentence, named.issue, earlier, chief)
    if not parties:
        return None
    start = sentence.span.start
    trigger = Span(start + named.span.start, start + named.span.end)
    evidence = Evidence(sentence.document.id, sentence.span, trigger, CODER)
    return _report(sentence, evidence, named.issue.id, trigger, parties)


def _parties(
    sentence: ReadSentence, issue: Issue, earlier: Sequence[DisputeReport], chief: tuple[str, ...]
) -> tuple[str, ...]:
    """Who contests an issue of the list.

    Those whom the sentence names; else those whom it is about; else those who did when the issue was named last; else
    those whom the article is about.
    """
    if not issue.camps:
        return _pair(sentence)
    named = _named_in(sentence)
    return (
        parties_to(issue, named)
        or parties_to(issue, {*named, *sentence.about})
        or next((one.parties for one in reversed(earlier) if one.issue == issue.id), ())
        or parties_to(issue, {*named, *chief})
    )


def _pair(sentence: ReadSentence) -> tuple[str, ...]:
    """The two states that a sentence is about; none where they are more or fewer."""
    found = _states(sentence.about)
    return found if len(found) == 2 else ()


def _states(parties: Sequence[str]) -> tuple[str, ...]:
    """The states among some parties, with the European Union; all of them where those are fewer than two."""
    found = tuple(party for party in parties if party in states() or party == "EU")
    return found if len(found) > 1 else tuple(parties)


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


def _when(sentence: ReadSentence) -> When:
    """When it was so: the day of publication, as of which the article speaks."""
    published = sentence.document.published
    if published is None:
        return When(reason="the article has no day of publication")
    return When(published, published, Precision.DAY, WhenFrom.PUBLICATION)
