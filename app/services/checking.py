"""Checking that a store is in order: file, counters, log, clients, key slots, tables' version."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.roles import Right
from app.services import staff
from app.services.unit import Desk, Unit
from app.store import checking, key_slots, log_chain, schema
from app.store.accounts import FileAccounts
from app.store.checking import Counts, Difference
from app.store.checking_clients import wrong_clients

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Keys:
    """Active people who have no slot, by login, and how many slots are nobody's."""

    missing: tuple[str, ...]
    spare: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What the tables hold, which counters differ from it, which log entries are broken.

    `clients` is how many of them are not found by what is recorded of them. None stands for what
    the server does not let this person read: visits are for those who record them, the log is for
    an auditor, clients are for those who keep their records.
    """

    counts: Counts
    counters: tuple[Difference, ...] | None
    broken: tuple[int, ...] | None
    clients: int | None

    @property
    def whole(self) -> bool:
        """Whether nothing was left unchecked."""
        return None not in (self.counters, self.broken, self.clients)


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found.

    `file` and `keys` are None on a server, which keeps both itself; `contents` is None when the
    file is damaged, for then it cannot be trusted to be read.
    """

    schema: str
    file: tuple[str, ...] | None
    contents: Contents | None
    keys: Keys | None

    @property
    def in_order(self) -> bool:
        if self.contents is None or self.file:
            return False
        slots = self.keys is None or self.keys == Keys((), 0)
        current = self.schema == schema.REVISION
        contents = self.contents.counters, self.contents.broken, self.contents.clients
        return slots and current and not any(contents)


def check(desk: Desk, progress: Progress = lambda done, whole: None) -> Findings:
    """Check the whole store as it stands at one moment; it is for who keeps it or reads the log.

    `progress` hears how far the recounts of visits and of clients are. Errors: `no_right`.
    """
    with desk.read() as unit:
        if not unit.may(Right.READ_LOG):
            unit.demand(Right.BACK_UP)
        unit.log("store.check")
        return _found(unit, desk.store.is_file, progress)


def _found(unit: Unit, is_file: bool, progress: Progress) -> Findings:
    faults = tuple(checking.file_faults(unit.connection)) if is_file else None
    return Findings(
        schema.stored_revision(unit.connection) or "",
        faults,
        None if faults else _contents(unit, is_file, progress),
        _keys(unit),
    )


def _contents(unit: Unit, is_file: bool, progress: Progress) -> Contents:
    store, entries = unit.connection, log_chain.length(unit.connection)
    visits = is_file or checking.server_shows(store, "visit", "note")
    log = is_file or checking.server_shows(store, "log", "action")
    clients = is_file or checking.server_shows(store, "client", "born")
    return Contents(
        checking.counts(store) if visits else Counts(0, entries),
        tuple(checking.differences(store, progress)) if visits else None,
        tuple(checking.broken_entries(store)) if log else None,
        wrong_clients(store, progress) if clients else None,
    )


def _keys(unit: Unit) -> Keys | None:
    if not isinstance(unit.accounts, FileAccounts):
        return None
    path = unit.accounts.key_file
    logins = [person.login for person in staff.everyone(unit) if person.active]
    expected = {key_slots.slot_tag(path, login): login for login in logins}
    found = key_slots.tags(path)
    missing = sorted(login for tag, login in expected.items() if tag not in found)
    return Keys(tuple(missing), len(found - expected.keys()))
