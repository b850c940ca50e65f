"""Word documents (.docx): the paragraphs of the main text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from detente.errors import EmptyInput, UnreadableInput
from detente.reading.article import Draft, check_size
from detente.reading.options import ReadOptions

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read a .docx file: one article. Its metadata say who wrote the file, not the article: they are left.

    Raises:
        UnreadableInput: it is no .docx file, or a damaged or encrypted one.
        EmptyInput: there is no text in it.
    """
    from lxml import etree

    source = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            check_size(source, archive.getinfo("word/document.xml").file_size // 5, options)
            xml = archive.read("word/document.xml")
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except (zipfile.BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError) as error:
        raise UnreadableInput(source, "not a .docx file, or a damaged or encrypted one") from error
    paragraphs = ("".join(_runs(paragraph)) for paragraph in root.iter(f"{_W}p"))
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())
    if not text:
        raise EmptyInput(source, "no text in it")
    yield Draft(source, text)


def _runs(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):  # type: ignore[attr-defined]
        yield (node.text or "") if node.tag == f"{_W}t" else " "
