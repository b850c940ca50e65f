"""Articles as records: lines of JSON, rows of CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import logging
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from detente.errors import EmptyInput, InputError, MalformedInput, UnreadableInput
from detente.reading.article import Draft
from detente.reading.decoding import guess_encoding, is_binary
from detente.reading.options import ReadOptions
from detente.reading.published import find_dates, to_date

_log = logging.getLogger(__name__)
_SAMPLE = 1_000_000
_LINE_MARGIN = 200_000  # room for the other fields of a line beside its text


def parse_date(value: object) -> dt.date | None:
    """Read a publication date: a date, an ISO time, a Unix time, or words with one full date in them.

    Args:
        value: anything a record may hold.

    Returns:
        The date, or none when the value is missing or names no one full date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_unix_time(float(value))
    text = str(value or "").strip()
    if text.isdigit() and len(text) == 8:
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    dates = {date for part in find_dates(text) if (date := to_date(part))}
    return dates.pop() if len(dates) == 1 else None


def _from_unix_time(value: float) -> dt.date | None:
    seconds = value / 1000 if value > 1e11 else value
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date() if value > 1e8 else None
    except (OverflowError, ValueError, OSError):
        return None


def split_authors(value: object) -> tuple[str, ...]:
    """Read the authors of a record: a list, or names with ``;`` between."""
    if isinstance(value, list | tuple):
        return tuple(name.strip() for name in map(str, value) if name.strip())
    return tuple(name.strip() for name in str(value or "").split(";") if name.strip())


def _words(value: object) -> object:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return (str(value).strip() or None) if isinstance(value, str | int) else value


_Words = Annotated[str | None, BeforeValidator(_words)]


class ArticleRecord(BaseModel):
    """One record of a .jsonl or .csv file; other fields are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: Annotated[str, Field(min_length=1)]
    id: _Words = None
    title: _Words = None
    authors: Annotated[tuple[str, ...], BeforeValidator(split_authors)] = ()
    outlet: _Words = None
    published: Annotated[dt.date | None, BeforeValidator(parse_date)] = None
    url: _Words = None
    language: _Words = None


def read_json_drafts(path: Path, options: ReadOptions) -> Iterator[Draft | InputError]:
    """Read a file of JSON lines, one article a line, a line at a time.

    Yields:
        A draft for each record; a MalformedInput for each line that is no record, naming ``path#line``.
    """
    limit = options.max_bytes + _LINE_MARGIN
    empty = True
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limit):
            number += 1
            if len(line) == limit and not line.endswith(b"\n"):
                _skip_line(file)
                yield MalformedInput(
                    f"{path}#{number}", f"a line of more than {limit / 1e6:.0f} MB, too long for an article"
                )
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                empty = False
                yield _from_json(path, number, line)
    if empty:
        yield EmptyInput(str(path), "the file has no records")


def _skip_line(file: io.BufferedReader) -> None:
    while (rest := file.readline(1_000_000)) and not rest.endswith(b"\n"):
        pass


def _from_json(path: Path, number: int, line: bytes) -> Draft | InputError:
    source = f"{path}#{number}"
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return MalformedInput(source, "not UTF-8, as JSON must be")
    except json.JSONDecodeError as error:
        return MalformedInput(source, f"not JSON: {error.msg} at character {error.colno}")
    except RecursionError:
        return MalformedInput(source, "not an article: JSON nested too deep")
    if not isinstance(record, dict):
        return MalformedInput(source, 'not a JSON object like {"text": "..."}')
    return _to_draft(path, number, record)


def read_csv_drafts(path: Path, options: ReadOptions) -> Iterator[Draft | InputError]:
    """Read a CSV file with a header, one article a row, a row at a time; fields may be of any length.

    Yields:
        A draft for each row; a MalformedInput for each row without text, naming ``path#line``.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if not sample.strip():
        yield EmptyInput(str(path), "the file is empty")
        return
    encoding = _csv_encoding(sample, str(path))
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        rows = csv.reader((line.replace("\0", "") for line in file), delimiter=_delimiter(sample, encoding))
        yield from _read_rows(path, rows)


def _csv_encoding(sample: bytes, source: str) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if is_binary(sample):
        raise UnreadableInput(source, "binary data, not text")
    try:
        sample[: sample.rfind(b"\n") + 1 or None].decode("utf-8")
    except UnicodeDecodeError:
        return guess_encoding(sample[: sample.rfind(b"\n") + 1]) or "utf-8-sig"
    return "utf-8-sig"


def _delimiter(sample: bytes, encoding: str) -> str:
    header = sample.split(b"\n", 1)[0].decode(encoding, "replace")
    return max(",;\t|", key=header.count)


class _Rows(Protocol):
    """A csv.reader."""

    line_num: int

    def __next__(self) -> list[str]: ...

    def __iter__(self) -> Iterator[list[str]]: ...


def _read_rows(path: Path, rows: _Rows) -> Iterator[Draft | InputError]:
    header = [name.strip().lower() for name in next(rows, [])]
    if "text" not in header:
        yield MalformedInput(str(path), f"no column named text; its columns are {', '.join(header)[:200]}")
        return
    empty = True
    while True:
        number = rows.line_num + 1  # of the row's first line, for a quoted field may hold many
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield MalformedInput(f"{path}#{number}", f"not CSV: {error}")
            return
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        empty = False
        if len(row) > len(header):
            yield MalformedInput(
                f"{path}#{number}",
                f"{len(row)} cells under {len(header)} columns: is a field with commas unquoted?",
            )
        else:
            yield _to_draft(path, number, dict(zip(header, row, strict=False)))
    if empty:
        yield EmptyInput(str(path), "the file has no records")


def _to_draft(path: Path, number: int, record: Mapping[str, Any]) -> Draft | InputError:
    key = record.get("id")
    source = f"{path}#{key if isinstance(key, str | int) and str(key).strip() else number}"
    if not isinstance(record.get("text"), str) or not record["text"].strip():
        return MalformedInput(f"{path}#{number}", "no text in the field text")
    try:
        article = ArticleRecord.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        return MalformedInput(source, f"field {'.'.join(map(str, first['loc']))}: {first['msg']}")
    if record.get("published") and article.published is None:
        _log.warning("%s: no date can be read from published: %.60r", source, record["published"])
    return Draft(
        source,
        article.text,
        title=article.title,
        authors=article.authors,
        outlet=article.outlet,
        published=article.published,
        language=article.language[:2].lower() if article.language else None,
        url=article.url,
    )
