"""Who can open the store: a slot of the key file for each person."""

from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.store import key_slots
from app.store.key_slots import STANDARD, Cost


class Accounts(Protocol):
    """The passwords of a store; the people themselves are rows of `staff`."""

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        """Let a person in with this password from now on."""

    def remove(self, login: str) -> None:
        """Let a person in no more."""


class FileAccounts:
    """The slots of the key file; whoever holds the file's key can add one and copy the file."""

    def __init__(self, key_file: Path, key: bytes, cost: Cost = STANDARD) -> None:
        self.key_file = key_file
        self.key = key
        self._cost = cost

    @property
    def database(self) -> Path:
        """The database file that the key opens."""
        return self.key_file.with_suffix("")

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        key_slots.put_slot(self.key_file, login, password, self.key, staff_id, self._cost)

    def remove(self, login: str) -> None:
        key_slots.remove_slot(self.key_file, login)

    def put_recovery(self, code: str, staff_id: UUID) -> None:
        """Let whoever holds this printed code in; the code before it opens nothing any more."""
        key_slots.put_recovery(self.key_file, code, self.key, staff_id, self._cost)
