"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_SETUP = (
    "CREATE VIRTUAL TABLE sentences_fts USING fts5("
    "text, content='sentences', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER sentences_fts_insert AFTER INSERT ON sentences BEGIN "
    "INSERT INTO sentences_fts(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER sentences_fts_delete AFTER DELETE ON sentences BEGIN "
    "INSERT INTO sentences_fts(sentences_fts, rowid, text) VALUES ('delete', old.number, old.text); END",
    "CREATE TRIGGER sentences_fts_update AFTER UPDATE ON sentences BEGIN "
    "INSERT INTO sentences_fts(sentences_fts, rowid, text) VALUES ('delete', old.number, old.text); "
    "INSERT INTO sentences_fts(rowid, text) VALUES (new.number, new.text); END",
)
POSTGRES_SETUP = ("CREATE INDEX ix_sentences_fts ON sentences USING gin (to_tsvector('english', text))",)


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_actors")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_actors_fingerprint")),
    )
    op.create_index(op.f("ix_actors_country"), "actors", ["country"], unique=False)
    op.create_index(op.f("ix_actors_id"), "actors", ["id"], unique=False)
    op.create_table(
        "dirty_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_dirty_blocks")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("captions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)
    op.create_table(
        "inputs",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("modified", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_inputs")),
    )
    op.create_table(
        "occurrences",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("outlets", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
    )
    op.create_index(op.f("ix_occurrences_block"), "occurrences", ["block"], unique=False)
    op.create_index(op.f("ix_occurrences_when_start"), "occurrences", ["when_start"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["occurrence"], ["occurrences.id"], name=op.f("fk_contacts_occurrence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_block"), "contacts", ["block"], unique=False)
    op.create_index(op.f("ix_contacts_occurrence"), "contacts", ["occurrence"], unique=False)
    op.create_index(op.f("ix_contacts_when_start"), "contacts", ["when_start"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("block", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_events_document")),
        sa.ForeignKeyConstraint(["speaker"], ["actors.number"], name=op.f("fk_events_speaker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_events_document_position")),
    )
    op.create_index(op.f("ix_events_block"), "events", ["block"], unique=False)
    op.create_index(op.f("ix_events_root"), "events", ["root"], unique=False)
    op.create_index(op.f("ix_events_when_start"), "events", ["when_start"], unique=False)
    op.create_table(
        "left_out",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_left_out_document")),
        sa.PrimaryKeyConstraint("document", "reason", name=op.f("pk_left_out")),
    )
    op.create_table(
        "mentions",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_mentions_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_mentions")),
    )
    op.create_table(
        "sentences",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_sentences_document")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sentences")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_sentences_document_position")),
    )
    op.create_index(op.f("ix_sentences_document_start"), "sentences", ["document", "start"], unique=False)
    op.create_table(
        "sources",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_sources_document")),
        sa.PrimaryKeyConstraint("document", "source", name=op.f("pk_sources")),
    )
    op.create_table(
        "contact_parties",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name=op.f("fk_contact_parties_contact")),
        sa.PrimaryKeyConstraint("contact", "position", name=op.f("pk_contact_parties")),
    )
    op.create_index(op.f("ix_contact_parties_party_contact"), "contact_parties", ["party", "contact"], unique=False)
    op.create_table(
        "contact_people",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name=op.f("fk_contact_people_contact")),
        sa.PrimaryKeyConstraint("contact", "position", name=op.f("pk_contact_people")),
    )
    op.create_index(op.f("ix_contact_people_id"), "contact_people", ["id"], unique=False)
    op.create_table(
        "mention_actors",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_mention_actors_actor")),
        sa.ForeignKeyConstraint(
            ["document", "mention"],
            ["mentions.document", "mentions.position"],
            name=op.f("fk_mention_actors_document_mention"),
        ),
        sa.PrimaryKeyConstraint("document", "mention", "position", name=op.f("pk_mention_actors")),
    )
    op.create_index(op.f("ix_mention_actors_actor"), "mention_actors", ["actor"], unique=False)
    op.create_table(
        "occurrence_events",
        sa.Column("occurrence", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_occurrence_events_event")),
        sa.ForeignKeyConstraint(["occurrence"], ["occurrences.id"], name=op.f("fk_occurrence_events_occurrence")),
        sa.PrimaryKeyConstraint("occurrence", "position", name=op.f("pk_occurrence_events")),
    )
    op.create_index(op.f("ix_occurrence_events_event"), "occurrence_events", ["event"], unique=False)
    op.create_table(
        "participants",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_participants_actor")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_participants_event")),
        sa.PrimaryKeyConstraint("event", "role", "position", name=op.f("pk_participants")),
    )
    op.create_index(op.f("ix_participants_actor"), "participants", ["actor"], unique=False)
    op.create_index(op.f("ix_participants_party_event"), "participants", ["party", "event"], unique=False)
    for statement in POSTGRES_SETUP if op.get_bind().dialect.name == "postgresql" else SQLITE_SETUP:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE sentences_fts")
    op.drop_index(op.f("ix_participants_party_event"), table_name="participants")
    op.drop_index(op.f("ix_participants_actor"), table_name="participants")
    op.drop_table("participants")
    op.drop_index(op.f("ix_occurrence_events_event"), table_name="occurrence_events")
    op.drop_table("occurrence_events")
    op.drop_index(op.f("ix_mention_actors_actor"), table_name="mention_actors")
    op.drop_table("mention_actors")
    op.drop_index(op.f("ix_contact_people_id"), table_name="contact_people")
    op.drop_table("contact_people")
    op.drop_index(op.f("ix_contact_parties_party_contact"), table_name="contact_parties")
    op.drop_table("contact_parties")
    op.drop_table("sources")
    op.drop_index(op.f("ix_sentences_document_start"), table_name="sentences")
    op.drop_table("sentences")
    op.drop_table("mentions")
    op.drop_table("left_out")
    op.drop_index(op.f("ix_events_when_start"), table_name="events")
    op.drop_index(op.f("ix_events_root"), table_name="events")
    op.drop_index(op.f("ix_events_block"), table_name="events")
    op.drop_table("events")
    op.drop_index(op.f("ix_contacts_when_start"), table_name="contacts")
    op.drop_index(op.f("ix_contacts_occurrence"), table_name="contacts")
    op.drop_index(op.f("ix_contacts_block"), table_name="contacts")
    op.drop_table("contacts")
    op.drop_index(op.f("ix_occurrences_when_start"), table_name="occurrences")
    op.drop_index(op.f("ix_occurrences_block"), table_name="occurrences")
    op.drop_table("occurrences")
    op.drop_table("inputs")
    op.drop_index(op.f("ix_documents_published"), table_name="documents")
    op.drop_table("documents")
    op.drop_table("dirty_blocks")
    op.drop_index(op.f("ix_actors_id"), table_name="actors")
    op.drop_index(op.f("ix_actors_country"), table_name="actors")
    op.drop_table("actors")
