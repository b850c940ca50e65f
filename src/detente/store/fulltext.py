"""Full-text search over sentences: FTS5 on SQLite, a text-search index on PostgreSQL."""

from __future__ import annotations

import re

import sqlalchemy as sa

from detente.store import schema

_TERM = re.compile(r'"([^"]+)"|(\S+)')


def match_query(words: str) -> str:
    """The FTS5 query for what a person typed: all words, phrases in double quotes, ``word*`` a prefix.

    Every term is quoted, so that no character of it is read as an operator.
    """
    terms = []
    for phrase, word in _TERM.findall(words):
        term = (phrase or word).replace('"', "")
        star = "*" if word.endswith("*") else ""
        term = term.rstrip("*") if star else term
        if re.search(r"\w", term):
            terms.append(f'"{term}"{star}')
    return " ".join(terms)


def sentences_matching(words: str, dialect: str) -> sa.Select[tuple[int]]:
    """The numbers of the sentences that hold ``words``."""
    number, text = schema.sentences.c.number, schema.sentences.c.text
    if dialect == "postgresql":
        vector = sa.func.to_tsvector(sa.literal_column("'english'"), text)
        return sa.select(number).where(
            vector.op("@@")(sa.func.websearch_to_tsquery(sa.literal_column("'english'"), words))
        )
    query = match_query(words)
    if not query:
        return sa.select(number).where(sa.false())
    return (
        sa.select(sa.literal_column("rowid"))
        .select_from(sa.text("sentences_fts"))
        .where(sa.text("sentences_fts MATCH :words").bindparams(words=query))
    )
