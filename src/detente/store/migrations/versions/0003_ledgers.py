"""The ledgers: commitments, claims, disputes, quantities, formulations, signals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("hedge", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("effect", sa.Text(), nullable=True),
        sa.Column("sign", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_claims_document")),
        sa.ForeignKeyConstraint(["speaker"], ["actors.number"], name=op.f("fk_claims_speaker")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_commitments_document")),
        sa.ForeignKeyConstraint(["speaker"], ["actors.number"], name=op.f("fk_commitments_speaker")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_commitments")),
    )
    op.create_index(op.f("ix_commitments_id"), "commitments", ["id"], unique=False)
    op.create_table(
        "dispute_reports",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("named", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_dispute_reports_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_dispute_reports")),
    )
    op.create_index(op.f("ix_dispute_reports_id"), "dispute_reports", ["id"], unique=False)
    op.create_index(op.f("ix_dispute_reports_issue"), "dispute_reports", ["issue"], unique=False)
    op.create_table(
        "formulations",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("formulation", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("gap", sa.Text(), nullable=True),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("when_origin", sa.Text(), nullable=False),
        sa.Column("when_expression", sa.Text(), nullable=True),
        sa.Column("when_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_formulations_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_formulations")),
    )
    op.create_index(op.f("ix_formulations_formulation"), "formulations", ["formulation"], unique=False)
    op.create_index(op.f("ix_formulations_id"), "formulations", ["id"], unique=False)
    op.create_table(
        "quantities",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("of", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_quantities_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_quantities")),
    )
    op.create_index(op.f("ix_quantities_id"), "quantities", ["id"], unique=False)
    op.create_table(
        "signals",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("negative", sa.JSON(), nullable=False),
        sa.Column("marker", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_signals_document")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_signals")),
    )
    op.create_index(op.f("ix_signals_id"), "signals", ["id"], unique=False)
    op.create_table(
        "claim_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["claims.document", "claims.position"],
            name=op.f("fk_claim_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_claim_parties")),
    )
    op.create_index(op.f("ix_claim_parties_party"), "claim_parties", ["party"], unique=False)
    op.create_table(
        "commitment_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["commitments.document", "commitments.position"],
            name=op.f("fk_commitment_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_commitment_parties")),
    )
    op.create_index(op.f("ix_commitment_parties_party"), "commitment_parties", ["party"], unique=False)
    op.create_table(
        "dispute_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["dispute_reports.document", "dispute_reports.position"],
            name=op.f("fk_dispute_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_dispute_parties")),
    )
    op.create_index(op.f("ix_dispute_parties_party"), "dispute_parties", ["party"], unique=False)
    op.create_table(
        "formulation_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["formulations.document", "formulations.position"],
            name=op.f("fk_formulation_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_formulation_parties")),
    )
    op.create_index(op.f("ix_formulation_parties_party"), "formulation_parties", ["party"], unique=False)
    op.create_table(
        "quantity_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["quantities.document", "quantities.position"],
            name=op.f("fk_quantity_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_quantity_parties")),
    )
    op.create_index(op.f("ix_quantity_parties_party"), "quantity_parties", ["party"], unique=False)
    op.create_table(
        "signal_parties",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "record"],
            ["signals.document", "signals.position"],
            name=op.f("fk_signal_parties_document_record"),
        ),
        sa.PrimaryKeyConstraint("document", "record", "role", "position", name=op.f("pk_signal_parties")),
    )
    op.create_index(op.f("ix_signal_parties_party"), "signal_parties", ["party"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_signal_parties_party"), table_name="signal_parties")
    op.drop_table("signal_parties")
    op.drop_index(op.f("ix_quantity_parties_party"), table_name="quantity_parties")
    op.drop_table("quantity_parties")
    op.drop_index(op.f("ix_formulation_parties_party"), table_name="formulation_parties")
    op.drop_table("formulation_parties")
    op.drop_index(op.f("ix_dispute_parties_party"), table_name="dispute_parties")
    op.drop_table("dispute_parties")
    op.drop_index(op.f("ix_commitment_parties_party"), table_name="commitment_parties")
    op.drop_table("commitment_parties")
    op.drop_index(op.f("ix_claim_parties_party"), table_name="claim_parties")
    op.drop_table("claim_parties")
    op.drop_index(op.f("ix_signals_id"), table_name="signals")
    op.drop_table("signals")
    op.drop_index(op.f("ix_quantities_id"), table_name="quantities")
    op.drop_table("quantities")
    op.drop_index(op.f("ix_formulations_id"), table_name="formulations")
    op.drop_index(op.f("ix_formulations_formulation"), table_name="formulations")
    op.drop_table("formulations")
    op.drop_index(op.f("ix_dispute_reports_issue"), table_name="dispute_reports")
    op.drop_index(op.f("ix_dispute_reports_id"), table_name="dispute_reports")
    op.drop_table("dispute_reports")
    op.drop_index(op.f("ix_commitments_id"), table_name="commitments")
    op.drop_table("commitments")
    op.drop_index(op.f("ix_claims_id"), table_name="claims")
    op.drop_table("claims")
