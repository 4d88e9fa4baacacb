"""Seasons of a service that come again every year."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    no = sa.false()
    op.add_column(
        "service_hours", sa.Column("yearly", sa.Boolean(), nullable=False, server_default=no)
    )
