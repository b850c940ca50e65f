"""The tables of a record, as SQLAlchemy Core sees them. Migrations build them; a test holds the two equal."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x44746E74  # "Dtnt" in an SQLite file's header: this file is one of ours
REVISION = "0003"  # the head of migrations/versions; a test holds them equal

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _when() -> list[sa.Column[object]]:
    return [
        sa.Column("when_start", sa.Date),
        sa.Column("when_end", sa.Date),
        sa.Column("when_precision", sa.Text, nullable=False),
        sa.Column("when_origin", sa.Text, nullable=False),
        sa.Column("when_expression", sa.Text),
        sa.Column("when_reason", sa.Text),
    ]


def _ledger(name: str, *columns: sa.Column[object]) -> sa.Table:
    """A ledger: what sentences tell, by document and place among the document's records."""
    return sa.Table(
        name,
        metadata,
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, index=True),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_end", sa.Integer, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        *columns,
    )


def _speaker() -> sa.Column[object]:
    return sa.Column("speaker", sa.Integer, sa.ForeignKey("actors.number"))


def _ledger_parties(name: str, ledger: sa.Table) -> sa.Table:
    """The parties of a ledger's records, by the part that each has in its record."""
    return sa.Table(
        name,
        metadata,
        sa.Column("document", sa.Text, primary_key=True),
        sa.Column("record", sa.Integer, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("party", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["document", "record"], [ledger.c.document, ledger.c.position]),
        sa.Index(None, "party"),
    )


documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("authors", sa.JSON, nullable=False),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("published_from", sa.Text, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("captions", sa.JSON, nullable=False),
)

# Every place a document was found in: the same article under two names is one document.
sources = sa.Table(
    "sources",
    metadata,
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
)

sentences = sa.Table(
    "sentences",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.UniqueConstraint("document", "position"),
    sa.Index(None, "document", "start"),
)

# One row for each distinct Actor record: two documents may know one id by different aliases,
# and both records are kept as they are.
actors = sa.Table(
    "actors",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("fingerprint", sa.Text, nullable=False, unique=True),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("country", sa.Text, index=True),
    sa.Column("sector", sa.Text),
    sa.Column("aliases", sa.JSON, nullable=False),
    sa.Column("valid_from", sa.Text),
    sa.Column("valid_until", sa.Text),
)

mentions = sa.Table(
    "mentions",
    metadata,
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("office", sa.Text),
    sa.Column("level", sa.Text),
    sa.Column("candidates", sa.JSON, nullable=False),
    sa.Column("reason", sa.Text),
)

mention_actors = sa.Table(
    "mention_actors",
    metadata,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("mention", sa.Integer, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("actor", sa.Integer, sa.ForeignKey("actors.number"), nullable=False, index=True),
    sa.ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.position"]),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("sentence_start", sa.Integer, nullable=False),
    sa.Column("sentence_end", sa.Integer, nullable=False),
    sa.Column("trigger_start", sa.Integer, nullable=False),
    sa.Column("trigger_end", sa.Integer, nullable=False),
    sa.Column("trigger", sa.Text, nullable=False),
    sa.Column("coder", sa.Text, nullable=False),
    sa.Column("root", sa.Text, nullable=False, index=True),
    sa.Column("mode", sa.Text),
    sa.Column("contexts", sa.JSON, nullable=False),
    sa.Column("modality", sa.Text, nullable=False),
    *_when(),
    sa.Column("place", sa.Text),
    sa.Column("speaker", sa.Integer, sa.ForeignKey("actors.number")),
    sa.Column("confidence", sa.Double, nullable=False),
    sa.Column("contact", sa.Text),
    sa.Column("block", sa.Text, nullable=False, index=True),
    sa.UniqueConstraint("document", "position"),
    sa.Index(None, "when_start"),
)

participants = sa.Table(
    "participants",
    metadata,
    sa.Column("event", sa.Text, sa.ForeignKey("events.id"), primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),  # actor or recipient
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("actor", sa.Integer, sa.ForeignKey("actors.number"), nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("office", sa.Text),
    sa.Column("level", sa.Text),
    sa.Column("party", sa.Text, nullable=False),  # country or organisation the actor speaks for
    sa.Index(None, "party", "event"),
)

occurrences = sa.Table(
    "occurrences",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("block", sa.Text, nullable=False, index=True),
    sa.Column("root", sa.Text, nullable=False),
    sa.Column("mode", sa.Text),
    sa.Column("actors", sa.JSON, nullable=False),
    sa.Column("recipients", sa.JSON, nullable=False),
    sa.Column("modality", sa.Text, nullable=False),
    *_when(),
    sa.Column("place", sa.Text),
    sa.Column("outlets", sa.JSON, nullable=False),
    sa.Index(None, "when_start"),
)

occurrence_events = sa.Table(
    "occurrence_events",
    metadata,
    sa.Column("occurrence", sa.Text, sa.ForeignKey("occurrences.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("event", sa.Text, sa.ForeignKey("events.id"), nullable=False, index=True),
)

contacts = sa.Table(
    "contacts",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("occurrence", sa.Text, sa.ForeignKey("occurrences.id"), nullable=False, index=True),
    sa.Column("block", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("host", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("level", sa.Text, nullable=False),
    *_when(),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Index(None, "when_start"),
)

contact_people = sa.Table(
    "contact_people",
    metadata,
    sa.Column("contact", sa.Text, sa.ForeignKey("contacts.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("office", sa.Text),
)

contact_parties = sa.Table(
    "contact_parties",
    metadata,
    sa.Column("contact", sa.Text, sa.ForeignKey("contacts.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("party", sa.Text, nullable=False),
    sa.Index(None, "party", "contact"),
)

# Blocks whose occurrences are older than their events. Written with the events themselves, so that
# a kill before the regrouping is made good at the next chance.
dirty_blocks = sa.Table("dirty_blocks", metadata, sa.Column("block", sa.Text, primary_key=True))

# Files as they were when last read, so that reading them again is a no-op.
inputs = sa.Table(
    "inputs",
    metadata,
    sa.Column("path", sa.Text, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger, nullable=False),  # nanoseconds since the epoch
    sa.Column("digest", sa.Text),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("documents", sa.Integer, nullable=False),
)

left_out = sa.Table(
    "left_out",
    metadata,
    sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("reason", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

commitments = _ledger(
    "commitments",
    sa.Column("kind", sa.Text, nullable=False),
    _speaker(),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("root", sa.Text),
    sa.Column("contact", sa.Text),
    *_when(),
    sa.Column("place", sa.Text),
    sa.Column("event", sa.Text),
)
commitment_parties = _ledger_parties("commitment_parties", commitments)

claims = _ledger(
    "claims",
    sa.Column("kind", sa.Text, nullable=False),
    _speaker(),
    sa.Column("stance", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("hedge", sa.Text),
    sa.Column("cause", sa.Text),
    sa.Column("effect", sa.Text),
    sa.Column("sign", sa.Text),
    sa.Column("action", sa.Text),
)
claim_parties = _ledger_parties("claim_parties", claims)

dispute_reports = _ledger(
    "dispute_reports",
    sa.Column("issue", sa.Text, nullable=False, index=True),
    sa.Column("named", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    *_when(),
)
dispute_parties = _ledger_parties("dispute_parties", dispute_reports)

quantities = _ledger(
    "quantities",
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("expression", sa.Text, nullable=False),
    sa.Column("value", sa.Double),
    sa.Column("unit", sa.Text),
    sa.Column("of", sa.Text),
)
quantity_parties = _ledger_parties("quantity_parties", quantities)

formulations = _ledger(
    "formulations",
    sa.Column("formulation", sa.Text, nullable=False, index=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("gap", sa.Text),
    *_when(),
)
formulation_parties = _ledger_parties("formulation_parties", formulations)

signals = _ledger(  # the sentence is that of the positive voice
    "signals",
    sa.Column("negative", sa.JSON, nullable=False),
    sa.Column("marker", sa.Text),
)
signal_parties = _ledger_parties("signal_parties", signals)

# Files of events that others coded. Their events are told apart by the coder from ours, and never mixed with them.
imported_files = sa.Table(
    "imported_files",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("coder", sa.Text, nullable=False),  # icews, gdelt, polecat, phoenix, csv
    sa.Column("path", sa.Text, nullable=False),
    sa.UniqueConstraint("coder", "path"),
)

# What was coded, once for each combination, so that a row of an event holds small numbers only.
imported_codes = sa.Table(
    "imported_codes",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("root", sa.Text),  # none for what PLOVER has no type for, as CAMEO's statements
    sa.Column("mode", sa.Text),
    sa.Column("cameo", sa.Text),
    sa.Column("contexts", sa.JSON, nullable=False),
    sa.Column("score", sa.Double),  # PLOVER's, or the user's own; none without either
    sa.Column("goldstein", sa.Double),
)

# One row for each event and direction, as its source has it.
imported_events = sa.Table(
    "imported_events",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("event", sa.BigInteger, nullable=False),  # hash of the coder and the id that it gives
    sa.Column("source", sa.Text, nullable=False),  # party
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("day", sa.Integer, nullable=False),  # days since 1970-01-01
    sa.Column("code", sa.Integer, sa.ForeignKey("imported_codes.number"), nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("outlets", sa.Integer, nullable=False),
    sa.Column("mutual", sa.SmallInteger, nullable=False),  # 1 where both act together
    sa.Column("file", sa.Integer, sa.ForeignKey("imported_files.number"), nullable=False),
    sa.Column("line", sa.Integer, nullable=False),
    sa.Column("original", sa.Text),  # the id that the source gives
    sa.Column("source_name", sa.Text),
    sa.Column("target_name", sa.Text),
    sa.Column("url", sa.Text),
    sa.UniqueConstraint("event", "source", "target"),
    sa.Index(None, "day"),
    # Covers what measures read: the frame of a pair and the matrix of all pairs come off this index alone.
    sa.Index(
        "ix_imported_events_pair",
        *("source", "target", "code", "day", "file", "mutual", "reports", "outlets", "event"),
    ),
)
