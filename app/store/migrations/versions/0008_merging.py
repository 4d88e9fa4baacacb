"""Likely duplicates that are two persons, and records that were merged."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column(
        "client",
        sa.Column(
            "merged_into",
            sa.Uuid(),
            sa.ForeignKey("client.id", name=op.f("fk_client_merged_into")),
            nullable=True,
        ),
        inline_references=True,
    )
    op.create_index(op.f("ix_client_merged_into"), "client", ["merged_into"], unique=False)
    op.create_table(
        "client_merge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kept", sa.Uuid(), nullable=False),
        sa.Column("gone", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("merged", sa.JSON(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("kept_hidden", sa.Integer(), nullable=True),
        sa.Column("gone_hidden", sa.Integer(), nullable=True),
        sa.Column("merged_by", sa.Uuid(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["gone"], ["client.id"], name=op.f("fk_client_merge_gone")),
        sa.ForeignKeyConstraint(["kept"], ["client.id"], name=op.f("fk_client_merge_kept")),
        sa.ForeignKeyConstraint(
            ["merged_by"], ["staff.id"], name=op.f("fk_client_merge_merged_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_merge")),
        sa.UniqueConstraint("gone", name=op.f("uq_client_merge_gone")),
    )
    op.create_index(op.f("ix_client_merge_kept"), "client_merge", ["kept"], unique=False)
    op.create_table(
        "different_person",
        sa.Column("a", sa.Uuid(), nullable=False),
        sa.Column("b", sa.Uuid(), nullable=False),
        sa.Column("said_by", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("a < b", name=op.f("ck_different_person_order")),
        sa.ForeignKeyConstraint(["a"], ["client.id"], name=op.f("fk_different_person_a")),
        sa.ForeignKeyConstraint(["b"], ["client.id"], name=op.f("fk_different_person_b")),
        sa.ForeignKeyConstraint(
            ["said_by"], ["staff.id"], name=op.f("fk_different_person_said_by")
        ),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_different_person")),
    )
    op.create_index(op.f("ix_different_person_b"), "different_person", ["b"], unique=False)
