"""What the tests of the command line share: what a call says, and meddling with a store."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services import sign_in
from tests.desks import WORKSTATION

VISITS = 60


@dataclass(frozen=True, slots=True)
class Said:
    """The exit code of a call, and what it said."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


def behind_its_back(folder: Path, statement: str) -> list[Any]:
    """Run a statement in the store of `folder` past the program; the rows, if it gives any."""
    desk = sign_in.sign_in(folder, "demo", "demo", WORKSTATION)
    with closing(desk.store), desk.store.write() as session:
        result = session.connection().exec_driver_sql(statement)
        return list(result) if result.returns_rows else []
