"""Files of marked pairs, with the quoting that people and programs give them."""

import pytest

from detente.coding.pair_file import read_pair_rows
from detente.errors import EmptyInput, MalformedInput, UnreadableInput


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('sentence\tsource\ttarget\n"Ban it," A told B.\tA\tB\n', '"Ban it," A told B.'),
        ('sentence\tsource\ttarget\n"A told B to ""ban"" it."\tA\tB\n', 'A told B to "ban" it.'),
        ('sentence\tsource\ttarget\r\n"A met B."\tA\tB\r\n', "A met B."),
        ('sentence\tsource\ttarget\n"A met\nB."\tA\tB\n', "A met\nB."),
        ("\ufeffsentence\tsource\ttarget\nA met B.\tA\tB\n\n", "A met B."),
    ],
)
def test_quoting_is_read_as_it_was_written(tmp_path, text, sentence):
    file = tmp_path / "pairs.tsv"
    file.write_text(text, newline="")
    (row,) = read_pair_rows(str(file))
    assert row == {"sentence": sentence, "source": "A", "target": "B"}


@pytest.mark.parametrize(
    ("text", "error"),
    [("", EmptyInput), ("a\tb\n1\t2\n", MalformedInput), ("sentence\tsource\ttarget\nA met B.\tA\n", MalformedInput)],
)
def test_a_file_that_breaks_the_format(tmp_path, text, error):
    file = tmp_path / "pairs.tsv"
    file.write_text(text)
    with pytest.raises(error, match=r"pairs\.tsv"):
        read_pair_rows(str(file))


def test_a_file_in_another_encoding(tmp_path):
    file = tmp_path / "pairs.tsv"
    file.write_bytes("sentence\tsource\ttarget\nCôte d'Ivoire met B.\tA\tB\n".encode("latin-1"))
    with pytest.raises(UnreadableInput, match="UTF-8"):
        read_pair_rows(str(file))
