"""``lexicon.v1``: frames over the dependency parse. It names its trigger, and so explains its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.coding.attachment import dates_of, is_narrated, place_of, repeated, speaker_of, split_by_date, with_gaps
from detente.coding.blind import BlindSentence, SlotForm
from detente.coding.coder import Pair, Relation
from detente.coding.match import Match
from detente.coding.matching import find_half_matches, find_matches
from detente.coding.modality import lies_ahead, modality_of
from detente.coding.parse import Parse, parse
from detente.coding.together import was_done_at, with_meeting
from detente.records import ContactKind, Span

_HOSTING = frozenset({"hold", "host", "convene", "organise", "organize"})
_EXACT = (ContactKind.SUMMIT, ContactKind.DIALOGUE)


class LexiconCoder:
    """Codes by the frames of ``knowledge/lexicon``; needs spaCy and its English model."""

    name = "lexicon.v1"

    def code(self, sentences: Sequence[BlindSentence]) -> list[tuple[Relation, ...]]:
        """Relations of each sentence, in order of the input."""
        return [relations(parsed) for parsed in parse(sentences)]

    def classify(self, pairs: Sequence[Pair]) -> list[Relation | None]:
        """What relates each marked pair: a frame that holds both, else the nearest word that one of them stands at.

        The marks vouch that the two are related, so here, unlike in :meth:`code`, half a frame will do.
        """
        parses = parse([pair.sentence for pair in pairs])
        return [_between(pair, parsed) for pair, parsed in zip(pairs, parses, strict=True)]


def relations(parsed: Parse) -> tuple[Relation, ...]:
    """All relations of a parsed sentence, in order of their triggers."""
    matched = (_relation(parsed, match) for match in find_matches(parsed))
    split = (one for relation in matched if relation for one in split_by_date(parsed.sentence, relation))
    often = (one for relation in split for one in repeated(parsed.sentence, relation))
    further = (one for relation in often for one in with_gaps(parsed.sentence, relation))
    found = [one for relation in further for one in with_meeting(parsed.sentence, relation)]
    return tuple(
        sorted(
            set(found),
            key=lambda relation: (
                relation.trigger,
                relation.root,
                relation.sources,
                relation.targets,
                -1 if relation.date is None else relation.date,
            ),
        )
    )


def _relation(parsed: Parse, match: Match) -> Relation | None:
    trigger, anchor, frame = match.trigger, match.anchor, match.frame
    modality = modality_of(trigger, anchor)
    if modality is None:
        return None
    place = _place(parsed, match)
    span = Span(trigger.idx, trigger.idx + len(trigger))
    if frame.placed and not was_done_at(parsed.sentence, span, place):
        return None
    dates = dates_of(parsed, trigger, anchor)
    return Relation(
        sources=match.sources,
        targets=match.targets,
        root=frame.root,
        mode=frame.mode,
        modality=modality,
        trigger=span,
        confidence=match.confidence,
        contact=_contact(parsed, match),
        date=dates[0] if dates else None,
        further_dates=dates[1:],
        narrated=is_narrated(anchor),
        place=place,
        speaker=speaker_of(parsed, anchor),
        ahead=lies_ahead(trigger),
    )


def _place(parsed: Parse, match: Match) -> int | None:
    """Where it was: as the sentence says, else the state that holds a forum.

    A party is no place ("apologised to Kyiv"), but for the one visited.
    """
    found = place_of(parsed, match.trigger, match.anchor)
    is_party = found in (*match.sources, *match.targets)
    if found is not None and (not is_party or match.frame.contact is ContactKind.VISIT):
        return found
    if "forum" in match.frame.target_kinds and match.anchor.lemma_ in _HOSTING:
        states = [slot for slot in match.sources if parsed.sentence.slots[slot].form is SlotForm.NAME]
        return states[0] if len(states) == 1 else None
    return None


def _contact(parsed: Parse, match: Match) -> ContactKind | None:
    """The frame's kind of contact, made exact by the noun's own modifier or by the forum: "summit meeting"."""
    if match.frame.contact is not ContactKind.MEETING:
        return match.frame.contact
    words = [child.lower_ for child in match.trigger.children if child.dep_ == "compound"]
    slots = (parsed.sentence.slots[slot] for slot in match.sources)
    words += [slot.span.of(parsed.sentence.text).lower() for slot in slots if slot.form is SlotForm.FORUM]
    return next((kind for kind in _EXACT if kind in words), match.frame.contact)


def _between(pair: Pair, parsed: Parse) -> Relation | None:
    ends = [end for end in (pair.source, pair.target) if end is not None]
    matches = find_matches(parsed)
    holding = [match for match in matches if {*ends} <= {*match.sources, *match.targets}]
    if not holding:
        holding = find_half_matches(parsed, pair.source, pair.target)
    if not holding:
        return None
    best = _relation(parsed, max(holding, key=lambda match: match.confidence))
    if best is None:
        return None
    if not best.targets:
        return replace(best, sources=tuple(ends))
    forward = pair.source in best.sources or pair.target in best.targets
    sources, targets = (pair.source, pair.target) if forward else (pair.target, pair.source)
    return replace(best, sources=_known(sources), targets=_known(targets))


def _known(slot: int | None) -> tuple[int, ...]:
    return () if slot is None else (slot,)
