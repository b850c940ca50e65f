"""Lines of a file, plain or packed, as a stream."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from detente.errors import UnreadableInput
from detente.exchange.rows import Line


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of a file with their numbers, unpacked as they are read; of a zip those of all its files.

    A line that is not UTF-8 is read as Windows-1252, which older releases are in.

    Raises:
        UnreadableInput: it can't be opened or unpacked.
    """
    try:
        with ExitStack() as stack:
            number = 0
            for stream in _streams(path, stack):
                for line in stream:
                    number += 1
                    yield number, _decode(line).rstrip("\r\n")
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UnreadableInput(str(path), f"the archive is damaged: {error}") from error


def _streams(path: Path, stack: ExitStack) -> Iterator[IO[bytes]]:
    file = stack.enter_context(path.open("rb"))
    head = file.read(4)
    file.seek(0)
    if head[:2] == b"\x1f\x8b":
        yield io.BufferedReader(stack.enter_context(gzip.GzipFile(fileobj=file)))
    elif head == b"PK\x03\x04":
        archive = stack.enter_context(zipfile.ZipFile(file))
        for member in archive.infolist():
            if not member.is_dir():
                yield stack.enter_context(archive.open(member))
    else:
        yield file


def _decode(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig" if line.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
