"""What holds of the mentions of any text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.actors.gazetteer import Gazetteer
from detente.actors.mentions import Found, find_with
from detente.records import Document, Mention, Span

WORDS = st.sampled_from(
    """Japan Japan's Japanese China China’s Chinese US us turkey Turkey İstanbul Tokyo the The a two
    countries government foreign minister ministers President Xi Jinping Kishida Fumio Wang Yi and ,
    . ' - of to his its their it he they former then counterpart Ministry of Defence navy vessels
    former Ltd. Gen. ASEAN Quad (ABC) « “ 日本 é Al Bank Lula both sides Smith Mr. spokesman - Korea
    South North State Council in Congress People's""".split()
)
SENTENCES = st.lists(st.lists(WORDS, max_size=14).map(" ".join), min_size=1, max_size=4)
DAY = dt.date(2024, 7, 26)


def find(names: Gazetteer, sentences: list[str], gap: str = " ") -> tuple[Document, list[Span], tuple[Mention, ...]]:
    text = gap.join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + len(gap)
    document = Document("law", "law", text, published=DAY)
    return document, spans, find_with(names, document, spans).mentions


@settings(max_examples=300, deadline=None)
@given(SENTENCES)
def test_spans_quote_the_text_are_disjoint_and_inside_one_sentence(names: Gazetteer, sentences: list[str]) -> None:
    document, spans, mentions = find(names, sentences)
    end = 0
    for mention in mentions:
        assert mention.span.of(document.text) == mention.text != ""
        assert mention.span.start >= end
        assert any(span.covers(mention.span) for span in spans)
        end = mention.span.end


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_the_same_text_gives_the_same_mentions(names: Gazetteer, sentences: list[str]) -> None:
    assert find(names, sentences)[2] == find(names, sentences)[2]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(names: Gazetteer, text: str) -> None:
    document = Document("law", "law", text)
    for mention in find_with(names, document, [Span(0, len(text))]).mentions:
        assert mention.span.of(text) == mention.text


@settings(max_examples=200, deadline=None)
@given(SENTENCES)
def test_every_mention_has_actors_or_a_reason(names: Gazetteer, sentences: list[str]) -> None:
    for mention in find(names, sentences)[2]:
        assert bool(mention.actors) != bool(mention.reason)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("us turkey chad jordan china quad who it's to the of told in".split()), max_size=12))
def test_words_in_lower_case_are_no_states(names: Gazetteer, words: list[str]) -> None:
    for mention in find(names, [" ".join(words)])[2]:
        assert not mention.actors


@given(st.sampled_from(["Japan", "India", "Brazil", "Vietnam"]), st.sampled_from(["Kenya", "Peru", "Mongolia"]))
def test_a_state_can_be_exchanged_for_another(read: Callable[..., Found], one: str, other: str) -> None:
    def shape(name: str) -> list[tuple[str, int]]:
        text = f"{name} accused Russia. {name}'s government lifted its ban on ties with Moscow, {name} said."
        return [(mention.form, len(mention.actors)) for mention in read(text).mentions]

    assert shape(one) == shape(other)
