"""The hand-over file: lines of text, compressed and encrypted under an agreed password.

A header of fixed size, then the content in sealed pieces that are bound to the header. argon2id
(RFC 9106) makes a key of the password; HMAC-SHA256 makes two of that one: the content's, and a
check by which a wrong password is told from a damaged file.
"""

import hashlib
import hmac
import secrets
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID, uuid4

from app.domain.errors import Refused
from app.store.handover_pieces import sealed, unsealed
from app.store.key_slots import STANDARD, Cost, stretched

FORMAT: Final = 1
_MAGIC: Final = b"KotoHand"
_START: Final = struct.Struct(">8sH")
_BODY: Final = struct.Struct(">IHH16s16s32s")
_COSTLIEST: Final = Cost(4 * STANDARD.memory_kib, 4 * STANDARD.passes, 4 * STANDARD.lanes)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in the clear: the file's own id, and what the key is made with."""

    file_id: UUID
    cost: Cost
    salt: bytes = field(repr=False)
    check: bytes = field(repr=False)

    @property
    def packed(self) -> bytes:
        """As it stands in the file, its own sum at the end."""
        cost = self.cost
        body = (self.file_id.bytes, self.salt, self.check)
        plain = _START.pack(_MAGIC, FORMAT) + _BODY.pack(
            cost.memory_kib, cost.passes, cost.lanes, *body
        )
        return plain + hashlib.sha256(plain).digest()


@dataclass(frozen=True, slots=True)
class Opened:
    """A hand-over file that its password has opened; `lines` reads it from the beginning."""

    file_id: UUID
    lines: Callable[[], Iterator[bytes]] = field(repr=False)


def write(file: BinaryIO, password: str, lines: Iterable[bytes], cost: Cost = STANDARD) -> UUID:
    """Write lines, which have no line ends, into an empty file; the id of the file."""
    salt = secrets.token_bytes(16)
    key, check = _keys(password, salt, cost)
    header = Header(uuid4(), cost, salt, check)
    file.write(header.packed)
    file.writelines(sealed(lines, key, header.packed))
    return header.file_id


@contextmanager
def opened(path: Path, password: str) -> Iterator[Opened]:
    """Open a hand-over file with the password that the two have agreed.

    Errors: `not_a_handover` (name), `schema_newer`, `handover_wrong_password`, `handover_damaged`,
    the last also while the lines are read: until all have come, none is to be believed.
    """
    with _file_at(path) as file:
        header = _header(file, path.name or str(path))
        key, check = _keys(password, header.salt, header.cost)
        if not hmac.compare_digest(check, header.check):
            raise Refused("handover_wrong_password")
        yield Opened(header.file_id, partial(_lines, file, key, header.packed))


def is_handover(path: Path) -> bool:
    """Whether a file is a hand-over file, by how it begins."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _lines(file: BinaryIO, key: bytes, packed: bytes) -> Iterator[bytes]:
    file.seek(len(packed))
    return unsealed(file, key, packed)


def _file_at(path: Path) -> BinaryIO:
    if path.is_dir():
        raise Refused("not_a_handover", name=path.name or path)
    return path.open("rb")


def _header(file: BinaryIO, name: str) -> Header:
    start = file.read(_START.size)
    if not start or not _MAGIC.startswith(start[: len(_MAGIC)]):
        raise Refused("not_a_handover", name=name)
    body, digest = file.read(_BODY.size), file.read(hashlib.sha256().digest_size)
    if len(start) == _START.size and _START.unpack(start)[1] > FORMAT:
        raise Refused("schema_newer")
    if hashlib.sha256(start + body).digest() != digest:
        raise Refused("handover_damaged")
    try:
        memory, passes, lanes, file_id, salt, check = _BODY.unpack(body)
        return Header(UUID(bytes=file_id), _bearable(memory, passes, lanes), salt, check)
    except (struct.error, ValueError):
        raise Refused("handover_damaged") from None


def _bearable(memory_kib: int, passes: int, lanes: int) -> Cost:
    """The cost that a file asks for, unless that would keep this computer busy for long."""
    most = _COSTLIEST
    if memory_kib > most.memory_kib or passes > most.passes or lanes > most.lanes:
        raise ValueError("argon2id costs too much")
    return Cost(memory_kib, passes, lanes)


def _keys(password: str, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    """The key of the content, and the check of the password."""
    made = stretched(password, salt, cost)
    purposes = (b"kotoportti hand-over, content", b"kotoportti hand-over, check")
    key, check = (hmac.digest(made, purpose, "sha256") for purpose in purposes)
    return key, check
