"""What a demonstration invents, from `demonstration.json`, and how its store is known."""

import json
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, select

from app import paths
from app.store.models import SettingRow

MARK: Final = "demo"


@cache
def demonstration() -> dict[str, Any]:
    """What is invented."""
    text = paths.resource("reference", "demonstration.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def is_marked(connection: Connection) -> bool:
    """Whether the store is a demonstration."""
    return connection.scalar(select(SettingRow.value).where(SettingRow.name == MARK)) is True
