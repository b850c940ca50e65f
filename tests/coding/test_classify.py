"""Marked pairs: who is meant, who acts on whom, and rows that can't be used."""

import pytest

from detente.coding import load_coder
from detente.coding.classify import PairCode, classify_pairs
from detente.errors import MalformedInput
from detente.records import Modality

CODER = load_coder("lexicon.v1")

MARKED = [
    ("<s>Kenya</s> condemned <t>Brazil</t>.", "ACCUSE forward happened"),
    ("<t>Kenya</t> condemned <s>Brazil</s>.", "ACCUSE backward happened"),
    ("<s>Kenya</s> was condemned by <t>Brazil</t>.", "ACCUSE backward happened"),
    ("<s>Kenya</s> and <t>Brazil</t> signed a treaty.", "SUPPORT both happened"),
    ("<t>Kenya</t> met <s>Brazil</s>'s envoy.", "CONSULT both happened"),
    ("<s>Kenya</s> will not attack <t>Brazil</t>.", "ASSAULT forward negated"),
    ("<s>Kenya</s> may impose sanctions on <t>Brazil</t>.", "SANCTION forward hypothetical"),
    ("<s>Kenyan</s> troops attacked <t>Brazilian</t> positions.", "ASSAULT forward happened"),
    ("<s>Kenya</s> is near <t>Brazil</t>.", "none"),
    # a third party is no part of the pair
    ("<s>Kenya</s> condemned Peru, and <t>Brazil</t> praised it.", "ACCUSE forward happened"),
    # blanks inside a mark stay outside the name
    ("<s> Kenya </s>condemned<t> Brazil </t>.", "ACCUSE forward happened"),
    # the same name twice: the mark says which one
    ("Kenya said that <s>Kenya</s> had condemned <t>Brazil</t>.", "ACCUSE forward happened"),
    # one side that the sentence doesn't name
    ("<s>Kenya</s> condemned the attack.", "ACCUSE forward happened"),
    ("<t>Kenya</t> was condemned.", "ACCUSE forward happened"),
    ("<s>Kenya</s> was condemned.", "none"),
    # one inside the other: the outer one is what is named
    ("<s>The <t>Kenyan</t> army</s> condemned the attack.", "ACCUSE forward happened"),
    ("It condemned <t>the <s>Kenyan</s> army</t>.", "ACCUSE forward happened"),
]


def short(code: PairCode) -> str:
    return f"{code.root} {code.direction} {code.modality}" if code.root else "none"


@pytest.mark.parametrize(("sentence", "expected"), MARKED)
def test_marked(sentence: str, expected: str) -> None:
    (code,) = classify_pairs([{"marked_sentence": sentence}], CODER)
    assert short(code) == expected


@pytest.mark.parametrize(
    ("sentence", "source", "target", "expected"),
    [
        ("Kenya condemned Brazil.", "Kenya", "Brazil", "ACCUSE forward happened"),
        ("Kenya condemned Brazil.", "Brazil", "Kenya", "ACCUSE backward happened"),
        ("Kenya condemned Brazil.", " Kenya ", "Brazil", "ACCUSE forward happened"),
        # a name inside the other is found outside it
        ("South Sudan condemned Sudan.", "South Sudan", "Sudan", "ACCUSE forward happened"),
        ("South Sudan condemned Sudan.", "Sudan", "South Sudan", "ACCUSE backward happened"),
        ("The U.S. (east) praised Kenya.", "U.S. (east)", "Kenya", "SUPPORT forward happened"),
    ],
)
def test_named(sentence: str, source: str, target: str, expected: str) -> None:
    (code,) = classify_pairs([{"sentence": sentence, "source": source, "target": target}], CODER)
    assert short(code) == expected


def test_marks_decide_over_the_columns() -> None:
    row = {"sentence": "x", "source": "Peru", "target": "Chile", "marked_sentence": MARKED[0][0]}
    assert short(classify_pairs([row], CODER)[0]) == MARKED[0][1]


def test_no_code_has_nothing_in_it() -> None:
    row = {"marked_sentence": "<s>Kenya</s> is near <t>Brazil</t>."}
    assert classify_pairs([row], CODER) == [PairCode(None, None, None, None, 0.0)]


def test_one_code_a_row_in_order() -> None:
    codes = classify_pairs([{"marked_sentence": sentence} for sentence, _ in MARKED], CODER)
    assert [short(code) for code in codes] == [expected for _, expected in MARKED]


def test_nobody_s_name_changes_the_code() -> None:
    rows = [
        {"sentence": f"{a} accused {b} of fraud.", "source": a, "target": b}
        for a, b in (("Kenya", "Brazil"), ("China", "Japan"), ("Ruritania", "Z"), ("the Netherlands", "Côte d'Ivoire"))
    ]
    codes = classify_pairs(rows, CODER)
    assert codes[0].modality is Modality.HAPPENED
    assert len(set(codes)) == 1


GOOD = {"sentence": "Kenya condemned Brazil.", "source": "Kenya", "target": "Brazil"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "no source"),
        ({"sentence": None, "source": "Kenya", "target": "Peru"}, "'Kenya' does not stand in the sentence"),
        ({"sentence": "Kenya condemned Brazil.", "source": "Kenya"}, "no target"),
        ({"sentence": "Kenya condemned Brazil.", "source": "", "target": "Brazil"}, "no source"),
        ({**GOOD, "target": "Peru"}, "target 'Peru' does not stand in the sentence"),
        ({**GOOD, "target": "Kenya"}, "target 'Kenya' does not stand in the sentence"),
        ({"marked_sentence": "Kenya condemned Brazil."}, "marks neither"),
        ({"marked_sentence": "<s>Kenya condemned <t>Brazil</t>."}, "<s> is not closed"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(row: dict[str, str | None], reason: str) -> None:
    with pytest.raises(MalformedInput) as caught:
        classify_pairs([GOOD, row], CODER, "pairs.csv")
    assert caught.value.source == "pairs.csv#2"
    assert reason in caught.value.reason
