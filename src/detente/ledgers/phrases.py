"""Fixed expressions over many articles: followed in time, shown in context, and found by how often words recur."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.knowledge.formulations import formulations
from detente.ledgers.formulations import wording_pattern
from detente.records import FormulationReport, FormulationStatus

GAP = dt.timedelta(days=730)  # without a use for so long, the next one is a return; a convention of ours
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()\"“”—–]|\d+")
_INNER = re.compile(r"[^\W\d_]")
_LOOSE = frozenset(
    "the a an of and or to in on at by for from with as is are was were be been has have had will would its their his "
    "her it they he she this that these those not no but said says say also more than which who".split()
)
_SHORTEST, _LONGEST = 3, 8  # words of a phrase that statistics find


@dataclass(frozen=True, slots=True)
class Track:
    """One speaker's use of one expression over time.

    Attributes:
        first: first day that a use is dated to, in the record; ``last`` the last one. None where no use is dated.
        uses: how many sentences use it.
        status: first (used once so far), reinstated (used again after a gap, or the text says so), dropped (a text
            says so, and no later use is on record), used.
        gap: days of the longest gap between two uses in the record.
        since: the day of the use that ended that gap.
        reports: ids of the reports, by date.
    """

    formulation: str
    words: str
    speaker: str | None
    first: dt.date | None
    last: dt.date | None
    uses: int
    status: FormulationStatus
    gap: int | None
    since: dt.date | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance: the words with what stands around them."""

    left: str
    words: str
    right: str
    date: dt.date | None
    document: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that recur.

    Attributes:
        documents: in how many articles; ``uses`` in how many sentences.
        score: documents times pointwise mutual information per word, in bits: how much more often the words stand
            together than their own frequencies make likely.
    """

    words: str
    documents: int
    uses: int
    score: float


def track_formulations(reports: Iterable[FormulationReport], gap: dt.timedelta = GAP) -> list[Track]:
    """Follow each expression of each speaker through time.

    Args:
        reports: of any articles, in any order.
        gap: without a use for so long, the next one is a return.

    Returns:
        One track an expression and speaker, by first use.
    """
    groups: defaultdict[tuple[str, str | None], list[FormulationReport]] = defaultdict(list)
    for report in reports:
        groups[report.formulation, report.speaker].append(report)
    tracks = [_track(group, gap) for group in groups.values()]
    return sorted(tracks, key=lambda one: (one.first or dt.date.max, one.formulation, one.speaker or ""))


def _track(group: Sequence[FormulationReport], gap: dt.timedelta) -> Track:
    ordered = sorted(group, key=lambda one: (one.when.start or dt.date.max, one.id))
    used = [one for one in ordered if one.status is not FormulationStatus.DROPPED]
    days = [one.when.start for one in used if one.when.start]
    gaps = [(later - earlier, later) for earlier, later in pairwise(days)]
    longest = max(gaps, default=None)
    known = formulations().get(ordered[0].formulation)
    return Track(
        formulation=ordered[0].formulation,
        words=known.words[0] if known else ordered[0].words,
        speaker=ordered[0].speaker,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        uses=len(used),
        status=_status(ordered, longest is not None and longest[0] >= gap),
        gap=longest[0].days if longest else None,
        since=longest[1] if longest else None,
        reports=tuple(one.id for one in ordered),
    )


def _status(ordered: Sequence[FormulationReport], returned: bool) -> FormulationStatus:
    said = [one.status for one in ordered if one.status is not FormulationStatus.USED]
    if ordered[-1].status is FormulationStatus.DROPPED:
        return FormulationStatus.DROPPED
    if returned or FormulationStatus.REINSTATED in said:
        return FormulationStatus.REINSTATED
    return FormulationStatus.FIRST if FormulationStatus.FIRST in said or len(ordered) == 1 else FormulationStatus.USED


def concordance(sentences: Iterable[tuple[str, dt.date | None, str]], phrase: str, width: int = 60) -> Iterator[Line]:
    """Every use of some words, with what stands around them.

    Args:
        sentences: document id, day of publication, text.
        phrase: the words; case and hyphens don't matter.
        width: characters on either side.
    """
    pattern = wording_pattern(phrase)
    for document, date, text in sentences:
        for match in pattern.finditer(text):
            left, right = text[max(0, match.start() - width) : match.start()], text[match.end() : match.end() + width]
            yield Line(left, match[0], right, date, document)


def repeated_phrases(sentences: Iterable[tuple[str, str]], least: int = 3) -> list[Phrase]:
    """Words that recur over articles more than their frequencies make likely.

    Args:
        sentences: document id and text.
        least: in how many articles a phrase has to stand.

    Returns:
        Phrases of three to eight words that neither begin nor end in a function word, cross no punctuation and are no
        names; of phrases in phrases the longest that stands in as many articles. The highest score first.
    """
    singles: Counter[str] = Counter()
    uses: Counter[tuple[str, ...]] = Counter()
    documents: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for document, text in sentences:
        for run in _runs(text):
            singles.update(word.lower() for word in run)
            for gram in _grams(run):
                uses[gram] += 1
                documents[gram].add(document)
    total = sum(singles.values())
    kept = {gram for gram, found in documents.items() if len(found) >= least}
    kept -= {gram for gram in kept if _is_within(gram, kept, documents)}
    phrases = [
        Phrase(
            " ".join(gram),
            len(documents[gram]),
            uses[gram],
            round(len(documents[gram]) * _information(gram, uses[gram], singles, total), 2),
        )
        for gram in kept
    ]
    return sorted((one for one in phrases if one.score > 0), key=lambda one: (-one.score, one.words))


def _runs(text: str) -> Iterator[list[str]]:
    """Stretches of words between punctuation."""
    run: list[str] = []
    for token in _WORD.findall(text):
        if _INNER.match(token):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _grams(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Stretches of a run that say something and are no name: with two words of content or more in small letters."""
    lower = [word.lower() for word in run]
    content = [word.islower() and word not in _LOOSE for word in run]
    for size in range(_SHORTEST, min(_LONGEST, len(run)) + 1):
        for start in range(len(run) - size + 1):
            ends = lower[start], lower[start + size - 1]
            if not _LOOSE & set(ends) and sum(content[start : start + size]) > 1:
                yield tuple(lower[start : start + size])


def _is_within(gram: tuple[str, ...], kept: set[tuple[str, ...]], documents: dict[tuple[str, ...], set[str]]) -> bool:
    return any(
        len(other) > len(gram)
        and len(documents[other]) == len(documents[gram])
        and any(other[at : at + len(gram)] == gram for at in range(len(other) - len(gram) + 1))
        for other in kept
    )


def _information(gram: tuple[str, ...], uses: int, singles: Counter[str], total: int) -> float:
    """Pointwise mutual information per word, in bits."""
    together = math.log2(uses / total)
    apart = sum(math.log2(singles[word] / total) for word in gram)
    return (together - apart) / len(gram)
