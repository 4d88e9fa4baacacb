"""The slips that were handed over, and what came of each service on them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "slip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("void_reason", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["issued_by"], ["staff.id"], name=op.f("fk_slip_issued_by")),
        sa.ForeignKeyConstraint(["location"], ["location.code"], name=op.f("fk_slip_location")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_slip_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
    )
    op.create_index("ix_slip_number_issued_at", "slip", ["number", "issued_at"], unique=False)
    op.create_index("ix_slip_day_location", "slip", ["day", "location"], unique=False)
    op.create_index(op.f("ix_slip_visit_id"), "slip", ["visit_id"], unique=False)
    op.create_table(
        "referral",
        sa.Column("slip_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("target", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("turned_by", sa.String(length=40), nullable=True),
        sa.Column("why", sa.String(length=40), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "state in ('issued', 'taken_up', 'did_not_go', 'turned_away', 'unknown')",
            name=op.f("ck_referral_state"),
        ),
        sa.CheckConstraint(
            "(state = 'turned_away') = (why is not null)", name=op.f("ck_referral_why")
        ),
        sa.CheckConstraint(
            "turned_by is null or state = 'turned_away'", name=op.f("ck_referral_turned_by")
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["staff.id"], name=op.f("fk_referral_entered_by")),
        sa.ForeignKeyConstraint(["slip_id"], ["slip.id"], name=op.f("fk_referral_slip_id")),
        sa.ForeignKeyConstraint(["target"], ["service.id"], name=op.f("fk_referral_target")),
        sa.ForeignKeyConstraint(["turned_by"], ["service.id"], name=op.f("fk_referral_turned_by")),
        sa.PrimaryKeyConstraint("slip_id", "part", name=op.f("pk_referral")),
    )
    op.create_index(op.f("ix_referral_target"), "referral", ["target"], unique=False)
