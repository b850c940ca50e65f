"""Files into the record: packed and plain, once and twice, whole and broken."""

import datetime as dt
import gzip
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import detente
from detente.errors import MalformedInput, UnreadableInput
from detente.exchange import import_file, read_mapping
from detente.exchange.files import read_lines
from detente.exchange.network import write_network
from detente.exchange.polecat_out import NO_TYPE, write_polecat
from detente.store import Filter


@pytest.fixture
def gdelt_file(tmp_path, line):
    path = tmp_path / "20140101.export.CSV"
    rows = [
        line.gdelt(1, "20140101", "JPN", "042", "CHN", articles="5"),
        line.gdelt(2, "20140102", "CHN", "111", "JPN"),
        line.gdelt(3, "20140103", "CHN", "010", "JPN", "0"),
        line.gdelt(4, "20140104", "USA", "040", "KOR"),
        "broken",
        line.gdelt(5, "20140104", "AFR", "040", "KOR"),
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_what_became_of_the_lines(record, gdelt_file):
    tally = import_file(record, "gdelt", gdelt_file)
    assert (tally.new, tally.known, tally.bad) == (4, 0, 1)
    assert [(bad.line, bad.reason) for bad in tally.listed] == [(5, "1 columns, not 57, 58, 61")]
    assert dict(tally.names) == {"AFR ONE": 1}
    assert record.count_imported() == {"gdelt": 4}


def test_the_same_file_again_is_a_no_op_under_any_name(record, gdelt_file, tmp_path):
    import_file(record, "gdelt", gdelt_file)
    copy = tmp_path / "copy.csv"
    copy.write_bytes(gdelt_file.read_bytes())
    for path in (gdelt_file, copy):
        tally = import_file(record, "gdelt", path)
        assert (tally.new, tally.known) == (0, 4)
    assert record.count_imported() == {"gdelt": 4}


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_packed_files_are_read_as_they_are(record, gdelt_file, tmp_path, kind):
    packed = tmp_path / f"events.{kind}"
    if kind == "gz":
        packed.write_bytes(gzip.compress(gdelt_file.read_bytes()))
    else:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(gdelt_file, "20140101.export.CSV")
    assert import_file(record, "gdelt", packed).new == 4


def test_a_damaged_archive_says_so(record, gdelt_file, tmp_path):
    packed = tmp_path / "events.gz"
    packed.write_bytes(gzip.compress(gdelt_file.read_bytes())[:-9])
    with pytest.raises(UnreadableInput, match="the archive is damaged"):
        import_file(record, "gdelt", packed)


def test_a_file_in_no_line_of_the_format(record, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader,\nthis is no event data.\n", encoding="utf-8")
    with pytest.raises(MalformedInput, match="no line is gdelt's; line 1"):
        import_file(record, "gdelt", path)
    with pytest.raises(UnreadableInput):
        import_file(record, "gdelt", tmp_path / "missing.csv")


def test_lines_that_are_not_utf_8_are_read(tmp_path):
    path = tmp_path / "old.tab"
    path.write_bytes("\ufeffCôte\r\n".encode() + "Côte\n".encode("cp1252"))
    assert list(read_lines(path)) == [(1, "Côte"), (2, "Côte")]


def test_imported_events_are_listed_beside_coded_ones_and_told_apart(record, gdelt_file):
    import_file(record, "gdelt", gdelt_file)
    first, *rest = record.event_lines(Filter(pair=("CHN", "JPN")))
    assert (first["coder"], first["source"], first["sentence"], first["trigger"]) == (
        "gdelt", f"{gdelt_file}#1", None, "Make a visit",
    )  # fmt: skip
    assert [line["root"] for line in rest] == ["ACCUSE", None]
    assert list(record.event_lines(Filter(text="visit"))) == []  # they have no sentence
    assert len(list(record.event_lines(Filter(party="USA")))) == 1
    assert [line["root"] for line in record.event_lines(Filter(root="CONSULT", newest=True, limit=1))] == ["CONSULT"]


def test_the_frame_has_both_coders_and_statements_only_when_asked(record, gdelt_file):
    import_file(record, "gdelt", gdelt_file)
    frame = record.frame(pair=("JPN", "CHN"))
    assert list(zip(frame["source"], frame["root"], frame["score"], frame["reports"], strict=True)) == [
        ("JPN", "CONSULT", 4.0, 5), ("CHN", "ACCUSE", -2.0, 1),
    ]  # fmt: skip
    assert frame["start"].tolist() == [dt.date(2014, 1, 1), dt.date(2014, 1, 2)]
    assert set(frame["coder"]) == {"gdelt"}
    assert len(record.frame(pair=("JPN", "CHN"), statements=True)) == 3
    assert len(record.frame(coders=["icews"])) == 0
    assert len(record.frame(touching=["KOR"])) == 1
    assert len(record.frame(parties=["KOR", "JPN"])) == 0
    assert len(record.frame(since=dt.date(2014, 1, 2), until=dt.date(2014, 1, 2))) == 1


def test_the_matrix_by_hand(record, gdelt_file):
    import_file(record, "gdelt", gdelt_file)
    rows = record.pair_matrix().to_dict("records")
    assert rows == [
        {"one": "CHN", "other": "JPN", "mean": 1.0, "count": 2, "sum": 2.0, "net": 0.0, "cooperation": 1, "conflict": 1,
         "reports": 6},
        {"one": "KOR", "other": "USA", "mean": 2.5, "count": 1, "sum": 2.5, "net": 1.0, "cooperation": 1, "conflict": 0,
         "reports": 1},
    ]  # fmt: skip


PARTIES = ["CHN", "JPN", "USA", "KOR"]
ROWS = st.lists(
    st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES), st.sampled_from(["042", "111", "190", "010"]),
              st.integers(1, 28)),
    max_size=30,
)  # fmt: skip


@given(rows=ROWS)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_matrix_is_the_frame_added_up(tmp_path, line, rows):
    folder = tmp_path / str(abs(hash(tuple(rows))))
    folder.mkdir(exist_ok=True)
    path = folder / "events.csv"
    path.write_text(
        "".join(line.gdelt(n, f"201401{day:02}", a, code, b) + "\n" for n, (a, b, code, day) in enumerate(rows))
    )
    with detente.open(folder / "record.db") as record:
        import_file(record, "gdelt", path)
        frame = record.frame()
        matrix = record.pair_matrix()
    keys = [tuple(sorted(pair)) for pair in zip(frame["source"], frame["target"], strict=True)]
    expected = {key: frame["score"][[k == key for k in keys]] for key in set(keys)}
    assert {(row.one, row.other): (row.count, row.sum) for row in matrix.itertuples(name="Row")} == {
        key: (len(scores), scores.sum()) for key, scores in expected.items()
    }


def test_a_mutual_event_counts_once_in_the_matrix_and_is_listed_once(record, tmp_path, line):
    path = tmp_path / "weekly.txt"
    path.write_text(f"{line.POLECAT_HEADER}\n{line.polecat('E1', '2023-03-01', 'CONSULT visit', 'Japan;China')}\n")
    import_file(record, "polecat", path)
    assert record.pair_matrix()["count"].tolist() == [1]
    (listed,) = record.event_lines()
    assert ([a["id"] for a in listed["actors"]], listed["recipients"]) == (["CHN", "JPN"], [])
    assert record.frame()["mutual"].tolist() == [True, True]


def what(record):
    """What happened in a record, without ids."""
    frame = record.frame()
    frame["mode"] = frame["mode"].fillna("")
    rows = frame[["source", "target", "start", "root", "mode", "mutual", "contexts"]].itertuples(index=False, name=None)
    return sorted(rows)


def test_polecat_out_and_in_again_is_the_same(record, tmp_path, line):
    path = tmp_path / "weekly.txt"
    rows = [
        line.polecat("E1", "2023-03-01", "CONSULT visit", "Japan;China", contexts="diplomatic;economic"),
        line.polecat("E2", "2023-03-02", "SANCTION", "France;Germany", "Russia"),
        line.polecat("E3", "2023-03-02", "AID", "Japan", "", names=("Japan", "ASEAN")),
    ]
    path.write_text("\n".join([line.POLECAT_HEADER, *rows]) + "\n", encoding="utf-8")
    import_file(record, "polecat", path)
    out = io.StringIO()
    assert write_polecat(record.event_lines(), out) == {}
    copy = tmp_path / "out.tsv"
    copy.write_text(out.getvalue(), encoding="utf-8")
    with detente.open(tmp_path / "other.db") as other:
        import_file(other, "polecat", copy)
        assert what(other) == what(record)
        assert len(what(other)) == 5


def test_polecat_leaves_out_what_it_has_no_type_for(record, gdelt_file):
    import_file(record, "gdelt", gdelt_file)
    assert write_polecat(record.event_lines(), io.StringIO()) == {NO_TYPE: 1}


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_a_network_out_and_in_again(record, gdelt_file, tmp_path, ending):
    import networkx as nx

    import_file(record, "gdelt", gdelt_file)
    path = tmp_path / f"net{ending}"
    write_network(record.pair_matrix(), path)
    graph = nx.read_graphml(path) if ending == ".graphml" else nx.read_gexf(path)
    assert set(graph.nodes) == {"CHN", "JPN", "KOR", "USA"}
    assert graph.edges["CHN", "JPN"]["mean"] == 1.0
    assert graph.nodes["JPN"]["label"] == "Japan"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('date = "d"\nsource = "a"\ntarget = "b"\n', "one of root, cameo and score"),
        ('date = "d"\nsource = "a"\n', "target: Field required"),
        ('date = "d"\nsource = "a"\ntarget = "b"\nscore = "s"\ntone = "t"\n', "tone: Extra inputs"),
        ('date = "d"\nsource = "a"\ntarget = "b"\nroot = "r"\ncameo = "c"\n', "not for both"),
        ("date = ", "is no TOML"),
    ],
)
def test_a_mapping_that_breaks_its_schema(tmp_path, text, reason):
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedInput, match=reason):
        read_mapping(path)
