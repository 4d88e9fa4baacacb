"""A service of the directory changed in a test."""

from dataclasses import replace
from typing import Any

from app.domain.directory import Service
from app.services import directory
from app.services.directory_keeping import save_service
from app.services.unit import Unit


def change_service(unit: Unit, service_id: str, **parts: Any) -> Service:
    """Give a service other values in these fields; the service before."""
    return save_service(unit, replace(directory.service(unit, service_id), **parts))
