"""Where a sentence is cut in two, and where it isn't."""

import pytest

from detente.ledgers.halves import halves_of, sets_against

# sentence -> its halves with the words of contrast
CUT = [
    ("Kenya praised the treaty, but it closed the port of Mombasa.",
     [("Kenya praised the treaty, ", None), ("but it closed the port of Mombasa.", "but")]),
    ("Days after the banquet in Lima, Kenya closed its ports to tuna.",
     [("Days after the banquet in Lima, ", "days after"), ("Kenya closed its ports to tuna.", "days after")]),
    ("Kenya, having toasted the treaty in May, closed its ports to tuna.",
     [("Kenya, having toasted the treaty in May, ", None), ("closed its ports to tuna.", "having")]),
    ("However, Kenya closed its ports.", [("However, Kenya closed its ports.", "however")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "halves"), CUT)
def test_cut(text: str, halves: list[tuple[str, str | None]]) -> None:
    assert [(one.span.of(text), one.mark) for one in halves_of(text)][1:] == halves[1:]
    assert halves_of(text)[0].span.of(text) == halves[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya all but closed its ports to the tuna of Peru.",
        "Kenya spoke of peace while sailing past the ports of Peru.",
        "Kenya has not yet opened its ports; Peru has opened three of them.",
        "Kenya behaved as though it were alone on the coast.",
    ],
)
def test_whole(text: str) -> None:
    assert not sets_against(text)
    assert [(one.span.of(text), one.mark) for one in halves_of(text)] == [(text, None)]


def test_a_phrase_ahead_is_told_from_a_clause() -> None:
    phrase, clause = halves_of("Weeks after the banquet in Lima, Kenya closed its ports to tuna.")
    assert (phrase.is_phrase, clause.is_phrase) == (True, False)
