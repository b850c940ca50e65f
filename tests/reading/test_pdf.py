"""PDF files, made here byte by byte."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.errors import EmptyInput, InputError, UnreadableInput
from detente.reading import read_path
from detente.reading.pdf import _Line, drop_running_heads, rebuild_paragraphs
from detente.records import Document


def make_pdf(pages: Sequence[Sequence[tuple[str, int]]], *, encrypted: bool = False) -> bytes:
    """A PDF of pages of lines, each a text and its font size."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = [b"BT 72 760 Td"]
        for text, size in lines:
            safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
            drawn.append(f"/F1 {size} Tf 0 -{size + 6} Td (".encode() + safe + b") Tj")
        stream = b"\n".join([*drawn, b"ET"])
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    # A password entry that no password was made for: any reader must ask for one.
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<01> <01>]"
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {lock if encrypted else ''} >>\nstartxref\n{table}\n%%EOF\n"
    )
    return out + trailer.encode()


PAGES = [
    [
        ("Foo Institute Policy Brief 12", 9),
        ("Norland and Sudania: the long way", 18),
        ("back to the table", 18),
        ("By Jane Doe", 11),
        ("July 3, 2024", 11),
        ("The fisheries ministers of Norland and Sudania met on Tuesday in the capi-", 11),
        ("tal to discuss the quotas that have strained ties between the two neigh-", 11),
        ("bours for many months.", 11),
        ("Officials said that the two sides would resume talks on the Indo-", 11),
        ("Pacific route and on self-", 11),
        ("defence before the end of the year, with no details given, and that", 11),
        ("1", 9),
    ],
    [
        ("Foo Institute Policy Brief 12", 9),
        ("a treaty would follow after the summit of the two leaders in the capital.", 11),
        ("What is at stake", 14),
        ("The quota is cut by half, and boats have stayed in port for three years now,", 11),
        ("the ministry told reporters.", 11),
        ("2", 9),
    ],
]


def read(path: Path) -> Document | InputError:
    (found,) = read_path(path)
    return found


def test_article(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(make_pdf(PAGES))
    document = read(path)
    assert isinstance(document, Document)
    assert document.title == "Norland and Sudania: the long way back to the table"
    assert document.authors == ("Jane Doe",)
    assert str(document.published) == "2024-07-03"
    assert document.source == str(path)
    assert document.text.split("\n\n") == [
        "The fisheries ministers of Norland and Sudania met on Tuesday in the capital to discuss the quotas "
        "that have "
        "strained ties between the two neighbours for many months.",
        "Officials said that the two sides would resume talks on the Indo-Pacific route and on self-defence "
        "before the end "
        "of the year, with no details given, and that a treaty would follow after the summit of the two "
        "leaders in the "
        "capital.",
        "What is at stake",
        "The quota is cut by half, and boats have stayed in port for three years now, the ministry told reporters.",
    ]


def test_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(make_pdf(PAGES)[:150])
    error = read(path)
    assert isinstance(error, UnreadableInput)
    assert "damaged or cut off" in error.reason


def test_protected_by_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(make_pdf(PAGES, encrypted=True))
    error = read(path)
    assert isinstance(error, UnreadableInput)
    assert "password" in error.reason


@pytest.mark.parametrize("pages", [[[]], [[], []]])
def test_scanned_pages(tmp_path: Path, pages: list[list[tuple[str, int]]]) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(make_pdf(pages))
    error = read(path)
    assert isinstance(error, EmptyInput)
    assert "no text layer" in error.reason


def test_not_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "fake.pdf"
    path.write_text("hello")
    assert isinstance(read(path), UnreadableInput)


def test_running_heads_with_changing_numbers_go() -> None:
    pages = [
        [_Line(f"The Review | Vol. {n}"), _Line(f"Text of page {word}."), _Line(f"Page {n} of 3")]
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    assert [line.text for line in drop_running_heads(pages)] == [
        "Text of page one.",
        "Text of page two.",
        "Text of page three.",
    ]


def test_a_hyphen_of_the_word_stays() -> None:
    lines = [
        _Line("The well-known long-term plan has been a long-"),
        _Line("term success for the re-"),
        _Line("gion."),
    ]
    assert rebuild_paragraphs(lines) == ["The well-known long-term plan has been a long-term success for the region."]
