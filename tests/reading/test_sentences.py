"""Where sentences end in news prose, and the laws that every split keeps."""

# ruff: noqa: E501  (pages and tables read better unwrapped)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading import split_sentences
from detente.reading.paragraphs import find_paragraphs, is_hard_wrapped
from detente.reading.sentences import MAX_CHARS

# One line a sentence; each block is joined by spaces, split, and must come back as it was.
BLOCKS = (
    """Lt. Gen. John A. Smith met U.S. Secretary of State Jane B. Doe on Jan. 5.
    He left the next day.""",
    """Mr. Roe arrived at 5 p.m. Tokyo time.
    The talks began at once.""",
    """He visited the U.S. and the U.K. last year.
    The U.S. Embassy had no comment.""",
    """"We agree," the minister said.
    "There is no other way."
    She then left.""",
    """“Is it over?” asked Mr. Wang.
    “No!” shouted the crowd.
    It was not.""",
    """Norland bought the No. 2 reactor for $1.5 billion.
    Sen. Lee and Gov. Kim objected on Sept. 3.""",
    """The firm, Fish Co. Ltd. of Oslo, declined to comment.
    Its shares fell 3.5 percent.""",
    """OSLO, July 3 (Xinhua) -- Norland said on Tuesday that it would go on.
    Sudania did not reply.""",
    """Norland's P.M. Roe spoke with J. D. Doe.
    Adm. Sam Roe was there too.""",
    """Norland asked for talks in May.
    Sudania agreed to listen to Mr. Kan.
    Norland may.
    May Roe did not.""",
    """日本と中国は会談した。
    両国は合意した。""",
)


@pytest.mark.parametrize("block", BLOCKS)
def test_sentences_of_news(block: str) -> None:
    expected = [line.strip() for line in block.splitlines()]
    text = " ".join(expected)
    assert [span.of(text) for span in split_sentences(text)] == expected


def test_headings_and_list_items_are_sentences_of_their_own() -> None:
    text = "What is at stake\nThe quota is cut. Boats stay\nin port, he said.\n\n1. Fish\n2. Oil"
    assert [span.of(text) for span in split_sentences(text)] == [
        "What is at stake", "The quota is cut.", "Boats stay", "in port, he said.", "1. Fish", "2. Oil",
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministers of Norland and Sudania met on Tuesday in the port of Oslo to\n"
        "discuss the quota for cod, which has been cut by half for three years in a\n"
        "row. Nobody in either of the two capitals wants to see the dispute grow any\n"
        "larger before the summit.\n"
        "\n"
        "Talks go on in May.\n"
    )
    assert is_hard_wrapped(text)
    assert len(find_paragraphs(text)) == 2
    sentences = [" ".join(span.of(text).split()) for span in split_sentences(text)]
    assert sentences[1].startswith("Nobody in either")
    assert sentences[2] == "Talks go on in May."


def test_a_line_a_paragraph_is_not_hard_wrapped() -> None:
    lines = [
        "Norland cut its quota.",
        "Sudania, which had asked for talks, said no and left the meeting early.",
    ] * 5
    assert not is_hard_wrapped("\n".join(lines))


def test_garbage_without_stops_is_cut() -> None:
    text = "word " * 5000
    spans = split_sentences(text)
    assert all(span.end - span.start <= MAX_CHARS for span in spans)
    assert " ".join(span.of(text) for span in spans).split() == text.split()


def test_nothing_in_nothing() -> None:
    assert split_sentences("") == ()
    assert split_sentences(" \n\t\n ") == ()


PIECES = st.lists(
    st.sampled_from(
        ["The minister", " met", " Mr. Roe", ". ", "? ", "! ", "\n", "\n\n", " U.S.", '"', "”", " Jan. 5", "…", "。", " a", "Ü", "—", "  ", "日本", "😀", ";"]
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), PIECES.map("".join)))
def test_spans_are_ordered_disjoint_inside_and_lose_no_word(text: str) -> None:
    spans = split_sentences(text)
    at = 0
    for span in spans:
        assert span.start >= at
        assert span.end <= len(text)
        assert span.of(text).strip() == span.of(text) != ""
        assert text[at : span.start].strip() == ""
        at = span.end
    assert text[at:].strip() == ""
