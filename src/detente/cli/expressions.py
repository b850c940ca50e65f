"""Fixed expressions over many articles: words in context, and phrases that recur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, TextIO

from cyclopts import Parameter

from detente.cli.options import Listing, open_record

if TYPE_CHECKING:
    import datetime as dt

    from detente.store import Filter, Store

CONCORDANCE_KEYS = ("date", "left", "words", "right", "document", "source")
PHRASE_KEYS = ("words", "documents", "uses", "score")
_DEFAULT = Listing()


def concordance(
    words: Annotated[str, Parameter(help="The words; case and hyphens don't matter.")],
    *,
    listing: Listing = _DEFAULT,
) -> None:
    """Show every use of some words with what stands around them, by publication.

    Examples
    --------
    detente concordance "mutually beneficial"

    detente concordance "status quo" --pair CHN JPN --format csv
    """
    from detente.cli.output import write_lines
    from detente.ledgers.phrases import concordance as uses_of

    wanted = listing.to_filter()
    with open_record(listing.db) as store:
        documents = store.listed_documents(replace(wanted, limit=None))
        sources = {one.document.id: one.document.source for one in documents}
        lines = (
            {
                "date": use.date.isoformat() if use.date else None,
                "left": use.left,
                "words": use.words,
                "right": use.right,
                "document": use.document,
                "source": sources[use.document],
            }
            for use in islice(uses_of(_sentences(store, wanted), words), listing.limit)
        )
        write_lines(lines, CONCORDANCE_KEYS, listing, _draw_concordance)


def phrases(
    *,
    listing: Listing = _DEFAULT,
    least: Annotated[int, Parameter(help="In how many articles a phrase has to stand.")] = 3,
) -> None:
    """Find phrases of three to eight words that recur over articles more than chance would have it.

    Examples
    --------
    detente phrases --pair CHN JPN

    detente phrases --least 5 --limit 30
    """
    from detente.cli.output import write_lines
    from detente.ledgers.phrases import repeated_phrases

    wanted = listing.to_filter()
    with open_record(listing.db) as store:
        texts = ((document, text) for document, _, text in _sentences(store, wanted))
        lines = [asdict(phrase) for phrase in islice(repeated_phrases(texts, least), listing.limit)]
    write_lines(lines, PHRASE_KEYS, listing, _draw_phrases)


def _sentences(store: Store, wanted: Filter) -> Iterator[tuple[str, dt.date | None, str]]:
    """The sentences of the documents that pass a filter: document, day of publication, text."""
    for listed in store.listed_documents(replace(wanted, limit=None)):
        for span in store.sentences(listed.document.id):
            yield listed.document.id, listed.document.published, span.of(listed.document.text)


def _draw_concordance(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table, show_source

    columns = (
        Column("Date"),
        Column("", share=1, right=True),
        Column("Words"),
        Column("", share=1),
        Column("Source", from_width=120),
    )
    rows = (
        (line["date"], line["left"].strip(), line["words"], line["right"].strip(), show_source(line["source"]))
        for line in lines
    )
    draw_table(columns, rows, out, "uses")


def _draw_phrases(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = (Column("Phrase", share=3), *(Column(key.capitalize(), right=True) for key in PHRASE_KEYS[1:]))
    draw_table(columns, ([line[key] for key in PHRASE_KEYS] for line in lines), out, "phrases")
