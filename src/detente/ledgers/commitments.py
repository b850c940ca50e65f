"""What an article tells of promises, plans, invitations, schedules and expectations.

Three ways lead to a commitment: a planned event of the coder; a word of will or of schedule that governs an act
("agreed to resume", "is due to visit", "plans to"); and a plain future that somebody announces, that has a date, or
that is of a deed which states do by decision ("will lift its ban", "will send two ships"). Any other plain future is
the author's forecast, which is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.arguments import conjuncts, direct_slots, is_passive, own_subject, possessor_slots, subject
from detente.coding.modality import modality_of
from detente.dating import Role
from detente.knowledge.frames import modal_words
from detente.ledgers.clauses import (
    evidence_of,
    has_aux,
    is_conditional,
    is_negated,
    parties_in,
    record_id,
    slots_below,
    span_of,
    teller_of,
    words_of,
)
from detente.ledgers.looking_ahead import is_announced
from detente.ledgers.parse_spans import head_at, phrase_at, phrase_words, tokens_at
from detente.ledgers.sentences import ReadSentence
from detente.records import Commitment, CommitmentKind, Event, Modality, Precision, Span, When, WhenFrom

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:will|shall|would|agree[ds]?|agreeing|pledg\w+|promis\w+|vow(?:s|ed|ing)?|commit(?:s|ted|ting|ments?)|undert[ao]\w+|"
    r"confirm\w*|offer(?:s|ed|ing)?|guarantee\w*|plan(?:s|ned|ning)?|intend\w*|hop(?:es|ed|ing)|(?:means?|meant|aim(?:s|ed)?)\s+to|intention|decided|schedul\w+|due|slated|set\s+to|"
    r"expected|poised|invit\w+|read(?:y|iness)|willing\w*|upcoming|forthcoming|prepar(?:ed|ing)|is\s+to|are\s+to)\b",
    re.IGNORECASE,
)

_PROMISE = frozenset(
    "agree pledge promise vow commit undertake confirm reaffirm offer guarantee assure consent swear".split()
)
_PLAN = frozenset("plan intend decide prepare arrange hope mean aim".split())
_SCHEDULE = frozenset("schedule slate set due".split())
_EXPECT = frozenset("expect poise bind anticipate".split())
_WILLING = frozenset("ready willing prepared committed".split())
_NOUNS = {
    **dict.fromkeys(
        "pledge promise commitment vow undertaking agreement readiness willingness offer".split(),
        CommitmentKind.PROMISE,
    ),
    **dict.fromkeys("plan intention decision".split(), CommitmentKind.PLAN),
    "invitation": CommitmentKind.INVITATION,
}
_WORD = frozenset("word assurance target goal deal accord understanding".split()) | set(_NOUNS)  # what binds to an act
_AHEAD = frozenset("upcoming forthcoming planned scheduled".split())
_ACTS = ("xcomp", "ccomp", "acl", "advcl")
_SOON = re.compile(
    r"\b(?:soon|shortly|in the near future|in the coming (?:days|weeks|months)|as early as possible)\b", re.IGNORECASE
)
_THINKING = frozenset("think guess believe suppose reckon expect suspect doubt predict".split())
_UNSURE = frozenset("probably likely perhaps maybe presumably undoubtedly".split())
_DATING = frozenset("in on at by during within before until from".split())  # prepositions that date an act
_DEEDS = frozenset(
    "send provide lift withdraw hold host visit sign build deliver supply keep launch open reopen close join attend "
    "establish increase raise cut halve deploy buy sell invest resume restore ratify release return issue impose "
    "extend convene chair receive travel fly donate lend grant train station expand set take dispatch begin start "
    "restart end suspend appoint recall repatriate hand finance fund ease abolish scrap introduce double".split()
)
_ASKING = frozenset(
    "ask demand order urge call request insist press tell want hope propose suggest convince persuade force".split()
)  # what these govern is another's act
_REFUSING = frozenset(("refuse", "decline"))
_SETTING = frozenset(
    "set designate declare announce promise pledge offer schedule fix".split()
)  # things, for a time ahead
_EMPTY = frozenset(
    "be have remain become continue see seem appear need".split()
)  # no deed that one could keep or break
_MOST = 240  # characters of what is to happen


@dataclass(frozen=True, slots=True)
class _Act:
    """An act that lies ahead: its head, what puts it ahead, and how."""

    token: Token
    governor: Token
    kind: CommitmentKind
    said: bool  # by a word of will or schedule, not by the plain future alone
    words: Span | None = None  # what is to happen, where the network found it


def find_commitments(sentences: Sequence[ReadSentence]) -> tuple[Commitment, ...]:
    """What sentences tell of promises, plans, invitations, schedules and expectations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.

    Returns:
        One commitment an act. A window without an end is open: no date is told, or only "soon".
    """
    return tuple(commitment for sentence in sentences for commitment in _commitments(sentence))


def _commitments(sentence: ReadSentence) -> Iterator[Commitment]:
    """The commitments that the grammar finds in a sentence, and those beside them that the network does."""
    events: set[str | None] = {None}
    told: list[Span] = []
    for act in (*_acts(sentence), *_acts_read(sentence)):
        event = _event_of(sentence, act.token)
        words = act.words or span_of(sentence, _own_words(act.token))
        if (event and event.id in events) or (act.words and any(one.overlaps(words) for one in told)):
            continue
        commitment = _commitment(sentence, act, event)
        if commitment is not None:
            events.add(commitment.event)
            told.append(words)
            yield commitment


def _acts_read(sentence: ReadSentence) -> Iterator[_Act]:
    """The acts that lie ahead as the network reads them."""
    for span in sentence.statement.spans("what") if sentence.statement.is_a("commitment") else ():
        head = head_at(sentence, span)
        if head is not None and _may_bind(head) and not is_announced(head):
            kind = next((kind for one in (head.head, head) if (kind := _kind_of(one))), CommitmentKind.PLAN)
            yield _Act(head, head.head, kind, said=True, words=span)


def _may_bind(head: Token) -> bool:
    """Whether words may be what somebody binds himself to: an act that is neither guessed nor asked of him."""
    top = head
    while top.dep_ == "conj":
        top = top.head
    governor = top.head.lemma_.lower()
    if head.pos_ not in ("VERB", "AUX"):
        return governor in _SETTING
    if head.tag_ == "VBG" or (top.dep_ == "acl" and governor not in _WORD):
        return False  # what is under way, "an opportunity to"
    if any(child.dep_ == "csubj" for child in head.children):
        return False  # "helping them will win them over"
    above = (one.lemma_.lower() for one in top.ancestors)
    return not _is_guessed(top) and governor not in _ASKING and _REFUSING.isdisjoint(above)


def _acts(sentence: ReadSentence) -> Iterator[_Act]:
    """The acts that lie ahead, each once, in order."""
    seen: set[int] = set()
    for token in sentence.parsed.doc if CUES.search(sentence.text) else ():
        for act in _acts_at(token):
            if act.token.i not in seen:
                seen.add(act.token.i)
                yield act


def _acts_at(token: Token) -> Iterator[_Act]:
    """Acts that one word puts ahead."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX", "ADJ") and (kind := _kind_of(token)) is not None:
        if is_negated(token) or _reading(token) not in (Modality.HAPPENED, Modality.PLANNED):
            return
        if any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in token.children):
            return
        for act in _governed(token):
            yield _Act(act, token, kind, said=True)
    elif token.pos_ == "NOUN" and lemma in _NOUNS:
        for child in token.children:
            if child.dep_ in ("acl", "relcl") and _is_infinitive(child):
                yield from (_Act(act, token, _NOUNS[lemma], said=True) for act in conjuncts(child))
    elif token.pos_ == "NOUN" and any(child.lower_ in _AHEAD for child in token.children if child.dep_ == "amod"):
        yield _Act(token, token, CommitmentKind.SCHEDULE, said=True)
    elif token.dep_ == "aux" and _is_future(token) and _is_told(token.head):
        for act in (token.head, *_same_tense(token.head)):
            yield _Act(act, token, CommitmentKind.PLAN, said=False)


def _kind_of(token: Token) -> CommitmentKind | None:
    lemma = token.lemma_.lower()
    if lemma in _PROMISE or (token.pos_ == "ADJ" and token.lower_ in _WILLING):
        return CommitmentKind.PROMISE
    if lemma in _SCHEDULE or token.lower_ in ("scheduled", "slated", "due"):
        return CommitmentKind.SCHEDULE
    if lemma in _EXPECT and (token.tag_ == "VBN" or lemma in ("expect", "anticipate")):
        return CommitmentKind.EXPECTATION
    if lemma in _PLAN:
        return CommitmentKind.PLAN
    if lemma == "invite":
        return CommitmentKind.INVITATION
    if token.tag_ in ("VBZ", "VBP") and lemma == "be" and any(map(_is_infinitive, token.children)):
        return CommitmentKind.SCHEDULE  # "is to visit"
    return None


def _is_future(auxiliary: Token) -> bool:
    """ "will"; and "would" where somebody said it: "said that it would"."""
    if auxiliary.lower_ == "would":
        told = auxiliary.head
        return told.dep_ == "ccomp" and told.head.lemma_ in modal_words().speech and told.head.tag_ == "VBD"
    return auxiliary.lower_ in ("will", "shall", "'ll")


def _is_told(future: Token) -> bool:
    """Whether a plain future is told for itself: not denied, not in passing, not as a guess."""
    return not is_negated(future) and future.dep_ != "relcl" and not _is_guessed(future)


def _is_guessed(verb: Token) -> bool:
    """Whether a future is only what somebody thinks: "I think that it will", "will probably"."""
    if any(child.dep_ == "advmod" and child.lower_ in _UNSURE for child in verb.children):
        return True
    above = verb.head
    return verb.dep_ == "ccomp" and (
        above.lemma_ in _THINKING or any(child.lemma_ in ("guess", "view", "opinion") for child in above.children)
    )


def _governed(token: Token) -> Iterator[Token]:
    """The verbs that a word of will or schedule governs: infinitives, and clauses told with "will" or "would"."""
    for child in token.children:
        if child.dep_ not in _ACTS or child.i < token.i or child.pos_ not in ("VERB", "AUX"):
            continue
        if _is_infinitive(child) or (child.dep_ == "ccomp" and has_aux(child, ("will", "would", "shall"))):
            yield from (act for act in conjuncts(child) if act.pos_ in ("VERB", "AUX") and _is_deed(act))


def _is_deed(act: Token) -> bool:
    """Whether an act is what is to be done, and no further word of will: "and agreed to ..."."""
    return _kind_of(act) is None or not any(child.dep_ in _ACTS for child in act.children)


def _same_tense(verb: Token) -> Iterator[Token]:
    """Verbs that share an auxiliary with a verb before them: "will sign and ratify"."""
    for other in conjuncts(verb):
        if other.i != verb.i and other.tag_ == "VB":
            yield other


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _reading(token: Token) -> Modality | None:
    return modality_of(token, token)


def _own_words(act: Token) -> list[Token]:
    """The words of an act's clause, without the acts that go on from it ("and to ...")."""
    further = [child for child in act.children if child.dep_ == "conj" and child.pos_ == "VERB"]
    left = {token.i for child in further for token in child.subtree}
    left |= {child.i for child in act.children if child.dep_ == "cc"} if further else set()
    return [token for token in act.subtree if token.i not in left]


def _event_of(sentence: ReadSentence, act: Token) -> Event | None:
    """The planned event whose trigger stands in an act's clause: the nearest to its head."""
    clause = span_of(sentence, _own_words(act))
    head = span_of(sentence, [act])
    inside = [
        event
        for event in sentence.events
        if event.modality is Modality.PLANNED and clause.covers(event.evidence.trigger)
    ]
    return min(inside, key=lambda event: abs(event.evidence.trigger.start - head.start), default=None)


def _commitment(sentence: ReadSentence, act: _Act, event: Event | None) -> Commitment | None:
    window = _window(sentence, act, event)
    speaker = teller_of(sentence, act.token)
    read = sentence.statement.is_a("commitment")
    decided = (read or act.token.lemma_.lower() in _DEEDS) and _is_decider(sentence, act.token)
    announced = act.said or speaker is not None or window.expression is not None or decided
    if event is None and (not announced or act.token.lemma_.lower() in _EMPTY or is_conditional(act.token)):
        return None
    parties = _parties(sentence, act, event) or (sentence.about if read else ())
    if not parties:
        return None
    evidence = evidence_of(sentence, act.token)
    kind = act.kind
    if kind is CommitmentKind.PLAN and not act.said and window.precision is Precision.DAY:
        kind = CommitmentKind.SCHEDULE
    return Commitment(
        id=record_id(evidence, kind),
        evidence=evidence,
        kind=kind,
        parties=parties,
        speaker=speaker,
        what=_what(sentence, act),
        root=event.root if event else None,
        contact=event.contact if event else None,
        window=window,
        place=event.place if event else None,
        event=event.id if event else None,
    )


def _is_decider(sentence: ReadSentence, verb: Token) -> bool:
    """Whether a party itself does it, told in the active: sanctions that "will end" decide nothing."""
    doer = own_subject(verb) if not is_passive(verb) else None
    return doer is not None and bool(direct_slots(sentence.parsed, doer))


def _parties(sentence: ReadSentence, act: _Act, event: Event | None) -> tuple[str, ...]:
    if event is not None:
        told = [*event.actors, *event.recipients]
        return tuple(dict.fromkeys(party for one in told if (party := party_of(one.actor))))
    parsed = sentence.parsed
    doer = subject(act.token) if act.token.pos_ in ("VERB", "AUX") else None
    own = direct_slots(parsed, doer) if doer is not None else possessor_slots(parsed, act.token)
    if not own and act.governor.pos_ == "NOUN":
        own = possessor_slots(parsed, act.governor)
    below = [slot for slot in slots_below(sentence, act.token) if slot not in own]
    bound = parties_in(sentence, own)
    others = (party for party in parties_in(sentence, below) if party in sentence.about)  # no news agency
    return bound and tuple(dict.fromkeys((*bound, *others)))


def _what(sentence: ReadSentence, act: _Act) -> str:
    """The act from its head on, without its subject."""
    head = act.token
    if act.words is not None:
        words = phrase_words(sentence, phrase_at(sentence, act.words))
    else:
        words = words_of(sentence, [one for one in _own_words(head) if one.i >= head.i or head.pos_ == "NOUN"])
    return words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + " …"


def _window(sentence: ReadSentence, act: _Act, event: Event | None) -> When:
    """When it is to be: by the clause's own date, a deadline, "soon"; else open from publication on."""
    published = sentence.document.published
    for dated in sentence.dates.expressions:
        if not _dates_act(sentence, dated.span, act) or dated.when.end is None:
            continue
        if dated.role in (Role.DEADLINE, Role.UNTIL):
            start = published if published and published <= dated.when.end else dated.when.end
            return When(start, dated.when.end, Precision.RANGE, WhenFrom.EXPRESSION, f"by {dated.text}")
        if dated.role is Role.POINT and (act.said or published is None or dated.when.end >= published):
            return dated.when
    ahead = event is not None and event.when.end is not None and published is not None and event.when.end > published
    if event is not None and ahead and event.when.origin is WhenFrom.EXPRESSION:
        return event.when
    if published is None:
        return When(reason="neither a date nor a day of publication")
    soon = _SOON.search(sentence.text)
    return When(published, None, Precision.RANGE, WhenFrom.PUBLICATION, soon[0] if soon else None)


def _dates_act(sentence: ReadSentence, date: Span, act: _Act) -> bool:
    """Whether a date hangs on an act, or on a noun in its clause; what a side clause or an "of" dates is another."""
    own = next(iter(tokens_at(sentence, date)), None)
    while own is not None and own.i != act.token.i:
        if own.dep_ in ("relcl", "acl", "advcl", "ccomp") or own.head.i == own.i:
            return False
        if own.dep_ == "prep" and own.lower_ not in _DATING and own.head.i != act.token.i:
            return False
        if own.dep_ == "prep" and own.lower_ in ("of", "for"):
            return False
        own = own.head
    return own is not None
