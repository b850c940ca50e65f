"""``detente classify`` and ``detente evaluate``: the coder by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

from cyclopts import Parameter

from detente.cli.options import Output

if TYPE_CHECKING:
    from detente.evaluation import PairReport
    from detente.records import Document

_DEFAULT = Output()
CLASSIFY_KEYS = ("root", "direction", "mode", "modality", "confidence")


def classify(
    file: Annotated[str, Parameter(help="Tab-separated pairs; - for standard input.")],
    *,
    coder: Annotated[str, Parameter(help="Which coder.")] = "blind.v1",
    output: Output = _DEFAULT,
) -> None:
    """Code marked pairs: one row a pair, in order; JSON lines unless another form is asked for.

    Columns sentence, source, target; or marked_sentence with <s></s> and <t></t> around the two.

    Examples
    --------
    detente classify pairs.tsv

    detente classify pairs.tsv --format csv -o codes.csv
    """
    from detente.cli.output import write_lines
    from detente.coding import load_coder
    from detente.coding.classify import classify_pairs
    from detente.coding.pair_file import read_pair_rows

    codes = classify_pairs(read_pair_rows(file), load_coder(coder), source=file)
    lines = (
        {
            "root": code.root,
            "direction": code.direction,
            "mode": code.mode,
            "modality": code.modality.value if code.modality else None,
            "confidence": code.confidence,
        }
        for code in codes
    )
    write_lines(lines, CLASSIFY_KEYS, output, _draw_codes, default="jsonl")


SCORE_KEYS = ("what", "precision", "recall", "f1", "right", "found", "gold")
PairPart = Literal["figures", "classes", "confusion", "calibration", "rivals"]
_PAIR_KEYS: dict[str, tuple[str, ...]] = {
    "figures": ("what", "value", "low", "high", "pairs"),
    "classes": ("root", "precision", "recall", "f1", "gold", "found"),
    "confusion": ("gold", "found", "pairs"),
    "calibration": ("low", "high", "confidence", "accuracy", "pairs"),
    "rivals": ("rival", "what", "value", "source"),
}


def evaluate(
    file: Annotated[Path, Parameter(help="Marked pairs (.tsv), or a gold document (.json), or a folder of those.")],
    *,
    coder: Annotated[str, Parameter(help="Which coder.")] = "blind.v1",
    show: Annotated[PairPart, Parameter(help="For pairs: which table.")] = "figures",
    keep: Annotated[
        Path | None, Parameter(help="For pairs: append the figures to this CSV file, with coder and version.")
    ] = None,
    output: Output = _DEFAULT,
) -> None:
    """Score a coder against gold: marked pairs with their roots, or whole documents with events, contacts and ledgers.

    Examples
    --------
    detente evaluate examples/gold

    detente evaluate pairs.tsv

    detente evaluate pairs.tsv --show confusion --format csv
    """
    if file.suffix == ".tsv":
        _evaluate_pairs(file, coder, show, keep, output)
    elif keep or show != "figures":
        from detente.cli.running import WrongUseError

        raise WrongUseError("--show and --keep are for marked pairs, a .tsv file")
    else:
        _evaluate_documents(file, coder, output)


def _evaluate_documents(file: Path, coder: str, output: Output) -> None:
    from detente.cli.messages import note
    from detente.cli.output import write_lines
    from detente.coding import code_document, load_coder
    from detente.evaluation import read_gold, score_documents
    from detente.ledgers import with_ledger

    loaded = load_coder(coder)
    pairs = [(with_ledger(code_document(_read_article(article), loaded)), gold) for article, gold in read_gold(file)]
    note(f"{coder} on {len(pairs):,} annotated documents")
    lines = ({key: getattr(score, key) for key in SCORE_KEYS} for score in score_documents(pairs))
    write_lines(lines, SCORE_KEYS, output, _draw(SCORE_KEYS, "scores"))


def _evaluate_pairs(file: Path, coder: str, show: PairPart, keep: Path | None, output: Output) -> None:
    from time import perf_counter

    from detente.cli.messages import note
    from detente.cli.output import write_lines
    from detente.coding import load_coder
    from detente.coding.classify import classify_pairs
    from detente.evaluation import keep_figures, read_gold_pairs, score_pairs

    gold = read_gold_pairs(file)
    rows, loaded = [one.row for one in gold], load_coder(coder)
    classify_pairs(rows[:1], loaded)  # loads what is loaded once
    begun = perf_counter()
    codes = classify_pairs(rows, loaded, source=str(file))
    note(f"{coder} on {len(gold):,} marked pairs, {len(gold) / (perf_counter() - begun):,.0f} pairs/s")
    report = score_pairs(gold, codes)
    if keep:
        keep_figures(report, coder, file.stem, keep)
    keys = _PAIR_KEYS[show]
    write_lines(_pair_lines(report, show), keys, output, _draw(keys, show))


def _pair_lines(report: PairReport, show: PairPart) -> list[dict[str, Any]]:
    from detente.evaluation import read_rivals

    if show == "confusion":
        pairs = sorted(report.confusion.items(), key=lambda item: (item[0][0], -item[1]))
        return [{"gold": gold, "found": found, "pairs": count} for (gold, found), count in pairs]
    if show == "figures":
        return [{**asdict(figure), "pairs": report.pairs} for figure in report.figures]
    parts: dict[str, Sequence[Any]] = {
        "classes": report.classes,
        "calibration": report.calibration,
        "rivals": read_rivals(),
    }
    return [asdict(line) for line in parts[show]]


def _read_article(path: Path) -> Document:
    from detente.errors import EmptyInput, InputError
    from detente.reading import read_path

    for item in read_path(path):
        if isinstance(item, InputError):
            raise item
        return item
    raise EmptyInput(str(path), "there is no article in it")


def _draw(keys: Sequence[str], noun: str) -> Callable[[Iterable[dict[str, Any]], TextIO], None]:
    """A table of figures: words to the left, numbers to the right, shares with three places."""

    def draw(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
        from detente.cli.tables import Column, draw_table

        rows = [[line[key] for key in keys] for line in lines]
        right = [all(not isinstance(row[at], str) for row in rows) for at in range(len(keys))]
        columns = tuple(Column(key.capitalize(), right=side) for key, side in zip(keys, right, strict=True))
        cells = ([f"{cell:.3f}" if isinstance(cell, float) else cell for cell in row] for row in rows)
        draw_table(columns, cells, out, noun)

    return draw


def _draw_codes(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = tuple(Column(key.capitalize()) for key in CLASSIFY_KEYS)
    draw_table(columns, ([line[key] for key in CLASSIFY_KEYS] for line in lines), out, "pairs")
