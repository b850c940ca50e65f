"""Tracks: what an occurrence is about."""

import pytest
from tidy_rows import frame, row

from detente.knowledge import plover
from detente.knowledge.cameo import cameo
from detente.knowledge.tracks import TRACKS, track_table, tracks_of
from detente.measures.tracks import assign_tracks, on_track


@pytest.mark.parametrize(
    ("code", "contexts", "cameo_code", "expected"),
    [
        ("CONSULT:visit", (), None, {"diplomatic"}),
        ("CONSULT:visit", ("economic",), None, {"economic"}),
        ("CONSULT:visit", ("economic", "military"), None, {"economic", "security"}),
        ("MOBILIZE:troops", ("diplomatic",), None, {"diplomatic", "security"}),
        ("ASSAULT:aerial", (), None, {"security"}),
        ("COERCE:arrest", (), None, {"people"}),
        ("COOPERATE", (), None, set()),
        ("COOPERATE", (), "061", {"economic"}),
        ("COOPERATE", (), "0622", {"security"}),
        ("COOPERATE", ("health",), "062", {"people"}),
        ("SANCTION", (), None, {"economic"}),
        ("SANCTION", (), "161", {"diplomatic"}),
        ("SANCTION:expel", (), None, {"diplomatic"}),
        ("AID", (), "072", {"security"}),
        ("AID", ("no such context",), None, {"economic"}),
        ("", (), "011", {"diplomatic"}),
        ("", (), None, set()),
    ],
)
def test_what_says_the_track(code, contexts, cameo_code, expected):
    assert tracks_of(code, contexts, cameo_code) == expected


def test_every_context_of_plover_is_on_a_track():
    contexts = set(track_table().contexts)
    assert {context for context, _ in plover._context_patterns()} <= contexts


def test_the_cameo_part_names_codes_that_there_are():
    assert {code for code in track_table().cameo if not any(one.startswith(code) for one in cameo())} == set()


def test_rows_are_assigned_on_their_own_index():
    rows = frame(
        row("2024-07-01", "CHN", "MOBILIZE", "JPN", contexts=("territory",)),
        row("2024-07-01", "CHN", "COOPERATE", "JPN"),
        row("2024-07-01", "CHN", "COOPERATE", "JPN", cameo="061"),
        row("2024-07-01", "CHN", "AGREE", "JPN", contexts=("economic", "health")),
    ).set_index([[7, 5, 3, 1]])
    found = assign_tracks(rows)
    assert list(found.columns) == list(TRACKS)
    assert {at: set(found.columns[found.loc[at]]) for at in found.index} == {
        7: {"security"}, 5: set(), 3: {"economic"}, 1: {"economic", "people"},
    }  # fmt: skip
    assert on_track(rows, "economic").tolist() == [False, False, True, True]
    assert on_track(rows, "all").all()


def test_a_frame_without_contexts_goes_by_the_code():
    rows = frame(row("2024-07-01", "CHN", "SANCTION", "JPN")).drop(columns=["contexts", "cameo"])
    assert assign_tracks(rows)["economic"].tolist() == [True]


def test_an_empty_frame_is_on_no_track():
    assert assign_tracks(frame()).shape == (0, 4)


def test_no_such_track():
    with pytest.raises(ValueError, match="no track is called 'military'; there are diplomatic, economic"):
        on_track(frame(), "military")
