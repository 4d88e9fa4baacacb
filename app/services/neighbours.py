"""Whether another program has written to the same store."""

from sqlalchemy import func, select

from app.services.unit import Unit
from app.store.models import LogRow


def mark(unit: Unit) -> int:
    """A number that is another one after somebody else has written.

    On a file SQLite counts the commits of other connections; on a server it is the number of the
    last entry of the log, which one's own writes move too.
    """
    if unit.connection.dialect.name == "sqlite":
        return int(unit.connection.exec_driver_sql("pragma data_version").scalar_one())
    return unit.session.scalar(select(func.max(LogRow.number))) or 0
