"""Changes of organisations; what stood on a slip, so that it can be printed again."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "organisation_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_organisation_change_by")),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisation.id"],
            name=op.f("fk_organisation_change_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_change")),
    )
    op.create_index(
        op.f("ix_organisation_change_organisation"),
        "organisation_change",
        ["organisation"],
        unique=False,
    )
    op.add_column("slip", sa.Column("choices", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("slip", sa.Column("printed_at", sa.DateTime(timezone=True), nullable=True))
