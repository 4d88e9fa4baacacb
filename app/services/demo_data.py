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
    return _read("demonstration.json")


@cache
def client_names() -> dict[str, Any]:
    """The names and proportions of invented clients."""
    return _read("invented_clients.json")


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(paths.resource("reference", name).read_text("utf-8"))
    return data


def is_marked(connection: Connection) -> bool:
    """Whether the store is a demonstration."""
    return connection.scalar(select(SettingRow.value).where(SettingRow.name == MARK)) is True
