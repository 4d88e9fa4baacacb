"""Clients joined with visits and slips, and the consents on which that rests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "client_consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("given_on", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("withdrawn_on", sa.Integer(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "way in ('spoken', 'written', 'electronic')", name=op.f("ck_client_consent_way")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_consent_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["staff.id"], name=op.f("fk_client_consent_recorded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_consent")),
    )
    op.create_index(
        op.f("ix_client_consent_client_id"), "client_consent", ["client_id"], unique=False
    )
    op.create_table(
        "client_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("slip_id", sa.Uuid(), nullable=True),
        sa.Column("task", sa.String(length=40), nullable=True),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column("municipality", sa.String(length=40), nullable=True),
        sa.Column("linked_by", sa.Uuid(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(visit_id is null) <> (slip_id is null)", name=op.f("ck_client_link_of")
        ),
        sa.CheckConstraint(
            "(task is null) <> (consent_id is null)", name=op.f("ck_client_link_basis")
        ),
        sa.CheckConstraint(
            "task in ('assessment', 'plan', 'review')", name=op.f("ck_client_link_task")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_link_client_id")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_client_link_visit_id")),
        sa.ForeignKeyConstraint(["slip_id"], ["slip.id"], name=op.f("fk_client_link_slip_id")),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["client_consent.id"], name=op.f("fk_client_link_consent_id")
        ),
        sa.ForeignKeyConstraint(["linked_by"], ["staff.id"], name=op.f("fk_client_link_linked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_link")),
    )
    for column in ("client_id", "visit_id", "slip_id", "consent_id"):
        name = op.f(f"ix_client_link_{column}")
        op.create_index(name, "client_link", [column], unique=False)
    op.create_table(
        "visit_hidden",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_hidden_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visit_hidden")),
    )
