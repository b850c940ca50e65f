"""Reasons that an article counts off."""

from articles import ledger_of


def causes_in(text: str) -> list[str | None]:
    return [one.cause for one in ledger_of(text).claims if one.kind == "explanation"]


def test_reasons_are_counted_off_where_the_passage_tells_of_whom() -> None:
    text = (
        "Kenya and Peru have come closer. Why now? There are three reasons. The first is that both presidents are "
        "secure. The second is Chile, whose tariffs worry both. The third is business."
    )
    assert causes_in(text) == ["both presidents are secure", "Chile, whose tariffs worry both", "business"]


def test_developments_that_explain_are_reasons() -> None:
    text = (
        "Two developments explain why Kenya turned to Peru. First, its harvest failed. Second, Chile closed its ports."
    )
    assert causes_in(text)[-2:] == ["its harvest failed", "Chile closed its ports"]


def test_what_nobody_asked_for_is_no_reason() -> None:
    text = "Kenya and Peru have come closer. The first is bigger. The second is older."
    assert causes_in(text) == []
