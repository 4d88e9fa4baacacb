"""The key file: who can open the database file, one slot a person and one for a printed code.

A random key of 32 bytes opens the database. Each slot holds that key and a staff id, sealed by
AES-256-GCM under what argon2id (RFC 9106) makes of the password. Format, file and tag are bound
into the seal: a slot opens only in the file and for the person that it was made for. A login stands
here as a tag only; that hides it from a glance, not from one who has the file and guesses names.

Every `path` is the key file's own. A file that cannot be read or written raises OSError.
"""

import hashlib
import hmac
import json
import operator
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self
from uuid import UUID, uuid4

from app.domain.errors import Refused
from app.domain.recovery_code import normalise
from app.store.file_place import write_whole

FORMAT = 1
KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_SEALED_BYTES = KEY_BYTES + 16 + 16  # key, staff id, the seal's own check
_RECOVERY = "recovery"  # no tag of a person: those are 64 hexadecimal digits


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What one guess costs: argon2id's memory in KiB, passes over it, and lanes side by side."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        if not (1 <= self.lanes <= 64 and 8 * self.lanes <= self.memory_kib <= 1024 * 1024):
            raise ValueError("argon2id lanes or memory out of range")
        if not 1 <= self.passes <= 100:
            raise ValueError("argon2id passes out of range")


STANDARD = Cost()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a slot gives: the key of the database file (32 bytes) and whose slot it was."""

    key: bytes = field(repr=False)
    staff_id: UUID


@dataclass(frozen=True, slots=True)
class Slot:
    cost: Cost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    sealed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        sizes = len(self.salt), len(self.nonce), len(self.sealed)
        if sizes != (_SALT_BYTES, _NONCE_BYTES, _SEALED_BYTES):
            raise ValueError("a slot's parts have the wrong size")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The file's own id and salt, and its slots by tag."""

    file_id: UUID
    salt: bytes = field(repr=False)
    slots: Mapping[str, Slot]

    def __post_init__(self) -> None:
        if len(self.salt) != _SALT_BYTES:
            raise ValueError("the file's salt has the wrong size")

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new key file without slots; Refused `key_file_exists` rather than losing an old one."""
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise Refused("key_file_exists", file=path.name) from None
        file = cls(uuid4(), secrets.token_bytes(_SALT_BYTES), {})
        try:
            _write(path, file)
        except BaseException:
            path.unlink()
            raise
        return file

    def tag(self, login: str) -> str:
        """Where a person's slot is found; case and Unicode form of the login make no difference."""
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", login).casefold())
        return hmac.new(self.salt, _bytes_of(folded), hashlib.sha256).hexdigest()


def key_file_of(database: Path) -> Path:
    """The key file of this database: `portti.kp.keys` for `portti.kp`."""
    return database.with_name(database.name + ".keys")


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def read_key_file(path: Path) -> KeyFile:
    """Refused `key_file_missing`, `key_file_damaged` (both `file`) or `schema_newer`."""
    try:
        document = json.loads(path.read_bytes())
        if operator.index(document["format"]) > FORMAT:
            raise Refused("schema_newer", found=document["format"], known=FORMAT)
        return _parsed(document)
    except FileNotFoundError:
        raise Refused("key_file_missing", file=path.name) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise Refused("key_file_damaged", file=path.name) from None


def open_slot(path: Path, login: str, password: str) -> Opened:
    """Sign in. Refused `sign_in_wrong` after the same work, whether login or password is wrong."""
    file = read_key_file(path)
    opened = _unsealed(file, file.tag(login), password)
    if opened is None:
        raise Refused("sign_in_wrong")
    return opened


def put_slot(
    path: Path, login: str, password: str, key: bytes, staff_id: UUID, cost: Cost = STANDARD
) -> None:
    """Add a person's slot or replace it; the file on disk is the old one or the new one."""
    file = read_key_file(path)
    _put(path, file, file.tag(login), password, Opened(key, staff_id), cost)


def remove_slot(path: Path, login: str) -> None:
    """Take a person's slot away; one that is not there is no error."""
    file = read_key_file(path)
    gone = file.tag(login)
    _write(path, replace(file, slots={t: slot for t, slot in file.slots.items() if t != gone}))


def put_recovery(path: Path, code: str, key: bytes, staff_id: UUID, cost: Cost = STANDARD) -> None:
    """Set the slot of the printed code; the code before it opens nothing any more."""
    file = read_key_file(path)
    _put(path, file, _RECOVERY, normalise(code), Opened(key, staff_id), cost)


def open_recovery(path: Path, code: str) -> Opened:
    """Refused `recovery_mistyped` for what is no code, `recovery_wrong` for one of another file."""
    file = read_key_file(path)
    opened = _unsealed(file, _RECOVERY, normalise(code))
    if opened is None:
        raise Refused("recovery_wrong")
    return opened


def tags(path: Path) -> frozenset[str]:
    """The tags of all people who have a slot, to be compared with `slot_tag` of each login."""
    return frozenset(read_key_file(path).slots) - {_RECOVERY}


def slot_tag(path: Path, login: str) -> str:
    return read_key_file(path).tag(login)


def _put(path: Path, file: KeyFile, tag: str, secret: str, opened: Opened, cost: Cost) -> None:
    slot = _sealed(file, tag, secret, opened, cost)
    _write(path, replace(file, slots={**file.slots, tag: slot}))


def _sealed(file: KeyFile, tag: str, secret: str, opened: Opened, cost: Cost) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(opened.key) != KEY_BYTES:
        raise ValueError(f"the file's key has {KEY_BYTES} bytes")
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    cipher = AESGCM(stretched(secret, salt, cost))
    payload = opened.key + opened.staff_id.bytes
    return Slot(cost, salt, nonce, cipher.encrypt(nonce, payload, _bound(file, tag)))


def _unsealed(file: KeyFile, tag: str, secret: str) -> Opened | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = file.slots.get(tag) or _decoy(file)
    cipher = AESGCM(stretched(secret, slot.salt, slot.cost))
    try:
        payload = cipher.decrypt(slot.nonce, slot.sealed, _bound(file, tag))
    except InvalidTag:
        return None
    return Opened(payload[:KEY_BYTES], UUID(bytes=payload[KEY_BYTES:]))


def _decoy(file: KeyFile) -> Slot:
    """A slot that nothing opens, so that an unknown login takes as long as a known one."""
    cost = max((slot.cost for slot in file.slots.values()), default=STANDARD)
    sizes = _SALT_BYTES, _NONCE_BYTES, _SEALED_BYTES
    return Slot(cost, *(secrets.token_bytes(size) for size in sizes))


def stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    """A key of 32 bytes from a password; the Unicode form of what was typed makes no difference."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        _bytes_of(unicodedata.normalize("NFC", secret)),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bytes_of(text: str) -> bytes:
    """UTF-8 that takes lone surrogates too: an error would carry the secret in its text."""
    return text.encode("utf-8", "surrogatepass")


def _bound(file: KeyFile, tag: str) -> bytes:
    return f"kotoportti key slot, format {FORMAT}, file {file.file_id}, {tag}".encode()


def _write(path: Path, file: KeyFile) -> None:
    document = {
        "format": FORMAT,
        "file": str(file.file_id),
        "salt": file.salt.hex(),
        "slots": {tag: _slot_document(slot) for tag, slot in sorted(file.slots.items())},
    }
    write_whole(path, json.dumps(document, indent=1).encode() + b"\n")


def _slot_document(slot: Slot) -> dict[str, object]:
    cost = slot.cost
    return {
        "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "sealed": slot.sealed.hex(),
    }


def _parsed(document: Mapping[str, Any]) -> KeyFile:
    """Any error of shape or size in a damaged document is one that `read_key_file` knows."""
    if document["format"] < 1:
        raise ValueError("no such format")
    slots = {tag: _parsed_slot(part) for tag, part in document["slots"].items()}
    return KeyFile(UUID(document["file"]), bytes.fromhex(document["salt"]), slots)


def _parsed_slot(part: Mapping[str, Any]) -> Slot:
    cost = {name: operator.index(value) for name, value in part["argon2id"].items()}
    sealed = (bytes.fromhex(part[name]) for name in ("salt", "nonce", "sealed"))
    return Slot(Cost(**cost), *sealed)
