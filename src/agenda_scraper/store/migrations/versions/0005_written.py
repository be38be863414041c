"""When what a source brought was written: minutes after its crawl began, and what readers are told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("sources", sa.Column("written_at", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("sources", "written_at")
