"""How a triangle moved."""

import itertools

from tidy_rows import frame, row

from detente.measures.spells import find_spells
from detente.measures.triangle import triangle

SIDES = [("CHN", "JPN"), ("CHN", "USA"), ("JPN", "USA")]


def history(**signs):
    """history(m01="+++", m02="-+-"): six occurrences a side and month, good or bad; a dot for a side without any."""
    rows = [
        row(f"2014-{month[1:]}-{day:02}", *(pair[0], {"+": "AID", "-": "ASSAULT"}[sign], pair[1]))
        for month, pattern in signs.items()
        for pair, sign in zip(SIDES, pattern, strict=True)
        if sign != "."
        for day in range(1, 7)
    ]
    return triangle(frame(*rows), ("CHN", "JPN", "USA"), "month", draws=50)


def test_spells_by_hand():
    spells = find_spells(history(m01="+++", m02="+++", m03="-+.", m05="-++", m06="--+"))
    assert spells[["first", "last", "periods"]].to_numpy().tolist() == [
        ["2014-01", "2014-02", 2], ["2014-03", "2014-04", 2], ["2014-05", "2014-05", 1], ["2014-06", "2014-06", 1],
    ]  # fmt: skip
    assert spells["type"].fillna("none").tolist() == [
        "menage a trois", "none", "romantic triangle", "stable marriage",
    ]  # fmt: skip
    assert spells["who"].fillna("none").tolist() == ["none", "none", "USA pivot", "CHN outcast"]
    assert spells["reason"].tolist()[1] == "too few occurrences"
    assert spells["turned"].tolist() == [
        (), (), ("CHN-JPN positive to negative",), ("CHN-USA positive to negative",),
    ]  # fmt: skip


def test_another_outcast_is_another_spell():
    spells = find_spells(history(m01="--+", m02="-+-"))
    assert spells["type"].tolist() == ["stable marriage"] * 2
    assert spells["who"].tolist() == ["CHN outcast", "JPN outcast"]
    assert spells["turned"].tolist() == [(), ("CHN-USA negative to positive", "JPN-USA positive to negative")]


def test_nothing_has_no_spells():
    assert find_spells(history()).empty


def test_spells_cover_every_period_once():
    for patterns in itertools.product(["+++", "-++", "--."], repeat=3):
        found = history(**{f"m{number:02}": pattern for number, pattern in enumerate(patterns, start=1)})
        spells = find_spells(found)
        assert spells["periods"].sum() == len(found.types)
        assert spells["first"].tolist()[0] == found.types["period"].tolist()[0]
