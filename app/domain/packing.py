"""The facts of a visit as plain data and back: for drafts and for what stood before a change."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.domain.visit import Facts, FirstVisit, Interpreter


def pack(facts: Facts) -> dict[str, Any]:
    """The facts as a JSON object."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(facts).items()
    }


def unpack(data: Mapping[str, Any]) -> Facts:
    """The facts from what `pack` made."""
    return Facts(
        topics=tuple(data["topics"]),
        outcomes=tuple(data["outcomes"]),
        language=data["language"],
        municipality=data["municipality"],
        channel=data["channel"],
        interpreter=Interpreter(data["interpreter"]),
        first_visit=FirstVisit(data["first_visit"]),
        persons=data["persons"],
        note=data.get("note", ""),
    )
