"""What the learned coder reads: names gone, kinds of actors kept."""

import pytest
from build import marked

from detente.coding.classify import read_pair
from detente.coding.pair_text import OTHER, SOURCE, TARGET, pair_text


def test_pair_and_others_are_marked() -> None:
    sentence = marked("[Kenyan police:g] told [Peru:n] that [Norway:n] objects.")
    assert pair_text(sentence, 0, 1) == f"{SOURCE} police told {TARGET} that {OTHER} objects."
    assert pair_text(sentence, 2, 0) == f"{TARGET} police told {OTHER} that {SOURCE} objects."


@pytest.mark.parametrize("one", ["Kenya", "the Philippines", "Côte d'Ivoire", "Papua New Guinea"])
@pytest.mark.parametrize("other", ["Peru", "South Sudan", "the United States"])
def test_names_leave_no_trace(one: str, other: str) -> None:
    """The law of blindness, for the marked pair: whoever they are, the coder reads the same."""
    pair = read_pair({"marked_sentence": f"<s>{one}</s> condemned <t>{other}</t> on Monday."}, "row")
    assert pair_text(pair.sentence, pair.source, pair.target) == f"{SOURCE} condemned {TARGET} on Monday."


def test_third_parties_are_blinded_too() -> None:
    pair = read_pair({"marked_sentence": "<s>Kenya</s> condemned <t>Peru</t> over Norway."}, "row")
    assert pair_text(pair.sentence, pair.source, pair.target) == f"{SOURCE} condemned {TARGET} over {OTHER} ."


def test_a_side_left_unmarked() -> None:
    pair = read_pair({"marked_sentence": "Two men were arrested by <s>Kenyan police</s>."}, "row")
    assert pair_text(pair.sentence, pair.source, pair.target) == f"Two men were arrested by {SOURCE} police ."
