"""Results in the form asked for, to standard output or a file."""

from __future__ import annotations

import csv
import io
import itertools
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from detente.cli.options import Format, Output
from detente.cli.running import WrongUseError
from detente.errors import DetenteError

Line = dict[str, Any]
_BY_ENDING: dict[str, Format] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".parquet": "parquet",
    ".txt": "table",
}


def choose_format(output: Output, default: Format = "table") -> Format:
    """The form asked for, or that of the file's ending, or ``default``.

    Raises:
        WrongUseError: the ending is unknown, or Parquet would go to a terminal.
    """
    if output.format:
        chosen = output.format
    elif output.output:
        ending = output.output.suffix.lower()
        if ending not in _BY_ENDING:
            raise WrongUseError(
                f"{output.output}: no form goes by the ending {ending!r}; "
                "name one with --format table|csv|jsonl|json|parquet"
            )
        chosen = _BY_ENDING[ending]
    else:
        chosen = default
    if chosen == "parquet" and not output.output and sys.stdout.isatty():
        raise WrongUseError("Parquet is not for a terminal; name a file with -o FILE")
    return chosen


def write_lines(
    lines: Iterable[Line],
    keys: Sequence[str],
    output: Output,
    draw: Callable[[Iterable[Line], TextIO], None],
    default: Format = "table",
) -> None:
    """Write records in the form that ``output`` asks for.

    Args:
        lines: the records; read once, and written as they come where the form allows it.
        keys: their keys, for forms that need them even when there is no record.
        output: form and place.
        draw: draws them as a table.
        default: the form where none is asked for.

    Raises:
        WrongUseError: form and place don't fit.
        DetenteError: the file can't be written.
    """
    chosen = choose_format(output, default)
    if chosen == "parquet":
        _write_parquet(lines, keys, output.output)
        return
    with open_text(output.output) as out:
        if chosen == "table":
            draw(lines, out)
        elif chosen == "jsonl":
            out.writelines(f"{dump(line)}\n" for line in lines)
        elif chosen == "json":
            _write_json(lines, out)
        else:
            _write_csv(lines, keys, out)


def dump(value: object) -> str:
    """JSON in one line, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def open_text(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file to write text to.

    Raises:
        DetenteError: the file can't be written.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Names of people come in every script; a C locale must not make them a traceback.
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error


def flatten(line: Line) -> Line:
    """A record for a spreadsheet: lists joined by "; "; actors as ids, names, countries; else "key: value"."""
    flat: Line = {}
    for key, value in line.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and "id" not in value[0]:
            flat[key] = _join(_pairs(item) for item in value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            flat[key] = _join(item["id"] for item in value)
            for part in ("name", "country", "text"):
                flat[f"{key}_{part}"] = _join(item[part] for item in value)
        elif isinstance(value, list):
            flat[key] = _join(value)
        elif isinstance(value, dict):
            flat[key] = _pairs(value, "; ")
        else:
            flat[key] = value
    return flat


def _pairs(value: Line, between: str = ", ") -> str:
    return between.join(f"{name}: {'' if one is None else one}" for name, one in value.items())


def _join(values: Iterable[object]) -> str:
    return "; ".join("" if value is None else str(value) for value in values)


def _write_csv(lines: Iterable[Line], keys: Sequence[str], out: TextIO) -> None:
    columns: list[str] = []
    for key in keys:
        columns.append(key)
        if key in {"actors", "recipients"} and "sentence" in keys:  # lists of actors, not of ids
            columns += [f"{key}_{part}" for part in ("name", "country", "text")]
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(flatten(line) for line in lines)


def _write_json(lines: Iterable[Line], out: TextIO) -> None:
    """One array, written as the records come."""
    first = True
    for line in lines:
        out.write(("[\n" if first else ",\n") + dump(line))
        first = False
    out.write("[]\n" if first else "\n]\n")


def _write_parquet(lines: Iterable[Line], keys: Sequence[str], path: Path | None) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from detente.cli.parquet import schema_of

    schema = schema_of(keys)
    try:
        sink = pa.OSFile(str(path), "wb") if path else pa.PythonFile(sys.stdout.buffer, mode="w")
        with sink, pq.ParquetWriter(sink, schema) as writer:
            rows = iter(lines)
            while batch := list(itertools.islice(rows, 10_000)):
                writer.write_table(pa.Table.from_pylist([_plain(line) for line in batch], schema=schema))
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error


def _plain(line: Line) -> Line:
    """Dictionaries with free keys as lists of pairs, the way that Parquet keeps maps."""
    return {key: list(value.items()) if isinstance(value, dict) else value for key, value in line.items()}
