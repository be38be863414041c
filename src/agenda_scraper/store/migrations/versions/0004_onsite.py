"""Whether one may go to an event: a hybrid one is online, and on the spot as well."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("events", sa.Column("onsite", sa.Boolean, nullable=False, server_default=sa.true()))
    connection = op.get_bind()
    asked = [sa.column(name, sa.Boolean) for name in ("online", "onsite")]
    events = sa.table("events", sa.column("id"), sa.column("facts"), *asked)
    online = connection.execute(sa.select(events.c.id, events.c.facts).where(events.c.online)).all()
    alone = [{"row": row.id} for row in online if json.loads(row.facts).get("mode") == "online"]
    if alone:
        connection.execute(sa.update(events).where(events.c.id == sa.bindparam("row")).values(onsite=False), alone)


def downgrade() -> None:
    op.drop_column("events", "onsite")
