"""Where a text names an issue of the list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.issues import issues
from detente.ledgers.issue_names import find_issues, names_an_issue

_UNALIKE = [name for issue in issues().values() for name in issue.names]


def named(text: str) -> dict[str, str]:
    return {one.issue.id: one.span.of(text) for one in find_issues(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships sailed near the Senkaku Islands.", {"senkaku-diaoyu": "Senkaku Islands"}),
        ("Ships sailed near Diaoyu Dao and Dokdo.", {"senkaku-diaoyu": "Diaoyu Dao", "takeshima-dokdo": "Dokdo"}),
        ("Aides spoke of the Falklands, then of the Malvinas.", {"falklands": "Falklands"}),
        ("tension in the East and South China Seas",
         {"east-china-sea": "East and South China Seas", "south-china-sea": "East and South China Seas"}),
        ("NOTE ON KASHMIR", {"kashmir": "KASHMIR"}),
        ("the release of treated water from the plant", {"treated-water": "release of treated water"}),
        ("treated water was piped to the fields of the town", {"treated-water": "treated water"}),
        ("the release of water from the reservoir", {}),
        ("A row in the Kashmiri press", {}),  # no whole word
        ("He wore blue, kashmir and silk", {}),  # no capital
        ("the golan heights", {}),
        ("Nothing is said here.", {}),
        ("", {}),
        ("İstanbul spoke of the Senkaku Islands", {}),  # lowered, its offsets would be wrong
    ],
)  # fmt: skip
def test_what_a_text_names(text: str, expected: dict[str, str]) -> None:
    assert named(text) == expected
    assert names_an_issue(text) == bool(expected)


@settings(deadline=None)
@given(st.sampled_from(_UNALIKE), st.text(alphabet="abc .,", max_size=12), st.text(alphabet="abc .,", max_size=12))
def test_a_name_between_word_boundaries_is_found_as_it_stands(name: str, before: str, after: str) -> None:
    text = f"{before} {name} {after}"
    owners = {issue.id for issue in issues().values() if name in issue.names}
    assert owners <= {one.issue.id for one in find_issues(text)}


@settings(deadline=None)
@given(st.sampled_from(_UNALIKE))
def test_a_name_within_a_word_is_not_found(name: str) -> None:
    assert not any(
        one.issue.names and name in one.issue.names and len(one.span.of(f"xx{name}xx")) == len(name)
        for one in find_issues(f"xx{name}xx")
    )
