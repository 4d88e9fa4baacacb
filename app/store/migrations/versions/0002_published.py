"""The numbers that were handed out to the public, kept as they were."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "published_month",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["location"], ["location.code"], name=op.f("fk_published_month_location")
        ),
        sa.PrimaryKeyConstraint("location", "month", name=op.f("pk_published_month")),
    )
    op.create_table(
        "published_counter",
        sa.Column("location", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("breakdown", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location", "month"],
            ["published_month.location", "published_month.month"],
            name=op.f("fk_published_counter_location"),
        ),
        sa.PrimaryKeyConstraint(
            "location", "month", "breakdown", "value", name=op.f("pk_published_counter")
        ),
    )
