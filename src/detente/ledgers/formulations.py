"""What an article tells of fixed expressions of policy: that they are used, new, back after years, or gone.

An expression of the list counts wherever it stands. Others are found where the text itself calls words an expression:
"the phrase 'X'", "the wording 'X'". Who uses it is whose clause it stands in, or whose document.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from detente.actors import party_of
from detente.coding import Coding
from detente.coding.articles import mentions_in
from detente.dating import Role, SentenceDates
from detente.knowledge.formulations import formulations
from detente.ledgers.clauses import CODER, record_id
from detente.ledgers.echoes import find_echo, quoted_before
from detente.records import (
    Evidence,
    FormulationReport,
    FormulationStatus,
    Mention,
    Precision,
    Span,
    When,
    WhenFrom,
)

_NOUN = (
    r"(?:expressions?|phrases?|wordings?|formulations?|formulas?|slogans?|catch-?phrases?|catchwords?|watchwords?|mottos?|"
    r"mantras?|doctrines?|(?:the|a|its|his|her|their) (?:words|line)|(?:the|a|this|that) (?:\w+ )?term)"
)
_COINED = (
    r"(?:coin(?:ed|s|ing)|unveil(?:ed|s|ing)|mint(?:ed|ing)|in(?:to)? circulation|vocabulary|used to (?:speak|talk) of|"
    r"gave (?:us|the world)|(?:joint )?declaration on)"
)
_CALLED = re.compile(
    rf"\b(?:{_NOUN}|{_COINED})\b[^.;\"“”']{{0,30}}[\"“'‘](?P<words>[^\"“”]{{3,80}}?)[\"”'’]"
    rf"|[\"“](?P<before>[^\"“”]{{3,80}}?)[\"”][^.;\"“”]{{0,20}}\b(?:{_NOUN}|words (?:taken|borrowed|first)|a concept)\b"
    rf"|[\"“](?P<coined>[^\"“”]{{3,80}}?)[\"”][^.;\"“”]{{0,90}}\b{_COINED}\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:reinstat\w+|reviv\w+|reintroduc\w+|restor\w+|re-?appear\w*|return(?:s|ed|ing)? to|brought back|"
    r"bringing back|resum\w+|(?:heard|used) again\b(?! and)|"
    r"once again|again (?:us|describ|call|speak)\w+|us\w+ again|after an absence|"
    r"(?:br(?:ing|ings|ought)|took|tak(?:e|es|en)) (?:\w+ )?(?:up |out )?(?:again|afresh|back)|"
    r"(?:(?:was|is|are|were|came|come|comes) )?back in (?:the|circulation|use|vogue|its|their))\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\bfor the first time (?:in|since) (?:about |nearly |almost |more than |"
    r"over )?(?P<gap>[^,.;()]{2,40}?)(?=[,.;()]|\s(?:which|and|as|when|that|by|at|to|under)\b|$)"
    r"|\bafter (?:a gap|an absence) of (?P<absence>[^,.;()]{2,30}?)(?=[,.;()]|$)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\bfor the first time\b|\bfirst (?:used|adopted|appeared|mention\w*|included)\b|\b(?:newly|new) (?:added|"
    r"included)\b|\bwas introduced\b|"
    r"\bdebut\w*\b|\b(?:coin|unveil|mint)(?:ed|s|ing)\b|\bput into circulation\b|\bgave (?:us|the world)\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:dropp(?:ed|ing)|drops|remov(?:ed|es|ing)|delet(?:ed|es|ing)|omit(?:s|ted|ting)?|abandon\w*|scrapp\w+|"
    r"discard\w*|"
    r"no longer (?:us|mention|contain|includ|speak|refer)\w*|disappear\w*|(?:is|was) (?:missing|absent|gone)|"
    r"left out|vanish\w*|str(?:uck|icken) (?:out|from)|slipp(?:ed|ing) (?:out of|from)|"
    r"(?:kept|keeps|keeping|leaves|left) [^.;]{0,60}out of|(?:scarcely|hardly|rarely|never) hear\w*)\b",
    re.IGNORECASE,
)
_OF_USE = re.compile(
    r"\b(?:use[ds]?|using|includ\w+|insert\w*|add(?:s|ed|ing)?|contain\w*|mention\w*|adopt\w*|reinstat\w+|"
    r"reviv\w+|repeat\w*|appear\w*|drop\w*|"
    r"remov\w+|omit\w*|delet\w+|expression|phrase|wording|formulation|term|words|line|mantra|doctrine|coin\w*|unveil\w*|"
    r"mint(?:ed|s)|circulation|vocabulary|speeches|text|statement|gave us|speak of|declaration)\b",
    re.IGNORECASE,
)


_AROUND = 70  # characters on either side in which words of use are an expression's


@dataclass(frozen=True, slots=True)
class _Found:
    formulation: str
    span: Span  # in the sentence


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    """All wordings of the list, in small letters with blanks for hyphens; and what each is: its words, its id."""
    entries = tuple((words, one.id) for one in formulations().values() for words in one.words)
    plain = [words.lower().replace("-", " ") for words, _ in entries]
    return AhoCorasick(plain, matchkind=MatchKind.Standard), entries


def wording_pattern(words: str) -> re.Pattern[str]:
    """A pattern of some words between word boundaries; hyphens and blanks are one, and so is case."""
    loose = re.sub(r"\\[- ]|[- ]", "[- ]", re.escape(words))
    return re.compile(rf"(?<!\w){loose}(?!\w)", re.IGNORECASE)


def find_formulations(coding: Coding) -> tuple[FormulationReport, ...]:
    """What an article tells of fixed expressions, in order of the text.

    Args:
        coding: the coded article.

    Returns:
        One report an expression and sentence. That it is new, back or gone is said only where words of use stand
        beside it, or where a sentence after it says so of "it" or "the phrase".
    """
    reports: list[FormulationReport] = []
    spoken = 0  # number of the sentence that last spoke of an expression
    for number, span in enumerate(coding.sentences):
        text = span.of(coding.document.text)
        new = list(_reports(coding, number, text, find_expressions(text)))
        following = coding.sentences[number + 1 : number + 2]
        if not new and following and (quoted := quoted_before(text, following[0].of(coding.document.text))):
            new = list(_reports(coding, number, text, [_in_text(text, quoted)]))
        if not new and reports and (echo := find_echo(text, number - spoken)):
            new = [_echoed(coding, number, text, reports[-1], echo)]
        spoken = number if new else spoken
        reports += new
    return tuple(reports)


def _reports(coding: Coding, number: int, text: str, expressions: Iterable[_Found]) -> Iterator[FormulationReport]:
    for found in expressions:
        status, gap = _status(text[max(0, found.span.start - _AROUND) : found.span.end + _AROUND])
        yield _report(coding, number, found, found.span.of(text), status, gap)


def _echoed(
    coding: Coding, number: int, text: str, last: FormulationReport, echo: tuple[Span, FormulationStatus]
) -> FormulationReport:
    """What a sentence tells of the expression spoken of last; of its owner, where it names nobody else."""
    place, status = echo
    gap = _gap(text) if status is FormulationStatus.REINSTATED else None
    report = _report(coding, number, _Found(last.formulation, place), last.words, status, gap)
    return report if report.speaker else replace(report, speaker=last.speaker)


def _report(
    coding: Coding, number: int, found: _Found, words: str, status: FormulationStatus, gap: str | None
) -> FormulationReport:
    span = coding.sentences[number]
    place = Span(span.start + found.span.start, span.start + found.span.end)
    evidence = Evidence(coding.document.id, span, place, CODER)
    return FormulationReport(
        id=record_id(evidence, found.formulation),
        evidence=evidence,
        formulation=found.formulation,
        words=words,
        speaker=_speaker(coding.mentions, span, place, found.formulation),
        status=status,
        gap=gap,
        when=_when(coding, number),
    )


@functools.lru_cache(maxsize=1024)
def find_expressions(text: str) -> tuple[_Found, ...]:
    """The expressions in a sentence: the list's, and those that the text calls one; disjoint, the longest, in order."""
    found: list[_Found] = []
    for one in sorted(_listed(text), key=lambda each: (each.span.start - each.span.end, each.span)):
        _keep(found, one)
    for match in _CALLED.finditer(text):
        group = str(match.lastgroup)
        words = match[group].strip(" ,.")
        start = match.start(group)
        if 1 < len(words.split()) <= 10:
            _keep(found, _in_text(text, Span(start, start + len(words))))
    return tuple(sorted(found, key=lambda one: one.span))


def _in_text(text: str, span: Span) -> _Found:
    """An expression that no list has: its words are its name."""
    return _Found(f"text:{span.of(text).lower()}", span)


def _listed(text: str) -> Iterator[_Found]:
    """The list's wordings between word boundaries; one that begins with a capital is written so."""
    automaton, entries = _automaton()
    plain = text.lower().replace("-", " ")
    if len(plain) != len(text):  # "İ" grows when lowered, and offsets with it
        return
    for number, start, end in automaton.find_matches_as_indexes(plain, overlapping=True):
        words, ident = entries[number]
        alone = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if alone and (not words[0].isupper() or text[start].isupper()):
            yield _Found(ident, Span(start, end))


def _keep(found: list[_Found], new: _Found) -> None:
    if not any(one.span.overlaps(new.span) for one in found):
        found.append(new)


def _status(text: str) -> tuple[FormulationStatus, str | None]:
    """What the words around an expression say of its use, and the gap that they name."""
    if not _OF_USE.search(text):
        return FormulationStatus.USED, None
    gap = _gap(text)
    if gap or _AGAIN.search(text):
        return FormulationStatus.REINSTATED, gap
    if _DROPPED.search(text):
        return FormulationStatus.DROPPED, None
    return (FormulationStatus.FIRST if _FIRST.search(text) else FormulationStatus.USED), None


def _gap(text: str) -> str | None:
    """The time that an expression is said to have been away."""
    gap = _GAP.search(text)
    return (gap["gap"] or gap["absence"]).strip() if gap else None


def _speaker(mentions: Sequence[Mention], sentence: Span, place: Span, formulation: str) -> str | None:
    """Whose expression it is: whom the list knows it of, if the sentence names them; else the first named before it."""
    inside = [one for one in mentions_in(mentions, sentence) if not one.span.overlaps(place) and one.actors]
    ordered = sorted(inside, key=lambda one: (one.span.start > place.start, one.span))
    named = list(dict.fromkeys(party for one in ordered if (party := party_of(one.actors[0]))))
    known = formulations().get(formulation)
    owners = [party for party in named if known and party in known.parties]
    return next(iter([*owners, *named]), None)


def _when(coding: Coding, number: int) -> When:
    """When it was used: a date of the sentence that is no length of time, else as of publication."""
    dates: SentenceDates | None = coding.dates[number] if coding.dates else None
    for dated in dates.expressions if dates else ():
        if dated.role is Role.POINT and dated.when.start is not None:
            return dated.when
    published = coding.document.published
    if published is None:
        return When(reason="neither a date nor a day of publication")
    return When(published, published, Precision.DAY, WhenFrom.PUBLICATION)
