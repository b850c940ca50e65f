"""The lexicon coder on sentences that a domain expert can read: see ``sentences.txt``."""

import dataclasses
from pathlib import Path

import pytest
from build import lines, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding import load_coder
from detente.coding.blind import blind_slots, empty_slot
from detente.coding.lexicon import LexiconCoder
from detente.records import Span

TABLE = Path(__file__).with_name("sentences.txt")
CODER = LexiconCoder()


def cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_sentence(text: str, expected: list[str]) -> None:
    sentence = marked(text)
    assert lines(sentence, CODER.code([sentence])[0]) == expected


def test_the_table_is_read() -> None:
    assert len(cases()) > 200


def test_trigger_is_a_word_of_the_sentence() -> None:
    for text, _ in cases():
        sentence = marked(text)
        for relation in CODER.code([sentence])[0]:
            assert relation.trigger.of(sentence.text).isalpha()


NAMES = st.sampled_from(
    ["Japan", "China", "Kenya", "Brazil", "the Philippines", "USA", "Côte d'Ivoire", "Papua New Guinea"]
)
TEMPLATES = st.sampled_from(
    ["{} condemned {} on Monday.", "{} and {} signed a treaty.", "Tariffs imposed by {} on {} remain."]
)


@settings(max_examples=40, deadline=None)
@given(TEMPLATES, NAMES, NAMES, NAMES, NAMES)
def test_names_do_not_change_the_code(template: str, a: str, b: str, c: str, d: str) -> None:
    """Blindness: whoever is named, the code is the same, bit for bit."""
    one, other = (_with_names(template, *pair) for pair in ((a, b), (c, d)))
    assert one.text == other.text
    assert [dataclasses.astuple(x) for x in CODER.code([one])[0]] == [
        dataclasses.astuple(x) for x in CODER.code([other])[0]
    ]


def _with_names(template: str, first: str, second: str):  # type: ignore[no-untyped-def]
    before, between, after = template.split("{}")
    text = f"{before}{first}{between}{second}{after}"
    spans = [Span(len(before), len(before) + len(first))]
    start = spans[0].end + len(between)
    spans.append(Span(start, start + len(second)))
    slots = [empty_slot(marked("[x:n]").slots[0].form, span, span.of(text)) for span in spans]
    return blind_slots(text, Span(0, len(text)), slots)


def test_registered_under_its_name() -> None:
    assert load_coder("lexicon.v1").name == "lexicon.v1"
