"""Coding marked pairs: a sentence whose source and target are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.actors import find_mentions
from detente.coding.blind import Slot, SlotForm, blind, blind_slots, empty_slot
from detente.coding.coder import Coder, Pair, Relation
from detente.errors import MalformedInput
from detente.knowledge.plover import quad
from detente.records import ContactKind, Document, Modality, Span

_MARKS = re.compile(r"<(/?)([st])>")
_ADJECTIVE = re.compile(
    r"(?:[A-Z][a-z]+(?:ese|ian|ean|can|ish|rean|raqi|nian|aeli|ani|ench|tch|lish|ghan|iot|eek|wiss|hai|mani)|U\.S\.|US|UK)$"
)


@dataclass(frozen=True, slots=True)
class PairCode:
    """The code of one marked pair, as ``detente classify`` prints it.

    A planned deed has the root of the intention, as PLOVER codes what is told in the future: AGREE for a friendly one,
    THREATEN for a hostile one, unless that is words alone (a criticism to come is no threat). An event of the record
    keeps the deed's root, with modality planned.

    Attributes:
        root: PLOVER event type, or None where nothing relates the pair.
        direction: forward (source acts on target), backward, or both; None with no root.
        confidence: 0 to 1.
    """

    root: str | None
    direction: str | None
    mode: str | None
    modality: Modality | None
    confidence: float


def classify_pairs(rows: Iterable[Mapping[str, str | None]], coder: Coder, source: str = "input") -> list[PairCode]:
    """Code marked pairs.

    Args:
        rows: columns ``sentence``, ``source``, ``target``; and ``marked_sentence`` with ``<s></s>`` and
            ``<t></t>`` around the two, where given: it decides which occurrence of a name is meant.
        coder: any coder.
        source: name of the input, for messages.

    Returns:
        One code a row, in order.

    Raises:
        MalformedInput: a row lacks its columns, or its source or target does not stand in its sentence.
    """
    pairs = [read_pair(row, f"{source}#{number}") for number, row in enumerate(rows, start=1)]
    codes: list[PairCode] = []
    for pair, relation in zip(pairs, coder.classify(pairs), strict=True):
        if relation is None:
            codes.append(PairCode(None, None, None, None, 0.0))
            continue
        root, mode = _as_intention(relation)
        codes.append(PairCode(root, _direction(pair, relation), mode, relation.modality, relation.confidence))
    return codes


def _as_intention(relation: Relation) -> tuple[str, str | None]:
    """Root and mode by PLOVER's rule of tense: a friendly deed that is planned is AGREE, a hostile one THREATEN."""
    is_words = quad(relation.root) == 3
    if relation.modality is not Modality.PLANNED or relation.root == "AGREE" or is_words:
        return relation.root, relation.mode
    return ("AGREE" if quad(relation.root) < 3 else "THREATEN"), None


def _direction(pair: Pair, relation: Relation) -> str:
    """Who acts on whom; with one side unmarked, only a contact tells that both do."""
    one_sided = pair.source is None or pair.target is None
    if not relation.targets and (not one_sided or relation.contact not in (None, ContactKind.VISIT)):
        return "both"
    acts = pair.source is not None and pair.source in relation.sources
    suffers = pair.target is not None and pair.target in relation.targets
    return "forward" if acts or suffers else "backward"


def read_pair(row: Mapping[str, str | None], where: str) -> Pair:
    """The blinded pair of one row; see :func:`classify_pairs`."""
    text, spans = _marked(row["marked_sentence"], where) if row.get("marked_sentence") else _searched(row, where)
    if not spans:
        raise MalformedInput(where, "marks neither <s>...</s> nor <t>...</t>")
    if len(spans) == 2 and spans["s"].overlaps(spans["t"]):  # one inside the other: the outer one is what is named
        del spans["s" if spans["t"].covers(spans["s"]) else "t"]
    order = sorted(spans, key=lambda role: spans[role])
    slots = [
        empty_slot(_form(spans[role].of(text), text[spans[role].end :]), spans[role], spans[role].of(text))
        for role in order
    ]
    sentence = blind_slots(text, Span(0, len(text)), [*slots, *_third_parties(text, slots)])
    index = {role: sentence.at(spans[role]) for role in spans}
    return Pair(sentence, index.get("s"), index.get("t"))


def _third_parties(text: str, marked: Sequence[Slot]) -> list[Slot]:
    """Whoever else the sentence names: blinded like the pair."""
    whole = Span(0, len(text))
    mentions = find_mentions(Document("", "", text), [whole])
    free = [one for one in mentions if not any(one.span.overlaps(slot.origin) for slot in marked)]
    return list(blind(text, whole, free).slots)


def _marked(marked: str | None, where: str) -> tuple[str, dict[str, Span]]:
    """A sentence without its marks, and where they stood; blanks inside a mark stay outside its span."""
    out: list[str] = []
    length = cursor = 0
    opened: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for mark in _MARKS.finditer(marked or ""):
        piece = (marked or "")[cursor : mark.start()]
        out.append(piece)
        length += len(piece)
        cursor = mark.end()
        if not mark[1]:
            opened[mark[2]] = length
        elif mark[2] in opened:
            spans[mark[2]] = Span(opened.pop(mark[2]), length)
    if opened:
        raise MalformedInput(where, f"<{next(iter(opened))}> is not closed")
    out.append((marked or "")[cursor:])
    text = "".join(out)
    return text, {role: _trimmed(text, span) for role, span in spans.items()}


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _searched(row: Mapping[str, str | None], where: str) -> tuple[str, dict[str, Span]]:
    text = row.get("sentence") or ""
    names = {column: (row.get(column) or "").strip() for column in ("source", "target")}
    spans: dict[str, Span] = {}
    for column in sorted(names, key=lambda column: -len(names[column])):  # "South Sudan" before "Sudan"
        if not names[column]:
            raise MalformedInput(where, f"no {column}")
        taken = list(spans.values())
        places = (Span(*found.span()) for found in re.finditer(re.escape(names[column]), text))
        place = next((span for span in places if not any(span.overlaps(other) for other in taken)), None)
        if place is None:
            raise MalformedInput(where, f"{column} {names[column]!r} does not stand in the sentence")
        spans[column[0]] = place
    return text, spans


def _form(text: str, after: str) -> SlotForm:
    """How a marked name looks: an adjective before its noun, a common noun, or a name."""
    last = text.rsplit(maxsplit=1)[-1] if text.split() else text
    if (
        _ADJECTIVE.match(text)
        and re.match(r"(?:-led)?\s+[a-z]", after)
        and not re.match(
            r"\s+(?:has|have|had|is|was|will|and|to|in|on|for|or|of|that|with|by|are|were|would|could|said|says|from|at|after|as|not|does|did)\b",
            after,
        )
    ):
        return SlotForm.ADJECTIVE
    if last[:1].islower() or last[:1].isdigit():
        return SlotForm.GROUP
    return SlotForm.NAME
