"""Triangles: worked by hand, and the laws."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.triangle import triangle

ROOTS = {"AID": 10.0, "CONSULT": 2.5, "ACCUSE": -3.0, "ASSAULT": -9.0}
PARTIES = ("CHN", "JPN", "USA")


def frame(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """A tidy frame of ``(source, target, root, date)``."""
    quads = {"AID": 2, "CONSULT": 1, "ACCUSE": 3, "ASSAULT": 4}
    return pd.DataFrame(
        [
            {
                "occurrence": f"o{number}", "start": dt.date.fromisoformat(day), "end": dt.date.fromisoformat(day),
                "precision": "day", "modality": "happened", "source": source, "target": target, "mutual": False,
                "root": root, "mode": None, "quad": quads[root], "score": ROOTS[root], "reports": 1, "outlets": 1,
                "coder": "detente",
            }
            for number, (source, target, root, day) in enumerate(rows)
        ]
    )  # fmt: skip


def side(one: str, other: str, root: str, times: int = 6, day: str = "2024-05-01") -> list[tuple[str, str, str, str]]:
    return [(one, other, root, day)] * times


@pytest.mark.parametrize(
    ("roots", "kind", "balanced", "roles"),
    [
        (("AID", "AID", "AID"), "menage a trois", 1.0, {"CHN": "partner", "JPN": "partner", "USA": "partner"}),
        (("ACCUSE", "AID", "AID"), "romantic triangle", 0.0, {"CHN": "wing", "JPN": "wing", "USA": "pivot"}),
        (("ACCUSE", "ACCUSE", "AID"), "stable marriage", 1.0, {"CHN": "outcast", "JPN": "partner", "USA": "partner"}),
        (("ACCUSE", "ACCUSE", "ACCUSE"), "unit veto", 0.0, {"CHN": "outcast", "JPN": "outcast", "USA": "outcast"}),
    ],
)
def test_dittmer_s_types(roots: tuple[str, str, str], kind: str, balanced: float, roles: dict[str, str]) -> None:
    """Sides CHN-JPN, CHN-USA, JPN-USA."""
    pairs = (("CHN", "JPN"), ("CHN", "USA"), ("JPN", "USA"))
    found = triangle(
        frame(*(row for pair, root in zip(pairs, roots, strict=True) for row in side(*pair, root))), PARTIES
    )
    (row,) = found.types.to_dict("records")
    assert (row["type"], row["probability"], row["balanced"]) == (kind, 1.0, balanced)
    told = found.roles.set_index("party")
    assert {party: max(told.columns[1:], key=lambda name: told.loc[party, name]) for party in PARTIES} == roles


def test_sides_by_hand() -> None:
    rows = side("CHN", "JPN", "AID", 3) + side("JPN", "CHN", "ACCUSE", 3)
    rows += side("CHN", "USA", "AID") + side("USA", "JPN", "AID")
    sides = triangle(frame(*rows), PARTIES).sides.set_index("side")
    assert sides.loc["CHN-JPN", "mean"] == pytest.approx((3 * 10 - 3 * 3) / 6)
    assert sides.loc["CHN-JPN", "occurrences"] == 6
    assert sides.loc["CHN-JPN", "low"] < 3.5 < sides.loc["CHN-JPN", "high"]
    assert sides.loc["CHN-USA", "positive"] == 1.0


def test_too_little_gives_no_numbers() -> None:
    rows = side("CHN", "JPN", "AID", 4) + side("CHN", "USA", "AID") + side("JPN", "USA", "AID")
    found = triangle(frame(*rows), PARTIES)
    (row,) = found.types.to_dict("records")
    assert pd.isna(row["type"])
    assert pd.isna(row["probability"])
    assert row["reason"] == "fewer than 5 occurrences on CHN-JPN"
    assert found.roles.empty
    assert found.sides["mean"].isna().tolist() == [True, False, False]
    assert triangle(frame(*rows), PARTIES, least=4).types["type"].tolist() == ["menage a trois"]
    assert triangle(frame(*rows).iloc[:0], PARTIES).types.empty


def test_periods_without_anything_are_there_and_missing() -> None:
    rows = [
        row
        for day in ("2022-05-01", "2024-05-01")
        for pair in (("CHN", "JPN"), ("CHN", "USA"), ("JPN", "USA"))
        for row in side(*pair, "AID", day=day)
    ]
    types = triangle(frame(*rows), PARTIES).types
    assert types["period"].tolist() == ["2022", "2023", "2024"]
    assert types["type"].isna().tolist() == [False, True, False]


def test_a_stricter_divide() -> None:
    rows = side("CHN", "JPN", "CONSULT") + side("CHN", "USA", "AID") + side("JPN", "USA", "AID")
    assert triangle(frame(*rows), PARTIES, neutral=0).types["type"].tolist() == ["menage a trois"]
    assert triangle(frame(*rows), PARTIES, neutral=3).types["type"].tolist() == ["romantic triangle"]


@settings(deadline=None, max_examples=15)
@given(st.permutations(PARTIES), st.lists(st.sampled_from(sorted(ROOTS)), min_size=18, max_size=18))
def test_the_order_of_the_parties_is_of_no_account(order: list[str], roots: list[str]) -> None:
    pairs = [("CHN", "JPN"), ("USA", "CHN"), ("JPN", "USA")] * 6
    rows = frame(*((one, other, root, "2024-05-01") for (one, other), root in zip(pairs, roots, strict=True)))
    found, again = triangle(rows, PARTIES, draws=200), triangle(rows, order, draws=200)
    assert found.types.equals(again.types)
    assert found.roles.sort_values("party", ignore_index=True).equals(
        again.roles.sort_values("party", ignore_index=True)
    )
    shares = found.types[["menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto"]].sum(axis=1)
    assert shares.tolist() == pytest.approx([1.0])
    assert found.roles[["pivot", "wing", "partner", "outcast"]].sum(axis=1).tolist() == pytest.approx([1.0] * 3)


@pytest.mark.parametrize("parties", [("CHN", "JPN"), ("CHN", "JPN", "CHN")])
def test_a_triangle_has_three_parties(parties: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="three parties"):
        triangle(frame(*side("CHN", "JPN", "AID")), parties)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from([-9.0, -3.0, 0.0, 2.5, 10.0]), min_size=18, max_size=18))
def test_turning_every_score_round_turns_the_types_round(scores: list[float]) -> None:
    pairs = [("CHN", "JPN"), ("USA", "CHN"), ("JPN", "USA")] * 6
    rows = frame(*((one, other, "AID", "2024-05-01") for one, other in pairs)).assign(score=scores)
    found = triangle(rows, PARTIES, draws=200)
    turned = triangle(rows.assign(score=[-score for score in scores]), PARTIES, draws=2000)
    # not the same draws: like occurrences are drawn together in order of score, so that shares agree but roughly
    for name, other in (("menage_a_trois", "unit_veto"), ("romantic_triangle", "stable_marriage")):
        assert found.types[name].item() == pytest.approx(turned.types[other].item(), abs=0.15)


def test_a_side_at_neutral_is_of_neither_sign() -> None:
    rows = frame(*side("CHN", "JPN", "AID"), *side("CHN", "USA", "AID"), *side("JPN", "USA", "AID"))
    found = triangle(rows.assign(score=0.0), PARTIES)
    assert found.sides["positive"].tolist() == [0.5] * 3
    assert found.sides["sign"].tolist() == ["undetermined"] * 3
    (row,) = found.types.to_dict("records")
    shares = [row[name] for name in ("unit_veto", "stable_marriage", "romantic_triangle", "menage_a_trois")]
    assert shares == pytest.approx([1 / 8, 3 / 8, 3 / 8, 1 / 8])
    assert pd.isna(row["type"])
    assert row["reason"] == "no type is likely enough"


def test_what_all_three_do_at_once_moves_all_sides_at_once() -> None:
    """Six meetings of all three and six quarrels of all three: the sides are positive together or not at all."""
    rows = [
        (one, other, root, "2024-05-01")
        for root in ["CONSULT", "ACCUSE"] * 6
        for one in PARTIES
        for other in PARTIES
        if one != other
    ]
    table = frame(*rows)
    table["occurrence"] = [f"o{number // 6}" for number in range(len(rows))]
    (row,) = triangle(table.assign(mutual=True), PARTIES).types.to_dict("records")
    assert row["menage_a_trois"] + row["unit_veto"] == pytest.approx(1.0, abs=0.05)  # all but draws at neutral
    assert 0.2 < row["menage_a_trois"] < 0.8


def test_each_side_against_its_own_mean() -> None:
    rows = [
        row
        for day, root in (("2023-05-01", "AID"), ("2024-05-01", "CONSULT"))
        for pair in (("CHN", "JPN"), ("CHN", "USA"), ("JPN", "USA"))
        for row in side(*pair, root, day=day)
    ]
    found = triangle(frame(*rows), PARTIES, neutral="pair-mean")
    assert found.neutrals == {"CHN-JPN": 6.25, "CHN-USA": 6.25, "JPN-USA": 6.25}
    assert found.types["type"].tolist() == ["menage a trois", "unit veto"]
    with pytest.raises(ValueError, match="pair-mean"):
        triangle(frame(*rows), PARTIES, neutral="mean")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"least": 0}, {"draws": 0}, {"margin": 0.5}, {"margin": -0.1}])
def test_numbers_out_of_range(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="give 1 or more"):
        triangle(frame(*side("CHN", "JPN", "AID")), PARTIES, **wrong)  # type: ignore[arg-type]
