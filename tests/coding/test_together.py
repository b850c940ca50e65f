"""A deed done together in one place is a meeting too."""

from dataclasses import replace

import pytest
from build import marked

from detente.coding.coder import Relation
from detente.coding.together import was_done_at, with_meeting
from detente.records import ContactKind, Modality, Span

SIGNED = marked("[Ruto:p] and [Lula:p] signed a treaty in [Geneva:x].")
SIGNING = Relation((0, 1), (), "SUPPORT", None, Modality.HAPPENED, Span(16, 22), 0.9, place=2)


def test_people_who_sign_in_a_place_meet_there() -> None:
    deed, meeting = with_meeting(SIGNED, SIGNING)
    assert deed == SIGNING
    assert (meeting.root, meeting.contact, meeting.place) == ("CONSULT", ContactKind.MEETING, 2)


@pytest.mark.parametrize(
    "relation",
    [
        replace(SIGNING, place=None),
        replace(SIGNING, modality=Modality.PLANNED),
        replace(SIGNING, sources=(0,), targets=(1,)),
        replace(SIGNING, root="ACCUSE"),
        replace(SIGNING, contact=ContactKind.EXERCISE),
        replace(SIGNING, sources=(0, 2)),  # a place is nobody
    ],
)
def test_others_do_not(relation: Relation) -> None:
    assert with_meeting(SIGNED, relation) == (relation,)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("signed a treaty in [Geneva:x].", True),
        ("signed a treaty on {9 May} in [Geneva:x].", True),
        ("signed, on the sidelines of a fair in [Geneva:x], a treaty.", True),
        ("signed a treaty on peace in [Geneva:x].", False),
        ("signed a treaty for a bridge in [Geneva:x].", False),
    ],
)
def test_the_place_of_the_matter_is_not_that_of_the_deed(text: str, there: bool) -> None:
    assert was_done_at(marked(text), Span(0, 6), 0) is there
