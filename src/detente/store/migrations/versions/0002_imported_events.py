"""Events that others coded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imported_files",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_imported_files")),
        sa.UniqueConstraint("coder", "path", name=op.f("uq_imported_files_coder_path")),
    )
    op.create_table(
        "imported_codes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("root", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("goldstein", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_imported_codes")),
    )
    op.create_table(
        "imported_events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("mutual", sa.SmallInteger(), nullable=False),
        sa.Column("file", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("source_name", sa.Text(), nullable=True),
        sa.Column("target_name", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["code"], ["imported_codes.number"], name=op.f("fk_imported_events_code_imported_codes")
        ),
        sa.ForeignKeyConstraint(
            ["file"], ["imported_files.number"], name=op.f("fk_imported_events_file_imported_files")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_imported_events")),
        sa.UniqueConstraint("event", "source", "target", name=op.f("uq_imported_events_event_source_target")),
    )
    op.create_index(op.f("ix_imported_events_day"), "imported_events", ["day"])
    op.create_index(
        "ix_imported_events_pair",
        "imported_events",
        ["source", "target", "code", "day", "file", "mutual", "reports", "outlets", "event"],
    )


def downgrade() -> None:
    op.drop_index("ix_imported_events_pair", table_name="imported_events")
    op.drop_index(op.f("ix_imported_events_day"), table_name="imported_events")
    op.drop_table("imported_events")
    op.drop_table("imported_codes")
    op.drop_table("imported_files")
